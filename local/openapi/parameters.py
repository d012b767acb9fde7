"""The parameters of paths and queries, by name: what they mean, their form, and an example."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from helsebro.claims.claim import STATUSES
from helsebro.claims.consenting.consent_text import CONSENT_KINDS
from helsebro.claims.consenting.personal_consent import KINDS
from helsebro.country_profile import known_countries
from helsebro.coverage.question.vocabulary import TREATMENTS
from helsebro.guarantees.guarantee import GuaranteeStatus
from helsebro.invoices.listed_invoice import STATUSES as INVOICE_STATUSES
from helsebro.messages.thread import QUEUES as INBOX_QUEUES
from helsebro.network.consultation import SERVICES
from helsebro.notifications.outcome.letter import LETTER_STATES
from helsebro.payments.payable import STATUSES as PAYABLES
from helsebro.payments.runs.payment_run import STATES as RUN_STATES
from helsebro_aws.calendars.search_queries import DEFAULT_WEEKS, FARTHEST_KM, IN_A_PROBLEM, LONGEST_PROBLEM
from helsebro_aws.calendars.search_queries import MOST_WEEKS as MOST_SERIES_WEEKS
from helsebro_aws.deadlines.insights.level_queries import QUEUES
from helsebro_aws.deadlines.shown.open_query import KEPT_BY, STATES
from helsebro_aws.http.call import DEFAULT_LIMIT, LONGEST_ID, MOST
from helsebro_aws.http.fields import ids
from helsebro_aws.http.problems import LANGUAGES
from helsebro_aws.payments.statements.statement_queries import MOST as MOST_DAYS
from helsebro_aws.quality.week_query import MOST_WEEKS
from helsebro_aws.tasks.reviews import WORKED_BY

ParameterSchema = dict[str, Any]


def _id(field: Any) -> tuple[str, ParameterSchema, Any]:
    """Returns the text, the form and an example of an id. A path takes any text: an unknown id is a 404."""
    described = field.__metadata__[0]
    return described.description, {"type": "string", "maxLength": LONGEST_ID}, described.examples[0]


def _one_of(names: Iterable[str]) -> ParameterSchema:
    """Returns the form of a text that is one of these."""
    return {"type": "string", "enum": list(names)}


TEXT: ParameterSchema = {"type": "string", "maxLength": LONGEST_ID}
PATH: Mapping[str, tuple[str, ParameterSchema, Any]] = {
    "answerKey": ("The payer's own key of the canned answer.", {**TEXT, "maxLength": 60}, "papers-received"),
    "bookingId": _id(ids.BookingIdField),
    "caseReference": ("The case reference that stands on the guarantee.", TEXT, "HB-7KQ2-M4XT-A2ZT-5PXL"),
    "claimId": _id(ids.ClaimIdField),
    "clinicId": _id(ids.ClinicIdField),
    "code": ("The code of an error.", TEXT, "slot-taken"),
    "deliveryId": _id(ids.DeliveryIdField),
    "documentId": _id(ids.DocumentIdField),
    "draftId": _id(ids.DraftIdField),
    "endpointId": _id(ids.EndpointIdField),
    "enquiryId": _id(ids.EnquiryIdField),
    "feed": (
        "The private name of the feed, which ends in `.ics`.",
        TEXT,
        "q1b0rT3mS0Zk9fL7xJ2nV5cW8yD4hG6uE1aO3iP7sKw.ics",
    ),
    "guaranteeId": _id(ids.GuaranteeIdField),
    "guardianId": _id(ids.PersonIdField),
    "invoiceId": _id(ids.InvoiceIdField),
    "key": (
        "The clinic's own key of the practitioner.",
        {"type": "string", "minLength": 1, "maxLength": 100},
        "p-17",
    ),
    "fileId": _id(ids.PaymentFileIdField),
    "kind": ("The consent: `general` or `network-contact`.", TEXT, "general"),
    "letterId": _id(ids.LetterIdField),
    "mandateId": _id(ids.MandateIdField),
    "notificationId": _id(ids.NotificationIdField),
    "number": (
        "The number of the file in the invoice, from 1.",
        {"type": "string", "pattern": "^[1-9][0-9]{0,3}$"},
        "1",
    ),
    "payer": ("The short name of the payer.", TEXT, "tryg"),
    "personId": _id(ids.PersonIdField),
    "policyId": _id(ids.PolicyIdField),
    "payeeId": _id(ids.PayeeIdField),
    "practitionerId": _id(ids.PractitionerIdField),
    "profession": ("The profession, named by its treatment.", TEXT, "psychologist"),
    "refundId": _id(ids.RefundIdField),
    "reportId": _id(ids.BankReportIdField),
    "service": ("The kind of session: `first`, `follow-up` or `debriefing`.", TEXT, "first"),
    "taskId": _id(ids.TaskIdField),
    "threadId": _id(ids.ThreadIdField),
    "waitlistId": _id(ids.WaitlistIdField),
    "year": ("The year.", {"type": "string", "pattern": "^[0-9]{4}$"}, "2026"),
}

_DAY_OR_INSTANT: ParameterSchema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}"}
QUERIES: Mapping[str, tuple[str, ParameterSchema, Any]] = {
    "after": (
        "The `sequence` or the `eventId` of the last event that was read.",
        {"type": "string", "pattern": "^(0|[1-9][0-9]{0,14}|evt_[0-9a-v]{26})$"},
        "0",
    ),
    "assignee": (
        "Who works on it: the subject of a staff member, `me`, or `none` for what no one has taken.",
        TEXT,
        "me",
    ),
    "asOf": (
        "The day to show it as of; today by default.",
        {"type": "string", "format": "date"},
        "2026-11-21",
    ),
    "country": ("The country to look in.", {"type": "string", "enum": ["DK", "NO"]}, "DK"),
    "relation": (
        "Only the insured of this relation: `employee`, `spouse` or `child`.",
        {"type": "string", "enum": ["employee", "spouse", "child"]},
        "child",
    ),
    "left": ("Only the insured who have left, or who have not.", {"type": "boolean"}, False),
    "crisis": ("Whether they give crisis help.", {"type": "boolean"}, False),
    "cursor": ("The `nextCursor` of the page before.", {"type": "string"}, "eyJrIjoiYSJ9"),
    "decidedAt": (
        "When it was decided, as the `history` of the consent says; the last decision by default.",
        TEXT,
        "2026-12-01T09:30:15Z",
    ),
    "from": ("The first day (`YYYY-MM-DD`) or instant.", _DAY_OR_INSTANT, "2026-12-01"),
    "guaranteeId": (
        "A guarantee: only practitioners who offer its treatment and have not declined its client.",
        TEXT,
        "gar_a2zt5pxlrqsc3dmkow7vyb4g",
    ),
    "language": (
        "The language, for a reader whose browser asks for another one.",
        {"type": "string", "enum": list(LANGUAGES)},
        "en",
    ),
    "limit": (
        "How many things a page holds.",
        {"type": "integer", "minimum": 1, "maximum": MOST, "default": DEFAULT_LIMIT},
        DEFAULT_LIMIT,
    ),
    "personId": ("The person; oneself by default.", {"type": "string"}, "per_a2zt5pxlrqsc3dmkow7vyb4g"),
    "postcode": (
        "The postcode to measure the distance from.",
        {"type": "string", "pattern": "^[0-9]{4}$"},
        "2100",
    ),
    "problem": (
        "What the member needs help with, in Danish, Norwegian or English.",
        {"type": "string", "pattern": IN_A_PROBLEM, "maxLength": LONGEST_PROBLEM},
        "low-back-pain",
    ),
    "queue": ("The queue.", {"type": "string", "enum": sorted(WORKED_BY)}, "claims"),
    "sameTimeAs": (
        "A slot of the practitioner: only free slots at its weekday and hour. Without `from` and `to`.",
        TEXT,
        "slt_a2zt5pxlrqsc3dmkow7vyb4g",
    ),
    "service": ("The kind of session.", {"type": "string", "enum": list(SERVICES)}, "first"),
    "to": ("The last day (`YYYY-MM-DD`) or instant.", _DAY_OR_INSTANT, "2026-12-31"),
    "token": ("The token of the link in an e-mail.", {"type": "string", "maxLength": 2000}, "RU5DOkFRSUM"),
    "treatment": (
        "The treatment that is needed.",
        {"type": "string", "enum": list(TREATMENTS)},
        "physiotherapy",
    ),
    "weeks": (
        "With `sameTimeAs`: in how many weeks, that of the slot included.",
        {"type": "integer", "minimum": 1, "maximum": MOST_SERIES_WEEKS, "default": DEFAULT_WEEKS},
        DEFAULT_WEEKS,
    ),
    "withinKm": (
        "At most this far from the postcode, in kilometres.",
        {"type": "number", "minimum": 0, "maximum": FARTHEST_KM},
        25,
    ),
}
_DAY: ParameterSchema = {"type": "string", "format": "date"}
_MONTH: ParameterSchema = {"type": "string", "pattern": "^20[0-9]{2}-(0[1-9]|1[0-2])$"}
INVOICE_FINDINGS = "/v1/clinics/{clinicId}/invoice-findings"
SERVICE_LEVELS, DECISION_FIGURES = "/v1/insights/service-levels", "/v1/insights/decisions"
FIRST_WEEK = "A day of the first week; eleven weeks before `to` by default.", _DAY, "2026-09-07"
LAST_WEEK = f"A day of the last week; today by default. At most {MOST_WEEKS} weeks.", _DAY, "2026-11-29"
STATEMENT = "/v1/clinics/{clinicId}/statement"
OF_ONE_ROUTE: Mapping[tuple[str, str], tuple[str, ParameterSchema, Any]] = {
    ("/v1/consent-texts", "kind"): (
        "The kind of consent; every kind by default.",
        _one_of(CONSENT_KINDS),
        "case",
    ),
    ("/v1/payers/{payer}/canned-answers", "clause"): (
        "Only the reasons of denials that rest on this clause of the terms.",
        TEXT,
        "6.1",
    ),
    ("/v1/claims", "status"): ("Only claims that stand there.", _one_of(STATUSES), "in-review"),
    ("/v1/clinics/{clinicId}/guarantees", "status"): (
        "Only guarantees that stand there today.",
        {"type": "string", "enum": list(get_args(GuaranteeStatus))},
        "active",
    ),
    ("/v1/deadlines", "queue"): ("The queue that keeps them.", _one_of(sorted(KEPT_BY)), "claims"),
    ("/v1/deadlines", "state"): ("Only deadlines in this state.", _one_of(STATES), "missed"),
    ("/v1/help", "country"): (
        "Only what holds in this country.",
        {"type": "string", "enum": list(known_countries())},
        "DK",
    ),
    ("/v1/guidance", "country"): (
        "Where the person lives.",
        {"type": "string", "enum": list(known_countries())},
        "DK",
    ),
    ("/v1/guidance", "age"): (
        "How old the person is; under 15 a guardian gets the papers.",
        {"type": "integer", "minimum": 0, "maximum": 130},
        14,
    ),
    ("/v1/inbox", "queue"): (
        "The queue whose staff read and answer it; `claims` by default.",
        {"type": "string", "enum": list(INBOX_QUEUES)},
        "claims",
    ),
    ("/v1/me/consent", "kind"): (
        "Which consent; `general` by default.",
        {"type": "string", "enum": list(KINDS)},
        "network-contact",
    ),
    ("/v1/me/messages", "payer"): ("The payer to read from; needed with several.", TEXT, "tryg"),
    ("/v1/letters", "state"): (
        "The state; `queued` by default.",
        {"type": "string", "enum": list(LETTER_STATES)},
        "queued",
    ),
    ("/v1/me/mandates", "role"): (
        "`giver`, the default: those in the own cases. `holder`: those that others gave.",
        {"type": "string", "enum": ["giver", "holder"]},
        "giver",
    ),
    ("/v1/practitioners", "language"): (
        "A language that they or their clinic speak (ISO 639-1).",
        {"type": "string", "pattern": "^[a-z]{2}$"},
        "en",
    ),
    ("/v1/bookings", "toInvoice"): (
        "Only held sessions that no accepted invoice contains.",
        {"type": "boolean"},
        True,
    ),
    ("/v1/invoices", "status"): ("The status; any when absent.", _one_of(INVOICE_STATUSES), "in-review"),
    ("/v1/invoices", "clinicId"): (
        "The clinic, for finance staff; a clinic's own invoices are listed without it.",
        TEXT,
        "cli_a2zt5pxlrqsc3dmk",
    ),
    (INVOICE_FINDINGS, "from"): ("The first month; eleven months before `to` by default.", _MONTH, "2026-01"),
    (INVOICE_FINDINGS, "to"): ("The last month; this month by default.", _MONTH, "2026-11"),
    ("/v1/payment-files", "state"): ("The state; `drafted` by default.", _one_of(RUN_STATES), "drafted"),
    (STATEMENT, "from"): ("The first day; thirty days before `until` by default.", _DAY, "2026-11-01"),
    (STATEMENT, "until"): (
        f"The last day; today by default. At most {MOST_DAYS.days} days after `from`.",
        _DAY,
        "2026-11-30",
    ),
    ("/v1/ledger", "day"): ("The local day on which the entries are booked.", _DAY, "2026-11-21"),
    ("/v1/payments", "status"): ("The status; `approved` by default.", _one_of(PAYABLES), "approved"),
    (SERVICE_LEVELS, "from"): FIRST_WEEK,
    (SERVICE_LEVELS, "to"): LAST_WEEK,
    (DECISION_FIGURES, "from"): FIRST_WEEK,
    (DECISION_FIGURES, "to"): LAST_WEEK,
    (SERVICE_LEVELS, "queue"): (
        "Only the deadlines that this queue keeps.",
        {"type": "string", "enum": list(QUEUES)},
        "claims",
    ),
}
REQUIRED = {
    *(("/v1/deadlines", "queue"), ("/v1/ledger", "day"), ("/v1/tasks", "queue")),
    ("/v1/unsubscribe", "token"),
}


def of_path(name: str) -> dict[str, Any]:
    """Returns a parameter of a path. Raises ``KeyError`` for one without a text above."""
    return _parameter(name, "path", *PATH[name], required=True)


def of_query(path: str, name: str) -> dict[str, Any]:
    """Returns a parameter of a query. Raises ``KeyError`` for one without a text above."""
    described = OF_ONE_ROUTE.get((path, name)) or QUERIES[name]
    return _parameter(name, "query", *described, required=(path, name) in REQUIRED)


def _parameter(
    name: str, where: str, text: str, schema: ParameterSchema, example: Any, *, required: bool
) -> dict[str, Any]:
    shown = {} if example is None else {"example": example}
    return {"name": name, "in": where, "required": required, "description": text, "schema": schema, **shown}
