"""`infographic layouts`: the shipped layouts, and one layout in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from infographic.commands.shared import options
from infographic.commands.shared.exit_codes import BAD_INPUT, MADE
from infographic.commands.shared.guard import guard, named_by
from infographic.commands.shared.names import FileName
from infographic.commands.shared.say import aside, tell, tell_as_json
from infographic.foundation.files import write_whole
from infographic.foundation.reach import within

if TYPE_CHECKING:
    from infographic.foundation.datum import Node
    from infographic.layout.column_grid import ColumnGrid
    from infographic.loading.settled import SettledLayout
    from infographic.loading.sheet.sheet import Sheet
    from infographic.text.style import TextStyle


@click.command("layouts")
@click.argument("name", required=False, metavar="[NAME|PATH]")
@click.option("--sheet", type=FileName(".png"), metavar="FILE.png",
              help="Draw --story in every layout that it fits as one picture of thumbnails, by "
              "family; what is left out is named with the reason.")  # fmt: skip
@click.option("--story", metavar="STORY", help="The story that --sheet draws.")
@click.option("-l", "--layout", "patterns", multiple=True, metavar="PATTERN|PATH",
              help="With --sheet: only these layouts, as “square”, “gala/*”, “* + desk”, or a "
              ".json file; repeatable.")  # fmt: skip
@click.option("--thumb", type=click.IntRange(60, 1200), default=300, show_default=True,
              metavar="PX", help="With --sheet: the side of a square page's thumbnail; others have "
              "its area.")  # fmt: skip
@options.FONT_PATH
@options.diagnostics("the layout, or a list of them, on stdout")
def layouts(
    name: str | None, sheet: str | None, story: str | None, patterns: tuple[str, ...], thumb: int,
    font_path: tuple[Path, ...], diagnostics: str,
) -> int:  # fmt: skip
    """List the shipped layouts, or show one: its page, columns, styles and needs."""
    if sheet is not None:
        return draw_sheet(sheet, name, story, patterns, thumb, font_path, diagnostics == "json")
    if story is not None or patterns:
        raise click.UsageError("--story and --layout say what --sheet draws: name its file")
    from infographic.loading.sheet.layouts import (
        all_layouts,
        find_layout,
        read_layout,
        read_shipped,
    )
    from infographic.options import reach_for
    from infographic.pipeline import settled_layout

    as_json = diagnostics == "json"
    if name is not None:
        with within(reach_for(find_layout(name, Path(), None), (), {"font_path": font_path})):
            layout = settled_layout(read_layout(name), font_path)
        if as_json:
            tell_as_json(full(layout))
        else:
            for line in in_full(layout):
                tell(line)
        return MADE
    every = [settled_layout(read_shipped(each)) for each in all_layouts()]
    if as_json:
        tell_as_json([summary(each) for each in every])
        return MADE
    for each in every:
        size = measured(each.sheet)
        tell(f"{each.name:<24}{size:<18}{each.title}  {each.description}")
        if each.sheet.columns is not None:
            tell(f"{'':<24}{columns_in_words(each.sheet.columns)}")
    return MADE


def draw_sheet(
    file: str, name: str | None, story: str | None, patterns: tuple[str, ...], thumb: int,
    font_path: tuple[Path, ...], as_json: bool,
) -> int:  # fmt: skip
    """Write a story in its layouts as one picture, and say of each whether it is drawn."""
    from infographic.commands.layout_sheet import asked_layouts, drawn, said, sheet_of
    from infographic.options import reach_for, read_story

    if story is None or name is not None:
        raise click.UsageError("--sheet draws a --story; say which layouts by --layout")
    asked = asked_layouts(patterns)
    if not asked:
        raise click.UsageError(f"no layout is called {' or '.join(patterns)}")
    with within(reach_for(story, patterns, {"font_path": font_path})):
        read = read_story(story)
        own = [one for one in patterns if one.endswith(".json")]
        guard([Path(file)], [Path(story), *named_by(read, own, font_path)])
        found = list(drawn(read, asked, font_path))
    pages = [one.page for one in found if one.page is not None]
    if pages:
        guard([Path(file)], [Path(story), *(each for page in pages for each in page.inputs)])
        write_whole(Path(file), sheet_of(Path(story).as_posix(), found, thumb))
    if as_json:
        left_out = [
            {"layout": one.asked.name, "code": one.why.code, "reason": one.why.message}
            for one in found
            if one.why is not None
        ]
        names = [one.asked.name for one in found if one.page is not None]
        tell_as_json({"drawn": names, "left_out": left_out})
    else:
        for one in found:
            tell(said(one))
        if pages:
            aside(file)
    return MADE if pages else BAD_INPUT


def summary(layout: SettledLayout) -> dict[str, Any]:
    """A row of the list; the columns' fields only where the page has columns."""
    row = {"name": layout.name, "size": measured(layout.sheet), "title": layout.title,
           "description": layout.description}  # fmt: skip
    columns = layout.sheet.columns
    if columns is None:
        return row
    return {
        **row,
        "columns": columns.count,
        "characters": _points(columns.characters),
        "character_pt": _points(columns.size),
        "measure_pt": _points(columns.measure),
        "gutter_pt": _points(columns.gutter),
        "leading_pt": _points(columns.leading),
        "lines": columns.lines,
    }


