"""Every list of the API: a call of it, and rows that lie beside its own and do not match."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from helsebro import ids
from helsebro.calendars.slot import Slot
from helsebro.deadlines.clocks import CLOCKS
from helsebro.ids import BookingId, ClinicId, GuaranteeId, PersonId, WaitlistId
from helsebro.receipt import Receipt
from helsebro.webhooks.delivery import Delivery
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.bookings.waitlist.dynamo_waitlist import DynamoWaitlist
from helsebro_aws.calendars.dynamo_slots import slot_item
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.deadlines.dynamo_deadlines import DynamoDeadlines
from helsebro_aws.deadlines.insights.keys import service_levels
from helsebro_aws.dynamodb.keys import as_attributes, clinic_feed
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.invoices.keys import listed_invoices, with_status
from helsebro_aws.messages.keys import (
    canned_partition,
    inbox_of,
    inbox_of_assignee,
    thread_partition,
)
from helsebro_aws.network.keys import practitioners_of_clinic
from helsebro_aws.notifications.letters.keys import letters_in
from helsebro_aws.payments.keys import bank_reports, payables_with_status, runs_in_state
from helsebro_aws.payments.ledger.keys import entries_of_day
from helsebro_aws.payments.statements.keys import statement_of
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.enrolled.policy_listing import place_of
from helsebro_aws.policies.keys import index_partition, insured_key, policy_partition
from helsebro_aws.reconciliation.keys import reconciliations_of
from helsebro_aws.tariffs.keys import tariff_partition
from helsebro_aws.tasks.keys import open_tasks
from helsebro_aws.webhooks.dynamo_deliveries import DynamoDeliveries
from tests.builders.calls import event, member, staff
from tests.builders.domain.deadlines import running
from tests.builders.network import ANNA, soon
from tests.builders.payments.received_reports import received_report
from tests.promises.lists.rows import Recorder, Row, around, listed, puts
from tests.promises.lists.stage import ListStage, get, new_claim_id

NOW = datetime.now(UTC).replace(microsecond=0)
ENDPOINT = "whe_asked"
SLOTS_PATH = "/v1/practitioners/{practitionerId}/slots"
NO_RECEIPT = Receipt("", "", 201, {})


@dataclass(frozen=True)
class ListCase:
    """A list: its path in the OpenAPI document, a call, and ``count`` rows that do not match.

    ``match`` stores one row that matches and comes after the others, and returns the text that shows it; a
    list ``by_key`` shows it on the first page.
    """

    path: str
    call: Callable[[ListStage], Mapping[str, Any]]
    others: Callable[[ListStage, int], Iterable[Row]]
    match: Callable[[ListStage], str] | None = None
    by_key: bool = True


def claims_in_review(stage: ListStage, count: int) -> list[Row]:
    """Younger claims of the same person with another status."""
    recorder = Recorder()
    for number in range(count):
        at = stage.claim.reported_at + timedelta(seconds=number + 1)
        other = replace(stage.claim, claim_id=new_claim_id(), status="in-review", reported_at=at)
        DynamoClaims(recorder).report(other, NO_RECEIPT)
    return recorder.rows


def bookings_elsewhere(stage: ListStage, count: int) -> list[Row]:
    """Later bookings of the same person at another clinic."""
    creations = (DynamoBookings().creation(stage.elsewhere(number)) for number in range(count))
    return [row for creation in creations for row in puts(creation)]


def guarantees_used_up(stage: ListStage, count: int) -> Iterator[Row]:
    """Guarantees of other clients of the same clinic, issued later, without a session left."""
    known = DynamoGuarantees().find(stage.booking.guarantee_id)
    for number in range(count):
        guarantee_id = GuaranteeId(ids.within("gar", new_claim_id(), number.to_bytes(6, "big")))
        used = replace(
            known,
            guarantee_id=guarantee_id,
            claim_id=new_claim_id(),
            case_reference=f"HB-{number:06}",
            sessions_used=known.sessions_granted,
            issued_at=NOW + timedelta(seconds=number + 1),
        )
        yield from puts(DynamoGuarantees().creation(used))


def waitlist_of_anna() -> Mapping[str, Any]:
    """The call of a member who lists the own entries of the waitlist."""
    return event("GET", "/v1/waitlist", by=member(ANNA))


def removed_entries(stage: ListStage, count: int) -> list[Row]:
    """Later entries of the same person that are removed, while their place in the list is not yet."""
    recorder = Recorder()
    for number in range(count):
        waitlist_id = WaitlistId(ids.within("wtl", new_claim_id(), number.to_bytes(6, "big")))
        later = stage.waitlist_entry.joined_at + timedelta(seconds=number + 1)
        other = replace(stage.waitlist_entry, waitlist_id=waitlist_id, joined_at=later)
        recorder.commit(DynamoWaitlist(recorder).creation(other))
    return [row for row in recorder.rows if row[1]["sk"].startswith("WAITLISTED#")]


def deliveries_to(endpoint_id: str, stage: ListStage, count: int) -> list[Row]:
    """Deliveries of the same clinic to an endpoint, which are younger than all before."""
    recorder = Recorder()
    for number in range(count):
        at = NOW + timedelta(seconds=number + 1)
        event = {"eventId": f"evt_{number:05}", "type": "booking.created", "at": at.isoformat(), "data": {}}
        delivery = Delivery.of({**event, "clinicId": stage.clinic_id}, endpoint_id, at)
        DynamoDeliveries(recorder).begin(delivery)
    return recorder.rows


def missed_deadlines(_: ListStage, count: int) -> list[Row]:
    """Deadlines of the same queue that were due before."""
    recorder = Recorder()
    for number in range(count):
        due_at = NOW - timedelta(days=2, seconds=number)
        other = running("contact", subject_id=f"gar_{number:05}", since=due_at, due_at=due_at)
        DynamoDeadlines(recorder).change(None, other, CLOCKS["contact"])
    return recorder.rows


def running_deadline(_: ListStage) -> str:
    """Stores a deadline that is not due yet."""
    due_at = NOW + timedelta(days=2)
    DynamoDeadlines().change(
        None, running("contact", subject_id="gar_match", due_at=due_at), CLOCKS["contact"]
    )
    return "gar_match"


def first_delivery(stage: ListStage) -> str:
    """Stores the clinic's oldest delivery, to the endpoint that is asked for."""
    event = {"eventId": "evt_match", "type": "booking.created", "at": NOW.isoformat(), "data": {}}
    delivery = Delivery.of({**event, "clinicId": stage.clinic_id}, ENDPOINT, NOW)
    return DynamoDeliveries().begin(delivery).delivery_id


