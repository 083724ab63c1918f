"""A small picture of a file that was made."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Literal

from infographic.backends import pdfium
from infographic.batch.digests import digest_of
from infographic.batch.job import Output
from infographic.batch.stores import Store
from infographic.foundation.diagnostics import MachineError, SpecError

WIDTH, HEIGHT = 360, 480
"""In pixels, at most: of a screen of two pixels a point the sheet shows half of it."""
QUALITY = 72
PICTURES, DOCUMENTS = (".png", ".jpg", ".jpeg", ".webp"), (".pdf",)
State = Literal["", "missing", "changed", "unread"]
"""Of a file as it stands now, against the manifest: "" is as it was made."""


def shown_of(outputs: Sequence[Output]) -> Output | None:
    """Of a job's files that which shows best what it is: a picture, else a PDF."""
    for endings in (PICTURES, DOCUMENTS):
        for one in outputs:
            if one.name.lower().endswith(endings):
                return one
    return None


def thumbnail(output: Output, store: Store) -> tuple[bytes, State]:
    """A JPEG, b"" where there is none to be had, and how the file stands."""
    try:
        data = store.get(output.name)
    except (MachineError, SpecError):
        return b"", "unread"
    if data is None:
        return b"", "missing"
    state: State = "" if digest_of(data) == output.digest else "changed"
    # Late: a table of what was made does without Pillow.
    from PIL import Image

    try:
        return small(data, output.name), state
    except Image.DecompressionBombError:
        return b"", state
    except (OSError, ValueError, SyntaxError, MachineError):
        # Changed by somebody, and no picture any more.
        return b"", "unread"


def small(data: bytes, name: str) -> bytes:
    """A picture or a PDF's first page as a small JPEG. Raises what Pillow and PDFium raise."""
    from PIL import Image

    if name.lower().endswith(DOCUMENTS):
        with pdfium.opened(data) as document:
            page = document[0]
            scale = min(WIDTH / page.get_width(), HEIGHT / page.get_height())
            bitmap = page.render(scale=scale)
            picture = bitmap.to_pil()
            bitmap.close()
            page.close()
    else:
        # Of these kinds alone: a file that was changed is whatever somebody wrote.
        picture = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP"))
        picture.draft("RGB", (WIDTH, HEIGHT))
        picture.thumbnail((WIDTH, HEIGHT), Image.Resampling.BOX, reducing_gap=2.0)
    if picture.mode != "RGB":
        clear = picture.convert("RGBA")
        picture = Image.new("RGB", clear.size, "white")
        picture.paste(clear, mask=clear.getchannel("A"))
    made = io.BytesIO()
    picture.save(made, "JPEG", quality=QUALITY, optimize=True)
    return made.getvalue()
