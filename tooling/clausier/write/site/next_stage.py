"""What blocks a document on its way: the errors, and what becomes an error at a later stage."""

from __future__ import annotations

from collections.abc import Mapping

from clausier.model.workspace import Deliverable
from clausier.resolve.resolved import Version
from clausier.source.diagnostic import Diagnostic, Severity
from clausier.write.site.home import full_title
from clausier.write.site.identity import stage, stage_name
from clausier.write.site.markup import heading, listing, paragraph, text
from clausier.write.site.sheet import Sheet
from clausier.write.site.why import counted

NOW = ""
"""Where a finding blocks already: before any stage."""


def blocking(sheet: Sheet, lines: Mapping[Diagnostic, str]) -> list[str]:
    """For each document what must be gone before it moves on; `lines` show the findings."""
    versions = {one.deliverable.id: one for one in reversed(sheet.site.resolved.versions)}
    versions |= {one.deliverable.id: one for one in sheet.site.in_language(sheet.language)}
    if not versions:
        return []
    parts = [heading(2, text(sheet.word("blocks")), "cl--blocks")]
    for id, version in sorted(versions.items()):
        if len(versions) > 1:
            parts.append(heading(3, text(full_title(version)), f"cl--blocks-{id}"))
        parts += _of(sheet, version, lines)
    return parts


def _of(sheet: Sheet, version: Version, lines: Mapping[Diagnostic, str]) -> list[str]:
    parts = [paragraph(text(f"{sheet.word('stage')} {stage(version, sheet.language)}"), "cl-state")]
    found = _by_stage(sheet, version.deliverable)
    if not found:
        return [*parts, paragraph(text(sheet.word("blocks-nothing")))]
    for code, diagnostics in sorted(found.items()):
        words = counted(sheet, "blocks-now" if code == NOW else "blocks-from", len(diagnostics))
        name = stage_name(code, sheet.language)
        parts.append(paragraph(text(words.replace("{1}", name))))
        parts.append(listing((lines[one] for one in diagnostics), "cl-plain"))
    return parts


def _by_stage(sheet: Sheet, deliverable: Deliverable) -> dict[str, list[Diagnostic]]:
    """The findings of a document that are errors, and those that will be, by the stage's code."""
    found: dict[str, list[Diagnostic]] = {}
    for one in sheet.site.diagnostics:
        if one.span.path.startswith(f"{deliverable.folder.rstrip('/')}/"):
            known = sheet.site.faults.get(one.rule)
            later = known.from_stage if known else None
            code = NOW if one.severity is Severity.ERROR else later
            if code is not None:
                found.setdefault(code, []).append(one)
    return found
