"""Layouts, house files and press profiles that ask for too much, or for themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from hostile.case import HEADLINE, STORY, STYLES, Case, Content, layout, stack, tree_text

TEXT = {"type": "text", "text": "大", "style": "s"}


def asks(
    name: str, made: Content, ends: int | tuple[int, ...] = (0, 3), says: str = "", **files: Content
) -> Case:
    """A layout, and what else lies beside it."""
    return Case(
        f"layout-{name}",
        {"small.json": made, **files},
        ends=ends,
        says=says,
    )


def page(**fields: Any) -> dict[str, Any]:
    return layout(stack(HEADLINE), page=fields)


def style(**fields: Any) -> dict[str, Any]:
    return layout(stack(HEADLINE), styles={"s": {**STYLES["s"], **fields}})


PAGES: Mapping[str, dict[str, Any]] = {
    "of-nothing": {"width": "0pt"},
    "of-less-than-nothing": {"width": "-1pt"},
    "of-1e308": {"width": "1e308pt"},
    "of-200-inches": {"width": "14400pt", "height": "14400pt"},
    "past-200-inches": {"width": "14401pt"},
    "of-nan": {"width": "nanpt"},
    "of-infinity": {"width": "infpt", "height": "Infinity"},
    "margins-past-it": {"margins": "1000pt"},
    "margins-of-1e300": {"margins": "1e300mm"},
    "bleed-of-a-kilometre": {"bleed": "1000000mm"},
    "ppi-of-2400": {"ppi": 2400, "width": "5000pt", "height": "5000pt"},
    "baseline-of-nearly-0": {"baseline": "0.0000001pt"},
    "columns-too-narrow": {"columns": 12, "gutter": "400pt"},
    "safe-area-past-it": {"safe_area": "900pt"},
}
STYLE_FIELDS: Mapping[str, dict[str, Any]] = {
    "leading-1e308": {"leading": 1e308},
    "leading-0": {"leading": 0},
    "leading-below-0": {"leading": "-12pt"},
    "leading-nearly-0": {"leading": "1e-300pt"},
    "size-1e308": {"size": "1e308pt"},
    "size-0": {"size": "0pt"},
    "size-1e-300": {"size": "1e-300pt"},
    "size-a-kilometre": {"size": "1000000mm"},
    "space-before-1e308": {"space_before": "1e308pt"},
    "tracking-1e9": {"tracking": 1e9},
    "indent-1e9": {"indent": 1e9},
    "features-100000": {"features": [f"ss{n:02}" for n in range(100)] * 1000},
    "feature-odd": {"features": ["\0\0\0\0", "-", "liga=99999999999", "aalt[0:99]"]},
    "based-on-itself": {"based_on": "s"},
    "size-of-a-million-digits": {"size": "7" * 1_000_000 + "x"},
    "leading-of-a-million-digits": {"leading": "7" * 1_000_000 + "."},
    "house-missing": {"house": "nowhere.json"},
    "font-unknown": {"font": "nobody's"},
}


def doubling() -> dict[str, Content]:
    """Each extends the next two times: 2^40 without a record of what was read."""
    made: dict[str, Content] = {
        f"l{n}.json": {"extends": [f"./l{n + 1}.json", f"./l{n + 1}.json"]} for n in range(40)
    }
    return {**made, "l40.json": page()}


def chain(length: int) -> dict[str, Content]:
    made: dict[str, Content] = {
        f"l{n}.json": {"extends": f"./l{n + 1}.json"} for n in range(length)
    }
    return {**made, f"l{length}.json": page()}


def nested(depth: int) -> dict[str, Any]:
    tree: dict[str, Any] = TEXT
    for _ in range(depth):
        tree = stack(tree)
    return layout(tree)


def doubled_parts() -> dict[str, Any]:
    """Parts that hold the next two times."""
    parts = {f"p{n}": stack({"$part": f"p{n + 1}"}, {"$part": f"p{n + 1}"}) for n in range(40)}
    return layout({"$part": "p0"}, parts={**parts, "p40": TEXT})


def each_in_each(times: int) -> dict[str, Any]:
    """Every paragraph for every paragraph, and so on."""
    tree: dict[str, Any] = TEXT
    for _ in range(times):
        tree = stack({"$each": "/body", "do": tree})
    return layout(tree)


LARGE: Mapping[str, Callable[[], Content]] = {
    "based-on-5000": lambda: layout(
        stack(HEADLINE),
        styles={
            "s": {"based_on": "s0"},
            **{f"s{n}": {"based_on": f"s{n + 1}"} for n in range(5_000)},
            "s5000": STYLES["s"],
        },
    ),
    "colors-100000": lambda: layout(
        stack(HEADLINE), colors={f"c{n}": {"k": n % 100} for n in range(100_000)}
    ),
    "styles-20000": lambda: layout(
        stack(HEADLINE), styles={f"t{n}": {"based_on": "s"} for n in range(20_000)}
    ),
    "areas-of-500000": lambda: layout(
        {"type": "grid", "areas": ["a " * 500_000], "children": {"a": TEXT}}
    ),
    "areas-of-100000-rows": lambda: layout(
        {"type": "grid", "areas": ["a"] * 100_000, "children": {"a": TEXT}}
    ),
    "areas-of-5000-names": lambda: layout(
        {
            "type": "grid",
            "areas": [" ".join(f"n{n}" for n in range(5_000))],
            "children": {f"n{n}": TEXT for n in range(5_000)},
        }
    ),
    "tracks-100000": lambda: layout(
        {"type": "grid", "areas": ["a"], "columns": ["1fr"] * 100_000, "children": {"a": TEXT}}
    ),
    "children-50000": lambda: layout(stack(*[TEXT] * 50_000)),
    "children-5000": lambda: layout(stack(*[TEXT] * 5_000)),
    "frames-5000": lambda: layout(
        {
            "type": "frames",
            "children": [
                {"x": "0pt", "y": "0pt", "width": "50pt", "block": TEXT} for _ in range(5_000)
            ],
        },
        page={"height": "100pt"},
    ),
    "alternatives-5000": lambda: layout({"type": "alternatives", "of": [TEXT] * 5_000}),
    "unknown-fields-100000": lambda: layout(TEXT, **{f"f{n}": 1 for n in range(100_000)}),
    "font-chain-5000": lambda: {**page(), "fonts": {"f": {"han": ["square.ttf"] * 5_000}}},
    "spacer-sizes": lambda: layout(stack(*[{"type": "spacer", "height": "14400pt"}] * 1_000)),
    "needs-100000": lambda: {**page(), "needs": {f"/f{n}": True for n in range(100_000)}},
}


def _cases() -> Iterator[Case]:
    for name, fields in PAGES.items():
        yield asks(f"page-{name}", page(**fields))
    for name, fields in STYLE_FIELDS.items():
        yield asks(f"style-{name}", style(**fields))
    for name, made in LARGE.items():
        yield asks(name, made)._replace(heavy=True)
    yield asks("extends-itself", {"extends": "./small.json"}, 3, "layout-circle")
    yield asks(
        "extends-in-a-ring",
        {"extends": "./b.json"},
        3,
        "layout-circle",
        **{"b.json": {"extends": "./small.json"}},
    )
    yield asks("extends-a-folder", {"extends": "./deep"}, 3, **{"deep/x.json": "{}"})
    yield asks("extends-doubling", {"extends": "./l0.json"}, **doubling())
    yield asks("extends-60", {"extends": "./l0.json"}, 0, **chain(60))
    yield asks("extends-1100", {"extends": "./l0.json"}, 3, "extends-many", **chain(1_100))
    yield asks("blocks-30-deep", nested(30), 0)
    yield asks("blocks-90-deep", nested(90))
    yield asks("parts-doubling", doubled_parts(), 3)._replace(heavy=True)
    yield asks("part-of-itself", layout({"$part": "p"}, parts={"p": stack({"$part": "p"})}), 3)
    story = {"story.json": {**STORY, "body": ["一"] * 40}}
    yield asks("each-in-each", each_in_each(4), 3, **story)
    yield asks(
        "pages-from-200",
        {**page(), "body": None, "pages": [{"each": "/body", "body": TEXT}]},
        (0, 3),
        **{"story.json": {**STORY, "body": ["一"] * 200}},
    )
    yield asks("page-counts-of-nothing", {**page(), "page_counts": [0, -1, 10**9]}, 3)
    grid = {"type": "grid", "areas": ["a"], "children": {"a": TEXT}}
    yield asks(
        "track-of-a-million-digits", lambda: layout({**grid, "columns": ["7" * 1_000_000]}), 3
    )
    yield asks("whole-number-of-400-digits", style(max_lines="1e400"), 3)
    yield asks("pointer-broken", layout({**TEXT, "text": {"$data": "~9/\0"}}), 3)
    yield asks("pointer-of-100000", lambda: layout({**TEXT, "text": {"$data": "/a" * 100_000}}), 3)
    yield asks("index-of-10e30", layout({**TEXT, "text": {"$data": f"/body/1{'0' * 30}"}}), 3)
    yield asks("directive-unknown", layout({"$exec": "id", **TEXT}), 3)
    yield asks("directives-many", layout({"$data": "/headline", "$each": "/body", "$if": "/a"}), 3)
    yield asks("type-of-python", layout({"type": "__class__"}), 3, "block-type")
    yield asks("name-dunder", layout({**TEXT, "__init__": 1, "__dict__": {}}), 3, "field-unknown")
    yield from _houses()
    yield from _presses()


def _houses() -> Iterator[Case]:
    houses: Mapping[str, Content] = {
        "empty": "",
        "list": [],
        "unknown": {"colour": 1},
        "classes-odd": {"classes": {"\ud800": 3}},
        "png": b"\x89PNG\r\n\x1a\n",
        "deep": "[" * 5_000,
        "patterns": {"headline": {"words": ["(a+)+$"] * 100}},
    }
    for name, house in houses.items():
        yield asks(f"house-{name}", style(house="house.json"), 3, **{"house.json": house})
    yield asks("house-a-folder", style(house="deep.json"), 3, **{"deep.json/x": ""})
    yield asks(
        "house-of-a-million",
        style(house="house.json"),
        3,
        **{"house.json": lambda: tree_text({f"k{n}": 1 for n in range(100_000)})},
    )._replace(heavy=True)


def _presses() -> Iterator[Case]:
    presses: Mapping[str, Content] = {
        "empty": "",
        "extends-itself": {"extends": "./press.json"},
        "icc-missing": {"extends": "newsprint", "icc": "nowhere.icc"},
        "icc-a-text": {"extends": "newsprint", "icc": "story.json"},
        "icc-short": {"extends": "newsprint", "icc": "short.icc"},
        "icc-of-zeros": {"extends": "newsprint", "icc": "zeros.icc"},
        "ink-limit-1e308": {"extends": "newsprint", "ink_limit": 1e308},
        "numbers-below-0": {"extends": "newsprint", "min_text": "-5pt"},
        "unknown": {"extends": "newsprint", "shell": "id"},
    }
    for name, press in presses.items():
        yield asks(
            f"press-{name}",
            {**page(), "press": "press.json"},
            3,
            **{"press.json": press, "short.icc": b"\0\0\0\x80acsp", "zeros.icc": bytes(4096)},
        )


CASES = tuple(_cases())
