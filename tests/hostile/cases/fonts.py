"""Fonts: those of `tests/hostile_fonts`, files that are none, and roles that name too many."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping

from hostile.case import HEADLINE, TESTS, Case, Content, layout, stack

sys.path.insert(0, str(TESTS / "hostile_fonts"))
from font_mutations import put_together, taken_apart
from made_fonts import MADE

CALL = ("render", "story.json", "-l", "small.json", "-o")
STORY = {"headline": "aAg国，12" + "a" * 40}
SQUARE = (TESTS / "fonts" / "square.ttf").read_bytes()


def page(face: object, **more: Content) -> dict[str, Content]:
    """A page in one face; its axes are set where it has any."""
    return {
        "story.json": STORY,
        "small.json": {**layout(stack(HEADLINE)), "fonts": {"f": face}},
        **more,
    }


def _file(name: str) -> Callable[[], bytes]:
    return lambda: put_together(MADE[name][0]())


def collection(*places: int, count: int | None = None) -> bytes:
    number = len(places) if count is None else count
    head = (
        b"ttcf\0\1\0\0"
        + number.to_bytes(4, "big")
        + b"".join(one.to_bytes(4, "big") for one in places)
    )
    return head + SQUARE


FILES: Mapping[str, bytes] = {
    "empty.ttf": b"",
    "words.ttf": b"a font",
    "head-alone.ttf": SQUARE[:12],
    "directory-alone.ttf": SQUARE[:300],
    "half.ttf": SQUARE[: len(SQUARE) // 2],
    "all-but-a-byte.ttf": SQUARE[:-1],
    "zeros.ttf": bytes(5_000),
    "noise.ttf": b"\0\1\0\0" + bytes(n * 193 % 256 for n in range(5_000)),
    "tables-65535.ttf": b"\0\1\0\0\xff\xff" + SQUARE[6:],
    "tables-none.ttf": b"\0\1\0\0\0\0" + SQUARE[6:],
    "web.woff": b"wOFF\0\1\0\0" + bytes(40),
    "web.woff2": b"wOF2\0\1\0\0" + bytes(40),
    "postscript.pfb": b"\x80\x01\x10\0\0\0%!PS-AdobeFont-1.0" + bytes(40),
    "bitmaps.ttf": b"STARTFONT 2.1\nCHARS 99999999\n",
    "picture.ttf": b"\x89PNG\r\n\x1a\n" + bytes(40),
    "collection-of-none.ttc": collection(),
    "collection-nowhere.ttc": collection(2**32 - 1),
    "collection-of-itself.ttc": collection(0),
    "collection-of-a-million.ttc": collection(20, count=1_000_000),
}
FACES: Mapping[str, object] = {
    "index-200": {"face": "square.ttf", "index": 200},
    "index-below-0": {"face": "square.ttf", "index": -1},
    "axis-unknown": {"face": "square.ttf", "axes": {"wght": 600}},
    "axis-of-1e308": {"face": "square.ttf", "axes": {"wght": 1e308}},
    "axes-10000": {"face": "square.ttf", "axes": {f"a{n}": 1 for n in range(10_000)}},
    "axis-name-odd": {"face": "square.ttf", "axes": {"\x1b[31m\0": 1}},
    "role-empty": {"han": []},
    "role-of-lists": {"han": [[["square.ttf"]]]},
    "face-a-number": 7,
    "chain-200": {"han": ["square.ttf"] * 200},
}


def _cases() -> Iterator[Case]:
    for name, (_, refused, _) in MADE.items():
        axes = {"wght": 900} if any(word in name for word in ("axes", "movements")) else {}
        files = page({"face": "made.ttf", "axes": axes}, **{"made.ttf": _file(name)})
        code = (refused or "").partition("/")[0]
        yield Case(
            f"font-{name.replace(' ', '-')}",
            files,
            (*CALL, "page.pdf"),
            3 if refused else 0,
            code,
            makes=("page.pdf",),
        )
    for name, data in FILES.items():
        yield Case(f"font-{name}", page(name, **{name: data}), (*CALL, "page.svg"), 3)
    for name, face in FACES.items():
        yield Case(f"font-{name}", page(face), (*CALL, "page.png"), (0, 3), makes=("page.png",))
    no_tables = put_together(
        {k: v for k, v in taken_apart(SQUARE).items() if k in ("cmap", "head")}
    )
    yield Case("font-told-of-two-tables", {"a.ttf": no_tables}, ("fonts", "a.ttf"), (0, 3))


CASES = tuple(_cases())
