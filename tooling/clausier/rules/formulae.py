"""Formulae are made of symbols, and each symbol is explained."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Part, Subject
from clausier.check.tex import Sign, signs, symbol
from clausier.model.block import Block, DefinitionList, Equation, List, Paragraph
from clausier.model.inline import Formula, Inline, Text
from clausier.model.prose import prose
from clausier.model.walk import blocks, inlines
from clausier.resolve.resolved import Version
from clausier.source.diagnostic import Edit, Related, Severity, say
from clausier.source.place import Span

_SUMS = ("\\sum", "\\prod", "\\bigcup", "\\bigcap", "\\max", "\\min")
_WORDS_TEXT = """
if for otherwise and or with where when unless then else to
si pour sinon et ou avec où lorsque quand alors à dans le cas contraire
wenn für sonst und oder mit falls sofern andernfalls ansonsten dann bis
min max lim sup inf log lg ln lb exp sin cos tan arg sgn erf mod det round var
"""
_WORDS = frozenset(_WORDS_TEXT.split())
_CONDITIONS = frozenset(
    ("if", "for", "when", "unless", "otherwise", "si", "pour", "lorsque", "quand", "sinon")
    + ("wenn", "für", "falls", "sofern", "sonst", "bei")
)
_NAMES_NOTHING_TEXT = """
and or than with when if of by to from for the is are et ou que de du des à avec lorsque si
par pour les le la und oder als mit wenn von zu bei für der die das
"""
_COUNTS_TEXT = """
number numbers value values nombre nombres valeur valeurs zahl anzahl wert werte
"""
_COUNTS = frozenset(_COUNTS_TEXT.split())
"""Words that many explanations share."""
_NAMES_NOTHING = frozenset(_NAMES_NOTHING_TEXT.split())
_EXPLAINS = re.compile(
    r"\s*(?:,\s*)?(?:is|are|denotes|represents|stands|means|est|sont|désigne|représente|ist|sind"
    r"|bezeichnet|bedeutet|steht|the|der|die|das|le|la|l['’]|:|=)"
)
_DERIVATIVE = re.compile(r"\\frac\s*\{d[^{}]*\}\s*\{d\s*[A-Za-z\\]")
_DIFFERENCE = re.compile(
    r"\\Delta\s*(?:[A-Za-z]|\\(?:var)?(?:alpha|lambda|omega|phi|rho|tau|theta)\b)"
)
_LOGARITHM = re.compile(
    r"\\log(?![A-Za-z])(?!\s*_)|\\(?:mathrm|text|operatorname)\s*\{log\}(?!\s*_)"
)
_LAST_WORD = re.compile(r"([^\W\d_]+)[ \u00a0]\Z")


class _Meaning(Struct, frozen=True):
    """A symbol explained in a list: its notation, its place and the words that explain it."""

    tex: str
    span: Span
    words: tuple[str, ...]


def _equations(part: Part) -> Iterator[Equation]:
    for block in part.contents.blocks if part.version else ():
        if isinstance(block, Equation):
            yield block


@rule(Severity.ERROR, dp2("27.5"), catalogue=("FRM-03",))
def unexplained_symbol(subject: Subject) -> Iterator[Finding]:
    """A symbol in a formula is not explained.

    Nobody can calculate with a letter whose meaning is not given. Write `where` below the formula,
    and an item for each symbol: `- $s$ is the share …`.
    """
    explained: dict[int, set[str]] = {}
    for part in subject.parts:
        for equation in _equations(part):
            version = id(part.version)
            if version not in explained:
                explained[version] = set(_explained(subject, part.version))
            for sign in _quantities(equation.tex):
                if sign.value not in explained[version]:
                    yield Finding(
                        _place(equation.tex, equation.tex_span, sign),
                        say("nothing explains the symbol `{0}`", sign.value),
                        say("explain it in the list below the formula"),
                    )


def _quantities(tex: str) -> Iterator[Sign]:
    """The symbols of quantities, each where it first stands."""
    passed: set[str] = set()
    counts = any(sign in tex for sign in _SUMS)
    steps = "\\int" in tex or _DERIVATIVE.search(tex) is not None
    for sign in signs(tex):
        index = counts and sign.value in ("i", "j", "k")
        euler = sign.value == "e" and tex[sign.at + 1 : sign.at + 2] == "^"
        step = sign.value == "d" and steps
        known = index or euler or step or _DIFFERENCE.match(tex, sign.at)
        if not (sign.is_word or known or sign.value in passed):
            passed.add(sign.value)
            yield sign


def _place(tex: str, whole: Span, sign: Sign) -> Span:
    start = whole.start + max(sign.at, tex.find(sign.value, sign.at))
    return Span(whole.path, start, min(whole.end, start + len(sign.value)))


def _explained(subject: Subject, version: Version | None) -> Iterator[str]:
    """The symbols that a version explains: in a list, or in a sentence."""
    for part in subject.parts:
        if part.version is not version:
            continue
        for meaning in _meanings(part):
            yield from _symbols(meaning.tex)
        for run in part.contents.runs:
            yield from _named(run)


def _symbols(tex: str) -> Iterator[str]:
    for sign in signs(tex):
        yield sign.value


def _named(run: tuple[Inline, ...]) -> Iterator[str]:
    """The symbols that a sentence explains: `where $s$ is the share`, `the limit $l$`."""
    for index, inline in enumerate(run):
        known = symbol(inline.tex) if isinstance(inline, Formula) else None
        if known is None:
            continue
        before = run[index - 1] if index else None
        after = run[index + 1] if index + 1 < len(run) else None
        if isinstance(after, Text) and _EXPLAINS.match(after.value):
            yield known
        elif isinstance(before, Text):
            word = _LAST_WORD.search(before.value[-40:])
            if word and word[1].casefold() not in _NAMES_NOTHING:
                yield known


def _meanings(part: Part) -> Iterator[_Meaning]:
    """What the lists below formulas and the lists of symbols explain."""
    for block in part.contents.blocks:
        if isinstance(block, Equation):
            for inner in block.where:
                yield from _of_list(inner)
        elif isinstance(block, DefinitionList):
            yield from _of_list(block)


def _of_list(block: Block) -> Iterator[_Meaning]:
    if isinstance(block, List):
        for item in block.items:
            if item.blocks and isinstance(item.blocks[0], Paragraph):
                yield from _meaning(item.blocks[0].inlines, ())
    elif isinstance(block, DefinitionList):
        for entry in block.entries:
            yield from _meaning(entry.term, entry.blocks)


def _meaning(run: tuple[Inline, ...], more: tuple[Block, ...]) -> Iterator[_Meaning]:
    formula = next((one for one in inlines(run) if isinstance(one, Formula)), None)
    if formula is None:
        return
    texts = [run, *(block.inlines for block in blocks(more) if isinstance(block, Paragraph))]
    words = " ".join(prose(text).text for text in texts).lower().split()
    kept = tuple(word.strip(".,;:()") for word in words)
    yield _Meaning(formula.tex, formula.span, tuple(word for word in kept if len(word) > 3))


@rule(Severity.WARNING, dp2("27.5"), catalogue=("FRM-05",))
def two_meanings(subject: Subject) -> Iterator[Finding]:
    """One symbol stands for two quantities.

    A reader who remembers the first meaning calculates wrongly with the second. Give one of the
    two another letter, or an index.
    """
    first: dict[tuple[int, str], _Meaning] = {}
    for part in subject.parts:
        for meaning in _meanings(part) if part.version else ():
            key = (id(part.version), "".join(meaning.tex.split()))
            other = first.setdefault(key, meaning)
            if other is not meaning and not _alike(meaning.words, other.words):
                yield Finding(
                    meaning.span,
                    say("`{0}` already stands for something else", meaning.tex),
                    say("choose another letter, or an index"),
                    (Related(other.span, say("explained here")),),
                )


def _alike(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two explanations share most words of the shorter one."""
    own, other = set(ours) - _COUNTS, set(theirs) - _COUNTS
    return len(own & other) * 2 >= min(len(own), len(other))


