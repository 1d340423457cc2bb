"""From the files of a workspace to everything that is known of it: the function to read first."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from clausier import rules
from clausier.check.rule import Rule
from clausier.check.run import check
from clausier.read.config import Config
from clausier.read.workspace import read
from clausier.resolve.resolved import Resolved
from clausier.resolve.run import resolve
from clausier.source.diagnostic import Diagnostic, Fault, say
from clausier.source.discovery import faults_in
from clausier.source.files import Files, Folder
from clausier.source.memory import Memory
from clausier.source.place import Source

READING = ("clausier.source", "clausier.schema", "clausier.read")
"""The rooms whose faults are looked for at every reading."""


class UsageError(Exception):
    """The program cannot do what it was asked: its argument is the message that says why."""


class Options(Struct, frozen=True):
    """What a door may ask for beyond the workspace's own configuration.

    `select` and `ignore` are rule ids, families or patterns; `stage` replaces the documents' own.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    stage: str | None = None


NOTHING_MORE = Options()
"""What the workspace itself asks for, and no more."""


class Compiled(Struct, frozen=True):
    """A workspace, resolved, with what is to be said of it; `sources` are the texts by path."""

    resolved: Resolved
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]
    files: Files
    config: Config


def compile(
    files: Files,
    options: Options = NOTHING_MORE,
    *,
    memory: Memory | None = None,
    known: tuple[Rule, ...] | None = None,
) -> Compiled:
    """Read, resolve and check `files`; a wrong document is data, nothing is raised for it.

    A `memory` knows what was found of files that were seen before, and is told what is found now;
    `known` are the rules to ask, by default all.
    """
    reading = read(files, memory)
    resolved = resolve(reading.workspace, memory)
    diagnostics = check(
        resolved,
        rules.discover() if known is None else known,
        also=(*reading.diagnostics, *resolved.diagnostics),
        select=options.select or reading.config.select,
        ignore=(*options.ignore, *reading.config.ignore),
        per_file_ignores=dict(reading.config.per_file_ignores),
        stage=options.stage or reading.config.stage,
        looked_for=[fault.id for fault in faults_in(*READING)],
        sources=reading.sources,
        memory=memory,
    )
    return Compiled(resolved, diagnostics, reading.sources, files, reading.config)


ROOMS = (*READING, "clausier.check", "clausier.write", "clausier.review")
"""The rooms that declare faults; those of the rules are found with them."""


def all_faults() -> tuple[Fault, ...]:
    """Everything the program can report, whoever finds it, sorted by id."""
    known = (*(rule.fault for rule in rules.discover()), *faults_in(*ROOMS))
    return tuple(sorted(known, key=lambda fault: fault.id))


def folder(path: str | Path) -> Folder:
    """The files of the workspace at `path`; raises `UsageError` where there is no folder."""
    root = Path(path)
    if not root.exists():
        raise UsageError(say("there is no folder `{0}`", root))
    if not root.is_dir():
        raise UsageError(say("`{0}` is a file; name the folder of the workspace", root))
    return Folder(root)


def compile_folder(path: str | Path, options: Options = NOTHING_MORE) -> Compiled:
    """Compile the workspace at `path` on disk."""
    return compile(folder(path), options)
