from __future__ import annotations

import pytest

from helsebro.complaints.complaint import STEPS, StepOutOfOrder, must_be_next, next_step
from helsebro.coverage.terms.product import product


@pytest.mark.parametrize(
    "taken, following",
    [((), "department"), (("department",), "quality"), (("department", "quality"), "board"), (STEPS, None)],
)
def test_the_three_steps_follow_each_other(taken: tuple[str, ...], following: str | None) -> None:
    assert next_step(taken) == following


@pytest.mark.parametrize("taken", [STEPS[:count] for count in range(4)])
@pytest.mark.parametrize("step", STEPS)
def test_only_the_next_step_may_be_taken(step: str, taken: tuple[str, ...]) -> None:
    following = next_step(taken)
    if step == following:
        must_be_next(step, taken)
        return
    with pytest.raises(StepOutOfOrder) as refused:
        must_be_next(step, taken)
    assert refused.value.code == "complaint-step-order"
    assert refused.value.facts.get("nextStep") == following


@pytest.mark.parametrize("name", ["SA1706", "SF1706"])
def test_the_steps_are_those_of_the_terms(name: str) -> None:
    assert product(name).words("R-1501", "steps") == STEPS
