"""The network for tests: an active clinic whose system signs, a practitioner, slots, guarantees."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from helsebro import ids
from helsebro.claims.claim import Claim
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ClaimId, ClinicId, PolicyId, PractitionerId, SlotId
from helsebro.local_day import local_day
from helsebro.network.clinic import Checklist, Clinic, ClinicContact
from helsebro.network.search_row import CHANGED_BY
from helsebro_aws.dynamodb.keys import case_partition
from helsebro_aws.dynamodb.record import instant, to_item
from helsebro_aws.dynamodb.tables import Operation, Put, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.identity import pseudonym
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.keys import search_partition
from helsebro_aws.platform import clock
from tests.builders.calls import Answered, ask, event, member, signed
from tests.builders.domain import guarantees
from tests.builders.domain.asking import question
from tests.builders.events.messages import comes_again
from tests.suite.instant import of_this_test

SECRET = "whsec_" + "bmV0d29yay1vZi10aGUtdGVzdHMtc2VjcmV0"
ANNA, BO = "0101801234", "0202821234"
MOST_AT_ONCE = 25
"""A guarantee is four items with its claim and its ledger entry, and a transaction has at most a hundred."""


@dataclass(frozen=True)
class Stage:
    """A clinic with one practitioner, and calls of the clinic's system."""

    clinic_id: ClinicId
    key: str
    practitioner_id: PractitionerId

    def event(self, type_: str, data: Any, **envelope: Any) -> Answered:
        """Returns the answer to an event that the clinic's system reports."""
        return ask(clinic_events(), self.event_call(type_, data, **envelope))

    def event_call(self, type_: str, data: Any, **envelope: Any) -> dict[str, Any]:
        """Returns the signed call that reports it."""
        body = {"type": type_, "timestamp": instant(clock.now()), "data": data, **envelope}
        return signed("POST", "/v1/clinic-events", clinic_id=self.clinic_id, secret=SECRET, body=body)

    def publish(self, *slots: dict[str, Any]) -> Answered:
        """Publishes slots of the practitioner."""
        return self.event("slots.published", {"practitionerKey": self.key, "slots": list(slots)})

    def free_slot(self, **changes: Any) -> SlotId:
        """Returns the id of a new free slot."""
        answer = self.publish(slot_body(**changes))
        assert answer.status == 202, answer.body
        return SlotId(answer.body["published"][0]["slotId"])

    def get(self, path: str) -> Answered:
        """Returns the answer to a GET of the clinic's system."""
        handler = bookings() if path.startswith("/v1/bookings") else clinics()
        return ask(handler, signed("GET", path, clinic_id=self.clinic_id, secret=SECRET))


def bookings() -> Any:
    """Returns the function's handler."""
    from functions.bookings.bookings.handler import handler

    return handler


def clinic_events() -> Any:
    """Returns the function's handler."""
    from functions.clinic_systems.clinic_events.handler import handler

    return handler


def clinic_practitioners() -> Any:
    """Returns the function's handler."""
    from functions.network.clinic_practitioners.handler import handler

    return handler


def clinics() -> Any:
    """Returns the function's handler."""
    from functions.network.clinics.handler import handler

    return handler


def practitioners() -> Any:
    """Returns the function's handler."""
    from functions.network.practitioners.handler import handler

    return handler


def clinic(**changes: Any) -> Clinic:
    """Returns an active clinic with a complete checklist."""
    at = datetime(2026, 1, 5, 9, tzinfo=UTC)
    base: dict[str, Any] = {
        "clinic_id": ids.plain("cli", secrets.token_bytes(10)),
        "name": "Klinik Nord",
        "cvr": "31415926",
        "country": "DK",
        "contact": ClinicContact("70 22 33 44", "klinik@example.org"),
        "status": "active",
        "checklist": Checklist(at, at, at, at, at, at),
        "consented_at": at,
        "consent_text_version": "2026-01-01",
        "first_published_at": at,
        "follow_up_published_at": at,
    }
    return Clinic(**base | changes)


