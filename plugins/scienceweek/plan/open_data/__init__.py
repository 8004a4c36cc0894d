"""Open data: which fields each kind of record has, what is in them, and which files there are."""
