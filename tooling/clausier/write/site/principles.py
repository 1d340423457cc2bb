"""The pages of the principles: what each says, where it comes from, and what became of it."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.model.workspace import Principle
from clausier.resolve.resolved import Link, Provision, Version
from clausier.write.site.address import Key
from clausier.write.site.became import became
from clausier.write.site.blocks import account, footnotes, in_language
from clausier.write.site.inlines import inlines
from clausier.write.site.markup import division, heading, link, listing, paragraph, spoken, text
from clausier.write.site.page import finished, opened
from clausier.write.site.sheet import Page, Sheet, Site, chosen
from clausier.write.site.why import (
    counted,
    origins,
    principle_name,
    proposal_line,
    session_line,
    statement,
)  # fmt: skip

INDEX = Key("principles")


def index(site: Site, language: str) -> Page:
    """All principles with their statements and how the text stands to each."""
    sheet = opened(site, language, INDEX)
    title = sheet.word("principles")
    parts = [heading(1, text(title), "cl--top"), paragraph(text(sheet.word("principles-lead")))]
    for id in site.principles:
        words = f'<p class="cl-quiet">{text(state(sheet, id))}</p>'
        name = f'<p class="cl-card-title">{principle_name(sheet, id)}</p>'
        parts.append(division(f"{name}\n<p>{statement(sheet, id)}</p>\n{words}", "cl-entry"))
    return finished(sheet, title, parts)


def page(site: Site, language: str, id: str) -> Page:
    """One principle; in another language, said so, where the reader's is missing."""
    sheet = opened(site, language, Key("principle", id))
    texts = site.principles[id]
    code = chosen(texts, language, site.languages) or language
    shown = texts[code]
    sheet.known_footnotes.update({footnote.label: footnote for footnote in shown.footnotes})
    title = spoken(text(shown.title.value), code, language)
    parts = [
        heading(1, title, sheet.claim(id) or id),
        _facts(sheet, shown),
        missing(sheet, code),
        _statement(sheet, shown),
        account(sheet, shown.rationale, code),
        footnotes(replace(sheet, written=code)),
        heading(2, text(sheet.word("became")), "cl--became"),
        became(sheet, (id,)),
        paragraph(text(state(sheet, id)), "cl-state"),
        *(_carried(sheet, version, id) for version in site.in_language(language)),
        *_from(sheet, id),
    ]
    return finished(sheet, shown.title.value, parts)


def missing(sheet: Sheet, code: str) -> str:
    """That a text is shown in another language, because the reader's does not exist."""
    if code == sheet.language:
        return ""
    return paragraph(
        text(sheet.word("only-in").replace("{0}", sheet.word(f"in-{code}"))), "cl-note"
    )


def _facts(sheet: Sheet, shown: Principle) -> str:
    words = [sheet.word(f"expected-{shown.expected}")]
    if shown.status:
        words.append(sheet.word(f"status-{shown.status}"))
    return f'<p class="cl-status" data-search-exclude>{text(" · ".join(words))}</p>'


def _statement(sheet: Sheet, shown: Principle) -> str:
    first = shown.statement
    if first is None:
        return ""
    foreign = "" if shown.language == sheet.language else shown.language
    return in_language(paragraph(inlines(sheet, first.inlines), "cl-statement"), foreign)


def links(site: Site, id: str, language: str) -> list[Link]:
    """How the clauses in a language stand to a principle."""
    return [
        link
        for link in site.resolved.trace.links
        if link.principle == id and link.language == language
    ]


def state(sheet: Sheet, id: str) -> str:
    """How the text stands to a principle, in words."""
    found = links(sheet.site, id, sheet.language)
    if not found:
        return sheet.word("state-absent")
    count = sum(len(link.provisions) for link in found)
    words = counted(sheet, "state-provisions", count)
    clauses = counted(sheet, "state-clauses", len(found))
    suspect = [link for link in found if link.suspect]
    more = " " + counted(sheet, "state-suspect", len(suspect)) if suspect else ""
    return f"{words.replace('{1}', clauses)}{more}"


def _carried(sheet: Sheet, version: Version, id: str) -> str:
    found = [
        link
        for link in links(sheet.site, id, sheet.language)
        if link.deliverable == version.deliverable.id
    ]
    if not found:
        return ""
    texts = {provision.id: provision for provision in version.provisions}
    lines: list[str] = []
    for carrier in found:
        said = [
            _provision(sheet, version, texts[name]) for name in carrier.provisions if name in texts
        ]
        lines.append(_carrier(sheet, version, carrier.clause, said))
    content = "\n".join(lines)
    return f'<div class="cl-carriers">\n{content}\n</div>'


def _carrier(sheet: Sheet, version: Version, clause: str, said: list[str]) -> str:
    """A clause that carries a principle, with its provisions to be unfolded."""
    if not said:
        return paragraph(clause_name(sheet, version, clause))
    name = clause_name(sheet, version, clause, linked=False)
    count = text(counted(sheet, "provisions-count", len(said)))
    head = f'<summary>{name} <span class="cl-quiet">{count}</span></summary>'
    return f"<details>{head}\n{listing(said, 'cl-provisions')}\n</details>"


def clause_name(sheet: Sheet, version: Version, id: str, linked: bool = True) -> str:
    """Number and title of a clause, linked where it is to be."""
    target = version.targets.get(id)
    title = version.titles.get(id, id)
    number = f'<span class="cl-number">{text(target.number)}</span> ' if target else ""
    way = sheet.within(version, id) if linked else None
    return link(way, number + text(title)) if way else number + text(title)


def _provision(sheet: Sheet, version: Version, provision: Provision) -> str:
    way = provision_way(sheet, version, provision)
    word = text(sheet.word(f"type-{provision.type.value}"))
    tag = f'<span class="cl-tag cl-tag--{provision.type.value}">{word}</span>'
    said = text(provision.text)
    return f"{link(way, said) if way else said} {tag}"


def provision_way(sheet: Sheet, version: Version, provision: Provision) -> str | None:
    """The link to a provision's verb, or to its paragraph where the author named it."""
    roots = sheet.site.roots[(version.deliverable.id, version.standard.language)]
    root = roots.get(provision.clause)
    return sheet.clause(version, root, provision.id) if root else None


def _from(sheet: Sheet, id: str) -> list[str]:
    proposals = [p for p in sheet.site.proposals.values() if p.principle.value == id]
    known = (*origins(sheet, id), *sheet.site.resolved.trace.sessions.get(id, ()))
    sessions = list(dict.fromkeys(known))
    parts: list[str] = []
    if proposals:
        parts.append(heading(2, text(sheet.word("proposals")), "cl--proposals"))
        parts.append(listing((proposal_line(sheet, p) for p in proposals), "cl-plain"))
    if sessions:
        parts.append(heading(2, text(sheet.word("sessions")), "cl--sessions"))
        parts.append(listing((session_line(sheet, key) for key in sessions), "cl-plain"))
    return parts
