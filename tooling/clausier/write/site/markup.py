"""Text as HTML, and as a Markdown heading, so that it shows exactly the signs that were written.

The body of a page is raw HTML within Markdown: nothing in it is read as Markdown again. Backticks
and tildes are written as entities because the family's readers look for code fences first.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import unescape

_TEXT = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "`": "&#96;", "~": "&#126;", "\t": "&#9;"}
)
_ATTRIBUTE = str.maketrans(
    {
        "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "`": "&#96;", "~": "&#126;",
        "\t": " ", "\n": " ",
    }
)  # fmt: skip
_MEANT = str.maketrans(
    {sign: f"&#{ord(sign)};" for sign in "!\"#$%&'()*+-/:;<=>?@[\\]^_`{|}~"}
    | {"\n": " ", "\t": " "}
)


UNSEARCHED = ("cl--why", "cl--became", "cl--proposals", "cl--sessions", "cl--behind")
"""Sections that say again what stands elsewhere: a search leads to the place itself."""


def text(value: str) -> str:
    """A text within an element; none of its lines begins like a heading."""
    shown = value.translate(_TEXT)
    return shown.replace("\n#", "\n&#35;") if "\n#" in shown else shown


def marked(value: str) -> str:
    """A text in which what stands in backticks is code; with an odd backtick it stays as it is.

    >>> marked("write `NOTE`")
    'write <code>NOTE</code>'
    """
    pieces = value.split("`")
    if len(pieces) % 2 == 0:
        return text(value)
    return "".join(
        f"<code>{text(piece)}</code>" if index % 2 else text(piece)
        for index, piece in enumerate(pieces)
    )


def attribute(value: str) -> str:
    """A text within the double quotes of an attribute, on one line."""
    return value.translate(_ATTRIBUTE)


def heading_text(value: str) -> str:
    """A text within a Markdown heading: every sign that Markdown might read is an entity.

    >>> heading_text("a *b* {c}")
    'a &#42;b&#42; &#123;c&#125;'
    """
    return value.translate(_MEANT)


def heading_markup(markup: str) -> str:
    """HTML within a Markdown heading: the text between its tags is made safe from Markdown."""
    pieces: list[str] = []
    at = 0
    while (start := markup.find("<", at)) >= 0:
        pieces.append(heading_text(unescape(markup[at:start])))
        end = markup.find(">", start) + 1
        if end == 0:
            break
        pieces.append(markup[start:end])
        at = end
    pieces.append(heading_text(unescape(markup[at:])))
    return "".join(pieces)


def heading(level: int, markup: str, id: str, kind: str = "", lang: str = "") -> str:
    """A Markdown heading from HTML, with an id and, where wanted, a class and a language."""
    hashes = "#" * min(max(level, 1), 6)
    name = f" .{kind}" if kind else ""
    name += f" lang={lang}" if lang else ""
    name += " data-search-exclude" if id in UNSEARCHED else ""
    return f"{hashes} {heading_markup(markup)} {{ #{id}{name} }}"


def identified(id: str | None) -> str:
    """The id attribute of an element, with a space before it; nothing without an id."""
    return f' id="{attribute(id)}"' if id else ""


def paragraph(content: str, kind: str = "", id: str | None = None) -> str:
    """A paragraph of HTML content."""
    name = f' class="{kind}"' if kind else ""
    return f"<p{identified(id)}{name}>{content}</p>"


def division(content: str, kind: str, id: str | None = None) -> str:
    """A division of HTML content on lines of its own."""
    return f'<div{identified(id)} class="{kind}">\n{content}\n</div>'


def link(href: str, content: str, kind: str = "") -> str:
    """A link around HTML content."""
    name = f' class="{kind}"' if kind else ""
    return f'<a{name} href="{attribute(href)}">{content}</a>'


def listing(items: Iterable[str], kind: str) -> str:
    """An unordered list of HTML items; nothing where there are none."""
    lines = "\n".join(f"<li>{item}</li>" for item in items)
    return f'<ul class="{kind}">\n{lines}\n</ul>' if lines else ""


def spoken(content: str, language: str, shown: str) -> str:
    """Content marked with its language where it is another than that of the page."""
    return content if language == shown else f'<span lang="{language}">{content}</span>'


def script(id: str, value: object) -> str:
    """Data for the page's script, which no markup in it can leave."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for sign in "&<>`~":
        data = data.replace(sign, f"\\u{ord(sign):04x}")
    return f'<script type="application/json" id="{id}">{data}</script>'
