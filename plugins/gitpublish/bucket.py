"""A bucket that speaks S3: what lies in it, what is put there and how that is announced. The door for boto3."""

import gzip
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Self

from gitpublish import media_types
from gitpublish.messages import Failed
from gitpublish.place_memory import PlaceMemory

FOLDER = ".published/"
_MEMORY = f"{FOLDER}memory.json.gz"
_RECORD = f"{FOLDER}objects.json.gz"
_KEPT = f"{FOLDER}kept/"
_AT_ONCE = 8
_NOT_THERE = ("NoSuchKey", "404", "NotFound")
# Whose buckets have no lists of who may read, and who does not know them.
_NO_ACL = ("AccessControlListNotSupported", "NotImplemented", "InvalidArgument", "AccessDenied")


@dataclass(frozen=True, slots=True)
class Put:
    """The file at *path*, whose *digest* is that of its bytes when unpacked: its *content*, or what lies at *source*."""

    path: str
    digest: str
    packed: bool
    content: bytes | None = None

    @property
    def source(self) -> str:
        """Where it is kept once it is no longer shown."""
        return f"{_KEPT}{self.digest}{'.gz' if self.packed else ''}"

    @property
    def announced(self) -> dict[str, str]:
        return announced(self.path, packed=self.packed)


@dataclass(frozen=True, slots=True)
class Laid:
    """What was put at a path: the *digest* of its bytes, how it was *announced*, the *etag* that it got."""

    digest: str
    announced: Mapping[str, str]
    etag: str

    def is_of(self, put: Put) -> bool:
        return self.digest == put.digest and self.announced == put.announced

    @property
    def packed(self) -> bool:
        return "ContentEncoding" in self.announced


def announced(path: str, *, packed: bool) -> dict[str, str]:
    """The headers with which the file at *path* goes out."""
    plain = {"ContentType": media_types.type_of(path), "CacheControl": media_types.keeping(path)}
    return plain | ({"ContentEncoding": "gzip"} if packed else {})


