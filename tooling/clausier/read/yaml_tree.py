"""YAML with the place of every key and value."""

from __future__ import annotations

from typing import Any

import yaml
from msgspec import Struct, field

from clausier.read import yaml_faults as faults
from clausier.read.plain_yaml import quick, scalar
from clausier.schema.tree import Tree
from clausier.source.diagnostic import Diagnostic, Related, say
from clausier.source.place import Source, Span

DEEPEST = 50
"""Levels of nesting that are read."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(source: Source, start: int, end: int) -> tuple[Tree | None, tuple[Diagnostic, ...]]:
    """The YAML value between two characters of a text; None where there is nothing.

    After a mistake the tree holds what stands before it. Numbers are numbers, `true` and `false`
    are truth values; all else, dates and `yes` and `no` among it, is text as it was written.
    """
    known = quick(source, start, end)
    return (known, ()) if known else _thorough(source, start, end)


def _thorough(source: Source, start: int, end: int) -> tuple[Tree | None, tuple[Diagnostic, ...]]:
    reader = _Reader(source, start, end)
    text = source.text[start:end]
    loader = None
    try:
        loader = _LOADER(text)
        while not reader.full and loader.check_event():
            reader.take(loader.get_event())
    except yaml.YAMLError as error:
        reader.found.append(faults.syntax(source, start, end, error))
    finally:
        if loader is not None:
            loader.dispose()
    return reader.tree(), tuple(reader.found)


class _Frame(Struct):
    """A list or group of keys that is being read. `lost`: nobody will ask for it."""

    start: int
    mapping: bool
    flow: bool
    lost: bool = False
    keys: dict[str, Span] = field(default_factory=dict)
    items: dict[str | int, Tree] = field(default_factory=dict)
    key: str | None = None
    skip: bool = False
    last: int = 0


class _Reader(Struct):
    """Builds the tree from the events of YAML's reader, without recursion."""

    source: Source
    start: int
    end: int
    found: list[Diagnostic] = field(default_factory=list)
    frames: list[_Frame] = field(default_factory=list)
    root: Tree | None = None
    full: bool = False

    def take(self, event: Any) -> None:
        match event:
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._open(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close(self._span(event).end)
            case yaml.AliasEvent():
                self._alias(event)
            case yaml.DocumentStartEvent() if self.root is not None:
                self._second(event)
            case _:
                pass

    def tree(self) -> Tree | None:
        while self.frames:
            self._close(self.end)
        return self.root

    def _span(self, event: Any) -> Span:
        start, end = self.start + event.start_mark.index, self.start + event.end_mark.index
        return Span(self.source.path, min(start, self.end), max(start, min(end, self.end)))

    def _scalar(self, event: Any) -> None:
        span = self._span(event)
        value: str = event.value
        style, close = event.style, 0
        if style in ("'", '"'):
            close = span.end
            span = Span(span.path, span.start + 1, max(span.start + 1, span.end - 1))
        elif style in ("|", ">"):
            span = self._trimmed(span)
            value = value.rstrip("\n")
        if event.anchor is not None or event.tag is not None:
            self._unwanted(event)
        frame = self.frames[-1] if self.frames else None
        if frame is not None and frame.mapping and frame.key is None and not frame.skip:
            self._key(frame, value, span)
            return
        plain = event.implicit[0] and not style
        if plain and not value and frame is not None and frame.key is not None:
            place = min(frame.keys[frame.key].end + 1, self.end)
            span = Span(span.path, place, place)
        self._put(Tree(span, scalar(value) if plain else value, written=self._written(span)))
        if frame is not None:
            frame.last = max(frame.last, close)

    def _written(self, span: Span) -> str:
        return self.source.text[span.start : span.end]

    def _trimmed(self, span: Span) -> Span:
        end = span.start + len(self._written(span).rstrip())
        return Span(span.path, span.start, max(span.start, end))

    def _key(self, frame: _Frame, key: str, span: Span) -> None:
        if not key:
            self.found.append(
                faults.KEY.at(
                    Span(span.path, span.start, min(span.start + 1, self.end)),
                    say("nothing stands before the colon"),
                    say("write the key before it"),
                )
            )
            frame.skip = True
            return
        if key in frame.keys:
            self.found.append(
                faults.DUPLICATE.at(
                    span,
                    say("key `{0}` stands twice", key),
                    say("delete one of the two"),
                    related=(Related(frame.keys[key], say("also defined here")),),
                )
            )
            frame.skip = True
            return
        frame.keys[key] = span
        frame.key = key
        frame.last = span.end

    def _put(self, tree: Tree) -> None:
        if not self.frames:
            self.root = tree if self.root is None else self.root
            return
        frame = self.frames[-1]
        frame.last = max(frame.last, tree.span.end)
        if frame.skip:
            frame.skip = False
        elif not frame.mapping:
            frame.items[len(frame.items)] = tree
        elif frame.key is not None:
            frame.items[frame.key] = tree
            frame.key = None

    def _open(self, event: Any) -> None:
        span = self._span(event)
        if event.anchor is not None or event.tag is not None:
            self._unwanted(event)
        if len(self.frames) >= DEEPEST:
            self.found.append(
                faults.DEEP.at(
                    span.first(),
                    say("more than {0} levels of nesting", DEEPEST),
                    say("write it flatter"),
                )
            )
            self.full = True
            return
        above = self.frames[-1] if self.frames else None
        lost = above is not None and above.mapping and above.key is None and not above.skip
        if lost:
            self.found.append(
                faults.KEY.at(
                    span.first(),
                    say("a list or group of keys stands where a key is expected"),
                    say("put the text in quotes if the bracket belongs to it"),
                )
            )
        mapping = isinstance(event, yaml.MappingStartEvent)
        self.frames.append(
            _Frame(span.start, mapping, bool(event.flow_style), lost, last=span.start)
        )

    def _close(self, end: int) -> None:
        frame = self.frames.pop()
        if frame.key is not None:
            place = frame.keys[frame.key]
            empty = Span(place.path, place.end, place.end)
            frame.items[frame.key] = Tree(empty, None)
        stop = min(end, self.end) if frame.flow else frame.last
        span = self._trimmed(Span(self.source.path, frame.start, max(frame.start, stop)))
        if frame.lost:
            self.frames[-1].skip = True
            return
        values = {key: item.value for key, item in frame.items.items()}
        value = values if frame.mapping else list(values.values())
        self._put(Tree(span, value, frame.keys, frame.items))

    def _alias(self, event: Any) -> None:
        span = self._span(event)
        self._report_alias(span, f"*{event.anchor}")
        frame = self.frames[-1] if self.frames else None
        if frame is not None and frame.mapping and frame.key is None and not frame.skip:
            frame.skip = True
            return
        self._put(Tree(span, None, written=self._written(span)))

    def _unwanted(self, event: Any) -> None:
        span = self._span(event)
        if event.anchor is not None:
            self._report_alias(span.first(len(event.anchor) + 1), f"&{event.anchor}")
        else:
            self.found.append(
                faults.TAG.at(
                    span.first(),
                    say("a value begins with an exclamation mark"),
                    say("put the value in quotes"),
                )
            )

    def _report_alias(self, span: Span, written: str) -> None:
        self.found.append(
            faults.ALIAS.at(
                span,
                say("`{0}` is YAML's sign for a repeated value", written),
                say("put the value in quotes if it is text, or write out what it repeats"),
            )
        )

    def _second(self, event: Any) -> None:
        self.found.append(
            faults.SYNTAX.at(
                self._span(event),
                say("a second part begins here"),
                say("delete the line of hyphens: a file has one part"),
            )
        )
        self.full = True
