"""A site of one's own: begun from the program, and given a newer one."""
