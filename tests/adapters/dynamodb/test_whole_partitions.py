"""A reader of a whole partition reads all pages: each reader with one item a page, and a scan of the code."""

from __future__ import annotations

import ast
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from helsebro import ids
from helsebro.benefits.reservation import Portion, Purpose
from helsebro.claims.consent import Consent
from helsebro.guarantees.extension import ExtensionRequest, by_clinic
from helsebro.ids import ClinicId, GuaranteeId, PersonId, RefundId
from helsebro.notices.notice import Notice
from helsebro.policies.index_table import IndexYear
from helsebro.quality.decision_tally import Tally
from helsebro.quality.iso_week import IsoWeek
from helsebro.receipt import Receipt
from helsebro.refunds.refund import Refund
from helsebro.signing.secret import WebhookSecret
from helsebro.webhooks.endpoint import WebhookEndpoint
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.bookings.booked_clinics import clinics_at_work
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.calendars.dynamo_free_slots import DynamoFreeSlots
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from helsebro_aws.claims.dynamo_consents import DynamoConsents
from helsebro_aws.claims.dynamo_mandates import DynamoMandates
from helsebro_aws.deadlines.insights.dynamo_service_levels import DynamoServiceLevels
from helsebro_aws.deadlines.insights.keys import service_level_key
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Item, Page, Put, Tables
from helsebro_aws.guarantees.consent.returned_consent import told_again
from helsebro_aws.guarantees.dynamo_extensions import DynamoExtensions
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.invoices.dynamo_invoice_facts import DynamoInvoiceFacts
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.notices.dynamo_notices import DynamoNotices
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_indexes import DynamoIndexes
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.quality.decision_counts import DecisionCounts
from helsebro_aws.quality.keys import count_key
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds
from helsebro_aws.webhooks.dynamo_webhook_endpoints import DynamoWebhookEndpoints
from tests.builders.benefits import book
from tests.builders.calls import staff
from tests.builders.domain.claims import CLAIM_ID, claim
from tests.builders.domain.guarantees import guarantee
from tests.builders.domain.policies import policy
from tests.builders.network import set_practitioner, slot_body, soon, staged
from tests.builders.policies import CARL, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
LAYERS = Path(__file__).parents[3] / "layers/adapters/python/helsebro_aws"
AT = datetime(2026, 11, 1, 9, tzinfo=UTC)
CASE = f"tryg#{CLAIM_ID}"
Reader = Callable[[Tables], Any]


class OneItemAPage(Tables):
    """The tables of a partition that is much larger than a page."""

    def query(self, table: str, pk: str, **how: Any) -> Page:
        """A page of one item."""
        return super().query(table, pk, **{**how, "limit": 1})


def put(table: str, *items: Item) -> None:
    Tables().commit([Put(table, item) for item in items])


def within(prefix: str, number: int) -> str:
    return ids.within(prefix, CLAIM_ID, bytes([number] * 6))


def guarantees() -> Reader:
    some = [guarantee(guarantee_id=within("gar", number), issued_at=AT) for number in (1, 2)]
    put("cases", *({"pk": CASE, "sk": f"GUARANTEE#{one.guarantee_id}", **to_item(one)} for one in some))
    return lambda on: DynamoGuarantees(on).of_claim(CLAIM_ID)


def bookings() -> Reader:
    for day in (1, 2):
        book(guarantee(), "booked", date(2026, 12, day))
    return lambda on: DynamoBookings(on).of_guarantee(guarantee().guarantee_id)


def bookings_of_an_invoice() -> Reader:
    bookings()
    return lambda on: DynamoInvoiceFacts(on)._bookings(guarantee())


def extensions() -> Reader:
    some = [
        by_clinic(claim(), guarantee(), ExtensionRequest("Mere"), ClinicId("cli_a"), AT, bytes([number] * 6))
        for number in (1, 2)
    ]
    put("cases", *({"pk": CASE, "sk": f"EXTENSION#{one.extension_id}", **to_item(one)} for one in some))
    return lambda on: DynamoExtensions(on).of_claim(CLAIM_ID)


