"""Terminological entries, in the order of ISO/IEC Directives, Part 2, Clause 16."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.model.clause import Clause, Term, TermSource
from clausier.resolve.resolved import Version
from clausier.write.docx.blocks import blocks
from clausier.write.docx.draft import Draft, Setting
from clausier.write.docx.fields import shown_reference
from clausier.write.docx.inlines import runs
from clausier.write.docx.look import Look
from clausier.write.docx.markup import field


def grouped(version: Version, file: Clause, section: Clause) -> tuple[Term, ...]:
    """The terms that stand directly beneath `section` of the terms clause `file`."""
    wanted = None if section is file else section.id.value
    for group, terms in version.term_groups:
        if (group.id.value if group is not None and group is not file else None) == wanted:
            return terms
    return ()


def term_entry(draft: Draft, term: Term, deep: int) -> str:
    """A terminological entry; `deep` is the level of the heading above it."""
    notes = {note.label: note for note in term.footnotes}
    setting = replace(draft.body, footnotes=notes)
    made = [_number(draft, term, setting, deep)]
    made.append(_designation(draft, "Terms", term.preferred.value, setting))
    made += [_designation(draft, "AltTerms", one.value, setting) for one in term.admitted]
    for deprecated in term.deprecated:
        words = draft.language.labels["deprecated-term"].format(deprecated.value)
        made.append(_designation(draft, "DeprecatedTerms", words, setting))
    made.append(_definition(draft, term, setting))
    made += [blocks(draft, group, setting) for group in (term.other, term.examples, term.notes)]
    if term.source is not None:
        made.append(_source(draft, term.source, setting))
    return "".join(made)


def _number(draft: Draft, term: Term, setting: Setting, deep: int) -> str:
    """The number: that of the heading above it as a field, a dot, and a count of its own."""
    value = draft.facts.value(term.span)
    above, dot, count = value.rpartition(".")
    shown = draft.run(value)
    if dot:
        sequence = f"Term_{above.replace('.', '_')}"
        shown = field(f"STYLEREF {deep} \\s", draft.run(above)) + draft.run(dot)
        shown += field(f"SEQ {sequence} \\* ARABIC", draft.run(count))
    own = replace(setting, style="TermNum", marks=draft.names([term.span], [term.id.value]))
    return draft.paragraph(own, shown)


def _designation(draft: Draft, style: str, words: str, setting: Setting) -> str:
    return draft.paragraph(replace(setting, style=style), draft.run(words))


def _definition(draft: Draft, term: Term, setting: Setting) -> str:
    own = replace(setting, style="Definition")
    domain = draft.run(f"<{term.domain}> ") if term.domain else ""
    return draft.paragraph(own, domain + runs(draft, term.definition, own))


def _source(draft: Draft, source: TermSource, setting: Setting) -> str:
    labels = draft.language.labels
    template = labels["term-source-modified" if source.modified else "term-source"]
    before, _, rest = template.partition("{0}")
    between, _, after = rest.partition("{1}")
    shown = draft.run(before)
    name = f"{source.reference.value}#{source.clause}" if source.clause else source.reference.value
    shown += shown_reference(draft, source.reference.span, f"@{name}", Look())
    if source.modified:
        shown += draft.run(f"{between}{source.modified.rstrip('.')}")
    shown += draft.run(after if source.modified else between)
    return draft.paragraph(replace(setting, style="Source"), shown)
