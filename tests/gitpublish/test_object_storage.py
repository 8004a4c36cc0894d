"""A bucket on moto's server: what is put there, mended, shown again, and found to have been changed."""

import gzip
import json

import pytest
from parcels import PAGES, parcel

from gitpublish.destinations import compare, deliver, memory, restore, strayed
from gitpublish.messages import Failed
from gitpublish.seals import Difference

WEBSITE = "已设好：首页是 index.html，找不到的网页显示 week/404.html。"


def held(client) -> list[str]:
    """What lies there of the site."""
    found = client.list_objects_v2(Bucket="kepu").get("Contents", ())
    return [item["Key"] for item in found if "/.published/" not in item["Key"]]


def text(client, path: str) -> str:
    return client.get_object(Bucket="kepu", Key=f"week/{path}")["Body"].read().decode()


def test_the_site_lies_there_with_types_and_only_changes_travel(tmp_path, bucket):
    place, client = bucket
    told: list[str] = []
    deliver(parcel(tmp_path), "s3", place, told.append)
    first = client.head_object(Bucket="kepu", Key="week/a/b.html")
    deliver(parcel(tmp_path, "000002-b", index_html="新首页", a__b_ics=None), "s3", place, told.append)
    deliver(parcel(tmp_path, "000003-b", index_html="新首页", a__b_ics=None), "s3", place, told.append)

    assert held(client) == ["week/a/b.html", "week/assets/site.css", "week/index.html"]
    assert text(client, "index.html") == "新首页"
    assert (first["ContentType"], first["CacheControl"]) == ("text/html; charset=utf-8", "no-cache")
    assert client.head_object(Bucket="kepu", Key="week/a/b.html")["LastModified"] == first["LastModified"]
    assert told == [
        "已上传 4 个文件，删除 0 个，0 个没有变化。",
        WEBSITE,
        "已上传 1 个文件，删除 1 个，2 个没有变化。",
        "没有变化，不用上传。",
    ]


def test_a_twin_goes_there_in_the_place_of_what_only_browsers_read(tmp_path, bucket):
    place, client = bucket
    given = parcel(tmp_path)
    (given.tree / "index.html.gz").write_bytes(gzip.compress("首页".encode()))

    deliver(given, "s3", place, str)

    page = client.get_object(Bucket="kepu", Key="week/index.html")
    calendar = client.get_object(Bucket="kepu", Key="week/a/b.ics")
    assert (page["ContentEncoding"], gzip.decompress(page["Body"].read()).decode()) == ("gzip", "首页")
    assert ("ContentEncoding" in calendar, calendar["Body"].read().decode()) == (False, "BEGIN:VCALENDAR")


def test_whoever_does_not_want_them_gets_no_twins(tmp_path, bucket):
    place, client = bucket

    deliver(parcel(tmp_path), "s3", place | {"gzip": False}, str)

    assert "ContentEncoding" not in client.head_object(Bucket="kepu", Key="week/index.html")


@pytest.mark.parametrize(
    "tamper",
    [
        lambda client: client.put_object(Bucket="kepu", Key="week/index.html", Body=b"x"),
        lambda client: client.delete_object(Bucket="kepu", Key="week/index.html"),
    ],
)
def test_what_was_changed_or_lost_there_is_mended_by_the_next_delivery(tmp_path, bucket, tamper):
    place, client = bucket
    deliver(parcel(tmp_path), "s3", place, str)
    tamper(client)
    told: list[str] = []

    deliver(parcel(tmp_path, "000002-a"), "s3", place, told.append)

    assert told == ["已上传 1 个文件，删除 0 个，3 个没有变化。"]
    assert text(client, "index.html") == "首页"


def test_more_than_a_thousand_files_are_all_compared(tmp_path, bucket):
    place, client = bucket
    given = parcel(tmp_path)
    for number in range(1100):
        (given.tree / f"{number:04}.html").write_text("x")
    deliver(given, "s3", place, str)
    client.put_object(Bucket="kepu", Key="week/1099.html", Body=b"y")
    told: list[str] = []

    deliver(given, "s3", place, told.append)

    assert told == ["已上传 1 个文件，删除 0 个，1103 个没有变化。"]


