"""The shape that a place's name means: with and without 市 or 县, by code, never by a guess."""

from __future__ import annotations

from collections.abc import Iterable

from infographic.foundation.base_map import Shape
from infographic.foundation.diagnostics import nearest
from infographic.foundation.record import field, record
from infographic.foundation.sayings import Saying, say

KINDS = (
    "特别行政区", "自治区", "自治州", "自治县", "自治旗", "矿区", "林区", "特区", "地区", "新区",
    "省", "市", "州", "盟", "县", "区", "旗", "街道", "镇", "乡", "岛",
)  # fmt: skip
"""What a place's name may end in, the longer before those that end them."""
PEOPLES = (
    "蒙古族", "蒙古", "回族", "藏族", "维吾尔", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族",
    "侗族", "瑶族", "白族", "土家族", "哈尼族", "哈萨克族", "哈萨克", "傣族", "黎族", "傈僳族",
    "佤族", "畲族", "高山族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜族",
    "柯尔克孜", "土族", "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族",
    "锡伯族", "锡伯", "阿昌族", "普米族", "塔吉克族", "塔吉克", "怒族", "乌孜别克族", "俄罗斯族",
    "鄂温克族", "德昂族", "保安族", "裕固族", "京族", "塔塔尔族", "独龙族", "鄂伦春族", "赫哲族",
    "门巴族", "珞巴族", "基诺族", "各族",
)  # fmt: skip
"""The peoples named in autonomous places: 恩施土家族苗族自治州, 新疆维吾尔自治区."""
SHORTEST = 2
"""Characters of a short name: 沙县 is not 沙."""


def short_name(name: str) -> str:
    """A place's name without what kind of place it is.

    >>> short_name("恩施土家族苗族自治州"), short_name("青河县"), short_name("沙县")
    ('恩施', '青河', '沙县')
    """
    name = "".join(name.split())
    for kind in KINDS:
        if name.endswith(kind) and len(name) - len(kind) >= SHORTEST:
            name = name[: -len(kind)]
            if kind.startswith("自治"):
                name = _without_peoples(name)
            break
    return name.casefold()


def _without_peoples(name: str) -> str:
    while True:
        people = next((each for each in PEOPLES if name.endswith(each)), "")
        if not people or len(name) - len(people) < SHORTEST:
            return name
        name = name[: -len(people)]


@record
class Gazetteer:
    """The names of a base's shapes. A name may mean several shapes: an island of its own."""

    names: dict[str, list[int]]
    codes: dict[str, list[int]]
    shorts: dict[str, list[str]] = field(repr=False)
    """Short names with the whole names that they may mean."""
    code_of: dict[int, str] = field(repr=False)

    def find(self, word: str) -> tuple[list[int], Saying | None, Saying | None]:
        """The shapes that a word means, or what is wrong with it and what to try.

        A whole name, a code, or a name that only one side writes with its 市 or 县. 青河区 is not
        青河县: one of them may be a mistake.
        """
        word = "".join(word.split())
        found = self.names.get(word) or self.codes.get(word)
        if found:
            codes = sorted({self.code_of[n] for n in found} - {""})
            if len(codes) > 1 and word not in self.codes:
                saying = say("map-place/several-codes", name=word, count=len(found), codes=codes)
                return [], saying, None
            return found, None, None
        meant = self._meant(word)
        if len(meant) == 1:
            return self.find(meant[0])
        if meant:
            return [], say("map-place/several", name=word, known=meant), None
        near = nearest(word, self._like(word))
        return [], say("map-place/unknown", name=word), near

    def _meant(self, word: str) -> list[str]:
        short = short_name(word)
        known = self.shorts.get(short, [])
        if word.casefold() == short:
            return known
        # The word has its kind: the map's name must have none, or the same and its peoples too.
        kind = word[-1:]
        return [
            name
            for name in known
            if name.casefold() == short or (name[-1:] == kind and "自治" in name + word)
        ]

    def _like(self, word: str) -> Iterable[str]:
        """Names to choose the nearest from: those of the same short name alone, if there are."""
        return self.shorts.get(short_name(word)) or self.names


def gazetteer(shapes: Iterable[Shape]) -> Gazetteer:
    """The names and codes of shapes, by their numbers."""
    names: dict[str, list[int]] = {}
    codes: dict[str, list[int]] = {}
    shorts: dict[str, list[str]] = {}
    code_of: dict[int, str] = {}
    for number, shape in enumerate(shapes):
        code_of[number] = shape.code
        if shape.code:
            codes.setdefault(shape.code, []).append(number)
        name = "".join(shape.name.split())
        if not name:
            continue
        if name not in names:
            shorts.setdefault(short_name(name), []).append(name)
        names.setdefault(name, []).append(number)
    return Gazetteer(names, codes, shorts, code_of)
