"""Opening a Word file that somebody else made: looked at closely before anything is read."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from msgspec import Struct

from clausier.source.diagnostic import Message, say
from clausier.write.docx.markup import W
from clausier.write.docx.package import PartFile, Relations

LARGEST = 50_000_000
UNPACKED = 250_000_000
LARGEST_XML = 64_000_000
ENTRIES = 2_000
RATIO = 200
_OBJECT = re.compile("/(embeddings|activeX|controls)/")
_OLE = b"\xd0\xcf\x11\xe0"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
FORBIDDEN = "part `{1}` of the Word file `{0}` holds XML that is not allowed in Word files"
DAMAGED = "part `{1}` of the Word file `{0}` is damaged"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


class RefusedError(Exception):
    """Why a file is not opened: a template with `{0}` for its name, `{1}` for a part of it."""

    def about(self, name: str) -> Message:
        """What is said of the file of that name."""
        template, *parts = self.args
        return say(template, name, *parts)


class Foreign(Struct, frozen=True):
    """The parts of a Word file by name, each with what it refers to."""

    parts: Mapping[str, PartFile]
    roots: Relations

    def main(self) -> PartFile:
        """The document itself."""
        for kind, target, _ in self.roots.known:
            if kind.endswith("/officeDocument") and target in self.parts:
                return self.parts[target]
        raise RefusedError("`{0}` is no Word file")

    def text(self) -> Any:
        """The root of the document itself."""
        root = root_of(self.main())
        if root.tag != f"{{{W}}}document":
            raise RefusedError("`{0}` is Strict Open XML or no Word file; save it as .docx")
        return root

    def damaged(self) -> Iterator[RefusedError]:
        """For each part that should be XML and cannot be read as such, why."""
        for name, part in self.parts.items():
            if name.lower().endswith(".xml"):
                try:
                    root_of(part)
                except RefusedError as refused:
                    yield refused


def opened(data: bytes) -> Foreign:
    """The parts of a Word file that may be trusted: one that is active is refused, too.

    Raises `RefusedError` where the file is not safe or not one.
    """
    found = looked_into(data)
    if any(_macros(part) for part in found.parts.values()):
        raise RefusedError("Word file `{0}` holds macros; save it without them")
    if any(True for _ in outside(found)):
        raise RefusedError("Word file `{0}` refers to files outside it")
    return found


def looked_into(data: bytes) -> Foreign:
    """The parts of a Word file, of which nothing is run and nothing is fetched.

    Raises `RefusedError` where it would not be safe to read it, or where it is none.
    """
    files = _unpacked(data)
    types = _content_types(files)
    parts: dict[str, PartFile] = {}
    for name, content in files.items():
        if name.endswith(".rels") or name == "[Content_Types].xml":
            continue
        folder, _, base = name.rpartition("/")
        relations = _relations(files, f"{folder}/_rels/{base}.rels".lstrip("/"), folder)
        kind = types.get(f"/{name}") or types.get(name.rpartition(".")[2].lower(), "")
        parts[f"/{name}"] = PartFile(f"/{name}", kind, content, relations)
    return Foreign(parts, _relations(files, "_rels/.rels", ""))


def active(foreign: Foreign) -> Iterator[str]:
    """The names of the parts that could run: macros, embedded objects, controls."""
    for name, part in foreign.parts.items():
        if _macros(part) or _OBJECT.search(name):
            yield name[1:]


def outside(foreign: Foreign) -> Iterator[str]:
    """What the file refers to outside itself, but for links that a reader may follow."""
    for relations in (foreign.roots, *(part.relations for part in foreign.parts.values())):
        for kind, target, external in relations.known:
            if external and not kind.endswith("/hyperlink"):
                yield target


def _macros(part: PartFile) -> bool:
    return "macroEnabled" in part.content_type or "vbaProject" in part.content_type


def _unpacked(data: bytes) -> dict[str, bytes]:
    if data.startswith(_OLE):
        raise RefusedError(
            "Word file `{0}` is encrypted or of an old kind; save it as .docx or .dotx"
        )
    if len(data) > LARGEST:
        raise RefusedError("Word file `{0}` is larger than 50 MB")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _read(archive)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise RefusedError("Word file `{0}` is damaged") from error


def _read(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > ENTRIES or len(set(names)) != len(names):
        raise RefusedError("Word file `{0}` is packed in an unusual way")
    if any(_leaves(name) for name in names):
        raise RefusedError("Word file `{0}` holds paths that leave the archive")
    if any(entry.flag_bits & 1 for entry in entries):
        raise RefusedError(
            "Word file `{0}` is encrypted or of an old kind; save it as .docx or .dotx"
        )
    total = sum(entry.file_size for entry in entries)
    if total > UNPACKED or any(_bomb(entry) for entry in entries):
        raise RefusedError("Word file `{0}` unpacks to more than can be sensible")
    return {entry.filename: _entry(archive, entry) for entry in entries if not entry.is_dir()}


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    try:
        return archive.read(entry)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise RefusedError(DAMAGED, entry.filename) from error


def _leaves(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in name.split("/")


def _bomb(entry: zipfile.ZipInfo) -> bool:
    if entry.filename.endswith((".xml", ".rels")) and entry.file_size > LARGEST_XML:
        return True
    return entry.file_size > 1_000_000 and entry.file_size > RATIO * max(1, entry.compress_size)


def root_of(part: PartFile) -> Any:
    """The root of a part; entities are not resolved, nothing is fetched."""
    return _parsed(part.data, part.name)


def _parsed(data: bytes, name: str) -> Any:
    from lxml import etree

    if any(sign in data.replace(b"\0", b"") for sign in (b"<!DOCTYPE", b"<!ENTITY")):
        raise RefusedError(FORBIDDEN, name.lstrip("/"))
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, LookupError) as error:
        raise RefusedError(DAMAGED, name.lstrip("/")) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise RefusedError(FORBIDDEN, name.lstrip("/"))
    return root


def _content_types(files: Mapping[str, bytes]) -> dict[str, str]:
    data = files.get("[Content_Types].xml")
    if data is None:
        raise RefusedError("`{0}` is no Word file")
    found: dict[str, str] = {}
    for row in _parsed(data, "[Content_Types].xml"):
        if row.tag == f"{_TYPES}Default":
            found[str(row.get("Extension", "")).lower()] = str(row.get("ContentType", ""))
        elif row.tag == f"{_TYPES}Override":
            found[str(row.get("PartName", ""))] = str(row.get("ContentType", ""))
    return found


def _relations(files: Mapping[str, bytes], name: str, folder: str) -> Relations:
    known: dict[tuple[str, str, bool], str] = {}
    data = files.get(name)
    root = () if data is None else _parsed(data, name).iter(f"{_RELATIONS}Relationship")
    for row in root:
        kind, target = str(row.get("Type", "")), str(row.get("Target", ""))
        external = row.get("TargetMode") == "External"
        path = target if external else _resolved(folder, target)
        known[kind, path, external] = str(row.get("Id", ""))
    return Relations(known)


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target
    parts = folder.split("/") if folder else []
    for part in target.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    return "/" + "/".join(parts)
