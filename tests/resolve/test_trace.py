"""Principle → clause → provision ← proposal, session; what is suspect and what is outdated."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from clausier.model.clause import Clause
from clausier.model.inline import Reference
from clausier.model.workspace import (
    Deliverable,
    Principle,
    Proposal,
    Reviewed,
    Seminar,
    Session,
    Standard,
    Workspace,
)  # fmt: skip
from clausier.resolve.fingerprint import fingerprint, paragraphs, statement
from clausier.resolve.resolved import Trace, Type
from clausier.resolve.run import resolve
from clausier.resolve.trace import whole
from clausier.source.place import Span

LOCK = Span("clauses/doc/trace.lock", 0, 0)


def principle(build: Any, id: str, words: str = "People bear waiting.", **more: Any) -> Principle:
    known = Principle(
        build.span(), build.placed(id), "en", build.placed(id), (), "required", None, ()
    )
    return replace(known, statement=build.paragraph(words), **more)


def naming(build: Any, clause: Clause, *principles: str) -> Clause:
    return replace(clause, principles=tuple(build.placed(name) for name in principles))


def traced(deliverable: Deliverable, *principles: Principle, **more: Any) -> Trace:
    return resolve(Workspace((deliverable,), principles, **more)).trace


def test_a_clause_carries_a_principle_by_the_provisions_of_its_subclauses(build: Any) -> None:
    inner = build.clause("inner", build.paragraph("It should be so."), level=2)
    body = (build.paragraph("It shall be so."), build.note("It can be so."))
    outer = naming(build, build.clause("outer", *body, sections=(inner,)), "p")
    other = build.clause("other", build.paragraph("It shall be so."))
    resolved = resolve(Workspace((build.deliverable(outer, other),), (principle(build, "p"),)))
    (link,) = resolved.trace.links
    provisions = {each.id: each for each in resolved.versions[0].provisions}
    assert [provisions[id].clause for id in link.provisions] == ["outer", "inner"]
    assert (link.principle, link.deliverable, link.language) == ("p", "doc", "en")
    assert (link.clause, link.span) == ("outer", outer.principles[0].span)


@pytest.mark.parametrize(
    ("words", "carried"),
    [
        ("It shall be so.", 1),
        ("It should be so.", 1),
        ("It may be so.", 1),
        ("It can be so.", 1),
        ("By law, it must be so.", 0),
        ("It is so.", 0),
    ],
)
def test_a_constraint_from_outside_carries_nothing(build: Any, words: str, carried: int) -> None:
    clause = naming(build, build.clause("a", build.paragraph(words)), "p")
    (link,) = traced(build.deliverable(clause), principle(build, "p")).links
    assert len(link.provisions) == carried


def test_an_informative_annex_carries_nothing(build: Any) -> None:
    annex = build.clause("annex", build.paragraph("It should be so."), kind="annex")
    informative = replace(naming(build, annex, "p"), obligation="informative")
    normative = replace(
        naming(build, annex, "p"), id=build.placed("normative"), obligation="normative"
    )
    links = traced(build.deliverable(informative, normative), principle(build, "p")).links
    assert [(link.clause, len(link.provisions)) for link in links] == [
        ("annex", 0),
        ("normative", 1),
    ]


def test_an_unknown_principle_has_no_link(build: Any) -> None:
    clause = naming(build, build.clause("a"), "no-such", "p", "p")
    links = traced(build.deliverable(clause), principle(build, "p")).links
    assert [link.principle for link in links] == ["p"]


def test_links_stand_in_the_order_of_principles_then_clauses(build: Any) -> None:
    clauses = (naming(build, build.clause(id), "q", "p") for id in ("a", "b"))
    links = traced(build.deliverable(*clauses), principle(build, "p"), principle(build, "q")).links
    assert [(link.principle, link.clause) for link in links] == [
        ("p", "a"), ("p", "b"), ("q", "a"), ("q", "b"),
    ]  # fmt: skip


def test_a_link_is_suspect_when_the_principle_has_changed_since(build: Any) -> None:
    known = principle(build, "p")
    deliverable = build.deliverable(naming(build, build.clause("a"), "p"))
    text = statement(known)
    line = Reviewed(LOCK, "principle", "en", "a", "p", fingerprint(text), text)
    reviewed = replace(deliverable, reviewed=(line,))
    states = []
    for each, now in (
        (deliverable, known),
        (reviewed, known),
        (reviewed, principle(build, "p", "People  bear waiting.")),
        (reviewed, principle(build, "p", "People bear little.")),
    ):
        (link,) = traced(each, now).links
        states.append((link.reviewed, link.suspect, link.known_text))
    assert states == [
        (False, False, None),
        (True, False, text),
        (True, False, text),
        (True, True, text),
    ]


def test_the_statement_is_read_in_the_language_of_the_clause(build: Any) -> None:
    english = principle(build, "p")
    french = principle(build, "p", "On attend.", language="fr")
    line = Reviewed(LOCK, "principle", "fr", "a", "p", fingerprint("On attend."))
    clause = naming(build, build.clause("a"), "p")
    deliverable = replace(build.deliverable(clause, language="fr"), reviewed=(line,))
    assert not traced(deliverable, english, french).links[0].suspect
    assert traced(deliverable, english).links[0].suspect


def test_proposals_and_sessions_are_found_for_a_principle(build: Any) -> None:
    proposal = Proposal(
        build.span(), build.placed("announce"), "en", {}, build.placed("p"), build.placed("doc"),
        (), "accepted", build.span(), None, None, None, (),
    )  # fmt: skip
    sessions = tuple(
        Session(
            build.span(), f"day/{id}", build.placed(id), "en", build.placed(id), None,
            build.placed(theme) if theme else None,
            tuple(build.placed(name) for name in names), (), (),
        )
        for id, theme, names in (("one", "p", ()), ("two", None, ("p", "q")), ("three", None, ()))
    )  # fmt: skip
    seminar = Seminar(
        build.span(), "day", "docs/proceedings/day", {}, None, None, (), {}, ("en",), (), (),
        (*sessions, replace(sessions[0], language="fr")),
    )  # fmt: skip
    origin = (build.placed("day/three"), build.placed("day/none"))
    trace = traced(
        build.deliverable(),
        principle(build, "p", origin=origin),
        proposals=(proposal, replace(proposal, language="fr")),
        seminars=(seminar,),
    )
    assert trace.proposals == {"p": ("announce",)}
    assert trace.sessions == {"p": ("day/one", "day/two", "day/three"), "q": ("day/two",)}


def bilingual(build: Any, *reviewed: Reviewed, source: str = "It shall be so.") -> Deliverable:
    english = build.clause("a", build.paragraph(source), build.paragraph("It is so."), title="A")
    french = build.clause("a", build.paragraph("Il doit en être ainsi."), title="A")
    only = build.clause("b", title="B")
    deliverable = build.deliverable(english)
    standard = Standard(Span("standard.yml", 0, 1), "doc", "fr", (french, only))
    return replace(
        deliverable, standards=(*deliverable.standards, standard), reviewed=tuple(reviewed)
    )


def looked_at(build: Any) -> Reviewed:
    (english,) = bilingual(build).standards[0].clauses
    prints = " ".join(fingerprint(text) for _, text in paragraphs(english))
    return Reviewed(LOCK, "translation", "fr", "a", "en", whole(english), prints)


def test_a_translation_is_outdated_when_its_source_has_changed_since(build: Any) -> None:
    (new,) = traced(bilingual(build)).translations
    assert (new.clause, new.language, new.reviewed, new.outdated) == ("a", "fr", False, False)
    (same,) = traced(bilingual(build, looked_at(build))).translations
    assert (same.reviewed, same.outdated, same.changed) == (True, False, ())
    changed = bilingual(build, looked_at(build), source="It should be so.")
    (old,) = traced(changed).translations
    (english,) = changed.standards[0].clauses
    assert (old.reviewed, old.outdated) == (True, True)
    assert old.changed == (english.body[0].span,)


def test_entries_are_translated_one_by_one(build: Any) -> None:
    def terms(words: str) -> Clause:
        term = replace(build.term("desk"), definition=build.text(words))
        return build.clause("terms", kind="terms", terms=(term,))

    deliverable = build.deliverable(terms("table"))
    standard = Standard(Span("standard.yml", 0, 1), "doc", "fr", (terms("guichet"),))
    both = replace(deliverable, standards=(*deliverable.standards, standard))
    assert [each.clause for each in traced(both).translations] == ["terms", "desk"]


def test_a_fingerprint_knows_words_not_white_space_nor_encoding(build: Any) -> None:
    assert fingerprint("à  la\n fois ") == fingerprint("a\u0300 la fois")
    assert fingerprint("a") != fingerprint("b")
    assert len(fingerprint("")) == 16


def test_a_statement_is_read_with_ids_for_numbers(build: Any) -> None:
    known = principle(build, "p", "As said in @waiting, people wait.")
    assert statement(known) == "As said in @waiting, people wait."
    assert statement(replace(known, statement=None)) == ""
    own = Reference(build.span(), "waiting", build.span(), None, build.text("the clause"))
    words = replace(known.statement, inlines=(own,)) if known.statement else None
    assert statement(replace(known, statement=words)) == "the clause"


def test_types_that_are_listed_are_all_types() -> None:
    assert [each.value for each in Type] == [
        "requirement", "recommendation", "permission", "possibility", "external", "instruction",
    ]  # fmt: skip
