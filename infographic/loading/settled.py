"""A layout made ready once, for any number of stories."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from infographic.display.items import ImageFile
from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.layout.block import Block
from infographic.loading.decode import Decoder, Failed, Known
from infographic.loading.fontbook import FontBook
from infographic.loading.layout_file import LayoutFile, StyleSpec
from infographic.loading.readers import body_readers, story_readers
from infographic.loading.sheet import Settling, Sheet, merged_styles
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
    if settling.diagnostics or sheet is None:
        raise SpecError(settling.diagnostics)
    named = fields.get("press")
    press_at = named.origin if named is not None else node.origin
    return SettledLayout(
        name, spec.title, spec.description, sheet, body, spec.needs, settling, press_at,
        Known(body, frozenset({ImageFile, Figure})), spec.underset,
    )  # fmt: skip


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
