"""A message within a message is said in the same language."""

from __future__ import annotations

from clausier.language.translate import said
from clausier.source.diagnostic import say


def test_a_value_that_is_a_message_is_translated() -> None:
    message = say("`{0}` here and `{1}` in `{2}`", say("nothing"), say("list of {0}", 3), "en")
    assert str(message) == "`nothing` here and `list of 3` in `en`"
    assert "`rien`" in said(message, "fr")
    assert "`liste de 3`" in said(message, "fr")
