"""Requests to a studio: those of its own pages, and those that nobody should be answered."""

from __future__ import annotations

from typing import Any

from infographic.foundation.record.tuples import NamedTuple
from infographic.studio.server.guards import Door
from infographic.studio.server.keys import Keys

PORT = 8420
HERE = f"http://127.0.0.1:{PORT}"
DOOR = Door(Keys("the-token", "the-cookie"), PORT)
COOKIE = ("cookie", f"infographic-{PORT}=the-cookie")
HOST = ("host", f"127.0.0.1:{PORT}")
ORIGIN = ("origin", HERE)


class Asked(NamedTuple):
    """A request; without headers of its own it is a page's of ours, with the cookie."""

    method: str = "GET"
    """“SOCKET” for the line."""
    path: str = "/"
    query: str = ""
    headers: tuple[tuple[str, str], ...] = (HOST, COOKIE)

    @property
    def scope(self) -> dict[str, Any]:
        """As a server hands it to the gate."""
        is_socket = self.method == "SOCKET"
        return {
            "type": "websocket" if is_socket else "http",
            "scheme": "ws" if is_socket else "http",
            "method": self.method, "path": self.path, "query_string": self.query.encode(),
            "headers": [(name.encode(), value.encode("latin-1")) for name, value in self.headers],
        }  # fmt: skip


def with_(*headers: tuple[str, str], **given: Any) -> Asked:
    """A page's own request with other or further headers."""
    names = {name for name, _ in headers}
    own = [one for one in (HOST, COOKIE) if one[0] not in names]
    return Asked(headers=(*own, *headers), **given)


def host(name: str) -> Asked:
    return with_(("host", name))


def cookie(text: str) -> Asked:
    return with_(("cookie", text))


def put(*headers: tuple[str, str]) -> Asked:
    return with_(*headers, method="PUT", path="/upload")


def line(*headers: tuple[str, str]) -> Asked:
    return with_(*headers, method="SOCKET", path="/live")


def program(*headers: tuple[str, str], method: str = "POST") -> Asked:
    return Asked(method, "/show", "", (HOST, *headers))


def stranger(method: str = "GET", path: str = "/", query: str = "", *headers: Any) -> Asked:
    """Without the cookie."""
    return Asked(method, path, query, (HOST, *headers))


GOOD_TOKEN = ("x-infographic-token", "the-token")
VISIT = ("sec-fetch-mode", "navigate")
PICTURE = ("sec-fetch-mode", "no-cors")
FRAME = ("sec-fetch-dest", "iframe")
ELSEWHERE, BESIDE = ("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site")
EVIL = ("origin", "https://evil.example")
OWN = f"infographic-{PORT}"

