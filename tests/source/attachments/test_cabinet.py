from hashlib import shake_256
from pathlib import Path

import pytest
from documents import FORM, docx
from photographs import jpeg
from trees import ACTIVITIES, BASES, CAMPAIGN, FILES, activity, complaints, grow, project, read, refused

from scienceweek.model.attachment import Attachment
from scienceweek.source.files.read_cache import Memory
from scienceweek.source.loading import load

FORMS = "content/files/form.docx"
HERE = "这里只放给人下载的文件：Word、Excel、PowerPoint、PDF、OFD、ODF、.csv 和 .txt。"
OFFERED = activity(files="{file: form.docx, title: 报名表, note: 5月20日前交}")
FORMED: dict[str, str | bytes | None] = {FORMS: FORM[".docx"]}


def test_records_offer_files(tmp_path: Path):
    files = FORMED | {
        "content/files/2024/rules.pdf": FORM[".pdf"],
        ACTIVITIES: OFFERED,
        BASES: FILES[BASES].replace("    type: venue\n", "    type: venue\n    files: {file: form.docx, title: 预约表}\n"),
        CAMPAIGN: FILES[CAMPAIGN].replace(
            "notice: {", "files: [{file: 2024/rules.pdf, title: 总结表}]\nnotice: {files: {file: form.docx, title: 附件1}, "
        ),
    }  # fmt: skip

    found = read(tmp_path, files).catalogue

    (form,) = found.activities[0].files
    assert (form.title, form.note) == ("报名表", "5月20日前交")
    assert (form.file.name, form.file.size, form.file.kind) == ("form.docx", len(FORM[".docx"]), "Word")
    assert found.bases[0].files == (Attachment("预约表", form.file),)
    assert found.campaigns[0].notice.files == (Attachment("附件1", form.file),)
    assert [one.title for one in found.campaigns[0].files] == ["总结表"]
    assert {file.name for file in found.files} == {"form.docx", "2024/rules.pdf"}


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("content/activities/fish.md", "[报名表](../files/form.docx)\n"),
        ("content/bases/meteorology-museum.md", "[表](<../files/form.docx>)\n"),
        ("content/notices/2024-yubei.md", "## 四 {#s4-1}\n\n[表](../files/f%6Frm.docx)\n\n## 附 {#annex}\n"),
        ("content/pages/about.md", "Title: 关于\n\n[表](files/form.docx)\n"),
    ],
)
def test_texts_lead_to_files(tmp_path: Path, file: str, text: str):
    files = FORMED | {file: text}

    loaded = read(tmp_path, files)

    assert [one.name for one in (*loaded.catalogue.files, *loaded.linked)] == ["form.docx"]
    assert refused(tmp_path, files) == []


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("form.docx", "content/files 里没有“form.docx”。是不是“forms.docx”？"),
        ("x.pdf", "content/files 里没有“x.pdf”。请把文件放进去，或删去这一条。"),
        ("../files/forms.docx", "file 只写 content/files 里的文件名。请写“forms.docx”。"),
        ("Forms.docx", "content/files 里没有“Forms.docx”。大小写不同，请写“forms.docx”。"),
    ],
)
def test_a_file_that_is_not_there_is_told_where_it_is_written(tmp_path: Path, written: str, message: str):
    files = {
        "content/files/forms.docx": FORM[".docx"],
        ACTIVITIES: activity(files=f"[{{title: 报名表, file: {written}}}]"),
    }

    assert complaints(tmp_path, files) == [f"{ACTIVITIES}:6:32: {message}"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("报名表.docx", FORM[".docx"], "“报名表.docx”会成为网址，只用英文字母、数字、“-”和“_”，不用汉字和空格；中文名称写在 title 里或链接的文字里。请改名，例如 form-1.docx。"),
        ("a 1.pdf", FORM[".pdf"], "“a 1.pdf”会成为网址，只用英文字母、数字、“-”和“_”，不用汉字和空格；中文名称写在 title 里或链接的文字里。请改名，例如 a-1.pdf。"),
        ("nul.pdf", FORM[".pdf"], "这是 Windows 留给设备的名字，在有的电脑上不能用。请改名。"),
        ("a.jpg", jpeg(), f"{HERE}图片请放在 content/images。"),
        ("a.docm", b"PK", f"{HERE}带宏的文件会自己运行，请另存为 .docx、.xlsx 或 .pptx。"),
        ("a.wps", b"x", f"{HERE}请在 WPS 里另存为 .docx、.xlsx 或 .pptx。"),
        ("a.zip", b"PK", f"{HERE}压缩包看不到里面，请解开，把里面的文件一个一个放进来。"),
        ("a.exe", b"MZ\x90\0", f"{HERE}请移走别的文件。"),
        ("form", FORM[".docx"], f"{HERE}这是“Word 文件”，请移走，或改正扩展名。"),
        ("a.html", b"<!doctype html>", f"{HERE}这是“网页”，请移走，或改正扩展名。"),
        ("a.docx", FORM[".pdf"], "名字是 Word 文件，里面却是“PDF 文件”。请改正扩展名，或另存为 Word 文件。"),
    ],
)  # fmt: skip
def test_what_may_not_lie_there_is_told(tmp_path: Path, name: str, content: bytes, message: str):
    assert complaints(tmp_path, {f"content/files/{name}": content}) == [
        f"content/files/{name}:1:1: {message}"
    ]


