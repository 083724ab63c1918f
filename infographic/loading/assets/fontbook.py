"""Finding faces by the names that layouts use."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, near_word, nearest
from infographic.foundation.files import is_a_file, is_folder, shipped
from infographic.foundation.font import Axes, Face, FontError, open_face
from infographic.foundation.reach import OutOfReachError, real_path
from infographic.foundation.record import names_of, record
from infographic.foundation.sayings import say
from infographic.loading.reading.source import names_in

SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
LAST_FALLBACKS = ("sans-regular", "sans-full", "emoji")
"""Behind every chain: a plain face, one that has the rare characters of names, and pictures."""


@record
class ShippedFace:
    """A line of fonts/manifest.json."""

    id: str
    file: str
    family: str
    style: str
    weight: int
    licence: str
    characters: int


@cache
def shipped_faces() -> dict[str, ShippedFace]:
    """The faces that travel with the program, by id."""
    text = (shipped("fonts") / "manifest.json").read_text(encoding="utf-8")
    fields = names_of(ShippedFace)
    return {
        entry["id"]: ShippedFace(**{name: entry[name] for name in fields})
        for entry in json.loads(text)
    }


@record
class FontBook:
    """Where faces are looked for: beside the layout, in the paper's folders, the shipped ones."""

    folders: tuple[Path, ...] = ()

    def files(self) -> tuple[Path, ...]:
        """All font files in the paper's folders."""
        return tuple(
            file
            for folder in self.folders
            for file in sorted(folder.glob("*"))
            if file.suffix.lower() in SUFFIXES
        )

    def faults(self) -> list[Diagnostic]:
        """The folders that are none."""
        return [
            Diagnostic(
                say("font-folder/file" if is_a_file(folder) else "font-folder/missing"),
                Origin(Source(folder.as_posix())),
            )
            for folder in self.folders
            if not is_folder(folder)
        ]

    def face(self, name: str, index: int = 0, axes: Axes = (), beside: str = ".") -> Face:
        """Open a face by shipped id, by file name in a font folder, or by path.

        Raises `FontError`.
        """
        return open_face(self._find(name, beside), index, axes)

    def _find(self, name: str, beside: str) -> Path:
        known = shipped_faces()
        if name in known:
            return shipped("fonts") / known[name].file
        direct = Path(beside, name)
        # What leads out of the folder where it is named is a path, and no face of another folder.
        leads_out = Path(name).is_absolute() or ".." in Path(name).parts
        # Of a font of another kind, or of no font, its opening says what it is.
        if direct.suffix and (leads_out or _is_in_reach(direct)) and _is_file(direct, name):
            return real_path(direct, name)
        folders = () if leads_out else self.folders
        places = [folder / f"{name}{suffix}" for folder in folders for suffix in ("", *SUFFIXES)]
        for place in places:
            # What is out of reach is not looked for, not even through a link of the folder.
            if place.suffix and _is_in_reach(place) and is_a_file(place):
                return real_path(place, name)
        for place in (direct, *places):
            # A face of one of the folders may be called so, though another is out of reach.
            if place.suffix:
                _is_file(place, name)
        if "/" in name and _is_in_reach(direct.parent):
            beside_it = [
                one for one in names_in(real_path(direct.parent)) if one.lower().endswith(SUFFIXES)
            ]
            mend = near_word(direct.name, beside_it) or say("mend/path-from-file")
            raise FontError(say("font-missing/beside", name=name), mend)
        own = [f.stem for folder in self.folders for f in sorted(folder.glob("*"))]
        if self.folders:
            saying = say("font-missing/face-in-folders", name=name, folders=self.folders)
        else:
            saying = say("font-missing/face", name=name)
        if Path(name).suffix.lower() in SUFFIXES:
            around = names_in(real_path(direct.parent)) if _is_in_reach(direct.parent) else []
            near = near_word(name, around)
            raise FontError(saying, near or say("mend/font-path"))
        raise FontError(saying, nearest(name, [*known, *own]))

    def last_fallbacks(self) -> tuple[Face, ...]:
        return tuple(self.face(name) for name in LAST_FALLBACKS)


def _is_in_reach(path: Path) -> bool:
    try:
        real_path(path)
    except (OutOfReachError, OSError, ValueError):
        return False
    return True


def _is_file(path: Path, name: str) -> bool:
    """Whether there is such a file. Raises `FontError` for one out of reach, there or not."""
    try:
        return real_path(path, name).is_file()
    except OutOfReachError as error:
        raise FontError(error.saying, error.mend) from None
    except (OSError, ValueError):
        return False
