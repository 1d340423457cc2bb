"""Standards and proceedings as Word files, in the styles that CEN's editors convert by."""

from __future__ import annotations

from collections.abc import Mapping

from clausier.language.language import language
from clausier.model.workspace import Metadata
from clausier.resolve.resolved import Resolved, Version
from clausier.source.diagnostic import Diagnostic
from clausier.source.files import Files
from clausier.write.docx.draft import UNPRINTABLE
from clausier.write.docx.drawing import UNREADABLE_IMAGE
from clausier.write.docx.equations import UNREADABLE_FORMULA
from clausier.write.docx.picture import Pictures
from clausier.write.docx.proceedings import proceedings_document
from clausier.write.docx.standard import standard_document
from clausier.write.docx.template import FAULTS as TEMPLATE_FAULTS
from clausier.write.writer import Output

FAULTS = (UNPRINTABLE, UNREADABLE_IMAGE, UNREADABLE_FORMULA, *TEMPLATE_FAULTS)


def write(resolved: Resolved, files: Files, line_numbers: bool = False) -> Output:
    """A Word file for each standard and seminar in each language.

    `line_numbers` numbers the lines of the standards' text, for those who comment on them. Nothing
    is read from the disk but through `files`; a missing image is reported, never raised.
    """
    made: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    pictures = Pictures(files)
    for version in resolved.versions:
        code = version.standard.language
        data, more = standard_document(version, pictures, line_numbers)
        made[_free(made, file_name(version), version.deliverable.id, code)] = data
        found += more
    for seminar in resolved.workspace.seminars:
        for code in seminar.languages:
            data, more = proceedings_document(resolved, seminar, code, pictures)
            name = f"{seminar.id}_({language(code).letter}).docx"
            made[_free(made, name, seminar.id, code)] = data
            found += more
    return Output(made, tuple(found))


def _free(made: Mapping[str, bytes], name: str, id: str, code: str) -> str:
    """`name`, or where another file has it, one made of the id and the language's code."""
    return name if name not in made else f"{id}_({code}).docx"


def file_name(version: Version) -> str:
    """`service-excellence_(E).docx`, or once there is a number `prEN_99901_(E).docx`."""
    stem = _stem(version.deliverable.metadata, version.deliverable.id)
    return f"{stem}_({version.language.letter}).docx"


def _stem(metadata: Metadata, id: str) -> str:
    number = metadata.number or ""
    kept = "".join(sign if sign.isalnum() or sign in "-+." else "_" for sign in number)
    return kept.strip("_.") or id
