"""Inputs by URL: copies of objects in a folder of the user's own, each where it stands in its
bucket, so that the names in it lead where they lead there.

A file that the caller names is fetched when it is asked for. What that names itself (a picture,
data, what a layout extends) is fetched when it is opened, and only after `foundation/reach` has let
it be: what lies outside the folder of who names it is neither fetched nor asked for. So each
process of a cluster fetches what its jobs need, and no more. A copy is asked about again after
`AGE` seconds, by its tag, and comes anew where it has changed, as a file of a disk would.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from time import monotonic
from typing import Any

from infographic.batch.digests import digest_of, digest_of_file
from infographic.batch.stores.objects import got
from infographic.batch.stores.urls import Place, is_url, local_path, place_of
from infographic.foundation import limits, reach
from infographic.foundation.calls import CALL, CallError
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, MachineError
from infographic.foundation.files import write_whole
from infographic.foundation.record import replaced
from infographic.foundation.sayings import Saying, say

AGE = 60.0
"""Seconds in which nothing is asked about a copy again."""
_TAGS = ".tags"
"""In a bucket's folder: what is known of each copy. No page may name what begins with a point."""
_BASES: dict[str, str] = {}
"""By the name of a bucket's folder its URL: those that this process was called with."""
_ASKED: dict[Path, float] = {}


def fetched(url: str) -> Path:
    """The copy of an object that the caller names; of file://, the file itself.

    Raises `CallError` for a URL that cannot be, `MachineError` where there is no such object, it is
    too large, or its store does not give it.
    """
    path = local_path(url)
    if path is not None:
        return Path(path)
    place = place_of(url)
    if not place.path or url.endswith("/"):
        raise CallError([Diagnostic(say("store-url/folder", url=place.url), CALL)])
    copy = copy_of(url)
    if not _bring(copy, place):
        raise MachineError(say("machine/input-gone", url=place.url))
    _mark(copy.parent)
    return copy


def folder_here(url: str) -> Path:
    """Where the copy stands of a folder whose files are named by one in it. Raises `CallError`."""
    folder = copy_of(url)
    if local_path(url) is None:
        _mark(folder)
    return folder


def _mark(folder: Path) -> None:
    """Have a copy's folder be all that the copy may name: not what stands round our folder."""
    marker = folder / reach.MARKER
    if not marker.is_file():
        _make_private()
        write_whole(marker, b"")


def copy_of(url: str) -> Path:
    """Where the copy of an object or of a folder stands, whether it does or not. From now on what
    is opened there is fetched. Raises `CallError`."""
    path = local_path(url)
    if path is not None:
        return Path(path)
    place = place_of(url)
    parts = place.path.split("/") if place.path else []
    if any(part in ("", ".", "..") or "\\" in part or "\0" in part for part in parts):
        raise CallError([Diagnostic(say("store-url/folder", url=place.url), CALL)])
    key = digest_of(place.base.encode())[:16]
    _BASES[key] = place.base
    if _fetch not in reach.BEFORE:
        reach.BEFORE.append(_fetch)
    return Path(_copies(), key, *parts)


def named(path: str) -> str:
    """The URL that a copy is of; any other path stays itself."""
    place = _place_of_copy(Path(path))
    return path if place is None else place.url


def told(diagnostic: Diagnostic) -> Diagnostic:
    """A diagnostic that calls files by their URLs, where they are copies."""
    if not _BASES:
        return diagnostic
    origin = diagnostic.origin
    source = replaced(origin.source, name=_by_urls(origin.file))
    mend = diagnostic.mend
    return replaced(
        diagnostic,
        saying=_told(diagnostic.saying),
        mend=mend if mend is None else _told(mend),
        origin=Origin(source, origin.pointer, origin.line, origin.column),
    )


def _told(saying: Saying) -> Saying:
    """Of what is said each text and path."""
    values = {
        name: _by_urls(str(value)) if isinstance(value, str | Path) else value
        for name, value in saying.values.items()
    }
    return saying if values == saying.values else Saying(saying.key, values)


