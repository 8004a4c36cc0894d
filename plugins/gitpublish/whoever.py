"""Who is doing this: whoever pushes over ssh, or an administrator at a keyboard, as far as the system tells.

The server says it, in the environment that it gives to git's hooks; nobody who pushes can set that.
"""

import base64
import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

NAMED = "GITPUBLISH_WHO"
"""A name that the line of a key in ``authorized_keys`` gives: ``command="GITPUBLISH_WHO=… git-shell -c …" ssh-ed25519 …``."""

_TOLD = (
    NAMED,
    # A web server that has asked for a password (RFC 3875), and CI that publishes.
    *("REMOTE_USER", "GITHUB_ACTOR", "GITLAB_USER_LOGIN"),
)
_LONGEST = 80


def who(environment: Mapping[str, str] = os.environ, keys: Path | None = None) -> str:
    """A name, or the words beside a key, or its fingerprint, or a login; one line.

    *keys* is the file of the keys that may log in, that of this account if it is None.
    """
    named = next((environment[name] for name in _TOLD if environment.get(name)), "")
    found = named or _by_key(environment, keys) or environment.get("SUDO_USER") or _login()
    return "".join(sign if sign.isprintable() else " " for sign in found)[:_LONGEST].strip()


def _by_key(environment: Mapping[str, str], keys: Path | None) -> str:
    """Whose key ssh has let in. sshd tells it with ``ExposeAuthInfo yes``, in a file that it names."""
    try:
        told = Path(environment["SSH_USER_AUTH"]).read_text(encoding="utf-8").split()
        blob = told[told.index("publickey") + 2]
    except (LookupError, OSError, ValueError):
        return ""
    return _words(blob, keys or Path(_home()) / ".ssh" / "authorized_keys") or _fingerprint(blob)


def _words(blob: str, keys: Path) -> str:
    """What stands behind the key *blob*, which is base64, in its line of *keys*."""
    try:
        lines: Iterable[str] = keys.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    found = (line.partition(f" {blob}")[2].strip() for line in lines if f" {blob}" in line)
    return next(filter(None, found), "")


def _fingerprint(blob: str) -> str:
    """As ``ssh-keygen -l`` writes it."""
    try:
        digest = hashlib.sha256(base64.b64decode(blob, validate=True)).digest()
    except ValueError:
        return ""
    return f"SHA256:{base64.b64encode(digest).decode().rstrip('=')}"


def _login() -> str:
    import pwd  # Windows, which publishes nothing, has none.

    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        return str(os.geteuid())


def _home() -> str:
    import pwd

    try:
        return pwd.getpwuid(os.geteuid()).pw_dir
    except KeyError:
        return "/"
