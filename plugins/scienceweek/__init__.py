"""Science weeks as a static site: facts in, files out.

`check.project` reads the facts, plans the site and looks up every link; `plan` names every file, in order;
`render.build` makes those that have changed. To read the program, start with `plan`: it is the table of contents.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - whoever has an older one is told so, not shown an error of its syntax
    sys.exit(
        "需要 Python 3.11 以上，这里是 "
        + ".".join(map(str, sys.version_info[:2]))
        + "。请用 make site，或者 .venv/bin/python。"
    )
