import os
import pwd
from dataclasses import replace
from pathlib import Path

import pytest
from pushers import scienceweek
from small_program import program

from gitpublish.messages import Failed
from gitpublish.push_rules import Limits
from gitpublish.server import SETTINGS, Server


def server(folder: Path, settings: str) -> Server:
    (folder / "server.toml").write_text(settings, encoding="utf-8")
    return Server.at(folder, program(folder))


def refused(folder: Path) -> str:
    with pytest.raises(Failed) as caught:
        Server.at(folder, program(folder))
    return str(caught.value)


def test_settings_that_say_nothing_are_the_usual_ones(tmp_path: Path):
    made = server(tmp_path, "")

    assert made == Server(tmp_path, made.program)


def test_the_settings_that_a_new_server_gets_are_the_usual_ones(tmp_path: Path):
    given = {"url": '""', "branch": '"main"', "parts": "tools"}

    made = server(tmp_path, SETTINGS.format(**given))

    assert made == Server(tmp_path, made.program)


def test_settings_are_read(tmp_path: Path):
    made = server(
        tmp_path,
        'url = "https://x.cn/"\nbranch = "site"\ntrusted = true\nkeep = 9\nlongest = 5\n'
        "file_megabytes = 1\npush_megabytes = 2\nfiles = 3\n",
    )

    assert (made.url, made.branch, made.trusted, made.keep, made.longest) == (
        "https://x.cn",
        "site",
        True,
        9,
        5,
    )
    assert made.limits == Limits(1, 2, 3)
    assert made.address == "https://x.cn/"


def test_there_is_always_a_release_to_go_back_to(tmp_path: Path):
    assert server(tmp_path, "keep = 0").keep == 2


def test_whoever_is_not_expressly_trusted_is_not(tmp_path: Path):
    assert not server(tmp_path, 'trusted = "true"').trusted


def test_a_folder_that_is_no_server_is_told(tmp_path: Path):
    assert refused(tmp_path) == f"{tmp_path} 不是发布服务器的文件夹。请先运行 invoke setup-server {tmp_path}"


def test_settings_that_cannot_be_read_are_told(tmp_path: Path):
    (tmp_path / "server.toml").write_text("url = ")

    assert refused(tmp_path).startswith(f"看不懂 {tmp_path / 'server.toml'}：")


@pytest.mark.parametrize(("trusted", "brought"), [("false", False), ("true", True)])
def test_only_who_is_trusted_has_the_program_run_that_a_push_brings(tmp_path, trusted, brought):
    project = tmp_path / "project"
    (project / "tools" / "small").mkdir(parents=True)

    runner = server(tmp_path, f"trusted = {trusted}").runner(project)

    assert runner.folder == (project if brought else tmp_path / "program")
    assert runner.python == str(tmp_path / "program" / "python")


def test_a_program_that_is_a_folder_of_a_site_is_run_for_whoever_is_trusted(tmp_path: Path):
    project = tmp_path / "project"
    (project / "program" / "tools" / "small").mkdir(parents=True)
    nested = replace(program(tmp_path), nested="program")

    found = [Server(tmp_path, nested, trusted=trusted).runner(project).folder for trusted in (True, False)]

    assert found == [project / "program", tmp_path / "program"]


def test_a_server_without_an_address_says_what_is_lacking_and_what_to_do(tmp_path: Path):
    told = server(tmp_path, "").unaddressed()

    assert told.startswith("提醒：服务器还不知道网站的地址")
    assert f"invoke release {tmp_path} --again" in told


def test_a_push_without_a_program_is_built_by_that_of_the_server(tmp_path: Path):
    made = server(tmp_path, "trusted = true")

    assert made.runner(tmp_path / "project").folder == tmp_path / "program"


def test_another_account_is_told_whose_it_is_before_it_writes_anything(tmp_path, monkeypatch):
    made = server(tmp_path, "")
    made.own()
    name = made.account
    monkeypatch.setattr(os, "geteuid", lambda: made.root.stat().st_uid + 1)

    with pytest.raises(Failed) as caught:
        made.own()

    assert str(caught.value) == f"{tmp_path} 是用户 {name} 的，请换成这个用户再运行：su {name}"


def test_an_account_without_a_name_is_told_by_its_number(tmp_path, monkeypatch):
    made = server(tmp_path, "")
    monkeypatch.setattr(pwd, "getpwuid", dict[int, object]().__getitem__)

    assert made.account == str(made.root.stat().st_uid)


def test_a_server_is_awake_while_it_looks_after_itself(tmp_path):
    made = server(tmp_path, "")
    before = made.by_itself()
    made.wake()
    after = made.by_itself()
    os.utime(made.awake, (0, 0))

    assert (before, after, made.by_itself()) == (False, True, False)


def test_what_was_taken_back_is_held(tmp_path: Path):
    made = server(tmp_path, "")
    before = made.is_held("a")
    made.held.write_text("a\n")

    assert (before, made.is_held("a"), made.is_held("b")) == (False, True, False)


def test_a_new_server_is_told_its_address(tmp_path):
    told = scienceweek("setup-server", tmp_path / "server")

    assert (told.returncode, told.stderr) == (
        1,
        (
            "还没有写网站的地址。没有它，网站就没有订阅、网站地图和二维码。请写上，例如 "
            f"invoke setup-server {tmp_path / 'server'} --url https://kepu.example.gov.cn ，"
            "或者写在 data/site.yaml 的 url 里。\n"
        ),
    )
    assert not (tmp_path / "server").exists()
