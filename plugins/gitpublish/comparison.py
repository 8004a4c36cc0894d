"""What would change at a place, and what has changed there by itself: nothing is written anywhere that visitors see."""

from dataclasses import replace

from gitpublish import destinations, publication, seals
from gitpublish.checkout import Checkout
from gitpublish.delivered_site import Parcel
from gitpublish.messages import Failed, Say
from gitpublish.release_store import STAMP, Release
from gitpublish.seals import Difference


def rehearse(checkout: Checkout, say: Say) -> None:
    """All of a publication but the publication; *say* is told what it would change. Raises Failed where it would fail."""
    checkout.addressed()
    question = checkout.question()
    if server := checkout.server:
        difference = _from_live(checkout, checkout.parcel(publication.rehearse(server, say)))
    else:
        with checkout.prepared(say) as (build, lock):
            parcel = checkout.parcel(build.rehearse(say, lock))
            if checkout.to == "server":
                difference = _from_live(checkout, parcel)
            else:
                difference = destinations.compare(parcel, checkout.to, checkout.place_here)
    # A release names itself once it is one.
    difference = replace(difference, gone=tuple(path for path in difference.gone if path != STAMP))
    say(f"发布到：{_where(checkout)}")
    if checkout.url:
        say(f"网址：{checkout.url}/")
    counts = (len(difference.new), len(difference.changed), len(difference.gone))
    say("新增 {} 个文件，改动 {} 个，删除 {} 个。".format(*counts))
    for line in difference.lines("新增", "改动", "删除"):
        say(line)
    if question:
        say(f"真正发布时会先问：{question}")
    say("这是试运行：什么也没有发布。")


def verify(checkout: Checkout, say: Say) -> None:
    """Reads all that lies at the place. Raises Failed with what is not as it was published."""
    release, known, whose = _published(checkout)
    if not known:
        raise Failed(
            f"第 {release.number} 版没有留下文件清单，没法核对（是程序更新以前发布的）。再发布一次，以后就能核对。"
        )
    parcel = Parcel(
        checkout.store.folder(release), str(release), checkout.parcel(checkout.folder).headers, known
    )
    if checkout.to == "server":
        difference = Difference.between(seals.seal(parcel.tree), known)
    else:
        difference = destinations.strayed(parcel, checkout.to, checkout.place_here)
    if not difference:
        say(f"核对无误：{_where(checkout)} 的文件和第 {release.number} 版一样（按{whose}的清单）。")
        return
    mend = (
        f"请先看是谁改的，再删去 {checkout.store.root / 'build'}，重新发布（invoke publish --to server）。"
        if checkout.to == "server"
        else f"请先看是谁改的，再重新发布（invoke publish --to {checkout.to}）；多出来的文件，不认识的请删去。"
    )
    lines = difference.lines("缺少", "被改", "多出")
    raise Failed(
        "\n".join([f"{_where(checkout)} 和第 {release.number} 版不一样（按{whose}的清单）：", *lines, mend])
    )


def _published(checkout: Checkout) -> tuple[Release, seals.Seal, str]:
    """What visitors should see: which release, the digests of its files, and by whose record."""
    memory, store = checkout.memory(), checkout.store
    release = Release.parse(memory.live) or store.live()
    if release is None:
        raise Failed(f"{_where(checkout)} 还没有发布过，没有可以核对的。")
    if own := store.seal(release):
        return release, own, "这台电脑"
    kept = memory.releases.get(str(release))
    return release, kept.files if kept else {}, "那里自己留"


def _from_live(checkout: Checkout, parcel: Parcel) -> Difference:
    live = checkout.store.live()
    there = seals.seal(checkout.store.folder(live)) if live else {}
    return Difference.between(there, parcel.sealed())


def _where(checkout: Checkout) -> str:
    if checkout.to == "server":
        return str(checkout.store.link)
    return f"{checkout.to} {destinations.described(checkout.to, checkout.place_here)}"
