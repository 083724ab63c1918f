"""bind_pages(): many editions as one PDF. All are made and judged before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from infographic.backends.pdf.several import PdfPages
from infographic.backends.pdf.write import Intent
from infographic.batch.job import Job
from infographic.batch.making import NotMadeError, page_of
from infographic.batch.pages.overset import Longest
from infographic.batch.pages.placing import Leaf, PagedRecord, a_page_each, on_sheets
from infographic.batch.rows import Row
from infographic.composed import ComposedPage
from infographic.foundation import limits
from infographic.foundation.calls import CALL, CallError, no_file
from infographic.foundation.diagnostics import Diagnostic, MachineError, Severity, SpecError
from infographic.foundation.files import spare, write_all
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import Saying, say
from infographic.outputs import format_of
from infographic.press.imposition import SheetSpec
from infographic.press.profile import PressProfile


@record
class Record:
    """One edition to be bound: a job (its `files` do not matter), and its row."""

    job: Job
    row: Row | None = None
    """What it is made of; of what does not fit the cells are told that are too long."""
    group: str = ""
    """What it stands under in the bookmarks: its county, its category."""


@record
class Binding:
    """How editions are bound."""

    sheet: SheetSpec | None = None
    """How several stand on a sheet; None for a page each."""
    breaks: bool = False
    """Where another group begins, another sheet does."""
    title: str = ""
    """The document's, said beside a sheet's marks too; else the file's name without its ending."""
    labels: Literal["numbers", "ids"] = "numbers"
    """What viewers call the pages."""
    skips_faulty: bool = False
    """What is wrong is left out, and named; otherwise nothing is made."""


@record
class Faulty:
    """A record that is not in the file, and why: what did not fit is said with its characters."""

    record: Record
    diagnostics: tuple[Diagnostic, ...]


@record
class Bound:
    """What came of it."""

    data: bytes | None
    """The file; None where something was wrong and nothing is left out."""
    pages: int = 0
    records: int = 0
    """How many stand in the file."""
    faulty: tuple[Faulty, ...] = ()
    doubtful: tuple[Faulty, ...] = ()
    """Those that stand in the file, with what is doubtful of them."""
    inputs: frozenset[Path] = frozenset()
    """Every file that it is made from."""


def bind_pages(records: Iterable[Record], file: str | Path, binding: Binding) -> Bound:
    """Make all editions, and of them the bytes of a PDF of the kind that `file` is named for:
    “.pdf” for the press, “.screen.pdf” tagged, in sRGB. `file` is not written.

    The same records give the same bytes. Raises `CallError` for a file of another kind and for
    more pages than the limit “batch-pages”, `SpecError` for what concerns all records: a press
    that takes one page a file, a sheet that they do not fit on.
    """
    intent = _intent_of(file)
    binding = replaced(binding, title=binding.title or Path(file).name.partition(".")[0])
    making = _Making(intent, binding)
    made = making.made(records)
    leaves = (
        a_page_each(made)
        if binding.sheet is None
        else on_sheets(made, binding.sheet, breaks=binding.breaks, title=binding.title)
    )
    writer = _written(leaves, making, binding)
    if making.count == 0 and not making.faulty:
        raise _refused(say("pages-none"))
    stands = writer is not None and (binding.skips_faulty or not making.faulty)
    return Bound(
        writer.to_bytes() if stands and writer is not None else None,
        writer.count if stands and writer is not None else 0,
        making.count if stands else 0,
        tuple(making.told()),
        tuple(making.doubtful),
        frozenset(making.inputs),
    )


def bind_to_file(records: Iterable[Record], file: Path, binding: Binding) -> Bound:
    """As `bind_pages`, and the file is written, whole or not at all. Raises `MachineError` where
    it cannot be, and `SpecError` where it would be written over what it is made from."""
    bound = bind_pages(records, file, binding)
    if bound.data is not None:
        spare(sorted(bound.inputs), [file])
        write_all([(file, bound.data)])
    return bound


def _intent_of(file: str | Path) -> Intent:
    kind = format_of(str(file)).name
    if kind not in ("print PDF", "screen PDF"):
        raise no_file(say("pages-file", file=str(file)))
    return Intent.SCREEN if kind == "screen PDF" else Intent.PRINT


def _written(leaves: Iterator[Leaf], making: _Making, binding: Binding) -> PdfPages | None:
    """The pages written as they come; once something is wrong they are only looked at."""
    writer: PdfPages | None = None
    most = limits.most("batch-pages")
    for leaf in leaves:
        if making.faulty and not binding.skips_faulty:
            continue
        page = leaf.page
        if writer is None:
            title, language = binding.title, page.language
            writer = PdfPages(making.intent, making.press, title=title, language=language)
        if writer.count >= most:
            raise _refused(say("pages-many", most=most))
        label = " ".join(one.title for one in leaf.bookmarks) if binding.labels == "ids" else ""
        writer.add(page, leaf.bookmarks, label)
    return writer


class _Making:
    """Records as they are made, one after another."""

    def __init__(self, intent: Intent, binding: Binding) -> None:
        self.intent, self.binding = intent, binding
        self.press: PressProfile | None = None
        self.count = 0
        self.faulty: list[Faulty] = []
        self.doubtful: list[Faulty] = []
        self.inputs: set[Path] = set()
        self._longest = Longest()

    def made(self, records: Iterable[Record]) -> Iterator[PagedRecord]:
        for one in records:
            said: list[Diagnostic] = []
            page: ComposedPage | None = None
            try:
                page = page_of(one.job, said)
                faults = self._press_faults(page)
            except (NotMadeError, SpecError, MachineError) as error:
                if isinstance(error, CallError):
                    raise
                page, faults = None, [*error.diagnostics]
            if page is None or faults:
                self.faulty.append(Faulty(one, tuple(dict.fromkeys((*said, *faults)))))
                continue
            self.inputs.update(page.inputs)
            self.count += 1
            self._longest.fits(one.row)
            doubts = tuple(each for each in said if each.severity is Severity.WARNING)
            if doubts:
                self.doubtful.append(Faulty(one, doubts))
            yield PagedRecord(
                one.job.id or str(self.count),
                tuple(each.page for each in page.pages),
                one.group,
                self._bleed_of(page),
            )

    def told(self) -> Iterator[Faulty]:
        """What is wrong, once it is known what fits."""
        for one in self.faulty:
            found = self._longest.told(one.record.row, one.diagnostics)
            yield Faulty(one.record, found)

    def _press_faults(self, page: ComposedPage) -> list[Diagnostic]:
        """Why its press will not take a record. Raises `CallError` where it takes none at all."""
        if self.intent is Intent.SCREEN:
            return []
        press = page.press
        if self.press is None:
            if not press.takes_several:
                raise _refused(say("pages-press", press=press.name))
            self.press = press
        elif press != self.press:
            raise _refused(say("pages-press/other", press=press.name, first=self.press.name))
        return [fault for each in page.pages for fault in each.press_errors()]

    def _bleed_of(self, page: ComposedPage) -> float | None:
        if self.press is None:
            return None
        return page.page.bleed if self.press.bleed is None else self.press.bleed


def _refused(saying: Saying) -> CallError:
    return CallError([Diagnostic(saying, CALL)])
