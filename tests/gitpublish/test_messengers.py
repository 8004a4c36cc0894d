"""Who is told, how, and that nothing is kept up by those who cannot be reached."""

import base64
import hashlib
import hmac
import socket
import threading
from urllib.parse import parse_qs, urlsplit

import pytest
from listeners import listening
from pushers import scienceweek

from gitpublish.history import Happening, What
from gitpublish.messengers import Messengers
from gitpublish.repository import Commit

FISH = Commit("a" * 40, "张三", "鱼")
EVENT = Happening(What.PUBLISHED, "zhang", FISH, "main", 3, time=1_716_609_600.0)
TEXT = "https://kepu.example.cn/\n2024-05-25 12:00:00  发布 第 3 版  zhang  aaaaaaaa 张三“鱼”"


def written(folder, text: str) -> None:
    (folder / "notify.toml").touch(0o600)
    (folder / "notify.toml").write_text(text, encoding="utf-8")


def said(folder, event: Happening = EVENT, **environment: str) -> list[str]:
    lines: list[str] = []
    Messengers(folder, environment).send(event, "https://kepu.example.cn/", lines.append)
    return lines


def test_without_settings_nobody_is_told(tmp_path):
    assert said(tmp_path) == []


def test_a_robot_of_wecom_gets_a_text(tmp_path):
    with listening() as heard:
        written(tmp_path, f'[[to]]\nkind = "wecom"\nurl = "{heard.url}/send?key=secret"\n')

        assert said(tmp_path) == []
    assert heard.told == [("/send?key=secret", {"msgtype": "text", "text": {"content": TEXT}})]


def test_a_robot_of_dingtalk_is_signed(tmp_path):
    with listening() as heard:
        given = {"NOTIFY_DINGTALK": f"{heard.url}/send?access_token=x", "NOTIFY_DINGTALK_SECRET": "SEC1"}

        assert said(tmp_path, **given) == []
    ((path, content),) = heard.told
    asked = parse_qs(urlsplit(path).query)
    moment = asked["timestamp"][0]
    code = hmac.digest(b"SEC1", f"{moment}\nSEC1".encode(), hashlib.sha256)
    assert asked["sign"] == [base64.b64encode(code).decode()]
    assert content == {"msgtype": "text", "text": {"content": TEXT}}


def test_anything_else_gets_json(tmp_path):
    with listening() as heard:
        assert said(tmp_path, NOTIFY_JSON=heard.url) == []
    ((_, content),) = heard.told
    assert (content["what"], content["release"], content["text"]) == ("published", 3, TEXT)


def test_only_what_somebody_wants_to_know_is_sent(tmp_path):
    with listening() as heard:
        written(tmp_path, f'[[to]]\nkind = "wecom"\nurl = "{heard.url}"\non = ["refused", "failed"]\n')

        assert said(tmp_path) == []
        assert said(tmp_path, Happening(What.REFUSED)) == []
    assert len(heard.told) == 1


def test_mail_is_sent(tmp_path):
    got: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=post_office, args=(server, got))
        thread.start()
        port = server.getsockname()[1]
        written(
            tmp_path,
            f'[[to]]\nkind = "mail"\nserver = "127.0.0.1"\nport = {port}\nfrom = "kepu@example.cn"\n'
            'to = ["a@example.cn", "b@example.cn"]\n',
        )
        lines = said(tmp_path)
        thread.join(10)

    assert lines == []
    assert [line for line in got if line.startswith(("Subject", "To"))] == [
        "Subject: https://kepu.example.cn/",
        "To: a@example.cn, b@example.cn",
    ]
    assert [line for line in got if line.startswith("rcpt")] == [
        "rcpt TO:<a@example.cn>",
        "rcpt TO:<b@example.cn>",
    ]


def post_office(server: socket.socket, got: list[str]) -> None:
    """Takes one letter, in plain (RFC 5321)."""
    connection, _ = server.accept()
    with connection, connection.makefile("rwb", buffering=0) as talk:
        talk.write(b"220 post\r\n")
        inside = False
        while line := talk.readline():
            text = line.decode().rstrip("\r\n")
            got.append(text)
            if inside:
                inside = text != "."
                answer = b"" if inside else b"250 ok\r\n"
            else:
                inside = text.lower() == "data"
                answer = b"354 go on\r\n" if inside else b"221 bye\r\n" if text == "QUIT" else b"250 ok\r\n"
            talk.write(answer)
            if text == "QUIT":
                return


