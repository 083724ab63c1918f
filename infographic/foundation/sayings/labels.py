"""What stands round sentences where they are told in lines, and short lines of a command.

Apart from the catalogue, which most runs that say something short never open. Nothing that stands
in a label is cut.
"""

from __future__ import annotations

from collections.abc import Mapping

ENGLISH = {
    "error": "error",
    "warning": "warning",
    "note": "note",
    "at": " (at {})",
    "hint": "hint: {}",
    "limit": "limit: {} (docs/limits.md; --limits {}=…)",
    "found": "found {}",
    "found-wanted": "found {}, wanted {}",
    "place": "at {} from the trim's top left",
    "places": "at {} from the trim's top left and {} more place",
    "places-more": "at {} from the trim's top left and {} more places",
    "on-page": "page {}, ",
    "and-more": "… and {} more",
    # Of a layout
    "fits": "{}: fits",
    "fits-not": "{}: does not fit",
    "fits-no-press": "{}: fits, and must not be printed",
    "cannot-be-made": "{}: cannot be made",
    "not-made": "{}: not made, for what is wrong in the story",
    "left-out": "{}: left out, {}",
    "doubts": "{}: {} for press “{}” ({}); `infographic check` tells more",
    # Of a file
    "may-be-printed": "{}: may be printed ({}; {})",
    "must-not-be-printed": "{}: must not be printed ({}; {})",
    "mended": "{}: mended {}",
    "nothing-to-mend": "{}: nothing to mend",
    "comma": ", ",
    "error-counted": "{} error",
    "errors-counted": "{} errors",
    "warning-counted": "{} warning",
    "warnings-counted": "{} warnings",
    "no-faults": "no faults",
    "interrupted": "interrupted",
}
CHINESE = {
    "error": "错误",
    "warning": "警告",
    "note": "说明",
    "at": "（{}）",
    "hint": "改法：{}",
    "limit": "上限：{}（docs/limits.md；--limits {}=…）",
    "found": "实际：{}",
    "found-wanted": "实际：{}；要求：{}",
    "place": "位置：{}（从成品左上角量）",
    "places": "位置：{}（从成品左上角量），另有{}处",
    "places-more": "位置：{}（从成品左上角量），另有{}处",
    "on-page": "第{}页，",
    "and-more": "……另有{}条",
    # Of a layout
    "fits": "{}：合适",
    "fits-not": "{}：排不下",
    "fits-no-press": "{}：排得下，但不能印",
    "cannot-be-made": "{}：做不出",
    "not-made": "{}：没有做，稿件有错",
    "left-out": "{}：略过，{}",
    "doubts": "{}：{}（印厂规格“{}”：{}）；详见`infographic check`",
    # Of a file
    "may-be-printed": "{}：可以印（{}；{}）",
    "must-not-be-printed": "{}：不能印（{}；{}）",
    "mended": "{}：已改正{}",
    "nothing-to-mend": "{}：没有要改的",
    "comma": "、",
    "error-counted": "{}个错误",
    "errors-counted": "{}个错误",
    "warning-counted": "{}个警告",
    "warnings-counted": "{}个警告",
    "no-faults": "没有问题",
    "interrupted": "已中断",
}
LABELS: Mapping[str, Mapping[str, str]] = {"en": ENGLISH, "zh": CHINESE}
