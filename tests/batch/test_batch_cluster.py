"""A Dask cluster as an engine: of two real worker processes, of certificates, of strangers."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from pathlib import Path
from subprocess import DEVNULL, Popen
from time import monotonic, sleep
from typing import Any

import distributed
import pytest
import trustme

from infographic.batch.engine import LostError
from infographic.batch.engine.cluster import Cluster
from infographic.batch.engine.connecting import Certificates, connected
from infographic.batch.engine.fingerprint import fingerprint
from infographic.batch.engine.flow import results
from infographic.batch.engine.here import InProcess
from infographic.batch.job import Job, Result
from infographic.foundation.calls import CallError
from infographic.foundation.diagnostics import MachineError
from infographic.foundation.files import shipped

WAIT = 60.0
"""Seconds after which a test that waits has failed."""


@contextmanager
def cluster_of(workers: int, **options: Any) -> Iterator[Any]:
    """Real worker processes of one thread each, and a scheduler in this one."""
    make: Any = distributed.LocalCluster
    usual = {"host": "127.0.0.1", "protocol": "tcp://", "dashboard_address": None}
    with make(
        n_workers=workers, threads_per_worker=1, processes=True, silence_logs=50, **usual | options
    ) as cluster:
        yield cluster


@contextmanager
def client_of(cluster: Any) -> Iterator[Any]:
    make: Any = distributed.Client
    with make(cluster, set_as_default=False) as client:
        yield client


def jobs(count: int) -> list[Job]:
    story = json.loads(shipped("data.json").read_text(encoding="utf-8"))
    return [
        Job({**story, "headline": f"第{number}县"}, "square", (f"{number}.png",), id=str(number))
        for number in range(count)
    ]


def digests(found: list[Result]) -> dict[str, list[str]]:
    assert [(one.failure, one.message) for one in found if not one.is_made] == []
    return {one.job.id: [output.digest for output in one.outputs] for one in found}


def test_of_two_workers_one_is_killed_and_every_job_is_made_with_the_bytes_of_one_process(
    tmp_path: Path,
) -> None:
    wanted = jobs(4)
    here = digests(list(results(wanted, InProcess(), str(tmp_path / "here"))))
    with cluster_of(2) as made, client_of(made) as client:
        processes = list(client.run(os.getpid).values())
        assert len(processes) == 2
        with Cluster(client) as cluster:
            assert (cluster.width, cluster.diagnostics) == (2, ())
            found = []
            for one in results(wanted, cluster, str(tmp_path / "there")):
                if not found:
                    os.kill(processes[0], signal.SIGKILL)
                found.append(one)
    assert digests(found) == here
    for one in wanted:
        name = one.files[0]
        assert (tmp_path / "there" / name).read_bytes() == (tmp_path / "here" / name).read_bytes()


def dated() -> str:
    return os.environ.get("SOURCE_DATE_EPOCH", "")


def fails() -> None:
    raise LookupError("not here")


def ends() -> None:
    os._exit(7)


def stands() -> str:
    return str(Path.cwd())


@pytest.mark.full
def test_files_are_written_to_a_disk_that_all_see_and_names_begin_where_the_caller_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with cluster_of(1) as made, client_of(made) as client:
        monkeypatch.chdir(tmp_path)
        with Cluster(client) as cluster:
            assert cluster.submit(stands).result(WAIT) == str(tmp_path)
            (one,) = results(jobs(1), cluster, "out")
            assert one.is_made
        # Nothing is left of how that was found out.
        assert [path.name for path in (tmp_path / "out").iterdir()] == ["0.png"]
        with Cluster(client) as cluster:
            # As a worker sees it that has another disk.
            monkeypatch.setattr(client, "run", lambda *_: {"tls://other:1": False})
            with pytest.raises(MachineError, match="not on a disk that the workers see"):
                next(results(jobs(1), cluster, "out"))
            # And one that joins later.
            cluster._standing = cluster._standing._replace(marker="/no/such/disk/marker")
            monkeypatch.setattr(cluster, "share", lambda _: None)
            (one,) = results(jobs(1), cluster, "elsewhere")
            assert (one.failure, one.diagnostics[0].saying.form) == ("machine", "not-shared")
        assert not (tmp_path / "elsewhere").exists()


def process_and_parent() -> tuple[int, int]:
    return os.getpid(), os.getppid()


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@contextmanager
def worker_at(address: str, **environment: str) -> Iterator[None]:
    """A worker of a process of its own, as a machine of the cluster has it."""
    command = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--nthreads", "1"]
    command += ["--no-nanny", "--no-dashboard"]
    with Popen(
        command, env=os.environ | environment, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL
    ) as process:
        try:
            yield
        finally:
            process.kill()


def until(true: Any) -> None:
    end = monotonic() + WAIT
    while not true():
        assert monotonic() < end
        sleep(0.05)


@pytest.mark.full
def test_a_worker_that_would_make_other_bytes_gets_no_job_and_is_named_when_it_joins_too() -> None:
    with cluster_of(1) as made, client_of(made) as client, Cluster(client) as cluster:
        address = made.scheduler_address
        with worker_at(address, SOURCE_DATE_EPOCH="86400"):
            until(lambda: cluster.diagnostics)
            (said,) = cluster.diagnostics
            assert said.code == "worker-differs"
            assert "SOURCE_DATE_EPOCH: 86400 there, none here" in said.message
            assert cluster.width == 1
            assert len(client.scheduler_info()["workers"]) == 2
            asked = [cluster.submit(dated) for _ in range(20)]
            assert {future.result(WAIT) for future in asked} == {dated()}
        with worker_at(address):
            until(lambda: cluster.width == 2)


@pytest.mark.full
def test_a_cluster_of_strangers_is_refused_with_what_differs() -> None:
    with ExitStack() as stack:
        made = stack.enter_context(cluster_of(0))
        client = stack.enter_context(client_of(made))
        stack.enter_context(worker_at(made.scheduler_address, SOURCE_DATE_EPOCH="86400"))
        until(lambda: client.scheduler_info()["workers"])
        with pytest.raises(MachineError, match="86400 there, none here"):
            Cluster(client, patience=1.0)


@pytest.mark.full
def test_what_a_call_raises_and_a_process_that_dies_come_back_and_cost_no_worker() -> None:
    with cluster_of(1) as made, client_of(made) as client, Cluster(client) as cluster:
        (worker,) = client.run(os.getpid).values()
        with pytest.raises(LookupError, match="not here"):
            cluster.submit(fails).result(WAIT)
        with pytest.raises(LostError) as lost:
            cluster.submit(ends).result(WAIT)
        assert (lost.value.why, lost.value.tries) == ("crash", 2)
        assert worker in client.run(os.getpid).values()


@pytest.mark.full
def test_neither_scheduler_nor_workers_keep_what_was_done() -> None:
    with cluster_of(1) as made, client_of(made) as client, Cluster(client) as cluster:
        for _ in range(5):
            asked: list[Future[str]] = [cluster.submit(dated) for _ in range(50)]
            assert all(future.result(WAIT) == dated() for future in asked)
        until(lambda: len(made.scheduler.tasks) < 5)


@pytest.mark.full
def test_a_cluster_that_is_closed_leaves_no_process_in_its_workers() -> None:
    with cluster_of(1) as made, client_of(made) as client:
        with Cluster(client) as cluster:
            processes = cluster.submit(process_and_parent).result(WAIT)
            assert all(map(is_there, processes))
            waiting = cluster.submit(sleep, 1000)
        assert waiting.cancelled()
        until(lambda: not any(map(is_there, processes)))


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Files of an authority, and of one certificate that all sides have."""
    folder = tmp_path_factory.mktemp("certificates")
    authority, stranger = trustme.CA(), trustme.CA()
    own, other = authority.issue_cert("127.0.0.1"), stranger.issue_cert("127.0.0.1")
    paths = {name: str(folder / f"{name}.pem") for name in ("ca", "cert", "key", "other")}
    authority.cert_pem.write_to_path(paths["ca"])
    own.cert_chain_pems[0].write_to_path(paths["cert"])
    own.private_key_pem.write_to_path(paths["key"])
    other.private_key_and_cert_chain_pem.write_to_path(paths["other"])
    return paths


