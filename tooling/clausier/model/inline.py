"""What stands within a line of text."""

from __future__ import annotations

from dataclasses import dataclass

from clausier.source.place import Span


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters.

    Either `value` is exactly the characters at `span`, or the node stands for one sign written
    otherwise (an entity, an escape, a line break within a paragraph). So a character of a text
    always has its place: see `prose.py`.
    """

    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    span: Span
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    span: Span
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Subscript:
    span: Span
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Superscript:
    span: Span
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Characters to be read letter by letter."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Formula:
    """An inline formula in LaTeX notation, without its dollar signs."""

    span: Span
    tex: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address; what has an id is a `Reference`."""

    span: Span
    address: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """`@id`, `@id#part` or `[own words](@id)`: a reference to something that has an id.

    `target` is the id (`seminar/session` for a session), `part` what follows `#`; `children` are
    the author's own words, empty where the program is to write the number.
    """

    span: Span
    target: str
    target_span: Span
    part: str | None = None
    children: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """`[^label]`: where a footnote is called."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Image:
    """An image within a line. `path` is relative to the deliverable's folder."""

    span: Span
    path: str
    path_span: Span
    alternative: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break that the author asked for."""

    span: Span


@dataclass(frozen=True, slots=True)
class Mark:
    """`{provision=permission}` within a text: what the sentence it stands in (or closes) is."""

    span: Span
    provision: str


Inline = (
    Text | Emphasis | Strong | Subscript | Superscript | Code | Formula
    | Link | Reference | FootnoteMark | Image | Break | Mark
)  # fmt: skip
