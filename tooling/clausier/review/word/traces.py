"""What must not be left in a file: changes, comments, colours, programs, people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from clausier.review.word.file import WordFile, placed, value
from clausier.review.word.rule import Found, word_rule
from clausier.source.diagnostic import Severity, say
from clausier.source.place import Span
from clausier.write.docx.codes import codes
from clausier.write.docx.foreign import active, outside, root_of
from clausier.write.docx.markup import W

_W = f"{{{W}}}"
_CHANGES = tuple(
    f"{_W}{name}"
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "trPrChange",
        "tcPrChange", "tblPrExChange", "tblGridChange", "sectPrChange", "cellIns", "cellDel",
        "cellMerge", "numberingChange", "customXmlInsRangeStart", "customXmlDelRangeStart",
        "customXmlMoveFromRangeStart", "customXmlMoveToRangeStart",
    )
)  # fmt: skip
_PLAIN = ("auto", "000000")


@word_rule(Severity.ERROR, "DOC-01")
def tracked_change(file: WordFile) -> Iterator[Found]:
    """A tracked change is left in the file.

    CEN takes clean files: nobody there decides which of two wordings was meant. Accept or reject
    every change in Word, then save.
    """
    for story in file.stories:
        told: set[Span] = set()
        for paragraph, change in placed(story, story.root.iter(*_CHANGES)):
            if paragraph.span not in told:
                told.add(paragraph.span)
                yield Found(
                    paragraph.span,
                    say("tracked change by {0}", change.get(f"{_W}author") or "?"),
                    say("accept or reject it"),
                )


@word_rule(Severity.ERROR, "DOC-01")
def comment(file: WordFile) -> Iterator[Found]:
    """A comment is left in the file.

    CEN takes clean files: messages to the editors travel beside them. Delete every comment.
    """
    for paragraph in file.paragraphs():
        if next(paragraph.node.iter(f"{_W}commentReference"), None) is not None:
            yield Found(paragraph.span, say("comment on this paragraph"), say("delete the comment"))


@word_rule(Severity.ERROR, "DOC-01")
def coloured_text(file: WordFile) -> Iterator[Found]:
    """Words are coloured or highlighted by hand.

    Colours mean something to whoever put them there and nothing to the reader of a standard. Take
    highlighting, colour and shading off the words; a style may have its own colour.
    """
    for paragraph in file.paragraphs():
        for look in paragraph.node.iter(f"{_W}rPr"):
            how = _colour(look)
            if how:
                yield Found(
                    paragraph.span, say("words with {0}", how), say("take the colour off the words")
                )
                break


def _colour(look: Any) -> str:
    light = value(look, "highlight")
    if light not in (None, "none"):
        return f"highlight {light}"
    colour = value(look, "color")
    if colour is not None and colour.lower() not in _PLAIN:
        return f"color {colour}"
    shading = look.find(f"{_W}shd")
    fill = "" if shading is None else str(shading.get(f"{_W}fill", "auto"))
    return "" if fill.lower() in ("", "auto", "ffffff") else f"shading {fill}"


@word_rule(Severity.ERROR, "DOC-10")
def active_content(file: WordFile) -> Iterator[Found]:
    """The file holds what can run, or refers to files outside it.

    Macros, embedded objects, links to other files and fields that fetch from them do not travel
    with a standard and are a risk to whoever opens it. Save as .docx without macros; put pictures
    in the place of objects and of linked pictures, and what a field shows in the place of the
    field. Links that a reader may follow are no fault.
    """
    for name in active(file.foreign):
        yield Found(file.whole, say("part `{0}` can run", name), say("save without it"))
    for target in outside(file.foreign):
        yield Found(
            file.whole, say("refers to `{0}` outside the file", target), say("embed what it needs")
        )
    for story in file.stories:
        fetching = {code.node: code.fetches for code in codes(story.root) if code.fetches}
        for paragraph, node in placed(story, fetching):
            yield Found(
                paragraph.span,
                say("field `{0}` fetches from outside the file", fetching[node]),
                say("put in its place what it shows"),
            )


@word_rule(Severity.WARNING, "DOC-11")
def lacking_properties(file: WordFile) -> Iterator[Found]:
    """The file does not say its title and subject.

    Readers of a screen hear the title first, and archives list by it. Fill in title and subject
    in Word under File, Info, Properties.
    """
    known = {row.tag.rpartition("}")[2]: row.text for row in _core(file)}
    for name in ("title", "subject"):
        if not (known.get(name) or "").strip():
            yield Found(file.whole, say("property `{0}` is empty", name), say("fill it in"))


@word_rule(Severity.WARNING, "DOC-11")
def personal_data(file: WordFile) -> Iterator[Found]:
    """The file names a person who worked on it.

    A draft goes to many readers; who saved it last is none of its content. In Word: File, Info,
    Check for Issues, Inspect Document, then remove properties and personal information.
    """
    for row in _core(file):
        if row.tag.rpartition("}")[2] == "lastModifiedBy" and (row.text or "").strip():
            yield Found(
                file.whole,
                say("property `{0}` says `{1}`", "lastModifiedBy", row.text),
                say("let Word remove personal information"),
            )


def _core(file: WordFile) -> Any:
    for kind, target, external in file.foreign.roots.known:
        if kind.endswith("/core-properties") and not external and target in file.foreign.parts:
            return root_of(file.foreign.parts[target])
    return ()
