"""A layout made ready once, for any number of stories."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.limits import OverLimitError, most
from infographic.foundation.record import field, record, replaced
from infographic.foundation.sayings import say
from infographic.layout.block import Block
from infographic.layout.snap import on_grid
from infographic.loading.assets.fontbook import FontBook
from infographic.loading.binding.merge import extend
from infographic.loading.decoded_story import DecodedStory
from infographic.loading.decoding.decode import Decoder
from infographic.loading.decoding.kept import Known
from infographic.loading.decoding.readers import VOLATILE, body_readers
from infographic.loading.decoding.values import Failed
from infographic.loading.sheet.layout_file import (
    EachSpec,
    LayoutFile,
    PagePart,
    PageSpec,
    StyleSpec,
)
from infographic.loading.sheet.sheet import Settling, Sheet, settle_columns
from infographic.loading.sheet.styles import merged_styles
from infographic.loading.sheet.tuning import (
    UNTUNED,
    FillSpec,
    StyleTuning,
    Tuning,
    check_fit,
    retuned,
    settle_tuning,
)
from infographic.text.style import TextStyle

if TYPE_CHECKING:
    from infographic.loading.binding.scope import ScopeItem


@record
class SettledPage:
    """One page of a layout; `body` still holds its directives."""

    number: str
    sheet: Sheet
    body: Node
    known: Known
    """What its blocks came to without a story, for the next one."""
    spec: PageSpec
    condition: Node | None = None
    """It is made only of stories of which this holds."""
    has_number: bool = True
    """Whether its number is stated; otherwise it is its place."""
    each: tuple[EachSpec, ...] = ()
    """It is made once for each item of these lists."""
    priority: str = "should"
    item: ScopeItem | None = None
    """Of a page that is made for an item of the story, that item."""


@record
class SettledLayout:
    """A layout with its tokens settled."""

    name: str
    title: str
    description: str
    pages: tuple[SettledPage, ...]
    needs: Node | None
    press_at: Origin
    """Where its press profile is named; the profile's path starts from there."""
    underset: int | None
    """Lines that a frame of words may stand empty; None for any number."""
    page_counts: tuple[int, ...] = ()
    """How many of its pages a story may make; () for any number."""
    unlinted: frozenset[str] = frozenset()
    """What is not looked for in a story's texts, by code (`copy_lint`)."""
    fit: FillSpec | None = None
    """What `fit` may change."""
    tuning: Tuning = UNTUNED
    """How it is changed already."""
    files: tuple[Path, ...] = ()
    """Those that it is read from: its own and what it extends, faces, house tables."""
    retuned: dict[tuple[StyleTuning, ...], SettledLayout] = field(default_factory=dict)
    """Itself with other styles, each made once. What its blocks came to holds styles, so that none
    of it is shared."""

    @property
    def depends_on_story(self) -> bool:
        """Whether another story makes other pages of it."""
        return bool(self.page_counts) or any(
            page.condition is not None or page.each for page in self.pages
        )

    @property
    def sheet(self) -> Sheet:
        """The first page's."""
        return self.pages[0].sheet


def settle(name: str, node: Node, fonts: FontBook) -> SettledLayout:
    """Settle a layout's page, tokens and styles, or raise `SpecError` with all that is wrong."""
    assert isinstance(node.value, dict)
    wrong = fonts.faults()
    fields = dict(node.value)
    styles_node = fields.get("styles")
    if styles_node is not None and isinstance(styles_node.value, dict):
        merged = merged_styles(styles_node, wrong)
        fields["styles"] = Node(merged, styles_node.origin, styles_node.keys)
    fields = _with_parts(_with_whole_pages(fields), node.origin)
    # The body's directives are bound to a story first and decoded then.
    if "page" not in fields:
        # What it lacks is said of the layout.
        fields = {**fields, "page": Node({}, node.origin / "page")}
    decoder = Decoder({Block: lambda node, report: node})
    spec = decoder.decode(Node(fields, node.origin, node.keys), LayoutFile)
    wrong += decoder.diagnostics
    if wrong or isinstance(spec, Failed):
        # A style's mistake is met again in each that is based on it.
        raise SpecError(dict.fromkeys(wrong))
    if spec.body is None and not spec.pages:
        raise SpecError([Diagnostic(say("field-missing/body"), node.origin)])
    settling = Settling(fonts)
    settling.knows(*(fields.get(name) for name in ("colors", "fonts", "styles", "page", "pages")))
    settling.settle_colors(spec.colors or {})
    roles = fields.get("fonts")
    settling.settle_fonts(spec.fonts or {}, roles.origin if roles else node.origin / "fonts")
    settling.goes_by((spec.pages[0].page if spec.pages else spec.page).width)
    styles = _styles(settling, spec.styles or {})
    pages: list[SettledPage] = []
    for number, part in enumerate(_parts(spec), 1):
        sheet = settling.page(part.page, styles, spec.press)
        # The reader above handed the node through.
        body = cast("Node", part.body)
        if sheet is not None:
            sheet = replaced(sheet, styles=on_grid(sheet.styles, sheet.baseline))
            known = Known(VOLATILE)
            printed = part.number or str(number)
            if printed in [page.number for page in pages]:
                settling.wrong(say("layout-pages/number", number=printed), part.origin)
            stated = bool(part.number)
            pages.append(
                SettledPage(
                    printed, sheet, body, known, part.page, part.if_, stated, part.each,
                    part.priority,
                )
            )  # fmt: skip
    tuning = settle_tuning(spec.tune, styles, settling.diagnostics)
    check_fit(spec.fit, styles, settling.diagnostics)
    # Of a style that something is wrong with it is not said that there is none.
    wrong = [fault for fault in settling.diagnostics if not _is_there(fault, spec)]
    if settling.diagnostics:
        raise SpecError(dict.fromkeys(wrong))
    named = fields.get("press")
    press_at = named.origin if named is not None else node.origin
    return SettledLayout(
        name, spec.title, spec.description, tuple(pages), spec.needs, press_at,
        spec.underset, spec.page_counts, frozenset(spec.lint.off), spec.fit, tuning, settling.files,
    )  # fmt: skip


