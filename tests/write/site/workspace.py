"""A tiny workspace in memory, whose one clause a test fills."""

from __future__ import annotations

from clausier.pipeline import compile
from clausier.write import site
from clausier.write.writer import Output

STANDARD = """number: null
type: EN
stage: "20.60"
edition: 1
titles: {{en: {title}}}
languages: [en]
reference_language: en
committee: {{number: CEN/TC 999, title: {{en: Counters}}, secretariat: AFNOR}}
confidential: true
"""
CLAUSE = "---\nid: {id}\nkind: clause\ntitle: {title}\n---\n\n"


def files(body: str, id: str = "waiting", title: str = "Waiting") -> dict[str, bytes]:
    """The files of a deliverable `d` with one clause."""
    return {
        "clauses/d/standard.yml": STANDARD.format(title="Counters").encode(),
        "clauses/d/references.yml": b"{}\n",
        "clauses/d/en/04-waiting.md": (CLAUSE.format(id=id, title=title) + body).encode(),
    }


def written(known: dict[str, bytes]) -> Output:
    """The tree of pages of a workspace in memory."""
    compiled = compile(known)
    return site.write(compiled.resolved, compiled.diagnostics, compiled.sources, compiled.files)
