"""`clausier explain`: why a rule is there, and what to write."""

from __future__ import annotations

import textwrap
from argparse import Namespace

from clausier.cli.faults import fault_named
from clausier.cli.voice import Voice
from clausier.language.translate import fault_explanation, fault_title


def run(options: Namespace, voice: Voice) -> int:
    """Print the page of one rule."""
    fault = fault_named(options.rule)
    voice.print(voice.painted(fault.id, "strong"))
    voice.print(fault_title(fault, voice.language))
    for paragraph in fault_explanation(fault, voice.language).split("\n\n"):
        if paragraph.strip():
            voice.print()
            voice.print(textwrap.fill(" ".join(paragraph.split()), 80))
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
