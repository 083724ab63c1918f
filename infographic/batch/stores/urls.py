"""What may be written in the URL of a store or of an input: no credential, nothing that is passed
over."""

from __future__ import annotations

import os
from urllib.parse import SplitResult, unquote, urlsplit

from infographic.foundation.calls import CALL, CallError
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say

KINDS = {
    "s3": "s3", "s3a": "s3", "gs": "gs", "az": "az", "azure": "az", "abfs": "az", "abfss": "az",
    "adl": "az", "https": "https", "http": "https", "memory": "memory", "file": "file",
}  # fmt: skip
"""By a scheme, which kind of store it names."""
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_SCHEME = late(r"[A-Za-z][A-Za-z0-9+.-]*://")


class Place(NamedTuple):
    """What a URL names."""

    kind: str
    """Of `KINDS`."""
    base: str
    """The bucket's own URL: “s3://paper”."""
    path: str
    """In the bucket, as it is called there: without escapes, “/” between folders, none before or
    behind."""

    def within(self, name: str) -> str:
        """The path of a name in it."""
        return f"{self.path}/{name}" if self.path else name

    @property
    def url(self) -> str:
        """It as a URL again: only what would mean something else there is escaped."""
        return f"{self.base}/{escaped(self.path)}" if self.path else self.base


def escaped(path: str) -> str:
    """A path as it stands in a URL, for the eye too.

    >>> escaped("县/100%.pdf")
    '县/100%25.pdf'
    """
    return path.replace("%", "%25").replace("?", "%3F").replace("#", "%23")


def is_url(name: str) -> bool:
    """Whether a name is a URL and no path.

    >>> is_url("s3://paper/a"), is_url("out/{id}.png"), is_url("C:/a")
    (True, False, False)
    """
    return _SCHEME.match(name) is not None


def place_of(url: str, *, writes: bool = False) -> Place:
    """What a URL names; `writes`: files are to be put there. Raises `CallError`.

    >>> place_of("s3://paper/out/a%20b/")
    Place(kind='s3', base='s3://paper', path='out/a b')
    """
    parts = _taken_apart(url)
    if parts is None:
        # It may hold anything. Not raised where that is caught: Dask pickles an error's context,
        # and Python's own error quotes it.
        raise _refused(say("store-url/bucket", url=url.partition("://")[0] + "://…"))
    told = shown(parts)
    scheme = parts.scheme.lower()
    kind = KINDS.get(scheme)
    if kind is None:
        raise _refused(say("store-url/scheme", url=told, scheme=scheme))
    _must_be_clean(parts, told, kind)
    if kind == "file":
        return Place(kind, f"{scheme}://", _path(parts))
    if kind != "memory" and not parts.hostname:
        raise _refused(say("store-url/bucket", url=told))
    if kind == "https":
        if writes:
            raise _refused(say("store-url/read-only", url=told))
        if scheme == "http" and parts.hostname not in LOOPBACK:
            raise _refused(say("store-url/plain", url=told))
    return Place(kind, f"{scheme}://{parts.netloc}", _path(parts))


def _taken_apart(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    return parts


def local_path(url: str) -> str | None:
    """The path of a file:// URL; None for any other.

    >>> local_path("file:///out/a%20b"), local_path("s3://paper/out")
    ('/out/a b', None)
    """
    parts = _taken_apart(url)
    if parts is None or parts.scheme.lower() != "file":
        return None
    _must_be_clean(parts, shown(parts), "file")
    path = unquote(parts.path)
    # “/C:/out” of Windows.
    return path.lstrip("/") if os.name == "nt" else path


def _must_be_clean(parts: SplitResult, told: str, kind: str) -> None:
    # Of Azure's own form, what stands before “@” is the container.
    user = parts.netloc.rpartition("@")[0]
    if user and (kind != "az" or ":" in user):
        raise _refused(say("store-url/secret", url=told))
    for mark, after in (("?", parts.query), ("#", parts.fragment)):
        if after:
            if kind == "https" or _SIGNED.search(after):
                raise _refused(say("store-url/secret", url=told))
            raise _refused(say("store-url/query", url=told, mark=mark))


_SIGNED = late(r"(?i)\b(?:x-[a-z]+-\w+|sig|signature|token|key|secret|password|credential)=")


def _path(parts: SplitResult) -> str:
    return unquote(parts.path).strip("/")


def shown(parts: SplitResult) -> str:
    """A URL for messages: what may be a credential is left out."""
    user, at, host = parts.netloc.rpartition("@")
    keeps = at and parts.scheme.lower() in ("abfs", "abfss", "az") and ":" not in user
    return f"{parts.scheme}://{parts.netloc if keeps else host}{parts.path}"


def _refused(saying: Saying) -> CallError:
    return CallError([Diagnostic(saying, CALL)])


def parted(target: str) -> tuple[str, str]:
    """A pattern of names as the store that it begins with, and the names in it.

    >>> parted("s3://paper/out/{id}/{layout}.png")
    ('s3://paper/out', '{id}/{layout}.png')
    >>> parted("out/{id}.png"), parted("s3://paper/card.png")
    (('', 'out/{id}.png'), ('s3://paper', 'card.png'))
    """
    if not is_url(target):
        return "", target
    scheme, _, rest = target.partition("://")
    fixed = rest.partition("{")[0]
    folder, slash, _ = fixed.rpartition("/")
    if not slash:
        # A bucket's own name is no pattern; `place_of` refuses it.
        return target, ""
    return f"{scheme}://{folder}", rest[len(folder) + 1 :]


def allows_http(kind: str) -> bool:
    """Whether a store may be spoken to without TLS: where its endpoint is this machine, or the
    environment says so."""
    prefix = {"s3": "AWS", "az": "AZURE", "gs": "GOOGLE"}.get(kind, "")
    if os.environ.get(f"{prefix}_ALLOW_HTTP", "").lower() in ("1", "true", "yes"):
        return True
    names = (f"{prefix}_ENDPOINT_URL", f"{prefix}_ENDPOINT", "AWS_ENDPOINT_URL_S3")
    ends = [os.environ[name] for name in names if os.environ.get(name)]
    return any(urlsplit(end).hostname in LOOPBACK for end in ends)
