import os
import subprocess
import sys
from pathlib import Path

import pytest

from scienceweek.views.words.pinyin import keys, reading, sounds, syllables, variants

PLUGINS = Path(__file__).resolve().parents[3] / "plugins"


@pytest.mark.parametrize(
    ("name", "full", "initials"),
    [
        ("重庆市", "chongqingshi", "cqs"),
        ("重要", "zhongyao", "zy"),
        ("綦江区", "qijiangqu", "qjq"),
        ("濮阳市", "puyangshi", "pys"),
        ("长安", "changan", "ca"),
        ("成长", "chengzhang", "cz"),
        ("科普", "kepu", "kp"),
        ("银行行为", "yinhangxingwei", "yhxw"),
        ("防范AI换脸", "fangfanaihuanlian", "ffaihl"),
        ("5G·体验", "5gtiyan", "5gty"),
        ("", "", ""),
    ],
)
def test_a_name_has_its_reading_and_its_initials(name, full, initials):
    assert keys(name) == (full, initials)


def test_each_character_has_its_syllable_and_a_mark_an_empty_one():
    assert syllables("“科普”A1") == ("", "ke", "pu", "", "a", "1")


def test_syllables_can_be_found_again():
    name = "重庆“气象”馆 2024"

    assert reading(name).split(" ") == list(syllables(name))
    assert len(syllables(name)) == len(name)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("曾家岩", ("zengjiayan", "zjy", "cengjiayan")),
        ("朝阳小学", ("chaoyangxiaoxue", "cyxx", "zhaoyangxiaoxue")),
        ("单县", ("shanxian", "sx", "danxian")),
        ("朴", ("piao", "pu")),
        ("仇", ("qiu", "chou")),
        ("缪", ("miao", "mou")),
        ("覃", ("qin", "tan")),
        ("重庆长江", ("chongqingchangjiang", "cqcj")),
    ],
)
def test_a_name_is_found_by_each_reading_of_its_characters(name, typed):
    assert set(typed) <= set(variants(name))


def test_a_long_name_has_no_more_readings_than_can_be_written():
    name = "重长行乐曾单朝朴仇缪覃" * 20

    assert len(variants(name)) <= 100
    assert variants(name)[:2] == keys(name)


def test_only_characters_with_several_readings_are_listed_each_once():
    assert sounds(["曾岩A1", "岩曾、"]) == {"曾": "ceng zeng"}


def test_what_was_read_by_one_process_is_not_read_by_the_next():
    name = "重庆渝北铜锣山矿山公园的长安"
    told = f"import sys; from scienceweek.views.words import pinyin; print(*pinyin.syllables({name!r}), *pinyin._ways('曾')); "
    told += "print('pypinyin' in sys.modules); pinyin.keep()"
    environment = {**os.environ, "PYTHONPATH": str(PLUGINS), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", told]
    first, second = (
        subprocess.run(command, env=environment, capture_output=True, check=True, text=True).stdout.split(
            "\n"
        )
        for _ in range(2)
    )

    assert (
        first[0] == second[0] == "chong qing yu bei tong luo shan kuang shan gong yuan de chang an ceng zeng"
    )
    assert second[1] == "False"


def test_each_syllable_is_held_once():
    assert syllables("科普园")[0] is syllables("学科")[1]
