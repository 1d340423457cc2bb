"""Clauses that are missing, doubled, too deep, or alone; and the list of symbols."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.bench.mutations.faults.edits import HOME, changing, turns, without
from tests.bench.mutations.faults.kinds import FOREWORD
from tests.bench.mutations.plant import CLAUSES, Change, Edit, Fault, Plant
from tests.bench.mutations.texts import Files

BODY = r"^clauses/.*/(?:0[4-9]|1\d|[A-Z])-[^/]*\.md$"
NAMES = {
    "en": ("Cleaning", "Rooms", "Windows", "Doors", "The room is cleaned at night."),
    "fr": ("Nettoyage", "Salles", "Fenêtres", "Portes", "La salle est nettoyée la nuit."),
    "de": ("Reinigung", "Räume", "Fenster", "Türen", "Der Raum wird nachts gereinigt."),
}


def outline() -> Iterator[Fault]:
    """What an editor leaves behind who moves, copies and divides clauses."""
    for code, (clean, rooms, windows, doors, text) in NAMES.items():
        deep = (
            f"## {clean} {{#deep-a}}\n\n### {rooms} {{#deep-b}}\n\n#### {windows} {{#deep-c}}\n\n"
            f"##### ⟦{windows} 1⟧ {{#deep-d}}\n\n{text}\n\n##### ⟦{windows} 2⟧ {{#deep-e}}\n\n{text}\n\n"
            f"#### {doors} {{#deep-f}}\n\n{text}\n\n### {doors} {{#deep-g}}\n\n{text}"
        )
        plant = _appended(deep)
        yield Fault("structure/deep-subclause", code, plant, CLAUSES, _DEEP, apart=True)
        plant = turns(r"^(## [^\n]*\n)\n(?=[^#\n])", rf"\1\n### ⟦{clean}⟧ {{#alone}}\n\n")
        yield Fault("structure/only-subclause", code, plant, BODY, apart=True)
        plant = turns(
            r"^(## )([^\n{]+)( \{#[^\n]*\n(?:(?!## )[^\n]*\n)*?## )[^\n{]+( \{#)", r"\1\2\3⟦\2⟧\4"
        )
        yield Fault("structure/repeated-title", code, plant, BODY, apart=True)
        yield Fault("structure/sibling-without-title", code, _second_untitled, BODY, apart=True)
        yield Fault("structure/subclauses-without-titles", code, _untitled, BODY, apart=True)
        yield from _documents(code)


_DEEP = ("structure/repeated-title",)


def _appended(block: str) -> Plant:
    return lambda text, planted: f"{text.rstrip()}\n\n{block}\n"


def _second_untitled(text: str, planted: int) -> str:
    """The second subclause of the first level loses its title."""
    titles = list(re.finditer(r"^## ([^\n{]+)(\{#[\w-]+\})$", text, re.MULTILINE))
    if len(titles) < 2:
        return text
    return f"{text[: titles[1].start(1)]}⟦{titles[1][2]}⟧{text[titles[1].end() :]}"


def _untitled(text: str, planted: int) -> str:
    """All subclauses of the first level lose their titles."""
    bare = re.sub(r"^## [^\n{]+(\{#[\w-]+\})$", r"## \1", text, flags=re.MULTILINE)
    return re.sub(r"^## (\{#[\w-]+\})$", r"## ⟦\1⟧", bare, count=1, flags=re.MULTILINE)


def _documents(code: str) -> Iterator[Fault]:
    """Whole files that are missing, or are there twice."""
    home = f"{HOME[code]}/{code}"
    first, last = rf"^{home}/00-(?:foreword|vorwort)", rf"^{home}/B-"
    edit = without(rf"^{home}/01-", (first, r"^(id: )(.*)$", r"\1⟦\2⟧"))
    yield Fault("structure/missing-scope", code, edit=edit)
    edit = _bare(home, (last, r"^(id: )(.*)$", r"\1⟦\2⟧"))
    yield Fault("structure/no-technical-clause", code, edit=edit, also=_BARE)
    for number, kind in COPIES if code != "de" else (*COPIES[:3], COPIES[-1]):
        yield Fault("structure/two-of-a-kind", code, edit=_copied(home, number, kind), also=_TWICE)
    doubled = ("normative-references", "bibliography") if code == "de" else ("bibliography",)
    for kind in doubled:
        yield Fault("structure/two-of-a-kind", code, edit=_empty_twice(home, kind), also=_TWICE)
    for kind, plant in _divisions(code):
        where = FOREWORD if kind == "foreword" else rf"^{home}/02-"
        path = f"{home}/02-normative-references.md"
        file = "---\nid: normative-references\nkind: normative-references\n---\n"
        setting = () if kind == "foreword" else ((path, "", file),)
        yield Fault("structure/divided", code, plant, where, _DIVIDED, setting=setting)


COPIES = (
    ("00", "foreword"),
    ("00", "introduction"),
    ("01", "scope"),
    ("02", "normative-references"),
    ("03", "terms"),
)
_BARE = (
    "annexes",
    "bibliography",
    "footnotes",
    "images",
    "normative-references",
    "principles",
    "proceedings",
    "proposals",
    "references",
    "terms",
    "trace",
)
_DIVIDED = (
    "structure/hanging-paragraph",
    "structure/only-subclause",
    "structure/empty-clause",
    "normative-references/typed-list",
)
_TWICE = ("scope", "trace", "wording/repeated-requirement", "ids", "structure/repeated-title")


def _divisions(code: str) -> Iterator[tuple[str, Plant]]:
    clean, rooms, _, doors, text = NAMES[code]
    yield (
        "foreword",
        lambda text, planted: re.sub(
            r"(?<=---\n)\n(?=\w)", f"\n## ⟦{rooms}⟧ {{#divided-a}}\n\n", text, count=1
        ),
    )
    yield (
        "foreword",
        _appended(
            f"## ⟦{clean}⟧ {{#divided-a}}\n\n{text}\n\n## ⟦{doors}⟧ {{#divided-b}}\n\n{text}"
        ),
    )
    yield (
        "normative-references",
        _appended(f"## ⟦{clean}⟧ {{#divided-a}}\n\n## ⟦{doors}⟧ {{#divided-b}}"),
    )
    yield (
        "normative-references",
        _appended(f"## ⟦ISO⟧ {{#divided-a}}\n\n{text}\n\n## ⟦CEN⟧ {{#divided-b}}\n\n{text}"),
    )


def _bare(home: str, marked: tuple[str, str, str]) -> Edit:
    """All clauses after the terms are gone, as in an outline that somebody has only begun."""

    def edit(files: Files) -> Iterator[Change]:
        gone = [path for path in files if re.search(rf"^{home}/(?:0[4-9]|1\d)-", path)]
        for change in changing((marked,))(files):
            yield {**change, **dict.fromkeys(gone)}

    return edit


def _copied(home: str, number: str, kind: str) -> Edit:
    """An older state of a file, kept beside the new one under another id."""

    def edit(files: Files) -> Iterator[Change]:
        for path in sorted(files):
            text = files[path].decode() if path.startswith(f"{home}/{number}-") else ""
            if f"\nkind: {kind}\n" in text:
                old = re.sub(r"^(id: )(.*)\n(kind: .*)$", r"\1⟦\2-2\n\3⟧", text, flags=re.M)
                ids = re.sub(r"\{#([\w-]+)\}", r"{#\1-2}", old)
                yield {path.replace(".md", "_old.md"): ids}

    return edit


def _empty_twice(home: str, kind: str) -> Edit:
    def edit(files: Files) -> Iterator[Change]:
        head = "---\nid: {}\nkind: {}\n---\n"
        yield {
            f"{home}/97-one.md": head.format("one", kind),
            f"{home}/98-two.md": head.format("⟦two", f"{kind}⟧"),
        }

    return edit
