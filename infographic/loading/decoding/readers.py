"""Readers for the types that files write in a way of their own: copy, colour, style, picture …"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from infographic.display.items import DrawingFile, PictureFile
from infographic.foundation.color import Color, color_of
from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic, nearest
from infographic.foundation.fields import AssetField, IconName, PageField
from infographic.foundation.late_pattern import late
from infographic.foundation.record import replaced
from infographic.foundation.sayings import say
from infographic.layout.column_grid import ColumnGrid
from infographic.layout.tracks import Track, read_track
from infographic.loading.assets.images import image_in, open_image
from infographic.loading.decoding.decode import Decoder, Reader
from infographic.loading.decoding.forms import record_of
from infographic.loading.decoding.kept import Once
from infographic.loading.decoding.values import NUMBERS, Failed, Report, in_quotes, not_null
from infographic.loading.sheet.sheet import Sheet
from infographic.story.model import (
    ColorName,
    Figure,
    Lead,
    Panel,
    Publication,
    Quote,
    Stat,
    Subhead,
)
from infographic.text.copy import Copy, StoryWords
from infographic.text.markup import read_markup
from infographic.text.style import TextStyle

_FIGURE_PLACE = late(r"/figures/(\d+)")


def read_copy(node: Node, report: Report) -> Copy | None:
    if not isinstance(node.value, str):
        is_number = isinstance(node.value, NUMBERS) and not isinstance(node.value, bool)
        mend = in_quotes(node) if is_number else not_null(node)
        if isinstance(node.value, Decimal):
            mend = say("mend/joined-number")
        saying = say("value-kind", wanted=say("phrase/text"), found=node.kind)
        report(Diagnostic(saying, node.origin, mend))
        return None
    copy, diagnostics = read_markup(node.value, node.origin)
    for diagnostic in diagnostics:
        report(diagnostic)
    return copy


def read_icon(node: Node, report: Report) -> str | None:
    """An icon's own name, by any of its names."""
    if not isinstance(node.value, str):
        report(Diagnostic(say("value-kind/icon", found=node.kind), node.origin))
        return None
    # Late: few stories have one.
    from infographic.graphics.icons import find, unknown

    found = find(node.value)
    if found is None:
        report(unknown(node.value).at(node.origin))
    return found


def read_track_node(node: Node, report: Report) -> Track | None:
    track = read_track(node.value) if isinstance(node.value, str) else None
    if track is None:
        report(Diagnostic(say("length-form/track", found=repr(node.plain())), node.origin))
    return track


STORY_KINDS: frozenset[type] = frozenset(
    {Copy, DrawingFile, Figure, Lead, Panel, PictureFile, Publication, Quote, Stat, Subhead}
)
"""What is read alike, whichever layout shows it."""
VOLATILE: frozenset[object] = frozenset({PictureFile, DrawingFile, Figure, AssetField("map")})
"""What looks at other files when it is read."""


SHORT = 48
"""Characters of the longest text that looks up the story's terms: a headline, a caption."""


def story_readers(once: Once, words: StoryWords | None = None) -> dict[Any, Reader]:
    """For a story: words (`words` are all of them), and pictures."""

    def read_words(node: Node, report: Report) -> Copy | None:
        copy = read_copy(node, report)
        # A block may ask for a text of the story whose value is not kept any more.
        own = once.words if words is None and id(node) in once.nodes else words
        if copy is None or own is None or len(copy.text) > SHORT:
            return copy
        return Copy(copy.spans, copy.origin, own)

    def read_image(node: Node, report: Report) -> PictureFile | None:
        if isinstance(node.value, bytes):
            return image_in(node.value, node.origin, report)
        if not isinstance(node.value, str):
            report(Diagnostic(say("value-kind/picture", found=node.kind), node.origin))
            return None
        path = Path(node.origin.source.folder, node.value)
        return open_image(path, node.origin, report)

    def read_color_name(node: Node, report: Report) -> ColorName | None:
        if isinstance(node.value, str):
            return ColorName(node.value, node.origin)
        report(Diagnostic(say("value-kind/color", found=node.kind), node.origin))
        return None

    def read_map(node: Node, report: Report) -> object:
        # Late: few stories have a map.
        from infographic.loading.assets.maps import map_of

        return map_of(node, report, once.files)

    readers: dict[Any, Reader] = {
        Copy: read_words, PictureFile: read_image, IconName: read_icon, AssetField("map"): read_map,
        ColorName: read_color_name, DrawingFile: read_drawing,
    }  # fmt: skip

    def read_figure(node: Node, report: Report) -> Figure | None:
        decoder = Decoder(readers, once=once)
        figure = decoder.record(node, record_of(Figure))
        for diagnostic in decoder.diagnostics:
            report(diagnostic)
        if isinstance(figure, Failed):
            return None
        assert isinstance(figure, Figure)
        place = _FIGURE_PLACE.fullmatch(node.origin.pointer)
        if figure.number or place is None:
            return figure
        return replaced(figure, number=int(place[1]) + 1)

    return {**readers, Figure: read_figure}


def read_drawing(node: Node, report: Report) -> PictureFile | None:
    if not isinstance(node.value, str | bytes):
        report(Diagnostic(say("value-kind/picture", found=node.kind), node.origin))
        return None
    if isinstance(node.value, bytes):
        found = image_in(node.value, node.origin, report)
    else:
        path = Path(node.origin.source.folder, node.value)
        found = open_image(path, node.origin, report)
    if found is None or isinstance(found, DrawingFile):
        return found
    report(Diagnostic(say("image-format/no-drawing", name=found.path.name), node.origin))
    return None


def body_readers(sheet: Sheet, once: Once) -> dict[Any, Reader]:
    """For a layout's blocks: the story's types, and the sheet's tokens by name."""

    def read_color(node: Node, report: Report) -> Color | None:
        if not isinstance(node.value, str):
            report(Diagnostic(say("value-kind/color", found=node.kind), node.origin))
            return None
        color = color_of(sheet.colors, node.value, node.origin)
        if isinstance(color, Diagnostic):
            report(color)
            return None
        return color

    def read_style(node: Node, report: Report) -> TextStyle | None:
        if not isinstance(node.value, str):
            report(Diagnostic(say("value-kind/style", found=node.kind), node.origin))
            return None
        style = sheet.styles.get(node.value)
        if style is None:
            saying = say("style-unknown", name=node.value)
            report(Diagnostic(saying, node.origin, nearest(node.value, sheet.styles)))
        return style

    def of_page(part: Callable[[ColumnGrid], object]) -> Reader:
        """For “page” in a block: a part of the page's columns."""

        def read_part(node: Node, report: Report) -> object:
            if sheet.columns is not None:
                return part(sheet.columns)
            report(Diagnostic(say("columns-missing"), node.origin))
            return None

        return read_part

    return {
        **story_readers(once),
        Color: read_color,
        TextStyle: read_style,
        Track: read_track_node,
        PageField("gutter"): of_page(lambda columns: columns.gutter),
        PageField("count"): of_page(lambda columns: columns.count),
        PageField("tracks"): of_page(lambda columns: (Track(1.0, "fr"),) * columns.count),
    }