@dataclass(frozen=True, slots=True)
class Bucket:
    """The bucket *name*, in which the site lies below *prefix*."""

    client: Any
    name: str
    prefix: str

    @classmethod
    @contextmanager
    def opened(cls, name: str, place: Mapping[str, Any]) -> Iterator[Self]:
        """As *place* says how to reach it. Raises Failed with what the storage says."""
        try:
            import boto3
            from botocore.config import Config
            from botocore.exceptions import BotoCoreError, ClientError
        except ImportError:
            raise Failed("还没有安装发布到对象存储需要的软件包。请运行 TO=s3 make publish。") from None
        prefix = str(place.get("prefix", "")).strip("/")
        try:
            client = boto3.client(
                "s3",
                endpoint_url=place.get("endpoint") or None,
                region_name=place.get("region") or None,
                # The checksums that newer versions add are Amazon's alone.
                config=Config(
                    request_checksum_calculation="when_required",
                    response_checksum_validation="when_required",
                    retries={"mode": "standard", "max_attempts": 4},
                    s3={"addressing_style": place.get("addressing", "auto")},
                    max_pool_connections=_AT_ONCE,
                ),
            )
            try:
                yield cls(client, name, f"{prefix}/" if prefix else "")
            finally:
                client.close()
        except ClientError as error:
            told = error.response.get("Error", {})
            raise Failed(f"对象存储拒绝了：{told.get('Code', '')} {told.get('Message', '')}") from error
        except (BotoCoreError, ValueError) as error:
            raise Failed(f"不能使用对象存储：{error}") from error

    def files(self) -> dict[str, str]:
        """The ETag of each file of the site, by path: a request for each thousand."""
        return {
            path: etag for path, etag in self._listed("") if not path.startswith(FOLDER) and path[-1:] != "/"
        }

    def put(self, put: Put) -> str:
        """The ETag of *put*, which lies at its path from now on."""
        if put.content is None:
            copied = self.client.copy_object(
                Bucket=self.name,
                Key=self._key(put.path),
                CopySource={"Bucket": self.name, "Key": self._key(put.source)},
                MetadataDirective="REPLACE",
                **put.announced,
            )
            return str(copied["CopyObjectResult"]["ETag"])
        return self._write(put.path, put.content, put.announced)

    def keep(self, path: str, laid: Laid) -> None:
        """What lies at *path* can be shown again after something else has been put there."""
        self._unseen(
            self.client.copy_object,
            Key=self._key(Put(path, laid.digest, laid.packed).source),
            CopySource={"Bucket": self.name, "Key": self._key(path)},
        )

    def kept(self) -> set[str]:
        """Where what is no longer shown lies."""
        return {path for path, _ in self._listed(_KEPT)}

    def read(self, path: str) -> tuple[bytes, dict[str, str]]:
        """The bytes at *path*, unpacked, and how they are announced."""
        found = self.client.get_object(Bucket=self.name, Key=self._key(path))
        content = found["Body"].read()
        said = {name: found[name] for name in announced(path, packed=True) if found.get(name)}
        if said.get("ContentEncoding") == "gzip":
            try:
                content = gzip.decompress(content)
            except (OSError, EOFError, zlib.error):
                content = b""
        return content, said

    def delete(self, path: str) -> None:
        # One by one: some of the others want another checksum for many at once.
        self.client.delete_object(Bucket=self.name, Key=self._key(path))

    def memory(self) -> PlaceMemory:
        """What is remembered of releases; nothing if this is the first time."""
        found = self._own(_MEMORY)
        return PlaceMemory() if found is None else PlaceMemory.unpacked(found, self._key(_MEMORY))

    def remember(self, memory: PlaceMemory) -> None:
        self._unseen(self.client.put_object, Key=self._key(_MEMORY), Body=memory.packed())

    def record(self) -> dict[str, Laid]:
        """What was put there, by path; nothing, if that cannot be known: then all is put there again."""
        found = self._own(_RECORD)
        try:
            return {path: Laid(*laid) for path, laid in json.loads(gzip.decompress(found or b"")).items()}
        except (OSError, EOFError, ValueError, TypeError, AttributeError):
            return {}

    def save(self, record: Mapping[str, Laid]) -> None:
        known = {path: (laid.digest, laid.announced, laid.etag) for path, laid in sorted(record.items())}
        packed = gzip.compress(json.dumps(known, ensure_ascii=False).encode(), mtime=0)
        self._unseen(self.client.put_object, Key=self._key(_RECORD), Body=packed)

    def website(self) -> tuple[str, str] | None:
        """Its index and error documents; None if it has none."""
        if (found := self._asked("NoSuchWebsiteConfiguration", self.client.get_bucket_website)) is None:
            return None
        return (
            found.get("IndexDocument", {}).get("Suffix", ""),
            found.get("ErrorDocument", {}).get("Key", ""),
        )

    def set_website(self, index: str, error: str) -> None:
        self.client.put_bucket_website(
            Bucket=self.name,
            WebsiteConfiguration={"IndexDocument": {"Suffix": index}, "ErrorDocument": {"Key": error}},
        )

    def is_refusal(self, error: Exception) -> bool:
        """Whether the storage has understood, and does not do it."""
        from botocore.exceptions import ClientError

        return isinstance(error, ClientError)

    def all(self, act: Callable[[Any], Any], given: Iterable[Any]) -> list[Any]:
        """*act* for each of *given*, several at once, in order."""
        with ThreadPoolExecutor(_AT_ONCE) as several:
            return list(several.map(act, given))

    def _key(self, path: str) -> str:
        return f"{self.prefix}{path}"

    def _listed(self, folder: str) -> Iterator[tuple[str, str]]:
        pages = self.client.get_paginator("list_objects_v2")
        for page in pages.paginate(Bucket=self.name, Prefix=self._key(folder)):
            for item in page.get("Contents", ()):
                yield item["Key"].removeprefix(self.prefix), item.get("ETag", "")

    def _write(self, path: str, content: bytes, headers: Mapping[str, str]) -> str:
        written = self.client.put_object(Bucket=self.name, Key=self._key(path), Body=content, **headers)
        return str(written["ETag"])

    def _own(self, path: str) -> bytes | None:
        found = self._asked(_NOT_THERE, self.client.get_object, Key=self._key(path))
        return None if found is None else bytes(found["Body"].read())

    def _asked(self, absent: str | tuple[str, ...], ask: Callable[..., Any], **what: Any) -> Any:
        """The answer, None where the code of its error is one of *absent*."""
        from botocore.exceptions import ClientError

        try:
            return ask(Bucket=self.name, **what)
        except ClientError as error:
            if error.response.get("Error", {}).get("Code") in (
                (absent,) if isinstance(absent, str) else absent
            ):
                return None
            raise

    def _unseen(self, act: Callable[..., Any], **what: Any) -> None:
        """*act*, on something that visitors need not read, where the storage can say so of one object."""
        if self._asked(_NO_ACL, act, ACL="private", **what) is None:
            act(Bucket=self.name, **what)
