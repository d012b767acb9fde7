from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from helsebro.claims.claim import Claim
from helsebro.claims.first_report import hangs_on_report, with_first_report
from helsebro.coverage.question.question import Question
from tests.builders.domain.asking import LEISURE, body, question
from tests.domain.decisions.test_ruling import claim

ASKED = question(body())
LEFT = replace(LEISURE, left_on=date(2026, 10, 31))


def reported(day: int, **condition: object) -> Claim:
    changes = {f"condition__{name}": value for name, value in condition.items()}
    at = datetime(2026, 10, day, 10, tzinfo=UTC)
    return claim(reported_at=at, question=question(body(**changes)))


def first(asked: Question, *claims: Claim) -> date | None:
    return with_first_report(asked, claims).evidence.reported_on


def test_the_first_claim_for_the_same_injury_is_its_report() -> None:
    assert first(ASKED, reported(20), reported(12), reported(31)) == date(2026, 10, 12)


@pytest.mark.parametrize("other", [{"category": "illness"}, {"arisenOn": "2026-09-30"}, {"category": None}])
def test_a_claim_for_something_else_is_no_report(other: dict[str, object]) -> None:
    assert first(ASKED, reported(12, **other)) is None


def test_an_unknown_onset_matches_no_claim() -> None:
    assert first(question(body(condition__arisenOn=None)), reported(12, arisenOn=None)) is None


def test_the_report_matters_after_the_end_of_cover_and_while_it_is_unknown() -> None:
    assert hangs_on_report(ASKED, [LEFT])
    assert hangs_on_report(ASKED, [LEISURE, LEFT])
    assert not hangs_on_report(ASKED, [LEISURE])
    assert not hangs_on_report(question(body(treatment__startsOn="2026-10-31")), [LEFT])
    assert not hangs_on_report(question(body(evidence__reportedOn="2026-10-12")), [LEFT])
