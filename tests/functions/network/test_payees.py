"""A clinic's payees over HTTP: registered and approved by two people, in force after days, ended at once."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from functions.network.payees.handler import handler

from helsebro.ids import ClaimId, ClinicId, PayableId, PayeeId
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.payments.payable import Payable
from helsebro.payments.payee import WAITING_PERIOD
from helsebro.payments.payee_register import MOST_PAYEES
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.identity import pseudonym
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.dynamo_payees import DynamoPayees
from helsebro_aws.platform import clock
from tests.builders.calls import Answered, ask, event, member, signed, staff
from tests.builders.claims import outbox_rows
from tests.builders.clinics.users import SIGNATORY, STRANGER, TREATS, SignedIn, bind
from tests.builders.network import SECRET, Stage, clinics, staged

pytestmark = pytest.mark.usefixtures("aws")
NETWORK, COLLEAGUE = staff("network", payer=None, sub="s-1"), staff("network", payer=None, sub="s-2")
DANISH = {"kind": "account-dk", "registrationNumber": "0040", "accountNumber": "0440 116 243"}
AS_IBAN = {"kind": "iban", "iban": "DK50 0040 0440 1162 43"}
SLIP = {"kind": "fi", "creditorNumber": "81234567"}
NORWEGIAN = {"kind": "account-no", "accountNumber": "15032080003"}
SIGNS = member(SIGNATORY)


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return of_signatory()


def of_signatory() -> Stage:
    """Returns an active clinic that the signatory signed for."""
    return staged(clinic_changes={"signatory_id": pseudonym.person_id("DK", SIGNATORY)})


def path(stage: Stage, payee_id: str = "", act: str = "") -> str:
    return "/".join(filter(None, (f"/v1/clinics/{stage.clinic_id}/payees", payee_id, act)))


def register(stage: Stage, body: Any = DANISH, by: Any = None, **given: Any) -> Answered:
    return ask(handler, event("POST", path(stage), by=by or SIGNS, body=body, **given))


def decide(stage: Stage, payee_id: str, act: str = "approve", by: Any = None) -> Answered:
    return ask(handler, event("POST", path(stage, payee_id, act), by=by or NETWORK))


def end(stage: Stage, payee_id: str, by: Any = None) -> Answered:
    return ask(handler, event("DELETE", path(stage, payee_id), by=by or SIGNS))


def listed(stage: Stage, by: Any = None) -> list[dict[str, Any]]:
    answer = ask(handler, event("GET", path(stage), by=by or SIGNS))
    assert answer.status == 200, answer.body
    found: list[dict[str, Any]] = answer.body["items"]
    return found


def registered(stage: Stage, body: Any = DANISH, by: Any = None) -> str:
    answer = register(stage, body, by)
    assert answer.status == 201, answer.body
    return str(answer.body["payeeId"])


def in_force(stage: Stage, body: Any = DANISH) -> str:
    """Registers and approves an account, and lets the waiting period pass."""
    payee_id = registered(stage, body)
    assert decide(stage, payee_id).status == 200
    for key in ((stage.clinic_id, "PAYEES"), (stage.clinic_id, f"PAYEE#{payee_id}")):
        item = tables.get(tables.settings.money_table, *key)
        assert item
        rows = item.get("payees", [item])
        for row in rows:
            if row["payeeId"] == payee_id:
                row["inForceFrom"] = instant(clock.now() - timedelta(seconds=1))
        tables.commit([Put(tables.settings.money_table, item, when=None)])
    return payee_id


def order_a_payable(stage: Stage, payee_id: str) -> None:
    """Puts a payable of the clinic to an account in force into a payment file."""
    payable = Payable(
        PayableId("pay_1"),
        "tryg",
        "invoice",
        Money.of(850),
        local_day(clock.now()),
        ClaimId("clm_1"),
        clinic_id=ClinicId(stage.clinic_id),
        payee_id=PayeeId(payee_id),
    )
    tables.commit([DynamoPayables().creation(payable)])
    tables.commit(DynamoPayables().ordering(payable, clock.now()))


def test_an_account_counts_three_days_after_another_person_approved_it(stage: Stage) -> None:
    new = register(stage)
    assert (new.status, new.body["status"], new.body["accountNumber"]) == (201, "registered", "0440116243")
    approved = decide(stage, new.body["payeeId"])
    assert (approved.status, approved.body["status"]) == (200, "waiting")
    [known] = DynamoPayees().of_clinic(ClinicId(stage.clinic_id)).payees
    assert known.in_force_from == known.approved_at + WAITING_PERIOD  # type: ignore[operator]
    assert approved.body["inForceFrom"] == instant(known.in_force_from)
    assert not known.is_in_force(clock.now())
    assert [item["status"] for item in listed(stage)] == ["waiting"]


def test_its_author_does_not_approve_an_account(stage: Stage) -> None:
    payee_id = registered(stage, by=NETWORK)
    refused = decide(stage, payee_id, by=NETWORK)
    assert (refused.status, refused.body["code"]) == (403, "payee-approved-by-its-author")
    assert DynamoPayees().find(ClinicId(stage.clinic_id), payee_id).approved_at is None  # type: ignore[arg-type]
    assert decide(stage, payee_id, by=COLLEAGUE).status == 403
    assert decide(stage, payee_id, by=SIGNS).status == 200


def test_a_signatory_does_not_approve_what_a_signatory_registered(stage: Stage) -> None:
    payee_id = registered(stage)
    refused = decide(stage, payee_id, by=SIGNS)
    assert (refused.status, refused.body["code"]) == (403, "payee-approved-by-its-author")
    assert decide(stage, payee_id, by=member(STRANGER)).status == 404


@pytest.mark.parametrize(
    "body, faults",
    [
        (
            {"kind": "account-dk", "registrationNumber": "12", "iban": "x"},
            {
                ("/registrationNumber", "registration-number-malformed"),
                ("/accountNumber", "missing"),
                ("/iban", "payee-field-of-another-kind"),
            },
        ),
        ({"kind": "account-no", "accountNumber": "15032080004"}, {("/accountNumber", "account-check-digit")}),
        ({"kind": "iban", "iban": "DK5000400440116244"}, {("/iban", "iban-malformed")}),
        ({"kind": "fi", "creditorNumber": "812"}, {("/creditorNumber", "creditor-number-malformed")}),
    ],
)
def test_a_wrong_account_is_refused_with_every_fault(
    stage: Stage, body: Any, faults: set[tuple[str, str]]
) -> None:
    answer = register(stage, body)
    assert answer.status == 422
    assert {(error["pointer"], error["code"]) for error in answer.body["errors"]} == faults
    numbers = [number for number in body.values() if len(number) > 8 and number[-1].isdigit()]
    assert not any(number in json.dumps(answer.body) for number in numbers)
    assert listed(stage) == []


@pytest.mark.parametrize("body", [None, {}, {"reason": "The account is another company's."}])
def test_the_clinic_reads_why_its_account_was_turned_down(stage: Stage, body: dict[str, str] | None) -> None:
    payee_id = registered(stage)
    answer = ask(handler, event("POST", path(stage, payee_id, "reject"), by=NETWORK, body=body))
    assert (answer.status, answer.body["status"]) == (200, "rejected")
    [shown] = listed(stage)
    assert shown.get("reason") == (body or {}).get("reason")


def test_a_system_that_signs_hears_that_a_person_logs_in_here(stage: Stage) -> None:
    answer = ask(handler, signed("GET", path(stage), clinic_id=stage.clinic_id, secret=SECRET))
    assert (answer.status, answer.body["code"]) == (401, "login-of-a-person-needed")


def test_money_needs_a_login_of_at_most_five_minutes(stage: Stage) -> None:
    old = {"auth_time": 0}
    payee_id = registered(stage)
    calls = (
        event("GET", path(stage), by=member(SIGNATORY, **old)),
        event("POST", path(stage), by=member(SIGNATORY, **old), body=SLIP),
        event("DELETE", path(stage, payee_id), by=member(SIGNATORY, **old)),
        event("POST", path(stage, payee_id, "approve"), by={**NETWORK, **old}),
        event("POST", path(stage, payee_id, "reject"), by={**NETWORK, **old}),
    )
    assert [ask(handler, call).status for call in calls] == [401] * len(calls)


def test_only_the_signatory_and_the_network_reach_the_accounts_of_a_clinic(stage: Stage) -> None:
    payee_id = registered(stage)
    bind(ClinicId(stage.clinic_id), TREATS, stage.practitioner_id)
    other = of_signatory()
    practitioner = SignedIn(TREATS, stage.clinic_id)
    for call in (
        event("GET", path(stage), by=member(STRANGER)),
        event("POST", path(stage), by=member(STRANGER), body=SLIP),
        event("DELETE", path(stage, payee_id), by=member(STRANGER)),
        event("DELETE", path(other, payee_id), by=SIGNS),
        event("POST", path(other, payee_id, "approve"), by=NETWORK),
        event("POST", path(stage, "pye_unknown", "approve"), by=NETWORK),
    ):
        assert ask(handler, call).status == 404, call["rawPath"]
    assert ask(handler, practitioner.call("GET", path(stage))).status == 403
    for by in (staff("finance"), staff("caseworker"), staff("platform", payer=None)):
        assert ask(handler, event("GET", path(stage), by=by)).status == 403
    assert [item["status"] for item in listed(stage)] == ["registered"]


def test_staff_see_a_number_only_while_they_decide_on_it(stage: Stage) -> None:
    in_force(stage)
    registered(stage, SLIP)
    waiting, counting = listed(stage, NETWORK)
    assert waiting["creditorNumber"] == "81234567"
    assert "accountNumber" not in counting
    assert "registrationNumber" not in counting
    assert counting["masked"] == "••••6243"
    assert listed(stage)[1]["accountNumber"] == "0440116243"


def test_an_account_is_registered_once_in_whatever_form(stage: Stage) -> None:
    payee_id = registered(stage)
    again = register(stage, AS_IBAN)
    assert (again.status, again.body["code"], again.body["payeeId"]) == (
        409,
        "payee-already-registered",
        payee_id,
    )
    assert end(stage, payee_id).status == 204
    assert register(stage, AS_IBAN).status == 201


def test_a_clinic_has_at_most_so_many_accounts(stage: Stage) -> None:
    for number in range(MOST_PAYEES):
        registered(stage, {"kind": "fi", "creditorNumber": f"{80000000 + number}"})
    full = register(stage, DANISH)
    assert (full.status, full.body["code"]) == (409, "too-many-payees")


def test_an_account_is_turned_down_until_it_counts(stage: Stage) -> None:
    payee_id = registered(stage)
    assert decide(stage, payee_id).status == 200
    rejected = decide(stage, payee_id, "reject", COLLEAGUE)
    assert (rejected.status, rejected.body["status"]) == (200, "rejected")
    for act in ("approve", "reject"):
        refused = decide(stage, payee_id, act, COLLEAGUE)
        assert (refused.status, refused.body["code"]) == (409, "payee-decided")
    counting = in_force(stage, SLIP)
    assert decide(stage, counting, "reject").status == 409


def test_an_ended_account_is_ended_once_and_stays_listed(stage: Stage, aws: dict[str, Any]) -> None:
    payee_id = in_force(stage)
    assert [end(stage, payee_id).status for _ in range(2)] == [204, 204]
    assert [item["status"] for item in listed(stage)] == ["ended"]
    assert DynamoPayees().of_clinic(ClinicId(stage.clinic_id)).payees == ()
    assert len(outbox_rows(aws, "payee.ended")) == 1


def test_the_network_ends_an_account_of_a_clinic_whose_login_is_in_other_hands(stage: Stage) -> None:
    assert end(stage, in_force(stage), NETWORK).status == 204


def test_no_account_changes_while_a_payment_of_the_clinic_is_on_its_way(stage: Stage) -> None:
    counting, new = in_force(stage), registered(stage, SLIP)
    order_a_payable(stage, counting)
    refused = (register(stage, NORWEGIAN), decide(stage, new), end(stage, counting))
    assert [(answer.status, answer.body["code"]) for answer in refused] == [
        (409, "payment-run-drafted")
    ] * len(refused)
    assert [item["status"] for item in listed(stage)] == ["registered", "in-force"]
    assert end(stage, new).status == 204, "no payment file can have what never counted"
    other = of_signatory()
    assert register(other).status == 201, "a run of another clinic stops no one"


def test_the_same_call_twice_registers_one_account(stage: Stage, aws: dict[str, Any]) -> None:
    first, again = (register(stage, key="the-same-key-01") for _ in range(2))
    assert first.body == again.body
    assert len(listed(stage)) == 1
    assert len(outbox_rows(aws, "payee.registered")) == 1


def test_the_events_name_ids_and_no_account(stage: Stage, aws: dict[str, Any]) -> None:
    payee_id = registered(stage)
    decide(stage, payee_id)
    decide(stage, payee_id, "reject")
    rows = [row for kind in ("registered", "approved", "ended") for row in outbox_rows(aws, f"payee.{kind}")]
    told = [{name: value["S"] for name, value in row["data"]["M"].items()} for row in rows]
    assert [each["change"] for each in told] == ["registered", "approved", "rejected"]
    assert {(each["clinicId"], each["payeeId"]) for each in told} == {(stage.clinic_id, payee_id)}
    assert "0440116243" not in json.dumps(rows)
    assert "6243" not in json.dumps(told)


def test_the_next_step_of_a_clinic_says_that_an_account_is_missing(stage: Stage) -> None:
    def next_step() -> Any:
        return ask(clinics(), event("GET", f"/v1/clinics/{stage.clinic_id}", by=SIGNS)).body["nextStep"]

    missing = next_step()
    payee_id = registered(stage)
    has_one = next_step()
    end(stage, payee_id)
    steps = [step and step["step"] for step in (missing, has_one, next_step())]
    assert steps == ["accountRegistered", None, "accountRegistered"]
