"""Terms and verbal forms in a real browser: hover, focus, tap; remembered; not printed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.heard import Heard, opened

pytestmark = pytest.mark.browser
CLAUSE = "service-excellence/conditions-for-staff/index.html"
FIRST = ".md-content a.cl-term-use >> nth=0"


def test_the_card_says_definition_and_notes(browser: Any, home: str) -> None:
    page = opened(browser, f"{home}en/terms/index.html", Heard())
    said: list[str] = []
    for link in page.query_selector_all("a.cl-preferred"):
        link.focus()
        said.append(page.locator("#cl-card").inner_text())
        assert link.get_attribute("aria-describedby") == "cl-card"
    assert all(len(words) > 30 for words in said)
    assert any("Note 1 to entry:" in words for words in said)
    page.wait_for_timeout(300)
    assert page.locator("#cl-card").is_visible()
    page.close()


def test_the_card_can_be_pointed_at_and_dismissed(browser: Any, home: str) -> None:
    heard = Heard()
    page = opened(browser, f"{home}en/{CLAUSE}", heard)
    card = page.locator("#cl-card")
    page.hover(FIRST)
    card.wait_for(state="visible")
    link, shown = page.locator(FIRST).bounding_box(), card.bounding_box()
    page.mouse.move(link["x"] + 4, link["y"] + link["height"] - 1)
    page.mouse.move(shown["x"] + 20, shown["y"] + 8, steps=4)
    page.wait_for_timeout(500)
    assert card.is_visible()
    page.keyboard.press("Escape")
    assert card.is_hidden()
    page.close()
    assert heard.wrong == []


def test_the_first_tap_shows_and_the_second_follows(browser: Any, home: str) -> None:
    size = {"width": 320, "height": 640}
    page = opened(browser, f"{home}fr/{CLAUSE}", Heard(), viewport=size, has_touch=True)
    page.tap(FIRST)
    card = page.locator("#cl-card")
    card.wait_for(state="visible")
    box = card.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert page.url.endswith(CLAUSE)
    with page.expect_navigation():
        page.tap(FIRST)
    assert "/terms/index.html#" in page.url
    page.go_back()
    page.goto(f"{home}fr/{CLAUSE.replace('index.html', 'beside/index.html')}")
    with page.expect_navigation():
        page.tap(FIRST)
    page.close()


def test_terms_say_where_they_are_used(browser: Any, home: str) -> None:
    page = opened(browser, f"{home}fr/service-excellence/terms/index.html", Heard())
    uses = page.locator(".cl-uses").first
    assert uses.inner_text().startswith("Employé dans ")
    with page.expect_navigation():
        uses.locator("a").first.click()
    assert "/fr/service-excellence/" in page.url
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_are_remembered_and_not_printed(browser: Any, home: str, scheme: str) -> None:
    page = opened(browser, f"{home}en/{CLAUSE}", Heard(), color_scheme=scheme)
    verb = page.locator(".cl-verb--requirement").first
    plain = verb.evaluate("(verb) => getComputedStyle(verb).color")
    page.focus(".cl-toggle input")
    page.keyboard.press("Space")
    assert verb.evaluate("(verb) => getComputedStyle(verb).color") != plain
    assert "underline" in verb.evaluate("(verb) => getComputedStyle(verb).textDecorationLine")
    page.goto(f"{home}fr/{CLAUSE}")
    assert page.locator("body.cl-verbs").count() == 1
    assert page.locator(".cl-toggle input").is_checked()
    page.emulate_media(media="print")
    verb = page.locator(".cl-verb--requirement").first
    assert verb.evaluate("(verb) => getComputedStyle(verb).textDecorationLine") == "none"
    for unseen in (".cl-tools", ".cl-foot-tools", ".md-header"):
        assert page.locator(unseen).is_hidden()
    page.close()
