"""A Dask cluster as an engine.

Jobs, digests and diagnostics travel; files go from a worker straight to the store, which it builds
for itself. A worker is asked for its fingerprint before it has a job, and one that joins later too:
a plugin gives those that are as we are a resource, and every job asks for one of it.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Mapping
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path
from threading import Event, RLock, Thread
from time import monotonic
from typing import Any

from infographic.batch.digests import digest_of
from infographic.batch.engine import LostError
from infographic.batch.engine.cluster_worker import Bounds, Standing, done
from infographic.batch.engine.fingerprint import Fingerprint, fingerprint
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, MachineError, Severity
from infographic.foundation.files import here, write_whole
from infographic.foundation.limits import changed
from infographic.foundation.sayings import Saying, say

Client = Any
Remote = Any
"""Dask's client and future, whose methods have no types."""
PATIENCE = 60.0
"""Seconds in which a cluster without any worker that may have jobs is waited for."""
TOLD = 5.0
"""Seconds in which those that are there are to have told what they are, before the first job."""
LOOK = 1.0
"""Seconds between two looks at who is there."""
PLENTY = 1_000_000
"""Of the resource; a worker's threads are what bounds its jobs."""


USUAL = Bounds()


class Cluster:
    """Calls done by the workers of a Dask client that would make the bytes that we make.

    A worker that dies with calls costs each of them a try, as many as the scheduler allows
    (`distributed.scheduler.allowed-failures`); a call whose own process dies is tried once again.
    """

    def __init__(
        self,
        client: Client,
        bounds: Bounds = USUAL,
        *,
        patience: float = PATIENCE,
        closes: bool = False,
    ) -> None:
        """`closes`: the client, too, when this is closed. Raises `MachineError` where no worker
        that may have jobs comes in time."""
        limits = tuple(sorted(changed().items()))
        self._bounds = bounds._replace(limits=limits)
        self._client, self._closes, self._url = client, closes, client.scheduler.address
        self._patience, self._here = patience, fingerprint()
        self._resource = f"infographic-{self._here.digest}"
        self._name = f"infographic-{client.id}"
        self._numbers, self._lock, self._ended = count(1), RLock(), Event()
        self._waiting: dict[Future[Any], Remote] = {}
        self._width, self._seen, self._is_lost = 0, monotonic(), False
        self._standing = Standing(here())
        self._others: dict[str, Mapping[str, str]] = {}
        self._all_have_told = False
        client.register_plugin(_guard(self._resource, self._here.digest, self._name), self._name)
        self._wait_for_workers()
        self._watch = Thread(target=self._keep_looking, name="infographic-cluster", daemon=True)
        self._watch.start()

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    is_here = False

    @property
    def width(self) -> int:
        return max(self._width, 1)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Workers that get no jobs, each with what differs."""
        with self._lock:
            others = sorted(self._others.items())
        return tuple(
            Diagnostic(
                say("worker-differs", worker=worker, differences=_listed(self._here, parts)),
                Origin(Source("(cluster)")),
                severity=Severity.WARNING,
            )
            for worker, parts in others
        )

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
        call = pickle.dumps((function, arguments))
        key = f"infographic-{digest_of(call)}-{next(self._numbers)}"
        given = _Given()
        try:
            with self._lock:
                if self._client.status == "closed":
                    raise self._gone()
                if self._is_lost:
                    raise self._lost()
                given.remote = self._client.submit(
                    done,
                    call,
                    self._bounds,
                    self._name,
                    self._standing,
                    key=key,
                    pure=False,
                    resources={self._resource: 1},
                )
                self._waiting[given] = given.remote
            given.remote.add_done_callback(partial(self._come, given))
        except Exception as error:
            # A client that is gone costs its calls, and leaves the batch whole.
            with self._lock:
                self._waiting.pop(given, None)
            given.set_exception(error if isinstance(error, LostError) else _lost_of(error))
        return given

    def share(self, folder: str) -> None:
        """Have files written under a folder only by workers that see it: on a disk of its own a
        worker would write them where nobody looks. Raises `MachineError` where one does not."""
        self._forget_marker()
        # Not a temporary file's name: those are swept.
        marker = Path(folder, f".infographic-batch-{os.urandom(6).hex()}").absolute()
        write_whole(marker, b"")
        self._standing = self._standing._replace(marker=str(marker))
        # Not `Path.exists`, which may be another class there.
        seen = self._client.run(os.path.exists, str(marker))
        blind = sorted(worker for worker, sees in seen.items() if not sees)
        if blind:
            raise MachineError(say("machine/not-shared", folder=folder, worker=", ".join(blind)))

    def close(self) -> None:
        if self._ended.is_set():
            return
        self._ended.set()
        self._end_all(None)
        if self._client.status == "running":
            with suppress(Exception):
                self._client.unregister_worker_plugin(self._name)
        self._watch.join()
        self._forget_marker()
        if self._closes:
            with suppress(Exception):
                self._client.close()

    def _forget_marker(self) -> None:
        if self._standing.marker:
            with suppress(OSError):
                Path(self._standing.marker).unlink()

    def _come(self, given: Future[Any], remote: Remote) -> None:
        """A call is done, in a thread of the client's own."""
        with self._lock:
            self._waiting.pop(given, None)
        if given.cancelled():
            return
        try:
            works, found = pickle.loads(remote.result())
        except Exception as error:
            works, found = False, _lost_of(error)
        finally:
            # So that neither scheduler nor worker keeps it.
            remote.release()
        # Whoever waited may have cancelled it meanwhile.
        with suppress(InvalidStateError):
            if works:
                given.set_result(found)
            else:
                given.set_exception(found)

    def _end_all(self, error: LostError | None) -> None:
        with self._lock:
            waiting = list(self._waiting.items())
            self._waiting.clear()
        for given, remote in waiting:
            with suppress(Exception):
                remote.cancel()
            with suppress(InvalidStateError):
                if error is None:
                    given.cancel()
                else:
                    given.set_exception(error)

    # Who is there

    def _wait_for_workers(self) -> None:
        until = monotonic() + self._patience
        while not (self._look() and self._all_have_told):
            if self._width and monotonic() >= until - self._patience + TOLD:
                return
            if monotonic() >= until or self._ended.wait(0.05):
                self._client.unregister_worker_plugin(self._name)
                raise MachineError(self._empty())

    def _keep_looking(self) -> None:
        while not self._ended.wait(LOOK):
            with suppress(Exception):
                if self._look():
                    continue
            if self._client.status == "closed":
                # What was asked while it looked for its scheduler comes to nothing, and unsaid.
                self._end_all(self._gone())
                return
            if monotonic() - self._seen > self._patience:
                with self._lock:
                    self._is_lost = True
                self._end_all(self._lost())

    def _look(self) -> int:
        """How many calls the workers that are as we are do at once."""
        told = self._client.get_events(self._name)
        parts = {said["worker"]: said["parts"] for _, said in told}
        there: Mapping[str, Any] = self._client.scheduler_info()["workers"]
        like_us = {address for address, of_it in parts.items() if not self._here.differences(of_it)}
        width = sum(int(one["nthreads"]) for address, one in there.items() if address in like_us)
        with self._lock:
            self._width, self._all_have_told = width, parts.keys() >= there.keys()
            self._others = {
                address: of_it
                for address, of_it in parts.items()
                if address in there and address not in like_us
            }
            if width:
                self._seen, self._is_lost = monotonic(), False
        return width

    def _gone(self) -> LostError:
        return LostError("cancelled", str(say("machine/cluster-gone", url=self._url)), tries=0)

    def _lost(self) -> LostError:
        return LostError("crash", str(self._empty()), tries=0)

    def _empty(self) -> Saying:
        with self._lock:
            others = sorted(self._others.items())
        named = tuple(
            say("phrase/worker-one", worker=worker, differences=_listed(self._here, parts))
            for worker, parts in others[:5]
        )
        refused = say("phrase/worker-refused", workers=named) if named else ""
        return say("machine/cluster-empty", url=self._url, refused=refused)


