"""Word files to be looked at: ours, with a fault put in by hand."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from clausier.pipeline import compile
from clausier.review.word.check import check_files
from clausier.write import docx

STANDARD = b"""
number: prEN 99901
type: EN
stage: "20.60"
edition: 1
titles: {en: Service}
languages: [en]
reference_language: en
committee: {number: CEN/TC 999, title: {en: Service}, secretariat: AFNOR}
"""
CLAUSE = b"""---
id: waiting
kind: clause
title: Waiting
---

## Own {#own}

### {#untitled}

Text[^1], see @tab-a and @own.

Table: Limits {#tab-a}

| a | b |
|---|---|
| 1 | 2 |

NOTE A note.

$$ s = \\frac{n}{m} $$ {#eq-share}

[^1]: Foot.
"""
NAME = "prEN_99901_(E).docx"


def made() -> bytes:
    """One of our files, in which nothing is wrong."""
    files = {
        "clauses/x/standard.yml": STANDARD,
        "clauses/x/en/01-scope.md": b"---\nid: scope\nkind: scope\n---\n\nAll.\n",
        "clauses/x/en/04-waiting.md": CLAUSE,
    }
    return docx.write(compile(files).resolved, files).files[NAME]


def repacked(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The file with one part changed, or added where it is not there."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
        if part not in old.namelist():
            new.writestr(part, change(b""))
    return target.getvalue()


@pytest.fixture(scope="session")
def clean() -> bytes:
    return made()


@pytest.fixture
def said(clean: bytes):
    """What is said of a clean file in which `old` stands as `new`."""

    def look(
        old: str, new: str, part: str = "word/document.xml", name: str = NAME
    ) -> list[tuple[str, str]]:
        def change(data: bytes) -> bytes:
            assert old.encode() in data
            return data.replace(old.encode(), new.encode(), 1)

        looked = check_files({name: repacked(clean, part, change)})
        return [(one.rule, str(one.message)) for one in looked.diagnostics]

    return look


@pytest.fixture
def look(clean: bytes):
    """The words at the places of what is said of a clean file in which `old` stands as `new`."""

    def found(old: str, new: str) -> list[str]:
        data = repacked(
            clean, "word/document.xml", lambda data: data.replace(old.encode(), new.encode(), 1)
        )
        looked = check_files({NAME: data})
        return [
            looked.sources[one.span.path].text[one.span.start : one.span.end]
            for one in looked.diagnostics
        ]

    return found
