"""Lists whose number is said: 剪纸、陶笛、扎染、皮影五项."""

from __future__ import annotations

import re
from collections.abc import Iterator

from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import say
from infographic.subbing.quantities import StoryText
from infographic.text.han_numbers import value_of_han

_ITEM = r"(?:[^，。；：！？、\n（）()《》“”\s]{1,14}|“[^”\n]{1,20}”|《[^》\n]{1,24}》)"
_SHORT = r"(?:[^，。；：！？、\n（）()《》“”\s]{1,14}?|“[^”\n]{1,20}”|《[^》\n]{1,24}》)"
_KINDS = (
    "个|大|类|种|国|省|市|县|区|州|镇|乡|村|项|支|门|科|家|级|方|城|馆|条|座|款|处|所|部|道|站|"
    "代(?=人)|套(?=班子)|样|校|港|岛|湖|河|山|期|位|名|人|环节|层|线|轮|口|地|姓|院|局|厅|队|族|类|幕|章|卷|辑|篇|集"
)
_PART = r"(?:、|(?<=[”》])(?=[“《]))"
_LONGEST = 22
"""Items before the last of a list that is read: no number said in it is so high, and a table in a
row is read in a time that grows as it does."""
_COUNTED = late(
    rf"(?P<items>(?:{_ITEM}{_PART}){{1,{_LONGEST}}}?)(?P<last>{_SHORT})”?(?P<etc>等(?:等|地)?)?“?"
    r"(?:这|上述|以上|共|共计|新|老)?(?<![.第近约超逾前头\d一二三四五六七八九十百千])"
    rf"(?P<n>[二两三四五六七八九十]|1?[0-9]|十[一二三])(?P<kind>{_KINDS})(?P<more>[\u4e00-\u9fffA-Z\d]?)"
)
_NAMES = frozenset("国省市县区州镇乡村城馆校级代样站方港岛人线地姓院局厅族幕章卷辑篇集")
"""What is itself the noun that is counted; the others need one behind them."""
_PERSONS = ("位", "名", "人")
_PERSON = late("[\u4e00-\u9fff·]{2,4}")
_PARTS = late(_PART)
_HOLDS_MORE = late("[两三四五六七八九十][省市县区州国地村镇大类种项个]|等.")
"""东北三省 and 樱桃等小水果 are more than one."""
_AND = late(r"[\u4e00-\u9fff”》][和及与](?:[\u4e00-\u9fff“《])|以及")
_OPENS_AN_ITEM = late("(?:以及|[和及与、])$")
"""法官、书记员以及两名陪审员: the number is the last item's own."""
_SPREAD = 3
"""A number that is farther from the list's length counts something else: 医生、护士12名."""


def lists_are_complete(passage: StoryText) -> Iterator[Diagnostic]:
    """A list has as many items as are said to be in it; before 等 it may have fewer."""
    if not any(mark in passage.text for mark in ("、", "”“", "》《")):
        return
    for match in _COUNTED.finditer(passage.text):
        said = match["n"]
        number = int(said) if said.isascii() else int(value_of_han(said) or 0)
        if match["kind"] not in _NAMES and not (
            match["more"] or match["etc"] or match["last"].endswith("》")
        ):
            continue
        if _OPENS_AN_ITEM.search(match["last"]):
            continue
        items = [one for one in _PARTS.split(match["items"]) if one]
        if match["kind"] in _PERSONS and not _are_persons([*items[1:], match["last"]], said):
            continue
        listed = len(items) + 1 + _surely_joined(match["last"])
        # “危重儿童和新生儿” may be one or two.
        most = listed + len(_AND.findall(match["items"] + match["last"]))
        if any(_HOLDS_MORE.search(one) for one in (*items, match["last"])):
            continue
        is_right = listed <= number <= most or (match["etc"] and number >= listed)
        if is_right or not match["last"] or abs(number - listed) > _SPREAD or number < 2:
            continue
        last = match["last"]
        place = passage.place(match.start("last"))
        where = str(place) if place.line else f"{place} {place.pointer}"
        start = match.start("n")
        yield Diagnostic(
            say(
                "figure-count",
                said=passage.text[start : match.end("kind")],
                count=listed,
                last=say("phrase/figure-at", said=last, place=where),
            ),
            passage.place(start),
            severity=Severity.WARNING,
        )


def _are_persons(items: list[str], said: str) -> bool:
    """张三、李四两位, not 医生、护士12名."""
    return not said.isascii() and all(_PERSON.fullmatch(item) for item in items)


def _surely_joined(last: str) -> int:
    """“中年组和老年组” ends alike on both sides: two of the list."""
    join = re.search("以及|[和及与]", last)
    if join is None:
        return 0
    one, other = last[: join.start()], last[join.end() :]
    alike = bool(other) and (one[-1:] == other[-1:] or one[:2] == other[:2])
    return int(join[0] == "以及" or alike)