def test_a_password_is_not_given_to_a_mail_server_that_cannot_keep_it(tmp_path):
    got: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=post_office, args=(server, got))
        thread.start()
        port = server.getsockname()[1]
        written(
            tmp_path,
            f'[[to]]\nkind = "mail"\nserver = "127.0.0.1"\nport = {port}\nfrom = "kepu@example.cn"\n'
            'to = "a@example.cn"\nuser = "kepu"\npassword = "p"\n',
        )
        lines = said(tmp_path)
        thread.join(10)

    assert lines == [told(tmp_path, "邮件通知没有送到：邮件服务器不支持加密，没有把密码发给它。")]
    assert not any("auth" in line.lower() for line in got)


def told(folder, line: str) -> str:
    return f"{line}不影响发布；设置在 {folder / 'notify.toml'}"


@pytest.mark.parametrize(
    ("status", "body", "why"),
    [
        (404, b"", "对方回答 404"),
        (200, b'{"errcode": 93000, "errmsg": "invalid webhook url"}', "对方说 93000 invalid webhook url"),
        (200, b"[]", "看不懂对方的回答"),
        (200, b"<html>", "连接不上（JSONDecodeError）"),
    ],
)
def test_what_did_not_arrive_is_told_without_the_address(tmp_path, status, body, why):
    with listening(lambda _: (status, body)) as heard:
        lines = said(tmp_path, NOTIFY_WECOM=f"{heard.url}/?key=secret")

    assert lines == [told(tmp_path, f"企业微信通知没有送到：{why}。")]


def test_who_does_not_listen_and_who_is_no_web_page_is_told(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

    assert said(tmp_path, NOTIFY_WECOM=f"http://127.0.0.1:{port}") == [
        told(tmp_path, "企业微信通知没有送到：连接不上（URLError）。")
    ]
    assert said(tmp_path, NOTIFY_WECOM="file:///etc/passwd") == [
        told(tmp_path, "企业微信通知没有送到：网址要以 https:// 开头。")
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "[[to]",
            "看不懂 {file}：Expected ']]' at the end of an array declaration (at line 1, column 5)。没有发通知。",
        ),
        ('[[to]]\nkind = "fax"\n', "{file} 里的 kind 可以写 wecom、dingtalk、mail、json，这里是 'fax'。"),
        ("to = 3\n", "{file} 里的 kind 可以写 wecom、dingtalk、mail、json，这里是 None。"),
        (
            '[[to]]\nkind = "wecom"\non = ["now"]\n',
            "{file} 里的 on 可以写 failed、previewed、published、refused、rolled-back，这里是 ['now']。",
        ),
        ('[[to]]\nkind = "wecom"\n', "企业微信通知没有送到：设置里少了 url。不影响发布；设置在 {file}"),
    ],
)
def test_settings_that_nobody_understands_are_told(tmp_path, text, fault):
    written(tmp_path, text)

    (line,) = said(tmp_path)

    assert (
        line.partition("Expected")[0] == fault.format(file=tmp_path / "notify.toml").partition("Expected")[0]
    )


def test_settings_that_others_can_read_are_not_used(tmp_path):
    written(tmp_path, "")
    (tmp_path / "notify.toml").chmod(0o644)
    file = tmp_path / "notify.toml"

    assert said(tmp_path) == [f"{file} 别人也能读，里面的地址是秘密，没有使用。请运行 chmod 600 {file}"]


def test_a_refusal_and_a_publication_are_told_and_no_number_for_staff_leaves(server, staff):
    with listening() as heard:
        written(server, f'[[to]]\nkind = "wecom"\nurl = "{heard.url}/?key=secret"\n')
        staff.edit("content/activities/fish.md", "岸上", "岸上，问 60009999")
        refused, _ = staff.push()
        staff.edit("content/activities/fish.md", "60009999", "前台")
        accepted, told = staff.push()
        scienceweek("release", server, "--again")

    assert (refused, accepted) == (1, 0)
    assert heard.url not in told
    texts = [content["text"]["content"].split("\n") for _, content in heard.told]
    assert [text[0] for text in texts] == ["https://kepu.example.cn/week/"] * 2
    assert ["拒收推送 main" in texts[0][1], "发布 第 2 版" in texts[1][1]] == [True, True]
    assert texts[0][1].endswith("要改：content/activities/fish.md:1:10")
    assert "9999" not in str(texts).replace("问 60009999”", "")
