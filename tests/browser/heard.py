"""A page that is opened, and what it says that it should not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


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


def opened(browser: Any, address: str, heard: Heard, **options: object) -> Any:
    page = browser.new_page(**options)
    heard.listen(page)
    page.goto(address)
    return page
