"""Finding a press profile by name or path, and reading it with all it takes over.

Beside the pipeline because it joins two rooms that do not know each other: `loading` reads the
file, `press` says what is in it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, SpecError, nearest
from infographic.foundation.files import PACKAGE, is_a_file
from infographic.foundation.reach import OutOfReachError, real_file
from infographic.foundation.record import replaced
from infographic.foundation.sayings import Saying, say
from infographic.loading.binding.merge import extend
from infographic.loading.decoding.decode import decode
from infographic.loading.reading.extending import FileKind, Unchanged, stamps_of

if TYPE_CHECKING:
    from infographic.press.profile import PressProfile

SHIPPED = PACKAGE / "press" / "profiles"
ICC_FOLDER = PACKAGE / "press"


def shipped_profiles() -> tuple[str, ...]:
    """The shipped profiles' names."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.json")))


_READ: Unchanged[tuple[PressProfile, tuple[Path, ...]]] = Unchanged(32)
"""Profiles, each with the files that it was read from."""


def press_profile(
    name: str | Path, folder: Path = Path(), asked_at: Origin | None = None
) -> PressProfile:
    """Read a profile by its shipped name or by a path ending in “.json”, from `folder`.

    `asked_at` is where a layout names it. Raises `SpecError` with everything wrong in it.
    """
    return _read(name, folder, asked_at)[0]


def profile_files(
    name: str | Path, folder: Path = Path(), asked_at: Origin | None = None
) -> tuple[Path, ...]:
    """The files that a profile is read from: its own, those that it extends, its ICC profile.

    Raises `SpecError`.
    """
    return _read(name, folder, asked_at)[1]


def _read(
    name: str | Path, folder: Path, asked_at: Origin | None
) -> tuple[PressProfile, tuple[Path, ...]]:
    path = find_profile(str(name), folder, asked_at)
    key = path.resolve(), str(path)
    known = _READ.get(key)
    if known is not None:
        return known
    node, files = PROFILE.read(path)
    profile = _settled(node)
    if profile.icc_path is not None:
        files = (*files, profile.icc_path)
    return _READ.put(key, stamps_of(files), (profile, files))


def find_profile(name: str, folder: Path = Path(), asked_at: Origin | None = None) -> Path:
    """The file of a profile: a path ends in .json; else a shipped profile's name."""
    return PROFILE.find(name, folder, asked_at)


def _named(name: str, folder: Path) -> Path | None:
    return SHIPPED / f"{name}.json" if name in shipped_profiles() else None


PROFILE = FileKind(
    named=_named,
    near=lambda name, is_in_file: nearest(name, shipped_profiles()),
    over=extend,
    takes_several=False,
    unknown=lambda name: say("press-unknown", name=name),
    no_file=lambda path: say("press-unknown/file", path=path),
    no_object=lambda kind: say("press-profile/object", kind=kind),
    no_name=lambda kind: say("press-profile/extends", kind=kind),
    circle=lambda name: say("press-profile/circle", name=name),
)


def _settled(node: Node) -> PressProfile:
    # Late: a run that writes no print PDF only asks whether there is such a profile.
    from infographic.press.profile import PressProfile

    assert isinstance(node.value, dict)
    fields = {key: part for key, part in node.value.items() if key != "extends"}
    node = Node(fields, node.origin, node.keys)
    profile = decode(node, PressProfile)
    wrong: list[Diagnostic] = []
    icc = fields.get("icc")
    if icc is not None and profile.icc:
        path = _icc_path(profile.icc, Path(icc.origin.source.folder))
        fault, real = _icc_fault(path, profile.icc, profile.standard)
        if fault:
            wrong.append(Diagnostic(fault, icc.origin))
        profile = replaced(profile, icc=str(real))
    wrong += _unlike_pdfx(profile, node)
    if profile.ink.design > profile.ink.hard:
        ink = profile.ink
        saying = say("press-profile/ink-limits", design=ink.design, hard=ink.hard)
        wrong.append(Diagnostic(saying, ink.origin))
    if wrong:
        raise SpecError(wrong)
    return profile


def _unlike_pdfx(profile: PressProfile, node: Node) -> list[Diagnostic]:
    """What PDF/X wants of a profile and is not there (ISO 15930, output intents)."""
    if not profile.is_pdfx:
        return []
    wanted, standard = [], profile.standard_name
    if profile.intent is None:
        wanted.append(say("press-profile/no-intent", standard=standard))
    elif not profile.intent.identifier.strip():
        wanted.append(say("press-profile/no-identifier", standard=standard))
    elif not profile.intent.registry and not profile.intent.info.strip():
        wanted.append(say("press-profile/no-info", standard=standard))
    if not profile.icc:
        wanted.append(say("press-profile/no-icc", standard=standard))
    return [Diagnostic(saying, node.origin) for saying in wanted]


def _icc_path(text: str, folder: Path) -> Path:
    beside = folder / text
    shipped = ICC_FOLDER / text
    is_shipped = Path(text).name == text and is_a_file(shipped)
    return shipped if is_shipped and not is_a_file(beside) else beside


def _icc_fault(path: Path, name: str, standard: str) -> tuple[Saying | None, Path]:
    """What is wrong with a profile's header, None for nothing; and its real place."""
    try:
        real = real_file(path, name)
        with real.open("rb") as file:
            return _fault_of(file.read(128), path, real.stat().st_size, standard), real
    except OutOfReachError as error:
        return error.saying, path
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return say("press-icc/unread", file=path, reason=reason), path


def _fault_of(head: bytes, path: Path, size: int, standard: str) -> Saying | None:
    """What is wrong with a header (ICC.1, 7.2); None for nothing."""
    if len(head) < 128 or head[36:40] != b"acsp":
        return say("press-icc/no-profile", file=path)
    if head[16:20] != b"CMYK":
        space = head[16:20].decode("ascii", "replace").strip()
        return say("press-icc/space", file=path, space=space)
    if head[12:16] != b"prtr":
        kind = head[12:16].decode("ascii", "replace")
        return say("press-icc/class", file=path, kind=kind)
    if int.from_bytes(head[:4], "big") != size:
        return say("press-icc/length", file=path)
    if head[8] > 4 or (standard == "x1a" and head[8] > 2):
        return say("press-icc/version", file=path, version=head[8], standard=standard)
    return None
