"""A headline some of whose Han come from another face or weight than the rest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from infographic.copy_lint.findings import Finding, is_han
from infographic.copy_lint.said import diagnostic
from infographic.copy_lint.texts import unmarked_with_places
from infographic.display.items import GlyphRun, TextLine
from infographic.display.page import Page
from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.font import Face
from infographic.foundation.sayings import Saying, say
from infographic.text.markup import read_markup
from infographic.text.strays import hans
from infographic.text.style import Part


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
