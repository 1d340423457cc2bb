"""Another generator of the family makes the same text and anchors of the same pages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from clausier.cli.output import write_tree
from clausier.cli.site_build import build_site
from clausier.cli.site_pages import site_pages
from clausier.pipeline import compile_folder
from tests.write.site.shown import folded, of_html

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module", params=["tests/corpus/mini", ""], ids=["mini", "real"])
def tree(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = site_pages(compile_folder(ROOT / request.param))
    folder = tmp_path_factory.mktemp("family")
    write_tree(folder, output.files)
    return folder


class _Article(HTMLParser):
    """The HTML between the theme's article tags."""

    def __init__(self, page: str) -> None:
        super().__init__()
        start = page.index(">", page.index("<article")) + 1
        self.html = page[start : page.index("</article>")]


def read(folder: Path) -> dict[str, tuple[str, list[str]]]:
    found: dict[str, tuple[str, list[str]]] = {}
    for file in sorted(folder.rglob("index.html")):
        made = of_html(_Article(file.read_text("utf-8")).html)
        found[file.relative_to(folder).as_posix()] = (
            folded(made.text.replace("¶", "")),
            sorted(id for id in made.ids if not id.startswith("__")),
        )  # fmt: skip
    return found


ZENSICAL = Path(__file__).resolve().parents[2] / "browser/node_modules/.zensical/bin/zensical"
"""Where `.ci/run` installs it, in an environment of its own."""


def zensical() -> str:
    """The other generator's command; without it the test is skipped, but not in CI."""
    found = str(ZENSICAL) if ZENSICAL.is_file() else shutil.which("zensical")
    if found is None and os.environ.get("CI"):
        pytest.fail("zensical is not installed; .ci/run installs it")
    if found is None:
        pytest.skip("zensical is not installed: pip install zensical==0.0.73")
    return found


def test_mkdocs_alone_and_the_build_door_agree(tree: Path, tmp_path: Path) -> None:
    warned = build_site(tree, tmp_path / "ours")
    words = ("-m", "mkdocs", "build", "-q", "-f", str(tree / "mkdocs.yml"))
    subprocess.run(
        [sys.executable, *words, "-d", str(tmp_path / "theirs")], check=True, capture_output=True
    )
    assert warned == []
    assert not list((tmp_path / "ours").glob("sitemap*"))
    assert read(tmp_path / "ours") == read(tmp_path / "theirs")


def test_zensical_agrees(tree: Path, tmp_path: Path) -> None:
    build_site(tree, tmp_path / "ours")
    subprocess.run([zensical(), "build"], check=True, capture_output=True, cwd=tree)
    ours = read(tmp_path / "ours")
    assert len(ours) > 20
    assert ours == read(tree / "site")
