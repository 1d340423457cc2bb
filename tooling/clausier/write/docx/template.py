"""A template of the user's: its styles by name, its numbering, its page, its margins."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from clausier.source.diagnostic import Diagnostic, Severity, fault, say
from clausier.source.files import Files
from clausier.source.place import Span
from clausier.write.docx.codes import codes
from clausier.write.docx.foreign import Foreign, RefusedError, opened, root_of
from clausier.write.docx.markup import W, escape
from clausier.write.docx.numbering import NUMBER_IDS
from clausier.write.docx.package import PartFile
from clausier.write.docx.styles import Style, style_markup, styles

UNUSABLE_TEMPLATE = fault(
    "write/unusable-template",
    Severity.ERROR,
    """The template for Word cannot be used.

    It is missing, damaged, encrypted, or holds something that a template must not: macros, paths
    or links that lead out of it. The Word file is written with the built-in template. Save the
    template anew from Word as .dotx or .docx.""",
)
LACKING_STYLES = fault(
    "write/lacking-styles",
    Severity.WARNING,
    """The template for Word lacks styles that the document uses.

    CEN's editors convert a draft by its styles. Where the template has no style of the name, the
    nearest one that it has is used. Add the styles to the template, or say in a JSON file of the
    same name beside it (`name.dotx.json`) which of its styles stands for each.""",
)
FAULTS = (UNUSABLE_TEMPLATE, LACKING_STYLES)

_W = f"{{{W}}}"
_USED = re.compile(rb'<w:(pStyle|rStyle|tblStyle) w:val="([^"]*)"/>((?:<w:keepNext/>)?)'
                   rb"((?:<w:pageBreakBefore/>)?)(<w:numPr>)?")  # fmt: skip
_NATURAL = re.compile("[0-9]{1,9}")
_NUMBER = re.compile(rb'<w:numId w:val="([0-9]+)"/>')


class Template(Struct, frozen=True):
    """What is taken from a user's template.

    `ids` gives for each of our styles the one that stands for it, `numbering` the properties that
    a paragraph of it needs to be numbered as ours is; `numbers` their list instances for ours.
    """

    name: str
    foreign: Foreign
    ids: Mapping[str, str]
    lacking: frozenset[str]
    numbering: Mapping[str, str]
    numbers: Mapping[int, int]
    shift: int = 0
    sections: tuple[Any, ...] = field(default_factory=tuple)

    def applied(self, text: bytes) -> bytes:
        """Word markup with this template's styles and lists in the place of ours."""
        moved = _NUMBER.sub(self._number, text)
        return _USED.sub(self._style, moved)

    def used_but_lacking(self, texts: Iterable[bytes]) -> list[str]:
        """The names of the styles that `texts` use and the template lacks."""
        used = {found[2].decode() for text in texts for found in _USED.finditer(text)}
        return sorted(styles()[id].name for id in used & self.lacking if id in styles())

    def _number(self, found: re.Match[bytes]) -> bytes:
        number = int(found[1])
        return f'<w:numId w:val="{self.numbers.get(number, number + self.shift)}"/>'.encode()

    def _style(self, found: re.Match[bytes]) -> bytes:
        kind, id, kept, turned, numbered = (group or b"" for group in found.groups())
        own = escape(self.ids.get(id.decode(), id.decode())).encode()
        added = self.numbering.get(id.decode(), "") if kind == b"pStyle" and not numbered else ""
        return b'<w:%b w:val="%b"/>%b%b%b%b' % (kind, own, kept, turned, added.encode(), numbered)


def template(files: Files, path: str, span: Span) -> tuple[Template | None, tuple[Diagnostic, ...]]:
    """The template at `path` of the workspace; None with a diagnostic where it cannot be used."""
    name = path.rpartition("/")[2]
    try:
        return _template(files, path, name), ()
    except RefusedError as refused:
        help = say("save the template anew from Word as .dotx or .docx")
        return None, (UNUSABLE_TEMPLATE.at(span, refused.about(name), help),)


def _template(files: Files, path: str, name: str) -> Template:
    try:
        data = files[path]
    except (KeyError, OSError) as error:
        raise RefusedError("template `{0}` does not exist") from error
    foreign = opened(data)
    for refused in foreign.damaged():
        raise refused
    for part in foreign.parts.values():
        if part.name.endswith(".xml") and any(code.fetches for code in codes(root_of(part))):
            raise RefusedError("Word file `{0}` fetches something by a field from outside it")
    theirs = _styles(foreign)
    ids, lacking = _matched(theirs, _mapping(files, path))
    shift = _shift(foreign)
    numbers = _numbers(theirs, ids, shift)
    document = foreign.text()
    return Template(
        name, foreign, ids, lacking, _numbering(theirs, ids, numbers, shift), numbers, shift,
        tuple(document.iter(f"{_W}sectPr")),
    )  # fmt: skip


def _shift(foreign: Foreign) -> int:
    """What is added to the ids of our lists, so that they lie above those of the template."""
    part = related(foreign, foreign.main(), "/numbering")
    rows = () if part is None else root_of(part)
    used = (str(row.get(f"{_W}{name}", "")) for row in rows for name in ("numId", "abstractNumId"))
    return max(1000, *(int(value) for value in used if _NATURAL.fullmatch(value)), 0)


