"""Formulas for Word: from MathML to Office MathML (ISO/IEC 29500-1, 22.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from xml.etree import ElementTree

from clausier.write.docx.fences import fenced, is_fence
from clausier.write.docx.maths_text import ACCENTS, NARY, content, maths_run, upright

Element = ElementTree.Element
_ABOVE = ("¯", "‾", "\u0305", "―", "_", "̲")
_BRACES = {"⏞": "top", "⏟": "bot", "︷": "top", "︸": "bot", "⎴": "top", "⎵": "bot"}
_LIMITS = frozenset(("lim", "max", "min", "sup", "inf", "lim sup", "lim inf"))
_RELATIONS = frozenset("=<>≤≥≠≈≡∼≃∈∉⊂⊆→⇒⇔,;+−-")


def omml(markup: str) -> str | None:
    """The inside of `m:oMath` for a formula in MathML; None where there is nothing to show."""
    made = _row(list(ElementTree.fromstring(markup)))
    return made or None


def name(element: Element) -> str:
    """The name of a MathML element without its namespace."""
    return element.tag.rpartition("}")[2]


def _row(elements: Sequence[Element]) -> str:
    """Elements side by side; fences that belong together enclose what is between them."""
    made: list[str] = []
    at = 0
    while at < len(elements):
        step, shown = _next(elements, at)
        made.append(shown)
        at += step
    return "".join(made)


def _next(elements: Sequence[Element], at: int) -> tuple[int, str]:
    element = elements[at]
    end = fenced(elements, at)
    if end is not None:
        return min(end, len(elements)) - at + (end < len(elements)), _delimited(elements, at, end)
    if _is_nary(element):
        return _nary(elements, at)
    return 1, _one(element)


def _one(element: Element) -> str:
    kind = name(element)
    made = _SHAPES.get(kind)
    if made is not None:
        return made(element)
    if kind in ("mi", "mn", "mo", "mtext", "ms"):
        return maths_run(element, kind)
    if kind == "mspace":
        return maths_run(element, "mspace") if element.get("width", "0") != "0" else ""
    if kind in ("annotation", "annotation-xml", "maligngroup", "malignmark", "none"):
        return ""
    return _row(list(element))


def _inside(tag: str, element: Element) -> str:
    """An argument of a shape: a row's children, or the element alone."""
    group = list(element) if name(element) in ("mrow", "mstyle", "math", "mpadded") else [element]
    return f"<m:{tag}>{_row(group)}</m:{tag}>"


def _fraction(element: Element) -> str:
    bare = element.get("linethickness") in ("0", "0px", "0pt", "0em")
    kind = '<m:fPr><m:type m:val="noBar"/></m:fPr>' if bare else ""
    return f"<m:f>{kind}{_inside('num', element[0])}{_inside('den', element[1])}</m:f>"


def _square_root(element: Element) -> str:
    inner = f"<m:e>{_row(list(element))}</m:e>"
    return f'<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/>{inner}</m:rad>'


def _root(element: Element) -> str:
    return f"<m:rad>{_inside('deg', element[1])}{_inside('e', element[0])}</m:rad>"


def _sub(element: Element) -> str:
    if content(element[0]) in _LIMITS and name(element[0]) == "mo":
        return f"<m:limLow>{_inside('e', element[0])}{_inside('lim', element[1])}</m:limLow>"
    return f"<m:sSub>{_inside('e', element[0])}{_inside('sub', element[1])}</m:sSub>"


def _sup(element: Element) -> str:
    return f"<m:sSup>{_inside('e', element[0])}{_inside('sup', element[1])}</m:sSup>"


def _sub_sup(element: Element) -> str:
    base, sub, sup = element
    inner = _inside("e", base) + _inside("sub", sub) + _inside("sup", sup)
    return f"<m:sSubSup>{inner}</m:sSubSup>"


def _under(element: Element) -> str:
    base, below = element
    sign = content(below)
    if sign in _BRACES:
        return _grouped(base, sign)
    if sign in _ABOVE:
        return f'<m:bar><m:barPr><m:pos m:val="bot"/></m:barPr>{_inside("e", base)}</m:bar>'
    return f"<m:limLow>{_inside('e', base)}{_inside('lim', below)}</m:limLow>"


def _over(element: Element) -> str:
    base, above = element
    sign = content(above)
    if sign in _BRACES:
        return _grouped(base, sign)
    if sign in _ABOVE:
        return f'<m:bar><m:barPr><m:pos m:val="top"/></m:barPr>{_inside("e", base)}</m:bar>'
    if sign in ACCENTS:
        accent = f'<m:accPr><m:chr m:val="{ACCENTS[sign]}"/></m:accPr>'
        return f"<m:acc>{accent}{_inside('e', base)}</m:acc>"
    return f"<m:limUpp>{_inside('e', base)}{_inside('lim', above)}</m:limUpp>"


def _grouped(base: Element, sign: str) -> str:
    place = _BRACES[sign]
    other = "bot" if place == "top" else "top"
    properties = (
        f'<m:groupChrPr><m:chr m:val="{sign}"/><m:pos m:val="{place}"/>'
        f'<m:vertJc m:val="{other}"/></m:groupChrPr>'
    )
    return f"<m:groupChr>{properties}{_inside('e', base)}</m:groupChr>"


