"""A drawn sign for every activity, made from its record alone: a rubbing, in the hand of the seals."""