def staged(key: str = "anna", clinic_changes: dict[str, Any] | None = None, **practitioner: Any) -> Stage:
    """Returns a clinic with a practitioner of physiotherapy."""
    registered = clinic(**(clinic_changes or {}))
    DynamoClinics().register(registered, SECRET)
    answer = set_practitioner(registered.clinic_id, key, **practitioner)
    assert answer.status == 201, answer.body
    return Stage(registered.clinic_id, key, PractitionerId(answer.body["practitionerId"]))


def practitioner_body(**changes: Any) -> dict[str, Any]:
    """Returns a physiotherapist in Copenhagen who takes any problem."""
    base = {
        "name": "Anna Holm",
        "profession": "physiotherapist",
        "authorised": True,
        "providerNumber": False,
        "approvals": [],
        "address": {"street": "Nørregade 1", "postcode": "1165", "city": "København", "country": "DK"},
        "treatments": ["physiotherapy"],
        "problems": [],
        "insuranceClients": True,
        "crisisHelp": False,
    }
    return {name: part for name, part in {**base, **changes}.items() if part is not None}


def set_practitioner(clinic_id: str, key: str, secret: str = SECRET, **changes: Any) -> Answered:
    """Returns the answer to a practitioner set by the clinic's system."""
    path = f"/v1/clinics/{clinic_id}/practitioners/{key}"
    body = practitioner_body(**changes)
    return ask(clinic_practitioners(), signed("PUT", path, clinic_id=clinic_id, secret=secret, body=body))


def refresh_search() -> None:
    """Writes the search rows as the events require that have been stored so far."""
    from functions.network.refresh_search_rows.handler import handler

    rows, _, *_ = tables.client.sync_scan_page(tables.settings.outbox_table)
    events = [{**row, "eventId": row["pk"]} for row in rows if row["type"] in CHANGED_BY]
    assert not events or comes_again(handler, *events) == []


def search_rows(treatment: str) -> list[str]:
    """Returns the practitioners that a search in Denmark for a treatment may find, as of all events."""
    refresh_search()
    rows = tables.query_all(tables.settings.network_table, search_partition("DK", treatment))
    return [row["practitioner"]["practitionerId"] for row in rows]


def soon(hours: float = 72) -> datetime:
    """Returns the minute in which the test began, plus ``hours``."""
    return of_this_test().replace(second=0, microsecond=0) + timedelta(hours=hours)


def slot_body(starts_at: datetime | None = None, minutes: int = 45, **changes: Any) -> dict[str, Any]:
    """Returns the body of a slot, by default in three days."""
    start = starts_at or soon()
    base = {"key": f"s-{secrets.token_hex(4)}", "startsAt": instant(start), "service": "first"}
    return {**base, "endsAt": instant(start + timedelta(minutes=minutes)), **changes}


def guarantee_of(cpr: str = ANNA, payer: str = "tryg", **changes: Any) -> Guarantee:
    """Returns a guarantee of three sessions of physiotherapy, with its claim."""
    return guarantees_of([cpr], payer, **changes)[0]


def guarantees_of(cprs: Sequence[str], payer: str = "tryg", **changes: Any) -> list[Guarantee]:
    """Returns a guarantee for each of up to ``MOST_AT_ONCE`` people, in one commit."""
    made = []
    puts: list[Operation] = []
    for cpr in cprs:
        claim = _claim(cpr, payer)
        guarantee = _guarantee(claim, changes)
        item = {"pk": case_partition(claim.claim_id), "sk": "CLAIM", **to_item(claim)}
        puts += [Put(tables.settings.cases_table, item), *DynamoGuarantees().creation(guarantee)]
        made.append(guarantee)
    tables.commit(puts)
    return made


def stored(guarantee: Guarantee) -> dict[str, Any]:
    """Returns the guarantee's item as it is now."""
    pk, sk = case_partition(guarantee.guarantee_id), f"GUARANTEE#{guarantee.guarantee_id}"
    return tables.get(tables.settings.cases_table, pk, sk) or {}


