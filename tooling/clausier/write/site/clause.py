"""The page of a clause or annex: its number and title, its text, and why it is there."""

from __future__ import annotations

from clausier.model.block import Footnote
from clausier.model.clause import Clause, Term
from clausier.resolve.resolved import Boilerplate, Version
from clausier.write.site.address import Key
from clausier.write.site.blocks import blocks, footnotes
from clausier.write.site.identity import identity
from clausier.write.site.inlines import inlines
from clausier.write.site.markup import attribute, heading, text
from clausier.write.site.page import finished, opened
from clausier.write.site.references import bibliography, normative
from clausier.write.site.sheet import Page, Sheet, Site
from clausier.write.site.terms import entry
from clausier.write.site.why import why

NOTHING = Boilerplate()


def key(version: Version, clause: Clause) -> Key:
    """What the page of a clause is known by."""
    return Key("clause", f"{version.deliverable.id}/{clause.id.value}")


def page(site: Site, version: Version, clause: Clause) -> Page:
    """The page of a clause in one language."""
    sheet = opened(site, version.standard.language, key(version, clause), version)
    head, status, *text_ = parts(sheet, version, clause)
    tools = _tools(sheet, version, clause)
    shown = [head, status, tools, *text_, why(sheet, version, clause)]
    return finished(sheet, plain_title(version, clause), shown, identity(site, version))


def parts(sheet: Sheet, version: Version, clause: Clause) -> list[str]:
    """The text of a clause from its heading to its footnotes."""
    sheet.known_footnotes.update(known_footnotes(clause.footnotes))
    terms = grouped(version) if clause.kind == "terms" else {}
    found = [_heading(sheet, version, clause), _status(sheet, clause)]
    fixed = version.boilerplate.get(clause.id.value, NOTHING)
    own = [block for block in clause.body if block.span not in fixed.taken]
    found += [blocks(sheet, fixed.before), blocks(sheet, own)]
    found += [blocks(sheet, fixed.after), _entries(sheet, terms.get("", ()))]
    found += [_section(sheet, version, section, terms) for section in clause.sections]
    if clause.kind == "normative-references":
        found.append(normative(sheet, version))
    if clause.kind == "bibliography":
        found.append(bibliography(sheet, version))
    return [*found, footnotes(sheet)]


def beside_key(version: Version, clause: Clause) -> Key:
    """What the page is known by that shows a clause in several languages."""
    return Key("beside", f"{version.deliverable.id}/{clause.id.value}")


def _tools(sheet: Sheet, version: Version, clause: Clause) -> str:
    """What a reader can do with the page; its scripts put more into it."""
    way = sheet.to(beside_key(version, clause))
    words = text(sheet.word("beside"))
    shown = f'<a class="cl-beside-open" href="{attribute(way)}">{words}</a>' if way else ""
    notes = "".join(
        f'<span class="cl-standing">{text(words)}</span>'
        for words in _standing(sheet, version, clause)
    )
    return f'<div class="cl-tools" data-search-exclude>{shown}{notes}</div>'


def _standing(sheet: Sheet, version: Version, clause: Clause) -> list[str]:
    """That the clause is an outdated translation, or stands in no other language."""
    site, id, language = sheet.site, clause.id.value, version.standard.language
    found = [
        sheet.word("outdated-here")
        for one in site.resolved.trace.translations
        if one.outdated
        and (one.deliverable, one.language, one.clause) == (version.deliverable.id, language, id)
    ]
    others = [
        other
        for code in site.languages
        if (other := site.versions.get((version.deliverable.id, code)))
    ]
    lacking = [
        sheet.word(f"in-{other.standard.language}")
        for other in others
        if all(one.id.value != id for one in other.clauses)
    ]
    if lacking:
        found.append(sheet.word("untranslated-in").replace("{0}", ", ".join(lacking)))
    return found


def plain_title(version: Version, clause: Clause) -> str:
    """Number and title of a clause as plain text."""
    number = version.numbers.get(clause.span)
    title = version.titles.get(clause.id.value, "")
    return " ".join(filter(None, (number.label if number else "", title))) or clause.id.value


def known_footnotes(found: tuple[Footnote, ...]) -> dict[str, Footnote]:
    """Footnotes by their label."""
    return {footnote.label: footnote for footnote in found}


def grouped(version: Version) -> dict[str, tuple[Term, ...]]:
    """The entries of a document by the subclause that groups them."""
    return {group.id.value if group else "": terms for group, terms in version.term_groups if terms}


def _heading(sheet: Sheet, version: Version, clause: Clause) -> str:
    anchor = sheet.claim(clause.id.value) or clause.id.value
    return heading(clause.level, heading_words(sheet, version, clause), anchor, _kind(clause))


def heading_words(sheet: Sheet, version: Version, clause: Clause) -> str:
    """Number, obligation and title of a clause as HTML."""
    number = version.numbers.get(clause.span)
    title = _title(sheet, version, clause)
    label = f'<span class="cl-number">{text(number.label)}</span>' if number else ""
    if clause.kind == "annex" and clause.level == 1 and clause.obligation:
        word = version.language.labels[clause.obligation]
        label += f' <span class="cl-obligation">({text(word)})</span>'
    return " ".join(filter(None, (label, title)))


def _title(sheet: Sheet, version: Version, clause: Clause) -> str:
    if clause.title:
        return inlines(sheet, clause.title, linked=False)
    return text(version.titles.get(clause.id.value, ""))


def _kind(clause: Clause) -> str:
    if clause.level > 1 and not clause.title:
        return "cl-untitled"
    return "cl-run-in" if clause.run_in else ""


def _status(sheet: Sheet, clause: Clause) -> str:
    if clause.status is None:
        return ""
    word = sheet.word(f"status-{clause.status}")
    return f'<p class="cl-status" data-search-exclude>{text(word)}</p>'


def _entries(sheet: Sheet, terms: tuple[Term, ...]) -> str:
    return "\n\n".join(entry(sheet, term) for term in terms)


def _section(
    sheet: Sheet, version: Version, section: Clause, terms: dict[str, tuple[Term, ...]]
) -> str:
    own = terms.get(section.id.value, ())
    parts = [_heading(sheet, version, section), blocks(sheet, section.body), _entries(sheet, own)]
    parts += [_section(sheet, version, inner, terms) for inner in section.sections]
    return "\n\n".join(filter(None, parts))