def _under_over(element: Element) -> str:
    base, below, above = element
    inner = f"<m:limLow>{_inside('e', base)}{_inside('lim', below)}</m:limLow>"
    return f"<m:limUpp><m:e>{inner}</m:e>{_inside('lim', above)}</m:limUpp>"


def _is_nary(element: Element) -> bool:
    if name(element) not in ("munderover", "msubsup", "munder", "msub", "mover", "msup", "mo"):
        return False
    base = element if name(element) == "mo" else element[0]
    return name(base) == "mo" and content(base) in NARY


def _nary(elements: Sequence[Element], at: int) -> tuple[int, str]:
    """A sum, product or integral with what it is taken over, up to the next relation."""
    element = elements[at]
    kind = name(element)
    base = element if kind == "mo" else element[0]
    parts = list(element)[1:] if kind != "mo" else []
    below = above = ""
    if kind in ("munderover", "msubsup"):
        below, above = _inside("sub", parts[0]), _inside("sup", parts[1])
    elif kind in ("munder", "msub"):
        below = _inside("sub", parts[0])
    elif kind in ("mover", "msup"):
        above = _inside("sup", parts[0])
    end = at + 1
    while end < len(elements) and not _ends_argument(elements[end]):
        end += 1
    place = "undOvr" if kind in ("munderover", "munder", "mover") else "subSup"
    hidden = "" if below else '<m:subHide m:val="1"/>'
    hidden += "" if above else '<m:supHide m:val="1"/>'
    properties = f'<m:chr m:val="{content(base)}"/><m:limLoc m:val="{place}"/>{hidden}'
    inner = f"{below or '<m:sub/>'}{above or '<m:sup/>'}<m:e>{_row(elements[at + 1 : end])}</m:e>"
    return end - at, f"<m:nary><m:naryPr>{properties}</m:naryPr>{inner}</m:nary>"


def _ends_argument(element: Element) -> bool:
    if name(element) != "mo":
        return False
    sign = content(element)
    return sign in _RELATIONS or (is_fence(element) and element.get("form") == "postfix")


def _delimited(elements: Sequence[Element], at: int, end: int) -> str:
    """What stands between the fences at `at` and `end`; at the end of a row there may be none."""
    closing = content(elements[end]) if end < len(elements) else ""
    properties = f'<m:begChr m:val="{upright(content(elements[at]))}"/>'
    properties += f'<m:endChr m:val="{upright(closing)}"/>'
    inner = _row(elements[at + 1 : end])
    return f"<m:d><m:dPr>{properties}</m:dPr><m:e>{inner}</m:e></m:d>"


def _mfenced(element: Element) -> str:
    opening, closing = upright(element.get("open", "(")), upright(element.get("close", ")"))
    parts = "".join(_inside("e", child) for child in element) or "<m:e/>"
    properties = f'<m:begChr m:val="{opening}"/><m:endChr m:val="{closing}"/>'
    return f"<m:d><m:dPr>{properties}</m:dPr>{parts}</m:d>"


def _table(element: Element) -> str:
    rows = [[cell for cell in row if name(cell) == "mtd"] for row in _rows(element)]
    columns = max((len(row) for row in rows), default=1) or 1
    aligned = (element.get("columnalign") or "").split()
    aligned = aligned or [cell.get("columnalign", "center") for cell in (rows or [[]])[0]]
    groups = "".join(
        f'<m:mc><m:mcPr><m:count m:val="1"/><m:mcJc m:val="{_aligned(aligned, at)}"/></m:mcPr>'
        "</m:mc>"
        for at in range(columns)
    )
    made = ""
    for row in rows:
        cells = [f"<m:e>{_row(list(cell))}</m:e>" for cell in row]
        cells += ["<m:e/>"] * (columns - len(row))
        made += f"<m:mr>{''.join(cells)}</m:mr>"
    made = made or "<m:mr><m:e/></m:mr>"
    return f"<m:m><m:mPr><m:mcs>{groups}</m:mcs></m:mPr>{made}</m:m>"


def _rows(element: Element) -> Iterator[Element]:
    return (row for row in element if name(row) in ("mtr", "mlabeledtr"))


def _aligned(aligned: list[str], at: int) -> str:
    found = aligned[min(at, len(aligned) - 1)] if aligned else "center"
    return found if found in ("left", "right", "center") else "center"


def _boxed(element: Element) -> str:
    return f"<m:borderBox><m:e>{_row(list(element))}</m:e></m:borderBox>"


def _phantom(element: Element) -> str:
    hidden = '<m:phantPr><m:show m:val="0"/></m:phantPr>'
    return f"<m:phant>{hidden}<m:e>{_row(list(element))}</m:e></m:phant>"


def _multiscripts(element: Element) -> str:
    base, *scripts = list(element)
    made = _one(base)
    return made + "".join(_one(script) for script in scripts if name(script) != "mprescripts")


_SHAPES: dict[str, Callable[[Element], str]] = {
    "mfrac": _fraction,
    "msqrt": _square_root,
    "mroot": _root,
    "msub": _sub,
    "msup": _sup,
    "msubsup": _sub_sup,
    "munder": _under,
    "mover": _over,
    "munderover": _under_over,
    "mfenced": _mfenced,
    "mtable": _table,
    "menclose": _boxed,
    "mphantom": _phantom,
    "mmultiscripts": _multiscripts,
}
