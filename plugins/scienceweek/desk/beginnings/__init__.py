"""How records begin: one that is new, and next year's campaign from this year's."""
