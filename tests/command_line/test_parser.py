import re
from argparse import SUPPRESS

import pytest

from scienceweek.__main__ import main, parser
from scienceweek.command_line.parser import begun, listed, nearest, unknown


def answer(capsys, *words):
    """The status of *words*, and what is said of them."""
    with pytest.raises(SystemExit) as left:
        parser().parse_args(words)
    said = capsys.readouterr()
    return left.value.code, said.out + said.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("serve", "--prot", "80"),
            "不认识“--prot 80”。是不是 --port？怎样写，看 scienceweek serve --help\n",
        ),
        (("serve", "--port", "web"), "--port 要写数字，不能写“web”。怎样写，看 scienceweek serve --help\n"),
        (("serve", "--port"), "--port 后面要写一个值。怎样写，看 scienceweek serve --help\n"),
        (("serve", "--no-open=1"), "--no-open 后面不用写“1”。怎样写，看 scienceweek serve --help\n"),
        (("setup-server",), "少了 path。怎样写，看 scienceweek setup-server --help\n"),
        (("check", "here"), "不认识“here”。怎样写，看 scienceweek check --help\n"),
        (("rollback", "上一版"), "number 要写数字，不能写“上一版”。怎样写，看 scienceweek rollback --help\n"),
    ],
)
def test_a_slip_is_told_in_chinese(capsys, words, told):
    assert answer(capsys, *words) == (2, told)


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("chekc", "没有“chekc”这个命令。是不是 check？全部命令看 scienceweek --help"),
        ("SERVE", "没有“SERVE”这个命令。是不是 serve？全部命令看 scienceweek --help"),
        ("qqqq", "没有“qqqq”这个命令。全部命令看 scienceweek --help"),
        ("check", ""),
        ("receive", ""),
        ("--version", ""),
    ],
)
def test_a_word_that_is_no_verb_brings_the_nearest_one(word, told):
    assert unknown([word], parser()) == told


def test_a_typo_ends_the_command_line(capsys):
    assert main(["bulid"]) == 2
    assert capsys.readouterr().err == "没有“bulid”这个命令。是不是 build？全部命令看 scienceweek --help\n"


def test_without_a_word_the_verbs_are_shown(capsys):
    with pytest.raises(SystemExit):
        main([])

    assert capsys.readouterr().out.startswith("用法 (usage): scienceweek ")


def test_what_git_runs_is_neither_listed_nor_guessed_at(capsys):
    assert {"receive", "follow"} & set(listed(parser())) == set()
    assert unknown(["folow"], parser()) == "没有“folow”这个命令。全部命令看 scienceweek --help"
    assert "receive" not in answer(capsys, "--help")[1]


def test_nothing_of_the_help_is_english_only(capsys):
    for words in (("--help",), *((name, "--help") for name in listed(parser()))):
        status, said = answer(capsys, *words)

        assert status == 0
        assert not re.search(r"(?m)^(usage|options|positional arguments)|show this help message", said)


def test_the_version_is_that_of_the_project(capsys):
    status, said = answer(capsys, "--version")

    assert status == 0
    assert re.fullmatch(r"scienceweek \d+\.\d+\.\d+ \(Python 3\.\d+\.\d+\S*\)\n", said)


def test_options_and_verbs_keep_their_order():
    made, verbs = begun("kepu")
    one = verbs.add_parser("one", help="一 (one)")
    one.add_argument("path")
    one.add_argument("--to", help="往哪里 (where)")
    verbs.add_parser("hidden", description="由程序运行")

    assert [option.dest for option in one.options] == ["help", "path", "to"]
    assert (list(made.verbs), list(listed(made))) == (["one", "hidden"], ["one"])


def test_what_is_like_nothing_brings_no_guess():
    assert (nearest("xyz", ["check"]), nearest("chck", ["check", "serve"])) == ("", "是不是 check？")


def test_every_meaning_is_chinese_with_english_beside_it():
    told = {
        (name, option.dest): str(option.help)
        for name, verb in listed(parser()).items()
        for option in verb.options
        if option.help != SUPPRESS and option.dest != "help"
    } | {(name, ""): verb.meaning for name, verb in listed(parser()).items()}

    assert {
        place: text for place, text in told.items() if not re.fullmatch(r".*[一-鿿].* \([ -~]+\)", text)
    } == {}
