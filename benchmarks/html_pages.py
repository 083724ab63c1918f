"""The HTML of a story, for WeasyPrint: the templates of peers/ filled in."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from string import Template
from typing import Any

_NUMBER = re.compile(r"\*\*(.+?)\*\*((?:%|余|多|万|亿|个|名|人次|人|期|户|以上|党员)*)")


def page(kind: str, story: dict[str, Any], folder: Path) -> str:
    """The page of a kind; `folder` holds the templates."""
    template = Template((folder / f"{kind}.html").read_text(encoding="utf-8"))
    first, second = story["panels"]
    figures = [_figure(figure, number) for number, figure in enumerate(story["figures"], 1)]
    change = second["stats"][0]
    return template.substitute(
        {key: escape(story[key]) for key in ("headline", "deck", "byline")},
        **{key: escape(story["publication"][key]) for key in ("name", "section", "page", "date")},
        headline_in_lines=escape(story["headline"]).replace("　", "<br>"),
        figure_1=figures[0], figure_2=figures[1], figure_3=figures[2],
        title_1=escape(first["title"]), stats_1=_statements(first["stats"]),
        title_2=escape(second["title"]), stats_2=_statements(second["stats"][1:]),
        **{"from": _value(change["from"]), "to": _value(change["to"])},
        body="".join(_paragraph(part) for part in story["body"]),
        credit=escape(story["credits"][0]), credits=escape("　".join(story["credits"])),
    )  # fmt: skip


def _marked(text: str) -> str:
    number = r'<span class="number"><b>\1</b><i>\2</i></span>'
    return _NUMBER.sub(number, escape(text)).replace("\n", "<br>")


def _statements(stats: list[str]) -> str:
    return "".join(f'<p class="statement">{_marked(stat)}</p>' for stat in stats)


def _value(text: str) -> str:
    words, number = text.split("**", 1)
    return f"{escape(words)}<br>{_marked('**' + number)}"


def _figure(figure: dict[str, Any], number: int) -> str:
    return (
        f'<div class="tint"><div class="mark">{number}</div></div><p class="caption">'
        f'<b class="accent">图{"①②③"[number - 1]}</b>　{escape(figure["caption"])}'
        f'　<span class="kai">{escape(figure["credit"])}</span></p>'
    )


def _paragraph(part: str | dict[str, str]) -> str:
    if isinstance(part, str):
        return f"<p>{escape(part)}</p>"
    return f'<p class="lead">{escape(next(iter(part.values())))}</p>'
