"""The site of this repository, built once; Chromium without a network; disk and server."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from clausier.cli.output import write_tree
from clausier.cli.site_build import build_site
from clausier.cli.site_pages import site_pages
from clausier.pipeline import compile_folder

ROOT = Path(__file__).resolve().parents[2]
MINI = ROOT / "tests" / "corpus" / "mini"
RULES = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository."""
    return site_of(ROOT, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def mini(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the invented standard that has every kind of block, in three languages."""
    return site_of(MINI, tmp_path_factory.mktemp("mini"))


def site_of(root: Path, folder: Path) -> Path:
    compiled = compile_folder(root)
    output = site_pages(compiled)
    write_tree(folder / "pages", output.files)
    warned = build_site(folder / "pages", folder / "site")
    (folder / "warned.txt").write_text("\n".join(warned), "utf-8")
    return folder / "site"


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    api = pytest.importorskip("playwright.sync_api")
    if chromium is None:
        pytest.skip("Chromium is not installed")
    with api.sync_playwright() as started:
        made = started.chromium.launch(executable_path=chromium, args=["--no-sandbox", RULES])
        yield made
        made.close()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def served(built: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(built)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["disk", "server"])
def home(request: pytest.FixtureRequest, built: Path) -> str:
    if request.param == "disk":
        return built.as_uri() + "/"
    return str(request.getfixturevalue("served"))
