"""A page's content as one plate sees it: the same operators, with the plate's share of each colour.

On a plate's page light is ink: 1 g is a solid. What overprints leaves the plates it has no ink on,
which is written as full transparency; everything else paints there too, and with no ink wipes out
what was below (ISO 32000-1, 8.6.7 and 11.7.4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from infographic.backends.numbers import number
from infographic.foundation.color import PROCESS_INKS
from infographic.foundation.diagnostics import SayingError
from infographic.foundation.late_pattern import late
from infographic.foundation.record import field, record, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say

_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)"
EVENT = late(
    rf"(?<!\S)(?:(?P<inks>(?:{_NUMBER}\s+){{4}})(?P<k>[kK])"
    rf"|(?P<grey>{_NUMBER})\s+(?P<g>[gG])"
    rf"|(?P<tint>{_NUMBER})\s+(?P<scn>scn?|SCN?)"
    r"|/(?P<space>\S+)\s+(?P<cs>cs|CS)"
    r"|/(?P<state>\S+)\s+gs"
    rf"|(?P<lights>(?:{_NUMBER}\s+){{3}})(?P<rg>rg|RG)"
    r"|(?P<save>[qQ]))(?!\S)"
)
ALL = "All"
"""The separation that is on every plate (8.6.6.4)."""


class UnseparableError(SayingError):
    """The page holds what no plate can be made of: RGB, a blend mode."""


@record
class Overprint:
    """What an extended graphics state says; None leaves what was."""

    fills: bool | None = None
    strokes: bool | None = None
    mode: int | None = None
    fill_alpha: float | None = None
    stroke_alpha: float | None = None


@record
class Tone:
    """A colour as it is set: the shares of the inks it names."""

    shares: Mapping[str, float]
    is_process: bool = True

    def on(self, plate: str, mode: int) -> tuple[float, bool]:
        """Its share of a plate's ink, and whether it paints there when it overprints."""
        if not self.is_process:
            share = self.shares.get(plate, self.shares.get(ALL))
            return (0.0, False) if share is None else (share, True)
        share = self.shares.get(plate, 0.0)
        # With mode 1 an ink of 0 leaves what is under it; with mode 0 it wipes it out.
        return share, plate in PROCESS_INKS and (share > 0 or mode == 0)


BLACK_TONE = Tone({"Black": 1.0})


@record
class _State:
    fill: Tone = BLACK_TONE
    stroke: Tone = BLACK_TONE
    fill_space: str = ""
    stroke_space: str = ""
    fills_over: bool = False
    strokes_over: bool = False
    mode: int = 0
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0


class _Written(NamedTuple):
    """What the plate's own graphics state is so far."""

    fill: float = 0.0
    stroke: float = 0.0
    alphas: tuple[float, float] = (1.0, 1.0)


@record(frozen=False)
class Separated:
    content: str
    states: dict[str, tuple[float, float]] = field(default_factory=dict)
    """Graphics states by name: the opacity of fills and of strokes."""


def inks_named(content: str, spaces: Mapping[str, str]) -> tuple[str, ...]:
    """The spot inks the content sets, in the order of first use."""
    named = (spaces.get(event["space"], "") for event in EVENT.finditer(content) if event["cs"])
    return tuple(dict.fromkeys(name for name in named if name and name != ALL))


def separated(
    content: str, plate: str, spaces: Mapping[str, str], states: Mapping[str, Overprint]
) -> Separated:
    """The content for one plate; `spaces` are Separations by their resource names."""
    result = Separated("")
    result.content = "".join(_pieces(content, plate, spaces, states, result.states))
    return result


def _pieces(
    content: str,
    plate: str,
    spaces: Mapping[str, str],
    states: Mapping[str, Overprint],
    used: dict[str, tuple[float, float]],
) -> Iterator[str]:
    state, written = _State(), _Written()
    saved: list[tuple[_State, _Written]] = []
    # Black is where a page starts, and on a plate's page the black of its start is no ink.
    changed, at = True, 0
    for event in EVENT.finditer(content):
        between = content[at : event.start()]
        at = event.end()
        if changed and between.strip():
            text, written = _caught_up(state, written, plate, used)
            yield text
            changed = False
        yield between
        match event["save"]:
            case "q":
                if changed:
                    text, written = _caught_up(state, written, plate, used)
                    yield text
                    changed = False
                saved.append((state, written))
                yield "q"
            case "Q":
                state, written = saved.pop()
                changed = False
                yield "Q"
            case _:
                state = _after(event, state, spaces, states)
                changed = True
    if changed and content[at:].strip():
        yield _caught_up(state, written, plate, used)[0]
    yield content[at:]


def _after(
    event: re.Match[str],
    state: _State,
    spaces: Mapping[str, str],
    states: Mapping[str, Overprint],
) -> _State:
    """The state after a colour or a graphics state was chosen."""
    if event["rg"]:
        raise UnseparableError(say("phrase/rgb"))
    if event["state"]:
        return _overprinting(state, states[event["state"]])
    if event["cs"]:
        name = spaces.get(event["space"])
        if name is None:
            raise UnseparableError(say("phrase/color-space", space=str(event["space"])))
        solid = Tone({name: 1.0}, False)
        if event["cs"] == "cs":
            return replaced(state, fill_space=name, fill=solid)
        return replaced(state, stroke_space=name, stroke=solid)
    if event["k"]:
        shares = map(float, event["inks"].split())
        tone = Tone(dict(zip(PROCESS_INKS, shares, strict=True)))
        is_fill = event["k"] == "k"
    elif event["g"]:
        tone = Tone({"Black": 1 - float(event["grey"])})
        is_fill = event["g"] == "g"
    else:
        is_fill = event["scn"].islower()
        name = state.fill_space if is_fill else state.stroke_space
        tone = Tone({name: float(event["tint"])}, False)
    return replaced(state, fill=tone) if is_fill else replaced(state, stroke=tone)


def _overprinting(state: _State, chosen: Overprint) -> _State:
    def first(value: float | None, before: float) -> float:
        return before if value is None else value

    return replaced(
        state,
        fills_over=bool(first(chosen.fills, state.fills_over)),
        strokes_over=bool(first(chosen.strokes, state.strokes_over)),
        mode=int(first(chosen.mode, state.mode)),
        fill_alpha=first(chosen.fill_alpha, state.fill_alpha),
        stroke_alpha=first(chosen.stroke_alpha, state.stroke_alpha),
    )


def _caught_up(
    state: _State, written: _Written, plate: str, used: dict[str, tuple[float, float]]
) -> tuple[str, _Written]:
    """The operators that bring the plate's page to this state."""
    fill, fill_paints = state.fill.on(plate, state.mode)
    stroke, stroke_paints = state.stroke.on(plate, state.mode)
    now = _Written(
        fill,
        stroke,
        (
            state.fill_alpha if fill_paints or not state.fills_over else 0.0,
            state.stroke_alpha if stroke_paints or not state.strokes_over else 0.0,
        ),
    )
    operators = []
    if now.fill != written.fill:
        operators.append(f"{number(now.fill)} g")
    if now.stroke != written.stroke:
        operators.append(f"{number(now.stroke)} G")
    if now.alphas != written.alphas:
        name = "A" + "x".join(number(alpha) for alpha in now.alphas).replace(".", "d")
        used[name] = now.alphas
        operators.append(f"/{name} gs")
    return (f" {' '.join(operators)} " if operators else ""), now
