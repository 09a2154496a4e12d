"""What is asked for and answered, one subject a file; every route says what it needs."""
