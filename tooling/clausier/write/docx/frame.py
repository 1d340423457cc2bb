"""What stands around the text: styles, numbering, margins, sections. Ours, or a template's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct

from clausier.write.docx.draft import Draft
from clausier.write.docx.foreign import root_of
from clausier.write.docx.margins import (
    LINE_NUMBERS,
    PAGE,
    TURNED,
    Margins,
    margin_parts,
    numbers,
    section,
)
from clausier.write.docx.markup import R, W, escape
from clausier.write.docx.package import OFFICE, WORD, PartFile
from clausier.write.docx.settings import fonts_part, settings_part
from clausier.write.docx.styles import styles_part
from clausier.write.docx.template import Template, brought, related
from clausier.write.docx.theme import THEME, theme_part

_W = f"{{{W}}}"
_SIZES = ("pgSz", "pgMar")
_LENGTH = re.compile(r'w:(w|h|left|right)="([0-9]{1,6})"')


Sections = Callable[[bool, bool], str]
"""The properties of a section: whether its pages are turned, whether it is the first."""


class Frame(Struct, frozen=True):
    """The parts around a text and the properties of its sections."""

    parts: tuple[PartFile, ...]
    cover: str
    front: Sections
    text: Sections
    applied: Callable[[bytes], bytes]


def frame(draft: Draft, margins: Margins, user: Template | None, turned: bool) -> Frame:
    """Our own frame, or that of the user's template; whether some pages are `turned`."""
    if user is not None:
        return _theirs(draft, margins, user, turned)
    margin, references = margin_parts(margins, draft.main, turned)
    parts = [
        _named(draft, "styles", styles_part(draft.language)),
        _named(draft, "numbering", draft.numbering.part()),
        _settings(draft, True),
        _named(draft, "fontTable", fonts_part()),
        _theme(draft),
    ]
    return Frame(
        (*margin, *parts),
        section(""),
        _sections_of(references, "roman", "lowerRoman", 2, (PAGE, TURNED)),
        _sections_of(references, "decimal", "decimal", 1, (PAGE, TURNED), _lines(draft)),
        lambda text: text,
    )


def _sections_of(
    references: Mapping[str, str], form: str, format: str, start: int, sizes: tuple[str, str],
    lines: str = "",
) -> Sections:  # fmt: skip
    def properties(turned: bool, first: bool) -> str:
        named = references[f"{form}-across" if turned else form]
        return section(named, sizes[turned], lines, numbers(format, start if first else 0))

    return properties


def _lines(draft: Draft) -> str:
    return LINE_NUMBERS if draft.line_numbers else ""


def _named(draft: Draft, name: str, data: bytes) -> PartFile:
    draft.main.add(f"{OFFICE}/{name}", f"/word/{name}.xml")
    return PartFile(f"/word/{name}.xml", f"{WORD}.{name}+xml", data)


def _settings(draft: Draft, even: bool) -> PartFile:
    decimal = "." if draft.language.code == "en" else ","
    return _named(draft, "settings", settings_part(draft.language.locale, decimal, even))


def _theme(draft: Draft) -> PartFile:
    draft.main.add(f"{OFFICE}/theme", "/word/theme/theme1.xml")
    return PartFile("/word/theme/theme1.xml", THEME, theme_part())


def _theirs(draft: Draft, margins: Margins, user: Template, turned: bool) -> Frame:
    main = user.foreign.main()
    kept: dict[str, PartFile] = {}
    for kind in ("styles", "theme", "fontTable"):
        found = related(user.foreign, main, f"/{kind}")
        if found is not None:
            draft.main.add(f"{OFFICE}/{kind}", found.name)
            _keep(kept, user, found)
    _bring(kept, user, main)
    numbering = related(user.foreign, main, "/numbering")
    merged = _merged(numbering, draft.numbering.part(), user.shift)
    own = [_named(draft, "numbering", merged)]
    if related(user.foreign, main, "/theme") is None:
        own.append(_theme(draft))
    settings = related(user.foreign, main, "/settings")
    even = settings is not None and _says(root_of(settings), "evenAndOddHeaders")
    cover, references = _references(draft, user, main, kept)
    if not any(references.values()):
        parts, references = margin_parts(margins, draft.main, turned)
        own += [_applied(part, user) for part in parts]
        even = True
    own.append(_settings(draft, even))
    first, front, text = (_sizes(user, index) for index in range(3))
    return Frame(
        (*own, *kept.values()),
        section(cover, first),
        _sections_of(references, "roman", "lowerRoman", 2, (front, _turned(front))),
        _sections_of(references, "decimal", "decimal", 1, (text, _turned(text)), _lines(draft)),
        user.applied,
    )


def _says(settings: Any, name: str) -> bool:
    """Whether settings turn on what `name` stands for."""
    row = settings.find(f"{_W}{name}")
    return row is not None and row.get(f"{_W}val", "true") in ("true", "on", "1")


def _bring(kept: dict[str, PartFile], user: Template, main: PartFile) -> None:
    """The template's styles with the looks of characters that it lacks, whatever its prefixes."""
    part = related(user.foreign, main, "/styles")
    added = brought(user)
    if part is None or not added:
        return
    root = root_of(part)
    root.extend(_root(f'<w:styles xmlns:w="{W}">{added}</w:styles>'.encode()))
    kept[part.name] = PartFile(part.name, part.content_type, _written(root), part.relations)


