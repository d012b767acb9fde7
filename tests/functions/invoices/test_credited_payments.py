"""Credit notes and new invoices for what was paid in vain: it came back from the bank, or was written off."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.ids import PaymentFileId
from helsebro.payments.ledger.balances import of_payable, sums_of
from helsebro.payments.ledger.chart import APPROVED, INVOICES, RETURNED
from helsebro.payments.payable import Payable
from helsebro.payments.runs.run_line import RunLine
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.invoices.paying.bank_tasks import BankTasks
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.ledger.dynamo_ledger import DynamoLedger
from helsebro_aws.platform import clock
from tests.builders.calls import staff
from tests.builders.decisions import tasks_in
from tests.builders.invoice_stage import Stage, staged
from tests.builders.payments.judged_invoices import judged, owed, read

FINANCE = staff("finance", payer="nordlys")
ENGLISH = {"accept_language": "en"}


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()


def about_payments() -> list[Any]:
    return list(tasks_in("payments", FINANCE).body["items"])


def came_back(stage: Stage) -> Payable:
    """Stores that the bank has sent back what was accepted, and returns the payable."""
    assert judged(stage, stage.invoice())["status"] == "accepted"
    [shown] = owed()
    before = DynamoPayables().find("nordlys", shown["payableId"])
    after = replace(before, status="returned", file_id=PaymentFileId("pfl_1"))
    line = RunLine(
        PaymentFileId("pfl_1"), after.payable_id, "invoice", after.amount, after.due_on, after.claim_id
    )
    task, opened = BankTasks().of_returned(after, line, clock.now())
    tables.commit([DynamoPayables().replacement(before, after), *task], events=opened)
    return after


def test_a_credit_note_ends_a_payment_that_came_back_with_the_task_about_it(stage: Stage) -> None:
    payable, (first, second) = came_back(stage), stage.sessions
    [again] = judged(stage, stage.invoice(number="2026-1002", sessions=(second,)), **ENGLISH)["findings"]
    assert (again["rule"], "credit note" in again["message"]) == ("HB-05", True)
    part = judged(stage, stage.invoice(number="K-1", credits="2026-1001", sessions=(second,)))
    assert (part["status"], part["findings"]) == ("accepted", [])
    assert [each["amount"]["amount"] for each in owed(status="returned")] == ["950.00"]
    assert [task["reason"] for task in about_payments()] == ["payment-returned"]
    rest = judged(stage, stage.invoice(number="K-2", credits="2026-1001", sessions=(first,)))
    assert (rest["status"], about_payments()) == ("accepted", [])
    [ended] = owed(status="credited")
    shown = [ended[name]["amount"] for name in ("owed", "credited", "amount")]
    assert (shown, "writtenOff" in ended) == (["1800.00", "1800.00", "0.00"], False)
    sums = sums_of(of_payable(DynamoLedger().of_case(payable.claim_id), payable.payable_id))
    # What came back is taken from there, and not from what waits for a file.
    assert (sums["DKK", RETURNED], sums["DKK", APPROVED], sums["DKK", INVOICES]) == (-1800_00, 1800_00, 0)
    assert judged(stage, stage.invoice(number="2026-1003"))["status"] == "accepted"


def test_after_a_write_off_the_clinic_reads_that_it_is_paid_no_more(stage: Stage) -> None:
    returned = came_back(stage)
    tables.commit([DynamoPayables().replacement(returned, returned.written_off())])
    anew = judged(stage, stage.invoice(number="2026-1002"), **ENGLISH)
    note = judged(stage, stage.invoice(number="K-1", credits="2026-1001"), **ENGLISH)
    assert [each["rule"] for each in (*anew["findings"], *note["findings"])] == ["HB-05", "HB-05", "HB-56"]
    for finding in (*anew["findings"], *note["findings"]):
        assert "decided not to pay" in finding["message"]
    [off] = owed(status="credited")
    assert (off["writtenOff"], "owed" in off) == (off["amount"], False)
    assert read(stage, str(returned.invoice_id))["payable"]["writtenOff"]["amount"] == "1800.00"
