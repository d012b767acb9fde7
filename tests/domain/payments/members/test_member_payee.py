from __future__ import annotations

from dataclasses import replace
from datetime import date

from helsebro.ids import AccountId, ClaimId, PayableId, PaymentFileId, PersonId
from helsebro.money import Money
from helsebro.payments.members.member_payee import MemberPayee
from helsebro.payments.payable import Payable

ANNA, ACCOUNT, FILE = PersonId("per_anna"), AccountId("acc_1"), PaymentFileId("pfl_1")
OWED = Payable(
    PayableId("pay_1"),
    "tryg",
    "refund",
    Money.of(450),
    date(2026, 3, 2),
    ClaimId("clm_1"),
    to_member=MemberPayee(ANNA),
)
DRAFTED = OWED.drafted_in(FILE, ACCOUNT)


def test_a_draft_names_the_account_that_it_pays() -> None:
    assert DRAFTED.to_member == MemberPayee(ANNA, ACCOUNT)


def test_what_is_taken_out_or_comes_back_goes_to_the_account_of_its_next_draft() -> None:
    assert DRAFTED.taken_out().to_member == MemberPayee(ANNA)
    assert replace(DRAFTED, status="returned").approved_again(None, None).to_member == MemberPayee(ANNA)


def test_what_a_clinic_is_owed_names_no_member() -> None:
    clinics = replace(OWED, to_member=None)
    assert clinics.drafted_in(FILE).to_member is None
