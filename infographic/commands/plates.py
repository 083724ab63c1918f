"""`infographic plates`: one picture an ink, the heat map of the ink, and the soft proof."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from infographic.commands.shared import options
from infographic.commands.shared.exit_codes import MADE
from infographic.commands.shared.guard import guard
from infographic.commands.shared.names import FileName, expanded
from infographic.commands.shared.numbers import Bounded
from infographic.commands.shared.say import aside, tell, tell_as_json

if TYPE_CHECKING:
    from infographic.backends.plates.separate import Plates
    from infographic.composed import ComposedPage
    from infographic.press.coverage import Coverage, CoverageElement, Peak


PROCESS = ("cyan", "magenta", "yellow", "black")


@click.command("plates")
@click.argument("story", type=click.Path(path_type=str, readable=False))
@click.option(
    "-l",
    "--layout",
    required=True,
    metavar="NAME|PATH",
    help="A shipped layout's name or a .json file.",
)
@click.option(
    "-o",
    "--output",
    type=FileName(),
    metavar="DIR",
    help="Write cyan.png … and coverage.png, the heat map, into this folder.",
)
@click.option(
    "--soft-proof",
    "proof",
    type=FileName(".png"),
    metavar="FILE.png",
    help="Write the page as the press will print it, on its paper.",
)
@click.option(
    "--ppi",
    type=Bounded(36, 600),
    default=150.0,
    show_default=True,
    help="Pixels an inch.",
)
@options.PRESS
@options.SET
@options.DATA
@options.FONT_PATH
@options.ROOT
@options.ALLOW
@options.LIMITS
@options.diagnostics("the numbers as one object on stdout")
def plates(
    story: str, layout: str, output: str | None, proof: str | None, ppi: float,
    press: str | None, values: options.Values, data: options.Values,
    font_path: tuple[Path, ...], root: Path | None, allow: tuple[str, ...],
    diagnostics: str,
) -> int:  # fmt: skip
    """Separate STORY into its plates; say how much ink it takes, where most lies and why."""
    from infographic.pipeline import compose
    from infographic.press.coverage import measured

    composed = compose(
        story, layout, values=values, data=data, font_path=font_path, root=root, press=press,
        allow=allow,
    )  # fmt: skip
    folder = None if output is None else Path(expanded(output, layout))
    target = None if proof is None else Path(expanded(proof, layout))
    # Those of every page, before it is drawn; of its spot colours, below.
    known = [] if folder is None else [folder / f"{name}.png" for name in (*PROCESS, "coverage")]
    guard([*known, *([] if target is None else [target])], composed.inputs)
    made = composed.plates(ppi)
    coverage = measured(
        composed.page,
        [plate.shares for plate in made.plates],
        ppi,
        composed.press.ink.window_side,
    )
    written = write(composed, made, coverage, folder, target)
    if diagnostics == "json":
        numbers = report(composed, made, coverage)
        numbers["written"] = [str(path) for path in written]
        tell_as_json(numbers)
        return MADE
    for path in written:
        aside(str(path))
    for line in sentences(composed, made, coverage):
        tell(line)
    return MADE


def write(
    composed: ComposedPage,
    made: Plates,
    coverage: Coverage,
    folder: Path | None,
    proof: Path | None,
) -> list[Path]:
    """Write the plates and their heat map into a folder, and the soft proof; which files."""
    from infographic.backends.plates.heat_map import heat_map, soft_proof
    from infographic.foundation.files import write_all

    names = [f"{name}.png" for name in file_names(made)]
    plates = [] if folder is None else [folder / name for name in names]
    maps = [] if folder is None else [folder / "coverage.png"]
    proofs = [] if proof is None else [proof]
    written = [*plates, *maps, *proofs]
    guard(written, composed.inputs)
    made_of = [plate.png(made.ppi) for plate in made.plates] if plates else []
    made_of += [heat_map(made, coverage, composed.press) for _ in maps]
    made_of += [soft_proof(made, composed.press) for _ in proofs]
    write_all(zip(written, made_of, strict=True))
    return written


def file_names(made: Plates) -> list[str]:
    """A file name for each plate; spot colours are numbered where their names alone are not
    enough.
    """
    names: list[str] = []
    for i, plate in enumerate(made.plates):
        kept = "".join(c if c.isalnum() else " " for c in plate.ink.lower())
        name = "-".join(kept.split()) or "spot"
        if i >= 4:
            name = f"spot-{name}"
        names.append(name if name not in names else f"{name}-{i}")
    return names


def report(composed: ComposedPage, made: Plates, coverage: Coverage) -> dict[str, Any]:
    """For `--diagnostics json`: stable keys; inks in per cent, places in mm from the trim."""
    ink = composed.press.ink
    return {
        "layout": composed.layout,
        "press": composed.press.name,
        "ppi": made.ppi,
        "limits": {"design": ink.design, "hard": ink.hard, "window_mm2": ink.window},
        "inks": {plate.ink: round(plate.coverage * 100, 3) for plate in made.plates},
        "pixel": _peak(coverage.spot),
        "square": _peak(coverage.square),
    }


def _peak(peak: Peak) -> dict[str, Any]:
    x, y = _millimetres(peak)
    return {
        "coverage": round(peak.coverage * 100, 1),
        "x_mm": x,
        "y_mm": y,
        "elements": [_element(each) for each in peak.elements],
    }


def _element(each: CoverageElement) -> dict[str, Any]:
    origin = each.origin
    return {
        "kind": each.kind,
        "what": each.what,
        "file": origin.file,
        "pointer": origin.pointer,
        "line": origin.line,
        "column": origin.column,
    }


def _millimetres(peak: Peak) -> tuple[float, float]:
    x, y = (round(side * 25.4 / 72, 1) for side in peak.middle)
    return x, y


def sentences(composed: ComposedPage, made: Plates, coverage: Coverage) -> list[str]:
    ink = composed.press.ink
    width, height = (side * 25.4 / 72 for side in made.trim)
    lines = [
        f"{composed.layout} for {composed.press.name}: {width:.0f} × {height:.0f} mm,"
        f" {len(made.plates)} plates at {made.ppi:g} ppi"
    ]
    lines += [f"  {plate.ink:<24}{plate.coverage * 100:6.2f} %" for plate in made.plates]
    limit = f", {ink.design:g} % aimed at, {ink.hard:g} % at most" if ink.hard < 400 else ""
    for what, peak, rule in (
        (f"most in {ink.window:g} mm²", coverage.square, limit),
        ("most at a pixel", coverage.spot, ""),
    ):
        x, y = _millimetres(peak)
        lines.append(f"  {what:<24}{peak.coverage * 100:6.1f} %  at {x:g}, {y:g} mm{rule}")
        lines += [f"{'':<10}{element}" for element in peak.elements[:3]]
    if coverage.square.coverage * 100 > ink.hard:
        lines.append(f"  more than the press dries: {ink.hard:g} %")
    return lines
