"""The website: a tree of plain Markdown pages that any generator of the MkDocs family can build."""

from __future__ import annotations

from base64 import b64encode
from collections import ChainMap
from collections.abc import Mapping
from importlib.resources import files as package_files
from importlib.resources.abc import Traversable

from clausier.resolve.resolved import Resolved
from clausier.source.diagnostic import Diagnostic, Fault
from clausier.source.files import Files
from clausier.source.place import Source
from clausier.write.rule_page import catalogue_page, rule_page
from clausier.write.site.configuration import THEME, configuration, with_navigation
from clausier.write.site.edition import editions
from clausier.write.site.front import front, site_names
from clausier.write.site.guide import source
from clausier.write.site.inlines import FAULTS
from clausier.write.site.jump import script as jump_script
from clausier.write.site.media import FOLDER
from clausier.write.site.navigation import navigation
from clausier.write.site.page import markdown
from clausier.write.site.pages import guides, pages, site_of
from clausier.write.site.rule import rules
from clausier.write.site.yml import mapping
from clausier.write.writer import Output

__all__ = ["FAULTS", "write"]

ASSETS = "docs/assets/clausier"
FACES = (
    ("Source Serif 4", "source-serif-4-latin-wght"),
    ("Source Sans 3", "source-sans-3-latin-wght"),
)


def write(
    resolved: Resolved,
    diagnostics: tuple[Diagnostic, ...],
    sources: Mapping[str, Source],
    files: Files,
    faults: tuple[Fault, ...] = (),
) -> Output:
    """The tree `build/pages/`: `mkdocs.yml`, the pages under `docs/`, the theme's own parts.

    `faults` are explained, each on a page of its own. Nothing is read from disk but what `files`
    gives and the package's own assets.
    """
    files = ChainMap(_rules(resolved, faults), files)  # type: ignore[arg-type]
    site = site_of(resolved, diagnostics, sources, files, faults)
    made = {(page.language, page.key): page for page in (*pages(site), *guides(site))}
    settings = with_navigation(configuration(site, site_names(site)), navigation(site, made))
    tree: dict[str, bytes] = {"mkdocs.yml": mapping(settings).encode()}
    tree["docs/index.md"] = front(site)
    for page in made.values():
        tree[f"docs/{page.folder}/index.md"] = markdown(site, page, made)
    for path in sorted({path for page in made.values() for path in page.media}):
        tree[f"docs/{FOLDER}/{path}"] = files[path]
    tree |= (assets := _assets())
    styles = {path.removeprefix(f"{ASSETS}/"): data for path, data in assets.items()}
    tree |= {f"docs/{path}": data for path, data in editions(site, styles).items()}
    tree |= {f"docs/{path}": data for path, data in rules(site).items()}
    for code in site.languages:
        tree[f"{ASSETS}/reading-{code}.js"] = jump_script(site, code, made)
    found = tuple(dict.fromkeys(one for page in made.values() for one in page.found))
    return Output(tree, found)


def _rules(resolved: Resolved, faults: tuple[Fault, ...]) -> dict[str, bytes]:
    languages = {version.standard.language for version in resolved.versions} if faults else ()
    made = {"rules": rule_page, "catalogue": catalogue_page}
    return {
        source(code, name): page(faults, code).encode()
        for code in sorted(languages)
        for name, page in made.items()
    }


def _assets() -> dict[str, bytes]:
    """The parts of the site that are the same everywhere: style, scripts, theme, schemas."""
    own = package_files("clausier.write.site")
    tree = _folder(own.joinpath("assets"), ASSETS)
    tree[f"{ASSETS}/fonts.css"] = _fonts(own.joinpath("fonts"))
    tree[f"{ASSETS}/OFL.txt"] = own.joinpath("fonts", "OFL.txt").read_bytes()
    tree |= _folder(own.joinpath("theme"), THEME)
    schemas = package_files("clausier.schema")
    for file in sorted(schemas.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".schema.json"):
            tree[f"docs/schema/{file.name}"] = file.read_bytes()
    return tree


def _folder(folder: Traversable, place: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.is_dir():
            found |= _folder(file, f"{place}/{file.name}")
        elif not file.name.endswith((".py", ".pyc")):
            found[f"{place}/{file.name}"] = file.read_bytes()
    return found


def _fonts(folder: Traversable) -> bytes:
    """The fonts within their style sheet: from a disk, a browser may refuse to load them."""
    rules = [
        f"@font-face{{font-family:'{family}';font-style:{style};font-weight:200 900;"
        f"font-display:swap;src:url(data:font/woff2;base64,"
        f"{b64encode(folder.joinpath(f'{name}-{style}.woff2').read_bytes()).decode()})"
        f" format('woff2')}}"
        for family, name in FACES
        for style in ("normal", "italic")
    ]
    return "\n".join(rules).encode()
