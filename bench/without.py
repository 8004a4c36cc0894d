"""Runs ``-m module …`` with one of the devices for speed put out: ``without.py DEVICE -m scienceweek check``.

The program has no switches: a device is put out as its module is imported, and ``DEVICES`` says how. Little else is
imported here, for the time that it takes is measured as well.
"""

import gc
import importlib.abc
import importlib.machinery
import itertools
import os
import runpy
import sys
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

Switch = Callable[[Any], None]


def _kept(module: Any) -> None:
    module.recalled = lambda _place, _identity, make: make()


def _no_memory(module: Any) -> None:
    forgetful = module.Memory
    module.Memory = lambda *_: forgetful()


def _given(chapter: Any) -> Any:
    facts = () if chapter.facts is None else (chapter.facts,)
    return chapter.targets(*facts, *chapter.data)


def _all_planned(module: Any) -> None:
    module.Chapter.opened = lambda chapter, _note: iter(_given(chapter))
    # No identity is that of an earlier build.
    numbers = itertools.count()
    module.Identities.of = module.Identities.of_one_within = lambda *_: f"{os.getpid()} {next(numbers)}"


def _no_manifest(module: Any) -> None:
    module.Manifest.of = classmethod(lambda kind, *_: kind({}))


def _forgotten(module: Any) -> None:
    module.remembered = lambda function: function


def _not_compiled(module: Any) -> None:
    module._Compiled.load_bytecode = module._Compiled.dump_bytecode = lambda *_: None


def _always_drawn(module: Any) -> None:
    module._drawn = module._draw


def _one_process(module: Any) -> None:
    module.crew_of = lambda *_: module.alone


def _collected(_module: Any) -> None:
    gc.disable = lambda: None


def _ordinary_end(_module: Any) -> None:
    # Only of the command: a process that draws must not go back into the code of the one that it was forked from.
    if "scienceweek" in sys.argv[0] or "check" in sys.argv:
        os._exit = sys.exit  # type: ignore[assignment]


def _drawn_anew(module: Any) -> None:
    module._remembered = lambda macro: macro


def _signs_anew(module: Any) -> None:
    module._form = module._form.__wrapped__
    module._widths = module._widths.__wrapped__
    module._stroked = module._stroked.__wrapped__


def _fresh_paper(module: Any) -> None:
    module.Paper.lay_back = lambda _: None


def _shell_anew(module: Any) -> None:
    module.sheet_shell = module.sheet_shell.__wrapped__


def _no_samples(module: Any) -> None:
    module.samples = lambda *_: ()


_PROJECT, _INSPECTION = "scienceweek.check.project", "scienceweek.check.inspection"
DEVICES: dict[str, dict[str, Switch]] = {
    "kept": {_INSPECTION: _kept},
    "kept-files": {_INSPECTION: _no_memory},
    "kept-links": {_PROJECT: _no_memory},
    "chapters": {"scienceweek.render.chapter": _all_planned},
    "manifest": {"scienceweek.render.manifest": _no_manifest},
    "remembered": {"scienceweek.views.words.memory": _forgotten},
    "bytecode": {"scienceweek.render.page": _not_compiled},
    "base map": {"scienceweek.formats.basemap": _always_drawn},
    "pieces": {"scienceweek.render.page": _drawn_anew},
    "signs": {"scienceweek.formats.sheet": _signs_anew},
    "paper": {"scienceweek.formats.paper": _fresh_paper},
    "shell": {"scienceweek.formats.open_data.sheet_shell": _shell_anew},
    "samples": {"scienceweek.render.draw": _no_samples},
    "gc": {"scienceweek": _collected},
    "exit": {"scienceweek": _ordinary_end},
    "processes": {"scienceweek.render.draw": _one_process},
}


class _Switched(importlib.abc.MetaPathFinder):
    """Finds the modules in which *switches* are to be put out."""

    def __init__(self, switches: dict[str, Switch]) -> None:
        self._switches = switches

    def find_spec(self, name: str, path: Any, target: ModuleType | None = None) -> Any:
        if name not in self._switches:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec and spec.loader:
            run_module, switch = spec.loader.exec_module, self._switches[name]

            def execute(module: ModuleType) -> None:
                run_module(module)
                switch(module)

            spec.loader.exec_module = execute  # type: ignore[method-assign]
        return spec


def start(device: str, arguments: Sequence[str]) -> None:
    """Runs ``-m module …`` as Python does, with one *device* off; "" for none."""
    sys.meta_path.insert(0, _Switched(DEVICES.get(device, {})))
    _, module, *rest = arguments
    sys.argv = [module, *rest]
    sys.path[0] = ""
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    start(sys.argv[1], sys.argv[2:])
