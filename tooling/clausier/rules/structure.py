"""The parts a document has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Part, Subject
from clausier.check.wording import around
from clausier.model.clause import Clause
from clausier.model.prose import prose
from clausier.model.walk import clauses
from clausier.resolve.resolved import Version
from clausier.resolve.title import plain
from clausier.source.diagnostic import Edit, Related, Severity, say
from clausier.source.place import Span

_ONCE = (
    "foreword", "introduction", "scope", "normative-references", "terms", "bibliography",
)  # fmt: skip
_MAY_BE_EMPTY = ("foreword", "normative-references", "terms", "bibliography")
_NO_HANGING = ("scope", "clause", "annex")
_NOT_DIVIDED = ("foreword", "normative-references")
_WITH_SUBCLAUSES = ("introduction", "scope", "clause", "annex")
_DEEP = 5
_VOCABULARIES = re.compile(
    r"\b(?:[Vv]ocabular(?:y|ies)|[Tt]erminolog(?:y|ie)|[Vv]ocabulaires?|Begriffe)\b"
)
_COMPOSITE = re.compile(
    r"(?:terms|definitions|termes|définitions|begriffe|definitionen)\b.*"
    r"\b(?:symbol|abbrevi|abrév|abrég|abkürz|formelzeichen)",
    re.IGNORECASE | re.DOTALL,
)
_TYPED = re.compile(
    r"(?:(?:Annex|Annexe|Anhang)[ \u00a0][A-Z](?![\w.])"
    r"|(?:[A-Z]|\d+)(?:\.\d+)+(?=[.:]?[ \u00a0](?:[–—-][ \u00a0])?[A-ZÀ-Ý])"
    r"(?![ \u00a0](?:[GMT]?Hz|[GM]?W|[GMT]B|V|N|K|Pa)\b)|"
    r"(?P<single>\d+)(?=[.)][ \u00a0]|[ \u00a0]+(?:[–—-][ \u00a0]+)?[A-ZÀ-Ý]))"
    r"[.:)]?[ \u00a0–—-]*"
)


@rule(Severity.ERROR, dp2("6.4"), catalogue=("STR-01",))
def missing_scope(subject: Subject) -> Iterator[Finding]:
    """A document has no scope.

    The scope says what the document covers and to whom it applies; it is Clause 1 of every
    standard. Write a file with `kind: scope`.
    """
    for version in subject.versions:
        written = version.written
        if written and all(clause.kind != "scope" for clause in written):
            yield Finding(
                written[0].id.span,
                say("the document has no scope in `{0}`", version.standard.language),
                say("write a file `01-scope.md` with `kind: scope`"),
            )


@rule(Severity.ERROR, dp2("13.3"), catalogue=("STR-13",))
def patents_without_introduction(subject: Subject) -> Iterator[Finding]:
    """Patents are declared, and there is no introduction.

    The statement on the patents stands at the end of the introduction, and the program writes it
    there. Write a file with `kind: introduction`.
    """
    for version in subject.versions:
        patents = version.deliverable.metadata.patents
        if patents and all(clause.kind != "introduction" for clause in version.clauses):
            yield Finding(
                patents[0].span,
                say(
                    "a patent is declared, and `{0}` has no introduction", version.standard.language
                ),
                say("write a file `00-introduction.md` with `kind: introduction`"),
            )


@rule(Severity.WARNING, dp2("6.4"), catalogue=("STR-10",))
def no_technical_clause(subject: Subject) -> Iterator[Finding]:
    """A document has no clause after its terms.

    What a document asks for stands in the clauses from Clause 4 on; only a vocabulary ends with
    its terms. Write a file with `kind: clause`.
    """
    for version in subject.versions:
        written = version.written
        titles = version.deliverable.metadata.titles.values()
        if any(_VOCABULARIES.search(title) for title in titles):
            continue
        if written and all(clause.kind != "clause" for clause in written):
            yield Finding(
                written[-1].id.span,
                say("the document has no clause after its terms"),
                say("write a file `04-….md` with `kind: clause`"),
            )


@rule(Severity.ERROR, dp2("6.4"), catalogue=("STR-03", "BIB-04"))
def two_of_a_kind(subject: Subject) -> Iterator[Finding]:
    """A document has two clauses where the Directives want one.

    Foreword, introduction, scope, normative references, terms and bibliography stand once each.
    Join the two files, or give one of them `kind: clause`.
    """
    for version in subject.versions:
        first: dict[str, Clause] = {}
        for clause in version.written:
            if clause.kind in _ONCE:
                other = first.setdefault(clause.kind, clause)
                if other is not clause:
                    yield Finding(
                        clause.id.span,
                        say("second clause of the kind `{0}`", clause.kind),
                        say("join the two, or give one the kind `clause`"),
                        (Related(other.id.span, say("the first stands here")),),
                    )


@rule(Severity.ERROR, dp2("6.4"), catalogue=("STR-02", "STR-03", "STR-04"))
def fixed_title_elsewhere(subject: Subject) -> Iterator[Finding]:
    """A clause has the title of another part of the document.

    A clause that is called `Scope` or `Bibliography` and has `kind: clause` is numbered after the
    terms, while the part of that name stands elsewhere or is missing. Give the file its true
    `kind`, or the clause another title. An index is made, not typed: it is the last part, has no
    number, and nothing refers to it.
    """
    for version in subject.versions:
        fixed = {_straight(version.language.titles[kind]).casefold(): kind for kind in _ONCE}
        index = version.language.labels["index"].casefold()
        for clause in version.clauses:
            kind = fixed.get(_straight(plain(clause.title)).casefold())
            if kind is not None and clause.kind != kind and clause.title:
                yield Finding(
                    _place(clause),
                    say("`{0}` is the title of another part", plain(clause.title)),
                    say("write `kind: {0}`, or give the clause another title", kind),
                )
            elif _straight(plain(clause.title)).casefold() == index:
                yield Finding(
                    _place(clause),
                    say("`{0}` is the title of another part", plain(clause.title)),
                    say("write `index: true` in `standard.yml`, or give the clause another title"),
                )


@rule(Severity.ERROR, dp2("15.5"), catalogue=("STR-25", "STR-09", "FWD-05"), fixable=True)
def other_title(subject: Subject) -> Iterator[Finding]:
    """A clause whose title is fixed has another.

    Foreword, scope, normative references, terms and bibliography are called the same in all
    documents, so that readers find them. Leave `title` out: the fixed one is printed. Only the
    terms clause may name symbols and abbreviated terms as well.
    """
    for version in subject.versions:
        for clause in version.clauses:
            fixed = version.language.titles.get(clause.kind, "")
            title = plain(clause.title)
            if clause.kind not in _ONCE or _straight(title) in ("", _straight(fixed)):
                continue
            if clause.kind == "terms" and _COMPOSITE.match(title):
                continue
            place = _place(clause)
            yield Finding(
                place,
                say("`{0}` is called `{1}`", title, fixed),
                say("leave the title out, or write `{0}`", fixed),
                edits=(Edit(place, fixed),),
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


@rule(Severity.ERROR, dp2("22.3.3"), catalogue=("STR-17",), fixable=True)
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
                    edits=_under_a_heading(part, clause, subject),
                )


def _under_a_heading(part: Part, clause: Clause, subject: Subject) -> tuple[Edit, ...]:
    """The heading `General` before the text that hangs, where one can be put."""
    span = clause.body[0].span
    id = f"{clause.id.value}-general"
    source = subject.sources.get(span.path)
    if part.version is None or source is None or id in part.version.targets:
        return ()
    if source.position(span.start).column != 1:
        return ()
    title = part.version.language.titles["general"]
    heading = f"{'#' * (clause.level + 1)} {title} {{#{id}}}\n\n"
    return (Edit(Span(span.path, span.start, span.start), heading),)


@rule(Severity.ERROR, dp2("12.4"), catalogue=("STR-05", "STR-07"))
def divided(subject: Subject) -> Iterator[Finding]:
    """The foreword or the normative references are divided into subclauses.

    Neither has subclauses: the foreword has no numbers at all, and Clause 2 is one list. Take the
    heading out, or move what stands below it into another clause.
    """
    for part in subject.parts:
        if part.clause is not None and part.clause.kind in _NOT_DIVIDED:
            for section in part.clause.sections:
                yield Finding(
                    _place(section),
                    say("subclause in `{0}`", part.clause.id.value),
                    say("take the heading out, or move its text into another clause"),
                )


@rule(Severity.ERROR, dp2("22.3.2"), catalogue=("STR-16",))
def only_subclause(subject: Subject) -> Iterator[Finding]:
    """A clause has one subclause and no other.

    A text that is not divided in two is not divided: 5.1 asks for a 5.2. Take the heading out, or
    divide the text further.
    """
    for section in _sections(subject):
        if len(section.sections) == 1:
            yield Finding(
                _place(section.sections[0]),
                say("`{0}` is the only subclause of `{1}`",
                    section.sections[0].id.value, section.id.value),
                say("take the heading out, or write a second subclause"),
            )  # fmt: skip


@rule(Severity.ERROR, dp2("22.2"), catalogue=("STR-18", "STR-19"))
def sibling_without_title(subject: Subject) -> Iterator[Finding]:
    """A subclause has no title while others beside it have.

    At one level of a clause, all subclauses have titles or none. Give this one a title, or take
    the titles of the others away.
    """
    for section in _sections(subject):
        titled = [inner for inner in section.sections if inner.title]
        for inner in section.sections if titled else ():
            if not inner.title:
                yield Finding(
                    _place(inner),
                    say("`{0}` has no title, and `{1}` beside it has",
                        inner.id.value, titled[0].id.value),
                    say("give it a title, or take the titles of the others away"),
                    (Related(_place(titled[0]), say("this one has a title")),),
                )  # fmt: skip


@rule(Severity.WARNING, dp2("22.2"), catalogue=("STR-20",))
def subclauses_without_titles(subject: Subject) -> Iterator[Finding]:
    """The first subclauses of a clause have no titles.

    The contents of the document list them, and a number alone tells the reader nothing. Give each
    a title; deeper subclauses can do without.
    """
    for section in _sections(subject):
        titled = any(inner.title for inner in section.sections)
        if section.level == 1 and section.sections and not titled:
            yield Finding(
                _place(section.sections[0]),
                say("the subclauses of `{0}` have no titles", section.id.value),
                say("write a title in each of their headings"),
            )


@rule(Severity.INFO, dp2("22.3.2"), catalogue=("STR-15",))
def deep_subclause(subject: Subject) -> Iterator[Finding]:
    """A subclause stands very deep.

    Five levels below the clause are allowed, but from the fourth on readers lose their way and
    numbers grow long. A list, or another division of the clause, often serves better.
    """
    for section in _sections(subject):
        if section.level == _DEEP:
            yield Finding(
                _place(section),
                say("`{0}` stands four levels below its clause", section.id.value),
                say("write a list, or divide the clause otherwise"),
            )


@rule(Severity.WARNING, catalogue=("STR-28",))
def repeated_title(subject: Subject) -> Iterator[Finding]:
    """Two clauses beside each other have the same title.

    In the contents nobody could tell them apart. Say in the title what makes them differ.
    """
    for version in subject.versions:
        written = version.written
        yield from _alike(written)
        for section in clauses(written):
            yield from _alike(section.sections)


def _alike(siblings: list[Clause] | tuple[Clause, ...]) -> Iterator[Finding]:
    first: dict[str, Clause] = {}
    for clause in siblings if len(siblings) > 1 else ():
        title = plain(clause.title).casefold()
        other = first.setdefault(title, clause) if title else clause
        if other is not clause:
            yield Finding(
                _place(clause),
                say("`{0}` is the title of two clauses beside each other", plain(clause.title)),
                say("say in the title what makes them differ"),
                (Related(_place(other), say("the other stands here")),),
            )


@rule(Severity.ERROR, dp2("22.3.1"), catalogue=("STR-14", "ANX-01"), fixable=True)
def typed_number(subject: Subject) -> Iterator[Finding]:
    """A title begins with a number or letter that was typed.

    Numbers are computed and printed before the title, so this one would stand there twice, and
    would be wrong as soon as a clause is added. Delete it.
    """
    for version in subject.versions:
        for clause in clauses(version.written):
            yield from _typed(clause, version)


def _typed(clause: Clause, version: Version) -> Iterator[Finding]:
    title = prose(clause.title) if clause.title else None
    typed = _TYPED.match(title.text) if title else None
    if title is None or typed is None or typed.end() == len(title.text):
        return
    number = version.numbers.get(clause.span)
    if typed["single"] is None or (number is not None and number.value == typed["single"]):
        label = typed.group().rstrip(" \u00a0.:–—-")
        yield Finding(
            title.span(0, len(label)),
            say("the number `{0}` is typed in a title", label),
            say("delete it: numbers are computed"),
            edits=(Edit(title.span(0, typed.end()), ""),),
        )


def _sections(subject: Subject) -> Iterator[Clause]:
    """Every clause and subclause that can have numbered subclauses."""
    for part in subject.parts:
        if part.clause is not None and part.clause.kind in _WITH_SUBCLAUSES:
            yield from clauses((part.clause,))


def _straight(title: str) -> str:
    """A title with straight apostrophes, so that it is the same however they were typed."""
    return title.replace("’", "'")


def _place(clause: Clause) -> Span:
    """The place of a title, or of the id where there is none."""
    return around(clause.title) if clause.title else clause.id.span