def _mapping(files: Files, path: str) -> dict[str, str]:
    """Which names the template uses for ours, if a JSON file beside it says so."""
    try:
        found = json.loads(files[f"{path}.json"])
    except (KeyError, OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


class Theirs(Struct, frozen=True):
    """A style of the template: `number` is its list instance, its own or inherited."""

    id: str
    name: str
    kind: str
    number: int | None


def _styles(foreign: Foreign) -> dict[str, Theirs]:
    """The template's styles by their names, folded."""
    part = related(foreign, foreign.main(), "/styles")
    if part is None:
        raise RefusedError("template `{0}` has no styles")
    rows = {str(row.get(f"{_W}styleId")): row for row in root_of(part).iter(f"{_W}style")}
    found: dict[str, Theirs] = {}
    for id, row in rows.items():
        named = row.find(f"{_W}name")
        name = str(named.get(f"{_W}val")) if named is not None else id
        kind = str(row.get(f"{_W}type", "paragraph"))
        for known in (name, *_aliases(row)):
            found.setdefault(folded(known), Theirs(id, name, kind, _number_of(rows, id)))
    return found


def _aliases(row: Any) -> list[str]:
    found = row.find(f"{_W}aliases")
    return str(found.get(f"{_W}val", "")).split(",") if found is not None else []


def _number_of(rows: Mapping[str, Any], id: str) -> int | None:
    """The list instance of a style or of the first it is based on; 0 is none."""
    for _ in range(20):
        row = rows.get(id)
        if row is None:
            return None
        found = row.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        if found is not None:
            value = str(found.get(f"{_W}val", "0"))
            return int(value) or None if _NATURAL.fullmatch(value) else None
        based = row.find(f"{_W}basedOn")
        id = str(based.get(f"{_W}val")) if based is not None else ""
    return None


def folded(name: str) -> str:
    """A style's name as it is compared: letters and figures alone.

    >>> folded("Table title") == folded("Tabletitle")
    True
    """
    return "".join(sign for sign in name.casefold() if sign.isalnum() or sign == "-")


def related(foreign: Foreign, part: PartFile, kind: str) -> PartFile | None:
    """The part to which `part` has a relationship that ends in `kind`."""
    for known, target, external in part.relations.known:
        if known.endswith(kind) and not external:
            return foreign.parts.get(target)
    return None


def _matched(
    theirs: Mapping[str, Theirs], mapping: Mapping[str, str]
) -> tuple[dict[str, str], frozenset[str]]:
    """For each of our styles theirs, by name or id; else that of the style ours is based on."""
    ids: dict[str, str] = {"TableISO": "TableNormal"}
    lacking: set[str] = set()
    for known in ("Table ISO", "Table Grid", "Normal Table"):
        if folded(known) in theirs:
            ids["TableISO"] = theirs[folded(known)].id
            break
    for id, style in styles().items():
        found = next((theirs[name] for name in _names(style, mapping) if name in theirs), None)
        if found is None:
            lacking.add(id)
        ids[id] = found.id if found else _otherwise(style, ids)
    return ids, frozenset(lacking)


def _otherwise(style: Style, ids: Mapping[str, str]) -> str:
    """The style in the place of one that is lacking; a look of characters is brought along."""
    if style.row.get("type") == "character":
        return style.id
    return ids.get(str(style.row.get("based")), style.id)


def brought(user: Template) -> str:
    """The looks of characters (superscript, code) that the template lacks, to be added to it."""
    return "".join(
        style_markup(styles()[id])
        for id in sorted(user.lacking)
        if styles()[id].row.get("type") == "character" and not styles()[id].row.get("default")
    )


def _names(style: Style, mapping: Mapping[str, str]) -> Iterator[str]:
    for key in (style.name, style.id):
        if key in mapping:
            yield folded(mapping[key])
    yield folded(style.name)
    yield folded(style.id)


def _numbers(theirs: Mapping[str, Theirs], ids: Mapping[str, str], shift: int) -> dict[int, int]:
    """Our fixed list instances as the template numbers them: by the style each belongs to."""
    by_id = {style.id: style for style in theirs.values()}
    first = {
        "headings": "Heading1", "annexes": "ANNEX", "introduction": "IntroHeading1",
        "bibliography": "BiblioEntry", "dashes": "ListContinue1",
        "european-annexes": "ANNEXZ", "national-annexes": "ANNEXN",
    }  # fmt: skip
    found: dict[int, int] = {}
    for name, style in first.items():
        known = by_id.get(ids.get(style, ""))
        if known is not None and known.number is not None:
            found[NUMBER_IDS[name]] = known.number
    return found


def _numbering(
    theirs: Mapping[str, Theirs], ids: Mapping[str, str], numbers: Mapping[int, int], shift: int
) -> dict[str, str]:
    """What makes a paragraph of a style of theirs numbered as ours, or not numbered as ours."""
    by_id = {style.id: style for style in theirs.values()}
    made: dict[str, str] = {}
    for id, style in styles().items():
        known = by_id.get(ids[id])
        name = style.facts.get("num")
        if known is None or known.kind != "paragraph":
            continue
        if name is None and known.number is not None:
            made[id] = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
        elif name is not None and known.number is None:
            number = NUMBER_IDS[name]
            value = numbers.get(number, number + shift)
            level = style.facts["level"]
            made[id] = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{value}"/></w:numPr>'
    return made


def style_names(templates: Iterable[bytes] = ()) -> frozenset[str]:
    """The folded names of the styles of our own template and of `templates` that can be read."""
    found = {folded(name) for style in styles().values() for name in (style.name, style.id)}
    for data in templates:
        try:
            found |= set(_styles(opened(data)))
        except RefusedError:
            continue
    return frozenset(found)