def test_names_that_differ_only_in_case_are_told(tmp_path: Path):
    files = FORMED | {"content/files/Form.docx": FORM[".docx"]}

    assert complaints(tmp_path, files) == [
        f"{FORMS}:1:1: 和“Form.docx”只有大小写不同，在有的电脑上是同一个文件。请把一个改名，或删去多余的。"
    ]


def test_a_file_that_no_server_takes_is_told_and_one_that_is_slow_to_load_reminded_of(tmp_path: Path):
    large = docx(more={"word/media/a.png": b""}) + b"\0" * 21_000_000
    assert complaints(tmp_path / "a", {FORMS: large}) == [
        f"{FORMS}:1:1: 文件有 21 MB，最多 20 MB。请缩小里面的图片，或拆成几份。"
    ]
    slow = FORMED | {
        ACTIVITIES: OFFERED,
        FORMS: docx(more={"word/media/a.png": shake_256(b"x").digest(6_000_000)}),
    }
    found = project(grow(tmp_path / "b", slow)).inspected()
    assert [str(one) for one in found.warnings if "files" in one.file] == [
        f"{FORMS}:1:1: 提醒：文件有 6 MB，手机上下载很慢，请缩小里面的图片。"
    ]


def test_a_file_of_which_nobody_makes_use_is_reminded_of_and_stays(tmp_path: Path):
    found = project(grow(tmp_path, FORMED)).inspected()

    assert found.catalogue.files == frozenset()
    assert [str(one) for one in found.warnings if "files" in one.file] == [
        f"{FORMS}:1:1: 提醒：没有页面用到这个文件，不会发布。请在记录的 files 里写上它，或在文章里指到它；用不着的话请移走。"
    ]


def test_what_nobody_sees_in_a_file_is_told_of_one_that_leaves(tmp_path: Path):
    noted = docx(more={"word/comments.xml": "<w:comments/>"})
    told = (
        f"{FORMS}:1:1: 提醒：里面有批注，下载的人都看得到。不想公开的，在“审阅”里删去批注、接受修订再保存。"
    )

    left = project(grow(tmp_path / "a", {FORMS: noted})).inspected()
    leaves = project(grow(tmp_path / "b", {FORMS: noted, ACTIVITIES: OFFERED})).inspected()

    assert told not in map(str, left.warnings)
    assert told in map(str, leaves.warnings)


def test_what_was_found_of_a_file_is_not_looked_for_again(tmp_path: Path):
    root = grow(tmp_path, FORMED | {ACTIVITIES: OFFERED})
    memory = Memory(tmp_path / "kept", b"x")
    first = load(root / "data", root / "content", memory)
    memory.keep()

    again = load(root / "data", root / "content", Memory(tmp_path / "kept", b"x"))

    assert again.cabinet == first.cabinet


def test_files_of_what_is_for_staff_only_do_not_leave(tmp_path: Path):
    found = read(tmp_path, FORMED | {ACTIVITIES: OFFERED + "    admits: staff\n"}).catalogue

    assert found.files == frozenset()