def _by_urls(text: str) -> str:
    """A text with URLs in place of the folders of copies."""
    for key, base in _BASES.items():
        text = text.replace(str(_copies() / key), base)
    return text


def digest_of_input(name: str) -> str:
    """The digest of a file or of an object, by its path or URL; "" where it cannot be read."""
    if not is_url(name):
        return digest_of_file(name)
    try:
        return digest_of_file(str(fetched(name)))
    except (CallError, MachineError):
        return ""


_FOLDERS = ("root", "allow", "font_path")
_FILES = ("press",)


def here(options: Mapping[str, Any]) -> dict[str, Any]:
    """Options of `compose` with the copies of what they name by URL."""
    found = dict(options)
    for name in _FOLDERS:
        if name in found:
            value = found[name]
            one = isinstance(value, str | os.PathLike)
            found[name] = _folder(value) if one or value is None else [*map(_folder, value)]
    for name in _FILES:
        if name in found:
            found[name] = file_here(found[name])
    if "data" in found:
        found["data"] = [(pointer, file_here(file)) for pointer, file in found["data"]]
    return found


def file_here(value: Any) -> Any:
    """A file's copy in place of its URL; whatever else is given stays itself."""
    return str(fetched(value)) if isinstance(value, str) and is_url(value) else value


def _folder(value: Any) -> Any:
    return str(copy_of(value)) if isinstance(value, str) and is_url(value) else value


# Copies


def _copies() -> Path:
    """The folder of all copies: of this user, who alone may write there."""
    cache = os.environ.get("XDG_CACHE_HOME", "")
    folder = Path(cache) if os.path.isabs(cache) else Path.home() / ".cache"  # noqa: PTH117
    return Path(os.path.realpath(folder / "infographic" / "inputs"))


def _place_of_copy(path: Path) -> Place | None:
    """What a path is the copy of; None for what is none, or of a bucket that this process was not
    called with."""
    if not _BASES:
        return None
    try:
        key, *parts = path.relative_to(_copies()).parts
    except ValueError:
        return None
    base = _BASES.get(key)
    if base is None or not parts or parts[0] == _TAGS or parts[-1] == reach.MARKER:
        return None
    return place_of(base)._replace(path="/".join(parts))


def _fetch(real: Path) -> None:
    """Bring what is about to be opened, where it is a copy."""
    place = _place_of_copy(real)
    if place is not None:
        _bring(real, place)


def _bring(copy: Path, place: Place) -> bool:
    """Have a copy as its object is now; False, and no copy, where there is no such object."""
    asked = _ASKED.get(copy)
    if asked is not None and monotonic() - asked < AGE:
        return copy.is_file()
    tag = _tag_of(copy, place)
    known = _known(copy, tag)
    found = got(place, known, limits.most("fetched-bytes"))
    if found is None:
        copy.unlink(missing_ok=True)
    elif isinstance(found, tuple):
        data, mark = found
        _make_private()
        write_whole(copy, data)
        # After it: a copy whose tag is older is fetched once more.
        write_whole(tag, f"{len(data)} {mark}".encode())
    _ASKED[copy] = monotonic()
    return found is not None


def _tag_of(copy: Path, place: Place) -> Path:
    folder = _copies() / digest_of(place.base.encode())[:16] / _TAGS
    return folder / digest_of(os.fsencode(copy))


def _known(copy: Path, tag: Path) -> str:
    """The tag that a copy came with; "" where there is none, or the copy is not whole."""
    try:
        size, _, mark = tag.read_text("utf-8").partition(" ")
        return mark if copy.stat().st_size == int(size) else ""
    except (OSError, ValueError):
        return ""


def _make_private() -> None:
    """Have the folder of copies, into which nobody else may look or write."""
    folder = _copies()
    if not folder.is_dir():
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            reason = error.strerror or str(error)
            raise MachineError(say("machine/copies", folder=folder, reason=reason)) from None
