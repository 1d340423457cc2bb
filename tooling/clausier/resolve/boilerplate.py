"""The fixed sentences of the foreword and of Clauses 2 and 3. Nobody types them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from clausier.language.language import Language
from clausier.model.block import Block, Item, List, Paragraph
from clausier.model.clause import Clause
from clausier.model.inline import Inline, Link, Reference, Text
from clausier.model.workspace import Deliverable
from clausier.resolve.document import article
from clausier.resolve.foreword import after_text, before_text
from clausier.resolve.generated import SENTENCES, Places
from clausier.resolve.patent import patent_statements
from clausier.resolve.resolved import Boilerplate, Citation, Kind, Use
from clausier.source.place import Span


def boilerplate(
    deliverable: Deliverable,
    clauses: Iterable[Clause],
    normative: tuple[Citation, ...],
    external: tuple[Use, ...],
    language: Language,
) -> dict[str, Boilerplate]:
    """The fixed text of each clause that has some, by the clause's id."""
    places = Places(deliverable.metadata.span.path, SENTENCES)
    found: dict[str, Boilerplate] = {}
    for clause in clauses:
        match clause.kind:
            case "foreword":
                fixed = _foreword(deliverable, language, places)
            case "introduction" if deliverable.metadata.patents:
                said = patent_statements(deliverable.metadata, language)
                found.setdefault(_last(clause), Boilerplate((), _paragraphs(said, places)))
                continue
            case "normative-references":
                key = "normative-references" if normative else "normative-references-none"
                sentence = places.text(language.boilerplate[key])
                fixed = Boilerplate((places.paragraph(sentence),))
            case "terms":
                fixed = _terms(clause, external, language, places)
            case _:
                continue
        found.setdefault(clause.id.value, fixed)
    return found


def _last(clause: Clause) -> str:
    """The id of what stands last in a clause: itself, or the last of its subclauses."""
    return _last(clause.sections[-1]) if clause.sections else clause.id.value


def external_terms(clauses: Iterable[Clause], uses: Mapping[Span, Use]) -> tuple[Use, ...]:
    """The documents whose terms apply: those that the terms clause cites before its entries."""
    found: dict[str, Use] = {}
    for clause in clauses:
        if clause.kind == "terms":
            for block in clause.body:
                for use in _documents(block, uses):
                    found.setdefault(use.reference.target, use)
    return tuple(found.values())


def _documents(block: Block, uses: Mapping[Span, Use]) -> list[Use]:
    if not isinstance(block, Paragraph):
        return []
    known = [uses.get(inline.span) for inline in block.inlines if isinstance(inline, Reference)]
    return [use for use in known if use and use.target and use.target.kind is Kind.DOCUMENT]


def _names_only_documents(block: Block, uses: tuple[Use, ...]) -> bool:
    """Whether a paragraph is a mere enumeration of documents, which the lead-in takes up."""
    if not isinstance(block, Paragraph):
        return False
    taken = {use.reference.target for use in uses}
    named = False
    for inline in block.inlines:
        if isinstance(inline, Reference) and inline.target in taken and not inline.children:
            named = True
        elif not isinstance(inline, Text) or inline.value.strip(" ,;.\n") not in _JOINTS:
            return False
    return named


_JOINTS = ("", "and", "et", "und")


def _terms(
    clause: Clause, external: tuple[Use, ...], language: Language, places: Places
) -> Boilerplate:
    own = bool(clause.terms)
    key = {
        (True, False): "terms-own",
        (False, True): "terms-external",
        (True, True): "terms-external-own",
        (False, False): "terms-none",
    }[own, bool(external)]
    inlines = places.filled(language.boilerplate[key], _enumerated(external, language, places))
    taken = tuple(block.span for block in clause.body if _names_only_documents(block, external))
    lead = places.paragraph(*inlines)
    return Boilerplate((lead, *_databases(language, places)), (), taken)


def _enumerated(uses: tuple[Use, ...], language: Language, places: Places) -> Iterator[Inline]:
    for index, use in enumerate(uses):
        last = index == len(uses) - 1
        joint = (f" {language.labels['and']} " if last else ", ") if index else ""
        before = joint + article(use.text, language)
        if before:
            yield places.text(before)
        yield use.reference


def _databases(language: Language, places: Places) -> tuple[Block, ...]:
    words = language.boilerplate
    items = []
    for name in ("iso", "iec"):
        address = words[f"address-{name}"]
        link = Link(places.next(), address, (places.text(address),))
        inlines = places.filled(words[f"terms-database-{name}"], (link,))
        items.append(Item(places.next(), (places.paragraph(*inlines),)))
    lead = places.paragraph(places.text(words["terms-databases"]))
    return (lead, List(places.next(), False, tuple(items)))


def _foreword(deliverable: Deliverable, language: Language, places: Places) -> Boilerplate:
    before = _paragraphs(before_text(deliverable, language), places)
    return Boilerplate(before, _paragraphs(after_text(deliverable.metadata, language), places))


def _paragraphs(sentences: Iterable[str | None], places: Places) -> tuple[Block, ...]:
    return tuple(places.paragraph(places.text(text)) for text in sentences if text)
