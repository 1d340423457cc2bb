"""The contents: a real field of Word's whose entries are already there."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from clausier.write.docx.draft import Draft
from clausier.write.docx.markup import TAB, escape, field, run


class Entry(Struct, frozen=True):
    """A line of the contents; `number` as printed before the title, `mark` the bookmark."""

    level: int
    number: str
    title: str
    mark: str
    page: int
    shown_page: str = ""


def contents(draft: Draft, entries: Iterable[Entry]) -> str:
    """The title and the lines of the contents; levels are those of the headings' outline."""
    title = replace(draft.body, style="zzContents")
    made = [draft.paragraph(title, draft.run(draft.language.labels["contents"]))]
    lines = list(entries)
    for index, entry in enumerate(lines):
        begin = _BEGIN if index == 0 else ""
        end = _END if index == len(lines) - 1 else ""
        made.append(_line(draft, entry, begin, end))
    return "".join(made)


_CODE = ' TOC \\o "1-3" \\h \\z \\u '
_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    f'<w:r><w:instrText xml:space="preserve">{escape(_CODE)}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_SHORT = 6
"""So many signs may end before the place where titles begin after their numbers."""
_ACROSS = '<w:tabs><w:tab w:val="clear" w:pos="720"/></w:tabs><w:ind w:left="0" w:firstLine="0"/>'
"""What lets a short title without a number lead straight to its page."""


def _line(draft: Draft, entry: Entry, begin: str, end: str) -> str:
    short = not entry.number and len(entry.title) <= _SHORT
    layout = _ACROSS if short else ""
    setting = replace(draft.body, style=f"TOC{entry.level}", layout=layout)
    page = field(f"PAGEREF {entry.mark} \\h", run(entry.shown_page))
    number = draft.run(entry.number) + TAB if entry.number else ""
    inside = number + draft.run(entry.title) + TAB + page
    link = f'<w:hyperlink w:anchor="{entry.mark}" w:history="1">{inside}</w:hyperlink>'
    return draft.paragraph(setting, begin + link + end)
