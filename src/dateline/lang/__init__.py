"""What is known of languages: rules, word lists, models."""