def last_free_slot(stage: ListStage) -> str:
    """Stores a free slot after all others."""
    return stage.clinic.free_slot(starts_at=soon(24 * 200))


def follow_up_slots(stage: ListStage, count: int) -> Iterator[Row]:
    """Free slots of the other service before every slot that is asked for."""
    for number in range(count):
        at = NOW + timedelta(minutes=5 * number + 5)
        span = (at, at + timedelta(minutes=5))
        slot = Slot.published(stage.practitioner_id, stage.clinic_id, f"f{number}", "follow-up", span)
        yield "network", slot_item(slot)


def booked_slots(stage: ListStage, count: int) -> Iterator[Row]:
    """Booked slots before every free one."""
    for number in range(count):
        at = NOW + timedelta(minutes=5 * number + 5)
        span = (at, at + timedelta(minutes=5))
        free = Slot.published(stage.practitioner_id, stage.clinic_id, f"k{number}", "first", span)
        yield "network", slot_item(replace(free, status="booked", booking_id=BookingId("bkg_other")))


def of_case(path: str, *roles: str) -> ListCase:
    """A part of a case, whose other parts lie in the same partition."""
    return ListCase(
        f"/v1/claims/{{claimId}}/{path}",
        lambda stage: get(f"{stage.claim_url}/{path}", *roles),
        lambda stage, count: around("cases", stage.case, count),
    )


def of_policy(path: str, table: str) -> ListCase:
    """What belongs to a policy, whose other parts lie in the same partition."""
    return ListCase(
        f"/v1/policies/{{policyId}}/{path}",
        lambda stage: get(f"/v1/policies/{stage.policy_id}/{path}", "underwriting"),
        lambda stage, count: around(table, policy_partition("tryg", stage.policy_id), count),
    )


def of_person(path: str, match: Callable[[ListStage], str] | None = None) -> ListCase:
    """What the member lists of herself, whose other parts lie in the same partition."""
    return ListCase(
        path,
        lambda _: event("GET", path, by=member(ANNA)),
        lambda stage, count: around("people", stage.person_id, count),
        match,
    )


def employees_of_policy(stage: ListStage, count: int) -> Iterator[Row]:
    """Employees of the same policy, among whom children are sought."""
    [known] = DynamoPeople().insured("tryg", stage.person_id)
    for number in range(count):
        stored = to_item(replace(known, person_id=PersonId(f"per_{number:024}")))
        key = as_attributes(insured_key("tryg", stored["personId"], known.policy_id))
        yield "people", {**key, **stored, **place_of(stored)}


