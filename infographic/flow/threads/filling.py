"""What stands in a frame of a thread, when it is known which words do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from infographic.display.frame import HERE, Frame, bare, together
from infographic.display.items import Role
from infographic.flow.frame_columns import Setting, first_above
from infographic.flow.pour import Poured
from infographic.flow.threads.frames import FrameStood, Jump
from infographic.flow.threads.slots import ThreadText
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import replaced
from infographic.foundation.sayings import say
from infographic.layout.setting import faults_of, not_across, stack_lines
from infographic.text.copy import Copy, Span
from infographic.text.paragraph import set_paragraph
from infographic.text.style import Alignment


def filled_frame(
    stood: FrameStood, poured: Poured, order: int, text: ThreadText, jumps: Sequence[Jump]
) -> Frame:
    """What stands in a frame of a thread: its blocks, its words, its jumps and rules."""
    frame, height, own = stood.frame, stood.height, stood.own
    wanted, region = frame.found.slot.columns, frame.region
    shift, columns = frame.shift, frame.columns
    setting = Setting(text.style, text.passages, text.style.leading, text.name, order)
    parts = [
        wanted.stand_insets(region, columns.insets(height, frame.extra), shift),
        setting.paragraphs(poured, own, shift),
        *(_jump(jump, text, shift) for jump in jumps if jump.room in own),
    ]
    first = next((stand.entry for stand in poured.in_rooms(own)), None)
    if first is not None:
        # A frame that the words do not reach has no columns to part.
        rules = wanted.rules(columns, poured, own, height, frame.extra, shift)
        parts.append(bare(rules))
    origin = frame.found.origin if first is None else text.passages[first.paragraph].origin
    size = Size(region.width, region.height or 0.0)
    made = together(size, [(HERE, part) for part in parts])
    return made.grouped(origin, Role.ARTICLE, "thread")


def _jump(jump: Jump, text: ThreadText, shift: float) -> Frame:
    assert text.jump_style is not None
    side = Alignment.RIGHT if jump.leads_on else Alignment.LEFT
    style = replaced(text.jump_style, alignment=side, indent=0.0, hanging_indent=0.0)
    copy = Copy((Span(jump.text),), BUILT_IN)
    paragraph = set_paragraph(copy, style, jump.place.width)
    top = shift + jump.row * text.style.leading
    baseline = top + first_above(text.style)
    first = paragraph.lines[0]
    at = Point(jump.place.x, baseline - first.above)
    lines = bare(stack_lines(paragraph.lines, copy.origin, at).items)
    said = replaced(copy, origin=text.origin / ("jump_to" if jump.leads_on else "jump_from"))
    faults = faults_of(paragraph, said, style, max_lines=1) + not_across(said, style)
    unknown = re.search(r"\{[^{}]*\}", jump.text)
    if unknown is not None:
        faults += (Diagnostic(say("value-choice/jump-line", word=unknown[0]), said.origin),)
    return replaced(lines.grouped(copy.origin, Role.PARAGRAPH, "jump"), faults=faults)
