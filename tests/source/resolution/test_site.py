from pathlib import Path

import pytest
from trees import CAMPAIGN, FILES, complaints, read

from scienceweek.model.contact import Phone
from scienceweek.model.site_facts import Destination, Geocoder, SiteFacts

SITE = "data/site.yaml"
FULL = """\
name: 渝北科技活动周
url: https://kepu.example.gov.cn/
keeper: 渝北区科技局
phone: （023）60000000
uid_domain: kepu.example.gov.cn
marks: {code: 0000000000, icp: 渝ICP备00000000号}
map: {service: 天地图, token: abc, approval: GS（2024）0000号}
geocoder: amap
licence: CC BY 4.0，注明来源
mask_mobiles: true
hide_mobiles_after_days: 90
publish:
  to: s3
  rsync: {to: "deploy@kepu.example.gov.cn:/srv/kepu", swap: false}
  s3: {bucket: kepu}
"""


def test_what_is_said_of_the_site_is_read(tmp_path: Path):
    facts = read(tmp_path, {SITE: FULL}).site

    assert facts == SiteFacts(
        name="渝北科技活动周",
        url="https://kepu.example.gov.cn",
        keeper="渝北区科技局",
        phone=Phone("023-60000000", mobile=False),
        uid_domain="kepu.example.gov.cn",
        marks={"code": "0000000000", "icp": "渝ICP备00000000号"},
        map={"service": "tianditu", "token": "abc", "approval": "GS（2024）0000号"},
        geocoder=Geocoder.AMAP,
        licence="CC BY 4.0，注明来源",
        mask_mobiles=True,
        hide_mobiles_after_days=90,
        to=Destination.S3,
        places={
            "rsync": {"to": "deploy@kepu.example.gov.cn:/srv/kepu", "swap": False},
            "s3": {"bucket": "kepu"},
        },
        lines=facts.lines,
    )
    assert (facts.lines["keeper"], facts.lines["marks.icp"]) == ((3, 9), (6, 32))


def test_a_site_of_which_nothing_is_said_has_no_facts(tmp_path: Path):
    assert read(tmp_path).site == SiteFacts()
    assert read(tmp_path, {SITE: "name: 科普\n"}).site == SiteFacts(name="科普", lines={"name": (1, 7)})


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("keepr: 区科技局", "1:1: 网站没有“keepr”这一项。是不是“keeper”？"),
        (
            "phone: 60000000",
            "1:8: 电话看不懂“60000000”。请写一个完整的号码，座机带区号，如 023-67821101 或 400-800-0000。",
        ),
        (
            "url: kepu.example.gov.cn",
            (
                "1:6: 网址“kepu.example.gov.cn”要以 https:// 或 http:// 开头。"
                "例如 https://kepu.example.gov.cn 或 https://www.example.gov.cn/kepu。"
            ),
        ),
        ("uid_domain: 科普", "1:13: uid_domain 不能写“科普”。请写一个域名，例如 kepu.example.gov.cn。"),
        (
            "marks: {authority: authority.png}",
            "1:20: authority 不能写“authority.png”。图片放在 content/images 里，这里写 images/authority.png。",
        ),
        (
            'map: {service: pmtiles, file: "https://[x"}',
            "1:31: file 不能写“https://[x”。请写文件的地址，例如 assets/ground.pmtiles。",
        ),
        (
            'publish: {rsync: {to: "kepu.example.gov.cn:/"}}',
            (
                "1:23: to 不能写“kepu.example.gov.cn:/”。请写 用户@服务器:/文件夹/文件夹，"
                "例如 deploy@kepu.example.gov.cn:/srv/kepu。"
            ),
        ),
        (
            "publish: {pages: {branch: main}}",
            "1:27: “main”是放数据的分支，网站要另用一个，例如 gh-pages。",
        ),
        (
            "publish: {pages: {branch: --force}}",
            "1:27: branch 不能写“--force”。请写一个分支的名称，例如 gh-pages。",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, written: str, told: str):
    assert complaints(tmp_path, {SITE: f"{written}\n"}) == [f"{SITE}:{told}"]


def test_what_is_internal_is_not_said_of_the_site(tmp_path: Path):
    internal = FILES[CAMPAIGN] + "contacts: [{name: 张三, phones: [023-60000019], show: internal}]\n"

    (told,) = complaints(tmp_path, {CAMPAIGN: internal, SITE: "keeper: 区科技局 60000019\n"})

    assert told.startswith(f"{SITE}:1:14: “60000019”是内部联系人的电话（023-60000019），不能公开。")


def test_the_number_of_the_keeper_is_public(tmp_path: Path):
    files = {
        SITE: "keeper: 区科技局（13800000008）\nphone: 13800000008\n",
        "content/activities/fish.md": "请打13800000008。\n",
    }

    assert read(tmp_path, files).warnings == ()
