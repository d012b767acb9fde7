from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from functions.policies.policies.handler import handler

from helsebro.caller import UNDERWRITING, Caller
from helsebro.errors import Conflict
from helsebro.events import Event
from helsebro.policies.premium import Reminder
from helsebro.receipt import Receipt
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.dynamo_policies import DynamoPolicies
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import outbox_rows
from tests.builders.policies import (
    ANNA,
    CARL,
    EMPLOYER_CVR,
    NORWEGIAN_AMOUNTS,
    enrol,
    enrolment_body,
    insured_of,
    leave,
    payer_of,
    policy_body,
    policy_of,
)

pytestmark = pytest.mark.usefixtures("aws")
NOK = {"amount": "1.00", "currency": "NOK"}
FORMER = {"product": "health-insurance", "beganOn": "2019-01-01", "endedOn": "2020-01-01"}
UNDERWRITER = staff("underwriting", payer="tryg")
RECEIPT = Receipt("record", "fingerprint", 201, {})
EMPLOYER = member(**{"dk.cvr": EMPLOYER_CVR})


@pytest.fixture(autouse=True)
def _payer(aws: dict[str, Any]) -> None:
    assert aws
    payer_of("tryg")


def post(body: Any, by: dict[str, Any] = UNDERWRITER) -> Any:
    return ask(handler, event("POST", "/v1/policies", by=by, body=body))


def remove(policy_id: str, person_id: str, left_on: str, by: dict[str, Any] = UNDERWRITER) -> Any:
    path = f"/v1/policies/{policy_id}/insured/{person_id}"
    return ask(handler, event("DELETE", path, by=by, body={"leftOn": left_on}))


def events_of(aws: dict[str, Any]) -> list[str]:
    return sorted(row["type"]["S"] for row in aws["dynamodb"].scan(TableName="outbox")["Items"])


def test_underwriting_creates_a_policy_and_reads_it_as_created() -> None:
    policy_id = policy_of("tryg", parameters={"preExistingWaitMonths": 12})
    read = ask(handler, event("GET", f"/v1/policies/{policy_id}", by=UNDERWRITER))
    assert read.status == 200
    expected = policy_body("SF1706", parameters={"preExistingWaitMonths": 12})
    expected["modules"] = sorted(expected["modules"])
    told = {"policyId": policy_id, "payer": "tryg", "version": 1, "changes": [], "endsOn": None, **expected}
    assert {name: read.body[name] for name in told} == told
    assert {*read.body} - {*told} == {"term", "premium"}
    assert read.headers["etag"] == '"1"'


def test_the_policyholder_reads_its_policy_and_another_employer_does_not() -> None:
    path = f"/v1/policies/{policy_of('tryg')}"
    assert ask(handler, event("GET", path, by=EMPLOYER)).status == 200
    other = ask(handler, event("GET", path, by=member(**{"dk.cvr": "87654321"})))
    assert other.status == 404


def test_another_payers_underwriter_gets_the_same_404_as_for_an_unknown_policy() -> None:
    policy_id = policy_of("tryg")
    foreign = staff("underwriting", payer="gjensidige")
    answers = [
        ask(handler, event("GET", f"/v1/policies/{wanted}", by=foreign)) for wanted in (policy_id, "pol_no")
    ]
    bodies = [{k: v for k, v in answer.body.items() if k != "instance"} for answer in answers]
    assert answers[0].status == 404
    assert bodies[0] == bodies[1]


@pytest.mark.parametrize("by", [staff("caseworker"), staff("platform", payer=None), member()])
def test_only_underwriting_and_the_employer_use_policies(by: dict[str, Any]) -> None:
    assert post(policy_body(), by).status == 403
    assert ask(handler, event("GET", f"/v1/policies/{policy_of('tryg')}", by=by)).status == 403


def test_the_same_policy_number_twice_is_a_conflict_and_leaves_one_policy(aws: dict[str, Any]) -> None:
    assert [post(policy_body()).status for _ in range(2)] == [201, 409]
    assert events_of(aws).count("policy.created") == 1


def test_two_payers_may_use_the_same_policy_number() -> None:
    payer_of("gjensidige")
    assert policy_of("tryg") != policy_of("gjensidige")


