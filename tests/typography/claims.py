"""What a tester claims of lines read from a PDF: each claim returns what is wrong, or ""."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from .reader import Glyph, Line

Claim = Callable[[Sequence[Line], float], str]
"""Of the lines, and the measure in em."""
NEAR = 0.006
"""In em: a tenth of a point in 20 pt type; what the PDF's rounding may take."""
OPENERS = "“‘（《〈「『【〔〖［｛"
CLOSERS = "”’）》〉」』】〕〗］｝"
PAUSES = "，、；："
STOPS = "。．！？"


def is_han(text: str) -> bool:
    return "\u4e00" <= text[0] <= "\u9fff" or text[0] in "々①②③"


def is_latin(text: str) -> bool:
    return text.isascii() and text.isalnum()


def near(a: float, b: float) -> bool:
    return abs(a - b) <= NEAR


def no_line_starts_with(marks: str) -> Claim:
    def claim(lines: Sequence[Line], ems: float) -> str:
        wrong = [line.text for line in lines[1:] if line.text[0] in marks]
        return f"a line starts with a mark: {wrong}" if wrong else ""

    return claim


def no_line_ends_with(marks: str) -> Claim:
    def claim(lines: Sequence[Line], ems: float) -> str:
        wrong = [line.text for line in lines[:-1] if line.text[-1] in marks]
        return f"a line ends with a mark: {wrong}" if wrong else ""

    return claim


def whole(*pieces: str) -> Claim:
    """Never broken across lines."""

    def claim(lines: Sequence[Line], ems: float) -> str:
        texts = [line.text for line in lines]
        everything = "".join(texts)
        for piece in pieces:
            wanted = everything.count(piece)
            if sum(text.count(piece) for text in texts) < wanted or not wanted:
                return f"“{piece}” is broken: {texts}"
        return ""

    return claim


def stands_at(character: str, x: float, line: int = 0) -> Claim:
    """Where a character's glyph stands, in em from the measure's left edge."""

    def claim(lines: Sequence[Line], ems: float) -> str:
        glyph = lines[line].at(character)
        return "" if near(glyph.x, x) else f"“{character}” stands at {glyph.x:.3f}, not {x}"

    return claim


def takes(width: float, marks: str, *, inside: bool = True) -> Claim:
    """The row of marks between two Han takes so much, wherever it stands in its line, and its ink
    lies between the two Han."""

    def claim(lines: Sequence[Line], ems: float) -> str:
        found = False
        for line in lines:
            if marks not in line.text[1:-1]:
                continue
            low = len_before(line, line.text.index(marks, 1))
            high = len_before(line, line.text.index(marks, 1) + len(marks))
            before, after = line.glyphs[low - 1], line.glyphs[high]
            found = True
            room = after.x - before.x - before.advance
            if not near(room, width):
                return f"“{marks}” takes {room:.3f}, not {width}: {line.text}"
            ink = line.glyphs[low:high]
            start = before.x + before.advance
            over = max(start - ink[0].left, ink[-1].right - start - width, 0.0)
            if inside and over > 0.07:
                return f"the ink of “{marks}” passes its cells by {over:.3f}"
        return "" if found else f"“{marks}” stands in no line"

    return claim


def len_before(line: Line, characters: int) -> int:
    """How many glyphs stand for so many characters."""
    seen = 0
    for number, glyph in enumerate(line.glyphs):
        if seen >= characters:
            return number
        seen += len(glyph.text)
    return len(line.glyphs)


def centred(mark: str) -> Claim:
    """A mark's ink stands in the middle between its two neighbours' cells."""

    def claim(lines: Sequence[Line], ems: float) -> str:
        for line in lines:
            if mark in line.text[1:-1]:
                at = len_before(line, line.text.index(mark, 1))
                before, after = line.glyphs[at - 1], line.glyphs[at + 1]
                middle = (before.x + before.advance + after.x) / 2
                off = line.glyphs[at].middle - middle
                if abs(off) > 0.02:
                    return f"“{mark}” is {off:.3f} off the middle of its cell"
        return ""

    return claim


def unbroken_stroke(lines: Sequence[Line], ems: float) -> str:
    """—— is one stroke: its glyphs touch, and it fills at least 1.7 of its 2 em."""
    for line in lines:
        dashes = [glyph for glyph in line.glyphs if glyph.text in ("—", "——")]
        for a, b in pairwise(dashes):
            if near(b.x - a.x, 1.0) and b.left - a.right > 0.012:
                return f"a gap of {b.left - a.right:.3f} inside ——"
        if dashes and dashes[-1].right - dashes[0].left < 1.7:
            return "the stroke is too short"
    return ""


