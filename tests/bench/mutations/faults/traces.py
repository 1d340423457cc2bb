"""Principles, proposals and proceedings that the text no longer follows, and translations left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.bench.mutations.faults.edits import (
    changing,
    found,
    turns,
)
from tests.bench.mutations.plant import CLAUSES, Change, Edit, Fault, body, swap
from tests.bench.mutations.texts import Files, Setting

PRINCIPLES = {
    "en": r"^docs/principles/en/",
    "fr": r"^docs/principles/fr/",
    "de": r"^docs/principles/de/",
}
SESSIONS = r"^docs/proceedings/[^/]*/\w\w/"
SEMINAR = r"^docs/proceedings/[^/]*/seminar\.yml$"
PROPOSALS = r"^docs/proposals/"
TITLED = (r"^(title: )(.*)$", r"\1⟦\2⟧")
NAMED = (r"^(id: )(.*)$", r"\1⟦\2⟧")
_TRACE = ("trace", "principles", "proposals", "proceedings", "languages", "references", "parity")

PROPOSAL = (
    "docs/proposals/01-termine.md",
    "",
    "---\nid: termine-halten\ntitle: {de: Termine halten}\nprinciple: klare-zusage\n"
    'deliverable: fahrradwerkstatt\ntargets: [termin]\nsubmitted: "2024"\ndecision: accepted\n'
    'decided: "2024"\nby: Arbeitskreis\nlang: de\n---\n\nIn @termin einen Tag nennen.\n',
)
"""The German text has no proposals: this one is added to it."""


CITING = (CLAUSES, "^(principles: .*)$", r"\1\nsources: [werkstatttag-2024/termine]")
"""The German clauses name no sessions: with this they do."""


def _proposed(code: str) -> Setting:
    return (PROPOSAL,) if code == "de" else ()


def principles() -> Iterator[Fault]:
    """A principle renamed, moved or left alone, with what named it."""
    for code, where in PRINCIPLES.items():
        plant = swap(r"^(id: )(.*\n(?:.*\n)*?origin: )\[.*\]$", r"\1⟦\2[]⟧", 1, front=True)
        yield Fault("principles/no-origin", code, plant, where, _TRACE)
        plant = turns(
            r"^(origin: \[[\w-]+/)([\w-]+)",
            r"\1⟦\2-2⟧",
            r"\1⟦seance-de-cloture⟧",
            r"\1⟦no-such-session⟧",
            front=True,
        )
        yield Fault("principles/unknown-origin", code, plant, where, _TRACE)
        text = "both" if code == "en" else ""
        edit = _elsewhere(code)
        yield Fault("principles/not-in-session", code, edit=edit, also=_TRACE, text=text)
        yield Fault("principles/not-carried", code, edit=_dropped(code), also=_TRACE)
        yield Fault("principles/named-without-provision", code, edit=_told(code), also=_FACTS)


_FACTS = (*_TRACE, "verbs", "normative-references", "annexes", "ids")


def _elsewhere(code: str) -> Edit:
    """The origin of a principle is the session of another one."""

    def edit(files: Files) -> Iterator[Change]:
        paths = found(files, PRINCIPLES[code])
        origins = [re.search(r"^origin: \[(.*)\]$", files[p].decode(), re.M)[1] for p in paths]
        for path, origin in zip(paths, (*origins[1:], origins[0]), strict=True):
            text = files[path].decode()
            yield {
                path: re.sub(r"^(origin: \[).*(\])$", rf"\1⟦{origin}⟧\2", text, count=1, flags=re.M)
            }

    return edit


def _dropped(code: str) -> Edit:
    """A required principle is taken out of all clauses."""

    def edit(files: Files) -> Iterator[Change]:
        for path in found(files, PRINCIPLES[code]):
            text = files[path].decode()
            name = re.search("^id: (.*)$", text, re.M)[1]
            marked = re.sub(r"^(id: )(.*)$", r"\1⟦\2⟧", text, count=1, flags=re.M)
            change: dict[str, str | None] = {
                path: re.sub("^expected: .*$", "expected: required", marked, flags=re.M)
            }
            for clause in found(files, r"^clauses/.*\.md$"):
                own = files[clause].decode()
                at = body(own)
                less = re.sub(
                    rf"(?<=\[){name}(?:, )?|, {name}(?=[\],])|^  - {name}\n",
                    "",
                    own[:at],
                    flags=re.M,
                )
                if less != own[:at]:
                    change[clause] = less + own[at:]
            yield change

    return edit


WEAKER = {
    "en": (r"\b(?:shall|should|may|can)(?: not)?\b", "does"),
    "fr": (r"\b(?:doi(?:t|vent)|peu(?:t|vent))(?:\{[^}]*\})?|\b[Ii]l convient qu(?:e |')", "va"),
    "de": (r"\b(?:muss|müssen|sollten?|darf|dürfen|[Kk]ann|können)\b", "wird"),
}


def _told(code: str) -> Edit:
    """A clause turned into a report: nothing in it obliges, permits or is possible any more."""
    pattern, fact = WEAKER[code]

    def edit(files: Files) -> Iterator[Change]:
        for path in found(files, r"^clauses/.*\.md$"):
            text = files[path].decode()
            at = body(text)
            if re.search(r"^principles:", text[:at], re.M) and re.search(pattern, text[at:]):
                head = re.sub(
                    r"^(principles:\s*(?:- |\[))([\w-]+)", r"\1⟦\2⟧", text[:at], count=1, flags=re.M
                )
                yield {path: head + re.sub(pattern, fact, text[at:])}

    return edit


def proceedings() -> Iterator[Fault]:
    """Sessions and clauses that name each other wrongly."""
    for code in ("fr", "de"):
        plant = turns(
            r"^(principles: \[)", r"\1⟦no-such-principle⟧, ", r"\1⟦symetrie⟧, ", front=True
        )
        yield Fault("proceedings/unknown-principle", code, plant, SESSIONS, _TRACE)
        plant = turns(r"^(theme: )(.*)$", r"\1⟦no-such-theme⟧", r"\1⟦\2-2⟧", front=True)
        yield Fault("proceedings/unknown-theme", code, plant, SESSIONS, _TRACE)
        first = {"fr": "culture-de-service", "de": "klare-zusage"}[code]
        renamed = (SEMINAR, rf"^(themes:\s*(?:- |\[)){first}", rf"\1⟦{first}-2⟧")
        edit = changing((renamed, (SESSIONS, f"^(theme: )({first})$", r"\1⟦\2⟧")))
        yield Fault("proceedings/unknown-theme", code, edit=edit, also=_TRACE)
        yield Fault("proceedings/unknown-to-principle", code, edit=_claimed(code), also=_TRACE)
        yield Fault("proceedings/no-outcome", code, edit=_fruitless(code), also=_TRACE)
    for code in PRINCIPLES:
        source = r"\1⟦no-such-seminar/opening⟧"
        plant = turns(r"^(sources:\s*(?:- |\[))([\w/-]+)", source, r"\1⟦\2-2⟧", front=True)
        setting = (CITING,) if code == "de" else ()
        yield Fault("proceedings/unknown-source", code, plant, CLAUSES, _TRACE, setting=setting)


def _claimed(code: str) -> Edit:
    """A session names one principle more, which does not know it."""

    def edit(files: Files) -> Iterator[Change]:
        names = [
            re.search("^id: (.*)$", files[p].decode(), re.M)[1]
            for p in found(files, PRINCIPLES[code])
        ]
        for path in found(files, SESSIONS):
            text = files[path].decode()
            other = next((name for name in names if name not in text[: body(text)]), None)
            if other and re.search(r"^principles: \[\w", text, re.M):
                yield {
                    path: re.sub(r"^(principles: \[)", rf"\1⟦{other}⟧, ", text, count=1, flags=re.M)
                }

    return edit


def _fruitless(code: str) -> Edit:
    """One session more, of which the text has taken nothing."""
    folder = {
        "fr": "docs/proceedings/esprit-de-service-2012/fr",
        "de": "docs/proceedings/werkstatttag-2024/de",
    }[code]
    theme = {"fr": "culture-de-service", "de": "klare-zusage"}[code]
    head = '---\nid: ⟦{0}⟧\ntitle: {0}\ndate: "2024"\ntheme: {1}\nprinciples: []\nstatus: draft\n---\n\n{2}\n'
    said = {"fr": "On a parlé du temps.", "de": "Es ging um das Wetter."}[code]
    names = ("visite", "debat", "table-ronde")
    return changing(
        *(((f"{folder}/20-{name}.md", "", head.format(name, theme, said)),) for name in names)
    )


def proposals() -> Iterator[Fault]:
    """Decisions that were not written down, or not carried out."""
    for code in PRINCIPLES:
        known = _proposed(code)
        for rule, pattern, replacement in (
            ("unknown-principle", r"^(principle: )(.*)$", r"\1⟦\2-2⟧"),
            ("unknown-deliverable", r"^(deliverable: )(.*)$", r"\1⟦\2-v2⟧"),
            ("unknown-target", r"^(targets: \[)([\w-]+)", r"\1⟦\2-old⟧"),
        ):
            plant = swap(pattern, replacement, 1, front=True)
            yield Fault(f"proposals/{rule}", code, plant, PROPOSALS, _TRACE, setting=known)
        decided = (
            *known,
            (PROPOSALS, "^decision: .*$", "decision: accepted"),
            (PROPOSALS, "^decided: .*$", 'decided: "2013"'),
        )
        for rule, pattern, replacement in (
            ("decided-without-date", r"^(decision: .*)\ndecided: .*$", r"⟦\1⟧\ndecided: null"),
            (
                "accepted-without-target",
                r"^targets: .*\n((?:.*\n)*?)(decision: .*)$",
                r"targets: []\n\1⟦\2⟧",
            ),
        ):
            plant = swap(pattern, replacement, 1, front=True)
            yield Fault(f"proposals/{rule}", code, plant, PROPOSALS, _TRACE, setting=decided)
        plant = swap(r"^(decision: ).*$", r"\1⟦pending⟧", 1, front=True)
        yield Fault("proposals/undecided", code, plant, PROPOSALS, _TRACE, setting=decided)
        plant = swap(r"^(decision: ).*$", r"\1⟦rejected⟧", 1, front=True)
        yield Fault(
            "proposals/rejected-but-carried", code, plant, PROPOSALS, _TRACE, setting=decided
        )
        yield Fault(
            "proposals/accepted-not-in-text", code, edit=_forgotten, also=_TRACE, setting=decided
        )


def _forgotten(files: Files) -> Iterator[Change]:
    """The clause at which an accepted proposal aims names its principle no longer."""
    for path in found(files, PROPOSALS):
        text = files[path].decode()
        name = re.search("^principle: (.*)$", text, re.M)[1]
        target = re.search(r"^targets: \[([\w-]+)", text, re.M)[1]
        change: dict[str, str | None] = {
            path: re.sub(r"^(targets: \[)([\w-]+)", r"\1⟦\2⟧", text, count=1, flags=re.M)
        }
        for clause in found(files, r"^clauses/.*\.md$"):
            own = files[clause].decode()
            if re.search(rf"^id: {target}$|\{{#{target}\}}", own, re.M):
                at = body(own)
                less = re.sub(
                    rf"(?<=\[){name}(?:, )?|, {name}(?=[\],])|^  - {name}\n",
                    "",
                    own[:at],
                    flags=re.M,
                )
                change[clause] = less + own[at:]
        if len(change) > 1:
            yield change
