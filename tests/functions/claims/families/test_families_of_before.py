"""A family that was enrolled before custody was stored: the enrolment says who the guardian is (F4-20)."""

from __future__ import annotations

from importlib import import_module

import pytest

from helsebro_aws.dynamodb.tables import Delete, tables
from helsebro_aws.identity.keys import custody_key
from tests.builders.calls import ask, event, member
from tests.builders.policies import ANNA, BO, CARL, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
READS = {
    "bookings.bookings": "/v1/bookings?personId={child}",
    "bookings.waitlist": "/v1/waitlist?personId={child}",
    "claims.mandate_records": "/v1/me/mandates?role=giver&personId={child}",
}


@pytest.mark.parametrize(("function", "path"), READS.items())
def test_the_main_insured_parent_reads_what_is_of_the_child_and_a_colleague_does_not(
    function: str, path: str
) -> None:
    payer_of("tryg")
    policy_id = policy_of("tryg")
    child = insured_of(policy_id, cpr=CARL, relation="child", mainInsuredPersonId=insured_of(policy_id))
    tables.commit([Delete(tables.settings.cases_table, *custody_key(child))])
    handler = import_module(f"functions.{function}.handler").handler
    insured_of(policy_id, cpr=BO, name="Bo Holm")
    every = (member(cpr) for cpr in (ANNA, BO))
    asked = path.format(child=child)
    assert [ask(handler, event("GET", asked, by=by)).status for by in every] == [200, 404]