def refunds() -> Reader:
    some = [
        Refund(
            RefundId(within("ref", number)),
            CLAIM_ID,
            "tryg",
            PersonId("per_a"),
            "DK",
            (),
            (),
            "received",
            AT,
        )
        for number in (1, 2)
    ]
    put("cases", *({"pk": CASE, "sk": f"REFUND#{one.refund_id}", **to_item(one)} for one in some))
    return lambda on: DynamoRefunds(on).of_claim(CLAIM_ID)


def consents() -> Reader:
    some = [Consent(CLAIM_ID, "given", AT + timedelta(days=day), "per_a") for day in (1, 2)]
    put("cases", *({"pk": CASE, "sk": f"CONSENT#{one.decided_at}", **to_item(one)} for one in some))
    return lambda on: DynamoConsents(clinics_at_work, told_again, on).history(CLAIM_ID)


def clinics_of_a_case() -> Reader:
    for clinic_id in ("cli_a", "cli_b"):
        book(guarantee(), "booked", date(2026, 12, 1), ClinicId(clinic_id))
    return lambda on: clinics_at_work(CLAIM_ID, on)


def mandates() -> Reader:
    held = {"claimId": CLAIM_ID, "payer": "tryg", "personId": "per_a", "country": "DK", "powers": ["act"]}
    for number in (1, 2):
        key = {"pk": CASE, "sk": f"MANDATE#{number}", "listPk": "per_b#mandates", "listSk": f"{number}"}
        put("cases", {**key, **held, "mandateId": f"man_{number}"})
    return lambda on: DynamoMandates(on).held_by(PersonId("per_b"))


def family() -> str:
    payer_of("tryg")
    policy_id = policy_of("tryg")
    person_id = insured_of(policy_id)
    for cpr in (CARL, "0202151234"):
        insured_of(policy_id, cpr=cpr, relation="child", mainInsuredPersonId=person_id)
    return person_id


def children() -> Reader:
    person_id = family()
    return lambda on: DynamoPeople(on).children_of(PersonId(person_id))


def household() -> Reader:
    person_id = family()
    return lambda on: DynamoPeople(on).household(PersonId(person_id)).family


def covers_of_a_family() -> Reader:
    person_id = family()
    return lambda on: DynamoPeople(on).covered_family(PersonId(person_id))


def insured_twice() -> str:
    for payer in ("tryg", "gjensidige"):
        payer_of(payer)
        person_id = insured_of(policy_of(payer), by=staff("underwriting", payer=payer))
    return person_id


def payers() -> Reader:
    person_id = insured_twice()
    return lambda on: DynamoPeople(on).payers_of(PersonId(person_id))


def covers_of_a_person() -> Reader:
    person_id = insured_twice()
    return lambda on: DynamoPeople(on).covered(PersonId(person_id))


def places_at_a_payer() -> Reader:
    payer_of("tryg")
    for product in ("SF1706", "SA1706"):
        person_id = insured_of(policy_of("tryg", product))
    return lambda on: DynamoPeople(on).insured("tryg", person_id)


def settings_of_a_year() -> Reader:
    for version in (1, 2):
        DynamoIndexes().set("tryg", IndexYear(2027, Decimal(version), version=version), "s-1")
    return lambda on: DynamoIndexes(on).settings_of("tryg", 2027)


def notices() -> Reader:
    for number in (1, 2):
        made = Notice(f"ntc_{number}", "tryg", policy().policy_id, "fee", "payer", AT.date(), AT.date())
        key = {"pk": f"tryg#{policy().policy_id}", "sk": f"NOTICE#{made.notice_id}"}
        put("people", {**key, **to_item(made)})
    return lambda on: DynamoNotices(on).all_of(policy())


def endpoints() -> Reader:
    secret = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    for number in (1, 2):
        made = WebhookEndpoint(f"whe_{number}", ClinicId("cli_a"), "https://a.example", ("*",), (secret,), AT)
        DynamoWebhookEndpoints().add(made, Receipt(f"r{number}", "f", 201, {}))
    return lambda on: [one.endpoint_id for one in DynamoWebhookEndpoints(on).of_clinic(ClinicId("cli_a"))]


