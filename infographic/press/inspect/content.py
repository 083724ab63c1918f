"""What a PDF's content streams paint: each piece of ink with its colour, size, place and shape."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pikepdf

from infographic.display.items import PLAIN_LINE, Cap, Join, LineStyle
from infographic.display.painted import drawn_box
from infographic.foundation.geometry import Rect
from infographic.foundation.limits import most
from infographic.foundation.matrix import (
    IDENTITY,
    Matrix,
    at,
    matrix_of,
    pairs,
    scale_of,
    times,
)
from infographic.foundation.record import field, record, replaced
from infographic.press.inspect.bounds import ContentLengths
from infographic.press.inspect.colors import Ink, black_gray, initial_ink, ink_of
from infographic.press.inspect.fonts import FontInUse, font_in_use
from infographic.press.inspect.paint import Clip, Paint, Seen, Segments
from infographic.press.inspect.pieces import instructions
from infographic.press.inspect.text import Pen, TextState, glyphs_shown

CAPS, JOINS = dict(enumerate(Cap)), dict(enumerate(Join))


@record
class _State:
    matrix: Matrix = IDENTITY
    fill: Ink = field(default_factory=black_gray)
    stroke: Ink = field(default_factory=black_gray)
    width: float = 1.0
    style: LineStyle = PLAIN_LINE
    """Its dashes are in user space, as they are written."""
    text: TextState = field(default_factory=TextState)
    overprint: tuple[bool, bool] = (False, False)
    """Fills, strokes; so is `alpha`."""
    mode: int = 0
    alpha: tuple[float, float] = (1.0, 1.0)
    clip: Clip | None = None


def look_at(page: pikepdf.Page, trim: Rect, content: ContentLengths) -> Seen:
    """Interpret a page; `trim` is its trim in default user space, as it lies in the file."""
    seen = Seen()
    reader = _Reader(seen, trim, content)
    try:
        resources = page.obj.get("/Resources", _inherited(page))
        reader.run(page.obj, resources, _State(reader.base), 0)
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


@record(frozen=False)
class _Stream:
    """One content stream while it is read."""

    resources: Any
    state: _State
    depth: int
    stack: list[_State] = field(default_factory=list)
    segments: list[tuple[str, tuple[float, ...]]] = field(default_factory=list)
    clips: str = ""
    """W or W*, until the path is painted."""
    pen: Pen = field(default_factory=Pen)
    compatible: int = 0
    """So many BX without their EX."""


class _Reader:
    def __init__(self, seen: Seen, trim: Rect, content: ContentLengths) -> None:
        self.seen, self.trim = seen, trim
        self.base: Matrix = (1.0, 0.0, 0.0, -1.0, -trim.x, trim.bottom)
        """From default user space to the trim's top left, y down."""
        self.content, self.deepest = content, most("pdf-depth")

    def run(self, stream: Any, resources: Any, state: _State, depth: int) -> None:
        """Raises `OverLimitError` where too much is drawn."""
        if depth > self.deepest:
            raise ValueError("forms are nested in a circle")
        now = _Stream(resources, state, depth)
        for one in instructions(stream, self.content):
            if isinstance(one, pikepdf.ContentStreamInlineImage):
                image = one.iimage
                self._image(image.obj, (image.width, image.height), now)
                continue
            operator = str(one.operator)
            handle = HANDLERS.get(operator)
            if handle is not None:
                handle(self, now, operator, list(one.operands))
            elif operator not in SILENT and now.compatible < 1:
                self.seen.unknown.add(operator)
        self.seen.balanced &= not now.stack

    # What the operators do, a method a group

    def _graphics(self, now: _Stream, operator: str, values: list[Any]) -> None:
        state = now.state
        match operator:
            case "q":
                now.stack.append(state)
            case "Q":
                self.seen.balanced &= bool(now.stack)
                now.state = now.stack.pop() if now.stack else state
            case "cm":
                now.state = replaced(state, matrix=times(matrix_of(values), state.matrix))
            case "w":
                now.state = replaced(state, width=float(values[0]))
            case "J" | "j" | "M" | "d":
                now.state = replaced(state, style=_style_after(operator, values, state.style))
            case "gs":
                now.state = self._selected(self._named(now, "/ExtGState", values[0]), state)
            case "ri":
                self.seen.intents.add(str(values[0]))

    def _path(self, now: _Stream, operator: str, values: list[Any]) -> None:
        matrix, segments = now.state.matrix, now.segments
        match operator:
            case "m" | "l":
                segments.append(("M" if operator == "m" else "L", at(matrix, *map(float, values))))
            case "c":
                segments.append(("C", _flat(pairs(matrix, values))))
            case "v":
                last = segments[-1][1][-2:] if segments and segments[-1][1] else ()
                segments.append(("C", (*last, *_flat(pairs(matrix, values)))))
            case "y":
                points = _flat(pairs(matrix, values))
                segments.append(("C", (*points, *points[-2:])))
            case "re":
                x, y, w, h = map(float, values)
                corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
                for i, corner in enumerate(corners):
                    segments.append(("L" if i else "M", at(matrix, *corner)))
                segments.append(("Z", ()))
            case "h":
                segments.append(("Z", ()))
            case "W" | "W*":
                now.clips = operator

    def _painted(self, now: _Stream, operator: str, _: list[Any]) -> None:
        segments, state = tuple(now.segments), now.state
        if segments and operator != "n":
            even_odd, box = operator.endswith("*"), _box(segments)
            if operator not in ("S", "s"):
                self._paint("fill", now, box, segments=segments, even_odd=even_odd)
            if operator not in ("f", "F", "f*"):
                if operator in ("s", "b", "b*"):
                    segments = (*segments, ("Z", ()))
                scale = scale_of(state.matrix)
                width, style = state.width * scale, state.style.scaled(scale)
                box = drawn_box(segments, box, width, style)
                self._paint("stroke", now, box, width, segments=segments, style=style)
        if now.clips:
            clip = Clip(segments, now.clips == "W*", state.clip)
            now.state, now.clips = replaced(state, clip=clip), ""
        now.segments = []

    def _text(self, now: _Stream, operator: str, values: list[Any]) -> None:
        if operator == "Tf":
            font = self._font(self._named(now, "/Font", values[0]))
            text = replaced(now.state.text, font=font, size=float(values[1]))
            now.state = replaced(now.state, text=text)
            return
        changed = now.state.text.after(operator, values)
        if changed is not None:
            now.state = replaced(now.state, text=changed)
        now.pen.move(operator, values, now.state.text.leading)
        if operator in ("Tj", "'", '"'):
            self._shown([values[-1]], now)
        elif operator == "TJ":
            self._shown(list(values[0]), now)

    def _color(self, now: _Stream, operator: str, values: list[Any]) -> None:
        state, is_fill = now.state, operator.islower()
        if operator in ("cs", "CS"):
            ink = initial_ink(values[0], now.resources)
        else:
            before = state.fill if is_fill else state.stroke
            ink = ink_of(operator.lower(), values, now.resources, before)
        now.state = replaced(state, fill=ink) if is_fill else replaced(state, stroke=ink)

    def _placed(self, now: _Stream, operator: str, values: list[Any]) -> None:
        match operator:
            case "sh":
                self._shading(self._named(now, "/Shading", values[0]), now)
            case "Do":
                self._object(self._named(now, "/XObject", values[0]), now)
            case "BDC":
                self.seen.layers |= str(values[0]) == "/OC"
            case "BX" | "EX":
                now.compatible += 1 if operator == "BX" else -1

    # What is painted

    def _shown(self, parts: list[Any], now: _Stream) -> None:
        """Note the glyphs shown."""
        state, font = now.state, now.state.text.font
        if font is None:
            return
        shown = glyphs_shown(parts, state.text, now.pen, state.matrix)
        rendering = state.text.rendering
        if rendering != 3:
            font.used.update(glyph.code for glyph in shown)
        if not shown or rendering in (3, 7):
            return
        corners = [corner for glyph in shown for corner in glyph.corners()]
        size = state.text.size * scale_of(times(now.pen.text, state.matrix))
        self._paint(
            "text", now, _around(corners), size, glyphs=tuple(shown), font=font,
            ink=state.stroke if rendering in (1, 5) else state.fill,
        )  # fmt: skip

    def _object(self, found: Any, now: _Stream) -> None:
        if found is None:
            return
        if "/OC" in found:
            self.seen.layers = True
        if found.get("/Subtype") == "/Image":
            pixels = int(found.get("/Width", 1)), int(found.get("/Height", 1))
            self._image(found, pixels, now)
        elif found.get("/Subtype") == "/Form":
            self.seen.forms.append(found)
            matrix = matrix_of(found["/Matrix"]) if "/Matrix" in found else IDENTITY
            inside = replaced(now.state, matrix=times(matrix, now.state.matrix))
            if "/BBox" in found:
                x, y, right, top = (float(side) for side in found["/BBox"])
                corners = ((x, y), (right, y), (right, top), (x, top))
                sides = (("L" if i else "M", at(inside.matrix, *p)) for i, p in enumerate(corners))
                clip = Clip((*sides, ("Z", ())), False, inside.clip)
                inside = replaced(inside, clip=clip)
            self.run(found, found.get("/Resources", now.resources), inside, now.depth + 1)

    def _image(self, found: Any, pixels: tuple[int, int], now: _Stream) -> None:
        matrix = now.state.matrix
        across = math.hypot(matrix[0], matrix[1]) or 1e-6
        down = math.hypot(matrix[2], matrix[3]) or 1e-6
        ppi = min(pixels[0] / across, pixels[1] / down) * 72
        if found.get("/ImageMask", found.get("/IM", False)):
            ink = now.state.fill
        elif "/ColorSpace" in found or "/CS" in found:
            ink = initial_ink(found.get("/ColorSpace", found.get("/CS")), now.resources)
        else:
            # A JPEG 2000 brings its own.
            ink = Ink("JPX", ())
        if "/Intent" in found:
            self.seen.intents.add(str(found["/Intent"]))
        corners = [at(matrix, x, y) for x, y in ((0, 1), (1, 1), (1, 0), (0, 0))]
        sides = tuple(("L" if i else "M", corner) for i, corner in enumerate(corners))
        self._paint(
            "image", now, _around(corners), ink=ink, image=found, pixels=pixels, ppi=ppi,
            segments=(*sides, ("Z", ())),
        )  # fmt: skip

    def _shading(self, found: Any, now: _Stream) -> None:
        if found is not None:
            ink = initial_ink(found.get("/ColorSpace"), now.resources)
            self._paint("shading", now, Rect(0, 0, *self.trim.size), ink=ink)

    def _paint(
        self, kind: str, now: _Stream, box: Rect, size: float = 0.0, *, ink: Ink | None = None,
        **more: Any,
    ) -> None:  # fmt: skip
        state, side = now.state, kind == "stroke"
        ink = ink or (state.stroke if side else state.fill)
        more |= {"clip": state.clip, "alpha": state.alpha[side]}
        paint = Paint(kind, ink, box, size, state.overprint[side], state.mode, **more)
        self.content.paints.spend()
        self.seen.paints.append(paint)
        if ink.pattern is not None and kind != "image":
            self._pattern(ink.pattern, now, box)

    def _pattern(self, pattern: Any, now: _Stream, box: Rect) -> None:
        if "/Shading" in pattern:
            inner = initial_ink(pattern["/Shading"].get("/ColorSpace"), pikepdf.Dictionary())
            self.seen.paints.append(Paint("shading", inner, box, clip=now.state.clip))
            return
        matrix = matrix_of(pattern["/Matrix"]) if "/Matrix" in pattern else IDENTITY
        # A tile is looked at for its colours; how much of the page its ink covers is not told.
        inside = replaced(
            *(now.state,), matrix=times(matrix, self.base), alpha=(0.0, 0.0),
            fill=black_gray(), stroke=black_gray(),
        )  # fmt: skip
        resources = pattern.get("/Resources", pikepdf.Dictionary())
        self.run(pattern, resources, inside, self.deepest - 2)

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
        alpha = float(found.get("/ca", state.alpha[0])), float(found.get("/CA", state.alpha[1]))
        mode = int(found.get("/OPM", state.mode))
        state = replaced(state, overprint=(fills, strokes), mode=mode, alpha=alpha)
        if "/LW" in found:
            state = replaced(state, width=float(found["/LW"]))
        for key, operator in (("/LC", "J"), ("/LJ", "j"), ("/ML", "M"), ("/D", "d")):
            if key in found:
                values = list(found[key]) if key == "/D" else [found[key]]
                state = replaced(state, style=_style_after(operator, values, state.style))
        if "/RI" in found:
            self.seen.intents.add(str(found["/RI"]))
        if "/Font" in found:
            font, size = self._font(found["/Font"][0]), float(found["/Font"][1])
            state = replaced(state, text=replaced(state.text, font=font, size=size))
        return state

    def _named(self, now: _Stream, kind: str, name: Any) -> Any:
        shelf = now.resources.get(kind)
        found = shelf.get(str(name)) if shelf is not None else None
        if found is None:
            self.seen.missing.add(str(name))
        return found


