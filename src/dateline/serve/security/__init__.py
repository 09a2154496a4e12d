"""Who is let in and what a page may do: passwords, sessions, tokens, origins, headers."""
