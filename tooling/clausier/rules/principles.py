"""From a principle to the clauses that carry it, and from a clause to its principles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from clausier.check.namespace import principles, sessions
from clausier.check.nearest import Nearest, did_you_mean
from clausier.check.rule import Finding, rule
from clausier.check.subject import Subject
from clausier.model.workspace import Principle, Session
from clausier.resolve.resolved import Link
from clausier.source.diagnostic import Related, Severity, say


@rule(Severity.ERROR)
def unknown_principle(subject: Subject) -> Iterator[Finding]:
    """A clause names a principle that does not exist.

    The trace from the seminar to the text would end in nothing. Correct the id, or write the
    principle in `docs/principles`.
    """
    known = {principle.id: principle for principle in principles(subject.workspace)}
    nearest = Nearest(known)
    for part in subject.parts:
        for named in part.clause.principles if part.clause else ():
            if named.value not in known:
                yield Finding(
                    named.span,
                    say("unknown principle `{0}`", named.value),
                    did_you_mean(
                        nearest(named.value), say("write the principle in `docs/principles`")
                    ),
                )


@rule(Severity.ERROR)
def not_carried(subject: Subject) -> Iterator[Finding]:
    """No provision carries a principle that the text is to carry.

    A principle with `expected: required` is a promise of the commission that the text obliges,
    recommends or permits something because of it, in each language. Name the principle in the
    `principles` of a clause that holds a provision, or write `expected: optional`.
    """
    links = _links(subject)
    languages = dict.fromkeys(version.standard.language for version in subject.versions)
    for language in languages:
        for principle in _in_language(subject, language):
            named = links[principle.id.value, language]
            if principle.expected == "required" and not any(link.provisions for link in named):
                yield Finding(
                    principle.id.span,
                    say("no provision in `{0}` carries `{1}`", language, principle.id.value),
                    say("name it in the `principles` of a clause that holds a provision"),
                    tuple(Related(link.span, say("named where no provision is")) for link in named),
                )


def _links(subject: Subject) -> defaultdict[tuple[str, str], list[Link]]:
    found: defaultdict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in subject.trace.links:
        found[link.principle, link.language].append(link)
    return found


def _in_language(subject: Subject, language: str) -> Iterator[Principle]:
    """Each principle once: in this language, or in the one that it is written in."""
    best: dict[str, Principle] = {}
    for principle in subject.workspace.principles:
        known = best.get(principle.id.value)
        if known is None or (principle.language == language != known.language):
            best[principle.id.value] = principle
    yield from best.values()


@rule(Severity.WARNING)
def named_without_provision(subject: Subject) -> Iterator[Finding]:
    """A clause names principles but holds no provision.

    A principle is carried by what the text obliges, recommends, permits or holds possible; a clause
    that only informs carries nothing. Write the provision, or name the principle where it stands.
    """
    silent: dict[tuple[str, str, str], Link] = {}
    for link in subject.trace.links:
        if not link.provisions:
            silent.setdefault((link.deliverable, link.language, link.clause), link)
    for (_, _, clause), link in silent.items():
        yield Finding(
            link.span,
            say("`{0}` names principles but holds no provision", clause),
            say("write the provision that carries them, or name them in another clause"),
        )


@rule(Severity.WARNING)
def no_origin(subject: Subject) -> Iterator[Finding]:
    """A principle has no origin.

    Nobody could say where it comes from. Name in `origin` the session of the seminar that
    brought it out, as `seminar/session`.
    """
    for principle in subject.workspace.principles:
        if not principle.origin:
            yield Finding(
                principle.id.span,
                say("`{0}` has no origin", principle.id.value),
                say("name the session that brought it out: `origin: [seminar/session]`"),
            )


@rule(Severity.ERROR)
def unknown_origin(subject: Subject) -> Iterator[Finding]:
    """The origin of a principle is a session that does not exist.

    The trace back to the seminar would end in nothing. Correct the id, which is written
    `seminar/session`, or write the session in the proceedings.
    """
    known = sessions(subject.workspace)
    nearest = Nearest(known)
    for principle in subject.workspace.principles:
        for origin in principle.origin:
            if origin.value not in known:
                yield Finding(
                    origin.span,
                    say("unknown session `{0}`", origin.value),
                    did_you_mean(nearest(origin.value), say("write it as `seminar/session`")),
                )


@rule(Severity.WARNING)
def not_in_session(subject: Subject) -> Iterator[Finding]:
    """The session that a principle comes from does not know it.

    The link must read the same from both ends. Add the principle to the `principles` of the
    session, or correct the `origin` of the principle.
    """
    known = sessions(subject.workspace)
    for principle in subject.workspace.principles:
        for origin in principle.origin:
            session = _best(known.get(origin.value, ()), principle.language)
            if session and all(one.value != principle.id.value for one in session.principles):
                yield Finding(
                    origin.span,
                    say("`{0}` does not name `{1}`", session.key, principle.id.value),
                    say("add `{0}` to the `principles` of the session", principle.id.value),
                    (Related(session.id.span, say("the session stands here")),),
                )


def _best(versions: tuple[Session, ...], language: str) -> Session | None:
    """The session in this language, else in the one that it is written in."""
    return next(
        (session for session in versions if session.language == language),
        versions[0] if versions else None,
    )
