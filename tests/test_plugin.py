"""`mkdocs build` with the plugin gives the site that `clausier build site` gives."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.browser.conftest import site_of
from tests.write.site.shown import folded, of_html

ROOT = Path(__file__).resolve().parents[1]
MINI = ROOT / "tests" / "corpus" / "mini"


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site_of(MINI, tmp_path_factory.mktemp("ours"))


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    root = tmp_path_factory.mktemp("theirs") / "mini"
    shutil.copytree(MINI, root)
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "docs").mkdir(exist_ok=True)
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    return root / "build" / "site"


def files(site: Path) -> set[str]:
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return {path for path in found if not path.startswith("sitemap.xml")}


def test_the_same_files(ours: Path, theirs: Path) -> None:
    assert files(ours) == files(theirs)


def test_the_same_words_places_and_links(ours: Path, theirs: Path) -> None:
    for path in sorted(files(ours)):
        if path.endswith(".html"):
            one, other = (of_html((site / path).read_text("utf-8")) for site in (ours, theirs))
            assert folded(one.text) == folded(other.text), path
            assert one.ids == other.ids, path
            assert one.links == other.links, path


def test_the_same_search(ours: Path, theirs: Path) -> None:
    for path in files(ours):
        if path.startswith("search/"):
            read = [
                re.sub(r"\s+", " ", (site / path).read_text("utf-8")) for site in (ours, theirs)
            ]
            assert read[0] == read[1], path
