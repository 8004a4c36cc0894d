import os
from dataclasses import replace

import pytest

from gitpublish.messages import Failed
from gitpublish.verification import BuiltSite, verify

URL = "https://kepu.example.cn/week"


def site(folder, **files: str) -> BuiltSite:
    """A site of pages; ``a__b`` is a/b.html."""
    folder.mkdir()
    for name, body in files.items():
        path = folder / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"<!doctype html><title>页</title>{body}", encoding="utf-8")
    return BuiltSite(folder, URL)


def paths(site: BuiltSite) -> list[str]:
    return [path.relative_to(site.tree).as_posix() for path in site.tree.rglob("*") if path.is_file()]


def faults(site: BuiltSite, planned=None, before: BuiltSite | None = None) -> list[str]:
    try:
        verify(site, paths(site) if planned is None else planned, before)
    except Failed as failure:
        return str(failure).split("\n")[1:]
    return []


def test_a_site_whose_links_all_lead_somewhere_is_good(tmp_path):
    good = site(
        tmp_path / "new",
        index='<a href="a/b.html#x">1</a><a href="https://other.cn/none">2</a><a href="tel:110">3</a>',
        a__b=f'<p id="x"><a href="../index.html?q=1">1</a><a href="{URL}/a/b.html">2</a><a href="#x">3</a><a href="{URL}/">4</a>',
    )

    assert verify(good, paths(good), None) == 2


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("none.html", "none.html"),
        ("a/none.html", "a/none.html"),
        ("../../etc/passwd", "../../etc/passwd"),
        ("index.html#none", "index.html#none"),
        (f"{URL}/none.html", "none.html"),
        ("/week/none.html", "none.html"),
        ("%6eone.html?q=1&amp;r=2", "none.html"),
    ],
)
def test_a_link_that_leads_nowhere_is_named(tmp_path, link, target):
    bad = site(tmp_path / "new", index=f'<a href="{link}">x</a>')

    assert faults(bad) == [f"index.html: 链接指向的“{target}”不存在。"]


def test_a_place_that_a_script_brings_is_not_missed(tmp_path):
    made = site(tmp_path / "new", index='<a href="list.html#museum">x</a>', list="")

    assert faults(made) == ["index.html: 链接指向的“list.html#museum”不存在。"]
    assert faults(replace(made, scripted=frozenset({"list.html"}))) == []


def test_what_looks_like_a_link_in_a_text_is_none(tmp_path):
    assert faults(site(tmp_path / "new", index='写 &lt;a href="none.html"&gt; 或 href="none.html"')) == []


def test_files_are_counted_against_the_plan(tmp_path):
    assert faults(site(tmp_path / "new", index="1", more="2"), planned=["index.html", "less.html"]) == [
        "less.html: 缺少这个文件。",
        "more.html: 不应该有这个文件。",
    ]


def test_without_a_plan_nothing_is_good(tmp_path):
    assert faults(site(tmp_path / "new", index="1"), planned=[]) == [
        "没有文件清单，不知道网站应该有哪些文件。"
    ]


def test_a_page_that_has_not_changed_is_read_again_when_what_it_leads_to_is_gone(tmp_path):
    before = site(tmp_path / "old", index='<a href="a.html#x">1</a>', a='<p id="x">')
    after = site(tmp_path / "new", a='<p id="y">')
    os.link(tmp_path / "old" / "index.html", tmp_path / "new" / "index.html")

    assert faults(after, before=before) == ["index.html: 链接指向的“a.html#x”不存在。"]


def test_a_packed_twin_that_is_another_text_is_named(tmp_path):
    bad = site(tmp_path / "new", index="1")
    (bad.tree / "index.html.gz").write_bytes(b"\x1f\x8bbroken")

    assert faults(bad) == ["index.html.gz: 压缩的文件和原来的不一样。"]


_ON = '<meta http-equiv="refresh" content="0; url=now.html">'


@pytest.mark.parametrize(
    "link",
    [
        "a/gone.html",
        "%61/gone%2Ehtml",
        "a&#47;g&#111;ne.html",
        f"{URL}/a/gone.html?x",
        "now.html#place",
        "now.html?x#pl%61ce",
        "now.html#pl&#97;ce",
        "old.html#place",
        "older.html#place",
        "./#home",
        "now.html#这里",
        "b/",
    ],
)
def test_a_page_that_has_not_changed_is_read_again_however_it_leads_to_what_is_gone(tmp_path, link):
    now = '<p id="place"><p id="这里">' if "这里" in link else '<p id="place">'
    # A page that leads on has everything read, and is there only where it is asked for.
    more = {"old": _ON, "older": _ON.replace("now", "old")} if "old" in link else {}
    gone = (
        {"b__index": ""} if link == "b/" else {"a__gone": ""} if link.startswith(("a", "%61", "http")) else {}
    )
    before = site(
        tmp_path / "old", index='<p id="home">', now=now, page=f'<a href="{link}">x</a>', **more, **gone
    )
    assert faults(before) == []
    after = site(
        tmp_path / "new",
        index="1" if "home" in link else '<p id="home">',
        now="2" if link.startswith(("now", "old")) else now,
    )
    for name in ("page", *more):
        os.link(before.tree / f"{name}.html", after.tree / f"{name}.html")

    told = faults(after, before=before)

    assert told == faults(after)
    assert told


def test_a_page_that_leads_to_nothing_that_is_gone_is_not_read_again(tmp_path):
    before = site(tmp_path / "old", index='<a href="none.html">1</a>', gone='<p id="a">', now='<p id="b">')
    after = site(tmp_path / "new", now="")
    os.link(tmp_path / "old" / "index.html", tmp_path / "new" / "index.html")

    assert faults(after, before=before) == []
