"""What CEN is given beside the text: a manifest, and the list of what is still open."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping

from clausier.language.language import LANGUAGES
from clausier.model.workspace import Metadata
from clausier.resolve.resolved import Version
from clausier.source.diagnostic import Message, say

FORMAL_VOTE = 45
"""The stage from which a text is submitted for its Formal Vote."""


def still_open(metadata: Metadata) -> Iterator[Message]:
    """What CEN asks for that `standard.yml` does not say yet."""
    if metadata.number is None:
        yield say("`number` is not given: the file names are those of the folder, not CEN's")
    for code in LANGUAGES:
        if not metadata.titles.get(code):
            yield say("the title in `{0}` is missing", code)
    if metadata.committee.number is None:
        yield say("`committee.number` is not given")
    if metadata.committee.secretariat is None:
        yield say("`committee.secretariat` is not given")
    if not metadata.ics:
        yield say("`ics` is empty")


def by_hand(metadata: Metadata) -> Iterator[Message]:
    """What goes with the files and is made elsewhere."""
    head = metadata.stage.partition(".")[0]
    voted = head.isdecimal() and int(head) >= FORMAL_VOTE
    if voted:
        yield say("add the comments of the enquiry with their decisions")
    if metadata.annex_z:
        yield say("compare Annex ZA with CCMC's template for its act")
    if metadata.standardization_request is not None or metadata.annex_z:
        yield say("add the assessment by the HAS consultant; it is obligatory for the vote")


def document(version: Version, files: Mapping[str, bytes], stem: str) -> dict[str, object]:
    """What the manifest says of a language version, whose files are named after `stem`."""
    metadata = version.deliverable.metadata
    figures = sorted(path for path in files if path.startswith(f"figures/{stem}/"))
    return {
        "deliverable": version.deliverable.id,
        "reference": metadata.number,
        "language": version.standard.language,
        "stage": metadata.stage,
        "edition": metadata.edition,
        "title": metadata.titles.get(version.standard.language),
        "docx": f"{stem}.docx",
        "pdf": f"{stem}.pdf" if f"{stem}.pdf" in files else None,
        "figures": figures,
    }


def manifest(
    files: Mapping[str, bytes],
    documents: Iterable[Mapping[str, object]],
    remaining: Iterable[Message],
    pdf: str | None,
    said: Callable[[Message], str],
) -> bytes:
    """`manifest.json`: every file with its size and checksum; `pdf` is what made the PDF files.

    Its sentences are in the language of `said`, as are those of the list of what is open.
    """
    whole = {
        "documents": list(documents),
        "files": [
            {"path": path, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for path, data in sorted(files.items())
        ],
        "pdf": {"program": pdf, "note": said(NOTE)} if pdf else None,
        "open": [said(message) for message in remaining],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


NOTE = say(
    "dates and ids of the PDF files are taken from the Word files; the same bytes come from the "
    "same version of the program with the same fonts"
)
