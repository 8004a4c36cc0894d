"""`invoke publish` from anyone's checkout."""

from zipfile import ZipFile

import pytest
import small_project
from checkouts import command
from listeners import listening
from pushers import Clone

from gitpublish.checkout import Checkout
from gitpublish.messages import Failed
from scienceweek.publishing import PROGRAM

ZIPS = "zip 不记着有过哪几版：请在打包的那台电脑上退回，或者 git revert 那次修改，再打包一次。"


def home(checkout: Clone) -> str:
    with ZipFile(checkout.folder.parent / "site.zip") as packed:
        return packed.read("activities/fish.html").decode()


def test_publishing_and_the_way_back(checkout):
    first = command(checkout, "publish")
    checkout.retitle("鱼的祖先")
    second = command(checkout, "publish")
    after = home(checkout)
    listed = command(checkout, "releases")
    back = command(checkout, "rollback")

    assert (first[0], first[2], second[0], second[2]) == (0, "", 0, "")
    assert "已打包" in second[1]
    assert ("鱼的祖先" in after, "鱼的祖先" in home(checkout)) == (True, False)
    rows, events = listed[1].splitlines()[::2], listed[1].splitlines()[1::2]
    assert [line.split()[4] for line in rows] == ["鱼的祖先", "开始"]
    assert [line.split()[2:5] for line in events] == [["发布", "第", "2"], ["发布", "第", "1"]]
    assert back[1].splitlines()[-1] == "网站已退回第 1 版。改好以后再发布，就是新的一版。"


@pytest.mark.parametrize(("kind", "key"), [("rsync", "to"), ("s3", "bucket")])
def test_a_place_that_nobody_has_written_down_is_told_before_anything_is_built(checkout, kind, key):
    status, said, told = command(checkout, "publish", "--to", kind)

    assert (status, said) == (1, "")
    assert told.startswith(f"publishconf.py 里还没有写 {kind} 的 {key}。")
    assert not (checkout.folder / ".published").exists()


def test_a_mistake_publishes_nothing(checkout):
    small_project.write(checkout.folder, **{"data/districts.yaml": "districts: 1\n"})

    status, _, told = command(checkout, "publish")

    assert status == 1
    assert told.startswith("data/districts.yaml:1:12: ")
    assert not (checkout.folder.parent / "site.zip").exists()


def test_a_private_number_publishes_nothing(checkout):
    checkout.edit("content/activities/fish.md", "岸上", small_project.LIAISON)

    status, _, told = command(checkout, "publish")

    assert status == 1
    assert (
        f"content/activities/fish.md:1:5: “{small_project.LIAISON}”是内部联系人的电话（{small_project.LIAISON}），不能公开。"
        in told
    )
    assert not (checkout.folder.parent / "site.zip").exists()


def test_a_demonstration_is_not_published(checkout):
    status, _, told = command(checkout, "publish", TODAY="2024-05-25")

    assert (status, told) == (1, "TODAY 只用于演示，正式发布的网站不能用。请去掉 TODAY 再发布。\n")


def test_an_address_of_the_papers_is_not_published(checkout):
    status, _, told = command(checkout, "publish", SITEURL="https://kepu.example.gov.cn")

    assert (status, told) == (
        1,
        "https://kepu.example.gov.cn 是举例的地址，不是网站自己的。请把 SITEURL 改成访问者打开的地址，再发布。\n",
    )
    assert not (checkout.folder / ".published").exists()


def test_there_is_no_way_back_before_the_first_release(checkout):
    store = checkout.folder / ".published"

    assert command(checkout, "releases")[1] == f"{store} 里还没有发布过。\n"
    assert command(checkout, "rollback")[2] == f"{store} 里还没有发布过，没有可以退回的版本。{ZIPS}\n"


def test_a_plain_folder_on_this_machine_is_a_place_too(checkout):
    folder = checkout.folder.parent / "www"
    settings = checkout.folder / "publishconf.py"
    settings.write_text(
        settings.read_text("utf-8").replace("/srv/scienceweek", str(folder)), encoding="utf-8"
    )

    status, _, _ = command(checkout, "publish", "--to", "server")

    assert status == 0
    assert (folder / "live" / "index.html").is_file()
    assert (folder / "live" / "index.html.gz").is_file()

    def answer(path: str) -> tuple[int, bytes]:
        return 200, (folder / "live" / (path.partition("?")[0].lstrip("/") or "index.html")).read_bytes()

    with listening(answer) as heard:
        where = {"SITEURL": heard.url, "GITPUBLISH_HEALTH": ""}
        _, said, _ = command(checkout, "publish", "--to", "server", **where)
        _, back, _ = command(checkout, "rollback", "--to", "server", **where)

    assert said.splitlines()[-1] == f"打开 {heard.url}/ 看过，是第 2 版。"
    assert back.splitlines()[-1] == f"打开 {heard.url}/ 看过，是第 1 版。"


def test_a_place_of_another_kind_is_told_before_anything_is_built(checkout):
    status, said, told = command(checkout, "publish", "--to", "ftp")

    assert (status, said) == (1, "")
    assert told.startswith("不知道怎样发布到“ftp”。可以写 server、")


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("PUBLISH = 5", "publishconf.py 里的 PUBLISH 要写成 {…}，这里是 5。"),
        ("PUBLISH = {'to': 'zip', 'zip': 5}", "publishconf.py 里 PUBLISH 的 zip 要写成 {…}，这里是 5。"),
        (
            "PUBLISH = {'to': 'zip', 'zip': {'file': 5}}",
            "publishconf.py 里 PUBLISH 的 zip 里的 file 要写文字（放在引号里）、True 或 False，这里是 5。",
        ),
        (
            "PUBLISH = {",
            (
                "publishconf.py 第 1 行有错，读不出来（SyntaxError: '{' was never closed (publishconf.py, line 1)）。"
                "请改好再发布。"
            ),
        ),
    ],
)
def test_settings_of_another_kind_are_told(tmp_path, settings, told):
    (tmp_path / "publishconf.py").write_text(f"{settings}\nSITEURL = ''\n")

    with pytest.raises(Failed) as caught:
        Checkout.at(tmp_path, PROGRAM, None)

    assert str(caught.value) == told


def test_nothing_is_built_where_a_link_leads(checkout, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (checkout.folder / ".published").symlink_to(tmp_path / "elsewhere")

    status, _, told = command(checkout, "publish")

    assert (status, told) == (
        1,
        f"{checkout.folder / '.published'} 是一个链接（快捷方式）。请删去它，会自动重建。\n",
    )
    assert list((tmp_path / "elsewhere").iterdir()) == []
