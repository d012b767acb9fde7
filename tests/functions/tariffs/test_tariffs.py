from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from functions.tariffs.tariffs.handler import handler

from helsebro.errors import VersionStale
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.tariffs.country_tariffs import country_tariffs
from helsebro.tariffs.tariff import Rate, Tariff
from helsebro_aws.tariffs.dynamo_tariffs import DynamoTariffs
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import outbox_rows
from tests.builders.policies import payer_of

pytestmark = pytest.mark.usefixtures("aws")
UNDERWRITER = staff("underwriting", payer="tryg")
FIRST = "/v1/tariffs/psychologist/first"


@pytest.fixture(autouse=True)
def _payer(aws: dict[str, Any]) -> None:
    assert aws
    payer_of("tryg")


def day(ahead: int = 0) -> str:
    return (local_day(datetime.now(UTC)) + timedelta(days=ahead)).isoformat()


def rate(amount: str, begins: str = "2026-01-01", authorised: bool = True, **of: str) -> dict[str, Any]:
    money = {"amount": amount, "currency": "DKK", **of}
    return {"from": begins, "authorised": authorised, "perSession": money}


def put(
    *rates: dict[str, Any], path: str = FIRST, by: dict[str, Any] = UNDERWRITER, version: int = 0
) -> Answered:
    headers = {"if-match": f'"{version}"'} if version else {}
    return ask(handler, event("PUT", path, by=by, body={"rates": [*rates]}, headers=headers))


def get(path: str = FIRST, by: dict[str, Any] = UNDERWRITER) -> Answered:
    return ask(handler, event("GET", path, by=by))


def test_without_a_tariff_of_its_own_a_payer_reads_that_of_its_country() -> None:
    read = get()
    assert (read.status, read.body["source"], read.body["version"], read.body["history"]) == (
        200,
        "country",
        0,
        [],
    )
    [authorised, other] = read.body["rates"]
    assert (authorised["perSession"]["amount"], other["perSession"]["amount"]) == ("850.00", "700.00")


def test_a_norwegian_payer_reads_that_of_norway() -> None:
    payer_of("fjordhelse", "NO")
    read = get(by=staff("underwriting", payer="fjordhelse")).body
    assert read["rates"][0]["perSession"] == {"amount": "1450.00", "currency": "NOK"}


def test_a_tariff_is_set_read_back_and_announced(aws: dict[str, Any]) -> None:
    answer = put(rate("900.00"), rate("950.00", day(30)))
    assert (answer.status, answer.headers["etag"]) == (201, '"1"')
    read = get().body
    assert (read["source"], read["setBy"]) == ("payer", "staff:tryg:s-1")
    spans = [(one["from"], one["until"]) for one in read["rates"]]
    assert spans == [("2026-01-01", day(29)), (day(30), None)]
    [changed] = outbox_rows(aws, "tariff.changed")
    named = {name: next(iter(value.values())) for name, value in changed["data"]["M"].items()}
    assert named == {"profession": "psychologist", "service": "first", "version": "1"}


def test_changing_a_tariff_needs_its_version_and_keeps_its_history() -> None:
    put(rate("900.00", day(1)))
    assert put(rate("910.00", day(1))).status == 428
    assert put(rate("910.00", day(1)), version=7).status == 412
    changed = put(rate("910.00", day(1)), version=1)
    assert (changed.status, changed.body["version"]) == (200, 2)
    amounts = [one["rates"][0]["perSession"]["amount"] for one in get().body["history"]]
    assert amounts == ["900.00", "910.00"]


def test_a_rate_that_has_begun_stays_also_when_it_is_not_repeated() -> None:
    put(rate("333.00", day(-1)))
    assert put(rate("500.00", day(30)), version=1).status == 200
    shown = [(one["from"], one["perSession"]["amount"]) for one in get().body["rates"]]
    assert shown == [(day(-1), "333.00"), (day(30), "500.00")]
    again = put(rate("333.00", day(-1)), rate("510.00", day(30)), version=2)
    assert [one["perSession"]["amount"] for one in again.body["rates"]] == ["333.00", "510.00"]


@pytest.mark.parametrize("ahead, amount", [(-1, "340.00"), (-2, "333.00"), (0, "340.00")])
def test_no_change_rewrites_what_a_session_has_cost(ahead: int, amount: str) -> None:
    put(rate("333.00", day(-1)), rate("345.00", day()))
    refused = put(rate("500.00", day(30)), rate(amount, day(ahead)), version=1)
    faults = [(fault["pointer"], fault["code"]) for fault in refused.body["errors"]]
    assert (refused.status, faults) == (422, [("/rates/1/from", "rate-in-the-past")])


@pytest.mark.parametrize("amount, status", [("100000.00", 201), ("100000.01", 422), ("99999999.00", 422)])
def test_a_rate_has_a_limit(amount: str, status: int) -> None:
    assert put(rate(amount)).status == status


def test_setting_the_same_rates_twice_changes_nothing(aws: dict[str, Any]) -> None:
    assert [put(rate("900.00")).status for _ in range(2)] == [201, 200]
    assert len(outbox_rows(aws, "tariff.changed")) == 1


def test_two_callers_who_set_the_same_tariff_do_not_overwrite_each_other() -> None:
    first, second = (
        Tariff("tryg", "psychologist", "first", (Rate(date(2026, 1, 1), Money.of(amount), True),), 1)
        for amount in (900, 910)
    )
    DynamoTariffs().set(first, "a")
    with pytest.raises(VersionStale):
        DynamoTariffs().set(second, "b")
    assert get().body["rates"][0]["perSession"]["amount"] == "900.00"


