"""Putting a fault into a text at many places, each of which is known afterwards."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from msgspec import Struct

from tests.bench.mutations.texts import Files, Setting, clean, settled

OPEN, CLOSE = "⟦", "⟧"
"""Around the words at which the report is to point."""
CLAUSES = (
    r"^clauses/[^/]+/../\d\d-(?!foreword|introduction|scope|normative-references|terms"
    r"|vorwort|einleitung|anwendungsbereich|begriffe)[^/]*\.md$"
)
"""The files of clauses whose text obliges."""
MOST = 12
"""So many places of a text are enough."""


class Spot(Struct, frozen=True):
    """A planted fault: the file, and the words to point at."""

    path: str
    start: int
    end: int


class Mutated(Struct, frozen=True):
    """A workspace with faults planted, all of one kind."""

    files: Files
    spots: tuple[Spot, ...]


Plant = Callable[[str, int], str]
"""Marks faults in the text of a file; it is told how many were planted before."""


Change = Mapping[str, str | None]
"""Files of a copy of the workspace: the new text with its marks, or None where a file is gone."""
Edit = Callable[[Files], Iterator[Change]]
"""Makes changes of whole workspaces, each in a copy of its own."""


class Fault(Struct, frozen=True):
    """One kind of fault in one language.

    `plant` gives a text with marks at each planted fault; `where` says which files it may look at.
    `edit` does so for faults that more than one file makes, and has a copy for each place. `also`
    are rules that rightly speak of the same words; `apart` says that each place needs a copy of the
    workspace to itself; `near` that the report stands somewhere in the same file, because nobody
    can say which of two paragraphs is the one too many. `text` names the clean text where it is not
    that of the language, `setting` what is changed in it before, without a fault.
    """

    rule: str
    language: str
    plant: Plant | None = None
    where: str = CLAUSES
    also: tuple[str, ...] = ()
    apart: bool = False
    near: bool = False
    edit: Edit | None = None
    text: str = ""
    setting: Setting = ()

    @property
    def clean(self) -> Files:
        """The text without the fault."""
        return settled(clean(self.text or self.language), self.setting)


def mutants(fault: Fault) -> Iterator[Mutated]:
    """The workspaces that a kind of fault makes of a clean one."""
    if fault.edit is not None:
        yield from (_changed(fault.clean, each) for each in islice(fault.edit(fault.clean), MOST))
    elif fault.plant is not None:
        yield from _planted(fault, fault.plant, fault.clean)


def _changed(clean: Files, change: Change) -> Mutated:
    files, spots = dict(clean), []
    for path, marked in change.items():
        if marked is None:
            del files[path]
        else:
            text, found = unmarked(path, marked)
            files[path] = text.encode()
            spots += found
    return Mutated(files, tuple(spots))


def _planted(fault: Fault, plant: Plant, clean: Files) -> Iterator[Mutated]:
    files, spots = dict(clean), []
    for path in sorted(path for path in clean if re.search(fault.where, path)):
        marked = plant(clean[path].decode(), len(spots))
        text, found = unmarked(path, marked)
        if found and len(spots) < MOST:
            if fault.apart:
                yield Mutated({**clean, path: text.encode()}, tuple(found))
            files[path] = text.encode()
            spots += found
    if spots and not fault.apart:
        yield Mutated(files, tuple(spots))


def unmarked(path: str, marked: str) -> tuple[str, list[Spot]]:
    """The text without its marks, and the places that they stood around."""
    parts = re.split(f"[{OPEN}{CLOSE}]", marked)
    spots, at = [], 0
    for number, part in enumerate(parts):
        if number % 2:
            spots.append(Spot(path, at, at + len(part)))
        at += len(part)
    return "".join(parts), spots


def body(text: str) -> int:
    """Where the body of a file begins."""
    end = text.find("\n---\n", 4)
    return end + 5 if text.startswith("---\n") and end >= 0 else 0


NOUNS = {
    "en": "the lobby|the lift|the shop|the car park|the garden|the waiting room|the entrance|the "
    "counter|the exit|the telephone line|the stairs|the workshop|the archive|the kitchen",
    "fr": "le hall|l'ascenseur|la boutique|le parc|le jardin|la salle d'attente|l'entrée|le guichet|"
    "la sortie|la ligne téléphonique|l'escalier|l'atelier|l'archive|la cuisine",
    "de": "die Werkbank|das Lager|die Halle|das Tor|die Kasse|das Büro|die Treppe|das Schaufenster|"
    "die Theke|das Regal|die Tür|das Dach|die Küche|das Archiv",
}
_PLAIN = re.compile(
    r"(?:(?<=\n\n)|(?<=\A\n))(?!NOTE|EXAMPLE|EXEMPLE|ANMERKUNG|BEISPIEL)[A-ZÀÉÄÖÜ][^\n|<>]*\.(?=\n\n|\n?\Z)"
)


def sentences(language: str, *templates: str, most: int = 2) -> Plant:
    """Add a sentence to paragraphs of running text; `{x}` is a thing, another at each place."""
    nouns = NOUNS[language].split("|")

    def plant(text: str, planted: int) -> str:
        count = planted

        def longer(match: re.Match[str]) -> str:
            nonlocal count
            said = templates[count % len(templates)].format(x=nouns[count % len(nouns)])
            count += 1
            return f"{match.group()} {said}"

        return _in_body(_PLAIN, longer, text, most)

    return plant


def blocks(language: str, *templates: str) -> Plant:
    """Add a block after paragraphs of running text; `{x}` is a thing, `{n}` a number."""
    nouns = NOUNS[language].split("|")

    def plant(text: str, planted: int) -> str:
        count = planted

        def followed(match: re.Match[str]) -> str:
            nonlocal count
            said = templates[count % len(templates)]
            said = said.replace("{x}", nouns[count % len(nouns)]).replace("{n}", str(count))
            count += 1
            return f"{match.group()}\n\n{said}"

        return _in_body(_PLAIN, followed, text, 1)

    return plant


def swap(pattern: str, replacement: str, most: int = 3, front: bool = False) -> Plant:
    """Replace what matches in the body (or the front matter); the replacement holds the marks."""
    known = re.compile(pattern, re.MULTILINE)

    def plant(text: str, planted: int) -> str:
        if front:
            at = body(text) or len(text)
            return known.sub(replacement, text[:at], most) + text[at:]
        return _in_body(known, lambda match: match.expand(replacement), text, most)

    return plant


def _in_body(
    pattern: re.Pattern[str], made: Callable[[re.Match[str]], str], text: str, most: int
) -> str:
    at = body(text)
    return text[:at] + pattern.sub(made, text[at:], most)
