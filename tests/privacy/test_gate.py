"""What is private is found in every format of the site, before it may be seen."""

import io
import json
from zipfile import ZipFile

import pytest
from privacy.cases import MAIL, MOBILE, NUMBER, OPEN_MOBILE, secrets

import samples
from scienceweek.privacy.gate import PrivacyGate

HEAD = "<!doctype html>\n<html><head><title>页</title></head>\n<body><main>\n"


def told(path: str, content: str | bytes) -> list[str]:
    return list(PrivacyGate(secrets())(path, content.encode() if isinstance(content, str) else content))


def hidden(path: str, known: str = NUMBER) -> list[str]:
    return [f"{path}: 里面有不公开的联系方式“{known}”。"]


def packed(**parts: str) -> bytes:
    content = io.BytesIO()
    with ZipFile(content, "w") as archive:
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", text)
    return content.getvalue()


@pytest.mark.parametrize(
    "body",
    [
        "<p>问 60000001。</p>",
        "<p>问 6000<b>0001</b></p>",
        '<p>6000<a href="page-2.html">0001</a></p>',
        '<a href="tel:+862360000001">x</a>',
        '<img alt="（023）6000 0001">',
        "<p>6000&nbsp;0001</p>",
        "<p>6000&#48;001</p>",
        "<p>6000\n0001</p>",
        "<p>6000<br>\n0001</p>",
        "<p>六〇〇〇〇〇〇一</p>",
        "<p>６０００－０００１</p>",
        "<p>6 0 0 0 0 0 0 1</p>",
        '<script type="application/ld+json">{"telephone": "6000\\u00200001"}</script>',
    ],
)
def test_a_number_is_found_in_a_page(body):
    assert told("index.html", f"{HEAD}{body}\n</main>") == hidden("index.html")


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td>6000</td><td>0001</td></tr></table>",
        "<ul>\n<li>6000</li>\n<li>0001</li>\n</ul>",
        f'<a href="tel:+86{OPEN_MOBILE}">{OPEN_MOBILE}</a>',
        '<svg viewBox="0 0 60 00"><path d="M138 1234 5678z"/></svg>',
        '<time datetime="2024-05-25T01:30:00Z">5月25日</time> 106.63112345',
    ],
)
def test_what_only_looks_like_a_number_is_let_pass(body):
    assert told("index.html", f"{HEAD}{body}\n</main>") == []


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("a.ics", "BEGIN:VCALENDAR\r\nDESCRIPTION:问 6000\r\n 0001\\n谢谢\r\nEND:VCALENDAR\r\n"),
        ("a.json", json.dumps({"note": "\u96f6\u4e8c\u4e09-6000\u20140001"})),
        ("a.json", '{"note": "\\u0036000 0001"}'),
        ("a.js", 'week("rows", [["fish", "6000\\u002d0001"]]);'),
        ("a.geojson", '{"properties": {"phone": "+86-23-6000-0001"}}'),
        ("a.csv", "\ufeff编号,电话\r\nfish,60000001\r\n"),
        ("feed.atom", "<feed><content type='html'>6000&lt;b&gt;0001&lt;/b&gt;</content></feed>"),
        ("a.xml", "<loc>https://x.cn/60000001.html</loc>"),
        ("a.svg", "<svg><text><tspan>6000</tspan><tspan>0001</tspan></text></svg>"),
        ("a.txt", "问 60000001"),
        ("a.css", ".x::after{content:'60000001'}"),
        ("a.docx", packed(document="<w:p><w:r><w:t>6000</w:t></w:r><w:r><w:t>0001</w:t></w:r></w:p>")),
        ("a.xlsx", packed(sharedStrings="<si><r><t>6000</t></r><r><t>0001</t></r></si>")),
        ("60000001.txt", ""),
    ],
)
def test_a_number_is_found_in_every_format(path, content):
    assert told(path, content) == hidden(path)


def test_cells_that_stand_beside_each_other_are_two_numbers():
    assert told("a.xlsx", packed(sheet="<c><v>6000</v></c><c><v>0001</v></c>")) == []


def test_mobiles_addresses_and_identity_cards_are_found_too():
    text = f"<p>{MOBILE}，{MAIL.upper()}，13812345678，110105 19491231 002x</p>"

    assert told("index.html", text) == [
        "index.html: 里面有不公开的联系方式“13800000001”。",
        "index.html: 里面有不公开的联系方式“zhang.san@example.cn”。",
        "index.html: 里面有手机号“13812345678”，没有一条公开的记录有它。",
        "index.html: 里面有身份证号码“110105********002X”。",
    ]


def test_what_stood_in_a_file_before_is_found_in_the_next():
    gate = PrivacyGate(secrets())
    page = f"{HEAD}<p>问 60000001</p>\n".encode()

    assert [gate(path, page) for path in ("a.html", "b.html")] == [
        tuple(hidden("a.html")),
        tuple(hidden("b.html")),
    ]


def test_lines_that_were_harmless_apart_are_looked_at_together():
    gate = PrivacyGate(secrets())

    assert (gate("a.html", b"<p>6000\n</p>"), gate("b.html", b"<p>\n0001</p>")) == ((), ())
    assert gate("c.html", b"<p>6000\n0001</p>") == tuple(hidden("c.html"))


def test_a_picture_is_not_read():
    assert told("a.png", b"\x89PNG 60000001") == []


def test_the_identity_of_a_gate_follows_what_is_private_and_its_code():
    base = samples.base(contacts=(samples.contact("13900000009"),))
    gates = [
        PrivacyGate(secrets()),
        PrivacyGate(secrets()),
        PrivacyGate(secrets(more=(base,))),
        PrivacyGate(secrets(), b"newer"),
    ]

    assert len({gate.identity for gate in gates}) == 3
    assert gates[0].identity == gates[1].identity


def test_of_an_office_file_the_pictures_and_texts_inside_are_looked_at_too():
    content = io.BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr("word/media/map.svg", f"<svg><text>{NUMBER}</text></svg>")

    assert told("files/table.docx", content.getvalue()) == hidden("files/table.docx")
