"""Images and files: found where the author means them, and kept in one folder of the site."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from urllib.parse import quote

from clausier.model.inline import Link
from clausier.source.diagnostic import Severity, fault, say
from clausier.source.place import Span
from clausier.write.site.address import relative
from clausier.write.site.markup import attribute, text
from clausier.write.site.sheet import Sheet

FOLDER = "media"
HEAVIEST = 5_000_000
"""The most bytes of an image that a reader need not wait for."""
HEAVY_IMAGE = fault(
    "write/heavy-image",
    Severity.WARNING,
    """An image is so large that readers wait for it.

    It is on the site as it is, and within the file of the whole text that is sent by e-mail. Save
    it with fewer pixels: 2 500 across fill a page. A drawing is smallest as SVG.""",
)


def image(sheet: Sheet, path: str, place: Span, alternative: str) -> str:
    """An image of the workspace, as the text at `place` names it.

    Its description stands for it where there is no such file; a very large one is told of.
    """
    full = _found(sheet, path, place.path)
    if full is None:
        return f'<span class="cl-missing">{text(alternative or path)}</span>'
    size = len(sheet.site.files[full])
    if size > HEAVIEST:
        message = say("image `{0}` has {1} MB", path, size // 1_000_000)
        help = say("save it with fewer pixels; 2 500 across fill a page")
        sheet.found.append(HEAVY_IMAGE.at(place, message, help))
    target = quote(relative(sheet.folder, f"{FOLDER}/{full}"))
    return f'<img src="{attribute(target)}" alt="{attribute(alternative)}" loading="lazy">'


def attached(sheet: Sheet, link: Link) -> str | None:
    """The way to a supplementary file that the text links to; None where there is no such file."""
    if sheet.version is None:
        return None
    deliverable = sheet.version.deliverable
    listed = {each.file.value for each in deliverable.metadata.supplementary_files}
    full = f"{deliverable.folder}/{link.path}"
    if link.path not in listed or full not in sheet.site.files:
        return None
    sheet.media[full] = None
    return quote(relative(sheet.folder, f"{FOLDER}/{full}"))


def _found(sheet: Sheet, path: str, source: str) -> str | None:
    """The image of the workspace that file `source` calls `path`; None if there is none.

    A path is relative to the folder of the deliverable or seminar, or to the file itself. It never
    leads out of the workspace.
    """
    here = dirname(source)
    folders = [sheet.version.deliverable.folder] if sheet.version else []
    for folder in (*folders, dirname(here), here):
        full = normpath(join(folder, path))
        if full in sheet.site.resolved.workspace.files and full in sheet.site.files:
            sheet.media[full] = None
            return full
    return None
