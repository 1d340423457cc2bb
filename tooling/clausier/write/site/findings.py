"""What is still open: findings, pending proposals, links and translations to look at again."""

from __future__ import annotations

from clausier.language.translate import said
from clausier.resolve.resolved import Translation, Version
from clausier.source.diagnostic import Diagnostic, Severity
from clausier.write.rule_page import address
from clausier.write.site import guide
from clausier.write.site.address import Key, relative
from clausier.write.site.markup import heading, link, listing, marked, paragraph, text
from clausier.write.site.next_stage import blocking
from clausier.write.site.page import finished, opened
from clausier.write.site.principles import clause_name
from clausier.write.site.sheet import Page, Sheet, Site
from clausier.write.site.why import counted, principle_name, proposal_line

INDEX = Key("findings")


def page(site: Site, language: str) -> Page:
    """The page of the person who must bring the draft to its next stage."""
    sheet = opened(site, language, INDEX)
    title = sheet.word("findings")
    found = _by_path(sheet)
    lines = {
        one: _short(sheet, one, _place_id(index, at))
        for index, (_, several) in enumerate(found, 1)
        for at, one in enumerate(several, 1)
    }
    parts = [
        heading(1, text(title), "cl--top"),
        paragraph(text(sheet.word("findings-lead"))),
        _summary(sheet),
        *blocking(sheet, lines),
        *_undecided(sheet),
        *_suspect(sheet),
        *_translations(sheet),
        *_by_file(sheet, found),
    ]
    return finished(sheet, title, parts)


def _summary(sheet: Sheet) -> str:
    found = sheet.site.diagnostics
    if not found:
        return paragraph(text(sheet.word("findings-none")), "cl-state")
    counts = [
        counted(sheet, f"count-{severity.value}", sum(one.severity is severity for one in found))
        for severity in Severity
    ]
    return paragraph(text(", ".join(counts)), "cl-state")


def _undecided(sheet: Sheet) -> list[str]:
    found = [one for one in sheet.site.proposals.values() if one.decision == "pending"]
    if not found:
        return []
    title = heading(2, text(sheet.word("gaps-pending")), "cl--pending")
    return [title, listing((proposal_line(sheet, one) for one in found), "cl-plain")]


def _suspect(sheet: Sheet) -> list[str]:
    lines: list[str] = []
    for one in sheet.site.resolved.trace.links:
        version = sheet.site.versions.get((one.deliverable, one.language))
        if one.suspect and version and one.language == sheet.language:
            clause = clause_name(sheet, version, one.clause)
            lines.append(f"{clause} – {principle_name(sheet, one.principle)}")
    if not lines:
        return []
    lead = paragraph(text(sheet.word("suspect-lead")))
    return [
        heading(2, text(sheet.word("suspect-links")), "cl--suspect"), lead,
        listing(lines, "cl-plain"),
    ]  # fmt: skip


def _translations(sheet: Sheet) -> list[str]:
    found = [one for one in sheet.site.resolved.trace.translations if one.outdated]
    lines = [_translation(sheet, one) for one in found if one.language == sheet.language]
    lines += [
        line
        for version in sheet.site.in_language(sheet.language)
        for line in _missing(sheet, version)
    ]
    if not lines:
        return []
    title = heading(2, text(sheet.word("translations")), "cl--translations")
    return [title, listing(lines, "cl-plain")]


def _translation(sheet: Sheet, one: Translation) -> str:
    version = sheet.site.versions.get((one.deliverable, one.language))
    name = clause_name(sheet, version, one.clause) if version else text(one.clause)
    return f"{name} – {text(sheet.word('outdated'))}"


def _missing(sheet: Sheet, version: Version) -> list[str]:
    metadata = version.deliverable.metadata
    source = sheet.site.versions.get((version.deliverable.id, metadata.reference_language))
    if source is None or source is version:
        return []
    here = {clause.id.value for clause in version.clauses}
    words = text(sheet.word("untranslated"))
    return [
        f"{text(source.titles.get(clause.id.value, clause.id.value))} – {words}"
        for clause in source.clauses
        if clause.id.value not in here
    ]


def _by_path(sheet: Sheet) -> list[tuple[str, list[Diagnostic]]]:
    found: dict[str, list[Diagnostic]] = {}
    for one in sheet.site.diagnostics:
        found.setdefault(one.span.path, []).append(one)
    return sorted(found.items())


def _place_id(file: int, finding: int) -> str:
    return f"cl--file-{file}-{finding}"


def _by_file(sheet: Sheet, by_path: list[tuple[str, list[Diagnostic]]]) -> list[str]:
    clauses = {
        clause.span.path: (version, clause.id.value)
        for version in sheet.site.in_language(sheet.language)
        for clause in version.clauses
    }
    parts = [heading(2, text(sheet.word("by-file")), "cl--by-file")] if by_path else []
    for index, (path, found) in enumerate(by_path, 1):
        lines = "\n".join(
            _finding(sheet, one, _place_id(index, at)) for at, one in enumerate(found, 1)
        )
        parts.append(heading(3, f"<code>{text(path)}</code>", f"cl--file-{index}"))
        if path in clauses and path.endswith(".md"):
            parts.append(paragraph(clause_name(sheet, *clauses[path]), "cl-quiet"))
        parts.append(f'<ul class="cl-findings" role="list">\n{lines}\n</ul>')
    return parts


def _finding(sheet: Sheet, one: Diagnostic, id: str) -> str:
    word = sheet.word(f"severity-{one.severity.value}")
    tag = f'<span class="cl-tag cl-tag--{one.severity.value}">{text(word)}</span>'
    message = marked(said(one.message, sheet.language))
    help = marked(said(one.help, sheet.language)) if one.help else ""
    more = f'<p class="cl-help">{help}</p>' if help else ""
    where = f'<code class="cl-place">{text(_place(sheet, one))}</code>'
    return (
        f'<li id="{id}">{tag} <span class="cl-message">{message}</span>{more}'
        f'<p class="cl-quiet">{where} {_rule(sheet, one.rule)}</p></li>'
    )


def _rule(sheet: Sheet, rule: str) -> str:
    """The id of a rule, linked to its page where it has one."""
    folder = sheet.site.folder(sheet.language, guide.key("rules"))
    shown = f"<code>{text(rule)}</code>"
    if folder is None or rule not in sheet.site.faults:
        return shown
    return link(relative(sheet.folder, f"{folder}/{address(sheet.site.faults[rule])}"), shown)


def _short(sheet: Sheet, one: Diagnostic, id: str) -> str:
    """A finding in a line that leads to the whole of it."""
    where = f'<code class="cl-place">{text(_place(sheet, one))}</code>'
    return f"{link(f'#{id}', marked(said(one.message, sheet.language)))} {where}"


def _place(sheet: Sheet, one: Diagnostic) -> str:
    source = sheet.site.sources.get(one.span.path)
    if source is None:
        return one.span.path
    place = source.position(one.span.start)
    return f"{one.span.path}:{place.line}:{place.column}"
