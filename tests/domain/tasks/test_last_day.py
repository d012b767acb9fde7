from __future__ import annotations

from datetime import date

import pytest

from helsebro.coverage.answer import Answer
from helsebro.errors import Fault
from helsebro.tasks.last_day import last_day, last_day_faults
from tests.builders.domain.asking import row
from tests.domain.coverage.test_settled_readings import answer

LEFT = {"left_on": date(2026, 10, 31)}
CRISIS = {
    "treatment__type": "crisis-help",
    "event__kind": "serious-accident",
    "event__occurredOn": "2026-11-15",
}
BEFORE = {"evidence__reportedOn": "2026-10-20"}


def rule_and_day(found: Answer) -> tuple[str, date] | None:
    last = last_day(found.trail)
    return (last.rule, last.day) if last else None


@pytest.mark.parametrize("product", ["SA1706", "SF1706"])
@pytest.mark.parametrize(
    "expected, cover, asked",
    [
        (("R-7145", date(2027, 5, 15)), {}, CRISIS),
        (("R-1315", date(2027, 4, 30)), LEFT, BEFORE),
        (("R-1315", date(2027, 4, 30)), LEFT, {**CRISIS, **BEFORE}),
        (
            ("R-1002", date(2027, 6, 1)),
            {},
            {"treatment__type": "antabuse", "history": [row("antabuse", "2026-06-01")]},
        ),
        (None, {}, {"treatment__type": "antabuse"}),
        (None, {}, {"treatment__type": "conservative", "history": [row("conservative", "2026-11-01")]}),
        (None, {}, {}),
    ],
)
def test_a_rule_that_denies_after_a_day_says_which_day_no_grant_outlasts(
    product: str, expected: object, cover: dict[str, object], asked: dict[str, object]
) -> None:
    assert rule_and_day(answer(product, cover, **asked)) == expected


def test_a_treatment_that_begins_after_the_last_day_is_denied_and_no_grant_outlasts_it_either() -> None:
    late = answer(
        "SF1706", **CRISIS, treatment__startsOn="2027-06-01", history=[row("crisis-help", "2026-11-20")]
    )
    assert late.outcome == "not-covered"
    assert rule_and_day(late) == ("R-7145", date(2027, 5, 15))


def test_a_grant_past_the_last_day_is_a_fault_that_names_the_rule() -> None:
    last = last_day(answer("SF1706", **CRISIS).trail)
    named = {"day": date(2027, 5, 15), "rule": "R-7145", "clause": "7.14"}

    assert last_day_faults(date(2027, 5, 15), last) == []
    assert last_day_faults(None, last) == []
    assert last_day_faults(date(2027, 5, 16), last) == [
        Fault("/grant/validUntil", "grant-outlasts-cover", "", named)
    ]
