"""What points somewhere: cross-references, links within the file, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from clausier.review.word.file import Para, WordFile
from clausier.review.word.rule import Found, word_rule
from clausier.source.diagnostic import Severity, say
from clausier.write.docx.codes import codes
from clausier.write.docx.markup import W

_W = f"{{{W}}}"
_FIELD = re.compile(r"\s*(?:REF|PAGEREF|NOTEREF)\s+\"?([^\s\"\\]+)", re.IGNORECASE)
_ERROR = re.compile(
    r"(?:Error!|Erreur\s?!|Fehler!)\s*(?:Bookmark|Reference|Signet|Source|Textmarke|Verweis)"
)


@word_rule(Severity.ERROR, "DOC-05")
def broken_reference(file: WordFile) -> Iterator[Found]:
    """A cross-reference points at nothing.

    Word shows `Error! Reference source not found.` when the fields are updated, if not already.
    Insert the reference anew, or point it at what is left.
    """
    marks = {
        str(mark.get(f"{_W}name"))
        for story in file.stories
        for mark in story.root.iter(f"{_W}bookmarkStart")
    }
    asked = {code.node: code.text for story in file.stories for code in codes(story.root)}
    for paragraph in file.paragraphs():
        for name in dict.fromkeys(_targets(paragraph, asked)):
            if name not in marks:
                yield Found(
                    paragraph.span,
                    say("reference to `{0}`, which is not in the file", name),
                    say("insert the reference anew"),
                )
        if _ERROR.search(paragraph.text):
            yield Found(
                paragraph.span,
                say("reference that Word could not resolve"),
                say("insert the reference anew"),
            )


def _targets(paragraph: Para, asked: Mapping[Any, str]) -> Iterator[str]:
    for sign in paragraph.node.iter(f"{_W}fldChar", f"{_W}fldSimple"):
        found = _FIELD.match(asked.get(sign, ""))
        if found:
            yield found[1]
    for link in paragraph.node.iter(f"{_W}hyperlink"):
        anchor = link.get(f"{_W}anchor")
        if anchor and anchor != "_top":
            yield str(anchor)


@word_rule(Severity.ERROR, "DOC-06")
def unmatched_footnote(file: WordFile) -> Iterator[Found]:
    """A footnote has no sign in the text, or a sign no footnote.

    A footnote that nothing refers to is lost when the file is converted. Delete it, or put its
    sign where it belongs.
    """
    root = file.part("/footnotes")
    notes = {} if root is None else {str(n.get(f"{_W}id")): n for n in _notes(root)}
    called: set[str] = set()
    for paragraph in file.document.paragraphs:
        for sign in paragraph.node.iter(f"{_W}footnoteReference"):
            id = str(sign.get(f"{_W}id"))
            called.add(id)
            if id not in notes:
                yield Found(
                    paragraph.span, say("sign of a footnote that is not there"), say("delete it")
                )
    for id in notes.keys() - called:
        words = "".join(text.text or "" for text in notes[id].iter(f"{_W}t")).strip()
        yield Found(
            file.whole,
            say("footnote `{0}` is called nowhere", words[:60]),
            say("delete it, or put its sign in the text"),
        )


def _notes(root: Any) -> Iterator[Any]:
    for note in root.iter(f"{_W}footnote"):
        if note.get(f"{_W}type") in (None, "normal"):
            yield note
