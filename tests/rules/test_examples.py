"""The example that the page of each rule shows is what the rule says of a page in `tests/rules`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from msgspec import json

import clausier.language
from clausier.check.cure import cured
from clausier.language.examples import Example
from clausier.language.language import LANGUAGES
from clausier.language.translate import INTERFACES, said
from clausier.source.diagnostic import Diagnostic
from clausier.source.place import Source

from .test_enough import IDS, language_of
from .test_rules import CASES, Case, found_in

KEPT = Path(clausier.language.__file__).with_name("examples.json")


@cache
def found(number: int) -> tuple[list[Diagnostic], dict[str, Source]]:
    return found_in(CASES[number])


def chosen(rule: str, language: str) -> tuple[int, Diagnostic] | None:
    """The first finding in a folder of the language; else one in no language's folder."""
    own = [number for number, case in enumerate(CASES) if case.rule == rule]
    for wanted in dict.fromkeys((language, "")):
        for number in own:
            for one in found(number)[0]:
                if language_of(one.span.path) == wanted:
                    return number, one
    return None


def shown(number: int, one: Diagnostic, language: str) -> Example:
    source = found(number)[1][one.span.path]
    start, end = source.position(one.span.start), source.position(one.span.end)
    text = source.line(start.line)
    spoken = language if language in INTERFACES else "en"
    return Example(
        one.span.path,
        start.line,
        text,
        start.column - 1,
        end.column - 1 if end.line == start.line else len(text),
        said(one.message, spoken),
        said(one.help, spoken) if one.help else "",
        instead(CASES[number], one, source, start.line),
    )


def instead(case: Case, one: Diagnostic, source: Source, line: int) -> str:
    """The line after its cure; nothing where the cure moves lines or leaves this one as it is."""
    after = cured(case.files[source.path], source, [one]) if one.edits else None
    lines = after.data.decode().split("\n") if after and hasattr(after, "data") else []
    before = source.text.split("\n")
    same = len(lines) == len(before) and lines[line - 1] != before[line - 1]
    return lines[line - 1] if same else ""


def made() -> dict[str, dict[str, Example]]:
    return {rule: dict(of_rule(rule)) for rule in sorted(IDS)}


def of_rule(rule: str) -> Iterator[tuple[str, Example]]:
    for language in sorted(LANGUAGES):
        one = chosen(rule, language)
        if one:
            yield language, shown(*one, language)


def test_examples_are_those_of_the_pages(update: bool) -> None:
    text = json.format(json.encode(made()), indent=1) + b"\n"
    if update and text != KEPT.read_bytes():
        KEPT.write_bytes(text)
    else:
        assert text == KEPT.read_bytes()


@pytest.mark.parametrize("rule", IDS)
def test_every_rule_has_an_example_in_both_interfaces(rule: str) -> None:
    known = json.decode(KEPT.read_bytes(), type=dict[str, dict[str, Example]])[rule]
    assert known, rule
    for one in known.values():
        assert 0 <= one.start <= one.end <= len(one.text)
