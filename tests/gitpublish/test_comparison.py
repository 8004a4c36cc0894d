"""`invoke publish --dry-run`, `invoke verify`, and publishing from a checkout that knows nothing of those before."""

import json
import shutil
import sys
from pathlib import Path

import pytest
from checkouts import command
from compiled import with_compiled_of
from pushers import Clone, run


def place(checkout: Clone, **settings: dict[str, object]) -> None:
    """Writes where it is published to."""
    file = checkout.folder / "publishconf.py"
    more = "".join(f"PUBLISH[{kind!r}] |= {given!r}\n" for kind, given in settings.items())
    file.write_text(f"{file.read_text('utf-8')}\n{more}", encoding="utf-8")
    checkout.commit("发布到哪里")


def fresh(checkout: Clone) -> Clone:
    """Another checkout of the same, as CI has one: nothing in it was ever published."""
    folder = checkout.folder.parent / "fresh"
    shutil.rmtree(folder, ignore_errors=True)
    run("git", "clone", "--quiet", checkout.folder, folder)
    return Clone(with_compiled_of(folder, checkout.folder))


@pytest.fixture
def stored(checkout: Clone, bucket) -> tuple[Clone, object]:
    """A checkout that publishes to a bucket, and a client to look into that."""
    settings, client = bucket
    place(checkout, s3=settings)
    return checkout, client


KEYS = {"AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x"}


def s3(checkout: Clone, *arguments: str) -> tuple[int, str, str]:
    return command(checkout, *arguments, "--to", "s3", **KEYS)


def shown(client) -> str:
    page = client.get_object(Bucket="kepu", Key="week/activities/fish.ics")["Body"].read().decode()
    return next(line for line in page.splitlines() if line.startswith("SUMMARY"))


def sequence(client) -> str:
    page = client.get_object(Bucket="kepu", Key="week/activities/fish.ics")["Body"].read().decode()
    return next(line for line in page.splitlines() if line.startswith("SEQUENCE"))


def test_from_one_fresh_checkout_after_the_other_numbers_grow_and_there_is_a_way_back(stored):
    checkout, client = stored
    first = s3(fresh(checkout), "publish")
    before = shown(client), sequence(client)
    checkout.retitle("鱼的祖先")
    second = s3(fresh(checkout), "publish")
    after = shown(client), sequence(client)
    listed = s3(fresh(checkout), "releases")
    back = s3(fresh(checkout), "rollback")
    behind = shown(client), s3(fresh(checkout), "verify")
    checkout.retitle("鱼的后代")
    third = s3(fresh(checkout), "publish")

    assert [one[0] for one in (first, second, listed, back, third)] == [0] * 5, (first, second, back, third)
    assert ("已生成第 1 版" in first[1], "已生成第 2 版" in second[1], "已生成第 3 版" in third[1]) == (
        True,
        True,
        True,
    )
    assert (before[1], after, sequence(client)) == (
        "SEQUENCE:0",
        ("SUMMARY:鱼的祖先", "SEQUENCE:1"),
        "SEQUENCE:2",
    )
    assert [line.split()[0] for line in listed[1].splitlines()] == ["2", "1"]
    assert listed[1].splitlines()[0].endswith("鱼的祖先 ← 网站现在是这一版")
    assert back[1].splitlines()[-1] == "网站已退回第 1 版。改好以后再发布，就是新的一版。"
    assert behind[0] == before[0]
    assert behind[1][1].startswith("核对无误：s3 kepu/week 的文件和第 1 版一样（按那里自己留的清单）。")


def test_what_was_changed_there_is_found_told_and_mended(stored):
    checkout, client = stored
    s3(checkout, "publish")
    assert s3(checkout, "verify")[:2] == (
        0,
        "核对无误：s3 kepu/week 的文件和第 1 版一样（按这台电脑的清单）。\n",
    )
    client.put_object(Bucket="kepu", Key="week/activities/fish.html", Body=b"x")
    client.delete_object(Bucket="kepu", Key="week/robots.txt")
    client.put_object(Bucket="kepu", Key="week/evil.html", Body=b"x")

    found = s3(checkout, "verify")
    elsewhere = s3(fresh(checkout), "verify")
    again = s3(checkout, "publish")
    client.delete_object(Bucket="kepu", Key="week/evil.html")

    lines = ["  缺少  robots.txt", "  被改  activities/fish.html", "  多出  evil.html"]
    assert (found[0], found[1], found[2].splitlines()[1:4]) == (1, "", lines)
    assert elsewhere[2].splitlines()[1:4] == lines
    assert "提醒：那里还有 1 个文件不是这个网站的，没有动：evil.html。" in again[1]
    assert s3(checkout, "verify")[0] == 0


def test_a_dry_run_tells_what_would_change_and_changes_nothing(stored):
    checkout, client = stored
    first = s3(checkout, "publish", "--dry-run")
    nothing = client.list_objects_v2(Bucket="kepu")["KeyCount"]
    s3(checkout, "publish")
    before = [item["ETag"] for item in client.list_objects_v2(Bucket="kepu")["Contents"]]
    checkout.retitle("鱼的祖先")

    status, said, told = s3(checkout, "publish", "--dry-run")

    assert (first[0], nothing) == (0, 0)
    assert (status, told) == (0, "")
    assert "发布到：s3 kepu/week\n网址：https://kepu.example.cn/\n新增 0 个文件，改动 " in said
    assert "  改动  activities/fish.html\n" in said
    assert said.endswith("这是试运行：什么也没有发布。\n")
    assert [item["ETag"] for item in client.list_objects_v2(Bucket="kepu")["Contents"]] == before
    assert "第 1 版" in s3(checkout, "verify")[1]


