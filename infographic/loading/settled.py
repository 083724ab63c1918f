"""A layout made ready once, for any number of stories."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from infographic.display.items import ImageFile
from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.layout.block import Block
from infographic.loading.decode import Decoder, Failed, Known
from infographic.loading.fontbook import FontBook
from infographic.loading.layout_file import FitSpec, LayoutFile, PageSpec, StyleSpec
from infographic.loading.page_columns import settle_columns
from infographic.loading.readers import body_readers, story_readers
from infographic.loading.sheet import Settling, Sheet, merged_styles
from infographic.loading.tuning import (
    UNTUNED,
    StyleTuning,
    Tuning,
    check_fit,
    retuned,
    settle_tuning,
)
from infographic.story.model import Figure, Stat, Story
from infographic.story.stat import fault_of
from infographic.text.style import TextStyle


@dataclass(frozen=True, slots=True)
class SettledLayout:
    """A layout with its tokens settled; `body` still holds its directives."""

    name: str
    title: str
    description: str
    sheet: Sheet
    body: Node
    needs: Node | None
    settling: Settling
    press_at: Origin
    """Where its press profile is named; the profile's path starts from there."""
    known: Known
    """What its blocks came to without a story, for the next one."""
    underset: int | None
    """Lines that a frame of words may stand empty; None for any number."""
    page: PageSpec = PageSpec()
    fit: FitSpec | None = None
    """What `fit` may change."""
    tuning: Tuning = UNTUNED
    """How it is changed already."""
    retuned: dict[tuple[StyleTuning, ...], SettledLayout] = field(default_factory=dict)
    """Itself with other styles, each made once. What its blocks came to holds styles, so that none
    of it is shared."""


def settle(name: str, node: Node, fonts: FontBook) -> SettledLayout:
    """Settle a layout's page, tokens and styles, or raise `SpecError` with all that is wrong."""
    assert isinstance(node.value, dict)
    body = node.value.get("body")
    wrong: list[Diagnostic] = []
    fields = dict(node.value)
    styles_node = fields.get("styles")
    if styles_node is not None and isinstance(styles_node.value, dict):
        merged = merged_styles(styles_node, wrong)
        fields["styles"] = Node(merged, styles_node.origin, styles_node.keys)
    # The body's directives are bound to a story first and decoded then.
    decoder = Decoder({Block: lambda node, report: node})
    spec = decoder.decode(Node(fields, node.origin, node.keys), LayoutFile)
    wrong += decoder.diagnostics
    if wrong or isinstance(spec, Failed):
        # A style's mistake is met again in each that is based on it.
        raise SpecError(dict.fromkeys(wrong))
    assert body is not None
    settling = Settling(fonts)
    settling.settle_colors(spec.colors or {})
    settling.settle_fonts(spec.fonts or {}, node.origin / "fonts")
    styles = _styles(settling, spec.styles or {})
    sheet = settling.page(spec.page, styles, spec.press)
    tuning = settle_tuning(spec.tune, styles, settling.diagnostics)
    check_fit(spec.fit, styles, settling.diagnostics)
    if settling.diagnostics or sheet is None:
        raise SpecError(settling.diagnostics)
    named = fields.get("press")
    press_at = named.origin if named is not None else node.origin
    return SettledLayout(
        name, spec.title, spec.description, sheet, body, spec.needs, settling, press_at,
        Known(body, VOLATILE), spec.underset, spec.page, spec.fit, tuning,
    )  # fmt: skip


MOST_RETUNED = 64
VOLATILE: frozenset[object] = frozenset({ImageFile, Figure})
"""What looks at other files when it is read."""


def with_styles(layout: SettledLayout, tunings: tuple[StyleTuning, ...]) -> SettledLayout:
    """A layout with some of its styles, and what is counted by them, changed.

    Raises `SpecError` where its columns then have no room.
    """
    if not tunings:
        return layout
    known = layout.retuned.get(tunings)
    if known is not None:
        return known
    sheet = layout.sheet
    styles = retuned(sheet.styles, tunings)
    area = sheet.type_area
    columns = settle_columns(
        layout.page, area.width, None if sheet.height is None else area.height, styles
    )
    if isinstance(columns, Diagnostic):
        raise SpecError([replace(columns, layout=layout.name)])
    steps = {
        before.leading: styles[name].leading
        for name, before in sheet.styles.items()
        if styles[name] is not before
    }
    sheet = replace(
        sheet, styles=styles, columns=columns, baseline=steps.get(sheet.baseline, sheet.baseline)
    )
    made = replace(layout, sheet=sheet, known=Known(layout.body, VOLATILE), retuned={})
    if len(layout.retuned) >= MOST_RETUNED:
        layout.retuned.clear()
    layout.retuned[tunings] = made
    return made


def _styles(settling: Settling, specs: Mapping[str, StyleSpec]) -> dict[str, TextStyle]:
    styles = {}
    for name, spec in specs.items():
        style = settling.style(name, spec)
        if style is not None:
            styles[name] = style
    return styles


def decode_story(node: Node, root: Path, doubts: list[Diagnostic]) -> Story:
    """Decode a whole story, or raise `SpecError` with everything that is wrong in it.

    Warnings are added to `doubts`.
    """
    decoder = Decoder(story_readers(root))
    story = decoder.decode(node, Story)
    if isinstance(story, Failed):
        raise SpecError(decoder.diagnostics)
    stats = (stat for panel in story.panels for stat in panel.stats if isinstance(stat, Stat))
    wrong = [fault for fault in map(fault_of, stats) if fault is not None]
    if not story.headline.text.strip():
        hint = "write it; a layout without a headline still names its page by it"
        wrong.insert(
            0, Diagnostic("story-empty", "the headline is empty", story.headline.origin, hint)
        )
    if wrong:
        raise SpecError(wrong)
    doubts += decoder.diagnostics
    return story


def decode_body(
    node: Node,
    layout: SettledLayout,
    root: Path,
    catalogue: Mapping[str, type],
    doubts: list[Diagnostic],
) -> Block:
    """Decode a bound tree of blocks, or raise `SpecError`; warnings are added to `doubts`."""
    readers = body_readers(layout.sheet, layout.settling, root)
    decoder = Decoder(readers, catalogue, Block, layout.known)
    body = decoder.read(node, Block)
    if isinstance(body, Failed):
        raise SpecError(decoder.diagnostics)
    assert isinstance(body, Block)
    doubts += decoder.diagnostics
    return body
