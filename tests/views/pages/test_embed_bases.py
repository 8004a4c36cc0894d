from samples import FIRST, base, catalogue, contact, district
from scienceweek.views.pages.embed_bases import EmbedBasesView, embed_bases_page
from scienceweek.views.parts.base_rows import rows
from scienceweek.views.parts.contacts import Privacy


def test_a_frame_shows_the_bases_and_leads_to_the_page_of_their_district():
    museum = base(contacts=(contact("023-60000001"),))
    known = rows((museum,), catalogue(museum), Privacy(FIRST))
    view = embed_bases_page(district(), known, None)

    assert view == EmbedBasesView(view.head, "渝北区", "districts/yubei.html", known, None)
    assert (view.head.path, view.head.title) == ("embed/bases/yubei.html", "渝北区的科普基地和电话")
