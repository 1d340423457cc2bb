"""What changed since clauses were last looked at, and the lines that say that they now were."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

from clausier.model import walk
from clausier.model.clause import Clause, Term
from clausier.model.workspace import Deliverable, Reviewed
from clausier.resolve.fingerprint import fingerprint, paragraphs, statement
from clausier.resolve.resolved import Link, Resolved, Translation, Version
from clausier.resolve.trace import looked_at, principle_in, sources, whole
from clausier.source.diagnostic import Message, say
from clausier.source.place import Span

Operation = Literal["same", "gone", "new"]
Words = tuple[tuple[Operation, str], ...]
"""A text that changed: runs of words that stayed, went and came, in the order of reading."""


class Change(Struct, frozen=True):
    """A link that is to be looked at: one that nobody has looked at yet, or that has changed since.

    Of a principle, `words` is the statement word by word (without a state that was known, all of it
    is new). Of a translation, `paragraphs` are the paragraphs of the source that are new or
    changed. `target` is the principle's id, or the language of the source.
    """

    kind: Literal["principle", "translation"]
    state: Literal["new", "changed"]
    deliverable: str
    language: str
    clause: str
    target: str
    span: Span
    message: Message
    words: Words = ()
    paragraphs: tuple[tuple[Span, str], ...] = ()


def changes(resolved: Resolved, clauses: tuple[str, ...] = ()) -> tuple[Change, ...]:
    """What is to be looked at in some clauses, or in all: principles first, then translations.

    A clause is named by its id, by the id of one of its subclauses, or by the path of its file.
    """
    asked = _asked(resolved, clauses)
    versions = _versions(resolved)
    statements = _statements(resolved)
    links = tuple(
        _principle_change(link, statements[link.deliverable, link.language][link.principle])
        for link in resolved.trace.links
        if (link.suspect or not link.reviewed) and asked(link.deliverable, link.clause)
    )
    originals = {id: sources(version) for id, version in _references(resolved).items()}
    translations = tuple(
        _translation_change(
            each,
            originals[each.deliverable][each.clause],
            versions[each.deliverable, each.language].deliverable.metadata.reference_language,
        )
        for each in resolved.trace.translations
        if (each.outdated or not each.reviewed) and asked(each.deliverable, each.clause)
    )
    return links + translations


def reviewed(resolved: Resolved, clauses: tuple[str, ...] = ()) -> tuple[Reviewed, ...]:
    """All lines of the locks once some clauses (none named: all) have been looked at.

    Links of other clauses stay as they were; lines whose clause or principle is gone, go. The path
    of a line's span is the lock it belongs to.
    """
    return tuple(line for lines in locks(resolved, clauses).values() for line in lines)


def locks(resolved: Resolved, clauses: tuple[str, ...] = ()) -> Mapping[str, tuple[Reviewed, ...]]:
    """The lines of each deliverable's lock, by the path of the lock; a lock may have none."""
    asked = _asked(resolved, clauses)
    return {
        f"{deliverable.folder}/trace.lock": (
            *_principle_lines(resolved, deliverable, asked),
            *_translation_lines(resolved, deliverable, asked),
        )
        for deliverable in resolved.workspace.deliverables
    }


