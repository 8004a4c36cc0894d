"""Words of a fixed list: types of base, kinds of activity, audiences, topics (SKOS Concept)."""

from scienceweek.frozen import frozen


@frozen
class Term:
    """A word of a list; *seal* is the single character that stands for it, where it has one."""

    id: str
    name: str
    seal: str = ""
    was: tuple[str, ...] = ()


@frozen
class Terms:
    """The four lists that staff may extend in ``data/terms.yaml``; *headings* are names for columns of tables, and what they are."""

    base_types: tuple[Term, ...] = ()
    kinds: tuple[Term, ...] = ()
    audiences: tuple[Term, ...] = ()
    topics: tuple[Term, ...] = ()
    headings: tuple[tuple[str, str], ...] = ()
