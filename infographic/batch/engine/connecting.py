"""From `--dask tls://…` to a cluster."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from infographic.batch.engine.cluster_worker import Bounds
from infographic.batch.stores.urls import LOOPBACK
from infographic.foundation.calls import CALL, CallError
from infographic.foundation.diagnostics import Diagnostic, MachineError
from infographic.foundation.record import record
from infographic.foundation.sayings import Saying, say

if TYPE_CHECKING:
    from infographic.batch.engine.cluster import Cluster

CONNECT = 10.0
"""Seconds in which a scheduler is to answer."""


@record
class Certificates:
    """Files in PEM form: who signed both sides', our own, and its key. "" as Dask's configuration
    has it."""

    ca: str = ""
    cert: str = ""
    key: str = ""


NO_FILES, USUAL = Certificates(), Bounds()


def connected(
    url: str,
    bounds: Bounds = USUAL,
    certificates: Certificates = NO_FILES,
    *,
    patience: float | None = None,
) -> Cluster:
    """The cluster of a scheduler. Raises `CallError` for what may not be, `MachineError` for what
    does not answer or has no worker."""
    kind = _must_be_safe(url)
    try:
        import distributed
    except ImportError as error:
        raise MachineError(say("machine/cluster-missing", package=error.name or "dask")) from None
    from infographic.batch.engine.cluster import PATIENCE, Cluster

    security = _security(url, certificates) if kind == "tls" else None
    try:
        make: Any = distributed.Client
        client = make(url, security=security, timeout=CONNECT, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        reason = _reason(error)
    else:
        try:
            waits = PATIENCE if patience is None else patience
            return Cluster(client, bounds, patience=waits, closes=True)
        except BaseException:
            client.close()
            raise
    raise MachineError(say("machine/cluster-unreachable", url=url, seconds=CONNECT, reason=reason))


def _must_be_safe(url: str) -> str:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
        parts = urlsplit("")
    is_one = parts.scheme in ("tls", "tcp") and host and port and "@" not in parts.netloc
    if not is_one:
        raise _refused(say("cluster-url/scheme", url=url.rpartition("@")[2]))
    if parts.scheme == "tcp" and host not in LOOPBACK:
        raise _refused(say("cluster-url/plain", url=url))
    return parts.scheme


def _security(url: str, certificates: Certificates) -> Any:
    import dask.config
    from distributed import security

    given = {
        "tls_ca_file": ("--tls-ca", certificates.ca, "ca-file"),
        "tls_client_cert": ("--tls-cert", certificates.cert, "client.cert"),
        "tls_client_key": ("--tls-key", certificates.key, "client.key"),
    }
    files: dict[str, str] = {}
    for name, (option, file, configured) in given.items():
        if file and not Path(file).is_file():
            raise _refused(say("cluster-url/no-file", option=option, file=file))
        if file:
            files[name] = file
        # A key may stand in its certificate's file.
        elif name != "tls_client_key" and not dask.config.get(f"distributed.comm.tls.{configured}"):
            raise _refused(say("cluster-url/certificates", url=url))
    make: Any = security.Security
    return make(require_encryption=True, **files)


def _reason(error: BaseException) -> str:
    """Why a scheduler does not answer, in a line."""
    while error.__cause__ is not None:
        error = error.__cause__
    said = str(error).strip().splitlines()
    return (said[0] if said else type(error).__name__)[:200]


def _refused(saying: Saying) -> CallError:
    return CallError([Diagnostic(saying, CALL)])
