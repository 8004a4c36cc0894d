"""A day in one sentence, for the ear: 5月25日渝北有7场，5场在创客港；都要先打电话。What nobody knows is left out."""

from datetime import date

from scienceweek.frozen import frozen
from scienceweek.views.words import dates

_LONGEST = 12
"""Characters of a place that is named in the sentence."""


@frozen
class DayFacts:
    """What is known of a day: so many activities *where* (渝北, 29个区县), *gathered* of them at the place *most*.

    One must *book* for some, *ask* whether one must for others, and need not for the rest. *hourless* have no hour, *off* do
    not take place; *doors* are the bases that are open.
    """

    where: str = ""
    number: int = 0
    most: str = ""
    gathered: int = 0
    book: int = 0
    ask: int = 0
    hourless: int = 0
    off: int = 0
    doors: int = 0


@frozen
class DaySentence:
    """The clauses of a sentence that begins with its *day* (5月25日, for which a script may say 今天).

    *facts* are true for ever; *duties* are for those who still want to go. Clauses come without the marks between them.
    """

    day: str
    facts: tuple[str, ...]
    duties: tuple[str, ...] = ()

    @property
    def rest(self) -> str:
        """All but its day: 渝北有7场，5场在创客港；都要先打电话。"""
        return "；".join(filter(None, ("，".join(self.facts), "，".join(self.duties)))) + "。"


def day_sentence(day: date, known: DayFacts) -> DaySentence:
    """What is *known* of *day*, in a sentence."""
    return DaySentence(dates.day(day), _facts(known), _duties(known) if known.number else ())


def said_in_full(day: date, sentence: DaySentence) -> str:
    """The sentence where its day stands alone: 2024年5月25日 周六，渝北有7场。"""
    return f"{dates.day_in_full(day)} {dates.weekday(day)}，{sentence.rest}"


def _facts(known: DayFacts) -> tuple[str, ...]:
    if not known.number:
        doors = f"{known.doors}处基地开放" if known.doors else ""
        return tuple(filter(None, (f"{known.where}没有排定的活动", doors, _off(known))))
    return tuple(filter(None, (f"{known.where}有{known.number}场", _gathered(known), _off(known))))


def _gathered(known: DayFacts) -> str:
    """Where most are, if that is at least half, and its name short."""
    place = known.most.partition("（")[0] or known.most
    if not place or len(place) > _LONGEST or known.gathered * 2 < known.number:
        return ""
    if known.number == 1:
        return f"在{place}"
    if known.gathered == 1:
        return ""
    return f"都在{place}" if known.gathered == known.number else f"{known.gathered}场在{place}"


def _off(known: DayFacts) -> str:
    return f"{'另有' if known.number else ''}{known.off}场不办了" if known.off else ""


def _duties(known: DayFacts) -> tuple[str, ...]:
    every = "都" if known.number > 1 else ""
    if known.ask == known.number:
        # Who rings is told the hour, too.
        return (f"{every}要先打电话",)
    booking = _booking(known, every)
    return booking if len(booking) > 1 else (*booking, *_hours(known))


def _booking(known: DayFacts, every: str) -> tuple[str, ...]:
    if known.book == known.number:
        return (f"{every}要预约",)
    if not known.book and not known.ask:
        return (f"{every}不用预约",)
    told = (known.book, "场要预约"), (known.ask, "场先打电话")
    return tuple(f"{number}{word}" for number, word in told if number)


def _hours(known: DayFacts) -> tuple[str, ...]:
    if not known.hourless:
        return ()
    return (("" if known.hourless == known.number else f"{known.hourless}场") + "几点开始没有写",)
