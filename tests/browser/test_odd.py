"""Odd but possible things in a real browser: nothing runs, nothing overflows, all is found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from clausier.cli.output import write_tree
from tests.browser.conftest import site_of
from tests.browser.heard import Heard, opened
from tests.write.site import odd

pytestmark = pytest.mark.browser
PAGES = (
    "en/index.html",
    "en/terms/index.html",
    "en/findings/index.html",
    "en/index/index/index.html",
    "en/index/beside/index.html",
    "en/index/terms/index.html",
    "en/index/table/index.html",
    "fr/index/index/index.html",
    "fr/index/picture/index.html",
)


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("odd")
    write_tree(root, odd.workspace(odd.picture(30)))
    return site_of(root, tmp_path_factory.mktemp("built"))


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_runs_and_nothing_is_wider_than_the_screen(
    browser: Any, strange: Path, width: int
) -> None:
    heard, asked = Heard(), []
    page = opened(
        browser, (strange / PAGES[0]).as_uri(), heard, viewport={"width": width, "height": 800}
    )
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    for path in PAGES:
        page.goto((strange / path).as_uri())
        page.wait_for_timeout(200)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
    assert page.locator("h1").inner_text().endswith("Picture")
    assert (
        page.locator("article img").evaluate(
            "image => image.decode().then(() => image.naturalWidth)"
        )
        == 4096
    )
    page.close()
    assert heard.wrong == []
    assert asked == []


def test_the_last_of_many_terms_is_gone_to(browser: Any, strange: Path) -> None:
    heard = Heard()
    page = opened(browser, (strange / PAGES[0]).as_uri(), heard)
    page.keyboard.press("/")
    page.wait_for_selector(".cl-jump[open]")
    page.keyboard.type("counted thing 499")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("#word-499")
    page.close()
    assert heard.wrong == []
