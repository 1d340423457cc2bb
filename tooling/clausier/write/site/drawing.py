"""The trace as a drawing: sessions, principles, proposals and clauses, and what joins them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from textwrap import wrap

from msgspec import Struct

from clausier.resolve.resolved import Link, Version
from clausier.write.site.address import Key
from clausier.write.site.layout import Box, Placed, placed
from clausier.write.site.markup import attribute, text
from clausier.write.site.sheet import Sheet, chosen
from clausier.write.site.why import counted

SESSION, PRINCIPLE, PROPOSAL, CLAUSE = range(4)
HEADS = ("sessions", "principles", "proposals", "clauses")
KINDS = ("session", "principle", "proposal", "clause")
WIDTHS = (180, 190, 210, 210)
TALL, BETWEEN, TOP, LINE, MOST = 1200, 70, 34, 17, 3
MANY = 40
"""With more clauses than this, none says its number of provisions: the matrix does."""
WAYS = 40
"""So many lines find their own way between the proposals; more of them go behind."""
SIGN = 6.7
"""The width of a letter of the drawing, about."""


class Node(Struct, frozen=True):
    """Something drawn: `note` is its small second line, `gap` that something lacks of it."""

    name: str
    column: int
    title: str
    note: str = ""
    way: str | None = None
    gap: bool = False
    language: str = ""


class Line(Struct, frozen=True):
    """What joins two nodes; `open` where it is asked for, but not carried by the text."""

    start: str
    end: str
    open: bool = False


class Canvas(Struct, frozen=True):
    """Where everything stands: the left side of each column, the width, the boxes."""

    lefts: Mapping[int, int]
    width: int
    boxes: Placed


def drawing(sheet: Sheet, version: Version) -> str:
    """The drawing of a document's trace; nothing where nothing is joined."""
    links = _links(sheet, version)
    lines = [*_from_sessions(sheet), *_to_clauses(sheet, version, links)]
    if not lines:
        return ""
    nodes = {node.name: node for node in _nodes(sheet, version, links, lines)}
    known = [line for line in lines if line.start in nodes and line.end in nodes]
    boxes = [Box(node.name, node.column, _height(node)) for node in nodes.values()]
    pairs = [(line.start, line.end) for line in known]
    where = _canvas(nodes.values(), placed(boxes, pairs, frozenset((PROPOSAL,))))
    return _figure(sheet, nodes, known, where)


