"""Every path on which a case reaches someone asks the consents that it needs (F4-12 to F4-16, Q31)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.builders.clinics.consents import personal_consent
from tests.functions.claims.consenting.paths import PATHS, Case, Play, without

pytestmark = pytest.mark.usefixtures("aws")
STATES = {
    "case": ("withdrawn", "expired"),
    "case or general": ("refused", "expired"),
    "clinic": ("withdrawn", "given"),
    "network-contact": ("refused", "withdrawn"),
}
"""States that are no yes; the consent to a clinic that is given here expired long ago."""


def refusals() -> Iterator[tuple[Play, str, str]]:
    """Yields each path with each consent that it needs, in each state that is no yes."""
    for play, needs in PATHS.items():
        for need in needs:
            for state in STATES[need]:
                yield play, need, state


@pytest.mark.parametrize("play", [*PATHS], ids=lambda play: play.__name__)
def test_a_path_is_open_with_the_consents_that_it_needs(play: Play) -> None:
    assert play(Case())()


@pytest.mark.parametrize("play, need, state", [*refusals()], ids=lambda each: getattr(each, "__name__", each))
def test_a_path_is_closed_without_a_consent_that_it_needs(play: Play, need: str, state: str) -> None:
    case = Case()
    reach = play(case)
    without(case, need, state)
    assert not reach()


def test_the_general_consent_lets_staff_read_where_that_of_the_case_does_not() -> None:
    from tests.functions.claims.consenting.paths import papers_read_by_staff

    case = Case()
    reach = papers_read_by_staff(case)
    without(case, "case", "withdrawn")
    assert not reach()
    assert personal_consent("general", True).status == 200
    assert reach()
    assert personal_consent("general", False).status == 200
    assert not reach()
