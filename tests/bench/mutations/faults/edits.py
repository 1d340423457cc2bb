"""Faults that more than one file makes, and what the clean texts have to hold for some of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.bench.mutations.plant import Change, Edit, Plant, body
from tests.bench.mutations.texts import Files, Setting, settled

HOME = {
    "en": "clauses/service-excellence",
    "fr": "clauses/service-excellence",
    "de": "clauses/fahrradwerkstatt",
}
"""The folder of the deliverable that is written in a language."""
STANDARD = r"^clauses/.*/standard\.yml$"
LISTED = r"^clauses/.*/references\.yml$"
END = r"\Z"


def found(files: Files, where: str) -> list[str]:
    """The files that a pattern finds, in their order."""
    return sorted(path for path in files if re.search(where, path))


def along(where: str, plant: Plant, *others: tuple[str, str, str]) -> Edit:
    """A fault in each of some files, which is none without a change of others."""

    def edit(files: Files) -> Iterator[Change]:
        changed = settled(files, others)
        rest = {path: data.decode() for path, data in changed.items() if data != files.get(path)}
        planted = 0
        for path in found(changed, where):
            text = changed[path].decode()
            marked = plant(text, planted)
            if marked != text:
                planted += 1
                yield {**rest, path: marked}

    return edit


def together(where: str, plant: Plant, *others: tuple[str, str, str]) -> Edit:
    """The same with all places in one copy, because one change makes them all."""

    def edit(files: Files) -> Iterator[Change]:
        all_ = {
            path: text
            for each in along(where, plant, *others)(files)
            for path, text in each.items()
        }
        if all_:
            yield all_

    return edit


def changing(*each: Setting) -> Edit:
    """Faults that are changes of files, one set of changes in each copy."""

    def edit(files: Files) -> Iterator[Change]:
        for setting in each:
            changed = settled(files, setting)
            yield {p: data.decode() for p, data in changed.items() if data != files.get(p)}

    return edit


def without(where: str, *marks: tuple[str, str, str]) -> Edit:
    """Each of some files taken away; the marks stand where that is to be said."""

    def edit(files: Files) -> Iterator[Change]:
        changed = settled(files, marks)
        rest = {path: data.decode() for path, data in changed.items() if data != files.get(path)}
        for path in found(files, where):
            yield {**rest, path: None}

    return edit


def turns(pattern: str, *replacements: str, front: bool = False) -> Plant:
    """Replace what matches first in a file; the replacements take turns from file to file."""
    known = re.compile(pattern, re.MULTILINE)

    def plant(text: str, planted: int) -> str:
        at = body(text)
        replacement = replacements[planted % len(replacements)]
        if front:
            return known.sub(replacement, text[:at], 1) + text[at:]
        return text[:at] + known.sub(replacement, text[at:], 1)

    return plant
