"""The generator's configuration: the same for the tree of pages and for the plugin."""

from __future__ import annotations

from collections.abc import Mapping

from clausier.language.interface import interface
from clausier.write.site.navigation import Entry
from clausier.write.site.sheet import Site

THEME = "theme"
SEPARATOR = r"[\s\u00a0\u202f,;:()\[\]{}!?«»“”„‘’'\"/\\—–\-]+|\.(?!\d)"
"""Words end at apostrophes (`l'organisme`) but not at the dots of a number (`5.2`)."""

STYLES = ("fonts", "site", "reading")
SCRIPTS = ("site", "terms", "jump", "cite", "same", "keys", "trace", "theme")

SAID_BY_THEME = (
    "search-this", "to-dark", "to-light", "languages", "contents-of-page", "home", "menu",
    "not-found", "previous", "next", "cite-open", "same-page", "first-page",
    "verbs-show", "jump", "reading-keys",
)  # fmt: skip


def configuration(site: Site, names: Mapping[str, str]) -> dict[str, object]:
    """`mkdocs.yml` without its navigation; `names` are what the site is called, by language."""
    return {
        "site_name": names[site.languages[0]],
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": False,
        "theme": theme(),
        "extra_css": [f"assets/clausier/{name}.css" for name in STYLES],
        "extra_javascript": [f"assets/clausier/{name}.js" for name in SCRIPTS],
        "markdown_extensions": ["attr_list", "admonition", "def_list", {"toc": {"toc_depth": 4}}],
        "plugins": [search(), {"offline": {}}],
        "validation": {"omitted_files": "ignore", "absolute_links": "ignore"},
        "extra": extra(site, names),
    }


def theme() -> dict[str, object]:
    """Material with a face of its own: nothing is fetched from anywhere."""
    scheme = {"primary": "custom", "accent": "custom"}
    return {
        "name": "material",
        "custom_dir": THEME,
        "font": False,
        "favicon": "assets/clausier/favicon.svg",
        "features": [
            "navigation.sections", "navigation.prune", "navigation.top",
            "navigation.footer", "toc.follow", "search.highlight", "search.suggest",
        ],
        "palette": [
            {"media": "(prefers-color-scheme: light)", "scheme": "default", **scheme,
             "toggle": {"icon": "material/weather-night", "name": "to-dark"}},
            {"media": "(prefers-color-scheme: dark)", "scheme": "slate", **scheme,
             "toggle": {"icon": "material/weather-sunny", "name": "to-light"}},
        ],
    }  # fmt: skip


def search() -> dict[str, object]:
    """Search that finds every word: no list of words to leave out, no stemming."""
    return {"search": {"lang": ["en"], "pipeline": [], "separator": SEPARATOR}}


def extra(site: Site, names: Mapping[str, str]) -> dict[str, object]:
    """What the theme is told: the languages, the words of each, whether to be found at all."""
    return {
        "generator": False,
        "confidential": site.confidential,
        "languages": list(site.languages),
        "polyfills": ["assets/clausier/iframe-worker.js", "assets/clausier/search-language.js"],
        "interface": {code: {**_words(code), "name": names[code]} for code in site.languages},
    }


def _words(code: str) -> Mapping[str, str]:
    known = interface(code)
    return {word: known[word] for word in SAID_BY_THEME}


def with_navigation(settings: Mapping[str, object], entries: list[Entry]) -> dict[str, object]:
    """The whole configuration."""
    return {**settings, "nav": [{"index": "index.md"}, *entries]}
