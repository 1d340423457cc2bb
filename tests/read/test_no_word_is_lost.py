"""Reading never raises, loses no word, and knows the place of every word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import fields

from clausier.model.inline import Text
from clausier.read.body import Body, read_body
from clausier.source.decode import decode
from clausier.source.diagnostic import Diagnostic
from clausier.source.place import Source, Span

WORD = re.compile(r"w\d+w")

_FRAGMENTS = st.sampled_from(
    [
        "W W W", "W *W* W", "**W _W_**", "***W** W*", "`W`", "``W`W``", "[W](https://a.b)", "[W *W*](@id-x)",
        "@a-b W", "W@W.b", "@s/t#W", "[W][r]\n\n[r]: https://a.b", "[r]: W", "[W]", "[W](", "![W](images/a.svg)",
        '![W](images/a.svg){#f alt="W W"}', "![W](../a.svg)", "<https://a.b/W>", "<W@b.c>", "$W$", "$5 and $6 W",
        "$$ W $$", "$$ W $$ {#e}", "$$\nW\n$$", "$$ W", "where\n\n- W", "- W", "* W", "+ W\n    - W", "1. W\n2. W",
        "a) W", "- \n- W", "- - W", "| W | W |\n|---|---|\n| W | W |", "| W | W |\n|---|---|\n| W | W | W |",
        "| W |\n|---|\n| W |\nNOTE W", "Table: W {#t}", "Table: W\n\n| W | W |\n|-|-|\n| W | W |",
        "<table><tr><td>W</td><th>W</th></tr></table>", "<table>\n<caption>W</caption>\n<tr><td rowspan=2>W\n\n- W\n</td></tr>W</table>",
        "<table><tr><td>W", "<b>W</b> <sub>W</sub> <code>W</code>", "<div>W</div>", "<script>W</script>", "<b>W", "W</b>",
        "NOTE W", "NOTE 1 W", "EXEMPLE : W", "ANMERKUNG W {#n}", "WARNING W", "!!! note\n\n    W\n\n    W", "!!! note {#x}\n    W",
        '!!! note "W"\n    W', "!!! foo\n    W", "??? W", '!!! table "W {#t}"\n\n    Units: W\n\n    | W | W |\n    |-|-|\n    | W[^a] | W |\n\n    Key\n\n    W\n    :   W\n\n    NOTE W\n\n    Source: W\n\n    W\n\n    [^a]: W',
        '!!! figure "W"\n\n    ![W](images/a.svg){#f-a alt="W"}\n\n    ![W](images/b.svg)', '!!! table "W"\n\n    W\n\n    Key', "!!! example",
        "[^1]: W\n\n    W", "W[^1]", "[^1]: W\n[^2]: W", "W\n:   W\n\n    W", "W\nW\n:   W\n:   W", ":   W", "> W\n> W\n>\n> Source: W",
        "> - W\n> W", "> > W", "```\nW\n\nW\n```", "~~~ python\nW\n~~~", "```\nW", "    W\n\n    W", "\tW\tW", "## W {#h}", "## W", "# W",
        "#### W {#Bad}", "## {#i}", "## W {#j .run-in .x}", "W\n---", "W\n===", "---", "* * *", "W {#p}", "W {x=y}", "W\n{: #q .c}",
        "{#alone}", "W {provision=permission} W", "W {provision=foo}", "W&nbsp;&mdash;W &foo; \\* \\W", "W  \nW", "W\\\nW", "W \nW",
        "<!-- allow a/b: W -->", "<!-- allow a/b -->", "<!-- allow -->", "<!-- c", "W <!-- x --> W", "***", "_W", "*W", "**", "[[W]", "((W",
        "{W}", "W | W", "«\u00a0W\u00a0» – “W”", "\u2003W", "\U00020000W\U00020001", "[W](javascript:a)", '[W](https://a.b "W")',
    ]
)  # fmt: skip
_INDENT = st.sampled_from(["", "", "", "", "    ", "  ", "        ", "> ", "- ", "    - "])
_PARTS = st.lists(
    st.tuples(_INDENT, _FRAGMENTS, st.sampled_from(["\n", "\n\n", "\n\n", " "])),
    min_size=1,
    max_size=8,
)


def numbered(parts: Iterable[tuple[str, str, str]]) -> str:
    """The text of parts in which each `W` is another word."""
    text = "".join(by + line.replace("\n", "\n" + by) + end for by, line, end in parts)
    count = iter(range(10**6))
    return re.sub("W", lambda _: f"w{next(count)}w", text)


def read(text: str) -> tuple[Body, tuple[Diagnostic, ...]]:
    """The body that a text is."""
    return read_body(Source.of("a.md", text), 0, len(text), "en", "a")


def values(node: object) -> Iterator[str]:
    """Every piece of text in a node, at whatever depth."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, Span):
        return
    elif isinstance(node, tuple):
        for part in node:
            yield from values(part)
    elif isinstance(node, Struct):
        for field in fields(node):
            yield from values(getattr(node, field.name))


