"""Pages of examples: below each heading a document, then the report that must be given of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from clausier.source.diagnostic import Diagnostic
from clausier.source.place import Source

_EXAMPLE = re.compile(
    r"^## (?P<name>.+)\n(?P<between>(?:(?!## |~~~).*\n)*)~~~(?P<info>.*)\n(?P<text>(?:.*\n)*?)~~~\n"
    r"\n~~~report\n(?P<report>(?:.*\n)*?)~~~$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a page; `info` is what stands behind the opening fence of the document."""

    page: Path
    name: str
    info: str
    text: str
    report: str
    place: tuple[int, int]


def examples(page: Path) -> list[Example]:
    """The examples of a page, in its order."""
    return [
        Example(page, m["name"], m["info"], m["text"], m["report"], m.span("report"))
        for m in _EXAMPLE.finditer(page.read_text("utf-8"))
    ]


def reported(source: Source, diagnostics: Iterable[Diagnostic]) -> str:
    """A report: each finding with its place, the words it is about, its message and help."""
    lines: list[str] = []
    for found in diagnostics:
        here = source.position(found.span.start)
        words = source.text[found.span.start : found.span.end].splitlines()
        shown = f" {words[0]!r}" if words else ""
        lines.append(f"{here.line}:{here.column} {found.rule}{shown}: {found.message}\n")
        lines.extend(f"    {found.help}\n" for _ in [1] if found.help)
        for related in found.related:
            there = source.position(related.span.start)
            lines.append(f"    {there.line}:{there.column} {related.message}\n")
        lines.extend(f"    write {edit.text!r}\n" for edit in found.edits)
    return "".join(lines)


def settle(example: Example, given: str, update: bool) -> None:
    """Compare a report with the page's, or write it into the page."""
    if not update:
        assert given == example.report
        return
    page = example.page.read_text("utf-8")
    now = next(each for each in examples(example.page) if each.name == example.name)
    start, end = now.place
    example.page.write_text(page[:start] + given + page[end:], "utf-8")
