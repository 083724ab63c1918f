"""A PDF's pictures as each plate has them: one channel, or nothing."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from infographic.backends.plates.content import UnseparableError
from infographic.foundation.color import PROCESS_INKS
from infographic.foundation.sayings import say

if TYPE_CHECKING:
    import pikepdf
    from PIL import Image


class Separations:
    """The image objects of a page, taken apart once; each channel is written where it is used."""

    def __init__(self, document: pikepdf.Pdf, images: Sequence[tuple[str, Any]]) -> None:
        self.document = document
        self.images = {name[1:]: image for name, image in images}
        self.channels = {name: _channels(image) for name, image in self.images.items()}

    def on(self, ink: str) -> Mapping[str, Any]:
        """The images by name, in this ink: where a picture has none of it, it wipes it out."""
        return {
            name: self._object(self.channels[name].get(ink), self.images[name])
            for name in self.images
        }

    def _object(self, channel: Image.Image | None, image: Any) -> Any:
        import pikepdf

        width, height, data = 1, 1, b"\0"
        if channel is not None and channel.getextrema() != (0, 0):
            (width, height), data = channel.size, channel.tobytes()
        stream = self.document.make_stream(
            data,
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=width,
            Height=height,
            ColorSpace=pikepdf.Name.DeviceGray,
            BitsPerComponent=8,
        )
        if "/SMask" in image:
            stream.SMask = image.SMask
        return stream


def _channels(image: Any) -> dict[str, Image.Image]:
    """The shares of each ink, 255 for a solid."""
    if str(image.get("/Subtype")) != "/Image" or image.get("/ImageMask", False):
        raise UnseparableError(say("phrase/form-or-mask"))
    named = names_in(image)
    if named:
        return _planes(image, named)
    space = str(image.get("/ColorSpace"))
    mode = {"/DeviceCMYK": "CMYK", "/DeviceGray": "L"}.get(space)
    if mode is None:
        raise UnseparableError(say("phrase/picture-in-space", space=space[:40]))
    if int(image.BitsPerComponent) == 1:
        mode = "1"
    decoded = _decoded(image, mode)
    if mode == "CMYK":
        return dict(zip(PROCESS_INKS, decoded.split(), strict=True))
    from PIL import ImageChops

    # Greys are light: 0 is black.
    return {"Black": ImageChops.invert(decoded.convert("L"))}


def names_in(image: Any) -> tuple[str, ...]:
    """The inks of a picture in DeviceN; () of any other."""
    import pikepdf

    space = image.get("/ColorSpace")
    if not isinstance(space, pikepdf.Array) or str(space[0]) != "/DeviceN":
        return ()
    return tuple(str(name)[1:] for name in space[1])


def _planes(image: Any, names: tuple[str, ...]) -> dict[str, Image.Image]:
    from PIL import Image

    size, data = (int(image.Width), int(image.Height)), image.read_bytes()
    return {
        name: Image.frombytes("L", size, data[number :: len(names)])
        for number, name in enumerate(names)
    }


def _decoded(image: Any, mode: str) -> Image.Image:
    """The samples as the PDF's Decode array has them."""
    from PIL import Image, ImageChops

    size = int(image.Width), int(image.Height)
    turned = [float(value) for value in image.get("/Decode", [0, 1])][:2] == [1, 0]
    if "DCTDecode" in str(image.get("/Filter", "")):
        opened = Image.open(io.BytesIO(image.read_raw_bytes()), formats=("JPEG",))
        opened.load()
        # Pillow inverts every CMYK JPEG, as Adobe's are.
        turned = turned != (opened.mode == "CMYK")
        decoded: Image.Image = opened
    else:
        decoded = Image.frombytes(mode, size, cast("bytes", image.read_bytes()))
    if mode == "1":
        decoded = decoded.convert("L")
    return ImageChops.invert(decoded) if turned else decoded
