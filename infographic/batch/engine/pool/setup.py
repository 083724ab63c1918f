"""What a worker has before its first job: where modules are found, limits, what is read already."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from infographic.foundation.limits import changed, using_limits
from infographic.foundation.record import record

if TYPE_CHECKING:
    from infographic.options import LayoutLike

MODULES = ("infographic.batch.engine.flow", "infographic.loading.reading.values")
"""What every job needs."""
DRAWN = ("preload.png", "preload.pdf")
"""What a page is written as, so that what writes it is there."""


@record
class Setup:
    """It travels to each process that is begun, and is small."""

    path: tuple[str, ...]
    """Folders that modules are looked for in, after those that a bare process has: functions of the
    caller's are found, and nothing of his takes the place of anything else."""
    megabytes: int
    """That a process may have, its program and its faces counted."""
    limits: Mapping[str, int]
    """Those that hold where the pool was made."""
    preload: tuple[LayoutLike, ...] = ()
    """Layouts that are read, with their faces, before the first job."""
    font_path: tuple[str, ...] = ()


def setup_of(megabytes: int, preload: Sequence[LayoutLike], font_path: Sequence[str]) -> Setup:
    """For processes of this one, as it is now."""
    path = tuple(str(Path.cwd() / folder) for folder in sys.path)
    return Setup(path, megabytes, dict(changed()), tuple(preload), tuple(font_path))


_FOR_GOOD = ExitStack()
"""What holds as long as the process."""


def prepare(setup: Setup) -> None:
    """Make this process as the setup says. A layout that cannot be read is no fault yet."""
    sys.path += [folder for folder in setup.path if folder not in sys.path]
    _FOR_GOOD.enter_context(using_limits(setup.limits))
    for module in MODULES:
        import_module(module)
    for layout in setup.preload:
        # Whoever has a job for it is told what is wrong.
        with suppress(Exception):
            _read(layout, setup.font_path)


def _read(layout: LayoutLike, font_path: tuple[str, ...]) -> None:
    """Read a layout and its faces, and whatever a first page of it needs."""
    from infographic.foundation.files import shipped
    from infographic.loading.sheet.layouts import read_layout
    from infographic.outputs import format_of
    from infographic.pipeline import draft, settled_layout

    settled_layout(read_layout(layout), font_path)
    page = draft(str(shipped("data.json")), layout, font_path=font_path)
    for name in DRAWN:
        format_of(name).written(page, {})
