"""The URL of a PostgreSQL database, and how it is shown: no password of it is ever said.

A password belongs into PGPASSWORD, ~/.pgpass or a service file, which the driver reads itself. One
in the URL is taken, and stands in no message, exception or record.
"""

from __future__ import annotations

import re

from infographic.foundation.calls import CALL, CallError
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.late_pattern import late
from infographic.foundation.record import field, record
from infographic.foundation.sayings import say

HIDDEN = "***"
_USER = late(r"(postgres(?:ql)?://[^:/?@]*)(?::(.*))?@([^@]*)", re.DOTALL)
_SECRETS = late(r"(?i)(?<=[?&])((?:ssl)?password)=([^&]*)")
_ESCAPED = late(r"%([0-9A-Fa-f]{2})")
UNESCAPED = frozenset("@/?#")
"""What stands in no password of a URL but as %40, %2F, %3F, %23."""


@record
class Address:
    """Where a database is."""

    shown: str
    """Its URL as it may be shown."""
    url: str = field(repr=False)
    """For the driver alone."""
    secrets: tuple[str, ...] = field(default=(), repr=False)
    """What must not be shown: the password, as it is written and as it is meant."""

    def without_secrets(self, words: str) -> str:
        """What a driver said, with no password in it nor a piece of one."""
        for secret in self.secrets:
            words = words.replace(secret, HIDDEN)
        return words


def address_of(url: str) -> Address:
    """A URL taken apart. Raises `CallError` for a password that is not escaped: a driver takes a
    part of it for the host, and says it.

    >>> address = address_of("postgresql://desk:s3cret%21@db.example/press?password=other1")
    >>> address.shown
    'postgresql://desk:***@db.example/press?password=***'
    >>> address.without_secrets("no host s3cret! or other1"), "s3cret" in repr(address)
    ('no host *** or ***', False)
    """
    secrets: list[str] = []
    # Up to the last “@”: a password with one in it is wrong, and no less a password.
    match = _USER.match(url)
    shown = url
    if match is not None and match[2]:
        if set(match[2]) & UNESCAPED:
            raise CallError([Diagnostic(say("rows-query/password"), CALL)])
        secrets.append(match[2])
        shown = f"{match[1]}:{HIDDEN}@{url[match.start(3) :]}"
    secrets += [match[2] for match in _SECRETS.finditer(shown) if match[2] != HIDDEN]
    shown = _SECRETS.sub(lambda match: f"{match[1]}={HIDDEN}", shown)
    return Address(shown, url, _all_forms(secrets))


def _all_forms(secrets: list[str]) -> tuple[str, ...]:
    """Passwords as they are written and as they are meant, the longest first."""
    meant = [_ESCAPED.sub(lambda match: chr(int(match[1], 16)), one) for one in secrets]
    return tuple(sorted({*secrets, *meant}, key=len, reverse=True))
