import pytest

from gitpublish.example_address import refusal


@pytest.mark.parametrize(
    "url",
    [
        "https://kepu.example.gov.cn",
        "https://www.EXAMPLE.gov.cn/kepu",
        "http://example.com.",
        "https://kepu.example:8443",
        "https://a.b.example.org",
    ],
)
def test_an_address_of_the_papers_is_refused(url):
    assert refusal(url) == (
        f"{url} 是举例的地址，不是网站自己的。请把 SITEURL 改成访问者打开的地址，再发布。"
    )


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://[",
        "https://kepu.cq.gov.cn",
        "https://notexample.com",
        "https://example.cq.gov.cn/example.com",
    ],
)
def test_an_address_of_ones_own_is_not(url):
    assert refusal(url) == ""
