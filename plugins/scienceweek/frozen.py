"""Frozen dataclasses whose methods are written when they are first called.

`dataclass` compiles six functions for each class. With four hundred classes that takes longer than all that is planned after an edit,
which makes use of a few.
"""

from collections.abc import Callable, Sequence
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from typing import Any, Never, TypeVar, dataclass_transform

_Kind = TypeVar("_Kind")
_Method = Callable[..., Any]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type[_Kind]) -> type[_Kind]:
    """*kind* as `dataclass(frozen=True, slots=True)` would make it. Each field is given to `__init__`, by its place or its name."""
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(kind)
    own = vars(kind)
    for name, write in _WRITTEN.items():
        # A class that compares by `__eq__` of its own has None for its hash.
        if own.get(name) is None:
            setattr(made, name, _waiting(made, name, write))
    made.__getstate__, made.__setstate__ = _state([getattr(made, one.name) for one in fields(made)])
    made.__setattr__, made.__delattr__ = _refuse_to_set, _refuse_to_delete
    return made  # type: ignore[no-any-return]


def _waiting(made: Any, name: str, write: Callable[[Any], _Method]) -> _Method:
    """The method of this *name* until it is called: then it is written."""

    def first(self: Any, *values: Any, **named: Any) -> Any:
        method = write(made)
        setattr(made, name, method)
        return method(self, *values, **named)

    return first


def _state(slots: Sequence[Any]) -> tuple[_Method, _Method]:
    """How the values in *slots* are taken out and put back where something is copied or packed."""
    getters, setters = [slot.__get__ for slot in slots], [slot.__set__ for slot in slots]

    def state(self: Any) -> tuple[Any, ...]:
        return tuple([get(self) for get in getters])

    def take(self: Any, values: Sequence[Any]) -> None:
        for put, value in zip(setters, values, strict=True):
            put(self, value)

    return state, take


def _initialiser(kind: Any) -> _Method:
    """A default that is made anew each time is asked for where nothing is given."""
    given: dict[str, Any] = {"_put": object.__setattr__, "_MISSING": MISSING}
    told, body = [], []
    for one in fields(kind):
        name = value = one.name
        if one.default is not MISSING:
            given[f"_default_{name}"] = one.default
            told.append(f"{name}=_default_{name}")
        elif one.default_factory is not MISSING:
            given[f"_new_{name}"] = one.default_factory
            told.append(f"{name}=_MISSING")
            value = f"_new_{name}() if {name} is _MISSING else {name}"
        else:
            told.append(name)
        body.append(f"_put(self, {name!r}, {value})")
    if hasattr(kind, "__post_init__"):
        body.append("self.__post_init__()")
    return _compiled(kind, "__init__", ("self", *told), body or ("pass",), given)


def _teller(kind: Any) -> _Method:
    told = ", ".join(f"{one.name}={{self.{one.name}!r}}" for one in fields(kind) if one.repr)
    return _compiled(kind, "__repr__", ("self",), (f'return f"{{self.__class__.__qualname__}}({told})"',), {})


def _comparer(kind: Any) -> _Method:
    body = (
        "if other.__class__ is not self.__class__:",
        "    return NotImplemented",
        f"return {_compared(kind, 'self')} == {_compared(kind, 'other')}",
    )
    return _compiled(kind, "__eq__", ("self", "other"), body, {})


def _hasher(kind: Any) -> _Method:
    return _compiled(kind, "__hash__", ("self",), (f"return hash({_compared(kind, 'self')})",), {})


def _compared(kind: Any, whose: str) -> str:
    return f"({''.join(f'{whose}.{one.name}, ' for one in fields(kind) if one.compare)})"


_WRITTEN = {"__init__": _initialiser, "__repr__": _teller, "__eq__": _comparer, "__hash__": _hasher}


def _compiled(
    kind: Any, name: str, parameters: Sequence[str], body: Sequence[str], given: dict[str, Any]
) -> _Method:
    exec(f"def {name}({', '.join(parameters)}):\n " + "\n ".join(body), given)  # noqa: S102 - of names of our own
    made: _Method = given[name]
    made.__qualname__ = f"{kind.__qualname__}.{name}"
    return made


def _refuse_to_set(_self: object, name: str, _value: object) -> Never:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> Never:
    raise FrozenInstanceError(f"cannot delete field {name!r}")
