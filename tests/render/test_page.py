import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from jinja2 import TemplateNotFound, UndefinedError
from jinja2.bccache import Bucket
from jinja2.exceptions import TemplateAssertionError

from scienceweek.render import DrawError, Page, Target, build
from scienceweek.render.page import environment


@dataclass(frozen=True)
class View:
    title: str
    body: str = ""


def draw(folder: Path, template: str, view: object = None) -> str:
    """The page that *template* makes. Each text gets a folder's own environment."""
    (folder / "page.html").write_text(template)
    environment.cache_clear()
    return Page(str(folder), "page.html")("网站", view, "../").decode()


def test_a_template_sees_the_site_the_view_and_the_way_back(tmp_path):
    assert draw(tmp_path, "{{ site }} {{ view.title }} {{ root }}", View("馆")) == "网站 馆 ../"


def test_blocks_leave_no_empty_lines_and_lines_no_indent(tmp_path):
    assert draw(tmp_path, "<ul>\n  {% for x in view %}\n  <li>{{ x }}\n  {% endfor %}\n</ul>\n", "ab") == (
        "<ul>\n<li>a\n<li>b\n</ul>\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "' onmouseover='x",
        "{{ 7 * 7 }}",
        "{% raw %}",
        "{#",
    ],
)
def test_text_is_shown_as_it_is_and_never_run(tmp_path, text):
    shown = draw(tmp_path, "<p title='{{ view }}'>{{ view }}</p>", text)

    escaped = (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&#34;")
        .replace("'", "&#39;")
    )
    assert shown == f"<p title='{escaped}'>{escaped}</p>"


def test_data_in_a_script_cannot_end_it(tmp_path):
    shown = draw(tmp_path, "{{ view|tojson }}", {"名": "</script><!--<script>&"})

    assert shown == r'{"名":"\u003c/script\u003e\u003c!--\u003cscript\u003e\u0026"}'


def test_data_in_a_script_must_be_json(tmp_path):
    with pytest.raises(ValueError, match="Out of range float values"):
        draw(tmp_path, "{{ view|tojson }}", float("nan"))


def test_markdown_is_drawn_as_html(tmp_path):
    assert draw(tmp_path, "{{ view.body|markdown }}", View("", "**注意：**请<b>")) == (
        "<p><strong>注意：</strong>请&lt;b&gt;</p>"
    )


@pytest.mark.parametrize("template", ["{{ view.titel }}", "{{ nothing }}", "{% if view.titel %}{% endif %}"])
def test_a_name_that_is_not_there_is_an_error(tmp_path, template):
    with pytest.raises(UndefinedError):
        draw(tmp_path, template, View("馆"))


@pytest.mark.parametrize("template", ["{{ view|safe }}", "{{ view|random }}"])
def test_no_filter_lets_raw_text_or_chance_in(tmp_path, template):
    with pytest.raises(TemplateAssertionError):
        draw(tmp_path, template, "x")


@pytest.mark.parametrize("name", ["../secret.html", "/etc/passwd", "missing.html"])
def test_templates_come_from_their_folder_only(tmp_path, name):
    (tmp_path / "secret.html").touch()
    (tmp_path / "templates").mkdir()

    with pytest.raises(TemplateNotFound):
        Page(str(tmp_path / "templates"), name)("", None, "")


def test_an_error_in_a_template_is_told_with_its_line(tmp_path):
    (tmp_path / "page.html").write_text("<p>\n{{ view.titel }}")

    with pytest.raises(DrawError) as raised:
        build(
            [Target("x.html", Page(str(tmp_path), "page.html"), ("", View("馆"), ""))],
            tmp_path / "out",
            salt=b"",
        )

    assert str(raised.value).startswith("cannot draw x.html: UndefinedError: ")
    assert str(raised.value).endswith("View object' has no attribute 'titel' (page.html:2)")


def test_a_template_that_has_changed_is_read_by_the_next_build(tmp_path):
    page = tmp_path / "page.html"
    target = Target("x.html", Page(str(tmp_path), "page.html"), ("", None, ""))
    for text in ("old", "new"):
        page.write_text(text)
        build([target], tmp_path / "out", salt=text.encode())

    assert (tmp_path / "out/x.html").read_text() == "new"


