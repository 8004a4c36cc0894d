"""What is private in the tests of this folder, and who it belongs to."""

import samples
from scienceweek.model.contact import Show
from scienceweek.privacy.secrets import Secrets

NUMBER, MOBILE, MAIL = "023-60000001", "13800000001", "zhang.san@example.cn"
EXTENSION = "023-60000077转801"
OPEN, OPEN_MOBILE = "023-60000002", "13900000002"
INTERNAL = samples.contact(NUMBER, MOBILE, email=MAIL, name="张三 李四四", show=Show.INTERNAL)


def secrets(*allowed: str, more: tuple[object, ...] = ()) -> Secrets:
    """Of a campaign with two internal contacts and a public one, and of *more*."""
    contacts = (
        INTERNAL,
        samples.contact(EXTENSION, name="办公室", show=Show.INTERNAL),
        samples.contact(OPEN, OPEN_MOBILE, name="王五"),
    )
    return Secrets.of(samples.catalogue(samples.campaign(contacts=contacts), *more), allowed)


def found(text: str) -> list[tuple[str, str]]:
    """The kind of each leak in *text*, and how a record has it."""
    return [(leak.kind.name, leak.known) for leak in secrets().within(text)]
