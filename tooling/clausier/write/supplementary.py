"""Supplementary files as a submission takes them: DP2:2021, 6.5."""

from __future__ import annotations

from clausier.model.workspace import Deliverable
from clausier.source.files import Files


def supplementary(deliverable: Deliverable, files: Files) -> dict[str, bytes]:
    """The listed files, as `files/everyday-service/grid.csv`; what is not there is left out."""
    made: dict[str, bytes] = {}
    for each in deliverable.metadata.supplementary_files:
        path = f"{deliverable.folder}/{each.file.value}"
        if each.is_local and path in files:
            name = each.file.value.removeprefix("files/")
            made[f"files/{deliverable.id}/{name}"] = files[path]
    return made
