"""Sentences written from the catalogue by writers who had not seen the rules: what is found of them.

Planted faults (`tests/bench/mutations/`) come from the hands that wrote the rules; these do not. Each
stands alone in a small clean text, at the place it names, with marks around the words at fault; one
without marks is innocent, and nothing may be said of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct, field

from clausier.pipeline import all_faults
from clausier.source.diagnostic import Diagnostic
from clausier.source.files import Folder
from tests.bench.mutations.measure import Base
from tests.bench.mutations.plant import Spot, unmarked
from tests.bench.mutations.texts import ROOT, Files

HERE = Path(__file__).parent
TEXT = ROOT / "tests" / "corpus" / "mini"
FOLDER = "clauses/everyday-service"
LANGUAGES = ("en", "fr", "de")
PLACES = {
    "foreword": "00-foreword",
    "introduction": "00-introduction",
    "scope": "01-scope",
    "clause": "04-waiting",
    "normative-annex": "A-calculation",
    "informative-annex": "B-grid",
    "terms": "03-terms",
    "entry": "03-terms/20-waiting-time",
    "definition": "03-terms/20-waiting-time",
    "title": "04-waiting",
}
"""The file in which the words of each place stand."""


class Example(Struct, frozen=True):
    """One text: the rows of the catalogue it is about, and where it stands."""

    row: str
    language: str
    place: str = ""
    text: str = ""
    files: Mapping[str, str | None] = {}
    standard: Mapping[str, Any] = {}
    also: tuple[str, ...] = ()

    @property
    def is_faulty(self) -> bool:
        """Whether something is marked in it."""
        return "⟦" in self.words

    @property
    def words(self) -> str:
        """All that was written of it."""
        return self.text + "".join(text or "" for text in self.files.values())


class Tally(Struct):
    """Of some examples: the faulty and the innocent, and those told right; what went wrong."""

    faulty: int = 0
    found: int = 0
    innocent: int = 0
    silent: int = 0
    wrong: list[str] = field(default_factory=list)


def sets(names: tuple[str, ...]) -> Iterator[tuple[str, tuple[Example, ...]]]:
    """The sets whose names begin with one of those given, or all; `verbs-en`, `verbs-en-2`."""
    for path in sorted(HERE.glob("*.yml")):
        if not names or path.stem.startswith(names):
            language = re.split("-", path.stem)[1]
            entries = yaml.safe_load(path.read_text("utf-8"))
            yield path.stem, tuple(_example(entry, language) for entry in entries)


def _example(entry: dict[str, Any], language: str) -> Example:
    known = {**entry, "also": tuple(entry.get("also", ()))}
    return Example(**{"language": language, **known})


def tallied(examples: tuple[Example, ...]) -> Tally:
    """What is found of the faulty ones, and said of the innocent ones."""
    tally = Tally()
    for example in examples:
        files, spots, own = _laid(example)
        news = [one for one, _, _ in _base(_setting(example)).news(files) if own(one)]
        rows = {example.row, *example.also}
        right = [one for one in news if _rows(one.rule) & rows]
        if example.is_faulty:
            met = [spot for spot in spots if any(_touches(one, spot) for one in right)]
            tally.faulty += 1
            tally.found += len(met) == len(spots)
            if len(met) < len(spots):
                tally.wrong.append(f"missed {_named(example)}{_said(news)}")
            other = [one for one in news if one not in right]
        else:
            tally.innocent += 1
            tally.silent += not news
            other = news
        if other:
            tally.wrong.append(f"told of {_named(example)}{_said(other)}")
    return tally


def _named(example: Example) -> str:
    words = " ".join((example.text or str(dict(example.files))).split())
    return f"[{example.row} {example.language} {example.place}] {words[:400]}"


def _said(news: list[Diagnostic]) -> str:
    return "".join(f"\n        {one.rule}: {one.message}" for one in news)


def _touches(one: Diagnostic, spot: Spot) -> bool:
    return (
        one.span.path == spot.path
        and one.span.start < max(spot.end, spot.start + 1)
        and max(one.span.end, one.span.start + 1) > spot.start
    )


@cache
def _rows(rule: str) -> frozenset[str]:
    return frozenset(row for fault in all_faults() if fault.id == rule for row in fault.catalogue)


def _setting(example: Example) -> tuple[str, str]:
    """The language to which the base is cut (none for parity), and the keys over `standard.yml`."""
    language = example.language if example.language in LANGUAGES else ""
    return language, yaml.safe_dump(dict(example.standard)) if example.standard else ""


@cache
def _base(setting: tuple[str, str]) -> Base:
    return Base(_clean(*setting))


@cache
def _clean(language: str, standard: str) -> Files:
    files = dict(Folder(TEXT).items())
    metadata = yaml.safe_load(files[f"{FOLDER}/standard.yml"])
    if language:
        others = tuple(f"/{other}/" for other in LANGUAGES if other != language)
        files = {
            path: data
            for path, data in files.items()
            if not any(other in path for other in others) and "/proceedings/" not in path
        }
        files.pop("trace.lock", None)
        metadata |= {"languages": [language], "reference_language": language}
    metadata |= yaml.safe_load(standard) or {}
    text = yaml.safe_dump(metadata, allow_unicode=True, sort_keys=False)
    return {**files, f"{FOLDER}/standard.yml": text.encode()}


def _laid(example: Example) -> tuple[Files, list[Spot], Any]:
    """The workspace with the example in it, its marked places, and whose reports are of it."""
    files = dict(_clean(*_setting(example)))
    spots: list[Spot] = []
    touched: dict[str, tuple[int, int]] = {}
    for path, marked in _changes(example, files).items():
        if marked is None:
            files.pop(path, None)
            continue
        text, found = unmarked(path, marked)
        kept = files.get(path, b"").decode()
        touched[path] = (len(_common(kept, text)), len(text))
        files[path] = text.encode()
        spots += found

    def own(one: Diagnostic) -> bool:
        first, last = touched.get(one.span.path, (1, 0))
        whole = bool(example.files) and one.span.path in touched
        beside = example.language in LANGUAGES and one.rule.startswith(("parity/", "trace/"))
        within = first <= one.span.end and one.span.start <= last
        return (whole or within) and not beside

    return files, spots, own


def _changes(example: Example, files: Files) -> Mapping[str, str | None]:
    if example.files:
        return example.files
    path = f"{FOLDER}/{example.language}/{PLACES[example.place]}.md"
    text = files[path].decode()
    if example.place == "title":
        line = f"title: {yaml.safe_dump(example.text, allow_unicode=True, width=10_000)}"
        line = re.sub(r"\n\.\.\.\n$|\n$", "", line)
        return {path: re.sub(r"(?m)^title:.*$", lambda _: line, text)}
    if example.place == "definition":
        head = text[: text.index("\n---\n", 4) + 5]
        return {path: f"{head}\n{example.text.rstrip()}\n"}
    return {path: f"{text.rstrip()}\n\n{example.text.rstrip()}\n"}


def _common(one: str, other: str) -> str:
    """The text with which both begin."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return one[:at]
    return min(one, other, key=len)
