"""Object stores as stores: S3, Google's, Azure's, and one in memory, through `obstore`.

Credentials are those of each process's environment, as `obstore` reads them: none is in a URL, a
job, a result or a message. What the store answers is never shown as it is: an answer may hold the
address that was asked, and of Azure's that address may hold a signature.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from infographic.batch.digests import digest_of
from infographic.batch.stores import Named
from infographic.batch.stores.faults import fault_of, missing
from infographic.batch.stores.urls import Place, allows_http, escaped, place_of
from infographic.foundation.calls import CALL, CallError
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, MachineError, SpecError
from infographic.foundation.record import record
from infographic.foundation.sayings import Saying, say

if TYPE_CHECKING:
    from obstore import GetOptions
    from obstore.store import ClientConfig, RetryConfig
    from obstore.store import ObjectStore as Opened

DIGEST = "infographic-blake2b"
"""The metadata in which an object's digest stands, so that it is known without its bytes."""
CONNECT, READ, REQUEST, LARGE_REQUEST = 5, 30, 60, 600
"""Seconds in which a connection stands, something more is read, and a request is done: to put a
file of `LARGE` bytes, or to get one, may take longer."""
LARGE = 8_000_000
Use = Literal["short", "put", "get"]
RETRIES, RETRY = 4, 60
"""How often a request is tried again that the network lost, and for how many seconds at most: what
hangs ends after `RETRY` + `REQUEST` seconds."""
TYPES = {
    "pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "webp": "image/webp", "svg": "image/svg+xml", "txt": "text/plain; charset=utf-8",
    "html": "text/html; charset=utf-8", "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}  # fmt: skip


@record
class ObjectStore:
    """Objects under a prefix of a bucket.

    Each is put in one request, and so is there whole or not at all. Several files of a job cannot
    be all or none: they are put in their order, and who does not find the last may do all again.
    """

    url: str
    overwrite: bool = True
    """Whether what stands there may be written over. The same bytes may always."""

    def put_all(self, files: Sequence[Named], inputs: Sequence[str] = ()) -> None:
        place = place_of(self.url, writes=True)
        names = [self._named(place, name) for name, _ in files]
        _spare(inputs, names)
        for (name, data), object_ in zip(files, names, strict=True):
            self._put(place, name, data, object_)

    def _put(self, place: Place, name: str, data: bytes, url: str) -> None:
        store = _opened(place.base, "put" if len(data) >= LARGE else "short")
        digest = digest_of(data)
        kind = TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
        try:
            # In one request: of one in parts, what breaks off leaves parts behind that are paid.
            store.put(
                place.within(name),
                data,
                attributes={"Content-Type": kind, DIGEST: digest},
                mode="overwrite" if self.overwrite else "create",
                use_multipart=False,
            )
            return
        except Exception as error:
            fault = fault_of(error, url)
        # The answer to a request that was done may be lost, and the second is told “it exists”.
        exists = fault.saying.form == "store-exists"
        if not (exists and self.digest(name) == digest):
            # Out here, so that what the store said is no part of a traceback.
            raise fault

    def get(self, name: str) -> bytes | None:
        place = place_of(self.url)
        url = self._named(place, name)
        try:
            return bytes(_opened(place.base, "get").get(place.within(name)).bytes())
        except Exception as error:
            fault = fault_of(error, url)
        if fault.saying.form == "input-gone":
            return None
        raise fault

    def digest(self, name: str) -> str | None:
        """Of the object's own metadata; of one that somebody else put there, of its bytes."""
        place = place_of(self.url)
        url = self._named(place, name)
        try:
            answer = _opened(place.base, "short").get(place.within(name), options={"head": True})
            known = dict(answer.attributes).get(DIGEST)
        except Exception as error:
            fault = fault_of(error, url)
        else:
            if known:
                return str(known)
            data = self.get(name)
            return None if data is None else digest_of(data)
        if fault.saying.form == "input-gone":
            return None
        raise fault

    def _named(self, place: Place, name: str) -> str:
        """An object's own URL. Raises `CallError` for a name that no object has."""
        parts = name.split("/")
        if any(part in ("", ".", "..") for part in parts) or not name.isprintable():
            raise CallError([Diagnostic(say("store-url/name", url=place.url, name=name), CALL)])
        return f"{place.url}/{escaped(name)}"


Unchanged = Literal["unchanged"]


def got(place: Place, known: str, most: int) -> tuple[bytes, str] | Unchanged | None:
    """An object and its tag; “unchanged” where its tag is `known` still, None where there is none.

    Raises `MachineError`, also for one of more than `most` bytes.
    """
    url = place.url
    options: GetOptions = {"if_none_match": known} if known else {}
    try:
        answer = _opened(place.base, "get").get(place.path, options=options)
        size = answer.meta["size"]
        if size > most:
            saying = say(
                "machine/input-large", url=url, size=size, most=most, limit="fetched-bytes"
            )
            raise MachineError(saying)
        return bytes(answer.bytes()), answer.meta["e_tag"] or ""
    except Exception as error:
        if type(error).__name__ == "NotModifiedError":
            return "unchanged"
        fault = fault_of(error, url)
    if fault.saying.form == "input-gone":
        return None
    raise fault


PROBE = ".infographic-probe"
"""An object that is nowhere."""
_HOPELESS = {"store-no-bucket", "store-no-credentials", "store-unreachable", "store-region"}
_UNKNOWN = ("InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken")


def must_answer(url: str) -> None:
    """As the function of the package."""
    try:
        store = opened(url)
    except (SpecError, MachineError):
        # Each job says it.
        return
    try:
        store.get(PROBE)
        return
    except MachineError as error:
        fault = error
    # Who may only write is told “403” of what he asks for, and may write all the same.
    reason = str(fault.saying.values.get("reason", ""))
    if fault.saying.form in _HOPELESS or reason.endswith(_UNKNOWN):
        raise MachineError(Saying(fault.saying.key, {**fault.saying.values, "url": store.url}))


def opened(url: str) -> ObjectStore:
    """A store that is there to be written to: its URL is one, the extra is installed. Nothing is
    asked of it yet. Raises `CallError` and `MachineError`."""
    place = place_of(url, writes=True)
    _opened(place.base, "short")
    return ObjectStore(place.url)


def _spare(inputs: Sequence[str], urls: Sequence[str]) -> None:
    """Raise `SpecError` where something would be written over what it is made from."""
    over = sorted(set(inputs) & set(urls))
    if over:
        raise SpecError(
            Diagnostic(say("output-is-input/itself"), Origin(Source(url))) for url in over
        )


@lru_cache(32)
def _opened(url: str, use: Use) -> Opened:
    """A bucket, for this process. What of the environment it needs, it reads now. Raises
    `MachineError`."""
    place = place_of(url)
    try:
        from obstore.store import from_url
    except ImportError:
        raise missing(place.url, "obstore") from None
    if place.kind == "memory":
        return _in_memory(url)
    try:
        return from_url(url, client_options=_client(place.kind, use), retry_config=_retries())
    except Exception as error:
        fault = fault_of(error, place.url)
    raise fault


@lru_cache(8)
def _in_memory(url: str) -> Opened:
    """One for all uses: it is where its objects are."""
    from obstore.store import MemoryStore

    return MemoryStore()


def _client(kind: str, use: Use) -> ClientConfig:
    from datetime import timedelta

    client: ClientConfig = {
        "allow_http": allows_http(kind),
        "connect_timeout": timedelta(seconds=CONNECT),
        "timeout": timedelta(seconds=REQUEST if use == "short" else LARGE_REQUEST),
    }
    if use == "get":
        # Not where a file is put: what is sent is not read, and would be cut off.
        client["read_timeout"] = timedelta(seconds=READ)
    return client


def _retries() -> RetryConfig:
    from datetime import timedelta

    return {"max_retries": RETRIES, "retry_timeout": timedelta(seconds=RETRY)}
