"""What a worker does for a request: a page drawn or checked, from the request's own files alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any

from infographic.batch.job import Failure, Job, Result
from infographic.batch.making import made
from infographic.foundation.datum import Node, Source
from infographic.foundation.diagnostics import Diagnostic, MachineError, SpecError
from infographic.foundation.reach import reach_of, within
from infographic.foundation.record import field, record
from infographic.foundation.sayings import say, using_language
from infographic.loading.reading.extending import stamps_of
from infographic.loading.reading.source import read_json
from infographic.loading.sheet.layouts import GIVEN, LAYOUT, LayoutSource, read_layout, read_shipped
from infographic.outputs import format_of

NAMES_FILES = frozenset({"image", "data", "sign", "file"})
"""The fields of a story that name a file."""


@record
class Wanted:
    """A page that is wanted. It travels to the worker."""

    story: str
    """JSON."""
    folder: str
    """The request's own: its parts lie in it, by their names, and nothing else."""
    layout: str = ""
    """A shipped layout's name or a file's whole path; "" for `inline`."""
    called: str = ""
    """What the request calls it."""
    inline: str = ""
    """A layout as JSON."""
    ending: str = ".png"
    """The format: “.screen.pdf”."""
    profile: str | None = None
    """A press profile, likewise a name or a path."""
    language: str = "en"
    """Of what is said."""
    fits: bool = False
    strict: bool = False
    page: int | None = None
    """Of several, from 1."""
    formats: Mapping[str, Any] = field(default_factory=dict)
    """The format's options."""
    font_path: tuple[str, ...] = ()


@record
class Drawn:
    """What came of it. It travels back."""

    failure: Failure = ""
    diagnostics: tuple[dict[str, Any], ...] = ()
    data: bytes = b""
    digest: str = ""
    """Of its bytes, taken in the worker."""
    words: str = ""
    """Its alternative text; of pictures alone."""
    pages: int = 0


def drawn(wanted: Wanted) -> Drawn:
    """The page as a file. What is wrong with it is in what is given back."""
    with using_language(wanted.language):
        try:
            job = _job(wanted)
        except SpecError as error:
            return Drawn("input", _told(error.diagnostics, wanted))
        result = made(job)
        told = _told(result.diagnostics, wanted)
        if result.failure:
            return Drawn(_whose(result), told)
        files = list(zip(result.outputs, result.data, strict=True))
        words = [data.decode() for output, data in files if output.name.endswith(".alt.txt")]
        pages = [one for one in files if not one[0].name.endswith(".alt.txt")]
        number = wanted.page or 1
        if number > len(pages) or (wanted.page is None and len(pages) > 1):
            saying = say("serve-page", count=len(pages), ending=wanted.ending.lstrip("."))
            wrong = Diagnostic(saying, job.story.origin)  # type: ignore[union-attr]
            return Drawn("input", (*_told([wrong], wanted), *told), pages=len(pages))
        alt = words[number - 1] if number <= len(words) else ""
        output, data = pages[number - 1]
        return Drawn("", told, data, output.digest, alt, len(pages))


def _whose(result: Result) -> Failure:
    """Why nothing was made: what goes over a limit is the request's doing, not the machine's."""
    wrong = [one for one in result.diagnostics if one.severity == "error"]
    is_asked = any(one.limit or one.saying.key == "machine/memory" for one in wrong)
    return "input" if result.failure == "machine" and is_asked else result.failure


def checked(wanted: Wanted) -> Drawn:
    """All that is wrong or doubtful, and no file."""
    from infographic.checked import check

    with using_language(wanted.language):
        try:
            job = _job(wanted)
            found = check(job.story, job.layout, **job.options)  # type: ignore[arg-type]
        except (SpecError, MachineError) as error:
            return Drawn("input", _told(error.diagnostics, wanted))
        failure: Failure = "" if found.passes else "input"
        return Drawn(failure, _told(found.diagnostics, wanted))


def _job(wanted: Wanted) -> Job:
    """Raises `SpecError`."""
    story = read_json(Source("story.json", wanted.story, wanted.folder), relaxed=False)
    strange = [_foreign(node) for node in _files_named(story) if _leads_out(str(node.value))]
    if strange:
        raise SpecError(strange)
    layout, beside = _layout(wanted)
    options: dict[str, Any] = {
        "root": wanted.folder, "font_path": wanted.font_path, "allow": beside,
    }  # fmt: skip
    if wanted.profile is not None:
        options["press"] = wanted.profile
    # An option of another format is refused, not passed over.
    format_of(f"page{wanted.ending}").settled(wanted.formats)
    formats = {**wanted.formats, "alt_text": True}
    return Job(
        story, layout, (f"page{wanted.ending}",), "", options, formats, wanted.fits, wanted.strict
    )


def _layout(wanted: Wanted) -> tuple[LayoutSource, tuple[Path, ...]]:
    """The layout, and the folders that it may read from: its own, where it is the service's."""
    if not wanted.inline:
        if not wanted.layout.endswith(".json"):
            return read_shipped(wanted.layout), ()
        return read_layout(wanted.layout), (Path(wanted.layout).parent,)
    own = read_json(Source("layout.json", wanted.inline, wanted.folder), relaxed=False)
    folder = Path(wanted.folder)
    with within(reach_of([folder / "layout.json"], root=folder)):
        node, files = LAYOUT.over_all(own, folder)
    return LayoutSource(GIVEN, node, stamps_of(files), wanted.inline), ()


def _files_named(node: Node, key: str = "") -> Iterator[Node]:
    if isinstance(node.value, dict):
        for name, one in node.value.items():
            yield from _files_named(one, name)
    elif isinstance(node.value, tuple):
        for one in node.value:
            yield from _files_named(one)
    elif isinstance(node.value, str) and key in NAMES_FILES:
        yield node


def _leads_out(name: str) -> bool:
    """Whether a name may be none of a part of the request."""
    path = PurePath(name)
    return path.is_absolute() or ".." in path.parts or any(one in name for one in "\\\0:~")


def _foreign(node: Node) -> Diagnostic:
    return Diagnostic(say("serve-part/foreign", name=str(node.value)[:200]), node.origin)


def _told(diagnostics: Sequence[Diagnostic], wanted: Wanted) -> tuple[dict[str, Any], ...]:
    """Diagnostics as they travel: nothing of them tells where on this machine anything lies."""
    own = [Path(wanted.folder)]
    if wanted.layout.endswith(".json"):
        own.append(Path(wanted.layout).parent)
    # Those above, too: “../x.json” is refused by where it would lie.
    places = [str(place) for folder in own for place in (folder, *folder.parents[:-1])]
    told = (one.as_dict() for one in dict.fromkeys(diagnostics))
    return tuple(_without(places, one) for one in told)


def _without(places: Sequence[str], value: Any) -> Any:
    if isinstance(value, dict):
        # A pointer may look like a folder of the system's: /data/0.
        return {
            key: one if key == "pointer" else _without(places, one) for key, one in value.items()
        }
    if isinstance(value, list | tuple):
        return [_without(places, one) for one in value]
    if isinstance(value, str):
        for place in places:
            value = value.replace(f"{place}/", "").replace(place, ".")
    return value
