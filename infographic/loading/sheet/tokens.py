"""A layout's tokens, settled: its colours, and the faces of its font roles."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from infographic.foundation.color import RESERVED_INKS, Color, Spot, color_of, grey, read_hex
from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, nearest
from infographic.foundation.font import Face, FontError
from infographic.foundation.limits import most
from infographic.foundation.sayings import Saying, say
from infographic.foundation.units import FARTHEST, to_points
from infographic.loading.assets.fontbook import FontBook
from infographic.loading.sheet.layout_file import Chain, ColorSpec, FaceSpec, RoleSpec
from infographic.text.style import FontStack


class Tokens:
    """One layout's tokens; everything wrong with them is gathered in `diagnostics`."""

    def __init__(self, fonts: FontBook) -> None:
        self.fonts = fonts
        self.diagnostics: list[Diagnostic] = []
        self.colors: dict[str, Color] = {"ink": grey(1.0)}
        self.spots: dict[str, Spot] = {}
        self.stacks: dict[str, FontStack] = {}
        self.held: dict[Face, int] = {}
        """The faces, with the bytes of each that are held."""
        self.houses: set[Path] = set()
        """The files of the houses' own tables."""
        self.unit = "pt"
        """The unit of the page that is spoken of."""
        self.nodes: dict[int, Node] = {}
        """The objects of tokens, styles and pages by their origins."""

    def knows(self, *trees: Node | None) -> None:
        """Remember the objects of some trees, so that faults are said at fields' own places."""
        for tree in trees:
            for node in tree.walk() if tree is not None else ():
                if isinstance(node.value, dict):
                    self.nodes[id(node.origin)] = node

    def place(self, at: Origin, field: str) -> Origin:
        """Where a field of the object at a place stands: it may be inherited from another file."""
        node = self.nodes.get(id(at))
        fields = node.value if node is not None and isinstance(node.value, dict) else {}
        return fields[field].origin if field in fields else at / field

    def wrong(self, saying: Saying, origin: Origin, mend: Saying | None = None) -> None:
        self.diagnostics.append(Diagnostic(saying, origin, mend, unit=self.unit))

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that were read: faces, all fonts of the paper's folders, house tables."""
        faces = dict.fromkeys(
            face.path
            for stack in self.stacks.values()
            for face in (*stack.han, *stack.latin, *stack.figures)
        )
        return (*faces, *self.fonts.files(), *sorted(self.houses))

    def length(self, text: str, at: Origin) -> float | None:
        """A length in points; None, and said, where it is none."""
        points = to_points(text)
        if points is None:
            self.wrong(say("length-form/no-length", text=text), at)
        return points if points is None else self.within_reach(points, text, at)

    def within_reach(self, points: float, said: str | float, at: Origin) -> float | None:
        """A length that a page may have; None, and said, where it is far beyond."""
        if abs(points) <= FARTHEST:
            return points
        self.wrong(say("value-range/large", found=said), at)
        return None

    # Colours

    def settle_colors(self, specs: Mapping[str, ColorSpec]) -> None:
        for name, spec in specs.items():
            # What is wrong with one is said once, not of all that is set in it.
            self.colors[name] = self._color(name, spec) or grey(1.0)

    def _color(self, name: str, spec: ColorSpec) -> Color | None:
        srgb = read_hex(spec.srgb) if spec.srgb else None
        if spec.srgb and srgb is None:
            self.wrong(say("color-value/srgb", srgb=spec.srgb), self.place(spec.origin, "srgb"))
            return None
        if (spec.cmyk is None) == (spec.k is None):
            self.wrong(say("color-value/no-ink", name=name), spec.origin)
            return None
        spot = self._spot(spec) if spec.spot else None
        if spec.spot and spot is None:
            return None
        if spec.k is not None:
            black = grey(spec.k / 100)
            return Color(name, black.cmyk, srgb or black.srgb)
        assert spec.cmyk is not None
        if srgb is None:
            self.wrong(say("color-value/no-srgb", name=name), spec.origin)
            return None
        c, m, y, k = (ink / 100 for ink in spec.cmyk)
        return Color(name, (c, m, y, k), srgb, spot)

    def _spot(self, spec: ColorSpec) -> Spot | None:
        """A spot colour's ink; the same name is the same ink in every colour."""
        at = self.place(spec.origin, "spot")
        if spec.cmyk is None:
            self.wrong(say("color-spot/no-cmyk", name=spec.spot), spec.origin)
            return None
        if spec.spot.title() in RESERVED_INKS or spec.spot != spec.spot.strip():
            self.wrong(say("color-spot/name", name=spec.spot, reserved=tuple(RESERVED_INKS)), at)
            return None
        c, m, y, k = (ink / 100 for ink in spec.cmyk)
        spot = Spot(spec.spot, (c, m, y, k))
        if self.spots.setdefault(spot.name, spot) != spot:
            self.wrong(say("color-spot/two", name=spot.name), spec.origin)
            return None
        return spot

    def color(self, text: str, origin: Origin) -> Color | None:
        """A token's colour, or a tint of it; None, and said, where there is none."""
        color = color_of(self.colors, text, origin)
        if isinstance(color, Diagnostic):
            self.diagnostics.append(color)
            return None
        return color

    # Faces

    def settle_fonts(self, roles: Mapping[str, str | FaceSpec | RoleSpec], at: Origin) -> None:
        try:
            last = self.fonts.last_fallbacks()
        except FontError as error:
            self.diagnostics.append(error.at(at))
            return
        for name, spec in roles.items():
            role = spec if isinstance(spec, RoleSpec) else RoleSpec(han=spec)
            # A face's path starts from the file that names it, which may be one taken over.
            places = dict.fromkeys(CHAINS, self.place(at, name))
            if isinstance(spec, RoleSpec):
                places = {chain: self.place(spec.origin, chain) for chain in CHAINS}
            rest = self._chain(role.fallback, places["fallback"]) + last
            han = self._chain(role.han, places["han"])
            latin = self._chain(role.latin, places["latin"]) or han
            figures = self._chain(role.figures, places["figures"]) or latin
            self.stacks[name] = FontStack(
                _distinct(han + rest), _distinct(latin + han + rest),
                _distinct(figures + latin + han + rest),
            )  # fmt: skip

    def _chain(self, chain: Chain | None, at: Origin) -> tuple[Face, ...]:
        if chain is None:
            return ()
        faces = []
        for choice in chain if isinstance(chain, tuple) else (chain,):
            spec = choice if isinstance(choice, FaceSpec) else FaceSpec(face=choice)
            origin = choice.origin if isinstance(choice, FaceSpec) else at
            axes = tuple(sorted((spec.axes or {}).items()))
            try:
                face = self.fonts.face(spec.face, spec.index, axes, beside=at.source.folder)
                self._must_hold(face)
            except FontError as error:
                self.diagnostics.append(error.at(origin))
            else:
                faces.append(face)
        return tuple(faces)

    def _must_hold(self, face: Face) -> None:
        """Raises `FontError` for a face by which a layout's own come to more than a limit."""
        self.held[face] = face.size
        if sum(self.held.values()) > (bound := most("fonts-bytes")):
            raise FontError(
                say("font-large/all", file=face.path.name, most=bound, limit="fonts-bytes")
            )

    def stack(self, role: str, at: Origin) -> FontStack | None:
        """The faces of a font role."""
        if role in self.stacks:
            return self.stacks[role]
        if not role:
            self.wrong(say("style-incomplete/font"), at)
        else:
            mend = nearest(role, self.stacks)
            self.wrong(say("font-role-unknown", role=role), self.place(at, "font"), mend)
        return None


def _distinct(faces: tuple[Face, ...]) -> tuple[Face, ...]:
    return tuple(dict.fromkeys(faces))


CHAINS = ("han", "latin", "figures", "fallback")
"""Of a font role: the faces that are tried in turn."""
