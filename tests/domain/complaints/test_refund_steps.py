"""When the money of a refund comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from helsebro.complaints.refund_steps import of_no_grant, of_payment, of_review
from helsebro.coverage.trail import Step, Trail
from helsebro.money import Money
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.refunds.refund import Refund, RefundStatus
from tests.domain.refunds.test_refund import billed

RECEIVED = datetime(2026, 11, 16, 9, tzinfo=UTC)
CONTACT = {"email": "sag@example.org", "phone": "70112020", "hours": "9-16"}


def decided(approved: int, status: RefundStatus) -> Refund:
    refund = billed(600)
    treatments = (replace(refund.treatments[0], approved=Money.of(approved)),)
    return replace(refund, treatments=treatments, status=status, received_at=RECEIVED, decided_at=RECEIVED)


def said(refund: Refund, today: date) -> list[str]:
    return [step.text["en"] for step in of_payment(refund, today, CONTACT)]


@pytest.mark.parametrize("status", ["approved", "partly-approved"])
def test_the_money_is_expected_two_weeks_after_the_request(status: RefundStatus) -> None:
    [text] = said(decided(300, status), date(2026, 11, 30))
    assert text == (
        "We pay DKK 300 to the account you gave us. We aim for you to have the money by 30 November 2026. "
        "If it does not arrive, or if you have questions, call or write to us."
    )


def test_a_refund_that_is_unpaid_after_its_goal_says_so() -> None:
    [step] = of_payment(decided(300, "approved"), date(2026, 12, 1), CONTACT)
    assert step.text["en"] == (
        "We pay DKK 300 to the account you gave us. You should have had the money by 30 November 2026, "
        "and we are sorry that you have not. Call or write to us."
    )
    assert set(step.facts) == {"amount", "contact"}


def test_money_that_is_paid_is_not_announced_again() -> None:
    [text] = said(decided(300, "paid"), date(2026, 11, 20))
    assert text.startswith("We have paid DKK 300 to the account you gave us.")


@pytest.mark.parametrize(
    "today, text",
    [
        (date(2026, 11, 30), "We decide your refund by 30 November 2026."),
        (
            date(2026, 12, 1),
            "We are assessing your refund, and you hear from us as soon as it is decided.",
        ),
    ],
)
def test_a_refund_in_review_says_by_when_it_is_decided_and_what_is_asked(today: date, text: str) -> None:
    refund = replace(billed(600), status="in-review", received_at=RECEIVED, question="Which day?")
    asked, review = of_review(refund, today, CONTACT)
    assert (asked.kind, review.kind, review.text["en"]) == ("answer", "review", text)
    answer_it = (
        "Answer our question about your refund: Which day? "
        "Write your answer here in the case, or send us the paper that we ask for."
    )
    assert asked.text["en"] == answer_it
    assert (asked.facts["refundId"], asked.facts["contact"]) == (refund.refund_id, CONTACT)
    assert ("dueAt" in review.facts) == (today.month == 11)


def test_a_decided_refund_has_nothing_left_to_review() -> None:
    assert list(of_review(decided(300, "approved"), date(2026, 11, 20), CONTACT)) == []


Changes = dict[str, Any]
PERIOD = date(2026, 11, 29), date(2027, 5, 1)


@pytest.mark.parametrize(
    "changes, kind, text",
    [
        (
            {"outside_grant": "another-treatment"},
            "report",
            "Report physiotherapy as a case of its own, and we assess whether we cover it.",
        ),
        (
            {"outside_grant": "beyond-the-number"},
            "extension",
            "Ask for more sessions in the case. If we grant them, send us the bill again.",
        ),
        (
            {"outside_grant": "outside-the-period"},
            "correction",
            "Check the day on the bill. What we have granted is valid from 29 November 2026 up to and "
            "including 1 May 2027. If the day is wrong, send us a corrected bill.",
        ),
    ],
)
def test_a_treatment_outside_the_grant_names_what_helps(
    changes: dict[str, Any], kind: str, text: str
) -> None:
    [step] = of_no_grant(refused(**changes), PERIOD)
    assert (step.kind, step.text["en"]) == (kind, text)


@pytest.mark.parametrize("changes", [{"double_of": 0}, {"paid_before": ("ref_1",)}])
def test_nothing_helps_a_treatment_that_is_paid_already(changes: dict[str, Any]) -> None:
    assert of_no_grant(refused(outside_grant="another-treatment", **changes), PERIOD) == []


def test_no_case_of_its_own_helps_a_treatment_that_a_rule_denies() -> None:
    denied = refused(outside_grant="another-treatment", trail=Trail((Step("R-603"),)))
    assert of_no_grant(denied, PERIOD) == []


def refused(**changes: Any) -> BilledTreatment:
    billed_one = BilledTreatment(date(2026, 11, 28), "physiotherapy", Money.of(600), "denied", Money.of(0))
    return replace(billed_one, **changes)


def test_a_refund_of_nothing_pays_nothing() -> None:
    assert said(decided(0, "denied"), date(2026, 11, 20)) == []
