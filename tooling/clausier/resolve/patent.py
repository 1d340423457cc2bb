"""The statement on declared patents, the end of the introduction: DP2:2021, 13.3, Clause 30."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.language.language import Language
from clausier.model.workspace import Metadata
from clausier.resolve.document import in_language


def patent_statements(metadata: Metadata, language: Language) -> Iterator[str]:
    """What is said of each patent, and of those that nobody has declared."""
    words = language.boilerplate
    for patent in metadata.patents:
        subject = in_language(patent.subject, language.code, metadata.reference_language)
        yield words["patent-claim"].format(subject)
        yield words["patent-licence"]
        holder = ", ".join(filter(None, (patent.holder, patent.address)))
        yield words["patent-holder"].format(holder)
    if metadata.patents:
        yield words["patent-others"]
