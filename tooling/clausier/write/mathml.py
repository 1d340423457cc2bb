"""Formulas: from LaTeX notation to MathML, for the site and for Word alike."""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree import ElementTree

from msgspec import Struct

from clausier.source.diagnostic import Message, say

LONGEST = 10_000
DEEPEST = 100
"""How many elements may stand within one another."""
_LESS, _GREATER = "\ue000", "\ue001"
_BARE_AMPERSAND = re.compile(r"&(?!#x[0-9A-F]{1,6};)")
_ENVIRONMENT = re.compile(r"\\(?P<end>begin|end)\s*\{(?P<name>[^{}]*)\}")
_READ_TEXT = """
matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix matrix* pmatrix* bmatrix* Bmatrix* vmatrix* Vmatrix*
smallmatrix substack cases array split align* equation equation*
"""
_READ = frozenset(_READ_TEXT.split())
_LIKE = {
    "aligned": "split", "align": "align*", "dcases": "cases", "gather": "matrix",
    "gather*": "matrix", "gathered": "matrix", "multline": "matrix", "multline*": "matrix",
}  # fmt: skip
"""The environments that are read, and those that are read like one of them."""
_BRACE = re.compile(r"(?<!\\)(?:\\\\)*([{}])")
_PARTS = {
    "mfrac": 2, "mroot": 2, "msup": 2, "msub": 2, "munder": 2, "mover": 2,
    "msubsup": 3, "munderover": 3,
}  # fmt: skip
_REFUSED = ("href", "src", "style", "class", "id")


class MathML(Struct, frozen=True):
    """A formula as a well-formed MathML element, or why there is none.

    `markup` is None where the notation cannot be read; `fault` then says why.
    """

    markup: str | None
    fault: Message | None = None


@lru_cache(maxsize=4096)
def mathml(tex: str, display: bool = False) -> MathML:
    """The MathML of a formula in LaTeX notation; `display` for one on a line of its own.

    Never raises: what the converter cannot read comes back as a fault. The markup is well-formed
    XML and holds no link, style or handler, whatever the notation says.
    """
    if not tex.strip():
        return MathML(None, say("the formula is empty"))
    if len(tex) > LONGEST:
        return MathML(None, say("the formula is longer than {0} characters", LONGEST))
    try:
        markup = _converted(tex, "block" if display else "inline")
        fault = _unbalanced(tex) or _unread(tex) or _fault(ElementTree.fromstring(markup))
    except (Exception, RecursionError) as error:
        return MathML(None, _unbalanced(tex) or _why(error))
    return MathML(None, fault) if fault else MathML(markup)


def _why(error: Exception) -> Message:
    """What the converter met, in our words: it has none that a reader could use."""
    match type(error).__name__:
        case "NoAvailableTokensError" | "NumeratorNotFoundError" | "DenominatorNotFoundError":
            return say("a command lacks a part that it needs")
        case "MissingSuperScriptOrSubscriptError":
            return say("nothing follows `^` or `_`")
        case "DoubleSubscriptsError":
            return say("a sign has two subscripts side by side")
        case "DoubleSuperscriptsError":
            return say("a sign has two superscripts side by side")
        case "ExtraLeftOrMissingRightError":
            return say("`\\left` and `\\right` do not come in pairs")
        case "MissingEndError":
            return say("`\\begin` has no `\\end`")
        case "LimitsMustFollowMathOperatorError":
            return say("`\\limits` follows no operator")
        case "RecursionError":
            return say("the formula is nested too deeply")
        case _:
            return say("the notation is not that of LaTeX")


def _unread(tex: str) -> Message | None:
    """An environment that nobody reads: its signs would be shown as they stand."""
    for found in _ENVIRONMENT.finditer(tex):
        if found["name"] not in _READ and found["name"] not in _LIKE:
            return say("unknown environment `{0}`", found["name"])
    return None


def _likened(found: re.Match[str]) -> str:
    name = found["name"]
    return rf"\{found['end']}{{{_LIKE.get(name, name)}}}"


def _unbalanced(tex: str) -> Message | None:
    depth = 0
    for sign in _BRACE.findall(tex):
        depth += 1 if sign == "{" else -1
        if depth < 0:
            return say("a brace `{0}` too many", "}")
    return say("a brace `{0}` is not closed", "{") if depth else None


def _converted(tex: str, display: str) -> str:
    from latex2mathml.converter import convert

    shielded = _ENVIRONMENT.sub(_likened, tex).replace("<", _LESS).replace(">", _GREATER)
    markup = _BARE_AMPERSAND.sub("&amp;", str(convert(shielded, display=display)))
    for sign, entity in ((_LESS, "&lt;"), (_GREATER, "&gt;")):
        code = f"&#x{ord(sign):05X};"
        markup = markup.replace(f"<mi>{sign}</mi>", f"<mo>{entity}</mo>")
        markup = markup.replace(f"<mi>{code}</mi>", f"<mo>{entity}</mo>")
        markup = markup.replace(sign, entity).replace(code, entity)
    return markup


def _fault(root: ElementTree.Element) -> Message | None:
    """Why a formula must not be shown as it came: an unread command, a missing or unsafe part."""
    if _is_deep(root):
        return say("the formula is nested too deeply")
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        text = (element.text or "").strip()
        if name != "mtext" and text.startswith("\\") and text[1:].isalpha():
            return say("unknown command `{0}`", text)
        if name in _PARTS and len(element) != _PARTS[name]:
            return say("a command lacks a part that it needs")
        if any(key in _REFUSED or key.startswith("on") for key in element.attrib):
            return say("a command that sets links or styles is not allowed")
    return None


def _is_deep(root: ElementTree.Element) -> bool:
    row = [root]
    for _ in range(DEEPEST):
        row = [inner for element in row for inner in element]
    return bool(row)
