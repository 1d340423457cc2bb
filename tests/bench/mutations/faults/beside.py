"""Two language versions that are no longer the same document, and links nobody looked at again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.bench.mutations.faults.edits import STANDARD, changing, found
from tests.bench.mutations.plant import Change, Edit, Fault, body
from tests.bench.mutations.texts import Files, Setting

HOME = "clauses/service-excellence"
FRENCH_FIRST = ((STANDARD, "^reference_language: .*$", "reference_language: fr"),)
"""The English text becomes the translation."""
SIDES: dict[str, tuple[str, Setting]] = {"fr": ("en", ()), "en": ("fr", FRENCH_FIRST)}
"""The translation, and the text it is a translation of."""
NAMED = r"^(id: )(.*)$"
_ALONG = (
    "annexes",
    "bibliography",
    "cross-references",
    "definitions",
    "designations",
    "footnotes",
    "formulae",
    "images",
    "languages",
    "lists",
    "normative-references",
    "parity",
    "places",
    "principles",
    "proceedings",
    "proposals",
    "references",
    "symbols",
    "terms",
    "trace",
)
"""What is said besides where a clause or a term is not there."""


def languages() -> Iterator[Fault]:
    for code, (other, first) in SIDES.items():
        for rule, edit in (
            ("missing-clause", _gone(code, other, rf"^{HOME}/{code}/(?:0[4-9]|1\d|[A-Z])-")),
            ("missing-term", _gone(code, other, rf"^{HOME}/{code}/03-terms/")),
            ("missing-id", _without_id(code, other)),
            ("different-kind", _another_kind(code)),
            ("different-order", _moved(code)),
            ("different-principles", _fewer(code)),
        ):
            yield Fault(
                f"languages/{rule}", code, edit=edit, also=_ALONG, text="both", setting=first
            )
        edit = changing(
            ((STANDARD, rf"^(titles):((?:\n  \w\w: .*)*?)\n  {code}: .*$", r"⟦\1⟧:\2"),)
        )
        yield Fault(
            "languages/missing-title", code, edit=edit, also=("titles",), text="both", setting=first
        )
        edit = _untranslated(code, other)
        yield Fault(
            "languages/missing-principle-translation", code, edit=edit, also=_ALONG, text="both"
        )


def _gone(code: str, other: str, where: str) -> Edit:
    """A file that nobody has translated yet; the report stands at the one beside it."""

    def edit(files: Files) -> Iterator[Change]:
        for path in found(files, where):
            beside = path.replace(f"/{code}/", f"/{other}/")
            text = files[beside].decode()
            yield {path: None, beside: re.sub(NAMED, r"\1⟦\2⟧", text, count=1, flags=re.M)}

    return edit


def _without_id(code: str, other: str) -> Edit:
    """An id that got lost when a paragraph was typed again."""

    def edit(files: Files) -> Iterator[Change]:
        for path in found(files, rf"^{HOME}/{code}/(?:0[4-9]|1\d|[A-Z])-"):
            text = files[path].decode()
            lost = re.search(r" \{#(req-[\w-]+)\}(?=\n)", text)
            if lost:
                beside = path.replace(f"/{code}/", f"/{other}/")
                there = files[beside].decode().replace(f"#{lost[1]}}}", f"⟦#{lost[1]}⟧}}", 1)
                yield {path: text.replace(lost[0], "", 1), beside: there}

    return edit


TURNED = {"normative": "informative", "informative": "normative"}


def _another_kind(code: str) -> Edit:
    """An annex of another status, a clause that became an annex in one version."""
    annex = r"^(id: )(.*)\n((?:.*\n)*?obligation: )(\w+)$"
    clause = (r"^(id: )(.*)\nkind: clause$", r"\1⟦\2⟧\nkind: annex\nobligation: informative")

    def turned(match: re.Match[str]) -> str:
        return f"{match[1]}⟦{match[2]}⟧\n{match[3]}{TURNED[match[4]]}"

    def edit(files: Files) -> Iterator[Change]:
        for path in found(files, rf"^{HOME}/{code}/[A-Z]-"):
            yield {path: re.sub(annex, turned, files[path].decode(), count=1, flags=re.M)}
        for path in found(files, rf"^{HOME}/{code}/(?:04|10)-"):
            yield {path: re.sub(*clause, files[path].decode(), count=1, flags=re.M)}

    return edit


def _moved(code: str) -> Edit:
    """Two subclauses, or two files, change places in one version."""

    def edit(files: Files) -> Iterator[Change]:
        for path in found(files, rf"^{HOME}/{code}/(?:0[4-9]|1\d|[A-Z])-"):
            text = files[path].decode()
            at = body(text)
            head, *parts = re.split(r"(?m)^(?=## )", text[at:])
            if len(parts) > 2 and "[^" not in text:
                parts[0], parts[1] = parts[1].rstrip() + "\n\n", parts[0]
                parts[0] = re.sub(r"\{#([\w-]+)\}", r"{⟦#\1⟧}", parts[0], count=1)
                yield {path: text[:at] + head + "".join(parts)}
        for old, new in (
            ("22-customer-journey", "19-customer-journey"),
            ("14-service-culture", "11-service-culture"),
        ):
            path = f"{HOME}/{code}/03-terms/{old}.md"
            marked = re.sub(NAMED, r"\1⟦\2⟧", files[path].decode(), count=1, flags=re.M)
            yield {path: None, path.replace(old, new): marked}

    return edit


def _fewer(code: str) -> Edit:
    """A principle taken out of one version only."""

    def edit(files: Files) -> Iterator[Change]:
        for path in found(files, rf"^{HOME}/{code}/(?:0[4-9]|1\d|[A-Z])-"):
            text = files[path].decode()
            less = re.sub(r"^(principles): \[[\w-]+, ", r"⟦\1⟧: [", text, count=1, flags=re.M)
            if less != text:
                yield {path: less}

    return edit


def _untranslated(code: str, other: str) -> Edit:
    def edit(files: Files) -> Iterator[Change]:
        for path in found(files, rf"^docs/principles/{code}/"):
            beside = path.replace(f"/{code}/", f"/{other}/")
            text = files[beside].decode()
            yield {path: None, beside: re.sub(NAMED, r"\1⟦\2⟧", text, count=1, flags=re.M)}

    return edit


def parities() -> Iterator[Fault]:
    for code, (_, first) in SIDES.items():
        for rule, edit in (
            ("different-formula", _formula(code)),
            ("different-terms", _unlinked(code)),
        ):
            also = (
                "trace",
                "formulae",
                "parity/different-numbers",
                "parity/different-references",
                "terms",
            )
            near = rule == "different-terms"
            yield Fault(
                f"parity/{rule}", code, edit=edit, also=also, near=near, text="both", setting=first
            )


def _formula(code: str) -> Edit:
    """A sign or a figure of a formula that was typed again."""

    def edit(files: Files) -> Iterator[Change]:
        for path in found(files, rf"^{HOME}/{code}/(?:0[4-9]|1\d|[A-Z])-"):
            text = files[path].decode()
            for old in re.findall(r"^\$\$ .* \$\$", text, re.M):
                for one, another in (
                    (" - ", " + "),
                    (" = ", " = 2 "),
                    ("\\times 100", "\\times 10"),
                    ("1{,}96", "1{,}69"),
                ):
                    if one in old:
                        yield {path: text.replace(old, f"⟦{old.replace(one, another, 1)}⟧", 1)}

    return edit


def _unlinked(code: str) -> Edit:
    """A link to a term that was not carried over."""

    def edit(files: Files) -> Iterator[Change]:
        for path in found(files, rf"^{HOME}/{code}/(?:0[4-9]|1\d)-"):
            text = files[path].decode()
            for link in list(re.finditer(r"\[([^\]^]+)\]\(@[\w-]+\)", text))[:2]:
                yield {path: f"{text[: link.start()]}⟦{link[1]}⟧{text[link.end() :]}"}

    return edit


def reviews() -> Iterator[Fault]:
    """A principle or a source text that changes after its clause or translation was looked at."""
    text = "both"
    for code in ("en", "fr"):
        yield Fault(
            "trace/suspect-link",
            code,
            edit=_reworded(code, HOME, code),
            also=("languages",),
            text=text,
        )
        yield Fault(
            "trace/never-reviewed", code, edit=_unseen(code, HOME), also=("languages",), text=text
        )
    german = "clauses/fahrradwerkstatt"
    yield Fault("trace/suspect-link", "de", edit=_reworded("de", german, "de"))
    yield Fault("trace/never-reviewed", "de", edit=_unseen("de", german))
    yield Fault(
        "trace/outdated-translation",
        "fr",
        edit=_revised("fr", "en"),
        also=("parity", "wording"),
        text=text,
    )


def _naming(text: str, name: str) -> str:
    """The front matter of a clause with a mark at a principle that it names."""
    at = body(text)
    return re.sub(rf"(?<=[\[ ]){name}(?=[\],\n])", r"⟦\g<0>⟧", text[:at], count=1) + text[at:]


def _reworded(code: str, home: str, language: str) -> Edit:
    """The statement of a principle is reworded, and all clauses that name it stay as they are."""

    def edit(files: Files) -> Iterator[Change]:
        for path in found(files, rf"^docs/principles/{language}/"):
            text = files[path].decode()
            name = re.search("^id: (.*)$", text, re.M)[1]
            at = body(text)
            change: dict[str, str | None] = {
                path: text[:at] + re.sub(r"\.\n", " (2024).\n", text[at:], count=1)
            }
            for clause in found(files, rf"^{home}/{code}/.*\.md$"):
                own = files[clause].decode()
                marked = _naming(own, name)
                if marked != own and re.search(r"^principles:", own[: body(own)], re.M):
                    change[clause] = marked
            yield change

    return edit


def _unseen(code: str, home: str) -> Edit:
    """A clause names one principle more, and nobody has reviewed it since."""

    def edit(files: Files) -> Iterator[Change]:
        names = [
            re.search("^id: (.*)$", files[p].decode(), re.M)[1]
            for p in found(files, rf"^docs/principles/{code}/")
        ]
        for path in found(files, rf"^{home}/{code}/(?:0[4-9]|1\d|[A-Z])-"):
            text = files[path].decode()
            other = next((name for name in names if name not in text[: body(text)]), None)
            if other and re.search(r"^principles: \[", text, re.M):
                yield {
                    path: re.sub(r"^(principles: \[)", rf"\1⟦{other}⟧, ", text, count=1, flags=re.M)
                }

    return edit


def _revised(code: str, other: str) -> Edit:
    """A sentence more in the reference language, which nobody has translated."""

    def edit(files: Files) -> Iterator[Change]:
        for path in found(files, rf"^{HOME}/{other}/(?:0[4-9]|1\d|[A-Z]|03-terms/)"):
            text = files[path].decode()
            at = body(text)
            more = re.sub(r"^([A-Za-z][^\n|<>{]*)$", r"\1 and more", text[at:], count=1, flags=re.M)
            beside = path.replace(f"/{other}/", f"/{code}/")
            there = re.sub(NAMED, r"\1⟦\2⟧", files[beside].decode(), count=1, flags=re.M)
            yield {path: text[:at] + more, beside: there}

    return edit
