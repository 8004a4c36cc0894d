"""Files to take along: which there are, what each is, and what is in it that nobody may have seen."""