def gap(before: str, after: str, wanted: float) -> Claim:
    """The space between two neighbours, at natural width; a space typed there is no glyph."""

    def claim(lines: Sequence[Line], ems: float) -> str:
        found = False
        for line in lines:
            for a, b in pairwise(line.glyphs):
                if a.text[-1] == before and b.text[0] == after:
                    found = True
                    room = b.x - a.x - a.advance
                    if not near(room, wanted):
                        return f"{room:.3f} em between “{before}” and “{after}”, not {wanted}"
        return "" if found else f"“{before}{after}” stands in no line"

    return claim


def edges_are_flush(lines: Sequence[Line], ems: float) -> str:
    """A Han or a letter starts its line at 0, and full lines end at the measure."""
    for number, line in enumerate(lines):
        first, last = line.glyphs[0], line.glyphs[-1]
        if number and (is_han(first.text) or is_latin(first.text)) and not near(first.x, 0.0):
            return f"line {number} starts at {first.x:.3f}"
        if number < len(lines) - 1 and (is_han(last.text) or is_latin(last.text)):
            end = last.x + last.advance
            if not near(end, ems):
                return f"line {number} ends at {end:.3f} of {ems}: {line.text}"
    return ""


def inside_the_measure(lines: Sequence[Line], ems: float) -> str:
    for line in lines:
        if line.glyphs[0].left < -0.02 or line.glyphs[-1].right > ems + 0.02:
            return f"ink from {line.glyphs[0].left:.3f} to {line.glyphs[-1].right:.3f} of {ems}"
    return ""


def no_holes(lines: Sequence[Line], ems: float) -> str:
    """No full line is spread by over a fifth of an em, and none stands short."""
    for line in lines[:-1]:
        widest = max(han_gaps(line), default=0.0)
        if widest > 0.2 + NEAR:
            return f"spread by {widest:.3f}: {line.text}"
        end = line.glyphs[-1].x + line.glyphs[-1].advance
        if end < ems - NEAR:
            return f"{ems - end:.3f} short: {line.text}"
    return ""


def on_the_grid(lines: Sequence[Line], ems: float) -> str:
    """Baselines are one leading apart, whatever stands in the lines."""
    pitches = [a.baseline - b.baseline for a, b in pairwise(lines)]
    wrong = [pitch for pitch in pitches if abs(pitch - 30) > 0.11]
    return f"pitches {wrong}" if wrong else ""


def natural_last_line(lines: Sequence[Line], ems: float) -> str:
    """The last line is neither spread nor filled: Han stand cell by cell."""
    rooms = han_gaps(lines[-1])
    return "" if all(near(room, 0.0) for room in rooms) else f"spread by {max(rooms):.3f}"


def last_line_holds(least: int) -> Claim:
    def claim(lines: Sequence[Line], ems: float) -> str:
        if len(lines) < 2:
            return ""
        count = sum(is_han(glyph.text) or is_latin(glyph.text) for glyph in lines[-1].glyphs)
        return "" if count >= least else f"the last line is “{lines[-1].text}”"

    return claim


def every_line(count_of: Callable[[float], int]) -> Claim:
    """Every line but the last holds so many Han, each exactly one em, adjusted by nothing."""

    def claim(lines: Sequence[Line], ems: float) -> str:
        for line in lines[:-1]:
            if len(line.glyphs) != count_of(ems):
                return f"{len(line.glyphs)} Han in a line of {ems} em"
            off = max(abs(glyph.x - number) for number, glyph in enumerate(line.glyphs))
            if off > NEAR:
                return f"a Han stands {off:.3f} off its cell"
        return ""

    return claim


def han_gaps(line: Line) -> list[float]:
    return [
        b.x - a.x - a.advance for a, b in pairwise(line.glyphs) if is_han(a.text) and is_han(b.text)
    ]


# The order of adjustment, read from what each site came to


def sites(line: Line) -> dict[str, list[float]]:
    """What each kind of site came to: for marks the blank that is left (0.5 is all of it), for
    spaces their width. Pairs of marks are left out: their blank is gone before any adjustment."""
    found: dict[str, list[float]] = {}
    marks = OPENERS + CLOSERS + PAUSES + STOPS
    glyphs = [glyph for glyph in line.glyphs if glyph.text != "’" or glyph.advance == 1.0]
    for before, a, b in zip([None, *glyphs], glyphs, glyphs[1:], strict=False):
        room = b.x - a.x - (1.0 if a.text in marks else a.advance)
        first, second = a.text[-1], b.text[0]
        if first in marks and second in marks:
            continue
        if before is not None and before.text in STOPS and first in STOPS:
            continue  # ？！ in one cell have nothing to give
        if first in CLOSERS or second in OPENERS:
            found.setdefault("bracket", []).append(0.5 + min(room, 0.0))
        elif first in PAUSES:
            found.setdefault("pause", []).append(0.5 + min(room, 0.0))
        elif first in STOPS:
            found.setdefault("stop", []).append(0.5 + min(room, 0.0))
        elif is_han(first) and is_han(second):
            found.setdefault("han", []).append(room)
        elif (is_han(first) and is_latin(second)) or (is_latin(first) and is_han(second)):
            found.setdefault("autospace", []).append(room)
        elif is_latin(first) and is_latin(second) and room > 0.1:
            found.setdefault("word", []).append(room)
    return found


