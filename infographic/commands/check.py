"""`infographic check`: everything wrong or doubtful with a story in its layouts, or with a PDF."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Union

import click

from infographic.commands.shared.exit_codes import BAD_INPUT, MACHINE, MADE, SOME_FAILED
from infographic.commands.shared.filling import with_hint
from infographic.commands.shared.guard import guard, named_by
from infographic.commands.shared.mend import as_it_stands, target_of
from infographic.commands.shared.mend import mend as write_mended
from infographic.commands.shared.names import FileName, expanded, one_for_each
from infographic.commands.shared.options import (
    StoryOptions,
    faults_of_several,
    reaching,
    story_options,
)
from infographic.commands.shared.preflight import (
    PROOF_PPI,
    counted,
    files_of,
    passes,
    stopped,
    write_proof,
)
from infographic.commands.shared.say import Say
from infographic.commands.shared.story_faults import doubtful_data
from infographic.foundation.diagnostics import Diagnostic, MachineError, Severity, SpecError, errors
from infographic.foundation.files import write_whole
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import label

if TYPE_CHECKING:
    from infographic.composed import ComposedPage
    from infographic.display.ledger import LedgerEntry
    from infographic.foundation.datum import Node

Entries = dict[str, list[dict[str, object]]]
"""For each layout, its frames of words as `--diagnostics json` has them."""
Draft = Union["ComposedPage", SpecError]
"""A page though not everything fits, or why there is none."""
DEFAULT_PRESS = "newsprint"
"""For a PDF, which names none that we know."""


@click.command("check")
@click.argument(
    "stories",
    metavar="STORY…",
    nargs=-1,
    required=True,
    type=click.Path(path_type=str, readable=False),
)
@click.option("--proof-png", "proof", type=FileName(".png"), metavar="PATH",
              help="Write the page as a PNG with every fault of the preflight ringed; “{layout}” "
              "in it stands for the layout's name.")  # fmt: skip
@click.option("--overlay", type=FileName(".png"), metavar="PATH",
              help="Write the page as a PNG with its grid, frames and overset marks, though not "
              "everything fits; “{layout}” in it stands for the layout's name.")  # fmt: skip
@click.option(
    "--mend",
    is_flag=True,
    help="Write the story with its texts corrected (straight quotes, half-width marks, "
    "HTML …; docs/copy-lint.md), every other character as it was, and check that.",
)
@click.option("-o", "--output", type=FileName(".json"), metavar="PATH",
              help="With --mend: the file to write to, in place of STORY itself.")  # fmt: skip
@click.option(
    "--look",
    is_flag=True,
    help="Measure how each page looks (rank, holes, masses, type on a phone …; docs/design.md, "
    "“The grammar”), and say what does not hold, as notes.",
)
@story_options
def check(
    stories: tuple[str, ...], proof: str | None, overlay: str | None, mend: bool,
    output: str | None, look: bool, given: StoryOptions,
) -> int:  # fmt: skip
    """Say everything wrong or doubtful with STORY in its layouts, or with a PDF for its press.

    Of several stories each is checked, whatever is wrong with the others; --diagnostics json has
    what came of each by its name in “stories”.
    """
    if len(stories) > 1 and (proof or overlay or output):
        raise click.UsageError("--proof-png, --overlay and --output want one story, not several")
    say, results, several = given.say(), dict[str, Checked](), len(dict.fromkeys(stories)) > 1
    for story in dict.fromkeys(stories):
        if several:
            say.report(f"{story}:")
        target = target_of(story, output, mend)
        with reaching(story, given):
            try:
                results[story] = _checked_one(story, target, proof, overlay, look, given, say)
            except (SpecError, MachineError) as error:
                if not several:
                    raise
                results[story] = _stopped_by(error, say)
    if several:
        say.finish(stories={name: {"code": one.code, **one.told} for name, one in results.items()})
    else:
        say.finish(**results[stories[0]].told)
    return _code_of_all([one.code for one in results.values()])


class Checked(NamedTuple):
    """What came of one story."""

    code: int
    """What a check of it alone ends with."""
    told: dict[str, object]
    """What `--diagnostics json` has besides the diagnostics."""


def _checked_one(
    story: str, target: Path | None, proof: str | None, overlay: str | None, look: bool,
    given: StoryOptions, say: Say,
) -> Checked:  # fmt: skip
    if story.lower().endswith(".pdf"):
        if overlay is not None:
            raise click.UsageError("--overlay wants a story: a PDF has no frames")
        if look:
            raise click.UsageError("--look wants a story: a PDF does not say what its figures are")
        return check_file(story, given.press, proof, say, given.strict)
    return check_story(story, proof, overlay, given, say, target, look)


def _stopped_by(error: SpecError | MachineError, say: Say) -> Checked:
    """Say what stopped the check of one of several stories."""
    if isinstance(error, MachineError):
        say.machine(error, "")
        return Checked(MACHINE, {})
    say.diagnostics(error.diagnostics)
    return Checked(BAD_INPUT, {})


def _code_of_all(codes: Sequence[int]) -> int:
    """What a check of several ends with: of all alike that, else that some failed.

    >>> _code_of_all([0, 0]), _code_of_all([3, 3]), _code_of_all([0, 3]), _code_of_all([4, 3])
    (0, 3, 1, 4)
    """
    if len(set(codes)) == 1 or MACHINE in codes:
        return max(codes)
    return SOME_FAILED


def check_story(
    story: str, proof: str | None, overlay: str | None, given: StoryOptions, say: Say,
    mended: Path | None = None, look: bool = False,
) -> Checked:  # fmt: skip
    """Say everything wrong or doubtful with a story, and which layouts it fits.

    `mended`: the file to write the corrected story to first; it is what is checked. `look`: say how
    each page looks, though not everything fits.
    """
    from infographic.copy_lint.rules import doubtful_copy
    from infographic.loading.sheet.layouts import shipped_layouts
    from infographic.subbing.rules import doubtful_figures

    before, node = (mended and as_it_stands(story)) or b"", given.read(story)
    allowed, told = allowed_in_all(given), dict[str, object]()
    if mended is not None:
        node, counts = write_mended(node, mended, allowed, given, say, before)
        told["mended"] = counts
    asked, entries = bool(given.layouts), Entries()
    names = given.layouts or shipped_layouts()
    one_for_each(names, overlay, proof)
    wrong = faults_of_several(node, names, given)
    say.diagnostics(wrong)
    doubts = doubtful_figures(node)
    say.diagnostics(doubts, notes=True)
    say.diagnostics(doubtful_copy(node, allowed), notes=True)
    fits, is_set, looks = list[str](), False, list[dict[str, object]]()
    drafts: Iterable[Draft] = (drafted(node, name, given) for name in names)
    if overlay is not None or proof is not None:
        # All of them first: what one page is written to may be what another is made from.
        drafts = list(drafts)
        guard_drafts(drafts, overlay, proof, node, given)
    for name, draft in zip(names, drafts, strict=True):
        is_set = is_set or not isinstance(draft, SpecError)
        page = checked(draft, name, given, asked or given.verbose, overlay, say, entries)
        if look and not isinstance(draft, SpecError):
            looks += say_look(draft, node, say)
        if page is not None and not passes(page, say, given.strict, proof):
            say.report(label("fits-no-press", name), "red")
        elif page is not None:
            fits.append(name)
            say.report(label("fits", name), "green")
        elif isinstance(draft, SpecError):
            say.report(label("cannot-be-made", name), "yellow")
        else:
            say.report(label("fits-not", name), "yellow")
    if not is_set:
        # Each page says it of its own; here none is.
        say.diagnostics(doubtful_data(node, given.composing(), allowed), notes=True)
    if look:
        told["look"] = looks
    told |= {"fits": fits, "ledger": entries}
    return Checked(_code(given, doubts, wrong, fits, names), told)


def _code(
    given: StoryOptions, doubts: Sequence[Diagnostic], wrong: Sequence[Diagnostic],
    fits: Sequence[str], names: Sequence[str],
) -> int:  # fmt: skip
    """What the check of a story ends with."""
    if given.strict and any(doubt.severity is not Severity.NOTE for doubt in doubts):
        return BAD_INPUT
    if given.layouts:
        return MADE if len(fits) == len(names) else BAD_INPUT
    if fits and errors(wrong):
        return SOME_FAILED
    return MADE if fits else BAD_INPUT


def say_look(draft: ComposedPage, story: Node, say: Say) -> list[dict[str, object]]:
    """Say what of the look of a layout's pages does not hold; all measures, for JSON."""
    from infographic.looks import looks_of

    looks = looks_of(draft, story)
    for one in looks:
        say.diagnostics(one.notes, notes=True)
        for line in one.said.split("\n"):
            say.report(line)
    return [one.as_dict() for one in looks]


