"""What the studio's server says of itself, its line, and how it is started."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from starlette.websockets import WebSocketDisconnect
from studio.server.conftest import HERE

from infographic.cli import run
from infographic.commands import studio as command
from infographic.commands.shared.exit_codes import MACHINE, MADE, WRONG_CALL
from infographic.foundation.diagnostics import MachineError
from infographic.foundation.limits import using_limits
from infographic.foundation.reach import MARKER, OutOfReachError
from infographic.studio.server import run as server
from infographic.studio.server.guards import Door
from infographic.studio.server.run import addresses, door_of, listening
from infographic.studio.session import studio as sessions
from infographic.studio.session.paths import is_plain
from infographic.studio.session.studio import Studio

ROUTES = [
    ("GET", "/"), ("HEAD", "/"), ("GET", "/?token=x"), ("GET", "/web/js/main.js"),
    ("GET", "/web/css/base.css"), ("GET", "/web/nothing.js"), ("GET", "/nothing"),
    ("GET", "/picture?file=x"), ("GET", "/starter?name=x"), ("GET", "/font/house-sans.ttf"),
    ("GET", "/font/..%2fmanifest.json"), ("GET", "/export/x/y.pdf"), ("GET", "/upload"),
    ("PUT", "/upload?name=a.jpg&folder=.."), ("POST", "/"), ("POST", "/show"),
]  # fmt: skip


@pytest.mark.parametrize("route", ROUTES, ids=" ".join)
def test_every_answer_keeps_browsers_to_our_rules(client: Any, route: tuple[str, str]) -> None:
    answer = client.request(*route, headers={"origin": HERE})
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy and "script-src 'unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert answer.headers["x-frame-options"] == "DENY"
    assert "cache-control" in answer.headers and "server" not in answer.headers


def test_a_page_is_framed_by_none_and_runs_our_files_alone(client: Any) -> None:
    policy = dict(
        part.strip().split(" ", 1)
        for part in client.get("/").headers["content-security-policy"].split(";")
    )
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert client.get("/").headers["cache-control"] == "no-store"


def test_a_token_becomes_a_cookie_and_leaves_the_address(
    client_of: Callable[..., Any], door: Door
) -> None:
    client = client_of()
    client.cookies.clear()
    for _ in range(2):
        answer = client.get(f"/?token={door.keys.token}")
        assert (answer.status_code, answer.headers["location"]) == (303, "/")
        cookie = answer.headers["set-cookie"]
        assert cookie == f"infographic-8420={door.keys.cookie}; Path=/; HttpOnly; SameSite=Strict"
        assert door.keys.token not in cookie
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/web/../app.py", "/web/%2e%2e/app.py", "/web/..%2fapp.py", "/web/..\\app.py",
        "/web//etc/passwd", "/web/%00", "/font/../../x", "/font/noto-sans-sc-black.ttf",
        "/export/../x", "/export/x/..%2f..%2fy", "/web/js/",
    ],
)  # fmt: skip
def test_no_path_leads_to_another_file(client: Any, path: str) -> None:
    assert client.get(path).status_code in (400, 403, 404)


# The line


@pytest.fixture
def open_line(
    client_of: Callable[..., Any], door: Door, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], Any]:
    """A line of the studio's own page."""
    monkeypatch.setattr(sessions, "shipped_layouts", tuple)

    def opened() -> Any:
        client = client_of()
        cookie = f"{door.cookie_name}={door.keys.cookie}"
        return client.websocket_connect(
            f"ws{HERE[4:]}/live", headers={"origin": HERE, "cookie": cookie}
        )

    return opened


def test_two_browsers_have_a_line_each(open_line: Callable[[], Any]) -> None:
    with open_line() as first, open_line() as second:
        hellos = [line.receive_json() for line in (first, second)]
        assert [one["type"] for one in hellos] == ["hello", "hello"]
        assert hellos[0]["stories"][0]["file"] == "story.json"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", 1003), ("nonsense", 1003), ("[]", 1003), ("7", 1003), ("null", 1003), ("{}", 1003),
        ('{"type": 7}', 1003), ('{"type": ["look"]}', 1003), ('{"type": "edit", "id": []}', 1003),
        ('{"type": "edit", "id": true}', 1003), ("[" * 200_000, 1003), (b"\x00", 1003),
        ('{"type": "' + "x" * 300_000 + '"}', 1009),
    ],
    ids=range(13),
)  # fmt: skip
def test_what_is_no_message_ends_the_line_and_not_the_studio(
    open_line: Callable[[], Any], studio: Studio, text: str | bytes, code: int
) -> None:
    with using_limits({"studio-message": 250_000}), open_line() as line:
        line.receive_json()
        line.send_bytes(text) if isinstance(text, bytes) else line.send_text(text)
        with pytest.raises(WebSocketDisconnect) as ended:
            line.receive_json()
    assert ended.value.code == code
    assert studio.browsers == set()


