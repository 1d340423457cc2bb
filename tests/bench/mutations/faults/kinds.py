"""How a fault is written down: said, added as a block, put or swapped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.bench.mutations.plant import Fault, Plant, blocks, sentences

NOTES = {"en": "NOTE", "fr": "NOTE", "de": "ANMERKUNG"}
EXAMPLES = {"en": "EXAMPLE", "fr": "EXEMPLE", "de": "BEISPIEL"}
SCOPE = r"^clauses/.*/01-[^/]*\.md$"
INTRODUCTION = r"^clauses/.*/00-(?:introduction|einleitung)\.md$"
FOREWORD = r"^clauses/.*/00-(?:foreword|vorwort)\.md$"
TERMS = r"^clauses/.*/03-[^/]*/[^/]*\.md$"
ANNEXES = r"^clauses/.*/[A-Z]-[^/]*\.md$"
NB = "\u00a0"


def said(rule: str, also: tuple[str, ...] = (), **templates: str) -> Iterator[Fault]:
    """A fault in an added sentence; several, parted by `|`, take turns."""
    for language, each in templates.items():
        yield Fault(rule, language, sentences(language, *each.split(" | ")), also=also)


def added(rule: str, also: tuple[str, ...] = (), **templates: str) -> Iterator[Fault]:
    """A fault in an added block, in copies of their own."""
    for language, each in templates.items():
        yield Fault(rule, language, blocks(language, *each.split(" ||| ")), also=also, apart=True)


def put(
    rule: str,
    where: str,
    plants: Mapping[str, Plant],
    also: tuple[str, ...] = (),
    apart: bool = False,
) -> Iterator[Fault]:
    """A fault of another kind, in the files that `where` finds."""
    for language, plant in plants.items():
        yield Fault(rule, language, plant, where, also, apart)


def at_end(template: str, title: str) -> Plant:
    made = template.format(t=title)
    return lambda text, planted: text.rstrip("\n") + "\n" + made