def allowed_in_all(given: StoryOptions) -> frozenset[str]:
    """The codes of copy lint that --allow or every layout that was asked for switches off."""
    from infographic.loading.sheet.layouts import read_layout
    from infographic.options import codes_allowed
    from infographic.pipeline import settled_layout

    allowed = []
    for name in given.layouts:
        with suppress(SpecError):
            allowed.append(settled_layout(read_layout(name), given.font_path).unlinted)
    common = frozenset.intersection(*allowed) if allowed else frozenset()
    return common.union(codes_allowed(given.allow))


def drafted(story: Node, layout: str, given: StoryOptions) -> Draft:
    from infographic.pipeline import draft

    try:
        page = draft(story, layout, **given.composing())
    except SpecError as error:
        return error
    faults = [fault for one in page.pages for fault in one.picture_faults()]
    return SpecError([*page.diagnostics, *faults]) if faults else page


def guard_drafts(
    drafts: Sequence[Draft], overlay: str | None, proof: str | None, story: Node,
    given: StoryOptions,
) -> None:  # fmt: skip
    """Nothing that may be written is read, or written twice."""
    pages = [one for one in drafts if not isinstance(one, SpecError)]
    are_all = len(pages) == len(drafts)
    of_others = () if are_all else named_by(story, given.layouts, given.font_path, given.press)
    files = [file for page in pages for name in (overlay, proof) for file in files_of(page, name)]
    guard(
        [file for file in files if file is not None],
        [*(file for page in pages for file in page.inputs), *of_others],
    )


