"""What the program says of itself and of which documents there are; nothing of what they say."""
