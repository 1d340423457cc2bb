"""A figure has a title, and says in words what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.quantities import UNIT
from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Part, Subject
from clausier.check.wording import Wording, met, wording
from clausier.model.block import Figure
from clausier.source.diagnostic import Severity, say


def _figures(subject: Subject) -> Iterator[tuple[Part, Figure]]:
    for part in subject.parts:
        for block in part.contents.blocks if part.version else ():
            if isinstance(block, Figure):
                yield part, block


@rule(Severity.WARNING, dp2("28.2"), catalogue=("FIG-02",), alone=True)
def no_title(subject: Subject) -> Iterator[Finding]:
    """A figure has no title.

    Readers find a figure by its number and its title, in the text and in lists. Write a few words:
    `![The loop of listening](images/loop.svg)`.
    """
    for _, figure in _figures(subject):
        if not figure.title:
            yield Finding(
                figure.span.first(60),
                say("a figure without a title"),
                say("write its title in the square brackets, or after `!!! figure`"),
            )


@rule(Severity.WARNING, dp2("28.1"), catalogue=("FIG-07",), alone=True)
def no_alternative(subject: Subject) -> Iterator[Finding]:
    """A picture says nothing to those who cannot see it.

    Someone who listens to the text, or whose connection shows no images, hears only the title.
    Describe what the picture shows: `{#fig-loop alt="Four steps in a circle"}`.
    """
    for _, figure in _figures(subject):
        for picture in figure.pictures:
            if picture.path and not picture.alternative.strip():
                yield Finding(
                    picture.path_span,
                    say("the picture `{0}` is not described", picture.path),
                    say("say in `alt` what it shows"),
                )


_IN_PARTS = (
    rf"(?P<number>\d+\.\d+|\d+-\d+)(?![\w:/-]|[.,]\d|[ \u00a0]?{UNIT}"
    r"|\s+(?!(?:of|du|in)\s+(?:this|présent|dies))(?:(?:of|in|from|to|dans|aus)\s+(?:the\b|an?\b|l[ae]\b"
    r"|l['’]|de[rnms]\b|[A-Z@])|de\s+(?:la\b|l['’]|[A-Z@])|du\b|des\s+(?!deux\b)|der\b|von\s+[A-Z]{2}))"
)
_LABELS: dict[str, Wording] = {
    "en": wording(
        "ig. igure able",
        rf"\b(?:Fig(?:ures?|s?\.)|(?<![Tt]he )figures?|figs?\.|[Tt]ables?)[ \u00a0]{_IN_PARTS}",
    ),
    "fr": wording(
        "ig. igure ableau", rf"\b(?:[Ff]ig(?:ures?|\.)|[Tt]ableaux?)[ \u00a0]{_IN_PARTS}"
    ),
    "de": wording(
        "Bild Abb abelle",
        rf"\b(?:Bild(?:e?r?n?)|Abb(?:ildung(?:en)?|\.)|Tabellen?)[ \u00a0]{_IN_PARTS}",
    ),
}
_ANOTHERS = re.compile(r"(?::\d{4}|\)|\b[A-Z]{2,}[ \u00a0/][^;]{0,30}),?\s*\Z")


@rule(Severity.WARNING, dp2("28.3.1"), catalogue=("FIG-04", "TAB-04"), alone=True)
def number_in_parts(subject: Subject) -> Iterator[Finding]:
    """The number of a figure or table has two parts.

    Figures and tables are counted through the document, and not within its clauses: no label that
    is printed has such a number, so it leads nowhere. Write `@id`.
    """
    for one in met(subject, _LABELS):
        start = one.match.start()
        if not _ANOTHERS.search(one.sentence.text[max(0, start - 50) : start]):
            yield Finding(
                one.span(),
                say("no label has the number `{0}`", one.match["number"]),
                say("write `@id`"),
            )


@rule(Severity.WARNING, dp2("28.3.2"), catalogue=("FIG-04",), alone=True)
def untitled_subfigure(subject: Subject) -> Iterator[Finding]:
    """One subfigure has no title while another has.

    Subfigures of one figure all have titles, or none. Give this one a title.
    """
    for _, figure in _figures(subject):
        titled = [picture for picture in figure.pictures if picture.title]
        if len(figure.pictures) > 1 and titled and len(titled) < len(figure.pictures):
            for picture in figure.pictures:
                if not picture.title:
                    yield Finding(
                        picture.path_span,
                        say("the subfigure `{0}` has no title, others have", picture.path),
                        say("write its title in the square brackets"),
                    )
