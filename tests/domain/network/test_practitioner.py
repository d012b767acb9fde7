from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from helsebro.errors import BadInput
from helsebro.network.address import Address
from helsebro.network.practitioner import Practitioner
from helsebro.network.team.practice_address import PracticeAddress
from tests.builders.domain.practitioners import practitioner

REPORTED = date(2026, 11, 21)
OTHER, AUTHORISED = practitioner(authorised=False), practitioner()
AARHUS = PracticeAddress("aarhus", Address("Gade 1", "8000", "Aarhus", "DK"))
OSLO = PracticeAddress("oslo", Address("Gate 1", "0150", "Oslo", "NO"))


@pytest.mark.parametrize(
    "before, after, on, authorised",
    [
        (AUTHORISED, AUTHORISED, date(2020, 1, 1), True),
        (OTHER, AUTHORISED, date(2026, 11, 20), False),
        (OTHER, AUTHORISED, REPORTED, True),
        (replace(AUTHORISED, authorised_since=date(2026, 5, 1)), AUTHORISED, date(2026, 5, 1), True),
        (replace(AUTHORISED, authorised_since=date(2026, 5, 1)), AUTHORISED, date(2026, 4, 30), False),
        (AUTHORISED, OTHER, REPORTED, False),
        (OTHER, OTHER, REPORTED, False),
    ],
)
def test_an_authorisation_counts_from_the_day_on_which_it_was_reported(
    before: Practitioner, after: Practitioner, on: date, authorised: bool
) -> None:
    assert after.following(before, REPORTED).authorised_on(on) is authorised


def test_a_lost_and_regained_authorisation_counts_from_the_later_report() -> None:
    lost = OTHER.following(AUTHORISED, date(2026, 5, 1))
    assert AUTHORISED.following(lost, REPORTED).authorised_since == REPORTED


@pytest.mark.parametrize(
    "known, reported, counts",
    [
        (None, date(2026, 12, 1), date(2026, 12, 1)),
        (None, date(2019, 1, 1), date(2019, 1, 1)),
        (date(2026, 5, 1), date(2026, 4, 1), date(2026, 5, 1)),
        (date(2026, 5, 1), date(2026, 12, 1), date(2026, 12, 1)),
        (date(2027, 1, 1), date(2026, 12, 1), date(2026, 12, 1)),
        (date(2027, 1, 1), date(2026, 1, 1), REPORTED),
        (date(2027, 1, 1), None, date(2027, 1, 1)),
    ],
)
def test_the_day_of_an_authorisation_moves_to_no_day_before_the_report(
    known: date | None, reported: date | None, counts: date
) -> None:
    before, after = (replace(AUTHORISED, authorised_since=day) for day in (known, reported))
    assert after.following(before, REPORTED).authorised_since == counts


@pytest.mark.parametrize("reported, counts", [("2026-11-01", "2026-11-21"), ("2026-12-01", "2026-12-01")])
def test_a_new_authorisation_counts_from_its_day_but_not_from_one_before_the_report(
    reported: str, counts: str
) -> None:
    after = replace(AUTHORISED, authorised_since=date.fromisoformat(reported))
    assert after.following(OTHER, REPORTED).authorised_since == date.fromisoformat(counts)


PSYCHOLOGIST = {"profession": "psychologist", "treatments": ("psychologist",), "crisis_help": True}
PAUSED = {"paused_from": date(2026, 12, 1), "paused_until": date(2026, 12, 7)}


@pytest.mark.parametrize(
    "changes, treatment, on, offered",
    [
        ({}, "physiotherapy", "2026-12-01", True),
        ({}, "psychologist", "2026-12-01", False),
        ({"insurance_clients": False}, "physiotherapy", "2026-12-01", False),
        (PAUSED, "physiotherapy", "2026-11-30", True),
        (PAUSED, "physiotherapy", "2026-12-01", False),
        (PAUSED, "physiotherapy", "2026-12-07", False),
        (PAUSED, "physiotherapy", "2026-12-08", True),
        ({"paused_from": date(2026, 12, 1)}, "physiotherapy", "2031-01-01", False),
        ({}, "crisis-help", "2026-12-01", False),
        (PSYCHOLOGIST, "crisis-help", "2026-12-01", True),
        ({**PSYCHOLOGIST, "authorised_since": date(2026, 12, 2)}, "psychologist", "2026-12-01", False),
        ({**PSYCHOLOGIST, "authorised_since": date(2026, 12, 2)}, "crisis-help", "2026-12-01", False),
        ({**PSYCHOLOGIST, "authorised_since": date(2026, 12, 2)}, "psychologist", "2026-12-02", True),
    ],
)
def test_a_treatment_is_offered_on_days_without_a_pause_and_with_the_authorisation_it_needs(
    changes: dict[str, Any], treatment: str, on: str, offered: bool
) -> None:
    assert practitioner(**changes).offers(treatment, date.fromisoformat(on)) is offered


