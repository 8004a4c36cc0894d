"""Object storage that speaks S3: 阿里云 OSS, 腾讯云 COS, 华为云 OBS, MinIO, Amazon."""

import json
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from gitpublish import media_types
from gitpublish.delivered_site import Parcel, asked
from gitpublish.messages import Failed, Say

NEEDS = ("bucket", "kepu")
_MANIFEST = ".published.json"
_AT_ONCE = 8
_LAST = ("index.html",)


def deliver(parcel: Parcel, place: Mapping[str, Any], say: Say) -> None:
    """Uploads what has changed, pages last, and then deletes what is gone."""
    try:
        from botocore.exceptions import BotoCoreError, ClientError
    except ImportError:
        raise Failed("还没有安装发布到对象存储需要的软件包。请运行 TO=s3 make publish。") from None
    try:
        _deliver(parcel, _bucket(place), say)
    except ClientError as error:
        told = error.response.get("Error", {})
        raise Failed(f"对象存储拒绝了：{told.get('Code', '')} {told.get('Message', '')}") from error
    except BotoCoreError as error:
        raise Failed(f"不能使用对象存储：{error}") from error


@dataclass(frozen=True, slots=True)
class _Bucket:
    client: Any
    name: str
    prefix: str

    def key(self, path: str) -> str:
        return f"{self.prefix}{path}"

    def upload(self, path: str, content: bytes) -> None:
        self.client.put_object(
            Bucket=self.name,
            Key=self.key(path),
            Body=content,
            ContentType=media_types.type_of(path),
            CacheControl=media_types.keeping(path),
        )

    def delete(self, path: str) -> None:
        # One by one: some of the others want another checksum for many at once.
        self.client.delete_object(Bucket=self.name, Key=self.key(path))

    def manifest(self) -> dict[str, str]:
        """What lies there: digests by path, empty where that is not sure; nothing if this is the first time."""
        try:
            stored = self.client.get_object(Bucket=self.name, Key=self.key(_MANIFEST))
        except self.client.exceptions.NoSuchKey:
            return {}
        try:
            found: dict[str, str] = json.loads(stored["Body"].read())
        except ValueError:
            return {}
        return found


def _bucket(place: Mapping[str, Any]) -> _Bucket:
    import boto3
    from botocore.config import Config

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
    prefix = str(place.get("prefix", "")).strip("/")
    return _Bucket(client, asked(place, *NEEDS), f"{prefix}/" if prefix else "")


def _deliver(parcel: Parcel, bucket: _Bucket, say: Say) -> None:
    contents = {path: (parcel.tree / path).read_bytes() for path in parcel.paths()}
    wanted = {path: _digest(path, content) for path, content in contents.items()}
    there = bucket.manifest()
    changed = [path for path, digest in wanted.items() if there.get(path) != digest]
    gone = sorted(there.keys() - wanted.keys())
    if not changed and not gone:
        say("没有变化，不用上传。")
        return
    # First what may become untrue: after a broken connection the next delivery knows what it cannot rely on.
    _save(bucket, there | dict.fromkeys(changed, ""))
    pages = [path for path in changed if path.endswith(".html") and path not in _LAST]
    others = [path for path in changed if not path.endswith(".html")]
    for group in (others, pages, [path for path in changed if path in _LAST]):
        _all(lambda path: bucket.upload(path, contents[path]), group)
    _all(bucket.delete, gone)
    _save(bucket, wanted)
    say(f"已上传 {len(changed)} 个文件，删除 {len(gone)} 个，{len(wanted) - len(changed)} 个没有变化。")


def _digest(path: str, content: bytes) -> str:
    """Of the bytes and of how they are announced."""
    announced = f"{media_types.type_of(path)}\n{media_types.keeping(path)}\n".encode()
    return sha256(announced + content).hexdigest()


def _save(bucket: _Bucket, manifest: Mapping[str, str]) -> None:
    bucket.upload(_MANIFEST, json.dumps(dict(sorted(manifest.items()))).encode())


def _all(act: Callable[[str], None], paths: Iterable[str]) -> None:
    with ThreadPoolExecutor(_AT_ONCE) as several:
        for _ in several.map(act, paths):
            pass
