"""What the sessions of a seminar brought out, and what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from clausier.check.namespace import principles, sessions
from clausier.check.nearest import Nearest, did_you_mean
from clausier.check.rule import Finding, rule
from clausier.check.subject import Subject
from clausier.model.workspace import Principle
from clausier.source.diagnostic import Related, Severity, say


@rule(Severity.ERROR)
def unknown_principle(subject: Subject) -> Iterator[Finding]:
    """A session names a principle that does not exist.

    What was said there would lead nowhere. Correct the id, or write the principle in
    `docs/principles`.
    """
    known = {thing.id for thing in principles(subject.workspace)}
    nearest = Nearest(sorted(known))
    for seminar in subject.workspace.seminars:
        for session in seminar.sessions:
            for named in session.principles:
                if named.value not in known:
                    yield Finding(
                        named.span,
                        say("unknown principle `{0}`", named.value),
                        did_you_mean(
                            nearest(named.value), say("write the principle in `docs/principles`")
                        ),
                    )


@rule(Severity.WARNING)
def unknown_to_principle(subject: Subject) -> Iterator[Finding]:
    """A session names a principle that does not know the session.

    The link must read the same from both ends. Add the session to the `origin` of the principle,
    or take the principle out of the session.
    """
    known: defaultdict[str, list[Principle]] = defaultdict(list)
    for principle in subject.workspace.principles:
        known[principle.id.value].append(principle)
    for seminar in subject.workspace.seminars:
        for session in seminar.sessions:
            for named in session.principles:
                best = _best(known.get(named.value, []), session.language)
                if best and all(origin.value != session.key for origin in best.origin):
                    yield Finding(
                        named.span,
                        say("`{0}` does not name `{1}` as its origin", named.value, session.key),
                        say("add `{0}` to the `origin` of the principle", session.key),
                        (Related(best.id.span, say("the principle stands here")),),
                    )


def _best(versions: list[Principle], language: str) -> Principle | None:
    """The principle in this language, else in the one that it is written in."""
    return next(
        (principle for principle in versions if principle.language == language),
        versions[0] if versions else None,
    )


@rule(Severity.ERROR)
def unknown_theme(subject: Subject) -> Iterator[Finding]:
    """A theme is not one of the seminar's, or not a principle.

    The themes of a seminar are principles, listed in `seminar.yml`; each session has one of them.
    Correct the id, or add the theme to the list.
    """
    known = {thing.id for thing in principles(subject.workspace)}
    nearest = Nearest(sorted(known))
    for seminar in subject.workspace.seminars:
        for theme in seminar.themes:
            if theme.value not in known:
                yield Finding(
                    theme.span,
                    say("no principle is called `{0}`", theme.value),
                    did_you_mean(
                        nearest(theme.value), say("write the principle in `docs/principles`")
                    ),
                )
        listed = [theme.value for theme in seminar.themes]
        for session in seminar.sessions:
            if session.theme and session.theme.value not in listed:
                yield Finding(
                    session.theme.span,
                    say("`{0}` is no theme of `{1}`", session.theme.value, seminar.id),
                    did_you_mean(
                        Nearest(listed)(session.theme.value),
                        say("add it to the `themes` of `seminar.yml`"),
                    ),
                )


@rule(Severity.ERROR)
def unknown_source(subject: Subject) -> Iterator[Finding]:
    """A clause names a session that does not exist.

    The trace back to the seminar would end in nothing. Correct the id in `sources`, which is
    written `seminar/session`.
    """
    known = sessions(subject.workspace)
    nearest = Nearest(known)
    for part in subject.parts:
        for source in part.clause.sources if part.clause else ():
            if source.value not in known:
                yield Finding(
                    source.span,
                    say("unknown session `{0}`", source.value),
                    did_you_mean(nearest(source.value), say("write it as `seminar/session`")),
                )


@rule(Severity.INFO)
def no_outcome(subject: Subject) -> Iterator[Finding]:
    """Nothing in the text comes from a session.

    None of the principles that the session brought out is carried by a provision, and no clause
    names the session. That may well be so; the commission should know it.
    """
    carried = {link.principle for link in subject.trace.links if link.provisions}
    named = {
        source.value for part in subject.parts if part.clause for source in part.clause.sources
    }
    for key, versions in sessions(subject.workspace).items():
        first = versions[0]
        if key not in named and not any(one.value in carried for one in first.principles):
            yield Finding(
                first.id.span,
                say("nothing in the text comes from `{0}`", key),
                say("name it in the `sources` of a clause, or propose what it should change"),
            )
