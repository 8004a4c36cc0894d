"""How Chinese text is set: where its lines may break. Standard library only."""
