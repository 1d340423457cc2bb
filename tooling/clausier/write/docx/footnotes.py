"""Where footnotes are called: real ones for the text, letters for tables and figures."""

from __future__ import annotations

from clausier.model.inline import FootnoteMark
from clausier.write.docx.draft import Draft, Setting
from clausier.write.docx.look import Look
from clausier.write.docx.markup import field

_SIGN = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
OWN_SIGN = f"<w:r>{_SIGN}<w:footnoteRef/></w:r><w:r><w:tab/></w:r>"
"""What opens the text of a footnote: its own number."""


def footnote_mark(draft: Draft, mark: FootnoteMark, setting: Setting, look: Look) -> str:
    """Where a footnote is called: a letter in a table, else Word's own automatic mark."""
    letter = setting.letters.get(mark.label)
    if letter is not None:
        return draft.run(letter, Look(style="Tablefootnoteref").xml)
    footnote = setting.footnotes.get(mark.label)
    if footnote is None or setting.family == "footnote":
        return draft.run(f"[^{mark.label}]", look.xml, mark.span)
    number = draft.footnote_numbers.get(footnote.span)
    if number is not None:
        return _again(number)
    number = len(draft.footnote_numbers) + 1
    draft.footnote_numbers[footnote.span] = number
    draft.called.append((footnote, setting))
    sign = f'<w:r>{_SIGN}<w:footnoteReference w:id="{number}"/></w:r>'
    return draft.marks.around((f"footnote_{number}",), sign)


def _again(number: int) -> str:
    look = Look(style="FootnoteReference").xml
    shown = f"<w:r><w:rPr>{look}</w:rPr><w:t>{number}</w:t></w:r>"
    return field(f"NOTEREF footnote_{number} \\f \\h", shown, look)
