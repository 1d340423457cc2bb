"""What stands within a line of text."""

from __future__ import annotations

from urllib.parse import unquote

from msgspec import Struct

from clausier.source.place import Span


class Text(Struct, frozen=True):
    """Plain characters.

    Either `value` is exactly the characters at `span`, or the node stands for one sign written
    otherwise (an entity, an escape, a line break within a paragraph). So a character of a text
    always has its place: see `prose.py`.
    """

    span: Span
    value: str


class Emphasis(Struct, frozen=True):
    span: Span
    children: tuple[Inline, ...]


class Strong(Struct, frozen=True):
    span: Span
    children: tuple[Inline, ...]


class Subscript(Struct, frozen=True):
    span: Span
    children: tuple[Inline, ...]


class Superscript(Struct, frozen=True):
    span: Span
    children: tuple[Inline, ...]


class Code(Struct, frozen=True):
    """Characters to be read letter by letter."""

    span: Span
    value: str


class Formula(Struct, frozen=True):
    """An inline formula in LaTeX notation, without its dollar signs."""

    span: Span
    tex: str


class Link(Struct, frozen=True):
    """A link to an address; what has an id is a `Reference`."""

    span: Span
    address: str
    children: tuple[Inline, ...]

    @property
    def path(self) -> str:
        """What it leads to, without the place within it: a file of the folder, or an address."""
        return unquote(self.address.partition("#")[0]).removeprefix("./")


class Reference(Struct, frozen=True):
    """`@id`, `@id#part` or `[own words](@id)`: a reference to something that has an id.

    `target` is the id (`seminar/session` for a session), `part` what follows `#`; `children` are
    the author's own words, empty where the program is to write the number.
    """

    span: Span
    target: str
    target_span: Span
    part: str | None = None
    children: tuple[Inline, ...] = ()


class FootnoteMark(Struct, frozen=True):
    """`[^label]`: where a footnote is called."""

    span: Span
    label: str


class Image(Struct, frozen=True):
    """An image within a line. `path` is relative to the deliverable's folder."""

    span: Span
    path: str
    path_span: Span
    alternative: str


class Break(Struct, frozen=True):
    """A line break that the author asked for."""

    span: Span


class Mark(Struct, frozen=True):
    """`{provision=permission}` within a text: what the sentence it stands in (or closes) is."""

    span: Span
    provision: str


Inline = (
    Text | Emphasis | Strong | Subscript | Superscript | Code | Formula
    | Link | Reference | FootnoteMark | Image | Break | Mark
)  # fmt: skip
