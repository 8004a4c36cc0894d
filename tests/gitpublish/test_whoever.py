"""Who pushes: what sshd, a web server or the system tells."""

import os
import pwd
import subprocess

import pytest

from gitpublish.whoever import who


@pytest.fixture
def key(tmp_path):
    """A pair of keys, its file for `who` as sshd writes it, and the words beside it."""
    subprocess.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "张三@科协", "-f", tmp_path / "key"], check=True
    )
    kind, blob, _ = (tmp_path / "key.pub").read_text("utf-8").split(maxsplit=2)
    (tmp_path / "auth").write_text(f"publickey {kind} {blob}\n", encoding="utf-8")
    return tmp_path / "key.pub", {"SSH_USER_AUTH": str(tmp_path / "auth")}


def test_a_name_that_the_line_of_a_key_gives_goes_first(key):
    _, told = key

    assert who({"GITPUBLISH_WHO": "李四", "REMOTE_USER": "x", **told}) == "李四"


def test_a_key_is_known_by_the_words_beside_it(key):
    public, told = key

    assert who(told, public) == "张三@科协"


def test_a_key_without_words_is_known_by_its_fingerprint(key, tmp_path):
    public, told = key
    listed = subprocess.run(
        ["ssh-keygen", "-l", "-f", public], check=True, capture_output=True, text=True, encoding="utf-8"
    )

    assert who(told, tmp_path / "none") == listed.stdout.split()[1]


@pytest.mark.parametrize("name", ["REMOTE_USER", "GITHUB_ACTOR", "GITLAB_USER_LOGIN", "SUDO_USER"])
def test_a_web_server_ci_and_sudo_know_a_name(name):
    assert who({name: "wang"}) == "wang"


@pytest.mark.parametrize("auth", ["", "publickey", "publickey ssh-ed25519 %%%", "password\n"])
def test_without_any_of_that_it_is_the_login(tmp_path, auth):
    (tmp_path / "auth").write_text(auth, encoding="utf-8")
    told = {"SSH_USER_AUTH": str(tmp_path / "auth")}

    assert who(told, tmp_path / "none") == pwd.getpwuid(os.geteuid()).pw_name
    assert who({}) == pwd.getpwuid(os.geteuid()).pw_name


def test_it_is_one_line_that_no_terminal_obeys():
    assert who({"GITPUBLISH_WHO": "a\n\x1b[31mb" + "x" * 100}) == ("a  [31mb" + "x" * 100)[:80]
