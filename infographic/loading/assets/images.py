"""Picture files, looked into but not decoded: size, orientation, digest, and whether they may be
read at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from infographic.display.items import DrawingFile, ImageFile, PictureFile
from infographic.foundation import limits
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, PictureError, Severity, nearest
from infographic.foundation.reach import OutOfReachError, real_path
from infographic.foundation.record import replaced
from infographic.foundation.sayings import Saying, say
from infographic.loading.reading.source import names_beside

if TYPE_CHECKING:
    from infographic.foundation.pictures.door import Opened
    from infographic.foundation.pictures.source import Source

Report = Callable[[Diagnostic], None]
Told = Callable[[Saying, Severity], None]

DRAWINGS = (".svg", ".svgz")
ENDINGS = (*DRAWINGS, ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".gif", ".bmp")

_UNSUPPORTED = {
    ".eps": (say("phrase/eps"), say("mend/export-vectors")),
    ".ai": (say("phrase/illustrator"), say("mend/export-vectors")),
    ".svg": (say("phrase/svg"), say("mend/named-svg")),
    ".pdf": (say("phrase/pdf"), say("mend/export-vectors")),
    ".psd": (say("phrase/photoshop"), say("mend/save-a-copy")),
    ".psb": (say("phrase/photoshop"), say("mend/save-a-copy")),
    ".heic": (say("phrase/heic"), say("mend/most-compatible")),
    ".heif": (say("phrase/heif"), say("mend/most-compatible")),
    ".avif": (say("phrase/avif"), say("mend/jpeg-or-png")),
}
"""What cannot be set by its ending, and what can be done about it."""
_MAGIC = (
    (b"%!PS", ".eps"),
    (b"\xc5\xd0\xd3\xc6", ".eps"),
    (b"%PDF", ".pdf"),
    (b"8BPS", ".psd"),
    (b"<svg", ".svg"),
)
_BRANDS = {
    b"heic": ".heic", b"heix": ".heic", b"heim": ".heic", b"heis": ".heic", b"hevc": ".heic",
    b"hevx": ".heic", b"mif1": ".heif", b"msf1": ".heif", b"avif": ".avif", b"avis": ".avif",
}  # fmt: skip
"""Of pictures in ISO base media files (ISO/IEC 23008-12, 23000-22): they stand behind “ftyp”."""


def open_image(
    path: Path,
    origin: Origin,
    report: Report,
) -> PictureFile | None:
    """Look into a picture: its size as it is seen, and its digest; an SVG is read whole.

    Nothing out of reach is opened, not even through a link. What is wrong is reported at `origin`,
    or in the SVG, and the answer is None.
    """

    def told(saying: Saying, severity: Severity) -> None:
        report(Diagnostic(saying, origin, severity=severity))

    try:
        real = _allowed(path)
        if real.suffix.lower() in DRAWINGS:
            with real.open("rb") as file:
                return _drawing(
                    real, path.as_posix(), file.read(limits.most("svg-bytes") + 1), origin, report
                )
        # Late, as all that concerns pixels: many stories have no pictures.
        from infographic.foundation.pictures.source import first_read

        with first_read(real) as (source, digest):
            return _look_into(real, path.as_posix(), source, digest, told)
    except (PictureError, OutOfReachError) as error:
        report(error.at(origin))
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        report(Diagnostic(say("image-unreadable", file=path, reason=reason), origin))
    return None


GIVEN = Path("(bytes)")
"""In place of a path, the name of a picture that a program hands over."""


def image_in(data: bytes, origin: Origin, report: Report) -> PictureFile | None:
    """Look into a picture given as bytes, as `open_image` does into a file."""

    def told(saying: Saying, severity: Severity) -> None:
        report(Diagnostic(saying, origin, severity=severity))

    try:
        _must_have_a_size(GIVEN.name, len(data))
        if _is_drawing(data):
            drawing = _drawing(GIVEN, GIVEN.name, data, origin, report)
            return drawing and replaced(drawing, data=data)
        # Late, as all that concerns pixels: many stories have no pictures.
        from hashlib import sha256

        from infographic.foundation.pictures.source import Source

        source = Source(len(data), data)
        found = _look_into(GIVEN, GIVEN.name, source, sha256(data).hexdigest(), told)
    except PictureError as error:
        report(error.at(origin))
        return None
    return replaced(found, data=data)


def _is_drawing(data: bytes) -> bool:
    """Whether the first of a file is XML with an SVG in it."""
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and b"<svg" in head


def _drawing(
    path: Path, name: str, data: bytes, origin: Origin, report: Report
) -> DrawingFile | None:
    # Late: few pages have a drawing.
    from infographic.loading.assets.svg.read import read_drawing

    found, wrong = read_drawing(data, name, path)
    for fault in wrong:
        # Its place in the drawing, and that of the drawing in the story or layout.
        report(replaced(fault, origin=replaced(fault.origin, pointer=origin.pointer)))
    return found


def _must_have_a_size(name: str, size: int) -> None:
    if size > limits.most("image-bytes"):
        most = limits.most("image-bytes") / 1e6
        raise PictureError(
            say("image-too-large/bytes", name=name, mb=size / 1e6, most=most, limit="image-bytes")
        )
    if not size:
        raise PictureError(say("image-cut-off/empty", name=name))


def _allowed(path: Path) -> Path:
    """The real place of a picture that is there, may be opened, and is no larger than allowed."""
    name = path.as_posix()
    if {"http:", "https:", "ftp:"}.intersection(path.parts) or name.startswith("data:"):
        raise PictureError(say("image-missing/address", name=name))
    real = real_path(path)
    if not real.exists():
        raise PictureError(say("image-missing/file", name=name), _near(path, real))
    if not real.is_file():
        raise PictureError(say("image-missing/folder", name=name))
    _must_have_a_size(name, real.stat().st_size)
    return real


def _look_into(path: Path, name: str, source: Source, digest: str, told: Told) -> ImageFile:
    head = source.at(0, 512).lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, suffix in _MAGIC:
        if head.startswith(magic) or (magic == b"<svg" and magic in head):
            what, mend = _UNSUPPORTED[suffix]
            raise PictureError(say("image-format/not-set", name=name, kind=what), mend)
    # A chat program calls a phone's photo .jpg, whatever it is.
    brand = _BRANDS.get(head[8:12]) if head[4:8] == b"ftyp" else None
    # Pillow takes 50 ms to import, and many pages have no picture.
    from infographic.foundation.pictures.door import open_in
    from infographic.foundation.pictures.headers import FORMATS, header_of

    if header_of(source, name, digest) is None:
        what, mend = _UNSUPPORTED.get(
            brand or path.suffix.lower(),
            (say("phrase/unknown-kind"), say("mend/formats", known=FORMATS)),
        )
        raise PictureError(say("image-format/kind", name=name, kind=what), mend)
    one = open_in(source, name, digest)
    _doubt(path, name, one, told)
    width, height = one.size
    return ImageFile(path, digest, width, height, one.is_cut_out)


def _doubt(path: Path, name: str, one: Opened, told: Told) -> None:
    """Say what of a picture's file is not taken."""
    from infographic.foundation.pictures.headers import ENDINGS as ENDINGS_OF
    from infographic.foundation.pictures.profiles import DAMAGED

    kind = "JPEG" if one.header.kind == "MPO" else one.header.kind
    ending = path.suffix.lower().lstrip(".")
    if ending not in ENDINGS_OF[kind] and path is not GIVEN:
        told(say("image-note/suffix", name=name, kind=kind), Severity.NOTE)
    for note in one.header.notes:
        # Equal files are looked into once, whatever their names.
        told(Saying(note.key, {**note.values, "name": name}), Severity.NOTE)
    fault = one.fault_of_profile
    if fault:
        color = say("phrase/srgb")
        if one.image.mode == "CMYK":
            color = say("phrase/inks-as-is")
        elif one.image.mode in ("1", "L", "LA"):
            color = say("phrase/grey-as-is")
        if fault == DAMAGED:
            told(say("image-profile/damaged", name=name, space=color), Severity.WARNING)
        else:
            told(say("image-profile/other", name=name, space=color), Severity.WARNING)


def _near(file: Path, real: Path) -> Saying:
    if "\\" in file.name:
        return say("mend/slashes")
    if "file:" in file.parts:
        return say("mend/no-address")
    if "~" in file.parts:
        return say("mend/no-home")
    beside = names_beside(real, ENDINGS)
    if beside is None:
        return say("mend/no-folder", folder=file.parent)
    return nearest(file.name, beside) or say("mend/path-from-file")
