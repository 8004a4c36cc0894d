"""Tells people that something was published, refused or taken back: in a group of 企业微信 or 钉钉, or by mail.

Where to is a secret (whoever has the address of a robot can write there) and stays on this machine: in the file
`FILE` of the store, which only its owner may read, or in the environment. Nothing here keeps a publication from
going on: who cannot be reached in time is told of in a line, without the address.
"""

import base64
import hashlib
import hmac
import json
import os
import smtplib
import ssl
import time
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

from gitpublish import own_files
from gitpublish.history import Happening, What
from gitpublish.messages import Failed, Say

FILE = "notify.toml"
_PATIENCE = 5.0  # seconds, for each
_LARGEST = 10_000  # bytes of an answer
_LONGEST = 600  # characters: 企业微信 takes 2,048 bytes
_TLS = 465
_ENVIRONMENT = {"wecom": "NOTIFY_WECOM", "dingtalk": "NOTIFY_DINGTALK", "json": "NOTIFY_JSON"}
_NAMES = {"wecom": "企业微信", "dingtalk": "钉钉", "mail": "邮件", "json": "通知"}

Wanted = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Messengers:
    """Those that the folder *root* and the *environment* name."""

    root: Path
    environment: Mapping[str, str]

    @classmethod
    def at(cls, root: Path) -> "Messengers":
        return cls(root, os.environ)

    def send(self, event: Happening, title: str, say: Say) -> None:
        """Sends *event*, of what is called *title*, to whoever wants to know; says who could not be reached."""
        try:
            found = tuple(self._wanted())
        except Failed as failed:
            say(str(failed))
            return
        text = f"{title}\n{event.told()}"[:_LONGEST]
        for wanted in found:
            if event.what.value not in wanted.get("on", [event.what.value]):
                continue
            try:
                _KINDS[wanted["kind"]](wanted, event, text)
            except (OSError, ValueError, smtplib.SMTPException, LookupError, Failed) as error:
                say(f"{_NAMES[wanted['kind']]}通知没有送到：{_why(error)}。不影响发布；设置在 {self._file}")

    def fault(self) -> str:
        """What is wrong with the settings; "" if nothing is."""
        try:
            tuple(self._wanted())
        except Failed as failed:
            return str(failed)
        return ""

    @property
    def _file(self) -> Path:
        return self.root / FILE

    def _wanted(self) -> Iterator[Wanted]:
        """Raises Failed if the file cannot be used."""
        for kind, name in _ENVIRONMENT.items():
            if url := self.environment.get(name):
                yield {"kind": kind, "url": url, "secret": self.environment.get(f"{name}_SECRET", "")}
        yield from self._written()

    def _written(self) -> Iterator[Wanted]:
        try:
            text = own_files.read(self._file)
        except (OSError, ValueError) as error:
            raise Failed(f"读不出 {self._file}（{type(error).__name__}），没有发通知。") from None
        if text is None:
            if self._file.exists():
                raise Failed(
                    f"{self._file} 别人也能读，里面的地址是秘密，没有使用。请运行 chmod 600 {self._file}"
                )
            return
        try:
            found = tomllib.loads(text).get("to", [])
        except tomllib.TOMLDecodeError as error:
            raise Failed(f"看不懂 {self._file}：{error}。没有发通知。") from None
        known = {kind.value for kind in What if kind != What.RECEIVED}
        for wanted in found if isinstance(found, list) else [found]:
            kind = wanted.get("kind") if isinstance(wanted, dict) else None
            if kind not in _KINDS:
                raise Failed(
                    f"{self._file} 里的 kind 可以写 {'、'.join(_KINDS)}，这里是 {ascii(kind)[:40]}。"
                )
            on = wanted.get("on", [])
            if not isinstance(on, list) or (unknown := [name for name in on if name not in known]):
                shown = ascii(on if not isinstance(on, list) else unknown)[:60]
                raise Failed(f"{self._file} 里的 on 可以写 {'、'.join(sorted(known))}，这里是 {shown}。")
            yield wanted


