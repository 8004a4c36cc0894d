from scienceweek.views.pages.not_found import not_found_page


def test_the_page_says_that_there_is_none_and_lies_where_servers_look_for_it():
    head = not_found_page().head

    assert (head.title, head.path, head.section) == ("没有这个页面", "404.html", "")
