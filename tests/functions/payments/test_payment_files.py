"""Payment files as finance makes them: drafted by one person, released by another, and written once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from helsebro.ids import PayableId
from helsebro.money import Money
from helsebro.payments.payable import Payable
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.runs.dynamo_usual_amounts import DynamoUsualAmounts
from tests.builders.calls import member, staff
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
    DRAFTS,
    RELEASES,
    Owing,
    act,
    begin,
    cancel,
    content,
    drafted,
    follow,
    found,
    listed,
    owing,
    read,
    released,
)

FINANCE = staff("finance")
THEIRS = staff("finance", payer="gjensidige", sub="g-1", email="gerda@example.org")
NAMES = {"pain": "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"}


@pytest.fixture
def to(aws: dict[str, Any]) -> Owing:
    assert aws
    return owing()


def codes(answer: Any) -> dict[str, str]:
    return {fault["pointer"]: fault["code"] for fault in answer.body["errors"]}


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


def test_what_is_approved_is_drafted_with_its_sum_and_waits_for_a_second_person(to: Owing) -> None:
    owed = [to.owes(850), to.owes("1200.50")]
    file_id = drafted()
    whole = read(file_id).body
    assert (whole["state"], whole["payables"]) == ("drafted", 2)
    assert whole["total"] == cost("2050.50")
    assert whole["paidFrom"] == "••••6243"
    assert {line["payableId"] for line in whole["lines"]} == {each.payable_id for each in owed}
    assert {line["masked"] for line in whole["lines"]} == {"••••6243"}
    assert [(found(each).status, found(each).file_id) for each in owed] == [("drafted", file_id)] * 2
    assert [item["fileId"] for item in listed().body["items"]] == [file_id]
    assert listed("?state=released").body["items"] == []


def test_the_same_person_releases_nothing_under_no_login(to: Owing) -> None:
    to.owes()
    file_id = drafted()
    own_other_login = staff("finance", sub="f-9", email=" Birthe@Example.org")
    for by in (DRAFTS, own_other_login):
        refused = act(file_id, "release", by, version=2)
        assert (refused.status, refused.body["code"]) == (403, "payment-file-released-by-its-author")
    nameless = act(file_id, "release", staff("finance", sub="f-3", email=None), version=2)
    assert (nameless.status, nameless.body["code"]) == (403, "login-without-email")
    assert read(file_id).body["state"] == "drafted"
    assert act(file_id, "release", RELEASES, version=2).body["state"] == "released"


def test_a_login_without_an_address_drafts_nothing(to: Owing) -> None:
    to.owes()
    refused = begin(staff("finance", email=None))
    assert (refused.status, refused.body["code"]) == (403, "login-without-email")
    assert listed("?state=drafting").body["items"] == []


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


def test_a_file_that_was_sent_takes_its_payables_along(to: Owing) -> None:
    owed = to.owes()
    file_id = drafted()
    early = act(file_id, "sent", DRAFTS)
    assert (early.status, early.body["code"]) == (409, "file-not-ready")
    assert act(file_id, "release", version=2).status == 200
    follow("payment-file.released", file_id)
    sent = act(file_id, "sent", DRAFTS)
    assert (sent.status, sent.body["state"]) == (200, "sent")
    assert follow("payment-file.sent", file_id) == []
    assert found(owed).status == "sent"
    assert {line["state"] for line in read(file_id).body["lines"]} == {"sent"}
    again = act(file_id, "sent", DRAFTS)
    assert (again.status, again.body["code"]) == (409, "payment-file-not-released")


def test_a_file_that_is_called_off_gives_everything_back(to: Owing) -> None:
    owed = [to.owes(), to.owes(900)]
    file_id = drafted()
    assert (cancel(file_id).status, cancel(file_id).body["state"]) == (202, "cancelling")
    assert act(file_id, "release", version=3).body["code"] == "payment-file-not-drafted"
    for _ in range(2):
        assert follow("payment-file.withdrawn", file_id) == []
    assert (cancel(file_id).status, read(file_id).body["state"]) == (202, "cancelled")
    assert [(found(each).status, found(each).file_id) for each in owed] == [("approved", None)] * 2
    tables.commit([DynamoPayables().none_ordered(to.clinic_id)])
    assert len(read(drafted()).body["lines"]) == 2


def test_a_released_file_is_not_called_off(to: Owing) -> None:
    to.owes()
    refused = cancel(released())
    assert (refused.status, refused.body["code"]) == (409, "payment-file-not-drafted")


def test_a_release_names_the_version_that_was_read(to: Owing) -> None:
    to.owes()
    file_id = drafted()
    assert act(file_id, "release").status == 428
    assert act(file_id, "release", version=1).status == 412
    assert act(file_id, "release", version=2).status == 200


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
    rows = aws["dynamodb"].scan(TableName="cases")["Items"]
    [row] = [item for item in rows if item["sk"]["S"] == f"REFUND#{refund.refund_id}"]
    aws["dynamodb"].update_item(
        TableName="cases",
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


def test_a_file_without_a_payable_that_can_be_carried_is_cancelled(to: Owing) -> None:
    assert to.payer == "tryg"
    assert read(drafted()).body["state"] == "cancelled"


def test_what_no_file_carries_stays_approved_with_a_task_and_blocks_nothing(to: Owing) -> None:
    unknown = to.owes(pay_to=None)
    ended = to.owes(payee_id="pye_gone")
    paid = to.owes(100)
    whole = read(drafted()).body
    assert {line["payableId"]: line.get("why") for line in whole["lines"]} == {
        unknown.payable_id: "account-not-payable",
        ended.payable_id: "payee-not-in-force",
        paid.payable_id: None,
    }
    assert whole["payables"] == 1
    assert [found(each).status for each in (unknown, ended, paid)] == ["approved", "approved", "drafted"]
    assert len(tasks_in("payments", FINANCE).body["items"]) == 2
    [task, *_] = tasks_in("payments", FINANCE).body["items"]
    assert decide(task["taskId"], {"decision": "approve"}, by=FINANCE).status == 200


def test_only_what_is_asked_for_is_drafted(to: Owing) -> None:
    first, second, third = to.owes(1), to.owes(2), to.owes(3)
    assert len(read(drafted(payableIds=[second.payable_id])).body["lines"]) == 1
    assert read(drafted(dueBefore=first.due_on.isoformat())).body["state"] == "cancelled"
    assert len(read(drafted(currency="DKK")).body["lines"]) == 2
    assert {found(each).status for each in (first, second, third)} == {"drafted"}


def test_every_fault_is_named_at_once(to: Owing) -> None:
    taken, free = to.owes(), to.owes()
    drafted(payableIds=[taken.payable_id])
    asked = [taken.payable_id, "pay_gone", free.payable_id, free.payable_id]
    refused = begin(payableIds=asked, currency="NOK")
    assert refused.status == 422
    assert codes(refused) == {
        "/currency": "currency-not-the-payers",
        "/payableIds/0": "payable-not-approved",
        "/payableIds/1": "payable-unknown",
        "/payableIds/2": "payable-named-twice",
        "/payableIds/3": "payable-named-twice",
    }


def test_a_payer_without_an_account_is_told_what_to_do(aws: dict[str, Any]) -> None:
    assert aws
    owing(pays_from=False).owes()
    refused = begin()
    assert (refused.status, codes(refused)) == (422, {"": "paying-account-missing"})


def test_another_payers_file_is_not_found(to: Owing) -> None:
    to.owes()
    file_id = drafted()
    assert read(file_id, THEIRS).status == 404
    assert cancel(file_id, THEIRS).status == 404
    assert act(file_id, "release", THEIRS, version=2).status == 404
    assert act(file_id, "sent", THEIRS).status == 404
    assert content(file_id, THEIRS).status == 404
    assert listed(by=THEIRS).body["items"] == []


@pytest.mark.parametrize("by", [staff("caseworker"), staff("finance", payer=None), member()])
def test_only_finance_handles_payment_files(by: dict[str, Any]) -> None:
    assert listed(by=by).status == 403
    assert begin(by).status == 403


@pytest.mark.usefixtures("aws")
def test_an_unknown_state_is_a_fault() -> None:
    refused = listed("?state=open")
    assert (refused.status, refused.body["errors"][0]["code"]) == (400, "payment-file-state-unknown")


def test_what_is_odd_is_counted_and_shown_on_its_payment(to: Owing) -> None:
    assert to.payer == "tryg"
    usual = DynamoUsualAmounts()
    known = to.owes(1000)
    tables.commit(usual.paid(replace(known, amount=Money.of(400))))
    twins = [to.owes(300, claim_id=known.claim_id) for _ in range(2)]
    whole = read(drafted()).body
    odd = {line["payableId"]: set(line["odd"]) for line in whole["lines"]}
    assert odd == {
        known.payable_id: {"new-account", "twice-the-usual"},
        twins[0].payable_id: {"new-account", "same-amount-twice"},
        twins[1].payable_id: {"new-account", "same-amount-twice"},
    }
    assert whole["odd"] == {"new-account": 3, "twice-the-usual": 1, "same-amount-twice": 2}


def test_a_payable_is_in_one_file_however_often_its_events_come(to: Owing) -> None:
    owed = to.owes()
    first, second = (begin().body["fileId"] for _ in range(2))
    for _ in range(2):
        for file_id in (first, second):
            assert follow("payment-file.begun", file_id) == []
    assert [read(each).body["payables"] for each in (first, second)] == [1, 0]
    assert found(owed).file_id == first


def test_a_broken_run_is_a_message_that_comes_again(to: Owing) -> None:
    owed = to.owes()
    file_id = drafted()
    assert act(file_id, "release", version=2).status == 200
    item = tables.get(tables.settings.money_table, f"tryg#{owed.payable_id}", "PAYABLE")
    assert item
    tables.commit([Put(tables.settings.money_table, {**item, "invoiceId": "inv_gone"}, when=None)])
    assert len(follow("payment-file.released", file_id)) == 1
    assert PayableId(owed.payable_id) == owed.payable_id
