"""Mail addresses, plain and disguised."""

import pytest
from privacy.cases import MAIL, found, secrets

import samples


@pytest.mark.parametrize(
    "text",
    [
        "zhang.san@example.cn",
        "ZHANG.San@Example.CN",
        "zhang.san＠example.cn",
        "zhang.san @ example.cn",
        "zhang.san at example.cn",
        "zhang.san(at)example.cn",
        "zhang.san[at]example.cn",
        "zhang.san#example.cn",
        "zhang.san@example．cn",
        "zhang.san@example。cn",
        "mailto:zhang.san@example.cn",
        "zhang.san&#64;example.cn",
        "zhang&period;san&commat;example&period;cn",
        "zhang.**san**@example.cn",
        "zhang.san@exam<b>ple</b>.cn",
        "zhang.san (at) example (dot) cn",
        "zhang.san AT example DOT cn",
        "zhang.san@example点cn",
        "请寄zhang.san@example.cn。谢谢",
        "zhang.san@example.cn.",
        "zhang.san%40example.cn",
        "zhang. san@example.cn",
        "<zhang.san@example.cn>",
        "zhang.san\\@example.cn",
        "_zhang.san@example.cn_",
        "ｚｈａｎｇ．ｓａｎ＠ｅｘａｍｐｌｅ．ｃｎ",
        "zhang.san艾特example.cn",
        "zhang.san小老鼠example.cn",
        "zhang.san（at）example.cn",
        "zhang.san@\nexample.cn",
        "zhang.san@ex\u200bample.cn",
        "zhang.san【@】example.cn",
        "zhang.san+news@example.cn",
        "mailto:%7Ahang.san@example.cn",
        "1.zhang.san@example.cn",
        "①zhang.san@example.cn",
        "**zhang.san@example.cn**QQ同号",
        "QQ**zhang.san@example.cn**",
    ],
)
def test_an_address_is_found_however_it_is_written(text):
    assert found(text) == [("MAIL", MAIL)]


@pytest.mark.parametrize(
    "text",
    [
        "wzhang.san@example.cn",
        "san@example.cn",
        "zhang.san@example.com",
        "zhang.san@example.cn.com",
        "zhangsan@example.cn",
        "zhang.san at the example",
        "60000001@163.com",
    ],
)
def test_other_addresses_are_not_it(text):
    assert found(text) == []


def test_a_mobile_is_one_in_an_address_too():
    assert found("13812345678@139.com") == [("MOBILE", "")]
    assert found("13800000001@139.com") == [("NUMBER", "13800000001")]


def test_an_address_that_a_record_makes_public_may_be_made_of_a_mobile():
    base = samples.base(contacts=(samples.contact("023-60000009", email="13812345678@139.com"),))

    assert [*secrets(more=(base,)).within("13812345678@139.com")] == []
