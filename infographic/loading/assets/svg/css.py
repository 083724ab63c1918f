"""The little of CSS that drawings have: rules by element, class and id, and `style` attributes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from infographic.foundation import limits
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.late_pattern import late
from infographic.foundation.limits import Budget, OverLimitError
from infographic.foundation.record import record
from infographic.foundation.sayings import say
from infographic.loading.assets.svg.xml import Element

_COMMENT = late(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
# Tried behind a brace alone, and never shorter: a long text without braces is gone through once.
_RULE = late(r"(?<![^{}])([^{}]*+)\{([^{}]*+)\}")
_SELECTOR = late(r"(\*|[A-Za-z][\w-]*)?((?:[.#]-?[A-Za-z_][\w-]*)*)")

Specificity = tuple[int, int, int]
"""Ids, classes, names of elements: the greater wins (CSS 2.1, 6.4.3)."""


@record
class Rule:
    """One selector's declarations."""

    element: str
    """"" for any."""
    classes: frozenset[str]
    id: str
    declarations: tuple[tuple[str, str, bool], ...]
    """Each property's name and value, and whether it is important."""
    specificity: Specificity

    def matches(self, element: Element, classes: frozenset[str]) -> bool:
        return (
            self.element in ("", element.name)
            and self.classes <= classes
            and self.id in ("", element.attributes.get("id", ""))
        )


def rules_in(sheets: Iterable[Element]) -> tuple[list[Rule], list[Diagnostic]]:
    """The rules of all `style` elements in their order, and what of them cannot be read."""
    rules: list[Rule] = []
    wrong: list[Diagnostic] = []
    declarations = Budget("svg-declarations")
    for sheet in sheets:
        if sheet.attributes.get("type", "text/css").strip() not in ("", "text/css"):
            wrong.append(Diagnostic(say("svg-style/type"), sheet.origin))
            continue
        text = _COMMENT.sub(" ", sheet.text).replace("<!--", " ").replace("-->", " ")
        rest = _RULE.sub(" ", text).strip()
        if rest:
            wrong.append(Diagnostic(say("svg-style/rest", found=rest[:24]), sheet.origin))
            continue
        try:
            for match in _RULE.finditer(text):
                found, unread = _rules_of(match[1], match[2], declarations)
                rules += found
                if unread:
                    saying = say("svg-style/selector", found=unread[:40])
                    wrong.append(Diagnostic(saying, sheet.origin))
                _must_be_few(len(rules) + len(wrong))
        except OverLimitError as error:
            return [], [*wrong, error.at(sheet.origin)]
    return rules, wrong


def _must_be_few(count: int) -> None:
    if count > limits.most("svg-rules"):
        raise OverLimitError("svg-rules")


def _rules_of(selectors: str, block: str, budget: Budget) -> tuple[list[Rule], str]:
    """A rule for each of the selectors, and the first that is not read. Raises `OverLimitError`."""
    _must_be_few(selectors.count(","))
    declarations = declared(block, budget)
    rules: list[Rule] = []
    for selector in map(str.strip, selectors.split(",")):
        rule = _rule(selector, declarations)
        if rule is None:
            return rules, selector or ","
        rules.append(rule)
    return rules, ""


def _rule(selector: str, declarations: tuple[tuple[str, str, bool], ...]) -> Rule | None:
    match = _SELECTOR.fullmatch(selector)
    if match is None or not selector:
        return None
    parts = re.findall(r"([.#])([\w-]+)", match[2])
    classes = frozenset(name for kind, name in parts if kind == ".")
    ids = [name for kind, name in parts if kind == "#"]
    if len(set(ids)) > 1:
        return None
    element = "" if match[1] in (None, "*") else match[1]
    specificity = (len(ids), len(classes), int(bool(element)))
    return Rule(element, classes, ids[0] if ids else "", declarations, specificity)


def declared(block: str, budget: Budget) -> tuple[tuple[str, str, bool], ...]:
    """The declarations of a rule or a `style` attribute; what has no value is left out.

    Raises `OverLimitError`.

    >>> declared("fill: #f00 !important; ; stroke:none", Budget("svg-declarations"))
    (('fill', '#f00', True), ('stroke', 'none', False))
    """
    found = []
    budget.spend(block.count(";") + 1)
    for part in _COMMENT.sub(" ", block).split(";"):
        name, colon, value = part.partition(":")
        if not colon or not value.strip():
            continue
        plain, mark, _ = value.partition("!")
        is_important = bool(mark) and value.partition("!")[2].strip().lower() == "important"
        found.append((name.strip().lower(), plain.strip(), is_important))
    return tuple(found)


class StyleSheet:
    """Rules, found by the class, the id or the name that they cannot do without."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.by_need: dict[str, list[tuple[int, Rule]]] = {}
        self.asked, self.given = Budget("svg-matches"), Budget("svg-declarations")
        for number, rule in enumerate(rules):
            need = f"#{rule.id}" if rule.id else f".{min(rule.classes)}" if rule.classes else ""
            self.by_need.setdefault(need or rule.element, []).append((number, rule))

    def declarations_for(self, element: Element) -> dict[str, str]:
        """The properties that CSS gives an element, the last word of each.

        Raises `OverLimitError`.
        """
        classes = frozenset(element.attributes.get("class", "").split())
        needs = (*(f".{name}" for name in classes), f"#{element.attributes.get('id', '')}")
        ranked: list[tuple[bool, int, Specificity, int, str, str]] = []
        for need in (*needs, element.name, ""):
            found = self.by_need.get(need, ())
            self.asked.spend(len(found))
            for number, rule in found:
                if rule.matches(element, classes):
                    self.given.spend(len(rule.declarations))
                    ranked += [
                        (important, 0, rule.specificity, number, name, value)
                        for name, value, important in rule.declarations
                    ]
        own = element.attributes.get("style", "")
        ranked += [
            (important, 1, (0, 0, 0), number, name, value)
            for number, (name, value, important) in enumerate(declared(own, self.given))
        ]
        # In the order of their weight: the last of a name is the one that counts.
        ranked.sort(key=lambda one: one[:4])
        return {name: value for *_, name, value in ranked}