def test_a_template_is_compiled_once_and_again_when_it_has_changed(tmp_path):
    def compiled() -> dict[str, int]:
        return {path.name: path.stat().st_mtime_ns for path in (tmp_path / "__pycache__").iterdir()}

    assert draw(tmp_path, "{{ site }}") == "网站"
    before = compiled()
    assert draw(tmp_path, "{{ site }}") == "网站"
    assert (len(before), compiled()) == (1, before)
    assert draw(tmp_path, "{{ root }}") == "../"
    assert compiled() != before


def test_a_copy_of_the_templates_has_its_compiled_ones_with_it_and_draws_the_same_page(tmp_path):
    (tmp_path / "here").mkdir()
    assert draw(tmp_path / "here", "{{ site }}") == "网站"
    shutil.copytree(tmp_path / "here", tmp_path / "there")
    (before,) = (tmp_path / "there" / "__pycache__").iterdir()
    moment = before.stat().st_mtime_ns

    assert draw(tmp_path / "there", "{{ site }}") == "网站"
    assert [path.stat().st_mtime_ns for path in (tmp_path / "there" / "__pycache__").iterdir()] == [moment]
    here, there = (
        Target("x.html", Page(str(tmp_path / name), "page.html"), ("", None, ""))
        for name in ("here", "there")
    )
    assert here.fingerprint(b"") == there.fingerprint(b"")


def test_where_nothing_can_be_kept_a_template_is_drawn_all_the_same(tmp_path):
    (tmp_path / "__pycache__").touch()

    assert draw(tmp_path, "{{ site }}") == "网站"


def test_a_template_sees_which_symbols_and_numerals_a_text_refers_to(tmp_path):
    (tmp_path / "page.html").write_text(
        "{{ view|symbols_used|sort|join(' ') }}, {{ view|digits_used|sort|join(' ') }}"
    )
    page = Page(str(tmp_path), "page.html")
    body = '<use href="#_m-open"/><use href="#_d7"/><use href="#_down"/><a href="x.html#part"><b id="_no">#_text</b>'

    assert page(None, body, "") == b"down m-open, 7"


def test_a_compiled_template_that_somebody_else_has_put_there_is_not_run(tmp_path):
    assert draw(tmp_path, "{{ site }}") == "网站"
    (compiled,) = (tmp_path / "__pycache__").iterdir()
    templates = environment(str(tmp_path))
    checksum = templates.bytecode_cache.get_source_checksum("{{ site }}")
    bucket = Bucket(templates, compiled.name.partition("-")[0], checksum)
    bucket.code = compile(f"import os; os.mkdir({str(tmp_path / 'mark')!r})", "page.html", "exec")
    compiled.write_bytes(bucket.bytecode_to_string())

    assert draw(tmp_path, "{{ site }}") == "网站"
    assert not (tmp_path / "mark").exists()


def test_a_macro_knows_site_and_root_without_being_told_and_each_depth_has_its_own(tmp_path):
    (tmp_path / "_part.html").write_text("{% macro way(to) %}{{ root }}{{ to }} {{ site }}{% endmacro %}")
    (tmp_path / "page.html").write_text("{% import '_part.html' as part %}{{ part.way(view) }}")
    page = Page(str(tmp_path), "page.html")

    assert [
        page(site, "a.html", root) for site, root in (("x", ""), ("x", "../"), ("y", "../"), ("x", "../"))
    ] == [
        *(b"a.html x", b"../a.html x"),
        *(b"../a.html y", b"../a.html x"),
    ]


def test_what_is_remembered_is_made_once_and_text_is_not_taken_for_markup(tmp_path):
    (tmp_path / "page.html").write_text(
        "{% set made = namespace(times=0) %}{% macro bold(text) %}{% set made.times = made.times + 1 %}<b>{{ text }}</b>"
        "{% endmacro %}{% set bold = remembered(bold) %}{% set markup %}&{% endset %}"
        "{{ bold('x') }}{{ bold('x') }}{{ bold('&') }}{{ bold(markup) }} {{ made.times }}"
    )

    assert Page(str(tmp_path), "page.html")(None, None, "") == b"<b>x</b><b>x</b><b>&amp;</b><b>&</b> 3"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<2024年>5月25日—6月1日", '&lt;2024年&gt;<span class="whole">5月25日—6月1日</span>'),
        ("5月25日—6月1日", "5月25日—6月1日"),
        ("5月25日 9:30—11:00", "5月25日 9:30—11:00"),
    ],
)
def test_a_range_of_days_stays_whole_within_a_longer_time(tmp_path, text, html):
    assert draw(tmp_path, "{{ view|ranges }}", text) == html
