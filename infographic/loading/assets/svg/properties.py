"""What an element says of how it is drawn, in attributes and CSS, held against what is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from infographic.foundation.diagnostics import Diagnostic, SayingError
from infographic.foundation.limits import OverLimitError
from infographic.foundation.sayings import Saying, say
from infographic.loading.assets.svg.css import Rule, StyleSheet
from infographic.loading.assets.svg.known import NEUTRAL, OWN, PRESENTATION, is_silent
from infographic.loading.assets.svg.xml import Element


class TooMuchError(Exception):
    """More is drawn than a drawing may have; the diagnostic says of what."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


class Properties:
    """Elements' properties; what is strange about each is reported once."""

    def __init__(self, rules: Sequence[Rule], report: Callable[[Diagnostic], None]) -> None:
        self.sheet, self.report = StyleSheet(rules), report
        self._known: dict[int, Mapping[str, str]] = {}
        self._by_css: dict[tuple[str, str, str, str], dict[str, str]] = {}

    def of(self, element: Element) -> Mapping[str, str]:
        """The properties an element has, CSS before attributes. Raises `TooMuchError`."""
        known = self._known.get(id(element))
        if known is None:
            known = self._known[id(element)] = self._read(element)
        return known

    def _read(self, element: Element) -> Mapping[str, str]:
        found: dict[str, str] = {}
        own = OWN.get(element.name, frozenset())
        for name, value in element.attributes.items():
            if name in own or name.lower().startswith("on"):
                continue
            if name in PRESENTATION:
                found[name] = value.strip()
            elif not self._is_neutral(name, value):
                saying = say("svg-part/attribute", name=name[:40], element=element.name)
                self.report(Diagnostic(saying, element.origin))
        for name, value in self._css(element).items():
            if name in PRESENTATION:
                found[name] = value
            elif not self._is_neutral(name, value):
                saying = say("svg-part/property", name=name[:40], value=value[:40])
                self.report(Diagnostic(saying, element.origin))
        return found

    def _css(self, element: Element) -> Mapping[str, str]:
        of = element.attributes.get
        key = element.name, of("id", ""), of("class", ""), of("style", "")
        if key not in self._by_css:
            try:
                self._by_css[key] = self.sheet.declarations_for(element)
            except OverLimitError as error:
                raise TooMuchError(error.at(element.origin)) from error
        return self._by_css[key]

    @staticmethod
    def _is_neutral(name: str, value: str) -> bool:
        if name in NEUTRAL:
            return value.strip().lower() in NEUTRAL[name] | {"inherit", "initial", "unset"}
        # In a style they are properties, where a shape's own attribute has no effect on us.
        return is_silent(name)

    def wrong_value(self, name: str, value: str, why: SayingError | None, element: Element) -> None:
        """Report a value that is none of its attribute's or property's."""
        shown = " ".join(value.split())
        shown = shown if len(shown) <= 40 else shown[:39] + "…"
        why_not: Saying | str = why.saying if why is not None else ""
        limit = "" if why is None else str(why.saying.values.get("limit", ""))
        saying = say("svg-value", name=name, value=shown, why=why_not, limit=limit)
        self.report(Diagnostic(saying, element.origin))


def refused(name: str) -> Saying:
    """Why an element is not drawn."""
    match name:
        case "text" | "tspan" | "textPath" | "flowRoot" | "tref":
            return say("svg-part/text", name=name)
        case "image":
            return say("svg-part/image")
        case "svg" | "symbol":
            return say("svg-part/nested", name=name)
        case "switch":
            return say("svg-part/switch")
    return say("svg-part/element", name=name[:40])
