"""The parts a document has."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.model.clause import Clause
from clausier.model.walk import clauses
from clausier.source.diagnostic import Related, Severity, say

_ONCE = (
    "foreword", "introduction", "scope", "normative-references", "terms", "bibliography",
)  # fmt: skip
_MAY_BE_EMPTY = ("foreword", "normative-references", "terms", "bibliography")
_NO_HANGING = ("scope", "clause", "annex")


@rule(Severity.ERROR, dp2("6.4"), catalogue=("STR-01",))
def missing_scope(subject: Subject) -> Iterator[Finding]:
    """A document has no scope.

    The scope says what the document covers and to whom it applies; it is Clause 1 of every
    standard. Write a file with `kind: scope`.
    """
    for version in subject.versions:
        written = [clause for clause in version.clauses if not clause.derived]
        if written and all(clause.kind != "scope" for clause in written):
            yield Finding(
                written[0].id.span,
                say("the document has no scope in `{0}`", version.standard.language),
                say("write a file `01-scope.md` with `kind: scope`"),
            )


@rule(Severity.ERROR, dp2("6.4"), catalogue=("STR-03", "BIB-04"))
def two_of_a_kind(subject: Subject) -> Iterator[Finding]:
    """A document has two clauses where the Directives want one.

    Foreword, introduction, scope, normative references, terms and bibliography stand once each.
    Join the two files, or give one of them `kind: clause`.
    """
    for version in subject.versions:
        first: dict[str, Clause] = {}
        for clause in version.clauses:
            if clause.kind in _ONCE and not clause.derived:
                other = first.setdefault(clause.kind, clause)
                if other is not clause:
                    yield Finding(
                        clause.id.span,
                        say("second clause of the kind `{0}`", clause.kind),
                        say("join the two, or give one the kind `clause`"),
                        (Related(other.id.span, say("the first stands here")),),
                    )


@rule(Severity.ERROR, catalogue=("STR-26",))
def empty_clause(subject: Subject) -> Iterator[Finding]:
    """A clause holds nothing.

    A number and a title promise a text. Write it, or take the clause out; what is not yet known
    can be said as `to be completed`.
    """
    for part in subject.parts:
        if part.clause is None or part.clause.kind in _MAY_BE_EMPTY:
            continue
        for clause in clauses((part.clause,)):
            if not (clause.body or clause.sections or clause.terms):
                yield Finding(
                    clause.id.span,
                    say("`{0}` holds no text", clause.id.value),
                    say("write its text, or take it out"),
                )


@rule(Severity.ERROR, dp2("22.3.3"), catalogue=("STR-17",))
def hanging_paragraph(subject: Subject) -> Iterator[Finding]:
    """A text hangs between the title of a clause and its first subclause.

    A reference to the clause would mean its subclauses as well, so nobody could refer to this
    text alone. Give it a subclause of its own, for instance `## General {#…-general}`.
    """
    for part in subject.parts:
        if part.clause is None or part.clause.kind not in _NO_HANGING:
            continue
        for clause in clauses((part.clause,)):
            if clause.sections and clause.body:
                yield Finding(
                    clause.body[0].span,
                    say("text before the first subclause of `{0}`", clause.id.value),
                    say("put it in a subclause, for instance `General`"),
                )