def nodes(node: object) -> Iterator[tuple[Span | None, object]]:
    """Every node with the place of the node that holds it."""
    yield from _nodes(node, None)


def _nodes(node: object, outer: Span | None) -> Iterator[tuple[Span | None, object]]:
    if isinstance(node, Span):
        return
    if isinstance(node, tuple):
        for part in node:
            yield from _nodes(part, outer)
    elif isinstance(node, Struct):
        yield outer, node
        span = getattr(node, "span", outer)
        for field in fields(node):
            yield from _nodes(getattr(node, field.name), span)


@settings(max_examples=400, deadline=None)
@given(_PARTS)
def test_no_word_is_lost(parts: list[tuple[str, str, str]]) -> None:
    text = numbered(parts)
    body, found = read(text)
    kept = Counter(word for value in values(body) for word in WORD.findall(value))
    said = {word for d in found for word in WORD.findall(text[d.span.start : d.span.end])}
    comments = {
        word for c in re.findall(r"<!--.*?-->", text, re.DOTALL) for word in WORD.findall(c)
    }
    lost = [w for w in WORD.findall(text) if kept[w] == 0 and w not in said | comments]
    assert not lost, (text, lost)
    twice = [w for w, n in kept.items() if n > 1 and not _is_shown_twice(w, text)]
    assert not twice, (text, twice)


def _is_shown_twice(word: str, text: str) -> bool:
    """An address is the words of its link too; an id is made from a title."""
    return (
        re.search(rf"[<@/(]{word}|\]: {word}|<{word}|#+ ?.*{word}|{word}.*\n\s*(=|-)", text)
        is not None
    )


@settings(max_examples=400, deadline=None)
@given(_PARTS)
def test_every_place_is_true(parts: list[tuple[str, str, str]]) -> None:
    text = numbered(parts)
    body, found = read(text)
    for outer, node in nodes(body):
        span = getattr(node, "span", None)
        if span is None:
            continue
        assert 0 <= span.start <= span.end <= len(text), (text, node)
        if isinstance(node, Text):
            _check_text(text, node)
        if outer is not None and type(node).__name__ not in ("Footnote", "Allow"):
            assert outer.holds(span), (text, outer, node)
    for diagnostic in found:
        assert 0 <= diagnostic.span.start <= diagnostic.span.end <= len(text), (text, diagnostic)


def _check_text(text: str, node: Text) -> None:
    written = text[node.span.start : node.span.end]
    if len(node.value) == len(written):
        assert written == node.value or written.isspace(), (text, node)
    else:
        assert len(node.value) <= 2, (text, node)


@settings(max_examples=300, deadline=None)
@given(
    st.text(
        st.sampled_from(list("aZ1 \n\t#*_-+>|:`\\![](){}<>&@$^\"'=.;/~é«\u00a0\U00020000")),
        max_size=200,
    )
)
def test_anything_can_be_read(text: str) -> None:
    body, _ = read(text)
    for outer, node in nodes(body):
        if isinstance(node, Text):
            _check_text(text, node)
            assert outer is None or outer.holds(node.span), (text, outer, node)


@settings(max_examples=100, deadline=None)
@given(_PARTS)
def test_line_ends_and_mark_change_nothing(parts: list[tuple[str, str, str]]) -> None:
    text = numbered(parts)
    plain, _ = decode("a.md", text.encode())
    windows, _ = decode("a.md", b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert read(plain.text) == read(windows.text)
