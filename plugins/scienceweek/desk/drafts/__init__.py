"""Drafts: what was found in a document, as it goes into ``data/``."""
