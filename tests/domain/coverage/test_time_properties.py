"""Properties of time for any question: waiting, the day of the decision, and the windows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from helsebro.coverage.engine import assess
from helsebro.coverage.question import question_json
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.windows import add_months
from tests.builders.domain.any_question import answer, bodies, covers, days
from tests.builders.domain.asking import LEISURE, TODAY, body, kroner, row

YEARS_AHEAD = 4


def outcome_on(shape: dict[str, Any], cover: Cover, day: date) -> str:
    """Returns the outcome for a treatment that begins on another day."""
    later = {**shape, "treatment": {**shape["treatment"], "startsOn": day.isoformat()}}
    return assess(question_json.read(later), cover, TODAY).outcome


def days_after(shape: dict[str, Any], cover: Cover) -> Iterator[date]:
    """Yields days on which a wait or window could end: each fortnight, and around the question's days."""
    first = date.fromisoformat(shape["treatment"]["startsOn"])
    yield from (first + timedelta(days=14 * step) for step in range(26 * YEARS_AHEAD))
    anchors = [cover.starts_on, *(day for day, _ in cover.sum_index), date(first.year, 1, 1)]
    anchors += [date.fromisoformat(past["on"]) for past in shape["history"]]
    anchors += [
        date.fromisoformat(past["courseEndedOn"]) for past in shape["history"] if "courseEndedOn" in past
    ]
    anchors += [day for stretch in cover.suspended for day in stretch if day]
    for anchor in anchors:
        for months in (0, 6, 12, 24, 36, 48):
            for more in (-1, 0, 1):
                yield add_months(anchor, months) + timedelta(days=more)


WAITING = ("physiotherapy", "reflexology", "psychologist", "psychiatrist", "gambling", "misuse", "recreation")
YOUNG = st.sampled_from([date(2024, 11, 30), date(2025, 3, 14), date(2026, 2, 28), date(2026, 6, 15)])
PAID = st.dates(date(2026, 11, 12), TODAY)


@st.composite
def waits(draw: st.DrawFn) -> tuple[dict[str, Any], Cover]:
    """A question that only time prevents, under a policy that is young, used up or unpaid."""
    treatment, start = draw(st.sampled_from(WAITING)), draw(YOUNG)
    past = [
        row(
            draw(st.sampled_from([treatment, treatment, "surgery"])),
            draw(days(date(2025, 6, 1), date(2027, 6, 1))),
            sessions=draw(st.integers(1, 12)),
            cost=kroner(f"{draw(st.integers(0, 60_000))}.00"),
            inNetwork=draw(st.booleans()),
            conditionKey=draw(st.sampled_from(["same", "other"])),
        )
        for _ in range(draw(st.integers(0, 4)))
    ]
    for past_row in past:
        if draw(st.booleans()):
            ended = date.fromisoformat(str(past_row["on"])) + timedelta(days=draw(st.integers(0, 60)))
            past_row["courseEndedOn"] = ended.isoformat()
    shape = body(
        condition__arisenOn=draw(st.sampled_from(["2026-10-01", "2024-01-10"])),
        condition__symptomsFrom=None,
        treatment__type=treatment,
        treatment__startsOn=draw(days(date(2026, 11, 1), date(2027, 3, 1))),
        treatment__inNetwork=draw(st.booleans()),
        treatment__cost=kroner("700.00"),
        treatment__practitioner__approvals=["RAB"],
        evidence__directlyAfterCoveredStay=True,
        history=past,
    )
    unpaid = draw(st.sampled_from([(), ((date(2026, 11, 10), draw(PAID)),)]))
    cover = replace(
        draw(covers()),
        effective_from=start,
        enrolled_on=start,
        seniority_from=draw(st.sampled_from([None, date(2023, 8, 31)])),
        modules=LEISURE.modules,
        left_on=None,
        suspended=unpaid,
    )
    return shape, cover


@given(waits())
def test_no_day_before_the_first_day_of_cover_is_covered(asked: tuple[dict[str, Any], Cover]) -> None:
    shape, cover = asked
    decided = answer(shape, cover)
    if decided.outcome != "not-covered":
        assert decided.covered_from is None
        return
    found, first = decided.covered_from, date.fromisoformat(shape["treatment"]["startsOn"])
    if found is not None:
        assert found > first
        assert outcome_on(shape, cover, found) == "covered"
    for day in days_after(shape, cover):
        if day > first and (found is None or day < found):
            assert outcome_on(shape, cover, day) != "covered", day


@given(bodies(), covers())
def test_a_question_that_is_never_covered_has_no_first_day_of_cover(
    shape: dict[str, Any], cover: Cover
) -> None:
    found = answer(shape, cover).covered_from
    if found is None:
        return
    start = shape["treatment"]["startsOn"]

    assert found > date.fromisoformat(start)
    assert outcome_on(shape, cover, found) == "covered"
    assert outcome_on(shape, cover, found - timedelta(days=1)) != "covered"


@given(bodies(), covers(), st.dates(date(2024, 1, 1), date(2028, 12, 31)))
def test_a_question_as_of_a_day_is_decided_as_on_that_day(
    shape: dict[str, Any], cover: Cover, day: date
) -> None:
    on_that_day = assess(question_json.read(shape), cover, day)
    as_of = assess(question_json.read({**shape, "asOf": day.isoformat()}), cover, TODAY)

    assert as_of == on_that_day


@given(bodies(), covers(), st.dates(date(2024, 1, 1), date(2028, 12, 31)))
def test_the_sum_of_the_treatments_own_day_counts_whenever_it_is_decided(
    shape: dict[str, Any], cover: Cover, day: date
) -> None:
    def limits(today: date) -> list[object]:
        steps = {
            step.rule.id: step.found.facts for step in assess(question_json.read(shape), cover, today).trail
        }
        return [steps[rule].get("limit") for rule in ("R-1301",) if rule in steps]

    assert limits(day) == limits(TODAY)
