import pytest

from scienceweek.desk.notices.written import written
from scienceweek.model.schedule import DuringCampaign, Month, Months, Schedule, Unfixed
from tests.samples import MORNING, SATURDAYS, WINDOW, may, session


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ((may(25),), "2024-05-25"),
        ((may(25, 27),), "2024-05-25/2024-05-27"),
        ((session(),), "2024-05-25 09:30/11:00"),
        ((session(end=""),), "2024-05-25 09:30"),
        ((MORNING,), "2024年5月25日上午"),
        ((Months(Month(2024, 5), Month(2024, 5)),), "2024-05"),
        ((Months(Month(2024, 5), Month(2024, 6)),), "2024-05/2024-06"),
        ((Months(Month(2024, 5), Month(2024, 5), "5月中旬"),), "5月中旬"),
        ((DuringCampaign(WINDOW),), "活动期间"),
        ((Unfixed("时间另行通知"),), {"unfixed": "时间另行通知"}),
        ((may(25), may(26)), ["2024-05-25", "2024-05-26"]),
        ((SATURDAYS,), ""),
    ],
)
def test_a_time_that_is_known_is_written_as_data_has_it(when: tuple[Schedule, ...], said: object):
    assert written(when) == said
