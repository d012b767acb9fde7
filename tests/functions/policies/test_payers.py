from __future__ import annotations

from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from typing import Any, get_args

import pytest
from functions.policies.payers.handler import handler

from helsebro.deadlines.clock_row import ClockQueue
from helsebro.payments import iban
from helsebro_aws.payments.runs.dynamo_paying_accounts import DynamoPayingAccounts
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import pointers
from tests.builders.domain.png import png

TRYG = {
    "name": "Tryg",
    "kind": "insurer",
    "gln": "5790000000005",
    "country": "DK",
    "currency": "DKK",
    "contact": {"email": "sundhed@example.org", "phone": "70 11 20 20", "hours": "8-16"},
}
pytestmark = pytest.mark.usefixtures("aws")


def put(by: dict[str, Any], **changes: Any) -> Any:
    return ask(handler, event("PUT", "/v1/payers/tryg", by=by, body={**TRYG, **changes}))


def test_the_platform_registers_a_payer_and_its_own_staff_read_it() -> None:
    assert put(staff("platform", payer=None)).status == 201
    read = ask(handler, event("GET", "/v1/payers/tryg", by=staff("caseworker", payer="tryg")))
    assert (read.status, read.body["gln"]) == (200, TRYG["gln"])


def test_setting_a_payer_twice_is_one_payer_and_one_event(aws: dict[str, Any]) -> None:
    assert [put(staff("platform", payer=None)).status for _ in range(2)] == [201, 200]
    assert aws["dynamodb"].scan(TableName="outbox")["Count"] == 1


def test_another_payers_staff_get_the_same_404_as_for_an_unknown_payer() -> None:
    put(staff("platform", payer=None))
    foreign = staff("caseworker", payer="gjensidige")
    answers = [ask(handler, event("GET", path, by=foreign)) for path in ("/v1/payers/tryg", "/v1/payers/no")]
    assert {answer.status for answer in answers} == {404}


@pytest.mark.parametrize("by", [staff("underwriting"), staff("auditor", payer=None)])
def test_only_the_platform_registers_payers(by: dict[str, Any]) -> None:
    assert put(by).status == 403


@pytest.mark.parametrize("by", [None, member(acr="low"), member(exp=1), staff("platform", aud="other")])
def test_an_invalid_token_is_401_problem_json(by: Any) -> None:
    answer = put(by)
    assert (answer.status, answer.headers["content-type"]) == (401, "application/problem+json")


def test_every_fault_of_the_body_is_reported_at_once() -> None:
    answer = put(staff("platform", payer=None), kind="bank", country="SE", extra=1)
    assert answer.status == 422
    assert {fault["pointer"] for fault in answer.body["errors"]} == {"/kind", "/country", "/extra"}


def test_a_missing_invoice_address_and_a_foreign_currency_are_both_reported() -> None:
    answer = put(staff("platform", payer=None), gln=None, currency="NOK")
    assert {fault["pointer"] for fault in answer.body["errors"]} == {"/gln", "/currency"}


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"gln": "5790000000006"}, ("/gln", "gln-wrong")),
        ({"organisationNumber": "13585629"}, ("/organisationNumber", "company-number-wrong")),
        ({"organisationNumber": "974760673"}, ("/organisationNumber", "company-number-wrong")),
        (
            {"country": "NO", "currency": "NOK", "organisationNumber": "974760674"},
            ("/organisationNumber", "company-number-wrong"),
        ),
    ],
    ids=["GLN", "CVR", "a Norwegian number in Denmark", "Norwegian"],
)
def test_a_number_to_which_no_invoice_could_be_addressed_is_refused(
    changes: dict[str, Any], fault: tuple[str, str]
) -> None:
    answer = put(staff("platform", payer=None), **changes)
    assert answer.status == 422
    assert [(each["pointer"], each["code"]) for each in answer.body["errors"]] == [fault]


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"country": ["DK"], "organisationNumber": "13585629"}, "/country"),
        ({"organisationNumber": 13585628}, "/organisationNumber"),
        ({"organisationNumber": "1358562x"}, "/organisationNumber"),
    ],
    ids=["country", "number", "letters"],
)
def test_an_organisation_number_or_country_of_another_type_is_one_fault(
    changes: dict[str, Any], pointer: str
) -> None:
    answer = put(staff("platform", payer=None), **changes)
    assert (answer.status, [fault["pointer"] for fault in answer.body["errors"]]) == (422, [pointer])


