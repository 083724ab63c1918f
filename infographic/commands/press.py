"""`infographic press`: the press profiles, and what each asks for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from infographic.commands.shared import options
from infographic.commands.shared.exit_codes import MADE
from infographic.commands.shared.say import tell, tell_as_json
from infographic.foundation.reach import within

if TYPE_CHECKING:
    from infographic.press.profile import PressProfile, ScreenRules


@click.command("press")
@click.argument("name", required=False, metavar="[NAME|PATH]")
@click.option(
    "--colors",
    is_flag=True,
    help="How far the colours of a layout (-l) drift from screen to print.",
)
@click.option("-l", "--layout", metavar="NAME|PATH", help="With --colors: whose colours.")
@options.diagnostics("the profile, or a list of them, on stdout")
def press(name: str | None, colors: bool, layout: str | None, diagnostics: str) -> int:
    """List the press profiles, or explain one: what its PDF is and what is checked."""
    if colors or layout:
        if not (colors and layout):
            raise click.UsageError("--colors and -l LAYOUT go together")
        from infographic.commands.press_colors import say_colors

        return say_colors(layout, name, diagnostics == "json")
    from infographic.options import reach_for
    from infographic.profiles import press_profile, shipped_profiles

    if name is None:
        profiles = [press_profile(each) for each in shipped_profiles()]
        if diagnostics == "json":
            tell_as_json([summary(each) for each in profiles])
            return MADE
        for profile in profiles:
            tell(f"{profile.name:<16}{profile.standard_name or '-':<16}{profile.title}")
            tell(f"{'':<32}{profile.description}")
        return MADE
    with within(reach_for(name, (), {})):
        profile = press_profile(name)
    if diagnostics == "json":
        tell_as_json(explained(profile))
        return MADE
    for line in (f"{profile.name}: {profile.title}", profile.description, ""):
        tell(line)
    for label, text in explained(profile).items():
        if text and label not in ("name", "title", "description"):
            tell(f"  {label:<14}{text}")
    return MADE


def summary(profile: PressProfile) -> dict[str, str]:
    return {
        "name": profile.name,
        "standard": profile.standard_name,
        "title": profile.title,
        "description": profile.description,
    }


def explained(profile: PressProfile) -> dict[str, str]:
    """Every rule of a profile in words; "" where it sets none."""
    ink, type_, lines, pictures = profile.ink, profile.type, profile.lines, profile.pictures
    outside = [
        word
        for word, wanted in (
            ("crop and register marks", profile.marks),
            ("colour bar", profile.color_bar),
            ("slug line", profile.slug),
            (f"“{profile.watermark}”", bool(profile.watermark)),
        )
        if wanted
    ]
    intent = profile.intent
    return {
        **summary(profile),
        "file": profile.origin.file,
        "intent": f"{intent.identifier} ({intent.condition})" if intent else "",
        "ICC profile": Path(profile.icc).name if profile.icc else "",
        "ink": f"{ink.design:g} % aimed at, {ink.hard:g} % at most, over {ink.window:g} mm²"
        if ink.hard < 400
        else "",
        "black": _black(profile),
        "type": _sizes(
            (type_.positive, "positive"),
            (type_.reversed, "reversed"),
            (type_.multi_ink, "multi-ink"),
            (type_.tinted, "tinted"),
        ),
        "lines": _sizes((lines.positive, "positive"), (lines.reversed, "reversed")),
        "pictures": f"at {pictures.target:g} ppi; below {pictures.warning:g} doubtful, below"
        f" {pictures.error:g} refused"
        if pictures.error
        else f"at {pictures.target:g} ppi",
        "spot colours": f"at most {profile.spots}" if profile.spots else "none",
        "bleed": "as the layout says"
        if profile.bleed is None
        else f"{profile.bleed * 25.4 / 72:.3g} mm"
        if profile.bleed
        else "none",
        "outside it": ", ".join(outside),
        "checks": "" if profile.checks else "none: never print from it",
        **(_screen(profile.screen) if profile.screen else {}),
    }


def _black(profile: PressProfile) -> str:
    black = profile.black
    rules = [word for word, wanted in (("text", black.text), ("areas", black.solids)) if wanted]
    alone = f"black and grey {' and '.join(rules)} in black ink alone" if rules else ""
    most = f"text in at most {black.text_inks} inks" if black.text_inks < 4 else ""
    return "; ".join(filter(None, (alone, most)))


def _sizes(*sizes: tuple[float, str]) -> str:
    return ", ".join(f"{name} from {size:g} pt" for size, name in sizes if size)


def _screen(rules: ScreenRules) -> dict[str, str]:
    kinds = []
    for platform in rules.platforms:
        size = f" {platform.width} × {platform.height} px" if platform.width else ""
        most = f" up to {platform.max_bytes / 1e6:g} MB" if platform.max_bytes else ""
        area = platform.safe_area
        free = (
            f", kept free {area.top / 0.75:g} / {area.right / 0.75:g} / {area.bottom / 0.75:g} /"
            f" {area.left / 0.75:g} px"
            if any(area)
            else ""
        )
        kinds.append(f"{platform.name}{size}{most}{free}")
    return {
        "contrast": f"{rules.contrast:g}, large type {rules.large_contrast:g}",
        "platforms": "; ".join(kinds),
    }
