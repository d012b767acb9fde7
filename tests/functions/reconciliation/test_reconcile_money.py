from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from functions.decisions.tasks.handler import handler as list_tasks
from functions.reconciliation.reconcile_money.handler import handler
from functions.reconciliation.reconciliations.handler import handler as read

from helsebro.ids import GuaranteeId
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.payments.ledger.ledger_entry import EntryCause, LedgerEntry
from helsebro.payments.ledger.payable_entries import approved as approved_entries
from helsebro.payments.ledger.payable_entries import invoiced, paid, released
from helsebro.reconciliation.reconciliation import Reconciliation
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.tables import Delete, Put, tables
from helsebro_aws.payments.ledger.dynamo_ledger import DynamoLedger
from helsebro_aws.payments.ledger.entries import entry_operations
from helsebro_aws.payments.ledger.keys import entry_key
from helsebro_aws.platform import clock
from helsebro_aws.reconciliation.comparison import Comparison
from helsebro_aws.reconciliation.dynamo_reconciliations import DynamoReconciliations
from tests.builders.benefits import guarantee_of
from tests.builders.calls import ask, event, staff
from tests.builders.decisions import approved, insured_anna, issue, seal_key
from tests.builders.payments.payment_stage import owing

pytestmark = pytest.mark.usefixtures("aws")
FINANCE = staff("finance")


class Context:
    """The context of a run that has so many pages of time."""

    def __init__(self, pages: int) -> None:
        self.left = pages

    def get_remaining_time_in_millis(self) -> int:
        self.left -= 1
        return 600_000 if self.left >= 0 else 0