@pytest.mark.parametrize("gln", ["٥٧٩٠٠٠٠٠٠٠٠٠٥", "579000000000", "5790 00000000"])
def test_a_gln_is_13_digits_from_0_to_9(gln: str) -> None:
    answer = put(staff("platform", payer=None), gln=gln)
    assert (answer.status, [fault["pointer"] for fault in answer.body["errors"]]) == (422, ["/gln"])


@pytest.mark.parametrize(
    "changes",
    [
        {"organisationNumber": "13585628"},
        {"gln": None, "organisationNumber": "13585628"},
        {"country": "NO", "currency": "NOK", "gln": None, "organisationNumber": "974760673"},
    ],
    ids=["both", "a CVR number", "a Norwegian number"],
)
def test_invoices_may_be_addressed_to_a_company_number(changes: dict[str, Any]) -> None:
    assert put(staff("platform", payer=None), **changes).status == 201


CALENDARS = [
    {"holidays": "NO", "from": "2026-01-01", "until": "2026-12-31"},
    {"holidays": "DK", "from": "2027-01-01"},
]


def test_a_payer_says_whose_holidays_count_from_day_to_day() -> None:
    written = put(staff("platform", payer=None), calendars=CALENDARS)
    read = ask(handler, event("GET", "/v1/payers/tryg", by=staff("caseworker", payer="tryg")))
    assert written.body["calendars"] == read.body["calendars"] == CALENDARS
    assert put(staff("platform", payer=None)).body["calendars"] == []


@pytest.mark.parametrize(
    ("calendars", "faults"),
    [
        ([{"holidays": "SE", "from": "1 May"}], {("/calendars/0/holidays", "unknown-value")}),
        (
            [
                {"holidays": "NO", "from": "2026-12-31", "until": "2026-01-01"},
                {"holidays": "DK", "from": "2026-01-01"},
                {"holidays": "NO", "from": "2027-01-01"},
            ],
            {
                ("/calendars/0/until", "calendar-ends-before-it-begins"),
                ("/calendars/2/from", "calendars-overlap"),
            },
        ),
    ],
    ids=["malformed", "contradictory"],
)
def test_every_fault_of_the_calendars_is_named(
    calendars: list[dict[str, str]], faults: set[tuple[str, str]]
) -> None:
    answer = put(staff("platform", payer=None), calendars=calendars)
    assert answer.status == 422
    assert faults <= {(fault["pointer"], fault["code"]) for fault in answer.body["errors"]}


STAFF = {"email": "team@example.org", "queues": {"refunds": "refunds@example.org"}}


def test_a_payer_says_where_its_staff_read_about_deadlines() -> None:
    written = put(staff("platform", payer=None), staffContact=STAFF)
    read = ask(handler, event("GET", "/v1/payers/tryg", by=staff("caseworker", payer="tryg")))
    assert written.body["staffContact"] == read.body["staffContact"] == STAFF
    assert "staffContact" not in put(staff("platform", payer=None)).body


def test_a_payer_says_where_it_gets_letters_and_every_fault_of_it_is_named() -> None:
    office = {"street": "Postboks 300", "postcode": "2750", "city": "Ballerup"}
    platform = staff("platform", payer=None)
    contact = {"email": "sundhed@example.org", "phone": "70 11 20 20", "hours": "8-16", "address": office}
    assert put(platform, contact=contact).body["contact"] == contact
    assert "address" not in put(platform).body["contact"]
    wrong = {"street": " ", "postcode": "DK-2750", "city": ""}
    answer = put(platform, contact={**contact, "address": wrong})
    assert {fault["pointer"] for fault in answer.body["errors"]} == {
        "/contact/address/street",
        "/contact/address/postcode",
        "/contact/address/city",
    }


def test_every_queue_of_a_deadline_may_have_an_address_and_no_other() -> None:
    every = dict.fromkeys(get_args(ClockQueue), "team@example.org")
    written = put(staff("platform", payer=None), staffContact={"email": "a@example.org", "queues": every})
    assert written.body["staffContact"]["queues"] == every


