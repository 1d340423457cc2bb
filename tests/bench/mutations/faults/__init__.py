"""The faults that are planted, by family: what an editor, a translator or a hurry would write."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.mutations.faults.annexes import annexes, bibliography
from tests.bench.mutations.faults.beside import languages, parities, reviews
from tests.bench.mutations.faults.blocks import (
    figures,
    footnotes,
    formulae,
    lists,
    notes,
    pictures,
    shapes,
    tables,
)
from tests.bench.mutations.faults.documents import documents, normative_references
from tests.bench.mutations.faults.entries import definitions, designations, entries
from tests.bench.mutations.faults.front import foreword, scope_and_introduction
from tests.bench.mutations.faults.keys import declared, drawings, legislation
from tests.bench.mutations.faults.legal import legal
from tests.bench.mutations.faults.more import exceptions, floats, forms, ids, pointing, repeated
from tests.bench.mutations.faults.outline import outline
from tests.bench.mutations.faults.parity import parity
from tests.bench.mutations.faults.quantities import numbers, typography
from tests.bench.mutations.faults.references import references
from tests.bench.mutations.faults.signs import symbols, two_meanings
from tests.bench.mutations.faults.structure import metadata, scope, structure
from tests.bench.mutations.faults.terms import terms, terms_in_text
from tests.bench.mutations.faults.titles import titles
from tests.bench.mutations.faults.traces import principles, proceedings, proposals
from tests.bench.mutations.faults.verbs import places, verbs
from tests.bench.mutations.faults.wording import wording
from tests.bench.mutations.plant import Fault

FAMILIES = (
    verbs, places, wording, legal, references, numbers, typography, notes, lists, tables, figures,
    formulae, footnotes, structure, terms, scope, metadata, terms_in_text, pictures, shapes, parity,
    annexes, bibliography, normative_references, documents, foreword, scope_and_introduction,
    titles, outline, symbols, two_meanings, definitions, designations, entries,
    forms, pointing, floats, ids, repeated, exceptions,
    principles, proceedings, proposals, languages, parities, reviews,
    legislation, declared, drawings,
)  # fmt: skip


def faults() -> Iterator[Fault]:
    """Every kind of fault."""
    for family in FAMILIES:
        yield from family()
