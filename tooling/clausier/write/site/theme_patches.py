"""What is mended in the pages that the theme makes; a test says that each still finds its place."""

from __future__ import annotations

PATCHES = ((' id="__drawer" autocomplete="off">', ' id="__drawer">'),
           (' id="__search" autocomplete="off">', ' id="__search">'))  # fmt: skip
"""What the theme writes and what is valid HTML: a checkbox has no `autocomplete`."""


def mended_template(page: str, name: str) -> str:
    """A page of the theme that is no page of the tree; a site without an address has no sitemap."""
    return "" if name == "sitemap.xml" else mended(page)


def mended(page: str) -> str:
    """A page of the theme with its HTML put right."""
    for written, right in PATCHES:
        page = page.replace(written, right, 1)
    return page
