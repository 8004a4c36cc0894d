"""The last look at a file of the site before it may be seen: nothing private is in it, whatever its format."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b

from scienceweek.privacy import documents
from scienceweek.privacy.numbers import digits_of, local
from scienceweek.privacy.secrets import Leak, SecretKind, Secrets
from scienceweek.privacy.spelling import DIGIT, FOREIGN, TEN, digits

_PICTURES = (".gz", ".ico", ".jpg", ".jpeg", ".pmtiles", ".png", ".webp", ".woff2")
_MARKUP = (".html", ".svg", ".xml")

# What may be a number of which no record knows is looked for with these; whatever they find is looked at closely. They
# are cheap and take far too much: between the digits may stand anything but letters, other digits and a few signs.
_TAGS = rb"(?:<[^<>]{0,100}>|&[#0-9a-zA-Z]{1,8};|\xc2\xad|\xe2\x80[\x8b-\x8f]|\*){0,8}+"
_GAP = rb"(?:[^0-9A-Za-z,;:<>&\"'=|\n\xe4-\xe9]|\n(?!\n)|<[^<>]{0,100}>|&[#0-9a-zA-Z]{1,8};){0,8}+"
_MOBILE = re.compile(
    rb"1%(tags)b[3-9]%(tags)b[0-9](?:%(gap)b[0-9]){8}|1([^0-9A-Za-z<>])[3-9](?:\1[0-9]){9}"
    % {b"tags": _TAGS, b"gap": _GAP}
)
_IDENTITY = re.compile(
    rb"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])(?:%(gap)b[0-9]){4}"
    rb"%(gap)b(?:1%(gap)b[89]|2%(gap)b0)(?:%(gap)b[0-9]){9}%(gap)b(?:[0-9]|%(ten)b)"
    % {b"gap": _GAP, b"ten": "|".join(TEN).encode()}
)
# Digits that are none in ASCII, or have a tag with digits of its own among them: the skeleton does not see those.
_ENTITIES = re.compile(rb"&#(?:x0*3[0-9]|0*(?:4[89]|5[0-7]));")
_SPLIT = re.compile(rb"<(?<=[0-9]<)/?[A-Za-z]+ [^<>]*[0-9][^<>]*>[^A-Za-z<]{0,8}[0-9]")
_FOREIGN = re.compile(rf"{FOREIGN}[^\w<>，、；]{{0,3}}{FOREIGN}[^\w<>，、；]{{0,3}}{DIGIT}")
_WIDE = re.compile(rb"\xef(?:\xbd[\x81-\x9a]|\xbc[\xa1-\xba])")
_AT = tuple(
    sign.encode()
    for sign in (
        "＠",
        "﹫",
        "%40",
        "&commat;",
        "&#64;",
        "&#x40;",
        "艾特",
        "圈a",
        "小老鼠",
        " at ",
        "(at)",
        "[at]",
        "（at）",
        "{at}",
        "-at-",
        "_at_",
        "(a)",
        "[a]",
    )
)
_HASH = re.compile(rb"#[a-z0-9-]+[.][a-z]")
_WORD = re.compile(rb"[a-z0-9_-]{2,}")
_OTHER_THAN_DIGITS = bytes(set(range(256)) - set(b"0123456789"))
_MOST = 200_000  # lines that are remembered: then it begins anew, for a large site has millions
_AROUND = 120  # signs on either side of what is looked at closely

_ESCAPE = re.compile(rb"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
_DRAWN = re.compile(r"\s(?:d|points|viewBox|transform|style|sizes|srcset)=\"[^\"]*$")


class PrivacyGate:
    """Says what of *secrets* a file has in it, for staff; nothing if it may be seen.

    Lines in which there was nothing are not looked at again: most of a page is as in all others. *identity* changes with
    *secrets* and with *code*: what one gate has let pass, another of the same identity would too.
    """

    def __init__(self, secrets: Secrets, code: bytes = b"") -> None:
        self.identity = blake2b(code + repr(_sorted(secrets)).encode(), digest_size=16).hexdigest()
        self._secrets, self._code = secrets, code
        self._mobiles = {number.encode() for number in secrets.mobiles}
        self._clean: set[int] = set()
        self._finds = _finder({form for form in secrets.forms if _is_least(form, secrets)})
        self._words = {max(re.findall(r"[\w-]+", mail)[:-1], key=len).encode() for mail in secrets.mails}

    def __reduce__(self) -> tuple[type["PrivacyGate"], tuple[Secrets, bytes]]:
        """For whoever draws elsewhere: the same gate, that remembers nothing yet."""
        return PrivacyGate, (self._secrets, self._code)

    def __call__(self, path: str, content: bytes) -> tuple[str, ...]:
        found = {_told(leak) for leak in self._secrets.within(path)}
        found |= {_told(leak) for text in texts(path, content) for leak in self._within(text)}
        return tuple(f"{path}: {message}" for message in sorted(found))

    def _within(self, content: bytes) -> Iterator[Leak]:
        skeleton = content.translate(None, _OTHER_THAN_DIGITS)
        fresh = self._fresh(content)
        if (
            self._finds(skeleton)
            or (self._words and self._has_mail(fresh.lower()))
            or (b"&#" in fresh and _ENTITIES.search(fresh))
            or _SPLIT.search(fresh)
        ):
            yield from self._closely(content.decode(errors="replace"))
            return
        known = self._mobiles
        mobiles = (
            match
            for match in _MOBILE.finditer(fresh)
            if match[0].translate(None, _OTHER_THAN_DIGITS) not in known
        )
        yield from self._near(mobiles, fresh)
        yield from self._near(_IDENTITY.finditer(fresh), fresh)
        text = fresh.decode(errors="replace")
        if not text.isascii():
            for match in _FOREIGN.finditer(text):
                yield from self._closely(text[max(0, match.start() - _AROUND) : match.end() + _AROUND])

    def _has_mail(self, content: bytes) -> bool:
        """Whether *content*, in small letters, may have an address in it."""
        # Not "@context", which is in each page.
        at = b"@" in content and b"@" in content.replace(b'"@', b"")
        if _WIDE.search(content):
            return True
        if not (at or any(sign in content for sign in _AT) or _HASH.search(content)):
            return False
        return not self._words.isdisjoint(_WORD.findall(content))

    def _fresh(self, content: bytes) -> bytes:
        """The lines of *content* that no file before it had; an empty one stands for those left out."""
        if len(self._clean) > _MOST:
            self._clean.clear()
        lines = content.split(b"\n")
        kept: list[bytes] = []
        last = -1
        for number, line in enumerate(map(hash, lines)):
            if line not in self._clean:
                self._clean.add(line)
                if last != number - 1:
                    kept.append(b"")
                kept.append(lines[number])
                last = number
        return b"\n".join(kept)

    def _near(self, matches: Iterable[re.Match[bytes]], content: bytes) -> Iterator[Leak]:
        for match in matches:
            part = content[max(0, match.start() - _AROUND) : match.end() + _AROUND]
            yield from self._closely(part.decode(errors="ignore"))

    def _closely(self, text: str) -> Iterator[Leak]:
        for leak in self._secrets.within(text):
            # The lines of a drawing are no numbers of anybody.
            if leak.kind is not SecretKind.MOBILE or not _DRAWN.search(text[: leak.start]):
                yield leak


def _is_least(form: str, secrets: Secrets) -> bool:
    """Whether *form* is the part that all others of its number have in them."""
    return not any(form != other and other in form for other in _least(form, secrets))


def _least(form: str, secrets: Secrets) -> Iterator[str]:
    for known in filter(None, (secrets.numbers.get(form), *secrets.extensions.get(form, {}).values())):
        yield local(known) or digits(known.partition("转")[0]).removeprefix("0")


def _finder(forms: set[str]) -> Callable[[bytes], object]:
    """What says whether one of *forms* is among digits."""
    return re.compile(_tree(sorted(forms)).encode()).search if forms else lambda skeleton: False


def _tree(forms: Sequence[str]) -> str:
    """A pattern of *forms* that tries each sign once, and not each form."""
    if len(forms) == 1:
        return forms[0]
    branches = {
        sign: [form[1:] for form in forms if form[:1] == sign]
        for sign in sorted({form[:1] for form in forms})
    }
    if "" in branches:  # a shorter form is enough
        return ""
    joined = "|".join(sign + _tree(rest) for sign, rest in branches.items())
    return f"(?:{joined})" if len(branches) > 1 else joined


def texts(path: str, content: bytes) -> Iterator[bytes]:
    """What can be read in a file."""
    if documents.is_document(path):
        yield from documents.texts(path, content, texts)
    elif path.endswith(".ics"):
        # Lines are folded anywhere (RFC 5545, 3.1), and a line break is written.
        yield content.replace(b"\r\n ", b"").replace(b"\r\n\t", b"").replace(b"\\n", b"\n")
    elif path.endswith(".atom"):
        yield html.unescape(content.decode(errors="replace")).encode()
    elif not path.endswith(_PICTURES):
        if b"\\" in content and not path.endswith(".css"):
            content = _ESCAPE.sub(_unescaped, content.replace(b"\\n", b"\n"))
        yield content


def _unescaped(match: re.Match[bytes]) -> bytes:
    return chr(int(match[1] or match[2], 16)).encode(errors="ignore")


def _told(leak: Leak) -> str:
    match leak.kind:
        case SecretKind.IDENTITY:
            number = digits_of(leak.written)
            return f"里面有身份证号码“{number[:6]}********{number[14:]}”。"
        case SecretKind.MOBILE:
            return f"里面有手机号“{digits(leak.written)}”，没有一条公开的记录有它。"
        case _:
            return f"里面有不公开的联系方式“{leak.known}”。"


def _sorted(secrets: Secrets) -> tuple[object, ...]:
    turns = sorted((form, sorted(more.items())) for form, more in secrets.extensions.items())
    return sorted(secrets.numbers.items()), turns, sorted(secrets.mails.items()), sorted(secrets.mobiles)
