"""The pages of the proposals: what was asked, what was decided, what it became."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.model.workspace import Proposal
from clausier.write.site.address import Key
from clausier.write.site.blocks import account, footnotes
from clausier.write.site.markup import heading, listing, paragraph, spoken, text
from clausier.write.site.page import finished, opened
from clausier.write.site.principles import clause_name, missing
from clausier.write.site.sheet import Page, Sheet, Site, chosen
from clausier.write.site.why import decision, principle_name, proposal_line

INDEX = Key("proposals")


def index(site: Site, language: str) -> Page:
    """All proposals as a table: what, which principle, which clauses, what was decided."""
    sheet = opened(site, language, INDEX)
    title = sheet.word("proposals")
    heads = "".join(
        f'<th scope="col">{text(sheet.word(word))}</th>'
        for word in ("proposal", "principle", "targets", "submitted", "decision")
    )
    rows = "\n".join(_row(sheet, proposal) for proposal in site.proposals.values())
    parts = [
        heading(1, text(title), "cl--top"),
        paragraph(text(sheet.word("proposals-lead"))),
        f'<div class="cl-scroll" role="group" tabindex="0" aria-label="{text(title)}">\n'
        f'<table class="cl-grid cl-wide">\n<thead><tr>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>\n</div>",
    ]
    return finished(sheet, title, parts)


def _row(sheet: Sheet, proposal: Proposal) -> str:
    name = proposal_line(sheet, proposal).removesuffix(f" {decision(sheet, proposal)}")
    cells = (
        principle_name(sheet, proposal.principle.value),
        ", ".join(_targets(sheet, proposal)) or "–",
        text(proposal.submitted or "–"),
        decision(sheet, proposal),
    )
    return f'<tr><th scope="row">{name}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'


def _targets(sheet: Sheet, proposal: Proposal) -> list[str]:
    version = sheet.site.versions.get((proposal.deliverable.value, sheet.language))
    if version is None:
        return [text(target.value) for target in proposal.targets]
    return [clause_name(sheet, version, target.value) for target in proposal.targets]


def page(site: Site, language: str, id: str) -> Page:
    """One proposal."""
    sheet = opened(site, language, Key("proposal", id))
    shown = site.proposals[id]
    sheet.known_footnotes.update({footnote.label: footnote for footnote in shown.footnotes})
    code = chosen(shown.titles, language, site.languages)
    title = shown.titles[code] if code else id
    parts = [
        heading(1, spoken(text(title), code or language, language), sheet.claim(id) or id),
        _facts(sheet, shown),
        missing(sheet, shown.language) if shown.body else "",
        account(sheet, shown.body, shown.language),
        footnotes(replace(sheet, written=shown.language)),
    ]
    return finished(sheet, title, parts)


def _facts(sheet: Sheet, shown: Proposal) -> str:
    rows = [
        ("decision", decision(sheet, shown)),
        ("principle", principle_name(sheet, shown.principle.value)),
        ("submitted", text(shown.submitted or "")),
        ("by", text(shown.by or "")),
    ]
    lines = [
        f"<dt>{text(sheet.word(word))}</dt>\n<dd>{value}</dd>" for word, value in rows if value
    ]
    targets = _targets(sheet, shown)
    if targets:
        name = text(sheet.word("targets"))
        lines.append(f"<dt>{name}</dt>\n<dd>{listing(targets, 'cl-plain')}</dd>")
    content = "\n".join(lines)
    return f'<dl class="cl-facts">\n{content}\n</dl>'
