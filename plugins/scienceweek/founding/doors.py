"""The few files of a site beside its data: they lead to the program, and say what is where."""

from collections.abc import Mapping

from scienceweek.founding.wish import SiteWish

DOORS: Mapping[str, str] = {
    "Makefile": """\
# 程序在 program/ 里，这里的命令都交给它：make site、make check、make serve、make publish。
include program/Makefile
""",
    "tasks.py": '''\
"""这里的命令都交给 program/ 里的程序：invoke --list。"""

from program.tasks import *  # noqa: F403
''',
    "pelicanconf.py": '''\
"""网站自己的设置写在 data/site.yaml；这里只叫来 program/ 里的程序。"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from program.pelicanconf import *  # noqa: E402, F403
''',
    "publishconf.py": '''\
"""网址和发布到哪里写在 data/site.yaml；这里只叫来 program/ 里的程序。"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from program.publishconf import *  # noqa: E402, F403
''',
}
"""What leads to the program: renewed with it, and no push changes it."""

COPIED = ("kepu", "kepu.cmd", ".gitattributes")
"""Doors that are files of the program themselves, and which line ends git gives to all of them."""

IGNORED = """\
/.venv/
/.cache/
/.published/
/output*/
/.output*/
/output.zip
/*.xlsx
/.program-before/
/.program-new/
__pycache__/
"""


def readme(wish: SiteWish) -> str:
    """What the site's repository is, for whoever opens it."""
    return f"""\
# {wish.name}{wish.series.said}网站

| 在哪里 | 是什么 |
|---|---|
| `data/` | 事实：网站自己的事（`site.yaml`）、活动周、活动、基地、场地、单位 |
| `content/` | 文章：通知原文、长篇介绍、固定页面、图片、给人下载的文件 |
| `program/` | 程序，不用改；只由 `invoke update-program` 更新 |

现在里面是例子：一届活动周、一个活动、一个基地、一个场地、一份通知，名称里都写着“示例”。照着改成自己的，文件名和编号也改；
改完删去 `data/alerts.yaml` 里“内容是示例”的那条公告。

    make check      检查，不到一秒
    make serve      预览
    make site       生成网站到 output/
    make send       检查、提交、合并别人的修改、推送，等到网站更新

Windows 上双击 `kepu.cmd`，macOS 上运行 `./kepu`，做的是同样的事；也可以写 `kepu check`、`kepu serve`、`kepu build`、`kepu send`。

怎样写、怎样发布，见[工作手册](program/docs/handbook.md)和[怎样发布](program/deploy/README.md)。用代码平台的流水线发布，把 `program/deploy/` 里的
`github.yml`、`gitlab.yml` 或 `gitea.yml` 放到它第一行写的地方，不用改。更新程序：
`.venv/bin/invoke update-program 新版本的文件夹、压缩包或 git 地址`；退回原来的：`.venv/bin/invoke update-program --back`。
"""
