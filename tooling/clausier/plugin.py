"""The plugin for MkDocs: `mkdocs build` and `mkdocs serve` show what `clausier build site` shows.

It puts the pages that the site writer gives in the place of the files in `docs/`, and the
writer's configuration in the place of the theme's. It does nothing that the tree of pages in
`build/pages/` cannot do without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.theme import Theme
from mkdocs.utils import write_file
from mkdocs.utils.yaml import yaml_load

from clausier.pipeline import UsageError, all_faults, compile_folder
from clausier.source.files import ROOTS
from clausier.write import site
from clausier.write.site.configuration import THEME
from clausier.write.site.search_index import parted
from clausier.write.site.theme_patches import mended, mended_template

PAGES = "docs/"


class Settings(Config):  # type: ignore[no-untyped-call]
    """The plugin has no settings: the workspace says everything."""


class ClausierPlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """Reads the workspace in which `mkdocs.yml` stands, each time the site is built."""

    tree: Mapping[str, bytes] = {}

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Compile the workspace; take over the settings that go with its pages."""
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        try:
            compiled = compile_folder(root)
        except UsageError as error:
            raise PluginError(str(error)) from error
        output = site.write(
            compiled.resolved,
            compiled.diagnostics,
            compiled.sources,
            compiled.files,
            all_faults(),
        )
        self.tree = output.files
        settings: dict[str, Any] = yaml_load(output.files["mkdocs.yml"].decode())
        _take_over(config, settings)
        config.watch.extend(str(root / name) for name in ROOTS if (root / name).is_dir())
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """The generated pages in the place of what stands in `docs/`."""
        kept = [file for file in files if file.src_dir != config.docs_dir]
        made = [
            File.generated(config, path.removeprefix(PAGES), content=content)
            for path, content in sorted(self.tree.items(), key=_as_walked)
            if path.startswith(PAGES)
        ]
        return Files([*kept, *made])

    def on_post_page(self, output: str, **_: object) -> str:
        """The theme's HTML put right."""
        return mended(output)

    def on_post_template(self, output_content: str, *, template_name: str, **_: object) -> str:
        """The theme's other pages put right."""
        return mended_template(output_content, template_name)

    @event_priority(100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """The index of the search parted by language, as a reader loads it."""
        index = config.plugins["material/search"].search_index  # type: ignore[attr-defined]
        for path, data in parted(index.entries).items():
            write_file(data, str(Path(config.site_dir) / path))
        index.entries = []


def _as_walked(item: tuple[str, bytes]) -> list[tuple[int, str]]:
    """The order in which MkDocs finds files on a disk: those of a folder before its folders."""
    *folders, name = item[0].split("/")
    return [*((1, folder) for folder in folders), (0, "" if name == "index.md" else name)]


def _take_over(config: MkDocsConfig, settings: dict[str, Any]) -> None:
    """The settings of the generated `mkdocs.yml` instead of those of the repository's."""
    theme = settings["theme"] | {"custom_dir": str(Path(site.__file__).parent / THEME)}
    config.theme = Theme(**theme)
    config.site_name = settings["site_name"]
    config.nav = settings["nav"]
    config.use_directory_urls = settings["use_directory_urls"]
    config.extra_css = settings["extra_css"]
    config.extra = settings["extra"]
    wanted = MkDocsConfig()
    wanted.load_dict({key: settings[key] for key in SHARED})
    wanted.load_dict({"site_name": config.site_name})
    wanted.validate()
    config.extra_javascript = wanted.extra_javascript
    config.markdown_extensions = wanted.markdown_extensions
    config.mdx_configs = wanted.mdx_configs
    config.validation = wanted.validation
    for one in settings["plugins"]:
        for name, options in one.items():
            _configure(config, name, options)


SHARED = ("extra_javascript", "markdown_extensions", "validation")


def _configure(config: MkDocsConfig, name: str, options: dict[str, Any]) -> None:
    known = config.plugins.get(f"material/{name}") or config.plugins.get(name)
    if known is None:
        raise PluginError(f"list `{name}` after `clausier` among the plugins of mkdocs.yml")
    known.load_config(options)
