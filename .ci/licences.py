"""What the packages that a wheel needs say of their licences, by their metadata.

The house takes no package of the GPL family into its core: neither GPL, LGPL nor AGPL. Who embeds
the renderer in a closed system owes nobody its source.
"""

from __future__ import annotations

import importlib.metadata
import re
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import Distribution
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

FAMILY = re.compile(
    r"\b[AL]?GPL|GNU (?:(?:Affero|Lesser|Library) )?General Public Licen[cs]e", re.IGNORECASE
)
TITLE_LINES = 5
"""A licence says what it is in its first lines; further down it may name others."""


class Package(NamedTuple):
    distribution: Distribution
    requires: set[str]
    """Names of the packages that it wants here."""


def needed(
    requirements: Iterable[str],
    find: Callable[[str], Distribution] = importlib.metadata.distribution,
) -> dict[str, Package]:
    """All that `requirements` install here, by name: they, what they require, and so on.

    Raises `importlib.metadata.PackageNotFoundError` for a package that is not installed.
    """
    found: dict[str, Package] = {}
    asked: set[tuple[str, str]] = set()
    waiting = [Requirement(each) for each in requirements]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        package = found.setdefault(name, Package(find(name), set()))
        for extra in {"", *requirement.extras}:
            if (name, extra) not in asked:
                asked.add((name, extra))
                next_ones = list(required(package.distribution, extra))
                package.requires.update(canonicalize_name(one.name) for one in next_ones)
                waiting += next_ones
    return dict(sorted(found.items()))


def required(distribution: Distribution, extra: str) -> Iterator[Requirement]:
    """What a package wants on this system, with or for one of its extras."""
    for text in distribution.requires or []:
        one = Requirement(text)
        if one.marker is None or one.marker.evaluate({"extra": extra}):
            yield one


def field(distribution: Distribution, name: str) -> str:
    return str((distribution.metadata.get_all(name) or [""])[0])


def stated(distribution: Distribution) -> list[str]:
    """Each place where the metadata names a licence: expression, `License` field, classifiers."""
    fields = [field(distribution, "License-Expression"), title(field(distribution, "License"))]
    classifiers = distribution.metadata.get_all("Classifier") or []
    return [text for text in fields if text] + [one for one in classifiers if "License ::" in one]


def title(text: str) -> str:
    """The first lines of a licence."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return " ".join(lines[:TITLE_LINES])


def licence(distribution: Distribution) -> tuple[str, bool]:
    """The licence by its best name ("" where none is), and whether that is an SPDX expression."""
    expression = field(distribution, "License-Expression")
    if expression:
        return expression, True
    return next((text.split(" :: ")[-1] for text in stated(distribution)), ""), False


def own_texts(distribution: Distribution) -> Iterator[str]:
    """The texts of a package's own licence; those of what it carries lie in deeper folders."""
    for path in distribution.files or []:
        folder = path.parts[1:-1]
        is_metadata = path.parts[0].endswith(".dist-info") and folder in ((), ("licenses",))
        if is_metadata and re.match("LICEN[CS]E|COPYING", path.name, re.IGNORECASE):
            yield path.read_text(encoding="utf-8")


def offence(distribution: Distribution) -> str:
    """What a package's licence has against its use in the core; "" where it has nothing."""
    said = stated(distribution)
    if not said:
        return "names no licence"
    for text in (*said, *map(title, own_texts(distribution))):
        if FAMILY.search(text):
            return f"is under “{text[:80]}”"
    return ""
