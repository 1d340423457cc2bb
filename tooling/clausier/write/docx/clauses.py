"""Clauses, annexes and subclauses: headings that Word numbers, and what stands beneath."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from clausier.model.block import Block, Paragraph
from clausier.model.clause import Clause, Term
from clausier.resolve.resolved import Number, Version
from clausier.write.docx.blocks import blocks, paragraph
from clausier.write.docx.contents import Entry
from clausier.write.docx.draft import Draft, Setting
from clausier.write.docx.inlines import runs
from clausier.write.docx.look import Look
from clausier.write.docx.marks import mark_name
from clausier.write.docx.markup import LINE, run
from clausier.write.docx.references import bibliography, normative_references
from clausier.write.docx.terms import grouped, term_entry

_TITLES = {
    "foreword": "ForewordTitle",
    "introduction": "IntroTitle",
    "bibliography": "BiblioTitle",
}
DEEPEST = 6
IN_CONTENTS = 3


class Part(Struct, frozen=True):
    """What the subclauses of one file share."""

    version: Version
    file: Clause
    setting: Setting


def clause(draft: Draft, found: Clause, version: Version, entries: list[Entry]) -> str:
    """A file's clause with all beneath it; its headings are added to `entries`."""
    notes = {note.label: note for note in found.footnotes}
    style = "ForewordText" if found.kind == "foreword" else "BodyText"
    setting = replace(draft.body, footnotes=notes, style=style, more=style)
    part = Part(version, found, setting)
    return _heading(draft, found, part, entries) + _content(draft, found, part, entries)


def _content(draft: Draft, found: Clause, part: Part, entries: list[Entry]) -> str:
    setting = part.setting
    fixed = part.version.boilerplate.get(found.id.value)
    before, after, taken = (fixed.before, fixed.after, fixed.taken) if fixed else ((), (), ())
    body = tuple(block for block in found.body if block.span not in taken)
    own, opened = _opened(draft, found, part, (*before, *body))
    made = [opened, blocks(draft, own, setting)]
    if found.level == 1 and found.kind == "normative-references":
        made.append(normative_references(draft, part.version.normative))
    if found.level == 1 and found.kind == "bibliography":
        made.append(bibliography(draft, part.version.bibliography))
    made.append(blocks(draft, after, setting))
    made += [term_entry(draft, term, found.level) for term in _terms(found, part)]
    made += [_section(draft, section, part, entries) for section in found.sections]
    return "".join(made)


def _terms(found: Clause, part: Part) -> tuple[Term, ...]:
    return grouped(part.version, part.file, found) if part.file.kind == "terms" else ()


def _section(draft: Draft, section: Clause, part: Part, entries: list[Entry]) -> str:
    return _heading(draft, section, part, entries) + _content(draft, section, part, entries)


def _heading(draft: Draft, found: Clause, part: Part, entries: list[Entry]) -> str:
    if found.run_in or (found.level > 1 and not found.title):
        return ""
    number = draft.facts.numbers.get(found.span)
    setting = _heading_setting(draft, found, part, number)
    name = part.version.titles.get(found.id.value, "")
    shown = runs(draft, found.title, setting) if found.title else draft.run(name)
    if found.level == 1 and found.kind == "annex":
        shown = _annex_lines(draft, found, shown)
    made = draft.paragraph(setting, shown)
    if found.level <= IN_CONTENTS:
        label = number.label if number is not None else ""
        if found.kind == "annex" and found.level == 1:
            name = " ".join(filter(None, (label, _obligation(draft, found), name)))
            label = ""
        mark = mark_name(found.id.value)
        entries.append(Entry(found.level, label, name, mark, draft.ruler.page))
    return made


def _annex_lines(draft: Draft, found: Clause, title: str) -> str:
    status = run(_obligation(draft, found), Look(style="AnnexHeadingLine2").xml)
    return f"{LINE}{status}{LINE}{LINE}{title}" if status else LINE + LINE + title


def _obligation(draft: Draft, found: Clause) -> str:
    if found.obligation is None:
        return ""
    return f"({draft.language.labels[found.obligation]})"


def _heading_setting(draft: Draft, found: Clause, part: Part, number: Number | None) -> Setting:
    level = min(found.level, DEEPEST)
    kind = part.file.kind
    if number is None:
        style = _TITLES.get(kind, "FrontHead") if level == 1 else "FrontHead"
    elif kind == "annex":
        top = "ANNEXZ" if part.file.derived else "ANNEX"
        style = top if level == 1 else f"a{level}"
    elif kind == "introduction":
        style = f"IntroHeading{level}"
    else:
        style = f"Heading{level}"
    marks = draft.names([found.span], [found.id.value])
    numbering = _numbering(draft, part, number)
    return replace(draft.body, style=style, more=style, numbering=numbering, marks=marks)


def _numbering(draft: Draft, part: Part, number: Number | None) -> str:
    if number is None:
        return ""
    name = _list(part.file)
    own = number.value.removeprefix("Z") if name == "european-annexes" else number.value
    return draft.numbering.heading(name, own)


def _list(file: Clause) -> str:
    """The list of the numbering in which the headings of a file are counted."""
    if file.kind == "annex":
        return "european-annexes" if file.derived else "annexes"
    return "introduction" if file.kind == "introduction" else "headings"


def _opened(
    draft: Draft, found: Clause, part: Part, group: tuple[Block, ...]
) -> tuple[tuple[Block, ...], str]:
    """Of a subclause that has no heading line of its own, its first paragraph with its number."""
    if found.level == 1 or not (found.run_in or not found.title):
        return group, ""
    number = draft.facts.numbers.get(found.span)
    level = min(found.level, DEEPEST)
    numbering = _numbering(draft, part, number)
    if number is not None and not numbering:
        numbering = draft.numbering.at(_list(part.file), level)
    setting = replace(
        part.setting,
        style=f"p{level}" if number is not None else part.setting.style,
        numbering=numbering,
        marks=draft.names([found.span], [found.id.value]),
    )
    if found.title:
        title = runs(draft, found.title, setting, Look(bold=True))
        setting = replace(setting, lead=title + (draft.run(" ") if group else ""))
    if group and isinstance(group[0], Paragraph):
        return group[1:], paragraph(draft, group[0], setting)
    return group, draft.paragraph(setting, "")
