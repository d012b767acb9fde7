"""Every route about a child's case asks the confirmed family, never the policy of the claim (F4-20)."""

from __future__ import annotations

from importlib import import_module

import pytest

from tests.builders.calls import ask, event, member
from tests.builders.claims import claim_of
from tests.builders.people.families import FATHER, MOTHER, STRANGER, TwoEmployers, answer

pytestmark = pytest.mark.usefixtures("aws")
READS = {
    "claims.claims": "/v1/claims/{claim}",
    "claims.facts": "/v1/claims/{claim}/explanation",
    "claims.consents": "/v1/claims/{claim}/consent",
    "claims.mandates": "/v1/claims/{claim}/mandates",
    "documents.documents": "/v1/claims/{claim}/documents",
    "guarantees.guarantees": "/v1/claims/{claim}/guarantees",
    "guarantees.extensions": "/v1/claims/{claim}/extensions",
    "refunds.refunds": "/v1/claims/{claim}/refunds",
    "benefits.benefits": "/v1/me/benefits?personId={child}",
    "bookings.bookings": "/v1/bookings?personId={child}",
    "bookings.waitlist": "/v1/waitlist?personId={child}",
    "claims.mandate_records": "/v1/me/mandates?personId={child}",
}


@pytest.mark.parametrize(("function", "path"), READS.items())
def test_both_confirmed_parents_read_and_a_proposed_one_does_not(function: str, path: str) -> None:
    handler = import_module(f"functions.{function}.handler").handler
    case = TwoEmployers(FATHER)
    claim_id = claim_of(member(MOTHER), personId=case.child)

    def statuses() -> list[int]:
        asked = path.format(claim=claim_id, child=case.child)
        every = (member(cpr) for cpr in (MOTHER, FATHER, STRANGER))
        return [ask(handler, event("GET", asked, by=by)).status for by in every]

    assert statuses() == [200, 404, 404]
    for cpr in (MOTHER, FATHER):
        answer(case.child, case.other, member(cpr))
    assert statuses() == [200, 200, 404]
