"""The pages of the seminars: programme, sessions with their voices, what became of them."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.model.workspace import Contribution, Seminar, Session
from clausier.write.site.address import Key
from clausier.write.site.became import became
from clausier.write.site.blocks import account, footnotes
from clausier.write.site.markup import attribute, heading, link, listing, spoken, text
from clausier.write.site.page import finished, opened
from clausier.write.site.principles import clause_name, links, missing, state
from clausier.write.site.sheet import Page, Sheet, Site, chosen
from clausier.write.site.timeline import dated, timeline
from clausier.write.site.why import principle_name, session_line, statement


def seminar_key(seminar: Seminar) -> Key:
    """What the page of a seminar is known by."""
    return Key("seminar", seminar.id)


def keys(seminar: Seminar) -> list[str]:
    """The sessions of a seminar in the order of their files, each once whatever its languages."""
    return list(dict.fromkeys(session.key for session in seminar.sessions))


def page(site: Site, language: str, seminar: Seminar) -> Page:
    """A seminar: who, when, its themes and its programme."""
    sheet = opened(site, language, seminar_key(seminar))
    code = chosen(seminar.titles, language, site.languages)
    title = seminar.titles[code] if code else seminar.id
    parts = [
        heading(1, spoken(text(title), code or language, language), "cl--top"),
        _seminar_facts(sheet, seminar),
    ]
    if seminar.themes:
        parts.append(heading(2, text(sheet.word("themes")), "cl--themes"))
        themes = (_theme(sheet, theme.value) for theme in seminar.themes)
        parts.append(listing(themes, "cl-plain cl-themes"))
    if seminar.sessions:
        parts.append(heading(2, text(sheet.word("programme")), "cl--programme"))
        parts.append(_programme(sheet, seminar))
    if steps := timeline(sheet, seminar):
        parts.append(heading(2, text(sheet.word("timeline")), "cl--timeline"))
        parts.append(steps)
    return finished(sheet, title, parts)


def _seminar_facts(sheet: Sheet, seminar: Seminar) -> str:
    days = [dated(sheet.language, day) for day in (seminar.date, seminar.closed) if day]
    dates = " – ".join(days)
    participants = "; ".join(f"{count} ({who})" for who, count in seminar.participants.items())
    rows = [
        ("date", text(dates)),
        ("organizers", text(", ".join(seminar.organizers))),
        ("participants", text(participants)),
        ("links", _links(sheet, seminar)),
    ]
    lines = [
        f"<dt>{text(sheet.word(word))}</dt>\n<dd>{value}</dd>" for word, value in rows if value
    ]
    content = "\n".join(lines)
    return f'<dl class="cl-facts">\n{content}\n</dl>' if lines else ""


def _links(sheet: Sheet, seminar: Seminar) -> str:
    return ", ".join(
        f'<a href="{attribute(one.url)}">{text(one.title)}</a>'
        if one.url and one.url.startswith(("https://", "http://"))
        else text(one.title)
        for one in seminar.links
    )


def _programme(sheet: Sheet, seminar: Seminar) -> str:
    rows: list[str] = []
    for key in keys(seminar):
        texts = sheet.site.sessions[key]
        code = chosen(texts, sheet.language, sheet.site.languages)
        assert code
        session = texts[code]
        date = session.date if session.date != seminar.date else None
        themes = ", ".join(principle_name(sheet, one.value) for one in session.principles)
        facts = " · ".join(filter(None, (dated(sheet.language, date) if date else "", themes)))
        more = f' <span class="cl-quiet">{facts}</span>' if facts else ""
        rows.append(f"{session_line(sheet, key)}{more}{_heard(sheet, session, code)}")
    lines = "\n".join(f"<li>{row}</li>" for row in rows)
    return f'<ol class="cl-programme">\n{lines}\n</ol>'


def _theme(sheet: Sheet, id: str) -> str:
    said = statement(sheet, id)
    more = f' <span class="cl-quiet">{said}</span>' if said else ""
    return f"{principle_name(sheet, id)}{more}"


def _heard(sheet: Sheet, session: Session, code: str) -> str:
    """The voices of a session in a line each; whether they are still to be written up."""
    lines = [_short(sheet, voice, code) for voice in session.contributions]
    content = "\n".join(f"<li>{line}</li>" for line in lines)
    return f'<ul class="cl-heard">{content}</ul>' if lines else ""


def _short(sheet: Sheet, voice: Contribution, code: str) -> str:
    role = text(sheet.word(f"role-{voice.role}") if voice.role in ROLES else voice.role)
    who = ", ".join(filter(None, (voice.speaker, voice.organization)))
    said = " – ".join(filter(None, (voice.title, who)))
    shown = spoken(text(said), code, sheet.language) if said else ""
    return f"<b>{role}</b> {shown or '<em>' + text(sheet.word('to-complete')) + '</em>'}"


def session_page(site: Site, language: str, seminar: Seminar, key: str) -> Page:
    """One session: its voices, its text, and what became of it."""
    sheet = opened(site, language, Key("session", key))
    texts = site.sessions[key]
    code = chosen(texts, language, site.languages) or language
    shown = texts[code]
    sheet.known_footnotes.update({footnote.label: footnote for footnote in shown.footnotes})
    title = spoken(text(shown.title.value), code, language)
    parts = [
        heading(1, title, sheet.claim(shown.id.value) or shown.id.value),
        _session_facts(sheet, seminar, shown),
        missing(sheet, code),
        _voices(sheet, shown, code),
        account(sheet, shown.body, code),
        footnotes(replace(sheet, written=code)),
        *_became(sheet, shown),
    ]
    return finished(sheet, shown.title.value, parts)


def _session_facts(sheet: Sheet, seminar: Seminar, shown: Session) -> str:
    code = chosen(seminar.titles, sheet.language, sheet.site.languages)
    name = spoken(text(seminar.titles[code] if code else seminar.id), code or "", sheet.language)
    way = sheet.to(seminar_key(seminar))
    date = dated(sheet.language, shown.date) if shown.date else ""
    words = [link(way, name) if way else name, text(date)]
    if shown.status:
        words.append(text(sheet.word(f"status-{shown.status}")))
    line = " · ".join(filter(None, words))
    return f'<p class="cl-status" data-search-exclude>{line}</p>'


def _voices(sheet: Sheet, shown: Session, code: str) -> str:
    if not shown.contributions:
        return ""
    lines = "\n".join(_voice(sheet, voice) for voice in shown.contributions)
    name = text(sheet.word("voices"))
    language = "" if code == sheet.language else f' lang="{code}"'
    return f'<dl class="cl-voices" aria-label="{name}"{language}>\n{lines}\n</dl>'


def _voice(sheet: Sheet, voice: Contribution) -> str:
    role = sheet.word(f"role-{voice.role}") if voice.role in ROLES else voice.role
    who = ", ".join(filter(None, (voice.speaker, voice.organization)))
    title = text(voice.title) if voice.title else f"<em>{text(sheet.word('to-complete'))}</em>"
    more = f'<br><span class="cl-quiet">{text(who)}</span>' if who else ""
    return f"<div><dt>{text(role)}</dt><dd>{title}{more}</dd></div>"


ROLES = frozenset(("research", "practice"))


def _became(sheet: Sheet, shown: Session) -> list[str]:
    named = (*shown.principles, *((shown.theme,) if shown.theme else ()))
    principles = list(dict.fromkeys(one.value for one in named))
    lines: list[str] = []
    for id in principles:
        lines.append(
            f'{principle_name(sheet, id)}. <span class="cl-quiet">{text(state(sheet, id))}</span>'
        )
        carriers = [
            clause_name(sheet, version, one.clause)
            for one in links(sheet.site, id, sheet.language)
            if (version := sheet.site.versions.get((one.deliverable, sheet.language)))
        ]
        lines[-1] += listing(carriers, "cl-plain")
    title = heading(2, text(sheet.word("became")), "cl--became", "cl-why-title")
    return [title, became(sheet, principles, shown.key), listing(lines, "cl-plain cl-why")]
