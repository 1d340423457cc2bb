"""The styles of our own template, made from `styles.json`: names that CEN's editors convert by."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from clausier.language.language import Language
from clausier.write.docx.markup import HEAD, SPACES, element
from clausier.write.docx.numbering import NUMBER_IDS

FONT, MONO, MATHS = "Cambria", "Courier New", "Cambria Math"
SIZE = 11.0
_CAPITAL, _NUMBER_AND_GAP = 0.68, 1.37
"""Widths in shares of the size: of a capital; of a number with the space before and behind it."""


class Style(Struct, frozen=True):
    """A row of `styles.json`; `facts` are its fields with those of the styles it is based on."""

    id: str
    name: str
    row: Mapping[str, Any]
    facts: Mapping[str, Any]

    @property
    def size(self) -> float:
        return float(self.facts.get("size", SIZE))

    @property
    def line(self) -> float:
        """The height of a line in points."""
        return max(float(self.facts.get("line", 12)), self.size * 1.15)


@cache
def styles() -> Mapping[str, Style]:
    """All styles of our template by id, in the order of the file."""
    text = files("clausier.write.docx").joinpath("styles.json").read_text("utf-8")
    made: dict[str, Style] = {}
    for row in json.loads(text):
        based = made[row["based"]].facts if "based" in row else {}
        inherited = {key: value for key, value in based.items() if key not in ("default", "next")}
        made[row["id"]] = Style(row["id"], row["name"], row, {**inherited, **row})
    return made


def styles_part(language: Language) -> bytes:
    """`styles.xml` for documents in a language."""
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}"'
        f' w:eastAsia="{FONT}" w:cs="Times New Roman"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        f'<w:lang w:val="{language.locale}" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr>'
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    body = "".join(style_markup(_labelled(style, language)) for style in styles().values())
    return f"{HEAD}<w:styles {SPACES}>{defaults}{body}{_TABLES}</w:styles>".encode()


def _labelled(style: Style, language: Language) -> Style:
    """A style of notes or examples with room for their label in the language, and a number."""
    if "label" not in style.row:
        return style
    signs = len(language.labels[style.row["label"]])
    needed = round((signs * _CAPITAL + _NUMBER_AND_GAP) * style.size * 20)
    ((kind, at),) = style.row["tabs"]
    place = max(at, style.facts.get("left", 0) + needed)
    return replace(style, row={**style.row, "tabs": [(kind, place)]})


def style_markup(style: Style) -> str:
    """The definition of a style."""
    row = style.row
    kind = row.get("type", "paragraph")
    default = ' w:default="1"' if row.get("default") else ""
    custom = "" if style.name in _BUILT_IN else ' w:customStyle="1"'
    head = element("name", val=style.name)
    head += element("basedOn", val=row["based"]) if "based" in row else ""
    head += element("next", val=row["next"]) if "next" in row else ""
    head += element("uiPriority", val=99 if row.get("hidden") else 1)
    head += element("semiHidden") if row.get("hidden") else element("qFormat")
    look = character_properties(row)
    layout = _paragraph_properties(row) if kind == "paragraph" else ""
    return (
        f'<w:style w:type="{kind}"{default}{custom} w:styleId="{style.id}">{head}'
        + (f"<w:pPr>{layout}</w:pPr>" if layout else "")
        + (f"<w:rPr>{look}</w:rPr>" if look else "")
        + "</w:style>"
    )


def _paragraph_properties(row: Mapping[str, Any]) -> str:
    made = "".join(
        element(name) for name in ("keepNext", "keepLines", "pageBreakBefore") if row.get(name)
    )
    if "num" in row:
        level = element("ilvl", val=row["level"]) if row["level"] else ""
        made += f"<w:numPr>{level}{element('numId', val=NUMBER_IDS[row['num']])}</w:numPr>"
    made += _BOX if row.get("box") else ""
    made += _tabs(row["tabs"]) if "tabs" in row else ""
    made += element("suppressAutoHyphens") if row.get("hyphens") is False else ""
    made += _spacing(row) + _indent(row)
    made += element("jc", val=row["jc"]) if "jc" in row else ""
    return made + (element("outlineLvl", val=row["outline"]) if "outline" in row else "")


def _tabs(rows: list[tuple[str, int]]) -> str:
    made = ""
    for kind, at in rows:
        leader = ' w:leader="dot"' if kind.endswith("dots") else ""
        made += f'<w:tab w:val="{kind.removesuffix("-dots")}"{leader} w:pos="{at}"/>'
    return f"<w:tabs>{made}</w:tabs>"


def _spacing(row: Mapping[str, Any]) -> str:
    values: dict[str, object] = {}
    for name in ("before", "after"):
        if name in row:
            values[name] = round(row[name] * 20)
    if "line" in row:
        values |= {"line": round(row["line"] * 20), "lineRule": "atLeast"}
    return element("spacing", **values) if values else ""


def _indent(row: Mapping[str, Any]) -> str:
    values = {name: row[name] for name in ("left", "right", "hanging") if name in row}
    return element("ind", **values) if values else ""


def character_properties(row: Mapping[str, Any]) -> str:
    """What stands in `w:rPr`, in the order Word asks for."""
    made = ""
    if row.get("mono"):
        made += element("rFonts", ascii=MONO, hAnsi=MONO, cs=MONO)
    for name in ("b", "i"):
        if name in row:
            off = {} if row[name] else {"val": 0}
            made += element(name, **off) + element(f"{name}Cs", **off)
    made += element("noProof") if row.get("noProof") else ""
    if "size" in row:
        size = round(row["size"] * 2)
        made += element("sz", val=size) + element("szCs", val=size)
    made += element("u", val="single") if row.get("u") else ""
    return made + (element("vertAlign", val=row["vert"]) if "vert" in row else "")


def _border(name: str, size: int, space: int = 0) -> str:
    return element(name, val="single", sz=size, space=space, color="auto")


_BOX = (
    "<w:pBdr>"
    + "".join(_border(side, 6, 4) for side in ("top", "left", "bottom", "right"))
    + "</w:pBdr>"
)
_MARGINS = (
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)
_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    f"{_MARGINS}</w:tblPr></w:style>"
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:tblPr><w:tblBorders>'
    + "".join(_border(s, 4) for s in ("top", "left", "bottom", "right", "insideH", "insideV"))
    + "</w:tblBorders></w:tblPr></w:style>"
    '<w:style w:type="table" w:customStyle="1" w:styleId="TableISO"><w:name w:val="Table ISO"/>'
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="1"/><w:qFormat/><w:tblPr>'
    '<w:jc w:val="center"/><w:tblBorders>'
    + "".join(_border(s, 12) for s in ("top", "left", "bottom", "right"))
    + "".join(_border(s, 4) for s in ("insideH", "insideV"))
    + "</w:tblBorders></w:tblPr>"
    '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
    + _border("bottom", 12)
    + "</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
)
_BUILT_IN = frozenset(
    ("Normal", "Body Text", "Default Paragraph Font", "Hyperlink", "footnote text", "header")
    + ("footer", "footnote reference", "List Paragraph", "index 1")
    + tuple(f"heading {n}" for n in range(1, 10))
    + tuple(f"toc {n}" for n in range(1, 10))
    + tuple(f"List {kind} {n}" for kind in ("Continue", "Number") for n in range(2, 6))
)
