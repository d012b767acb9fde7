"""Keys in the form that is stored, which no change of the code may alter; each is made in one module."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from helsebro import ids
from helsebro.errors import NotFound
from helsebro.ids import (
    BookingId,
    ClaimId,
    ClinicId,
    DocumentId,
    ExtensionId,
    GuaranteeId,
    InvoiceId,
    MandateId,
    PayableId,
    PersonId,
    PolicyId,
    PractitionerId,
    RefundId,
    TaskId,
)
from helsebro_aws.benefits import keys as benefits
from helsebro_aws.bookings import keys as bookings
from helsebro_aws.bookings.own_calendar import keys as own_calendar
from helsebro_aws.calendars import keys as calendars
from helsebro_aws.claims import keys as claims
from helsebro_aws.decisions import keys as decisions
from helsebro_aws.documents import keys as documents
from helsebro_aws.dynamodb import keys
from helsebro_aws.guarantees import keys as guarantees
from helsebro_aws.identity import keys as identity
from helsebro_aws.invoices import keys as invoices
from helsebro_aws.network import keys as network
from helsebro_aws.notices import keys as notices
from helsebro_aws.onboarding import keys as onboarding
from helsebro_aws.payments import keys as payments
from helsebro_aws.policies import keys as policies
from helsebro_aws.refunds import keys as refunds
from helsebro_aws.tariffs import keys as tariffs
from helsebro_aws.tasks import keys as tasks
from helsebro_aws.webhooks import keys as webhooks

ROOT = Path(__file__).parents[3]
AT = datetime(2026, 11, 21, 9, 30, 15, tzinfo=UTC)
CLAIM = ClaimId(ids.mint("clm", "tryg", bytes(10)))
GUARANTEE = GuaranteeId(ids.within("gar", CLAIM, bytes(6)))
BOOKING = BookingId(ids.within("bkg", CLAIM, bytes(6)))
TASK = TaskId(ids.within("tsk", CLAIM, bytes(6)))
TASK_OF_CLINIC = TaskId(ids.within("tsk", "cli_a", bytes(6)))
REFUND = RefundId(ids.within("ref", CLAIM, bytes(6)))
EXTENSION = ExtensionId(ids.within("ext", CLAIM, bytes(6)))
CASE = f"tryg#{CLAIM}"

STORED: list[tuple[Any, Any]] = [
    (keys.event_key("evt_1"), ("evt_1", "EVENT")),
    (keys.clinic_feed(ClinicId("cli_a")), "cli_a#events"),
    (keys.feed_place(42), "0000000000000042"),
    (keys.feed_counter_key(ClinicId("cli_a")), ("cli_a#events", "LAST")),
    (keys.outbox_failure_key("evt_1"), ("outbox-failure#evt_1", "KEY")),
    (keys.receipt_key("r"), ("r", "KEY")),
    (keys.case_partition(BOOKING), CASE),
    (identity.PSEUDONYM_KEY, ("PSEUDONYM", "KEY")),
    (identity.clinic_key(ClinicId("cli_a")), ("cli_a", "CLINIC")),
    (policies.payer_key("tryg"), ("tryg", "PAYER")),
    (policies.policy_key("tryg", PolicyId("pol_1")), ("tryg#pol_1", "POLICY")),
    (policies.policy_number_key("tryg", "P-1"), ("tryg", "POLICYNUMBER#P-1")),
    (policies.insured_key("tryg", PersonId("per_a"), PolicyId("pol_1")), ("tryg#per_a", "INSURED#pol_1")),
    (policies.own_pointer_key(PersonId("per_a"), "tryg", PolicyId("pol_1")), ("per_a", "INSURED#tryg#pol_1")),
    (
        policies.family_pointer_key(PersonId("per_a"), "tryg", PersonId("per_b"), PolicyId("pol_1")),
        ("per_a", "FAMILY#tryg#per_b#pol_1"),
    ),
    (policies.index_table_key("tryg"), ("tryg", "INDEXES")),
    (policies.index_year_key("tryg", 2027), ("tryg#indexes", "YEAR#2027")),
    (policies.index_setting_key("tryg", 2027, 3), ("tryg#indexes", "SET#2027#000003")),
    (tariffs.tariff_key("tryg", "psychologist", "first"), ("tryg#tariffs", "TARIFF#psychologist#first")),
    (
        tariffs.tariff_version_key("tryg", "psychologist", "first", 3),
        ("tryg#tariffs", "TARIFFSET#psychologist#first#000003"),
    ),
    (network.practitioner_key(PractitionerId("prc_1")), ("prc_1", "PRACTITIONER")),
    (network.practitioners_of_clinic(ClinicId("cli_a")), "cli_a#practitioners"),
    (network.search_partition("DK", "any"), "PRACTITIONERS#DK#any"),
    (network.search_place("2100", PractitionerId("prc_1"), None), "2100#prc_1"),
    (network.search_place("2100", PractitionerId("prc_1"), "aarhus"), "2100#prc_1#aarhus"),
    (network.search_rows_key(PractitionerId("prc_1")), ("prc_1", "SEARCHROWS")),
    (network.FIRST_FREE_SLOTS, "first-free-slots"),
    (network.trace_key("company", "DK-24260666", ClinicId("cli_a")), ("TRACE#company#DK-24260666", "cli_a")),
    (onboarding.application_key(ClinicId("cli_a")), ("cli_a", "APPLICATION")),
    (onboarding.contract_key(ClinicId("cli_a")), ("cli_a", "CONTRACT")),
    (tasks.task_key(TASK_OF_CLINIC), ("cli_a", f"TASK#{TASK_OF_CLINIC}")),
    (tasks.task_key(TASK), (CASE, f"TASK#{TASK}")),
    (tasks.open_tasks("tryg", "claims"), "tryg#tasks#claims"),
    (webhooks.endpoint_key(ClinicId("cli_a"), "whe_1"), ("cli_a", "ENDPOINT#whe_1")),
    (webhooks.endpoint_count_key(ClinicId("cli_a")), ("cli_a", "ENDPOINTS")),
    (webhooks.delivery_key(ClinicId("cli_a"), "dlv_1"), ("cli_a#deliveries", "dlv_1")),
    (payments.payable_key("tryg", PayableId("pay_1")), ("tryg#pay_1", "PAYABLE")),
    (payments.payables_with_status("tryg", "approved"), "tryg#payables#approved"),
    (benefits.ledger_key("tryg", PersonId("per_a")), ("tryg#per_a#benefits", "LEDGER")),
    (
        benefits.reservation_key("tryg", PersonId("per_a"), GuaranteeId("gar_1")),
        ("tryg#per_a#benefits", "RESERVATION#gar_1"),
    ),
    (benefits.use_key("tryg", PersonId("per_a"), "inv_1"), ("tryg#per_a#benefits", "USE#inv_1")),
    (benefits.OPEN_RESERVATIONS, "reservations"),
    (calendars.slot_key(PractitionerId("prc_1"), AT), ("prc_1", "SLOT#2026-11-21T09:30:00Z")),
    (calendars.slot_pointer_key(PractitionerId("prc_1"), "s-1"), ("prc_1", "SLOTKEY#s-1")),
    (calendars.free_slots_of(PractitionerId("prc_1")), "FREE#prc_1"),
    (calendars.booked_slots_of(PractitionerId("prc_1")), "BOOKED#prc_1"),
    (calendars.practitioner_week_key(PractitionerId("prc_1"), "2026-W49"), ("prc_1", "WEEK#2026-W49")),
    (calendars.calendar_key(PractitionerId("prc_1")), ("prc_1", "CALENDAR")),
    (claims.claim_key(CLAIM), (CASE, "CLAIM")),
    (claims.claim_key_within(BOOKING), (CASE, "CLAIM")),
    (claims.listed_claim_key(CLAIM), (CASE, "LISTED")),
    (claims.claim_status_key(CLAIM), (CASE, "STATUS")),
    (claims.claims_with_status("tryg", "denied"), "tryg#claims#denied"),
    (claims.claims_of_person("tryg", PersonId("per_a")), "tryg#per_a#claims"),
    (claims.claims_of_payer("tryg"), "tryg#claims"),
    (claims.consent_key(CLAIM, AT), (CASE, "CONSENT#2026-11-21T09:30:15Z")),
    (
        claims.consent_key(CLAIM, AT, ClinicId("cli_a")),
        (CASE, "CONSENT-TO-CLINIC#2026-11-21T09:30:15Z#cli_a"),
    ),
    (claims.personal_consent_key(PersonId("per_a"), "general"), ("per_a", "PERSONAL-CONSENT#general")),
    (
        claims.personal_decision_key(PersonId("per_a"), "general", AT),
        ("per_a", "PERSONAL-DECISION#general#2026-11-21T09:30:15Z"),
    ),
    (claims.decided_on("general"), "PERSONAL-DECISION#general#"),
    (claims.mandate_key(CLAIM, MandateId("man_1")), (CASE, "MANDATE#man_1")),
    (claims.mandates_of_holder(PersonId("per_b")), "per_b#mandates"),
    (guarantees.guarantee_key(GUARANTEE), (CASE, f"GUARANTEE#{GUARANTEE}")),
    (guarantees.reference_key("HB-1"), ("REFERENCE#HB-1", "REFERENCE")),
    (guarantees.extension_key(EXTENSION), (CASE, f"EXTENSION#{EXTENSION}")),
    (guarantees.contact_key(GUARANTEE), (CASE, f"CONTACT#{GUARANTEE}")),
    (guarantees.course_end_key(GUARANTEE), (CASE, f"COURSE#{GUARANTEE}")),
    (guarantees.referral_key(GUARANTEE), (CASE, f"REFERRAL#{GUARANTEE}")),
    (guarantees.referral_key(GUARANTEE, ClinicId("cli_a")), (CASE, f"REFERRAL#{GUARANTEE}#cli_a")),
    (documents.document_key(CLAIM, DocumentId("doc_1")), (CASE, "DOCUMENT#doc_1")),
    (refunds.refund_key(REFUND), (CASE, f"REFUND#{REFUND}")),
    (refunds.bill_key(CLAIM, DocumentId("doc_1")), (CASE, "BILL#doc_1")),
    (notices.notice_key("tryg", PolicyId("pol_1"), "ntc_1"), ("tryg#pol_1", "NOTICE#ntc_1")),
    (bookings.booking_key(BOOKING), (CASE, f"BOOKING#{BOOKING}")),
    (bookings.booking_key_within(CLAIM, BookingId("bkg_other")), (CASE, "BOOKING#bkg_other")),
    (bookings.listed_booking_key(BOOKING), (CASE, f"LISTED#{BOOKING}")),
    (bookings.bookings_of_clinic(ClinicId("cli_a")), "cli_a#bookings"),
    (bookings.clinic_booking_key(BookingId(BOOKING)), (CASE, f"LISTEDATCLINIC#{BOOKING}")),
    (bookings.bookings_of_person("tryg", PersonId("per_a")), "tryg#per_a#bookings"),
    (bookings.bookings_of_payer("tryg"), "tryg#bookings"),
    (bookings.hold_key(GUARANTEE), (CASE, f"HOLD#{GUARANTEE}")),
    (own_calendar.own_feed_key(PersonId("per_a")), ("per_a", "CALENDARFEED")),
    (own_calendar.own_feed_key(PractitionerId("prc_1")), ("prc_1#calendar", "CALENDARFEED")),
    (guarantees.clinic_guarantee_key(GUARANTEE), (CASE, f"OFCLINIC#{GUARANTEE}")),
    (guarantees.left_clinic_key(GUARANTEE, ClinicId("cli_a")), (CASE, f"LEFTCLINIC#{GUARANTEE}#cli_a")),
    (guarantees.guarantees_of_clinic(ClinicId("cli_1")), "cli_1#guarantees"),
    (own_calendar.feed_token_key("0f"), ("CALENDARFEED#0f", "CALENDARFEED")),
    (decisions.decision_key("tryg", CLAIM, "dec_1"), (CASE, "DECISION#dec_1")),
    (decisions.decisions_of_payer("tryg"), "tryg#decisions"),
    (invoices.invoice_key(ClinicId("cli_a"), InvoiceId("inv_1")), ("cli_a", "INVOICE#inv_1")),
    (invoices.number_key(ClinicId("cli_a"), "2026-1", 2026), ("cli_a", "NUMBERED#2026#2026-1")),
    (
        invoices.number_key(ClinicId("cli_a"), "A\N{NON-BREAKING HYPHEN}1", 2026),
        ("cli_a", "NUMBERED#2026#a-1"),
    ),
    (
        invoices.earlier_number_keys(ClinicId("cli_a"), "A-1", 2026),
        (("cli_a", "NUMBERED#2026#A-1"), ("cli_a", "NUMBER#A-1#2026"), ("cli_a", "NUMBER#A-1")),
    ),
    (
        invoices.guesses_key(ClinicId("cli_a"), GuaranteeId("gar_1"), "2026-11"),
        ("cli_a", "GUESSES#gar_1#2026-11"),
    ),
    (
        invoices.found_key(ClinicId("cli_a"), GuaranteeId("gar_1"), "2026-11-30"),
        ("cli_a", "FOUND#gar_1#2026-11-30"),
    ),
    (
        (
            invoices.listed_invoices("tryg", "cli_a"),
            invoices.place_of(datetime(2026, 11, 21, 10, tzinfo=UTC), InvoiceId("inv_a")),
        ),
        ("tryg#cli_a#invoices", "2026-11-21T10:00:00Z#inv_a"),
    ),
    (
        (invoices.finding_counts(ClinicId("cli_a")), invoices.month_name(date(2026, 11, 1))),
        ("cli_a#findings", "2026-11"),
    ),
]


@pytest.mark.parametrize("made, stored", STORED)
def test_a_key_is_made_in_the_form_that_is_stored(made: Any, stored: Any) -> None:
    assert made == stored


def test_nothing_but_its_clocks_stands_beside_a_claim() -> None:
    """A claim and its clocks are read in one range."""
    beside = [stored[1] for _, stored in STORED if stored[0] == CASE and "CLAIM" < stored[1] < "CLOCK$"]
    assert [sk for sk in beside if not sk.startswith("CLOCK#")] == []


@pytest.mark.parametrize(
    "key, identifier",
    [
        (claims.claim_key, GUARANTEE),
        (claims.claim_key, f"{CLAIM}a"),
        (tasks.task_key, REFUND),
        (refunds.refund_key, TASK),
        (guarantees.extension_key, TASK),
        (guarantees.guarantee_key, "gar_nonsense"),
        (bookings.booking_key, "§"),
    ],
)
def test_an_id_of_the_wrong_kind_makes_no_key(key: Any, identifier: str) -> None:
    with pytest.raises(NotFound):
        key(identifier)


KEY_TEXT = re.compile(r"[A-Z]{3,}#|(?!urn:).*#[a-z]+(#|$)")
"""The prefix of a sort key before an id, or the suffix of a partition or a listing after an id.

