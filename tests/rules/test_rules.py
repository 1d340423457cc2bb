"""Each rule says what its page says: `rules/*.md` hold documents and the reports they must give.

A page has a heading per rule; below it, each ```` ```report ```` fence closes an example made of
the documents before it. Documents before the first rule of a page belong to all its examples, and
those of `base.md` to all pages. A document without a text takes a file away. An empty report is a
test of silence.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from clausier.check.run import FAULTS, check
from clausier.language.language import LANGUAGES
from clausier.language.translate import catalogue
from clausier.read.workspace import read
from clausier.resolve.run import resolve
from clausier.rules import discover
from clausier.source.decode import decode
from clausier.source.diagnostic import Diagnostic
from clausier.source.place import Source, Span

HERE = Path(__file__).parent
PAGES = sorted(page for page in HERE.glob("*.md") if page.name != "base.md")
RULES = {rule.fault.id: rule for rule in discover()}
SPOKEN = {"verbs", "places", "wording", "legal", "numbers", "units", "typography"}
"""The families whose rules look at the words of a language."""
FENCE = re.compile(r"^(`{3,})(\S+)[ ]?(.*)$")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: its first word, the rest of its first line, its lines and their place."""

    word: str
    path: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """An example of a page: a workspace and the report on one rule."""

    page: Path
    rule: str
    number: int
    files: dict[str, bytes]
    own: tuple[Fence, ...]
    report: Fence


def fences(lines: list[str]) -> Iterator[Fence]:
    at = 0
    while at < len(lines):
        opened = FENCE.match(lines[at])
        at += 1
        if opened is None:
            continue
        end = lines.index(opened[1], at)
        text = "".join(f"{line}\n" for line in lines[at:end])
        yield Fence(opened[2], opened[3], at, end, text)
        at = end + 1


def laid_over(files: dict[str, bytes], fence: Fence) -> dict[str, bytes]:
    rest = {path: data for path, data in files.items() if path != fence.path}
    return rest | {fence.path: fence.text.encode()} if fence.text else rest


def cases(page: Path) -> Iterator[Case]:
    lines = page.read_text("utf-8").splitlines()
    inside = {at for fence in fences(lines) for at in range(fence.start, fence.end)}
    headings = [
        (at, line.removeprefix("## "))
        for at, line in enumerate(lines)
        if line.startswith("## ") and at not in inside
    ]
    files = base()
    example, rule, number = files, "", 0
    own: tuple[Fence, ...] = ()
    for fence in fences(lines):
        above = [heading for at, heading in headings if at < fence.start]
        if above and above[-1] != rule:
            example, rule, number, own = files, above[-1], 0, ()
        if fence.word == "report":
            number += 1
            yield Case(page, rule, number, example, own, fence)
            example, own = files, ()
        elif rule:
            example, own = laid_over(example, fence), (*own, fence)
        else:
            files = laid_over(files, fence)


def base() -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for fence in fences((HERE / "base.md").read_text("utf-8").splitlines()):
        files = laid_over(files, fence)
    return files


CASES = [case for page in PAGES for case in cases(page)]


def report(case: Case) -> str:
    return written(*found_in(case))


def found_in(case: Case) -> tuple[list[Diagnostic], dict[str, Source]]:
    sources = {path: decode(path, data)[0] for path, data in case.files.items()}
    reading = read(case.files)
    assert not reading.diagnostics or case.report.path, written(reading.diagnostics, sources)
    asked = [RULES[case.rule]] if case.rule in RULES else list(RULES.values())
    found = check(resolve(reading.workspace), asked, sources=sources)
    return [said for said in found if said.rule == case.rule], sources


def written(found: list[Diagnostic] | tuple[Diagnostic, ...], sources: dict[str, Source]) -> str:
    return "".join(f"{line}\n" for said in found for line in lines_of(said, sources))


def lines_of(said: Diagnostic, sources: dict[str, Source]) -> Iterator[str]:
    yield f"{place(said.span, sources)}: {said.severity}[{said.rule}] {said.message}"
    if said.help:
        yield f"  = help: {said.help}"
    for related in said.related:
        yield f"  = see: {place(related.span, sources)}: {related.message}"


def place(span: Span, sources: dict[str, Source]) -> str:
    source = sources[span.path]
    start, end = source.position(span.start), source.position(span.end)
    last = f"{end.column}" if start.line == end.line else f"{end.line}:{end.column}"
    return f"{span.path}:{start.line}:{start.column}-{last}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}-{case.number}")
def test_report(case: Case, update: bool) -> None:
    found = report(case)
    if update and found != case.report.text:
        rewrite(case, found)
    else:
        assert found == case.report.text


def rewrite(case: Case, found: str) -> None:
    """Put a report in its place; earlier examples may have moved the lines since."""
    lines = case.page.read_text("utf-8").splitlines()
    known = [fence for fence in fences(lines) if fence.word == "report"]
    own = known[[one.report for one in cases_of(case.page)].index(case.report)]
    lines[own.start : own.end] = found.splitlines()
    case.page.write_text("".join(f"{line}\n" for line in lines), "utf-8", newline="\n")


def cases_of(page: Path) -> list[Case]:
    return [case for case in CASES if case.page == page]


@pytest.mark.parametrize("rule", [*RULES, *(fault.id for fault in FAULTS)])
def test_every_rule_is_shown_at_work_and_silent(rule: str) -> None:
    reports = [case.report.text for case in CASES if case.rule == rule]
    assert any(reports), f"no example is reported by {rule}"
    assert not all(reports), f"no example is free of {rule}"


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.partition("/")[0] in SPOKEN])
def test_every_rule_on_words_is_shown_at_work_in_each_language(rule: str) -> None:
    told = [
        line
        for case in CASES
        for line in case.report.text.splitlines()
        if case.rule == rule and line.startswith("clauses/")
    ]
    for language in RULES[rule].fault.languages or LANGUAGES:
        assert sum(f"/{language}/" in line for line in told) >= 2, f"{rule} in {language}"


def test_every_heading_is_a_rule() -> None:
    assert {case.rule for case in CASES} <= {*RULES, *(fault.id for fault in FAULTS)}


@pytest.mark.parametrize("fault", [*(rule.fault for rule in RULES.values()), *FAULTS])
def test_every_rule_is_explained(fault) -> None:
    assert fault.title.endswith(".")
    assert "\n" not in fault.title
    assert len(fault.explanation) > len(fault.title)
    assert {"title", "explanation"} <= catalogue("fr").faults[fault.id].keys()


def test_every_message_is_translated() -> None:
    french = catalogue("fr").messages
    for template in templates():
        assert template in french, template
        assert placeholders(french[template]) == placeholders(template), template


def placeholders(template: str) -> list[str]:
    return sorted(re.findall(r"\{\d\}", template))


def templates() -> Iterator[str]:
    """The English sentences in `say(…)` and those kept for it, in `check` and `rules`."""
    house = Path(__import__("clausier").__file__).parent
    for file in sorted([*house.glob("check/*.py"), *house.glob("rules/*.py")]):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
                first = node.args[0]
                assert isinstance(first, ast.Constant), f"{file.name}:{node.lineno}"
                yield str(first.value)
