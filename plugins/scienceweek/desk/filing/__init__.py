"""Forms that a notice asks for (备案表, 申报表), filled from the records, as documents of Word.

What no record says stays empty, for whoever files the form to fill in.
"""