def test_every_fault_of_the_staffs_addresses_is_named() -> None:
    wrong = {"email": "team", "queues": {"refunds": "a b@example.org", "onboarding": "a@example.org"}}
    answer = put(staff("platform", payer=None), staffContact=wrong)
    assert answer.status == 422
    assert {fault["pointer"] for fault in answer.body["errors"]} == {
        "/staffContact/email",
        "/staffContact/queues/refunds",
        "/staffContact/queues/onboarding",
    }


def test_what_people_cannot_see_or_reach_is_refused() -> None:
    contact = {"email": "no@localhost", "phone": "javascript:alert(1)", "hours": "\u200b"}
    staff_contact = {"email": "x@localhost", "queues": {"refunds": "y@localhost"}}
    changes = {"name": "\u202eTryg\r\nBcc: x", "contact": contact, "staffContact": staff_contact}
    answer = put(staff("platform", payer=None), **changes)
    assert answer.status == 422
    assert {fault["pointer"]: fault["code"] for fault in answer.body["errors"]} == {
        "/name": "invisible-character",
        "/contact/email": "not-an-email-address",
        "/contact/phone": "phone-malformed",
        "/contact/hours": "invisible-character",
        "/staffContact/email": "not-an-email-address",
        "/staffContact/queues/refunds": "not-an-email-address",
    }


def encoded(image: bytes) -> str:
    return b64encode(image).decode()


def test_a_payer_has_the_mark_that_was_last_set(aws: dict[str, Any]) -> None:
    mark = encoded(png())
    written = put(staff("platform", payer=None), mark=mark)
    read = ask(handler, event("GET", "/v1/payers/tryg", by=staff("caseworker", payer="tryg")))
    assert (written.status, written.body["mark"], read.body["mark"]) == (201, mark, mark)
    assert put(staff("platform", payer=None), mark=mark).status == 200
    assert "mark" not in put(staff("platform", payer=None)).body
    assert "mark" not in ask(handler, event("GET", "/v1/payers/tryg", by=staff("caseworker"))).body
    assert aws["dynamodb"].scan(TableName="outbox")["Count"] == 2, "setting the same mark changes nothing"


@pytest.mark.parametrize(
    ("mark", "code"),
    [
        ("not base64", "mark-unreadable"),
        (encoded(b"<svg/>"), "mark-unreadable"),
        (encoded(png()[:-1]), "mark-unreadable"),
        (encoded(png(1201, 1)), "mark-too-large"),
        (encoded(bytes(32_769)), "mark-too-large"),
    ],
    ids=["no base64", "a vector image", "cut off", "too wide", "too many bytes"],
)
def test_an_image_that_a_paper_cannot_show_is_refused(mark: str, code: str) -> None:
    answer = put(staff("platform", payer=None), mark=mark)
    assert answer.status == 422
    assert [(fault["pointer"], fault["code"]) for fault in answer.body["errors"]] == [("/mark", code)]


OTHER = {**TRYG, "name": "Gjensidige", "gln": "5790000000012"}
NUMBER = "24260666"


def put_other(**changes: Any) -> Any:
    by = staff("platform", payer=None)
    return ask(handler, event("PUT", "/v1/payers/gjensidige", by=by, body={**OTHER, **changes}))


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"gln": TRYG["gln"]}, "gln-taken"), ({"organisationNumber": NUMBER}, "organisation-number-taken")],
    ids=["GLN", "organisation number"],
)
@pytest.mark.parametrize("is_known", [False, True], ids=["a new payer", "a known payer"])
def test_no_payer_gets_a_number_of_another_payer(changes: dict[str, str], code: str, is_known: bool) -> None:
    put(staff("platform", payer=None), organisationNumber=NUMBER)
    if is_known:
        assert put_other().status == 201
    answer = put_other(**changes)
    assert (answer.status, answer.body["code"]) == (409, code)


def test_a_number_that_a_payer_gave_up_is_free_for_another() -> None:
    put(staff("platform", payer=None))
    assert put(staff("platform", payer=None), gln="5790000000029").status == 200
    assert put_other(gln=TRYG["gln"]).status == 201
    assert put(staff("platform", payer=None), gln=TRYG["gln"]).status == 409


def test_a_payer_keeps_its_own_numbers_when_something_else_changes() -> None:
    platform = staff("platform", payer=None)
    put(platform, organisationNumber=NUMBER)
    assert put(platform, organisationNumber=NUMBER, name="Tryg A/S").status == 200


