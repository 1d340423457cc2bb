"""What sentences are said to be."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.nearest import Nearest, did_you_mean
from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.resolve.resolved import Type
from clausier.source.diagnostic import Severity, say


@rule(Severity.ERROR, dp2("7.1"))
def unknown_type(subject: Subject) -> Iterator[Finding]:
    """A sentence is said to be a kind of provision that does not exist.

    The words between braces have no effect. Write one of `requirement`, `recommendation`,
    `permission`, `possibility`, `external` and `instruction`.
    """
    types = tuple(str(type) for type in Type)
    nearest = Nearest(types)
    for part in subject.parts:
        for mark in part.contents.marks:
            if mark.provision not in types:
                yield Finding(
                    mark.span,
                    say("no type of provision is called `{0}`", mark.provision),
                    did_you_mean(
                        nearest(mark.provision), say("write one of `{0}`", "`, `".join(types))
                    ),
                )
