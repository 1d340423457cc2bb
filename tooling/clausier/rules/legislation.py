"""Annexes ZA, ZB: which clauses cover which essential requirement of an act of the Union."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clausier.check.nearest import Nearest, did_you_mean
from clausier.check.rule import IR3, Finding, rule
from clausier.check.subject import Subject
from clausier.model.clause import Clause, Placed
from clausier.model.walk import clauses
from clausier.model.workspace import Deliverable, EssentialRequirement, Legislation
from clausier.resolve.document import in_language
from clausier.resolve.legislation import request
from clausier.resolve.resolved import Version
from clausier.source.diagnostic import Severity, say
from clausier.source.place import Span

_INFORMATIVE = ("foreword", "introduction", "bibliography")


def _acts(subject: Subject) -> Iterator[tuple[Deliverable, Legislation]]:
    for deliverable in subject.workspace.deliverables:
        for act in deliverable.metadata.annex_z:
            yield deliverable, act


def _versions(subject: Subject, deliverable: Deliverable) -> Iterator[Version]:
    return (each for each in subject.versions if each.deliverable is deliverable)


def _known(versions: Iterator[Version]) -> Mapping[str, Clause]:
    """The clause of a file by the id of each clause, annex and subclause in it."""
    return {
        section.id.value: root
        for version in versions
        for root in version.written
        for section in clauses((root,))
    }


def _named(
    subject: Subject,
) -> Iterator[tuple[Deliverable, Placed, Mapping[str, Clause]]]:
    """Each clause that the rows name, and the clauses that there are."""
    for deliverable in subject.workspace.deliverables:
        rows = [row for act in deliverable.metadata.annex_z for row in act.rows]
        known = _known(_versions(subject, deliverable)) if rows else {}
        for row in rows:
            for named in row.clauses:
                yield deliverable, named, known


@rule(Severity.ERROR, IR3, catalogue=("ANZ-01",))
def unknown_clause(subject: Subject) -> Iterator[Finding]:
    """Annex ZA names a clause that does not exist.

    The table says which clause covers which essential requirement, and whoever conforms to that
    clause is presumed to conform to the act. Write the identifier of a clause, subclause or annex
    of this document.
    """
    for deliverable, named, known in _named(subject):
        if named.value in known:
            continue
        targets = (each.targets.get(named.value) for each in _versions(subject, deliverable))
        other = next(filter(None, targets), None)
        if other and other.clause:
            message = say("`{0}` is no clause", named.value)
            yield Finding(named.span, message, say("name the clause, `{0}`", other.clause))
        else:
            message = say("there is no clause `{0}`", named.value)
            near = did_you_mean(Nearest(known)(named.value), say("correct the id"))
            yield Finding(named.span, message, near)


@rule(Severity.ERROR, IR3, catalogue=("ANZ-02",))
def informative_clause(subject: Subject) -> Iterator[Finding]:
    """Annex ZA names an informative part.

    Nobody can conform to what is only for information. Name the clause, subclause or normative
    annex that states the requirement.
    """
    for _, named, known in _named(subject):
        root = known.get(named.value)
        if root and (root.kind in _INFORMATIVE or root.obligation == "informative"):
            yield Finding(
                named.span,
                say("`{0}` is informative: it covers no requirement", named.value),
                say("name a clause or a normative annex"),
            )


@rule(Severity.WARNING, IR3, catalogue=("ANZ-03",))
def uncovered_requirement(subject: Subject) -> Iterator[Finding]:
    """An essential requirement is covered by no clause, and nothing says why.

    The reader of Annex ZA has to know what the document leaves to him. Name the clauses that cover
    it, or say in `remarks` why there is none.
    """
    for deliverable, act in _acts(subject):
        for row in act.rows:
            if not row.clauses and not row.remarks:
                name = in_language(row.requirement, "", deliverable.metadata.reference_language)
                yield Finding(
                    row.span,
                    say("no clause covers `{0}`", name),
                    say("name the clauses, or say in `remarks` why there is none"),
                )


@rule(Severity.ERROR, IR3, catalogue=("ANZ-04",))
def no_request(subject: Subject) -> Iterator[Finding]:
    """There is an Annex ZA, but no standardization request.

    The foreword of a document that supports legislation says under which request of the European
    Commission it was prepared. Write it in `standardization_request`, or in the `request` of the
    act.
    """
    for deliverable in subject.workspace.deliverables:
        metadata = deliverable.metadata
        without = [act for act in metadata.annex_z if request(act, metadata) is None]
        if without:
            yield Finding(
                metadata.spans.get("standardization_request", without[0].span),
                say("the foreword names no standardization request"),
                say("write the request, such as `M/517`, in `standardization_request`"),
            )


@rule(Severity.ERROR, IR3, profiles=("TS", "TR", "CWA", "Guide"))
def not_a_standard(subject: Subject) -> Iterator[Finding]:
    """Something else than a European Standard has an Annex ZA.

    Only a European Standard can be cited in the Official Journal as harmonized. Take `annex_z`
    away, or make the document a European Standard.
    """
    for deliverable, act in _acts(subject):
        yield Finding(
            deliverable.metadata.spans.get("annex_z", act.span),
            say("a document of type `{0}` has no Annex ZA", deliverable.metadata.type),
            say("take `annex_z` away"),
        )


@rule(Severity.WARNING, IR3)
def missing_language(subject: Subject) -> Iterator[Finding]:
    """What Annex ZA says is not said in every language of the document.

    Where words are given by language, each language of the document needs its own: otherwise its
    table shows the words of another. Add them.
    """
    for deliverable, act in _acts(subject):
        for words, span in _words(act):
            for language in deliverable.metadata.languages:
                if "" not in words and words and language not in words:
                    yield Finding(
                        span,
                        say("there is no text in `{0}`", language),
                        say("add `{0}:` and the text", language),
                    )


def _words(act: Legislation) -> Iterator[tuple[Mapping[str, str], Span]]:
    yield act.act, act.span
    for row in act.rows:
        yield from _of_row(row)


def _of_row(row: EssentialRequirement) -> Iterator[tuple[Mapping[str, str], Span]]:
    yield row.requirement, row.span
    yield row.remarks, row.remarks_span
