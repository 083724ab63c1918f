"""What opens a studio: the token of its address, tickets that are good once, the cookie.

As Jupyter has it: whoever knows the address gets a cookie for it, and all else asks for the cookie.
The cookie is no token: what a browser keeps tells nobody the address.
"""

from __future__ import annotations

import secrets

from infographic.foundation.record import field, record

BYTES = 24
MOST_TICKETS = 8


@record(frozen=False, eq=False)
class Keys:
    """Of one studio, made anew for each start."""

    token: str = field(default_factory=lambda: secrets.token_urlsafe(BYTES))
    """Stands in the address that the terminal prints; good as often as it is used."""
    cookie: str = field(default_factory=lambda: secrets.token_urlsafe(BYTES))
    tickets: list[str] = field(default_factory=list)

    def ticket(self) -> str:
        """A token that is good once: for an address that others of the machine may see, as in the
        arguments of the browser that is started."""
        made = secrets.token_urlsafe(BYTES)
        self.tickets = [*self.tickets[-MOST_TICKETS + 1 :], made]
        return made

    def is_token(self, given: str) -> bool:
        """In a time that tells nothing."""
        return _is_same(given, self.token)

    def admits(self, given: str) -> bool:
        """Whether a token or a ticket is good; a ticket is used up by it."""
        if self.is_token(given):
            return True
        for ticket in self.tickets:
            if _is_same(given, ticket):
                self.tickets.remove(ticket)
                return True
        return False

    def is_cookie(self, given: str) -> bool:
        return _is_same(given, self.cookie)


def _is_same(given: str, wanted: str) -> bool:
    # As bytes: of texts it takes ASCII alone.
    return secrets.compare_digest(given.encode("utf-8", "replace"), wanted.encode())