def full(layout: SettledLayout) -> dict[str, Any]:
    sheet = layout.sheet
    several = [
        {"number": page.number, **_measures(page.sheet)}
        for page in layout.pages
        if not layout.depends_on_story
    ]
    return {
        **summary(layout),
        **_measures(sheet),
        **({"pages": several} if len(several) > 1 else {}),
        **({"page_counts": list(layout.page_counts)} if layout.page_counts else {}),
        "ppi": sheet.ppi,
        "press": sheet.press,
        "styles": {
            name: {"size_pt": _points(style.size), "leading_pt": _points(style.leading)}
            for name, style in sheet.styles.items()
        },
        "needs": layout.needs.plain() if layout.needs is not None else {},
    }


def _measures(sheet: Sheet) -> dict[str, Any]:
    return {
        "page_pt": [sheet.width, sheet.height],
        "margins_pt": list(sheet.margins),
        "bleed_pt": sheet.bleed,
        "baseline_pt": sheet.baseline,
    }


def in_full(layout: SettledLayout) -> Iterator[str]:
    sheet = layout.sheet
    yield f"{layout.name}: {layout.title}"
    yield layout.description
    if layout.depends_on_story:
        yield ""
        yield from _page_in_full(sheet)
        counts = ", ".join(map(str, layout.page_counts))
        yield f"  {'pages':<16}{counts or 'as many as the story makes'}"
    else:
        for page in layout.pages:
            yield ""
            if len(layout.pages) > 1:
                yield f"  page {page.number}"
            yield from _page_in_full(page.sheet)
    yield ""
    yield "  styles"
    for name, style in sheet.styles.items():
        yield f"  {name:<16}{_type(style, sheet)}"
    if layout.needs is not None and isinstance(layout.needs.value, dict):
        yield ""
        yield "  needs"
        yield from _needs(layout.needs.value)


def _page_in_full(sheet: Sheet) -> Iterator[str]:
    area = sheet.type_area
    height = "auto" if sheet.height is None else _amount(area.height, sheet)
    edges = " / ".join(_amount(edge, sheet) for edge in sheet.margins)
    rows = {
        "page": measured(sheet),
        "margins": f"{edges} {_unit(sheet)} (top / right / bottom / left)",
        "bleed": f"{_amount(sheet.bleed, sheet)} {_unit(sheet)}" if sheet.bleed else "",
        "type area": f"{_amount(area.width, sheet)} × {height} {_unit(sheet)}",
        "columns": columns_in_words(sheet.columns) if sheet.columns else "",
        "baseline": f"every {sheet.baseline:g} pt" if sheet.baseline else "",
        "PNG": f"{sheet.ppi:g} ppi",
        "press": sheet.press,
    }
    for label, text in rows.items():
        if text:
            yield f"  {label:<16}{text}"


def columns_in_words(columns: ColumnGrid) -> str:
    """“5 × 20 字 of 9 pt, gutter 23.03 pt, 100 lines of 13.8 pt”."""
    characters = f"{columns.characters:.1f}".removesuffix(".0")
    lines = "lines" if columns.lines is None else f"{columns.lines} lines"
    return (
        f"{columns.count} × {characters} 字 of {columns.size:g} pt, "
        f"gutter {columns.gutter:.2f} pt, {lines} of {columns.leading:g} pt"
    )


def _type(style: TextStyle, sheet: Sheet) -> str:
    """Size and leading, in pt or, where the page is in px, in px."""
    from infographic.text.style import Part

    unit, each = ("px", 0.75) if _unit(sheet) == "px" else ("pt", 1.0)
    digits = style.of(Part.DIGITS).size
    large = f", digits {digits / each:.4g} {unit}" if digits != style.size else ""
    return f"{style.size / each:.4g} {unit} on {style.leading / each:.4g} {unit}{large}"


def _needs(needs: Mapping[str, Node]) -> Iterator[str]:
    for pointer, need in needs.items():
        if pointer.startswith("//"):
            continue
        bounds = need.plain()
        if isinstance(bounds, dict):
            words = [
                _span(bounds.get("min"), bounds.get("max"), ""),
                _span(bounds.get("min_characters"), bounds.get("max_characters"), " characters"),
                f"{fit} with --fit" if (fit := bounds.get("max_characters_fit")) else "",
                f"with those of {other}" if (other := bounds.get("with")) else "",
                f"unless there are {other}" if (other := bounds.get("unless")) else "",
            ]
            yield f"  {pointer:<16}{', '.join(filter(None, words))}"
        elif bounds is True:
            yield f"  {pointer:<16}must be there"


def _span(least: object, most: object, of: str) -> str:
    """
    >>> _span(4, 6, ""), _span(None, 900, " characters"), _span(None, None, "")
    ('4 to 6', 'at most 900 characters', '')
    """
    if least is not None and most is not None:
        return f"{least} to {most}{of}"
    if least is not None:
        return f"at least {least}{of}"
    return f"at most {most}{of}" if most is not None else ""


def _points(amount: float) -> float:
    """As exact as lengths are read; without a float's last digits."""
    return round(amount, 6)


def measured(sheet: Sheet) -> str:
    """The page's size in its own unit: “390 × 540 mm”."""
    from infographic.layout_list import is_of_screen, size_in_words

    return size_in_words(sheet.width, sheet.height, is_of_screen(sheet))


def _unit(sheet: Sheet) -> str:
    # As `pipeline` tells them apart: a page measured in px has the screen's pixels.
    return "px" if sheet.ppi == 96 else "mm"


def _amount(points: float, sheet: Sheet, digits: int = 1) -> str:
    amount = points / 0.75 if sheet.ppi == 96 else points * 25.4 / 72
    return f"{amount:.{digits}f}".removesuffix(".0")
