"""How large a file is, in words."""

_KILO = 1000
_WHOLE = 10


def size(number: int) -> str:
    """``36 KB``, ``1.8 MB``: *number* is in bytes, and is never said to be smaller than it is."""
    kilobytes = -(-number // _KILO)
    if kilobytes < _KILO:
        return f"{kilobytes} KB"
    megabytes = -(-number * 10 // _KILO**2) / 10
    return f"{megabytes:.1f} MB" if megabytes < _WHOLE else f"{-(-number // _KILO**2)} MB"
