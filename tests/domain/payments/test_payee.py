from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helsebro.payments.payee import WAITING_PERIOD, ApprovedByItsAuthor, Payee, PayeeDecided
from tests.builders.clinics.payees import REGISTERED, payee

AUTHOR, OTHER = "per_signatory", "staff::s-1"
SOON = REGISTERED + timedelta(hours=1)


def new(**changes: Any) -> Payee:
    return payee(approved_at=None, approved_by=None, in_force_from=None, **changes)


def test_an_approved_account_waits_and_then_counts_by_time_alone() -> None:
    approved = new().approved(OTHER, SOON, by_network=True)
    last = SOON + WAITING_PERIOD - timedelta(seconds=1)
    assert (new().status_on(SOON), approved.status_on(last)) == ("registered", "waiting")
    assert approved.status_on(SOON + WAITING_PERIOD) == "in-force"
    assert not approved.is_in_force(last)


def test_who_is_paid_after_a_stolen_login_has_days_to_object() -> None:
    assert timedelta(days=3) <= WAITING_PERIOD


def test_its_author_does_not_approve_it() -> None:
    for by_network in (True, False):
        with pytest.raises(ApprovedByItsAuthor):
            new().approved(AUTHOR, SOON, by_network=by_network)
        with pytest.raises(ApprovedByItsAuthor):
            new(registered_by=OTHER, is_by_network=True).approved(OTHER, SOON, by_network=by_network)


def test_two_people_of_one_side_are_not_enough() -> None:
    by_staff = new(registered_by=OTHER, is_by_network=True)
    with pytest.raises(ApprovedByItsAuthor):
        by_staff.approved("staff::s-2", SOON, by_network=True)
    assert by_staff.approved(AUTHOR, SOON, by_network=False).approved_by == AUTHOR
    with pytest.raises(ApprovedByItsAuthor):
        new().approved("per_former_signatory", SOON, by_network=False)


@pytest.mark.parametrize(
    "decided",
    [
        new().approved(OTHER, SOON, by_network=True),
        new().rejected(SOON),
        new().ended(SOON),
        new().approved(OTHER, SOON, by_network=True).ended(SOON),
    ],
)
def test_an_account_is_approved_once(decided: Payee) -> None:
    with pytest.raises(PayeeDecided):
        decided.approved("staff::s-2", SOON, by_network=True)


def test_an_account_is_turned_down_until_it_counts() -> None:
    assert new().rejected(SOON).status_on(SOON) == "rejected"
    approved = new().approved(OTHER, SOON, by_network=True)
    assert approved.rejected(SOON).status_on(SOON + 2 * WAITING_PERIOD) == "rejected"
    with pytest.raises(PayeeDecided):
        approved.rejected(SOON + WAITING_PERIOD)


def test_an_ended_account_stays_as_it_is() -> None:
    ended, rejected = payee().ended(SOON), new().rejected(SOON)
    later = SOON + WAITING_PERIOD
    assert (ended.ended(later), rejected.ended(later)) == (ended, rejected)
    assert (ended.is_open, ended.is_in_force(later)) == (False, False)
