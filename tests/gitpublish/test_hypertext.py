from pathlib import Path

import pytest

from gitpublish.hypertext import Hypertext

URL = "https://kepu.example.cn/week"


def hypertext(folder: Path, url: str = URL, scripted: str = "", **pages: str) -> Hypertext:
    """``a__b`` is a/b.html."""
    files = {f"{name.replace('__', '/')}.html": body for name, body in pages.items()}
    for path, body in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(body, encoding="utf-8")
    return Hypertext(folder, url, frozenset(files), frozenset(filter(None, [scripted])))


@pytest.mark.parametrize(
    ("link", "dead"),
    [
        ("b.html", []),
        ("../index.html", []),
        ("..", []),
        ("./", ["a/index.html"]),
        (URL, []),
        (f"{URL}/", []),
        (f"{URL}/a/b.html#x", []),
        (f"{URL}/a/b.html#y", ["a/b.html#y"]),
        ("/week", []),
        ("/week/a/b.html", []),
        ("/weekend/none.html", []),
        ("//other.cn/none.html", []),
        ("mailto:x@example.cn", []),
        ("none.html#x", ["a/none.html"]),
        ("%62.html#%78", []),
        ("https://[", ["https://["]),
        (" b.html ", []),
        ("?q=1", []),
        ("#y", ["a/page.html#y"]),
    ],
)
def test_a_link_leads_to_a_file_and_a_place_in_it_or_elsewhere(tmp_path: Path, link: str, dead: list[str]):
    site = hypertext(tmp_path, index="", a__b='<p id="x">', a__page=f'<a href="{link}">x</a>')

    assert list(site.dead("a/page.html")) == dead


def test_a_site_without_an_address_knows_its_own_links_by_their_way(tmp_path: Path):
    site = hypertext(
        tmp_path, "", index='<a href="https://kepu.example.cn/none.html">1</a><a href="no.html">2</a>'
    )

    assert list(site.dead("index.html")) == ["no.html"]


@pytest.mark.parametrize(
    "tag",
    ["<img src='no.png'>", '<form action="no.png">', '<video poster="no.png">', "<urlset><loc>no.png</loc>"],
)
def test_whatever_names_a_file_is_a_link(tmp_path: Path, tag: str):
    assert list(hypertext(tmp_path, index=tag).dead("index.html")) == ["no.png"]


def test_places_are_ids_and_names_as_they_are_read(tmp_path: Path):
    site = hypertext(tmp_path, index="""<p id="a"><a name='b&amp;c'>x</a> id="no" &lt;p id="no"&gt;""")

    assert site.places("index.html") == {"a", "b&c"}


def test_a_page_to_which_a_script_brings_places_may_be_without_one(tmp_path: Path):
    pages = {"index": '<a href="list.html#x">x</a>', "list": ""}

    assert list(hypertext(tmp_path, **pages).dead("index.html")) == ["list.html#x"]
    assert list(hypertext(tmp_path, scripted="list.html", **pages).dead("index.html")) == []


def test_a_page_that_leads_on_has_the_places_of_the_one_to_which_it_leads(tmp_path: Path):
    moved = '<meta http-equiv="refresh" content="0; url=../a/now.html"><a href="../a/now.html">x</a>'
    site = hypertext(
        tmp_path,
        a__now='<p id="x">',
        a__old=moved,
        a__gone='<meta http-equiv="refresh" content="0; url=none.html">',
        a__page='<a href="old.html#x"></a><a href="old.html#y"></a><a href="gone.html#x"></a>',
    )

    assert sorted(site.dead("a/page.html")) == ["a/gone.html#x", "a/old.html#y"]


def test_the_same_words_mean_another_file_in_another_folder_and_another_place_on_another_page(tmp_path: Path):
    same = '<a href="x.html">x</a><a href="#y">y</a><a href="?q#y">y</a>'
    site = hypertext(tmp_path, x="", a__one=f'{same}<p id="y">', a__two=same, three=f'{same}<p id="y">')

    assert list(site.dead("a/one.html")) == ["a/x.html"]
    assert sorted(site.dead("a/two.html")) == ["a/two.html#y", "a/two.html#y", "a/x.html"]
    assert list(site.dead("three.html")) == []
