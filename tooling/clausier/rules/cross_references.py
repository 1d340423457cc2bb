"""References are written by the program, in the words of the language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.check.wording import (
    Met,
    Wording,
    is_own,
    met,
    quoted_from,
    sentences,
    touches_quoted,
    wording,
)
from clausier.resolve.resolved import Kind, Place, Sentence, Use, Version
from clausier.source.diagnostic import Edit, Severity, say
from clausier.source.place import Span

_IGNORED = re.IGNORECASE
_CLAUSES = frozenset((Kind.CLAUSE, Kind.SUBCLAUSE, Kind.ANNEX, Kind.ANNEX_SUBCLAUSE))
_SUBCLAUSES = frozenset((Kind.SUBCLAUSE, Kind.ANNEX_SUBCLAUSE))
_BRACKETED = _CLAUSES | {Kind.TABLE, Kind.FIGURE}
_SEE: Mapping[str, str] = {"en": "see ", "fr": "voir ", "de": "siehe "}
_NOUNS: dict[str, Wording] = {
    "en": wording(
        "ection hapter aragraph lause ppendi",
        r"\b(?P<wrong>sections?|chapters?|paragraphs?|sub-?clauses?|appendix|appendices)[ \u00a0]+"
        r"|\b(?P<whole>clauses?)[ \u00a0]+",
        _IGNORED,
    ),
    "fr": wording(
        "ection hapitre linéa aragraphe rticle ppendice",
        r"\b(?P<wrong>(?:l['’])?(?:appendices?|alinéas?)|sections?|chapitres?|paragraphes?)"
        r"[ \u00a0]+"
        r"|(?P<whole>\b(?:l['’])?articles?)[ \u00a0]+",
        _IGNORED,
    ),
    "de": wording(
        "apitel unkt iffer aragra bsatz bschnitt ppendix",
        r"\b(?P<wrong>Kapiteln?|Punkte?|Ziffern?|Paragra(?:f|ph)(?:en)?|Unterabschnitte?|Appendix)"
        r"[ \u00a0]+|\b(?P<whole>Abschnitt(?:e|en|s)?)[ \u00a0]+",
    ),
}
_DIRECTIONS: dict[str, Wording] = {
    "en": wording(
        "above below foll previous preceding ext Above Below Foll Previous Preceding",
        r"\b(?:the\s+)?(?:following|previous|preceding|next)\s+"
        r"(?:sub-?clauses?|clauses?|sections?|annex(?:es)?|tables?|figures?|formulae?|formulas?"
        r"|paragraphs?)\b|\b(?:above|below)[- ](?:mentioned|named|described|listed|cited)\b"
        r"|\b(?:see|described|given|mentioned|listed|shown|stated|defined|specified|named|as)\s+"
        r"(?:above|below)\b(?!\s+(?:\d|the\b|an?\b|zero|this\b|that\b|these\b))"
        r"|\b(?:sub-?clauses?|clauses?|annex|tables?|figures?|formulae?|paragraphs?|lists?)\s+"
        r"(?:above|below)\b(?!\s+(?:\d|the\b))|\bthe\s+above\s+"
        r"(?:clause|table|figure|list|paragraph|requirement|provision|condition|procedure|limit"
        r"|value|example)s?\b",
        _IGNORED,
    ),
    "fr": wording(
        "i-dess i-après i-avant usmentionn usvis suivant précédent susdit haut bas loin",
        r"\b(?:ci-dessus|ci-dessous|ci-après|ci-avant|susmentionnée?s?|susvisée?s?|susdite?s?)\b"
        r"|\b(?:articles?|paragraphes?|annexes?|tableaux?|figures?|formules?|alinéas?)\s+"
        r"(?:suivant|précédent)e?s?\b(?!\s+(?:le|la|les|l['’]|un|une)\b)"
        r"|\b(?:voir|vue?s?|décrite?s?|indiquée?s?|mentionnée?s?|comme)\s+plus\s+(?:haut|bas|loin)\b"
        r"(?!\s+(?:que|sur|dans)\b)",
        _IGNORED,
    ),
    "de": wording(
        "orstehend achstehend achfolgend bige oben unten Oben Unten "
        "ntenstehend benstehend orgenannt olgende orige orherg ächste",
        r"\b(?:[Vv]orstehend|[Nn]achstehend|[Oo]benstehend|[Uu]ntenstehend|[Vv]orgenannt|[Oo]big)"
        r"(?:e[nrsm]?)?\b|\b[Nn]achfolgend(?:e[nrsm]?\s+(?:Abschnitt|Tabelle|Bild|Anhang|Formel|Liste)\w*"
        r"|\s+(?:genannt|beschrieben|aufgeführt|angegeben)\w*)"
        r"|\b(?:[Ss]iehe|[Ww]ie|[Ww]eiter)\s+(?:oben|unten)\b"
        r"|\b(?:[Oo]ben|[Uu]nten)\s+(?:genannt|beschrieben|angegeben|aufgeführt|erwähnt|stehend)\w*"
        r"|\b(?:[Ff]olgende[nrms]?|[Vv]orige[nrms]?|[Vv]orhergehende[nrms]?|[Nn]ächste[nrms]?)\s+"
        r"(?:Abschnitt|Unterabschnitt|Anhang|Tabelle|Bild|Formel)\w*",
    ),
}
_PAGES: dict[str, Wording] = {
    "en": wording(
        "page pages pp. p.",
        r"\b(?:see|on|at|from|cf\.)\s+(?:pages?|pp?\.)[ \u00a0]?\d+\b(?!\s+of\b)",
        _IGNORED,
    ),
    "fr": wording(
        "page pages pp. p.",
        r"\b(?:voir|cf\.|à\s+la|aux?|en)\s+(?:pages?|pp?\.)[ \u00a0]?\d+\b(?!\s+(?:de|du|des)\b)",
        _IGNORED,
    ),
    "de": wording(
        "Seite S.",
        r"\b(?:[Ss]iehe|[Aa]uf|[Vv]gl\.|[Vv]on)\s+(?:Seiten?|S\.)[ \u00a0]?\d+\b"
        r"(?!\s+(?:der|des|von)\b)",
    ),
}
_PUBLISHER = r"(?:prEN|FprEN|EN|ISO|IEC|CEN|HD)"
_DOCUMENT = wording(
    "EN ISO IEC CEN HD",
    rf"\b{_PUBLISHER}(?:[ /](?:{_PUBLISHER}|TS|TR|PAS)){{0,4}}[ \u00a0]\d{{3,9}}(?:-\d+){{0,4}}"
    r"(?::\d{4}\b)?",
)


@rule(
    Severity.WARNING,
    dp2("22.4"),
    catalogue=("REF-01", "REF-02", "REF-06"),
    fixable=True,
    alone=True,
)
def wrong_noun(subject: Subject) -> Iterator[Finding]:
    """A reference to a clause is led in by another word.

    The main divisions are clauses (`Clause 4`, `l'Article 4`, `Abschnitt 4`), what stands below
    them is called by its number alone (`5.2`), and an annex is no appendix. Write `@id` without
    the word: the program prints what belongs to it.
    """
    for one in met(subject, _NOUNS):
        use = _following(one)
        if use is None or use.target is None or use.target.kind not in _CLAUSES:
            continue
        annexed = use.target.kind is Kind.ANNEX_SUBCLAUSE and use.target.number.count(".") == 1
        if one.match["wrong"] or (use.target.kind in _SUBCLAUSES and not annexed):
            word = one.match.group().strip()
            place = one.span()
            before = _before(one)
            alone = not _DETERMINED.search(before) and "'" not in word
            yield Finding(
                place,
                say("`{0}` before a reference to `{1}`", word, use.text),
                say("write `@{0}` without the word", use.reference.target),
                edits=(Edit(place, ""),) if alone else (),
            )


def _before(one: Met) -> str:
    """The text of a sentence shortly before a match."""
    start = one.match.start()
    return one.sentence.text[max(0, start - _LOOK_BACK) : start]


def _following(one: Met) -> Use | None:
    """The reference without own words that follows a match directly."""
    found = quoted_from(one.sentence, one.match.end())
    use = one.version.uses.get(one.sentence.at(*found)) if found else None
    return use if use and not use.reference.children else None


@rule(Severity.WARNING, dp2("10.1"), catalogue=("REF-03",), alone=True)
def above_or_below(subject: Subject) -> Iterator[Finding]:
    """A text points above or below.

    Text moves, and on a screen nothing stands above. Refer to the clause, table or figure itself,
    as `@id`.
    """
    for one in met(subject, _DIRECTIONS):
        yield Finding(
            one.span(),
            say("`{0}` points nowhere in particular", " ".join(one.match.group().split())),
            say("refer to what is meant, as `@id`"),
        )


@rule(Severity.ERROR, dp2("10.6"), catalogue=("REF-04",), alone=True)
def page_number(subject: Subject) -> Iterator[Finding]:
    """A text refers to a page.

    Pages differ between languages, formats and editions. Refer to the clause, table or figure
    itself, as `@id`.
    """
    for one in met(subject, _PAGES):
        yield Finding(
            one.span(),
            say("`{0}` refers to a page", " ".join(one.match.group().split())),
            say("refer to the clause, table or figure itself, as `@id`"),
        )


@rule(Severity.WARNING, dp2("10.5"), catalogue=("NRM-13", "NRM-03", "REF-05"), fixable=True)
def typed_document(subject: Subject) -> Iterator[Finding]:
    """The number of a document was typed.

    It stands in no list, and nobody notices when a new edition appears. Add the document to
    `references.yml`, and write `@id`: the program prints its number and lists it where it belongs.
    """
    listed: dict[int, Mapping[str, str]] = {}
    for one in met(subject, dict.fromkeys(("en", "fr", "de"), _DOCUMENT)):
        if id(one.version) not in listed:
            listed[id(one.version)] = _listed(one.version)
        start, end = one.match.span()
        if one.sentence.place is Place.BIBLIOGRAPHY or touches_quoted(one.sentence, start, end):
            continue
        number = " ".join(one.match.group().split())
        known = listed[id(one.version)].get(number)
        yield Finding(
            one.span(),
            say("the number `{0}` is typed", number),
            say("write `@{0}`", known)
            if known
            else say("add it to `references.yml`, and write `@id`"),
            edits=(Edit(one.span(), f"@{known}"),) if known else (),
        )


def _listed(version: Version) -> Mapping[str, str]:
    """The ids of the documents by what the text calls them."""
    return {
        target.name: id for id, target in version.targets.items() if target.kind is Kind.DOCUMENT
    }


_ADOPTED = re.compile(r"\s*\([^()]*\)\Z")
"""What a title says in brackets of the document that was adopted; nobody writes it in a text."""


@rule(Severity.WARNING, dp2("10.5"), catalogue=("NRM-13",))
def title_for_number(subject: Subject) -> Iterator[Finding]:
    """A document is called by its title.

    Titles are long and look like running words; in the text a document is called by its number.
    Write `@id`.
    """
    for version in subject.versions:
        code = version.standard.language
        for document in version.deliverable.documents.values():
            title = _ADOPTED.sub("", document.titles.get(code, ""))
            if document.number is not None and len(title.split()) > 2:
                yield from _called(subject, version, document.id, title)


def _called(subject: Subject, version: Version, id: str, title: str) -> Iterator[Finding]:
    for owner, sentence in sentences(subject, {version.standard.language: (title,)}):
        at = sentence.text.find(title)
        if owner is version and at >= 0 and is_own(sentence, at, at + len(title)):
            yield Finding(
                sentence.at(at, at + len(title)),
                say("a document is called by its title"),
                say("write `@{0}`", id),
            )


@rule(Severity.INFO, dp2("10.1"), catalogue=("REF-10",), fixable=True, alone=True)
def bare_in_brackets(subject: Subject) -> Iterator[Finding]:
    """A reference stands alone in brackets.

    The reader does not know whether it explains, or is part of the sentence. Write
    `(see @id)`.
    """
    for version in subject.versions:
        see = _SEE.get(version.standard.language, "see ")
        for sentence in version.sentences:
            for span, id in _bracketed(sentence, version):
                yield Finding(
                    span,
                    say("`@{0}` stands alone in brackets", id),
                    say("write `({0}@{1})`", see, id),
                    edits=(Edit(Span(span.path, span.start, span.start), see),),
                )


def _bracketed(sentence: Sentence, version: Version) -> Iterator[tuple[Span, str]]:
    text = sentence.text
    for low, high in sentence.quoted if "(" in text else ():
        if text[low - 1 : low] == "(" and text[high : high + 1] == ")" and low:
            use = version.uses.get(sentence.at(low, high))
            if use and use.target and use.target.kind in _BRACKETED:
                yield use.reference.span, use.reference.target


class _Labels(Struct, frozen=True):
    """What a version numbers: ids by the word before a number and the number."""

    by_number: Mapping[tuple[str, str], str]

    @staticmethod
    def of(version: Version) -> _Labels:
        """The labels of a version's clauses, annexes, tables, figures and formulae."""
        found: dict[tuple[str, str], str] = {}
        for target in version.targets.values():
            family = _FAMILIES.get(target.kind)
            if family and target.number:
                found.setdefault((family, target.number), target.id)
        return _Labels(found)