def practitioners() -> Reader:
    stage = staged("anna")
    set_practitioner(stage.clinic_id, "bo")
    return lambda on: DynamoPractitioners(on).of_clinic(stage.clinic_id)


def slots() -> Reader:
    stage = staged()
    stage.publish(slot_body(soon(72)), slot_body(soon(73)))
    return lambda on: DynamoSlots(on).between(stage.practitioner_id, soon(71), soon(74))


def slots_instead() -> Reader:
    stage = staged()
    ids_of = [stage.free_slot(starts_at=soon(hours)) for hours in (72, 73, 74)]
    taken = DynamoSlots().find(ids_of[0])
    return lambda on: DynamoFreeSlots(on).instead_of(taken, clock.now())


def ledger() -> Reader:
    benefits = DynamoBenefits()
    for number in (1, 2):
        before = benefits.ledger("tryg", PersonId("per_a"))
        portion = Portion(f"p{number}", AT.date(), 3, AT.date(), AT.date())
        after = before.reserve(
            GuaranteeId(within("gar", number)), Purpose(CLAIM_ID), "chiropractic", True, portion
        )
        Tables().commit(benefits.replacement(before, after))
    return lambda on: DynamoBenefits(on).ledger("tryg", PersonId("per_a")).reservations


def reservations_to_release() -> Reader:
    ledger()
    return lambda on: list(DynamoBenefits(on).to_release(date(9999, 1, 1)))


def service_levels() -> Reader:
    week = IsoWeek(2026, 48)
    for kind in ("first-answer", "refund"):
        key = service_level_key("tryg", week, "claims", kind)
        put("cases", {"pk": key[0], "sk": key[1], "within": 1})
    return lambda on: list(DynamoServiceLevels(on).between("tryg", week, week))


def decision_counts() -> Reader:
    week = IsoWeek(2026, 48)
    for clause in ("6.1", "8.2"):
        key = count_key("tryg", week, Tally("denied", "SA1706", clause, ""))
        put("cases", {"pk": key[0], "sk": key[1], "denied": 1})
    return lambda on: list(DecisionCounts(on).between("tryg", week, week))


READERS = (
    service_levels,
    decision_counts,
    guarantees,
    bookings,
    bookings_of_an_invoice,
    extensions,
    refunds,
    consents,
    clinics_of_a_case,
    mandates,
    children,
    household,
    covers_of_a_family,
    payers,
    covers_of_a_person,
    places_at_a_payer,
    settings_of_a_year,
    notices,
    endpoints,
    practitioners,
    slots,
    slots_instead,
    ledger,
    reservations_to_release,
)


@pytest.mark.parametrize("arrange", READERS, ids=lambda arrange: arrange.__name__)
def test_a_reader_finds_the_items_on_the_pages_after_the_first(arrange: Callable[[], Reader]) -> None:
    read = arrange()
    found = read(OneItemAPage())
    assert len(found) >= 2
    assert found == read(Tables())


def cut_short(source: str) -> list[str]:
    """Returns the functions that read a page and ignore its cursor."""
    return [
        function.name
        for function in ast.walk(ast.parse(source))
        if isinstance(function, ast.FunctionDef)
        and ".tables.query(" in (text := ast.unparse(function))
        and "next_cursor" not in text
    ]


def test_no_module_forgets_the_next_page() -> None:
    found = {str(path.relative_to(LAYERS)): cut_short(path.read_text()) for path in LAYERS.rglob("*.py")}
    assert len(found) > 50
    assert {path: names for path, names in found.items() if names} == {}


def test_the_scan_finds_a_reader_of_the_first_page_only() -> None:
    first_page = "def of_claim(self, pk):\n    return self.tables.query('cases', pk, begins='X').items"
    a_list = (
        "def page(self):\n    page = self.tables.query('t', 'p')\n    return page.items, page.next_cursor"
    )
    assert (cut_short(first_page), cut_short(a_list)) == (["of_claim"], [])
