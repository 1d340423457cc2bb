"""The parts of a Word file and their relationships; python-docx carries them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from msgspec import Struct, field

from clausier.write.docx.markup import CANNOT_HOLD

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


class Relations(Struct):
    """What one part refers to: other parts by name, addresses outside."""

    known: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def add(self, kind: str, target: str, external: bool = False) -> str:
        """The id by which the part's text names `target`; the same target has one id.

        What XML cannot hold, an address cannot either: it is written as UTF-8 in percent signs.
        """
        held = CANNOT_HOLD.sub(lambda found: quote(found.group(), errors="replace"), target)
        return self.known.setdefault((kind, held, external), f"rId{len(self.known) + 1}")


class PartFile(Struct, frozen=True):
    """One part: its name (`/word/document.xml`), content type, bytes and relationships."""

    name: str
    content_type: str
    data: bytes
    relations: Relations = field(default_factory=Relations)


def carried(parts: Iterable[PartFile], roots: Relations) -> dict[str, bytes]:
    """The files of the package that holds `parts`; `roots` are the package's own relationships."""
    from docx.opc.package import OpcPackage
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package: Any = OpcPackage()
    made: dict[str, Any] = {
        part.name: Part(PackURI(part.name), part.content_type, part.data, package) for part in parts
    }
    _relate(package, roots, made)
    for part in parts:
        _relate(made[part.name], part.relations, made)
    files = {"[Content_Types].xml": _content_types(made.values())}
    files["_rels/.rels"] = _rels(package)
    for name, carrier in made.items():
        files[name[1:]] = carrier.blob
        if carrier.rels:
            files[carrier.partname.rels_uri[1:]] = _rels(carrier)
    return files


def _relate(source: Any, relations: Relations, made: dict[str, Any]) -> None:
    for (kind, target, external), key in relations.known.items():
        source.load_rel(kind, target if external else made[target], key, external)


def _rels(source: Any) -> bytes:
    return bytes(source.rels.xml)


def _content_types(parts: Iterable[Any]) -> bytes:
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml"}
    overrides: list[tuple[str, str]] = []
    for part in parts:
        if part.content_type.startswith("image/"):
            defaults[part.partname.ext] = part.content_type
        else:
            overrides.append((part.partname, part.content_type))
    rows = [f'<Default Extension="{ext}" ContentType="{kind}"/>' for ext, kind in defaults.items()]
    rows += [f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides]
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        + "".join(sorted(rows))
        + "</Types>"
    ).encode()
