"""Does it for one document or many."""
