"""Saying a message in the language of the interface."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct, field

from clausier.language.packaged import packaged
from clausier.source.diagnostic import Fault, Message

INTERFACES = ("en", "fr")
"""The languages in which the program speaks to its users; its messages are written in English."""


class Catalogue(Struct, frozen=True):
    """Translations: English template → template, and fault id → its title and explanation."""

    messages: Mapping[str, str] = field(default_factory=dict)
    faults: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@cache
def catalogue(language: str) -> Catalogue:
    """All translations into a language; empty for English and where there are none."""
    if language == "en":
        return Catalogue()
    from importlib.resources import files

    folder = files("clausier.language").joinpath("messages", language)
    messages: dict[str, str] = {}
    faults: dict[str, Mapping[str, str]] = {}
    if not folder.is_dir():
        return Catalogue()
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yml"):
            data = packaged("clausier.language", "messages", language, file.name)
            messages |= data.get("messages") or {}
            faults |= data.get("faults") or {}
    return Catalogue(messages, faults)


def said(message: Message, language: str) -> str:
    """A message in a language, in English where it has no translation."""
    template = catalogue(language).messages.get(message.template, message.template)
    values = (said(one, language) if isinstance(one, Message) else one for one in message.values)
    return template.format(*values)


def fault_title(fault: Fault, language: str) -> str:
    """The sentence that says what is wrong, in a language."""
    return catalogue(language).faults.get(fault.id, {}).get("title", fault.title)


def fault_explanation(fault: Fault, language: str) -> str:
    """Why a fault matters and what to write instead, in a language."""
    return catalogue(language).faults.get(fault.id, {}).get("explanation", fault.explanation)
