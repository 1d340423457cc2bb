"""The site of this repository in a real browser, from disk and server, without a network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from clausier.pipeline import compile_folder
from tests.browser.heard import Heard, opened

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
KINDS = (
    "index.html",
    "en/index.html",
    "en/service-excellence/conditions-for-staff/index.html",
    "en/service-excellence/listening-and-measurement/index.html",
    "en/service-excellence/terms/index.html",
    "en/service-excellence/bibliography/index.html",
    "en/service-excellence/terms/beside/index.html",
    "fr/service-excellence/listening-and-measurement/beside/index.html",
    "en/principles/index.html",
    "en/principles/symetrie-des-attentions/index.html",
    "en/proposals/index.html",
    "en/trace/index.html",
    "en/provisions/index.html",
    "en/terms/index.html",
    "en/findings/index.html",
    "en/guide/rules/notes/label-of-another-language.html",
    "fr/guide/rules/structure/hanging-paragraph.html",
    "fr/index.html",
    "fr/service-excellence/conditions-for-staff/index.html",
    "fr/proceedings/esprit-de-service-2012/index.html",
    "fr/proceedings/esprit-de-service-2012/symetrie-des-attentions/index.html",
)


def test_the_generator_warns_of_nothing(built: Path) -> None:
    assert (built.parent / "warned.txt").read_text("utf-8") == ""


def test_no_page_says_or_calls_anything(browser: Any, home: str) -> None:
    heard = Heard()
    page = opened(browser, home + KINDS[0], heard)
    for kind in KINDS:
        page.goto(home + kind)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.lang") == (kind[:2] if "/" in kind else "en")
        assert page.locator("h1").count() == 1, kind
    page.close()
    assert heard.wrong == []
    assert heard.outside() == []


def found(page: Any, words: str) -> list[str]:
    """The addresses that the search gives for words."""
    page.keyboard.press("s")
    page.keyboard.type(words)
    page.wait_for_selector(".md-search-result__item")
    return [
        link.get_attribute("href") or ""
        for link in page.query_selector_all(".md-search-result__link")
    ]


@pytest.mark.parametrize("words", ["shall", "should", "may", "5.1", "recovery"])
def test_the_search_finds_the_words_of_a_standard(browser: Any, home: str, words: str) -> None:
    heard = Heard()
    page = opened(browser, home + "en/index.html", heard)
    links = found(page, words)
    page.close()
    assert links
    assert all("/en/" in link for link in links)
    assert heard.wrong == []


@pytest.mark.parametrize("words", ["organisme", "doit", "client"])
def test_the_search_answers_in_the_language_of_the_page(
    browser: Any, home: str, words: str
) -> None:
    heard = Heard()
    page = opened(browser, home + "fr/index.html", heard)
    links = found(page, words)
    page.close()
    assert links
    assert all("/fr/" in link for link in links)
    assert heard.wrong == []


def test_the_language_switch_leads_to_the_same_page(browser: Any, home: str) -> None:
    page = opened(browser, home + "en/service-excellence/conditions-for-staff/index.html", Heard())
    page.click(".cl-switch a[hreflang=fr]")
    assert page.url.endswith("fr/service-excellence/conditions-for-staff/index.html")
    assert page.evaluate("document.documentElement.lang") == "fr"
    page.close()


def test_a_term_shows_its_card_and_escape_closes_it(browser: Any, home: str) -> None:
    heard = Heard()
    page = opened(browser, home + KINDS[3], heard)
    page.locator("a.cl-term-use").first.focus()
    card = page.locator("#cl-card")
    assert card.is_visible()
    assert len(card.inner_text()) > 20
    page.keyboard.press("Escape")
    assert card.is_hidden()
    page.locator("a.cl-term-use").first.hover()
    page.wait_for_timeout(300)
    assert card.is_visible()
    page.close()
    assert heard.wrong == []


def test_the_provisions_are_filtered_through_the_address(browser: Any, home: str) -> None:
    heard = Heard()
    page = opened(browser, home + "en/provisions/index.html?type=permission", heard)
    rows = page.locator(".cl-filtered tbody tr:visible")
    assert rows.count() == page.locator(".cl-filtered tr[data-type=permission]").count() > 0
    page.select_option("select[name=type]", "")
    assert rows.count() == page.locator(".cl-filtered tbody tr").count()
    page.close()
    assert heard.wrong == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(browser: Any, home: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    for kind in KINDS:
        page.goto(home + kind)
        beyond = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert beyond <= 0, f"{kind}: {beyond}"
    page.close()


def test_a_confidential_draft_is_not_to_be_found(built: Path) -> None:
    page = (built / "en/index.html").read_text("utf-8")
    assert "default-src 'self'" in page
    assert ('content="noindex' in page) is any_confidential()


def any_confidential() -> bool:
    workspace = compile_folder(ROOT).resolved.workspace
    return any(deliverable.metadata.confidential for deliverable in workspace.deliverables)
