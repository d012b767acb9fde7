"""What the holder of a mandate may know of a decision that a sum over all treatments made (F4-16)."""

from __future__ import annotations

from datetime import date

import pytest

from helsebro.claims.explained.held_answer import held_answer
from helsebro.coverage.answer import Answer, Flip
from helsebro.coverage.texts.person_of_address import PersonOfAddress
from helsebro.coverage.trail import TREATMENT, Step, Trail

YEAR = date(2027, 1, 1)
SUM = Step("R-1301", "13.1", "deny", {"used": 100000, "limit": 100000, "until": "2026-12-31"})
OF_TREATMENT = Step("R-832", "8.3.2", "deny", {"used": 12, "limit": 12}, (TREATMENT,))
FLIPS = (Flip("treatment.sessions", 2, "covered"),)


def denied(*steps: Step) -> Trail:
    return Trail(steps, {TREATMENT: "chiropractic"}, "SF1706")


@pytest.mark.parametrize("reader", ["self", "other", "staff"])
def test_everyone_but_the_holder_reads_the_answer_as_it_is(reader: PersonOfAddress) -> None:
    whole = Answer("not-covered", trail=denied(SUM), covered_from=YEAR, flips=FLIPS)
    assert held_answer(whole, reader) is whole


def test_a_holder_reads_neither_the_sum_nor_when_it_is_full_again_nor_what_fits_into_it() -> None:
    whole = Answer("not-covered", trail=denied(SUM), covered_from=YEAR, flips=FLIPS)
    seen = held_answer(whole, "holder")
    assert (seen.covered_from, seen.flips, seen.outcome) == (None, (), "not-covered")
    assert [(step.rule, step.facts) for step in seen.trail] == [("R-1301", {})]


def test_a_holder_reads_the_wait_of_the_treatment_of_the_case() -> None:
    whole = Answer("not-covered", trail=denied(OF_TREATMENT), covered_from=YEAR, flips=FLIPS)
    assert held_answer(whole, "holder") is whole