def _root(ours: bytes) -> Any:
    from lxml import etree

    return etree.fromstring(ours)


def _written(root: Any) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _applied(part: PartFile, user: Template) -> PartFile:
    return PartFile(part.name, part.content_type, user.applied(part.data), part.relations)


def _keep(kept: dict[str, PartFile], user: Template, part: PartFile) -> None:
    """A part of the template with all that it refers to."""
    if part.name in kept:
        return
    kept[part.name] = part
    for _, target, external in part.relations.known:
        found = user.foreign.parts.get(target)
        if not external and found is not None:
            _keep(kept, user, found)


def _chosen(user: Template, index: int) -> Any | None:
    """Of the template's sections the one for the cover (0), the front (1) or the text (2)."""
    if not user.sections:
        return None
    return user.sections[index] if len(user.sections) > 2 and index < 2 else user.sections[-1]


def _references(
    draft: Draft, user: Template, main: PartFile, kept: dict[str, PartFile]
) -> tuple[str, dict[str, str]]:
    """The references to headers and footers of the cover, and those of the other sections."""
    targets = {key: (kind, target) for (kind, target, _), key in main.relations.known.items()}
    made: list[str] = []
    for index in range(3):
        chosen = _chosen(user, index)
        references = ""
        for row in () if chosen is None else chosen:
            kind, target = targets.get(str(row.get(f"{{{R}}}id")), ("", ""))
            part = user.foreign.parts.get(target)
            if part is not None and row.tag in (f"{_W}headerReference", f"{_W}footerReference"):
                _keep(kept, user, part)
                key = draft.main.add(kind, target)
                name = row.tag.removeprefix(_W)
                when = escape(str(row.get(f"{_W}type", "default")))
                references += f'<w:{name} w:type="{when}" r:id="{key}"/>'
        made.append(references)
    cover, roman, decimal = made
    across = {"roman-across": roman, "decimal-across": decimal}
    return cover, {"roman": roman, "decimal": decimal, **across}


def _sizes(user: Template, index: int) -> str:
    chosen = _chosen(user, index)
    rows = [] if chosen is None else [chosen.find(f"{_W}{name}") for name in _SIZES]
    known = [row for row in rows if row is not None]
    if len(known) < len(_SIZES):
        return PAGE
    return "".join(_copied(row) for row in known)


def _copied(row: Any) -> str:
    inside = "".join(
        f' w:{key.removeprefix(_W)}="{value}"'
        for key, value in row.attrib.items()
        if key.startswith(_W) and _plain(value)
    )
    return f"<w:{row.tag.removeprefix(_W)}{inside}/>"


def _plain(value: str) -> bool:
    return value.replace("-", "").replace(".", "").isalnum()


def text_widths(user: Template, otherwise: tuple[int, int]) -> tuple[int, int]:
    """The width in twips of the text of the template's last section, and that when it is turned."""
    sizes = _sizes(user, 2)
    upright, across = _text_width(sizes), _text_width(_turned(sizes))
    return upright or otherwise[0], across or otherwise[1]


def _text_width(sizes: str) -> int | None:
    known = dict(_LENGTH.findall(sizes))
    if not {"w", "left", "right"} <= known.keys():
        return None
    width = int(known["w"]) - int(known["left"]) - int(known["right"])
    return width if 2000 < width < 40_000 else None


def _turned(sizes: str) -> str:
    """The same page with its long side below."""
    known = dict(_LENGTH.findall(sizes))
    width, height = known.get("w", "11906"), known.get("h", "16838")
    if int(width) > int(height):
        return sizes
    page = f'<w:pgSz w:w="{height}" w:h="{width}" w:orient="landscape"/>'
    return page + sizes[sizes.index("<w:pgMar") :]


def _merged(theirs: PartFile | None, ours: bytes, shift: int) -> bytes:
    """Their numbering with ours after it: our ids are moved, our links to styles left out."""
    none = ours.partition(b"<w:abstractNum ")[0] + b"</w:numbering>"
    root, added = _root(none) if theirs is None else root_of(theirs), _root(ours)
    for link in list(added.iter(f"{_W}pStyle")):
        link.getparent().remove(link)
    _moved(added.iter(f"{_W}abstractNum"), "abstractNumId", shift)
    _moved(added.iter(f"{_W}num"), "numId", shift)
    _moved(added.iter(f"{_W}abstractNumId"), "val", shift)
    first = root.find(f"{_W}num")
    for row in list(added):
        if row.tag == f"{_W}abstractNum" and first is not None:
            first.addprevious(row)
        else:
            _last(root, row)
    return _written(root)


def _last(root: Any, row: Any) -> None:
    clean = root.find(f"{_W}numIdMacAtCleanup")
    if clean is not None:
        clean.addprevious(row)
    else:
        root.append(row)


def _moved(rows: Iterable[Any], name: str, shift: int) -> None:
    for row in rows:
        row.set(f"{_W}{name}", str(int(str(row.get(f"{_W}{name}"))) + shift))