def _canvas(nodes: Iterable[Node], boxes: Placed) -> Canvas:
    between = BETWEEN + min(220, boxes.height // 20) * (boxes.height > TALL)
    lefts: dict[int, int] = {}
    at = 0
    for column in sorted({node.column for node in nodes}):
        lefts[column] = at
        at += WIDTHS[column] + between
    return Canvas(lefts, at - between, boxes)


def _links(sheet: Sheet, version: Version) -> dict[tuple[str, str], list[Link]]:
    """The links of a version by principle and clause of a page of its own."""
    roots = sheet.site.roots[(version.deliverable.id, version.standard.language)]
    found: dict[tuple[str, str], list[Link]] = {}
    for one in sheet.site.resolved.trace.links:
        here = one.deliverable == version.deliverable.id and one.language == sheet.language
        if here and one.clause in roots:
            found.setdefault((one.principle, roots[one.clause]), []).append(one)
    return found


def _from_sessions(sheet: Sheet) -> Iterator[Line]:
    for principle, sessions in sheet.site.resolved.trace.sessions.items():
        for key in sessions:
            yield Line(f"session {key}", f"principle {principle}")


def _to_clauses(
    sheet: Sheet, version: Version, links: Mapping[tuple[str, str], list[Link]]
) -> Iterator[Line]:
    roots = sheet.site.roots[(version.deliverable.id, version.standard.language)]
    asked: set[tuple[str, str]] = set()
    for one in sheet.site.proposals.values():
        if one.deliverable.value != version.deliverable.id:
            continue
        principle, name = one.principle.value, f"proposal {one.id.value}"
        yield Line(f"principle {principle}", name)
        for root in dict.fromkeys(roots.get(target.value) for target in one.targets):
            if root:
                asked.add((principle, root))
                carried = any(link.provisions for link in links.get((principle, root), ()))
                yield Line(name, f"clause {root}", open=not carried)
    straight = len(links.keys() - asked) > WAYS
    for (principle, root), found in links.items():
        if (principle, root) in asked:
            continue
        start, end = f"principle {principle}", f"clause {root}"
        open = not any(link.provisions for link in found)
        between = () if straight else (f"way {principle} {root}",)
        stops = (start, *between, end)
        yield from (Line(*pair, open=open) for pair in pairwise(stops))


def _nodes(
    sheet: Sheet,
    version: Version,
    links: Mapping[tuple[str, str], list[Link]],
    lines: Sequence[Line],
) -> Iterator[Node]:
    ends = {name for line in lines for name in (line.start, line.end)}
    for key, texts in sheet.site.sessions.items():
        if f"session {key}" in ends:
            code = chosen(texts, sheet.language, sheet.site.languages) or sheet.language
            way = sheet.to(Key("session", key))
            yield Node(f"session {key}", SESSION, texts[code].title.value, "", way, False, code)
    for id in sheet.site.principles:
        yield _principle(sheet, id, links)
    for line in lines:
        if line.end.startswith("way "):
            yield Node(line.end, PROPOSAL, "")
    yield from _proposals(sheet, version)
    clauses = [one.id.value for one in version.clauses if f"clause {one.id.value}" in ends]
    yield from (_clause(sheet, version, id, links, len(clauses) <= MANY) for id in clauses)


def _principle(sheet: Sheet, id: str, links: Mapping[tuple[str, str], list[Link]]) -> Node:
    texts = sheet.site.principles[id]
    code = chosen(texts, sheet.language, sheet.site.languages) or sheet.language
    own = [link for (principle, _), found in links.items() if principle == id for link in found]
    count = sum(len(link.provisions) for link in own)
    words = counted(sheet, "provisions-count", count) if own else sheet.word("drawing-absent")
    if any(link.suspect for link in own):
        words = f"{words}, {sheet.word('suspect')}"
    way = sheet.to(Key("principle", id))
    return Node(f"principle {id}", PRINCIPLE, texts[code].title.value, words, way, not count, code)


def _proposals(sheet: Sheet, version: Version) -> Iterator[Node]:
    for one in sheet.site.proposals.values():
        if one.deliverable.value == version.deliverable.id:
            code = chosen(one.titles, sheet.language, sheet.site.languages)
            title = one.titles[code] if code else one.id.value
            words = sheet.word(f"decision-{one.decision}")
            way = sheet.to(Key("proposal", one.id.value))
            gap = one.decision == "pending"
            name = f"proposal {one.id.value}"
            yield Node(name, PROPOSAL, title, words, way, gap, code or sheet.language)


def _clause(
    sheet: Sheet,
    version: Version,
    id: str,
    links: Mapping[tuple[str, str], list[Link]],
    noted: bool,
) -> Node:
    target = version.targets.get(id)
    number = version.numbers.get(target.span) if target else None
    title = " ".join(filter(None, (number.label if number else "", version.titles.get(id, id))))
    own = [link for (_, root), found in links.items() if root == id for link in found]
    carried = {name for link in own for name in link.provisions}
    words = counted(sheet, "provisions-count", len(carried)) if noted or not carried else ""
    if not own:
        words = sheet.word("drawing-asked")
    return Node(f"clause {id}", CLAUSE, title, words, sheet.within(version, id), not carried)


def _wrapped(node: Node) -> list[str]:
    room = int((WIDTHS[node.column] - 20) / SIGN)
    return wrap(node.title, room, max_lines=MOST, placeholder=" …") or [""]


def _height(node: Node) -> int:
    if not node.title:
        return 6
    return LINE * (len(_wrapped(node)) + bool(node.note)) + 10


def _figure(sheet: Sheet, nodes: Mapping[str, Node], lines: Sequence[Line], where: Canvas) -> str:
    names = {name: index for index, name in enumerate(nodes)}
    paths = "\n".join(_path(line, nodes, names, where) for line in lines)
    shown = "\n".join(_node(node, names[node.name], where) for node in nodes.values() if node.title)
    used = {node.column for node in nodes.values() if node.title}
    heads = "".join(
        f'<text class="cl-head" x="{where.lefts[column]}" y="14">{text(sheet.word(word))}</text>'
        for column, word in enumerate(HEADS)
        if column in used
    )
    style = f'style="--cl-drawn: {where.width}"'
    size = f'viewBox="-2 0 {where.width + 4} {where.boxes.height + TOP + 4}"'
    name = attribute(sheet.word("drawing"))
    caption = text(sheet.word("drawing-caption"))
    return (
        f'<figure class="cl-drawing" data-search-exclude>\n'
        f'<div class="cl-scroll" role="group" tabindex="0" aria-label="{name}">\n'
        f'<svg class="cl-trace" {style} {size} role="group" aria-label="{name}">\n{heads}\n'
        f'<g class="cl-lines" aria-hidden="true">\n{paths}\n</g>\n{shown}\n</svg>\n</div>\n'
        f"<figcaption>{caption}</figcaption>\n</figure>"
    )


def _path(line: Line, nodes: Mapping[str, Node], names: Mapping[str, int], where: Canvas) -> str:
    start, end = nodes[line.start], nodes[line.end]
    x, y = where.lefts[start.column] + WIDTHS[start.column], _middle(start, where)
    to_x, to_y = where.lefts[end.column], _middle(end, where)
    bend = (to_x - x) // 2
    through = f"H{to_x + WIDTHS[end.column]}" if not end.title else ""
    kind = ' class="cl-open"' if line.open else ""
    curve = f"M{x} {y}C{x + bend} {y} {to_x - bend} {to_y} {to_x} {to_y}{through}"
    return f'<path{kind} data-from="{names[line.start]}" data-to="{names[line.end]}" d="{curve}"/>'


def _middle(node: Node, where: Canvas) -> int:
    return TOP + where.boxes.tops[node.name] + _height(node) // 2


def _node(node: Node, index: int, where: Canvas) -> str:
    x, y = where.lefts[node.column], TOP + where.boxes.tops[node.name]
    kind = f"cl-node cl-node--{KINDS[node.column]}" + (" cl-node--gap" if node.gap else "")
    rows = [
        f'<tspan x="{x + 10}" y="{y + LINE * (at + 1) + 1}">{text(words)}</tspan>'
        for at, words in enumerate(_wrapped(node))
    ]
    note = ""
    if node.note:
        place = y + LINE * (len(rows) + 1)
        note = f' <text class="cl-small" x="{x + 10}" y="{place}">{text(node.note)}</text>'
    lang = f' lang="{attribute(node.language)}"' if node.language else ""
    box = f'<rect x="{x}" y="{y}" width="{WIDTHS[node.column]}" height="{_height(node)}" rx="3"/>'
    inside = f"{box}<text{lang}>{' '.join(rows)}</text>{note}"
    data = f'class="{kind}" data-node="{index}"'
    if node.way is None:
        return f"<g {data}>{inside}</g>"
    said = attribute(", ".join(filter(None, (node.title, node.note))))
    return f'<a {data} href="{attribute(node.way)}" aria-label="{said}">{inside}</a>'
