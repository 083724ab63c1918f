"""Call-backs to a real receiver on loopback: signed, tried again within bounds, never led on."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from serving_here import KEYS, PAGE, key_file, served

from infographic.serve.calling.hosts import CallbackHosts, Target, callback_hosts
from infographic.serve.calling.post import HANDS, call_back
from infographic.serve.keys import Keys, digest_of_key


class Receiver:
    """Answers with statuses in their order, the last again and again; keeps what came."""

    def __init__(self, *statuses: int, context: ssl.SSLContext | None = None) -> None:
        self.statuses, self.came = list(statuses), list[tuple[str, Any, bytes]]()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.came.append((self.path, self.headers, body))
                status = receiver.statuses.pop(0) if receiver.statuses[1:] else receiver.statuses[0]
                self.send_response(status)
                self.send_header("Location", f"http://127.0.0.1:{receiver.port}/led-on")
                self.end_headers()

            do_GET = do_POST  # noqa: N815 (http.server's name)

            def log_message(self, *_: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        if context is not None:
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def hosts(self) -> CallbackHosts:
        return callback_hosts([f"127.0.0.1:{self.port}"])

    def told(self, **more: Any) -> str:
        target = self.hosts.target(f"http://127.0.0.1:{self.port}/done?id=7")
        assert target is not None
        given = {"pauses": (0.0, 0.0, 0.0), **more}
        return asyncio.run(call_back(self.hosts, target, b'{"id": "7"}', "secret", **given))


@pytest.fixture
def receivers() -> Iterator[list[Receiver]]:
    made: list[Receiver] = []
    yield made
    for one in made:
        one.server.shutdown()
        one.server.server_close()


def test_a_call_back_is_signed_over_its_body(receivers: list[Receiver]) -> None:
    receivers.append(one := Receiver(204))
    assert one.told() == "told"
    ((path, heads, body),) = one.came
    when, _, seal = heads["Infographic-Signature"].removeprefix("t=").partition(",v1=")
    wanted = hmac.new(b"secret", f"{when}.".encode() + body, hashlib.sha256).hexdigest()
    assert (path, seal) == ("/done?id=7", wanted)


def test_a_redirect_is_not_followed(receivers: list[Receiver]) -> None:
    for status in (301, 302, 307, 308):
        receivers.append(one := Receiver(status))
        assert one.told() == "refused"
        assert [path for path, _, _ in one.came] == ["/done?id=7"]


def test_it_is_tried_again_where_that_may_help_and_so_often(receivers: list[Receiver]) -> None:
    receivers += [again := Receiver(503, 500, 200), never := Receiver(503), no := Receiver(404)]
    assert [one.told() for one in (again, never, no)] == ["told", "failed", "refused"]
    assert [len(one.came) for one in (again, never, no)] == [3, 3, 1]


def test_a_name_that_leads_within_is_not_called(receivers: list[Receiver]) -> None:
    receivers.append(one := Receiver(200))
    hosts = callback_hosts([f"cms.example.org:{one.port}"])
    target = Target("http", "cms.example.org", one.port, "/")

    def told(hosts: CallbackHosts, *addresses: str) -> str:
        return asyncio.run(
            call_back(
                hosts, target, b"{}", "", resolve=lambda *_: list(addresses), pauses=(0.0,)
            )
        )  # fmt: skip

    for found in (["127.0.0.1"], ["93.184.215.14", "127.0.0.1"], ["169.254.169.254"], ["::1"], []):
        assert told(hosts, *found) == "refused", found
    assert one.came == []
    # The control: the same name in a network that is listed.
    listed = callback_hosts([f"cms.example.org:{one.port}", "127.0.0.0/8"])
    assert told(listed, "127.0.0.1") == "told"
    # At the first of its addresses nobody answers.
    assert told(listed, "127.0.0.2", "127.0.0.1") == "told"
    assert one.came[0][1]["Host"] == f"cms.example.org:{one.port}"


def test_by_https_it_is_told_to_who_proves_his_name_alone(
    receivers: list[Receiver], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = pytest.importorskip("trustme").CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    came = []
    for name in ("cms.example.org", "evil.example.org"):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(name).configure_cert(context)
        receivers.append(one := Receiver(200, context=context))
        hosts = callback_hosts([f"cms.example.org:{one.port}", "127.0.0.0/8"])
        target = hosts.target(f"https://cms.example.org:{one.port}/")
        assert target is not None
        for trusted in ("", str(tmp_path / "ca.pem")):
            monkeypatch.setenv("SSL_CERT_FILE", trusted)
            told = call_back(
                hosts, target, b"{}", "", resolve=lambda *_: ["127.0.0.1"], pauses=(0.0,)
            )
            came.append((name, bool(trusted), asyncio.run(told), len(one.came)))
    assert came == [
        ("cms.example.org", False, "failed", 0), ("cms.example.org", True, "told", 1),
        ("evil.example.org", False, "failed", 0), ("evil.example.org", True, "failed", 0),
    ]  # fmt: skip


def test_who_has_a_slow_receiver_keeps_no_others_waiting(
    receivers: list[Receiver], tmp_path: Path
) -> None:
    receivers.append(one := Receiver(200))
    go, asked = threading.Event(), list[str]()

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        if host == "localhost":
            go.wait(20)
        return ["127.0.0.1"]

    hosts = (f"127.0.0.1:{one.port}", f"localhost:{one.port}")
    try:
        with served(keys=Keys(key_file(tmp_path)), callbacks=hosts, resolve=resolve) as desk:
            for name, host, count in (("cms", hosts[1], HANDS + 1), ("desk", hosts[0], 1)):
                body, heads = (
                    {**PAGE, "story": {}, "callback": f"http://{host}/"},
                    {"X-API-Key": KEYS[name]},
                )
                for _ in range(count):
                    place = desk.client.post("/jobs", json=body, headers=heads).headers["location"]
            outcome = ""
            for _ in range(1000):
                outcome = desk.client.get(place, headers=heads).json().get("callback", "")
                if outcome:
                    break
                time.sleep(0.01)
            assert outcome == "told" and asked.count("localhost") <= HANDS
            # A program that ends does not wait for these.
            slow = [one for one in threading.enumerate() if one.name.startswith("call-back")]
            assert slow and all(one.daemon for one in slow)
            go.set()
    finally:
        go.set()
    assert asked.count("localhost") == HANDS + 1


@pytest.mark.full
def test_an_answer_that_drips_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("infographic.serve.calling.post.WHOLE", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        dripped = []

        def drip() -> None:
            line, _ = listener.accept()
            try:
                for _ in range(1000):
                    line.sendall(b"H" if not dripped else b"T")
                    dripped.append(1)
                    time.sleep(0.02)
            except OSError:
                line.close()

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        hosts = callback_hosts([f"127.0.0.1:{port}"])
        target = hosts.target(f"http://127.0.0.1:{port}/")
        assert target is not None
        assert asyncio.run(call_back(hosts, target, b"{}", "", pauses=(0.0,))) == "failed"
        thread.join(20)
        assert len(dripped) < 1000


def test_a_jobs_end_is_told_with_its_keys_seal(receivers: list[Receiver], tmp_path: Path) -> None:
    receivers.append(one := Receiver(200))
    url = f"http://127.0.0.1:{one.port}/done"
    heads = {"X-API-Key": KEYS["cms"]}
    keys = Keys(key_file(tmp_path))
    with served(keys=keys, callbacks=(f"127.0.0.1:{one.port}",)) as desk:
        answer = desk.client.post("/jobs", json={**PAGE, "callback": url}, headers=heads)
        assert answer.status_code == 202
        far = {**PAGE, "callback": "http://169.254.169.254/"}
        refused = desk.client.post("/jobs", json=far, headers=heads)
        assert refused.status_code == 400
        assert refused.headers["infographic-codes"] == "serve-callback"
        # The service ends when the call-back has been made.
    ((_, told, body),) = one.came
    assert json.loads(body)["status"] == "done"
    when, _, seal = told["Infographic-Signature"].removeprefix("t=").partition(",v1=")
    secret = digest_of_key(KEYS["cms"]).encode()
    assert seal == hmac.new(secret, f"{when}.".encode() + body, hashlib.sha256).hexdigest()
    wanted = {"job": json.loads(body)["id"], "callback": "told"}
    assert any(wanted.items() <= line.items() for line in desk.log)
