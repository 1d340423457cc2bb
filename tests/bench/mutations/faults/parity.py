"""A translation that says something else."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.mutations.faults.beside import SIDES
from tests.bench.mutations.faults.kinds import NB
from tests.bench.mutations.plant import CLAUSES, Fault, blocks, swap

SWAPPED = {
    "fr": (
        ("different-provisions", r"\bdoit\b(?! pas)", "⟦peut⟧"),
        ("different-provisions", r"\bIl convient que\b", "⟦Il est permis que⟧"),
        ("different-numbers", f"(?<=[a-zé] )(\\d+)(?={NB}(?:h|min|s|%))", r"⟦9\1⟧"),
        ("different-references", r"(?<= )@(?!iso|en-)[a-z][a-z0-9-]*(?=[ ,.])", "⟦cela⟧"),
    ),
    "en": (
        ("different-provisions", r"\bshall\b(?! not)", "⟦should⟧"),
        ("different-provisions", r"\bshould\b(?! not)", "⟦may⟧"),
        ("different-numbers", f"(?<=[a-z] )(\\d+)(?={NB}(?:h|min|s|%))", r"⟦9\1⟧"),
        ("different-references", r"(?<= )@(?!iso|en-)[a-z][a-z0-9-]*(?=[ ,.])", "⟦that⟧"),
    ),
}
MORE = {"fr": "⟦Les gens connaissent {x}.⟧", "en": "⟦People know {x}.⟧"}
_BESIDE = ("trace", "verbs", "principles", "references", "languages")
"""What rightly changes as well where a provision, a reference or a paragraph does."""


def parity() -> Iterator[Fault]:
    """Planted in one text alone, beside that of which it is the translation."""
    for code, swaps in SWAPPED.items():
        where = CLAUSES.replace("/../", f"/{code}/")
        first = SIDES[code][1]
        for rule, pattern, replacement in swaps:
            plant = swap(pattern, replacement)
            yield Fault(
                f"parity/{rule}", code, plant, where, _BESIDE, True, text="both", setting=first
            )
        for plant in (blocks(code, MORE[code]), swap(r"\n\n(NOTE [^\n]+)\n(?=\n)", r"\n\n⟦⟧", 1)):
            yield Fault(
                "parity/different-shape",
                code,
                plant,
                where,
                _BESIDE,
                True,
                near=True,
                text="both",
                setting=first,
            )
