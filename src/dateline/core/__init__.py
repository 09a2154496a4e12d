"""The nouns: immutable, shared by every room, without input or output."""
