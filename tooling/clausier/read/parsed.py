"""One file, read: a function of its path and bytes alone, so that its result can be kept."""

from __future__ import annotations

from msgspec import Struct

from clausier.model.clause import Clause, Term
from clausier.model.workspace import (
    Document,
    Metadata,
    Principle,
    Proposal,
    Reviewed,
    Seminar,
    Session,
)  # fmt: skip
from clausier.read.clause import read_clause
from clausier.read.lock import read_lock
from clausier.read.metadata import read_references, read_standard
from clausier.read.proceedings import read_principle, read_proposal, read_seminar, read_session
from clausier.read.role import FilePlace, Role, file_place
from clausier.schema.slug import slug
from clausier.source.decode import decode
from clausier.source.diagnostic import Diagnostic
from clausier.source.place import Source


class Documents(Struct, frozen=True):
    """What `references.yml` holds."""

    entries: tuple[Document, ...]


class Reviews(Struct, frozen=True):
    """What `trace.lock` holds."""

    lines: tuple[Reviewed, ...]


Value = (
    Clause | Term | Metadata | Documents | Reviews | Principle | Proposal | Seminar | Session
)  # fmt: skip


class Parsed(Struct, frozen=True):
    """A file's text, what it says (None: it is no file of ours), and what is wrong with it."""

    path: str
    source: Source
    value: Value | None
    diagnostics: tuple[Diagnostic, ...] = ()


def read_file(path: str, data: bytes) -> Parsed:
    """The file at `path` (relative to the workspace), read as what its path says it is."""
    source, odd = decode(path, data)
    value, found = _value(source, file_place(path))
    return Parsed(path, source, value, (*odd, *found))


def _value(source: Source, place: FilePlace) -> tuple[Value | None, tuple[Diagnostic, ...]]:
    match place.role:
        case Role.CLAUSE:
            return read_clause(source, place.language, place.inner)
        case Role.STANDARD:
            return read_standard(source)
        case Role.REFERENCES:
            documents, found = read_references(source)
            return Documents(documents), found
        case Role.LOCK:
            reviewed, found = read_lock(source)
            return Reviews(reviewed), found
        case Role.PRINCIPLE:
            return read_principle(source, place.language)
        case Role.PROPOSAL:
            return read_proposal(source)
        case Role.SEMINAR:
            return read_seminar(source, slug(place.owner) or "unnamed")
        case Role.SESSION:
            return read_session(source, slug(place.owner) or "unnamed", place.language)
        case _:
            return None, ()
