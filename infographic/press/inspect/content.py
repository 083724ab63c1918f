"""What a PDF's content streams paint: each piece of ink with its colour, size and place."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

from infographic.foundation.geometry import Rect
from infographic.press.inspect.colors import Ink, black_gray, initial_ink, ink_of
from infographic.press.inspect.fonts import FontInUse, font_in_use

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
MAX_DEPTH = 24
"""Forms inside forms; deeper is a circle or an attack."""


@dataclass(frozen=True, slots=True)
class Paint:
    """One painting operator's ink. Sizes are in points on the page."""

    kind: str
    """fill, stroke, text, image or shading."""
    ink: Ink
    box: Rect
    size: float = 0.0
    """A text's size, a stroke's width."""
    overprints: bool = False
    mode: int = 0
    """The overprint mode."""
    image: Any = None
    pixels: tuple[int, int] = (0, 0)
    ppi: float = 0.0


@dataclass(frozen=True, slots=True)
class _State:
    matrix: Matrix = IDENTITY
    fill: Ink = field(default_factory=black_gray)
    stroke: Ink = field(default_factory=black_gray)
    width: float = 1.0
    font: FontInUse | None = None
    size: float = 0.0
    spacing: tuple[float, float] = (0.0, 0.0)
    """Between characters, between words."""
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    rendering: int = 0
    overprint: tuple[bool, bool] = (False, False)
    """Fills, strokes."""
    mode: int = 0


@dataclass(slots=True)
class Seen:
    """What interpreting a page brought to light besides its paint."""

    paints: list[Paint] = field(default_factory=list)
    fonts: dict[Any, FontInUse] = field(default_factory=dict)
    states: list[Any] = field(default_factory=list)
    """Extended graphics states that were selected."""
    forms: list[Any] = field(default_factory=list)
    intents: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)
    """Operators that no standard defines."""
    missing: set[str] = field(default_factory=set)
    """Names that the resources do not have."""
    layers: bool = False
    balanced: bool = True
    """Every q has its Q."""
    broken: str = ""


def look_at(page: pikepdf.Page, trim: Rect) -> Seen:
    """Interpret a page; `trim` is its trim in default user space, as it lies in the file."""
    seen = Seen()
    reader = _Reader(seen, trim)
    try:
        reader.run(page.obj, page.obj.get("/Resources", _inherited(page)), _State(), 0)
    # What a damaged stream and its damaged resources lead to; the rules say that it is.
    except (
        *(pikepdf.PdfError, pikepdf.DataDecodingError, LookupError, ValueError, TypeError),
        *(AttributeError, ArithmeticError, RuntimeError),
    ) as error:
        seen.broken = str(error) or type(error).__name__
    return seen


def _inherited(page: pikepdf.Page) -> Any:
    node: Any = page.obj
    for _ in range(50):
        if "/Resources" in node:
            return node["/Resources"]
        if "/Parent" not in node:
            break
        node = node["/Parent"]
    return pikepdf.Dictionary()


