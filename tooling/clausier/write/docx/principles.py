"""Where the principles of a session stand in the text: the links to the clauses that carry them."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.model.workspace import Session
from clausier.resolve.resolved import Resolved
from clausier.write.docx.draft import Draft
from clausier.write.docx.inlines import runs
from clausier.write.docx.look import Look
from clausier.write.docx.words import words


def principles(draft: Draft, resolved: Resolved, session: Session) -> str:
    """The principles that a session brought out, each with the clauses that carry it."""
    if not session.principles:
        return ""
    said = words(draft.language.code)
    heading = replace(draft.body, style="Heading2")
    made = [draft.paragraph(heading, draft.run(said["principles"]))]
    made += [_principle(draft, resolved, placed.value) for placed in session.principles]
    return "".join(made)


def named(resolved: Resolved, id: str, code: str) -> str:
    """The title of a principle in a language, or in any, or its id."""
    found = [one for one in resolved.workspace.principles if one.id.value == id]
    same = [one for one in found if one.language == code]
    return (same or found)[0].title.value if found else id


def _principle(draft: Draft, resolved: Resolved, id: str) -> str:
    said, code = words(draft.language.code), draft.language.code
    item = replace(draft.body, style="ListContinue1")
    shown = draft.run(named(resolved, id, code), Look(bold=True).xml)
    known = [one for one in resolved.workspace.principles if one.id.value == id]
    statement = next((one.statement for one in known if one.language == code), None)
    if statement is not None:
        shown += draft.run(f"{draft.language.labels['colon']} ")
        shown += runs(draft, statement.inlines, item)
    where = _where(resolved, id, code)
    carried = said["carried"].format("; ".join(where)) if where else said["not-carried"]
    after = replace(draft.body, style="BodyTextindent1")
    return draft.paragraph(item, shown) + draft.paragraph(after, draft.run(carried))


def _where(resolved: Resolved, id: str, code: str) -> list[str]:
    """The clauses that carry a principle, in the version of the language or else in any."""
    links = [link for link in resolved.trace.links if link.principle == id]
    same = [link for link in links if link.language == code] or links
    names: dict[str, None] = {}
    for link in same:
        names[_clause(resolved, link.deliverable, link.language, link.clause)] = None
    return list(names)


def _clause(resolved: Resolved, deliverable: str, code: str, clause: str) -> str:
    for version in resolved.versions:
        if version.deliverable.id == deliverable and version.standard.language == code:
            target = version.targets.get(clause)
            if target is not None:
                return f"{target.name} {target.title}".strip()
    return clause
