"""Headers and footers, odd and even, and the sections that use them."""

from __future__ import annotations

from msgspec import Struct

from clausier.write.docx.markup import HEAD, SPACES, TAB, field, run
from clausier.write.docx.package import OFFICE, WORD, PartFile, Relations
from clausier.write.docx.pages import WIDE, WIDTH

PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134"'
    ' w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
)
TURNED = PAGE.replace(
    '<w:pgSz w:w="11906" w:h="16838"/>', '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
)
_FORMS = {"roman": False, "decimal": False, "roman-across": True, "decimal-across": True}
_WIDER = (
    f'<w:tabs><w:tab w:val="clear" w:pos="{WIDTH}"/><w:tab w:val="right" w:pos="{WIDE}"/></w:tabs>'
)


class Margins(Struct, frozen=True):
    """What stands above and below each page: `reference` (`prEN 99901 (E)`), `notice`."""

    reference: str
    notice: str


def margin_parts(
    margins: Margins, relations: Relations, turned: bool
) -> tuple[list[PartFile], dict[str, str]]:
    """The header and footer parts, and for each kind of section the references to them.

    Where pages are `turned`, they have footers of their own, as wide as they are.
    """
    parts: list[PartFile] = []
    references = {form: "" for form, across in _FORMS.items() if turned or not across}
    for side, kind in (("odd", "default"), ("even", "even")):
        name = f"/word/header-{side}.xml"
        parts.append(_part("hdr", name, "header", _header(margins, side)))
        key = relations.add(f"{OFFICE}/header", name)
        for form in references:
            references[form] += f'<w:headerReference w:type="{kind}" r:id="{key}"/>'
    for form in references:
        for side, kind in (("odd", "default"), ("even", "even")):
            name = f"/word/footer-{form}-{side}.xml"
            parts.append(_part("ftr", name, "footer", _footer(margins, side, form)))
            key = relations.add(f"{OFFICE}/footer", name)
            references[form] += f'<w:footerReference w:type="{kind}" r:id="{key}"/>'
    return parts, references


def _part(root: str, name: str, kind: str, content: str) -> PartFile:
    data = f"{HEAD}<w:{root} {SPACES}>{content}</w:{root}>".encode()
    return PartFile(name, f"{WORD}.{kind}+xml", data)


def _header(margins: Margins, side: str) -> str:
    right = '<w:jc w:val="right"/>' if side == "odd" else ""
    inside = run(margins.reference)
    return f'<w:p><w:pPr><w:pStyle w:val="Header"/>{right}</w:pPr>{inside}</w:p>'


def _footer(margins: Margins, side: str, form: str) -> str:
    roman = form.startswith("roman")
    style = "FooterPageRomanNumber" if roman else "FooterPageNumber"
    number = field("PAGE", run("ii" if roman else "1"))
    notice = run(margins.notice, '<w:b w:val="0"/><w:bCs w:val="0"/><w:sz w:val="18"/>')
    inside = notice + TAB + number if side == "odd" else number + TAB + notice
    tabs = _WIDER if _FORMS[form] else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{tabs}</w:pPr>{inside}</w:p>'


LINE_NUMBERS = '<w:lnNumType w:countBy="1" w:distance="283" w:restart="newPage"/>'
"""What numbers the lines of a section, page by page, for those who comment on them."""


def section(references: str, sizes: str = PAGE, lines: str = "", numbers: str = "") -> str:
    """The properties of a section that begins on a new page."""
    begins = '<w:type w:val="nextPage"/>'
    return (
        f'<w:sectPr>{references}{begins}{sizes}{lines}{numbers}<w:cols w:space="708"/></w:sectPr>'
    )


def numbers(form: str, start: int = 0) -> str:
    """How the pages of a section are numbered; without `start` they go on."""
    first = f' w:start="{start}"' if start else ""
    return f'<w:pgNumType w:fmt="{form}"{first}/>'
