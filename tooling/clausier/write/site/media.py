"""Images: found where the author means them, and kept under one folder of the site."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from urllib.parse import quote

from clausier.write.site.address import relative
from clausier.write.site.sheet import Sheet

FOLDER = "media"


def media(sheet: Sheet, path: str, source: str) -> str | None:
    """The way from the page to the image that file `source` calls `path`; None if there is none.

    A path is relative to the folder of the deliverable or seminar, or to the file itself. It never
    leads out of the workspace.
    """
    here = dirname(source)
    folders = [sheet.version.deliverable.folder] if sheet.version else []
    for folder in (*folders, dirname(here), here):
        full = normpath(join(folder, path))
        if full in sheet.site.resolved.workspace.files and full in sheet.site.files:
            sheet.images[full] = None
            return quote(relative(sheet.folder, f"{FOLDER}/{full}"))
    return None
