"""Whether all tools set the same words: without that no time of theirs says anything.

    python same_words.py WORKSPACE

Each tool's PDF of each page is read back and its characters are counted, whatever their order
and the spaces between them. Exit status 1, with what is missing, where a peer's page has less
or more than `TOLERANCE` allows.
"""

from __future__ import annotations

import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import stories
from engines import ENGINES

PEERS = ("typst_source", "weasyprint")
TOLERANCE = {"broadsheet": 0.005, "square-pdf": 0.08, "article": 0.001}
"""Of a page's characters so many may be others, or missing. Peers number each missing picture,
and say a change in the story's own words where we say it in ours (此前, 如今); where our square
has no room for bars, theirs repeat two numbers: 10 of 193 characters."""


def words_of(pdf: bytes) -> Counter[str]:
    """How often each character stands in a PDF, spaces aside."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    # Of two characters with one glyph a tool may write back either.
    return Counter("".join(unicodedata.normalize("NFKC", text).split()))


def checked(workspace: Path, tools: tuple[str, ...]) -> Iterator[str]:
    """What is wrong, in words; what was compared goes to the error stream."""
    shipped = stories.shipped()
    told = {
        "as shipped": shipped,
        "changed numbers": stories.with_numbers(shipped, 1),
        "new text": stories.with_words(shipped, 1),
        "other text": stories.with_words(shipped, 2),
    }
    for kind, allowed in TOLERANCE.items():
        kinds = told if kind != "article" else {"as shipped": shipped}
        ours = ENGINES["infographic"](kind, workspace)
        peers = {name: ENGINES[name](kind, workspace) for name in tools if _has(name, kind)}
        for name, story in kinds.items():
            words = words_of(ours(story))
            for peer, paint in peers.items():
                theirs = words_of(paint(story))
                missing, more = words - theirs, theirs - words
                share = max(missing.total(), more.total()) / words.total()
                said = f"{kind}, {name}: {peer} has {theirs.total()} of {words.total()} characters"
                print(f"  {said}, {share:.2%} differ", file=sys.stderr)
                if share > allowed:
                    yield f"{said}, without {_said(missing)}, with {_said(more)}"


def _has(engine: str, kind: str) -> bool:
    return not (engine == "weasyprint" and kind == "article")


def _said(characters: Counter[str]) -> str:
    return "".join(sorted(characters.elements())) or "nothing"


def main() -> None:
    workspace, *tools = sys.argv[1:]
    wrong = list(checked(Path(workspace), tuple(tools) or PEERS))
    if wrong:
        sys.exit("the pages have not the same words:\n" + "\n".join(wrong))


if __name__ == "__main__":
    main()