def checked(
    draft: Draft,
    name: str,
    given: StoryOptions,
    asked: bool,
    overlay: str | None,
    say: Say,
    entries: Entries,
) -> ComposedPage | None:
    """The composed page, or None after saying what is wrong; its frames and its overlay before.

    They are said of a page that is overset, too: that is when they are wanted. `name` is how the
    layout was named; `asked`: say the ledger, and notes.
    """
    from infographic.display.ledger import ledger
    from infographic.pipeline import finished

    if isinstance(draft, SpecError):
        say.diagnostics(draft.diagnostics)
        return None
    page = draft
    try:
        if asked:
            found = [entry for one in page.pages for entry in ledger(one.page)]
            entries[page.layout] = [entry.as_dict() for entry in found]
            for entry in found:
                if entry.tally.said != "满":
                    say.report(line_of(page.layout, entry))
        for one, target in zip(page.pages, files_of(page, overlay), strict=True):
            if target is not None:
                write_whole(target, one.overlay())
                say.progress(f"{target}")
        finished(page)
    except SpecError as error:
        say.diagnostics(with_hint(error.diagnostics, name, given))
        return None
    say.diagnostics(page.diagnostics, notes=asked)
    doubtful = [d for d in page.diagnostics if d.severity is not Severity.NOTE]
    return None if given.strict and doubtful else page


def line_of(layout: str, entry: LedgerEntry) -> str:
    """`square: text /lead 超12字  shorten by 12 characters`"""
    words = f"{entry.name} {entry.origin.pointer} {entry.tally.said}"
    return f"{layout}: {words}  {entry.tally.remedy}".rstrip()


def check_file(
    name: str, press: str | None, proof: str | None, say: Say, strict: bool
) -> Checked:  # fmt: skip
    """Say everything wrong or doubtful in a PDF for its press. Raises `SpecError` for none."""
    from infographic.loading.reading.source import bytes_of
    from infographic.press.inspect.run import inspect
    from infographic.profiles import press_profile, profile_files

    profile = press_profile(press or DEFAULT_PRESS)
    data = bytes_of(Path(name))
    target = None if proof is None else Path(expanded(proof, Path(name).stem))
    if target is not None:
        guard([target], [Path(name), *profile_files(press or DEFAULT_PRESS)])
    findings = inspect(data, name, profile)
    say.diagnostics(findings)
    if target is not None:
        write_proof(target, _picture_of_file(data), findings, PROOF_PPI, say)
    passed = not stopped(findings, strict)
    said = "may-be-printed" if passed else "must-not-be-printed"
    say.report(label(said, name, profile.name, counted(findings)))
    return Checked(MADE if passed else BAD_INPUT, {"press": profile.name, "passed": passed})


def _picture_of_file(data: bytes) -> bytes:
    from infographic.backends.overlay.rings import picture_of
    from infographic.press.inspect.file import sheet_and_trim

    sheet, trim = sheet_and_trim(data)
    return picture_of(data, trim, sheet, PROOF_PPI)
