"""A definition is one phrase that can stand in the place of its term."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from clausier.check.german import is_no_noun
from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.check.vocabulary import Vocabulary
from clausier.model.block import Paragraph
from clausier.model.clause import Term
from clausier.model.inline import FootnoteMark, Inline
from clausier.model.prose import Prose, prose
from clausier.model.walk import blocks, inlines, own_inlines
from clausier.resolve.resolved import Place, TermUse, Version
from clausier.source.diagnostic import Edit, Severity, say
from clausier.source.place import Span

_SPACE = r"[ \u00a0\n]+"
_ARTICLES: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(rf"(?:an?|the){_SPACE}(?!priori\b|posteriori\b)", re.IGNORECASE),
    "fr": re.compile(
        rf"(?:(?:les?|la|une?|des){_SPACE}(?!ou{_SPACE}(?:plusieurs|l[ae]s?)\b)|l['’](?!une?\b))",
        re.IGNORECASE,
    ),
    "de": re.compile(
        rf"(?:der|die|das|eine?){_SPACE}(?!oder{_SPACE}mehr|bis{_SPACE})", re.IGNORECASE
    ),
}
_OPENERS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"(?:(?:(?:an?|the)\s+)?(?:term|word|expression|name)\s+"
        r"(?:used|which|that|for|given|describing|denoting|meaning|designating)\b"
        r"|(?:is|are|means(?!\s+(?:by|of|for|to|through|with|in|used|provided|employed)\b)|denotes"
        r"|designates|describes|refers\s+to|stands\s+for|used\s+to\s+(?:describe|denote))\b)",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"(?:(?:(?:le|un)\s+)?(?:terme|mot|nom)\s+(?:qui|utilisé|employé|désignant|donné)\b"
        r"|(?:l['’])?expression\s+(?:qui|utilisée|employée|désignant)\b"
        r"|(?:désigne|désignent|signifie|signifient|est|sont|décrit|il\s+s['’]agit|se\s+dit)\b(?!-))",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"(?:(?:(?:der|ein)\s+)?(?:Begriff|Ausdruck|Wort)\s*,?\s+(?:für|der|das|zur|mit)\b"
        r"|(?:(?:die|eine)\s+)?(?:Bezeichnung|Benennung)\s+(?:für|von)\b"
        r"|(?:bezeichnet|bedeutet|ist|sind|beschreibt|meint)\b)",
        re.IGNORECASE,
    ),
}
_TYPED_SOURCE = re.compile(r"\[?(?:SOURCES?|QUELLEN?)[ \u00a0]?:", re.IGNORECASE)
_SOURCE_AT_END = re.compile(r"\[(?:SOURCES?|QUELLEN?)[ \u00a0]?:[^\]]*\]\s*\Z", re.IGNORECASE)
_TYPED_NOTE = re.compile(
    r"(?:Note|Anmerkung)\s+\d+\s+(?:to\s+entry|à\s+l['’]article|zum\s+Begriff)", re.IGNORECASE
)
_SECOND_MEANING = re.compile(r";\s+\(?[2b]\)(?=\s)|(?<=\([1a]\))[ \u00a0]?;[^()]+\([2b]\)\s*\Z")
"""Where a definition goes on to a second meaning, numbered before or behind."""
_FIRST_MEANING = re.compile(r"\(?[1a]\)\s")
_FIRST = re.compile(r"[^\W\d_]+")
_LIKE_NAMES = ("ian", "ean", "ien", "ienne", "sche", "scher", "sches")


class _Defined(Struct, frozen=True):
    """A term entry and its definition as plain text."""

    version: Version
    term: Term
    text: Prose


def _defined(subject: Subject) -> Iterator[_Defined]:
    for version in subject.versions:
        for term in _terms(version):
            text = prose(term.definition)
            if text.text.strip():
                yield _Defined(version, term, text)


def _terms(version: Version) -> Iterator[Term]:
    for clause in version.clauses:
        yield from clause.terms


@rule(Severity.ERROR, dp2("16.5.6"), catalogue=("TRM-08",), fixable=True)
def article(subject: Subject) -> Iterator[Finding]:
    """A definition begins with an article.

    A definition takes the place of its term in any sentence, where an article already stands.
    Begin with the noun that says what kind of thing it is.
    """
    for one in _defined(subject):
        pattern = _ARTICLES.get(one.version.standard.language)
        found = pattern.match(one.text.text) if pattern else None
        if found and found.end() < len(one.text.text):
            word = found.group().strip()
            yield Finding(
                one.text.span(0, len(word)),
                say("the definition begins with `{0}`", word),
                say("begin with the noun that follows"),
                edits=(Edit(one.text.span(0, found.end()), ""),),
            )


@rule(Severity.ERROR, dp2("16.5.6"), catalogue=("TRM-09",), fixable=True)
def final_stop(subject: Subject) -> Iterator[Finding]:
    """A definition ends with a stop.

    A definition is a phrase, not a sentence: it takes the place of its term. Delete the stop.
    """
    for one in _defined(subject):
        text = one.text.text.rstrip()
        short = (*one.version.language.abbreviations, "etc.", "usw.", "...")
        if text.endswith((".", ";")) and not text.endswith(short):
            place = one.text.span(len(text) - 1, len(text))
            yield Finding(
                place,
                say("`{0}` at the end of a definition", text[-1]),
                say("delete it: a definition is a phrase"),
                edits=(Edit(place, ""),),
            )


@rule(Severity.ERROR, dp2("16.5.6"), catalogue=("TRM-09",), alone=True)
def second_sentence(subject: Subject) -> Iterator[Finding]:
    """A definition has a second sentence.

    A definition is one phrase. What explains it further is a note to entry: write it as a
    paragraph that begins with `NOTE`.
    """
    for version in subject.versions:
        known: set[Span] = set()
        reported: set[Span] = set()
        for sentence in version.sentences:
            if sentence.place is not Place.DEFINITION:
                continue
            if sentence.block in known and sentence.block not in reported:
                reported.add(sentence.block)
                yield Finding(
                    sentence.span,
                    say("second sentence of a definition"),
                    say("write it as a note: a paragraph that begins with `{0}`",
                        version.language.labels["note"]),
                )  # fmt: skip
            known.add(sentence.block)


@rule(Severity.WARNING, dp2("16.5.6"), catalogue=("TRM-10",), fixable=True)
def capital(subject: Subject) -> Iterator[Finding]:
    """A definition begins with a capital.

    A definition takes the place of its term within a sentence. Begin small, unless the word has
    its capital by itself.
    """
    for one in _defined(subject):
        first = _FIRST.match(one.text.text)
        if first is None or not first.group()[0].isupper() or not first.group()[1:].islower():
            continue
        known = subject.vocabularies.of(one.version)
        if _has_capital_wrongly(one.text.text, first.group(), known, one.version.standard.language):
            small = first.group()[0].lower()
            yield Finding(
                one.text.span(0, first.end()),
                say("the definition begins with a capital: `{0}`", first.group()),
                say("write `{0}`", small + first.group()[1:]),
                edits=(Edit(one.text.span(0, 1), small),),
            )


def _has_capital_wrongly(text: str, word: str, known: Vocabulary, language: str) -> bool:
    if language == "de":
        return is_no_noun(text, word, known)
    return word not in known.capital and not word.endswith(_LIKE_NAMES)


@rule(Severity.ERROR, dp2("16.5.6"), catalogue=("TRM-12",))
def not_replaceable(subject: Subject) -> Iterator[Finding]:
    """A definition cannot stand in the place of its term.

    It begins with the term itself, or with words such as `means`, `is` or `term used for`, which
    speak of the word and not of the thing. Begin with the noun that says what kind of thing it is.
    """
    for one in _defined(subject):
        text = one.text.text
        pattern = _OPENERS.get(one.version.standard.language)
        opener = pattern.match(text) if pattern else None
        end = opener.end() if opener else _own_term(one)
        if end:
            yield Finding(
                one.text.span(0, end),
                say("the definition begins with `{0}`", " ".join(text[:end].split())),
                say("begin with the noun that says what kind of thing it is"),
            )


def _own_term(one: _Defined) -> int:
    """Where a definition that begins with its own term goes on; 0 if it does not."""
    term = one.term.preferred.value.casefold()
    text = one.text.text.casefold()
    begins = text.startswith(term) and not text[len(term) : len(term) + 1].isalnum()
    return len(term) if begins and text[len(term) : len(term) + 1] != "-" else 0


@rule(Severity.ERROR, dp2("16.5.6"), catalogue=("TRM-13",))
def explained_by_itself(subject: Subject) -> Iterator[Finding]:
    """A definition holds the term that it defines.

    Whoever does not know the term learns nothing. Say it in other words.
    """
    for version in subject.versions:
        terms = {term.id.value: term for term in _terms(version)}
        for use in _uses(version):
            if use.term == use.clause and _in_definition(terms.get(use.clause), use.span):
                yield Finding(
                    use.span,
                    say("the definition of `{0}` holds the term itself", use.designation),
                    say("say it in other words"),
                )


def _uses(version: Version) -> Iterator[TermUse]:
    for uses in version.term_uses.values():
        yield from uses


def _in_definition(term: Term | None, span: Span) -> bool:
    if term is None or not term.definition:
        return False
    start, end = term.definition[0].span, term.definition[-1].span
    return start.path == span.path and start.start <= span.start and span.end <= end.end


@rule(Severity.ERROR, dp2("16.5.6"), catalogue=("TRM-07",))
def second_definition(subject: Subject) -> Iterator[Finding]:
    """A term entry has more than its definition, examples and notes.

    The second paragraph is neither a definition nor a note. Where the term has a second meaning,
    write an entry with a `domain` of its own; what explains the definition is a note or an example.
    """
    for version in subject.versions:
        for term in _terms(version):
            for block in term.other:
                if isinstance(block, Paragraph) and not _is_source(block):
                    yield Finding(
                        block.span,
                        say("second paragraph in the entry of `{0}`", term.preferred.value),
                        say("begin it with `{0}` or `{1}`, or write another entry",
                            version.language.labels["note"], version.language.labels["example"]),
                    )  # fmt: skip
                    break
    for one in _defined(subject):
        text = one.text.text
        found = _SECOND_MEANING.search(text)
        if found and (_FIRST_MEANING.match(text) or text[found.start() - 1] == ")"):
            yield Finding(
                one.text.span(found.start(), len(text)),
                say("second meaning in the definition of `{0}`", one.term.preferred.value),
                say("write another entry for it, each with its `domain`"),
            )


def _is_source(block: Paragraph) -> bool:
    return _TYPED_SOURCE.match(prose(block.inlines).text) is not None


@rule(Severity.WARNING, dp2("16.5.9"), catalogue=("TRM-15",), fixable=True)
def typed_note(subject: Subject) -> Iterator[Finding]:
    """The label of a note to entry was typed.

    Notes to entry get their words and numbers from the program, in each language. Begin the
    paragraph with `NOTE` (`ANMERKUNG` in German).
    """
    for version in subject.versions:
        word = version.language.labels["note"]
        for term in _terms(version):
            for note in term.notes:
                source = subject.sources.get(note.label.path)
                typed = source.text[note.label.start : note.label.end] if source else ""
                if source and _TYPED_NOTE.match(typed):
                    text = note.blocks[0].span.start if note.blocks else note.label.end
                    yield Finding(
                        note.label,
                        say("the label of a note to entry is typed"),
                        say("begin the paragraph with `{0}`", word),
                        edits=(Edit(Span(source.path, note.label.start, text), f"{word} "),),
                    )


@rule(Severity.ERROR, dp2("16.5.10"), catalogue=("TRM-17",))
def typed_source(subject: Subject) -> Iterator[Finding]:
    """The source of a definition was typed.

    The program prints it in the words of each language, from the front matter. Write
    `source: {reference: …, clause: "…"}` there, and delete what was typed.
    """
    for version in subject.versions:
        for term in _terms(version):
            for place in _typed_sources(term):
                yield Finding(
                    place,
                    say("the source of `{0}` is typed", term.preferred.value),
                    say("write it as `source` in the front matter"),
                )


def _typed_sources(term: Term) -> Iterator[Span]:
    """Where a source was typed: at the end of the definition, or as a paragraph of its own."""
    text = prose(term.definition)
    found = _SOURCE_AT_END.search(text.text)
    if found:
        yield text.span(found.start(), len(text.text))
    for block in term.other:
        if isinstance(block, Paragraph) and _is_source(block):
            yield block.span


@rule(Severity.WARNING, dp2("16.5.10"), catalogue=("TRM-18",))
def source_without_entry(subject: Subject) -> Iterator[Finding]:
    """The source of a definition names no entry.

    The reader would have to look through the whole document. Write the number of the entry as
    `clause` of the source.
    """
    for version in subject.versions:
        for term in _terms(version):
            document = term.source and version.deliverable.documents.get(
                term.source.reference.value
            )
            if term.source and document and document.number and term.source.clause is None:
                yield Finding(
                    term.source.reference.span,
                    say("no entry of `{0}` is named", document.number),
                    say("write its number as `clause`"),
                )


@rule(Severity.ERROR, dp2("16.5.11"), catalogue=("TRM-19",))
def footnote(subject: Subject) -> Iterator[Finding]:
    """A term entry calls a footnote.

    Entries are taken over into databases, where no page has a foot. Write a note instead: a
    paragraph that begins with `NOTE`.
    """
    for version in subject.versions:
        for term in _terms(version):
            for mark in _marks(term):
                yield Finding(
                    mark.span,
                    say("footnote in the entry of `{0}`", term.preferred.value),
                    say("write a note instead"),
                )


def _marks(term: Term) -> Iterator[FootnoteMark]:
    for run in _runs(term):
        for inline in inlines(run):
            if isinstance(inline, FootnoteMark):
                yield inline


def _runs(term: Term) -> Iterator[tuple[Inline, ...]]:
    yield term.definition
    for block in blocks((*term.notes, *term.examples, *term.other)):
        yield from own_inlines(block)


@rule(Severity.WARNING, dp2("16.5.6"), catalogue=("TRM-20",), fixable=True)
def unlinked_term(subject: Subject) -> Iterator[Finding]:
    """A definition uses another term without pointing at it.

    Where a definition first uses a term that is defined as well, the reader is shown the number
    of that entry. Write `[words](@id)`.
    """
    for version in subject.versions:
        terms = {term.id.value: term for term in _terms(version)}
        seen: set[tuple[str, str]] = set()
        for use in _uses(version):
            if use.term == use.clause or not _in_definition(terms.get(use.clause), use.span):
                continue
            if (use.clause, use.term) not in seen and use.span not in version.uses:
                yield _unlinked(use, subject)
            seen.add((use.clause, use.term))


def _unlinked(use: TermUse, subject: Subject) -> Finding:
    source = subject.sources.get(use.span.path)
    words = source.text[use.span.start : use.span.end] if source else use.designation
    link = f"[{words}](@{use.term})"
    return Finding(
        use.span,
        say("`{0}` is a term, and nothing points at its entry", use.designation),
        say("write `{0}`", " ".join(link.split())),
        edits=(Edit(use.span, link),) if source else (),
    )
