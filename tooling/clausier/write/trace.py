"""The trace from principles to clauses and back: as data, as a table, as a page of its own."""

from __future__ import annotations

from html import escape

from clausier.model.workspace import Deliverable, Principle, Proposal, Workspace
from clausier.resolve.resolved import Link, Resolved, Version
from clausier.write.data import as_csv, as_json
from clausier.write.writer import Output

Record = dict[str, object]

STATES = {
    "carried": "carried by a provision",
    "named": "named by a clause without provision",
    "absent": "in no clause",
}


def principle_ids(workspace: Workspace) -> list[str]:
    """The ids of all principles, each once, in the order of their files."""
    return list(dict.fromkeys(principle.id.value for principle in workspace.principles))


def state(links: list[Link]) -> str:
    """How the text stands to a principle: `carried`, `named` or `absent`."""
    if any(link.provisions for link in links):
        return "carried"
    return "named" if links else "absent"


def records(resolved: Resolved, deliverable: Deliverable) -> list[Record]:
    """One record a principle: its state in each language, its clauses, proposals and sessions."""
    links = [link for link in resolved.trace.links if link.deliverable == deliverable.id]
    versions = {v.standard.language: v for v in resolved.versions if v.deliverable == deliverable}
    return [
        _record(resolved, id, [link for link in links if link.principle == id], versions)
        for id in principle_ids(resolved.workspace)
    ]


def _record(resolved: Resolved, id: str, links: list[Link], versions: dict[str, Version]) -> Record:
    texts = [p for p in resolved.workspace.principles if p.id.value == id]
    proposals = resolved.trace.proposals.get(id, ())
    return {
        "principle": id,
        "title": {principle.language: principle.title.value for principle in texts},
        "expected": texts[0].expected,
        "origin": _origin(texts),
        "state": {
            language: state([link for link in links if link.language == language])
            for language in versions
        },
        "sessions": list(resolved.trace.sessions.get(id, ())),
        "proposals": [
            _proposal(proposal)
            for proposal in resolved.workspace.proposals
            if proposal.id.value in proposals
        ],
        "clauses": [_clause(link, versions) for link in links],
    }


def _origin(texts: list[Principle]) -> list[str]:
    return list(dict.fromkeys(origin.value for text in texts for origin in text.origin))


def _proposal(proposal: Proposal) -> Record:
    return {
        "id": proposal.id.value,
        "decision": proposal.decision,
        "targets": [target.value for target in proposal.targets],
    }


def _clause(link: Link, versions: dict[str, Version]) -> Record:
    target = versions[link.language].targets.get(link.clause) if link.language in versions else None
    return {
        "id": link.clause,
        "language": link.language,
        "number": target.number if target else "",
        "title": target.title if target else "",
        "provisions": list(link.provisions),
        "reviewed": link.reviewed,
        "suspect": link.suspect,
    }


def rows(deliverable: Deliverable, found: list[Record]) -> list[Record]:
    """The records as a flat table: a row a principle, language and clause."""
    table: list[Record] = []
    for record in found:
        clauses = record["clauses"]
        assert isinstance(clauses, list)
        table += [_row(deliverable, record, clause) for clause in clauses or [{}]]
    return table


def _row(deliverable: Deliverable, record: Record, clause: Record) -> Record:
    states, proposals, sessions = record["state"], record["proposals"], record["sessions"]
    assert isinstance(states, dict)
    assert isinstance(proposals, list)
    assert isinstance(sessions, list)
    provisions = clause.get("provisions", [])
    assert isinstance(provisions, list)
    language = str(clause.get("language", ""))
    return {
        "deliverable": deliverable.id,
        "principle": record["principle"],
        "expected": record["expected"],
        "language": language,
        "clause": clause.get("id", ""),
        "number": clause.get("number", ""),
        "title": clause.get("title", ""),
        "provisions": len(provisions),
        "suspect": "yes" if clause.get("suspect") else "no",
        "state": states.get(language, "absent"),
        "proposals": " ".join(f"{p['id']} ({p['decision']})" for p in proposals),
        "sessions": " ".join(sessions),
    }


def write(resolved: Resolved) -> Output:
    """`<deliverable>.json`, `.csv` and `.html` for each deliverable."""
    files: dict[str, bytes] = {}
    for deliverable in resolved.workspace.deliverables:
        found = records(resolved, deliverable)
        files[f"{deliverable.id}.json"] = as_json(
            {"deliverable": deliverable.id, "principles": found}
        )
        files[f"{deliverable.id}.csv"] = as_csv(rows(deliverable, found))
        files[f"{deliverable.id}.html"] = _page(deliverable, found).encode()
    return Output(files)


STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;"
    "color:#1a1a1a;background:#fff}table{border-collapse:collapse;width:100%}caption{text-align:left;"
    "font-weight:600;padding:.5rem 0}th,td{border:1px solid #767676;padding:.4rem .6rem;"
    "text-align:left;vertical-align:top}thead th{background:#f0f0f0}"
)


def _page(deliverable: Deliverable, found: list[Record]) -> str:
    language = deliverable.metadata.reference_language
    title = escape(deliverable.metadata.titles.get(language, deliverable.id))
    table = rows(deliverable, found)
    heads = ("principle", "expected", "language", "number", "title", "state", "suspect",
             "proposals", "sessions")  # fmt: skip
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body = "\n".join(_cells(row, heads) for row in table)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n'
        f"<title>Trace: {title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f'<h1>Trace</h1>\n<p lang="{escape(language)}">{title}</p>\n'
        f"<table>\n<caption>Principles, and the clauses that carry them</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</body>\n</html>\n"
    )


def _cells(row: Record, heads: tuple[str, ...]) -> str:
    shown = row | {"state": STATES.get(str(row["state"]), str(row["state"]))}
    first = f'<th scope="row">{escape(str(shown[heads[0]]))}</th>'
    rest = "".join(f"<td>{escape(str(shown[name]))}</td>" for name in heads[1:])
    return f"<tr>{first}{rest}</tr>"