def test_two_callers_who_change_one_payer_leave_no_number_reserved() -> None:
    platform = staff("platform", payer=None)
    put(platform)
    glns = ["5790000000036", "5790000000043"]
    with ThreadPoolExecutor(2) as callers:
        assert {answer.status for answer in callers.map(lambda gln: put(platform, gln=gln), glns)} == {200}
    kept = ask(handler, event("GET", "/v1/payers/tryg", by=platform)).body["gln"]
    [free] = {*glns} - {kept}
    assert put_other(gln=free).status == 201


ACCOUNT = {
    "name": "Tryg Forsikring A/S",
    "kind": "account-dk",
    "registrationNumber": "0040",
    "accountNumber": "0440116243",
    "bic": "NDEADKKKXXX",
}


def set_account(by: dict[str, Any], payer: str = "tryg", **changes: Any) -> Any:
    body = {name: value for name, value in {**ACCOUNT, **changes}.items() if value is not None}
    return ask(handler, event("PUT", f"/v1/payers/{payer}/account", by=by, body=body))


SETS, CONFIRMS, ALSO_SETS = (
    staff("platform", payer=None, sub="p-1", email="dorte@example.org"),
    staff("finance", sub="f-1", email="birthe@example.org"),
    staff("platform", payer=None, sub="p-2", email="carlo@example.org"),
)
ELSEWHERE: dict[str, Any] = {
    "kind": "iban",
    "registrationNumber": None,
    "accountNumber": None,
    "iban": iban.danish("1234", "9876543000"),
}


def confirm(by: dict[str, Any], version: int, payer: str = "tryg", key: str = "") -> Any:
    headers = {"if-match": f'"{version}"'}
    path = f"/v1/payers/{payer}/account/confirm"
    return ask(handler, event("POST", path, by=by, headers=headers, key=key))


def account(by: dict[str, Any], payer: str = "tryg") -> Any:
    return ask(handler, event("GET", f"/v1/payers/{payer}/account", by=by))


def happened(aws: dict[str, Any]) -> list[str]:
    rows = aws["dynamodb"].scan(TableName="outbox")["Items"]
    kinds = (row["type"]["S"] for row in rows)
    return sorted(kind for kind in kinds if kind.startswith("payer.account"))


def test_an_account_counts_once_a_second_person_has_confirmed_it(aws: dict[str, Any]) -> None:
    assert put(SETS).status == 201
    first, again = (set_account(SETS) for _ in range(2))
    assert first.body == again.body
    assert (first.body["waiting"]["masked"], "inForce" in first.body) == ("••••6243", False)
    assert DynamoPayingAccounts().of("tryg") is None
    confirmed = confirm(CONFIRMS, first.body["version"])
    assert (confirmed.status, confirmed.body["inForce"]["masked"]) == (200, "••••6243")
    assert "waiting" not in confirmed.body
    assert account(CONFIRMS).body == confirmed.body
    assert happened(aws) == ["payer.account-changed", "payer.account-proposed"]


def test_the_old_account_stays_in_force_until_the_new_one_is_confirmed(aws: dict[str, Any]) -> None:
    assert aws
    assert put(SETS).status == 201
    assert confirm(CONFIRMS, set_account(SETS).body["version"]).status == 200
    waiting = set_account(SETS, **ELSEWHERE).body
    assert (waiting["inForce"]["masked"], waiting["waiting"]["masked"]) == ("••••6243", "••••3000")
    paid_from = DynamoPayingAccounts().of("tryg")
    assert paid_from
    assert paid_from.debtor.account.masked == "••••6243"
    assert confirm(ALSO_SETS, waiting["version"]).body["inForce"]["masked"] == "••••3000"
    now = DynamoPayingAccounts().of("tryg")
    assert now
    assert (now.version, now.debtor.account.masked) == (2, "••••3000")


@pytest.mark.parametrize(
    "same",
    [
        SETS,
        staff("platform", payer=None, sub="p-9", email="Dorte@Example.org"),
        staff("finance", sub="f-9", email=" dorte@example.org"),
        staff("platform", payer=None, sub="p-1", email="another@example.org"),
    ],
)
def test_who_set_an_account_confirms_it_under_no_login(same: dict[str, Any]) -> None:
    assert put(SETS).status == 201
    version = set_account(SETS).body["version"]
    refused = confirm(same, version)
    assert (refused.status, refused.body["code"]) == (403, "account-confirmed-by-its-author")
    assert DynamoPayingAccounts().of("tryg") is None


