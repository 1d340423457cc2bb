"""What was read, as lines that a person can check: nodes, places, and what was said."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import fields

from clausier.model.block import Legend
from clausier.model.clause import Placed
from clausier.model.inline import Text
from clausier.read.body import Body
from clausier.source.diagnostic import Diagnostic
from clausier.source.place import Source, Span

_SILENT = ("span", "kind")
_BARE = (None, False, (), "", Legend())


def report(source: Source, body: Body, found: tuple[Diagnostic, ...]) -> str:
    """The report of a body and its diagnostics."""
    lines: list[str] = []
    for part in fields(body):
        lines += _field(source, part.name, getattr(body, part.name), 0)
    lines += [_said(source, diagnostic) for diagnostic in found]
    return "\n".join(lines)


def _said(source: Source, found: Diagnostic) -> str:
    written = source.text[found.span.start : found.span.end].split("\n")[0]
    return (
        f"{found.severity}[{found.rule}] {_place(source, found.span)} `{written}`: {found.message}"
    )


def _place(source: Source, span: Span) -> str:
    start, end = source.position(span.start), source.position(span.end)
    if start.line == end.line:
        return f"{start.line}:{start.column}-{end.column}"
    return f"{start.line}:{start.column}-{end.line}:{end.column}"


def _field(source: Source, name: str, value: object, depth: int) -> Iterator[str]:
    if value in _BARE or not isinstance(value, tuple) or isinstance(value, Span):
        return
    indent = "  " * depth
    shown = name not in ("blocks", "inlines", "children", "items", "cells", "body", "entries")
    if shown:
        yield f"{indent}{name}:"
    for part in value:
        yield from _node(source, part, depth + shown)


def _node(source: Source, node: object, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if isinstance(node, Text):
        written = source.text[node.span.start : node.span.end]
        sign = "" if written == node.value else f" for {written!r}"
        yield f"{indent}{node.value!r}{sign} {_place(source, node.span)}"
        return
    assert isinstance(node, Struct)
    values = [(part.name, getattr(node, part.name)) for part in fields(node)]
    single = " ".join(
        f"{name}={_single(source, value)}"
        for name, value in values
        if name not in _SILENT and _is_told(name, value)
    )
    span = getattr(node, "span", None)
    place = " " + _place(source, span) if span else ""
    yield f"{indent}{type(node).__name__}{place} {single}".rstrip()
    for name, value in values:
        yield from _field(source, name, value, depth + 1)
        if isinstance(value, Legend):
            for part in fields(value):
                yield from _field(source, part.name, getattr(value, part.name), depth + 1)


def _is_told(name: str, value: object) -> bool:
    if isinstance(value, Span):
        return True
    is_usual = name in ("rows", "columns") and value == 1
    return value not in _BARE and not isinstance(value, tuple | Legend) and not is_usual


def _single(source: Source, value: object) -> str:
    if isinstance(value, Placed):
        return f"{value.value!r}@{_place(source, value.span)}"
    return _place(source, value) if isinstance(value, Span) else repr(value)
