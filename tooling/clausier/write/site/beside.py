"""A clause in several languages side by side: what lacks or is out of date is said in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from clausier.language.interface import interface
from clausier.model.clause import Clause
from clausier.resolve.resolved import Translation, Version
from clausier.source.place import Span
from clausier.write.site.clause import beside_key, key, known_footnotes, plain_title
from clausier.write.site.identity import identity
from clausier.write.site.markup import attribute, heading, link, paragraph, text
from clausier.write.site.page import finished, opened
from clausier.write.site.pieces import Piece, pieces
from clausier.write.site.sheet import Page, Sheet, Site

Row = dict[str, Piece]


def page(site: Site, version: Version, clause: Clause) -> Page:
    """The page of a clause with its other languages; the reader's own stands first."""
    language = version.standard.language
    sheet = opened(site, language, beside_key(version, clause), version)
    columns = {language: (version, clause), **_others(site, version, clause)}
    found = {code: _pieces(sheet, code, *one) for code, one in columns.items()}
    rows = _rows(language, found)
    called = sheet.word("beside-of").replace("{0}", _called(version, clause))
    parts = [
        heading(1, text(called), "cl--top"),
        _tools(sheet, version, clause),
        _table(sheet, version, clause, tuple(columns), rows),
        _turn(sheet, version, clause),
    ]
    title = f"{plain_title(version, clause)} ({', '.join(code.upper() for code in columns)})"
    return finished(sheet, title, parts, identity(site, version), hidden=True)


def has_others(site: Site, version: Version, clause: Clause) -> bool:
    """Whether the clause stands in another language too."""
    return bool(_others(site, version, clause))


def _others(site: Site, version: Version, clause: Clause) -> dict[str, tuple[Version, Clause]]:
    found: dict[str, tuple[Version, Clause]] = {}
    for code in site.languages:
        other = site.versions.get((version.deliverable.id, code))
        if other is None or other is version:
            continue
        same = next((one for one in other.clauses if one.id.value == clause.id.value), None)
        if same:
            found[code] = (other, same)
    return found


def _pieces(sheet: Sheet, code: str, version: Version, clause: Clause) -> list[Piece]:
    prefix = "" if code == sheet.language else f"{code}--"
    own = Sheet(sheet.site, sheet.key, code, sheet.folder, version, prefix=prefix)
    own.known_footnotes.update(known_footnotes(clause.footnotes))
    made = list(pieces(own, version, clause))
    sheet.media.update(own.media)
    return made


def _rows(first: str, found: Mapping[str, Sequence[Piece]]) -> list[Row]:
    """The pieces of all languages in the order of the first, with what only another has."""
    base = found[first]
    after: list[list[Row]] = [[] for _ in range(len(base) + 1)]
    rows: list[Row] = [{first: piece} for piece in base]
    for code, others in found.items():
        if code == first:
            continue
        last = 0
        for mine, theirs in _pairs(base, others):
            last = last if mine is None else mine + 1
            if theirs is None:
                continue
            if mine is None:
                after[last].append({code: others[theirs]})
            else:
                rows[mine][code] = others[theirs]
    ordered = list(after[0])
    for row, more in zip(rows, after[1:], strict=True):
        ordered += [row, *more]
    return ordered


def _pairs(
    base: Sequence[Piece], others: Sequence[Piece]
) -> Iterator[tuple[int | None, int | None]]:
    """Which piece belongs to which: by shared ids first, by kind and order between them."""
    signs = [one.sign for one in base], [one.sign for one in others]
    for name, i, i_end, j, j_end in SequenceMatcher(None, *signs, autojunk=False).get_opcodes():
        both = i_end - i if name == "equal" else 0
        yield from ((i + step, j + step) for step in range(both))
        yield from ((at, None) for at in range(i + both, i_end))
        yield from ((None, at) for at in range(j + both, j_end))


def _called(version: Version, clause: Clause) -> str:
    number = version.numbers.get(clause.span)
    if number is None:
        return version.titles.get(clause.id.value, clause.id.value)
    word = "" if number.label != number.value else f"{version.language.labels['clause']} "
    return f"{word}{number.label}"


