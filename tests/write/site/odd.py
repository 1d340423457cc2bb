"""A workspace of odd but possible things: each page of it must still be one that can be read."""

from __future__ import annotations

import struct
import zlib

TITLE = 'Desks <b>&</b> <script>alert(1)</script> "counters"'
HEADING = 'Index <img src=x onerror=alert(1)> & "quoted" [a](b) {#y}'
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbau" + "x" * 400
STANDARD = f"""number: null
type: EN
stage: "20.60"
edition: 1
titles: {{en: '{TITLE}', fr: 'Guichets <i>et</i> comptoirs'}}
languages: [en, fr]
reference_language: en
"""
TERMS = 500
ROWS = 2_000
MEGABYTE = 1 << 20


def workspace(image: bytes | None = None) -> dict[str, bytes]:
    """A deliverable named `index` in two languages; `image` is shown where it is given."""
    made = {"clauses/index/standard.yml": STANDARD.encode(), "clauses/index/references.yml": b"{}"}
    for language in ("en", "fr"):
        for name, text in clauses(image is not None).items():
            made[f"clauses/index/{language}/{name}.md"] = text.encode()
    if image is not None:
        made["clauses/index/images/large.png"] = image
    return made


def clauses(pictured: bool) -> dict[str, str]:
    rows = "\n".join(f"| {at} | row {at} | {at % 7} |" for at in range(ROWS))
    made = {
        "03-terms": clause("terms", "terms", "", "For this document, these terms apply."),
        "04-index": clause("index", "clause", HEADING, "The desk shall be as @home is."),
        "05-findings": clause("findings", "clause", "Findings", "The desk shall be open."),
        "06-beside": clause("beside", "clause", LONG, f"## Index {{#home}}\n\n{LONG} shall stand."),
        "08-search": clause("search", "clause", "Search again", "See @rows of the desk."),
        "09-rows": clause(
            "table",
            "clause",
            "Rows",
            f"Table: Rows {{#rows}}\n\n| a | b | c |\n|---|---|---|\n{rows}",
        ),
    }
    made |= {f"03-terms/{at:03}-word": term(at) for at in range(TERMS)}
    if pictured:
        text = "See @large.\n\n![A large picture](images/large.png){#large}\n\nFigure: Picture"
        made["10-picture"] = clause("picture", "clause", "Picture", text)
    return made


def clause(id: str, kind: str, title: str, body: str) -> str:
    named = f"title: '{title}'\n" if title else ""
    return f"---\nid: {id}\nkind: {kind}\n{named}---\n\n{body}\n"


def term(at: int) -> str:
    """Terms; the first are named like pages of the site."""
    names = ("index", "terms", "provisions", "rules", "guide", "404")
    name = names[at] if at < len(names) else f"counted thing {at}"
    return f"---\nid: word-{at}\nkind: term\nterm: {name}\n---\n\nthing number {at} on a desk\n"


def picture(megabytes: int) -> bytes:
    """A picture of noise that no compression makes smaller than this."""
    width, height = 4096, megabytes * MEGABYTE // (4096 * 3) + 1
    line = b"\0" + bytes(at * 7919 % 251 for at in range(width * 3))
    data = zlib.compress(line * height, 0)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
