"""Science weeks as a static site: facts in, files out.

``source.load`` reads the facts, ``plan.plan`` names every file of the site, and
``render.build`` makes the files that have changed. To read the program, start
with ``plan.py``: it is the table of contents.
"""