class _Given(Future[Any]):
    """A call's future, that can be cancelled as long as it has not come."""

    remote: Remote = None

    def cancel(self) -> bool:
        if not super().cancel():
            return False
        if self.remote is not None:
            with suppress(Exception):
                self.remote.cancel()
        return True


def _lost_of(error: Exception) -> Exception:
    """What a call came to whose worker was lost."""
    name = type(error).__name__
    if name == "KilledWorker":
        tries = int(getattr(error, "allowed_failures", 0)) + 1
        return LostError("crash", str(error).splitlines()[0][:500], tries)
    if "Cancelled" in name:
        # Of several lines, the first names the call.
        return LostError("cancelled", str(error).rpartition(" for reason: ")[2][:500])
    return LostError("crash", f"{name}: {error}"[:500])


def _listed(here: Fingerprint, there: Mapping[str, str]) -> tuple[Saying, ...]:
    """What differs, a sentence each."""
    none = say("phrase/worker-part-missing")
    return tuple(
        say("phrase/worker-part", part=part, there=theirs or none, here=ours or none)
        for part, theirs, ours in here.differences(there)
    )


def _guard(resource: str, digest: str, topic: str) -> Any:
    """What asks each worker for its fingerprint, those that join later too.

    Its class is made in here so that it travels whole: a worker without our program takes it, says
    that it has none, and does others' work as before.
    """
    from distributed import WorkerPlugin

    plenty = PLENTY

    class Guard(WorkerPlugin):
        idempotent = False

        async def setup(self, worker: Any) -> None:
            try:
                from infographic.batch.engine.fingerprint import fingerprint

                found = fingerprint()
                parts, is_ours = dict(found.parts), found.digest == digest
            except Exception:
                parts, is_ours = {}, False
            if is_ours:
                await worker.set_resources(**{resource: plenty})
            worker.log_event(topic, {"worker": worker.address, "parts": parts})

        def teardown(self, worker: Any) -> None:
            import sys

            ours = sys.modules.get("infographic.batch.engine.cluster_worker")
            if ours is not None:
                ours.close(topic)

    return Guard()
