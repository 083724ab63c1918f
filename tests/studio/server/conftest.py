"""A studio without workers, asked as a browser asks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pages import ROOT

pytest.importorskip("starlette", reason="the studio's extra is not installed")

from starlette.testclient import TestClient

from infographic.studio.server.app import application
from infographic.studio.server.guards import Door
from infographic.studio.server.keys import Keys
from infographic.studio.session.studio import Studio

PORT = 8420
HERE = f"http://127.0.0.1:{PORT}"


@pytest.fixture(autouse=True)
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where studios say that they run: not among those of whoever runs the tests."""
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "story.json").write_bytes((ROOT / "data.json").read_bytes())
    return folder


@pytest.fixture
def door() -> Door:
    return Door(Keys(), PORT)


@pytest.fixture
def studio(folder: Path) -> Studio:
    return Studio(folder.resolve())


@pytest.fixture
def client_of(studio: Studio, door: Door) -> Iterator[Callable[..., TestClient]]:
    """A browser that has the cookie; of another `door`, of that one's studio."""
    clients = []

    def made(to: Door = door, address: str = HERE, **given: Any) -> TestClient:
        client = TestClient(
            application(studio, to), address, follow_redirects=False, client=("127.0.0.1", 50_000),
            headers={"accept-language": "zh-CN"}, **given,
        )  # fmt: skip
        client.cookies.set(to.cookie_name, to.keys.cookie)
        clients.append(client)
        return client

    yield made
    for client in clients:
        client.close()


@pytest.fixture
def client(client_of: Callable[..., TestClient]) -> TestClient:
    return client_of()
