from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from helsebro.guarantees.guarantee import GrantedExtension
from helsebro.money import Money
from tests.builders import policies
from tests.builders.calls import ask, event, member, staff
from tests.builders.network import (
    ANNA,
    BO,
    Stage,
    act,
    book,
    bookings,
    change_claim,
    guarantee_of,
    soon,
    staged,
)

pytestmark = pytest.mark.usefixtures("aws")
FOLLOW_UP: dict[str, Any] = {"service": "follow-up"}


@pytest.fixture
def enrolled(aws: dict[str, Any]) -> None:
    assert aws
    policies.payer_of()
    policies.enrol(policies.policy_of())


def read(path: str, by: dict[str, Any] | None = None) -> Any:
    return ask(bookings(), event("GET", path, by=by or member(ANNA)))


def test_only_the_member_and_staff_read_a_booking(stage: Stage) -> None:
    booking_id = book(guarantee_of(), stage.free_slot()).body["bookingId"]
    path = f"/v1/bookings/{booking_id}"
    callers = [member(ANNA), staff("caseworker"), member(BO), staff("caseworker", payer="gjensidige")]
    assert [read(path, by).status for by in callers] == [200, 200, 404, 404]
    assert read(path, staff("finance")).status == 403
    assert "client" not in read(path).body


def test_staff_read_whose_booking_it_is(stage: Stage) -> None:
    policies.payer_of("tryg")
    policies.insured_of(policies.policy_of("tryg"))
    booking_id = book(guarantee_of(), stage.free_slot()).body["bookingId"]
    path = f"/v1/bookings/{booking_id}"
    assert read(path, staff("caseworker")).body["personName"] == "Anna Holm"
    assert "personName" not in read(path).body


def test_the_member_reads_where_it_is_with_whom_and_whom_to_phone(stage: Stage) -> None:
    guarantee = guarantee_of()
    booking_id = book(guarantee, stage.free_slot()).body["bookingId"]
    place = {
        "clinicName": "Klinik Nord",
        "clinicPhone": "70 22 33 44",
        "practitionerName": "Anna Holm",
        "address": {"street": "Nørregade 1", "postcode": "1165", "city": "København", "country": "DK"},
    }
    path = f"/v1/bookings?personId={guarantee.person_id}"
    [listed] = read(path, staff("caseworker")).body["items"]
    for shown in (read(f"/v1/bookings/{booking_id}").body, listed):
        assert {name: shown[name] for name in place} == place


@pytest.mark.parametrize(("hours", "owed"), [(72, None), (20, {"amount": "450.00", "currency": "DKK"})])
def test_the_member_reads_what_a_late_cancellation_costs(stage: Stage, hours: float, owed: Any) -> None:
    booking_id = book(guarantee_of(), stage.free_slot(starts_at=soon(hours))).body["bookingId"]
    assert act(booking_id, "cancel").status == 200
    assert read(f"/v1/bookings/{booking_id}").body.get("memberPays") == owed


def test_staff_list_a_persons_bookings_page_by_page(stage: Stage) -> None:
    guarantee = guarantee_of()
    ids = [
        book(guarantee, stage.free_slot(starts_at=soon(hours), **FOLLOW_UP), **FOLLOW_UP).body["bookingId"]
        for hours in (72, 74, 76)
    ]
    path = f"/v1/bookings?personId={guarantee.person_id}&limit=2"
    first = read(path, staff("caseworker")).body
    second = read(f"{path}&cursor={first['nextCursor']}", staff("caseworker")).body
    assert [item["bookingId"] for item in first["items"] + second["items"]] == list(reversed(ids))
    assert second["nextCursor"] is None
    assert read(path, staff("caseworker", payer="gjensidige")).body["items"] == []


