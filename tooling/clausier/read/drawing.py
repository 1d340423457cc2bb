"""The words that are drawn in a picture, where it is an SVG drawing."""

from __future__ import annotations

import re
from html import unescape

from clausier.read.role import IMAGES
from clausier.source.files import Files

_TAG = re.compile(r"<[^<>]*>")


def drawn(files: Files) -> dict[str, tuple[str, ...]]:
    """The texts of each SVG drawing in the images of deliverables; one without any is left out."""
    paths = (path for path in files if path.lower().endswith(".svg") and _is_image(path))
    found = ((path, texts(_read(files, path))) for path in paths)
    return {path: said for path, said in found if said}


def _is_image(path: str) -> bool:
    return path.startswith("clauses/") and f"/{IMAGES}/" in path


def _read(files: Files, path: str) -> str:
    try:
        return files[path].decode("utf-8", "replace")
    except (OSError, KeyError):
        return ""


def texts(drawing: str) -> tuple[str, ...]:
    """What stands in the `text` elements of a drawing, each on one line.

    >>> texts('<svg><title>Loop</title><text x="1"><tspan>Ask</tspan>\\n them</text></svg>')
    ('Ask them',)
    """
    plain = drawing.replace("textPath", "tspan")
    parts = (part.partition("</text")[0] for part in plain.split("<text")[1:])
    shown = (part.partition(">")[2] for part in parts if part[:1] in " \t\r\n>")
    read = (" ".join(unescape(_TAG.sub(" ", each)).split()) for each in shown)
    return tuple(each for each in read if each)
