"""Ways through the text in a real browser: the jump box and the shortcuts of one key."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.heard import Heard, opened

pytestmark = pytest.mark.browser
CLAUSE = "service-excellence/conditions-for-staff/index.html"
TYPED = (
    ("en", "5.2", "/service-culture-and-leadership/index.html#"),
    ("en", "Table 1", "#tab-responsibilities"),
    ("en", "A.1", "/annex-indicators/index.html#"),
    ("en", "clause 6", "/conditions-for-staff/index.html"),
    ("en", "touchpoint", "/terms/index.html#contact-point"),
    ("en", "reciproc", "#reciprocity"),
    ("en", "principle co-construction", "/principles/co-construction/index.html"),
    ("fr", "Tableau 1", "#tab-responsibilities"),
    ("fr", "article 6", "/conditions-for-staff/index.html"),
    ("fr", "ecoute", "#attitude-listening"),
    ("fr", "symetrie", "/principles/symetrie-des-attentions/index.html"),
)


def go_to(page: Any, words: str) -> None:
    page.keyboard.press("/")
    page.wait_for_selector(".cl-jump[open]")
    page.keyboard.type(words)


@pytest.mark.parametrize(("language", "words", "place"), TYPED)
def test_what_is_typed_is_gone_to(
    browser: Any, home: str, language: str, words: str, place: str
) -> None:
    heard = Heard()
    page = opened(browser, f"{home}{language}/index.html", heard)
    go_to(page, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert f"/{language}/" in page.url
    assert place in page.url, page.url
    page.close()
    assert heard.wrong == []
    assert heard.outside() == []


def test_the_box_is_left_by_escape_and_focus_comes_back(browser: Any, home: str) -> None:
    heard = Heard()
    page = opened(browser, f"{home}en/{CLAUSE}", heard)
    page.focus(".cl-jump-open")
    page.keyboard.press("Enter")
    page.wait_for_selector(".cl-jump[open]")
    page.keyboard.type("Table")
    first = page.locator(".cl-jump [aria-selected=true]").inner_text()
    page.keyboard.press("ArrowDown")
    second = page.locator(".cl-jump [aria-selected=true]").inner_text()
    assert first != second
    assert page.get_attribute(".cl-jump input", "aria-activedescendant") == "cl-jump-1"
    page.keyboard.press("Escape")
    assert page.locator(".cl-jump[open]").count() == 0
    assert page.evaluate("document.activeElement.matches('.cl-jump-open')")
    page.close()
    assert heard.wrong == []


def test_what_has_no_place_is_said(browser: Any, home: str) -> None:
    page = opened(browser, f"{home}fr/{CLAUSE}", Heard())
    go_to(page, "99.99")
    assert "Rien ne porte ce numéro" in page.locator(".cl-jump-said").inner_text()
    before = page.url
    page.keyboard.press("Enter")
    assert page.url == before
    page.close()


def test_a_place_is_tapped_on_a_narrow_screen(browser: Any, home: str) -> None:
    size = {"width": 320, "height": 640}
    page = opened(browser, f"{home}fr/{CLAUSE}", Heard(), viewport=size, has_touch=True)
    page.tap(".cl-jump-open")
    page.fill(".cl-jump input", "annexe b")
    box = page.locator(".cl-jump").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    with page.expect_navigation():
        page.tap(".cl-jump li >> nth=0")
    assert "/annex-grid/" in page.url
    page.close()


def test_each_key_does_what_the_list_says(browser: Any, home: str) -> None:
    heard = Heard()
    page = opened(browser, f"{home}en/{CLAUSE}", heard)
    page.keyboard.press("?")
    page.wait_for_selector(".cl-keys[open]")
    keys = page.locator(".cl-keys kbd").all_inner_texts()
    assert keys == ["/", "s", "n", "p", "b", "l", "v", "c", "d", "?"]
    page.keyboard.press("n")
    assert page.url.endswith(CLAUSE)
    page.keyboard.press("Escape")
    with page.expect_navigation():
        page.keyboard.press("n")
    assert "/customer-experience-design/" in page.url
    with page.expect_navigation():
        page.keyboard.press("p")
    assert page.url.endswith(CLAUSE)
    page.keyboard.press("v")
    assert page.locator("body.cl-verbs").count() == 1
    before = page.get_attribute("body", "data-md-color-scheme")
    page.keyboard.press("d")
    assert page.get_attribute("body", "data-md-color-scheme") != before
    with page.expect_navigation():
        page.keyboard.press("l")
    assert f"/fr/{CLAUSE}" in page.url
    page.keyboard.press("s")
    assert page.evaluate("document.activeElement.matches('.md-search__input')")
    page.keyboard.type("/np?")
    assert page.locator("dialog[open]").count() == 0
    assert page.input_value(".md-search__input") == "/np?"
    page.close()
    assert heard.wrong == []


def test_the_keys_are_switched_off_and_stay_so(browser: Any, home: str) -> None:
    page = opened(browser, f"{home}en/{CLAUSE}", Heard())
    page.click(".cl-keys-open")
    page.click(".cl-keys-use input")
    page.keyboard.press("Escape")
    page.reload()
    for key in ("n", "p", ".", ",", "/", "s", "f", "?", "l", "v"):
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    assert page.url.endswith(f"/en/{CLAUSE}")
    assert page.locator("dialog[open], body.cl-verbs").count() == 0
    assert page.evaluate("document.activeElement === document.body")
    page.click(".cl-keys-open")
    page.click(".cl-keys-use input")
    page.keyboard.press("Escape")
    with page.expect_navigation():
        page.keyboard.press("n")
    page.close()
