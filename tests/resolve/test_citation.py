"""Clause 2 and the Bibliography are derived from how documents are cited."""

from __future__ import annotations

import pytest

from clausier.language.language import language
from clausier.model.workspace import Person, Workspace
from clausier.resolve.citation import citations
from clausier.resolve.document import designation, entry, part_name
from clausier.resolve.reference import Words, uses
from clausier.resolve.resolved import Place, Provision, Type
from clausier.resolve.standing import reading
from clausier.resolve.target import shared_targets


def requirement(paragraph, place=Place.BODY, type=Type.REQUIREMENT):
    first, last = paragraph.inlines[0].span, paragraph.inlines[-1].span
    span = type_span = first.__class__(first.path, first.start, last.end)
    return Provision("p", type, "shall", type_span, "", span, "c", place, ())


def cited(build, deliverable, provisions, external=frozenset()):
    words = language("en")
    targets = shared_targets(Workspace((deliverable,)), deliverable, words)
    used = uses(reading(deliverable.standards[0].clauses), Words(words, targets, {}))
    found = citations(used, provisions, deliverable, external, words)
    return (
        [citation.document.id for citation in found.normative],
        [(citation.number, citation.document.id) for citation in found.bibliography],
    )


def test_a_requirement_makes_a_normative_reference(build):
    obliging = build.paragraph("shall conform to @iso-1")
    telling = build.paragraph("is explained in @iso-2")
    seen = build.paragraph("shall be kept (see @iso-3)")
    documents = tuple(build.document(f"iso-{n}", f"ISO {n}") for n in (1, 2, 3, 4))
    deliverable = build.deliverable(build.clause("c", obliging, telling, seen), documents=documents)
    found = cited(build, deliverable, [requirement(obliging), requirement(seen)])
    assert found == (["iso-1"], [("[1]", "iso-2"), ("[2]", "iso-3")])


@pytest.mark.parametrize("kind", ["scope", "introduction", "foreword"])
def test_not_outside_the_normative_text(build, kind):
    paragraph = build.paragraph("shall conform to @iso-1")
    deliverable = build.deliverable(
        build.clause("c", paragraph, kind=kind), documents=(build.document("iso-1", "ISO 1"),)
    )
    assert cited(build, deliverable, [requirement(paragraph)]) == ([], [("[1]", "iso-1")])


def test_a_recommendation_does_not(build):
    paragraph = build.paragraph("should conform to @iso-1")
    deliverable = build.deliverable(
        build.clause("c", paragraph), documents=(build.document("iso-1", "ISO 1"),)
    )
    provision = requirement(paragraph, type=Type.RECOMMENDATION)
    assert cited(build, deliverable, [provision]) == ([], [("[1]", "iso-1")])


def test_items_after_an_obliging_lead_in(build):
    lead = build.paragraph("the organization shall apply:")
    items = build.list(build.item(build.paragraph("the whole of @iso-1")))
    deliverable = build.deliverable(
        build.clause("c", lead, items), documents=(build.document("iso-1", "ISO 1"),)
    )
    assert cited(build, deliverable, [requirement(lead)]) == (["iso-1"], [])


def test_the_source_of_a_term_is_cited_for_information(build):
    terms = build.clause("t", kind="terms", terms=(build.term("promise", source="iso-1"),))
    deliverable = build.deliverable(terms, documents=(build.document("iso-1", "ISO 1"),))
    assert cited(build, deliverable, []) == ([], [("[1]", "iso-1")])


def test_order(build):
    numbers = ["ISO 10002", "ISO 9000", "EN 5", "NF X50-1"]
    documents = [build.document(number.replace(" ", "-").lower(), number) for number in numbers]
    documents.append(build.document("zola", authors=(Person("Zola"),)))
    documents.append(build.document("abel", authors=(Person("Abel"),)))
    names = " ".join(f"@{document.id}" for document in documents)
    deliverable = build.deliverable(
        build.clause("c", build.paragraph(names)), documents=tuple(documents)
    )
    _, bibliography = cited(build, deliverable, [])
    assert [id for _, id in bibliography] == [
        "en-5", "iso-9000", "iso-10002", "abel", "nf-x50-1", "zola",
    ]  # fmt: skip
    assert [number for number, _ in bibliography] == [f"[{n}]" for n in range(1, 7)]


def test_designations(build):
    en, fr = language("en"), language("fr")
    assert designation(build.document("x", "ISO 1", date="2018"), en) == "ISO 1:2018"
    assert designation(build.document("x", "ISO 1"), en) == "ISO 1"
    assert designation(build.document("x", "ISO 1", all_parts=True), fr) == (
        "ISO 1 (toutes les parties)"
    )
    assert designation(build.document("x", "ISO 1", status="draft"), en) == "ISO 1:—"
    people = Person("Heskett"), Person("Sasser"), Person("Hart")
    book = build.document("x", authors=people[:2], issued="1990")
    assert designation(book, en) == "Heskett and Sasser (1990)"
    assert designation(build.document("x", authors=people, issued="1990"), fr) == (
        "Heskett et al. (1990)"
    )


@pytest.mark.parametrize(
    ("part", "en", "fr"),
    [
        ("5.2", "5.2", "5.2"),
        ("clause-5", "Clause 5", "Article 5"),
        ("annex-a", "Annex A", "Annexe A"),
        ("table-a.1", "Table A.1", "Tableau A.1"),
        ("formula-3", "Formula (3)", "Formule (3)"),
        ("a.2", "A.2", "A.2"),
        ("5", "Clause 5", "Article 5"),
        ("introduction", "introduction", "introduction"),
    ],
)
def test_parts_of_other_documents(part, en, fr):
    assert part_name(part, language("en")) == en
    assert part_name(part, language("fr")) == fr


def test_entries(build):
    en, fr = language("en"), language("fr")
    assert entry(build.document("x", "ISO 1", date="2018"), en) == (
        ("ISO 1:2018, ", False),
        ("Title of x", True),
    )
    article = build.document(
        "y",
        authors=(Person("Heskett", "James L."),),
        issued="1994",
        container="Review",
        locator="72(2), 164–174",
        url="https://example.org",
    )
    assert "".join(text for text, _ in entry(article, en)) == (
        "HESKETT, James L. Title of y. Review, 1994, 72(2), 164–174. "
        "Available at: https://example.org"
    )
    assert [text for text, italic in entry(article, fr) if italic] == ["Review"]
