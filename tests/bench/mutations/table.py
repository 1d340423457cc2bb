"""The figures, printed and put into the guide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from clausier.rules import discover
from clausier.source.diagnostic import Severity
from tests.bench.mutations.measure import Count
from tests.bench.mutations.texts import ROOT

OWED = {Severity.ERROR: (0.95, 0.98), Severity.WARNING: (0.9, 0.9)}
"""Recall and precision that all rules of a level owe together; no rule may be below `LEAST`."""
LEAST = 0.7
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
LEVELS = {
    "en": ("rule", "planted", "found", "at the very words", "recall", "precision"),
    "fr": ("règle", "plantés", "trouvés", "aux mots mêmes", "rappel", "précision"),
}
ALL = {
    "en": {"error": "all errors", "warning": "all warnings", "info": "all remarks"},
    "fr": {
        "error": "toutes les erreurs",
        "warning": "tous les avertissements",
        "info": "toutes les remarques",
    },
}


SAID = {
    "en": (
        "These rules missed something, or said something in vain:",
        "These found all that was planted, and said nothing else. Few places say that a text has no\n"
        "more: there is one scope.",
    ),
    "fr": (
        "Ces règles ont manqué quelque chose, ou parlé pour rien\u00a0:",
        "Celles-ci ont trouvé tout ce qui était planté, sans rien dire d'autre. Peu d'endroits, c'est\n"
        "qu'un texte n'en a pas plus\u00a0: il n'y a qu'un domaine d'application.",
    ),
}
"""What stands before the table of the rules that fell short, and that of the others."""


class Shortfall(Struct, frozen=True):
    """A rule, or all rules of a level, with a figure below what is owed."""

    name: str
    recall: float
    precision: float


def level(severity: Severity, counts: Mapping[str, Count]) -> Count:
    """All rules of a level together."""
    total = Count()
    for rule in discover():
        count = counts.get(rule.fault.id)
        if count is not None and rule.fault.severity is severity:
            total.planted += count.planted
            total.found += count.found
            total.exact += count.exact
            total.false += count.false
    return total


def shortfalls(counts: Mapping[str, Count]) -> list[Shortfall]:
    """What is below what is owed."""
    all_of = [(f"{each}s", level(each, counts), *owed) for each, owed in OWED.items()]
    each_of = [(rule, count, LEAST, LEAST) for rule, count in sorted(counts.items())]
    return [
        Shortfall(name, count.recall, count.precision)
        for name, count, recall, precision in (*all_of, *each_of)
        if count.recall < recall or count.precision < precision
    ]


def rows(counts: Mapping[str, Count], language: str) -> Iterator[str]:
    """The tables in the words of a language: levels, rules that fell short, and the others."""
    planted = [(rule, count) for rule, count in sorted(counts.items()) if count.planted]
    short = [one for one in planted if one[1].false or one[1].found < one[1].planted]
    levels = [(f"*{ALL[language][each]}*", level(each, counts)) for each in Severity]
    yield from _table(levels, language)
    for said, each in zip(
        SAID[language], (short, [o for o in planted if o not in short]), strict=True
    ):
        if each:
            yield from ("", said, "")
            yield from _table([(f"`{rule}`", count) for rule, count in each], language)


def _table(named: Iterable[tuple[str, Count]], language: str) -> Iterator[str]:
    yield f"| {' | '.join(LEVELS[language])} |"
    yield "|---|--:|--:|--:|--:|--:|"
    yield from (_row(name, count, language) for name, count in named)


def _row(name: str, count: Count, language: str) -> str:
    sign = "." if language == "en" else ","
    figures = (f"{each:.2f}".replace(".", sign) for each in (count.recall, count.precision))
    return f"| {name} | {count.planted} | {count.found} | {count.exact} | {' | '.join(figures)} |"


def write(counts: Mapping[str, Count]) -> list[Path]:
    """Put the table into the guide's pages; gives the pages that were written."""
    pages = [ROOT / "docs" / "guide" / language / "quality.md" for language in LEVELS]
    for page in pages:
        text = page.read_text("utf-8")
        before, after = text.split(BEGIN)[0], text.split(END)[1]
        table = "\n".join(rows(counts, page.parent.name))
        page.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{after}", "utf-8", newline="\n")
    return pages
