"""What pip and its like are told by `build-backend` in pyproject.toml: there is no package to be made of this."""

import sys
from typing import NoReturn

WHY = """
这个程序在它自己的文件夹里运行，不用 pip 安装：网页的模板、样式和数据都在它旁边。请运行 make site。

This program runs from its own folder and is not installed: templates, styles and facts lie beside it. Run `make site`.
"""


def refuse(*_: object, **__: object) -> NoReturn:
    """Ends the process that was to make a package."""
    sys.exit(WHY)


build_wheel = build_sdist = build_editable = refuse
get_requires_for_build_wheel = get_requires_for_build_sdist = get_requires_for_build_editable = refuse
prepare_metadata_for_build_wheel = prepare_metadata_for_build_editable = refuse
