"""Languages side by side in a real browser: reached with a key, aligned, stacked where narrow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.heard import Heard, opened

pytestmark = pytest.mark.browser
CLAUSE = "service-excellence/listening-and-measurement/"
TOPS = """(row) => [...row.children].map((cell) => {
  const { top, left } = cell.getBoundingClientRect();
  return [Math.round(top), Math.round(left)];
})"""


def test_a_key_leads_there_and_back_and_keeps_the_place(browser: Any, home: str) -> None:
    heard = Heard()
    page = opened(browser, f"{home}en/{CLAUSE}index.html#indicators", heard)
    with page.expect_navigation():
        page.keyboard.press("b")
    assert page.url == f"{home}en/{CLAUSE}beside/index.html#indicators"
    with page.expect_navigation():
        page.keyboard.press("n")
    assert page.url.endswith("/en/service-excellence/improvement/beside/index.html")
    page.go_back()
    with page.expect_navigation():
        page.keyboard.press("l")
    assert page.url == f"{home}fr/{CLAUSE}beside/index.html#indicators"
    with page.expect_navigation():
        page.keyboard.press("b")
    assert page.url == f"{home}fr/{CLAUSE}index.html#indicators"
    page.close()
    assert heard.wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_column_speaks_its_language(browser: Any, home: str, scheme: str) -> None:
    address = f"{home}fr/{CLAUSE}beside/index.html"
    page = opened(browser, address, Heard(), color_scheme=scheme)
    for row in page.query_selector_all(".cl-beside-row"):
        (top, left), (other_top, other_left) = row.evaluate(TOPS)
        assert top == other_top
        assert left < other_left
        languages = [one.get_attribute("lang") for one in row.query_selector_all("[lang]")]
        assert languages == ["fr", "en"]
    page.close()


def test_the_columns_are_stacked_on_a_narrow_screen(browser: Any, home: str) -> None:
    size = {"width": 320, "height": 640}
    page = opened(browser, f"{home}en/{CLAUSE}beside/index.html", Heard(), viewport=size)
    for row in page.query_selector_all(".cl-beside-row"):
        (top, left), (other_top, other_left) = row.evaluate(TOPS)
        assert top < other_top
        assert left == other_left
    page.close()


def test_the_language_switch_keeps_the_place(browser: Any, home: str) -> None:
    page = opened(browser, f"{home}en/{CLAUSE}index.html", Heard())
    block = page.locator("p[id^=indicators-]").first.get_attribute("id")
    page.goto(f"{home}en/{CLAUSE}index.html#{block}")
    page.click(".cl-switch a")
    page.wait_for_load_state()
    assert page.url == f"{home}fr/{CLAUSE}index.html#indicators"
    page.close()


def test_three_languages_stand_side_by_side(browser: Any, mini: Path) -> None:
    heard = Heard()
    address = f"{mini.as_uri()}/de/everyday-service/waiting/beside/index.html"
    page = opened(browser, address, heard)
    for row in page.query_selector_all(".cl-beside-row"):
        languages = row.evaluate("(row) => [...row.children].map((cell) => cell.dataset.language)")
        assert languages == ["DE", "EN", "FR"]
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.close()
    assert heard.wrong == []
