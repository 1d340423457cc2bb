"""The editions in a real browser, from a disk and without a network, and on paper."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.heard import Heard, opened

pytestmark = pytest.mark.browser
SENT = "editions/service-excellence-{0}.html"
PRINTED = "editions/service-excellence-{0}-print.html"
A4 = (595, 842)


@pytest.fixture
def sent(built: Path, tmp_path: Path) -> Path:
    """The edition to be sent, alone in a folder, as from an e-mail."""
    file = tmp_path / "draft of today.html"
    file.write_bytes((built / SENT.format("en")).read_bytes())
    return file


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_opens_alone_and_is_silent(browser: Any, sent: Path, width: int, scheme: str) -> None:
    heard = Heard()
    size = {"width": width, "height": 800}
    page = opened(browser, sent.as_uri(), heard, viewport=size, color_scheme=scheme)
    page.locator("a.cl-term-use").first.focus()
    assert page.locator("#cl-card").is_visible()
    page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert len({url for url in heard.called if not url.startswith("data:")}) == 1
    assert heard.wrong == []
    page.close()


def test_its_contents_lead_to_the_clauses(browser: Any, sent: Path) -> None:
    page = opened(browser, sent.as_uri(), Heard(), viewport={"width": 1280, "height": 800})
    link = page.locator(".cl-edition-contents a").nth(9)
    place = link.get_attribute("href")
    link.click()
    assert page.url.endswith(place)
    assert page.locator(place).bounding_box()["y"] < 200
    page.close()


@pytest.fixture(params=["en", "fr"])
def paper(request: pytest.FixtureRequest, browser: Any, built: Path) -> Iterator[Any]:
    reader = pytest.importorskip("pypdf")
    heard = Heard()
    page = opened(browser, (built / PRINTED.format(request.param)).as_uri(), heard)
    titles = page.locator("h1 .cl-number, h2 .cl-number").all_inner_texts()
    data = page.pdf(prefer_css_page_size=True, tagged=True, outline=True)
    page.close()
    assert heard.wrong == []
    yield reader.PdfReader(io.BytesIO(data)), titles


def test_it_prints_on_a4_with_the_numbers_of_the_standard(paper: Any) -> None:
    document, numbers = paper
    assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in document.pages} == {
        A4
    }
    texts = [page.extract_text() for page in document.pages]
    assert len(texts) > 10
    assert all(f"{place} / {len(texts)}" in text for place, text in enumerate(texts, 1))
    assert all("20.60" in text for text in texts)
    heads = [" ".join(text.split()).partition(f" / {len(texts)}")[0] for text in texts]
    assert heads[0] == "1"
    assert len({head.rstrip("0123456789 ") for head in heads[1:]}) == 1
    assert "Working draft" in heads[1] or "Projet" in heads[1]
    whole = "\n".join(texts)
    assert len(numbers) > 20
    assert [number for number in numbers if number not in whole] == []
