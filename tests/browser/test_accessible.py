"""Every kind of page in every state: accessible to axe-core, valid to html-validate."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from clausier.write.site.theme_patches import PATCHES
from tests.browser.heard import Heard, opened
from tests.browser.test_site import KINDS
from tests.browser.validators import inaccessible, invalid

pytestmark = pytest.mark.browser
GUIDE = "fr/guide/format/index.html"
EVERY = (
    *KINDS,
    "en/guide/reviewers/index.html",
    "en/proposals/promise-and-leadership/index.html",
    "en/service-excellence/annex-indicators/index.html",
    "en/service-excellence/conditions-for-staff/beside/index.html",
    "fr/service-excellence/annex-indicators/beside/index.html",
    "editions/service-excellence-en.html",
    "editions/service-excellence-fr-print.html",
)
STATES = tuple(product(("light", "dark"), (1280, 320)))
TERMS = "en/service-excellence/listening-and-measurement/index.html"


@pytest.fixture(params=STATES, ids=lambda state: f"{state[0]}-{state[1]}")
def looked_at(request: pytest.FixtureRequest, browser: Any) -> Any:
    """A window in a scheme and a width."""
    scheme, width = request.param
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    yield page
    page.close()


def test_every_kind_of_page_is_accessible(looked_at: Any, built: Path) -> None:
    wrong = []
    for kind in EVERY:
        looked_at.goto((built / kind).as_uri())
        wrong += [f"{kind}: {one}" for one in inaccessible(looked_at)]
    assert wrong == []


def test_the_page_that_is_not_there_is_accessible(looked_at: Any, served: str) -> None:
    looked_at.goto(f"{served}404.html")
    assert inaccessible(looked_at) == []


def test_an_open_search_is_accessible(looked_at: Any, built: Path) -> None:
    looked_at.goto((built / "en/index.html").as_uri())
    looked_at.keyboard.press("s")
    looked_at.keyboard.type("shall")
    looked_at.wait_for_selector(".md-search-result__item")
    looked_at.wait_for_timeout(400)
    assert inaccessible(looked_at) == []


def test_an_open_menu_is_accessible(looked_at: Any, built: Path) -> None:
    looked_at.goto((built / TERMS).as_uri())
    looked_at.evaluate("document.getElementById('__drawer').click()")
    looked_at.wait_for_timeout(400)
    assert inaccessible(looked_at) == []


def test_a_card_and_marked_verbs_are_accessible(looked_at: Any, built: Path) -> None:
    looked_at.goto((built / TERMS).as_uri())
    looked_at.locator(".cl-toggle input").check()
    looked_at.locator("a.cl-term-use").first.focus()
    assert looked_at.locator("#cl-card").is_visible()
    assert inaccessible(looked_at) == []


def test_every_dialog_is_accessible_while_open(looked_at: Any, built: Path) -> None:
    for kind in (TERMS, "fr/index.html"):
        looked_at.goto((built / kind).as_uri())
        doors = looked_at.locator("[aria-haspopup=dialog]:visible")
        for place in range(doors.count()):
            doors.nth(place).click()
            assert inaccessible(looked_at) == [], kind
            looked_at.keyboard.press("Escape")


@pytest.mark.parametrize("key", ["/", "?", "c"])
def test_what_a_key_opens_is_accessible(looked_at: Any, built: Path, key: str) -> None:
    looked_at.goto((built / TERMS).as_uri())
    looked_at.keyboard.press(key)
    looked_at.wait_for_timeout(300)
    assert inaccessible(looked_at) == []


def test_every_kind_of_page_is_valid(built: Path, tmp_path: Path) -> None:
    kinds = [built / kind for kind in (*EVERY, GUIDE, "404.html")]
    assert invalid(kinds, tmp_path / "report.json") == []


def test_wide_tables_of_the_guide_are_reached_by_keyboard(browser: Any, built: Path) -> None:
    page = opened(
        browser, (built / GUIDE).as_uri(), Heard(), viewport={"width": 320, "height": 800}
    )
    page.wait_for_selector(".md-typeset__scrollwrap")
    assert page.locator(".md-typeset__scrollwrap:not([tabindex='0'])").count() == 0
    page.close()


@pytest.mark.parametrize("patch", PATCHES, ids=lambda patch: patch[0])
def test_each_patch_of_the_theme_still_applies(built: Path, patch: tuple[str, str]) -> None:
    import material

    theme = Path(material.__file__).parent / "templates" / "base.html"
    written, right = patch
    assert theme.read_text("utf-8").count(written) == 1
    page = (built / "en/index.html").read_text("utf-8")
    assert (page.count(written), page.count(right)) == (0, 1)