def _is_there(fault: Diagnostic, spec: LayoutFile) -> bool:
    """Whether a style is said not to be there that is."""
    return fault.code == "style-unknown" and fault.saying.values.get("name") in (spec.styles or {})


def _with_whole_pages(fields: dict[str, Node]) -> dict[str, Node]:
    """A layout's fields with the layout's page under each of its pages."""
    pages = fields.get("pages")
    if pages is None or not isinstance(pages.value, tuple):
        return fields
    if "body" in fields and fields["body"].value is not None:
        raise SpecError([Diagnostic(say("layout-pages/body-too"), pages.origin)])
    if not pages.value:
        raise SpecError([Diagnostic(say("layout-pages/empty"), pages.origin)])
    if len(pages.value) > most("pages"):
        raise SpecError([OverLimitError("pages").at(pages.origin)])
    base, whole = fields.get("page"), []
    for part in pages.value:
        if base is not None and isinstance(part.value, dict):
            own = part.value.get("page")
            page = extend(base, own) if own is not None else base
            part = Node({**part.value, "page": page}, part.origin, part.keys)
        whole.append(part)
    return {**fields, "pages": Node(tuple(whole), pages.origin, pages.keys)}


def _with_parts(fields: dict[str, Node], own: Origin) -> dict[str, Node]:
    """A layout's fields with its parts where its body or its pages name them."""
    parts = fields.get("parts")
    if parts is None or not isinstance(parts.value, dict):
        return fields
    # Late: few layouts have parts.
    from infographic.loading.sheet.layout_parts import check_taken, with_parts

    trees: dict[str, Node] = {name: fields[name] for name in ("body", "pages") if name in fields}
    whole = {name: with_parts(tree, parts.value) for name, tree in trees.items()}
    check_taken(parts, own, trees.values())
    return {**fields, **whole}


def _parts(spec: LayoutFile) -> tuple[PagePart, ...]:
    if spec.pages:
        return spec.pages
    assert spec.body is not None
    return (PagePart(page=spec.page, body=spec.body),)


MOST_RETUNED = 64


def with_styles(layout: SettledLayout, tunings: tuple[StyleTuning, ...]) -> SettledLayout:
    """A layout with some of its styles, and what is counted by them, changed.

    Raises `SpecError` where its columns then have no room.
    """
    if not tunings:
        return layout
    known = layout.retuned.get(tunings)
    if known is None:
        pages = tuple(_with_styles(page, tunings, layout.name) for page in layout.pages)
        if len(layout.retuned) >= MOST_RETUNED:
            layout.retuned.clear()
        known = layout.retuned[tunings] = replaced(layout, pages=pages, retuned={})
    return known


def _with_styles(page: SettledPage, tunings: tuple[StyleTuning, ...], name: str) -> SettledPage:
    sheet = page.sheet
    styles = retuned(sheet.styles, tunings)
    area = sheet.type_area
    columns = settle_columns(
        page.spec, area.width, None if sheet.height is None else area.height, styles
    )
    if isinstance(columns, Diagnostic):
        raise SpecError([replaced(columns, layout=name)])
    steps = {
        before.leading: styles[style].leading
        for style, before in sheet.styles.items()
        if styles[style] is not before
    }
    baseline = steps.get(sheet.baseline, sheet.baseline)
    sheet = replaced(sheet, styles=on_grid(styles, baseline), columns=columns, baseline=baseline)
    return replaced(page, sheet=sheet, known=Known(VOLATILE))


def _styles(settling: Settling, specs: Mapping[str, StyleSpec]) -> dict[str, TextStyle]:
    styles = {}
    for name, spec in specs.items():
        style = settling.style(name, spec)
        if style is not None:
            styles[name] = style
    return styles


def decode_body(
    node: Node,
    page: SettledPage,
    story: DecodedStory,
    catalogue: Mapping[str, type],
) -> tuple[Block, tuple[Diagnostic, ...]]:
    """A bound tree of blocks and what is doubtful in it, or `SpecError`.

    What the story's own nodes came to is taken from it, and nothing of them is said again.
    """
    readers = body_readers(page.sheet, story.once)
    decoder = Decoder(readers, catalogue, Block, page.known, story.once)
    body = decoder.read(node, Block)
    if isinstance(body, Failed):
        raise SpecError(decoder.diagnostics)
    assert isinstance(body, Block)
    return body, tuple(decoder.diagnostics)
