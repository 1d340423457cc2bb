"""What a file is, by its path."""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct


class Role(StrEnum):
    """What a file of a workspace is read as."""

    STANDARD = "standard"
    REFERENCES = "references"
    LOCK = "lock"
    CLAUSE = "clause"
    PRINCIPLE = "principle"
    PROPOSAL = "proposal"
    SEMINAR = "seminar"
    SESSION = "session"
    ASSET = "asset"
    OTHER = "other"
    UNKNOWN = "unknown"
    FOLDER = "folder"


class FilePlace(Struct, frozen=True):
    """`owner` is the deliverable or seminar a file belongs to, `language` its folder's.

    `inner` says that the file stands in a folder within its language folder, as terms do. Of a
    folder that stands where a file is expected, `owner` is the path.
    """

    role: Role
    owner: str = ""
    language: str = ""
    inner: bool = False


IMAGES = "images"
SUPPLEMENTARY = "files"
_LANGUAGE = re.compile("[a-z]{2}")
_NAMES = {"standard.yml": Role.STANDARD, "references.yml": Role.REFERENCES, "trace.lock": Role.LOCK}
_FILES = (".md", ".yml", ".yaml", ".lock")
_OURS = ("principles", "proposals", "proceedings")


def file_place(path: str) -> FilePlace:
    """What the file at `path` (relative to the workspace) is."""
    parts = path.split("/")
    if not _is_ours(parts):
        return FilePlace(Role.OTHER)
    for depth in range(1, len(parts)):
        if parts[depth - 1].endswith(_FILES):
            return FilePlace(Role.FOLDER, "/".join(parts[:depth]))
    if parts[0] == "clauses":
        return _of_deliverable(parts[1:])
    return _of_docs(parts[1], parts[2:])


def _is_ours(parts: list[str]) -> bool:
    if parts[-1].startswith(".") or parts[-1] == "README.md":
        return False
    return (parts[0] == "clauses" and len(parts) > 1) or (
        parts[0] == "docs" and len(parts) > 2 and parts[1] in _OURS
    )


def _of_deliverable(parts: list[str]) -> FilePlace:
    match parts:
        case [owner, name] if name in _NAMES:
            return FilePlace(_NAMES[name], owner)
        case [owner, name] if name.endswith((".dotx", ".docx")):
            return FilePlace(Role.ASSET, owner)
        case [owner, folder, _, *_] if folder in (IMAGES, SUPPLEMENTARY):
            return FilePlace(Role.ASSET, owner)
        case [owner, language, *folders, name] if _is_text(language, name) and len(folders) < 2:
            return FilePlace(Role.CLAUSE, owner, language, bool(folders))
        case _:
            return FilePlace(Role.UNKNOWN, parts[0])


def _of_docs(kind: str, parts: list[str]) -> FilePlace:
    match kind, parts:
        case _, [*folders, "index.md"] if not _in_language(folders):
            return FilePlace(Role.OTHER)
        case _, [*_, folder, _] if folder == IMAGES:
            return FilePlace(Role.ASSET)
        case "principles", [language, name] if _is_text(language, name):
            return FilePlace(Role.PRINCIPLE, "", language)
        case "proposals", [name] if name.endswith(".md"):
            return FilePlace(Role.PROPOSAL)
        case "proceedings", [owner, "seminar.yml"]:
            return FilePlace(Role.SEMINAR, owner)
        case "proceedings", [owner, language, name] if _is_text(language, name):
            return FilePlace(Role.SESSION, owner, language)
        case _:
            return FilePlace(Role.UNKNOWN)


def _in_language(folders: list[str]) -> bool:
    return any(_LANGUAGE.fullmatch(folder) for folder in folders)


def _is_text(language: str, name: str) -> bool:
    return name.endswith(".md") and _LANGUAGE.fullmatch(language) is not None
