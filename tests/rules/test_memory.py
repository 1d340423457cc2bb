"""What is found with a memory of what was before is what is found without one."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.rules.test_rules import CASES

from clausier.check.rule import Finding
from clausier.check.subject import Subject
from clausier.pipeline import compile
from clausier.read.workspace import read
from clausier.resolve.run import resolve
from clausier.rules import discover
from clausier.source.memory import Memory

PAGES = sorted({case.page.name for case in CASES})

MINI = Path(__file__).parents[1] / "corpus" / "mini"


def follow(states: Iterator[dict[str, bytes]]) -> int:
    """Go from one state of the files to the next with one memory; gives how many were remembered."""
    memory, remembered = Memory(), 0
    for files in states:
        compiled = compile(files, memory=memory)
        fresh = compile(files)
        assert compiled.diagnostics == fresh.diagnostics
        assert compiled.resolved == fresh.resolved
        remembered += len(memory.seen) - len(memory.fresh)
        memory = Memory(memory.seen)
    return remembered


ALONE = [rule for rule in discover() if rule.alone]


@pytest.mark.parametrize("page", PAGES)
def test_rules_that_look_at_each_file_alone(page: str) -> None:
    for case in CASES:
        if case.page.name == page:
            subject = Subject.of(resolve(read(twice(case.files)).workspace))
            paths = frozenset(part.span.path for part in subject.parts)
            of_all = found(subject.only(paths))
            of_each = [one for path in paths for one in found(subject.only(frozenset({path})))]
            assert Counter(of_all) == Counter(of_each)


def twice(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files, and a copy of each clause beside it, so that all that can meet does meet."""
    copies = {
        re.sub(r"(\d\d)(-[^/]+\.md)$", r"\g<1>-again\2", path): data for path, data in files.items()
    }
    return files | copies


def found(subject: Subject) -> Iterator[tuple[str, Finding]]:
    """What the rules that look at each file alone find."""
    for rule in ALONE:
        yield from ((rule.fault.id, finding) for finding in dict.fromkeys(rule.find(subject)))


@pytest.mark.parametrize("page", PAGES)
def test_examples_that_follow_each_other(page: str) -> None:
    states = [case.files for case in CASES if case.page.name == page]
    assert follow(iter(states)) > len(states)


def test_lines_changed_at_random() -> None:
    files = {
        path.relative_to(MINI).as_posix(): path.read_bytes()
        for path in sorted(MINI.rglob("*"))
        if path.is_file()
    }
    assert follow(_edited(files, random.Random(7))) > 1000


def _edited(files: dict[str, bytes], chance: random.Random) -> Iterator[dict[str, bytes]]:
    texts = [path for path in files if path.endswith((".md", ".yml"))]
    for _ in range(80):
        yield files
        path = chance.choice(texts)
        lines = files[path].splitlines(keepends=True) or [b"\n"]
        at = chance.randrange(len(lines))
        words = lines[at].split(b" ")
        chance.shuffle(words)
        lines[at : at + 1] = chance.choice(
            ([], [lines[at], lines[at]], [b" ".join(words)], [lines[at].replace(b"shall", b"may")])
        )
        files = {**files, path: b"".join(lines)}
