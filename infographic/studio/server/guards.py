"""Which requests a studio answers: pure functions of a request's head.

Each rule is against somebody: Host against a page of the internet whose name is made to lead to
this machine; Origin, and what browsers say of where a request comes from (Sec-Fetch-Site), against
such a page, or another server of this machine, that asks in the user's name; the cookie against
everybody who was not told the address.
"""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any, Literal

from starlette.datastructures import QueryParams

from infographic.foundation.late_pattern import late
from infographic.foundation.record import record
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.running.answering import heads_of
from infographic.studio.server.keys import Keys

Scope = Mapping[str, Any]
"""Of ASGI."""
Why = Literal["host", "origin", "elsewhere", "token", "cookie", "head"]

SAFE = frozenset({"GET", "HEAD"})
LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
SHOW = "/show"
"""Asked by a program, not by a page: with the token in a header, and no cookie."""
TOKEN_HEADER = b"x-infographic-token"
_HOST = late(r"(\[[0-9a-f:.]{2,45}\]|[a-z0-9_](?:[a-z0-9._-]{0,252}[a-z0-9_])?)(?::([0-9]{1,5}))?")


@record(eq=False)
class Door:
    """Where a studio listens, and who is let in."""

    keys: Keys
    port: int
    names: frozenset[str] = LOOPBACK
    """What the machine is called in a Host header, in small letters, without a port."""
    is_wide: bool = False
    """Whether others than this machine are answered: then its addresses are names of it too."""

    @property
    def cookie_name(self) -> str:
        """Cookies know no ports: two studios of a machine must not take each other's."""
        return f"infographic-{self.port}"


class Refusal(NamedTuple):
    status: int
    why: Why


class Admission(NamedTuple):
    """A token is taken, and the cookie given for it."""

    cookie: str
    """The whole header."""


def judged(door: Door, scope: Scope) -> Refusal | Admission | None:
    """What a request is answered before anything else sees it; None where it may go on."""
    heads = heads_of(scope, _ONCE)
    if heads is None:
        return Refusal(400, "head")
    host = heads.get(b"host", "")
    if not is_our_host(door, host, scope):
        return Refusal(403, "host")
    method = "GET" if scope["type"] == "websocket" else scope["method"]
    if scope["path"] == SHOW:
        return _of_program(door, method, heads)
    wrong = _from_where(scope, method, host, heads)
    if wrong is not None:
        return wrong
    if scope["type"] == "http" and scope["path"] == "/" and method in SAFE:
        given = token_in(scope)
        if given is not None:
            return _admitted(door) if door.keys.admits(given) else Refusal(403, "token")
    return None if has_cookie(door, heads) else Refusal(403, "cookie")


_ONCE = frozenset({b"host", b"origin", TOKEN_HEADER, b"content-length", b"sec-fetch-site"})


def is_our_host(door: Door, host: str, scope: Scope) -> bool:
    """Whether a request was meant for this machine, by the name that it was called.

    The port is not asked: a tunnel has another, and no page of the internet gains by it. An address
    in numbers is nobody's name, so that a studio that is open to others has all of its own.
    """
    found = _HOST.fullmatch(host.lower())
    if found is None or (found[2] and int(found[2]) > 65535):
        return False
    name = found[1]
    return name in door.names or (door.is_wide and _is_address(name))


def _is_address(name: str) -> bool:
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _of_program(door: Door, method: str, heads: Mapping[bytes, str]) -> Refusal | None:
    """`infographic show`: no browser may ask this, though it knew the token."""
    if b"origin" in heads or b"sec-fetch-site" in heads:
        return Refusal(403, "origin")
    if method == "POST" and door.keys.is_token(heads.get(TOKEN_HEADER, "")):
        return None
    return Refusal(403, "token")


def _from_where(scope: Scope, method: str, host: str, heads: Mapping[bytes, str]) -> Refusal | None:
    """What is wrong with the page that a request comes from."""
    is_socket = scope["type"] == "websocket"
    origin = heads.get(b"origin")
    if origin is None:
        if is_socket or method not in SAFE:
            return Refusal(403, "origin")
    elif origin.lower() not in _origins(scope, host):
        return Refusal(403, "origin")
    site = heads.get(b"sec-fetch-site", "none")
    is_visit = heads.get(b"sec-fetch-mode") == "navigate" and method in SAFE
    is_visit = is_visit and heads.get(b"sec-fetch-dest", "document") == "document"
    if site in ("cross-site", "same-site") and not is_visit:
        return Refusal(403, "elsewhere")
    return None


def _origins(scope: Scope, host: str) -> tuple[str, ...]:
    """What the studio's own pages say of where they come from."""
    scheme = {"ws": "http", "wss": "https"}.get(scope["scheme"], scope["scheme"])
    return (f"{scheme}://{host.lower()}",)


def token_in(scope: Scope) -> str | None:
    """The token of an address; None where it has none, "" where it has several."""
    found = QueryParams(scope.get("query_string", b"")).getlist("token")
    return None if not found else found[0] if len(found) == 1 else ""


def has_cookie(door: Door, heads: Mapping[bytes, str]) -> bool:
    # Not by http.cookies, which leaves out all that follows one that it cannot read.
    pairs = (part.strip().partition("=") for part in heads.get(b"cookie", "").split(";"))
    given = [value for name, _, value in pairs if name == door.cookie_name]
    # Another server of this machine may have set one of our name beside it.
    return any(door.keys.is_cookie(value) for value in given)


def _admitted(door: Door) -> Admission:
    return Admission(f"{door.cookie_name}={door.keys.cookie}; Path=/; HttpOnly; SameSite=Strict")
