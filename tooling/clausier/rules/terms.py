"""Terms and definitions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.nearest import Nearest, did_you_mean
from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.model.clause import Clause, Placed, Term
from clausier.model.walk import clauses
from clausier.resolve.inflection import inflected
from clausier.resolve.resolved import Kind, Place, TermUse, Use, Version
from clausier.resolve.title import plain
from clausier.source.diagnostic import Related, Severity, say
from clausier.source.place import Span

_RUNNING = frozenset(
    (Place.BODY, Place.INFORMATIVE_ANNEX, Place.NOTE, Place.EXAMPLE, Place.SCOPE,
     Place.INTRODUCTION, Place.FOREWORD)
)  # fmt: skip


@rule(Severity.WARNING, dp2("16.5.4"), catalogue=("TRM-04",))
def unused_term(subject: Subject) -> Iterator[Finding]:
    """A term is defined and not used.

    Only what the document uses is defined in it. Use the term in the text, or take its entry
    out.
    """
    for version in subject.versions:
        used = {
            use.term
            for uses in version.term_uses.values()
            for use in uses
            if use.clause != use.term
        }
        used |= {
            use.reference.target
            for use in version.uses.values()
            if use.clause != use.reference.target
        }
        titles = " ".join(
            plain(clause.title) for clause in clauses(version.written) if clause.kind != "terms"
        )
        german = version.standard.language == "de"
        for term in _terms(version):
            if term.id.value in used or _holds(titles, term, version.standard.language):
                continue
            if not (german and _in_compound(version, term)):
                yield Finding(
                    term.preferred.span,
                    say("the term `{0}` is used nowhere", term.preferred.value),
                    say("use the term in the text, or take its entry out"),
                )


def _in_compound(version: Version, term: Term) -> bool:
    """Whether a German compound holds a term, as its head or before another noun."""
    for designation in (term.preferred, *term.admitted):
        word = designation.value
        if len(word) < _SHORTEST or not word.isalpha():
            continue
        stem = word[:-1] if word.endswith("e") else word
        link = (
            r"(?:en?|n|s)?-?"
            if stem is word
            else r"(?:en|es|e(?![aeiouyäöürn])|(?![aeiouyäöür]))-?"
        )
        head = rf"\b[A-ZÄÖÜ]\w+-?{re.escape(word)}(?:e?[ns]|e)?\b"
        pattern = re.compile(rf"\b{re.escape(stem)}{link}[a-zäöüß]{{4,}}|{head}", re.IGNORECASE)
        for sentence in version.sentences:
            if sentence.clause != term.id.value and _met(pattern, sentence.text, word):
                return True
    return False


def _met(pattern: re.Pattern[str], text: str, word: str) -> bool:
    forms = inflected(word, "de")
    return any(found.group() not in forms for found in pattern.finditer(text))


_SHORTEST = 4


def _holds(titles: str, term: Term, language: str) -> bool:
    """Whether titles, where the uses of terms are not marked, use a term all the same."""
    for designation in (term.preferred, *term.admitted):
        words = (inflected(word, language) for word in re.findall(r"\w+", designation.value))
        forms = r"\W+".join(f"(?:{'|'.join(map(re.escape, word))})" for word in words)
        if forms and re.search(rf"\b{forms}\b", titles, re.IGNORECASE):
            return True
    return False


def _terms(version: Version) -> Iterator[Term]:
    for clause in version.clauses:
        yield from clause.terms


@rule(Severity.ERROR, dp2("16.5.5"), catalogue=("TRM-22",))
def duplicate_term(subject: Subject) -> Iterator[Finding]:
    """Two entries define the same term.

    A reader could not know which of the two is meant. Join the entries; where a word has two
    meanings, give each entry its `domain`.
    """
    for version in subject.versions:
        first: dict[tuple[str, str | None], Span] = {}
        for term in _terms(version):
            for designation in (term.preferred, *term.admitted):
                key = (_alike(designation.value, version.standard.language), term.domain)
                other = first.setdefault(key, designation.span)
                if other != designation.span:
                    yield Finding(
                        designation.span,
                        say("the term `{0}` is defined twice", designation.value),
                        say("join the entries, or give each its `domain`"),
                        (Related(other, say("also defined here")),),
                    )


def _alike(value: str, language: str) -> str:
    """A designation as others are held against it: capitals count in German (`essen`, `Essen`)
    and make an abbreviation (`AIDS`)."""
    words = " ".join(value.split())
    return words if language == "de" or words.isupper() else words.casefold()


@rule(Severity.ERROR, dp2("16.5.6"), catalogue=("TRM-07",))
def no_definition(subject: Subject) -> Iterator[Finding]:
    """A term has no definition.

    An entry says what its term means in one phrase. Write the definition as the first paragraph
    after the front matter.
    """
    for version in subject.versions:
        for term in _terms(version):
            if not term.definition:
                yield Finding(
                    term.preferred.span,
                    say("the term `{0}` has no definition", term.preferred.value),
                    say("write it as the first paragraph of the entry"),
                )


@rule(Severity.ERROR)
def unknown_group(subject: Subject) -> Iterator[Finding]:
    """A term belongs to a group that does not exist.

    A group is a heading with an id in the terms clause. Write the heading, as
    `## Terms relating to service {#terms-service}`, or correct the id.
    """
    for version in subject.versions:
        for clause in version.clauses:
            groups = [section.id.value for section in clauses(clause.sections)]
            for term in clause.terms:
                if term.group and term.group.value not in groups:
                    yield _unknown_group(term.group, groups, clause)


def _unknown_group(group: Placed, groups: list[str], clause: Clause) -> Finding:
    return Finding(
        group.span,
        say("`{0}` has no group `{1}`", clause.id.value, group.value),
        did_you_mean(Nearest(groups)(group.value), say("write its heading in the terms clause")),
    )


@rule(Severity.ERROR, dp2("16.5.10"), catalogue=("TRM-17", "STR-26"))
def unknown_source(subject: Subject) -> Iterator[Finding]:
    """The source of a definition is no known document.

    The source is printed below the entry with the number and date of the document. Correct the
    id, or add the document to `references.yml`.
    """
    for version in subject.versions:
        documents = version.deliverable.documents
        nearest = Nearest(documents)
        for term in _terms(version):
            if term.source and term.source.reference.value not in documents:
                name = term.source.reference
                yield Finding(
                    name.span,
                    say("`references.yml` has no document `{0}`", name.value),
                    did_you_mean(nearest(name.value), say("add it to `references.yml`")),
                )


@rule(Severity.WARNING, dp2("16.5.6"), catalogue=("TRM-13",))
def circular_definition(subject: Subject) -> Iterator[Finding]:
    """Definitions explain each other in a circle.

    Whoever knows none of the terms learns nothing from them. Define one of them without the
    others.
    """
    for version in subject.versions:
        terms = {term.id.value: term for term in _terms(version)}
        for circle in _circles(_explained_by(version, terms)):
            first = terms[circle[0]]
            start, end = first.definition[0].span, first.definition[-1].span
            yield Finding(
                Span(start.path, start.start, end.end),
                say("circle of definitions: `{0}`", "` → `".join((*circle, circle[0]))),
                say("define one of the terms without the others"),
                tuple(
                    Related(terms[id].preferred.span, say("this term is in the circle"))
                    for id in circle[1:]
                ),
            )


def _explained_by(version: Version, terms: dict[str, Term]) -> dict[str, list[str]]:
    """The terms that each definition uses, by word or by reference."""
    found: dict[str, dict[str, None]] = {id: {} for id in terms}
    uses = [(use.clause, use.span, use.term) for many in version.term_uses.values() for use in many]
    uses += [
        (use.clause, use.reference.span, use.reference.target) for use in version.uses.values()
    ]
    for clause, span, term in uses:
        known = clause != term and clause in terms and term in terms
        if known and _in_definition(terms[clause], span):
            found[clause][term] = None
    return {id: list(others) for id, others in found.items()}


def _in_definition(term: Term, span: Span) -> bool:
    if not term.definition:
        return False
    start, end = term.definition[0].span, term.definition[-1].span
    return start.path == span.path and start.start <= span.start and span.end <= end.end


def _circles(graph: dict[str, list[str]]) -> Iterator[tuple[str, ...]]:
    """Circles of a graph, none through a node that an earlier one went through."""
    done: set[str] = set()
    for root in graph:
        path: dict[str, None] = {}
        waiting = [(root, iter(graph[root]))] if root not in done else []
        path |= {root: None} if waiting else {}
        while waiting:
            node, others = waiting[-1]
            other = next(others, None)
            if other is None:
                waiting.pop()
                path.pop(node)
                done.add(node)
            elif other in path:
                names = tuple(path)
                yield names[names.index(other) :]
            elif other not in done:
                path[other] = None
                waiting.append((other, iter(graph[other])))


@rule(Severity.WARNING, dp2("16.4"), catalogue=("TRM-21",))
def referred_to_by_number(subject: Subject) -> Iterator[Finding]:
    """A text refers to a term entry by its number.

    Terms are used as words; whoever meets one finds its entry in Clause 3. Write the term, as
    `[words](@id)`.
    """
    for version in subject.versions:
        for use in version.uses.values():
            if _is_number(use):
                yield Finding(
                    use.reference.span,
                    say("`{0}` is the number of a term", use.text),
                    say("write `[{0}](@{1})`", _title(use), use.reference.target),
                )


def _is_number(use: Use) -> bool:
    return (
        use.target is not None
        and use.target.kind is Kind.TERM
        and not use.reference.children
        and use.place in _RUNNING
    )


def _title(use: Use) -> str:
    return use.target.title if use.target else ""


@rule(Severity.WARNING, dp2("5.6"), catalogue=("TRM-23",))
def deprecated_in_text(subject: Subject) -> Iterator[Finding]:
    """A text uses a term that its own entry calls deprecated.

    The document tells readers not to use this word. Write the preferred term.
    """
    yield from _instead(subject, "deprecated")


@rule(Severity.WARNING, dp2("5.6"), catalogue=("TRM-23",))
def admitted_in_text(subject: Subject) -> Iterator[Finding]:
    """A text uses another word than the preferred term.

    One thing has one name throughout a document; a reader who meets a second name looks for a
    second thing. Write the preferred term.
    """
    yield from _instead(subject, "admitted")


def _instead(subject: Subject, which: str) -> Iterator[Finding]:
    for version in subject.versions:
        preferred = {term.id.value: term.preferred.value for term in _terms(version)}
        others = {
            (term.id.value, other.value)
            for term in _terms(version)
            for other in (term.deprecated if which == "deprecated" else term.admitted)
        }
        for uses in version.term_uses.values() if others else ():
            for use in uses:
                known = (use.term, use.designation) in others and use.clause != use.term
                if (
                    known
                    and not _is_verb(subject, version, use)
                    and not _is_of_another_kind(subject, version, use, preferred[use.term])
                    and use.span not in version.uses
                    and _is_running(version, use)
                ):
                    yield Finding(
                        use.span,
                        say("`{0}` stands for `{1}`", use.designation, preferred[use.term]),
                        say("write `{0}`", preferred[use.term]),
                    )


_VERB = re.compile(r"\s+(?:to|the|an?|its|their|that|this|these|those|every|each|all|\d+)\b")
"""What follows a verb, and hardly ever a noun in the plural."""


def _is_verb(subject: Subject, version: Version, use: TermUse) -> bool:
    """Whether what looks like a plural is rather a verb: `the customer promises to pay`."""
    source = subject.sources.get(use.span.path)
    if version.standard.language != "en" or source is None:
        return False
    words = source.text[use.span.start : use.span.end]
    plural = words.endswith("s") and not use.designation.endswith("s")
    return plural and _VERB.match(source.text, use.span.end) is not None


_ONE_KIND = re.compile(
    r"\b(?:the|an?|this|that|these|those|each|every|any|no|its|their|of|for|in|on|at|by|with|from)\s+"
    r"(?!(?:the|an?|this|that|these|those|each|every|any|all|some|no|its|their|which|one|two|three"
    r"|same|other|such|whole|new|old|own|next|first|last|second)\s)"
    r"[a-z]+(?<!ed)(?<!ing)(?<!ble)(?<!al)(?<!ar)(?<!ive)(?<!ous)(?<!ic)(?<!ful)(?<!less)(?<!ent)"
    r"(?<!ant)(?<!er)(?<!est)(?<!ll)\s+\Z",
    re.IGNORECASE,
)
"""A noun that says of which kind something is: `the door `; no adjective, `a fixed `."""
_LOOK_BACK = 60


def _is_of_another_kind(subject: Subject, version: Version, use: TermUse, preferred: str) -> bool:
    """Whether the last word of a term stands for something else: `the door frame` is no
    climbing frame, though a *frame* is."""
    source = subject.sources.get(use.span.path)
    if version.standard.language != "en" or source is None:
        return False
    before = source.text[max(0, use.span.start - _LOOK_BACK) : use.span.start]
    return preferred.endswith(f" {use.designation}") and _ONE_KIND.search(before) is not None


def _is_running(version: Version, use: TermUse) -> bool:
    """Whether a term stands in words that are the author's own."""
    for sentence in version.sentences:
        if sentence.span.holds(use.span):
            return not any(
                sentence.at(low, high).holds(use.span)
                for low, high in sentence.quoted
                if low < high
            )
    return True