@rule(Severity.WARNING, dp2("Annex B"), catalogue=("NUM-09",), alone=True)
def bare_logarithm(subject: Subject) -> Iterator[Finding]:
    """A logarithm does not say its base.

    To one reader `log` is the logarithm to base 10, to another to base e or 2. Write `\\lg`,
    `\\ln` or `\\operatorname{lb}`, or the base: `\\log_a`.
    """
    for tex, span in _notations(subject):
        for match in _LOGARITHM.finditer(tex):
            at = span.start + match.start()
            yield Finding(
                Span(span.path, at, min(span.end, at + len(match.group()))),
                say("`{0}` without a base", match.group()),
                say("write `\\lg`, `\\ln`, or the base"),
            )


def _notations(subject: Subject) -> Iterator[tuple[str, Span]]:
    """What was written of the formulas in lines and on lines of their own, and where."""
    for part in subject.parts:
        source = subject.sources.get(part.span.path) if part.version else None
        spans = [formula.span for formula in part.contents.formulas]
        spans += [equation.tex_span for equation in _equations(part)]
        for span in spans if source else ():
            yield source.text[span.start : span.end] if source else "", span


@rule(Severity.WARNING, dp2("27.5"), catalogue=("FRM-04",), alone=True)
def word_in_formula(subject: Subject) -> Iterator[Finding]:
    """A formula holds a word or a unit.

    Words are read as products of letters, differ from language to language, and hide which
    quantity is meant; units belong to the explanation of the symbols. Write a letter for each
    quantity.
    """
    for part in subject.parts:
        for equation in _equations(part):
            yield from _words_in(equation.tex, equation.tex_span)
        for formula in part.contents.formulas if part.version else ():
            if "=" in formula.tex:
                inner = formula.span._replace(start=formula.span.start + 1)
                yield from _words_in(formula.tex, inner)