@pytest.mark.parametrize(
    "changes, fault",
    [
        (
            {**ELSEWHERE, "iban": "DE89370400440532013000", "bic": "COBADEFFXXX"},
            ("/iban", "paying-account-abroad"),
        ),
        (
            {"kind": "account-no", "registrationNumber": None, "accountNumber": "86011117947"},
            ("/accountNumber", "paying-account-abroad"),
        ),
        ({"name": "Ørsted \N{SNOWMAN} \N{GRINNING FACE}"}, ("/name", "sign-not-carried")),
    ],
)
def test_an_account_of_another_country_and_a_name_that_no_bank_carries_are_told(
    changes: dict[str, Any], fault: tuple[str, str]
) -> None:
    assert put(SETS).status == 201
    refused = set_account(SETS, **changes)
    assert (refused.status, pointers(refused)) == (422, {fault})
    assert "waiting" not in account(SETS).body


def test_a_login_without_an_address_neither_sets_nor_confirms_an_account() -> None:
    assert put(SETS).status == 201
    version = set_account(SETS).body["version"]
    for refused in (set_account({**ALSO_SETS, "email": ""}), confirm({**CONFIRMS, "email": ""}, version)):
        assert (refused.status, refused.body["code"]) == (403, "login-without-email")


def test_only_what_was_read_is_confirmed_and_only_once() -> None:
    assert put(SETS).status == 201
    nothing = confirm(CONFIRMS, 1)
    assert (nothing.status, nothing.body["code"]) == (409, "no-account-waits")
    read = set_account(SETS).body["version"]
    changed = set_account(SETS, **ELSEWHERE).body["version"]
    assert confirm(CONFIRMS, read).status == 412
    key = "once"
    assert [confirm(CONFIRMS, changed, key=key).status for _ in range(2)] == [200, 200]
    assert confirm(CONFIRMS, changed).body["code"] == "no-account-waits"


def test_the_account_in_force_set_again_withdraws_what_waits(aws: dict[str, Any]) -> None:
    assert put(SETS).status == 201
    assert confirm(CONFIRMS, set_account(SETS).body["version"]).status == 200
    version = set_account(SETS, **ELSEWHERE).body["version"]
    assert "waiting" not in set_account(ALSO_SETS).body
    assert confirm(CONFIRMS, version).body["code"] == "no-account-waits"
    assert happened(aws).count("payer.account-withdrawn") == 1
    once_more = set_account(SETS, **ELSEWHERE).body
    assert (once_more["version"] > version, confirm(CONFIRMS, version).status) == (True, 412)


def test_finance_sees_its_own_payers_account_by_its_last_digits() -> None:
    assert put(SETS).status == 201
    empty = account(CONFIRMS)
    assert (empty.status, set(empty.body)) == (200, {"payer", "version"})
    version = set_account(SETS).body["version"]
    shown = account(CONFIRMS)
    assert "0440116243" not in str(shown.body)
    assert shown.headers["etag"] == f'"{version}"'
    for other in (staff("finance", payer="gjensidige"), staff("caseworker")):
        assert account(other).status in (403, 404)
    assert confirm(staff("finance", payer="gjensidige", sub="g"), version).status == 404
    assert confirm({**CONFIRMS, "auth_time": 0}, version).status == 401


def test_a_login_that_is_not_fresh_sets_no_account() -> None:
    platform = staff("platform", payer=None)
    assert put(platform).status == 201
    assert set_account(staff("platform", payer=None, auth_time=0)).status == 401
    assert set_account(staff("finance")).status == 403
    assert set_account(platform, payer="unknown").status == 404


def test_an_account_that_no_bank_has_is_refused_with_every_fault() -> None:
    platform = staff("platform", payer=None)
    assert put(platform).status == 201
    refused = set_account(platform, registrationNumber="40", accountNumber="x", bic="nordea", iban="DE1")
    assert refused.status == 422
    assert {fault["pointer"] for fault in refused.body["errors"]} == {
        "/registrationNumber",
        "/accountNumber",
        "/bic",
        "/iban",
    }
