"""The whole text of a language version as one document: to be sent, and to be printed.

Both are written by the writers of the pages, so that numbers, anchors and words are those of the
site. The one to be sent holds all it needs; the one to be printed stands beside the site's files.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from mimetypes import guess_type
from urllib.parse import quote

from msgspec.structs import replace

from clausier.language.interface import interface
from clausier.model.clause import Clause
from clausier.resolve.resolved import Version
from clausier.write.site.address import EDITIONS, Key, edition, relative
from clausier.write.site.cards import cards
from clausier.write.site.clause import key as clause_key
from clausier.write.site.clause import parts
from clausier.write.site.configuration import SAID_BY_THEME
from clausier.write.site.home import cover_parts, full_title
from clausier.write.site.identity import designation, identity, stage
from clausier.write.site.index import closing
from clausier.write.site.markup import attribute, script, text
from clausier.write.site.media import FOLDER
from clausier.write.site.ready import Heading, ready
from clausier.write.site.sheet import Sheet, Site
from clausier.write.site.why import why

PLACE = "editions"
DEEPEST = 3
_OWN = re.compile(r'( id="| href="#)(cl--|fn--at-)')
"""Anchors that are unique on a clause's page only."""
_SAID = re.compile(r'<a href="([^"]+)">\1</a>')
"""A link whose text is its address already."""

SENT = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
)
PRINTED = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; base-uri 'none'; form-action 'none'"
)
STYLES = ("fonts.css", "site.css", "reading.css", "edition.css")
SCRIPTS = ("edition.js", "site.js", "terms.js")


