"""What is left in every window that counts a treatment, and which of them a grant would exceed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from helsebro.coverage.benefits.headroom import Room, crossed, room
from helsebro.coverage.question import question_json
from helsebro.coverage.question.cover import Cover
from helsebro.money import Money
from tests.builders.domain.asking import LEISURE, TODAY, body, kroner, row

OUT = {"treatment__inNetwork": False}
BOTH = replace(LEISURE, other_product="SA1706", other_sum=Money.of("600000.00"))


def rooms(cover: Cover = LEISURE, /, **changes: object) -> dict[str, Room]:
    return {cap.rule: cap for cap in room(question_json.read(body(**changes)), cover, TODAY)}


def test_every_window_that_counts_is_returned_with_what_is_left() -> None:
    past = row("physiotherapy", "2026-02-02", sessions=10, inNetwork=False, cost=kroner("4000.00"))

    found = rooms(**OUT, history=[past])

    assert found.keys() == {"R-832", "R-1301"}
    assert found["R-832"] == Room(
        "R-832",
        "8.3.2",
        "sessions",
        Decimal(12),
        Decimal(10),
        Decimal(2),
        date(2026, 1, 1),
        date(2026, 12, 31),
    )
    assert (found["R-1301"].left, found["R-1301"].unit) == (Decimal("496000.00"), "money")


def test_the_size_of_one_portion_is_no_window() -> None:
    assert rooms().keys() == {"R-1301"}


def test_a_cap_that_depends_on_an_unknown_fact_is_left_out() -> None:
    assert rooms(treatment__inNetwork=None).keys() == {"R-1301"}


def test_a_lifetime_begins_with_the_first_day_in_force() -> None:
    found = rooms(treatment__type="misuse")["R-1003"]

    assert (found.window_from, found.window_until) == (LEISURE.starts_on, None)


def test_an_earlier_treatment_of_unknown_cost_may_have_used_everything_and_reduces_nothing() -> None:
    found = rooms(history=[row("surgery", "2026-02-02", cost=None)])["R-1301"]

    assert (found.left, found.possibly_used) == (Decimal("500000.00"), Decimal("Infinity"))


@pytest.mark.parametrize(
    "sentence, wanted, rules",
    [
        ("nothing wanted", {}, []),
        ("the very last session", {"sessions": 2}, []),
        ("one session more", {"sessions": 3}, ["R-832"]),
        ("the very last krone", {"amount": Money.of("1000.00")}, []),
        ("one øre more", {"amount": Money.of("1000.01")}, ["R-1301"]),
        ("both too many", {"sessions": 3, "amount": Money.of("1200.00")}, ["R-832", "R-1301"]),
        ("hours where none are counted", {"hours": 99}, []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_grant_that_exceeds_a_cap_crosses_it(
    sentence: str, wanted: dict[str, object], rules: list[str]
) -> None:
    past = row("physiotherapy", "2026-02-02", sessions=10, inNetwork=False, cost=kroner("4000.00"))
    small = replace(LEISURE, annual_sum=Money.of("5000.00"))
    found = rooms(small, **OUT, history=[past]).values()

    assert [cap.rule for cap in crossed(tuple(found), **wanted)] == rules, sentence  # type: ignore[arg-type]


def test_hours_are_counted_in_hours() -> None:
    found = rooms(
        treatment__type="home-help",
        evidence__directlyAfterCoveredStay=True,
        history=[row("home-help", "2026-11-01", hours=9.5)],
    )

    assert [cap.rule for cap in crossed(tuple(found.values()), hours=2.5)] == []
    assert [cap.rule for cap in crossed(tuple(found.values()), hours=3)] == ["R-1102"]


def left(cover: Cover, *rows: dict[str, object], **changes: object) -> Decimal:
    return rooms(cover, history=list(rows), **changes)["R-1301"].left


def of_product(cover: Cover, product: str | None) -> Decimal:
    asked = question_json.read(body(history=[row("surgery", "2026-02-02", cost=kroner("30000.00"))]))
    rows = tuple(replace(past, product=product) for past in asked.history)
    found = {cap.rule: cap for cap in room(replace(asked, history=rows), cover, TODAY)}
    return found["R-1301"].left


@pytest.mark.parametrize(
    "cover, product, expected",
    [
        (LEISURE, None, "470000.00"),
        (LEISURE, "SF1706", "470000.00"),
        (LEISURE, "SF1812", "470000.00"),
        (LEISURE, "SA1706", "500000.00"),
        (BOTH, "SA1706", "570000.00"),
        (BOTH, "SF1706", "570000.00"),
        (replace(BOTH, parameters={"sharedSum": "own"}), "SA1706", "470000.00"),
        (replace(BOTH, other_sum=None), "SA1706", "500000.00"),
        (replace(BOTH, other_sum=Money.of("9.00")), "SA1706", "470000.00"),
        (replace(BOTH, other_sum=Money.of("900000.00", "NOK")), "SF1706", "470000.00"),
    ],
)
def test_one_sum_is_shared_by_both_policies_of_a_policyholder(
    cover: Cover, product: str | None, expected: str
) -> None:
    assert of_product(cover, product) == Decimal(expected)


def test_a_count_of_sessions_is_each_policys_own() -> None:
    asked = question_json.read(
        body(**OUT, history=[row("physiotherapy", "2026-02-02", sessions=4, inNetwork=False)])
    )
    rows = tuple(replace(past, product="SA1706") for past in asked.history)
    found = {cap.rule: cap for cap in room(replace(asked, history=rows), BOTH, TODAY)}

    assert found["R-832"].left == 12


INDEXED = replace(
    LEISURE,
    policy_year_start="07-01",
    sum_index=(
        (date(2027, 1, 1), Decimal("2.5")),
        (date(2026, 1, 1), Decimal("2")),
        (date(2024, 1, 1), Decimal("50")),
    ),
)


@pytest.mark.parametrize(
    "starts, parameters, expected",
    [
        ("2026-12-31", {}, "510000.00"),
        ("2027-01-01", {}, "522750.00"),
        ("2027-01-01", {"sumsIndexed": False}, "500000.00"),
        ("2027-01-01", {"sumsIndexed": "no"}, "522750.00"),
    ],
)
def test_the_sum_of_the_treatments_own_day_counts(
    starts: str, parameters: dict[str, object], expected: str
) -> None:
    cover = replace(INDEXED, parameters=parameters)

    assert left(cover, treatment__startsOn=starts) == Decimal(expected)


@pytest.mark.parametrize("parameters, limit", [({}, "15000.00"), ({"indexPrintedAmounts": True}, "15682.50")])
def test_a_printed_amount_rises_only_where_the_policy_says_so(
    parameters: dict[str, object], limit: str
) -> None:
    cover = replace(INDEXED, parameters=parameters)
    found = rooms(cover, treatment__type="pain-assessment", treatment__startsOn="2027-01-01")

    assert found["R-7161"].limit == Decimal(limit)


def test_printed_sessions_never_rise() -> None:
    cover = replace(INDEXED, parameters={"indexPrintedAmounts": True})

    assert rooms(cover, **OUT, treatment__startsOn="2027-01-01")["R-832"].limit == 12


@pytest.mark.parametrize("indexed, limit", [(False, "22500.00"), (True, "23523.75")])
def test_the_policys_own_amount_of_a_rule_is_the_limit_and_rises_like_the_printed_one(
    indexed: bool, limit: str
) -> None:
    own = {"amounts": {"R-7161": "22500.00"}, "indexPrintedAmounts": indexed}
    found = rooms(
        replace(INDEXED, parameters=own),
        treatment__type="pain-assessment",
        treatment__startsOn="2027-01-01",
    )

    assert found["R-7161"].limit == Decimal(limit)
