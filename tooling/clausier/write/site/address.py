"""Where each page stands: a folder with an `index.md`, the same way in every language.

A page is always `<folder>/index.md`, and links name `index.html`, so that they hold from a disk
and from a server, whatever a generator makes of directory addresses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

ALLOWED = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_.")


class Key(Struct, frozen=True):
    """What a page is about: a kind (`clause`, `principle` …) and the name of the thing.

    The page on one thing has one key in all languages.
    """

    kind: str
    name: str = ""


Folders = Mapping[tuple[str, Key], str]


def allocate(languages: Iterable[str], wanted: Iterable[tuple[Key, str]]) -> Folders:
    """A folder for each page in each language; two that would meet get different ones.

    Names are compared as the least careful disk does: without regard to capitals.
    """
    folders: dict[tuple[str, Key], str] = {}
    keys = list(wanted)
    for language in languages:
        taken: set[str] = set()
        for key, name in keys:
            folder = "/".join(filter(None, (language, *map(_safe, name.split("/")))))
            free, count = folder, 1
            while free.casefold() in taken:
                count += 1
                free = f"{folder}-{count}"
            taken.add(free.casefold())
            folders[(language, key)] = free
    return folders


def _safe(part: str) -> str:
    kept = "".join(sign if sign.casefold() in ALLOWED else "-" for sign in part)[:80]
    return kept if kept.strip(".") else "-".join(("x", *kept.split("."))) if kept else ""


EDITIONS = ("single", "print")
"""The kinds of files that hold a whole text: to be sent, and to be printed."""


def edition(deliverable: str, language: str, kind: str) -> str:
    """Where the whole text of a language version stands in one file.

    >>> edition("service-excellence", "fr", "print")
    'editions/service-excellence-fr-print.html'
    """
    ending = "" if kind == "single" else f"-{kind}"
    return f"editions/{_safe(deliverable)}-{_safe(language)}{ending}.html"


def relative(start: str, target: str) -> str:
    """The way from the page in folder `start` to the path `target`, both from the site's root.

    >>> relative("en/waiting", "en/scope/index.html")
    '../scope/index.html'
    """
    here, there = start.split("/") if start else [], target.split("/")
    shared = 0
    while shared < len(here) and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:])


def href(start: str, folder: str, anchor: str | None = None) -> str:
    """A link from the page in folder `start` to the page in `folder`, or to a place on it."""
    if start == folder and anchor:
        return f"#{anchor}"
    page = relative(start, f"{folder}/index.html" if folder else "index.html")
    return f"{page}#{anchor}" if anchor else page
