"""Each kind of place, with a real one: a zip, a folder by rsync, moto's S3 server, a bare repository."""

import hashlib
import json
import os
import subprocess
from zipfile import ZipFile

import boto3
import pytest
from moto.server import ThreadedMotoServer
from pushers import environment

from gitpublish.delivered_site import Parcel
from gitpublish.destinations import deliver
from gitpublish.messages import Failed

PAGES = {"index.html": "首页", "a/b.html": "页", "a/b.ics": "BEGIN:VCALENDAR", "assets/site.css": "b{}"}


def parcel(folder, name: str = "000001-a", **changes: str | None) -> Parcel:
    """A release; ``a__b_html=None`` leaves a file out."""
    tree = folder / name
    given = {**PAGES, **{path.replace("__", "/").replace("_", "."): text for path, text in changes.items()}}
    for path, text in given.items():
        if text is None:
            continue
        for twin in (path, f"{path}.gz"):
            (tree / twin).parent.mkdir(parents=True, exist_ok=True)
            (tree / twin).write_text(text, encoding="utf-8")
    return Parcel(tree, name, headers="/*\n  X: y\n")


def contents(folder) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_place_of_another_kind_is_told(tmp_path):
    with pytest.raises(Failed, match=r"不知道怎样发布到“ftp”。可以写 server、zip、pages、rsync、s3"):
        deliver(parcel(tmp_path), "ftp", {}, print)


@pytest.mark.parametrize(("to", "key"), [("zip", "file"), ("rsync", "to"), ("s3", "bucket")])
def test_a_place_that_is_not_written_down_is_told(tmp_path, to, key):
    with pytest.raises(Failed, match=f"publishconf.py 里还没有写 {to} 的 {key}"):
        deliver(parcel(tmp_path), to, {"endpoint": "http://127.0.0.1:9", "region": "x"}, print)


def test_a_zip_holds_the_site_and_is_the_same_for_the_same_site(tmp_path):
    digests = set()
    for number in (1, 2):
        target = tmp_path / f"{number}.zip"
        given = parcel(tmp_path, f"00000{number}-a")
        os.utime(given.tree / "index.html", (number, number))
        deliver(given, "zip", {"file": str(target)}, str)
        digests.add(hashlib.sha256(target.read_bytes()).hexdigest())

    with ZipFile(target) as packed:
        assert {name: packed.read(name).decode() for name in packed.namelist()} == PAGES
    assert len(digests) == 1


@pytest.mark.slow
def test_rsync_lays_releases_side_by_side_shares_files_and_swaps_a_link(tmp_path):
    there = tmp_path / "there"
    first = parcel(tmp_path)
    deliver(first, "rsync", {"to": str(there)}, str)
    second = parcel(tmp_path, "000002-b", index_html="新首页", a__b_ics=None)
    for path in second.tree.rglob("*.*"):
        # What has not changed keeps its time, as in a release.
        old = first.tree / path.relative_to(second.tree)
        if path.is_file() and old.exists() and old.read_bytes() == path.read_bytes():
            os.utime(path, ns=(old.stat().st_mtime_ns,) * 2)

    deliver(second, "rsync", {"to": str(there)}, str)

    live = there / "live"
    assert live.readlink().name == "000002-b"
    assert contents(live) == contents(second.tree)
    assert (live / "a/b.html").samefile(there / "releases/000001-a/a/b.html")
    deliver(first, "rsync", {"to": str(there)}, str)
    assert live.readlink().name == "000001-a"
    assert contents(live) == contents(first.tree)
    assert sorted(path.name for path in (there / "releases").iterdir()) == ["000001-a", "000002-b"]


@pytest.mark.slow
def test_rsync_into_a_folder_itself_leaves_nothing_of_the_old_site(tmp_path):
    there = tmp_path / "there"
    deliver(parcel(tmp_path), "rsync", {"to": str(there), "swap": False}, str)
    second = parcel(tmp_path, "000002-b", a__b_ics=None)

    deliver(second, "rsync", {"to": str(there), "swap": False}, str)

    assert contents(there) == contents(second.tree)


