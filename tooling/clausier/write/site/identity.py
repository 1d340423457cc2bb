"""Which draft this is: number or working draft, stage, fingerprint."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from clausier.language.interface import interface
from clausier.resolve.resolved import Version
from clausier.source.place import Source
from clausier.write.site.sheet import Site


def designation(version: Version, words: str | None = None) -> str:
    """The number of the document; that it is a working draft where it has none."""
    language = words or version.standard.language
    return version.deliverable.metadata.number or interface(language)["working-draft"]


def stage(version: Version, words: str | None = None) -> str:
    """The stage code with its name."""
    return stage_name(version.deliverable.metadata.stage, words or version.standard.language)


def stage_name(code: str, language: str) -> str:
    """A stage code with its name in a language.

    >>> stage_name("40.20", "en")
    '40.20 (enquiry)'
    """
    name = interface(language).get(f"stage-{code[:2]}", "")
    return f"{code} ({name})" if name else code


def fingerprint(sources: Mapping[str, Source], version: Version) -> str:
    """Twelve signs that change whenever a word of this language version does."""
    folder = version.deliverable.folder.rstrip("/")
    language = version.standard.language
    digest = sha256()
    for path in sorted(sources):
        inside = path.startswith(f"{folder}/{language}/")
        if inside or path in (f"{folder}/standard.yml", f"{folder}/references.yml"):
            digest.update(path.encode() + b"\0" + sources[path].text.encode() + b"\0")
    return digest.hexdigest()[:12]


def identity(site: Site, version: Version) -> str:
    """One line for each page: designation, stage, fingerprint."""
    known = interface(version.standard.language)
    mark = site.fingerprints[(version.deliverable.id, version.standard.language)]
    parts = (
        designation(version),
        f"{known['stage']} {version.deliverable.metadata.stage}",
        f"{known['fingerprint']} {mark}",
    )
    return " · ".join(parts)
