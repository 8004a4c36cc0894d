from scienceweek.views.pages.prose import Prose, prose_page


def test_a_page_of_prose_lists_its_headings_if_they_are_many():
    text = "## 甲 {#a}\n\n一。\n\n### 里面 {#in}\n\n## 乙 {#b}\n\n## 丙 {#c}\n"

    assert prose_page(Prose("about", "关于本站", text)).contents == (("a", "甲"), ("b", "乙"), ("c", "丙"))


def test_a_short_page_has_no_contents():
    view = prose_page(Prose("privacy", "隐私", "## 甲 {#a}\n\n## 乙 {#b}\n"))

    assert (view.contents, view.head.path, view.title) == ((), "privacy.html", "隐私")
