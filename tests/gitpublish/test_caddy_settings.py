"""A real Caddy with the settings from deploy/, on a host of its own and in a folder of one that has others."""

import http.client
import ssl
import subprocess

import pytest
import web_hosts
from web_hosts import HOST, KEPT, POLICY, asked, kept, lay_out

from gitpublish import caddy_settings
from gitpublish.media_types import Served
from scienceweek.formats.ground import Ground, csp

QUIET = "{\n\tadmin off\n\tskip_install_trust\n\tauto_https disable_redirects\n}\n"


def site(tmp_path) -> Served:
    return Served(csp(Ground()), str(lay_out(tmp_path)), HOST, "/kepu", "embed", "send")


@pytest.fixture
def host(tmp_path):
    """Asks a host that has nothing but the site; the certificate is of a test authority."""
    authority = web_hosts.certify(tmp_path / "ssl", HOST)
    port = web_hosts.free_port()
    own = f"{HOST}:{port} {{\n\ttls {tmp_path}/ssl/fullchain.pem {tmp_path}/ssl/privkey.pem"
    settings = caddy_settings.host(site(tmp_path)).replace(f"{HOST} {{", own)
    trusting = ssl.create_default_context(cafile=str(authority))
    with web_hosts.caddy(tmp_path, QUIET + settings, port):
        yield lambda path, **headers: asked(web_hosts.secured(port, trusting), path, **headers)


@pytest.fixture
def folder(tmp_path):
    """Asks a host with pages of its own, and the site in a folder of it."""
    port = web_hosts.free_port()
    (tmp_path / "host").mkdir()
    (tmp_path / "host" / "index.html").write_text("主站", "utf-8")
    (tmp_path / "Caddyfile-folder").write_text(caddy_settings.folder(site(tmp_path)), "utf-8")
    settings = (
        f"http://{HOST}:{port} {{\n\timport Caddyfile-folder\n\troot * {tmp_path}/host\n\tfile_server\n}}\n"
    )
    with web_hosts.caddy(tmp_path, QUIET + settings, port):
        yield lambda path, **headers: asked(
            http.client.HTTPConnection("127.0.0.1", port), path, **{"Host": f"{HOST}:{port}", **headers}
        )


@pytest.mark.slow
def test_a_host_of_its_own_is_secure_and_each_file_has_its_type(host):
    front, calendar, missing = host("/"), host("/bases/a.ics"), host("/none.html")

    assert (front[0], front[2], missing[0], missing[2]) == (200, "首页", 404, "没有")
    assert {one[1]["Strict-Transport-Security"] for one in (front, calendar, missing)} == {"max-age=31536000"}
    assert {one[1]["Content-Security-Policy"] for one in (front, calendar, missing)} == {POLICY}
    assert calendar[1]["Content-Type"] == "text/calendar; charset=utf-8"
    assert host("/x.png")[1]["Cache-Control"] == "public, max-age=86400"
    assert [host(path)[0] for path in ("/.secret", "/bases/a.html.gz")] == [404, 404]
    assert host("/bases/a.html", **{"Accept-Encoding": "gzip"})[2] == "packed"


@pytest.mark.slow
def test_in_a_folder_each_file_has_its_type_and_what_is_not_ours_is_the_hosts(folder):
    front, calendar, missing = folder("/kepu/"), folder("/kepu/bases/a.ics"), folder("/kepu/none.html")

    assert (front[0], front[2], missing[0], missing[2]) == (200, "首页", 404, "没有")
    assert {one[1]["Content-Security-Policy"] for one in (front, calendar, missing)} == {POLICY}
    assert calendar[1]["Content-Type"] == "text/calendar; charset=utf-8"
    assert folder("/kepu/x.png")[1]["Cache-Control"] == "public, max-age=86400"
    assert [folder(path)[0] for path in ("/kepu/.secret", "/kepu/bases/a.html.gz", "/kepu/bases/")] == [
        404
    ] * 3
    assert folder("/kepu/bases/a.html", **{"Accept-Encoding": "gzip"})[2] == "packed"
    assert (folder("/kepu")[0], folder("/kepu")[1]["Location"]) == (308, "/kepu/")
    assert folder("/")[2] == "主站"


@pytest.mark.slow
def test_what_is_for_frames_of_others_may_be_framed_and_what_is_sent_brings_its_style(host):
    web_hosts.assert_framed(host("/embed/bases/a.html"))
    web_hosts.assert_styled(host("/send/a.html"))


@pytest.mark.slow
def test_in_a_folder_too(folder):
    web_hosts.assert_framed(folder("/kepu/embed/bases/a.html"))
    web_hosts.assert_styled(folder("/kepu/send/a.html"))


@pytest.mark.slow
def test_caddy_finds_nothing_to_tidy_in_them(tmp_path):
    (tmp_path / "Caddyfile").write_text(caddy_settings.host(site(tmp_path)), "utf-8")

    tried = subprocess.run(
        ["caddy", "validate", "--config", "Caddyfile"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        text=True,
    )

    assert tried.returncode == 0, tried.stderr
    assert "not formatted" not in tried.stderr


@pytest.mark.slow
@pytest.mark.parametrize(("place", "root"), [("host", ""), ("folder", "/kepu")])
def test_what_has_a_digest_in_its_address_is_kept_for_good_and_what_is_missing_never(place, root, request):
    assert kept(request.getfixturevalue(place), root) == KEPT