@pytest.mark.parametrize(
    "changes, pointers",
    [
        ({"product": "SA1706", "modules": ["extended"]}, {"/modules/0"}),
        ({"modules": ["health", "physical", "health"]}, {"/modules/2"}),
        ({"modules": []}, {"/modules"}),
        ({"policyYearStart": "02-30"}, {"/policyYearStart"}),
        ({"policyYearStart": "1-1"}, {"/policyYearStart"}),
        ({"effectiveFrom": "2026-02-30"}, {"/effectiveFrom"}),
        ({"effectiveFrom": 20260101}, {"/effectiveFrom"}),
        ({"number": "a\nb"}, {"/number"}),
        ({"parameters": {"subsidyDeducted": 1}}, {"/parameters/subsidyDeducted"}),
        ({"parameters": {"crisisSessions": "5"}}, {"/parameters/crisisSessions"}),
        ({"parameters": {"Not a name": 1}}, {"/parameters"}),
        ({"annualSum": {"amount": "1.00", "currency": "NOK"}}, {"/annualSum/currency"}),
        ({"annualSum": {"amount": 1, "currency": "EUR"}}, {"/annualSum/amount", "/annualSum/currency"}),
        ({"annualSum": NOK, "modules": []}, {"/annualSum/currency", "/modules"}),
        ({"payer": "other"}, {"/payer"}),
        ({"product": "SF9999"}, {"/product"}),
        ({"premiumDue": ["01-01", "31-01"]}, {"/premiumDue/1"}),
        (
            {"product": "SA1706", "modules": ["extended", "nonsense"], "number": "", "policyYearStart": "x"},
            {"/modules/0", "/modules/1", "/number", "/policyYearStart"},
        ),
    ],
)  # fmt: skip
def test_every_fault_of_a_policy_is_reported_at_once(changes: dict[str, Any], pointers: set[str]) -> None:
    answer = post(policy_body(**changes))
    assert answer.status == 422
    assert {fault["pointer"] for fault in answer.body["errors"]} == pointers
    assert all(len(fault["detail"]) > 5 for fault in answer.body["errors"])


def test_a_policy_year_may_start_on_the_29th_of_february() -> None:
    assert post(policy_body(policyYearStart="02-29")).status == 201


def test_an_enrolled_person_is_insured_and_the_number_is_only_stored_encrypted(aws: dict[str, Any]) -> None:
    person_id = insured_of(policy_of("tryg"), cpr="010180-1234")
    (insured,) = DynamoPeople().insured("tryg", person_id)
    assert (insured.name, insured.born_on.isoformat()) == ("Anna Holm", "1980-01-01")
    assert DynamoPeople().national_number("tryg", person_id) == ANNA
    for table in ("people", "outbox", "idempotency"):
        assert ANNA not in json.dumps(aws["dynamodb"].scan(TableName=table)["Items"], default=str)


def test_the_same_person_has_the_same_id_in_every_policy_of_every_payer() -> None:
    payer_of("gjensidige")
    foreign = staff("underwriting", payer="gjensidige")
    ids = {
        insured_of(policy_of("tryg", "SF1706")),
        insured_of(policy_of("tryg", "SA1706")),
        insured_of(policy_of("gjensidige"), by=foreign),
    }
    assert len(ids) == 1
    assert DynamoPeople().payers_of(ids.pop()) == ["gjensidige", "tryg"]


def test_the_same_person_enrolled_twice_is_one_enrolment_and_one_event(aws: dict[str, Any]) -> None:
    policy_id = policy_of("tryg")
    answers = [enrol(policy_id) for _ in range(2)]
    assert [answer.status for answer in answers] == [201, 201]
    assert answers[0].body == answers[1].body
    assert events_of(aws).count("insured.enrolled") == 1
    assert "insured.changed" not in events_of(aws)


def test_new_details_of_an_enrolled_person_are_stored_with_an_event(aws: dict[str, Any]) -> None:
    policy_id = policy_of("tryg")
    person_id = insured_of(policy_id)
    assert enrol(policy_id, name="Anna Lund").status == 201
    (insured,) = DynamoPeople().insured("tryg", person_id)
    assert insured.name == "Anna Lund"
    assert "insured.changed" in events_of(aws)
    assert DynamoPeople().national_number("tryg", person_id) == ANNA


