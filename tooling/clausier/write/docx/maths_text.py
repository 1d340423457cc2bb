"""The characters of formulas: letters, figures and signs as Word sets them."""

from __future__ import annotations

from xml.etree import ElementTree

from clausier.write.docx.markup import escape
from clausier.write.docx.styles import MATHS

NARY = frozenset("∑∏∐∫∬∭∮∯∰⋃⋂⋁⋀⨁⨂⨀⨄⨆")
ACCENTS = {
    "^": "\u0302", "ˆ": "\u0302", "~": "\u0303", "˜": "\u0303", "∼": "\u0303", "˙": "\u0307",
    "¨": "\u0308", "⃛": "\u20db", "→": "\u20d7", "⃗": "\u20d7", "←": "\u20d6", "ˇ": "\u030c",
    "˘": "\u0306", "´": "\u0301", "`": "\u0300", "˚": "\u030a", ".": "\u0307", "\u0302": "\u0302",
    "\u0303": "\u0303",
}  # fmt: skip
_FONT = f'<w:rPr><w:rFonts w:ascii="{MATHS}" w:hAnsi="{MATHS}"/></w:rPr>'
_STYLES = {
    "normal": '<m:sty m:val="p"/>',
    "bold": '<m:sty m:val="b"/>',
    "italic": '<m:sty m:val="i"/>',
    "bold-italic": '<m:sty m:val="bi"/>',
    "double-struck": '<m:scr m:val="double-struck"/><m:sty m:val="p"/>',
    "script": '<m:scr m:val="script"/><m:sty m:val="p"/>',
    "bold-script": '<m:scr m:val="script"/><m:sty m:val="b"/>',
    "fraktur": '<m:scr m:val="fraktur"/><m:sty m:val="p"/>',
    "bold-fraktur": '<m:scr m:val="fraktur"/><m:sty m:val="b"/>',
    "sans-serif": '<m:scr m:val="sans-serif"/><m:sty m:val="p"/>',
    "monospace": '<m:scr m:val="monospace"/><m:sty m:val="p"/>',
}


def content(element: ElementTree.Element) -> str:
    """The characters of an element and of those within it."""
    return "".join(element.itertext()).strip()


def maths_run(element: ElementTree.Element, kind: str) -> str:
    """A run of a formula; `kind` is the MathML name of its element."""
    text = "".join(element.itertext())
    text = "\u2003" if kind == "mspace" else text
    if not text:
        return ""
    if kind == "mtext":
        return _run(text, "<m:nor/>")
    return _run(text.strip() or text, _style(element, kind, text.strip()))


def _style(element: ElementTree.Element, kind: str, text: str) -> str:
    variant = element.get("mathvariant")
    if variant in _STYLES:
        return _STYLES[variant]
    if len(text) > 1 and (kind == "mi" or text.isalpha()):
        return _STYLES["normal"]
    return ""


def _run(text: str, style: str) -> str:
    properties = f"<m:rPr>{style}</m:rPr>" if style else ""
    return f'<m:r>{properties}{_FONT}<m:t xml:space="preserve">{escape(text)}</m:t></m:r>'


def upright(sign: str) -> str:
    """A bracket as the value of an attribute; none is an empty one (`\\left.`)."""
    return "" if sign == "." else escape(sign)
