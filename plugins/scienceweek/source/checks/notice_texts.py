"""Each text in ``content/notices`` is that of a document which a campaign names."""

from pathlib import PurePosixPath

from scienceweek.source.mistakes.problems import Position, quoted
from scienceweek.source.resolution.registers import Registers


def notice_texts(desk: Registers) -> None:
    """Tell of texts that are of none: ``2024-yubei.md`` is the notice, ``2024-yubei.correction.md`` a further document."""
    known = desk.campaigns
    if not known.complete:
        return
    for stem, body in desk.library.notices.items():
        campaign, _, document = stem.partition(".")
        if stem in desk.papers or (campaign in known and known[campaign] is None):
            continue
        spot = Position(body.file)
        if campaign in known:
            near = (
                desk.problems.nearest(document, desk.documents(campaign))
                or f"请在 data/campaigns/{campaign}.yaml 的 notices 里写上它。"
            )
            desk.problems.error(
                spot, f"“{campaign}”没有编号为{quoted(document)}的通知，这个文件不会显示。{near}"
            )
            continue
        desk.problems.error(
            spot, f"没有编号为{quoted(campaign)}的活动周，这个文件不会显示。{_offer(stem, desk)}"
        )


def _offer(stem: str, desk: Registers) -> str:
    """What the file *stem* is likely to be called."""
    campaign, dot, document = stem.partition(".")
    if now := desk.campaigns.named(campaign):
        return f"它的编号是“{now}”，请改名为“{now}{dot}{document}.md”。"
    longest = max((id for id in desk.campaigns.ids if stem.startswith(f"{id}-")), key=len, default="")
    if longest:
        right = PurePosixPath(f"{longest}.{stem.removeprefix(f'{longest}-')}.md")
        return f"补充、更正等，编号和活动周之间用点：请改名为“{right}”，并写进 data/campaigns/{longest}.yaml 的 notices。"
    return desk.problems.nearest(campaign, desk.campaigns.ids)