def test_the_employer_enrols_and_removes_its_own_people() -> None:
    policy_id = policy_of("tryg")
    person_id = enrol(policy_id, by=EMPLOYER).body["personId"]
    assert remove(policy_id, person_id, "2026-11-30", by=EMPLOYER).status == 200
    (insured,) = DynamoPeople().insured("tryg", person_id)
    assert insured.left_on is not None


def test_an_employer_cannot_enrol_a_person_in_another_employers_policy() -> None:
    other = member(**{"dk.cvr": "87654321"})
    assert enrol(policy_of("tryg"), by=other).status == 404


def test_a_norwegian_is_enrolled_by_foedselsnummer() -> None:
    policy_id = policy_of("tryg")
    answer = enrol(policy_id, cpr=None, fnr="01019012480", country="NO")
    assert answer.status == 201
    assert DynamoPeople().national_number("tryg", answer.body["personId"]) == "01019012480"


def test_a_childs_main_insured_person_must_be_insured_by_the_payer() -> None:
    policy_id = policy_of("tryg")
    unknown = "per_" + "a" * 24
    answer = enrol(policy_id, cpr=CARL, relation="child", mainInsuredPersonId=unknown)
    assert [fault["pointer"] for fault in answer.body["errors"]] == ["/mainInsuredPersonId"]
    parent = insured_of(policy_id)
    child = insured_of(policy_id, cpr=CARL, relation="child", mainInsuredPersonId=parent)
    assert [one.person_id for one in DynamoPeople().children_of(parent)] == [child]


def test_an_employer_learns_nothing_of_the_employees_of_another_employer() -> None:
    theirs: dict[str, Any] = {"policyholder": {"name": "Other ApS", "cvr": "13585628"}}
    parent = insured_of(policy_of("tryg", number="P-2", **theirs))
    own = policy_of("tryg", number="P-3")
    family: dict[str, Any] = {"cpr": CARL, "relation": "child", "mainInsuredPersonId": parent}
    refused = enrol(own, by=EMPLOYER, **family)
    assert [fault["code"] for fault in refused.body["errors"]] == ["main-insured-unknown"]
    assert enrol(own, **family).status == 201


def test_a_family_that_is_sent_again_is_no_fault_when_its_main_insured_person_is_elsewhere_by_now() -> None:
    theirs: dict[str, Any] = {"policyholder": {"name": "Other ApS", "cvr": "13585628"}}
    elsewhere, own = insured_of(policy_of("tryg", number="P-2", **theirs)), policy_of("tryg", number="P-3")
    moved = insured_of(own, cpr="0404811234")
    family: dict[str, Any] = {"cpr": CARL, "relation": "child"}
    # Underwriting sees both policies, and the employee of this one became a colleague's spouse.
    for main in (elsewhere, moved):
        child = insured_of(own, **family, mainInsuredPersonId=main)
        insured_of(own, cpr="0404811234", relation="spouse", mainInsuredPersonId=insured_of(own))
        for changes in ({}, {}, {"email": "carl@example.org"}):
            again = enrol(own, by=EMPLOYER, **family, mainInsuredPersonId=main, **changes)
            assert (again.status, again.body["personId"]) == (201, child)
        assert [one.person_id for one in DynamoPeople().children_of(main)] == [child]
        insured_of(own, cpr="0404811234")