@pytest.mark.parametrize(
    "message",
    [
        {"type": "nothing"}, {"type": "__class__"}, {"type": "new", "starter": {}},
        {"type": "copy"}, {"type": "copy", "file": 7}, {"type": "copy", "file": "../x"},
        {"type": "editor_link", "file": "story.json", "line": "x"},
        {"type": "look", "view": "main", "story": "../x", "layout": "square", "scale": "x"},
        {"type": "ask", "job": "../../os", "given": {}}, {"type": "ask", "job": "x"},
    ],
)  # fmt: skip
def test_what_is_asked_wrongly_is_refused_and_the_line_stays(
    open_line: Callable[[], Any], message: dict[str, Any]
) -> None:
    with open_line() as line:
        line.receive_json()
        line.send_json({**message, "id": 1})
        assert line.receive_json()["type"] == "refused"
        line.send_json({"type": "starters", "id": 2})
        assert line.receive_json()["id"] == 2


def test_no_more_browsers_look_at_it_than_may(open_line: Callable[[], Any]) -> None:
    with using_limits({"studio-browsers": 1}), open_line() as first:
        first.receive_json()
        with open_line() as second, pytest.raises(WebSocketDisconnect) as refused:
            second.receive_json()
        assert refused.value.code == 4429


# Names of files

PATHS = {
    "story.json": True, "2026/粮食 1.json": True, "a..b.json": True, "": False, ".": False,
    "..": False, "../a": False, "a/../b": False, "a//b": False, "/a": False, "a/": False,
    "./a": False, ".git/config": False, "a/.env": False, "a\\b": False, "..\\a": False,
    "a\x00": False, "a\n": False, "C:": False, "C:/a": False, "c:a": False, "\\\\desk\\a": False,
    "//desk/a": False, "a" * 1001: False,
}  # fmt: skip
ON_WINDOWS = {
    "con": False, "CON.json": False, "a/nul": False, "com1.csv": False, "LPT¹": False,
    "a.json.": False, "a.json ": False, "a.json:stream": False, "a.json::$DATA": False,
    "console.json": True, "commune.json": True,
}  # fmt: skip


def test_a_path_goes_down_from_the_folder_whatever_the_system() -> None:
    for windows in (True, False):
        assert {path: is_plain(path, on_windows=windows) for path in PATHS} == PATHS
    assert {path: is_plain(path, on_windows=True) for path in ON_WINDOWS} == ON_WINDOWS


def test_no_name_that_another_system_would_lead_elsewhere_is_looked_for(
    studio: Studio, folder: Path
) -> None:
    for name in ("C:x.json", "a\\b.json"):
        (folder / name).write_text("{}", "utf-8")
        with pytest.raises(OutOfReachError):
            studio.path_of(name)


def test_a_path_is_judged_by_where_it_leads(studio: Studio, folder: Path) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "a.json").write_text("{}", "utf-8")
    (folder / "file.json").symlink_to(outside / "a.json")
    (folder / "below").symlink_to(outside)
    (folder / "round").symlink_to(folder / "round")
    (folder / "inside.json").symlink_to(folder / "story.json")
    assert studio.path_of("inside.json") == (folder / "story.json").resolve()
    for name in ("file.json", "below/a.json", "below/nothing.json", "round", "below"):
        with pytest.raises(OutOfReachError) as refused:
            studio.path_of(name)
        assert str(folder.parent) not in str(refused.value)


# How it is started


@pytest.fixture
def no_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """What would be served."""
    served: list[Any] = []

    def serve(studio: Studio, listener: socket.socket, door: Door, host: str) -> None:
        served.append((studio, door, host))
        listener.close()

    monkeypatch.setattr(server, "serve", serve)
    yield served


