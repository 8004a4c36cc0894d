from dataclasses import replace

import samples
from scienceweek.model.boundary import Boundary
from scienceweek.model.district_ground import DistrictGround, GroundFeature, GroundKind, MapPicture
from scienceweek.views.maps.grounds import LaidGround, grounds

RING = ((106.5, 29.6), (106.7, 29.6), (106.7, 29.8), (106.5, 29.6))


def test_a_sketch_says_whose_it_is_and_that_it_is_no_map():
    river = GroundFeature(GroundKind.RIVER, "江水", ((106.5, 29.6), (106.6, 29.7)))
    (made,) = grounds([DistrictGround(samples.district(), (river,), "某地图", "")])

    assert made.laid == (
        LaidGround(
            (("river", "江水", ((106.5, 29.6), (106.6, 29.7))),),
            None,
            "渝北区底图：某地图。河流、道路和地铁是示意，不画界线，不作导航用",
        ),
    )


def test_an_approved_picture_goes_with_its_number():
    picture = MapPicture("images/a.png", 106.4, 29.6, 106.8, 29.9)
    laid = DistrictGround(samples.district(), (), "标准地图", "渝S（2026）000号", picture)
    ((made,),) = (one.laid for one in grounds([laid]))
    assert made.picture == ("images/a.png", 106.4, 29.6, 106.8, 29.9)
    assert made.credit == "渝北区底图：标准地图，审图号：渝S（2026）000号。图片原样使用，只在上面加点"


def test_a_boundary_goes_with_the_number_of_its_approval():
    (made,) = grounds((), [Boundary(samples.district(), (RING,), "渝S(2024)001号")])

    assert made.boundaries == (("渝北区", "渝S(2024)001号", (RING,)),)
    assert grounds(()) == ()


def test_what_has_very_many_points_is_in_several_files(monkeypatch):
    monkeypatch.setattr("scienceweek.views.maps.grounds.POINTS", 7)
    river = GroundFeature(GroundKind.RIVER, "江水", RING)
    sketches = [
        DistrictGround(samples.district(id=f"d{number}"), (river,), "某地图", "") for number in range(3)
    ]
    made = grounds(
        [replace(sketches[0], features=(river,) * 3), *sketches],
        [Boundary(samples.district(), (RING[:3],), "1号")],
    )

    assert [(one.path, len(one.laid), len(one.boundaries)) for one in made] == [
        ("assets/grounds.js", 1, 0),
        ("assets/grounds.2.js", 1, 0),
        ("assets/grounds.3.js", 1, 0),
        ("assets/grounds.4.js", 1, 1),
    ]
