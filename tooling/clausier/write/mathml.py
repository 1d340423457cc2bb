"""Formulas: from LaTeX notation to MathML, for the site and for Word alike."""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree import ElementTree

from msgspec import Struct

LONGEST = 10_000
_LESS, _GREATER = "\ue000", "\ue001"
_BARE_AMPERSAND = re.compile(r"&(?!#x[0-9A-F]{1,6};)")
_PARTS = {
    "mfrac": 2, "mroot": 2, "msup": 2, "msub": 2, "munder": 2, "mover": 2,
    "msubsup": 3, "munderover": 3,
}  # fmt: skip
_REFUSED = ("href", "src", "style", "class", "id")


class MathML(Struct, frozen=True):
    """A formula as a well-formed MathML element, or why there is none.

    `markup` is None where the notation cannot be read; `fault` then says why, in one line.
    """

    markup: str | None
    fault: str | None = None


@lru_cache(maxsize=4096)
def mathml(tex: str, display: bool = False) -> MathML:
    """The MathML of a formula in LaTeX notation; `display` for one on a line of its own.

    Never raises: what the converter cannot read comes back as a fault. The markup is well-formed
    XML and holds no link, style or handler, whatever the notation says.
    """
    if not tex.strip():
        return MathML(None, "the formula is empty")
    if len(tex) > LONGEST:
        return MathML(None, f"the formula is longer than {LONGEST} characters")
    try:
        markup = _converted(tex, "block" if display else "inline")
        fault = _fault(ElementTree.fromstring(markup))
    except (Exception, RecursionError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        return MathML(None, reason[:120])
    return MathML(None, fault) if fault else MathML(markup)


def _converted(tex: str, display: str) -> str:
    from latex2mathml.converter import convert

    shielded = tex.replace("<", _LESS).replace(">", _GREATER)
    markup = _BARE_AMPERSAND.sub("&amp;", str(convert(shielded, display=display)))
    for sign, entity in ((_LESS, "&lt;"), (_GREATER, "&gt;")):
        code = f"&#x{ord(sign):05X};"
        markup = markup.replace(f"<mi>{sign}</mi>", f"<mo>{entity}</mo>")
        markup = markup.replace(f"<mi>{code}</mi>", f"<mo>{entity}</mo>")
        markup = markup.replace(sign, entity).replace(code, entity)
    return markup


def _fault(root: ElementTree.Element) -> str | None:
    """Why a formula must not be shown as it came: an unread command, a missing or unsafe part."""
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        text = (element.text or "").strip()
        if name != "mtext" and text.startswith("\\") and text[1:].isalpha():
            return f"unknown command `{text}`"
        if name in _PARTS and len(element) != _PARTS[name]:
            return f"a part of `{name}` is missing"
        if any(key in _REFUSED or key.startswith("on") for key in element.attrib):
            return "a command that sets links or styles is not allowed"
    return None