def test_the_first_line_is_the_whole_address(
    folder: Path, no_server: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["studio", str(folder / "story.json"), "--no-browser", "--port", "0"]) == MADE
    ((studio, door, _),) = no_server
    assert capsys.readouterr().out == f"http://127.0.0.1:{door.port}/?token={door.keys.token}\n"
    assert (studio.root, studio.story) == (folder.resolve(), "story.json")
    assert not door.is_wide


def test_the_browser_gets_a_ticket_and_not_the_token(
    folder: Path, no_server: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def opened(address: str) -> bool:
        seen.append(address)
        return True

    monkeypatch.setattr("webbrowser.open", opened)
    assert run(["studio", str(folder), "--port", "0"]) == MADE
    ((_, door, _),) = no_server
    (address,) = seen
    assert door.keys.token not in address and door.keys.admits(address.split("=")[1])


def test_a_studio_that_is_open_to_the_network_says_so_in_both_languages(
    folder: Path, no_server: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["studio", str(folder), "--no-browser", "--port", "0", "--host", "0.0.0.0"]
    assert run(call) == MADE
    ((_, door, _),) = no_server
    said = capsys.readouterr()
    assert "同一网络里的其他人" in said.err and "anywhere on this network" in said.err
    near, far = said.out.splitlines()
    assert near == f"http://127.0.0.1:{door.port}/?token={door.keys.token}"
    assert far == f"http://{socket.gethostname()}:{door.port}/?token={door.keys.token}"
    assert door.is_wide and socket.gethostname().lower() in door.names


def test_a_taken_port_gives_way_to_the_next_unless_it_was_asked_for() -> None:
    with listening("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with listening("127.0.0.1", port, tries=server.NEXT) as second:
            assert second.getsockname()[1] > port
        with pytest.raises(MachineError, match=str(port)):
            listening("127.0.0.1", port)


def test_a_host_that_is_none_of_this_machine_is_said(folder: Path) -> None:
    # At once, and not for the fiftieth port.
    with pytest.raises(MachineError, match="8420"):
        listening("203.0.113.7", 8420, tries=server.NEXT)
    call = ["studio", str(folder), "--no-browser", "--port", "0", "--host"]
    assert run([*call, "203.0.113.7"]) == MACHINE


def test_an_address_of_six_stands_in_brackets() -> None:
    with listening("127.0.0.1", 0) as listener:
        door = door_of("::1", listener)
        assert addresses("::1", door, "t") == [f"http://[::1]:{door.port}/?token=t"]
        assert not door.is_wide


@pytest.mark.parametrize("missing", ["starlette", "uvicorn", "websockets", "watchfiles"])
def test_where_the_extra_is_missing_it_is_said_how_to_install_it(
    folder: Path, missing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == missing else 1)
    assert run(["studio", str(folder), "--no-browser"]) == MACHINE
    said = capsys.readouterr().err
    assert "pip install 'infographic[studio]'" in said and missing in said


def test_the_project_is_the_studios_folder_and_its_first_story_the_named_folders(
    folder: Path,
) -> None:
    (folder / MARKER).write_text("", "utf-8")
    inner = folder / "stories" / "2026"
    inner.mkdir(parents=True)
    (inner / "b.json").write_text('{"headline": "b"}', "utf-8")
    root = folder.resolve()
    assert command.opened(folder, None) == (root, "")
    assert command.opened(inner, None) == (root, "stories/2026/b.json")
    assert command.opened(inner / "b.json", None) == (root, "stories/2026/b.json")
    assert command.opened(inner / "b.json", inner) == (inner.resolve(), "b.json")


def test_what_is_no_folder_of_stories_is_a_wrong_call(folder: Path) -> None:
    (folder / "a.pdf").write_bytes(b"")
    (folder / ".git").mkdir()
    wrong: list[tuple[Path, Path | None]] = [
        (folder / "nowhere", None), (folder / "a.pdf", None), (Path("/"), None),
        (folder / ".git", folder), (folder, folder / ".git"),
    ]  # fmt: skip
    for place, root in wrong:
        with pytest.raises(click.UsageError):
            command.opened(place, root)
    assert run(["studio", str(folder / "nowhere")]) == WRONG_CALL


def test_hello_tells_the_folders_name_and_no_path(open_line: Callable[[], Any]) -> None:
    with open_line() as line:
        hello = line.receive_json()
    assert hello["folder"] == "desk"
    assert str(Path.home()) not in json.dumps(hello)