def test_a_delivery_that_was_cut_off_is_made_good_by_the_next(tmp_path, bucket):
    place, client = bucket
    deliver(parcel(tmp_path), "s3", place, str)
    # As it stands when the line goes dead: the intent is written, one page is new, a file of no release has come.
    key = {"Bucket": "kepu", "Key": "week/.published/objects.json.gz"}
    record = json.loads(gzip.decompress(client.get_object(**key)["Body"].read()))
    intent = record | {path: ["", {}, ""] for path in ("index.html", "lost.html")}
    client.put_object(**key, Body=gzip.compress(json.dumps(intent).encode()))
    client.put_object(Bucket="kepu", Key="week/index.html", Body=b"half")
    client.put_object(Bucket="kepu", Key="week/lost.html", Body=b"x")

    deliver(parcel(tmp_path, "000002-a"), "s3", place, str)

    assert "week/lost.html" not in held(client)
    assert text(client, "index.html") == "首页"


def test_what_others_have_put_there_stays_and_is_told(tmp_path, bucket):
    place, client = bucket
    deliver(parcel(tmp_path), "s3", place, str)
    client.put_object(Bucket="kepu", Key="week/other.html", Body=b"x")
    client.put_object(Bucket="kepu", Key="elsewhere.html", Body=b"x")
    told: list[str] = []

    deliver(parcel(tmp_path, "000002-a"), "s3", place, told.append)

    assert told == [
        "没有变化，不用上传。",
        "提醒：那里还有 1 个文件不是这个网站的，没有动：other.html。不认识的话，请看是谁放的。",
    ]
    assert {"week/other.html", "elsewhere.html"} <= set(held(client))


def test_it_is_known_from_there_alone_which_releases_there_were_and_what_they_left(tmp_path, bucket):
    place, _ = bucket
    deliver(parcel(tmp_path), "s3", place, str)
    deliver(parcel(tmp_path, "000002-b", index_html="新首页"), "s3", place, str)

    known = memory("s3", place)

    assert (known.live, list(known.releases)) == ("000002-b", ["000001-a", "000002-b"])
    assert known.releases["000001-a"].ledger == "账本 000001-a"


def test_an_earlier_release_is_shown_again_of_what_is_kept_there(tmp_path, bucket):
    place, client = bucket
    deliver(parcel(tmp_path), "s3", place, str)
    deliver(parcel(tmp_path, "000002-b", index_html="新首页", a__b_ics=None, new_html="新"), "s3", place, str)

    restore("000001-a", "s3", place, str)

    assert held(client) == [f"week/{path}" for path in sorted(PAGES)]
    assert {path: text(client, path) for path in PAGES} == PAGES
    page = client.head_object(Bucket="kepu", Key="week/a/b.ics")
    assert page["ContentType"] == "text/calendar; charset=utf-8"
    assert memory("s3", place).live == "000001-a"
    restore("000002-b", "s3", place, str)
    assert (text(client, "index.html"), text(client, "new.html")) == ("新首页", "新")


def test_no_more_is_kept_there_than_one_can_go_back_to(tmp_path, bucket):
    place, client = bucket
    for number in range(1, 9):
        deliver(parcel(tmp_path, f"00000{number}-a", index_html=f"第{number}版"), "s3", place, str)

    kept = client.list_objects_v2(Bucket="kepu", Prefix="week/.published/kept/")["Contents"]

    assert list(memory("s3", place).releases) == [f"00000{number}-a" for number in range(4, 9)]
    assert len(kept) == 4


