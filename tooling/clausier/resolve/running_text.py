"""What the running text of each clause says: its sentences and provisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from clausier.model.clause import Clause
from clausier.resolve.provision import provisions
from clausier.resolve.resolved import Provision, Sentence, Use, Version
from clausier.resolve.sentence import sentences
from clausier.source.memory import Memory, key

_KEPT = "running text"


class RunningText(Struct, frozen=True):
    """What one clause says."""

    sentences: tuple[Sentence, ...]
    provisions: tuple[Provision, ...]


def running_texts(version: Version, memory: Memory) -> tuple[RunningText, ...]:
    """What each clause of a version says.

    A clause is remembered by its file and by how its references read. The clause of the terms is
    written in many files, one that was derived in none: those are read anew.
    """
    by_file = as_read(version.uses.values())
    return tuple(
        _read(clause, version)
        if clause.terms or clause.derived
        else _remembered(clause, version, key(by_file.get(clause.span.path, "")), memory)
        for clause in version.clauses
    )


def as_read(uses: Iterable[Use]) -> Mapping[str, str]:
    """How the references of each file read, in one string: what its words say hangs on no more."""
    found: dict[str, list[str]] = {}
    for use in uses:
        kind = use.target.kind if use.target else ""
        found.setdefault(use.reference.span.path, []).append(f"{use.text}\x1e{kind}")
    return {path: "\x1d".join(each) for path, each in found.items()}


def _remembered(clause: Clause, version: Version, made_from: bytes, memory: Memory) -> RunningText:
    path = clause.span.path
    known: RunningText | None = memory.known(path, _KEPT, made_from)
    if known is None:
        known = _read(clause, version)
        memory.keep(path, _KEPT, known, made_from)
    return known


def _read(clause: Clause, version: Version) -> RunningText:
    said = sentences(clause, version)
    return RunningText(said, provisions(clause, said, version))
