"""A thousand pages of proceedings: seconds, megabytes, and how soon the search answers."""

from __future__ import annotations

import shutil
import sys
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tests.bench import generate
from tests.bench.measure import Command, compared, ratio

OWED = "owed: 15 s, 100 MB, an answer in 2 s"
CASES = (("one language", ("en",)), ("three languages", ("en", "fr", "de")))


def measured(place: Path, clausier: tuple[str, ...]) -> None:
    """Print what 1 000 sessions cost in one language and in three, beside plain MkDocs."""
    for name, languages in CASES:
        home = place / f"large-{len(languages)}"
        home.mkdir(parents=True)
        generate.proceedings(home, 1000, languages)
        ours = Command(f"clausier build site, 1 000 sessions, {name}",
                       (*clausier, "build", "site"), home)  # fmt: skip
        compared([ours], runs=1)
        words = (sys.executable, "-m", "mkdocs", "-q", "build", "-d", str(home / "plain"))
        clean = partial(shutil.rmtree, home / "plain", ignore_errors=True)
        shutil.copytree(home / "build" / "pages", home / "copy")
        plain = Command("plain mkdocs build of the same pages", words, home / "copy", clean)
        times = compared([ours, plain], runs=3)
        for one in times:
            print(one)
        site = home / "build" / "site"
        print(f"   ours / plain: {ratio(*times):.2f}; {_size(site)} ({OWED})")
        _searched(site)


def _size(site: Path) -> str:
    files = [file for file in site.rglob("*") if file.is_file()]
    pages = sum(file.suffix == ".html" for file in files)
    return f"{pages} pages, {sum(file.stat().st_size for file in files) / 1e6:.0f} MB"


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def _searched(site: Path) -> None:
    """Seconds from the key that opens the search to its first answer."""
    chromium = shutil.which("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        chromium = None
    if chromium is None:
        print("   the search is not measured: pip install playwright, and Chromium")
        return
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    homes = {"disk": site.as_uri(), "server": f"http://127.0.0.1:{server.server_port}"}
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for kind, home in homes.items():
            found = [_answer(browser, f"{home}/en/index.html", word) for word in WANTED]
            print(f"   first answer from {kind}: {max(found):.2f} s (the slowest of {len(found)})")
        browser.close()
    server.shutdown()


WANTED = ("shall", "letter", "151")


def _answer(browser: object, address: str, word: str) -> float:
    page = browser.new_page()  # type: ignore[attr-defined]
    page.goto(address)
    page.wait_for_load_state("networkidle")
    start = time.perf_counter()
    page.keyboard.press("s")
    page.keyboard.type(word)
    page.wait_for_selector(".md-search-result__item")
    seconds = time.perf_counter() - start
    page.close()
    return seconds
