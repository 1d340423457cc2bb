"""Data and code beside the text: listed, there, and linked to."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.model.inline import Link
from clausier.source.diagnostic import Severity, say

_SOURCE = dp2("6.5")


def _is_file(link: Link) -> bool:
    """Whether a link leads to a file of the folder: neither to the web nor to a place here."""
    address = link.address
    return bool(address) and ":" not in address.partition("/")[0] and address[0] not in "#?"


@rule(Severity.WARNING, _SOURCE, catalogue=("STR-27",))
def not_listed(subject: Subject) -> Iterator[Finding]:
    """The text links to a file that is not listed.

    What belongs to the document beside its text is listed with its status, and only then does it
    go with the site and the submission. Put the file into the folder `files`, and list it in
    `supplementary_files` of `standard.yml`.
    """
    for part in subject.parts:
        if part.version is None:
            continue
        metadata = part.version.deliverable.metadata
        listed = {each.file.value for each in metadata.supplementary_files}
        for link in part.contents.links:
            if _is_file(link) and link.path not in listed:
                yield Finding(
                    link.span,
                    say("`{0}` is not listed", link.address),
                    say("refer to it as `@id`")
                    if link.path.endswith(".md")
                    else say("list it in `supplementary_files` of `standard.yml`"),
                )


@rule(Severity.WARNING, _SOURCE, catalogue=("STR-27",))
def not_referred_to(subject: Subject) -> Iterator[Finding]:
    """A supplementary file is listed, and no text links to it.

    A reader does not know what it is for. Link to it where the text needs it, or take it off the
    list.
    """
    for version in subject.versions:
        own = [part for part in subject.parts if part.version is version]
        linked = {link.path for part in own for link in part.contents.links}
        for each in version.deliverable.metadata.supplementary_files:
            if each.file.value not in linked:
                yield Finding(
                    each.file.span,
                    say("no text in `{0}` links to it", version.standard.language),
                    say("write `[words]({0})` where the text needs it", each.file.value),
                )


@rule(Severity.ERROR, _SOURCE, catalogue=("STR-27",))
def missing(subject: Subject) -> Iterator[Finding]:
    """A supplementary file is listed and does not exist.

    The link to it would lead nowhere. Put the file into the folder `files` beside `standard.yml`,
    or correct its name; capital and small letters count.
    """
    for deliverable in subject.workspace.deliverables:
        for each in deliverable.metadata.supplementary_files:
            path = f"{deliverable.folder}/{each.file.value}"
            if each.is_local and path not in subject.workspace.files:
                yield Finding(
                    each.file.span,
                    say("there is no file `{0}`", path),
                    say("put it there, or correct the name"),
                )