class _Reader:
    def __init__(self, seen: Seen, trim: Rect) -> None:
        self.seen, self.trim = seen, trim

    def run(self, stream: Any, resources: Any, state: _State, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise ValueError("forms are nested in a circle")
        stack: list[_State] = []
        points: list[tuple[float, float]] = []
        text, line = IDENTITY, IDENTITY
        compatible = 0
        for one in pikepdf.parse_content_stream(stream):
            if isinstance(one, pikepdf.ContentStreamInlineImage):
                self._inline(one, resources, state)
                continue
            values, operator = list(one.operands), str(one.operator)
            match operator:
                case "q":
                    stack.append(state)
                case "Q":
                    self.seen.balanced &= bool(stack)
                    state = stack.pop() if stack else state
                case "cm":
                    state = replace(state, matrix=times(_matrix(values), state.matrix))
                case "w":
                    state = replace(state, width=float(values[0]))
                case "gs":
                    state = self._selected(self._named(resources, "/ExtGState", values[0]), state)
                case "ri":
                    self.seen.intents.add(str(values[0]))
                case "m" | "l":
                    points.append(at(state.matrix, *map(float, values)))
                case "c":
                    points += _pairs(state.matrix, values)
                case "v" | "y":
                    points += _pairs(state.matrix, values)
                case "re":
                    x, y, w, h = map(float, values)
                    points += [at(state.matrix, x, y), at(state.matrix, x + w, y + h)]
                    points += [at(state.matrix, x + w, y), at(state.matrix, x, y + h)]
                case "f" | "F" | "f*" | "S" | "s" | "B" | "B*" | "b" | "b*":
                    self._path(operator, points, state)
                    points = []
                case "n":
                    points = []
                case "BT":
                    text = line = IDENTITY
                case "Tf":
                    font = self._font(self._named(resources, "/Font", values[0]))
                    state = replace(state, font=font, size=float(values[1]))
                case "Td" | "TD":
                    if operator == "TD":
                        state = replace(state, leading=-float(values[1]))
                    text = line = times((1, 0, 0, 1, float(values[0]), float(values[1])), line)
                case "Tm":
                    text = line = _matrix(values)
                case "T*":
                    text = line = times((1, 0, 0, 1, 0, -state.leading), line)
                case "Tj":
                    text = self._shown([values[0]], state, text)
                case "TJ":
                    text = self._shown(list(values[0]), state, text)
                case "'" | '"':
                    if operator == '"':
                        gaps = (float(values[1]), float(values[0]))
                        state = replace(state, spacing=gaps)
                    text = line = times((1, 0, 0, 1, 0, -state.leading), line)
                    text = self._shown([values[-1]], state, text)
                case "Tc":
                    state = replace(state, spacing=(float(values[0]), state.spacing[1]))
                case "Tw":
                    state = replace(state, spacing=(state.spacing[0], float(values[0])))
                case "Tz":
                    state = replace(state, stretch=float(values[0]) / 100)
                case "TL":
                    state = replace(state, leading=float(values[0]))
                case "Ts":
                    state = replace(state, rise=float(values[0]))
                case "Tr":
                    state = replace(state, rendering=int(values[0]))
                case "g" | "rg" | "k" | "cs" | "sc" | "scn":
                    state = replace(state, fill=_colored(operator, values, resources, state.fill))
                case "G" | "RG" | "K" | "CS" | "SC" | "SCN":
                    ink = _colored(operator.lower(), values, resources, state.stroke)
                    state = replace(state, stroke=ink)
                case "sh":
                    self._shading(self._named(resources, "/Shading", values[0]), resources, state)
                case "Do":
                    self._object(
                        self._named(resources, "/XObject", values[0]), resources, state, depth
                    )
                case "BDC":
                    self.seen.layers |= str(values[0]) == "/OC"
                case "BX":
                    compatible += 1
                case "EX":
                    compatible -= 1
                case _:
                    if operator not in SILENT and compatible < 1:
                        self.seen.unknown.add(operator)
        self.seen.balanced &= not stack

    # What is painted

    def _path(self, operator: str, points: list[tuple[float, float]], state: _State) -> None:
        if not points:
            return
        box = self._box(points)
        if operator not in ("S", "s"):
            self._paint("fill", state.fill, box, state)
        if operator not in ("f", "F", "f*"):
            width = state.width * scale_of(state.matrix)
            self._paint("stroke", state.stroke, box.grown(width / 2), state, width)

    def _shown(self, parts: list[Any], state: _State, text: Matrix) -> Matrix:
        """Note the glyphs shown, and return where the pen stands after them."""
        font = state.font
        if font is None:
            return text
        before = text
        for part in parts:
            if not isinstance(part, pikepdf.String | bytes | str):
                gap = -float(part) / 1000 * state.size
                move = (0.0, gap) if font.is_vertical else (gap * state.stretch, 0.0)
                text = times((1, 0, 0, 1, *move), text)
                continue
            for code in font.codes_of(_bytes(part)):
                gap = font.width_of(code) / 1000 * state.size + state.spacing[0]
                if code == 32 and font.code_bytes == 1:
                    gap += state.spacing[1]
                move = (0.0, -gap) if font.is_vertical else (gap * state.stretch, 0.0)
                text = times((1, 0, 0, 1, *move), text)
                if state.rendering != 3:
                    font.used.add(code)
        if text == before or state.rendering in (3, 7):
            return text
        ends = times(before, state.matrix), times(text, state.matrix)
        corners = [at(end, 0, state.rise + y * state.size) for end in ends for y in (-0.12, 0.88)]
        size = state.size * scale_of(ends[0])
        ink = state.stroke if state.rendering in (1, 5) else state.fill
        self._paint("text", ink, self._box(corners), state, size)
        return text

    def _object(self, found: Any, resources: Any, state: _State, depth: int) -> None:
        if found is None:
            return
        if "/OC" in found:
            self.seen.layers = True
        if found.get("/Subtype") == "/Image":
            pixels = int(found.get("/Width", 1)), int(found.get("/Height", 1))
            self._image(found, pixels, resources, state)
        elif found.get("/Subtype") == "/Form":
            self.seen.forms.append(found)
            matrix = _matrix(found["/Matrix"]) if "/Matrix" in found else IDENTITY
            inside = replace(state, matrix=times(matrix, state.matrix))
            self.run(found, found.get("/Resources", resources), inside, depth + 1)

    def _image(
        self, found: Any, pixels: tuple[int, int], resources: Any, state: _State
    ) -> None:  # fmt: skip
        across = math.hypot(state.matrix[0], state.matrix[1]) or 1e-6
        down = math.hypot(state.matrix[2], state.matrix[3]) or 1e-6
        ppi = min(pixels[0] / across, pixels[1] / down) * 72
        corners = [at(state.matrix, x, y) for x in (0, 1) for y in (0, 1)]
        if found.get("/ImageMask", found.get("/IM", False)):
            ink = state.fill
        elif "/ColorSpace" in found or "/CS" in found:
            ink = initial_ink(found.get("/ColorSpace", found.get("/CS")), resources)
        else:
            # A JPEG 2000 brings its own.
            ink = Ink("JPX", ())
        if "/Intent" in found:
            self.seen.intents.add(str(found["/Intent"]))
        self.seen.paints.append(
            Paint("image", ink, self._box(corners), image=found, pixels=pixels, ppi=ppi)
        )

    def _inline(self, one: Any, resources: Any, state: _State) -> None:
        image = one.iimage
        self._image(image.obj, (image.width, image.height), resources, state)

    def _shading(self, found: Any, resources: Any, state: _State) -> None:
        if found is not None:
            ink = initial_ink(found.get("/ColorSpace"), resources)
            self._paint("shading", ink, Rect(0, 0, self.trim.width, self.trim.height), state)

    def _paint(self, kind: str, ink: Ink, box: Rect, state: _State, size: float = 0.0) -> None:
        overprints = state.overprint[1 if kind == "stroke" else 0]
        self.seen.paints.append(Paint(kind, ink, box, size, overprints, state.mode))
        if ink.pattern is not None and "/Shading" in ink.pattern:
            shading = ink.pattern["/Shading"]
            inner = initial_ink(shading.get("/ColorSpace"), pikepdf.Dictionary())
            self.seen.paints.append(Paint("shading", inner, box))
        elif ink.pattern is not None:
            pattern = ink.pattern
            matrix = _matrix(pattern["/Matrix"]) if "/Matrix" in pattern else IDENTITY
            inside = replace(state, matrix=matrix, fill=black_gray(), stroke=black_gray())
            resources = pattern.get("/Resources", pikepdf.Dictionary())
            self.run(pattern, resources, inside, MAX_DEPTH - 2)

    # What is selected

    def _font(self, found: Any) -> FontInUse | None:
        if found is None:
            return None
        key = found.objgen if found.objgen[0] else id(found)
        if key not in self.seen.fonts:
            self.seen.fonts[key] = font_in_use(found)
        return self.seen.fonts[key]

    def _selected(self, found: Any, state: _State) -> _State:
        if found is None:
            return state
        self.seen.states.append(found)
        fills, strokes = state.overprint
        if "/OP" in found:
            strokes = bool(found["/OP"])
            fills = bool(found.get("/op", strokes))
        elif "/op" in found:
            fills = bool(found["/op"])
        state = replace(state, overprint=(fills, strokes), mode=int(found.get("/OPM", state.mode)))
        if "/LW" in found:
            state = replace(state, width=float(found["/LW"]))
        if "/RI" in found:
            self.seen.intents.add(str(found["/RI"]))
        if "/Font" in found:
            font = self._font(found["/Font"][0])
            state = replace(state, font=font, size=float(found["/Font"][1]))
        return state

    def _named(self, resources: Any, kind: str, name: Any) -> Any:
        shelf = resources.get(kind)
        found = shelf.get(str(name)) if shelf is not None else None
        if found is None:
            self.seen.missing.add(str(name))
        return found

    def _box(self, points: list[tuple[float, float]]) -> Rect:
        """Points of default user space as a box on the trim, y down."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        top = self.trim.bottom - max(ys)
        return Rect(min(xs) - self.trim.x, top, max(xs) - min(xs), max(ys) - min(ys))


SILENT = frozenset(
    "J j M d i h W W* d0 d1 MP DP BMC EMC ET BI ID EI".split()  # noqa: SIM905
)
"""Operators that paint nothing and change nothing we look at."""


def _colored(operator: str, values: list[Any], resources: Any, ink: Ink) -> Ink:
    if operator == "cs":
        return initial_ink(values[0], resources)
    return ink_of(operator, values, resources, ink)


def _bytes(shown: Any) -> bytes:
    return bytes(shown)


def _matrix(values: Any) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in values)
    return (a, b, c, d, e, f)


def times(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def at(m: Matrix, x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def scale_of(m: Matrix) -> float:
    return math.sqrt(abs(m[0] * m[3] - m[1] * m[2])) or math.hypot(m[0], m[1])


def _pairs(m: Matrix, values: list[Any]) -> Iterator[tuple[float, float]]:
    numbers = [float(value) for value in values]
    return (at(m, x, y) for x, y in zip(numbers[0::2], numbers[1::2], strict=True))