@pytest.mark.parametrize(
    "language, words",
    [("da", "Meld først personen ind"), ("nb", "Meld først personen inn"), ("en", "Enrol that person")],
)
def test_a_family_that_is_joined_names_the_fault_and_what_to_do(language: str, words: str) -> None:
    own = policy_of("tryg")
    main = insured_of(own)
    family: dict[str, Any] = {"cpr": CARL, "relation": "child", "mainInsuredPersonId": main}
    child = insured_of(own, **family, enrolledOn="2024-01-01")
    leave(own, child, "2025-01-31")
    insured_of(own, relation="spouse", mainInsuredPersonId=insured_of(own, cpr="0404811234"))
    assert enrol(own, by=EMPLOYER, **family, enrolledOn="2024-01-01").status == 201
    # After the last day the child is enrolled anew, so the family is asked for again.
    body = enrolment_body(**family, enrolledOn="2025-03-01")
    path, headers = f"/v1/policies/{own}/insured", {"accept-language": language}
    refused = ask(handler, event("POST", path, by=EMPLOYER, body=body, headers=headers))
    [fault] = refused.body["errors"]
    assert (refused.status, fault["pointer"], fault["code"]) == (
        422,
        "/mainInsuredPersonId",
        "main-insured-unknown",
    )
    assert words in fault["detail"]


def test_a_child_that_changes_family_is_listed_only_in_the_new_family() -> None:
    policy_id = policy_of("tryg")
    first, second = insured_of(policy_id), insured_of(policy_id, cpr="0404811234")
    child = insured_of(policy_id, cpr=CARL, relation="child", mainInsuredPersonId=first)
    insured_of(policy_id, cpr=CARL, relation="child", mainInsuredPersonId=second)
    assert DynamoPeople().children_of(first) == []
    assert [one.person_id for one in DynamoPeople().children_of(second)] == [child]


@pytest.mark.parametrize(
    "changes, pointers",
    [
        ({"cpr": "3113801234"}, {"/cpr"}),
        ({"cpr": None}, {"/cpr"}),
        ({"fnr": "01019012480"}, {"/fnr"}),
        ({"cpr": None, "fnr": "1"}, {"/fnr"}),
        ({"relation": "child"}, {"/mainInsuredPersonId"}),
        ({"relation": "friend", "scheme": "x", "name": ""}, {"/relation", "/scheme", "/name"}),
        ({"publicHealthInsurance": "yes", "country": "Denmark"}, {"/publicHealthInsurance", "/country"}),
        ({"seniorityFrom": "2020-01-02"}, {"/seniorityFrom"}),
        ({"former": {"product": "x", "beganOn": "2019-01-01"}}, {"/former/product", "/former/endedOn"}),
        (
            {"former": {**FORMER, "endedOn": "2018-12-31"}, "seniorityFrom": "2019-01-01"},
            {"/former/endedOn", "/seniorityFrom"},
        ),
        ({"email": "anna", "phone": "1"}, {"/email", "/phone"}),
        ({"mainInsuredPersonId": "per_x"}, {"/mainInsuredPersonId"}),
        ({"leftOn": "2026-01-01", "personId": "per_x"}, {"/leftOn", "/personId"}),
        ({"cpr": "x", "enrolledOn": "soon"}, {"/cpr", "/enrolledOn"}),
        ({"cpr": "x", "relation": "child"}, {"/cpr", "/mainInsuredPersonId"}),
    ],
)  # fmt: skip
def test_every_fault_of_an_enrolment_is_reported_at_once(changes: dict[str, Any], pointers: set[str]) -> None:
    answer = enrol(policy_of("tryg"), **changes)
    assert answer.status == 422
    assert {fault["pointer"] for fault in answer.body["errors"]} == pointers
    assert all(len(fault["detail"]) > 5 for fault in answer.body["errors"])


def test_a_malformed_number_is_never_repeated_in_the_answer() -> None:
    answer = enrol(policy_of("tryg"), cpr="9999991234")
    assert "9999991234" not in json.dumps(answer.body)


def test_a_cpr_number_that_fails_modulus_11_is_accepted() -> None:
    assert enrol(policy_of("tryg"), cpr="0101801235").status == 201


def test_leaving_twice_on_the_same_day_is_one_event(aws: dict[str, Any]) -> None:
    policy_id = policy_of("tryg")
    person_id = insured_of(policy_id)
    answers = [remove(policy_id, person_id, "2026-11-30") for _ in range(2)]
    assert [answer.status for answer in answers] == [200, 200]
    assert events_of(aws).count("insured.left") == 1


