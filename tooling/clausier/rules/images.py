"""The images of a deliverable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import normpath

from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Part, Subject
from clausier.model.block import Figure, Picture
from clausier.model.prose import prose
from clausier.source.diagnostic import Severity, say
from clausier.source.place import Span

_WORD = re.compile(r"[^\W\d_]{3,}")
_SIGNS = frozenset(("min", "max", "mol", "rad", "bar", "dia", "sin", "cos", "tan", "log"))
_FLOW_CHART = re.compile(
    r"\bflow[ -]?(?:chart|diagram|sheet)|\borganigramme|\b(?:logi|ordino)gramme|\bdiagramme de flux"
    r"|Flie(?:ß|ss)(?:bild|schema|diagramm)|Flussdiagramm|Ablauf(?:diagramm|plan|schema)|\bAblauf\b",
    re.IGNORECASE,
)


@rule(Severity.WARNING, dp2("28.5.3"), catalogue=("FIG-05",))
def words_in_picture(subject: Subject) -> Iterator[Finding]:
    """A drawing holds words.

    Words in a picture stay in one language when the text is translated, and cannot be enlarged or
    read aloud. Write key numbers there, and explain them in a key beneath. A flow chart, called so
    in its title or description, keeps its words.
    """
    for part in subject.parts:
        for block in part.contents.blocks if part.version else ():
            if isinstance(block, Figure) and not _is_flow_chart(block):
                yield from _worded(subject, part, block.pictures)


def _is_flow_chart(figure: Figure) -> bool:
    said = (prose(figure.title).text, *(each.alternative for each in figure.pictures))
    return any(map(_FLOW_CHART.search, said))


def _worded(subject: Subject, part: Part, pictures: tuple[Picture, ...]) -> Iterator[Finding]:
    for picture in pictures:
        drawn = subject.workspace.drawn.get(normpath(f"{part.folder}/{picture.path}"), ())
        word = next((each for text in drawn for each in _words(text)), None)
        if word is not None:
            yield Finding(
                picture.path_span,
                say("the drawing `{0}` holds words, such as `{1}`", picture.path, word),
                say("write key numbers there, and explain them in a key"),
            )


def _words(text: str) -> Iterator[str]:
    """The words of a drawing: no abbreviations in capitals, no names of functions."""
    for word in _WORD.findall(text):
        if word[1:].islower() and word.lower() not in _SIGNS:
            yield word


@rule(Severity.INFO)
def unused_image(subject: Subject) -> Iterator[Finding]:
    """An image is shown nowhere.

    It was perhaps replaced, or its figure was taken out of the text. Show it in a figure, or
    delete the file.
    """
    shown = {
        f"{part.folder}/{picture.path}"
        for part in subject.parts
        for picture in part.contents.pictures
    }
    folders = tuple(f"{one.folder}/images/" for one in subject.workspace.deliverables)
    for path in sorted(subject.workspace.files - shown):
        if path.startswith(folders):
            yield Finding(
                Span(path, 0, 0),
                say("nothing shows the image `{0}`", path.rpartition("/")[2]),
                say("show it in a figure, or delete the file"),
            )
