"""What all cases of a clinic, or of a policy, come to: no less granted than invoiced, or spent than paid."""

from __future__ import annotations

from dataclasses import replace

import pytest

from helsebro.ids import ClaimId, ClinicId, PolicyId
from helsebro.money import Money
from helsebro.payments.ledger import payable_entries
from helsebro.payments.ledger.ledger_entry import EntryKind
from helsebro.reconciliation.case_money import CaseMoney
from helsebro.reconciliation.scope_sum import MOST_SUMS, ScopeSum, added, differences_of, sums_of_case
from tests.builders.money.case_money import CLINIC, GUARANTEE, case, cause, payable

POLICY = PolicyId("pol_a")
PAID = payable(status="paid")
FILE = cause("pfl_a", None)


def paid_case() -> CaseMoney:
    """A case in which all agrees, whose invoice the bank has paid."""
    known = case(policy_id=POLICY)
    steps = (
        *payable_entries.released(payable(), FILE),
        *payable_entries.paid(payable(status="sent"), FILE),
    )
    return replace(known, entries=(*known.entries, *steps))


def tampered(kind: EntryKind, ore: int, clinic_id: ClinicId | None = CLINIC) -> CaseMoney:
    """The same case with another amount in its entries of a kind, as no code writes it."""
    known = paid_case()
    changed = (
        replace(each, ore=ore) if each.kind == kind and each.clinic_id == clinic_id else each
        for each in known.entries
    )
    return replace(known, entries=tuple(changed))


def test_a_case_in_which_all_agrees_adds_to_its_clinic_and_its_policy() -> None:
    clinic, policy = sums_of_case(paid_case())
    assert (clinic.scope, clinic.about, clinic.currency) == ("clinic", CLINIC, "DKK")
    assert (clinic.granted, clinic.invoiced, clinic.spent, clinic.paid) == (135_000, 45_000, 45_000, 45_000)
    assert (policy.scope, policy.about, policy.spent, policy.paid) == ("policy", POLICY, 90_000, 45_000)
    assert differences_of((clinic, policy)) == ()


@pytest.mark.parametrize(
    ("changed", "kinds"),
    [
        (
            tampered("granted", 100, GUARANTEE.clinic_id),
            {"clinic-granted-below-invoiced", "policy-granted-below-invoiced"},
        ),
        (tampered("paid", 45_001), {"clinic-spent-below-paid"}),
        (tampered("paid", 90_001), {"clinic-spent-below-paid", "policy-spent-below-paid"}),
    ],
    ids=["less granted than invoiced", "an øre more paid to a clinic", "more paid than spent"],
)
def test_an_entry_that_was_changed_shows_in_the_sums(changed: CaseMoney, kinds: set[str]) -> None:
    found = differences_of(sums_of_case(changed))
    assert {each.kind for each in found} == kinds
    assert {each.about for each in found} <= {CLINIC, POLICY}
    assert all(each.expected and each.found and each.expected > each.found for each in found)


def test_the_cases_of_a_clinic_are_added_and_the_worst_is_named() -> None:
    other = ClaimId("clm_other")
    sums = sums_of_case(paid_case())
    of_others = (replace(each, claim_id=other, paid=each.paid + 200_000, excess=155_000) for each in sums)
    both = added(sums, of_others)
    assert [each.granted for each in both] == [270_000, 270_000]
    assert {each.claim_id for each in differences_of(both)} == {other}


def test_what_one_case_leaves_does_not_hide_what_is_too_much_in_another_currency() -> None:
    danish = ScopeSum("clinic", CLINIC, "DKK", ClaimId("clm_a"), spent=100_000)
    norwegian = ScopeSum("clinic", CLINIC, "NOK", ClaimId("clm_b"), paid=1)
    [difference] = differences_of(added((danish,), (norwegian,)))
    assert (difference.claim_id, difference.expected) == ("clm_b", Money.of("0.01", "NOK"))


def test_a_guarantee_whose_price_is_open_is_never_exceeded() -> None:
    open_price = replace(GUARANTEE, fee=None)
    known = paid_case()
    entries = tuple(each for each in known.entries if each.kind != "granted")
    sums = sums_of_case(replace(known, guarantees=(open_price,), entries=entries))
    assert differences_of(sums) == ()


def test_no_more_sums_are_kept_than_an_item_holds() -> None:
    many = (
        ScopeSum("clinic", f"cli_{number}", "DKK", ClaimId("clm_a"), paid=1)
        for number in range(MOST_SUMS + 1)
    )
    assert len(added((), many)) == MOST_SUMS
