from pathlib import Path

import pytest

from gitpublish import media_types
from gitpublish.media_types import Served
from gitpublish.web_servers import FILES
from scienceweek.__main__ import main
from scienceweek.formats.ground import Ground, csp

DEPLOY = Path(__file__).parents[2] / "deploy"
ANY = Served("default-src 'none'", "/srv/www", "www.example.cn", "/kepu")


@pytest.mark.parametrize("name", FILES)
def test_what_is_in_deploy_is_what_the_site_asks_for(name):
    site = Served(csp(Ground()), "/srv/scienceweek/live", "kepu.example.gov.cn", "/kepu", "embed", "send")

    assert (DEPLOY / name).read_text("utf-8") == FILES[name](site)


@pytest.mark.parametrize("name", FILES)
def test_every_server_says_the_policy_and_knows_every_type(name):
    text = FILES[name](ANY)

    assert "default-src 'none'; frame-ancestors 'none'" in text
    assert [type for type in media_types.TYPES.values() if type not in text] == []


@pytest.mark.parametrize("name", FILES)
def test_whoever_has_the_host_to_itself_says_that_it_is_secure(name):
    lines = [line.strip() for line in FILES[name](ANY).splitlines() if not line.startswith("#")]

    assert any("Strict-Transport-Security" in line for line in lines) == (name in ("nginx.conf", "Caddyfile"))


def test_settings_are_filled_with_the_address_and_the_place_that_one_gives(tmp_path):
    given = ["--folder", str(tmp_path), "--url", "https://www.kepu.cn/week", "--root", "/data/kepu/live"]

    assert main(["deploy", *given]) == 0

    host, folder = ((tmp_path / name).read_text("utf-8") for name in ("nginx.conf", "nginx-folder.conf"))
    assert "server_name www.kepu.cn;" in host
    assert ("root /data/kepu/live;" in host, "alias /data/kepu/live/;" in folder) == (True, True)
    assert "location ^~ /week/ {" in folder
    assert "handle_path /week/* {" in (tmp_path / "Caddyfile-folder").read_text("utf-8")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("--url", "kepu.cn"), "--url “kepu.cn”要以 https:// 或 http:// 开头。"),
        (("--url", "https://kepu.cn/$x"), "--url 的路径“/$x”写不进网页服务器的设置，"),
        (("--root", "live"), "--root 要写完整的位置，"),
        (("--root", "/srv/a;b"), "--root 要写完整的位置，"),
    ],
)
def test_what_no_web_server_could_read_is_refused(tmp_path, capsys, given, told):
    assert main(["deploy", "--folder", str(tmp_path), *given]) == 1

    assert capsys.readouterr().err.startswith(told)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", FILES)
def test_what_lies_in_a_folder_for_frames_of_others_may_be_framed_and_without_one_nothing(name):
    site = Served("default-src 'none'", "/srv/kepu/live", "kepu.cn", "/week", "embed")

    assert "frame-ancestors *" in FILES[name](site)
    assert "frame-ancestors *" not in FILES[name](ANY)


@pytest.mark.parametrize("name", FILES)
def test_what_lies_in_a_folder_for_what_is_sent_may_bring_its_style_and_nothing_else_may(name):
    policy = csp(Ground())
    site = Served(policy, "/srv/kepu/live", "kepu.cn", "/week", "embed", "send")

    assert FILES[name](site).count("style-src 'self' 'unsafe-inline'") == 1
    assert "'unsafe-inline'" not in FILES[name](Served(policy, "/srv/kepu/live", "kepu.cn", "/week", "embed"))


def test_previews_lie_beside_the_site_and_are_neither_found_nor_kept():
    site = Served("default-src 'none'", "/srv/kepu/live", "kepu.cn", "/week")
    host, folder = (FILES[name](site) for name in ("nginx.conf", "nginx-folder.conf"))

    assert "    location ^~ /previews/ {\n        root /srv/kepu;\n" in host
    assert "    location ^~ /week/previews/ {\n        alias /srv/kepu/previews/;\n" in folder
    for text in (host, folder):
        place = text.partition("/previews/ {")[2].partition("\n    }\n")[0]
        assert 'add_header X-Robots-Tag "noindex, nofollow" always;' in place
        assert 'add_header Cache-Control "no-store" always;' in place
        assert "Content-Security-Policy" in place
    for name in ("Caddyfile", "Caddyfile-folder"):
        place = FILES[name](site).partition("\thandle /previews/* {\n")[2].partition("\n\t}\n")[0]
        assert "\t\troot * /srv/kepu\n" in place
        assert 'header X-Robots-Tag "noindex, nofollow"' in place