The name of a published specification, which begins with ``urn:``, is none.
"""


def texts(source: str) -> Iterator[str]:
    """Yields every text of the source, also in f-strings, without docstrings and DynamoDB expressions."""
    tree = ast.parse(source)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in docstrings:
            continue
        if isinstance(node.value, str) and not re.search(r"[ (]", node.value):
            yield node.value


def made_in(sources: Mapping[str, str]) -> dict[str, set[str]]:
    """Returns the modules of each text of a key, known by its form or because a ``keys`` module names it."""
    named = {
        text
        for path, source in sources.items()
        if path.endswith("/keys.py")
        for text in texts(source)
        if re.fullmatch("[A-Z]{3,}", text)
    }
    found: dict[str, set[str]] = {}
    for path, source in sources.items():
        for text in texts(source):
            if text in named or KEY_TEXT.match(text):
                found.setdefault(text, set()).add(path)
    return found


def test_a_key_is_made_only_in_the_keys_module_of_its_context() -> None:
    folders = (ROOT / "layers/adapters/python/helsebro_aws", ROOT / "functions")
    # The schema versions name kinds of items by the first words of their keys.
    paths = [path for folder in folders for path in folder.rglob("*.py") if path.stem != "schema_versions"]
    found = made_in({str(path.relative_to(ROOT)): path.read_text() for path in paths})
    assert len(found) > 40
    assert {text: sorted(where) for text, where in found.items() if len(where) > 1} == {}
    assert {path.rpartition("/")[2] for where in found.values() for path in where} == {"keys.py"}


def test_the_scan_finds_a_key_that_is_made_elsewhere() -> None:
    found = made_in(
        {
            "claims/keys.py": 'def claim_key(pk):\n    """CLAIM."""\n    return pk, "CLAIM"',
            "refunds/dynamo_refunds.py": 'keys = [(pk, "CLAIM"), (pk, f"BILL#{one}"), f"{payer}#refunds"]',
            "tasks/dynamo_tasks.py": 'when = "#status = :open"\nmethod = "POST"',
        }
    )
    assert found == {
        "CLAIM": {"claims/keys.py", "refunds/dynamo_refunds.py"},
        "BILL#": {"refunds/dynamo_refunds.py"},
        "#refunds": {"refunds/dynamo_refunds.py"},
    }
