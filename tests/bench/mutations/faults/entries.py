"""Term entries: definitions that do not define, and designations nobody would look up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.bench.mutations.faults.edits import HOME, along, changing, turns
from tests.bench.mutations.faults.kinds import NB, TERMS, put
from tests.bench.mutations.plant import Change, Edit, Fault, Plant, body, swap
from tests.bench.mutations.texts import Files

LINE = r"\A(\n*)([^\n]*)$"
"""The definition: the first line of the body."""


def definitions() -> Iterator[Fault]:
    yield from put(
        "definitions/capital",
        TERMS,
        {
            "en": _capital,
            "fr": _capital,
            "de": turns(r"\A(\n*)(?=[A-Z])", r"\1⟦Verbindliche⟧ ", r"\1⟦Klare⟧ "),
        },
    )
    yield from put(
        "definitions/explained-by-itself",
        TERMS,
        {
            "en": _itself(", as part of a ⟦{}⟧", ", which makes a ⟦{}⟧"),
            "fr": _itself(", comme partie d'une ⟦{}⟧", ", ce qui fait une ⟦{}⟧"),
            "de": _itself(", wie sie bei jeder ⟦{}⟧ vorkommt", ", genannt ⟦{}⟧"),
        },
        ("definitions/unlinked-term", "terms/circular-definition"),
    )
    for code, known in (
        ("en", "People know it well."),
        ("fr", "Les gens le savent bien."),
        ("de", "Viele wissen es."),
    ):
        yield Fault("definitions/footnote", code, _called(known), TERMS, apart=True)
    yield from put(
        "definitions/not-replaceable",
        TERMS,
        {
            "en": turns(
                r"\A(\n*)(?=\w)",
                r"\1⟦term used for⟧ the ",
                r"\1⟦means⟧ the ",
                r"\1⟦is⟧ a ",
                r"\1⟦refers to⟧ the ",
                r"\1⟦describes⟧ the ",
                r"\1⟦word that describes⟧ the ",
                r"\1⟦used to describe⟧ the ",
            ),
            "fr": turns(
                r"\A(\n*)(?=\w)",
                r"\1⟦terme qui désigne⟧ l'",
                r"\1⟦désigne⟧ une ",
                r"\1⟦est⟧ une ",
                r"\1⟦signifie⟧ une ",
                r"\1⟦se dit d'⟧une ",
                r"\1⟦terme employé pour⟧ une ",
            ),
            "de": turns(
                r"\A(\n*)(?=\w)",
                r"\1⟦bezeichnet⟧ eine ",
                r"\1⟦ist⟧ eine ",
                r"\1⟦bedeutet⟧ eine ",
                r"\1⟦Begriff für⟧ eine ",
                r"\1⟦Bezeichnung für⟧ eine ",
            ),
        },
        ("definitions/article",),
    )
    yield from put(
        "definitions/not-replaceable",
        TERMS,
        {"en": _repeated(":"), "fr": _repeated(f"{NB}:"), "de": _repeated(":")},
        ("definitions/explained-by-itself", "definitions/capital"),
    )
    yield from _sources()
    yield from _unlinked()


def _called(known: str) -> Plant:
    called = turns(LINE, r"\1\2⟦[^planted]⟧")
    return lambda text, planted: f"{called(text, planted).rstrip()}\n\n[^planted]: {known}\n"


def _capital(text: str, planted: int) -> str:
    at = body(text)
    return text[:at] + re.sub(
        r"\A(\n*)([a-zé]\w*)", lambda m: f"{m[1]}⟦{m[2].capitalize()}⟧", text[at:], count=1
    )


def _term(text: str) -> str:
    found = re.search(r"^term: (.*)$", text, re.MULTILINE)
    return found[1] if found else ""


def _itself(*said: str) -> Plant:
    def plant(text: str, planted: int) -> str:
        at = body(text)
        more = said[planted % len(said)].format(_term(text))
        return text[:at] + re.sub(LINE, rf"\1\2{more}", text[at:], count=1, flags=re.MULTILINE)

    return plant


def _repeated(sign: str) -> Plant:
    """The definition begins with the term, as in a glossary."""

    def plant(text: str, planted: int) -> str:
        at = body(text)
        return f"{text[:at]}\n⟦{_term(text)}⟧{sign} {text[at:].lstrip()}"

    return plant


def _sources() -> Iterator[Fault]:
    """A source that names the document and forgets the entry."""
    for code, document in (("en", "iso-23592"), ("fr", "iso-23592"), ("de", "iso-99913")):
        edit = along(TERMS, _sourced(document))
        yield Fault("definitions/source-without-entry", code, edit=edit)
        plant = turns(r"^(source: )\{(reference: [\w-]+), clause: [^,}]*", r"\1⟦{\2⟧", front=True)
        yield Fault("definitions/source-without-entry", code, plant, TERMS)
        for wrong in ("iso-9000", "iso-99931", "en-iso-9000-2015"):
            edit = along(TERMS, _sourced(f"⟦{wrong}⟧, clause: '3.2'"))
            yield Fault("terms/unknown-source", code, edit=edit, also=("read",))


def _sourced(document: str) -> Plant:
    marked = document if "⟦" in document else f"⟦{document}⟧"

    def plant(text: str, planted: int) -> str:
        if "\nsource:" in text:
            return text
        entry = rf"\1\nsource: {{reference: {marked}}}"
        return re.sub(r"^(term: .*)$", entry, text, count=1, flags=re.MULTILINE)

    return plant


def _unlinked() -> Iterator[Fault]:
    """The words of a link without the link, and terms used in passing."""
    yield from put(
        "definitions/unlinked-term",
        TERMS,
        dict.fromkeys(
            ("en", "fr", "de"), turns(r"\A([^\n]*\n*[^\n]*?)\[([^\]]+)\]\(@[\w-]+\)", r"\1⟦\2⟧")
        ),
    )
    for code, more in (
        ("en", (" during a ⟦customer journey⟧", " at a ⟦contact point⟧", " by ⟦front-line staff⟧")),
        (
            "fr",
            (
                " pendant un ⟦parcours client⟧",
                " en un ⟦point de contact⟧",
                " par le ⟦personnel en contact⟧",
            ),
        ),
        (
            "de",
            (
                ", sofern eine ⟦Zusage⟧ vorliegt",
                ", auch bei ⟦Mehrarbeit⟧",
                ", auch bei einer ⟦Probefahrt⟧",
            ),
        ),
    ):
        yield Fault(
            "definitions/unlinked-term",
            code,
            _passing(more),
            TERMS,
            ("terms", "definitions/explained-by-itself"),
        )


def _passing(more: tuple[str, ...]) -> Plant:
    def plant(text: str, planted: int) -> str:
        words = more[planted % len(more)]
        named = words[words.index("⟦") + 1 : words.index("⟧")]
        if named == _term(text) or "](@" in text:
            return text
        at = body(text)
        return text[:at] + re.sub(LINE, rf"\1\2{words}", text[at:], count=1, flags=re.MULTILINE)

    return plant


COUNTED = {
    "en": r"^(term: )((?:service promise|customer experience|customer journey|contact point|complaint))$",
    "fr": r"^(term: )(promesse|expérience|point|réclamation)( .*)?$",
}
FAIR = {
    "zusage": (
        "Zusage",
        "verbindliche Zusage",
        "Die [verbindliche Zusage](@zusage) muss vorliegen.",
    ),
    "probefahrt": (
        "Probefahrt",
        "kurze Probefahrt",
        "Eine [kurze Probefahrt](@probefahrt) muss erfolgen.",
    ),
    "mehrarbeit": (
        "Mehrarbeit",
        "nötige Mehrarbeit",
        "Die [nötige Mehrarbeit](@mehrarbeit) muss erfasst werden.",
    ),
}


def designations() -> Iterator[Fault]:
    for code in ("en", "fr"):
        yield Fault("designations/capital", code, _capital_term, TERMS)
    settled = (
        (
            (rf"/{name}|-{name}", rf"^term: {old}$", f"term: ⟦{new[:1].upper()}{new[1:]}⟧"),
            (r"^clauses/.*/07-", r"\Z", f"\n{said}\n"),
        )
        for name, (old, new, said) in FAIR.items()
    )
    yield Fault("designations/capital", "de", edit=changing(*settled), also=("terms",))
    for code, pattern in COUNTED.items():
        plural = r"\1⟦\2s⟧" if code == "en" else r"\1⟦\2s\3⟧"
        plant = swap(pattern, plural, 1, front=True)
        yield Fault("designations/plural", code, plant, TERMS, ("terms", "definitions"))


def _capital_term(text: str, planted: int) -> str:
    return re.sub(
        r"^(term: )(\w)(.*)$", lambda m: f"{m[1]}⟦{m[2].upper()}{m[3]}⟧", text, count=1, flags=re.M
    )


NEW = {
    "en": (
        "service level",
        "degree to which a service is what it was said to be",
        "customer contact",
    ),
    "fr": (
        "niveau de service",
        "degré auquel un service est ce que l'on en a dit",
        "contact client",
    ),
    "de": ("Wartefrist", "Zeit, die bis zu einer Antwort vergeht", "Kundenkontakt"),
}


def entries() -> Iterator[Fault]:
    """Entries that are there twice, empty, unused, or go round in a circle."""
    for code, (term, definition, other) in NEW.items():
        folder = f"{HOME[code]}/{code}/03-terms" if code != "de" else f"{HOME[code]}/de/03-begriffe"
        group = {"en": "terms-service", "fr": "terms-service", "de": "begriffe-auftrag"}[code]
        head = "---\nid: {}\nkind: term\nterm: {}\ngroup: {}\n---\n"
        forms = (
            head.format("planted-a", f"⟦{term}⟧", group) + f"\n{definition}\n",
            head.format("planted-b", f"⟦{other}⟧", group) + f"\n{definition}\n",
            head.format("planted-c", f"⟦{term}⟧", group).replace(
                "\ngroup", f"\nadmitted: [{other}]\ngroup"
            )
            + f"\n{definition}\n",
        )
        edit = changing(*(((f"{folder}/90-planted.md", "", form),) for form in forms))
        yield Fault("terms/unused-term", code, edit=edit)
        yield Fault("terms/duplicate-term", code, edit=_twice(folder, definition), also=_DOUBLE)
        yield Fault("terms/no-definition", code, _undefined, TERMS, _EMPTY, apart=True)
        yield Fault("terms/circular-definition", code, edit=_circle(code), also=_CIRCLE)


_DOUBLE = (
    "terms/unused-term",
    "definitions",
    "references",
    "terms/admitted-in-text",
    "terms/deprecated-in-text",
)
_EMPTY = ("definitions", "terms/unused-term", "terms/circular-definition")
_CIRCLE = ("definitions",)


def _twice(folder: str, definition: str) -> Edit:
    """The term of an entry defined again by somebody who did not look, or admitted elsewhere."""

    def edit(files: Files) -> Iterator[Change]:
        for path in sorted(path for path in files if path.startswith(folder + "/")):
            text = files[path].decode()
            again = re.sub(r"^(id: .*)$", r"\1-again", text[: body(text)], count=1, flags=re.M)
            again = re.sub(r"^(term: )(.*)$", r"\1⟦\2⟧", again, count=1, flags=re.M)
            again = re.sub(r"^(?:source|admitted|deprecated): .*\n", "", again, flags=re.M)
            yield {f"{folder}/99-again.md": f"{again}\n{definition}\n"}

    return edit


def _undefined(text: str, planted: int) -> str:
    """The definition is still to be written; the notes are there."""
    at = body(text)
    marked = re.sub(r"^(term: )(.*)$", r"\1⟦\2⟧", text[:at], count=1, flags=re.M)
    return marked + re.sub(LINE, "", text[at:], count=1, flags=re.M)


ROUND = {
    "en": (
        ("contact-point", "met on a [customer journey](@customer-journey)", "customer-journey"),
        ("front-line-staff", "with some [latitude](@latitude)", ""),
        ("excellence", "under a [service promise](@service-promise)", "excellence"),
    ),
    "fr": (
        ("contact-point", "au long d'un [parcours client](@customer-journey)", "customer-journey"),
        ("front-line-staff", "avec une [marge de manœuvre](@latitude)", ""),
        ("excellence", "selon une [promesse de service](@service-promise)", "excellence"),
    ),
    "de": (
        ("reparaturauftrag", "einschließlich der [Mehrarbeit](@mehrarbeit)", ""),
        ("reparaturauftrag", "samt der [Zusage](@zusage)", ""),
    ),
}
"""The entry with a link too many, and the one that stands first in the circle."""
BACK = {
    "en": ", part of [service excellence](@excellence)",
    "fr": ", part de l'[excellence de service](@excellence)",
}


def _circle(code: str) -> Edit:
    """A link too many makes two entries explain each other."""

    def edit(files: Files) -> Iterator[Change]:
        for name, more, first in ROUND[code]:
            link = f"⟦{more}⟧" if first in ("", name) else more
            changed = {_entry(files, code, name): f", {link}"}
            if first == "excellence":
                changed[_entry(files, code, "service-promise")] = BACK[code]
            done = {path: _longer(files[path].decode(), end) for path, end in changed.items()}
            if first not in ("", name):
                path = _entry(files, code, first)
                done[path] = re.sub(
                    r"\[[^\]]*\]\(@[\w-]+\)", r"⟦\g<0>⟧", files[path].decode(), count=1
                )
            yield done

    return edit


def _entry(files: Files, code: str, name: str) -> str:
    return next(path for path in files if path.endswith(f"{name}.md") and f"/{code}/03" in path)


def _longer(text: str, end: str) -> str:
    at = body(text)
    return text[:at] + re.sub(LINE, rf"\1\2{end}", text[at:], count=1, flags=re.M)
