"""The same quantity stated with two values, wherever in the story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.late_pattern import late
from infographic.foundation.record import field, record
from infographic.foundation.sayings import say
from infographic.subbing.doubts import at, doubt
from infographic.subbing.quantities import Quantity
from infographic.subbing.reckoning import can_be_one, is_slip, measure_of, unit_of
from infographic.subbing.subjects import (
    Mention,
    fits,
    is_label,
    is_one_time,
    latin_words,
    shared_subject,
)

_WITHIN = late("[^，。；！？]{0,12}[中里内]，[^。；！？]{0,12}$")
_SENTENCE_LONG = 200
"""What stands farther apart is not of one sentence: a passage is not read between all pairs."""
_ENDING = late("(?:ing|ed|es|s)$")
_ENDS = late("[。！？；;\n]|[.?!]\\s")
_OF_THEM = late(r"\b(?:of which|of whom|of them|including)\b")
FIRST, LATEST = 4, 12
"""Of the mentions that share two characters a new one is held against the first and the latest:
what is said oftener is a table, and a long story is read in a time that grows with it."""


LONGEST_SENTENCE = 1_000
"""Characters in which the start of a sentence is looked for, so that a passage without an end of
one is read in a time that grows as it does."""
_COUNTING = late("人次|人数|数量|总数|总量|总额|数|的")
_LEFT_OUT = frozenset(
    ("将", "预计", "农村", "城镇", "在建", "实际", "户籍", "常住", "日均", "平均")
)
"""What a label leaves out."""


@record(frozen=False)
class _Alike:
    """The mentions that share a word, as far as they are held against the next."""

    first: list[int] = field(default_factory=list)
    """Their numbers, as they come in the story."""
    latest: list[int] = field(default_factory=list)

    def add(self, number: int) -> None:
        if len(self.first) < FIRST:
            self.first.append(number)
            return
        self.latest.append(number)
        if len(self.latest) > LATEST:
            del self.latest[0]


def stated_twice_alike(every: Sequence[Mention]) -> Iterator[Diagnostic]:
    """The same quantity has the same value wherever it is stated; each number is doubted once, with
    the first that differs from it."""
    by_words: dict[tuple[str, str], _Alike] = {}
    # What two places agree on is no misprint.
    often = Counter(mention.quantity.value for mention in every)
    confirmed = frozenset(value for value, times in often.items() if times > 1)
    stated: dict[int, set[tuple[Decimal, str]]] = {}
    for mention in every:
        stated.setdefault(id(mention.quantity.passage), set()).add(_value_of(mention))
    for number, mention in enumerate(every):
        measure = measure_of(mention.quantity)[0]
        keys = [(measure, word) for word in _keys(mention)]
        alike = {
            one
            for key in keys if key in by_words
            for one in (*by_words[key].first, *by_words[key].latest)
        }  # fmt: skip
        others = (every[one] for one in sorted(alike))
        other = next(
            (one for one in others if not _are_both_stated(one, mention, stated)
             and _differ(one, mention, confirmed)),
            None,
        )  # fmt: skip
        if other is not None:
            first, second = other.quantity, mention.quantity
            is_jump = first.digits.lstrip("+") == second.digits.lstrip("+")
            yield doubt(
                say(
                    "figure-unit-jump" if is_jump else "figure-differs",
                    said=second.said,
                    other=at(first),
                ),
                second,
            )
        for key in keys:
            by_words.setdefault(key, _Alike()).add(number)


def _value_of(mention: Mention) -> tuple[Decimal, str]:
    return mention.quantity.value, unit_of(mention.quantity)


def _are_both_stated(
    one: Mention, other: Mention, stated: Mapping[int, Collection[tuple[Decimal, str]]]
) -> bool:
    """1.53万户 of a headline, and a text with 1.35万户 and 1.53万户: the text tells them apart."""
    first, second = one.quantity.passage, other.quantity.passage
    return first is not second and (
        _value_of(one) in stated[id(second)] or _value_of(other) in stated[id(first)]
    )


def _keys(mention: Mention) -> frozenset[str]:
    """What one subject shares with another: two Han in a row, or a Latin word."""
    pairs = {
        words[start : start + 2]
        for words in (mention.before, mention.after, mention.around)
        for start in range(len(words) - 1)
    }
    return frozenset(pairs | mention.words)


_LONG = 6
"""Of words so long a difference is one too: 月人均增加127元."""
SLIP, EQUAL = 3, 4
"""So many shared Han make one subject: of numbers like a slip, and of all the words being alike."""


def _differ(one: Mention, other: Mention, confirmed: frozenset[Decimal]) -> bool:
    first, second = one.quantity, other.quantity
    if (
        _is_whole_of(first, second)
        or one.role != other.role
        or (first.value == second.value and first.unit == second.unit)
    ):
        return False
    if unit_of(first) != unit_of(second) and first.digits != second.digits:
        return False
    # What costs most is asked last: every pair of a story's quantities comes here.
    return _state_one_thing(one, other, confirmed) and not can_be_one(first, second)


def _is_whole_of(one: Quantity, other: Quantity) -> bool:
    """240户居民中，204户同意: a whole and its part, however alike; so are two of one sentence."""
    if one.passage is not other.passage or not 0 <= other.start - one.end <= _SENTENCE_LONG:
        return False
    text = one.passage.text
    if _OF_THEM.search(text, one.end, other.start) and not re.search(
        r"[.。！？]\s", text[one.end : other.start]
    ):
        return True
    return _WITHIN.match(text, one.end, other.start) is not None or (
        _ENDS.search(text, one.end, other.start) is None
    )


def _state_one_thing(one: Mention, other: Mention, confirmed: frozenset[Decimal]) -> bool:
    first, second = one.quantity, other.quantity
    if _is_transposed(one, other):
        return True
    if one.kinds != other.kinds and not (
        is_label(one) != is_label(other) and one.kinds ^ other.kinds <= _LEFT_OUT
        and (one.kinds <= other.kinds or other.kinds <= one.kinds)
    ):  # fmt: skip
        return False
    slip = is_slip(first, second)
    is_new = first.value not in confirmed and second.value not in confirmed
    if not (is_one_time(one, other, slip) or _is_same_digits(first, second)) and not (
        slip and is_new and _is_of_a_year_ago(one, other)
    ):  # fmt: skip
        return False
    is_latin = one.words and other.words
    if one.role == "difference":
        is_long = min(len(one.before), len(other.before)) >= _LONG
        return slip and is_long and is_label(one) != is_label(other) and (
            shared_subject(one, other) is not None
        )  # fmt: skip
    if is_latin and is_new and _is_headline_of(one, other):
        return True
    if is_latin or (not first.unit and not second.unit and not _is_one_measure(one, other)):
        return slip and _is_one_noun(one, other)
    shared = shared_subject(one, other)
    words, are_all = shared or ("", False)
    if slip and len(words) >= (2 if are_all else SLIP):
        return True
    if first.digits == second.digits and _is_jump(one, other):
        return True
    if (is_new and _is_misprint(one, other)) or (slip and _is_said_round(one, other)):
        return True
    if slip or shared is None:
        return False
    if unit_of(first) == "%" and _one_digit_wrong(first, second) and len(words) > EQUAL:
        return first.passage is not second.passage
    is_timed = one.period == other.period != ""
    return are_all and len(words) + is_timed >= EQUAL and first.passage is not second.passage


def _is_of_a_year_ago(one: Mention, other: Mention) -> bool:
    """A stat that names no time, and 去年末 of the text."""
    label, text = (one, other) if is_label(one) else (other, one)
    is_last = text.period.startswith("去年") and "同期" not in text.period
    return is_label(label) and not is_label(text) and not label.period and is_last


def _is_said_round(one: Mention, other: Mention) -> bool:
    """妇女在家门口就业 and 在家门口就业的妇女: all words of the one are among the other's."""
    if one.role != other.role or not fits(one.scope, other.scope):
        return False
    shorter, longer = sorted((_bare(one), _bare(other)), key=len)
    if len(shorter) > 1 and Counter(shorter) == Counter(longer):
        return True
    beside_text = is_label(one) != is_label(other)
    return len(shorter) >= (SLIP if beside_text else EQUAL) and Counter(shorter) <= Counter(longer)


