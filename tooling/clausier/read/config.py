"""How the program is to work: `[tool.clausier]` in pyproject.toml, or clausier.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from clausier.read.placed import word, words
from clausier.schema.tree import Tree
from clausier.schema.validate import validate
from clausier.source.decode import decode
from clausier.source.diagnostic import Diagnostic, Severity, fault, say
from clausier.source.files import UNREADABLE, Files
from clausier.source.place import Source, Span

TOML = fault(
    "read/toml-syntax",
    Severity.ERROR,
    """A TOML file cannot be read.

    TOML is `key = value`, one a line, texts in quotes, groups of keys under `[group]`. Until it can
    be read, the program works as if nothing were set.""",
)
TWICE = fault(
    "read/two-configurations",
    Severity.WARNING,
    """The program is configured in two places.

    clausier.toml counts; `[tool.clausier]` in pyproject.toml is not read. Keep one of the two.""",
)
FAULTS = (TOML, TWICE)

OWN, SHARED = "clausier.toml", "pyproject.toml"
_TABLE = re.compile(r"^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*\"?clausier\"?[ \t]*[\].]", re.MULTILINE)
_BARE = re.compile(r"[\w.:+-]*")
_WHERE = re.compile(r"\(at line ([0-9]+), column ([0-9]+)\)")


class Config(Struct, frozen=True):
    """What is set; an empty `select` asks every rule.

    `select`, `ignore` and the second part of `per_file_ignores` are ids of rules, families or
    patterns of them; the first part is a pattern of paths. `stage` stands for standard.yml's.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    out: str = "build"
    stage: str | None = None


def read_config(files: Files) -> tuple[Config, tuple[Diagnostic, ...]]:
    """The configuration of a workspace, and what is wrong with it."""
    config, _, found = read_config_file(files)
    return config, found


def read_config_file(
    files: Files,
) -> tuple[Config, tuple[Source, ...], tuple[Diagnostic, ...]]:
    """The configuration with the texts of the files that speak of it."""
    path = OWN if OWN in files else SHARED
    if path not in files:
        return Config(), (), ()
    source, found = _text(files, path)
    if source is None or (path == SHARED and not _TABLE.search(source.text)):
        return Config(), (), found if path == OWN else ()
    table, broken = _parsed(source)
    tree = _tree(source, table, _start(source))
    said = validate("config", tree) if not broken else ()
    other = _shared(files) if path == OWN else None
    twice = (_twice(other),) if other else ()
    sources = (source, other) if other else (source,)
    return _config(tree), sources, (*found, *broken, *said, *twice)


def _text(files: Files, path: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    try:
        data = files[path]
    except (OSError, KeyError) as error:
        reason = (getattr(error, "strerror", None) or "it is gone").lower()
        message = say("cannot read `{0}`: {1}", path, reason)
        return None, (UNREADABLE.at(Span(path, 0, 0), message),)
    return decode(path, data)


def _shared(files: Files) -> Source | None:
    """pyproject.toml, if it speaks of this program."""
    source, _ = _text(files, SHARED) if SHARED in files else (None, ())
    return source if source and _TABLE.search(source.text) else None


def _twice(source: Source) -> Diagnostic:
    table = _TABLE.search(source.text)
    return TWICE.at(
        source.span(table.start(), table.end()) if table else source.span().first(),
        say("`{0}` counts, this is not read", OWN),
        say("keep one of the two"),
    )


def _parsed(source: Source) -> tuple[Mapping[str, Any], tuple[Diagnostic, ...]]:
    import tomllib

    try:
        table: Any = tomllib.loads(source.text)
    except (ValueError, RecursionError) as error:
        return {}, (_broken(source, str(error)),)
    if source.path == SHARED:
        tool = table.get("tool")
        table = tool.get("clausier") if isinstance(tool, dict) else None
    return (table if isinstance(table, dict) else {}), ()


def _broken(source: Source, error: str) -> Diagnostic:
    where = _WHERE.search(error)
    at = len(source.text.rstrip())
    if where:
        line = min(int(where[1]), len(source.starts))
        at = min(source.starts[line - 1] + int(where[2]) - 1, len(source.text))
    start = max(0, at - 1) if source.text[at : at + 1] in ("", "\n") else at
    return TOML.at(
        source.span(start, min(start + 1, len(source.text))),
        say("this is not as TOML wants it"),
        say("write `key = value`, with texts in quotes"),
    )


def _start(source: Source) -> int:
    table = _TABLE.search(source.text) if source.path == SHARED else None
    return table.start() if table else 0


def _tree(source: Source, value: Any, start: int) -> Tree:
    """A tree of what TOML holds: each key and text is looked for after the one that holds it."""
    span = source.span(start, min(start + 1, len(source.text)))
    if isinstance(value, dict):
        keys = {key: _key(source, key, start) for key in value}
        items: dict[str | int, Tree] = {}
        for key in value:
            items[key] = _tree(source, value[key], keys[key].end)
        return Tree(span, value, keys, items)
    if isinstance(value, list):
        parts: dict[str | int, Tree] = {}
        for index, item in enumerate(value):
            parts[index] = _tree(source, item, start)
            start = max(start, parts[index].span.end)
        return Tree(span, value, {}, parts)
    written = value if isinstance(value, str) else str(value).lower()
    at = source.text.find(written, start)
    if at < 0 or not written:
        return Tree(span, value, written=written)
    if not isinstance(value, str):
        written = _BARE.match(source.text, at)[0]  # type: ignore[index]
    return Tree(source.span(at, at + len(written)), value, written=written)


def _key(source: Source, key: str, start: int) -> Span:
    """The place of a key: at the beginning of a line, after a dot, a bracket or a comma."""
    found = re.compile(rf"(?m)(?:^[ \t]*|[.{{,\[][ \t]*)[\"']?({re.escape(key)})(?![\w-])").search(
        source.text, start
    )
    if found is None:
        return source.span(start, min(start + 1, len(source.text)))
    return source.span(found.start(1), found.end(1))


def _config(tree: Tree) -> Config:
    ignores = tree.get("per-file-ignores")
    patterns = tuple(ignores.keys) if ignores else ()
    return Config(
        select=words(tree, "select"),
        ignore=words(tree, "ignore"),
        per_file_ignores=tuple((pattern, words(ignores, pattern)) for pattern in patterns),
        out=word(tree, "out") or "build",
        stage=word(tree, "stage"),
    )
