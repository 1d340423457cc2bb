"""The list of all provisions, with a filter by type, clause and principle."""

from __future__ import annotations

from collections.abc import Iterable

from clausier.resolve.resolved import Provision, Type, Version
from clausier.write.site.address import Key
from clausier.write.site.identity import identity
from clausier.write.site.markup import attribute, heading, link, paragraph, text
from clausier.write.site.page import finished, opened
from clausier.write.site.principles import provision_way
from clausier.write.site.sheet import Page, Sheet, Site, chosen
from clausier.write.site.why import principle_name

INDEX = Key("provisions")


def page(site: Site, language: str) -> Page:
    """Every provision of the deliverables in a language, one row each."""
    sheet = opened(site, language, INDEX)
    title = sheet.word("provisions")
    versions = site.in_language(language)
    parts = [
        heading(1, text(title), "cl--top"),
        paragraph(text(sheet.word("provisions-lead"))),
        _totals(sheet, versions),
        _filter(sheet, versions),
    ]
    for version in versions:
        if len(versions) > 1:
            name = version.deliverable.metadata.titles.get(language, version.deliverable.id)
            parts.append(heading(2, text(name), f"cl--{version.deliverable.id}"))
        parts.append(_table(sheet, version))
    marked = identity(site, versions[0]) if len(versions) == 1 else ""
    return finished(sheet, title, parts, marked)


def _totals(sheet: Sheet, versions: Iterable[Version]) -> str:
    counts = dict.fromkeys(Type, 0)
    for version in versions:
        for provision in version.provisions:
            counts[provision.type] += 1
    cells = "".join(
        f"<div><dt>{text(sheet.word(f'types-{type.value}'))}</dt><dd>{count}</dd></div>"
        for type, count in counts.items()
        if count
    )
    return f'<dl class="cl-totals" data-search-exclude>{cells}</dl>' if cells else ""


def _filter(sheet: Sheet, versions: tuple[Version, ...]) -> str:
    types = [(one.value, sheet.word(f"type-{one.value}")) for one in Type]
    principles = [(id, _principle(sheet, id)) for id in sheet.site.principles]
    clauses: dict[str, str] = {}
    for version in versions:
        for provision in version.provisions:
            clauses.setdefault(*_root(sheet, version, provision))
    fields = [
        _select(sheet, "type", types),
        _select(sheet, "clause", list(clauses.items())),
        _select(sheet, "principle", principles) if principles else "",
    ]
    count = (
        f'<p class="cl-count" role="status" data-words="{attribute(sheet.word("shown-of"))}"></p>'
    )
    reset = f'<button type="reset" class="cl-button">{text(sheet.word("filter-reset"))}</button>'
    content = "\n".join(filter(None, (*fields, reset, count)))
    name = attribute(sheet.word("filter"))
    head = f'<form class="cl-filter" aria-label="{name}" hidden data-search-exclude>'
    return f"{head}\n{content}\n</form>"


def _select(sheet: Sheet, name: str, options: list[tuple[str, str]]) -> str:
    lines = "".join(
        f'<option value="{attribute(value)}">{text(words)}</option>' for value, words in options
    )
    every = text(sheet.word("filter-all"))
    label = text(sheet.word(name))
    return (
        f'<label class="cl-field"><span>{label}</span> '
        f'<select name="{name}"><option value="">{every}</option>{lines}</select></label>'
    )


def _principle(sheet: Sheet, id: str) -> str:
    texts = sheet.site.principles[id]
    code = chosen(texts, sheet.language, sheet.site.languages)
    return texts[code].title.value if code else id


def _root(sheet: Sheet, version: Version, provision: Provision) -> tuple[str, str]:
    """The clause of its own page that a provision stands in: its key and its name."""
    roots = sheet.site.roots[(version.deliverable.id, version.standard.language)]
    root = roots.get(provision.clause, provision.clause)
    target = version.targets.get(root)
    title = version.titles.get(root, root)
    name = " ".join(filter(None, (target.number if target else "", title)))
    return f"{version.deliverable.id}/{root}", name


def _table(sheet: Sheet, version: Version) -> str:
    heads = "".join(
        f'<th scope="col">{text(sheet.word(word))}</th>'
        for word in ("clause", "provision", "type", "principles")
    )
    rows = "\n".join(_row(sheet, version, provision) for provision in version.provisions)
    label = attribute(sheet.word("provisions"))
    return (
        f'<div class="cl-scroll" role="group" tabindex="0" aria-label="{label}">\n'
        f'<table class="cl-grid cl-wide cl-filtered">\n<thead><tr>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
    )


def _row(sheet: Sheet, version: Version, provision: Provision) -> str:
    target = version.targets.get(provision.clause)
    number = text(target.number or target.name if target else provision.clause)
    way = provision_way(sheet, version, provision)
    said = text(provision.text)
    type = provision.type.value
    tag = f'<span class="cl-tag cl-tag--{type}">{text(sheet.word(f"type-{type}"))}</span>'
    principles = ", ".join(principle_name(sheet, id) for id in provision.principles)
    key, _ = _root(sheet, version, provision)
    data = (
        f'data-type="{type}" data-clause="{attribute(key)}" '
        f'data-principle="{attribute(" ".join(provision.principles))}"'
    )
    return (
        f'<tr {data}><td class="cl-number">{number}</td>'
        f"<td>{link(way, said, 'cl-said') if way else said}</td>"
        f'<td>{tag}</td><td class="cl-principles">{principles}</td></tr>'
    )
