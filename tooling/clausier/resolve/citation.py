"""Citations: which documents Clause 2 lists and which the Bibliography: DP2:2021, 15.5 and 21."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from clausier.language.language import Language
from clausier.model.workspace import Deliverable, Document
from clausier.resolve.document import entry, title
from clausier.resolve.instruction import is_instruction
from clausier.resolve.reference import Uses
from clausier.resolve.resolved import Citation, Kind, Place, Provision, Sentence, Type, Use
from clausier.source.files import natural
from clausier.source.place import Span

_OBLIGING = frozenset((Type.REQUIREMENT, Type.INSTRUCTION))
_NORMATIVE = frozenset((Place.BODY, Place.TABLE_FOOTNOTE))
_PUBLISHERS = ("CEN", "CLC", "EN", "FprEN", "HD", "IEC", "ISO", "prEN")


class Cited(Struct, frozen=True):
    """The documents that a text cites: in requirements, and for information, as they are listed."""

    normative: tuple[Citation, ...]
    bibliography: tuple[Citation, ...]

    def names(self) -> dict[str, str]:
        """What the text calls the documents that it calls by their number: `[3]`."""
        return {
            citation.document.id: citation.number
            for citation in self.bibliography
            if citation.number and citation.document.number is None
        }


def citations(
    uses: Uses,
    provisions: Iterable[Provision],
    deliverable: Deliverable,
    external: frozenset[Span],
    language: Language,
    sentences: Iterable[Sentence] = (),
) -> Cited:
    """The citations of a document; `external` are the references that Clause 3's lead-in names.

    One reference that obliges is enough to list a document in Clause 2: DP2 15.5.3. Of the
    `sentences`, those in the imperative oblige too.
    """
    asking = _instructions(uses, sentences, language)
    obliging = _Obliging.of((*_requiring(provisions), *asking))
    by_document: dict[str, list[Use]] = {}
    for use in uses.by_span.values():
        if use.target is not None and use.target.kind is Kind.DOCUMENT:
            by_document.setdefault(use.target.id, []).append(use)
    normative: list[Citation] = []
    informative: list[Citation] = []
    for id, found in by_document.items():
        binding = [
            use for use in found if use.reference.span in external or _obliges(use, uses, obliging)
        ]
        obliges = bool(binding)
        forced = obliges and all(use.place is Place.NORMATIVE_REFERENCES for use in binding)
        document = deliverable.documents[id]
        listed = entry(document, language, deliverable.metadata.reference_language)
        cited = Citation(document, obliges, tuple(found), listed, forced=forced)
        (normative if obliges else informative).append(cited)
    numbered = [
        replace(citation, number=f"[{index}]")
        for index, citation in enumerate(_in_order(informative, language), 1)
    ]
    return Cited(tuple(_in_order(normative, language)), tuple(numbered))


def _requiring(provisions: Iterable[Provision]) -> Iterator[Span]:
    for provision in provisions:
        if provision.type in _OBLIGING and provision.place in _NORMATIVE:
            yield provision.span


def _instructions(uses: Uses, sentences: Iterable[Sentence], language: Language) -> Iterator[Span]:
    """The sentences in the imperative that cite a document, or lead in a list that does."""
    cited: dict[str, list[Span]] = {}
    for span, use in uses.by_span.items():
        if use.target is not None and use.target.kind is Kind.DOCUMENT:
            lead = uses.leads.get(span)
            cited.setdefault(span.path, []).extend((span, lead) if lead else (span,))
    for sentence in sentences:
        near = cited.get(sentence.span.path, ()) if sentence.place in _NORMATIVE else ()
        meant = any(sentence.span.holds(span) or span.holds(sentence.span) for span in near)
        if meant and is_instruction(sentence, language.code):
            yield sentence.span


class _Obliging(Struct, frozen=True):
    """The places of the requirements and instructions in normative text, file by file."""

    by_path: Mapping[str, tuple[tuple[int, int], ...]]

    @staticmethod
    def of(spans: Iterable[Span]) -> _Obliging:
        found: dict[str, list[tuple[int, int]]] = {}
        for span in sorted(set(spans)):
            found.setdefault(span.path, []).append((span.start, span.end))
        return _Obliging({path: tuple(places) for path, places in found.items()})

    def meets(self, span: Span) -> bool:
        """Whether one of them shares characters with `span`."""
        places = self.by_path.get(span.path, ())
        index = bisect_right(places, span.end - 1, key=lambda place: place[0]) - 1
        return index >= 0 and places[index][1] > span.start


def _obliges(use: Use, uses: Uses, obliging: _Obliging) -> bool:
    span = use.reference.span
    if use.place is Place.NORMATIVE_REFERENCES:
        return True
    if use.place not in _NORMATIVE or span in uses.seen:
        return False
    lead = uses.leads.get(span)
    return obliging.meets(span) or (lead is not None and obliging.meets(lead))


def _in_order(citations: Iterable[Citation], language: Language) -> list[Citation]:
    return sorted(citations, key=lambda citation: _rank(citation.document, language))


def _rank(document: Document, language: Language) -> tuple[int, tuple[object, ...]]:
    number = document.number
    if number is not None:
        first = number.replace("/", " ").split(" ")[0]
        return (0 if first in _PUBLISHERS else 1, natural(number))
    authors = " ".join(author.family for author in document.authors)
    return (1, natural(f"{authors or title(document, language)} {document.issued or ''}"))
