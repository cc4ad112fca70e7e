"""What is known of languages, each thing once."""
