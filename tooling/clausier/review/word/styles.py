"""Styles: CEN's editors convert a draft by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.review.word.file import Para, WordFile
from clausier.review.word.rule import Found, word_rule
from clausier.source.diagnostic import Severity, say
from clausier.write.docx.markup import M, W

_W = f"{{{W}}}"
_SHOWN = (f"{_W}drawing", f"{_W}pict", f"{_W}object", f"{_W}sectPr", f"{{{M}}}oMath",
          f"{_W}fldChar", f"{_W}fldSimple", f"{_W}footnoteRef")  # fmt: skip
HEADING = re.compile(r"heading[1-9]|introheading[1-9]|p[2-6]|annex[nz]?|n?a[2-6]")
_TITLED = re.compile(
    HEADING.pattern + r"|(table|figure)title|annex(table|figure)title|figuresubtitle|biblio-?title"
    r"|(foreword|intro)title|zzstdtitle|zzcontents|(note|example|figurenote|tablenote).*"
)
_UNTITLED = re.compile(r"p[2-6]|n?a[2-6]")


@word_rule(Severity.ERROR, "DOC-02")
def unknown_style(file: WordFile) -> Iterator[Found]:
    """A paragraph has a style that CEN's editors do not know.

    A draft is converted by its styles' names: a paragraph in another style is repaired by hand or
    sent back. Give it a style of the template: *Body Text* for text, *Note* for a note.
    """
    for paragraph in file.paragraphs():
        if paragraph.look is not None and paragraph.style not in file.allowed:
            yield Found(
                paragraph.span,
                say("style `{0}` is none of the template", paragraph.shown),
                say("give the paragraph a style of the template"),
            )


@word_rule(Severity.ERROR, "DOC-14")
def undefined_style(file: WordFile) -> Iterator[Found]:
    """A paragraph has a style that the file does not define.

    Word shows it as plain text, and whoever converts the file finds nothing behind the name.
    Attach the template again, or give the paragraph a style that is there.
    """
    for paragraph in file.paragraphs():
        if paragraph.look is None and paragraph.id:
            yield Found(
                paragraph.span,
                say("style `{0}` is not defined in the file", paragraph.id),
                say("give the paragraph a style that the file defines"),
            )


@word_rule(Severity.ERROR, "DOC-03")
def empty_paragraph(file: WordFile) -> Iterator[Found]:
    """A heading, a title or a note is empty.

    It becomes a clause without a title or a note without a label when the file is converted.
    Delete the paragraph; space is made by the styles.
    """
    for index, paragraph in enumerate(file.document.paragraphs):
        if _TITLED.fullmatch(paragraph.style) and _is_empty(paragraph):
            before = file.document.paragraphs[index - 1].text[:40] if index else ""
            yield Found(
                paragraph.span,
                say("empty paragraph in the style `{0}`, after `{1}`", paragraph.shown, before),
                say("delete it"),
            )


def _is_empty(paragraph: Para) -> bool:
    """Whether nothing shows; a numbered paragraph without a title (5.2.1 alone) is no fault."""
    if paragraph.text.strip() or next(paragraph.node.iter(*_SHOWN), None) is not None:
        return False
    return not (_UNTITLED.fullmatch(paragraph.style) and paragraph.number not in (None, "0"))


@word_rule(Severity.ERROR, "DOC-03")
def page_break(file: WordFile) -> Iterator[Found]:
    """A page is broken by a sign in the text.

    In a heading or a note the break becomes an empty clause or note when the file is converted.
    Delete it, and say *page break before* in the properties of the paragraph that follows.
    """
    for paragraph in file.document.paragraphs:
        for sign in paragraph.node.iter(f"{_W}br"):
            if sign.get(f"{_W}type") == "page":
                yield Found(
                    paragraph.span,
                    say("page break in the style `{0}`", paragraph.shown),
                    say("use `page break before` of the next paragraph"),
                )
                break


@word_rule(Severity.ERROR, "DOC-04")
def unnumbered_heading(file: WordFile) -> Iterator[Found]:
    """A heading is not numbered.

    Every clause, subclause and annex of a standard has a number, which its style gives. Take the
    style anew, or use the title styles of the foreword, the introduction and the bibliography.
    """
    for paragraph in file.document.paragraphs:
        if HEADING.fullmatch(paragraph.style) and paragraph.number in (None, "0"):
            yield Found(
                paragraph.span,
                say("heading in the style `{0}` without a number", paragraph.shown),
                say("apply the style anew, so that it numbers the heading"),
            )