def editions(site: Site, assets: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of all editions by their path in the site; `assets` are its styles and scripts."""
    made: dict[str, bytes] = {}
    for version in site.resolved.versions:
        for kind in EDITIONS:
            path = edition(version.deliverable.id, version.standard.language, kind)
            made[path] = _document(site, version, kind, assets).encode()
    return made


def _document(site: Site, version: Version, kind: str, assets: Mapping[str, bytes]) -> str:
    language = version.standard.language
    own = _alone(site, version)
    first = Sheet(own, Key(kind), language, PLACE, version)
    cover = ready("\n\n".join(cover_parts(first, version)))
    texts = [_clause(first, version, clause, kind) for clause in version.clauses]
    texts += _index(first, version)
    body = "\n".join(
        (f'<section class="cl-cover">\n{cover.html}\n</section>', *(html for html, _ in texts))
    ).replace(' loading="lazy"', "")
    headings = [heading for _, found in texts for heading in found]
    head = _head(site, version, kind, assets)
    if kind == "print":
        body = _SAID.sub(r'<a class="cl-bare" href="\1">\1</a>', body)
        return PAPER.format(language=attribute(language), head=head, body=body)
    return SCREEN.format(
        language=attribute(language),
        head=head,
        skip=text(first.word("skip")),
        name=text(full_title(version).partition(" — ")[0]),
        identity=text(designation(version)),
        contents_name=attribute(first.word("contents")),
        contents=_contents(headings),
        body=_with_media(site, body, first.media),
        foot=text(identity(site, version)),
        data=_data(first),
        script="".join(_inline(assets[name]) for name in SCRIPTS),
    )


def _alone(site: Site, version: Version) -> Site:
    """The site as if only this text stood in it, all on one page."""
    language = version.standard.language
    folders = {(language, clause_key(version, clause)): PLACE for clause in version.clauses}
    return replace(site, folders=folders)


def _clause(
    shared: Sheet, version: Version, clause: Clause, kind: str
) -> tuple[str, tuple[Heading, ...]]:
    """A clause as HTML with its headings; anchors, terms and media are gathered in `shared`."""
    sheet = replace(
        shared,
        key=clause_key(version, clause),
        footnotes=[], known_footnotes={}, own_footnotes={},
    )  # fmt: skip
    found = parts(sheet, version, clause)
    if kind != "print":
        found.append(why(sheet, version, clause))
    made = ready("\n\n".join(part for part in found if part))
    name = attribute(clause.id.value)
    html = _OWN.sub(lambda match: f"{match[1]}{match[2]}{name}--", made.html)
    sort = "annex" if clause.kind == "annex" else "clause"
    headings = tuple(one for one in made.headings if not one.id.startswith("cl--"))
    return f'<section class="cl-{sort}">\n{html}\n</section>', headings


def _index(sheet: Sheet, version: Version) -> list[tuple[str, tuple[Heading, ...]]]:
    """The index as HTML with its heading, where the version asks for one."""
    made = ready("\n\n".join(closing(sheet, version)))
    if not made.headings:
        return []
    return [(f'<section class="cl-annex">\n{made.html}\n</section>', made.headings[:1])]


def _contents(headings: Iterable[Heading]) -> str:
    return "\n".join(
        f'<li class="cl-level-{one.level}"><a href="#{attribute(one.id)}">{one.name}</a></li>'
        for one in headings
        if one.level <= DEEPEST and one.name
    )


def _with_media(site: Site, body: str, media: Iterable[str]) -> str:
    """The images within the text itself, and the files that it links to."""
    for path in media:
        kind = guess_type(path)[0] or "application/octet-stream"
        data = f"data:{kind};base64,{b64encode(site.files[path]).decode()}"
        source = attribute(quote(relative(PLACE, f"{FOLDER}/{path}")))
        name = attribute(path.rpartition("/")[2])
        body = body.replace(f'src="{source}"', f'src="{data}"')
        body = body.replace(f'href="{source}"', f'href="{data}" download="{name}"')
    return body


def _data(sheet: Sheet) -> str:
    known = interface(sheet.language)
    words = script("cl-words", {word: known[word] for word in SAID_BY_THEME})
    return "\n".join(filter(None, (words, cards(sheet))))


def _head(site: Site, version: Version, kind: str, assets: Mapping[str, bytes]) -> str:
    policy = PRINTED if kind == "print" else SENT
    lines = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        f"<title>{text(f'{full_title(version)} – {designation(version)}')}</title>",
    ]
    if version.deliverable.metadata.confidential:
        lines.append('<meta name="robots" content="noindex, nofollow">')
    if kind == "print":
        lines += [f'<link rel="stylesheet" href="../assets/clausier/{one}">' for one in STYLES]
        lines.append(f"<style>{_running(site, version)}</style>")
    else:
        lines.append('<meta name="color-scheme" content="light dark">')
        lines += [f"<style>{assets[one].decode()}</style>" for one in STYLES]
    return "\n".join(lines)


def _running(site: Site, version: Version) -> str:
    """What stands at the head and foot of each printed page but the first."""
    title = full_title(version).partition(" — ")[0]
    mark = site.fingerprints[(version.deliverable.id, version.standard.language)]
    return (
        f"@page {{ @top-left {{ content: {_quoted(designation(version))} }} "
        f"@top-right {{ content: {_quoted(title)} }} "
        f"@bottom-left {{ content: {_quoted(f'{stage(version)} · {mark}')} }} }} "
        "@page :first { @top-left { content: none } @top-right { content: none } }"
    )


def _quoted(value: str) -> str:
    """A text as a string of a style sheet, which no sign in it can leave."""
    safe = "".join(
        sign if sign.isalnum() or sign in " .,:()–-/·" else f"\\{ord(sign):06x}" for sign in value
    )
    return f'"{safe}"'


def _inline(code: bytes) -> str:
    return f"<script>{code.decode()}</script>\n"


SCREEN = """<!doctype html>
<html lang="{language}" dir="ltr">
<head>
{head}
</head>
<body class="cl-edition" data-md-color-scheme="default">
<a class="cl-skip" href="#cl--top">{skip}</a>
<header class="cl-edition-header">
<span class="cl-brand">{name}</span>
<span class="cl-header-identity">{identity}</span>
</header>
<div class="cl-edition-main">
<nav class="cl-edition-contents" aria-label="{contents_name}" tabindex="0">
<ol>
{contents}
</ol>
</nav>
<main class="md-content__inner md-typeset">
{body}
</main>
</div>
<footer class="cl-footer"><p class="cl-identity">{foot}</p></footer>
{data}
{script}</body>
</html>
"""
PAPER = """<!doctype html>
<html lang="{language}" dir="ltr" class="cl-paper">
<head>
{head}
</head>
<body data-md-color-scheme="default">
<main class="md-content__inner md-typeset">
{body}
</main>
</body>
</html>
"""