@pytest.mark.full
def test_a_cluster_with_certificates_does_jobs_for_who_has_one_and_for_nobody_else(
    certificates: dict[str, str],
) -> None:
    ca, cert, key = (certificates[name] for name in ("ca", "cert", "key"))
    sides = {f"tls_{side}_cert": cert for side in ("client", "scheduler", "worker")}
    sides |= {f"tls_{side}_key": key for side in ("client", "scheduler", "worker")}
    make: Any = distributed.Security
    security = make(tls_ca_file=ca, require_encryption=True, **sides)
    with ExitStack() as stack:
        made = stack.enter_context(cluster_of(1, protocol="tls://", security=security))
        address = made.scheduler_address
        assert address.startswith("tls://")
        with connected(address, certificates=Certificates(ca, cert, key)) as cluster:
            assert cluster.submit(dated).result(WAIT) == dated()
        with pytest.raises(MachineError, match="does not answer"):
            connected(address, certificates=Certificates(ca, certificates["other"]))
        with pytest.raises(CallError, match="needs certificates"):
            connected(address)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("tcp://10.0.0.5:8786", "run any program"),
        ("tcp://scheduler:8786", "run any program"),
        ("http://127.0.0.1:8786", "no address of a scheduler"),
        ("tls://scheduler", "no address of a scheduler"),
        ("127.0.0.1:8786", "no address of a scheduler"),
        ("tls://scheduler:8786", "needs certificates"),
    ],
)
def test_what_would_run_anybodys_code_is_no_address(address: str, said: str) -> None:
    with pytest.raises(CallError, match=said):
        connected(address)


