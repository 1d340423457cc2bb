"""Links whose other end has changed."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.rule import Finding, rule
from clausier.check.subject import Subject
from clausier.model.workspace import Principle
from clausier.source.diagnostic import Related, Severity, say
from clausier.source.place import Span


@rule(Severity.WARNING)
def suspect_link(subject: Subject) -> Iterator[Finding]:
    """A principle has changed since the clause that names it was last looked at.

    The clause may no longer say what the principle asks for. Read the principle and the clause
    side by side, correct the clause where it must follow, and record with `clausier review` that
    it was looked at.
    """
    statements = _statements(subject)
    for link in subject.trace.links:
        if link.suspect:
            place = statements.get((link.principle, link.language)) or statements.get(
                (link.principle, "")
            )
            yield Finding(
                link.span,
                say(
                    "`{0}` has changed since `{1}` was last looked at", link.principle, link.clause
                ),
                say("read it again, then run `clausier review {0}`", link.clause),
                (Related(place, say("the principle stands here")),) if place else (),
            )


def _statements(subject: Subject) -> dict[tuple[str, str], Span]:
    """The place of each principle by id and language; `""` is any language."""
    found: dict[tuple[str, str], Span] = {}
    for principle in subject.workspace.principles:
        found[principle.id.value, principle.language] = _place(principle)
        found.setdefault((principle.id.value, ""), _place(principle))
    return found


def _place(principle: Principle) -> Span:
    return principle.statement.span if principle.statement else principle.id.span


@rule(Severity.INFO)
def never_reviewed(subject: Subject) -> Iterator[Finding]:
    """A clause was never looked at against a principle that it names.

    Until it was, a change of the principle cannot be noticed. Read both and run
    `clausier review`.
    """
    known = {principle.id.value for principle in subject.workspace.principles}
    for link in subject.trace.links:
        if not link.reviewed and link.principle in known:
            yield Finding(
                link.span,
                say("`{0}` was never looked at against `{1}`", link.clause, link.principle),
                say("read both, then run `clausier review {0}`", link.clause),
            )


@rule(Severity.WARNING, catalogue=("STR-23",))
def outdated_translation(subject: Subject) -> Iterator[Finding]:
    """A text has changed since its translation was last looked at.

    The two versions may no longer say the same. Bring the translation up to date and record with
    `clausier review` that it was looked at.
    """
    ids = {(part.span.path, part.id.value): part.id.span for part in subject.parts}
    for one in subject.trace.translations:
        if one.outdated:
            yield Finding(
                ids.get((one.span.path, one.clause), one.span.first()),
                say("the source of `{0}` has changed since it was translated", one.clause),
                say("bring it up to date, then run `clausier review {0}`", one.clause),
                tuple(Related(span, say("this is new or changed")) for span in one.changed),
            )
