"""The only room that knows every stage: puts them in order, and contains no logic."""
