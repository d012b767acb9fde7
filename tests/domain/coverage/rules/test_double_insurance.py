"""The payment when another insurer covers the same harm (R-1413–R-1415)."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.coverage.texts.shown_answer import shown_answer
from tests.builders.domain.asking import decided, kroner


@pytest.mark.parametrize(
    "cost, theirs, ours",
    [
        ("400.00", "400.00", "200.00"),
        ("400.00", "200.00", "266.66"),
        ("400.00", "0.00", "400.00"),
        ("0.00", "400.00", "0.00"),
    ],
)
def test_the_price_is_shared_in_proportion_to_what_each_would_pay_alone(
    cost: str, theirs: str, ours: str
) -> None:
    answer = decided(
        treatment__cost=kroner(cost),
        treatment__sessions=1,
        evidence__otherInsurer="limits",
        evidence__otherInsurerPays=kroner(theirs),
    )

    assert answer.grant is not None
    assert answer.grant.payable is not None
    assert answer.grant.payable.as_json() == kroner(ours)


@pytest.mark.parametrize("theirs, ours", [("700.00", "300.00"), ("1000.00", "230.76")])
def test_the_shared_amount_is_what_remains_after_our_own_limit(theirs: str, ours: str) -> None:
    """Reflexology outside the network: 1000 kr. of which we alone would pay 300 (R-843)."""
    answer = decided(
        treatment__type="reflexology",
        treatment__inNetwork=False,
        treatment__practitioner__approvals=["RAB"],
        treatment__cost=kroner("1000.00"),
        treatment__sessions=2,
        evidence__otherInsurer="limits",
        evidence__otherInsurerPays=kroner(theirs),
    )

    assert answer.grant is not None
    assert answer.grant.per_session is not None
    assert answer.grant.per_session.as_json() == kroner(ours)


def test_the_amount_is_open_until_the_other_insurers_amount_is_known() -> None:
    answer = decided(evidence__otherInsurer="limits")

    assert answer.outcome == "covered"
    assert answer.grant is not None
    assert answer.grant.payable is None


def test_the_report_to_the_other_insurer_is_the_missing_paper() -> None:
    answer = decided(evidence__otherInsurer="unreported")

    assert (answer.outcome, answer.missing) == ("needs-evidence", ("evidence.otherInsurer",))


def test_nothing_is_paid_when_the_other_insurer_pays_in_full() -> None:
    assert decided(evidence__otherInsurer="paid-in-full").outcome == "not-covered"


def test_a_question_without_another_insurer_does_not_ask_for_one() -> None:
    answer = decided()

    assert (answer.outcome, answer.missing) == ("covered", ())


@pytest.mark.parametrize(
    "language, sentence",
    [
        ("da", "så vi betaler 266,66 kr. af prisen på 400 kr."),
        ("nb", "så vi betaler 266,66 danske kr av prisen på 400 danske kr."),
        ("en", "so we pay DKK 266.66 of the price of DKK 400."),
    ],
)
def test_the_row_says_what_we_pay(language: str, sentence: str) -> None:
    shared = {"evidence__otherInsurer": "limits", "evidence__otherInsurerPays": kroner("200.00")}
    answer = decided(treatment__cost=kroner("400.00"), **shared).answer()

    shown: Any = shown_answer(answer, language)
    [row] = [row for row in shown["trail"] if row["rule"] == "R-1415"]

    assert str(row["detail"]).endswith(sentence)
    assert row["facts"]["ours"] == kroner("266.66")


def test_the_row_says_nothing_of_an_amount_that_no_grant_has() -> None:
    shared = {"evidence__otherInsurer": "limits", "evidence__otherInsurerPays": kroner("200.00")}
    answer = decided(treatment__cost=None, **shared).answer()

    [step] = [step for step in answer.trail if step.rule == "R-1415"]

    assert "ours" not in step.facts
