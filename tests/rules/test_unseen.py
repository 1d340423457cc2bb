"""A share of the sentences that the rules had not seen: what was found once stays found."""

from __future__ import annotations

from itertools import chain

from tests.bench.unseen import Example, sets, tallied

EVERY = 9


def share() -> tuple[Example, ...]:
    return tuple(chain.from_iterable(examples for _, examples in sets(())))[::EVERY]


def test_a_share_is_told_right() -> None:
    tally = tallied(share())
    assert tally.faulty > 200 and tally.innocent > 200
    assert (tally.found, tally.silent) == (tally.faulty, tally.innocent), tally.wrong


def test_what_is_not_found_and_what_is_said_in_vain_is_counted() -> None:
    missed = Example("VRB-02", "en", "clause", "People ⟦know⟧ this.")
    told = Example("VRB-02", "en", "clause", "Each visitor must sign the register.")
    tally = tallied((missed, told))
    assert (tally.faulty, tally.found, tally.innocent, tally.silent) == (1, 0, 1, 0)
    assert [line.split()[0] for line in tally.wrong] == ["missed", "told"]
