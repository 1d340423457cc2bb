"""The site of this repository in a real browser, from disk and server, without a network."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from clausier.cli.site_build import build_site
from clausier.pipeline import compile_folder
from clausier.write import site

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
RULES = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"
KINDS = (
    "index.html",
    "en/index.html",
    "en/service-excellence/conditions-for-staff/index.html",
    "en/service-excellence/listening-and-measurement/index.html",
    "en/service-excellence/terms/index.html",
    "en/service-excellence/bibliography/index.html",
    "en/principles/index.html",
    "en/principles/symetrie-des-attentions/index.html",
    "en/proposals/index.html",
    "en/trace/index.html",
    "en/provisions/index.html",
    "en/terms/index.html",
    "en/findings/index.html",
    "fr/index.html",
    "fr/service-excellence/conditions-for-staff/index.html",
    "fr/proceedings/esprit-de-service-2012/index.html",
    "fr/proceedings/esprit-de-service-2012/symetrie-des-attentions/index.html",
)


@dataclass
class Heard:
    """What a page said that it should not have, and where it called."""

    wrong: list[str] = field(default_factory=list)
    called: list[str] = field(default_factory=list)

    def listen(self, page: Any) -> None:
        page.on("console", lambda message: self.wrong.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("requestfailed", self.failed)
        page.on("request", lambda request: self.called.append(request.url))

    def failed(self, request: Any) -> None:
        """A request that did not come back; one that the next page cut short is none."""
        if "ERR_ABORTED" not in (request.failure or ""):
            self.wrong.append(f"failed: {request.url}: {request.failure}")

    def outside(self) -> list[str]:
        here = ("file:", "data:", "blob:", "http://127.0.0.1:")
        return [url for url in self.called if not url.startswith(here)]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    compiled = compile_folder(ROOT)
    output = site.write(compiled.resolved, compiled.diagnostics, compiled.sources, compiled.files)
    folder = tmp_path_factory.mktemp("site")
    for path, data in output.files.items():
        place = folder / "pages" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    warned = build_site(folder / "pages", folder / "site")
    (folder / "warned.txt").write_text("\n".join(warned), "utf-8")
    return folder / "site"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    import shutil

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    api = pytest.importorskip("playwright.sync_api")
    if chromium is None:
        pytest.skip("Chromium is not installed")
    with api.sync_playwright() as started:
        made = started.chromium.launch(executable_path=chromium, args=["--no-sandbox", RULES])
        yield made
        made.close()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def served(built: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(built)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["disk", "server"])
def home(request: pytest.FixtureRequest, built: Path) -> str:
    if request.param == "disk":
        return built.as_uri() + "/"
    return str(request.getfixturevalue("served"))


def opened(browser: Any, address: str, heard: Heard, **options: object) -> Any:
    page = browser.new_page(**options)
    heard.listen(page)
    page.goto(address)
    return page


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
    page.keyboard.press("/")
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
