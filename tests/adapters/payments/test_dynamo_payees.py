from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from functions.network.payees.handler import handler

from helsebro.errors import Conflict
from helsebro.ids import ClinicId, PayeeId
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.identity import pseudonym
from helsebro_aws.payments.dynamo_payees import DynamoPayees, RegisterChanged
from helsebro_aws.platform import clock
from tests.builders.calls import Answered, ask, event, member
from tests.builders.clinics.payees import DANISH_ACCOUNT, FI_CREDITOR, payee, store_payees
from tests.builders.clinics.users import SIGNATORY
from tests.builders.network import staged
from tests.promises.atomic_dynamodb import atomic_transactions

pytestmark = pytest.mark.usefixtures("aws")
CLINIC = ClinicId("cli_nord")
AT_ONCE = 12


class Stale(Conflict):
    """What the caller of the check wants to hear."""


def test_a_payee_is_read_as_it_was_stored() -> None:
    payees, known = DynamoPayees(), payee(DANISH_ACCOUNT)
    empty = payees.of_clinic(CLINIC)
    payees.change(empty, empty.having(known), known, "registered", at=clock.now())
    assert payees.of_clinic(CLINIC).payees == (known,)
    assert payees.find(CLINIC, known.payee_id) == known
    assert payees.page(CLINIC, 10, None) == ([known], None)
    assert payees.of_clinic(ClinicId("cli_other")).payees == ()


def test_the_latest_payee_comes_first_and_pages_follow_each_other() -> None:
    store_payees(CLINIC)
    payees = DynamoPayees()
    first, cursor = payees.page(CLINIC, 2, None)
    rest, end = payees.page(CLINIC, 2, cursor)
    assert [each.payee_id for each in (*first, *rest)] == ["pye_2", "pye_1", "pye_0"]
    assert end is None


def test_a_change_on_top_of_what_has_changed_since_is_refused() -> None:
    payees = DynamoPayees()
    empty = payees.of_clinic(CLINIC)
    one, other = payee(FI_CREDITOR), payee(DANISH_ACCOUNT, payee_id=PayeeId("pye_other"))
    payees.change(empty, empty.having(one), one, "registered", at=clock.now())
    with pytest.raises(RegisterChanged):
        payees.change(empty, empty.having(other), other, "registered", at=clock.now())
    assert payees.of_clinic(CLINIC).payees == (one,)


def test_a_commit_on_what_has_changed_since_fails_with_the_callers_error() -> None:
    payees = DynamoPayees()
    empty = payees.of_clinic(CLINIC)
    tables.commit([payees.unchanged(CLINIC, empty, Stale())])
    store_payees(CLINIC)
    known = payees.of_clinic(CLINIC)
    tables.commit([payees.unchanged(CLINIC, known, Stale())])
    with pytest.raises(Stale):
        tables.commit([payees.unchanged(CLINIC, empty, Stale())])


def test_the_same_account_sent_many_times_at_once_is_registered_once() -> None:
    signs = pseudonym.person_id("DK", SIGNATORY)
    clinic_id = staged(clinic_changes={"signatory_id": signs}).clinic_id
    body = {"kind": "fi", "creditorNumber": "81234567"}

    def register(_: int) -> Answered:
        path = f"/v1/clinics/{clinic_id}/payees"
        return ask(handler, event("POST", path, by=member(SIGNATORY), body=body))

    with atomic_transactions(), ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(register, range(AT_ONCE)))
    statuses: list[Any] = sorted(answer.status for answer in answers)
    assert statuses == [201, *[409] * (AT_ONCE - 1)]
    assert len(DynamoPayees().of_clinic(clinic_id).payees) == 1
