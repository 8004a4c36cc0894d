from scienceweek.preview.served_page import Additions, bare, served

PAGE = b'<!doctype html><html><head><meta charset="utf-8"></head><body class="home"><p>1</p></body></html>'


def test_a_page_is_served_with_the_script_that_reloads_it():
    assert served(PAGE, Additions(7)) == (
        b'<!doctype html><html><head><meta charset="utf-8">'
        b'<script src="/.preview/preview.js" data-build="7" defer></script></head>'
        b'<body class="home"><p>1</p></body></html>'
    )


def test_what_is_wrong_lies_over_a_page_that_answers_nothing():
    assert served(PAGE, Additions(8, "<section>!</section>")) == (
        b'<!doctype html><html><head><meta charset="utf-8"><link rel="stylesheet" href="/.preview/preview.css">'
        b'<script src="/.preview/preview.js" data-build="8" defer></script></head>'
        b'<body class="home"><section>!</section><div class="preview-under" inert><p>1</p></div></body></html>'
    )


def test_a_page_that_is_shown_anywhere_has_its_links_from_the_front():
    assert b'<head><base href="/"><meta charset="utf-8">' in served(PAGE, Additions(1, base=True))


def test_what_has_no_body_stays_as_it_is():
    for content in (b"<svg/>", b"", b"<body>", b"</head><p></body>"):
        assert served(content, Additions(1, "!")) == content


def test_before_there_is_a_site_there_is_a_page_that_waits_for_it():
    page = bare("还没有网站", "正在生成。", Additions(0)).decode()

    assert '<script src="/.preview/preview.js" data-build="0" defer></script>' in page
    assert "<h1>还没有网站</h1><p>正在生成。</p>" in page
    assert "<main>" not in bare("还没有网站", "正在生成。", Additions(1, "<section>!</section>")).decode()
