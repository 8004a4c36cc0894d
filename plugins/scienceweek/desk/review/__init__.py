"""Drafts as a person looks at them: what was written on the left, what was read of it on the right."""
