"""The first page of a language: which document this is, and what there is to read."""

from __future__ import annotations

from clausier.model.clause import Clause
from clausier.model.workspace import Metadata
from clausier.resolve.index import index
from clausier.resolve.resolved import Version
from clausier.write.site.address import EDITIONS, Key, edition, relative
from clausier.write.site.clause import plain_title
from clausier.write.site.identity import designation, identity, stage
from clausier.write.site.index import ANCHOR
from clausier.write.site.markup import attribute, heading, link, listing, paragraph, text
from clausier.write.site.page import finished, opened
from clausier.write.site.proceedings import keys, seminar_key
from clausier.write.site.sheet import Page, Sheet, Site
from clausier.write.site.terms import INDEX
from clausier.write.site.why import counted

HOME = Key("home")


def cover_key(version: Version) -> Key:
    """What the page with a document's identity and contents is known by."""
    return Key("cover", version.deliverable.id)


def home(site: Site, language: str) -> Page:
    """The first page of a language: the document where there is one, else the list of them."""
    sheet = opened(site, language, HOME)
    versions = site.in_language(language)
    if len(versions) == 1:
        parts = [*cover_parts(sheet, versions[0]), *_editions(sheet, versions[0])]
        title = full_title(versions[0])
        return finished(sheet, title, [*parts, *_more(sheet)], identity(site, versions[0]))
    title = sheet.word("home")
    parts = [heading(1, text(title), "cl--top")]
    for version in versions:
        way = sheet.to(cover_key(version)) or ""
        name = link(way, text(full_title(version)))
        facts = text(f"{designation(version)} · {stage(version)}")
        parts.append(
            f'<div class="cl-entry">\n<p class="cl-card-title">{name}</p>\n'
            f'<p class="cl-quiet">{facts}</p>\n</div>'
        )
    return finished(sheet, title, [*parts, *_more(sheet)])


def cover(site: Site, version: Version) -> Page:
    """The page of one document among several."""
    sheet = opened(site, version.standard.language, cover_key(version), version)
    parts = [*cover_parts(sheet, version), *_editions(sheet, version)]
    return finished(sheet, full_title(version), parts, identity(site, version))


def full_title(version: Version) -> str:
    """The document's title in its language."""
    titles = version.deliverable.metadata.titles
    return titles.get(version.standard.language) or next(
        iter(titles.values()), version.deliverable.id
    )


def cover_parts(sheet: Sheet, version: Version) -> list[str]:
    """A document's title, its identity and its contents."""
    first, _, rest = full_title(version).partition(" — ")
    parts = [
        paragraph(text(designation(version)), "cl-eyebrow"),
        heading(1, text(first), "cl--top", "cl-cover-title"),
        paragraph(text(rest), "cl-subtitle") if rest else "",
        _other_titles(version),
        _warning(version),
        _facts(sheet, version.deliverable.metadata, version),
        heading(2, text(sheet.word("contents")), "cl--contents"),
        _contents(sheet, version),
    ]
    return [part for part in parts if part]


def _editions(sheet: Sheet, version: Version) -> list[str]:
    """The ways to the whole text: in a file to be sent, and to be printed."""
    names = version.deliverable.id, version.standard.language
    lines = [
        f'<a href="{attribute(relative(sheet.folder, edition(*names, kind)))}">'
        f"{text(sheet.word(f'edition-{kind}'))}</a>"
        f'<span class="cl-quiet">{text(sheet.word(f"edition-{kind}-short"))}</span>'
        for kind in EDITIONS
    ]
    title = heading(2, text(sheet.word("editions")), "cl--editions")
    return [title, listing(lines, "cl-cards")]


def _other_titles(version: Version) -> str:
    titles = version.deliverable.metadata.titles
    lines = [
        f'<span lang="{text(code)}">{text(title)}</span>'
        for code, title in titles.items()
        if code != version.standard.language
    ]
    return paragraph("<br>".join(lines), "cl-quiet cl-titles") if lines else ""


def _warning(version: Version) -> str:
    if version.deliverable.metadata.number or "warning" not in version.language.covers:
        return ""
    return paragraph(text(version.language.covers["warning"]), "cl-draft-warning")


def _facts(sheet: Sheet, metadata: Metadata, version: Version) -> str:
    language = version.standard.language
    committee = metadata.committee
    name = committee.titles.get(language, "")
    mark = sheet.site.fingerprints[(version.deliverable.id, language)]
    rows = [
        ("type", version.language.covers.get(metadata.type, metadata.type).capitalize()),
        ("stage", stage(version)),
        ("committee", " ".join(filter(None, (committee.number, f"“{name}”" if name else "")))),
        ("secretariat", committee.secretariat or ""),
        ("ics", ", ".join(metadata.ics)),
        *((f"date-{key}", value or "") for key, value in sorted(metadata.dates.items())),
        ("fingerprint", mark),
    ]
    lines = "\n".join(
        f"<dt>{text(sheet.word(word))}</dt>\n<dd>{text(value)}</dd>"
        for word, value in rows
        if value
    )
    return f'<dl class="cl-facts">\n{lines}\n</dl>'


def _contents(sheet: Sheet, version: Version) -> str:
    lines = [_content(sheet, version, clause) for clause in version.clauses]
    if index(version):
        way = sheet.to(INDEX) or f"#{ANCHOR}"
        lines.append(link(way, text(version.language.labels["index"])))
    return listing(lines, "cl-contents")


def _content(sheet: Sheet, version: Version, clause: Clause) -> str:
    line = _line(sheet, version, clause)
    inner = listing(
        (_line(sheet, version, section) for section in clause.sections if section.title), "cl-plain"
    )
    return line + inner


def _line(sheet: Sheet, version: Version, clause: Clause) -> str:
    number = version.numbers.get(clause.span)
    sign = f'<span class="cl-number">{text(number.label)}</span> ' if number else ""
    title = text(version.titles.get(clause.id.value) or plain_title(version, clause))
    way = sheet.within(version, clause.id.value)
    return link(way, sign + title) if way else sign + title


def _more(sheet: Sheet) -> list[str]:
    site = sheet.site
    rows: list[tuple[Key, str, str]] = [
        (Key("principles"), "principles", str(len(site.principles))),
        (Key("proposals"), "proposals", str(len(site.proposals))),
        (Key("trace"), "trace", ""),
        (Key("provisions"), "provisions", str(_provisions(sheet))),
        (Key("terms"), "terms-index", ""),
        (Key("findings"), "findings", str(len(site.diagnostics))),
    ]
    lines = [_card(sheet, *row) for row in rows if sheet.to(row[0])]
    for seminar in site.resolved.workspace.seminars:
        titles = seminar.titles
        name = titles.get(sheet.language) or next(iter(titles.values()), seminar.id)
        way = sheet.to(seminar_key(seminar)) or ""
        count = counted(sheet, "sessions-count", len(keys(seminar)))
        lines.append(f'{link(way, text(name))}<span class="cl-quiet">{text(count)}</span>')
    if not lines:
        return []
    return [heading(2, text(sheet.word("behind")), "cl--behind"), listing(lines, "cl-cards")]


def _provisions(sheet: Sheet) -> int:
    return sum(len(version.provisions) for version in sheet.site.in_language(sheet.language))


def _card(sheet: Sheet, key: Key, word: str, count: str) -> str:
    name = link(sheet.to(key) or "", text(sheet.word(word)))
    sign = f' <span class="cl-card-count">{count}</span>' if count else ""
    lead = text(sheet.word(f"{word}-short"))
    return f'{name}{sign}<span class="cl-quiet">{lead}</span>'