def test_a_repeated_enrolment_does_not_bring_back_a_person_who_left() -> None:
    policy_id = policy_of("tryg")
    person_id = insured_of(policy_id)
    remove(policy_id, person_id, "2025-11-30")
    insured_of(policy_id, name="Anna Lund")
    (still_gone,) = DynamoPeople().insured("tryg", person_id)
    insured_of(policy_id, enrolledOn="2026-01-01")
    (back,) = DynamoPeople().insured("tryg", person_id)
    assert (still_gone.left_on is None, back.left_on) == (False, None)


def test_a_person_cannot_leave_before_the_enrolment() -> None:
    policy_id = policy_of("tryg")
    answer = remove(policy_id, insured_of(policy_id), "2019-12-31")
    assert (answer.status, answer.body["errors"][0]["pointer"]) == (422, "/leftOn")


@pytest.mark.parametrize("person_id", ["per_" + "a" * 24, "per_x", "x" * 3000])
def test_removing_an_unknown_person_is_a_404(person_id: str) -> None:
    assert remove(policy_of("tryg"), person_id, "2026-11-30").status == 404


def test_a_policy_can_be_read_as_it_was_on_a_day() -> None:
    path = f"/v1/policies/{policy_of('tryg', policyYearStart='07-01')}"
    read = ask(handler, event("GET", f"{path}?asOf=2024-06-30", by=EMPLOYER))
    assert read.body["term"] == {"from": "2023-07-01", "until": "2024-06-30", "renews": True}
    assert ask(handler, event("GET", f"{path}?asOf=2019-12-31", by=EMPLOYER)).body["term"] is None


@pytest.mark.parametrize(
    "day, code",
    [("soon", "not-a-date"), ("2026-02-30", "not-a-date"), ("9999-12-31", "date-out-of-range")],
)
def test_a_policy_is_read_on_a_day_of_the_calendar(day: str, code: str) -> None:
    path = f"/v1/policies/{policy_of('tryg')}"
    answer = ask(handler, event("GET", f"{path}?asOf={day}", by=EMPLOYER))
    assert (answer.status, answer.body["errors"][0]["code"]) == (400, code)


# The premium


def tell(policy_id: str, what: str, body: Any, by: dict[str, Any] = UNDERWRITER, key: str = "") -> Any:
    return ask(handler, event("POST", f"/v1/policies/{policy_id}/{what}", by=by, body=body, key=key))


def test_an_unpaid_premium_suspends_the_cover_and_a_payment_ends_it(aws: dict[str, Any]) -> None:
    policy_id = policy_of("tryg")
    person_id = insured_of(policy_id)
    sent = tell(policy_id, "reminders", {"sentOn": "2026-02-01", "dueOn": "2026-01-31"})
    assert (sent.status, sent.body["version"], sent.body["premium"]["suspended"]) == (201, 2, True)
    assert sent.body["premium"]["reminders"] == [
        {"sentOn": "2026-02-01", "dueOn": "2026-01-31", "paidOn": None, "suspendsFrom": "2026-02-23"}
    ]
    (suspended,) = DynamoPeople().cover("tryg", person_id)
    assert suspended.suspended == ((date(2026, 2, 23), None),)

    paid = tell(policy_id, "payments", {"paidOn": "2026-03-01"})
    assert (paid.status, paid.body["premium"]["suspended"]) == (201, False)
    (again,) = DynamoPeople().cover("tryg", person_id)
    assert again.suspended == ((date(2026, 2, 23), date(2026, 3, 1)),)
    assert {"premium.reminded", "premium.paid"} <= {*events_of(aws)}


def test_the_employer_reads_its_reminders_and_cannot_record_them() -> None:
    policy_id = policy_of("tryg")
    tell(policy_id, "reminders", {"sentOn": "2026-02-01"})
    read = ask(handler, event("GET", f"/v1/policies/{policy_id}", by=EMPLOYER))
    assert [one["sentOn"] for one in read.body["premium"]["reminders"]] == ["2026-02-01"]
    assert tell(policy_id, "payments", {"paidOn": "2026-03-01"}, by=EMPLOYER).status == 403
    assert tell(policy_id, "reminders", {"sentOn": "2026-03-01"}, by=EMPLOYER).status == 403


