"""Another generator of the family makes the same text and anchors of the same pages."""

from __future__ import annotations

import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from clausier.cli.site_build import build_site
from clausier.pipeline import compile_folder
from clausier.write import site
from tests.write.site.shown import folded, of_html

MINI = Path(__file__).resolve().parents[2] / "corpus" / "mini"


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    compiled = compile_folder(MINI)
    output = site.write(compiled.resolved, compiled.diagnostics, compiled.sources, compiled.files)
    folder = tmp_path_factory.mktemp("family")
    for path, data in output.files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
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


def test_mkdocs_alone_and_the_build_door_agree(tree: Path, tmp_path: Path) -> None:
    mkdocs = shutil.which("mkdocs")
    if mkdocs is None:
        pytest.skip("mkdocs is not on the path")
    warned = build_site(tree, tmp_path / "ours")
    subprocess.run(
        [mkdocs, "build", "-q", "-f", str(tree / "mkdocs.yml"), "-d", str(tmp_path / "theirs")],
        check=True, capture_output=True,
    )  # fmt: skip
    assert warned == []
    assert read(tmp_path / "ours") == read(tmp_path / "theirs")


def test_zensical_agrees(tree: Path, tmp_path: Path) -> None:
    zensical = shutil.which("zensical")
    if zensical is None:
        pytest.skip("zensical is not installed")
    build_site(tree, tmp_path / "ours")
    subprocess.run([zensical, "build"], check=True, capture_output=True, cwd=tree)
    assert read(tmp_path / "ours") == read(tree / "site")