_FAMILIES: Mapping[Kind, str] = {
    Kind.CLAUSE: "clause",
    Kind.SUBCLAUSE: "clause",
    Kind.ANNEX_SUBCLAUSE: "clause",
    Kind.ANNEX: "annex",
    Kind.TABLE: "table",
    Kind.FIGURE: "figure",
    Kind.FORMULA: "formula",
}
_NUMBER = (
    r"(?P<opened>\()?(?P<number>(?:[A-Z]\.)?\d+(?:\.\d+)*"
    r"|[A-Z](?!\w|\.\w))(?(opened)\))(?![\w%]|[.,]\d)"
)
_NOTED = (  # and the clause that it belongs to
    r"(?:(?:N(?:otes?|OTE)|notes?|E(?:xamples?|XAMPLE|xemples?|XEMPLE)|examples?|exemples?|A(?:nmerkung"
    r"(?:en)?|NMERKUNG)|B(?:eispiele?|EISPIEL))(?:[ \u00a0]\d+)?|[a-z]\))[ \u00a0]"
)
_NOTE_AFTER = (
    r",?[ \u00a0](?:N(?:ote|OTE)|E(?:xample|XAMPLE|xemple|XEMPLE)|A(?:nmerkung|NMERKUNG)"
    r"|B(?:eispiel|EISPIEL)|[a-z]\))"
)
_LABEL = r"\d|(?:nnexe?|ppendix|nhang)[ \u00a0][A-Z]"
_TYPED: dict[str, Wording] = {
    "en": wording(
        "0 1 2 3 4 5 6 7 8 9 nnex ppendix",
        r"\b(?:(?P<clause>[Cc]lauses?|[Ss]ub-?clauses?|[Ss]ections?|[Pp]aragraphs?)"
        r"|(?P<annex>[Aa]nnex(?:es)?|[Aa]ppendix)|(?P<table>[Tt]ables?)"
        r"|(?P<figure>[Ff]ig(?:ures?|s?\.))|(?P<formula>[Ff]ormula[es]?|[Ee]q(?:uations?|n?s?\.)))"
        rf"[ \u00a0]{_NUMBER}(?!\s+(?:of|to)\b)"
        rf"|\b(?:(?P<see>[Ss]ee(?:[ \n]also)?|{_NOTED}(?:of|to|in|from|under))"
        r"|[Ii]n|[Ww]ith|[Uu]nder|[Ff]rom|of|[Bb]y)[ \u00a0]"
        r"(?P<bare>(?:[A-Z]|\d+)(?:\.\d+)+)(?![\w%])"
        rf"(?(see)|(?=[).,;:](?!\d)|{_NOTE_AFTER}|\s+(?:and|or|shall|should|may|is|are|appl\w+)\b|\s*\Z))",
        needs=_LABEL,
    ),
    "fr": wording(
        "0 1 2 3 4 5 6 7 8 9 nnexe",
        r"\b(?:(?P<clause>[Aa]rticles?|[Pp]aragraphes?|[Ss]ections?)"
        r"|(?P<annex>[Aa]nnexes?)|(?P<table>[Tt]ab(?:leaux?|\.))|(?P<figure>[Ff]ig(?:ures?|\.))"
        r"|(?P<formula>[Ff]ormules?|[Éé]q(?:uations?|\.)))"
        rf"[ \u00a0]{_NUMBER}(?!\s+(?:de|du|des|d['’])\b)"
        rf"|\b(?:(?P<see>[Vv]oir(?:[ \n](?:aussi|également))?|{_NOTED}(?:de|du|en|dans|à))"
        r"|en|de|du|à|[Ss]elon|[Dd]ans)[ \u00a0]"
        r"(?P<bare>(?:[A-Z]|\d+)(?:\.\d+)+)(?![\w%])"
        rf"(?(see)|(?=[).,;:](?!\d)|{_NOTE_AFTER}|\s+(?:et|ou|doit|est|sont|s['’]appliqu\w+)\b|\s*\Z))",
        needs=_LABEL,
    ),
    "de": wording(
        "0 1 2 3 4 5 6 7 8 9 nhang nhänge",
        r"\b(?:(?P<clause>Abschnitt(?:e|en|s)?|Unterabschnitte?|Kapiteln?)"
        r"|(?P<annex>Anh[aä]nge?n?)|(?P<table>Tab(?:ellen?|\.))"
        r"|(?P<figure>Bild(?:er|ern)?|Abb(?:ildung(?:en)?|\.))"
        r"|(?P<formula>Formeln?|Gl(?:eichung(?:en)?|\.)))"
        rf"[ \u00a0]{_NUMBER}(?!\s+(?:der\b|des\b|von\s+[A-Z]{{2}}))"
        rf"|\b(?:(?P<see>[Ss]iehe(?:[ \n]auch)?|{_NOTED}(?:von|zu|in|aus))"
        r"|[Nn]ach|[Ii]n|[Vv]on|[Gg]emäß|[Mm]it)[ \u00a0]"
        r"(?P<bare>(?:[A-Z]|\d+)(?:\.\d+)+)(?![\w%])"
        rf"(?(see)|(?=[).,;:](?!\d)|{_NOTE_AFTER}|\s+(?:und|oder|muss|ist|sind|gilt|gelten)\b"
        r"|\s*\Z))",
        needs=_LABEL,
    ),
}
_OTHERS = re.compile(r"(?::\d{4}|\)|\b[A-Z]{2,}[ /][^,;]{0,30}),\s*\Z")
_DETERMINED = re.compile(
    r"\b(?:the|this|that|each|le|la|les|du|de|ce|cette|un|une|der|die|das|dem|den|des|im|zum)\s+\Z",
    _IGNORED,
)
_LOOK_BACK = 50
_NO_TITLES = frozenset(Place) - {Place.TITLE}


