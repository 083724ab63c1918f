"""The studio's guards in a real browser, which keeps its own rules of cookies and origins."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from studio.browser.conftest import PAINTED, until
from studio.served import REPOSITORY, Served, served

pytestmark = pytest.mark.full


@pytest.fixture
def other_site() -> Iterator[tuple[str, str]]:
    """A server of this machine at another port, that serves a page with nothing on it: its address
    by another name, which is another site, and by ours."""

    class Nothing(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>elsewhere</title>")

        def log_message(self, *_: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Nothing)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/", f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def origin_of(studio: Served) -> str:
    return studio.address.partition("/?")[0]


LINK = "address => { const a = document.createElement('a'); a.href = address; a.click(); }"


def test_a_link_of_another_site_opens_the_studio_and_leaves_no_token_in_its_address(
    chromium: Any, studio: Served, other_site: tuple[str, str]
) -> None:
    context = chromium.new_context(locale="zh-CN")
    for address in (studio.address, f"{origin_of(studio)}/"):
        page = context.new_page()
        page.goto(other_site[0])
        page.evaluate(LINK, address)
        # Two pages come and go before it: the token's, and one that only leads on.
        page.locator("#desk canvas").first.wait_for()
        assert page.url.partition("#")[0] == f"{origin_of(studio)}/"
    (cookie,) = context.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
    context.close()


TRIES = {
    "line": """to => new Promise(done => {
        const line = new WebSocket(to.replace("http", "ws") + "/live");
        line.onopen = () => done("open"); line.onerror = () => done("refused"); })""",
    "upload": """to => fetch(to + "/upload?name=a.csv", {method: "PUT", credentials: "include",
        body: "a,b"}).then(() => "open", () => "refused")""",
    "blind post": """to => fetch(to + "/upload?name=a.csv", {method: "POST", mode: "no-cors",
        credentials: "include", body: "a,b"}).then(() => "open", () => "refused")""",
    "read": """to => fetch(to + "/", {credentials: "include"}).then(() => "open",
        () => "refused")""",
    "script": """to => new Promise(done => { const one = document.createElement("script");
        one.src = to + "/web/js/main.js"; one.onload = () => done("open");
        one.onerror = () => done("refused"); document.head.append(one); })""",
    "picture": """to => new Promise(done => { const one = new Image();
        one.onload = () => done("open"); one.onerror = () => done("refused");
        one.src = to + "/web/icon.svg"; })""",
}


def test_a_page_of_another_port_is_refused_whatever_it_tries(
    open_page: Callable[..., Any], studio: Served, other_site: tuple[str, str], folder: Path
) -> None:
    """Ports are no sites: the browser sends the studio's cookie along from there."""
    context = open_page().context
    for elsewhere in other_site:
        page = context.new_page()
        page.goto(elsewhere)
        told = {name: page.evaluate(work, origin_of(studio)) for name, work in TRIES.items()}
        assert told == dict.fromkeys(TRIES, "refused")
    assert [one.name for one in folder.iterdir()] == ["story.json"]


def test_nothing_that_is_written_into_the_page_runs(open_page: Callable[..., Any]) -> None:
    page = open_page()
    page.evaluate("""() => {
        const one = document.createElement("script");
        one.textContent = "window.ran = 1";
        const box = document.createElement("div");
        box.innerHTML = '<img src="x" onerror="window.ran = 2"><a href="javascript:ran=3">a</a>';
        document.body.append(one, box);
        box.querySelector("a").click();
    }""")
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran === undefined")


def test_a_page_goes_on_when_the_address_of_the_studio_that_was_started_anew_is_opened(
    chromium: Any, folder: Path, tmp_path: Path
) -> None:
    context = chromium.new_context(locale="zh-CN")
    page = context.new_page()
    with served(folder, log=tmp_path / "first.log") as first:
        port = origin_of(first).rpartition(":")[2]
        page.goto(first.address)
        until(page, f"{PAINTED} > 0")
    with served(folder, "--port", port, log=tmp_path / "second.log") as second:
        until(page, "document.querySelector('#status').textContent.includes('重新启动过')")
        context.new_page().goto(second.address)
        until(page, "document.querySelector('#status').textContent.includes('毫秒')")
    context.close()


def test_the_cursor_of_an_editor_opens_its_story_and_selects_what_it_is_in(
    open_page: Callable[..., Any], folder: Path
) -> None:
    shutil.copy(REPOSITORY / "examples/single-panel/story.json", folder / "second.json")
    page = open_page()
    line = next(
        number
        for number, text in enumerate((folder / "second.json").read_text("utf-8").split("\n"), 1)
        if '"headline"' in text
    )
    place = f"{folder / 'second.json'}:{line}:18"
    command = [sys.executable, "-m", "infographic", "show", place]
    done = subprocess.run(command, capture_output=True, text=True, cwd=REPOSITORY, check=False)
    assert (done.returncode, done.stdout) == (0, "second.json /headline\n"), done.stderr
    until(page, "document.activeElement.textContent.includes('粮满仓')"
                " || document.activeElement.value?.includes('粮满仓')")  # fmt: skip


def test_a_file_that_is_too_large_is_refused_in_words(open_page: Callable[..., Any]) -> None:
    told = open_page().evaluate("""() => fetch("/upload?name=big.jpg", {
        method: "PUT", body: new Blob([new Uint8Array(70e6)]),
    }).then(async (answer) => [answer.status, (await answer.json()).diagnostics[0].code])""")
    assert told == [413, "upload-large"]
