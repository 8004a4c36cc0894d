"""How times and phone numbers are written: one grammar, for the loader and for whatever reads notices."""
