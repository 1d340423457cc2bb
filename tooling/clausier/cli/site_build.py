"""The one door through which MkDocs builds a tree of pages."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar, cast

from clausier.cli.output import OutputError, write_tree
from clausier.source.diagnostic import say
from clausier.write.site.ready import nested, ready
from clausier.write.site.search_index import parted
from clausier.write.site.theme_patches import mended, mended_template

FAILED = "the site could not be built: {0}"
SETTINGS = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "315532800"}
"""The theme's notice of its own future is not shown; no date of today gets into the site."""


class _Kept(logging.Handler):
    """Keeps what MkDocs would print."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(" ".join(record.getMessage().split()))


def build_site(pages: Path, site: Path) -> list[str]:
    """Build the tree at `pages` into `site`; what MkDocs warned of comes back, nothing is printed.

    Raises `OutputError` where it fails.
    """
    with _quietly() as kept:
        try:
            _build(pages, site)
        except SystemExit as stop:
            raise OutputError(say(FAILED, _last(kept.said, f"mkdocs: {stop.code}"))) from None
        except Exception as error:
            raise OutputError(say(FAILED, _last([str(error)], type(error).__name__))) from error
    return kept.said


def _build(pages: Path, site: Path) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    config = load_config(str(pages / "mkdocs.yml"), site_dir=str(site.resolve()))
    config.plugins["clausier/ready"] = _ready_pages()
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def _ready_pages() -> Any:
    """A plugin that spares MkDocs the reading of our own pages, whose HTML we know, parts the index
    of the search by language, and mends the theme. A folder without an address has no sitemap."""
    from mkdocs.plugins import BasePlugin, event_priority
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import get_toc

    class ReadyPages(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
        known: ClassVar[dict[str, str]] = {}

        def on_page_markdown(self, markdown: str, *, page: Page, **_: object) -> str:
            if page.meta.get("kind") in (None, "guide", "front"):
                return markdown
            self.known[page.file.src_uri] = markdown
            return ""

        def on_page_content(self, html: str, *, page: Page, **_: object) -> str:
            if page.file.src_uri not in self.known:
                return html
            made = ready(self.known.pop(page.file.src_uri))
            page.toc = get_toc(cast("Any", nested(made.headings)))
            return made.html

        def on_post_page(self, output: str, **_: object) -> str:
            return mended(output)

        def on_post_template(self, output_content: str, *, template_name: str, **_: object) -> str:
            return mended_template(output_content, template_name)

        @event_priority(100)
        def on_post_build(self, *, config: Any) -> None:
            index = config.plugins["material/search"].search_index
            write_tree(Path(config.site_dir), parted(index.entries))
            index.entries = []

    return ReadyPages()


@contextmanager
def _quietly() -> Iterator[_Kept]:
    """MkDocs without its voice: its log is kept."""
    before = {name: os.environ.get(name) for name in SETTINGS}
    os.environ |= {name: value for name, value in SETTINGS.items() if before[name] is None}
    log = logging.getLogger("mkdocs")
    kept, spread = _Kept(), log.propagate
    log.addHandler(kept)
    log.propagate = False
    try:
        yield kept
    finally:
        log.removeHandler(kept)
        log.propagate = spread
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)


def _last(said: list[str], otherwise: str) -> str:
    lines = [line for text in said for line in text.splitlines() if line.strip()]
    return lines[-1].strip() if lines else otherwise
