"""What every commit of a push brings, those included that a later one has hidden: it lies in the repository for ever.

The newest commit of a branch shows what somebody means; an older one may hold a film that was deleted again. Git has all of
it, on every branch and behind every tag, and so has whoever clones.
"""

from collections.abc import Collection, Iterator

from gitpublish.push_rules import MEGABYTE, Limits, shown
from gitpublish.repository import Repository

_FEW = 10  # files that are named


def faults(repository: Repository, pushed: Collection[str], limits: Limits) -> Iterator[str]:
    """Why *pushed*, commits or tags that are not in *repository* yet, may not come in; nothing if they may."""
    brought = repository.brought(pushed)
    large = [entry for entry in brought if entry.size > limits.file * MEGABYTE]
    newest = {entry.sha for commit in pushed for entry in repository.entries(commit)} if large else set()
    for entry in large[:_FEW]:
        path = shown(entry.path.decode(errors="surrogateescape"))
        told = f"文件太大（{round(entry.size / MEGABYTE)} MB）。每个文件最多 {limits.file} MB"
        if entry.sha in newest:
            yield f"{path}: {told}，请缩小再推送。"
        else:
            yield (
                f"{path}（在提交 {repository.bringer(entry.sha, pushed)} 里）: {told}，以前的提交也算，后来删去了也算。"
                "请把它从提交里去掉（git rebase -i），或者重新克隆一份，只复制要发布的文件过去再提交。"
            )
    if len(large) > _FEW:
        yield f"……还有 {len(large) - _FEW} 个太大的文件。"
    size = sum(entry.size for entry in brought)
    if size > limits.push * MEGABYTE:
        yield (
            f"这次推送的全部提交里，新的文件一共 {round(size / MEGABYTE)} MB，最多 {limits.push} MB，"
            "后来删去的也算。请缩小图片，分几次推送。"
        )
    if len(brought) > limits.files:
        yield f"这次推送的全部提交里有 {len(brought)} 个新的文件，最多 {limits.files} 个。请分几次推送。"
