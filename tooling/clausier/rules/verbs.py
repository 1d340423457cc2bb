"""Provisions are worded with the verbal forms of the Directives, and with no others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from clausier.check.phrases import Hit
from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.model.clause import Clause
from clausier.model.prose import prose
from clausier.resolve.resolved import Place, Type
from clausier.resolve.verb import Found, lexicon, verbal_forms
from clausier.source.diagnostic import Message, Severity, say

_NORMATIVE = frozenset({Place.BODY, Place.INFORMATIVE_ANNEX, Place.TABLE_FOOTNOTE})
_OBLIGING = frozenset({*_NORMATIVE, Place.NOTE_TO_ENTRY, Place.TERMS})
_BINDING = frozenset({Type.REQUIREMENT, Type.RECOMMENDATION, Type.PERMISSION})
_INSTRUCTING = {"de": frozenset({"ist zu", "ist nicht zu"})}
"""The forms of instructions, which are for the steps of procedures."""
_PROCEDURE = re.compile(
    r"(?i:prüfung|prüfverfahren|versuch|durchführung|verfahren|vorbereitung|auswertung|bestimmung"
    r"|berechnung|messung|probenahme|kalibrierung|ermittlung|konditionierung)"
)
_READ_IN_TWO_WAYS = "may not"
_MODALS = {
    "en": frozenset({"shall", "should", "may"}),
    "fr": frozenset({"doit", "doivent", "convient"}),
    "de": frozenset({"muss", "müssen", "sollte", "sollten", "darf", "dürfen"}),
}


@rule(
    Severity.ERROR,
    dp2("7.6"),
    languages=("en",),
    catalogue=("VRB-02", "VRB-12", "VRB-05"),
    alone=True,
)
def must_as_requirement(subject: Subject) -> Iterator[Finding]:
    """A requirement is worded with `must`.

    In a standard, `must` tells of a constraint from outside, such as a law of nature or a law of
    the state, and never of a requirement of the document. Write `shall`; where the constraint does
    come from outside, put `{provision=external}` after the verb.
    """
    for hit in subject.phrases.of("must"):
        if hit.sentence.place in _OBLIGING and not _is_marked(hit, Type.EXTERNAL):
            yield Finding(
                hit.span,
                say("`{0}` does not word a requirement", hit.words),
                say("write `{0}`, or mark a constraint from outside with `{1}`",
                    "shall not" if " " in hit.words or "n" in hit.words else "shall",
                    "{provision=external}"),
            )  # fmt: skip


@rule(
    Severity.ERROR,
    dp2("7.4"),
    languages=("en",),
    editions=("dp2-2021",),
    catalogue=("VRB-03", "VRB-05"),
    alone=True,
)
def may_not(subject: Subject) -> Iterator[Finding]:
    """A sentence says `may not`.

    One reader takes it as a prohibition, the next as leave not to do something. Write `shall not`
    for what is forbidden, `cannot` for what is impossible, and say with `may` what is permitted.
    """
    yield from _may_not(subject)


@rule(
    Severity.WARNING,
    "ISO/IEC Directives, Part 2:2018, 7.4",
    languages=("en",),
    editions=("dp2-2018",),
    catalogue=("VRB-03", "VRB-05"),
    alone=True,
)
def ambiguous_may_not(subject: Subject) -> Iterator[Finding]:
    """A sentence says `may not`, which can be read in two ways.

    The edition of 2018 knows it as leave not to do something, but many readers take it as a
    prohibition. Write `shall not` for what is forbidden and `is not required to` for what is left
    open.
    """
    yield from _may_not(subject)


def _may_not(subject: Subject) -> Iterator[Finding]:
    for hit in subject.phrases.of("may-not"):
        yield Finding(
            hit.span,
            say("`{0}` can be read as a prohibition or as a permission", hit.words),
            say("write `shall not` for what is forbidden, and with `may` what is permitted"),
        )


@rule(Severity.ERROR, dp2("7.3"), languages=("fr",), catalogue=("VRB-11", "VRB-05"), alone=True)
def devrait(subject: Subject) -> Iterator[Finding]:
    """A French sentence says `devrait`.

    The Directives forbid it, since it can be read as a requirement made politely. Write `il
    convient de` or `il convient que`.
    """
    for hit in subject.phrases.of("devrait"):
        yield Finding(
            hit.span,
            say("`{0}` is not a verbal form of a standard", hit.words),
            say("write `il convient de` or `il convient que`"),
        )


@rule(Severity.WARNING, dp2("7.1"), catalogue=("VRB-01", "VRB-05"), alone=True)
def unlisted_form(subject: Subject) -> Iterator[Finding]:
    """A sentence obliges or permits with a form that the Directives do not know.

    Readers weigh a document by its verbs: what the tables of the Directives do not list (`needs
    to`, `might`, `will`; `devra`, `pourrait`; `soll`, `müsste`) can be argued about. Write one of
    the forms of the tables, or a statement of fact.
    """
    for hit in subject.phrases.of("unlisted-form"):
        if hit.sentence.place in _NORMATIVE:
            yield Finding(
                hit.span, say("`{0}` is not a verbal form of a standard", hit.words), _instead(hit)
            )


_FORMS: Mapping[str, str] = {
    "en": "`shall`, `should`, `may`, `can`",
    "fr": "`doit`, `il convient de`, `peut`",
    "de": "`muss`, `sollte`, `darf`, `kann`",
}


def _instead(hit: Hit) -> Message:
    if hit.phrase.write is None:
        forms = _FORMS[hit.version.standard.language]
        return say("write one of {0}, or a statement of fact", forms)
    return say("write `{0}`, or a statement of fact", hit.phrase.write)


@rule(Severity.WARNING, dp2("7.2"), catalogue=("VRB-05",), alone=True)
def ability(subject: Subject) -> Iterator[Finding]:
    """A requirement asks that someone be able to do something.

    Nobody can look at an ability; what can be looked at is what is done, or a result. Write what
    is to be done.
    """
    for hit in subject.phrases.of("ability", "ability-item"):
        led = hit.phrase.list == "ability" or hit.obliges
        if led and hit.sentence.place in _NORMATIVE:
            yield Finding(
                hit.span,
                say("`{0}` asks for an ability, which nobody can see", hit.words),
                say("write what is to be done, or the result that shows it"),
            )


@rule(Severity.WARNING, dp2("5.5"), catalogue=("VRB-05",), alone=True)
def weak_requirement(subject: Subject) -> Iterator[Finding]:
    """A requirement asks only that something be considered or tried.

    Whoever has thought of it for a moment conforms. Write what is to be decided, recorded or done,
    or recommend it.
    """
    for hit in subject.phrases.of("weak-requirement"):
        if hit.sentence.place in _NORMATIVE:
            yield Finding(
                hit.span,
                say("`{0}` asks for nothing that can be verified", hit.words),
                say("write what is to be decided, recorded or done"),
            )


@rule(Severity.INFO, dp2("5.5"), catalogue=("VRB-05",), alone=True)
def ensuring(subject: Subject) -> Iterator[Finding]:
    """A requirement asks that something be ensured.

    It leaves open by what means, and the assessor does not know what to look at. Where you can,
    write the result itself (`the counter shall be open`) or what is to be done.
    """
    for hit in subject.phrases.of("ensuring"):
        if hit.sentence.place in _NORMATIVE:
            yield Finding(
                hit.span,
                say("`{0}` leaves open what is to be done", hit.words),
                say("write the result, or what is to be done"),
            )


@rule(Severity.WARNING, dp2("7.1"), catalogue=("VRB-05", "VRB-06"), alone=True)
def double_modal(subject: Subject) -> Iterator[Finding]:
    """Two verbal forms are joined, so that one sentence has two types.

    `shall or should` obliges one reader and advises the next. Write one of them; if both are
    meant, write two sentences.
    """
    for hit in subject.phrases.of("double-modal"):
        yield Finding(
            hit.span,
            say("`{0}` is of two types at once", hit.words),
            say("write one of the two, or two sentences"),
        )


@rule(Severity.WARNING, dp2("7.4"), languages=("en",), catalogue=("VRB-04",), alone=True)
def may_for_possibility(subject: Subject) -> Iterator[Finding]:
    """`may` tells of something that can happen.

    `may` gives a permission, and nobody permits an error to occur. Write `can` for what is
    possible.
    """
    for hit in subject.phrases.of("may-for-possibility"):
        yield Finding(
            hit.span,
            say("`{0}` would be a permission", hit.words),
            say("write `can` for what is possible"),
        )


@rule(Severity.WARNING, dp2("7.5"), languages=("en", "de"), catalogue=("VRB-04",), alone=True)
def can_for_permission(subject: Subject) -> Iterator[Finding]:
    """`can` (in German `kann`) seems to give a permission.

    It tells of what is possible; what the document permits is told with `may` (`darf`). Write the
    permission as one, or say what makes it possible.
    """
    for hit in subject.phrases.of("can-for-permission"):
        if hit.sentence.place in _NORMATIVE and not _is_marked(hit, Type.POSSIBILITY):
            yield Finding(
                hit.span,
                say("`{0}` seems to give a permission", hit.words),
                say("write `{0}` for what is permitted", hit.phrase.write),
            )


def _is_marked(hit: Hit, type: Type) -> bool:
    return any(mark.provision == type for mark in hit.sentence.marks)


@rule(Severity.INFO, dp2("7.1"), catalogue=("VRB-06",), alone=True)
def two_provisions(subject: Subject) -> Iterator[Finding]:
    """One sentence holds two provisions.

    Conformity to it can be half, and a reference to it does not say which half is meant. Write two
    sentences, or a list.
    """
    for version in subject.versions:
        modals = _MODALS.get(version.standard.language, frozenset())
        words = lexicon(version.language)
        for sentence in version.sentences:
            if sentence.place not in _NORMATIVE or _count(sentence.text, modals) < 2:
                continue
            found = [one for one in verbal_forms(sentence, words) if _binds(one)]
            for verb in found[1:]:
                yield Finding(
                    sentence.at(verb.start, verb.end),
                    say("second provision in one sentence: `{0}`", verb.verb),
                    say("write two sentences, or a list"),
                )


def _count(text: str, modals: frozenset[str]) -> int:
    return sum(text.count(modal) for modal in modals)


def _binds(found: Found) -> bool:
    return found.form.main and not found.conditional and found.form.type in _BINDING


@rule(Severity.INFO, dp2("7.1"), catalogue=("VRB-07",), alone=True)
def equivalent_form(subject: Subject) -> Iterator[Finding]:
    """A provision is worded with an equivalent expression.

    The Directives keep these for the cases in which the main form cannot be used for the sake of
    the language. Readers look for `shall`, `should`, `may` and `can`; write them where you can.
    What is not required has no main form in English, since `may not` can be read in two ways.
    The steps of a test or calculation are worded in German as `ist einzuschalten`.
    """
    for version in subject.versions:
        instructs = _INSTRUCTING.get(version.standard.language, frozenset())
        procedures = _procedures(version.written, within=False) if instructs else frozenset()
        main = {
            (form.type, form.negative): form.form
            for form in reversed(version.language.forms)
            if form.main
        }
        for provision in version.provisions:
            if provision.form in instructs and provision.clause in procedures:
                continue
            if provision.form and not provision.main and provision.place in _NORMATIVE:
                written = main.get((provision.type, provision.negative))
                if written is not None and written != _READ_IN_TWO_WAYS:
                    yield Finding(
                        provision.verb_span,
                        say("`{0}` says what `{1}` says", provision.form, written),
                        say("write `{0}` where the sentence allows it", written),
                    )


def _procedures(roots: Iterable[Clause], within: bool) -> frozenset[str]:
    """The ids of the clauses that say by their title, or stand in one that says, what to do."""
    found: set[str] = set()
    for clause in roots:
        named = within or _PROCEDURE.search(prose(clause.title).text) is not None
        found.update((clause.id.value,) if named else ())
        found |= _procedures(clause.sections, named)
    return frozenset(found)


@rule(Severity.INFO, dp2("7.4"), languages=("fr",), catalogue=("VRB-05",), alone=True)
def ambiguous_peut(subject: Subject) -> Iterator[Finding]:
    """A French `peut` can be a permission or a possibility.

    The two have different verbs in English and German, and count differently when conformity is
    assessed. Say which it is: `peut{provision=permission}` or `peut{provision=possibility}`.
    """
    for version in subject.versions:
        if version.standard.language != "fr":
            continue
        open_ones = {
            provision.span: provision
            for provision in version.provisions
            if provision.form == "peut" and provision.place in _NORMATIVE
        }
        for sentence in version.sentences if open_ones else ():
            provision = open_ones.get(sentence.span)
            if provision is not None and not sentence.marks:
                yield Finding(
                    provision.verb_span,
                    say("`{0}` can be a permission or a possibility", provision.verb),
                    say("write `{0}` or `{1}` after it",
                        "{provision=permission}", "{provision=possibility}"),
                )  # fmt: skip