@pytest.mark.parametrize(
    "problems, not_taken, fit",
    [
        ((), (), 1),
        (("stress",), (), 2),
        (("grief",), (), 0),
        ((), ("stress",), 0),
        (("grief",), ("stress",), 0),
        ((), ("grief",), 1),
    ],
)
def test_a_practitioner_fits_by_the_problems_that_are_taken_and_not_taken(
    problems: tuple[str, ...], not_taken: tuple[str, ...], fit: int
) -> None:
    known = practitioner(problems=problems, problems_not_taken=not_taken)
    assert (known.fit_to("stress"), known.fit_to(None)) == (fit, 1)


@pytest.mark.parametrize(
    "changes, pointer, code",
    [
        ({"paused_until": date(2026, 12, 1)}, "/pausedFrom", "pause-without-first-day"),
        (
            {"paused_from": date(2026, 12, 2), "paused_until": date(2026, 12, 1)},
            "/pausedUntil",
            "pause-ends-before-it-begins",
        ),
        (
            {"problems": ("a", "b"), "problems_not_taken": ("c", "b")},
            "/problemsNotTaken/1",
            "problem-also-taken",
        ),
        (
            {"authorised": False, "authorised_since": date(2026, 12, 1)},
            "/authorisedSince",
            "since-without-authorisation",
        ),
        ({"addresses": (AARHUS, AARHUS)}, "/addresses/1/key", "address-key-repeated"),
        ({"addresses": (OSLO,)}, "/addresses/0/country", "address-in-another-country"),
        (
            {"addresses": (replace(AARHUS, address=replace(AARHUS.address, lat=56.1)),)},
            "/addresses/0/lon",
            "position-incomplete",
        ),
        (
            {"addresses": (AARHUS,), "treatments": tuple(f"t{number}" for number in range(24))},
            "/addresses",
            "too-many-treatments-for-addresses",
        ),
    ],
)
def test_a_contradiction_between_fields_is_a_fault(changes: dict[str, Any], pointer: str, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        practitioner(**changes)
    assert [(fault.pointer, fault.code) for fault in refused.value.faults] == [(pointer, code)]


def at(day: int, hour: int = 12) -> datetime:
    return datetime(2026, 12, day, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    "changes, start, end, spans",
    [
        ({}, at(1), None, [(at(1), None)]),
        ({}, at(2), at(1), []),
        ({"insurance_clients": False}, at(1), None, []),
        ({"paused_from": date(2026, 12, 3)}, at(1), None, [(at(1), at(2, 23))]),
        ({"paused_from": date(2026, 12, 3)}, at(4), None, []),
        (PAUSED, at(3), at(20), [(at(7, 23), at(20))]),
        (PAUSED, at(8), at(20), [(at(8), at(20))]),
        (
            {"paused_from": date(2026, 12, 3), "paused_until": date(2026, 12, 3)},
            at(1),
            None,
            [(at(1), at(2, 23)), (at(3, 23), None)],
        ),
    ],
)
def test_the_days_of_a_pause_are_cut_out_of_a_span_by_the_practitioners_clock(
    changes: dict[str, Any], start: datetime, end: datetime | None, spans: list[Any]
) -> None:
    assert practitioner(**changes).open_spans(start, end) == spans


def test_an_address_that_is_no_longer_known_is_the_first_one() -> None:
    known = practitioner(addresses=(AARHUS,))
    assert known.places == (None, "aarhus")
    assert [known.address_at(key) for key in ("aarhus", None, "gone")] == [
        AARHUS.address,
        known.address,
        known.address,
    ]


def test_a_practitioner_with_as_many_treatments_as_addresses_allow_is_stored() -> None:
    treatments = tuple(f"t{number}" for number in range(23))
    assert practitioner(addresses=(AARHUS,), treatments=treatments).treatments == treatments