def test_the_list_shows_what_counts_of_every_profession_and_service_and_whose_it_is() -> None:
    put(rate("900.00", day(30)))
    put(rate("9.00"), path="/v1/tariffs/acute/first")
    items = {(one["profession"], one["service"]): one for one in get("/v1/tariffs?limit=100").body["items"]}
    assert {*items} == {*country_tariffs("DK"), ("acute", "first")}
    authorised = [one for one in items["psychologist", "first"]["effective"] if one["authorised"]]
    assert [(one["from"], one["until"], one["source"]) for one in authorised] == [
        ("2026-01-01", day(29), "country"),
        (day(30), None, "payer"),
    ]
    assert [one["source"] for one in items["osteopathy", "first"]["effective"]] == ["country"]


@pytest.mark.parametrize("limit", [2, 9])
def test_the_list_has_every_tariff_once_whatever_the_size_of_its_pages(limit: int) -> None:
    for path in ("acute/first", "psychologist/first", "transport/kilometre"):
        assert put(rate("9.00"), path=f"/v1/tariffs/{path}").status == 201
    found, cursor = [], ""
    while cursor is not None:
        page = get(f"/v1/tariffs?limit={limit}{cursor and f'&cursor={cursor}'}").body
        assert len(page["items"]) <= limit
        found += [(one["profession"], one["service"]) for one in page["items"]]
        cursor = page["nextCursor"]
    own = {("acute", "first"), ("transport", "kilometre")}
    assert found == sorted({*country_tariffs("DK")} | own)


def test_a_cursor_of_another_list_is_refused() -> None:
    assert get("/v1/tariffs?cursor=x").status == 400


def test_transport_has_a_rate_a_kilometre_and_no_sessions() -> None:
    assert put(rate("2.50"), path="/v1/tariffs/transport/kilometre").status == 201
    for path in ("transport/first", "psychologist/kilometre"):
        assert put(rate("2.50"), path=f"/v1/tariffs/{path}").status == 404


@pytest.mark.parametrize("path", ["/v1/tariffs/psychology/first", "/v1/tariffs/psychologist/third"])
def test_an_unknown_tariff_names_the_known_professions_and_services(path: str) -> None:
    for answer in (get(path), put(rate("900.00"), path=path)):
        assert (answer.status, answer.body["code"]) == (404, "unknown-tariff")
        assert "psychologist" in answer.body["detail"]
        assert "first, follow-up, debriefing" in answer.body["detail"]


def test_a_wrong_amount_and_a_repeated_rate_are_reported_together() -> None:
    faults = put(rate("-3.00"), rate("900.00")).body["errors"]
    assert {(fault["pointer"], fault["code"]) for fault in faults} == {
        ("/rates/0/perSession/amount", "not-an-amount"),
        ("/rates/1/from", "rate-repeated"),
    }


def test_a_payer_reads_and_sets_only_its_own_tariffs() -> None:
    put(rate("900.00"))
    payer_of("gjensidige")
    other = staff("underwriting", payer="gjensidige")
    assert get(by=other).body["source"] == "country"
    assert {one["source"] for one in get("/v1/tariffs", by=other).body["items"]} == {"country"}
    assert put(rate("1.00"), by=other).status == 201
    assert get().body["rates"][0]["perSession"]["amount"] == "900.00"


@pytest.mark.parametrize("by", [staff("caseworker", payer="tryg"), staff("platform", payer=None), member()])
def test_only_underwriting_sets_a_tariff(by: dict[str, Any]) -> None:
    assert put(rate("900.00"), by=by).status == 403


def test_the_staff_of_the_payer_read_it_and_no_one_else() -> None:
    assert get(by=staff("caseworker", payer="tryg")).status == 200
    assert get(by=member()).status == 403


@pytest.mark.parametrize(
    "path",
    ["/v1/tariffs/astrology/first", "/v1/tariffs/psychologist/third", "/v1/tariffs/hospice/first"],
)
def test_a_tariff_that_no_one_has_set_is_not_found(path: str) -> None:
    assert get(path).status == 404


@pytest.mark.parametrize("path", ["/v1/tariffs/astrology/first", "/v1/tariffs/psychologist/third"])
def test_a_tariff_of_an_unknown_profession_or_service_cannot_be_set(path: str) -> None:
    assert put(rate("900.00"), path=path).status == 404


@pytest.mark.parametrize(
    "rates, pointers",
    [
        ([], {"/rates"}),
        ([{}], {"/rates/0/from", "/rates/0/authorised", "/rates/0/perSession"}),
        (
            [rate("0.00"), rate("-1.00")],
            {"/rates/0/perSession/amount", "/rates/1/perSession/amount", "/rates/1/from"},
        ),
        ([rate("0.00"), rate("1.00")], {"/rates/0/perSession/amount", "/rates/1/from"}),
        ([rate("1.00", currency="NOK")], {"/rates/0/perSession/currency"}),
        (
            [rate("-1.00", currency="NOK"), {**rate("1.00", currency="NOK"), "untill": "x"}],
            {
                "/rates/0/perSession/amount",
                "/rates/0/perSession/currency",
                "/rates/1/perSession/currency",
                "/rates/1/from",
                "/rates/1/untill",
            },
        ),
        ([rate("1.00", currency="SEK")], {"/rates/0/perSession/currency"}),
        ([{**rate("1.00"), "untill": "2027-01-01"}], {"/rates/0/untill"}),
    ],
)
def test_every_fault_of_a_tariff_is_reported(rates: list[dict[str, Any]], pointers: set[str]) -> None:
    answer = put(*rates)
    assert answer.status == 422
    assert {fault["pointer"] for fault in answer.body["errors"]} == pointers
