"""Which template of the user's a Word file is written in."""

from __future__ import annotations

from collections.abc import Iterable

from clausier.model.workspace import Deliverable
from clausier.source.files import Files
from clausier.write.docx.draft import Draft
from clausier.write.docx.frame import text_widths
from clausier.write.docx.template import Template, template


def of_standard(draft: Draft, deliverable: Deliverable, files: Files) -> Template | None:
    """The template that a deliverable names, where it can be used; the draft is told why not."""
    named = deliverable.metadata.template
    if named is None:
        return None
    draft.template_span = named.span
    user, found = template(files, f"{deliverable.folder}/{named.value}", named.span)
    draft.diagnostics += found
    if user is not None:
        draft.width, draft.wide = text_widths(user, (draft.width, draft.wide))
    return user


def of_proceedings(
    draft: Draft, deliverables: Iterable[Deliverable], files: Files
) -> Template | None:
    """The template of the standards, where they name one and the same.

    One that cannot be used is told with the standard.
    """
    named = {
        f"{one.folder}/{one.metadata.template.value}": one
        for one in deliverables
        if one.metadata.template is not None
    }
    if len(named) != 1:
        return None
    said = len(draft.diagnostics)
    user = of_standard(draft, next(iter(named.values())), files)
    del draft.diagnostics[said:]
    return user
