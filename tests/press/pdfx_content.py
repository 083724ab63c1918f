"""A content stream read as a press would: what is painted, in which inks, with which state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import pikepdf

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
COLOR_OPERATORS = {
    "g": ("DeviceGray", False),
    "G": ("DeviceGray", True),
    "rg": ("DeviceRGB", False),
    "RG": ("DeviceRGB", True),
    "k": ("DeviceCMYK", False),
    "K": ("DeviceCMYK", True),
}
KNOWN = frozenset(
    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K"  # noqa: SIM905
    " k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w"
    " W W* y ' \" INLINE IMAGE".split(" ")
)
PATH_PAINTING = {"f": "f", "F": "f", "f*": "f", "S": "s", "s": "s"} | dict.fromkeys(
    ("B", "B*", "b", "b*"), "fs"
)


class Ink(NamedTuple):
    space: str
    """“DeviceCMYK”, or “Separation NAME”."""
    values: tuple[float, ...]


BLACK = Ink("DeviceGray", (0.0,))


@dataclass
class State:
    ctm: Matrix = IDENTITY
    fill: Ink = BLACK
    stroke: Ink = BLACK
    width: float = 1.0
    overprints: tuple[bool, bool, int] = (False, False, 0)
    """For fills (op), for strokes (OP), and the mode."""
    font: str = ""
    size: float = 0.0
    clip: tuple[float, float, float, float] | None = None
    extra: dict[str, str] = field(default_factory=dict)
    """Whatever else an ExtGState set: ca, BM, SMask …"""


class Painted(NamedTuple):
    """One act of painting."""

    kind: str
    """“text”, “fill”, “stroke” or “image”."""
    ink: Ink
    overprints: bool
    mode: int
    bounds: tuple[float, float, float, float]
    """In the sheet's points, y upwards; of text its start only."""
    weight: float
    """Of a stroke, its width; of a fill, its shorter side; of text, its size."""
    name: str = ""
    """The font's or the picture's."""
    codes: bytes = b""


@dataclass
class Content:
    painted: list[Painted] = field(default_factory=list)
    spaces: set[str] = field(default_factory=set)
    unknown: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    """Names that no resource has."""
    unbalanced: list[str] = field(default_factory=list)
    intents: list[str] = field(default_factory=list)
    deepest: int = 0


def times(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def moved(x: float, y: float, m: Matrix) -> tuple[float, float]:
    return x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]


def read_content(page: pikepdf.Page) -> Content:
    return _Reader(page).read()


