"""`clausier trace`: the matrix of principles and clauses."""

from __future__ import annotations

from argparse import Namespace

from clausier.cli.table import table
from clausier.cli.voice import Voice
from clausier.cli.workspace import compiled, root_of
from clausier.model.workspace import Deliverable
from clausier.resolve.resolved import Resolved
from clausier.write import trace
from clausier.write.data import as_csv, as_json

SHOWN = ("principle", "expected", "language", "number", "title", "provisions", "state", "suspect",
         "proposals", "sessions")  # fmt: skip


def run(options: Namespace, voice: Voice) -> int:
    """Print the matrix of every deliverable."""
    resolved = compiled(root_of(options.workspace), voice).resolved
    if options.format == "json":
        voice.out.write(as_json(_whole(resolved)).decode())
    elif options.format == "csv":
        rows = [row for one in resolved.workspace.deliverables for row in _rows(resolved, one)]
        voice.out.write(as_csv(rows).decode("utf-8-sig").replace("\r\n", "\n"))
    else:
        for one in resolved.workspace.deliverables:
            voice.print(voice.painted(one.id, "strong"))
            voice.print(table(SHOWN, _rows(resolved, one), voice))
    return 0


def _whole(resolved: Resolved) -> list[dict[str, object]]:
    return [
        {"deliverable": one.id, "principles": trace.records(resolved, one)}
        for one in resolved.workspace.deliverables
    ]


def _rows(resolved: Resolved, one: Deliverable) -> list[dict[str, object]]:
    return trace.rows(one, trace.records(resolved, one))
