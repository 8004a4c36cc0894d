from pathlib import Path

import pytest

from scienceweek.render.joined import join, paper, paper_of, screen, screen_of, style


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


def test_what_is_for_paper_stands_apart_in_its_layer():
    sheet = (
        "@layer a { p { color: red } @media print { p::after { content: '}' } } q { top: 0 } }"
        "@layer b { @media print { p { top: 0 } } } @layer c { b { top: 0 } }"
    )

    assert screen(sheet) == b"@layer a{p{color:red}q{top:0}}@layer c{b{top:0}}"
    assert paper(sheet) == b"@layer a{@media print{p::after{content:'}'}}}@layer b{@media print{p{top:0}}}"


def test_what_is_for_paper_of_several_sheets_is_one_and_the_rest_another(tmp_path: Path):
    sources = [tmp_path / "a.css", tmp_path / "b.css"]
    for source in sources:
        source.write_text("@layer a { q { top: 0 } @media print { p { top: 0 } } }", "utf-8")
    made = [screen_of("assets/a.css", sources), paper_of("assets/paper.css", sources)]

    assert [(target.path, target.draw(*target.data)) for target in made] == [
        ("assets/a.css", b"@layer a{q{top:0}}@layer a{q{top:0}}"),
        ("assets/paper.css", b"@layer a{@media print{p{top:0}}}@layer a{@media print{p{top:0}}}"),
    ]
