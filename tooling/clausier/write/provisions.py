"""Every provision as data: JSON, CSV and JSON-LD, one record a provision."""

from __future__ import annotations

from collections.abc import Mapping

from clausier.resolve.resolved import Provision, Resolved, Version
from clausier.source.place import Source
from clausier.write.data import as_csv, as_json
from clausier.write.writer import Output

Record = dict[str, object]

ONTOLOGY = "https://w3id.org/standards/smart/ontologies/core/"
CONTEXT: Record = {
    "core": ONTOLOGY,
    "dcterms": "http://purl.org/dc/terms/",
    "type": "@type",
    "id": "@id",
    "text": "dcterms:description",
    "clause": {"@id": "dcterms:isPartOf"},
    "number": "core:hasSectionNumber",
    "title": "dcterms:title",
    "language": "dcterms:language",
}
CLASSES = {
    "requirement": "core:Requirement",
    "recommendation": "core:Recommendation",
    "permission": "core:Permission",
    "possibility": "core:Possibility",
    "external": "core:ExternalConstraint",
    "instruction": "core:Instruction",
}


def records(version: Version, sources: Mapping[str, Source]) -> list[Record]:
    """The provisions of one language version, in the order of reading."""
    return [_record(version, provision, sources) for provision in version.provisions]


def _record(version: Version, provision: Provision, sources: Mapping[str, Source]) -> Record:
    source = sources.get(provision.span.path)
    place = source.position(provision.span.start) if source else None
    target = version.targets.get(provision.clause)
    return {
        "id": provision.id,
        "type": provision.type.value,
        "verb": provision.verb,
        "text": provision.text,
        "clause": {
            "id": provision.clause,
            "number": target.number if target else "",
            "title": target.title if target else version.titles.get(provision.clause, ""),
        },
        "language": version.standard.language,
        "principles": list(provision.principles),
        "place": provision.place.value,
        "path": provision.span.path,
        "line": place.line if place else 1,
        "column": place.column if place else 1,
    }


def write(resolved: Resolved, sources: Mapping[str, Source]) -> Output:
    """`<deliverable>.json`, `.csv` and `.jsonld` for each deliverable, all languages in each."""
    files: dict[str, bytes] = {}
    for deliverable in resolved.workspace.deliverables:
        versions = [v for v in resolved.versions if v.deliverable.id == deliverable.id]
        rows = [record for version in versions for record in records(version, sources)]
        files[f"{deliverable.id}.json"] = as_json(rows)
        files[f"{deliverable.id}.csv"] = as_csv(map(_flat, rows))
        files[f"{deliverable.id}.jsonld"] = as_json(_linked(deliverable.id, rows))
    return Output(files)


def _flat(record: Record) -> Record:
    clause = record["clause"]
    principles = record["principles"]
    assert isinstance(clause, dict)
    assert isinstance(principles, list)
    row = {key: value for key, value in record.items() if key not in ("clause", "principles")}
    row["clause"] = clause["id"]
    row["clause number"] = clause["number"]
    row["clause title"] = clause["title"]
    row["principles"] = " ".join(principles)
    return row


def _linked(deliverable: str, rows: list[Record]) -> Record:
    graph = []
    for row in rows:
        clause = row["clause"]
        assert isinstance(clause, dict)
        graph.append(
            row
            | {
                "id": _urn(deliverable, row["language"], row["id"]),
                "type": CLASSES[str(row["type"])],
                "clause": clause | {"id": _urn(deliverable, row["language"], clause["id"])},
            }
        )
    return {"@context": CONTEXT, "@graph": graph}


def _urn(deliverable: str, language: object, id: object) -> str:
    return f"urn:clausier:{deliverable}:{language}:{id}"
