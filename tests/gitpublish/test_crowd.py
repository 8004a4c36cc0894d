"""Many who push at once: the newest is live in the end, and nobody's push is lost."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from pushers import Clone, clone, run, wait_until


def push_until_in(pusher: Clone) -> str:
    """Pushes as people do: after a refusal they pull what others have pushed, and push again."""
    for _ in range(40):
        status, told = pusher.push()
        if status == 0:
            return told
        assert "Traceback" not in told
        pulled = pusher.git("pull", "--quiet", "--rebase", "origin", "main")
        assert pulled.returncode == 0, pulled.stderr
    raise AssertionError(told)


def crowd(server, tmp_path, people: int, rounds: int) -> None:
    clones = [clone(server, tmp_path / f"staff-{number}") for number in range(people)]
    for turn in range(rounds):
        for number, pusher in enumerate(clones):
            pusher.git("pull", "--quiet", "--rebase", "origin", "main")
            page = pusher.folder / "content" / "pages" / f"page-{turn}-{number}.md"
            page.write_text(f"Title: 页{turn}-{number}\n\n字\n", encoding="utf-8")
            pusher.commit(f"{turn}-{number}")
        with ThreadPoolExecutor(people) as together:
            told = list(together.map(push_until_in, clones))

        tip = run("git", "rev-parse", "main", folder=server / "site.git").stdout.strip()
        assert (server / "live").readlink().name.endswith(tip[:12])
        for number, words in enumerate(told):
            assert "已发布第" in words or "已经随另一次推送发布" in words, words
            assert (server / "live" / f"page-{turn}-{number}.html").is_file()
    numbers = [path.name for path in (server / "releases").iterdir()]
    assert all(name[0].isdigit() for name in numbers)


def test_three_who_push_at_once_are_all_published(server, tmp_path):
    crowd(server, tmp_path, 3, 1)


@pytest.mark.slow
def test_eight_who_push_at_once_five_times_are_all_published(server, tmp_path):
    crowd(server, tmp_path, 8, 5)


def test_who_has_to_wait_is_told_and_where_to_look(server, staff):
    from gitpublish.publish_lock import taken

    staff.retitle("等")
    with ThreadPoolExecutor(1) as aside, taken(server / "lock", "09:30:00", print):
        pushed = aside.submit(staff.push)
        log = server / "log"
        wait_until(lambda: any("排队中" in path.read_text("utf-8") for path in log.iterdir()))
        assert not pushed.done()
    status, told = pushed.result()

    assert status == 0
    assert "排队中：09:30:00 开始的另一次发布还没有结束" in told
    assert f"经过在服务器的 {log}" in told
    assert "已发布第 2 版" in told
