"""Every shipped layout swept with stories of every length, for minutes: what the tests sample.

`PYTHONPATH=tests python tests/fit/sweep.py [layout …]` prints what is wrong with each page, and
counts it.
"""

from __future__ import annotations

import sys
import traceback
from collections import Counter

from judge import wrong_with
from variants import variants

from infographic.loading.sheet.layouts import all_layouts


def main(layouts: list[str]) -> None:
    counts: Counter[str] = Counter()
    for layout in layouts or all_layouts():
        made = 0
        for variant in variants():
            try:
                found = wrong_with(variant, layout, ledger_too=variant.name.startswith("body"))
            except Exception:
                found = [traceback.format_exc().replace("\n", " | ")[-600:]]
            made += 1
            for each in found[:4]:
                print(f"{layout}: {variant.name}: {each}", flush=True)
            counts.update(each.split(":")[0] for each in found)
        print(f"-- {layout}: {made} stories", flush=True)
    print(dict(counts))


if __name__ == "__main__":
    main(sys.argv[1:])
