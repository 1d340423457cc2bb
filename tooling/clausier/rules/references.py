"""What is pointed at exists, and what asks to be pointed at is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from clausier.check.gather import Thing
from clausier.check.namespace import known_ids, shared_ids
from clausier.check.nearest import Nearest, did_you_mean
from clausier.check.referring import PART_AFTER, PART_BEFORE
from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Part, Subject
from clausier.model.block import Figure, Picture, Table
from clausier.model.inline import Image, Reference
from clausier.model.workspace import Document
from clausier.resolve.resolved import Kind, Place, Sentence, Version
from clausier.source.diagnostic import Message, Severity, say
from clausier.source.place import Span

_DONE = {
    "en": (
        r"\bshall\s(?:\w+\s){0,2}be\s(?:\w+\s){0,3}?(?:determined|measured|tested|calculated|verified"
        r"|checked|assessed|evaluated|examined|inspected|calibrated|performed|conducted"
        r"|carried\sout)\b[^.;:]{0,40}?[,;]?\s\(?see\s\Z"
    ),
    "fr": (
        r"\bdoi(?:t|vent)\s(?:\w+\s){0,2}être\s(?:\w+\s){0,3}?(?:déterminé|mesuré|essayé|calculé|vérifié|contrôlé"
        r"|évalué|examiné|inspecté|étalonné|réalisé|effectué|exécuté)e?s?\b[^.;:]{0,40}?[,;]?\s"
        r"\(?voir\s\Z"
    ),
    "de": (
        r"\b(?:muss|müssen)\b[^.;:]{0,80}?\b(?:bestimmt|gemessen|geprüft|berechnet|ermittelt"
        r"|nachgewiesen|kontrolliert|bewertet|untersucht|kalibriert|durchgeführt)\swerden[,;]?\s"
        r"\(?siehe\s\Z"
        r"|\b(?:ist|sind)\b[^.;:]{0,80}?\bzu\s(?:bestimmen|messen|prüfen|berechnen|ermitteln"
        r"|kontrollieren|bewerten|untersuchen|kalibrieren)[,;]?\s\(?siehe\s\Z"
    ),
}
"""How a requirement says what is to be done, and then only points at how; searched at the end of
what stands before a reference."""
_INSTEAD = {
    "en": ("in accordance with", "see"),
    "fr": ("conformément à", "voir"),
    "de": ("nach", "siehe"),
}
_BEFORE = 160
_APPLIED = frozenset((Kind.CLAUSE, Kind.SUBCLAUSE, Kind.ANNEX, Kind.ANNEX_SUBCLAUSE, Kind.DOCUMENT))
_LOOK_BACK = 60
_DOCS = ("principle", "proposal", "session")


@rule(Severity.ERROR, dp2("10.1"), catalogue=("STR-26", "REF-08"))
def unknown_id(subject: Subject) -> Iterator[Finding]:
    """A reference points at nothing.

    Nothing in the workspace has this id, so the reader would find no number here. Correct the
    id, or give the clause, table, figure, formula or document that is meant this id.
    """
    for version in subject.versions:
        lost = [
            use.reference
            for use in version.uses.values()
            if use.target is None and use.reference.span != use.reference.target_span
        ]
        if lost:
            ids = (*version.targets, *shared_ids(subject.workspace, (version.deliverable,)))
            yield from _lost(lost, Nearest(ids))
    ids = tuple(known_ids(subject))
    known = set(ids)
    yield from _lost(
        (reference for part in subject.parts if part.kind in _DOCS
         for reference in part.contents.references if reference.target not in known),
        Nearest(ids),
    )  # fmt: skip
    yield from _superseded(subject)


def _superseded(subject: Subject) -> Iterator[Finding]:
    for deliverable in subject.workspace.deliverables:
        nearest = Nearest(deliverable.documents)
        for placed in deliverable.metadata.supersedes:
            if placed.value not in deliverable.documents:
                yield Finding(
                    placed.span,
                    say("`references.yml` has no document `{0}`", placed.value),
                    did_you_mean(nearest(placed.value), say("add it to `references.yml`")),
                )


def _lost(references: Iterator[Reference] | list[Reference], nearest: Nearest) -> Iterator[Finding]:
    for reference in references:
        yield Finding(
            reference.target_span,
            say("unknown id `{0}`", reference.target),
            did_you_mean(
                nearest(reference.target),
                say("name something that has an id, or give this id to what is meant"),
            ),
        )


@rule(Severity.WARNING, dp2("10.1"), catalogue=("REF-08",))
def to_itself(subject: Subject) -> Iterator[Finding]:
    """A clause refers to itself.

    The reader who follows the reference arrives where the reference stands. Write `this clause`
    in words, or name the clause that is meant.
    """
    own = {Kind.CLAUSE, Kind.SUBCLAUSE, Kind.ANNEX, Kind.ANNEX_SUBCLAUSE}
    for version in subject.versions:
        for use in version.uses.values():
            if use.target and use.target.kind in own and use.target.id == use.clause:
                yield Finding(
                    use.reference.span,
                    say("`{0}` refers to itself", use.target.id),
                    say("name the clause that is meant, or leave the reference out"),
                )


@rule(Severity.WARNING, dp2("10.1"), catalogue=("REF-07",), alone=True)
def see_for_what_applies(subject: Subject) -> Iterator[Finding]:
    """A requirement asks for a test or calculation and only points at how it is done.

    *See* is for what one may read; what has to be followed is named as such, and a document named
    so stands in Clause 2. Write *in accordance with* (`conformément à`, `nach`).
    """
    for version in subject.versions:
        pattern = _DONE.get(version.standard.language)
        _, see = _INSTEAD.get(version.standard.language, ("", ""))
        for sentence in version.sentences if pattern else ():
            if sentence.place is Place.BODY and sentence.quoted and see in sentence.text:
                yield from _only_seen(sentence, version, re.compile(pattern or ""))


def _only_seen(sentence: Sentence, version: Version, pattern: re.Pattern[str]) -> Iterator[Finding]:
    for low, high in sentence.quoted:
        use = version.uses.get(sentence.at(low, high)) if low < high else None
        if use is None or use.target is None or use.target.kind not in _APPLIED:
            continue
        found = pattern.search(sentence.text[max(0, low - _BEFORE) : low])
        if found:
            yield Finding(
                use.reference.span,
                say("`{0}` is to be followed, and the text only points at it", use.text),
                say("write `{0}` instead of `{1}`", *_INSTEAD[version.standard.language]),
            )


@rule(Severity.ERROR, dp2("10.5"), catalogue=("NRM-06", "TRM-18"))
def part_of_undated_document(subject: Subject) -> Iterator[Finding]:
    """A part of an undated document is referred to.

    The next edition may number its clauses, tables and figures otherwise. Give the document a
    `date` in `references.yml`, or refer to it as a whole.
    """
    for version in subject.versions:
        undated = {
            id: document
            for id, document in version.deliverable.documents.items()
            if _is_undated(document)
        }
        for use in version.uses.values():
            if use.reference.part is not None and use.reference.target in undated:
                yield _undated(use.reference.span, undated[use.reference.target])
        for sentence in version.sentences if undated else ():
            for span, id in _typed_parts(sentence, version):
                if id in undated:
                    yield _undated(span, undated[id])


def _typed_parts(sentence: Sentence, version: Version) -> Iterator[tuple[Span, str]]:
    """The references beside which a part of their document is typed, with both."""
    for low, high in sentence.quoted:
        use = version.uses.get(sentence.at(low, high)) if high > low else None
        if use is None or use.reference.part is not None:
            continue
        before = PART_BEFORE.search(sentence.text, max(0, low - _LOOK_BACK), low)
        after = PART_AFTER.match(sentence.text, high)
        if before or after:
            start, end = before.start() if before else low, after.end() if after else high
            yield sentence.at(start, end), use.reference.target


@rule(Severity.ERROR, dp2("10.1"))
def part_of_this_text(subject: Subject) -> Iterator[Finding]:
    """A part is named of something that is no other document.

    What follows `#` is the number of a part of another document, as it is printed there. In this
    text nothing is called by a number that is typed: give the part an id, and refer to it.
    """
    for version in subject.versions:
        for use in version.uses.values():
            part, target = use.reference.part, use.target
            if part is not None and target is not None and target.kind is not Kind.DOCUMENT:
                yield Finding(
                    use.reference.span,
                    say("`{0}` is no other document", use.reference.target),
                    say("leave out `#{0}`, or refer to the id of the part itself", part),
                )


def _is_undated(document: Document) -> bool:
    return (
        document.type == "standard"
        and document.date is None
        and document.issued is None
        and document.status != "draft"
    )


def _undated(span: Span, document: Document) -> Finding:
    return Finding(
        span,
        say("a part of `{0}`, which is undated", document.number or document.id),
        say("give `{0}` a date in `references.yml`, or refer to the whole document", document.id),
    )


@rule(Severity.INFO, catalogue=("BIB-01",))
def unused_document(subject: Subject) -> Iterator[Finding]:
    """A document stands in `references.yml` and nothing cites it.

    It appears neither in the normative references nor in the bibliography. Cite it where it is
    needed, or delete its entry.
    """
    outside = {
        reference.target
        for part in subject.parts
        if part.kind in _DOCS
        for reference in part.contents.references
    }
    used: defaultdict[str, set[str]] = defaultdict(set)
    for version in subject.versions:
        used[version.deliverable.id] |= {use.reference.target for use in version.uses.values()}
    for deliverable in subject.workspace.deliverables:
        cited = used[deliverable.id] | outside
        cited |= {superseded.value for superseded in deliverable.metadata.supersedes}
        for document in deliverable.documents.values():
            if document.id not in cited:
                yield Finding(
                    document.span,
                    say("nothing cites `{0}`", document.id),
                    say("cite it as `@{0}`, or delete the entry", document.id),
                )


@rule(Severity.ERROR, dp2("29.4"), catalogue=("TAB-03",))
def unused_table(subject: Subject) -> Iterator[Finding]:
    """No text refers to a table.

    A reader must learn from the text what the table is for and whether it obliges. Write
    `@id` of the table into the sentence that it serves.
    """
    yield from _unused(subject, (Kind.TABLE,), say("no text refers to this table"))


@rule(Severity.ERROR, dp2("28.4"), catalogue=("FIG-03",))
def unused_figure(subject: Subject) -> Iterator[Finding]:
    """No text refers to a figure.

    A reader must learn from the text what the figure shows. Write `@id` of the figure into the
    sentence that it serves; a reference to one of its subfigures is enough.
    """
    yield from _unused(subject, (Kind.FIGURE,), say("no text refers to this figure"))


@rule(Severity.ERROR, dp2("20.5"), catalogue=("ANX-02",))
def unused_annex(subject: Subject) -> Iterator[Finding]:
    """No text refers to an annex.

    Every annex is referred to in the text, so that the reader knows when to turn to it. Write
    `@id` of the annex, or of something in it, into the clause that needs it.
    """
    yield from _unused(subject, (Kind.ANNEX,), say("no text refers to this annex"))


@rule(Severity.WARNING, dp2("27.4"), catalogue=("FRM-02",))
def unused_formula(subject: Subject) -> Iterator[Finding]:
    """No text refers to a numbered formula.

    A formula has a number so that it can be referred to. Write `@id` of the formula where it is
    applied, or leave its id out: it then has no number.
    """
    yield from _unused(subject, (Kind.FORMULA,), say("no text refers to this formula"))


def _unused(subject: Subject, kinds: tuple[Kind, ...], message: Message) -> Iterator[Finding]:
    places: dict[int, Mapping[str, list[Span]]] = {}
    for part in subject.parts:
        things = [thing for thing in part.contents.things if thing.kind in kinds]
        if part.version is not None and things:
            version = part.version
            known = places.get(id(version)) or places.setdefault(id(version), _places(version))
            for thing in _never_named(part, things, known):
                help = say("refer to it as `@{0}`", thing.id)
                yield Finding(subject.place(thing), message, help)
        for block in part.contents.blocks if part.version else ():
            if isinstance(block, Table | Figure) and block.id is None and _kind(block) in kinds:
                help = say("give it an id, and refer to it by this id")
                yield Finding(block.span.first(), message, help)


def _kind(block: Table | Figure) -> Kind:
    return Kind.TABLE if isinstance(block, Table) else Kind.FIGURE


def _never_named(
    part: Part, things: list[Thing], places: Mapping[str, list[Span]]
) -> Iterator[Thing]:
    held = _held(part)
    for thing in things:
        whole = part.span if thing.kind is Kind.ANNEX else thing.span
        if not _is_used(whole, (thing.id, *held.get(thing.id, ())), places):
            yield thing


def _held(part: Part) -> Mapping[str, list[str]]:
    """The ids of what stands in an annex or a figure, by its own id."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for thing in part.contents.things:
        if thing.kind is Kind.SUBFIGURE:
            found[thing.within].append(thing.id)
        if part.clause is not None and part.clause.kind == "annex":
            found[part.id.value].append(thing.id)
    return found