def _is_misprint(one: Mention, other: Mention) -> bool:
    """A stat and the text's number with two digits exchanged, and words that partly agree."""
    if is_label(one) == is_label(other) or not fits(one.scope, other.scope):
        return False
    digits = [q.digits.replace(".", "").lstrip("0") for q in (one.quantity, other.quantity)]
    if len(digits[0]) < 2 or sorted(digits[0]) != sorted(digits[1]) or digits[0] == digits[1]:
        return False
    if one.quantity.magnitude != other.quantity.magnitude or (
        unit_of(one.quantity) != unit_of(other.quantity)
    ):  # fmt: skip
        return False
    shorter, longer = sorted((_bare(one), _bare(other)), key=len)
    if len(digits[0]) == 2 and len(shorter) < 3:
        return False
    alike = sum((Counter(shorter) & Counter(longer)).values())
    shared = _longest_shared(shorter, longer)
    if _are_two_things(shorter, longer, alike):
        return False
    has_head = shorter[-2:] in longer or longer[-2:] in shorter
    return shared >= 3 or (len(digits[0]) > 2 and shared == 2 and (alike >= 4 or has_head))


def _is_jump(one: Mention, other: Mention) -> bool:
    """新校区投资8.6亿元 and 新校区总投资8.6万元: the same digits of like words."""
    first, second = one.quantity, other.quantity
    if not fits(one.scope, other.scope) or len(first.digits.replace(".", "").strip("0")) < 2:
        return False
    sizes = sorted(measure_of(q)[1] for q in (first, second))
    if sizes[0] <= 0 or sizes[1] < 100 * sizes[0]:
        return False
    shorter, longer = sorted((_bare(one), _bare(other)), key=len)
    if is_label(one) != is_label(other) and len(shorter) > 1:
        return Counter(shorter) <= Counter(longer) and longer.endswith(shorter[-2:])
    shared = any(shorter[at : at + 3] in longer for at in range(len(shorter) - 2))
    return shared and len(first.digits.replace(".", "").strip("0")) > 2 and (
        first.passage is not second.passage
    )  # fmt: skip