@rule(
    Severity.WARNING,
    dp2("10.6"),
    catalogue=("REF-05", "REF-01", "REF-02", "REF-06", "NEF-08", "LST-06"),
    fixable=True,
)
def typed_number(subject: Subject) -> Iterator[Finding]:
    """The number of a clause, annex, table, figure or formula was typed.

    It is wrong as soon as something is added before it, nobody can follow it, and it reads
    otherwise in another language. Write `@id`.
    """
    labels: dict[int, _Labels] = {}
    for one in met(subject, _TYPED, _NO_TITLES):
        known = labels.get(id(one.version)) or _Labels.of(one.version)
        labels[id(one.version)] = known
        group = "bare" if one.match["bare"] else "number"
        family = one.match.lastgroup if group == "bare" else _family(one.match)
        key = ("clause" if group == "bare" else family or "", one.match[group])
        target = known.by_number.get(key)
        before = _before(one)
        start, end = one.match.span(group)
        if target is None or _OTHERS.search(before) or touches_quoted(one.sentence, start, end):
            continue
        place = one.span(group) if group == "bare" else one.span()
        word = one.sentence.text[one.match.start() : one.match.end()]
        yield Finding(
            place,
            say("the number `{0}` is typed", one.match[group] if group == "bare" else word),
            say("write `@{0}`", target),
            edits=(Edit(place, f"@{target}"),),
        )


def _family(match: re.Match[str]) -> str | None:
    names = ("clause", "annex", "table", "figure", "formula")
    return next((name for name in names if match[name]), None)
