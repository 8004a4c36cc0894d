import json
from dataclasses import dataclass

from scienceweek.formats.annotations import gitea, github, gitlab


@dataclass(frozen=True)
class Problem:
    file: str = "data/a,b:c.yaml"
    line: int = 12
    column: int = 3
    severity: str = "error"
    message: str = "看不懂 100% 的时间。\n请改。"


def test_github_reads_a_command_a_line_with_what_would_end_it_escaped():
    assert github([Problem(), Problem(file="x.md", severity="warning", message="提醒")]) == (
        "::error file=data/a%2Cb%3Ac.yaml,line=12,col=3::看不懂 100%25 的时间。%0A请改。\n"
        "::warning file=x.md,line=12,col=3::提醒\n"
    )


def test_gitlab_reads_a_report_in_which_a_problem_keeps_its_name_when_it_moves():
    first, moved = json.loads(gitlab([Problem(), Problem(line=40)]))

    assert first["severity"] == "blocker"
    assert first["location"] == {"path": "data/a,b:c.yaml", "lines": {"begin": 12}}
    assert first["fingerprint"] == moved["fingerprint"]


def test_gitea_reads_a_review_that_asks_for_changes_where_there_is_an_error():
    review = json.loads(gitea([Problem()]))

    assert review["event"] == "REQUEST_CHANGES"
    assert review["comments"] == [
        {"path": "data/a,b:c.yaml", "new_position": 12, "body": "看不懂 100% 的时间。\n请改。"}
    ]
    assert json.loads(gitea([]))["event"] == "COMMENT"
