"""A standard stays out of law, contracts, conformity assessment and trade."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Part, Subject
from clausier.check.wording import met, wording
from clausier.language.words import words
from clausier.model.block import Footnote, Table
from clausier.model.inline import Text
from clausier.model.walk import blocks, inlines, own_inlines
from clausier.resolve.resolved import Type
from clausier.source.diagnostic import Severity, say
from clausier.source.place import Span

_KNOWN = (
    "Teflon", "Velcro", "Kevlar", "Nomex", "Plexiglas", "Perspex", "Lycra", "Viton", "Loctite",
    "Araldite", "Gore-Tex", "Styropor", "Styrofoam", "Tesafilm", "Sellotape", "Post-it", "Tipp-Ex",
    "Microsoft", "PowerPoint", "Photoshop", "WhatsApp", "Facebook", "Google",
)  # fmt: skip
"""Names that many take for words; their owners do not."""
_TRADE_NAME = wording(
    f"® ™ {' '.join(_KNOWN)}",
    r"(?P<name>[^\W\d_][\w-]{0,40})\s?[®™]"
    rf"|(?<!Mr\s)(?<!Ms\s)(?<!Mrs\s)(?<!Madame\s)(?<!Monsieur\s)(?<!Frau\s)(?<!Herr\s)"
    rf"\b(?P<known>{'|'.join(_KNOWN)})\b(?!\s?[®™])",
)


@rule(Severity.ERROR, dp2("4"), catalogue=("LEG-01",), alone=True)
def legal_duty(subject: Subject) -> Iterator[Finding]:
    """A requirement asks that laws or contracts be complied with.

    The law obliges without the standard, differs from country to country, and is assessed by
    others. Write what is technically asked, or tell in a note or the introduction that there is
    legislation.
    """
    for hit in subject.phrases.of("legal-duty"):
        if hit.obliges:
            yield Finding(
                hit.span,
                say("`{0}` asks for what the law or a contract asks for", hit.words),
                say("write what is asked itself, or take the sentence out"),
            )


@rule(Severity.WARNING, dp2("4"), catalogue=("LEG-02",), alone=True)
def contractual_content(subject: Subject) -> Iterator[Finding]:
    """A provision speaks of guarantees, claims, liability or payment.

    These are settled in contracts. Take them out; what the product or service does can stay.
    """
    for hit in subject.phrases.of("contractual"):
        if hit.provision is not None and hit.provision.type is not Type.POSSIBILITY:
            yield Finding(
                hit.span,
                say("`{0}` is a matter of contracts", hit.words),
                say("take it out, or write what is asked of the product or service"),
            )


@rule(Severity.WARNING, dp2("5.5"), catalogue=("LEG-09",), alone=True)
def guarantee(subject: Subject) -> Iterator[Finding]:
    """A requirement asks that something be guaranteed.

    A guarantee is a promise of a contract, and cannot be verified. Write the result that is asked.
    """
    for hit in subject.phrases.of("guarantee"):
        if hit.obliges:
            yield Finding(
                hit.span,
                say("`{0}` asks for a promise, which cannot be verified", hit.words),
                say("write the result that is asked"),
            )


@rule(Severity.ERROR, dp2("31"), catalogue=("LEG-03",))
def trade_mark_without_footnote(subject: Subject) -> Iterator[Finding]:
    """A trade name has no footnote that says why it is named.

    A product is described, not named. Where no description will do, a footnote at its first
    mention says that the information is given for the convenience of users and is no endorsement.
    """
    found = tuple(met(subject, dict.fromkeys(("en", "fr", "de"), _TRADE_NAME)))
    parts = subject.parts if found else ()
    explained = {span for part in parts if part.version for span in _explained(part)}
    seen: set[tuple[str, str, str]] = set()
    for one in found:
        version = one.version
        name = one.match["name"] or one.match["known"]
        key = (version.deliverable.id, version.standard.language, name.lower())
        called = any(one.sentence.block.holds(span) for span in explained)
        if key not in seen and not called:
            yield Finding(
                one.span(),
                say("`{0}` is a trade name", one.match.group()),
                say("describe the product, or add the footnote on trade names"),
            )
        seen.add(key)


def _explained(part: Part) -> Iterator[Span]:
    """The places that call a footnote on trade names."""
    telling = words(part.language).sets.get("disclaimer", frozenset())
    framed = [
        footnote
        for block in part.contents.blocks
        if isinstance(block, Table)
        for footnote in block.legend.footnotes
    ]
    labels = {note.label for note in (*part.footnotes, *framed) if telling & _words(note)}
    yield from (mark.span for mark in part.contents.footnote_marks if mark.label in labels)


def _words(footnote: Footnote) -> frozenset[str]:
    texts = (
        inline.value
        for block in blocks(footnote.blocks)
        for run in own_inlines(block)
        for inline in inlines(run)
        if isinstance(inline, Text)
    )
    return frozenset(" ".join(texts).lower().replace(",", " ").replace(".", " ").split())


@rule(Severity.ERROR, dp2("33.1"), catalogue=("LEG-05",), alone=True)
def third_party_assessment(subject: Subject) -> Iterator[Finding]:
    """A requirement says by whom conformity is to be assessed.

    A standard is used alike by suppliers, customers and independent bodies. Write what is asked,
    and leave open who assesses it.
    """
    for hit in subject.phrases.of("third-party"):
        if hit.obliges:
            yield Finding(
                hit.span,
                say("`{0}` says who assesses conformity", hit.words),
                say("write what is asked, and leave open who assesses it"),
            )


@rule(Severity.ERROR, dp2("33.2"), catalogue=("LEG-06",), alone=True)
def certification_content(subject: Subject) -> Iterator[Finding]:
    """A requirement asks for a certificate or a mark of conformity.

    Schemes of certification and their marks have documents of their own. Write what is asked of
    the product, the process or the service.
    """
    for hit in subject.phrases.of("certification"):
        if hit.obliges:
            yield Finding(
                hit.span,
                say("`{0}` belongs to a scheme of certification", hit.words),
                say("write what is asked of the product, process or service"),
            )


@rule(Severity.INFO, dp2("33"), languages=("en",), catalogue=("LEG-11",), alone=True)
def conformity_wording(subject: Subject) -> Iterator[Finding]:
    """A claim of conformity uses other words than `conform`.

    `Compliant` is said of laws, `certified` and `approved` of what others have assessed. Write
    `conforms to` and `conformity`.
    """
    for hit in subject.phrases.of("conformity-wording"):
        yield Finding(
            hit.span,
            say("`{0}` is not how conformity is claimed", hit.words),
            say("write `{0}`", hit.phrase.write),
        )