def _places(version: Version) -> Mapping[str, list[Span]]:
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for use in version.uses.values():
        found[use.reference.target].append(use.reference.span)
    return found


def _is_used(whole: Span, names: tuple[str, ...], places: Mapping[str, list[Span]]) -> bool:
    """Whether something outside it refers to it or to what it holds."""
    return any(not whole.holds(place) for name in names for place in places.get(name, ()))


@rule(Severity.ERROR, catalogue=("STR-26", "FIG-08"))
def missing_image(subject: Subject) -> Iterator[Finding]:
    """An image does not exist.

    Neither the site nor Word could show it. Paths of images begin at the folder of the
    deliverable (`images/loop.svg`); capitals count.
    """
    files = subject.workspace.files
    nearest: dict[str, Nearest] = {}
    for part in subject.parts:
        for picture in part.contents.pictures:
            if picture.path and f"{part.folder}/{picture.path}" not in files:
                near = nearest.get(part.folder) or Nearest(_images(files, part.folder))
                nearest[part.folder] = near
                yield _missing(picture, near, part.folder)


def _images(files: frozenset[str], folder: str) -> list[str]:
    inside = f"{folder}/"
    return sorted(
        path.removeprefix(inside)
        for path in files
        if path.startswith(inside) and not path.endswith((".md", ".yml", ".lock"))
    )


def _missing(picture: Picture | Image, nearest: Nearest, folder: str) -> Finding:
    return Finding(
        picture.path_span,
        say("there is no image `{0}` in `{1}`", picture.path, folder),
        did_you_mean(nearest(picture.path), say("put the image there, or correct the path")),
    )
