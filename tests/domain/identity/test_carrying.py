"""Under whose policy claims of a child may fall, by who is confirmed (F4-20, R-301)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from helsebro.identity.carrying import carries
from helsebro.identity.custody import Custody
from helsebro.identity.guardian import Guardian
from helsebro.ids import PersonId, PolicyId, TaskId

CHILD, MOTHER, OTHER = PersonId("per_c"), PersonId("per_m"), PersonId("per_o")
AT = datetime(2026, 5, 1, 12, tzinfo=UTC)
OF_AGE = AT + timedelta(days=400)


def family() -> Custody:
    """A child of 14 in the mother's family, whom another payer has enrolled as the child of someone else."""
    begun = Custody(CHILD, date(2027, 3, 1), "DK").begun(Guardian(MOTHER, "tryg", AT, "first-family"))
    return begun.with_proposal(OTHER, "skade", PolicyId("pol_o"), TaskId("tsk_o"), AT)


@pytest.mark.parametrize(
    "now, at, expected",
    [
        (family(), AT, False),
        (family(), OF_AGE, True),
        (family().confirm(OTHER, "skade", AT), AT, True),
        (family().reject(OTHER, "skade", AT), AT, False),
        (family().reject(OTHER, "skade", AT), OF_AGE, False),
        (family().decline(OTHER, OTHER, AT), OF_AGE, False),
        (family().agree(OTHER, MOTHER, AT).agree(OTHER, OTHER, AT), AT, True),
    ],
    ids=["waits", "of age", "confirmed", "rejected", "rejected, of age", "withdrawn", "agreed"],
)
def test_an_enrolment_carries_claims_by_what_became_of_it(now: Custody, at: datetime, expected: bool) -> None:
    assert carries(now, OTHER, "skade", at) is expected
    assert carries(now, MOTHER, "tryg", at)


def test_who_is_confirmed_at_one_payer_carries_nothing_at_another() -> None:
    confirmed = family().confirm(OTHER, "skade", AT)
    assert not carries(confirmed, OTHER, "tryg", AT)