@pytest.fixture
def bucket(monkeypatch):
    """A bucket on moto's server: its settings, and a client to look into it."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "x")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "x")
    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    place = {"bucket": "kepu", "endpoint": f"http://{host}:{port}", "region": "us-east-1", "prefix": "week"}
    client = boto3.client("s3", endpoint_url=place["endpoint"], region_name="us-east-1")
    client.create_bucket(Bucket="kepu")
    yield place, client
    client.close()
    server.stop()


def test_object_storage_holds_the_site_with_types_and_only_changes_travel(tmp_path, bucket):
    place, client = bucket
    told: list[str] = []
    deliver(parcel(tmp_path), "s3", place, told.append)
    first = client.head_object(Bucket="kepu", Key="week/a/b.html")
    deliver(parcel(tmp_path, "000002-b", index_html="新首页", a__b_ics=None), "s3", place, told.append)
    deliver(parcel(tmp_path, "000003-b", index_html="新首页", a__b_ics=None), "s3", place, told.append)

    held = [item["Key"] for item in client.list_objects_v2(Bucket="kepu")["Contents"]]
    assert held == ["week/.published.json", "week/a/b.html", "week/assets/site.css", "week/index.html"]
    assert client.get_object(Bucket="kepu", Key="week/index.html")["Body"].read().decode() == "新首页"
    assert (first["ContentType"], first["CacheControl"]) == ("text/html; charset=utf-8", "no-cache")
    assert client.head_object(Bucket="kepu", Key="week/a/b.html")["LastModified"] == first["LastModified"]
    assert told == [
        "已上传 4 个文件，删除 0 个，0 个没有变化。",
        "已上传 1 个文件，删除 1 个，2 个没有变化。",
        "没有变化，不用上传。",
    ]


def test_a_delivery_that_was_cut_off_is_made_good_by_the_next(tmp_path, bucket):
    place, client = bucket
    deliver(parcel(tmp_path), "s3", place, str)
    # As it stands when the line goes dead: the intent is written, one page is new, a file of no release has come.
    manifest = json.loads(client.get_object(Bucket="kepu", Key="week/.published.json")["Body"].read())
    intent = manifest | {"index.html": "", "lost.html": ""}
    client.put_object(Bucket="kepu", Key="week/.published.json", Body=json.dumps(intent))
    client.put_object(Bucket="kepu", Key="week/index.html", Body=b"half")
    client.put_object(Bucket="kepu", Key="week/lost.html", Body=b"x")

    deliver(parcel(tmp_path, "000002-a"), "s3", place, str)

    held = [item["Key"] for item in client.list_objects_v2(Bucket="kepu")["Contents"]]
    assert "week/lost.html" not in held
    assert client.get_object(Bucket="kepu", Key="week/index.html")["Body"].read().decode() == "首页"


def test_a_bucket_that_is_not_there_is_told(tmp_path, bucket):
    place, _ = bucket

    with pytest.raises(Failed, match="对象存储拒绝了：NoSuchBucket"):
        deliver(parcel(tmp_path), "s3", place | {"bucket": "none"}, print)


def test_pages_are_a_branch_that_others_have_too(tmp_path, monkeypatch):
    for name, value in environment().items():
        monkeypatch.setenv(name, value)
    remote, mine = tmp_path / "remote.git", tmp_path / "mine"
    subprocess.run(["git", "init", "--quiet", "--bare", remote], check=True)
    subprocess.run(["git", "init", "--quiet", mine], check=True)
    subprocess.run(["git", "remote", "add", "origin", remote], cwd=mine, check=True)
    place = {"repository": str(mine), "domain": "kepu.example.cn"}
    deliver(parcel(tmp_path), "pages", place, str)
    deliver(parcel(tmp_path, "000002-b", a__b_ics=None), "pages", place, str)

    def git(*arguments: str) -> str:
        ran = subprocess.run(["git", *arguments], cwd=remote, check=True, capture_output=True, text=True)
        return ran.stdout

    assert git("ls-tree", "-r", "--name-only", "gh-pages").split() == [
        ".nojekyll",
        "CNAME",
        "_headers",
        "a/b.html",
        "assets/site.css",
        "index.html",
    ]
    assert git("log", "--format=%s", "gh-pages").split("\n")[:2] == ["发布 000002-b", "发布 000001-a"]


@pytest.mark.parametrize("target", ["deploy@kepu.example.gov.cn:", "-oProxyCommand=x:/srv/kepu"])
def test_an_address_that_is_no_place_for_rsync_is_refused(tmp_path, target):
    with pytest.raises(
        Failed, match=f"看不懂发布地址“{target}”。可以写 deploy@kepu.example.gov.cn:/srv/kepu 或 /srv/kepu。"
    ):
        deliver(parcel(tmp_path), "rsync", {"to": target}, print)


@pytest.mark.parametrize(
    ("target", "swap", "lacks"), [("there", False, "rsync"), ("host:/srv/kepu", True, "ssh")]
)
def test_without_its_program_a_place_is_not_published_to_and_it_is_told(
    tmp_path, monkeypatch, target, swap, lacks
):
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))

    with pytest.raises(Failed, match=f"这台电脑上没有 {lacks}。请先安装，例如 apt-get install {lacks}。"):
        deliver(parcel(tmp_path), "rsync", {"to": target, "swap": swap}, print)


def test_what_the_other_program_says_is_told(tmp_path):
    (tmp_path / "file").write_text("x")

    with pytest.raises(Failed, match=r"没有发布成功（sh [0-9]+）："):
        deliver(parcel(tmp_path), "rsync", {"to": str(tmp_path / "file" / "there")}, print)
