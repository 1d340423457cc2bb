"""`clausier rules`: every rule, for people and for programs."""

from __future__ import annotations

import json
from argparse import Namespace

from clausier.cli.voice import Voice
from clausier.language.language import LANGUAGES
from clausier.language.translate import fault_title
from clausier.pipeline import all_faults
from clausier.source.diagnostic import Fault


def run(options: Namespace, voice: Voice) -> int:
    """Print the list."""
    known = all_faults()
    if options.format == "json":
        rows = [_record(fault, voice.language) for fault in known]
        voice.print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    width = max(len(fault.id) for fault in known)
    for fault in known:
        severity = voice.painted(f"{voice.text(fault.severity.value):13}", fault.severity.value)
        mark = "*" if fault.fixable else " "
        title = fault_title(fault, voice.language)
        voice.print(f"{fault.id:{width}} {mark} {severity}  {title}")
    voice.print(voice.text("`clausier check --fix` mends what is marked `*`"))
    return 0


def _record(fault: Fault, language: str) -> dict[str, object]:
    return {
        "id": fault.id,
        "severity": fault.severity.value,
        "from_stage": fault.from_stage,
        "languages": list(fault.languages or LANGUAGES),
        "source": fault.source,
        "catalogue": list(fault.catalogue),
        "fixable": fault.fixable,
        "title": fault_title(fault, language),
    }
