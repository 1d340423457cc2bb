"""Text and elements as WordprocessingML, written as strings: fast, and one place for escaping."""

from __future__ import annotations

import re
from html import unescape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="{M}" xmlns:wp="{WP}" xmlns:a="{A}"'

CANNOT_HOLD = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LEFTWARD = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]+"
_RIGHT_TO_LEFT = re.compile(f"{_LEFTWARD}(?:\\W+{_LEFTWARD})*")
"""Words from right to left with what stands between them, or their order would be turned round."""
_WHITE = re.compile("[\t\n\r]")


def escape(text: str) -> str:
    """`text` as the content or the attribute of an element; what XML cannot hold becomes `\\ufffd`.

    >>> escape('a < "b"')
    'a &lt; &quot;b&quot;'
    """
    if not plain(text):
        text = CANNOT_HOLD.sub("�", text)
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text.replace('"', "&quot;") if '"' in text else text


def run(text: str, look: str = "") -> str:
    """A run of characters; `look` is what stands in its `w:rPr`. White space becomes a space."""
    if not text:
        return ""
    if not plain(text):
        text = _WHITE.sub(" ", text)
        if _RIGHT_TO_LEFT.search(text):
            return _both_ways(text, look)
    return _run(text, look)


def plain(text: str) -> bool:
    """Whether a text holds nothing but printable ASCII signs: most do, and need no closer look."""
    return text.isascii() and text.isprintable()


def _run(text: str, look: str) -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _both_ways(text: str, look: str) -> str:
    made: list[str] = []
    at = 0
    for found in _RIGHT_TO_LEFT.finditer(text):
        if found.start() > at:
            made.append(_run(text[at : found.start()], look))
        made.append(_run(found.group(), _leftward(look)))
        at = found.end()
    if at < len(text):
        made.append(_run(text[at:], look))
    return "".join(made)


def _leftward(look: str) -> str:
    before, lang, after = look.partition("<w:lang ")
    return f"{before}{_RTL}{lang}{after}"


_RTL = "<w:rtl/>"
_SAID = re.compile("<w:r>(?:<w:rPr>((?:(?!</w:rPr>).)*)</w:rPr>)?(<w:t[ >][^<]*)")


def from_right(content: str) -> str | None:
    """The runs of a paragraph that is wholly from right to left, each told so; None for another.

    Wholly is one in which every letter is of such a script; figures and signs go with them.
    """
    if _RTL not in content:
        return None
    for look, text in _SAID.findall(content):
        if _RTL not in look and any(map(str.isalpha, unescape(text.partition(">")[2]))):
            return None
    return _SAID.sub(_turned, content)


def _turned(found: re.Match[str]) -> str:
    look = found[1] or ""
    return f"<w:r><w:rPr>{look if _RTL in look else _leftward(look)}</w:rPr>{found[2]}"


TAB = "<w:r><w:tab/></w:r>"
LINE = "<w:r><w:br/></w:r>"


def element(name: str, **attributes: object) -> str:
    """An empty element of the `w:` namespace with `w:` attributes.

    >>> element("jc", val="both")
    '<w:jc w:val="both"/>'
    """
    inside = "".join(f' w:{key}="{escape(str(value))}"' for key, value in attributes.items())
    return f"<w:{name}{inside}/>"


def field(code: str, shown: str, look: str = "") -> str:
    """A field with its computed result `shown` (runs), so that it reads right before any update."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>{shown}'
        f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
    )
