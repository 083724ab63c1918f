"""The least change of a layout that makes a story fill its page, before and after."""

from __future__ import annotations

import base64
from typing import Any

from infographic.backends.encoders.png import png
from infographic.backends.raster import raster
from infographic.composed import ComposedPage
from infographic.filling.told import sentence, tune
from infographic.foundation.diagnostics import errors
from infographic.options import Options
from infographic.page_fill import FilledPage, fit
from infographic.studio.worker.desk import Desk, Given, Tell
from infographic.studio.worker.saying import as_told
from infographic.studio.worker.tuned import told_tuning

WIDTH = 480
"""Of a picture, in pixels."""
MOST_PAGES = 8


def run(desk: Desk, given: Given, tell: Tell) -> dict[str, Any]:
    """given: story, text, layout, press.

    Answers {"fits", "full", "changed", "over", "allowed": whether the layout says what may be
    changed, "sentence", "changes", "tuning", "tune", "before", "after", "diagnostics"}: `changes`
    are {"what": “style”, “figures”, “spacing”, “numbers” or “spread”, "name", "from", "to",
    "leading"}, `tuning` is what `look` and exports take, `before` and `after` the pages' pictures
    as {"width", "height", "png": in base64}.
    """
    plain = {**given, "tuning": None}
    node, before = desk.drafted(plain)
    options: Options = {"root": desk.root}
    if plain.get("press"):
        options["press"] = plain["press"]
    tell({"done": 0, "of": 1, "what": given["layout"]})
    found = fit(node, given["layout"], **options)
    return {
        "fits": found.fits, "full": found.is_full, "changed": found.is_changed, "over": found.over,
        "allowed": found.layout.fit is not None, "sentence": sentence(found),
        "changes": _changes(found), "tuning": told_tuning(found.tuning), "tune": tune(found.tuning),
        "before": _pictures(before), "after": _pictures(found.page),
        "diagnostics": as_told(
            errors(found.page.diagnostics), found.page.pages, node.origin.file
        ),
    }  # fmt: skip


def _changes(found: FilledPage) -> list[dict[str, Any]]:
    """What is another than in the layout as it is written, its own `tune` left out."""
    tuning, styles, spec = found.tuning, found.layout.sheet.styles, found.layout.fit
    named = spec.styles if spec is not None and spec.styles else {}
    told: list[dict[str, Any]] = [
        {
            "what": "style", "name": one.name, "from": round(styles[one.name].size, 3),
            "to": round(one.size, 3), "leading": round(one.leading, 3),
        }
        for one in tuning.styles
        if one.name in named
    ]  # fmt: skip
    factors = {"figures": tuning.figures, "spacing": tuning.spacing, "numbers": tuning.numbers}
    told += (
        {"what": name, "name": "", "from": 1, "to": round(factor, 4), "leading": None}
        for name, factor in factors.items()
        if factor != 1
    )
    if tuning.spread:
        told.append({"what": "spread", "name": "", "from": 0, "to": 1, "leading": None})
    return told


def _pictures(made: ComposedPage) -> list[dict[str, Any]]:
    found = []
    for one in made.pages[:MOST_PAGES]:
        drawn = raster(one.page, ppi=72 * WIDTH / one.page.trim.width)
        data = base64.b64encode(png(drawn)).decode()
        found.append({"width": drawn.width, "height": drawn.height, "png": data})
    return found
