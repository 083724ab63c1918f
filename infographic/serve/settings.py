"""What a service is started with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from infographic.foundation.diagnostics import MachineError
from infographic.foundation.record import field, record
from infographic.foundation.sayings import say
from infographic.serve.calling.hosts import CallbackHosts

SECONDS = 30.0
MEGABYTES = 1500
QUEUE = 16
TIGHT: Mapping[str, int] = {
    "file-bytes": 2_000_000, "values": 60_000, "lines": 100_000, "nesting": 60, "faults": 50,
    "blocks": 4_000, "layout-blocks": 10_000, "pages": 40, "image-bytes": 40_000_000,
    "image-pixels": 100_000_000, "image-decoded-bytes": 200_000_000, "image-passes": 400_000_000,
    "svg-bytes": 2_000_000, "data-bytes": 5_000_000, "data-unpacked": 20_000_000,
    "data-cells": 100_000, "map-bytes": 5_000_000, "png-pixels": 40_000_000,
    "packed-pixels": 30_000_000,
}  # fmt: skip
"""Limits that are lower where the stories are anybody's (docs/service.md)."""


@record
class Settings:
    """What holds for all requests."""

    layouts: Mapping[str, str]
    """By the names that requests have for them: a shipped layout's name, or the whole path of a
    file that ends in “.json”."""
    profiles: Mapping[str, str]
    """Press profiles, likewise."""
    takes_inline: bool = False
    """Whether a request may bring a layout of its own."""
    font_path: tuple[str, ...] = ()
    """Whole paths of folders."""
    callbacks: CallbackHosts = field(default_factory=CallbackHosts)
    seconds: float = SECONDS
    """That a page may take in its worker."""
    megabytes: int = MEGABYTES
    """That a worker may have."""
    queue: int = QUEUE
    """Requests that may wait for a worker; one more is refused."""
    body_seconds: float = 60.0
    """That a request has to come in whole."""


def layouts_of(named: Iterable[str]) -> dict[str, str]:
    """Layouts by the names that requests have for them: all shipped ones where none is `named`.

    A folder stands for all of its files, by their names without “.json”. Raises `MachineError`.
    """
    from infographic.loading.sheet.layouts import all_layouts

    return _named(named, all_layouts())


def profiles_of(named: Iterable[str]) -> dict[str, str]:
    """The same of press profiles."""
    from infographic.profiles import shipped_profiles

    return _named(named, shipped_profiles(), is_press=True)


def _named(
    named: Iterable[str], shipped: tuple[str, ...], *, is_press: bool = False
) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in named:
        path = Path(name)
        if name in shipped:
            found[name] = name
        elif path.is_dir():
            files = sorted(one for one in path.glob("*.json") if not one.name.startswith("."))
            found.update((one.stem, str(one.resolve())) for one in files)
        elif path.is_file() and path.suffix == ".json":
            found[path.stem] = str(path.resolve())
        else:
            saying = say("machine/serve-no-such", name=name)
            if is_press:
                saying = say("machine/serve-no-such/profile", name=name)
            raise MachineError(saying)
    return found or {name: name for name in shipped}
