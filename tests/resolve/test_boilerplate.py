"""The fixed sentences, chosen by what a document holds and by its stage."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from clausier.language.language import LANGUAGES, language
from clausier.model.workspace import Committee, Workspace
from clausier.resolve.boilerplate import boilerplate, external_terms
from clausier.resolve.foreword import after_text, before_text, month, stage
from clausier.resolve.order import fixed_title, ordered, term_groups, without_bibliography
from clausier.resolve.reference import Words, uses
from clausier.resolve.standing import reading
from clausier.resolve.target import shared_targets
from clausier.resolve.title import plain


def fixed(deliverable, id, code="en"):
    words = language(code)
    clauses = ordered(deliverable.standards[0], "standard.yml")
    targets = shared_targets(Workspace((deliverable,)), deliverable, words)
    used = uses(reading(clauses), Words(words, targets, {})).by_span
    found = boilerplate(deliverable, clauses, (), external_terms(clauses, used), words)[id]
    return plain(found.before[0].inlines, used), found


def test_lead_in_of_the_terms(build):
    documents = (build.document("iso-1", "ISO 1"), build.document("iso-2", "ISO 2"))
    term = build.term("promise")
    named = build.paragraph("@iso-1 and @iso-2.")
    own = build.clause("terms", kind="terms", terms=(term,))
    both = build.clause("terms", named, kind="terms", terms=(term,))
    external = build.clause("terms", named, kind="terms")

    def lead(*clauses, code="en"):
        return fixed(build.deliverable(*clauses, documents=documents), "terms", code)[0]

    assert lead(own).endswith("the following terms and definitions apply.")
    assert "given in ISO 1 and ISO 2 and the following" in lead(both)
    assert "given in ISO 1 and ISO 2 apply." in lead(external)
    assert "donnés dans l'ISO 1 et l'ISO 2 s'appliquent" in lead(external, code="fr")
    assert lead() == "No terms and definitions are listed in this document."


def test_what_the_lead_in_takes_up_is_named(build):
    documents = (build.document("iso-1", "ISO 1"),)
    named, more = build.paragraph("@iso-1."), build.paragraph("Words of the author.")
    clause = build.clause("terms", named, more, kind="terms")
    _, found = fixed(build.deliverable(clause, documents=documents), "terms")
    assert found.taken == (named.span,)


def test_every_generated_node_has_a_place_of_its_own(build):
    from clausier.model.walk import blocks

    words = language("en")
    deliverable = build.deliverable()
    clauses = ordered(deliverable.standards[0], "standard.yml")
    found = boilerplate(deliverable, clauses, (), (), words)
    spans = [block.span for text in found.values() for block in blocks((*text.before, *text.after))]
    spans += [clause.span for clause in clauses]
    assert len(spans) == len(set(spans))


@pytest.mark.parametrize(
    ("type", "at", "sentence"),
    [
        ("EN", "20.60", "working document"),
        ("EN", "40.20", "CEN Enquiry"),
        ("EN", "50.20", "Formal Vote"),
        ("TS", "50.20", "Vote on TS"),
        ("EN", "60.60", "shall be given the status"),
    ],
)
def test_the_foreword_follows_the_stage(build, type, at, sentence):
    dates = {"dop": "2026-03", "dow": "2026-09-30"}
    deliverable = build.deliverable(type=type, stage=at, dates=dates)
    found = before_text(deliverable, language("en"))
    assert sentence in found[1]
    if at == "60.60":
        assert "March 2026" in found[1] and "September 2026" in found[1]


def test_what_is_not_known_is_left_out(build):
    deliverable = build.deliverable(stage="60.60", number=None)
    nobody = replace(deliverable.metadata, committee=Committee(None, {}, None))
    words = language("en")
    assert before_text(deliverable, words)[0].startswith("This document has been prepared")
    found = before_text(replace(deliverable, metadata=nobody), words)
    assert found == (words.boilerplate["foreword-patents"],)


def test_readers_are_told_where_to_ask_once_it_is_published(build):
    words = language("en")
    assert after_text(build.deliverable(stage="40.20").metadata, words) == ()
    feedback, members = after_text(build.deliverable(stage="60.60").metadata, words)
    assert "national standards body" in feedback
    assert "implement this European Standard: Austria" in members


def test_supersedes(build):
    old = build.document("old", "EN 1", date="2010")
    supersedes = (build.placed("old"), build.placed("unknown"))
    deliverable = build.deliverable(documents=(old,), supersedes=supersedes)
    assert "This document will supersede EN 1:2010." in before_text(deliverable, language("en"))
    assert "Le présent document est destiné à remplacer l'EN 1:2010." in before_text(
        deliverable, language("fr")
    )


def test_months_and_stages(build):
    assert month("2026-03-31", language("fr")) == "mars 2026"
    assert month("2026", language("de")) == "2026"
    assert stage(build.deliverable(stage="x").metadata) == (0, 0)


def test_order_and_derived_clauses(build):
    annex, clause = build.clause("x", kind="annex"), build.clause("c")
    scope = build.clause("terms", kind="scope")
    clauses = ordered(build.deliverable(annex, clause, scope).standards[0], "standard.yml")
    assert [(c.id.value, c.derived) for c in clauses] == [
        ("foreword", True),
        ("terms", False),
        ("normative-references", True),
        ("derived-terms", True),
        ("c", False),
        ("x", False),
        ("bibliography", True),
    ]
    assert len(without_bibliography(clauses)) == len(clauses) - 1


def test_fixed_titles(build):
    scope = build.clause("s", kind="scope")
    assert [fixed_title(scope, language(code)) for code in LANGUAGES] == [
        "Scope", "Domaine d'application", "Anwendungsbereich",
    ]  # fmt: skip
    assert fixed_title(build.clause("c"), language("en")) == ""


def test_groups_of_terms(build):
    alone, grouped = build.term("a"), build.term("b", group="g")
    group = build.clause("g", level=2)
    clause = build.clause("t", kind="terms", sections=(group,), terms=(grouped, alone))
    found = [
        (g.id.value if g else None, [t.id.value for t in ts]) for g, ts in term_groups((clause,))
    ]
    assert found == [(None, ["a"]), ("g", ["b"])]
