"""The HTML of a story, for WeasyPrint: the templates of peers/ filled in."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from string import Template
from typing import Any, NamedTuple

_UNIT = re.compile("^(?:%|余|多|万|亿|个|名|人次|人|期|户|以上)*")


class Fact(NamedTuple):
    """A sentence's number (of several the last), what counts it, and the words round it."""

    number: str
    unit: str
    before: str
    after: str

    @classmethod
    def of(cls, sentence: str) -> Fact:
        before, number, after = sentence.replace("\n", "").rsplit("**", 2)
        match = _UNIT.match(after)
        unit = match[0] if match else ""
        return cls(number, unit, before, after[len(unit) :])

    @property
    def words(self) -> str:
        return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(self.before + self.after))

    @property
    def value(self) -> str:
        number, unit = escape(self.number), escape(self.unit)
        return f'<span class="number"><b>{number}</b><i>{unit}</i></span>'


def page(kind: str, story: dict[str, Any], folder: Path) -> str:
    """The page of a kind; `folder` holds the templates."""
    template = Template((folder / f"{kind}.html").read_text(encoding="utf-8"))
    others, panel = story["panels"]
    figures = [_figure(figure, number) for number, figure in enumerate(story["figures"], 1)]
    cells = [_cell(fact) for fact in _facts(others["stats"])]
    return template.substitute(
        {key: escape(story[key]) for key in ("headline", "deck", "byline")},
        **{key: escape(story["publication"][key]) for key in ("name", "section", "page", "date")},
        headline_in_lines=escape(story["headline"]).replace("　", "<br>"),
        figure_1=figures[0], figure_2=figures[1], figure_3=figures[2],
        title_1=escape(others["title"]), title_2=escape(panel["title"]),
        cells=f"<tr>{''.join(cells)}</tr>",
        first=cells[0], third=cells[2], in_row=f"<tr>{cells[1]}{''.join(cells[3:])}</tr>",
        facts=f"{''.join(_cell(fact, 'div') for fact in _facts(panel['stats']))}",
        **_change(panel["stats"][0]),
        body="".join(_paragraph(part) for part in story["body"]),
        credit=escape(story["credits"][0]), credits=escape("　".join(story["credits"])),
    )  # fmt: skip


def _facts(stats: list[Any]) -> list[Fact]:
    """A sentence whose clauses have a number each is a fact for each."""
    found = []
    for sentence in (stat for stat in stats if isinstance(stat, str)):
        clauses = sentence.split("，")
        whole = not all("**" in clause for clause in clauses)
        found += [Fact.of(part) for part in ([sentence] if whole else clauses)]
    return found


def _cell(fact: Fact, tag: str = "td") -> str:
    return f'<{tag} class="cell"><p>{fact.words}</p>{fact.value}</{tag}>'


def _change(stat: dict[str, str]) -> dict[str, str]:
    """What changed: from what to what, by how much and by what share."""
    before, now = Fact.of(stat["from"]), Fact.of(stat["to"])
    first, last = float(before.number), float(now.number)
    by = Fact(_signed(last - first, 2), now.unit, "", "")
    percent = Fact(_signed(100 * (last - first) / first, 1), "%", "", "")
    most = max(first, last) / 100
    words = before.before.removeprefix("从").removesuffix("的")
    return {
        "label": escape(now.after), "news": now.value, "by": by.value, "percent": percent.value,
        "before": _bar(words, before, first / most),
        "now": _bar(now.before.split("到")[-1].removesuffix("的"), now, last / most),
    }  # fmt: skip


def _signed(value: float, digits: int) -> str:
    return f"{'−' if value < 0 else '+'}{abs(value):.{digits}f}"


def _bar(words: str, fact: Fact, percent: float) -> str:
    value = escape(fact.number + fact.unit)
    return (
        f'<div class="bar" style="width:{percent:.2f}%">{escape(words)}<span>{value}</span></div>'
    )


def _figure(figure: dict[str, Any], number: int) -> str:
    return (
        f'<div class="tint"><div class="mark">{number}</div></div><p class="caption">'
        f"<b>图{'①②③'[number - 1]}</b>　{escape(figure['caption'])}"
        f'　<span class="kai">{escape(figure["credit"])}</span></p>'
    )


def _paragraph(part: str | dict[str, str]) -> str:
    if isinstance(part, str):
        return f"<p>{escape(part)}</p>"
    return f'<p class="lead">{escape(next(iter(part.values())))}</p>'