class _Reader:
    def __init__(self, page: pikepdf.Page) -> None:
        self.page, self.resources = page, page.resources
        self.content = Content()
        self.state, self.stack = State(), list[State]()
        self.points: list[tuple[float, float]] = []
        self.text: Matrix = IDENTITY
        self.in_text, self.marked, self.clips = False, 0, False

    def read(self) -> Content:
        for instruction in pikepdf.parse_content_stream(self.page):
            operands = list(instruction.operands)
            self.one(str(instruction.operator), operands)
        if self.stack:
            self.content.unbalanced.append(f"{len(self.stack)} q without Q")
        if self.in_text or self.marked:
            self.content.unbalanced.append("BT or BDC without its end")
        return self.content

    def resource(self, kind: str, name: Any) -> Any:
        entry = self.resources.get(kind, {}).get(str(name))
        if entry is None:
            self.content.missing.append(f"{kind} {name}")
        return entry

    def one(self, operator: str, values: list[Any]) -> None:
        state, content = self.state, self.content
        if operator not in KNOWN:
            content.unknown.append(operator)
        match operator:
            case "q":
                self.stack.append(replace(state, extra=dict(state.extra)))
                content.deepest = max(content.deepest, len(self.stack))
            case "Q":
                if self.stack:
                    self.state = self.stack.pop()
                else:
                    content.unbalanced.append("Q without q")
            case "cm":
                state.ctm = times(tuple(map(float, values)), state.ctm)  # type: ignore[arg-type]
            case "w":
                state.width = float(values[0])
            case "ri":
                content.intents.append(str(values[0]).lstrip("/"))
            case "gs":
                self.graphics_state(values[0])
            case "k" | "K" | "g" | "G" | "rg" | "RG":
                space, is_stroke = COLOR_OPERATORS[operator]
                self.color(Ink(space, tuple(map(float, values))), is_stroke)
            case "cs" | "CS":
                self.color(Ink(self.space(values[0]), (1.0,)), operator == "CS")
            case "scn" | "sc" | "SCN" | "SC":
                was = state.stroke if operator.isupper() else state.fill
                shade = tuple(float(v) for v in values if not isinstance(v, pikepdf.Name))
                self.color(Ink(was.space, shade), operator.isupper())
            case "sh":
                self.resource("/Shading", values[0])
            case "m" | "l":
                self.points.append(moved(float(values[0]), float(values[1]), state.ctm))
            case "c" | "v" | "y":
                pairs = zip(values[0::2], values[1::2], strict=True)
                self.points += [moved(float(x), float(y), state.ctm) for x, y in pairs]
            case "re":
                x, y, w, h = map(float, values)
                corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
                self.points += [moved(*corner, state.ctm) for corner in corners]
            case "W" | "W*":
                self.clips = True
            case "n":
                self.end_path()
            case _ if operator in PATH_PAINTING:
                self.paint_path(PATH_PAINTING[operator])
            case "BT" | "ET":
                if self.in_text == (operator == "BT"):
                    content.unbalanced.append(operator)
                self.in_text, self.text = operator == "BT", IDENTITY
            case "BDC" | "BMC":
                self.marked += 1
            case "EMC":
                self.marked -= 1
            case "Tf":
                state.font, state.size = str(values[0]), float(values[1])
                self.resource("/Font", values[0])
            case "Td":
                self.text = times((1, 0, 0, 1, float(values[0]), float(values[1])), self.text)
            case "Tm":
                self.text = tuple(map(float, values))  # type: ignore[assignment]
            case "Tj" | "TJ":
                self.show(values[0])
            case "Do":
                self.draw(values[0])

    def space(self, name: Any) -> str:
        if str(name) in ("/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern"):
            return str(name).lstrip("/")
        entry = self.resource("/ColorSpace", name)
        if entry is None:
            return "missing"
        kind = str(entry[0]).lstrip("/") if isinstance(entry, pikepdf.Array) else str(entry)
        return f"{kind} {str(entry[1]).lstrip('/')}" if kind == "Separation" else kind

    def color(self, ink: Ink, is_stroke: bool) -> None:
        self.content.spaces.add(ink.space)
        if is_stroke:
            self.state.stroke = ink
        else:
            self.state.fill = ink

    def graphics_state(self, name: Any) -> None:
        entry = self.resource("/ExtGState", name) or {}
        fills, strokes, mode = self.state.overprints
        if "/OP" in entry:
            strokes = bool(entry["/OP"])
            fills = strokes if "/op" not in entry else fills
        if "/op" in entry:
            fills = bool(entry["/op"])
        mode = int(entry.get("/OPM", mode))
        self.state.overprints = (fills, strokes, mode)
        for key in ("/ca", "/CA", "/BM", "/SMask"):
            if key in entry:
                self.state.extra[key] = str(entry[key])

    def end_path(self) -> None:
        if self.clips and self.points:
            self.state.clip = around(self.points)
        self.points, self.clips = [], False

    def paint_path(self, how: str) -> None:
        fills, strokes, mode = self.state.overprints
        if self.points:
            box = around(self.points)
            side = min(box[2] - box[0], box[3] - box[1])
            if "f" in how:
                self.add("fill", self.state.fill, fills, mode, box, side)
            if "s" in how:
                self.add("stroke", self.state.stroke, strokes, mode, box, self.state.width)
        self.end_path()

    def show(self, value: Any) -> None:
        parts = [value] if isinstance(value, pikepdf.String) else list(value)
        codes = b"".join(bytes(p) for p in parts if isinstance(p, pikepdf.String))
        x, y = moved(0, 0, times(self.text, self.state.ctm))
        fills, _, mode = self.state.overprints
        state = self.state
        self.add("text", state.fill, fills, mode, (x, y, x, y), state.size, state.font, codes)

    def draw(self, name: Any) -> None:
        self.resource("/XObject", name)
        corners = [moved(x, y, self.state.ctm) for x in (0, 1) for y in (0, 1)]
        fills, _, mode = self.state.overprints
        self.add("image", self.state.fill, fills, mode, around(corners), 0.0, str(name))

    def add(
        self, kind: str, ink: Ink, overprints: bool, mode: int,
        bounds: tuple[float, float, float, float], weight: float, name: str = "",
        codes: bytes = b"",
    ) -> None:  # fmt: skip
        clip = self.state.clip
        if clip is not None and kind != "text":
            left, low = max(bounds[0], clip[0]), max(bounds[1], clip[1])
            bounds = left, low, min(bounds[2], clip[2]), min(bounds[3], clip[3])
        self.content.spaces.add(ink.space) if kind != "image" else None
        self.content.painted.append(
            Painted(kind, ink, overprints, mode, bounds, weight, name, codes)
        )


def around(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def of_kind(content: Content, kind: str) -> Iterator[Painted]:
    return (one for one in content.painted if one.kind == kind)
