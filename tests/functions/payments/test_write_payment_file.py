"""A released payment file is written once, and names a member only inside it."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from helsebro.ids import PayableId
from helsebro.payments.payable import Payable
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from tests.builders.calls import staff
from tests.builders.claims import outbox_rows
from tests.builders.decisions import (
    claim_in_review,
    cost,
    decide,
    end_refund,
    insured_anna,
    refund_of,
    refund_task_of,
    tasks_in,
)
from tests.builders.payments.payment_stage import (
    Owing,
    act,
    content,
    drafted,
    follow,
    found,
    owing,
    read,
    released,
)

FINANCE = staff("finance")
NAMES = {"pain": "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"}


def refunded() -> Payable:
    """Returns the payable of a member's approved refund."""
    insured_anna()
    refund_id = refund_of(claim_in_review())
    task_id = refund_task_of(refund_id)
    amounts = [{"index": index, "amount": cost("450.00")} for index in (0, 1)]
    assert decide(task_id, {"decision": "approve", "approved": amounts}, by=FINANCE).status == 200
    end_refund(refund_id, task_id)
    [payable] = DynamoPayables().with_status("tryg", "approved", 10, None)[0]
    return payable


def file_in(aws: dict[str, Any], file_id: str) -> Any:
    with aws["s3"].get_object(Bucket="payment-files", Key=f"tryg/{file_id}.xml")["Body"] as body:
        return etree.fromstring(body.read())


@pytest.fixture
def to(aws: dict[str, Any]) -> Owing:
    assert aws
    return owing()


def test_a_released_file_is_written_once_and_can_be_fetched(to: Owing, aws: dict[str, Any]) -> None:
    owed = to.owes(850)
    file_id = drafted()
    assert content(file_id).body["code"] == "file-not-ready"
    assert act(file_id, "release", version=2).status == 200
    early = content(file_id)
    assert (early.status, early.body["code"]) == (409, "file-not-ready")
    for _ in range(2):
        assert follow("payment-file.released", file_id) == []
    document = file_in(aws, file_id)
    assert document.xpath("//pain:GrpHdr/pain:NbOfTxs/text()", namespaces=NAMES) == ["1"]
    assert document.xpath("//pain:GrpHdr/pain:CtrlSum/text()", namespaces=NAMES) == ["850.00"]
    assert len(aws["s3"].list_object_versions(Bucket="payment-files")["Versions"]) == 1
    assert found(owed).status == "released"
    link = content(file_id)
    assert (link.status, f"{file_id}.xml" in link.headers["location"]) == (303, True)
    assert len(outbox_rows(aws, "payment-file.written")) == 1


def test_a_members_refund_is_paid_to_the_account_that_only_the_file_shows(
    to: Owing, aws: dict[str, Any]
) -> None:
    owed = refunded()
    assert to.payer == owed.payer
    file_id = released()
    document = file_in(aws, file_id)
    assert document.xpath("//pain:CdtTrfTxInf/pain:Cdtr/pain:Nm/text()", namespaces=NAMES) == ["Anna Holm"]
    [number] = document.xpath("//pain:CdtrAcct/pain:Id/pain:Othr/pain:Id/text()", namespaces=NAMES)
    assert number.endswith("9876543210")
    shown = str(read(file_id).body)
    assert "9876543210" not in shown
    assert "Anna" not in shown
    stored = str(aws["dynamodb"].scan(TableName="money")["Items"])
    assert "9876543210" not in stored
    assert "Anna" not in stored


def test_a_refund_whose_account_no_file_carries_leaves_a_released_file_with_a_task(
    to: Owing, aws: dict[str, Any]
) -> None:
    refund = refunded()
    paid = to.owes(100)
    file_id = drafted()
    assert refund.refund_id
    rows = aws["dynamodb"].scan(TableName="money")["Items"]
    [row] = [item for item in rows if item["sk"]["S"].startswith("ACCOUNT#")]
    aws["dynamodb"].update_item(
        TableName="money",
        Key={"pk": row["pk"], "sk": row["sk"]},
        UpdateExpression="SET sealedPayTo = :altered",
        ExpressionAttributeValues={":altered": {"S": "altered"}},
    )
    assert act(file_id, "release", version=2).status == 200
    assert follow("payment-file.released", file_id) == []
    whole = read(file_id).body
    assert (whole["payables"], whole["total"]) == (1, cost("100.00"))
    states = {line["payableId"]: (line["state"], line.get("why")) for line in whole["lines"]}
    assert states == {
        paid.payable_id: ("released", None),
        refund.payable_id: ("left-out", "account-unreadable"),
    }
    assert (found(refund).status, found(paid).status) == ("approved", "released")
    [task] = tasks_in("payments", FINANCE).body["items"]
    assert (task["reason"], task["subject"]) == (
        "payment-left-out",
        {"payableId": refund.payable_id, "fileId": file_id},
    )
    # The next file takes the payable, which ends the task, and opens another that names it.
    again = drafted()
    assert act(again, "release", version=2).status == 200
    assert follow("payment-file.released", again) == []
    [task] = tasks_in("payments", FINANCE).body["items"]
    assert task["subject"] == {"payableId": refund.payable_id, "fileId": again}


def test_a_broken_run_is_a_message_that_comes_again(to: Owing) -> None:
    owed = to.owes()
    file_id = drafted()
    assert act(file_id, "release", version=2).status == 200
    item = tables.get(tables.settings.money_table, f"tryg#{owed.payable_id}", "PAYABLE")
    assert item
    tables.commit([Put(tables.settings.money_table, {**item, "invoiceId": "inv_gone"}, when=None)])
    assert len(follow("payment-file.released", file_id)) == 1
    assert PayableId(owed.payable_id) == owed.payable_id
