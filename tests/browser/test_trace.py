"""The drawing of the trace in a real browser: by keyboard, narrow, light and dark."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.heard import Heard, opened

pytestmark = pytest.mark.browser


def test_the_keyboard_walks_the_drawing_and_follows_it(browser: Any, home: str) -> None:
    heard = Heard()
    page = opened(browser, f"{home}en/trace/index.html", heard)
    node = page.locator("a.cl-node--principle").first
    node.focus()
    assert page.locator(".cl-trace.cl-traced").count() == 1
    joined = page.locator(".cl-lines .cl-on").count()
    assert 0 < joined < page.locator(".cl-lines path").count()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.cl-trace') !== null")
    node.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/principles/" in page.url
    page.close()
    assert heard.wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_drawing_stays_readable_on_a_narrow_screen(
    browser: Any, home: str, scheme: str
) -> None:
    size = {"width": 320, "height": 640}
    address = f"{home}fr/trace/index.html"
    page = opened(browser, address, Heard(), viewport=size, color_scheme=scheme)
    words = page.locator(".cl-node text").first
    assert words.evaluate("(text) => text.getBoundingClientRect().height") > 10
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    region = page.locator(".cl-drawing .cl-scroll")
    assert region.evaluate("(box) => box.scrollWidth > box.clientWidth")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)
    assert region.evaluate("(box) => box.scrollLeft") > 0
    page.close()


def test_the_pages_say_what_became_of_them(browser: Any, home: str) -> None:
    page = opened(browser, f"{home}fr/principles/culture-de-service/index.html", Heard())
    said = page.locator(".cl-outcome").inner_text()
    assert said.startswith("Devenu 4, ")
    assert "en attente\u00a0: Une promesse" in said
    page.goto(f"{home}en/proceedings/esprit-de-service-2012/marge-de-manoeuvre/index.html")
    assert page.locator(".cl-outcome").inner_text().startswith("Became 4, 6, ")
    page.close()
