"""The scripts of `.ci`, which are no package, as modules; and the lock, read."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from pages import ROOT

CI = ROOT / ".ci"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def script(name: str) -> ModuleType:
    sys.path.insert(0, str(CI))
    try:
        return import_module(name)
    finally:
        sys.path.remove(str(CI))


def pins(path: Path) -> dict[str, list[tuple[Version, int]]]:
    """The versions that a lock has of each package, and how many hashes of each."""
    found: dict[str, list[tuple[Version, int]]] = {}
    for entry in re.split(r"\n(?=[a-z0-9])", path.read_text(encoding="utf-8")):
        pin = re.match(r"([\w.-]+)==([^\s;]+)", entry)
        if pin:
            held = Version(pin[2]), entry.count("--hash=sha256:")
            found.setdefault(canonicalize_name(pin[1]), []).append(held)
    return found


def wanted(*lists: list[str]) -> list[Requirement]:
    """What lists of requirements ask for, but for ourselves."""
    every = [Requirement(text) for each in lists for text in each]
    return [one for one in every if one.name != PROJECT["name"]]
