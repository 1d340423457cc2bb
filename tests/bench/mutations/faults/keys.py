"""What `standard.yml` and `references.yml` declare beside the text that it is about."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.mutations.faults.edits import END, HOME, STANDARD, changing, without
from tests.bench.mutations.plant import Change, Edit, Fault, blocks, sentences
from tests.bench.mutations.texts import LANGUAGES, Files, Setting

CLAUSES = {
    "en": ("improvement", "annex-indicators", "improvment", "annex-grid", "introduction"),
    "fr": ("improvement", "annex-indicators", "improvements", "annex-grid", "foreword"),
    "de": ("annahme", "anhang-protokoll", "annahmen", "anhang-rechnung", "vorwort"),
}
"""A clause, a normative annex, a misspelt clause, an informative annex, and another such part."""
ALSO = ("parity", "wording", "typography")
ACTS = ("Directive 2099/1/EU", "Regulation (EU) 2099/2")


def legislation() -> Iterator[Fault]:
    """A row of Annex ZA, or what goes with it, is wrong."""
    for code in LANGUAGES:
        clause, annex, lost, informative, front = CLAUSES[code]
        wrong = {
            "unknown-clause": (f"[{clause}, ⟦{lost}⟧]", "[⟦4-2⟧]", f"[{annex}, ⟦{clause}-x⟧]"),
            "informative-clause": (f"[⟦{informative}⟧]", f"[{annex}, ⟦{front}⟧]"),
        }
        for rule, named in wrong.items():
            rows = (f'{{requirement: "Annex I, 1.2", clauses: {ids}}}' for ids in named)
            yield _planted(rule, code, *((_annex_z(row),) for row in rows))
        uncovered = ("{requirement: ⟦I 1.2⟧}", "{requirement: ⟦I 1.2⟧, clauses: []}")
        yield _planted("uncovered-requirement", code, *((_annex_z(row),) for row in uncovered))
        row = f"{{requirement: Annex I, clauses: [{clause}]}}"
        asked = (STANDARD, "^standardization_request(?=:)", r"⟦\g<0>⟧")
        yield _planted("no-request", code, *((_annex_z(row, act, "null"), asked) for act in ACTS))
        kinds = [
            (_annex_z(row, key="⟦annex_z⟧"), (STANDARD, "^type: EN$", f"type: {kind}"))
            for kind in ("TS", "Guide")
        ]
        also = ("foreword", "structure", "titles", "places", "legislation")
        yield Fault("legislation/not-a-standard", code, edit=changing(*kinds), also=also)
        other = "de" if code != "de" else "fr"
        half = (
            _annex_z(row, f"{{{other}: Rechtsakt 2099/1}}", act_key="⟦act⟧"),
            _annex_z(f"{{requirement: Annex I, clauses: [{clause}], ⟦remarks⟧: {{{other}: Ja}}}}"),
        )
        yield _planted("missing-language", code, *((each,) for each in half))


def _planted(rule: str, code: str, *settings: Setting) -> Fault:
    return Fault(f"legislation/{rule}", code, edit=changing(*settings))


def _annex_z(
    row: str, act: str = ACTS[0], request: str = "M/517", key: str = "annex_z", act_key: str = "act"
) -> tuple[str, str, str]:
    lines = f"{key}:\n  {act_key}: {act}\n  request: {request}\n  rows:\n    - {row}\n"
    return STANDARD, END, lines


FILES = {
    "en": ("the grid", "the data", "the code"),
    "fr": ("la grille", "les données", "le code"),
    "de": ("das Raster", "die Daten", "den Code"),
}
NAMES = ("grid.csv", "data.json", "code/run.py")
LINKED = {
    "en": "See ⟦{}⟧ for {{x}}.",
    "fr": "Voir ⟦{}⟧ pour {{x}}.",
    "de": "Siehe ⟦{}⟧ für {{x}}.",
}
DRAWN = {
    "en": ("1", "Ask first", "then answer"),
    "fr": ("1", "Demander", "puis répondre"),
    "de": ("1", "Fragen", "dann antworten"),
}
WORDS = {
    "en": ("organization", "company", "The {x} belongs to the ⟦company⟧.", "⟦Companies⟧ like {x}."),
    "fr": (
        "organisme",
        "entreprise",
        "{x} : une ⟦entreprise⟧ le sait.",
        "Les ⟦entreprises⟧ aiment {x}.",
    ),
    "de": (
        "Betrieb",
        "Unternehmen",
        "Das ⟦Unternehmen⟧ kennt {x}.",
        "Hier sieht man {x} des ⟦Unternehmens⟧.",
    ),
}
"""The word that is preferred, one that is not, and sentences with it."""


def declared() -> Iterator[Fault]:
    """Files, words, patents and documents of other publishers."""
    for code in LANGUAGES:
        yield from _files(code)
        yield Fault("structure/patents-without-introduction", code, edit=_patents(code), also=GONE)
        word, other, *sentences_ = WORDS[code]
        line = (STANDARD, END, f"preferred_words: {{{code}: {{{word}: [{other}]}}}}\n")
        plant = sentences(code, *sentences_)
        yield Fault("wording/other-word", code, plant, setting=(line,), also=ALSO)


def drawings() -> Iterator[Fault]:
    """A drawing with words in one language."""
    for code, texts in DRAWN.items():
        svg = "".join(f"<text x='1' y='2'>{each}</text>" for each in texts)
        path = f"{HOME[code]}/images/planted.svg"
        there = (path, "", f"<svg xmlns='http://www.w3.org/2000/svg'>{svg}</svg>")
        figure = f'![{texts[0]}](⟦images/planted.svg⟧){{#fig-planted-{{n}} alt="{texts[1]} {{x}}"}}'
        also = ("figures", "references", "parity", "images/unused-image", "languages")
        yield Fault(
            "images/words-in-picture", code, blocks(code, figure), setting=(there,), also=also
        )


def _files(code: str) -> Iterator[Fault]:
    entry = "  - {{file: {0}, obligation: informative}}\n"
    listed = [f"files/{name}" for name in NAMES]
    lines = [entry.format(f"⟦{path}⟧") for path in listed]
    key = "supplementary_files:\n"
    changes = [((STANDARD, END, key + line),) for line in lines]
    also = ("supplementary-files",)
    yield Fault("supplementary-files/missing", code, edit=changing(*changes), also=also)
    home = HOME[code]
    there = [
        (*change, (f"{home}/{path}", "", "1")) for change, path in zip(changes, listed, strict=True)
    ]
    yield Fault("supplementary-files/not-referred-to", code, edit=changing(*there))
    links = [f"[{words}]({path})" for words, path in zip(FILES[code], listed, strict=True)]
    told = [LINKED[code].format(link) for link in links]
    yield Fault("supplementary-files/not-listed", code, blocks(code, *told), also=ALSO)


GONE = ("references", "symbols", "terms", "lists", "footnotes", "languages", "structure")
"""What an introduction that is gone leaves behind."""


def _patents(code: str) -> Edit:
    opening = rf"^{HOME[code]}/{code}/00-(?:introduction|einleitung)"
    entries = (
        "{subject: ⟦Wheels⟧, holder: Example Ltd}",
        "{subject: ⟦Doors⟧, holder: A, address: B}",
    )
    each = [without(opening, (STANDARD, END, f"patents:\n  - {entry}\n")) for entry in entries]

    def edit(files: Files) -> Iterator[Change]:
        for one in each:
            yield from one(files)

    return edit
