import samples
from scienceweek.model.district_ground import DistrictGround, GroundFeature, GroundKind, MapPicture
from scienceweek.views.maps.grounds import LaidGround, grounds


def test_a_sketch_says_whose_it_is_and_that_it_is_no_map():
    river = GroundFeature(GroundKind.RIVER, "江水", ((106.5, 29.6), (106.6, 29.7)))
    assert grounds([DistrictGround(samples.district(), (river,), "某地图", "")]).laid == (
        LaidGround(
            (("river", "江水", ((106.5, 29.6), (106.6, 29.7))),),
            None,
            "渝北区底图：某地图。河流、道路和地铁是示意，不画界线，不作导航用",
        ),
    )


def test_an_approved_picture_goes_with_its_number():
    picture = MapPicture("images/a.png", 106.4, 29.6, 106.8, 29.9)
    laid = DistrictGround(samples.district(), (), "标准地图", "渝S（2026）000号", picture)
    (made,) = grounds([laid]).laid
    assert made.picture == ("images/a.png", 106.4, 29.6, 106.8, 29.9)
    assert made.credit == "渝北区底图：标准地图，审图号：渝S（2026）000号。图片原样使用，只在上面加点"
