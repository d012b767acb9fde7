from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from helsebro.money import Money
from helsebro.refunds.case_grants import CaseGrant, CaseGrants, PaidSession
from helsebro.refunds.used_since import used_since_faults
from tests.domain.refunds.test_refund import TUESDAY, billed

LAST = date(2026, 12, 31)


def grant(left: int) -> CaseGrant:
    return CaseGrant("chiropractic", date(2026, 1, 1), LAST, left)


@pytest.mark.parametrize(
    "grants, used",
    [
        (CaseGrants((grant(2),)), []),
        (CaseGrants((grant(1),)), [2]),
        (CaseGrants((grant(0),)), [1, 2]),
        (CaseGrants((grant(2),), (PaidSession("ref_other", "chiropractic", TUESDAY),)), [2]),
        (CaseGrants((grant(2),), (PaidSession("ref_other", "psychologist", TUESDAY),)), []),
        (CaseGrants(), [1, 2]),
    ],
)
def test_what_is_no_longer_left_is_named(grants: CaseGrants, used: list[int]) -> None:
    paid = [replace(treatment, approved=Money.of(100)) for treatment in billed(400, 300).treatments]
    faults = used_since_faults(replace(billed(400, 300), treatments=tuple(paid)), grants)
    assert [fault.facts["number"] for fault in faults] == used


def test_a_treatment_that_is_not_paid_uses_nothing() -> None:
    unpaid = [replace(treatment, approved=Money.of(0)) for treatment in billed(400, 300).treatments]
    assert used_since_faults(replace(billed(400), treatments=tuple(unpaid)), CaseGrants((grant(0),))) == []
