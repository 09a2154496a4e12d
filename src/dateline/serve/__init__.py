"""The workbench: people read, judge and follow a story. Speaks HTTP, decides nothing itself."""
