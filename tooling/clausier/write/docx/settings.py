"""The parts of a Word file that say how it is to be treated, and what it is."""

from __future__ import annotations

from clausier.write.docx.markup import HEAD, SPACES, element, escape
from clausier.write.docx.styles import FONT, MATHS, MONO

_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_COMPAT = "http://schemas.microsoft.com/office/word"


def settings_part(locale: str, decimal: str, even: bool) -> bytes:
    """`settings.xml`: odd and even pages, footnote separators, the language of the text."""
    separators = element("footnote", id=-1) + element("footnote", id=0)
    body = (
        element("zoom", percent=100)
        + element("defaultTabStop", val=403)
        + (element("evenAndOddHeaders") if even else "")
        + element("characterSpacingControl", val="doNotCompress")
        + f"<w:footnotePr>{separators}</w:footnotePr><w:compat><w:doNotExpandShiftReturn/>"
        + f'<w:compatSetting w:name="compatibilityMode" w:uri="{_COMPAT}" w:val="15"/>'
        + f'</w:compat><m:mathPr><m:mathFont m:val="{MATHS}"/><m:defJc m:val="left"/></m:mathPr>'
        + element("themeFontLang", val=locale)
        + element("decimalSymbol", val=decimal)
        + element("listSeparator", val=";")
    )
    return f"{HEAD}<w:settings {SPACES}>{body}</w:settings>".encode()


def fonts_part() -> bytes:
    """`fontTable.xml`: the fonts of the styles, and what may stand in for them."""
    rows = ((FONT, "Caladea", "roman", "variable"), (MONO, "Liberation Mono", "modern", "fixed"))
    made = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:family w:val="{family}"/>'
        f'<w:pitch w:val="{pitch}"/></w:font>'
        for name, other, family, pitch in rows
    )
    maths = (
        f'<w:font w:name="{MATHS}"><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
    )
    return f"{HEAD}<w:fonts {SPACES}>{made}{maths}</w:fonts>".encode()


def core_part(title: str, subject: str, creator: str, locale: str) -> bytes:
    """`core.xml`: title, subject and language; no person, no clock."""
    rows = (("title", title), ("subject", subject), ("creator", creator), ("language", locale))
    body = "".join(f"<dc:{name}>{escape(text)}</dc:{name}>" for name, text in rows if text)
    return f"{HEAD}<cp:coreProperties {_CORE}>{body}</cp:coreProperties>".encode()


def app_part() -> bytes:
    """`app.xml`: which program made the file."""
    inside = "<Application>clausier</Application>"
    return f'{HEAD}<Properties xmlns="{_APP}">{inside}</Properties>'.encode()
