"""Refund steps: what is asked about a refund or an extension, and when the money comes (F4-30, F4-31)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from helsebro.complaints.next_steps import NextStep
from helsebro.coverage.question.vocabulary import LANGUAGES
from helsebro.coverage.texts.every_language import general_texts
from helsebro.coverage.texts.fact_texts import word_of
from helsebro.guarantees.extension import Extension
from helsebro.local_day import local_day
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.refunds.explanation import outside_because
from helsebro.refunds.refund import Refund

TARGET = timedelta(weeks=2)
"""How soon after the request the money should be there (F4-31)."""


def of_review(refund: Refund, today: date, contact: Mapping[str, str]) -> Iterator[NextStep]:
    """Yields the open question of finance, and by when an undecided refund is decided.

    The member answers with the facts of the claim. ``contact`` (email, phone, hours) is the payer's.
    """
    if refund.decided_at is not None:
        return
    yield from of_question(refund, contact)
    due_at = refund.received_at + TARGET
    day = local_day(due_at, refund.country)
    known = {"dueAt": day.isoformat()} if day >= today else {}
    yield NextStep("review", general_texts("step.refund.review", known), {"dueAt": due_at} if known else {})


def of_question(refund: Refund, contact: Mapping[str, str]) -> Iterator[NextStep]:
    """Yields what finance asks about an undecided refund, if anything."""
    if refund.decided_at is None and refund.question:
        text = general_texts("step.refund.question", {"question": refund.question})
        yield NextStep("answer", text, {"refundId": refund.refund_id, "contact": dict(contact)})


def of_extension_question(extension: Extension, contact: Mapping[str, str]) -> NextStep:
    """Returns what the caseworker asks about an extension that is not decided yet."""
    text = general_texts("step.extension.question", {"question": extension.question})
    facts = {"extensionId": extension.extension_id, "contact": dict(contact)}
    return NextStep("answer", text, facts)


def of_no_grant(treatment: BilledTreatment, period: tuple[date, date] | None) -> list[NextStep]:
    """Returns what helps a billed treatment of which nothing is paid, since it takes nothing of a grant.

    ``period`` are the first and the last day of what the case was granted, when they are known.
    """
    why = outside_because(treatment)
    if why == "another-treatment" and not treatment.trail.denies:
        words = {name: word_of("treatment.type", treatment.type, name) for name in LANGUAGES}
        return [NextStep("report", general_texts("step.report", words={"treatment.type": words}))]
    if why == "beyond-the-number":
        return [NextStep("extension", general_texts("step.extension"))]
    if why == "outside-the-period" and period:
        values = {"from": period[0].isoformat(), "until": period[1].isoformat()}
        return [NextStep("correction", general_texts("step.bill.day", values))]
    return []


def of_payment(refund: Refund, today: date, contact: Mapping[str, str]) -> Iterator[NextStep]:
    """Yields what is paid, and by when, of a decided refund; nothing when nothing is paid.

    ``contact`` (email, phone, hours) is the payer's.
    """
    if refund.decided_at is None or not refund.approved.amount:
        return
    expected = local_day(refund.received_at, refund.country) + TARGET
    shown: dict[str, object] = {"amount": refund.approved.as_json()}
    if refund.status == "paid":
        text = general_texts("step.paid", shown)
    elif refund.payment_returned_at:
        text = general_texts("step.payment.returned", shown)
    elif expected >= today:
        shown["expectedBy"] = expected.isoformat()
        text = general_texts("step.payment", shown)
    else:
        text = general_texts("step.payment.late", {**shown, "late": expected.isoformat()})
    yield NextStep("payment", text, {**shown, "contact": dict(contact)})