Handler = Callable[[_Reader, _Stream, str, list[Any]], None]
HANDLERS: dict[str, Handler] = {
    operator: handler
    for operators, handler in (
        ("q Q cm w J j M d gs ri", _Reader._graphics),
        ("m l c v y re h W W*", _Reader._path),
        ("f F f* S s B B* b b* n", _Reader._painted),
        ("BT Tf Td TD Tm T* Tj TJ ' \" Tc Tw Tz TL Ts Tr", _Reader._text),
        ("g rg k cs sc scn G RG K CS SC SCN", _Reader._color),
        ("sh Do BDC BX EX", _Reader._placed),
    )
    for operator in operators.split()
}
SILENT = frozenset(
    "i d0 d1 MP DP BMC EMC ET BI ID EI".split()  # noqa: SIM905
)
"""Operators that paint nothing and change nothing we look at."""


def _style_after(operator: str, values: list[Any], style: LineStyle) -> LineStyle:
    """The style of lines after one of the operators that choose it (ISO 32000-1, table 57)."""
    # What no standard has leaves the style as it is; so do readers.
    match operator:
        case "J":
            return style._replace(cap=CAPS.get(int(values[0]), style.cap))
        case "j":
            return style._replace(join=JOINS.get(int(values[0]), style.join))
        case "M":
            return style._replace(miter_limit=float(values[0]))
    dash = tuple(float(length) for length in values[0])
    if any(length < 0 for length in dash):
        return style
    return style._replace(dash=dash, dash_phase=float(values[1]))


def _flat(points: Any) -> tuple[float, ...]:
    return tuple(value for point in points for value in point)


def _box(segments: Segments) -> Rect:
    return _around([v[i : i + 2] for _, v in segments for i in range(0, len(v), 2)])  # type: ignore[misc]


def _around(points: list[tuple[float, float]]) -> Rect:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
