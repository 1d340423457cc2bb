"""What stands around the text: styles, numbering, margins, sections. Ours, or a template's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from msgspec import Struct

from clausier.write.docx.draft import Draft
from clausier.write.docx.foreign import parsed
from clausier.write.docx.margins import LINE_NUMBERS, PAGE, Margins, margin_parts, section
from clausier.write.docx.markup import R, W, escape
from clausier.write.docx.package import OFFICE, WORD, PartFile
from clausier.write.docx.settings import fonts_part, settings_part
from clausier.write.docx.styles import styles_part
from clausier.write.docx.template import Template, brought, related
from clausier.write.docx.theme import THEME, theme_part

_W = f"{{{W}}}"
_SIZES = ("pgSz", "pgMar")


class Frame(Struct, frozen=True):
    """The parts around a text and the properties of its three sections."""

    parts: tuple[PartFile, ...]
    cover: str
    front: str
    text: str
    applied: Callable[[str], str]


def frame(draft: Draft, margins: Margins, user: Template | None) -> Frame:
    """Our own frame, or that of the user's template."""
    if user is not None:
        return _theirs(draft, margins, user)
    margin, references = margin_parts(margins, draft.main)
    parts = [
        _named(draft, "styles", styles_part(draft.language.locale)),
        _named(draft, "numbering", draft.numbering.part()),
        _settings(draft, True),
        _named(draft, "fontTable", fonts_part()),
        _theme(draft),
    ]
    return Frame(
        (*margin, *parts),
        section(""),
        section(references["roman"], "lowerRoman", 2),
        section(references["decimal"], "decimal", 1, _lines(draft)),
        lambda text: text,
    )


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


def _theirs(draft: Draft, margins: Margins, user: Template) -> Frame:
    main = user.foreign.main()
    kept: dict[str, PartFile] = {}
    for kind in ("styles", "theme", "fontTable"):
        found = related(user.foreign, main, f"/{kind}")
        if found is not None:
            draft.main.add(f"{OFFICE}/{kind}", found.name)
            _keep(kept, user, found)
    _bring(kept, user, main)
    numbering = related(user.foreign, main, "/numbering")
    merged = _merged(numbering.data if numbering else None, draft.numbering.part(), user.shift)
    own = [_named(draft, "numbering", merged)]
    if related(user.foreign, main, "/theme") is None:
        own.append(_theme(draft))
    settings = related(user.foreign, main, "/settings")
    even = settings is not None and b"evenAndOddHeaders" in settings.data
    sections, has_margins = _sections(draft, user, main, kept)
    if not has_margins:
        parts, references = margin_parts(margins, draft.main)
        own += [_applied(part, user) for part in parts]
        sections = [references["roman"], references["roman"], references["decimal"]]
        even = True
    own.append(_settings(draft, even))
    sizes = [_sizes(user, index) for index in range(3)]
    return Frame(
        (*own, *kept.values()),
        _section("" if not has_margins else sections[0], sizes[0], ""),
        _section(sections[1], sizes[1], '<w:pgNumType w:fmt="lowerRoman" w:start="2"/>'),
        _section(
            sections[2], sizes[2], f'{_lines(draft)}<w:pgNumType w:fmt="decimal" w:start="1"/>'
        ),
        user.applied,
    )


def _bring(kept: dict[str, PartFile], user: Template, main: PartFile) -> None:
    part = related(user.foreign, main, "/styles")
    added = brought(user)
    if part is None or not added:
        return
    before, end, after = part.data.rpartition(b"</w:styles>")
    data = before + added.encode() + end + after
    kept[part.name] = PartFile(part.name, part.content_type, data, part.relations)


def _applied(part: PartFile, user: Template) -> PartFile:
    data = user.applied(part.data.decode()).encode()
    return PartFile(part.name, part.content_type, data, part.relations)


def _keep(kept: dict[str, PartFile], user: Template, part: PartFile) -> None:
    """A part of the template with all that it refers to."""
    if part.name in kept:
        return
    kept[part.name] = part
    for _, target, external in part.relations.known:
        found = user.foreign.parts.get(target)
        if not external and found is not None:
            _keep(kept, user, found)


def _section(references: str, sizes: str, numbers: str) -> str:
    begins = '<w:type w:val="nextPage"/>'
    return f'<w:sectPr>{references}{begins}{sizes}{numbers}<w:cols w:space="708"/></w:sectPr>'


def _chosen(user: Template, index: int) -> Any | None:
    """Of the template's sections the one for the cover (0), the front (1) or the text (2)."""
    if not user.sections:
        return None
    return user.sections[index] if len(user.sections) > 2 and index < 2 else user.sections[-1]


def _sections(
    draft: Draft, user: Template, main: PartFile, kept: dict[str, PartFile]
) -> tuple[list[str], bool]:
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
    return made, any(made)


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


def text_width(user: Template, otherwise: int) -> int:
    """The width of the text of the template's last section, in twips."""
    chosen = _chosen(user, 2)
    if chosen is None:
        return otherwise
    size, margin = chosen.find(f"{_W}pgSz"), chosen.find(f"{_W}pgMar")
    if size is None or margin is None:
        return otherwise
    names = (size.get(f"{_W}w"), margin.get(f"{_W}left"), margin.get(f"{_W}right"))
    values = [int(value) for value in names if value is not None and value.isdigit()]
    width = values[0] - values[1] - values[2] if len(values) == 3 else otherwise
    return width if 2000 < width < 40_000 else otherwise


def _merged(theirs: bytes | None, ours: bytes, shift: int) -> bytes:
    """Their numbering with ours after it: our ids are moved, our links to styles left out."""
    from lxml import etree

    if theirs is None:
        theirs = ours.partition(b"<w:abstractNum ")[0] + b"</w:numbering>"
    root, added = parsed(theirs), parsed(ours)
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
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _last(root: Any, row: Any) -> None:
    clean = root.find(f"{_W}numIdMacAtCleanup")
    if clean is not None:
        clean.addprevious(row)
    else:
        root.append(row)


def _moved(rows: Iterable[Any], name: str, shift: int) -> None:
    for row in rows:
        row.set(f"{_W}{name}", str(int(str(row.get(f"{_W}{name}"))) + shift))