def unknown(resolved: Resolved, clauses: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `clauses` that name no clause, subclause, term entry or file of them."""
    known = {name for version in resolved.versions for name, _ in _names(version)}
    return tuple(name for name in clauses if name not in known)


_Asked = Callable[[str, str], bool]


def _asked(resolved: Resolved, names: tuple[str, ...]) -> _Asked:
    """Whether a deliverable's clause was asked for."""
    wanted = {
        (version.deliverable.id, clause)
        for version in (resolved.versions if names else ())
        for name, clause in _names(version)
        if name in names
    }
    return lambda deliverable, clause: not names or (deliverable, clause) in wanted


def _names(version: Version) -> Iterator[tuple[str, str]]:
    """All that names a clause or an entry, with the id under which it is looked at."""
    for root in version.clauses:
        yield root.span.path, root.id.value
        for clause in walk.clauses((root,)):
            yield clause.id.value, root.id.value
            for term in clause.terms:
                yield term.span.path, term.id.value
                yield term.id.value, term.id.value


def _versions(resolved: Resolved) -> Mapping[tuple[str, str], Version]:
    return {(v.deliverable.id, v.standard.language): v for v in resolved.versions}


def _references(resolved: Resolved) -> Mapping[str, Version]:
    return {
        version.deliverable.id: version
        for version in resolved.versions
        if version.standard.language == version.deliverable.metadata.reference_language
    }


def _statements(resolved: Resolved) -> Mapping[tuple[str, str], Mapping[str, str]]:
    """The statements of all principles, as each deliverable's clauses in each language see them."""
    return {
        key: {id: statement(p) for id, p in principle_in(resolved.workspace, version).items()}
        for key, version in _versions(resolved).items()
    }


def _principle_change(link: Link, now: str) -> Change:
    if link.reviewed:
        message = say(
            "principle `{0}` has changed since clause `{1}` was looked at",
            link.principle, link.clause,
        )  # fmt: skip
    else:
        message = say(
            "clause `{1}` has not been looked at against principle `{0}`",
            link.principle, link.clause,
        )  # fmt: skip
    return Change(
        kind="principle",
        state="changed" if link.reviewed else "new",
        deliverable=link.deliverable,
        language=link.language,
        clause=link.clause,
        target=link.principle,
        span=link.span,
        message=message,
        words=difference(link.known_text or "", now),
    )


def _translation_change(each: Translation, source: Clause | Term, reference: str) -> Change:
    if each.reviewed:
        text = "clause `{0}` has changed in `{1}` since its text in `{2}` was looked at"
    else:
        text = "the text of clause `{0}` in `{2}` has not been looked at against `{1}`"
    places = set(each.changed)
    return Change(
        kind="translation",
        state="changed" if each.reviewed else "new",
        deliverable=each.deliverable,
        language=each.language,
        clause=each.clause,
        target=reference,
        span=each.span,
        message=say(text, each.clause, reference, each.language),
        paragraphs=tuple(part for part in paragraphs(source) if part[0] in places),
    )


def difference(old: str, new: str) -> Words:
    """What became of a text, word by word.

    >>> difference("care for all staff", "care for our staff")
    (('same', 'care for'), ('gone', 'all'), ('new', 'our'), ('same', 'staff'))
    """
    before, after = old.split(), new.split()
    runs: list[tuple[Operation, str]] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, low, high, start, end in matcher.get_opcodes():
        if tag == "equal":
            runs.append(("same", " ".join(after[start:end])))
            continue
        if low < high:
            runs.append(("gone", " ".join(before[low:high])))
        if start < end:
            runs.append(("new", " ".join(after[start:end])))
    return tuple(runs)


def _principle_lines(
    resolved: Resolved, deliverable: Deliverable, asked: _Asked
) -> Iterator[Reviewed]:
    statements = _statements(resolved)
    known = looked_at(deliverable)
    for link in resolved.trace.links:
        if link.deliverable != deliverable.id:
            continue
        names = (link.language, link.clause, link.principle)
        last = known.get(("principle", *names))
        if asked(link.deliverable, link.clause):
            text = statements[link.deliverable, link.language][link.principle]
            yield Reviewed(_lock(deliverable), "principle", *names, fingerprint(text), text)
        elif last:
            yield last


def _translation_lines(
    resolved: Resolved, deliverable: Deliverable, asked: _Asked
) -> Iterator[Reviewed]:
    reference = deliverable.metadata.reference_language
    version = _references(resolved).get(deliverable.id)
    originals = sources(version) if version else {}
    known = looked_at(deliverable)
    for each in resolved.trace.translations:
        if each.deliverable != deliverable.id:
            continue
        names = (each.language, each.clause, reference)
        last = known.get(("translation", *names))
        if asked(each.deliverable, each.clause):
            source = originals[each.clause]
            prints = " ".join(fingerprint(text) for _, text in paragraphs(source))
            yield Reviewed(_lock(deliverable), "translation", *names, whole(source), prints)
        elif last:
            yield last


def _lock(deliverable: Deliverable) -> Span:
    return Span(f"{deliverable.folder}/trace.lock", 0, 0)
