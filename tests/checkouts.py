"""Checkouts of the project, from which one publishes."""

from pushers import Clone, scienceweek


def command(checkout: Clone, *arguments: str, **more: str) -> tuple[int, str, str]:
    program = {"PYTHONPATH": str(checkout.folder / "plugins"), "SITEURL": "https://kepu.example.cn"}
    ran = scienceweek(*arguments, "--project", checkout.folder, **program | more)
    return ran.returncode, ran.stdout, ran.stderr
