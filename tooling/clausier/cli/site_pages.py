"""The pages of the site, those of the rules among them."""

from __future__ import annotations

from clausier.pipeline import Compiled, all_faults
from clausier.write import site
from clausier.write.writer import Output


def site_pages(result: Compiled) -> Output:
    """The tree of pages of a compiled workspace."""
    return site.write(
        result.resolved, result.diagnostics, result.sources, result.files, all_faults()
    )
