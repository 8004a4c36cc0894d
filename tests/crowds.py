"""More than one can write by hand: the phone book of a whole province."""

import random
from datetime import date
from pathlib import Path

import samples
from scienceweek.formats.ground import Ground, csp
from scienceweek.model.boundary import Boundary
from scienceweek.model.catalogue import Catalogue
from scienceweek.model.district_ground import DistrictGround
from scienceweek.model.point import Point
from scienceweek.plan import plan
from scienceweek.plan.brief import Brief
from scienceweek.render import named
from scienceweek.views.parts.contacts import Privacy

THEME = Path(__file__).parents[1] / "theme"
TODAY = date(2024, 5, 25)


def many(number: int) -> Catalogue:
    """*number* bases in forty districts, scattered round each district's point."""
    chance = random.Random(7)  # noqa: S311 - the same bases every time
    districts = [
        samples.district(
            id=f"d{place}",
            name=f"第{place}区",
            code=f"5001{place:02}",
            point=Point(106 + place % 8 * 0.4, 29 + place // 8 * 0.3, "估计", 1500),
        )
        for place in range(40)
    ]
    campaign = samples.campaign(district=districts[0])
    made = []
    for place in range(number):
        district = districts[place % 40]
        lon = round(district.point.lon + chance.gauss(0, 0.08), 6)
        lat = round(district.point.lat + chance.gauss(0, 0.06), 6)
        last = chance.randint(25, 31)
        openings = (samples.opening(samples.may(25, last), campaign=campaign),) if place % 3 == 0 else ()
        point = Point(lon, lat, "估计", chance.choice((0, 500, 1500))) if place % 17 else None
        address = f"人民路{place}号"
        made.append(
            samples.base(
                id=f"base-{place}", district=district, address=address, point=point, openings=openings
            )
        )
    return Catalogue(districts=tuple(districts), campaigns=(campaign,), bases=tuple(made))


def phone_book(
    folder: Path,
    catalogue: Catalogue,
    ground: Ground | None = None,
    boundaries: tuple[Boundary, ...] = (),
    grounds: tuple[DistrictGround, ...] = (),
) -> Path:
    """The page of all bases in *folder*, and what it loads."""
    ground = ground or Ground()
    site = samples.site(today=TODAY, csp=csp(ground))
    brief = Brief(site, Privacy(TODAY), (), THEME, ground=ground, boundaries=boundaries, grounds=grounds)
    for target in named(plan(catalogue, brief)):
        if target.path.startswith("assets/") or target.path == "bases.html":
            path = folder / target.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(target.draw(*target.data))
    return folder
