"""Requests that nobody honest sends, each beside a control that differs in one part alone."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from serving_here import KEYS, PAGE, STORY, Served, key_file, served

from infographic.serve.calling.hosts import callback_hosts
from infographic.serve.keys import Keys

SECRET = "TOP-SECRET-VALUE"
FAIR = '{"story": {}, "layout": "square"}'
"""The least that is a request."""


@pytest.fixture(scope="module")
def near() -> Iterator[Served]:
    with served(takes_inline=True) as one:
        yield one


@pytest.fixture(scope="module")
def keyed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("keys")
    with served(keys=Keys(key_file(folder)), host="pages.example.org") as one:
        yield one


# Heads


@pytest.mark.parametrize("head", [
    {"Host": "evil.example.org"}, {"Host": "127.0.0.1.evil.org"}, {"Host": "localhost@evil.org"},
    {"Host": "127.0.0.1:99x"}, {"Host": "[::1"}, {"Host": ""},
    {"Origin": "https://evil.example.org"}, {"Origin": "null"},
    {"Origin": "http://127.0.0.1:9999"}, {"Sec-Fetch-Site": "cross-site"},
])  # fmt: skip
def test_without_keys_no_page_of_the_internet_is_answered(
    near: Served, head: dict[str, str]
) -> None:
    fair = {"Host": "localhost:8000", "Origin": "http://localhost:8000", "Sec-Fetch-Site": "none"}
    assert near.render(headers=fair).status_code == 200
    answer = near.render(headers={**({} if "Host" in head else fair), **head})
    assert answer.status_code == 403 and answer.headers["infographic-codes"] == "serve-host"


@pytest.mark.parametrize("head", [
    {}, {"Authorization": "Bearer "}, {"Authorization": f"Bearer {KEYS['desk'][:-1]}"},
    {"Authorization": f"Bearer {KEYS['desk']}0"}, {"Authorization": f"Basic {KEYS['desk']}"},
    {"Authorization": "Bearer desk"}, {"X-API-Key": "x" * 8000},
    {"X-API-Key": KEYS["cms"], "Authorization": f"Bearer {KEYS['desk']}"},
    {"X-API-Key": "sha256:" + "0" * 64}, {"Cookie": f"key={KEYS['desk']}"},
])  # fmt: skip
def test_no_key_but_a_known_one_opens(keyed: Served, head: dict[str, str]) -> None:
    right = {"Authorization": f"Bearer {KEYS['desk']}", "X-API-Key": KEYS["desk"]}
    assert keyed.client.get("/layouts", headers=right).status_code == 200
    for path in ("/layouts", "/metrics", "/render/0", "/jobs/0"):
        answer = keyed.client.get(path, headers=head)
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert keyed.render(headers=head).status_code == 401
    assert keyed.client.get(f"/layouts?key={KEYS['desk']}").status_code == 401


@pytest.mark.parametrize("name", ["Host", "Content-Type", "Authorization", "X-API-Key", "Origin"])
def test_a_header_that_stands_once_stands_once(near: Served, name: str) -> None:
    value = {"Host": "localhost", "Content-Type": "application/json"}.get(name, "x")
    once = [("Host", "localhost"), ("Content-Type", "application/json")]
    body = json.dumps(PAGE)
    assert near.client.post("/render", content=body, headers=once).status_code == 200
    twice = [*once, (name, value)] if name in dict(once) else [*once, (name, value), (name, value)]
    assert near.client.post("/render", content=body, headers=twice).status_code == 400


def test_a_body_ends_in_one_way(near: Served) -> None:
    head = {"Content-Type": "application/json"}
    for way in ({"Content-Length": str(len(FAIR))}, {"Transfer-Encoding": "chunked"}):
        assert near.client.post("/check", content=FAIR, headers={**head, **way}).status_code == 200
    both = {"Content-Length": str(len(FAIR)), "Transfer-Encoding": "chunked"}
    answer = near.client.post("/check", content=FAIR, headers={**head, **both})
    assert (answer.status_code, answer.headers["connection"]) == (400, "close")


@pytest.mark.parametrize("given", ["a\tb", "x" * 65, "<script>", "\u00e9".encode(), "a;b", ""])
def test_an_odd_request_id_comes_to_no_log(near: Served, given: Any) -> None:
    assert near.client.get("/health", headers={"X-Request-ID": "a.B-9_"}).headers[
        "x-request-id"
    ] == "a.B-9_"  # fmt: skip
    near.client.get("/health", headers={"X-Request-ID": given})
    assert near.log[-1]["id"] != given and len(near.log[-1]["id"]) == 16


@pytest.mark.parametrize(("status", "head"), [
    (415, {"Content-Type": "text/plain"}), (415, {"Content-Type": "text/json"}),
    (415, {"Content-Type": "application/x-www-form-urlencoded"}),
    (415, {"Content-Encoding": "gzip"}), (415, {"Content-Encoding": "br"}),
    (415, {"Content-Type": "application/json; charset=gb18030"}),
    (400, {"Content-Type": "multipart/form-data"}),
    (413, {"Content-Length": "99999999999"}), (413, {"Content-Length": "9" * 40}),
])  # fmt: skip
def test_a_body_of_another_kind_is_not_read(
    near: Served, status: int, head: dict[str, str]
) -> None:
    fair = {"Content-Type": "application/json; charset=UTF-8", "Content-Encoding": "identity"}
    body = json.dumps(PAGE)
    assert near.client.post("/render", content=body, headers=fair).status_code == 200
    answer = near.client.post("/render", content=body, headers={**fair, **head})
    assert (answer.status_code, answer.headers["connection"]) == (status, "close")


# Bodies


@pytest.mark.parametrize("body", [
    b"", b"[]", b"null", b"{", b'{"story": {}, "story": {}, "layout": "square"}', b"\xff\xfe{}",
    b'{"story": {}, "layout": "square",}', b'{"story": {}, "layout": "square"} x',
    b'{"story": {}, "layout": NaN}', b'{"layout": "square"}', b'{"story": {}}',
    b'{"story": [], "layout": "square"}', b'{"story": {}, "layout": 3}',
    b'{"story": {}, "layout": "square", "tune": {}}',
    b'{"story": {}, "layout": "square", "font_path": "/etc"}',
    b'{"story": {}, "layout": "square", "root": "/"}',
    b'{"story": {}, "layout": "square", "allow": ["/"]}',
    b'{"story": {}, "layout": "square", "format": "html"}',
    b'{"story": {}, "layout": "square", "scale": "1"}',
    b'{"story": {}, "layout": "square", "page": 0}',
    b'{"story": {}, "layout": "square", "fit": 1}',
    b'{"story": {}, "layout": "square", "language": "xx"}',
    b'{"story":' * 50_000, b"[" * 100_000, b'{"story": ' + b"[" * 100_000,
])  # fmt: skip
def test_what_is_no_request_is_refused(near: Served, body: bytes) -> None:
    head = {"Content-Type": "application/json"}
    assert near.client.post("/check", content=FAIR, headers=head).status_code == 200
    answer = near.client.post("/check", content=body, headers=head)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"] and answer.json()["hint"]


@pytest.mark.parametrize("layout", [
    "nowhere", "../square", "/etc/passwd", "square.json", "./square.json", "families/daily",
    "square\0", "SQUARE", "",
])  # fmt: skip
def test_a_layout_is_one_of_the_list(near: Served, layout: str) -> None:
    assert near.render(PAGE).status_code == 200
    assert near.render({**PAGE, "layout": layout}).status_code == 404
    profile = {**PAGE, "format": "pdf", "profile": "newsprint"}
    del profile["scale"]
    assert near.render(profile).status_code == 200
    assert near.render({**profile, "profile": layout}).status_code == 404


def _story(name: str, field: str) -> dict[str, Any]:
    if field == "image":
        return {**STORY, "figures": [{"image": name, "alt": "a", "caption": "c"}]}
    chart: dict[str, Any] = {"title": "a", "source": "b", "data": name}
    if field == "sign":
        chart |= {"kind": "pictogram", "data": [["a", "b"], ["x", 1]], "sign": name}
    if field == "file":
        base = {"file": name, "approval": "GS(2024)0650号"}
        chart |= {"data": [["a", "b"], ["x", 1]], "base": base}
    return {**STORY, "charts": [chart]}


OTHERS = ("data", "sign", "file")
WAYS = (
    "{folder}/{name}", "../{name}", "x/../../{name}", "../../../../../../{folder}/{name}",
    "file://{folder}/{name}", "https://127.0.0.1:9/{name}", "\\\\127.0.0.1\\x\\{name}",
    "~/{name}", "/proc/self/cwd/{name}", "{name}\0.png", "C:\\{name}",
)  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "field", ["image", *(pytest.param(one, marks=pytest.mark.full) for one in OTHERS)]
)
def test_a_story_names_no_file_but_its_own(
    near: Served, field: str, way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = {"image": "s.svg", "data": "s.csv", "sign": "s.svg", "file": "s.geojson"}[field]
    (tmp_path / name).write_text(SECRET)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(socket, "create_connection", pytest.fail)
    forged = way.format(folder=tmp_path, name=name)
    answer = near.client.post("/check", json={**PAGE, "story": _story(forged, field)})
    told = answer.json()["diagnostics"]
    assert {"serve-part", "json-control"} & {one["code"] for one in told}
    assert SECRET not in answer.text
    # Of a file that stands in the service's own folder no more is seen.
    beside = near.client.post("/check", json={**PAGE, "story": _story(name, field)})
    assert SECRET not in beside.text and str(tmp_path) not in beside.text
    assert "serve-part" not in beside.text


def test_behind_the_names_the_reach_is_a_second_wall(
    near: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "s.csv").write_text(SECRET)
    monkeypatch.setattr("infographic.serve.drawing._leads_out", lambda name: False)
    told = near.client.post("/check", json={**PAGE, "story": _story(f"{tmp_path}/s.csv", "data")})
    assert "file-outside" in [one["code"] for one in told.json()["diagnostics"]]
    assert SECRET not in told.text and "/infographic-" not in told.text


def test_where_a_request_lies_is_not_told_by_what_lies_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with served(takes_inline=True) as one:
        for name in ("../x.json", "../../x.json", "..", "./../.././x.json"):
            told = one.client.post("/check", json={**PAGE, "layout": {"extends": name}})
            assert "file-outside" in [each["code"] for each in told.json()["diagnostics"]]
            assert str(tmp_path.parent) not in told.text, told.text


@pytest.mark.parametrize("name", [
    "../a.png", "/a.png", "a/b.png", "a\\b.png", ".env", "..", "a b.png", "con.png", "a.", "a:b",
    "é" * 101, "e\u0301.png", "",
])  # fmt: skip
def test_a_part_has_a_plain_name(near: Served, name: str) -> None:
    form = {"layout": (None, "square"), "story": (None, json.dumps(STORY)), "scale": (None, "0.2")}
    assert near.client.post("/render", files={**form, "é.png": ("x", b"x")}).status_code == 200
    answer = near.client.post("/render", files={**form, name: ("x", b"x")})
    assert answer.status_code == 400


LINES = (
    ("a part twice", b'name="a.png"; filename="1"', b'name="a.png"; filename="2"'),
    ("a part twice but for case", b'name="a.png"; filename="1"', b'name="A.PNG"; filename="2"'),
    ("a field twice", b'name="layout"', b'name="layout"'),
    ("a field of no name", b'name="x"', b'name="y"'),
    ("a nul", b'name="a\x00.png"; filename="1"', b'name="b.png"; filename="2"'),
    ("a line's end", b'name="a%0D%0Ab.png"; filename="1"', b'name="b.png"; filename="2"'),
    ("no name", b'filename="1"', b'name="b.png"; filename="2"'),
)


@pytest.mark.parametrize(("why", "first", "second"), LINES)
def test_a_form_is_not_made_to_say_two_things(
    near: Served, why: str, first: bytes, second: bytes
) -> None:
    def form(*lines: bytes) -> bytes:
        own = [b'name="story"', b'name="layout"', b'name="scale"']
        said = [json.dumps(STORY).encode(), b"square", b"0.2", *[b"square"] * len(lines)]
        parts = zip([*own, *lines], said, strict=True)
        each = (b"--B\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n" % one for one in parts)
        return b"".join(each) + b"--B--\r\n"

    head = {"Content-Type": "multipart/form-data; boundary=B"}
    fair = form(b'name="a.png"; filename="1"', b'name="b.png"; filename="../../2"')
    assert near.client.post("/render", content=fair, headers=head).status_code == 200
    answer = near.client.post("/render", content=form(first, second), headers=head)
    assert answer.status_code == 400, why


def test_a_form_has_so_many_parts_and_so_long_heads(near: Served) -> None:
    form = {"layout": (None, "square"), "story": (None, json.dumps(STORY)), "scale": (None, "0.2")}
    parts = {f"p{n}.png": ("x", b"x") for n in range(51)}
    assert near.client.post("/render", files={**form, **parts}).status_code == 400
    del parts["p50.png"]
    assert near.client.post("/render", files={**form, **parts}).status_code == 200
    head = {"Content-Type": "multipart/form-data; boundary=B"}
    long = b"--B\r\nContent-Disposition: form-data; name=" + b"a" * 5_000_000
    assert near.client.post("/render", content=long, headers=head).status_code == 400


def test_a_form_that_is_cut_off_is_not_taken_for_a_shorter_one(near: Served) -> None:
    own = {"layout": "square", "story": json.dumps(STORY), "scale": "0.2", "strict": "true"}
    part = '--B\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s'
    form = "\r\n".join(part % one for one in own.items()).encode()
    head = {"Content-Type": "multipart/form-data; boundary=B"}
    for end in (b"", b"\r\n", b"\r\n--B", b"\r\n--B-"):
        answer = near.client.post("/render", content=form + end, headers=head)
        assert (answer.status_code, "boundary" in answer.json()["detail"]) == (400, True), end


def test_a_story_that_is_too_large_is_told_so_however_it_comes(near: Served) -> None:
    own = {"layout": (None, "square"), "scale": (None, "0.2")}
    for name in (None, "story.json"):
        story = (name, json.dumps(STORY) + " " * 2_000_000)
        answer = near.client.post("/render", files={**own, "story": story})
        assert (answer.status_code, answer.json()["type"][-9:]) == (413, "too-large"), name


def test_the_first_field_that_is_none_ends_the_reading(near: Served) -> None:
    answer = near.client.post("/render", content=b'{"x": 0, "y": }')
    assert answer.status_code == 415
    head = {"Content-Type": "application/json"}
    answer = near.client.post("/render", content=b'{"x": 0, "y": }', headers=head)
    assert answer.json()["detail"] == "there is no field “x”"


# Call-backs


CALLS: Mapping[str, bool] = {
    "https://cms.example.org/done": True,
    "https://CMS.example.org:443/done?id=7": True,
    "https://other.example.org:8443/": True,
    "http://127.0.0.1:9000/": True,
    "http://cms.example.org/done": False,
    "https://cms.example.org:8443/": False,
    "https://other.example.org/": False,
    "https://evil.org/": False,
    "https://cms.example.org.evil.org/": False,
    "https://cms.example.org@evil.org/": False,
    "https://evil.org#@cms.example.org/": False,
    "https://evil.org\\@cms.example.org/": False,
    "https://cms.example.org\\.evil.org/": False,
    "https://cms.example.org\r\nX: y/": False,
    "https://cms.example.org/ HTTP/1.1\r\nX: y": False,
    "https://cms.example.org\t/": False,
    "https://cms.exаmple.org/": False,
    "https://cms.example.org:0x1bb/": False,
    "https://cms.example.org./": False,
    "http://169.254.169.254/latest/meta-data": False,
    "http://[::1]/": False,
    "http://2130706433:9000/": False,
    "http://0x7f.0.0.1:9000/": False,
    "http://127.1:9000/": False,
    "http://127.0.0.1:9001/": False,
    "file:///etc/passwd": False,
    "gopher://cms.example.org/": False,
    "//cms.example.org/": False,
    "cms.example.org": False,
    "https:///done": False,
    "https://cms.example.org/" + "a" * 2000: False,
}


@pytest.mark.parametrize("url", CALLS)
def test_only_a_listed_host_is_called_back(url: str) -> None:
    hosts = callback_hosts(["cms.example.org", "other.example.org:8443", "127.0.0.1:9000"])
    assert (hosts.target(url) is not None) is CALLS[url]


@pytest.mark.parametrize("address", [
    "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "0.0.0.0", "::1", "::", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "224.0.0.1", "255.255.255.255", "no address", "fec0::1", "::7f00:1", "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::a00:1", "2002:7f00:1::", "::ffff:0:127.0.0.1",
])  # fmt: skip
def test_a_listed_name_leads_to_the_internet_alone(address: str) -> None:
    hosts = callback_hosts(["cms.example.org"])
    for far in ("93.184.215.14", "2606:4700::1", "64:ff9b::5db8:d70e", "::ffff:93.184.215.14"):
        assert hosts.may_lead_to("cms.example.org", far)
    assert not hosts.may_lead_to("cms.example.org", address)


def test_a_listed_network_and_a_listed_address_may_be_private() -> None:
    hosts = callback_hosts(["cms.example.org", "10.9.9.9", "192.168.0.0/16"])
    assert hosts.may_lead_to("cms.example.org", "192.168.1.1")
    assert hosts.may_lead_to("10.9.9.9", "10.9.9.9")
    assert not hosts.may_lead_to("cms.example.org", "10.9.9.9")
