import pytest
from lxml import etree

from scienceweek.formats.drawing import plain

INKSCAPE = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created by SECRET with Inkscape -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
   width="48" height="48" sodipodi:docname="SECRET.svg" inkscape:export-filename="C:\\SECRET\\mark.png">
  <title>SECRET</title><desc>SECRET</desc>
  <metadata><rdf:RDF><creator>SECRET</creator></rdf:RDF></metadata>
  <sodipodi:namedview inkscape:window-width="1920">SECRET</sodipodi:namedview>
  <style>/* SECRET */ .a { fill: #c00 }</style>
  <g id="a" inkscape:label="SECRET" data-name="SECRET" class="a"><path d="M0 0h9"/></g>
  <use xlink:href="#a"/>
  <text xml:space="preserve">渝北<!-- SECRET --> 科普<inkscape:x>SECRET</inkscape:x> 周</text>
</svg>
<!-- SECRET -->"""


def test_nothing_is_left_of_who_drew_it_and_with_what():
    made = plain(INKSCAPE.encode())

    assert [word for word in (b"SECRET", b"inkscape", b"sodipodi", b"rdf") if word in made] == []


def test_what_is_drawn_stays():
    root = etree.fromstring(plain(INKSCAPE.encode()))
    names = [etree.QName(element).localname for element in root]

    assert (root.get("width"), names) == ("48", ["style", "g", "use", "text"])
    assert root[0].text.strip() == ".a { fill: #c00 }"
    assert dict(root[1].attrib) == {"id": "a", "class": "a"}
    assert root[2].get("{http://www.w3.org/1999/xlink}href") == "#a"
    assert root[3].text == "渝北 科普 周"


def test_the_same_drawing_is_the_same_bytes():
    assert plain(plain(INKSCAPE.encode())) == plain(INKSCAPE.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_any_encoding_becomes_utf_8(encoding: str):
    text = f'<?xml version="1.0" encoding="{encoding}"?><svg xmlns="http://www.w3.org/2000/svg"><text>é</text></svg>'

    assert "é".encode() in plain(text.encode(encoding))
