"""The images of a deliverable."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.rule import Finding, rule
from clausier.check.subject import Subject
from clausier.source.diagnostic import Severity, say
from clausier.source.place import Span


@rule(Severity.INFO)
def unused_image(subject: Subject) -> Iterator[Finding]:
    """An image is shown nowhere.

    It was perhaps replaced, or its figure was taken out of the text. Show it in a figure, or
    delete the file.
    """
    shown = {
        f"{part.folder}/{picture.path}"
        for part in subject.parts
        for picture in part.contents.pictures
    }
    folders = tuple(f"{one.folder}/images/" for one in subject.workspace.deliverables)
    for path in sorted(subject.workspace.files - shown):
        if path.startswith(folders):
            yield Finding(
                Span(path, 0, 0),
                say("nothing shows the image `{0}`", path.rpartition("/")[2]),
                say("show it in a figure, or delete the file"),
            )
