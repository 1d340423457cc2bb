"""Figures: a picture alone in its paragraph."""

from __future__ import annotations

from clausier.model.block import Figure, Picture
from clausier.model.inline import Inline
from clausier.read.attributes import LANDSCAPE, Attributes, at_end, classes, identifier, known, name
from clausier.read.inlines import Found, Fragment, Inlines
from clausier.read.layout import Leaf
from clausier.read.nodes import Nodes, alternative, link_address
from clausier.read.page import Page


def read_figure(page: Page, whole: Leaf) -> Figure | None:
    """The figure that a paragraph is, if there is one picture in it and nothing else."""
    leaf, behind = at_end(page.reading, whole)
    inlines = Inlines(page.reading, leaf)
    marked = len(page.reading.found)
    parts = list(inlines.parts(inlines.read()))
    image = parts[0]
    if not isinstance(image, Found) or image.element is None or image.element.tag != "img":
        del page.reading.found[marked:]
        return None
    nodes = Nodes(page.reading, inlines)
    given = behind
    if len(parts) == 2 and isinstance(parts[1], Found) and parts[1].name == "attributes":
        given = nodes.given(parts[1])
    elif len(parts) > 1:
        del page.reading.found[marked:]
        return None
    return _figure(page, whole, nodes, image, given)


def _figure(
    page: Page, whole: Leaf, nodes: Nodes, found: Found, given: Attributes | None
) -> Figure:
    known(page.reading, given, "id", "alt", "class")
    turned = LANDSCAPE in classes(page.reading, given, LANDSCAPE)
    image = nodes.image(found, link_address(page.reading, nodes, found))
    title = _title(nodes, found)
    id = name(identifier(page.reading, given))
    picture = Picture(image.span, image.path, image.path_span, alternative(given), None, ())
    return Figure(page.span(whole), id, title, (picture,), landscape=turned)


def _title(nodes: Nodes, found: Found) -> tuple[Inline, ...]:
    return nodes.of(part for part in found.inner if isinstance(part, Fragment))
