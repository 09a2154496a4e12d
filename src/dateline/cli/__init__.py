"""The terminal. One file a command."""
