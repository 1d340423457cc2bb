"""Term entries, and the index of terms with the places that use them."""

from __future__ import annotations

from collections.abc import Iterable

from clausier.model.clause import Term
from clausier.resolve.alphabet import alphabetical
from clausier.resolve.resolved import Version
from clausier.write.site.address import Key
from clausier.write.site.blocks import blocks
from clausier.write.site.identity import identity
from clausier.write.site.inlines import inlines
from clausier.write.site.markup import division, heading, link, paragraph, text
from clausier.write.site.page import finished, opened
from clausier.write.site.sheet import Page, Sheet, Site
from clausier.write.site.term_source import source

INDEX = Key("terms")


def entry(sheet: Sheet, term: Term) -> str:
    """A terminological entry: number, designations, definition, examples, notes, source, uses."""
    assert sheet.version
    version = sheet.version
    sheet.known_footnotes.update({footnote.label: footnote for footnote in term.footnotes})
    number = version.numbers.get(term.span)
    sign = f'<span class="cl-number">{text(number.label)}</span> ' if number else ""
    name = f"<dfn>{text(term.preferred.value)}</dfn>"
    anchor = sheet.claim(term.id.value) or term.id.value
    parts = [
        heading(2, sign + name, anchor, "cl-term-name"),
        designations(sheet, term),
        definition(sheet, term),
        blocks(sheet, term.other),
        blocks(sheet, term.examples),
        blocks(sheet, term.notes),
        source(sheet, version, term),
        _uses(sheet, version, term),
    ]
    return "\n\n".join(filter(None, parts))


def designations(sheet: Sheet, term: Term) -> str:
    """The admitted and the deprecated designations of a concept."""
    admitted = [paragraph(text(name.value), "cl-admitted") for name in term.admitted]
    word = sheet.spoken().labels["deprecated-term"]
    deprecated = [
        paragraph(text(word.replace("{0}", name.value)), "cl-deprecated")
        for name in term.deprecated
    ]
    return "\n".join((*admitted, *deprecated))


def definition(sheet: Sheet, term: Term) -> str:
    """The definition of a concept, with an anchor of its own."""
    if not term.definition:
        return ""
    domain = f"&lt;{text(term.domain)}&gt; " if term.domain else ""
    anchor = sheet.claim(f"{term.id.value}--definition")
    return paragraph(domain + inlines(sheet, term.definition), "cl-definition", anchor)


def _uses(sheet: Sheet, version: Version, term: Term) -> str:
    found = places(sheet, version, term)
    if not found:
        return ""
    words = text(sheet.word("used-in"))
    content = f"<p>{words} {', '.join(found)}</p>"
    return f'<div class="cl-uses" data-search-exclude>{content}</div>'


def places(sheet: Sheet, version: Version, term: Term) -> list[str]:
    """Where a term is used: the numbers of the clauses, linked, with how often where more than
    once; in the order of reading."""
    counted: dict[str, int] = {}
    for use in sheet.site.uses[(version.deliverable.id, version.standard.language)].get(
        term.id.value, ()
    ):
        if use != term.id.value:
            counted[use] = counted.get(use, 0) + 1
    return [_place(sheet, version, clause, count) for clause, count in counted.items()]


def _place(sheet: Sheet, version: Version, clause: str, count: int) -> str:
    target = version.targets.get(clause)
    title = version.titles.get(clause, clause)
    name = text((target.number if target else "") or title)
    way = sheet.within(version, clause)
    shown = link(way, name) if way else name
    return f"{shown} ({count})" if count > 1 else shown


def index(site: Site, language: str) -> Page:
    """The index of terms of all deliverables in a language."""
    versions = [version for version in site.in_language(language) if _terms(version)]
    sheet = opened(site, language, INDEX)
    parts = [heading(1, text(sheet.word("terms-index")), "cl--top")]
    lead = "terms-index-lead" if versions else "terms-index-none"
    parts.append(paragraph(text(sheet.word(lead))))
    for version in versions:
        if len(versions) > 1:
            title = version.deliverable.metadata.titles.get(language, version.deliverable.id)
            parts.append(heading(2, text(title), f"cl--{version.deliverable.id}"))
        parts.append(division(_list(sheet, version), "cl-index"))
    return finished(sheet, sheet.word("terms-index"), parts, _identity(site, versions))


def _identity(site: Site, versions: list[Version]) -> str:
    return identity(site, versions[0]) if len(versions) == 1 else ""


def _terms(version: Version) -> list[Term]:
    return [term for _, terms in version.term_groups for term in terms]


def _list(sheet: Sheet, version: Version) -> str:
    lines: list[str] = []
    for name, kind, term in sorted(_names(_terms(version)), key=lambda row: alphabetical(row[0])):
        way = sheet.within(version, term.id.value) or ""
        shown = link(way, text(name), f"cl-term-use cl-{kind}")
        shown = shown.replace("<a ", f'<a data-term="{text(term.id.value)}" ', 1)
        sheet.terms[term.id.value] = None
        number = version.numbers.get(term.span)
        sign = f' <span class="cl-number">{text(number.label)}</span>' if number else ""
        found = places(sheet, version, term) if kind == "preferred" else []
        also = "" if kind == "preferred" else f" → {text(term.preferred.value)}"
        used = f"<dd>{text(sheet.word('used-in'))} {', '.join(found)}</dd>" if found else ""
        empty = text(sheet.word("not-used")) if kind == "preferred" and not found else ""
        rest = used or (f'<dd class="cl-quiet">{empty}</dd>' if empty else "<dd></dd>")
        lines.append(f"<dt>{shown}{sign}{also}</dt>\n{rest}")
    content = "\n".join(lines)
    return f'<dl class="cl-definitions">\n{content}\n</dl>'


def _names(terms: Iterable[Term]) -> list[tuple[str, str, Term]]:
    found: list[tuple[str, str, Term]] = []
    for term in terms:
        found.append((term.preferred.value, "preferred", term))
        found.extend((name.value, "admitted", term) for name in term.admitted)
        found.extend((name.value, "deprecated", term) for name in term.deprecated)
    return found