@pytest.mark.usefixtures("enrolled")
def test_the_clinic_reads_the_price_of_a_session_that_an_extension_added(stage: Stage) -> None:
    added = GrantedExtension(datetime(2026, 11, 1, tzinfo=UTC), 1, None, Money.of(500))
    guarantee = guarantee_of(
        sessions_granted=2, fee=Money.of(2400), fee_for="whole", fees=(), extensions=(added,)
    )
    fees = []
    for hours in (72, 74):
        slot_id = stage.free_slot(starts_at=soon(hours), **FOLLOW_UP)
        booking_id = book(guarantee, slot_id, **FOLLOW_UP).body["bookingId"]
        fees.append(stage.get(f"/v1/bookings/{booking_id}").body["guarantee"]["fee"]["amount"])
    assert fees == ["1900.00", "500.00"]


@pytest.mark.usefixtures("enrolled")
def test_the_clinic_reads_what_it_needs_to_treat_and_to_be_paid(stage: Stage) -> None:
    guarantee = guarantee_of()
    booking_id = book(guarantee, stage.free_slot()).body["bookingId"]
    body = stage.get(f"/v1/bookings/{booking_id}").body
    assert body["client"] == {"cpr": ANNA, "name": "Anna Holm", "bornOn": "1980-01-01", "contact": {}}
    assert body["problem"]["description"] == "Vred om i knæet"
    assert body["insurer"]["name"] == "Tryg"
    assert body["guarantee"]["fee"] == {"amount": "450.00", "currency": "DKK"}
    assert body["invoice"] == {
        "endpoint": {"scheme": "0088", "id": "5790000000005"},
        "orderReference": guarantee.number,
        "buyerReference": guarantee.case_reference,
        "bookingId": booking_id,
    }


@pytest.mark.usefixtures("enrolled")
def test_without_consent_the_clinic_reads_no_data_of_the_client(stage: Stage) -> None:
    guarantee = guarantee_of()
    booking_id = book(guarantee, stage.free_slot()).body["bookingId"]
    change_claim(guarantee, consent="withdrawn")
    body = stage.get(f"/v1/bookings/{booking_id}").body
    assert body["consent"] == "withdrawn"
    assert not {"client", "problem"} & body.keys()


@pytest.mark.usefixtures("enrolled")
def test_another_clinic_does_not_find_the_booking(stage: Stage) -> None:
    guarantee, other = guarantee_of(), staged("other")
    booking_id = book(guarantee, stage.free_slot()).body["bookingId"]
    assert other.get(f"/v1/bookings/{booking_id}").status == 404
    listed = [at.get(f"/v1/bookings?personId={guarantee.person_id}").body["items"] for at in (stage, other)]
    assert [len(items) for items in listed] == [1, 0]


@pytest.mark.usefixtures("enrolled")
def test_a_member_lists_their_own_bookings_and_those_of_others_are_404(stage: Stage) -> None:
    guarantee = guarantee_of()
    booking_id = book(guarantee, stage.free_slot()).body["bookingId"]
    assert [item["bookingId"] for item in read("/v1/bookings").body["items"]] == [booking_id]
    assert read(f"/v1/bookings?personId={guarantee.person_id}", member(BO)).status == 404


def test_a_guardian_lists_a_childs_bookings_and_another_parent_finds_none(stage: Stage) -> None:
    cpr = policies.cpr_of_age(10)
    policies.payer_of()
    policy_id = policies.policy_of()
    anna = policies.insured_of(policy_id)
    policies.insured_of(policy_id, cpr=BO)
    child = policies.insured_of(policy_id, cpr=cpr, relation="child", mainInsuredPersonId=anna)
    guarantee = guarantee_of(cpr)
    change_claim(guarantee, guardianId=anna, guardianUntil=f"{soon(24 * 365):%Y-%m-%d}")
    booking_id = book(guarantee, stage.free_slot()).body["bookingId"]
    path = f"/v1/bookings?personId={child}"
    assert [item["bookingId"] for item in read(path).body["items"]] == [booking_id]
    assert read(path, member(BO)).status == 404


@pytest.mark.parametrize("query", ["limit=0", "limit=x", "cursor=tryg:nonsense", "cursor=other:"])
def test_a_bad_page_is_400(query: str) -> None:
    assert read(f"/v1/bookings?personId=per_a&{query}", staff("caseworker")).status == 400
