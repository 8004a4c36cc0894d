"""Pictures as they lie there: what they are, whether they are whole, and what must not be in them."""
