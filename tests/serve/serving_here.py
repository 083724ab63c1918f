"""A service in this process, for tests of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from infographic.batch.engine import Engine
from infographic.batch.engine.here import InProcess
from infographic.serve.app import application
from infographic.serve.calling.hosts import callback_hosts
from infographic.serve.keys import Keys
from infographic.serve.service import Service
from infographic.serve.settings import Settings
from infographic.serve.table import EXAMPLE

KEYS = {"desk": "desk-key-0123456789", "cms": "cms-key-0123456789"}
STORY: Mapping[str, Any] = EXAMPLE["story"]
PAGE: Mapping[str, Any] = {**EXAMPLE, "scale": 0.2}


def key_file(folder: Path) -> Path:
    path = folder / "keys.txt"
    path.write_text("# who may ask\n" + "".join(f"{name}:{key}\n" for name, key in KEYS.items()))
    path.chmod(0o600)
    return path


class Served:
    """A client of a service, and what the service wrote down."""

    def __init__(self, service: Service, client: TestClient, log: list[Mapping[str, Any]]) -> None:
        self.service, self.client, self.log = service, client, log

    def render(self, body: Any = PAGE, **more: Any) -> Any:
        return self.client.post("/render", json=body, **more)


@contextmanager
def served(
    engine: Engine | None = None,
    keys: Keys | None = None,
    *,
    host: str = "127.0.0.1:8000",
    callbacks: tuple[str, ...] = (),
    resolve: Any = None,
    **settings: Any,
) -> Iterator[Served]:
    log: list[Mapping[str, Any]] = []
    made = Settings(
        **{"layouts": {"square": "square", "carousel": "carousel"},
           "profiles": {"newsprint": "newsprint"}, "callbacks": callback_hosts(callbacks),
           **settings},
    )  # fmt: skip
    more = {} if resolve is None else {"resolve": resolve}
    service = Service(made, engine or InProcess(), keys, log=log.append, **more)
    app = application(service)
    with TestClient(app, base_url=f"http://{host}", raise_server_exceptions=True) as client:
        yield Served(service, client, log)
