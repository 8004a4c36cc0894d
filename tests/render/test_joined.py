from pathlib import Path

import pytest

from scienceweek.render.joined import join, style


def test_texts_follow_each_other_in_the_order_given(tmp_path: Path):
    (tmp_path / "b.css").write_text("b {}", "utf-8")
    (tmp_path / "a.css").write_text("a {}\n", "utf-8")

    target = join("assets/site.css", [tmp_path / "b.css", tmp_path / "a.css"])

    assert (target.path, target.draw(*target.data)) == ("assets/site.css", b"b{}a{}")


def test_a_source_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match=r"gone\.css"):
        join("assets/site.css", [tmp_path / "gone.css"])


def test_a_style_keeps_its_strings_and_loses_its_comments_and_the_space_that_nothing_needs():
    sheet = '@layer a {\n  /* why */\n  p::before { content: "/*  */"; margin: 0 1px; }\n}\n'

    assert style(sheet) == b'@layer a{p::before{content:"/*  */";margin:0 1px}}'


def test_what_space_means_something_in_a_style_stays():
    sheet = "a :hover > b + c, :is( d , e ) f { inset: calc(1px + (2px - 1px)) auto; content: '; }' } @media (a > 1px) and (b: 2) { }"

    assert style(sheet) == (
        b"a :hover>b + c,:is(d,e) f{inset:calc(1px + (2px - 1px)) auto;content:'; }'}@media (a>1px) and (b:2){}"
    )
