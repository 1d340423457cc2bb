"""Where the words of an entry of `references.yml` are written."""

from __future__ import annotations

import re

from clausier.check.subject import Subject
from clausier.model.workspace import Document
from clausier.source.place import Span

_NEXT = re.compile(r"^\S", re.MULTILINE)


def written(subject: Subject, document: Document, words: str) -> Span:
    """Where some words of an entry of `references.yml` are written, or the place of its id."""
    source = subject.sources.get(document.span.path)
    if source is None:
        return document.span
    entry = _NEXT.search(source.text, document.span.end)
    at = source.text.find(words, document.span.end, entry.start() if entry else len(source.text))
    return document.span if at < 0 else Span(document.span.path, at, at + len(words))
