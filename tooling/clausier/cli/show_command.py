"""`clausier show`: what the program sees in a file, stage by stage."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from clausier.cli.table import table
from clausier.cli.voice import Voice
from clausier.cli.workspace import compiled, relative, root_of
from clausier.model.workspace import Workspace
from clausier.pipeline import Compiled, UsageError
from clausier.resolve.resolved import Version
from clausier.source.diagnostic import say
from clausier.source.place import Source, Span
from clausier.write.provisions import records

Record = dict[str, Any]
View = Callable[[Compiled, str], list[Record]]


def run(options: Namespace, voice: Voice) -> int:
    """Print one view of one file."""
    root = root_of(options.file)
    result = compiled(root, voice)
    path = relative(options.file, root)
    if path not in result.sources:
        raise UsageError(say("`{0}` is no file of the text", path))
    rows = VIEWS[options.view](result, path)
    if options.format == "json":
        voice.print(json.dumps(rows, ensure_ascii=False, indent=2))
    elif options.view == "model":
        voice.print("\n".join(line for row in rows for line in _tree(row, "")))
    else:
        voice.print(table(list(rows[0]) if rows else (), [_flat(row) for row in rows], voice))
    return 0


def _flat(row: Record) -> Record:
    return {key: _cell(value) for key, value in row.items()}


def _cell(value: object) -> str:
    if isinstance(value, dict):
        return " ".join(str(one) for one in value.values() if one)
    if isinstance(value, list):
        return " ".join(str(one) for one in value)
    text = " ".join(str(value).split())
    return text if len(text) <= 70 else f"{text[:69]}…"


def _tree(value: object, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        head = " ".join(f"{k}={v!r}" for k, v in value.items() if not isinstance(v, dict | list))
        yield f"{indent}{head}"
        for key, inner in value.items():
            if inner and isinstance(inner, dict | list):
                yield f"{indent}  {key}:"
                yield from _tree(inner, f"{indent}    ")
    elif isinstance(value, list):
        for inner in value:
            yield from _tree(inner, indent)
    else:
        yield f"{indent}{value!r}"


def _model(result: Compiled, path: str) -> list[Record]:
    source = result.sources[path]
    return [_plain(node, source) for node in _nodes(result.resolved.workspace, path)]


def _nodes(workspace: Workspace, path: str) -> Iterator[object]:
    for deliverable in workspace.deliverables:
        if deliverable.metadata.span.path == path:
            yield deliverable.metadata
        for standard in deliverable.standards:
            for clause in standard.clauses:
                if clause.span.path == path and not clause.derived:
                    yield clause
                yield from (term for term in clause.terms if term.span.path == path)
    yield from (node for node in workspace.principles if node.span.path == path)
    yield from (node for node in workspace.proposals if node.span.path == path)
    for seminar in workspace.seminars:
        if seminar.span.path == path:
            yield seminar
        yield from (session for session in seminar.sessions if session.span.path == path)


def _plain(value: object, source: Source) -> Any:
    if isinstance(value, Span):
        return _place(value, source)
    if isinstance(value, Struct):
        kept = asdict(value).items()
        shown = {name: _plain(one, source) for name, one in kept if one not in (None, (), "")}
        return {"node": type(value).__name__, **shown}
    if isinstance(value, tuple | list):
        return [_plain(one, source) for one in value]
    if isinstance(value, dict):
        return {str(key): _plain(one, source) for key, one in value.items()}
    return value


def _place(span: Span, source: Source) -> str:
    start, end = source.position(span.start), source.position(span.end)
    return f"{start.line}:{start.column}-{end.line}:{end.column}"


def _blocks(result: Compiled, path: str) -> list[Record]:
    source = result.sources[path]
    return [
        {"block": type(block).__name__, "place": _place(block.span, source),
         "text": source.text[block.span.start : block.span.end]}
        for node in _nodes(result.resolved.workspace, path)
        for block in _top_blocks(node)
    ]  # fmt: skip


def _top_blocks(node: Any) -> Iterator[Any]:
    for name in ("statement", "body", "rationale", "notes", "examples", "other", "footnotes"):
        found = getattr(node, name, None) or ()
        yield from found if isinstance(found, tuple) else (found,)
    for section in getattr(node, "sections", ()):
        yield from _top_blocks(section)


def _versions(result: Compiled, path: str) -> Iterator[Version]:
    for version in result.resolved.versions:
        if any(clause.span.path == path for clause in version.clauses) or any(
            term.span.path == path for _, terms in version.term_groups for term in terms
        ):
            yield version


def _numbers(result: Compiled, path: str) -> list[Record]:
    source = result.sources[path]
    return [
        {"place": _place(span, source), "kind": number.kind.value, "number": number.value,
         "label": number.label, "anchor": version.anchors.get(span, "")}
        for version in _versions(result, path)
        for span, number in sorted(version.numbers.items())
        if span.path == path
    ]  # fmt: skip


def _references(result: Compiled, path: str) -> list[Record]:
    source = result.sources[path]
    return [
        {"place": _place(span, source), "id": use.reference.target, "reads": use.text,
         "kind": use.target.kind.value if use.target else "unknown"}
        for version in _versions(result, path)
        for span, use in sorted(version.uses.items())
        if span.path == path
    ]  # fmt: skip


def _provisions(result: Compiled, path: str) -> list[Record]:
    return [
        record
        for version in _versions(result, path)
        for record in records(version, result.sources)
        if record["path"] == path
    ]


def _trace(result: Compiled, path: str) -> list[Record]:
    return [
        {"principle": link.principle, "clause": link.clause, "language": link.language,
         "provisions": list(link.provisions), "reviewed": link.reviewed, "suspect": link.suspect}
        for link in result.resolved.trace.links
        if link.span.path == path
    ]  # fmt: skip


VIEWS: dict[str, View] = {
    "blocks": _blocks,
    "model": _model,
    "numbers": _numbers,
    "references": _references,
    "provisions": _provisions,
    "trace": _trace,
}
