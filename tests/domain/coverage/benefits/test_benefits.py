"""Every sum, count and window of a cover, and the end of every wait."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from helsebro.coverage.benefits.benefits import Benefit, benefits, waits
from helsebro.coverage.benefits.span import spans
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.question import Earlier
from helsebro.money import Money
from tests.builders.domain.asking import AT_WORK, LEISURE, TODAY


def held(treatment: str, on: str, **more: object) -> Earlier:
    """One session for one illness outside the network, at 400 kr."""
    values: dict[str, object] = {"condition_key": "clm_1", "cost": Money.of(400), "in_network": False, **more}
    return Earlier(treatment, date.fromisoformat(on), **values)  # type: ignore[arg-type]


def line(rule: str, *rows: Earlier, cover: Cover = LEISURE, condition: str | None = None) -> Benefit:
    found = [
        benefit
        for benefit in benefits(cover, rows, TODAY)
        if (benefit.rule, benefit.condition) == (rule, condition)
    ]
    assert len(found) == 1
    return found[0]


def values(benefit: Benefit, *names: str) -> list[object]:
    return [getattr(benefit, name) for name in names]


WINDOW = ("used", "window_from", "window_until")


def test_a_cap_of_the_policy_year_has_its_first_and_last_day() -> None:
    found = line("R-832", held("physiotherapy", "2026-02-02", sessions=5), held("chiropractic", "2025-12-31"))

    assert values(found, "limit", "used", "left", "unit") == [12, 5, 7, "sessions"]
    assert (found.window_from, found.window_until) == (date(2026, 1, 1), date(2026, 12, 31))
    assert (found.treatments, found.in_network) == (("chiropractic", "physiotherapy"), False)
    assert found.counted == (0,)


def test_a_used_up_benefit_has_nothing_left_and_never_less() -> None:
    assert line("R-832", held("physiotherapy", "2026-02-02", sessions=15)).left == 0


def test_twelve_months_run_from_the_first_treatment() -> None:
    found = line("R-7132", held("psychiatrist", "2026-02-28"), held("psychiatrist", "2026-06-01"))

    assert values(found, *WINDOW) == [2, date(2026, 2, 28), date(2027, 2, 27)]


def test_twelve_months_have_no_days_before_a_first_treatment() -> None:
    found = line("R-7132", held("psychiatrist", "2024-02-28"))

    assert values(found, *WINDOW) == [0, None, None]


def test_twelve_months_begin_with_a_future_treatment() -> None:
    found = line("R-7132", held("psychiatrist", "2026-12-01"))

    assert values(found, *WINDOW) == [1, date(2026, 12, 1), date(2027, 11, 30)]


def test_a_cap_by_illness_has_a_line_for_each_and_one_for_the_next() -> None:
    rows = (
        held("pain-assessment", "2026-02-02", cost=Money.of(4000)),
        held("pain-assessment", "2026-03-02", cost=Money.of(9000), condition_key="clm_2"),
    )

    lefts = {
        benefit.condition: values(benefit, "left", "counted")
        for benefit in benefits(LEISURE, rows, TODAY)
        if benefit.rule == "R-7161"
    }
    assert lefts == {"clm_1": [11000, (0,)], "clm_2": [6000, (1,)], None: [15000, ()]}


def test_a_row_of_an_unknown_illness_may_count_for_each() -> None:
    rows = (held("dietitian", "2026-02-02"), held("dietitian", "2026-03-02", condition_key=None, sessions=2))

    assert [
        values(benefit, "condition", "used", "possibly_used")
        for benefit in benefits(LEISURE, rows, TODAY)
        if benefit.rule == "R-1103"
    ] == [["clm_1", 1, 2], [None, 0, 2]]


def test_a_treatment_without_a_known_amount_may_have_used_everything() -> None:
    found = line("R-1301", held("surgery", "2026-02-02", cost=None))

    assert values(found, "used", "possibly_used") == [0, Decimal("Infinity")]


def test_a_reservation_without_a_price_leaves_the_sum_whole_and_inexact() -> None:
    found = line("R-1301", held("surgery", "2026-12-02", cost=None, reserved=True))

    assert values(found, "used", "left", "possibly_used") == [0, 500_000, Decimal("Infinity")]


def test_a_module_that_the_policy_does_not_have_has_no_lines() -> None:
    only_psychology = replace(LEISURE, modules=frozenset({"psychology"}))

    assert [benefit.rule for benefit in benefits(only_psychology, (), TODAY)] == ["R-931", "R-1301"]


def test_a_lifetime_begins_with_the_first_day_in_force_and_has_no_last_day() -> None:
    before = held("misuse", "2019-02-02", cost=Money.of(30_000))
    found = line("R-1003", before, held("misuse", "2026-02-02", cost=Money.of(10_000)))

    assert found.window_from is not None
    assert values(found, "left", "window_until") == [90_000, None]


def test_use_under_the_other_policy_counts_in_the_shared_sum_only() -> None:
    both = replace(LEISURE, other_product="SA1706", other_sum=Money.of(400_000))
    row = held("physiotherapy", "2026-02-02", product="SA1706")

    assert line("R-1301", row, cover=both).used == 400
    assert line("R-832", row, cover=both).used == 0
    assert line("R-1301", row).used == 0


def ends(cover: Cover, *rows: Earlier) -> dict[tuple[str, str | None], tuple[date, bool]]:
    return {(wait.rule, wait.condition): (wait.until, wait.over) for wait in waits(cover, TODAY, rows)}


NEW = replace(LEISURE, effective_from=date(2025, 3, 14), enrolled_on=date(2026, 6, 30))


def test_every_wait_has_its_end_and_whether_it_is_over() -> None:
    assert ends(replace(NEW, parameters={"preExistingWaitMonths": 2})) == {
        ("R-501", None): (date(2026, 6, 30), True),
        ("R-704", None): (date(2026, 8, 30), True),
        ("R-722", None): (date(2028, 6, 30), False),
        ("R-7153", None): (date(2026, 12, 30), False),
        ("R-1004", None): (date(2026, 12, 30), False),
    }


def test_seniority_shortens_one_wait_only() -> None:
    found = ends(replace(NEW, seniority_from=date(2024, 1, 1)))

    assert found["R-704", None] == (date(2026, 1, 1), True)
    assert found["R-722", None] == (date(2028, 6, 30), False)


@pytest.mark.parametrize("ended, over", [("2025-11-21", True), ("2025-11-22", False), ("2026-12-24", False)])
def test_an_ended_course_makes_the_same_illness_wait_twelve_months(ended: str, over: bool) -> None:
    row = held("physiotherapy", "2025-10-01", course_ended_on=date.fromisoformat(ended))
    until = date.fromisoformat(ended).replace(year=int(ended[:4]) + 1)

    assert ends(LEISURE, row)["R-822", "clm_1"] == (until, over)
    assert ("R-822", None) not in ends(LEISURE, row)


def test_the_work_policy_has_no_extended_help() -> None:
    work = replace(LEISURE, **AT_WORK)  # type: ignore[arg-type]

    assert not {"R-1101", "R-1104"} & {benefit.rule for benefit in benefits(work, (), TODAY)}


def test_one_pool_outside_the_network_counts_the_treatments_of_both() -> None:
    pooled = replace(LEISURE, parameters={"outOfNetworkPool": "shared"})
    row = held("reflexology", "2026-02-02", sessions=4)

    assert values(line("R-832", row, cover=pooled), "used", "counted") == [4, (0,)]
    assert "reflexology" in line("R-832", row, cover=pooled).treatments
    assert line("R-832", row).used == 0


def opened(
    *rows: Earlier, cover: Cover = LEISURE, today: date = TODAY
) -> dict[tuple[str, str | None], list[object]]:
    found = spans(cover, rows, today)
    return {(span.rule, span.condition): [span.window_from, span.window_until, span.over] for span in found}


def test_a_treatment_that_has_begun_shows_how_long_it_is_covered() -> None:
    rows = (
        held("rehabilitation", "2026-08-31"),
        held("rehabilitation", "2026-10-01"),
        held("rehabilitation", "2025-01-31", condition_key="clm_2"),
        held("antabuse", "2026-02-28", condition_key=None),
    )

    assert opened(*rows) == {
        ("R-791", "clm_1"): [date(2026, 8, 31), date(2027, 2, 28), False],
        ("R-791", "clm_2"): [date(2025, 1, 31), date(2025, 7, 31), True],
        ("R-1002", None): [date(2026, 2, 28), date(2027, 2, 28), False],
    }


@pytest.mark.parametrize("today, over", [(date(2027, 2, 28), False), (date(2027, 3, 1), True)])
def test_the_last_day_of_a_window_is_inside_it(today: date, over: bool) -> None:
    found = opened(held("rehabilitation", "2026-08-31"), today=today)

    assert found["R-791", "clm_1"][2] is over


def test_medicine_is_covered_from_the_last_stay_on() -> None:
    rows = (held("surgery", "2026-03-01"), held("stay", "2026-06-01", course_ended_on=date(2026, 6, 9)))
    (found,) = spans(LEISURE, rows, TODAY)

    assert (found.window_from, found.window_until) == (date(2026, 6, 9), date(2026, 12, 9))
    assert found.treatments == ("medicine",)


def test_no_window_is_open_before_a_treatment_or_without_the_module() -> None:
    assert opened() == {}
    assert opened(held("antabuse", "2026-08-31"), cover=replace(LEISURE, modules=frozenset({"health"}))) == {}