SHRINK = [("bracket", 0.5, 0.0), ("pause", 0.5, 0.0), ("autospace", 0.25, 0.125),
          ("stop", 0.5, 0.0)]  # fmt: skip
"""In CLREQ's order: the site, its natural width, and the least it may come to."""


def in_order(lines: Sequence[Line], ems: float) -> str:
    """A step gives only when those before it have given all, and all of a step give alike; a line
    that gave is not spread, and one that is spread opened its words' spaces and those at Latin
    first."""
    for line in lines[:-1]:
        found = sites(line)
        exhausted = True
        gave = False
        for name, natural, least in SHRINK:
            rooms = found.get(name, [])
            given = [room for room in rooms if room < natural - NEAR]
            if given and not exhausted:
                return f"{name} gave before its turn: {line.text} {found}"
            if given and max(rooms) - min(rooms) > NEAR:
                return f"{name} gave unequally: {line.text} {rooms}"
            gave = gave or bool(given)
            if any(room > least + NEAR for room in rooms):
                exhausted = False
        spread = [room for room in found.get("han", []) if room > NEAR]
        if spread and gave:
            return f"a line was closed up and spread: {line.text} {found}"
        han = found.get("han", [])
        if han and max(han) - min(han) > NEAR:
            return f"Han are spread unequally: {line.text} {han}"
        for name, most in (("word", 0.5), ("autospace", 0.5)):
            short = [room for room in found.get(name, []) if room < most - NEAR]
            if spread and short:
                return f"Han were spread before {name}: {line.text} {found}"
    return ""


def marks_keep_close(lines: Sequence[Line], ems: float) -> str:
    """Whatever a line is spread by, nothing opens at the inked side of its marks."""
    for line in lines[:-1]:
        for a, b in pairwise(line.glyphs):
            is_inked = a.text in OPENERS and is_han(b.text)
            is_inked = is_inked or (is_han(a.text) and b.text in CLOSERS + PAUSES + STOPS)
            if is_inked and max(han_gaps(line), default=0.0) > NEAR:
                room = b.x - a.x - 1.0
                if room > NEAR:
                    return f"{room:.3f} em opened at “{a.text}{b.text}”: {line.text}"
    return ""


def nothing_opens(*pairs: str) -> Claim:
    """Between these neighbours nothing is ever added, however loose the line."""

    def claim(lines: Sequence[Line], ems: float) -> str:
        for line in lines[:-1]:
            for a, b in pairwise(line.glyphs):
                if a.text[-1] + b.text[0] in pairs:
                    room = b.left - a.right
                    if room > 0.6:
                        return f"{room:.3f} em of white between “{a.text}” and “{b.text}”"
                    if b.x - a.x - max(a.advance, 0.0) > NEAR and is_latin(a.text):
                        return f"opened between “{a.text}” and “{b.text}”"
        return ""

    return claim


def closed_round(marks: str, width: float) -> Claim:
    """A mark inside a line keeps its neighbours close, however loose the line."""

    def claim(lines: Sequence[Line], ems: float) -> str:
        for line in lines:
            for before, mark, after in zip(
                line.glyphs, line.glyphs[1:], line.glyphs[2:], strict=False
            ):
                room = after.x - before.x - before.advance
                is_site = mark.text in marks and is_han(before.text) and is_han(after.text)
                if is_site and not near(room, width):
                    return f"“{mark.text}” takes {room:.3f}, not {width}: {line.text}"
        return ""

    return claim


def all_of(*claims: Claim) -> Claim:
    def claim(lines: Sequence[Line], ems: float) -> str:
        return next((wrong for one in claims if (wrong := one(lines, ems))), "")

    return claim


def mark_at_line_end(rest: float, marks: str = CLOSERS + PAUSES + STOPS) -> Claim:
    """A mark that ends a full line has so much of its cell before the measure's end."""

    def claim(lines: Sequence[Line], ems: float) -> str:
        for line in lines[:-1]:
            last: Glyph = line.glyphs[-1]
            if last.text in marks and len(line.glyphs) > 2 and not near(ems - last.x, rest):
                return f"“{last.text}” stands {ems - last.x:.3f} before the end, not {rest}"
        return ""

    return claim


def opener_at_line_start(x: float) -> Claim:
    def claim(lines: Sequence[Line], ems: float) -> str:
        for line in lines[1:]:
            first = line.glyphs[0]
            if first.text in OPENERS and not near(first.x, x):
                return f"“{first.text}” starts its line at {first.x:.3f}, not {x}"
        return ""

    return claim


def some(claim: Claim) -> Claim:
    """The opposite: the claim must not hold (for options that switch a rule off)."""

    def opposite(lines: Sequence[Line], ems: float) -> str:
        return "" if claim(lines, ems) else "the rule still holds"

    return opposite