def _is_transposed(one: Mention, other: Mention) -> bool:
    """接生3800个孩子 and “8300个孩子”: two digits exchanged, and words that partly agree.

    Two numbers of unlike things are hardly so alike; the fewer their digits, the more words must
    agree.
    """
    first, second = one.quantity, other.quantity
    size = _exchanged(first, second)
    if not size or one.role != other.role or not fits(one.scope, other.scope):
        return False
    if first.passage is second.passage or (one.kinds and other.kinds and not (
        one.kinds & other.kinds
    )):  # fmt: skip
        return False
    shorter, longer = sorted((_bare(one), _bare(other)), key=len)
    shared, alike = (
        _longest_shared(shorter, longer),
        sum((Counter(shorter) & Counter(longer)).values()),
    )
    if _are_two_things(shorter, longer, alike):
        return False
    beside_text = is_label(one) != is_label(other)
    if not (is_one_time(one, other, True) or (beside_text and _is_of_a_year_ago(one, other))):
        return False
    if beside_text:
        has_head = shorter[-2:] in longer or longer[-2:] in shorter
        # 认缴规模 and 认缴资金, but not 注册会计师 and 注册律师.
        is_one = has_head or shorter[-1:] != longer[-1:]
        return shared > 2 or (size > 2 and shared == 2 and is_one)
    in_han = not any(q.said[:1].isascii() for q in (first, second))
    if one.after[:3] == other.after[:3] and len(one.after) > 2 and (in_han or size > 2):
        return True
    if size > 2 and _meet(one, other) > (1 if size > 3 else 2):
        return True
    return size > 3 and shared > (2 if one.kinds == other.kinds else 3)


def _meet(one: Mention, other: Mention) -> int:
    """“口袋公园”138个 and 183个“口袋公园”: so many words before the one stand behind the other."""
    return max(
        (size for first, then in ((one, other), (other, one)) if not then.before
         for size in range(len(then.after) + 1) if first.before.endswith(then.after[:size])),
        default=0,
    )  # fmt: skip


def _exchanged(one: Quantity, other: Quantity) -> int:
    """How many digits two numbers have, where they are the same but for two that are exchanged."""
    a, b = (q.digits.replace(".", "") for q in (one, other))
    if one.magnitude != other.magnitude or unit_of(one) != unit_of(other) or len(a) != len(b):
        return 0
    wrong = sum(c != d for c, d in zip(a, b, strict=True))
    return len(a) if wrong in (2, 3) and sorted(a) == sorted(b) else 0


