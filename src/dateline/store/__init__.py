"""Keeps what was read so that it can be proven later. Speaks SQL, never judges."""
