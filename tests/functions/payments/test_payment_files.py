"""Payment files as finance makes them: drafted by one person, released by another, and written once."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders.calls import member, staff
from tests.builders.decisions import (
    cost,
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
    found,
    listed,
    owing,
    read,
    released,
)

THEIRS = staff("finance", payer="gjensidige", sub="g-1", email="gerda@example.org")


def codes(answer: Any) -> dict[str, str]:
    return {fault["pointer"]: fault["code"] for fault in answer.body["errors"]}


@pytest.fixture
def to(aws: dict[str, Any]) -> Owing:
    assert aws
    return owing()


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
    written = (" Birthe@Example.org", "birthe@example.org.", "birthe+x@example.org")
    for by in (DRAFTS, *(staff("finance", sub="f-9", email=each) for each in written)):
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