def test_a_certificate_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="--tls-ca is not there"):
        connected("tls://scheduler:8786", certificates=Certificates(str(tmp_path / "no.pem")))


@contextmanager
def scheduler() -> Iterator[tuple[str, Popen[bytes]]]:
    """One of a process of its own."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--no-dashboard"]
    command += ["--host", "127.0.0.1", "--port", port]
    with Popen(command, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL) as process:
        try:
            yield f"tcp://127.0.0.1:{port}", process
        finally:
            process.kill()


@pytest.mark.full
def test_of_a_scheduler_that_dies_every_job_has_a_result_and_the_batch_ends() -> None:
    import dask.config

    with ExitStack() as stack:
        address, process = stack.enter_context(scheduler())
        stack.enter_context(worker_at(address))
        # Ten seconds unless said: so long it is looked for.
        stack.enter_context(dask.config.set({"distributed.comm.timeouts.connect": "1s"}))
        cluster = stack.enter_context(connected(address, patience=WAIT))
        found = []
        for one in results(jobs(8), cluster, None):
            if not found:
                process.kill()
            found.append(one)
    assert len(found) == 8
    assert found[0].is_made
    assert {one.failure for one in found} <= {"", "cancelled", "crash"}
    assert "is gone" in found[-1].message


@pytest.mark.full
def test_a_scheduler_that_does_not_answer_is_not_waited_for_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("infographic.batch.engine.connecting.CONNECT", 0.5)
    with pytest.raises(MachineError, match=r"does not answer in 0\.5 s"):
        connected("tcp://127.0.0.1:9")


def test_a_fingerprint_names_what_another_process_has_otherwise() -> None:
    here = fingerprint()
    assert here.differences(here.parts) == ()
    assert here.differences({**here.parts, "zlib": "0.9"}) == (("zlib", "0.9", here.parts["zlib"]),)
