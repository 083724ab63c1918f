"""Faces that give way to others: in a headline, where everybody sees it, and in all words that a
user's face is to set; and faces whose files are doubtful."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from infographic.copy_lint.findings import Finding, is_han
from infographic.copy_lint.said import diagnostic
from infographic.copy_lint.texts import unmarked_with_places
from infographic.display.items import GlyphRun, TextLine
from infographic.display.page import Page
from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, Severity, warned
from infographic.foundation.font import Face
from infographic.foundation.sayings import Saying, say
from infographic.text.markup import read_markup
from infographic.text.strays import hans
from infographic.text.style import FontStack, Part

LAST_LATIN = "\u0250"
MOST_SHOWN = 12
"""Characters."""


def headline_in_other_faces(headline: Node, pages: Sequence[Page]) -> list[Diagnostic]:
    """The headline's Han that no page sets in the face of the others beside them.

    Words that are marked may have a face of their own; of the others those of one size belong
    together.
    """
    copy, _ = read_markup(str(headline.value), headline.origin)
    marked = {c for span in copy.spans if span.part is not Part.PLAIN for c in span.text}
    fallen: dict[str, Face] = {}
    for page in pages:
        by_size: dict[float, list[GlyphRun]] = defaultdict(list)
        for run in _runs(page, headline.origin.pointer):
            by_size[run.size].append(run)
        for runs in by_size.values():
            fallen |= _odd_ones(runs, marked)
    if not fallen:
        return []
    text, places = unmarked_with_places(str(headline.value))
    found = [
        Finding("headline", places[at], places[at] + 1, _shown(character, fallen[character]))
        for at, character in enumerate(hans().get(c, c) for c in text)
        if character in fallen
    ]
    return [diagnostic(headline, "copy-face", "headline", found)] if found else []


def _runs(page: Page, pointer: str) -> Iterator[GlyphRun]:
    for placed in page.walk():
        if isinstance(placed.item, TextLine) and placed.origin.pointer == pointer:
            yield from (run for _, run in placed.item.runs)


def _odd_ones(runs: Iterable[GlyphRun], marked: set[str]) -> dict[str, Face]:
    """The Han of runs that are not in the face of most."""
    faces = Counter[Face]()
    own: dict[str, Face] = {}
    for run in runs:
        for text in run.texts:
            if text and text not in marked and is_han(text[0]):
                faces[run.face] += 1
                own[text] = run.face
    usual = faces.most_common(1)[0][0] if faces else None
    return {text: face for text, face in own.items() if face is not usual}


def _shown(character: str, face: Face) -> Saying:
    return say("phrase/from-face", found=character, face=face.name)


def doubtful_faces(stacks: Iterable[FontStack], pages: Sequence[Page]) -> list[Diagnostic]:
    """The faces on pages whose tables are not what their files say that they are."""
    used = {run.face for page in pages for run in _all_runs(page)}
    faces = dict.fromkeys(face for stack in stacks for face in (*stack.han, *stack.latin))
    return [
        warned(
            say("font-doubtful", file=face.path.name, tables=face.doubtful),
            Origin(Source(face.path.as_posix())),
        )
        for face in faces
        if face.doubtful and face in used
    ]


def faces_that_give_way(
    stacks: Iterable[FontStack], headline: Node, pages: Sequence[Page]
) -> list[Diagnostic]:
    """The faces that stand in for others, each with the characters that those lack.

    A shipped face that stands in is a warning, since nobody chose it; a user's own a note, and of
    the headline's Han `headline_in_other_faces` speaks.
    """
    listed = [*stacks]
    han = dict.fromkeys(stack.han[0] for stack in listed)
    letters = dict.fromkeys(face for stack in listed for face in (stack.latin[0], stack.figures[0]))
    fallen: dict[Face, dict[str, Origin]] = defaultdict(dict)
    for page in pages:
        for placed in page.walk():
            if not isinstance(placed.item, TextLine):
                continue
            is_headline = placed.origin.pointer == headline.origin.pointer
            for _, run in placed.item.runs:
                if run.face in han and run.face in letters:
                    continue
                for text in run.texts:
                    if _is_strange(text, run.face, han, letters) and not (
                        is_headline and is_han(text[0])
                    ):
                        fallen[run.face].setdefault(text, placed.origin)
    return [_gave_way(face, found, [*han, *letters]) for face, found in fallen.items()]


def _is_strange(text: str, face: Face, han: Collection[Face], letters: Collection[Face]) -> bool:
    """Whether a glyph's text is in no face that its kind has first, for want of it."""
    if not text or text.isspace():
        return False
    is_letter = text[0] < LAST_LATIN and text[0].isalnum()
    own = letters if is_letter else han if is_han(text[0]) else (*han, *letters)
    return face not in own and not all(one.covers(text[0]) for one in own)


def _gave_way(face: Face, found: Mapping[str, Origin], faces: Iterable[Face]) -> Diagnostic:
    shown = [*found][:MOST_SHOWN]
    lacking = dict.fromkeys(
        one.name for one in faces if not all(one.covers(text[0]) for text in shown)
    )
    saying = say("copy-face/words", own=[*lacking], found=shown, count=len(found), face=face.name)
    severity = Severity.WARNING if face.guard is None else Severity.NOTE
    return Diagnostic(saying, next(iter(found.values())), severity=severity)


def _all_runs(page: Page) -> Iterator[GlyphRun]:
    for placed in page.walk():
        if isinstance(placed.item, TextLine):
            yield from (run for _, run in placed.item.runs)
