"""The pages that we are asked for, by kind: how each is made of a story, as bytes."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from stories import BOOK_PAGES

from infographic.pipeline import compose

Story = dict[str, Any]
Paint = Callable[[Story], bytes]

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent / "examples"
SCREEN_PPI = 96.0


def pdf(layout: str) -> Paint:
    return lambda story: compose(story, layout).pdf("print")


def screen_pdf(layout: str) -> Paint:
    return lambda story: compose(story, layout).pdf("screen")


def png(layout: str, scale: float = 1.0, root: Path | None = None) -> Paint:
    more: dict[str, Any] = {} if root is None else {"root": root}
    return lambda story: compose(story, layout, **more).png(scale)


def broadsheet_on_screen() -> Paint:
    return lambda story: compose(story, "broadsheet").png(ppi=SCREEN_PPI)


def viewed(layout: str, scale: float) -> Paint:
    """What the studio's worker sends of a story that a view shows: what is new of its page."""
    import json

    from infographic.studio.worker.desk import Desk
    from infographic.studio.worker.jobs import draw

    desk, revision = Desk(HERE.parent), count(1)

    def paint(story: Story) -> bytes:
        sent: list[bytes] = []
        text = json.dumps(story, ensure_ascii=False, indent=2)
        given = {"view": "main", "revision": next(revision), "story": "data.json", "text": text,
                 "layout": layout, "scale": scale}  # fmt: skip
        draw.run(desk, given, lambda part: sent.extend(part.get("pictures", ())))
        return b"".join(sent)

    return paint


def fitted() -> Paint:
    from infographic.page_fill import fit

    return lambda story: fit(story, "broadsheet").page.pdf("print")


def pages_of(layout: str | dict[str, Any]) -> Paint:
    """All pages, each a PDF of its own."""
    return lambda story: b"".join(page.pdf("print") for page in compose(story, layout).pages)


def book_layout() -> dict[str, Any]:
    """A book's pages: one text that runs through all of them, two columns a page."""
    columns = {"columns": 2, "gutter": "page"}
    begins = {"type": "article", "thread": "book", "body": {"$data": "/body"},
              "style": "body", "lead_style": "lead", **columns}  # fmt: skip
    goes_on = {"type": "thread", "thread": "book", **columns}
    folio = {"type": "folio", "style": "folio", "left": {"$data": "/publication/name"}}
    return {
        "title": "Book",
        "extends": "families/daily",
        "press": "newsprint",
        "page": {"size": "A5", "margins": ["14mm", "12mm"], "columns": 2, "gutter": "6mm"},
        "pages": [
            {"number": str(number), "body": {
                "type": "stack", "rows": ["1fr", "auto"], "children": [
                    begins if number == 1 else goes_on, {**folio, "right": str(number)}]}}
            for number in range(1, BOOK_PAGES + 1)
        ],
    }  # fmt: skip


KINDS: dict[str, Callable[[], Paint]] = {
    "broadsheet": partial(pdf, "broadsheet"),
    "square": partial(png, "square"),
    "square-pdf": partial(screen_pdf, "square"),
    # Beside the process's folder, so that the page says the same wherever the checkout is.
    "article": partial(pdf, os.path.relpath(HERE / "article.json")),
    "charts-square": partial(png, "square", root=EXAMPLES / "communique"),
    "charts-panel": partial(png, "panel", root=EXAMPLES / "communique"),
    "fitted": fitted,
    "two-pages": partial(pages_of, os.path.relpath(EXAMPLES / "two-pages" / "layout.json")),
    "book": lambda: pages_of(book_layout()),
    "square-on-screen": partial(png, "square", 0.5),
    "broadsheet-on-screen": broadsheet_on_screen,
    "studio-square-0.5": partial(viewed, "square", 0.5),
    "studio-square-1": partial(viewed, "square", 1.0),
    "studio-square-2": partial(viewed, "square", 2.0),
    "studio-broadsheet-0.915": partial(viewed, "broadsheet", 0.915),
}
