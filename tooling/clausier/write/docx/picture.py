"""Images: what they are, how large, and what Word can show of them."""

from __future__ import annotations

import hashlib
import re
import struct
import zlib
from collections.abc import Iterator

from msgspec import Struct, field

from clausier.source.files import Files
from clausier.write.docx.markup import CANNOT_HOLD

EMU = 635
"""A twentieth of a point in English Metric Units."""
LARGEST_FILE = 30_000_000
LARGEST_PIXELS = 50_000_000
RASTER = 1600
"""The longer side of the picture that stands in for a drawing, in pixels."""

MISSING = "image `{0}` does not exist"
DAMAGED = "image `{0}` is damaged"
UNREADABLE = "drawing `{0}` cannot be read"
TOO_LARGE = "image `{0}` is larger than 30 MB"
TOO_MANY_PIXELS = "image `{0}` has more than 50 million pixels"

_REMOTE = re.compile(
    r"""(?:href|src)\s*=\s*["'](?!\s*#|\s*data:image/)|url\(\s*["']?(?!\s*#|data:image/)"""
)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(px|pt|pc|mm|cm|in)?\s*")
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


class Picture(Struct, frozen=True):
    """An image that Word can show: `width` and `height` are its natural size in twips.

    `data` is PNG, JPEG or GIF; `drawing` the SVG it was made of, if it was.
    """

    extension: str
    data: bytes
    width: int
    height: int
    drawing: bytes | None = None


class Pictures(Struct):
    """The images of a build, each looked at once; a string in the place of one says why not."""

    files: Files
    seen: dict[str, Picture | str] = field(default_factory=dict)

    def get(self, path: str) -> Picture | str:
        """The image at `path` of the workspace, or the message that says why there is none."""
        if path not in self.seen:
            self.seen[path] = self._look_at(path)
        return self.seen[path]

    def _look_at(self, path: str) -> Picture | str:
        try:
            data = self.files[path]
        except (KeyError, OSError):
            return MISSING
        return picture(data)


def picture(data: bytes) -> Picture | str:
    """An image from its bytes, or the message that says why Word cannot show it."""
    if not data:
        return "image `{0}` is empty"
    if len(data) > LARGEST_FILE:
        return TOO_LARGE
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png(data)
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if data[:6] in (b"GIF87a", b"GIF89a") and len(data) > 10:
        width, height = struct.unpack("<HH", data[6:10])
        return _bitmap("gif", data, width, height, 96.0)
    if b"<svg" in data[:4096] or b"<svg" in data:
        return _svg(data)
    return "image `{0}` is no PNG, JPEG, GIF or SVG"


def _bitmap(extension: str, data: bytes, width: int, height: int, dpi: float) -> Picture | str:
    if width < 1 or height < 1:
        return "image `{0}` has no width or no height"
    if width * height > LARGEST_PIXELS:
        return TOO_MANY_PIXELS
    twips = 1440 / dpi
    return Picture(extension, data, max(1, round(width * twips)), max(1, round(height * twips)))


def _png(data: bytes) -> Picture | str:
    width = height = 0
    dpi, ended = 96.0, False
    for kind, body, whole in _chunks(data):
        if not whole:
            return DAMAGED
        if kind == b"IHDR" and len(body) == 13:
            width, height = struct.unpack(">II", body[:8])
        elif kind == b"pHYs" and len(body) == 9 and body[8] == 1:
            dpi = _sensible(struct.unpack(">I", body[:4])[0] * 0.0254)
        ended = ended or kind == b"IEND"
    return _bitmap("png", data, width, height, dpi) if ended else DAMAGED


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bool]]:
    at = 8
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        check = data[at + 8 + length : at + 12 + length]
        yield kind, body, check == struct.pack(">I", zlib.crc32(kind + body))
        at += 12 + length
        if kind == b"IEND":
            return


def _sensible(dpi: float) -> float:
    return dpi if 30 <= dpi <= 2400 else 96.0


def _jpeg(data: bytes) -> Picture | str:
    at, dpi = 2, 96.0
    while at + 4 <= len(data) and data[at] == 0xFF:
        kind, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        body = data[at + 4 : at + 2 + length]
        if kind == 0xE0 and body[:5] == b"JFIF\0" and len(body) >= 12 and body[7] in (1, 2):
            dots = struct.unpack(">H", body[8:10])[0]
            dpi = _sensible(dots * (2.54 if body[7] == 2 else 1.0))
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC) and len(body) >= 5:
            height, width = struct.unpack(">HH", body[1:5])
            if b"\xff\xd9" not in data[-64:]:
                return DAMAGED
            return _bitmap("jpeg", data, width, height, dpi)
        at += 2 + length
    return DAMAGED


def _svg(data: bytes) -> Picture | str:
    text = data.decode("utf-8", "replace")
    if "<!ENTITY" in text or CANNOT_HOLD.search(text):
        return "drawing `{0}` is not plain SVG"
    if _REMOTE.search(text):
        return "drawing `{0}` refers to other files"
    size = _drawn_size(data)
    if size is None:
        return UNREADABLE
    width, height = size
    scale = RASTER / max(width, height)
    try:
        import resvg_py

        raster = bytes(
            resvg_py.svg_to_bytes(
                svg_string=text,
                width=max(1, round(width * scale)),
                height=max(1, round(height * scale)),
            )
        )
    except ValueError:
        return UNREADABLE
    twips = 15.0
    return Picture("png", raster, max(1, round(width * twips)), max(1, round(height * twips)), data)


def _drawn_size(data: bytes) -> tuple[float, float] | None:
    """Width and height of a drawing in CSS pixels."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    box = [float(part) for part in re.findall(r"-?[0-9]*\.?[0-9]+", str(root.get("viewBox", "")))]
    natural = (box[2], box[3]) if len(box) == 4 else (100.0, 100.0)
    width, height = _length(root.get("width")), _length(root.get("height"))
    if width is None:
        width = natural[0] if height is None else height * natural[0] / (natural[1] or 1)
    if height is None:
        height = width * natural[1] / (natural[0] or 1)
    return (width, height) if 0 < width < 1e7 and 0 < height < 1e7 else None


def _length(value: object) -> float | None:
    found = _LENGTH.fullmatch(str(value)) if value is not None else None
    return float(found[1]) * _UNITS[found[2] or ""] if found else None


def part_name(data: bytes, extension: str) -> str:
    """The name of an image part, made of what it holds."""
    return f"/word/media/{hashlib.sha256(data).hexdigest()[:16]}.{extension}"
