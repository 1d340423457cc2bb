"""Citations of each kind of block in a real browser: mouse, keyboard, finger, disk and server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.heard import Heard, opened

pytestmark = pytest.mark.browser
CLAUSE = "service-excellence/listening-and-measurement/index.html"
KEPT = (
    "navigator.clipboard.writeText = (words) => { window.kept = words; return Promise.resolve(); }"
)
NO_CLIPBOARD = """
Object.defineProperty(navigator, "clipboard", { value: undefined });
document.addEventListener("copy", () => { window.kept = document.activeElement.value; });
"""


def kept(page: Any) -> str:
    """What was copied; waited for without a function, which the page's policy forbids."""
    for _ in range(100):
        if words := page.evaluate("window.kept || ''"):
            return str(words)
        page.wait_for_timeout(20)
    return ""


def names(page: Any) -> list[str]:
    """What the control says of each block, in order, by keyboard alone."""
    page.keyboard.press("c")
    page.wait_for_selector(".cl-cite:not([hidden])")
    page.keyboard.press("Home")
    found: list[str] = []
    last = ""
    while (now := page.get_attribute(".cl-cite", "aria-label") or "") != last:
        found.append(now)
        last = now
        page.keyboard.press("ArrowDown")
        page.evaluate("Promise.resolve()")
    return found


def test_every_kind_of_block_has_its_name(browser: Any, home: str) -> None:
    heard = Heard()
    page = opened(browser, f"{home}en/{CLAUSE}", heard)
    found = [name.removeprefix("Copy a citation of ") for name in names(page)]
    assert len(found) == len(set(found))
    for name in (
        "9", "9.1", "9.1, paragraph 2", "9.2.1, Figure 1", "9.2.1, Figure 1, entry “3”",
        "9.2.1, Figure 1, NOTE", "9.2.2, list item 5", "9.3, Table 4", "9.3, Table 4, row 2",
        "9.3, NOTE", "9.4, Formula (1)", "9.4, EXAMPLE",
    ):  # fmt: skip
        assert name in found
    page.goto(f"{home}fr/service-excellence/terms/index.html")
    french = names(page)
    assert "Copier une citation de 3.1.1, définition" in french
    assert "Copier une citation de 3.1.1, Note 1 à l'article" in french
    page.close()
    assert heard.wrong == []


def test_blocks_within_others_are_told_apart(browser: Any, mini: Path) -> None:
    page = opened(browser, f"{mini.as_uri()}/en/everyday-service/waiting/index.html", Heard())
    found = [name.removeprefix("Copy a citation of ") for name in names(page)]
    assert len(found) == len(set(found))
    for name in (
        "4.1, NOTE 2", "4.1, EXAMPLE, list item 2", "4.1, WARNING", "4.2.2, Formula (1), list item 3",
        "4.2.2, Table 1, row 2", "4.2.2, Table 1, footnote a", "4.3, list item b) 2)",
        "4.3, list item b) 2), listing", "4.3, quotation", "4.3, Figure 2, b)", "4.3, entry “Answer”",
    ):  # fmt: skip
        assert name in found
    page.close()


def test_the_keyboard_copies_number_clause_paragraph_and_link(browser: Any, home: str) -> None:
    heard = Heard()
    page = opened(browser, f"{home}en/{CLAUSE}", heard)
    page.evaluate(KEPT)
    page.focus(".cl-cite-open")
    page.keyboard.press("Enter")
    page.wait_for_selector(".cl-cite:not([hidden])")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    block = page.locator(".cl-citing").get_attribute("id")
    page.keyboard.press("Enter")
    where, address = kept(page).split("\n")
    assert where.startswith("Service excellence, Working draft, 9.1, paragraph 2 [Stage 20.60 · ")
    assert address == f"{home}en/{CLAUSE}#{block}"
    assert page.locator(".cl-cited[role=status]").inner_text() == "Copied: 9.1, paragraph 2"
    page.keyboard.press("Escape")
    assert page.locator(".cl-cite").is_hidden()
    assert page.evaluate("document.activeElement.matches('.cl-cite-open')")
    page.goto(address)
    assert page.locator(f"[id='{block}']:target").count() == 1
    page.close()
    assert heard.wrong == []


def test_a_browser_without_a_clipboard_copies_too(browser: Any, home: str) -> None:
    heard = Heard()
    page = opened(browser, f"{home}fr/{CLAUSE}", heard)
    page.evaluate(NO_CLIPBOARD)
    page.keyboard.press("c")
    page.wait_for_selector(".cl-cite:not([hidden])")
    page.keyboard.press("Enter")
    assert kept(page).startswith("Excellence de service, Projet de travail, 9")
    page.close()
    assert heard.wrong == []


def test_the_mouse_and_the_finger_cite(browser: Any, home: str) -> None:
    page = opened(browser, f"{home}en/{CLAUSE}", Heard())
    page.evaluate(KEPT)
    page.hover(".md-content__inner > p[id] >> nth=1")
    page.wait_for_selector(".cl-cite:not([hidden])")
    page.click(".cl-cite")
    assert "9.1, paragraph 2" in kept(page)
    page.close()
    size = {"width": 320, "height": 640}
    page = opened(browser, f"{home}en/{CLAUSE}", Heard(), viewport=size, has_touch=True)
    page.evaluate(KEPT)
    page.tap(".cl-cite-open")
    page.tap(".md-content__inner > p[id] >> nth=1", position={"x": 4, "y": 6})
    page.wait_for_selector("p.cl-citing")
    page.tap(".cl-cite")
    assert "9.1, paragraph 2" in kept(page)
    page.close()
