"""An SVG's tree drawn: its shapes as paths, in its viewport's units, cut and faded as it says.

What cannot be drawn is reported by name, at its place, and left out; a drawing with anything
reported is never printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NoReturn

from infographic.display.extents import around, extent
from infographic.display.items import Group, Path, Placed
from infographic.display.painted import box_in
from infographic.display.vectors.outlines import mapped
from infographic.foundation import limits
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.limits import OverLimitError
from infographic.foundation.matrix import Matrix, times
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.loading.assets.svg.css import Rule
from infographic.loading.assets.svg.forms import Lengths, WrongAttributeError, outline_of
from infographic.loading.assets.svg.inked import NotDrawnError, faded, inked
from infographic.loading.assets.svg.known import ACTIVE, DEFINITIONS, GROUPS, SHAPES, WORDS
from infographic.loading.assets.svg.looks import Look, WrongPropertyError, looking
from infographic.loading.assets.svg.properties import Properties, TooMuchError, refused
from infographic.loading.assets.svg.values import SvgValueError, share, transform
from infographic.loading.assets.svg.xml import Element

HERE = Point(0, 0)
Report = Callable[[Diagnostic], None]


class ClipPart(NamedTuple):
    """A shape of a clip."""

    path: Path
    turn: int
    """1 or -1 where it is one simple outline that turns so; 0 of any other."""


class Painter:
    """Draws elements; what they refer to is found by its id."""

    def __init__(
        self,
        root: Element,
        ids: Mapping[str, Element],
        rules: Sequence[Rule],
        viewport: Size,
        report: Report,
    ) -> None:
        self.root, self.ids, self.viewport, self.report = root, ids, viewport, report
        self.properties = Properties(rules, report)
        self.elements = self.segments = self.depth = 0
        self._extents: dict[int, tuple[Placed, Rect | None]] = {}
        self.most_elements = limits.most("svg-elements")
        self.most_segments = limits.most("svg-segments")
        self.deepest = limits.most("svg-drawn-depth")

    def draw(
        self, element: Element, matrix: Matrix, look: Look, used: tuple[Element, ...] = ()
    ) -> list[Placed]:
        """An element and what is in it; `used` are the `use` elements it is drawn by."""
        self._count(element)
        self.depth += 1
        if self.depth > self.deepest:
            saying = say("svg-unsafe/deep", most=self.deepest, limit="svg-drawn-depth")
            raise TooMuchError(Diagnostic(saying, element.origin))
        items = self._drawn(element, matrix, look, used)
        self.depth -= 1
        return items

    def _drawn(
        self, element: Element, matrix: Matrix, look: Look, used: tuple[Element, ...]
    ) -> list[Placed]:
        name = element.name
        if name in WORDS or name in DEFINITIONS or name in ACTIVE:
            return []
        if name not in SHAPES and name not in ("g", "use") and element is not self.root:
            self._wrong(refused(name), element.origin)
            return []
        properties = self.properties.of(element)
        if properties.get("display", "").strip() == "none":
            return []
        try:
            look = looking(look, properties)
            matrix = self._moved(element, matrix)
            opacity = self._opacity(properties)
        except WrongPropertyError as error:
            self._wrong_property(error, element)
            return []
        except WrongAttributeError as error:
            self._wrong_attribute(error, element)
            return []
        if abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) < 1e-18:
            # Nothing of it has an area: SVG draws it not at all.
            return []
        items = self._content(element, matrix, look, used)
        if opacity < 1 and items:
            items = self._faded(items, opacity, element)
        return self._cut(items, properties.get("clip-path", "none"), matrix, element, used)

    def _count(self, element: Element) -> None:
        self.elements += 1
        if self.elements > self.most_elements:
            saying = say(
                "svg-unsafe/drawn",
                what="elements",
                most=self.most_elements,
                limit="svg-elements",
            )
            raise TooMuchError(Diagnostic(saying, element.origin))

    def _content(
        self, element: Element, matrix: Matrix, look: Look, used: tuple[Element, ...]
    ) -> list[Placed]:
        if element.name in GROUPS:
            return [
                item for child in element.children for item in self.draw(child, matrix, look, used)
            ]
        for child in element.children:
            if child.name not in WORDS and child.name not in ACTIVE:
                self._wrong(refused(child.name), child.origin)
        if element.name == "use":
            return self._used(element, matrix, look, used)
        return list(self._shape(element, matrix, look))

    def _moved(self, element: Element, matrix: Matrix) -> Matrix:
        text = element.attributes.get("transform", "")
        if not text.strip() or text.strip() == "none":
            return matrix
        try:
            return times(transform(text), matrix)
        except SvgValueError as error:
            raise WrongAttributeError("transform", error) from error

    def _opacity(self, properties: Mapping[str, str]) -> float:
        text = properties.get("opacity", "1")
        if text in ("inherit", "initial", "unset"):
            return 1.0
        try:
            return share(text)
        except SvgValueError as error:
            raise WrongPropertyError("opacity", text, error) from error

    # Shapes

    def _shape(self, element: Element, matrix: Matrix, look: Look) -> Iterator[Placed]:
        outline = self._outline(element)
        if not outline or not look.is_visible:
            return
        try:
            room = self.most_segments - self.segments
            paths = inked(outline, matrix, look, room, fills=element.name != "line")
        except NotDrawnError as error:
            self._wrong(error.saying, element.origin)
            return
        except OverLimitError:
            self._too_many_segments(element)
        for path in paths:
            self._count_segments(path, element)
            yield Placed(HERE, path, element.origin)

    def _outline(self, element: Element) -> tuple[tuple[str, tuple[float, ...]], ...]:
        try:
            return outline_of(element, self.viewport)
        except WrongAttributeError as error:
            self._wrong_attribute(error, element)
            return ()

    def _count_segments(self, path: Path, element: Element) -> None:
        self.segments += len(path.segments)
        if self.segments > self.most_segments:
            self._too_many_segments(element)

    def _too_many_segments(self, element: Element) -> NoReturn:
        saying = say(
            "svg-unsafe/drawn",
            what="lines and curves",
            most=self.most_segments,
            limit="svg-segments",
        )
        raise TooMuchError(Diagnostic(saying, element.origin))

    # What is drawn elsewhere

    def _used(
        self, element: Element, matrix: Matrix, look: Look, used: tuple[Element, ...]
    ) -> list[Placed]:
        target = self._target(element, used)
        if target is None:
            return []
        try:
            at = Lengths(element.attributes, self.viewport)
            matrix = times((1.0, 0.0, 0.0, 1.0, at.of("x"), at.of("y")), matrix)
        except WrongAttributeError as error:
            self._wrong_attribute(error, element)
            return []
        return self.draw(target, matrix, look, (*used, element))

    def _target(self, element: Element, used: tuple[Element, ...]) -> Element | None:
        """What a `use` refers to; None, and said, where it cannot be drawn."""
        href = element.attributes.get("href", "").strip()
        if not href:
            return None
        if not href.startswith("#"):
            self._wrong(say("svg-part/outside", href=href[:60]), element.origin)
            return None
        target = self.ids.get(href[1:])
        if target is None:
            self._wrong(say("svg-part/missing", name=href[:60]), element.origin)
            return None
        if element in used or len(used) >= limits.most("svg-depth"):
            self._wrong(say("svg-part/circle", name=href[:60]), element.origin)
            return None
        if target.name not in SHAPES and target.name not in ("g", "use"):
            self._wrong(refused(target.name), element.origin)
            return None
        return target

    # Clips

    def _cut(
        self, items: list[Placed], clip: str, matrix: Matrix, element: Element,
        used: tuple[Element, ...],
    ) -> list[Placed]:  # fmt: skip
        if not items or clip in ("none", "inherit", "initial", "unset"):
            return items
        for outline in self._clips(clip, matrix, element, used):
            box = box_in(outline.segments)
            bounds = around([one for one in map(self._extent_of, items) if one is not None])
            # A cut round all there is, which many programs write, cuts nothing.
            if box is None or bounds is None or not box.holds(bounds, 1e-6):
                items = [Placed(HERE, Group(tuple(items), outline=outline), element.origin)]
        return items

    def _extent_of(self, one: Placed) -> Rect | None:
        """How far an item reaches. Kept: what stands in many clips is asked for in each."""
        if id(one) not in self._extents:
            self._extents[id(one)] = (one, extent(one))
        return self._extents[id(one)][1]

    def _clips(
        self, clip: str, matrix: Matrix, element: Element, used: tuple[Element, ...]
    ) -> list[Path]:
        """The outlines that all of an element lies inside of."""
        name = clip.removeprefix("url(").removesuffix(")").strip(" \"'")
        if not clip.startswith("url(") or not name.startswith("#"):
            self._wrong(say("svg-part/clip", value=clip[:60]), element.origin)
            return []
        found = self.ids.get(name[1:])
        if found is None or found.name != "clipPath":
            self._wrong(say("svg-part/missing", name=name[:60]), element.origin)
            return []
        if found in used or len(used) >= limits.most("svg-depth"):
            self._wrong(say("svg-part/circle", name=name[:60]), element.origin)
            return []
        self._count(found)
        if found.attributes.get("clipPathUnits", "userSpaceOnUse") != "userSpaceOnUse":
            self._wrong(say("svg-part/clip-units"), found.origin)
            return []
        try:
            properties = self.properties.of(found)
            look, matrix = looking(Look(), properties), self._moved(found, matrix)
        except WrongPropertyError as error:
            self._wrong_property(error, found)
            return []
        except WrongAttributeError as error:
            self._wrong_attribute(error, found)
            return []
        outlines = [self._clip_outline(found, matrix, look, used)]
        own = properties.get("clip-path", "none")
        if own != "none":
            outlines += self._clips(own, matrix, found, (*used, found))
        return outlines

    def _clip_outline(
        self, clip: Element, matrix: Matrix, look: Look, used: tuple[Element, ...]
    ) -> Path:
        """The area of all of a clip's shapes together."""
        parts: list[ClipPart] = []
        for child in clip.children:
            if child.name in WORDS or child.name in ACTIVE:
                continue
            if child.name not in SHAPES and child.name != "use":
                self._wrong(refused(child.name), child.origin)
                continue
            parts += self._clip_parts(child, matrix, look, used)
        if not _add_up(parts):
            self._wrong(say("svg-part/clip-union"), clip.origin)
        segments = tuple(segment for part in parts for segment in part.path.segments)
        return Path(segments, even_odd=any(part.path.even_odd for part in parts))

    def _clip_parts(
        self, child: Element, matrix: Matrix, look: Look, used: tuple[Element, ...]
    ) -> list[ClipPart]:
        self._count(child)
        properties = self.properties.of(child)
        if properties.get("display", "").strip() == "none":
            return []
        if properties.get("clip-path", "none") != "none":
            self._wrong(say("svg-part/clip-of-clip"), child.origin)
            return []
        try:
            look, matrix = looking(look, properties), self._moved(child, matrix)
            if child.name == "use":
                target = self._target(child, used)
                if target is None:
                    return []
                if target.name == "g":
                    self._wrong(refused("g"), child.origin)
                    return []
                at = Lengths(child.attributes, self.viewport)
                matrix = times((1.0, 0.0, 0.0, 1.0, at.of("x"), at.of("y")), matrix)
                return self._clip_parts(target, matrix, look, (*used, child))
        except WrongPropertyError as error:
            self._wrong_property(error, child)
            return []
        except WrongAttributeError as error:
            self._wrong_attribute(error, child)
            return []
        segments = mapped(self._outline(child), matrix)
        if not segments or not look.is_visible:
            return []
        path = Path(segments, even_odd=look.clips_even_odd)
        self._count_segments(path, child)
        turn = 0
        if child.name in ("rect", "circle", "ellipse"):
            turn = 1 if matrix[0] * matrix[3] > matrix[1] * matrix[2] else -1
        return [ClipPart(path, turn)]

    # What is wrong

    def _faded(self, items: list[Placed], opacity: float, element: Element) -> list[Placed]:
        made = faded(items, opacity)
        if made is None:
            self._wrong(say("svg-part/opacity"), element.origin)
            return items
        return made

    def _wrong(self, saying: Saying, origin: Origin) -> None:
        self.report(Diagnostic(saying, origin))

    def _wrong_property(self, error: WrongPropertyError, element: Element) -> None:
        self.properties.wrong_value(error.name, error.value, error.why, element)

    def _wrong_attribute(self, error: WrongAttributeError, element: Element) -> None:
        value = element.attributes.get(error.name, "")
        self.properties.wrong_value(error.name, value, error.why, element)


def _add_up(parts: Sequence[ClipPart]) -> bool:
    """Whether the area of all parts together is that of their outlines as one path."""
    if len(parts) < 2:
        return True
    if len(parts) > limits.most("svg-clip-parts"):
        return False
    boxes = [_box(part.path) for part in parts]
    if len({part.turn for part in parts}) == 1 and parts[0].turn:
        # Simple outlines that all turn one way add up by winding, however they overlap.
        return not any(part.path.even_odd for part in parts)
    are_alike = len({part.path.even_odd for part in parts}) == 1
    return are_alike and not any(
        one.meets(other, 1e-6) for i, one in enumerate(boxes) for other in boxes[:i]
    )


def _box(path: Path) -> Rect:
    values = [value for _, points in path.segments for value in points]
    xs, ys = values[0::2], values[1::2]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