LET_IN = {
    "a page": Asked(),
    "its files": Asked(path="/web/js/main.js"),
    "by another name of the machine": host("localhost:8420"),
    "in the other numbers": host("[::1]:8420"),
    "in capitals": host("LOCALHOST:8420"),
    "through a tunnel, which has a port of its own": host("127.0.0.1:9999"),
    "from its own page": with_(("sec-fetch-site", "same-origin"), ("sec-fetch-mode", "cors")),
    "from the address bar": with_(("sec-fetch-site", "none"), VISIT),
    "by a link of another site, where the browser sends the cookie": with_(ELSEWHERE, VISIT),
    "a cookie beside others": cookie(f"a=b; {OWN}=the-cookie; c=d"),
    "a cookie beside a forged one": cookie(f"{OWN}=x; {OWN}=the-cookie"),
    "cookies in two headers": with_(("cookie", "a=b"), COOKIE),
    "an upload": put(ORIGIN),
    "an upload through a tunnel": put(
        ("host", "localhost:9999"), ("origin", "http://localhost:9999")
    ),
    "the line": line(ORIGIN),
    "a program with the token": program(GOOD_TOKEN),
}
NAMES: dict[str, tuple[str, Asked]] = {
    "another name": ("host", host("evil.example:8420")),
    "another name without a port": ("host", host("evil.example")),
    "ours as the beginning of another": ("host", host("127.0.0.1.evil.example:8420")),
    "ours as the end of another": ("host", host("evil-localhost:8420")),
    "a name with ours as its user": ("host", host("127.0.0.1:8420@evil.example")),
    "another address": ("host", host("192.168.1.7:8420")),
    "an address that means ours": ("host", host("127.1:8420")),
    "ours as one number": ("host", host("2130706433:8420")),
    "ours in hexadecimal": ("host", host("0x7f.0.0.1:8420")),
    "all addresses": ("host", host("0.0.0.0:8420")),
    "ours in six": ("host", host("[::ffff:127.0.0.1]:8420")),
    "ours with a point behind it": ("host", host("localhost.:8420")),
    "no name": ("host", host("")),
    "a port alone": ("host", host(":8420")),
    "a port that is none": ("host", host("127.0.0.1:99999")),
    "a port of words": ("host", host("127.0.0.1:http")),
    "a path in the name": ("host", host("127.0.0.1:8420/web")),
    "two names in one": ("host", host("127.0.0.1:8420, evil.example")),
    "two names": ("head", with_(HOST, ("host", "evil.example"))),
    "no Host at all": ("head", Asked(headers=(COOKIE,))),
    "another name for the line": ("host", line(("host", "evil.example"), ORIGIN)),
    "another name that knows the token": (
        "host",
        Asked(query="token=the-token", headers=(("host", "evil.example"),)),
    ),
    "another name for a program": (
        "host",
        Asked("POST", "/show", "", (("host", "evil.example"), GOOD_TOKEN)),
    ),
}
"""A name of the internet that is made to lead to this machine (DNS rebinding)."""
SITES: dict[str, tuple[str, Asked]] = {
    "an upload of another site": ("origin", put(EVIL)),
    "an upload of another port": ("origin", put(("origin", "http://127.0.0.1:9999"))),
    "an upload of our name in another protocol": ("origin", put(("origin", f"https://{HOST[1]}"))),
    "an upload of another of our names": ("origin", put(("origin", f"http://localhost:{PORT}"))),
    "an upload of a page without an origin": ("origin", put(("origin", "null"))),
    "an upload that does not say from where": ("origin", put()),
    "an upload of ours with more behind it": ("origin", put(("origin", f"{HERE}.evil.example"))),
    "an upload of ours as a user": ("origin", put(("origin", f"{HERE}@evil.example"))),
    "an upload of two origins": ("head", put(ORIGIN, EVIL)),
    "an empty origin": ("origin", put(("origin", ""))),
    "a form's post": ("origin", with_(EVIL, method="POST", path="/upload")),
    "a deletion": ("origin", with_(EVIL, method="DELETE")),
    "an unknown method": ("origin", with_(method="BREW")),
    "what a page asks before it asks": ("origin", with_(EVIL, method="OPTIONS", path="/upload")),
    "a page read by another": ("origin", with_(EVIL)),
    "a picture in another site's page": ("elsewhere", with_(ELSEWHERE, PICTURE)),
    "a picture in a page of another port": ("elsewhere", with_(BESIDE, PICTURE)),
    "a frame of another site": ("elsewhere", with_(ELSEWHERE, VISIT, FRAME)),
    "a frame of another port": ("elsewhere", with_(BESIDE, VISIT, FRAME)),
    "our origin from another site": ("elsewhere", put(ORIGIN, ELSEWHERE)),
    "the line of another site": ("origin", line(EVIL)),
    "the line of another port": ("origin", line(("origin", "http://127.0.0.1:9999"))),
    "the line of a program": ("origin", line()),
    "the line of a page without an origin": ("origin", line(("origin", "null"))),
    "a page that knows the token for programs": ("origin", program(GOOD_TOKEN, ORIGIN)),
    "a page of another site that knows it": ("origin", program(GOOD_TOKEN, ELSEWHERE)),
}
"""A page of another site, or of another port of this machine, in the user's name."""
STRANGERS: dict[str, tuple[str, Asked]] = {
    "no cookie": ("cookie", stranger()),
    "no cookie for a file": ("cookie", stranger(path="/web/js/main.js")),
    "no cookie for what is not there": ("cookie", stranger(path="/nothing")),
    "no cookie for the line": ("cookie", stranger("SOCKET", "/live", "", ORIGIN)),
    "no cookie for an upload": ("cookie", stranger("PUT", "/upload", "", ORIGIN)),
    "no cookie for a download": ("cookie", stranger(path="/export/key/page.pdf")),
    "another cookie": ("cookie", cookie(f"{OWN}=x")),
    "an empty cookie": ("cookie", cookie(f"{OWN}=")),
    "the token as the cookie": ("cookie", cookie(f"{OWN}=the-token")),
    "the cookie of another studio": ("cookie", cookie("infographic-9999=the-cookie")),
    "the cookie of a name like ours": ("cookie", cookie(f"x{OWN}=the-cookie")),
    "a cookie with more behind it": ("cookie", cookie(f"{OWN}=the-cookiex")),
    "a cookie in letters that are none": ("cookie", cookie(f"{OWN}=\xff\xfe")),
    "a wrong token": ("token", stranger(query="token=x")),
    "an empty token": ("token", stranger(query="token=")),
    "two tokens": ("token", stranger(query="token=the-token&token=x")),
    "the cookie as the token": ("token", stranger(query="token=the-cookie")),
    "a token in other letters": ("token", stranger(query="token=THE-TOKEN")),
    "a wrong token with a good cookie": ("token", Asked(query="token=x")),
    "a token for a file": ("cookie", stranger(path="/web/js/main.js", query="token=the-token")),
    "a token for the line": ("cookie", stranger("SOCKET", "/live", "token=the-token", ORIGIN)),
    "a token by a post": ("cookie", stranger("POST", "/", "token=the-token", ORIGIN)),
    "a program without a token": ("token", program()),
    "a program with a wrong token": ("token", program(("x-infographic-token", "x"))),
    "a program with the cookie alone": ("token", program(COOKIE)),
    "a program that only looks": ("token", program(GOOD_TOKEN, method="GET")),
    "a program with two tokens": ("head", program(GOOD_TOKEN, ("x-infographic-token", "x"))),
}
"""Whoever was not told the address."""
REFUSED = {**NAMES, **SITES, **STRANGERS}
