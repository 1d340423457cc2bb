"""`clausier explain`: why a rule is there, and what to write."""

from __future__ import annotations

import textwrap
from argparse import Namespace
from collections.abc import Iterator

from clausier.cli.as_text import quoted, told
from clausier.cli.faults import fault_named
from clausier.cli.voice import Voice
from clausier.language.examples import Example, example
from clausier.language.translate import fault_explanation, fault_title
from clausier.source.diagnostic import Fault


def run(options: Namespace, voice: Voice) -> int:
    """Print the page of one rule."""
    fault = fault_named(options.rule)
    voice.print(voice.painted(fault.id, "strong"))
    voice.print(fault_title(fault, voice.language))
    for paragraph in fault_explanation(fault, voice.language).split("\n\n"):
        if paragraph.strip():
            voice.print()
            voice.print(textwrap.fill(" ".join(paragraph.split()), 80))
    shown = example(fault.id, voice.language)
    if shown:
        voice.print()
        voice.print("\n".join(_example(shown, fault, voice)))
    voice.print()
    voice.print(voice.text("severity: {0}", voice.text(fault.severity.value)))
    if fault.from_stage:
        voice.print(voice.text("an error from stage {0} on", fault.from_stage))
    if fault.source:
        voice.print(voice.text("source: {0}", fault.source))
    if fault.fixable:
        voice.print(voice.text("mended by `clausier check --fix`"))
    voice.print(voice.text("to allow it once: `<!-- allow {0}: the reason -->`", fault.id))
    return 0


def _example(one: Example, fault: Fault, voice: Voice) -> Iterator[str]:
    colour = fault.severity.value
    yield voice.text("for example: {0}", voice.painted(one.message, "strong"))
    yield f"  --> {one.path}:{one.line}:{one.start + 1}"
    yield from quoted(one.text, one.line, (one.start + 1, one.end + 1), voice, colour)
    if one.help:
        yield from told(voice.text("help: {0}", one.help))
    if one.instead:
        yield from told(voice.text("`clausier check --fix` writes: {0}", one.instead))
