"""Why a clause is there: the principles it gives effect to, proposals, sessions."""

from __future__ import annotations

from collections.abc import Iterable

from clausier.model.clause import Clause
from clausier.model.walk import clauses
from clausier.model.workspace import Proposal
from clausier.resolve.resolved import Version
from clausier.write.site.address import Key
from clausier.write.site.inlines import inlines
from clausier.write.site.markup import heading, link, listing, spoken, text
from clausier.write.site.sheet import Sheet, chosen


def why(sheet: Sheet, version: Version, clause: Clause) -> str:
    """The section that says where a clause comes from; nothing where nobody said."""
    ids = {inner.id.value for inner in clauses((clause,))}
    principles = dict.fromkeys(
        name.value for inner in clauses((clause,)) for name in inner.principles
    )
    proposals = [
        proposal
        for proposal in sheet.site.proposals.values()
        if proposal.deliverable.value == version.deliverable.id
        and any(target.value in ids for target in proposal.targets)
    ]
    sessions = [name.value for inner in clauses((clause,)) for name in inner.sources]
    sessions += [origin for id in principles for origin in origins(sheet, id)]
    parts = [
        _part(sheet, "principles", [_principle(sheet, version, id, ids) for id in principles]),
        _part(sheet, "proposals", [proposal_line(sheet, proposal) for proposal in proposals]),
        _part(sheet, "sessions", [session_line(sheet, key) for key in dict.fromkeys(sessions)]),
    ]
    if not any(parts):
        return ""
    title = heading(2, text(sheet.word("why")), "cl--why", "cl-why-title")
    content = "\n".join(filter(None, parts))
    return f'{title}\n\n<div class="cl-why">\n{content}\n</div>'


def _part(sheet: Sheet, word: str, items: list[str]) -> str:
    if not items:
        return ""
    name = text(sheet.word(word))
    return f'<p class="cl-why-part">{name}</p>\n{listing(items, "cl-plain")}'


def origins(sheet: Sheet, principle: str) -> list[str]:
    """The sessions that a principle comes from, in any of its languages."""
    texts = sheet.site.principles.get(principle, {})
    found = [origin.value for one in texts.values() for origin in one.origin]
    return list(dict.fromkeys(found))


def _principle(sheet: Sheet, version: Version, id: str, ids: Iterable[str]) -> str:
    here = frozenset(ids)
    count = sum(
        1
        for provision in version.provisions
        if provision.clause in here and id in provision.principles
    )
    words = counted(sheet, "provisions-here", count)
    return f'{principle_name(sheet, id)} <span class="cl-quiet">{text(words)}</span>'


def counted(sheet: Sheet, key: str, count: int) -> str:
    """A phrase with a number in it, in the singular, the plural or for nothing."""
    ending = "none" if count == 0 else "one" if count == 1 else "many"
    return sheet.word(f"{key}-{ending}").replace("{0}", str(count))


def principle_name(sheet: Sheet, id: str) -> str:
    """The title of a principle, linked to its page."""
    texts = sheet.site.principles.get(id, {})
    code = chosen(texts, sheet.language, sheet.site.languages)
    if code is None:
        return f'<span class="cl-missing">{text(id)}</span>'
    name = spoken(text(texts[code].title.value), code, sheet.language)
    way = sheet.to(Key("principle", id))
    return link(way, name) if way else name


def statement(sheet: Sheet, id: str) -> str:
    """The first paragraph of a principle, without links."""
    texts = sheet.site.principles.get(id, {})
    code = chosen(texts, sheet.language, sheet.site.languages)
    first = texts[code].statement if code else None
    if code is None or first is None:
        return ""
    return spoken(inlines(sheet, first.inlines, linked=False), code, sheet.language)


def proposal_line(sheet: Sheet, proposal: Proposal) -> str:
    """The title of a proposal, linked, with its decision in words."""
    code = chosen(proposal.titles, sheet.language, sheet.site.languages)
    name = proposal.titles[code] if code else proposal.id.value
    shown = spoken(text(name), code or sheet.language, sheet.language)
    way = sheet.to(Key("proposal", proposal.id.value))
    return f"{link(way, shown) if way else shown} {decision(sheet, proposal)}"


def decision(sheet: Sheet, proposal: Proposal) -> str:
    """What was decided of a proposal, in words, with its date."""
    word = sheet.word(f"decision-{proposal.decision}")
    date = f", {proposal.decided}" if proposal.decided else ""
    kind = f"cl-tag cl-tag--{proposal.decision}"
    return f'<span class="{kind}">{text(word + date)}</span>'


def session_line(sheet: Sheet, key: str) -> str:
    """The title of a session, linked, after the name of its seminar."""
    texts = sheet.site.sessions.get(key, {})
    code = chosen(texts, sheet.language, sheet.site.languages)
    if code is None:
        return f'<span class="cl-missing">{text(key)}</span>'
    name = spoken(text(texts[code].title.value), code, sheet.language)
    way = sheet.to(Key("session", key))
    return link(way, name) if way else name
