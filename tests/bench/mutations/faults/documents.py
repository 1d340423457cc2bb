"""Documents cited otherwise than they are to be, and references that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.bench.mutations.faults.edits import END, HOME, LISTED, along, changing
from tests.bench.mutations.faults.kinds import TERMS, said
from tests.bench.mutations.plant import CLAUSES, Edit, Fault, Plant, body, sentences

OBLIGES = {
    "en": "The organization shall look after {x} in accordance with ⟦@planted⟧.",
    "fr": "L'organisme doit entretenir {x} conformément à ⟦@planted⟧.",
    "de": "Die Werkstatt muss {x} nach ⟦@planted⟧ pflegen.",
}
INFORMS = {
    "en": "Guidance on {x} is given in ⟦@planted⟧.",
    "fr": "Un avis, comme {x}, figure dans ⟦@planted⟧.",
    "de": "Hinweise, auch auf {x}, gibt ⟦@planted⟧.",
}
TITLES = "{en: Cleaning of rooms, fr: Nettoyage des salles, de: Reinigung von Räumen}"
LEVELS = {"en": ("iso-10002", "2018"), "fr": ("iso-10002", "2018"), "de": ("iso-99911", "2019")}
"""A document that a requirement cites, with its date."""


def entry(number: str, date: str = "", more: str = "", title: str = TITLES) -> str:
    """A document of `references.yml`, marked where a report on the document is to stand."""
    dated = f'  date: "{date}"\n' if date else ""
    return f"⟦planted⟧:\n  number: {number}\n{dated}{more}  title: {title}\n"


def cited(code: str, sentence: str, listed: str, where: str = CLAUSES) -> Edit:
    """A document is added and cited once, in each clause in turn."""
    return along(where, sentences(code, sentence, most=1), (LISTED, END, listed))


def unmarked(text: str) -> str:
    """Without marks, because the report stands elsewhere."""
    return re.sub("[⟦⟧]", "", text)


def normative_references() -> Iterator[Fault]:
    for code, (known, date) in LEVELS.items():
        number = known.replace("-", " ").upper()
        yield from _entries(code, number, date)
        for sentence in SEEN[code]:
            edit = cited(code, sentence, unmarked(entry("ISO 99801", "2020")))
            yield Fault("references/see-for-what-applies", code, edit=edit)
        for system in ("ISO 9001", "ISO 14001", "EN ISO 9001", "ISO/IEC 27001"):
            yield Fault(
                "normative-references/management-system",
                code,
                edit=cited(
                    code, OBLIGES[code], unmarked(entry(system, "2015")), r"^clauses/.*/0[4-7]-"
                ),
            )
        for status, listed in (
            ("draft", entry("prEN 99801", "", "  status: draft\n")),
            ("withdrawn", entry("ISO 99801", "2004", "  status: withdrawn\n")),
        ):
            edit = cited(code, OBLIGES[code], unmarked(listed))
            yield Fault(f"normative-references/{status}", code, edit=edit)
        for number, conditions in (
            ("VDI 4001", "[notice]"),
            ("ASTM D1", "[]"),
            ("NFPA 101", "null"),
        ):
            listed = entry(number, "2019", f"  conditions: {conditions}\n")
            edit = cited(code, unmarked(OBLIGES[code]), listed)
            yield Fault("normative-references/unsettled-conditions", code, edit=edit)
        for bare in ("ISO 99801", "IEC 99802", "ISO/IEC 99803"):
            other = f"adoption:\n  number: EN {bare}\n  title: {TITLES}\n"
            edit = cited(code, unmarked(INFORMS[code]), entry(bare) + other)
            also = ("references/unused-document",)
            yield Fault("normative-references/adopted", code, edit=edit, also=also)
        yield Fault("normative-references/typed-list", code, edit=_typed(code), also=_TYPED)
        other = {"en": "{fr: Nettoyage}", "fr": "{en: Cleaning}", "de": "{en: Cleaning}"}[code]
        listed = entry("ISO 99801", "2020", title=other)
        edit = cited(code, unmarked(OBLIGES[code]), listed)
        yield Fault("normative-references/untranslated-title", code, edit=edit)


SEEN = {
    "en": (
        "The width of {x} shall be measured (see ⟦@planted⟧).",
        "The noise in {x} shall then be determined once a year, see ⟦@planted⟧.",
    ),
    "fr": (
        "Le bruit, avec {x}, doit être mesuré (voir ⟦@planted⟧).",
        "Le résultat, avec {x}, doit ensuite être vérifié chaque année, voir ⟦@planted⟧.",
    ),
    "de": (
        "Der Lärm muss, mit Blick auf {x}, gemessen werden (siehe ⟦@planted⟧).",
        "Der Lärm ist, mit Blick auf {x}, jährlich zu prüfen, siehe ⟦@planted⟧.",
    ),
}
"""What is to be done, and a document that is only pointed at."""


def _entries(code: str, number: str, date: str) -> Iterator[Fault]:
    """What is wrong in an entry that an informative sentence cites."""
    for rule, listed in (
        ("dated-and-undated", entry(number)),
        ("same-document-twice", entry(number, date)),
        ("dated-series", entry("ISO 99801", "2019", "  parts: all\n")),
    ):
        edit = cited(code, unmarked(INFORMS[code]), listed)
        yield Fault(f"normative-references/{rule}", code, edit=edit)
    for directives, year in (
        ("ISO/IEC Directives, Part 2", "2021"),
        ("CEN/CENELEC Internal Regulations, Part 3", "2022"),
    ):
        edit = cited(code, INFORMS[code], unmarked(entry(directives, year)))
        yield Fault("normative-references/directives", code, edit=edit)


_TYPED = (
    "cross-references/title-for-number",
    "cross-references/typed-document",
    "lists",
    "wording/foreign-sentence",
    "typography",
)
TYPED = {
    "en": "ISO 10002:2018, Quality management — Customer satisfaction",
    "fr": "ISO 10002:2018, Management de la qualité — Satisfaction des clients",
    "de": "ISO 99911:2019, Fahrräder — Drehmomente von Schraubverbindungen",
}


def _typed(code: str) -> Edit:
    path = f"{HOME[code]}/{code}/02-normative-references.md"
    head = "---\nid: normative-references\nkind: normative-references\n---\n\n"
    forms = (f"⟦{TYPED[code]}⟧\n", f"- ⟦{TYPED[code]}⟧\n", f"1. ⟦{TYPED[code]}⟧\n")
    return changing(*(((path, "", head + form),) for form in forms))


def documents() -> Iterator[Fault]:
    """Parts of what has no date, what nobody cites, and a text that points at itself."""
    for code in LEVELS:
        part = {
            "en": "What is said of {x} in ⟦@planted#4.2⟧ is short.",
            "fr": "Ce que dit ⟦@planted#4.2⟧ est bref, comme {x}.",
            "de": "Was in ⟦@planted#4.2⟧ steht, betrifft {x}.",
        }[code]
        edit = cited(code, part, unmarked(entry("ISO 99801")))
        yield Fault("references/part-of-undated-document", code, edit=edit)
        source = r"\1\nsource: {reference: ⟦planted⟧, clause: '3.2'}"
        edit = along(TERMS, _sourced(source), (LISTED, END, unmarked(entry("ISO 99801"))))
        yield Fault("references/part-of-undated-document", code, edit=edit)
        yield Fault("references/to-itself", code, _to_itself(code), apart=True)
        also = ("bibliography/incomplete",)
        yield Fault("references/unused-document", code, edit=_unused(code), also=also)
        yield Fault("references/unused-annex", code, edit=_uncited(code), also=_UNCITED)
    yield from said(
        "references/part-of-this-text",
        en="What is said of {x} in ⟦@promise#4.2⟧ is short. | The places of ⟦@seven-principles#table-1⟧ and {x} are small.",
        fr="Ce que dit ⟦@promise#4.2⟧ est bref, comme {x}.",
        de="Was in ⟦@empfang#4.2⟧ steht, betrifft {x}.",
        also=("references/to-itself",),
    )


def _sourced(source: str) -> Plant:
    def plant(text: str, planted: int) -> str:
        if "\nsource:" in text:
            return text
        return re.sub(r"^(term: .*)$", source, text, count=1, flags=re.MULTILINE)

    return plant


def _to_itself(code: str) -> Plant:
    said_ = {
        "en": "The records of ⟦@{}⟧ are kept for a year.",
        "fr": "Les enregistrements de ⟦@{}⟧ sont gardés un an.",
        "de": "Die Aufzeichnungen nach ⟦@{}⟧ liegen ein Jahr vor.",
    }[code]

    def plant(text: str, planted: int) -> str:
        at = body(text)
        known = re.compile(r"^(#{2,3} [^\n]*\{#([\w-]+)\}\n\n[A-ZÀÉ][^\n{]*\.)(?=\n)", re.MULTILINE)
        return text[:at] + known.sub(
            lambda match: f"{match[1]} {said_.format(match[2])}", text[at:], 1
        )

    return plant


def _unused(code: str) -> Edit:
    forgotten = {
        "en": (r" \(see @heskett-1994\)", "heskett-1994"),
        "fr": (r" \(voir @heskett-1994\)", "heskett-1994"),
        "de": (r", siehe @muster-2015(?=\.)", "muster-2015"),
    }[code]
    entries = (
        entry("ISO 99801", "2019"),
        entry("CEN/TS 99801"),
        f"⟦planted⟧:\n  type: book\n  title: {TITLES}\n",
    )
    cut = (
        (r"^clauses/.*\.md$", forgotten[0], ""),
        (r"^clauses/.*\.md$", r"\n>\n> Quelle: @muster-2015", ""),
        (LISTED, f"^{forgotten[1]}:", f"⟦{forgotten[1]}⟧:"),
    )
    return changing(cut, *(((LISTED, END, each),) for each in entries))


_UNCITED = ("annexes", "trace", "places")


def _uncited(code: str) -> Edit:
    path = f"{HOME[code]}/{code}/C-planted.md"
    said_ = {
        "en": ("Plan of a counter", "The plan shows a counter and a door."),
        "fr": ("Plan d'un guichet", "Le plan montre un guichet et une porte."),
        "de": ("Plan einer Theke", "Der Plan zeigt eine Theke und eine Tür."),
    }[code]
    forms = (
        f"---\nid: ⟦annex-planted⟧\nkind: annex\ntitle: {said_[0]}\nobligation: {status}\n---\n\n{said_[1]}\n"
        for status in ("informative", "normative")
    )
    cut = {
        "en": (r" A grid for this purpose is given for information in @annex-grid\.", "B"),
        "fr": (r" Une grille à cet usage est donnée pour information à @annex-grid\.", "B"),
        "de": (r" Wie gerechnet wird, zeigt @anhang-rechnung\.", "A"),
    }[code]
    forgotten = (
        (r"^clauses/.*\.md$", cut[0], ""),
        (rf"^clauses/.*/{cut[1]}-", r"^(id: )(.*)$", r"\1⟦\2⟧"),
    )
    return changing(forgotten, *(((path, "", form),) for form in forms))