def test_a_mistake_is_told_by_a_dry_run_too(checkout):
    (checkout.folder / "data/districts.yaml").write_text("districts: 1\n")

    status, _, told = command(checkout, "publish", "--dry-run")

    assert (status, told.startswith("data/districts.yaml:1:12: ")) == (1, True)


def test_a_folder_on_this_machine_is_compared_and_held_against_what_was_published(checkout, tmp_path):
    place(checkout, server={"path": str(tmp_path / "www")})
    checked = command(checkout, "verify", "--to", "server")
    rehearsed = command(checkout, "publish", "--to", "server", "--dry-run")
    command(checkout, "publish", "--to", "server")
    good = command(checkout, "verify", "--to", "server")
    page = tmp_path / "www/live/activities/fish.html"
    page.write_text("x")
    found = command(checkout, "verify", "--to", "server")
    shutil.rmtree(tmp_path / "www/build")
    mended = command(checkout, "publish", "--to", "server")

    assert checked[2] == f"{tmp_path}/www/live 还没有发布过，没有可以核对的。\n"
    assert (rehearsed[0], "改动 0 个，删除 0 个。" in rehearsed[1]) == (0, True)
    assert good[1] == f"核对无误：{tmp_path}/www/live 的文件和第 1 版一样（按这台电脑的清单）。\n"
    assert found[2].splitlines()[1:] == [
        "  被改  activities/fish.html",
        f"请先看是谁改的，再删去 {tmp_path}/www/build，重新发布（invoke publish --to server）。",
    ]
    assert "已发布第 2 版" in mended[1]
    assert command(checkout, "verify", "--to", "server")[0] == 0
    assert (tmp_path / "www/live/activities/fish.html").read_text("utf-8") != "x"


def test_a_server_that_receives_pushes_is_held_against_what_was_published(server, staff):
    settings = staff.folder / "publishconf.py"
    text = settings.read_text("utf-8").replace("/srv/scienceweek", str(server))
    settings.write_text(text, encoding="utf-8")
    good = command(staff, "verify", "--to", "server")
    (server / "live/index.html.gz").unlink()

    found = command(staff, "verify", "--to", "server")
    rehearsed = command(staff, "publish", "--to", "server", "--dry-run")

    assert (good[0], found[0]) == (0, 1), good
    assert "  缺少  index.html.gz" in found[2]
    assert rehearsed[1].endswith("这是试运行：什么也没有发布。\n")
    assert not (server / "live/index.html.gz").exists()


def test_a_release_of_an_older_program_has_no_seal_until_it_is_published_again(checkout, tmp_path):
    command(checkout, "publish")
    for seal in (checkout.folder / ".published/seals").iterdir():
        seal.unlink()

    before = command(checkout, "verify")
    command(checkout, "publish")

    assert before[2].startswith("第 1 版没有留下文件清单，没法核对")
    assert command(checkout, "verify")[0] == 0


def test_without_an_address_nothing_is_published_but_a_zip(checkout, tmp_path):
    place(
        checkout, rsync={"to": str(tmp_path / "there")}, s3={"bucket": "kepu"}, server={"path": str(tmp_path)}
    )

    for kind in ("server", "rsync", "s3", "pages"):
        status, said, told = command(checkout, "publish", "--to", kind, SITEURL="")

        assert (kind, status, said) == (kind, 1, "")
        assert told.startswith("还没有写网站的地址（SITEURL）。没有它，网站就没有订阅、网站地图和二维码，")
        assert not (checkout.folder / ".published").exists()
    assert command(checkout, "publish", "--to", "zip", SITEURL="")[0] == 0


def test_pages_ask_before_the_first_push_and_say_how_to_agree(checkout, tmp_path):
    remote = tmp_path / "remote.git"
    run("git", "init", "--quiet", "--bare", remote)
    checkout.git("remote", "add", "origin", remote)

    asked = command(checkout, "publish", "--to", "pages")
    none = run("git", "branch", folder=remote).stdout
    agreed = command(checkout, "publish", "--to", "pages", YES="1")
    later = command(checkout, "publish", "--to", "pages")

    assert asked[0] == 1
    assert f"还没有往 {remote} 推送过网站。要建立 gh-pages 分支，把网站推送到那里吗？" in asked[2]
    assert asked[2].endswith("要的话，加上 --yes 再运行一次（流水线里写 YES=1）。\n")
    assert (none, agreed[0], later[0]) == ("", 0, 0), agreed


def test_invoke_with_dry_publishes_nothing(checkout, tmp_path):
    shutil.copy(Path(__file__).parents[2] / "tasks.py", checkout.folder / "tasks.py")
    environment = {"SITEURL": "https://kepu.example.cn", "PYTHONPATH": str(checkout.folder / "plugins")}

    ran = run(sys.executable, "-m", "invoke", "--dry", "publish", folder=checkout.folder, **environment)

    assert ran.stdout.endswith("这是试运行：什么也没有发布。\n"), ran.stdout + ran.stderr
    assert not (tmp_path / "site.zip").exists()
    assert json.dumps([path.name for path in (checkout.folder / ".published").glob("releases/*")]) == "[]"