def _words_in(tex: str, whole: Span) -> Iterator[Finding]:
    for sign in signs(tex):
        if sign.is_word and not _is_condition(sign.value):
            yield Finding(
                _place(tex, whole, sign),
                say("`{0}` is no symbol", sign.value),
                say("write a letter, and explain it below the formula"),
            )


def _is_condition(text: str) -> bool:
    """Whether words say when something holds, or name a function that all languages know."""
    said = _words(text)
    return _WORDS.issuperset(said) or said[0] in _CONDITIONS


def _words(text: str) -> list[str]:
    return [word for each in text.lower().split() if (word := each.strip(".,;:"))]


@rule(Severity.ERROR, dp2("27.5"), catalogue=("FRM-03", "NEF-09"), fixable=True, alone=True)
def where_of_another_language(subject: Subject) -> Iterator[Finding]:
    """The list below a formula begins in another language.

    It is led in by `where` in English, `où` in French and `Dabei ist` in German. Write the word
    of the text's own language.
    """
    for part in subject.parts:
        for equation in _equations(part):
            lead = equation.where[0] if equation.where else None
            if part.version is None or not isinstance(lead, Paragraph):
                continue
            text = prose(lead.inlines)
            word = part.version.language.labels["where"]
            written = text.text.strip(" \u00a0:,").lower()
            if written.split(" ")[0] != word.lower().split(" ")[0]:
                place = text.span(0, len(text.text.rstrip(" \u00a0:,")))
                yield Finding(
                    place,
                    say("`{0}` in a text in `{1}`", text.text.strip(), part.language),
                    say("write `{0}`", word),
                    edits=(Edit(place, word),),
                )
