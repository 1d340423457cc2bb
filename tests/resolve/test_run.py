"""Resolving as a whole: what it finds, and that nothing it is given makes it fail."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from clausier.model.workspace import Person, Principle, Workspace
from clausier.resolve.run import resolve


def version(*deliverables, **more):
    return resolve(Workspace(deliverables, **more)).versions[0]


def test_an_empty_workspace():
    assert resolve(Workspace()).versions == ()


def test_a_document_without_clauses_has_its_fixed_ones(build):
    found = version(build.deliverable())
    assert [clause.kind for clause in found.clauses] == [
        "foreword", "normative-references", "terms",
    ]  # fmt: skip
    assert found.titles["terms"] == "Terms and definitions"
    assert "bibliography" not in found.targets


def test_clause_2_and_the_bibliography_are_derived(build):
    documents = (
        build.document("iso-1", "ISO 1", date="2018"),
        build.document("book", authors=(Person("Heskett"),), issued="1994"),
    )
    clause = build.clause(
        "c",
        build.paragraph("The organization shall conform to @iso-1."),
        build.paragraph("This is told in @book."),
    )
    found = version(build.deliverable(clause, documents=documents))
    assert [citation.document.id for citation in found.normative] == ["iso-1"]
    assert [citation.number for citation in found.bibliography] == ["[1]"]
    assert found.clauses[-1].kind == "bibliography"
    assert [use.text for use in found.uses.values()] == ["ISO 1:2018", "[1]"]
    assert [sentence.text for sentence in found.sentences] == [
        "The organization shall conform to ISO 1:2018.",
        "This is told in [1].",
    ]
    assert found.targets["book"].name == "Heskett (1994)"


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ("Measure the height in accordance with @iso-1.", True),
        ("Before the test, measure the parts that can be reached as in @iso-1.", True),
        ("Consult the tables of @iso-1.", False),
        ("Measure the height (see @iso-1).", False),
        ("Measures of the height are given in @iso-1.", False),
        ("The height can be measured in accordance with @iso-1.", False),
    ],
)
def test_a_step_in_the_imperative_makes_a_normative_reference(build, words, listed):
    deliverable = build.deliverable(
        build.clause("c", build.paragraph(words)), documents=(build.document("iso-1", "ISO 1"),)
    )
    assert bool(version(deliverable).normative) is listed


def test_a_step_in_a_note_does_not(build):
    note = build.note("Measure the height in accordance with @iso-1.")
    deliverable = build.deliverable(
        build.clause("c", note), documents=(build.document("iso-1", "ISO 1"),)
    )
    assert version(deliverable).normative == ()


def test_items_after_a_lead_in_in_the_imperative(build):
    lead = build.paragraph("Measure the height with:")
    items = build.list(build.item(build.paragraph("the device of @iso-1.")))
    deliverable = build.deliverable(
        build.clause("c", lead, items), documents=(build.document("iso-1", "ISO 1"),)
    )
    assert [one.document.id for one in version(deliverable).normative] == ["iso-1"]


def test_a_bibliography_that_somebody_wrote_stays(build):
    clause = build.clause("further", build.paragraph("Words."), kind="bibliography")
    empty = build.clause("nothing", kind="bibliography")
    assert version(build.deliverable(clause)).clauses[-1] is clause
    assert version(build.deliverable(empty)).clauses[-1].kind != "bibliography"


def test_a_clause_wins_over_a_principle_of_the_same_id(build):
    def principle(id, title, language):
        return Principle(
            build.span(), build.placed(id), language, build.placed(title), (), "optional", None, ()
        )

    principles = (principle("c", "C", "en"), principle("p", "Prinzip", "de"))
    principles += (principle("p", "Principle", "en"),)
    clause = build.clause("c", build.paragraph("see @c and @p"), title="Clause")
    found = version(build.deliverable(clause), principles=principles)
    assert [use.text for use in found.uses.values()] == ["Clause 4", "Principle"]


def test_a_title_names_what_it_refers_to(build):
    item = build.item(build.paragraph("see @c"), id="i")
    found = version(build.deliverable(build.clause("c", build.list(item), title="About @c")))
    assert found.targets["i"].title == "see Clause 4"
    assert found.targets["c"].title == found.titles["c"] == "About Clause 4"


def test_references_in_principles(build):
    statement = build.paragraph("carried by @c")
    principle = Principle(
        build.span(),
        build.placed("p"),
        "fr",
        build.placed("P"),
        (),
        "optional",
        statement,
        (),
    )
    deliverable = build.deliverable(build.clause("c", title="Clause"), language="fr")
    found = resolve(Workspace((deliverable,), (principle,)))
    assert [use.text for use in found.uses.values()] == ["l'Article 4"]


def test_the_same_input_gives_the_same_output(build):
    deliverable = build.deliverable(
        build.clause("c", build.paragraph("The organization shall see @c.")),
        build.clause("c", build.paragraph("twice")),
    )
    workspace = Workspace((deliverable, replace(deliverable, id="other")))
    assert resolve(workspace) == resolve(workspace)
