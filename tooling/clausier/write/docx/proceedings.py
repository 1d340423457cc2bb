"""The proceedings of a seminar as a volume: who met, what was said, where it went."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.language.language import Language, language
from clausier.model.block import Block, Heading
from clausier.model.workspace import Seminar, Session
from clausier.resolve.foreword import month
from clausier.resolve.resolved import Resolved
from clausier.source.diagnostic import Diagnostic
from clausier.write.docx.blocks import blocks, subheading
from clausier.write.docx.chosen import of_proceedings
from clausier.write.docx.contents import Entry
from clausier.write.docx.contributions import contributions
from clausier.write.docx.draft import Draft
from clausier.write.docx.gathered import gathered
from clausier.write.docx.inlines import HYPERLINK
from clausier.write.docx.look import Look
from clausier.write.docx.margins import Margins
from clausier.write.docx.marks import mark_name
from clausier.write.docx.numbering import Numbering
from clausier.write.docx.pages import Ruler
from clausier.write.docx.picture import Pictures
from clausier.write.docx.principles import named, principles
from clausier.write.docx.volume import Volume, volume
from clausier.write.docx.words import words


def proceedings_document(
    resolved: Resolved, seminar: Seminar, code: str, pictures: Pictures
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The bytes of the volume of a seminar in a language, and what could not be shown."""
    own = language(code)
    sessions = tuple(session for session in seminar.sessions if session.language == code)
    facts = gathered(resolved, sessions, own)
    draft = Draft(own, facts, pictures, seminar.folder, Numbering(own))
    user = of_proceedings(draft, resolved.workspace.deliverables, pictures.files)
    title = seminar.titles.get(code) or next(iter(seminar.titles.values()), seminar.id)
    first = _title_page(draft, resolved, seminar, title)
    draft.ruler = Ruler()
    entries: list[Entry] = []
    text = b"".join(
        _session(draft, resolved, session, index, entries).encode()
        for index, session in enumerate(sessions)
    )
    if not sessions:
        text = _line(draft, "BodyText", title).encode()
    margins = Margins(f"{title} ({own.letter})", own.covers["proceedings"])
    kind = (
        f"{own.covers['proceedings']}, {seminar.date}"
        if seminar.date
        else own.covers["proceedings"]
    )
    pieces = Volume(
        title, kind, ", ".join(seminar.organizers), margins, first, b"", (), text,
        tuple(entries),
    )  # fmt: skip
    return volume(draft, pieces, user), tuple(draft.diagnostics)


def _line(draft: Draft, style: str, text: str) -> str:
    return draft.paragraph(replace(draft.body, style=style), draft.run(text))


def _title_page(draft: Draft, resolved: Resolved, seminar: Seminar, title: str) -> str:
    own, said = draft.language, words(draft.language.code)
    made = [_line(draft, "zzCoverlarge", own.covers["proceedings"].upper())]
    made.append(_line(draft, "zzCover", said["reading-copy"]))
    made.append(_line(draft, "CoverTitleA1", title))
    themes = [named(resolved, theme.value, own.code) for theme in seminar.themes]
    rows = [
        ("date", month(seminar.date or "", own)),
        ("closed", month(seminar.closed or "", own)),
        ("organizers", ", ".join(seminar.organizers)),
        ("participants", "; ".join(_participants(seminar))),
        ("themes", "; ".join(themes)),
    ]
    for key, value in rows:
        if value:
            lead = draft.run(f"{said[key]}{own.labels['colon']} ", Look(bold=True).xml)
            made.append(draft.paragraph(replace(draft.body, lead=lead), draft.run(value)))
    made += [_web_link(draft, link.title, link.url) for link in seminar.links]
    return "".join(made)


def _participants(seminar: Seminar) -> list[str]:
    return [f"{value} ({who})" for who, value in seminar.participants.items()]


def _web_link(draft: Draft, title: str, url: str | None) -> str:
    setting = replace(draft.body, style="ListContinue1")
    if url is None or not url.startswith(("http://", "https://")):
        return draft.paragraph(setting, draft.run(title))
    key = draft.main.add(HYPERLINK, url, external=True)
    shown = draft.run(title, Look(style="Hyperlink").xml)
    return draft.paragraph(
        setting, f'<w:hyperlink r:id="{key}" w:history="1">{shown}</w:hyperlink>'
    )


def _session(
    draft: Draft, resolved: Resolved, session: Session, index: int, entries: list[Entry]
) -> str:
    mark = mark_name(session.key)
    setting = replace(draft.body, style="Heading1", marks=(mark,), turned=index > 0)
    heading = draft.paragraph(setting, draft.run(session.title.value))
    entries.append(Entry(1, str(index + 1), session.title.value, mark, draft.ruler.page))
    made = [heading, _facts(draft, resolved, session, draft.language)]
    made.append(contributions(draft, session.contributions))
    made.append(_body(draft, session))
    made.append(principles(draft, resolved, session))
    return "".join(made)


def _facts(draft: Draft, resolved: Resolved, session: Session, own: Language) -> str:
    said = words(own.code)
    facts = []
    if session.date:
        facts.append(said["session-date"].format(month(session.date, own)))
    if session.theme is not None:
        facts.append(said["theme"].format(named(resolved, session.theme.value, own.code)))
    return _line(draft, "BodyText", ". ".join(facts) + ".") if facts else ""


def _body(draft: Draft, session: Session) -> str:
    notes = {note.label: note for note in session.footnotes}
    setting = replace(draft.body, footnotes=notes)
    made: list[str] = []
    group: list[Block] = []
    for block in session.body:
        if isinstance(block, Heading):
            made += [blocks(draft, group, setting), subheading(draft, block, setting)]
            group = []
        else:
            group.append(block)
    return "".join(made) + blocks(draft, group, setting)