def _longest_shared(shorter: str, longer: str) -> int:
    return max(
        (size for size in range(2, len(shorter) + 1) for at in range(len(shorter) - size + 1)
         if shorter[at : at + size] in longer), default=0,
    )  # fmt: skip


def _are_two_things(one: str, other: str, alike: int) -> bool:
    """早稻 and 晚稻, 省级 and 市级: words of one length that differ in place."""
    if len(one) != len(other) or alike < len(one) - 2:
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) == len(one) - alike > 0


def _bare(mention: Mention) -> str:
    return _COUNTING.sub("", mention.around)


def _is_same_digits(one: Quantity, other: Quantity) -> bool:
    """86.4万吨 and 86.4万公斤: two years hardly give the same three digits."""
    return one.digits == other.digits and len(one.digits.replace(".", "").strip("0")) >= 3


def _is_one_measure(one: Mention, other: Mention) -> bool:
    """320万单 and 320单: a measure that the grammar does not know is the word behind both."""
    texts = [q.passage.text[q.end : q.end + 1] for q in (one.quantity, other.quantity)]
    return texts[0] == texts[1] and "\u4e00" <= texts[0] <= "\u9fff"


def _one_digit_wrong(one: Quantity, other: Quantity) -> bool:
    """80% and 88%: too short for a slip of any amount, but a rate has few digits."""
    pairs = list(zip(one.digits, other.digits, strict=False))
    return len(one.digits) == len(other.digits) == 2 and sum(a != b for a, b in pairs) == 1


def _is_headline_of(one: Mention, other: Mention) -> bool:
    """“Bridge to cost $1.8 billion” and “the bridge, which will cost $1.3 billion”."""
    first, second = one.quantity, other.quantity
    short, long = (one, other) if is_label(one) else (other, one)
    if is_label(one) == is_label(other) or unit_of(first) != unit_of(second):
        return False
    digits = [q.digits.replace(".", "") for q in (first, second)]
    wrong = sum(a != b for a, b in zip(*digits, strict=False))
    is_slip_ = wrong == 1 or (wrong == 2 and sorted(digits[0]) == sorted(digits[1]))
    if len(digits[0]) > 4 and _exchanged(first, second) and len(_stems(one) & _stems(other)) > 1:
        return True
    return (
        len(short.words) > 1 and _stems(short) <= _stems(long) and is_slip_
        and len(digits[0]) == len(digits[1]) and first.magnitude == second.magnitude
        and (bool(first.unit or first.magnitude) or _next_word(first) == _next_word(second) != "")
    )  # fmt: skip


def _stems(mention: Mention) -> frozenset[str]:
    """destroys and destroyed are one."""
    return frozenset(_ENDING.sub("", word) for word in mention.words)


def _is_one_noun(one: Mention, other: Mention) -> bool:
    """Latin words: what is counted follows the number; a sum of money shares its sentence."""
    noun = _next_word(one.quantity)
    digits = [q.digits for q in (one.quantity, other.quantity)]
    if noun and noun == _next_word(other.quantity) and len(digits[0]) > 3 and (
        sorted(digits[0]) == sorted(digits[1]) and is_label(one) != is_label(other)
    ):  # fmt: skip
        return True
    before = (_before(one), _before(other))
    if before[0] - before[1] and before[1] - before[0]:
        # The north yard, the south yard.
        return False
    if noun and noun == _next_word(other.quantity):
        return True
    return bool(one.quantity.unit) and len(one.words & other.words) >= 2


def _next_word(quantity: Quantity) -> str:
    """The noun behind a number: “alliances” of 2,300 alliances."""
    text = re.split(r"[.,;:!?]", quantity.passage.text[quantity.end :], maxsplit=1)[0]
    return next(iter(latin_words(text)), "")


def _before(mention: Mention) -> frozenset[str]:
    """The Latin words that stand before the number in its sentence."""
    start = mention.quantity.start
    text = mention.quantity.passage.text[max(start - LONGEST_SENTENCE, 0) : start]
    return frozenset(latin_words(re.split(r"[.;?!]\s", text)[-1]))
