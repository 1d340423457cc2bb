"""All language versions are one document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from clausier.check.gather import Thing
from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Part, Subject
from clausier.model.clause import Clause
from clausier.model.workspace import Deliverable
from clausier.source.diagnostic import Message, Related, Severity, say
from clausier.source.place import Span

_SAME = dp2("8.1")


class _Side(Struct, frozen=True):
    """One language version, for comparing: its files by id, and all that carries an id."""

    language: str
    parts: dict[str, Part]
    things: dict[str, Thing]


def _sides(subject: Subject) -> dict[str, list[_Side]]:
    """The versions of each deliverable that has several; the reference language is first."""
    found: dict[str, dict[str, _Side]] = {}
    for part in subject.parts:
        if part.version is not None and len(part.version.deliverable.standards) > 1:
            languages = found.setdefault(part.version.deliverable.id, {})
            side = languages.setdefault(part.language, _Side(part.language, {}, {}))
            side.parts.setdefault(part.id.value, part)
            for thing in part.contents.things:
                side.things.setdefault(thing.id, thing)
    return {
        deliverable.id: sorted(
            found.get(deliverable.id, {}).values(),
            key=lambda side: side.language != deliverable.metadata.reference_language,
        )
        for deliverable in subject.workspace.deliverables
    }


def _pairs(subject: Subject) -> Iterator[tuple[_Side, _Side]]:
    """Each other version beside the one in the reference language."""
    for reference, *others in filter(None, _sides(subject).values()):
        for other in others:
            yield reference, other


def _both_ways(subject: Subject) -> Iterator[tuple[_Side, _Side]]:
    for reference, other in _pairs(subject):
        yield reference, other
        yield other, reference


@rule(Severity.ERROR, _SAME, catalogue=("TTL-05",))
def missing_title(subject: Subject) -> Iterator[Finding]:
    """The document has no title in one of its languages.

    The title stands on the cover, in the foreword and in the catalogue of each member. Add it to
    `titles` in `standard.yml`.
    """
    for deliverable in subject.workspace.deliverables:
        for language in deliverable.metadata.languages:
            if not deliverable.metadata.titles.get(language):
                yield Finding(
                    _key(deliverable, "titles"),
                    say("no title in `{0}`", language),
                    say("add `{0}: …` to `titles`", language),
                )


@rule(Severity.ERROR, _SAME, catalogue=("STR-22",))
def missing_clause(subject: Subject) -> Iterator[Finding]:
    """A clause or annex is missing in another language.

    Its number would mean another clause there, and a reader of that version would not know what
    is asked. Translate the file and keep its name and id, or take it out of both versions.
    """
    yield from _missing(subject, "clause")


@rule(Severity.ERROR, _SAME, catalogue=("STR-22", "TRM-24"))
def missing_term(subject: Subject) -> Iterator[Finding]:
    """A term is missing in another language.

    The entries have the same numbers in all versions. Translate the entry and keep its name and
    id, or take it out of both versions.
    """
    yield from _missing(subject, "term")


def _missing(subject: Subject, kind: Literal["clause", "term"]) -> Iterator[Finding]:
    for here, there in _both_ways(subject):
        before: Part | None = None
        for part in here.parts.values():
            if part.kind != kind:
                continue
            if part.id.value in there.parts:
                before = there.parts[part.id.value]
                continue
            yield Finding(
                part.id.span,
                say("`{0}` is missing in `{1}`", part.id.value, there.language),
                say("translate the file, and keep its name and id"),
                (Related(before.id.span, say("it would stand after this")),) if before else (),
            )


@rule(Severity.ERROR, _SAME, catalogue=("STR-22",))
def missing_id(subject: Subject) -> Iterator[Finding]:
    """A part of a clause is missing in another language.

    A subclause, table, figure, formula, note, item or provision with an id stands in one version
    only, so references and numbers would differ. Translate it, and give it the same id.
    """
    for here, there in _both_ways(subject):
        for part in here.parts.values():
            other = there.parts.get(part.id.value)
            for thing in part.contents.things[1:] if other else ():
                if other and thing.id not in there.things and thing.within in there.things:
                    around = there.things[thing.within]
                    yield Finding(
                        subject.place(thing),
                        say("`{0}` is missing in `{1}`", thing.id, there.language),
                        say("translate what it names, and give it the same id"),
                        (Related(subject.place(around), say("it would stand in here")),),
                    )


@rule(Severity.ERROR, _SAME, catalogue=("STR-22",))
def different_kind(subject: Subject) -> Iterator[Finding]:
    """One id names different kinds of things in two languages.

    What is a requirement of the document in one version would be something else in the other.
    Give both the same kind and, if they are annexes, the same obligation.
    """
    for reference, other in _pairs(subject):
        for id, thing in other.things.items():
            source = reference.things.get(id)
            if source is None:
                continue
            kinds = (_kind(other, thing), _kind(reference, source))
            if kinds[0] != kinds[1] and not _follows_its_clause(other, thing, reference, source):
                yield Finding(
                    subject.place(thing),
                    say("`{0}` is `{1}` here and `{2}` in `{3}`", id, *kinds, reference.language),
                    say("make it the same in both versions"),
                    (Related(subject.place(source), say("the other stands here")),),
                )


def _follows_its_clause(other: _Side, thing: Thing, reference: _Side, source: Thing) -> bool:
    """Whether these are subclauses of one clause that is named already, because it differs."""
    ours, theirs = _holder(other, thing), _holder(reference, source)
    return (
        ours is not None
        and theirs is not None
        and ours.kind != theirs.kind
        and ours.id.value == theirs.id.value != thing.id
        and all(str(each.kind).endswith("subclause") for each in (thing, source))
    )


def _holder(side: _Side, thing: Thing) -> Clause | None:
    """The clause in whose file something stands."""
    parts = side.parts.values()
    return next((each.clause for each in parts if each.span.path == thing.span.path), None)


def _kind(side: _Side, thing: Thing) -> str:
    part = side.parts.get(thing.id)
    if part is None or part.clause is None:
        return str(thing.kind)
    return " ".join(filter(None, (part.clause.obligation, part.clause.kind)))


@rule(Severity.ERROR, _SAME, catalogue=("STR-22", "TRM-24"))
def different_order(subject: Subject) -> Iterator[Finding]:
    """Things stand in another order in two languages.

    Numbers follow the order, so the same number would name different things. Move the files or
    blocks into the order of the reference language.
    """
    for reference, other in _pairs(subject):
        for kind in ("clause", "term"):
            yield from _first_difference(
                subject, _heads(reference, kind), _heads(other, kind), reference.language
            )
        for id, part in other.parts.items():
            if id in reference.parts:
                yield from _first_difference(
                    subject, _inner(reference.parts[id]), _inner(part), reference.language
                )


def _heads(side: _Side, kind: str) -> dict[str, Thing]:
    return {id: part.contents.things[0] for id, part in side.parts.items() if part.kind == kind}


def _inner(part: Part) -> dict[str, Thing]:
    return {thing.id: thing for thing in part.contents.things[1:]}


def _first_difference(
    subject: Subject, there: dict[str, Thing], here: dict[str, Thing], language: str
) -> Iterator[Finding]:
    ours = (thing for id, thing in here.items() if id in there)
    theirs = (thing for id, thing in there.items() if id in here)
    for thing, other in zip(ours, theirs, strict=True):
        if thing.id != other.id:
            yield Finding(
                subject.place(thing),
                say("`{0}` stands where `{1}` is in `{2}`", thing.id, other.id, language),
                say("put both versions into the same order"),
                (Related(subject.place(other), say("the other stands here")),),
            )
            return


@rule(Severity.ERROR)
def different_principles(subject: Subject) -> Iterator[Finding]:
    """A clause names other principles in another language.

    Principles belong to the clause, not to its translation. Name the same in all versions.
    """
    for reference, other in _pairs(subject):
        for id, part in other.parts.items():
            source = reference.parts.get(id)
            if not (source and source.clause and part.clause):
                continue
            ours = {named.value: named.span for named in part.clause.principles}
            theirs = {named.value: named.span for named in source.clause.principles}
            if ours.keys() != theirs.keys():
                yield Finding(
                    next(iter(ours.values()), part.id.span),
                    _named(id, _list(ours), _list(theirs), reference.language),
                    say("name the same principles in both versions"),
                    (
                        Related(
                            next(iter(theirs.values()), source.id.span),
                            say("the other stands here"),
                        ),
                    ),
                )


def _list(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _named(id: str, ours: str, theirs: str, language: str) -> Message:
    if not ours:
        return say("`{0}` names no principle here and {1} in `{2}`", id, theirs, language)
    if not theirs:
        return say("`{0}` names {1} here and no principle in `{2}`", id, ours, language)
    return say("`{0}` names {1} here and {2} in `{3}`", id, ours, theirs, language)


@rule(Severity.WARNING)
def missing_principle_translation(subject: Subject) -> Iterator[Finding]:
    """A principle is not written in a language of the text.

    A reader of that version could not read why a clause is there. Write the principle in the
    folder of the language, with the same id.
    """
    languages = dict.fromkeys(part.language for part in subject.parts if part.version)
    written: dict[str, set[str]] = {}
    for principle in subject.workspace.principles:
        written.setdefault(principle.id.value, set()).add(principle.language)
    first = {one.id.value: one for one in reversed(subject.workspace.principles)}
    for id, known in written.items():
        for language in languages:
            if language not in known:
                yield Finding(
                    first[id].id.span,
                    say("the principle `{0}` is missing in `{1}`", id, language),
                    say("write it in `docs/principles/{0}`, with the same id", language),
                )


def _key(deliverable: Deliverable, key: str) -> Span:
    metadata = deliverable.metadata
    return metadata.spans.get(key, metadata.span.first())
