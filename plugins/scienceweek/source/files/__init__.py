"""Files as they lie there: which belong where, how they are encoded, what was read of them before."""
