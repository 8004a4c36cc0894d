"""What is said of mistakes: where, what was found, what would do."""
