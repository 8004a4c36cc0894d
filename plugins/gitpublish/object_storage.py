"""Object storage: 阿里云 OSS, 腾讯云 COS, 华为云 OBS, MinIO, Amazon.

Beside the site lies what the place remembers: its memory; a record of what was put at each path and which ETag it got; and,
by digest, what the releases before have that the live one has not.
"""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from gitpublish.bucket import Bucket, Laid, Put, announced
from gitpublish.delivered_site import Parcel, asked, unpacked
from gitpublish.messages import Failed, Say
from gitpublish.place_memory import Kept, PlaceMemory
from gitpublish.seals import Difference

NEEDS = ("bucket", "kepu")
_LAST = ("index.html",)
_NAMED = 3  # files that are not ours
# What only browsers fetch, and all of them unpack. Calendars, feeds and sitemaps are read by programs that may not.
_PACKED = (".css", ".geojson", ".html", ".js", ".json", ".svg")
_INDEX, _ERROR = "index.html", "404.html"


def deliver(parcel: Parcel, place: Mapping[str, Any], say: Say) -> None:
    """Puts there what is not there or has been changed, pages last, and then takes away what is gone."""
    with _bucket(place) as bucket:
        _bring(bucket, dict(_puts(parcel, place)), parcel.name, parcel.kept(), say)
        if place.get("website", True):
            _announce(bucket, say)


def memory(place: Mapping[str, Any]) -> PlaceMemory:
    """What the place remembers."""
    with _bucket(place) as bucket:
        return bucket.memory()


def compare(parcel: Parcel, place: Mapping[str, Any]) -> Difference:
    """What a delivery would put there and take away."""
    with _bucket(place) as bucket:
        work = _Work.of(bucket, dict(_puts(parcel, place)))
        new = (path for path in work.changed if path not in work.there)
        changed = (path for path in work.changed if path in work.there)
        return Difference(tuple(new), tuple(changed), work.gone)


def expected(parcel: Parcel, _: Mapping[str, Any]) -> dict[str, str]:
    """What lies there after a delivery."""
    return unpacked(parcel.sealed())


def contents(place: Mapping[str, Any]) -> dict[str, str]:
    """The digest of each file, all read. Of one that is announced as something else, how it is."""

    def content(path: str) -> str:
        found, said = bucket.read(path)
        known = [announced(path, packed=packed) for packed in (False, True)]
        return sha256(found).hexdigest() if said in known else f"announced as {said}"

    with _bucket(place) as bucket:
        paths = list(bucket.files())
        return dict(zip(paths, bucket.all(content, paths), strict=True))


def restore(name: str, place: Mapping[str, Any], say: Say) -> None:
    """Shows the release *name* again, of what is kept there; raises Failed if that is not all of it."""
    with _bucket(place) as bucket:
        known = bucket.memory().releases[name]
        wanted = {
            path: Put(path, digest, _is_packed(path, known.files, place))
            for path, digest in unpacked(known.files).items()
        }
        kept = bucket.kept()
        lost = [path for path in _Work.of(bucket, wanted).changed if wanted[path].source not in kept]
        if lost or not wanted:
            raise Failed(
                f"第 {name} 版的文件没有留全（{'、'.join(lost[:_NAMED])}），退不回去。请改好内容再发布。"
            )
        _bring(bucket, wanted, name, known, say)


@dataclass(frozen=True, slots=True)
class _Work:
    """What there is to do: paths *changed*, those of releases before that are *gone*, and *foreign* ones, which stay."""

    there: Mapping[str, str]
    record: Mapping[str, Laid]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    foreign: tuple[str, ...]

    @classmethod
    def of(cls, bucket: Bucket, wanted: Mapping[str, Put]) -> "_Work":
        there, record = bucket.files(), bucket.record()
        changed = (
            path
            for path, put in wanted.items()
            if not ((laid := record.get(path)) and laid.is_of(put) and laid.etag == there.get(path))
        )
        others = there.keys() - wanted.keys()
        return cls(
            there,
            record,
            tuple(sorted(changed)),
            tuple(sorted(others & record.keys())),
            tuple(sorted(others - record.keys())),
        )

    def replaced(self) -> Iterator[tuple[str, Laid]]:
        """What lies there as it was put there, and will not."""
        for path in (*self.changed, *self.gone):
            laid = self.record.get(path)
            if laid and laid.etag and laid.etag == self.there.get(path):
                yield path, laid