def test_what_is_not_kept_there_is_not_half_shown(tmp_path, bucket):
    place, client = bucket
    deliver(parcel(tmp_path), "s3", place, str)
    deliver(parcel(tmp_path, "000002-b", index_html="新首页"), "s3", place, str)
    for item in client.list_objects_v2(Bucket="kepu", Prefix="week/.published/kept/")["Contents"]:
        client.delete_object(Bucket="kepu", Key=item["Key"])

    with pytest.raises(Failed, match=r"第 000001-a 版的文件没有留全（index.html），退不回去"):
        restore("000001-a", "s3", place, str)

    assert text(client, "index.html") == "新首页"


def test_each_kind_of_tampering_is_found(tmp_path, bucket):
    place, client = bucket
    given = parcel(tmp_path)
    (given.tree / "index.html.gz").write_bytes(gzip.compress("首页".encode()))
    (given.tree / "a/b.html.gz").write_bytes(gzip.compress("页".encode()))
    (given.tree / "assets/site.css.gz").unlink()
    deliver(given, "s3", place, str)
    assert strayed(given, "s3", place) == Difference()

    client.put_object(Bucket="kepu", Key="week/evil.html", Body=b"x")
    client.delete_object(Bucket="kepu", Key="week/a/b.html")
    client.put_object(Bucket="kepu", Key="week/a/b.ics", Body=b"BEGIN:VCALENDAR", ContentType="text/html")
    client.put_object(
        Bucket="kepu",
        Key="week/index.html",
        Body=gzip.compress("改".encode()),
        ContentType="text/html; charset=utf-8",
        CacheControl="no-cache",
        ContentEncoding="gzip",
    )

    assert strayed(given, "s3", place) == Difference(
        new=("a/b.html",), changed=("a/b.ics", "index.html"), gone=("evil.html",)
    )


def test_what_a_delivery_would_change_is_known_before(tmp_path, bucket):
    place, client = bucket
    deliver(parcel(tmp_path), "s3", place, str)
    before = [item["ETag"] for item in client.list_objects_v2(Bucket="kepu")["Contents"]]

    found = compare(parcel(tmp_path, "000002-b", index_html="新", a__b_ics=None, c_html="丙"), "s3", place)

    assert found == Difference(new=("c.html",), changed=("index.html",), gone=("a/b.ics",))
    assert [item["ETag"] for item in client.list_objects_v2(Bucket="kepu")["Contents"]] == before


def test_the_bucket_shows_the_front_page_and_our_own_for_what_is_not_there(tmp_path, bucket):
    place, client = bucket

    deliver(parcel(tmp_path), "s3", place, str)

    found = client.get_bucket_website(Bucket="kepu")
    assert found["IndexDocument"] == {"Suffix": "index.html"}
    assert found["ErrorDocument"] == {"Key": "week/404.html"}


def test_what_somebody_has_set_for_the_bucket_stays_and_is_told(tmp_path, bucket):
    place, client = bucket
    own = {"IndexDocument": {"Suffix": "start.html"}}
    client.put_bucket_website(Bucket="kepu", WebsiteConfiguration=own)
    told: list[str] = []

    deliver(parcel(tmp_path), "s3", place, told.append)
    deliver(parcel(tmp_path, "000002-a"), "s3", place | {"website": False}, told.append)

    assert told[1].startswith("提醒：首页和找不到的网页现在设为 start.html。请在控制台的“静态网站”里")
    assert told[2:] == ["没有变化，不用上传。"]
    assert client.get_bucket_website(Bucket="kepu")["IndexDocument"] == {"Suffix": "start.html"}


def test_a_bucket_that_is_not_there_is_told(tmp_path, bucket):
    place, _ = bucket

    with pytest.raises(Failed, match="对象存储拒绝了：NoSuchBucket"):
        deliver(parcel(tmp_path), "s3", place | {"bucket": "none"}, print)


def test_a_memory_that_cannot_be_read_is_told(tmp_path, bucket):
    place, client = bucket
    client.put_object(Bucket="kepu", Key="week/.published/memory.json.gz", Body=b"x")

    with pytest.raises(Failed, match=r"看不懂 week/.published/memory.json.gz（记着发布到第几版"):
        deliver(parcel(tmp_path), "s3", place, print)