CASES: tuple[ListCase, ...] = (
    ListCase(
        "/v1/claims",
        lambda _: get("/v1/claims?status=awaiting-member"),
        claims_in_review,
        lambda stage: stage.claim.claim_id,
    ),
    ListCase(
        "/v1/claims",
        lambda stage: get(f"/v1/claims?status=awaiting-member&personId={stage.person_id}"),
        claims_in_review,
        lambda stage: stage.claim.claim_id,
        by_key=False,
    ),
    of_person("/v1/me/consents", lambda stage: stage.claim.claim_id),
    of_person("/v1/consent-texts"),
    ListCase(
        "/v1/claims/{claimId}/consent/personal",
        lambda stage: get(f"/v1/claims/{stage.claim.claim_id}/consent/personal"),
        lambda *_: (),
    ),
    ListCase(
        "/v1/bookings",
        lambda stage: stage.by_clinic(f"/v1/bookings?personId={stage.person_id}"),
        bookings_elsewhere,
        lambda stage: stage.booking.booking_id,
        by_key=False,
    ),
    ListCase(
        "/v1/bookings",
        lambda stage: stage.by_clinic("/v1/bookings"),
        bookings_elsewhere,
        lambda stage: stage.booking.booking_id,
    ),
    ListCase(
        "/v1/bookings",
        lambda stage: stage.by_clinic("/v1/bookings?toInvoice=true"),
        bookings_elsewhere,
    ),
    ListCase(
        "/v1/waitlist",
        lambda _: waitlist_of_anna(),
        removed_entries,
        lambda stage: stage.waitlist_entry.waitlist_id,
        by_key=False,
    ),
    of_case("documents"),
    of_case("complaints"),
    of_case("extensions"),
    of_case("guarantees"),
    of_case("mandates"),
    of_case("messages"),
    of_case("notifications"),
    of_case("refunds"),
    of_policy("insured", "people"),
    ListCase(
        "/v1/policies/{policyId}/insured",
        lambda stage: get(f"/v1/policies/{stage.policy_id}/insured?relation=child", "underwriting"),
        employees_of_policy,
    ),
    of_policy("notices", "people"),
    of_policy("notifications", "cases"),
    ListCase(
        "/v1/clinics/{clinicId}/changes",
        lambda stage: stage.by_clinic(f"/v1/clinics/{stage.clinic_id}/changes"),
        lambda stage, count: around("network", stage.clinic_id, count),
    ),
    ListCase(
        "/v1/clinics/{clinicId}/guarantees",
        lambda stage: stage.by_clinic(f"/v1/clinics/{stage.clinic_id}/guarantees?status=active"),
        guarantees_used_up,
        lambda stage: stage.booking.guarantee_id,
        by_key=False,
    ),
    ListCase(
        "/v1/clinics/{clinicId}/payees",
        lambda stage: event("GET", f"/v1/clinics/{stage.clinic_id}/payees", by=staff("network", payer=None)),
        lambda stage, count: around("money", stage.clinic_id, count),
    ),
    ListCase(
        "/v1/clinics/{clinicId}/practitioners",
        lambda stage: stage.by_clinic(f"/v1/clinics/{stage.clinic_id}/practitioners"),
        lambda _, count: listed("network", practitioners_of_clinic(ClinicId("cli_other")), count),
    ),
    ListCase(
        "/v1/clinics/{clinicId}/webhook-endpoints",
        lambda stage: stage.by_clinic(f"/v1/clinics/{stage.clinic_id}/webhook-endpoints"),
        lambda stage, count: around("network", stage.clinic_id, count),
    ),
    ListCase(
        "/v1/clinics/{clinicId}/webhook-endpoints/deliveries",
        lambda stage: stage.by_clinic(f"/v1/clinics/{stage.clinic_id}/webhook-endpoints/deliveries"),
        lambda stage, count: around("network", stage.clinic_id, count),
    ),
    ListCase(
        "/v1/clinics/{clinicId}/webhook-endpoints/{endpointId}/deliveries",
        lambda stage: stage.by_clinic(
            f"/v1/clinics/{stage.clinic_id}/webhook-endpoints/{ENDPOINT}/deliveries"
        ),
        lambda stage, count: deliveries_to("whe_other", stage, count),
        first_delivery,
        by_key=False,
    ),
    ListCase(
        "/v1/deadlines",
        lambda _: get("/v1/deadlines?queue=network&state=running"),
        missed_deadlines,
        running_deadline,
        by_key=False,
    ),
    ListCase(
        "/v1/events",
        lambda stage: stage.by_clinic("/v1/events"),
        lambda stage, count: around("network", clinic_feed(stage.clinic_id), count),
    ),
    ListCase(
        "/v1/enquiries/{enquiryId}/messages",
        lambda stage: get(f"/v1/enquiries/{stage.enquiry_id}/messages"),
        lambda stage, count: around("cases", thread_partition(stage.enquiry_id), count),
    ),
    ListCase(
        "/v1/me/messages",
        lambda stage: event("GET", "/v1/me/messages", by=member(ANNA)) if stage.person_id else {},
        lambda stage, count: around("cases", thread_partition(stage.enquiry_id), count),
    ),
    ListCase(
        "/v1/inbox",
        lambda _: get("/v1/inbox"),
        lambda _, count: listed("cases", inbox_of("tryg", "refunds"), count),
    ),
    ListCase(
        "/v1/inbox",
        lambda _: get("/v1/inbox?assignee=me"),
        lambda _, count: listed("cases", inbox_of_assignee("tryg", "claims", None), count),
    ),
    ListCase(
        "/v1/payers/{payer}/canned-answers",
        lambda _: get("/v1/payers/tryg/canned-answers"),
        lambda _, count: around("cases", canned_partition("tryg"), count),
    ),
    ListCase(
        "/v1/indexes",
        lambda _: get("/v1/indexes"),
        lambda _, count: around("people", index_partition("tryg"), count),
    ),
    ListCase(
        "/v1/insights/service-levels",
        lambda _: get("/v1/insights/service-levels?from=2026-11-23&to=2026-11-24", "quality"),
        lambda _, count: around("cases", service_levels("tryg"), count),
    ),
    ListCase(
        "/v1/invoices",
        lambda _: get("/v1/invoices", "finance"),
        lambda _, count: around("money", listed_invoices("tryg", "cli_other"), count),
    ),
    ListCase(
        "/v1/invoices",
        lambda _: get("/v1/invoices?status=in-review&clinicId=cli_asked", "finance"),
        lambda _, count: listed(
            "money", with_status(listed_invoices("tryg", "cli_asked"), "accepted"), count
        ),
    ),
    ListCase(
        "/v1/invoices",
        lambda stage: stage.by_clinic("/v1/invoices?status=rejected"),
        lambda stage, count: listed(
            "money", with_status(listed_invoices(stage.clinic_id), "accepted"), count
        ),
    ),
    ListCase(
        "/v1/ledger",
        lambda _: get("/v1/ledger?day=2026-11-21", "finance"),
        lambda _, count: listed("money", entries_of_day("tryg", date(2026, 11, 22)), count),
    ),
    ListCase(
        "/v1/clinics/{clinicId}/statement",
        lambda stage: stage.by_clinic(f"/v1/clinics/{stage.clinic_id}/statement"),
        lambda stage, count: around("money", statement_of(stage.clinic_id), count),
    ),
    ListCase(
        "/v1/letters",
        lambda _: get("/v1/letters?state=queued"),
        lambda _, count: listed("cases", letters_in("tryg", "posted"), count),
    ),
    ListCase(
        "/v1/bank-reports",
        lambda _: get("/v1/bank-reports", "finance"),
        lambda _, count: listed("money", bank_reports("other"), count),
    ),
    ListCase(
        "/v1/bank-reports/{reportId}",
        lambda _: get(f"/v1/bank-reports/{received_report().report_id}", "finance"),
        lambda _, count: around("money", "tryg#rpt_other", count),
    ),
    ListCase(
        "/v1/payment-files",
        lambda _: get("/v1/payment-files?state=drafted", "finance"),
        lambda _, count: listed("money", runs_in_state("tryg", "sent"), count),
    ),
    ListCase(
        "/v1/payments",
        lambda _: get("/v1/payments?status=approved", "finance"),
        lambda _, count: listed("money", payables_with_status("tryg", "drafted"), count),
    ),
    ListCase(
        "/v1/reconciliations",
        lambda _: get("/v1/reconciliations", "finance"),
        lambda _, count: around("money", reconciliations_of("other"), count),
    ),
    ListCase(
        "/v1/tariffs",
        lambda stage: stage.registered(get("/v1/tariffs")),
        lambda _, count: around("people", tariff_partition("tryg"), count),
    ),
    ListCase(
        "/v1/tasks",
        lambda _: get("/v1/tasks?queue=claims"),
        lambda _, count: listed("cases", open_tasks("tryg", "extensions"), count),
    ),
    ListCase(
        SLOTS_PATH,
        lambda stage: get(f"/v1/practitioners/{stage.practitioner_id}/slots"),
        booked_slots,
        last_free_slot,
    ),
    ListCase(
        SLOTS_PATH,
        lambda stage: get(f"/v1/practitioners/{stage.practitioner_id}/slots?service=first"),
        follow_up_slots,
        last_free_slot,
        by_key=False,
    ),
)