def book(
    guarantee: Guarantee, slot_id: str, by: dict[str, Any] | None = None, key: str = "", **changes: Any
) -> Answered:
    """Returns the answer to a booking of a first session, by Anna by default."""
    body = {"guaranteeId": guarantee.guarantee_id, "slotId": slot_id, "service": "first", **changes}
    return ask(bookings(), event("POST", "/v1/bookings", by=by or member(ANNA), body=body, key=key))


def book_series(
    guarantee: Guarantee, slot_ids: Sequence[str], by: dict[str, Any] | None = None, key: str = ""
) -> Answered:
    """Returns the answer to a booking of several sessions in one act, by Anna by default."""
    from functions.bookings.series.handler import handler

    body = {"guaranteeId": guarantee.guarantee_id, "slotIds": list(slot_ids)}
    call = event("POST", "/v1/bookings/series", by=by or member(ANNA), body=body, key=key)
    return ask(handler, call)


def hold(guarantee: Guarantee, slot_id: str, by: dict[str, Any] | None = None, key: str = "") -> Answered:
    """Returns the answer to a hold."""
    body = {"guaranteeId": guarantee.guarantee_id, "slotId": slot_id}
    return ask(bookings(), event("POST", "/v1/holds", by=by or member(ANNA), body=body, key=key))


def act(booking_id: str, verb: str, by: dict[str, Any] | None = None, body: Any = None) -> Answered:
    """Returns the answer to ``cancel`` or ``reschedule``."""
    path = f"/v1/bookings/{booking_id}/{verb}"
    return ask(bookings(), event("POST", path, by=by or member(ANNA), body=body or {}))


def change_claim(guarantee: Guarantee, **changes: Any) -> None:
    """Changes attributes of the stored claim of a guarantee."""
    table, key = tables.settings.cases_table, (f"tryg#{guarantee.claim_id}", "CLAIM")
    claim = tables.get(table, *key) or {}
    tables.commit([Put(table, {**claim, **changes}, when=None)])


def begun(booking_id: str, minutes_ago: int = 60) -> None:
    """Moves the start of a booked session into the past."""
    start = soon(0) - timedelta(minutes=minutes_ago)
    change_booking(booking_id, startsAt=instant(start), endsAt=instant(start + timedelta(minutes=45)))


def change_booking(booking_id: str, **changes: Any) -> None:
    """Changes attributes of a stored booking."""
    table, key = tables.settings.cases_table, (case_partition(booking_id), f"BOOKING#{booking_id}")
    item = tables.get(table, *key) or {}
    tables.commit([Put(table, {**item, **changes}, when=None)])


def _guarantee(claim: Claim, changes: dict[str, Any]) -> Guarantee:
    today = local_day(datetime.now(UTC))
    of_the_claim: dict[str, Any] = {
        "guarantee_id": ids.within("gar", claim.claim_id, secrets.token_bytes(6)),
        "case_reference": f"HB-{secrets.token_hex(4)}",
        "claim_id": claim.claim_id,
        "payer": claim.payer,
        "person_id": claim.person_id,
        "valid_from": today - timedelta(days=30),
        "valid_until": today + timedelta(days=180),
    }
    return guarantees.guarantee(**of_the_claim | changes)


def _claim(cpr: str, payer: str) -> Claim:
    return Claim(
        claim_id=ClaimId(ids.mint("clm", payer, secrets.token_bytes(10))),
        payer=payer,
        person_id=pseudonym.person_id("DK", cpr),
        policy_id=PolicyId("pol_1"),
        policy_number="P-SF1706",
        product="SF1706",
        country="DK",
        status="approved",
        reported_at=datetime(2026, 11, 1, 9, tzinfo=UTC),
        version=3,
        treatment_type="physiotherapy",
        question=question(
            {"cause": "leisure", "condition": {"category": "injury", "arisenOn": "2026-09-01"}}
        ),
        description="Vred om i knæet",
        consent="given",
        consent_expires_on=date(2999, 1, 1),
    )
