"""Science weeks as a static site: facts in, files out.

`check.project` reads the facts, plans the site and looks up every link; `plan` names every file, in order;
`render.build` makes those that have changed. To read the program, start with `plan`: it is the table of contents.
"""