def _why(error: Exception) -> str:
    """In a few words, and without the address."""
    if isinstance(error, Failed):
        return str(error)
    if isinstance(error, HTTPError):
        return f"对方回答 {error.code}"
    if isinstance(error, LookupError):
        return f"设置里少了 {error.args[0]}"
    if isinstance(error, TimeoutError) or "timed out" in str(error):
        return f"{_PATIENCE:.0f} 秒没有回答"
    return f"连接不上（{type(error).__name__}）"


def _wecom(wanted: Wanted, event: Happening, text: str) -> None:
    """A robot of a group of 企业微信: https://developer.work.weixin.qq.com/document/path/91770."""
    _accepted(_posted(wanted["url"], {"msgtype": "text", "text": {"content": text}}))


def _dingtalk(wanted: Wanted, event: Happening, text: str) -> None:
    """A robot of a group of 钉钉; with a *secret*, it is signed: https://open.dingtalk.com/document/robots/custom-robot-access."""
    url = str(wanted["url"])
    if secret := str(wanted.get("secret", "")):
        moment = str(round(time.time() * 1000))
        code = hmac.digest(secret.encode(), f"{moment}\n{secret}".encode(), hashlib.sha256)
        url += f"&timestamp={moment}&sign={quote(base64.b64encode(code), safe='')}"
    _accepted(_posted(url, {"msgtype": "text", "text": {"content": text}}))


def _json(wanted: Wanted, event: Happening, text: str) -> None:
    """Anything that takes JSON: the event as it is in the history, with the *text*."""
    _posted(wanted["url"], {**json.loads(event.line), "text": text})


def _mail(wanted: Wanted, event: Happening, text: str) -> None:
    message = EmailMessage()
    message["Subject"] = " ".join(text.splitlines()[:1])
    message["From"] = wanted["from"]
    to = wanted["to"]
    message["To"] = ", ".join(to if isinstance(to, list) else [to])
    message.set_content(text)
    port = int(wanted.get("port", _TLS))
    with _mail_server(str(wanted["server"]), port) as connection:
        if user := wanted.get("user"):
            if not isinstance(connection.sock, ssl.SSLSocket):
                raise Failed("邮件服务器不支持加密，没有把密码发给它")
            connection.login(str(user), str(wanted["password"]))
        connection.send_message(message)


def _mail_server(name: str, port: int) -> smtplib.SMTP:
    """Encrypted, unless it cannot."""
    trusted = ssl.create_default_context()
    if port == _TLS:
        return smtplib.SMTP_SSL(name, port, timeout=_PATIENCE, context=trusted)
    connection = smtplib.SMTP(name, port, timeout=_PATIENCE)
    connection.ehlo()
    if connection.has_extn("starttls"):
        connection.starttls(context=trusted)
    return connection


def _posted(url: object, content: Mapping[str, Any]) -> bytes:
    """The answer."""
    if urlsplit(str(url)).scheme not in {"http", "https"}:
        raise Failed("网址要以 https:// 开头")
    body = json.dumps(content, ensure_ascii=False).encode()
    request = Request(str(url), body, {"Content-Type": "application/json; charset=utf-8"})  # noqa: S310 - the scheme is one of two
    with urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310 - likewise
        content_read: bytes = answer.read(_LARGEST)
        return content_read


def _accepted(answer: bytes) -> None:
    """Raises Failed if a robot answers that it has not taken what it got: it does so with status 200."""
    told = json.loads(answer)
    if not isinstance(told, dict):
        raise Failed("看不懂对方的回答")
    if told.get("errcode"):
        raise Failed(f"对方说 {ascii(told.get('errcode'))[:20]} {str(told.get('errmsg', ''))[:60]}")


_KINDS: dict[str, Callable[[Wanted, Happening, str], None]] = {
    "wecom": _wecom,
    "dingtalk": _dingtalk,
    "mail": _mail,
    "json": _json,
}
