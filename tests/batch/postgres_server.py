"""A PostgreSQL server of its own, in a folder, for as long as a test takes."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

USER, PASSWORD = "desk", "s3cret-word"
FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
"""Where Debian has the server's programs, which are not on the path."""
SECONDS = 60


def programs() -> Path | None:
    """The folder of the server's programs; None where there is no server."""
    found = [Path(one).resolve().parent for one in (shutil.which("postgres"),) if one]
    return next(iter((*FOLDERS, *found)), None)


@contextmanager
def server() -> Iterator[int]:
    """A running server; gives its port on 127.0.0.1."""
    # Not in pytest's folder: the server's account is another's, and enters none of root's.
    with TemporaryDirectory(prefix="postgres-") as folder:
        yield from _running(Path(folder))


def _running(folder: Path) -> Iterator[int]:
    bin_folder = programs()
    assert bin_folder is not None
    data, words = folder / "cluster", folder / "password"
    words.write_text(PASSWORD)
    account = _account()
    if account is not None:
        shutil.chown(folder, account)
        shutil.chown(words, account)
    port = _free_port()
    _run(bin_folder / "initdb", "-D", data, "-U", USER, "-A", "scram-sha-256", "-E", "UTF8",
         "--no-locale", "--no-sync", f"--pwfile={words}")  # fmt: skip
    options = f"-c listen_addresses=127.0.0.1 -p {port} -c unix_socket_directories= -c fsync=off"
    control = bin_folder / "pg_ctl"
    log = folder / "server.log"
    _run(control, "-D", data, "-o", options, "-w", "-t", SECONDS, "-l", log, "start")
    try:
        yield port
    finally:
        _run(control, "-D", data, "-m", "immediate", "-w", "stop")


def tell(port: int, words: str) -> None:
    """A statement said to the server."""
    import adbc_driver_manager
    import adbc_driver_postgresql

    address = f"postgresql://{USER}:{PASSWORD}@127.0.0.1:{port}/postgres"
    with (
        adbc_driver_postgresql.connect(address) as database,
        adbc_driver_manager.AdbcConnection(database) as connection,
        adbc_driver_manager.AdbcStatement(connection) as statement,
    ):
        statement.set_sql_query(words)
        statement.execute_update()


def _run(*words: object) -> None:
    done = subprocess.run(
        [str(word) for word in words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        timeout=SECONDS,
        env={**os.environ, "PGPASSWORD": PASSWORD, "LC_ALL": "C"},
        user=_account(),
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()


def _account() -> str | None:
    """Whom the server runs as: it refuses to run as root."""
    if os.geteuid() != 0:
        return None
    names = [one.pw_name for one in pwd.getpwall()]
    return "postgres" if "postgres" in names else "nobody"


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