def _tools(sheet: Sheet, version: Version, clause: Clause) -> str:
    words = text(sheet.word("beside-alone"))
    back = link(sheet.to(key(version, clause)) or "", words, "cl-beside-open")
    return f'<div class="cl-tools">{back}</div>'


def _table(
    sheet: Sheet, version: Version, clause: Clause, codes: tuple[str, ...], rows: list[Row]
) -> str:
    known = _translations(sheet.site, version)
    heads = "".join(_head(sheet, version, clause, code, known) for code in codes)
    lines = "\n".join(_row(sheet, version, codes, row, known) for row in rows)
    kind = f"cl-beside cl-beside--{len(codes)}"
    return f'<div class="{kind}">\n<div class="cl-beside-heads">{heads}</div>\n{lines}\n</div>'


Known = Mapping[tuple[str, str], Translation]


def _translations(site: Site, version: Version) -> Known:
    return {
        (one.language, one.clause): one
        for one in site.resolved.trace.translations
        if one.deliverable == version.deliverable.id
    }


def _head(sheet: Sheet, version: Version, clause: Clause, code: str, known: Known) -> str:
    reference = version.deliverable.metadata.reference_language
    one = known.get((code, clause.id.value))
    word = "beside-original" if code == reference else "beside-derived"
    if one and not clause.derived:
        word = "outdated" if one.outdated else "beside-seen" if one.reviewed else "beside-unseen"
    name = f'<b lang="{attribute(code)}">{text(interface(code)["language-name"])}</b>'
    return f"<p>{name} <span>{text(sheet.word(word))}</span></p>"


def _row(sheet: Sheet, version: Version, codes: tuple[str, ...], row: Row, known: Known) -> str:
    reference = version.deliverable.metadata.reference_language
    original = row.get(reference)
    changed = {code for code in codes if original and _is_outdated(code, original.span, known)}
    cells = "".join(_cell(sheet, code, row.get(code), code in changed) for code in codes)
    kind = "cl-beside-row" if len(row) == len(codes) else "cl-beside-row cl-beside-row--lacking"
    return f'<div class="{kind}">\n{cells}</div>'


def _is_outdated(code: str, original: Span, known: Known) -> bool:
    """Whether a piece of the original has changed since the translation was looked at."""
    return any(
        span.path == original.path and original.start <= span.start < max(original.end, 1)
        for (language, _), one in known.items()
        if language == code
        for span in one.changed
    )


def _cell(sheet: Sheet, code: str, piece: Piece | None, changed: bool) -> str:
    name = f'data-language="{attribute(code.upper())}"'
    if piece is None:
        words = sheet.word("beside-lacking").replace("{0}", sheet.word(f"in-{code}"))
        return f"<div {name}>{paragraph(text(words), 'cl-lacking')}</div>\n"
    said = paragraph(text(sheet.word("outdated")), "cl-outdated") if changed else ""
    return f'<div {name}>{said}<div lang="{attribute(code)}">\n{piece.markup}\n</div></div>\n'


def _turn(sheet: Sheet, version: Version, clause: Clause) -> str:
    """The ways to the clauses before and after, in the same languages."""
    clauses = [one for one in version.clauses if sheet.to(beside_key(version, one))]
    at = next(index for index, one in enumerate(clauses) if one.id.value == clause.id.value)
    around = [("prev", "previous", clauses[at - 1])] if at else []
    around += [("next", "next", one) for one in clauses[at + 1 : at + 2]]
    links = "".join(
        f'<a rel="{rel}" href="{attribute(sheet.to(beside_key(version, one)) or "")}">'
        f"<span>{text(sheet.word(word))}</span> {text(plain_title(version, one))}</a>"
        for rel, word, one in around
    )
    name = attribute(sheet.word("beside"))
    return f'<nav class="cl-turn" aria-label="{name}">{links}</nav>' if links else ""
