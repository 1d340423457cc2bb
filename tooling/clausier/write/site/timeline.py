"""From a seminar to the standard: what happened when, as far as the files say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausier.language.language import language
from clausier.model.workspace import Proposal, Seminar
from clausier.resolve.resolved import Version
from clausier.write.site.address import Key
from clausier.write.site.identity import designation, stage
from clausier.write.site.markup import attribute, link, text
from clausier.write.site.sheet import Sheet, chosen
from clausier.write.site.why import counted

FEW = 3
"""So many proposals of a day are named; more are counted."""

Event = tuple[str, str]


def timeline(sheet: Sheet, seminar: Seminar) -> str:
    """The dated steps in order, and where the text stands now; nothing without a date."""
    principles = _principles(sheet, seminar)
    asked = [one for one in sheet.site.proposals.values() if one.principle.value in principles]
    versions = [
        version
        for version in sheet.site.in_language(sheet.language)
        if _carries(sheet, version, principles)
    ]
    events = [
        *_of_seminar(sheet, seminar),
        *_submitted(sheet, asked),
        *_decided(sheet, asked),
        *(event for version in versions for event in _of_text(sheet, version)),
    ]
    if not events:
        return ""
    ordered = sorted(events, key=lambda event: event[0])
    lines = [_line(_time(sheet, date), words) for date, words in ordered]
    lines += [_line(text(sheet.word("now")), _standing(sheet, version)) for version in versions]
    return '<ol class="cl-timeline" role="list">\n' + "\n".join(lines) + "\n</ol>"


def _line(when: str, words: str) -> str:
    return f'<li><span class="cl-when">{when}</span> <div>{words}</div></li>'


def dated(code: str, date: str) -> str:
    """A year, a month or a day in the words of a language.

    >>> dated("en", "2012-12")
    'December 2012'
    """
    words = language(code).labels
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    if not (month.isdigit() and 1 <= int(month) <= 12):
        return date
    name = words["months"].split()[int(month) - 1]
    shown = words["date"].replace("{month}", name).replace("{year}", year)
    if not day.isdigit():
        return shown
    return f"{int(day)}. {shown}" if code == "de" else f"{int(day)} {shown}"


def _time(sheet: Sheet, date: str) -> str:
    return f'<time datetime="{attribute(date)}">{text(dated(sheet.language, date))}</time>'


def _principles(sheet: Sheet, seminar: Seminar) -> set[str]:
    """The principles that the seminar has among its themes, or that come from its sessions."""
    own = {session.key for session in seminar.sessions}
    found = {theme.value for theme in seminar.themes}
    for id, sessions in sheet.site.resolved.trace.sessions.items():
        if own & set(sessions):
            found.add(id)
    return found


def _carries(sheet: Sheet, version: Version, principles: set[str]) -> bool:
    return any(
        one.deliverable == version.deliverable.id and one.principle in principles
        for one in sheet.site.resolved.trace.links
    )


def _of_seminar(sheet: Sheet, seminar: Seminar) -> Iterator[Event]:
    if seminar.date:
        word = "seminar-held" if seminar.closed else "seminar-day"
        yield seminar.date, text(sheet.word(word))
    if seminar.closed:
        yield seminar.closed, text(sheet.word("seminar-closed"))


def _submitted(sheet: Sheet, asked: Iterable[Proposal]) -> Iterator[Event]:
    by_date: dict[str, list[Proposal]] = {}
    for one in asked:
        if one.submitted:
            by_date.setdefault(one.submitted, []).append(one)
    for date, found in by_date.items():
        yield date, _said(sheet, "proposals-submitted", found)


def _decided(sheet: Sheet, asked: Iterable[Proposal]) -> Iterator[Event]:
    by_date: dict[tuple[str, str], list[Proposal]] = {}
    for one in asked:
        if one.decided and one.decision != "pending":
            by_date.setdefault((one.decided, one.decision), []).append(one)
    for (date, decision), found in by_date.items():
        yield date, _said(sheet, f"proposals-{decision}", found)


def _said(sheet: Sheet, word: str, found: list[Proposal]) -> str:
    """How many proposals; which ones, where they are few."""
    words = text(counted(sheet, word, len(found)))
    if len(found) > FEW:
        return link(sheet.to(Key("proposals")) or "", words)
    names = ", ".join(_name(sheet, one) for one in found)
    return f'{words} <span class="cl-quiet">{names}</span>'


def _name(sheet: Sheet, one: Proposal) -> str:
    code = chosen(one.titles, sheet.language, sheet.site.languages)
    title = text(one.titles[code] if code else one.id.value)
    lang = "" if code in (None, sheet.language) else f' lang="{code}"'
    way = attribute(sheet.to(Key("proposal", one.id.value)) or "")
    return f'<a{lang} href="{way}">{title}</a>'


def _of_text(sheet: Sheet, version: Version) -> Iterator[Event]:
    for key, date in sorted(version.deliverable.metadata.dates.items()):
        if date:
            yield date, text(sheet.word(f"date-{key}"))


def _standing(sheet: Sheet, version: Version) -> str:
    single = len(sheet.site.in_language(sheet.language)) == 1
    way = sheet.to(Key("home") if single else Key("cover", version.deliverable.id)) or ""
    name = link(way, text(designation(version)))
    return f'{name} <span class="cl-quiet">{text(stage(version))}</span>'