def _bring(bucket: Bucket, wanted: Mapping[str, Put], name: str, kept: Kept, say: Say) -> None:
    work, before = _Work.of(bucket, wanted), bucket.memory()
    after = before.showing(name, kept)
    if work.changed or work.gone:
        _keep(bucket, work, after)
        # First what may become untrue: after a broken connection the next delivery knows what it cannot rely on.
        doubtful = {path: Laid("", {}, "") for path in work.changed}
        bucket.save({**work.record, **doubtful})
        laid = _upload(bucket, [wanted[path] for path in work.changed])
        bucket.all(bucket.delete, work.gone)
        bucket.save({path: laid.get(path) or work.record[path] for path in wanted})
        say(
            f"已上传 {len(work.changed)} 个文件，删除 {len(work.gone)} 个，"
            f"{len(wanted) - len(work.changed)} 个没有变化。"
        )
    else:
        say("没有变化，不用上传。")
    if after != before:
        bucket.remember(after)
        bucket.all(bucket.delete, bucket.kept() - set(_needed(after)))
    if work.foreign:
        say(
            f"提醒：那里还有 {len(work.foreign)} 个文件不是这个网站的，没有动："
            f"{'、'.join(work.foreign[:_NAMED])}。不认识的话，请看是谁放的。"
        )


def _upload(bucket: Bucket, puts: list[Put]) -> dict[str, Laid]:
    pages = [put for put in puts if put.path.endswith(".html") and put.path not in _LAST]
    others = [put for put in puts if not put.path.endswith(".html")]
    laid: dict[str, Laid] = {}
    for group in (others, pages, [put for put in puts if put.path in _LAST]):
        etags: list[str] = bucket.all(bucket.put, group)
        laid |= {
            put.path: Laid(put.digest, put.announced, etag) for put, etag in zip(group, etags, strict=True)
        }
    return laid


def _keep(bucket: Bucket, work: _Work, after: PlaceMemory) -> None:
    """So that one can go back to what is replaced."""
    needed, have = set(_needed(after)), bucket.kept()
    wanted = {
        source: (path, laid)
        for path, laid in work.replaced()
        if (source := Put(path, laid.digest, laid.packed).source) in needed - have
    }
    bucket.all(lambda one: bucket.keep(*one), wanted.values())


def _needed(memory: PlaceMemory) -> Iterator[str]:
    """Where the files of the releases that are not live would be kept."""
    for name, kept in memory.releases.items():
        if name != memory.live:
            for path, digest in unpacked(kept.files).items():
                yield from (Put(path, digest, packed).source for packed in (False, True))


def _announce(bucket: Bucket, say: Say) -> None:
    """What is shown for a folder, and for what is not there; what somebody has set stays."""
    error = f"{bucket.prefix}{_ERROR}"
    by_hand = f"请在控制台的“静态网站”里把默认首页设为 {_INDEX}，默认 404 页设为 {error}；已经由 CDN 设好的，在 s3 里写 'website': False。"
    try:
        found = bucket.website()
        if found is None:
            bucket.set_website(_INDEX, error)
            say(f"已设好：首页是 {_INDEX}，找不到的网页显示 {error}。")
        elif found != (_INDEX, error):
            say(f"提醒：首页和找不到的网页现在设为 {'、'.join(filter(None, found)) or '空'}。{by_hand}")
    except Exception as refusal:
        if not bucket.is_refusal(refusal):
            raise
        say(f"提醒：不能查看和设置首页和找不到的网页。{by_hand}")


def _puts(parcel: Parcel, place: Mapping[str, Any]) -> Iterator[tuple[str, Put]]:
    """Each file as it is put there."""
    digests = parcel.sealed()
    for path in parcel.paths():
        packed = _is_packed(path, digests, place)
        content = (parcel.tree / (f"{path}.gz" if packed else path)).read_bytes()
        yield path, Put(path, digests[path], packed, content)


def _is_packed(path: str, files: Mapping[str, str], place: Mapping[str, Any]) -> bool:
    """Whether its twin goes there in its place: whoever asks can unpack it."""
    return bool(place.get("gzip", True)) and path.endswith(_PACKED) and f"{path}.gz" in files


def _bucket(place: Mapping[str, Any]) -> AbstractContextManager[Bucket]:
    return Bucket.opened(asked(place, *NEEDS), place)
