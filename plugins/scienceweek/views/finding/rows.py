"""What the finder knows of each thing that one may look for: one row, in words. Of contacts it has the number that a ticket tells."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from scienceweek import links
from scienceweek.frozen import frozen
from scienceweek.model.activity import Activity, Admits
from scienceweek.model.campaign import Campaign, Notice
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.changes import days_gone
from scienceweek.model.days import days_of
from scienceweek.model.parts import tells_of, wholes
from scienceweek.model.place import AtBase, AtVenue, Online
from scienceweek.model.schedule import Days, DuringCampaign
from scienceweek.views.finding import getting_in, numbers, prose, spots
from scienceweek.views.finding.finder_row import FinderRow, FinderRows, above, said, sound, within
from scienceweek.views.finding.places import number_of_places, of_places
from scienceweek.views.parts import campaign_years, ticket
from scienceweek.views.parts.contacts import Privacy
from scienceweek.views.parts.enquiries import desk
from scienceweek.views.parts.notice_list import address, title
from scienceweek.views.parts.regions import parts
from scienceweek.views.parts.stub import stub
from scienceweek.views.words import dates, sessions, whereabouts
from scienceweek.views.words.changes import outcome
from scienceweek.views.words.extents import ends, limits, spans

MOST = 1500  # rows in one file
LETTERS = 100_000
"""Letters of texts in one file: with as many rows as it may have less than 200 KB packed, and 1,500 as they are."""
_FEW = 2 * LETTERS
"""Letters of all texts of activities that may be in one file with all other rows."""
_WEEK = "一二三四五六日"
_LONGEST_RUN = 14  # days


@frozen
class CampaignShard:
    """The *campaigns* whose rows share a file, and go on in further ones: the first is at *path*."""

    path: str
    campaigns: tuple[Campaign, ...]


def rows(
    catalogue: Catalogue, privacy: Privacy, most: int | None = None, size: int | None = None
) -> tuple[FinderRows, ...]:
    """All rows but those of notices; if there are more than *most*, those of the places, and where those of each campaign are.

    Of more than *size* places there is more than one file.
    """
    if are_many(catalogue, most):
        return rows_of_places(catalogue, privacy, paths_of_campaigns(catalogue, size), size)
    latest = catalogue.latest_campaigns
    held = (row for one in latest for row in _of_campaign(one, catalogue, privacy))
    every = (*of_places(catalogue, privacy), *held)
    return (FinderRows(links.ROWS, every, tuple(one.path for one in rows_of_notices(catalogue))),)


def are_many(catalogue: Catalogue, most: int | None = None) -> bool:
    """Whether all rows are more than *most*, or their texts too long for one file."""
    # A campaign and each of its documents are a row each.
    papers = sum(2 + len(campaign.further) for campaign in catalogue.campaigns)
    number = number_of_places(catalogue) + papers + len(catalogue.activities)
    return number > (MOST if most is None else most) or sum(map(_letters, catalogue.activities)) > _FEW


def rows_of_places(
    catalogue: Catalogue, privacy: Privacy, campaigns: tuple[str, ...], size: int | None = None
) -> tuple[FinderRows, ...]:
    """Those of the places, where there are many: a file, and one more for each *size* of them. Those of *campaigns* are in files of theirs."""
    found = of_places(catalogue, privacy)
    first, *more = _cut(links.ROWS, found, [len(row.text) for row in found], size)
    return (replace(first, others=(*(one.path for one in more), *campaigns)), *more)


def paths_of_campaigns(catalogue: Catalogue, size: int | None = None) -> tuple[str, ...]:
    """Where the rows of each campaign are, where there are many, the latest first."""
    return tuple(
        links.further(shard.path, at)
        for shard in campaign_shards(catalogue, size)
        for at, _ in enumerate(_runs(_texts(shard, catalogue), size), 1)
    )


def rows_of_notices(catalogue: Catalogue) -> tuple[FinderRows, ...]:
    """The documents of all campaigns, in files of their own: their texts are long, and looked through last."""
    found = tuple(row for one in catalogue.latest_campaigns for row in _papers(one))
    return _cut(links.ROWS_OF_NOTICES, found, [len(row.text) for row in found]) if found else ()


def campaign_shards(catalogue: Catalogue, size: int | None = None) -> tuple[CampaignShard, ...]:
    """The campaigns by file, the latest first: each by itself or, of very many, those of the districts below a unit."""
    latest = catalogue.latest_campaigns
    if len(latest) <= campaign_years.MOST:
        return tuple(CampaignShard(links.rows_of(one), (one,)) for one in latest)
    held = catalogue.campaigns_of
    weights = {home: sum(_number(one, catalogue) for one in own) for home, own in held.items()}
    home = (one for one in catalogue.districts if one.id in held)
    parted = parts(home, lambda one: weights[one.id], MOST if size is None else size)
    return tuple(
        CampaignShard(
            links.rows_below(one.key, one.number),
            tuple(campaign for district in one.districts for campaign in held[district.id]),
        )
        for one in parted
    )


def rows_of(
    shard: CampaignShard, catalogue: Catalogue, privacy: Privacy, size: int | None = None
) -> tuple[FinderRows, ...]:
    """Those of a *shard*, where there are many: a file, and one more for each *size* of them."""
    found = tuple(row for one in shard.campaigns for row in of_campaign(one, catalogue, privacy))
    return _cut(shard.path, found, _texts(shard, catalogue), size)


def _number(campaign: Campaign, catalogue: Catalogue) -> int:
    return 2 + len(campaign.further) + len(catalogue.every_of_campaign[campaign.id])


def _texts(shard: CampaignShard, catalogue: Catalogue) -> list[int]:
    """How many letters the text of each row of a *shard* has, before any is made; of an activity as it is written, with its marks."""
    texts: list[int] = []
    for one in shard.campaigns:
        texts += (0, *(len(paper.text) for paper in (one.notice, *one.further)))
        texts += map(_letters, catalogue.every_of_campaign[one.id])
    return texts


def _letters(activity: Activity) -> int:
    return len(activity.description) + len(activity.body)


def _cut(
    path: str, found: tuple[FinderRow, ...], texts: list[int], size: int | None = None
) -> tuple[FinderRows, ...]:
    """The rows that were *found*, whose *texts* are so long, in files of no more than *size*."""
    runs = _runs(texts, size)
    return tuple(FinderRows(links.further(path, at), found[run]) for at, run in enumerate(runs, 1))


def _runs(texts: list[int], size: int | None = None) -> Iterator[slice]:
    """Which rows share a file, by the length of their texts."""
    most = MOST if size is None else size
    first, letters = 0, 0
    for at, text in enumerate(texts):
        if at > first and (at - first == most or letters + text > LETTERS):
            yield slice(first, at)
            first, letters = at, 0
        letters += text
    yield slice(first, len(texts))


def of_campaign(campaign: Campaign, catalogue: Catalogue, privacy: Privacy) -> tuple[FinderRow, ...]:
    """The campaign itself, its notice and further documents, and its activities."""
    first, *held = _of_campaign(campaign, catalogue, privacy)
    return (first, *_papers(campaign), *held)


def _of_campaign(campaign: Campaign, catalogue: Catalogue, privacy: Privacy) -> Iterator[FinderRow]:
    yield _campaign(campaign, privacy)
    for one in catalogue.every_of_campaign[campaign.id]:
        yield _activity(one, catalogue.activity, privacy)


def _papers(campaign: Campaign) -> Iterator[FinderRow]:
    return (_notice(campaign, one) for one in (campaign.notice, *campaign.further))


def _activity(activity: Activity, known: Mapping[str, Activity], privacy: Privacy) -> FinderRow:
    answer = ticket.answer(activity)
    made, runs = stub(activity.when), days_of(activity)
    change = ticket.notice(activity)
    return FinderRow(
        "activity",
        links.activity(activity),
        activity.title,
        sub=activity.subtitle,
        when=sessions.when(activity),
        place=ticket.place(activity),
        by=ticket.host(activity),
        **within(activity.district),
        campaign=activity.campaign.id,
        days=spans(runs),
        **ends(limits(activity)),
        shape=made.shape,
        plate=made.plate,
        topics=" ".join(topic.id for topic in activity.topics),
        audience=" ".join(audience.id for audience in activity.audience),
        form=activity.kind.id if activity.kind else "",
        traits=" ".join(_traits(activity, runs)),
        status=(outcome(activity) if activity.off else change.word) if change else "",
        gone=spans(days_gone(activity)),
        more=said((*_remembered(activity), *_weekdays(runs))),
        sound=sound(activity.readings, *_heard(activity), *above(activity.district)),
        whole=next((links.activity(one) for one in wholes(activity, known) if tells_of(one, activity)), ""),
        ages=getting_in.ages(activity.ages),
        terms=said(_terms(activity)),
        text=prose.words(activity.description, activity.body, activity.bring, activity.admission.note),
        answer=f"{answer.shape} {answer.word}" if answer else "",
        **numbers.number(desk(activity, privacy).calls),
        spots=spots.of_activity(activity),
    )


def _campaign(campaign: Campaign, privacy: Privacy) -> FinderRow:
    return FinderRow(
        "campaign",
        links.campaign(campaign),
        campaign.name,
        sub=campaign.theme,
        when=dates.days_in_full(campaign.when),
        **within(campaign.district),
        campaign=campaign.id,
        days=spans((campaign.when,)),
        **ends((campaign.when,)),
        shape="seal",
        plate=campaign.district.short,
        more=said((campaign.series.said, *numbers.offices(campaign.contacts, campaign, privacy))),
        sound=sound(campaign.readings, *above(campaign.district)),
    )


def _notice(campaign: Campaign, notice: Notice) -> FinderRow:
    return FinderRow(
        "notice",
        address(campaign, notice),
        title(campaign, notice),
        when=f"{dates.day_in_full(notice.issued)}印发" if notice.issued else "",
        by=notice.issuer,
        **within(campaign.district),
        campaign=campaign.id,
        **ends((campaign.when,)),
        shape="notice",
        more=said(
            (
                notice.number,
                notice.kind.said if notice.id else "",
                *(strand.title for strand in campaign.strands),
            )
        ),
        sound=sound(campaign.readings, *above(campaign.district)),
        text=prose.words(notice.text),
    )


def _weekdays(runs: Iterable[Days]) -> tuple[str, ...]:
    """周六、周日 and so on: each that is in *runs*, in order; a long run says nothing of its weekdays."""
    days = {day.weekday() for run in runs if len(run) <= _LONGEST_RUN for day in run}
    return tuple(f"周{_WEEK[number]}" for number in sorted(days))


def _traits(activity: Activity, runs: tuple[Days, ...]) -> Iterator[str]:
    """How one gets in, online, window (some of its *runs* of days lie in it, or it is somewhen in it), and whom it admits."""
    window = activity.campaign.when
    yield from getting_in.traits(activity.admission, activity.wheelchair)
    if activity.live or any(isinstance(at, Online) for at in activity.held_at):
        yield "online"
    within = any(run.first <= window.last and window.first <= run.last for run in runs)
    if within or any(isinstance(when, DuringCampaign) for when in activity.when):
        yield "window"
    if activity.admits is not Admits.STAFF:
        yield activity.admits.value


def _terms(activity: Activity) -> Iterator[str]:
    """What kind of thing it is, about what, for whom."""
    yield activity.kind.name if activity.kind else ""
    yield from (term.name for term in (*activity.topics, *activity.audience))


def _remembered(activity: Activity) -> Iterator[str]:
    """Short names, rooms, organisers, people: what a reader may remember of it."""
    yield activity.short_title
    yield from (word for at in activity.held_at for word in (whereabouts.room(at), whereabouts.meeting(at)))
    yield activity.strand.title if activity.strand else ""
    yield from (piece.title for piece in activity.pieces)
    yield from (party.name for part in activity.organisers for party in part.parties)
    yield from (row.what for row in activity.programme)
    yield from (one.name for one in activity.people)
    yield activity.campaign.name


def _heard(activity: Activity) -> Iterator[tuple[str, ...]]:
    """The readings that are given of where it is and of who holds it."""
    for at in activity.held_at:
        match at:
            case AtBase(place) | AtVenue(place):
                yield place.readings
            case _:
                pass
    if activity.base:
        yield activity.base.readings
    parties = (party for part in activity.organisers for party in part.parties)
    yield from (party.organisation.readings for party in parties if party.organisation)
