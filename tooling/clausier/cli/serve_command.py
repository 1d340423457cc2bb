"""`clausier serve`: the site on this machine, rebuilt as one types."""

from __future__ import annotations

import gc
import shutil
import tempfile
from argparse import Namespace
from pathlib import Path

from clausier.cli.output import write_tree
from clausier.cli.voice import Voice
from clausier.cli.workspace import compiled, root_of
from clausier.pipeline import UsageError
from clausier.source.diagnostic import say
from clausier.source.files import ROOTS


def run(options: Namespace, voice: Voice) -> int:
    """Serve until the person stops it with Ctrl+C."""
    from mkdocs.livereload import LiveReloadServer

    gc.enable()
    root = root_of(options.workspace)
    with tempfile.TemporaryDirectory(prefix="clausier-") as place:
        site = Path(place) / "site"
        _rebuild(root, Path(place), voice)
        try:
            server = LiveReloadServer(
                builder=lambda: _rebuild(root, Path(place), voice),
                host="127.0.0.1", port=options.port, root=str(site), mount_path="/",
            )  # fmt: skip
        except OSError as error:
            raise UsageError(
                say("port {0} is taken; choose another with `--port`", options.port)
            ) from error
        for name in ROOTS:
            if (root / name).is_dir():
                server.watch(str(root / name))
        voice.print(
            voice.text("the site is at {0}; Ctrl+C ends it", f"http://127.0.0.1:{options.port}/")
        )
        voice.out.flush()
        server.serve()  # type: ignore[no-untyped-call]
    return 0


def _rebuild(root: Path, place: Path, voice: Voice) -> None:
    from clausier.cli.site_build import build_site
    from clausier.cli.site_pages import site_pages

    pages = place / "pages"
    shutil.rmtree(pages, ignore_errors=True)
    write_tree(pages, site_pages(compiled(root, voice)).files)
    build_site(pages, place / "site")