def test_a_reminder_reported_twice_is_one_reminder_and_one_event(aws: dict[str, Any]) -> None:
    policy_id = policy_of("tryg")
    answers = [tell(policy_id, "reminders", {"sentOn": "2026-02-01"}, key="same") for _ in range(2)]
    assert [answer.status for answer in answers] == [201, 201]
    assert answers[0].body == answers[1].body
    assert tell(policy_id, "reminders", {"sentOn": "2026-02-01"}).body["code"] == "reminder-known"
    [reminded] = outbox_rows(aws, "premium.reminded")
    assert reminded["data"]["M"] == {"policyId": {"S": policy_id}, "sentOn": {"S": "2026-02-01"}}


@pytest.mark.parametrize(
    "what, body, status, code",
    [
        ("reminders", {"sentOn": "2999-01-01"}, 422, "bad-input"),
        ("reminders", {"sentOn": "2019-12-31"}, 422, "bad-input"),
        ("reminders", {}, 422, "bad-input"),
        ("payments", {"paidOn": "2026-02-01"}, 409, "nothing-owed"),
        ("payments", {"paidOn": "2999-01-01"}, 422, "bad-input"),
    ],
)
def test_an_impossible_reminder_or_payment_is_refused(
    what: str, body: dict[str, str], status: int, code: str
) -> None:
    answer = tell(policy_of("tryg"), what, body)
    assert (answer.status, answer.body["code"]) == (status, code)


def test_two_simultaneous_reports_never_undo_each_other() -> None:
    policy_id = policy_of("tryg")
    caller = Caller("s", frozenset({UNDERWRITING}), payer="tryg")
    read = DynamoPolicies().visible(policy_id, caller)
    tell(policy_id, "reminders", {"sentOn": "2026-02-01"})
    stale = read.reminded(Reminder(date(2026, 3, 1)), date(2026, 4, 1))
    with pytest.raises(Conflict):
        DynamoPolicies().change(stale, Event("premium.reminded", clock.now(), "tryg"), RECEIPT)
    kept = DynamoPolicies().visible(policy_id, caller)
    assert [one.sent_on for one in kept.reminders] == [date(2026, 2, 1)]


def norwegian(amounts: dict[str, str]) -> Answered:
    money = {"amount": "500000.00", "currency": "NOK"}
    body = policy_body(annualSum=money, parameters={"amounts": amounts} if amounts else {})
    by = staff("underwriting", payer=payer_of("fjordhelse", "NO"))
    return ask(handler, event("POST", "/v1/policies", by=by, body=body))


def test_a_norwegian_policy_without_its_own_amounts_is_rejected_with_every_rule_that_lacks_one() -> None:
    answer = norwegian({"R-843": "450.00"})
    missing = {rule for rule in NORWEGIAN_AMOUNTS if rule != "R-843"}
    assert answer.status == 422
    assert {fault["pointer"] for fault in answer.body["errors"]} == {
        f"/parameters/amounts/{rule}" for rule in missing
    }
    assert all(fault["pointer"].rpartition("/")[2] in fault["detail"] for fault in answer.body["errors"])
    texts = " ".join(fault["detail"] for fault in answer.body["errors"]).replace("\N{NO-BREAK SPACE}", " ")
    assert "R-771, punkt 7.7 i betingelserne, som skriver 15.000" in texts
    assert "{" not in texts


def test_a_norwegian_policy_with_every_amount_is_created_and_shows_them() -> None:
    made = norwegian(NORWEGIAN_AMOUNTS)
    by = staff("underwriting", payer="fjordhelse")
    read = ask(handler, event("GET", f"/v1/policies/{made.body['policyId']}", by=by))
    assert (made.status, read.body["parameters"]) == (201, {"amounts": NORWEGIAN_AMOUNTS})


def test_an_amount_of_a_rule_that_prints_none_is_rejected() -> None:
    body = policy_body(parameters={"amounts": {"R-834": "500", "R-843": "-1"}}, premiumDue=["13-01"])
    answer = ask(handler, event("POST", "/v1/policies", by=UNDERWRITER, body=body))
    assert (answer.status, {fault["pointer"] for fault in answer.body["errors"]}) == (
        422,
        {"/premiumDue/0", "/parameters/amounts/R-834", "/parameters/amounts/R-843"},
    )
