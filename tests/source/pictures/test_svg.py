import pytest

from scienceweek.source.pictures.svg import SVG, SvgError, size

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def drawn(inside: str, more: str = "", before: str = "") -> bytes:
    return f"{before}{OPEN} {more}>{inside}</svg>".encode()


def told(content: bytes) -> str:
    with pytest.raises(SvgError) as caught:
        size(content)
    return str(caught.value)


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ('width="48" height="36"', (48, 36)),
        ('width="48px" height="36.4"', (48, 36)),
        ('width="25.4mm" height="1in"', (96, 96)),
        ('width="12pt" height="1pc"', (16, 16)),
        ('viewBox="0 0 300 200"', (300, 200)),
        ('width="100%" height="100%" viewBox="0,0,300,200"', (300, 200)),
        ('width="150" viewBox="0 0 300 200"', (150, 100)),
        ('height="100" viewBox="0 0 300 200"', (150, 100)),
        ('width="10em" height="5em"', (0, 0)),
        ('viewBox="0 0 0 0"', (0, 0)),
        ("", (0, 0)),
    ],
)
def test_a_drawing_says_how_large_it_is(more: str, found: tuple[int, int]):
    assert size(drawn("<path d='M0 0h9'/>", more)) == found


@pytest.mark.parametrize(
    "content",
    [
        drawn('<linearGradient id="a"/><rect fill="url(#a)" style="fill:url( \'#a\' );stroke:#c00"/>'),
        drawn('<g id="a"/><use href="#a"/><use xlink:href="#a"/>'),
        drawn("<style>.a { fill: url(#b) }</style>"),
        drawn('<animate attributeName="cx" from="1" to="9" dur="1s"/>'),
        drawn("<metadata><x xmlns='urn:x' about=''/></metadata><text>on的 javascript</text>"),
        drawn("", before='<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n'),
        drawn(
            "",
            before='<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
        ),
        drawn("", before='<?xml version="1.0" encoding="UTF-16"?>').decode().encode("utf-16"),
        b'<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:path/></s:svg>',
    ],
)
def test_an_ordinary_drawing_is_taken(content: bytes):
    assert size(content) == (0, 0)


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<script>alert(1)</script>", "有脚本（<script>）"),
        ("<SCRIPT/>", "有脚本（<SCRIPT>）"),
        ("<h:script xmlns:h='http://www.w3.org/1999/xhtml'/>", "有脚本（<script>）"),
        ("<handler/>", "有脚本（<handler>）"),
        ("<rect onclick='alert(1)'/>", "有脚本（onclick=…）"),
        ("<rect ONLOAD='alert(1)'/>", "有脚本（ONLOAD=…）"),
        ("<a href=' java&#10;script:alert(1)'/>", "有脚本（href=…）"),
        ("<a xlink:href='JavaScript:alert(1)'/>", "有脚本（href=…）"),
        ("<set attributeName='href' to='javascript:alert(1)'/>", "会改动链接（<set attributeName=“href”>）"),
        (
            "<animate attributeName='xlink:href' values='#a'/>",
            "会改动链接（<animate attributeName=“xlink:href”>）",
        ),
        ("<set attributeName='onclick' to='x()'/>", "会改动链接（<set attributeName=“onclick”>）"),
        ("<foreignObject/>", "嵌了别的内容（<foreignObject>）"),
        ("<iframe/>", "嵌了别的内容（<iframe>）"),
        ("<p xmlns='http://www.w3.org/1999/xhtml'/>", "嵌了别的内容（<p>）"),
        ("<image href='https://example.cn/a.png'/>", "连到别处（“https://example.cn/a.png”）"),
        ("<image xlink:href='//example.cn/a.png'/>", "连到别处（“//example.cn/a.png”）"),
        ("<image href='other.png'/>", "连到别处（“other.png”）"),
        ("<use href='other.svg#a'/>", "连到别处（“other.svg#a”）"),
        ("<image href='data:image/png;base64,AAAA'/>", "嵌了一张图片"),
        ("<a href='https://example.cn'/>", "连到别处（“https://example.cn”）"),
        (
            "<rect style='fill:url(https://example.cn/a)'/>",
            "连到别处（style=“fill:url(https://example.cn/a)”）",
        ),
        ("<rect fill='url( &quot;https://example.cn/a&quot; )'/>", "连到别处（fill=“url( "),
        (
            "<style>@import 'https://example.cn/a.css';</style>",
            "的样式连到别处（“@import 'https://example.cn/a.css';”）",
        ),
        ("<style>a{b:url(<![CDATA[//example.cn]]>)}</style>", "的样式连到别处（“url(//example.cn)}”）"),
        ("<style>a{b:u\\72l(//example.cn)}</style>", "的样式连到别处（“\\72l(//example.cn)}”）"),
    ],
)
def test_what_could_run_or_leads_elsewhere_is_refused(inside: str, said: str):
    assert told(drawn(f"\n{inside}")).startswith(f"SVG 图的第 2 行{said}")


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ('<!DOCTYPE svg [<!ENTITY a "aaaa">]>', "自己定义了实体"),
        ('<!DOCTYPE svg [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>', "自己定义了实体"),
        ("<?xml-stylesheet href='https://example.cn/a.css'?>", "用了另外的样式表"),
    ],
)
def test_what_is_defined_or_fetched_before_the_drawing_is_refused(before: str, said: str):
    assert told(drawn("", before=before)).startswith(f"SVG 图的第 1 行{said}")


def test_a_thousand_million_laughs_are_not_read():
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY a{number} "{f"&a{number - 1 or str()};" * 10}">' for number in range(1, 10)
    )

    assert "自己定义了实体" in told(drawn("<text>&a9;</text>", before=f"<!DOCTYPE svg [{entities}]>"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (drawn("<g>"), "第 1 行不合 XML 的写法"),
        (drawn("")[:-3], "第 1 行不合 XML 的写法"),
        (b"<svg></svg>", f"第一个标签 <svg> 里少了 xmlns=“{SVG}”，浏览器不显示。"),
        (b'<p xmlns="http://www.w3.org/1999/xhtml"/>', "里面不是 SVG 图，而是“p”。"),
        (drawn("<g>" * 101 + "</g>" * 101), "SVG 图的第 1 行以后太复杂"),
        (drawn("<g/>" * 50_000), "SVG 图的第 1 行以后太复杂"),
        (drawn("<text>" + "a" * 2_000_000 + "</text>"), "SVG 图有 2.0 MB，太大了。"),
        (drawn("", before="<?xml version='1.0' encoding='nonsense'?>"), "SVG 图的文字编码看不懂。"),
    ],
)
def test_what_is_no_drawing_or_too_much_of_one_is_told(content: bytes, said: str):
    assert told(content).startswith(said)
