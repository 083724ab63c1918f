"""Finding a press profile by name or path, and reading it with all it takes over.

Beside the pipeline because it joins two rooms that do not know each other: `loading` reads the
file, `press` says what is in it.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError, did_you_mean
from infographic.foundation.files import PACKAGE
from infographic.loading.binding.merge import extend
from infographic.loading.decoding.decode import decode
from infographic.loading.reading.source import read_file

if TYPE_CHECKING:
    from infographic.press.profile import PressProfile

SHIPPED = PACKAGE / "press" / "profiles"
ICC_FOLDER = PACKAGE / "press"


def shipped_profiles() -> tuple[str, ...]:
    """The shipped profiles' names."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.json")))


Stamps = tuple[tuple[Path, int, int], ...]
"""Files with their time of change in ns and their size."""

_READ: OrderedDict[tuple[Path, str], tuple[Stamps, PressProfile]] = OrderedDict()


def press_profile(
    name: str | Path, folder: Path = Path(), asked_at: Origin | None = None
) -> PressProfile:
    """Read a profile by its shipped name or by a path ending in “.json”, from `folder`.

    `asked_at` is where a layout names it. Raises `SpecError` with everything wrong in it.
    """
    path = find_profile(str(name), folder, asked_at)
    key = path.resolve(), str(path)
    known = _READ.get(key)
    if known is not None and all(_stamp(stamp[0]) == stamp for stamp in known[0]):
        return known[1]
    files: list[Path] = []
    profile = _settled(_read(path, (), files))
    if profile.icc_path is not None:
        files.append(profile.icc_path)
    _READ[key] = tuple(map(_stamp, files)), profile
    while len(_READ) > 32:
        _READ.popitem(last=False)
    return profile


def find_profile(name: str, folder: Path = Path(), asked_at: Origin | None = None) -> Path:
    """The file of a profile: a path ends in .json; else a shipped profile's name."""
    at = asked_at or Origin(Source(name))
    if name.endswith(".json"):
        path = folder / name
        if path.is_file():
            return path
        message = f"there is no press profile {path.as_posix()}"
        hint = "a path starts from the layout's folder, with --press from the one you stand in"
        raise SpecError([Diagnostic("press-unknown", message, at, hint)])
    if name in shipped_profiles():
        return SHIPPED / f"{name}.json"
    hint = did_you_mean(name, shipped_profiles())
    raise SpecError([Diagnostic("press-unknown", f"there is no press profile “{name}”", at, hint)])


def _stamp(path: Path) -> tuple[Path, int, int]:
    try:
        status = path.stat()
    except OSError:
        return path, 0, -1
    return path, status.st_mtime_ns, status.st_size


def _read(path: Path, trail: tuple[Path, ...], files: list[Path]) -> Node:
    """The file's tree over the one it extends."""
    node = read_file(path, relaxed=True)
    files.append(path)
    if not isinstance(node.value, dict):
        message = f"a press profile is an object, not {node.kind}"
        raise SpecError([Diagnostic("press-profile", message, node.origin)])
    fields = dict(node.value)
    named = fields.pop("extends", None)
    own = Node(fields, node.origin, node.keys)
    if named is None:
        return own
    if not isinstance(named.value, str):
        message = f"“extends” wants a profile's name, found {named.kind}"
        raise SpecError([Diagnostic("press-profile", message, named.origin)])
    parent = find_profile(named.value, path.parent, named.origin)
    if parent.resolve() in {one.resolve() for one in (*trail, path)}:
        message = f"profiles extend each other in a circle: {named.value}"
        raise SpecError([Diagnostic("press-profile", message, named.origin)])
    return extend(_read(parent, (*trail, path), files), own)


def _settled(node: Node) -> PressProfile:
    # Late: a run that writes no print PDF only asks whether there is such a profile.
    from infographic.press.profile import PressProfile

    profile = decode(node, PressProfile)
    assert isinstance(node.value, dict)
    wrong: list[Diagnostic] = []
    icc = node.value.get("icc")
    if icc is not None and profile.icc:
        path = _icc_path(profile.icc, Path(icc.origin.source.folder))
        fault = _icc_fault(path, profile.standard)
        if fault:
            hint = "PDF/X wants the printer's own CMYK profile, of class “prtr”"
            wrong.append(Diagnostic("press-icc", f"{path.as_posix()}: {fault}", icc.origin, hint))
        profile = replace(profile, icc=str(path))
    wrong += _unlike_pdfx(profile, node)
    if profile.ink.design > profile.ink.hard:
        message = (
            f"the ink limit “design” of {profile.ink.design:g} % is above “hard”,"
            f" {profile.ink.hard:g} %"
        )
        wrong.append(Diagnostic("press-profile", message, profile.ink.origin))
    if wrong:
        raise SpecError(wrong)
    return profile


def _unlike_pdfx(profile: PressProfile, node: Node) -> list[Diagnostic]:
    """What PDF/X wants of a profile and is not there (ISO 15930, output intents)."""
    if not profile.is_pdfx:
        return []
    wanted = []
    if profile.intent is None:
        wanted.append(("“intent”", '"intent": {"identifier": "IFRA26", "registry": …}'))
    elif not profile.intent.identifier.strip():
        wanted.append(("an “identifier” in its intent", "the condition's name, such as “IFRA26”"))
    elif not profile.intent.registry and not profile.intent.info.strip():
        wanted.append(("“info” in its intent", "what the printer calls the condition, in words"))
    if not profile.icc:
        wanted.append(("“icc”", '"icc": "house.icc", a path from the profile\'s folder'))
    return [
        Diagnostic(
            "press-profile", f"{profile.standard_name} wants {what}", node.origin, f"write {how}"
        )
        for what, how in wanted
    ]


def _icc_path(text: str, folder: Path) -> Path:
    beside = folder / text
    shipped = ICC_FOLDER / text
    return shipped if not beside.is_file() and shipped.is_file() else beside


def _icc_fault(path: Path, standard: str) -> str:
    """What is wrong with a profile's header (ICC.1, 7.2); "" for nothing."""
    try:
        with path.open("rb") as file:
            head = file.read(128)
    except OSError as error:
        return f"cannot be read ({error.strerror or error})"
    if len(head) < 128 or head[36:40] != b"acsp":
        return "this is no ICC profile"
    if head[16:20] != b"CMYK":
        space = head[16:20].decode("ascii", "replace").strip()
        return f"the profile is for {space}, not for CMYK"
    if head[12:16] != b"prtr":
        kind = head[12:16].decode("ascii", "replace")
        return f"the profile's class is “{kind}”, not that of a printer"
    if int.from_bytes(head[:4], "big") != path.stat().st_size:
        return "the file is not as long as its header says"
    if head[8] > 4 or (standard == "x1a" and head[8] > 2):
        return f"version {head[8]} of ICC profiles is too new for {standard}"
    return ""
