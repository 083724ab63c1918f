"""What is asked of a batch, and what came of it: values that travel between processes."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import TYPE_CHECKING, Any, Literal, Protocol, runtime_checkable

from infographic.foundation.calls import must_be, one_of
from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.record import field, record
from infographic.foundation.sayings import say

if TYPE_CHECKING:
    from infographic.options import LayoutLike, StoryLike

Failure = Literal["", "input", "press", "strict", "machine", "time", "memory", "crash", "cancelled"]
"""Why nothing was made: the story or layout is wrong, the press will not take the page, a warning
under `strict`, the disk or store will not, too long, too much memory, the process died, or it was
not begun any more. "" where all was made."""
AGAIN: frozenset[Failure] = frozenset({"machine", "time", "memory", "crash", "cancelled"})
"""What may come to something else when it is tried again."""


@runtime_checkable
class StoryMaker(Protocol):
    """A story that is made where the job is done: a template and a row.

    It must pickle, and small: it goes with each job.
    """

    def story(self) -> Node:
        """The story. Raises `SpecError`."""
        ...


@record
class Job:
    """One story in one layout, and the files that are made of it: all of them or none."""

    story: StoryLike | StoryMaker
    """A file, a dict, or what makes one."""
    layout: LayoutLike
    """A shipped layout's name, the path of a file that ends in “.json”, or a dict."""
    files: tuple[str, ...]
    """Their names in the store, with “/” between folders; the kind follows from the ending."""
    id: str = ""
    """What the caller calls it, in results and reports: a row's id."""
    options: Mapping[str, Any] = field(default_factory=dict)
    """Those of `compose`: font_path, root, allow, press, values, data."""
    formats: Mapping[str, Any] = field(default_factory=dict)
    """Those of the formats, as `ComposedPage.save` takes them (scale, ppi, quality, max_bytes …),
    each for the files that take it; and “tiles”, “alt_text”, of pictures."""
    fits: bool = False
    """Change the layout as far as its “fit” allows until the story fills it."""
    strict: bool = False
    """Make nothing where there is a warning."""

    def __post_init__(self) -> None:
        """Raises `CallError` for a field of another type and for an option that there is none of.
        What its story and layout say is looked at when it is done."""
        _must_be_right(self)


def _must_be_right(job: Job) -> None:
    # Late: a program that has results alone needs none of it.
    from infographic.options import ComposeOptions, Options, must_be_right
    from infographic.outputs import options as format_options

    must_be(_is_story(job.story), "story", say("phrase/story-like"), job.story)
    must_be(_is_layout(job.layout), "layout", say("phrase/layout-like"), job.layout)
    are_names = isinstance(job.files, tuple) and all(isinstance(one, str) for one in job.files)
    must_be(are_names, "files", say("phrase/tuple-of-names"), job.files)
    must_be(isinstance(job.id, str), "id", say("phrase/text"), job.id)
    for name, given in (("options", job.options), ("formats", job.formats)):
        must_be(isinstance(given, Mapping), name, say("phrase/a-dict"), given)
    for name, flag in (("fits", job.fits), ("strict", job.strict)):
        must_be(isinstance(flag, bool), name, say("phrase/true-or-false"), flag)
    if job.options:
        known = Options if job.fits else ComposeOptions
        for name in job.options:
            one_of(name, "options", tuple(known.__annotations__))
        must_be_right(job.options, known, "Job")
    if job.formats:
        takes = (*format_options(), *OF_ALL_FORMATS)
        for name in job.formats:
            one_of(name, "formats", takes)


OF_ALL_FORMATS = ("tiles", "alt_text")
"""What may be asked of pictures beside the formats' own options."""


def _is_story(story: object) -> bool:
    return isinstance(story, str | PathLike | Mapping | Node | StoryMaker)


def _is_layout(layout: object) -> bool:
    return isinstance(layout, str | PathLike | Mapping) or hasattr(layout, "stamps")


@record
class Output:
    """A file that was made."""

    name: str
    """In the store."""
    size: int
    """In bytes."""
    digest: str
    """BLAKE2b of its bytes, 32 hexadecimal digits."""


@record
class Input:
    """A file that something was made from."""

    path: str
    """Its whole path."""
    digest: str
    """Of its bytes, as an output's; "" where it could not be read any more, or was changed
    while the page was made."""


@record
class Result:
    """What came of a job."""

    job: Job
    outputs: tuple[Output, ...] = ()
    """In the order of the job's files; of one of several pages or tiles, each of them."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """All that is wrong or doubtful."""
    failure: Failure = ""
    message: str = ""
    """What a process said last that died; "" elsewhere."""
    inputs: tuple[Input, ...] = ()
    """Every file that it was made from; of what could not be made, () ."""
    seconds: float = 0.0
    """That the work took, in its process."""
    worker: str = ""
    """Who did it: a process's number, a cluster's worker."""
    tries: int = 1
    data: tuple[bytes, ...] = field(default=(), repr=False)
    """The outputs' bytes, where no store was given."""

    @property
    def is_made(self) -> bool:
        """Whether all of its files stand."""
        return not self.failure

    @property
    def warnings(self) -> int:
        return sum(one.severity is Severity.WARNING for one in self.diagnostics)
