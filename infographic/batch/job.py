"""What is asked of a batch, and what came of it: values that travel between processes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Protocol, runtime_checkable

from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.record import field, record

if TYPE_CHECKING:
    from infographic.foundation.datum import Node
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
    """Of its bytes, as an output's; "" where it could not be read any more."""


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
