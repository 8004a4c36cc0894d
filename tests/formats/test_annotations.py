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


def test_github_is_given_as_many_as_it_shows_and_the_rest_as_text_that_it_does_not_obey():
    wrong = [Problem(line=line, message="错。\n::error::别的") for line in range(1, 13)]
    reminders = [Problem(file="x.md", severity="warning", message="提醒") for _ in range(10)]

    told = github([*wrong, *reminders]).splitlines()

    assert [line.partition(" ")[0] for line in told[:20]] == ["::error"] * 10 + ["::warning"] * 10
    word = told[21].removeprefix("::stop-commands::")
    assert len(word) == 64
    assert told[20:] == [
        "::group::其余 2 处",
        f"::stop-commands::{word}",
        "data/a,b:c.yaml:11:3: 错误：错。 ::error::别的",
        "data/a,b:c.yaml:12:3: 错误：错。 ::error::别的",
        f"::{word}::",
        "::endgroup::",
        "::notice::共 22 处，标在行上的是前 20 处，其余 2 处在这一步的日志里。",
    ]


def test_gitea_is_given_fifty_comments_and_a_hundred_lines():
    some = json.loads(gitea([Problem(line=line, message="错") for line in range(1, 52)]))
    many = json.loads(gitea([Problem(line=line, message="错") for line in range(1, 152)]))

    assert [comment["new_position"] for comment in some["comments"]] == list(range(1, 51))
    assert some["body"] == (
        "检查发现 51 处问题。标在行上的是前 50 处，其余是：\n\n    data/a,b:c.yaml:51:3: 错误：错\n"
    )
    assert len(many["comments"]) == 50
    assert many["body"].splitlines()[-3:] == [
        "    data/a,b:c.yaml:150:3: 错误：错",
        "",
        "另有 1 处，见日志。",
    ]
