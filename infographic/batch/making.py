"""One job done: the page is made, judged and written, in the process that this is called in."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from infographic.batch.digests import digest_of, digest_of_file
from infographic.batch.job import Failure, Input, Job, Output, Result, StoryMaker
from infographic.batch.stores import Named, Store
from infographic.composed import ComposedPage
from infographic.foundation.diagnostics import Diagnostic, MachineError, Severity, SpecError
from infographic.foundation.record import replaced
from infographic.outputs import format_of
from infographic.outputs.format import Format
from infographic.pipeline import draft, finished, settled_layout

if TYPE_CHECKING:
    from infographic.options import Options, StoryLike


class NotMadeError(Exception):
    """Why nothing is made of a job."""

    def __init__(self, failure: Failure, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(failure, diagnostics)
        self.failure, self.diagnostics = failure, tuple(diagnostics)


def made(job: Job, store: Store | None = None) -> Result:
    """Do a job; without a `store` the result has the bytes. What is wrong is in the result.

    Nothing is raised but what is a fault of ours, or the end of memory.
    """
    begun = time.perf_counter()
    result = _made(job, store)
    copies = _copies()
    if copies is not None:
        told = tuple(map(copies.told, result.diagnostics))
        result = replaced(result, diagnostics=told)
    return replaced(result, seconds=time.perf_counter() - begun, worker=str(os.getpid()))


def _made(job: Job, store: Store | None) -> Result:
    said: list[Diagnostic] = []
    try:
        begun = time.time_ns()
        page = page_of(job, said)
        files = [file for name in job.files for file in _files(job, page, name, said)]
        inputs = tuple(str(path) for path in page.inputs)
        read = tuple(Input(_named(path), _digest_since(path, begun)) for path in inputs)
        if store is not None:
            store.put_all(files, [one.path for one in read])
    except NotMadeError as error:
        return Result(job, (), (*said, *error.diagnostics), error.failure)
    except SpecError as error:
        return Result(job, (), (*said, *error.diagnostics), "input")
    except MachineError as error:
        return Result(job, (), (*said, *error.diagnostics), "machine")
    outputs = tuple(Output(name, len(data), digest_of(data)) for name, data in files)
    kept = tuple(data for _, data in files) if store is None else ()
    return Result(job, outputs, tuple(said), inputs=read, data=kept)


def _digest_since(path: str, begun: int) -> str:
    """A file's digest; "" where it was changed while its page was made (`begun`, in ns): nobody
    knows of which of its bytes, so that the next run makes the page again."""
    found = digest_of_file(path)
    if _named(path) != path:
        # A copy, written when it was fetched: it has its object's bytes, whenever that was.
        return found
    with suppress(OSError, ValueError):
        status, now = Path(path).stat(), time.time_ns()
        # A time to come is a clock's fault, and no change.
        if any(begun <= one <= now for one in (status.st_mtime_ns, status.st_ctime_ns)):
            return ""
    return found


def page_of(job: Job, said: list[Diagnostic]) -> ComposedPage:
    """The page, with nothing wrong; what is doubtful is `said`."""
    job = _near(job)
    story = job.story.story() if isinstance(job.story, StoryMaker) else job.story
    options: Options = {**job.options}  # type: ignore[typeddict-item]
    page = finished(
        _fitted(story, job, options) if job.fits else draft(story, job.layout, **options)
    )
    said += page.diagnostics
    doubts = [one for one in page.diagnostics if one.severity is Severity.WARNING]
    if job.strict and doubts:
        raise NotMadeError("strict", ())
    return page


def _near(job: Job) -> Job:
    """The job with copies in place of what it names by URL. Raises `CallError`, `MachineError`."""
    named = [job.story, job.layout, *job.options.values()]
    named += [one for value in named if isinstance(value, list | tuple) for one in value]
    named += [one for value in named if isinstance(value, tuple) for one in value]
    if not any(isinstance(one, str) and "://" in one for one in named):
        return job
    from infographic.batch.stores import inputs

    return replaced(
        job,
        story=inputs.file_here(job.story),
        layout=inputs.file_here(job.layout),
        options=inputs.here(job.options),
    )


def _copies() -> ModuleType | None:
    """What knows of copies of objects; None where nothing was named by URL yet."""
    return sys.modules.get("infographic.batch.stores.inputs")


def _named(path: str) -> str:
    """A file's path, or the URL that it is a copy of."""
    copies = _copies()
    return path if copies is None else str(copies.named(path))


def _drafted(story: StoryLike, job: Job, options: Options) -> ComposedPage:
    return draft(story, job.layout, **options)


def _fitted(story: StoryLike, job: Job, options: Options) -> ComposedPage:
    """The page as `fit` finds it; of a layout that lets nothing be changed, as it is."""
    from infographic.loading.sheet.layouts import read_layout
    from infographic.page_fill import fit

    layout = settled_layout(read_layout(job.layout), options.get("font_path", ()))
    if layout.fit is None:
        return _drafted(story, job, options)
    return fit(story, job.layout, **options).page


def _files(job: Job, page: ComposedPage, name: str, said: list[Diagnostic]) -> list[Named]:
    """The files that a name stands for: itself, or one for each page or tile, and their words."""
    kind = format_of(name)
    known = {option.name for option in kind.options}
    options = {key: value for key, value in job.formats.items() if key in known}
    tiles = job.formats.get("tiles") if kind.is_picture else None
    made: list[Named] = []
    for path, piece in page.pieces(Path(name), tiles):
        _must_suit_the_press(piece, kind, options)
        data = kind.written(piece, options)
        made.append((path.as_posix(), data))
        if kind.is_picture:
            said += _too_large(piece, len(data))
            if job.formats.get("alt_text"):
                words = path.with_suffix(".alt.txt").as_posix()
                made.append((words, piece.alt_text().encode()))
    return made


def _must_suit_the_press(page: ComposedPage, kind: Format, options: dict[str, object]) -> None:
    if kind.is_for_press and not options.get("force"):
        faults = page.press_errors()
        if faults:
            raise NotMadeError("press", faults)


def _too_large(page: ComposedPage, size: int) -> list[Diagnostic]:
    """Whether the platforms take a picture of so many bytes."""
    from infographic.press.preflight.screen import file_too_large

    found = file_too_large(page.page, page.press, size)
    return [replaced(one, layout=page.layout) for one in found]