@pytest.fixture
def guarantee_id(aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> GuaranteeId:
    """Issues a guarantee of three sessions."""
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", seal_key(aws["kms"]))
    insured_anna()
    return issue(*approved())


def tamper(guarantee_id: GuaranteeId, ore: int) -> LedgerEntry:
    """Changes the entry of what the guarantee granted, as no code does."""
    claim_id = guarantee_of(guarantee_id).claim_id
    [entry] = DynamoLedger().of_case(claim_id)
    table, key = tables.settings.money_table, entry_key(claim_id, entry.entry_id)
    item = tables.get(table, *key)
    assert item
    tables.commit([Put(table, {**item, "ore": ore}, when=None)])
    return entry


def reports(language: str = "da", by: dict[str, Any] = FINANCE) -> Any:
    asked = event("GET", "/v1/reconciliations", by=by, headers={"accept-language": language})
    return ask(read, asked).body["items"]


def tasks() -> Any:
    return ask(list_tasks, event("GET", "/v1/tasks?queue=payments", by=FINANCE)).body["items"]


@pytest.mark.usefixtures("guarantee_id")
def test_a_ledger_that_agrees_is_reported_without_a_difference() -> None:
    assert handler({}, Context(9)) == {"finished": 1, "differences": 0}
    [report] = reports()
    assert (report["cases"], report["differences"], report["listed"]) == (1, 0, [])
    assert report["endedAt"]
    assert tasks() == []


def test_a_changed_entry_is_a_difference_a_task_and_a_count(
    guarantee_id: GuaranteeId, capsys: pytest.CaptureFixture[str]
) -> None:
    tamper(guarantee_id, 1)
    assert handler({}, Context(9)) == {"finished": 1, "differences": 1}
    [report] = reports("en")
    [difference] = report["listed"]
    assert (difference["kind"], difference["about"]) == ("granted-differs", guarantee_id)
    assert difference["found"] == {"amount": "0.01", "currency": "DKK"}
    assert difference["text"] == "The granted amount is not what the guarantee promises."
    [task] = tasks()
    assert task["reason"] == "money-differs"
    assert task["subject"]["claimId"] == guarantee_of(guarantee_id).claim_id
    assert '"MoneyDifferences":1' in capsys.readouterr().out


def test_a_payment_whose_amount_is_not_the_booked_one_is_a_difference(guarantee_id: GuaranteeId) -> None:
    claim_id = guarantee_of(guarantee_id).claim_id
    payable = owing().owes(400, kind="refund", claim_id=claim_id, invoice_id=None)
    cause = EntryCause(payable.payable_id, claim_id, clock.now())
    booked = approved_entries(replace(payable, amount=Money.of(300)), cause)
    tables.commit(entry_operations(booked))
    found = handler({"byHand": True}, Context(9))["differences"]
    assert ("payable-differs", payable.payable_id) in [(each["kind"], each["about"]) for each in found]


@pytest.mark.usefixtures("guarantee_id")
def test_a_run_that_has_no_time_left_is_gone_on_with() -> None:
    assert handler({}, Context(0)) == {"finished": 0, "differences": 0}
    assert handler({}, Context(9))["finished"] == 1


def test_a_finished_day_is_not_compared_again_and_opens_no_second_task(guarantee_id: GuaranteeId) -> None:
    tamper(guarantee_id, 1)
    handler({}, Context(9))
    assert handler({}, Context(9)) == {"finished": 0, "differences": 0}
    assert len(tasks()) == len(reports()) == 1


def test_an_operator_sees_the_differences_at_any_time_and_nothing_is_stored(
    guarantee_id: GuaranteeId,
) -> None:
    tamper(guarantee_id, 1)
    report = handler({"byHand": True}, Context(9))
    assert (report["cases"], [each["about"] for each in report["differences"]]) == (1, [guarantee_id])
    assert "payer" not in report
    assert (reports(), tasks()) == ([], [])


@pytest.mark.usefixtures("guarantee_id")
def test_an_operators_comparison_goes_on_from_where_time_ran_out() -> None:
    begun = handler({"byHand": True}, Context(0))
    assert (begun["cases"], begun["payer"]) == (0, "tryg")
    assert handler({"byHand": True, "payer": begun["payer"]}, Context(9))["cases"] == 1


def test_an_operator_opens_the_ledger_of_an_older_guarantee_once(guarantee_id: GuaranteeId) -> None:
    claim_id = guarantee_of(guarantee_id).claim_id
    [entry] = DynamoLedger().of_case(claim_id)
    tables.commit([Delete(tables.settings.money_table, *entry_key(claim_id, entry.entry_id))])
    [found] = handler({"byHand": True}, Context(9))["differences"]
    assert found["kind"] == "cause-without-entry"
    opened = [handler({"byHand": True, "open": True}, Context(9))["opened"] for _ in range(2)]
    assert opened == [1, 0]
    [again] = DynamoLedger().of_case(claim_id)
    assert (again.entry_id, again.ore) == (entry.entry_id, entry.ore)
    assert handler({"byHand": True}, Context(9))["differences"] == []


def overpaid(guarantee_id: GuaranteeId) -> tuple[str, str]:
    """Pays a clinic once more than was approved, as no code does; returns the clinic and the policy."""
    known = guarantee_of(guarantee_id)
    payable = owing().owes(400, claim_id=known.claim_id, status="paid")
    assert payable.invoice_id
    assert payable.clinic_id
    cause = EntryCause(payable.invoice_id, known.claim_id, clock.now(), guarantee_id=guarantee_id)
    file = replace(cause, cause_id="pfl_a", guarantee_id=None)
    steps = (*invoiced(payable, cause), *released(payable, file), *paid(payable, file))
    tables.commit(entry_operations(steps))
    table, key = tables.settings.money_table, entry_key(known.claim_id, steps[-1].entry_id)
    item = tables.get(table, *key)
    assert item
    tables.commit([Put(table, {**item, "ore": 80_001}, when=None)])
    return payable.clinic_id, DynamoClaims().find(known.claim_id).policy_id


def test_more_paid_to_a_clinic_than_approved_is_told_of_the_clinic_and_of_the_policy(
    guarantee_id: GuaranteeId, capsys: pytest.CaptureFixture[str]
) -> None:
    clinic_id, policy_id = overpaid(guarantee_id)
    found = handler({}, Context(9))["differences"]
    [report] = reports("en")
    of_sums = {each["about"]: each for each in report["listed"] if each["kind"].endswith("-below-paid")}
    assert set(of_sums) == {clinic_id, policy_id}
    of_clinic = of_sums[clinic_id]
    assert (of_clinic["expected"]["amount"], of_clinic["found"]["amount"]) == ("800.01", "400.00")
    assert of_clinic["text"].startswith("The clinic was paid more in all than was approved for it.")
    assert {each["claimId"] for each in of_sums.values()} == {guarantee_of(guarantee_id).claim_id}
    assert "sums" not in report
    assert {task["reason"] for task in tasks()} == {"money-differs"}
    assert f'"MoneyDifferences":{found}' in capsys.readouterr().out
    by_hand = handler({"byHand": True}, Context(9))["differences"]
    assert {each["about"] for each in by_hand} >= {clinic_id, policy_id}


def test_an_operators_comparison_adds_to_the_sums_that_it_is_given(guarantee_id: GuaranteeId) -> None:
    policy_id = DynamoClaims().find(guarantee_of(guarantee_id).claim_id).policy_id
    before = {"scope": "policy", "about": policy_id, "currency": "DKK", "claimId": "clm_a", "paid": 1}
    begun = {"byHand": True, "payer": "tryg", "sums": [before]}
    [found] = handler(begun, Context(9))["differences"]
    assert (found["kind"], found["about"], found["claimId"]) == (
        "policy-spent-below-paid",
        policy_id,
        "clm_a",
    )


@pytest.mark.usefixtures("guarantee_id")
def test_what_was_added_up_before_a_run_stopped_is_there_for_the_next(guarantee_id: GuaranteeId) -> None:
    assert guarantee_id
    page, stored = Comparison().page("tryg", None), DynamoReconciliations()
    assert page.sums
    begun = Reconciliation("tryg", local_day(clock.now()), clock.now(), None)
    after = begun.after(page.cases, (), "2026#further", clock.now(), page.sums)
    stored.advance(None, after)
    known = stored.known("tryg", after.day)
    assert known
    assert known.sums == page.sums
    assert known.after(0, (), None, clock.now(), known.sums).sums == ()
