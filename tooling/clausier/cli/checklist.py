"""`clausier check --checklist`: what a person looks at, for each deliverable."""

from __future__ import annotations

import json
import re

from clausier.cli.voice import Voice
from clausier.language.catalogue import Question, questions
from clausier.model.block import Figure
from clausier.model.walk import blocks
from clausier.model.walk import clauses as walk
from clausier.pipeline import Compiled
from clausier.resolve.resolved import Version

_PART = re.compile(r"-[0-9]+$")
DIRECTIVES = "ISO/IEC Directives, Part 2:2021"


def asked(compiled: Compiled) -> dict[str, tuple[Question, ...]]:
    """The questions to each deliverable: those about what it has."""
    return {
        one.id: tuple(
            each for each in questions() if not each.about or each.about in _has(versions)
        )
        for one in compiled.resolved.workspace.deliverables
        if (versions := [v for v in compiled.resolved.versions if v.deliverable.id == one.id])
    }


def as_text(compiled: Compiled, voice: Voice) -> str:
    """The checklist to be ticked, a section a deliverable."""
    parts = []
    for deliverable, known in asked(compiled).items():
        lines = [voice.painted(deliverable, "strong")]
        lines += [f"[ ] {one.clause:8} {_words(one, voice)}" for one in known]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def as_json(compiled: Compiled, voice: Voice) -> str:
    """The checklist for programs."""
    rows = [
        {
            "deliverable": deliverable,
            "questions": [
                {
                    "id": one.id,
                    "question": _words(one, voice),
                    "source": f"{DIRECTIVES}, {one.clause}",
                    "catalogue": list(one.rows),
                }
                for one in known
            ],
        }
        for deliverable, known in asked(compiled).items()
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _words(question: Question, voice: Voice) -> str:
    return question.words.get(voice.language, question.words["en"])


def _has(versions: list[Version]) -> set[str]:
    """What a deliverable has that some questions are about."""
    found = {clause.kind for version in versions for clause in version.clauses}
    more = {
        "languages": len(versions) > 1,
        "entries": any(entries for version in versions for _, entries in version.term_groups),
        "normative": any(version.normative for version in versions),
        "figure": any(map(_has_figure, versions)),
        "part": bool(_PART.search(versions[0].deliverable.metadata.number or "")),
    }
    return {*found, *(name for name, there in more.items() if there)}


def _has_figure(version: Version) -> bool:
    return any(
        isinstance(block, Figure)
        for clause in walk(version.clauses)
        for block in blocks(clause.body)
    )
