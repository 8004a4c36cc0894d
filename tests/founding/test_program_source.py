import subprocess
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest
from founding.sites import environment

from scienceweek.founding.program_source import program_from
from scienceweek.founding.refusals import FoundingError

FILES = {
    "plugins/scienceweek/__main__.py": "print()\n",
    "pyproject.toml": '[project]\nversion = "1.2.3"\n',
}


def small(folder: Path, version: str = "1.2.3") -> Path:
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text.replace("1.2.3", version), "utf-8")
    return folder


def refusal(source: object, tag: str = "", *, unsigned: bool = False) -> str:
    with pytest.raises(FoundingError) as caught, program_from(str(source), tag, unsigned=unsigned):
        pass
    return str(caught.value)


def packed(file: Path, around: str = "") -> Path:
    with ZipFile(file, "w") as made:
        for name, text in FILES.items():
            made.writestr(f"{around}{name}", text)
    return file


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """With the releases v1.2.3, signed, and v1.10.0, which is not; the machine knows who signs."""
    folder = small(tmp_path / "repository")
    for name, value in environment(folder).items():
        monkeypatch.setenv(name, value)
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    (tmp_path / "signers").write_text(f"publisher@example.cn {key.with_suffix('.pub').read_text()}")
    for setting in (
        ("gpg.format", "ssh"),
        ("user.signingkey", str(key)),
        ("gpg.ssh.allowedSignersFile", str(tmp_path / "signers")),
    ):
        git(folder, "config", "--global", *setting)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "1.2.3")
    git(folder, "tag", "--sign", "--message", "1.2.3", "v1.2.3")
    small(folder, "1.10.0")
    git(folder, "commit", "--all", "--quiet", "--message", "1.10.0")
    git(folder, "tag", "--annotate", "--message", "1.10.0", "v1.10.0")
    return folder


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


def version(folder: Path) -> str:
    return (folder / "pyproject.toml").read_text("utf-8").split('"')[1]


@pytest.mark.parametrize("address", ["{}", "file://{}"])
def test_a_tag_that_is_signed_is_taken_with_who_has_signed_it(repository: Path, address: str):
    source = address.format(repository)

    with program_from(source, "v1.2.3") as found:
        assert (version(found.folder), found.signed) == ("1.2.3", "publisher@example.cn")
        assert found.origin == f"{source} v1.2.3"
    assert not found.folder.exists()


def test_without_a_tag_it_is_the_newest_release(repository: Path):
    assert refusal(repository).startswith("标签 v1.10.0 没有签名，或者签名核对不了：")

    with program_from(str(repository), unsigned=True) as found:
        assert (version(found.folder), found.signed) == ("1.10.0", "")


def test_a_signature_of_somebody_whom_nobody_knows_is_none(repository: Path, tmp_path: Path):
    (tmp_path / "signers").write_text("")

    assert refusal(repository, "v1.2.3").startswith("标签 v1.2.3 没有签名，或者签名核对不了：")


@pytest.mark.parametrize("tag", ["v9.9.9", "--all", "main"])
def test_a_tag_that_is_not_there_is_told(repository: Path, tag: str):
    assert refusal(repository, tag, unsigned=True) == f"{repository} 里没有“{tag}”这个标签。"


def test_a_repository_without_releases_is_told(repository: Path):
    git(repository, "tag", "--delete", "v1.2.3", "v1.10.0")

    assert refusal(repository, unsigned=True) == (
        f"{repository} 里没有发布过的版本（v1.2.3 这样的标签）。请用 --tag 写明要哪一个。"
    )


def test_an_address_where_nothing_is_is_told(tmp_path: Path):
    assert refusal(f"file://{tmp_path}/none").startswith(f"取不到 file://{tmp_path}/none：")


@pytest.mark.parametrize("source", ["none", "ext::sh -c true", "--upload-pack=true"])
def test_what_is_no_source_is_told(source: str):
    assert refusal(source, unsigned=True).startswith(f"没有“{source}”这个文件夹或压缩包，")


def test_a_folder_is_taken_as_it_is_if_that_is_wished(tmp_path: Path):
    folder = small(tmp_path / "here")

    assert (
        refusal(folder) == f"{folder} 是一个文件夹，没有签名，查不出是谁做的。来源可靠的，再加 --unsigned。"
    )
    with program_from(str(folder), unsigned=True) as found:
        assert (found.folder, found.origin) == (folder, str(folder))


@pytest.mark.parametrize("around", ["", "science-week-1.2.3/"])
def test_a_zip_is_taken_if_that_is_wished_and_its_digest_is_told(tmp_path: Path, around: str):
    file = packed(tmp_path / "program.zip", around)
    digest = sha256(file.read_bytes()).hexdigest()

    assert digest in refusal(file)
    with program_from(str(file), unsigned=True) as found:
        assert (version(found.folder), found.origin) == ("1.2.3", f"program.zip sha256:{digest}")


def test_a_zip_leads_nowhere_else(tmp_path: Path):
    file = packed(tmp_path / "program.zip")
    with ZipFile(file, "a") as made:
        made.writestr("../outside.txt", "甲")
        link = ZipInfo("plugins/link")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        made.writestr(link, "/etc/passwd")

    with program_from(str(file), unsigned=True) as found:
        assert not (found.folder / "plugins/link").exists()
    assert not list(tmp_path.parent.rglob("outside.txt"))


@pytest.mark.parametrize(("content", "told"), [(b"x", "解不开"), (b"PK\5\6" + bytes(18), "里没有这个程序")])
def test_a_zip_that_is_none_is_told(tmp_path: Path, content: bytes, told: str):
    file = tmp_path / "program.zip"
    file.write_bytes(content)

    assert told in refusal(file, unsigned=True)
