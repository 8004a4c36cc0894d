"""A real nginx with the settings from deploy/: TLS of a test authority, and in a folder of a host that has others."""

import http.client
import ssl

import pytest
import web_hosts
from web_hosts import HOST, KEPT, POLICY, asked, kept, lay_out

from gitpublish import nginx_settings
from gitpublish.media_types import Served
from scienceweek.formats.ground import Ground, csp


@pytest.fixture
def tls(tmp_path):
    """The ports of http and https, and what trusts the authority."""
    authority = web_hosts.certify(tmp_path / "ssl" / HOST, HOST)
    plain, secure = web_hosts.free_port(), web_hosts.free_port()
    settings = nginx_settings.host(
        Served(csp(Ground()), str(lay_out(tmp_path)), HOST, framed="embed", styled="send")
    )
    for port, own in (("80", plain), ("443", secure)):
        settings = settings.replace(f"listen {port}", f"listen 127.0.0.1:{own}").replace(
            f"listen [::]:{port}", f"listen [::1]:{own}"
        )
    settings = settings.replace("/etc/ssl/", f"{tmp_path}/ssl/")
    trusting = ssl.create_default_context(cafile=str(authority))
    with web_hosts.nginx(tmp_path, settings, secure):
        yield plain, secure, trusting


@pytest.mark.slow
def test_a_host_of_its_own_is_secure_and_leads_there(tls):
    plain, secure, trusting = tls

    front = asked(web_hosts.secured(secure, trusting), "/")
    sixth = asked(web_hosts.secured(secure, trusting, "::1"), "/bases/a.html")
    led = asked(http.client.HTTPConnection("127.0.0.1", plain), "/bases/a.html?x=1")
    missing = asked(web_hosts.secured(secure, trusting), "/none.html")

    assert (front[0], front[2], sixth[2]) == (200, "首页", "基地")
    assert front[1]["Strict-Transport-Security"] == "max-age=31536000"
    assert front[1]["Content-Security-Policy"] == POLICY
    assert (led[0], led[1]["Location"]) == (301, f"https://{HOST}/bases/a.html?x=1")
    assert (missing[0], missing[2]) == (404, "没有")
    assert missing[1]["Strict-Transport-Security"] == "max-age=31536000"
    picture = asked(web_hosts.secured(secure, trusting), "/x.png")[1]
    assert (picture["Strict-Transport-Security"], picture["Cache-Control"]) == (
        "max-age=31536000",
        "public, max-age=86400",
    )


@pytest.mark.slow
def test_what_is_for_frames_of_others_may_be_framed_and_what_is_sent_brings_its_style(tls):
    _, secure, trusting = tls

    web_hosts.assert_framed(asked(web_hosts.secured(secure, trusting), "/embed/bases/a.html"))
    web_hosts.assert_styled(asked(web_hosts.secured(secure, trusting), "/send/a.html"))
    assert asked(web_hosts.secured(secure, trusting), "/embed/x.html")[::2] == (404, "没有")


@pytest.mark.slow
def test_http2_is_spoken_and_nothing_older_than_tls_1_2(tls):
    _, secure, trusting = tls
    trusting.set_alpn_protocols(["h2", "http/1.1"])

    with web_hosts.secured(secure, trusting).sock as line:
        spoken = (line.selected_alpn_protocol(), line.version())

    assert spoken == ("h2", "TLSv1.3")
    trusting.maximum_version = ssl.TLSVersion.TLSv1_2
    with web_hosts.secured(secure, trusting).sock as line:
        assert line.version() == "TLSv1.2"


@pytest.fixture
def folder(tmp_path):
    """The port of a host with pages of its own, and the site in a folder of it."""
    port = web_hosts.free_port()
    (tmp_path / "host").mkdir()
    (tmp_path / "host" / "index.html").write_text("主站", "utf-8")
    (tmp_path / "snippet.conf").write_text(
        nginx_settings.folder(Served(csp(Ground()), str(lay_out(tmp_path)), HOST, "/kepu", "embed", "send")),
        "utf-8",
    )
    settings = (
        f"server {{ listen 127.0.0.1:{port}; server_name {HOST}; root {tmp_path}/host; add_header X-Host yes;\n"
        "location ~ \\.html$ { return 200 php; }\n"
        f"include {tmp_path}/snippet.conf; }}\n"
    )
    with web_hosts.nginx(tmp_path, settings, port):
        yield lambda path, **headers: asked(http.client.HTTPConnection("127.0.0.1", port), path, **headers)


@pytest.mark.slow
def test_in_a_folder_each_file_has_its_type_and_every_page_its_policy(folder):
    front, page, calendar, picture = map(
        folder, ("/kepu/", "/kepu/bases/a.html", "/kepu/bases/a.ics", "/kepu/x.png")
    )

    assert (front[0], front[2], page[2]) == (200, "首页", "基地")
    assert calendar[1]["Content-Type"] == "text/calendar; charset=utf-8"
    assert {one[1]["Content-Security-Policy"] for one in (front, page, calendar, picture)} == {POLICY}
    assert (page[1]["Cache-Control"], picture[1]["Cache-Control"]) == ("no-cache", "public, max-age=86400")
    packed = folder("/kepu/bases/a.html", **{"Accept-Encoding": "gzip"})
    assert (packed[1]["Content-Encoding"], packed[2]) == ("gzip", "packed")


@pytest.mark.slow
def test_in_a_folder_what_is_not_there_has_our_page_and_what_is_not_ours_is_the_hosts(folder):
    missing = folder("/kepu/none.html")

    assert (missing[0], missing[2], missing[1]["Content-Security-Policy"]) == (404, "没有", POLICY)
    assert [folder(path)[0] for path in ("/kepu/.secret", "/kepu/bases/a.html.gz", "/kepu/bases/")] == [
        404
    ] * 3
    assert folder("/kepu/none.png")[::2] == (404, "没有")
    led = folder("/kepu?x=1")
    assert (led[0], led[1]["Location"].partition(HOST)[2].partition("/")[2]) == (301, "kepu/?x=1")
    assert folder("/other.html")[2] == "php"
    assert folder("/kepu../host/index.html")[2] != "主站"


@pytest.mark.slow
def test_what_has_a_digest_in_its_address_is_kept_for_good_and_what_is_missing_never(tls):
    _, secure, trusting = tls

    assert kept(lambda path: asked(web_hosts.secured(secure, trusting), path)) == KEPT


@pytest.mark.slow
def test_in_a_folder_too(folder):
    assert kept(folder, "/kepu") == KEPT


@pytest.mark.slow
def test_in_a_folder_what_is_for_frames_of_others_may_be_framed_and_what_is_sent_brings_its_style(folder):
    web_hosts.assert_framed(folder("/kepu/embed/bases/a.html"))
    web_hosts.assert_styled(folder("/kepu/send/a.html"))
    assert folder("/kepu/embed/x.html")[::2] == (404, "没有")
