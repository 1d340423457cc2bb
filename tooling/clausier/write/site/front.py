"""The very first page: the workspace's own words, and the way to each language."""

from __future__ import annotations

from clausier.language.interface import interface
from clausier.write.site.address import Key
from clausier.write.site.guide import mend
from clausier.write.site.home import HOME, full_title
from clausier.write.site.identity import designation
from clausier.write.site.markup import text
from clausier.write.site.sheet import Site
from clausier.write.site.yml import mapping

SOURCE = "docs/index.md"


def site_names(site: Site) -> dict[str, str]:
    """What the whole site is called in each language, as HTML: the first document's title."""
    first = site.resolved.versions[0].deliverable.id if site.resolved.versions else ""
    named = {
        version.standard.language: text(full_title(version).partition(" — ")[0])
        for version in site.resolved.versions
        if version.deliverable.id == first
    }
    otherwise = next(iter(named.values()), "clausier")
    return {code: named.get(code, otherwise) for code in site.languages}


def front(site: Site) -> bytes:
    """`index.md` at the root: a choice of language, after the workspace's own `docs/index.md`."""
    name = site_names(site)[site.languages[0]]
    matter = mapping(
        {
            "title": name,
            "lang": site.languages[0],
            "kind": "front",
            "hide": ["navigation", "toc", "footer"],
        }
    )
    own = site.files[SOURCE].decode("utf-8", "replace") if SOURCE in site.files else ""
    places = {
        one.span.path: site.folders[(one.language, Key("principle", one.id.value))]
        for one in site.resolved.workspace.principles
        if one.language in site.languages
    }
    words = mend(own, SOURCE, "index.md", places) if own else f"# {name}"
    lines = "\n".join(_language(site, code) for code in site.languages)
    return f'---\n{matter}---\n\n{words}\n\n<ul class="cl-languages">\n{lines}\n</ul>\n'.encode()


def _language(site: Site, code: str) -> str:
    versions = site.in_language(code)
    title = full_title(versions[0]) if len(versions) == 1 else interface(code)["home"]
    facts = designation(versions[0]) if len(versions) == 1 else ""
    folder = site.folders[(code, HOME)]
    name = text(interface(code)["language-name"])
    more = f'<span class="cl-quiet">{text(facts)}</span>' if facts else ""
    return (
        f'<li lang="{code}"><a href="{folder}/index.html">'
        f'<span class="cl-eyebrow">{name}</span> {text(title)}</a>{more}</li>'
    )
