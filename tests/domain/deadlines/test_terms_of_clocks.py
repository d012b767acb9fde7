"""Every clock against what its source says: the sentence, and a start and an end that follow from it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from helsebro.coverage.terms.product import product
from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.length import AsStored
from helsebro.deadlines.service_level import TARGETS
from helsebro.work_calendar import Holidays, WorkCalendar

ZONES: dict[Holidays, ZoneInfo] = {"DK": ZoneInfo("Europe/Copenhagen"), "NO": ZoneInfo("Europe/Oslo")}


def local(text: str, country: Holidays) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONES[country]).astimezone(UTC)


RUNS = (
    # F4-06 "får 98% svar inden for 24 timer": hours run on a weekend, and over the change of the clock.
    ("first-answer", "F4-06", "DK", "2026-11-27T15:00", "2026-11-28T15:00"),
    ("first-answer", "F4-06", "DK", "2026-03-28T15:00", "2026-03-29T16:00"),
    # F4-06 for enquiries, with the weekend of F1-10: Wednesday to Thursday, Friday to Monday's end.
    ("message-reply", "F4-09", "DK", "2026-11-25T15:00", "2026-11-26T15:00"),
    ("enquiry-reply", "F1-10", "DK", "2026-11-27T15:00", "2026-11-30T23:59:59"),
    # F4-43 "indenfor 2 dage".
    ("document-reply", "F4-43", "DK", "2026-11-27T15:00", "2026-11-29T15:00"),
    # F4-34: more sessions cannot wait longer than the first ones.
    ("extension", "F4-34", "DK", "2026-11-27T15:00", "2026-11-28T15:00"),
    # F4-31 "ikke går længere end 2 uger": the whole fourteenth day is in time (Q14).
    ("refund", "F4-31", "DK", "2026-11-16T09:00", "2026-12-01T00:00"),
    # R-1203 "garanterer konsultation ... inden for 10 arbejdsdage": two weeks without holidays.
    ("consultation", "R-1203", "DK", "2026-11-16T09:00", "2026-12-01T00:00"),
    # R-1204 "anviser en behandler ... inden for 10 arbejdsdage, hvis det er muligt": over Easter.
    ("assignment", "R-1204", "DK", "2026-03-27T09:00", "2026-04-16T00:00"),
    # 1 May is a holiday in Norway only.
    ("assignment", "R-1204", "DK", "2026-04-20T09:00", "2026-05-05T00:00"),
    ("assignment", "R-1204", "NO", "2026-04-20T09:00", "2026-05-06T00:00"),
    # F1-10 "inden for 24 timer eller næstkommende hverdag": Wednesday to Thursday, Friday to Monday's end.
    ("contact", "F1-10", "DK", "2026-11-25T15:00", "2026-11-26T15:00"),
    ("contact", "F1-10", "DK", "2026-11-27T15:00", "2026-11-30T23:59:59"),
    # F1-16 "indenfor 2 timer", also at night.
    ("crisis-contact", "F1-16", "DK", "2026-11-28T23:30", "2026-11-29T01:30"),
    # F1-07 "inden for 7 hverdage efter, at sessionen har fundet sted".
    ("payout", "F1-07", "DK", "2026-11-27T15:00", "2026-12-09T00:00"),
    # F4-17: what is missing is asked for again after 3 and 10 days, in the morning.
    ("missing-after-3-days", "F4-17", "DK", "2026-11-27T15:00", "2026-11-30T10:00"),
    ("missing-after-10-days", "F4-17", "DK", "2026-11-27T15:00", "2026-12-07T10:00"),
    # F0-05: a contract can be signed for 30 days; its signatory is reminded in the morning.
    ("contract-reminder-7", "F0-05", "DK", "2026-11-27T15:00", "2026-12-04T10:00"),
    ("contract-reminder-21", "F0-05", "DK", "2026-11-27T15:00", "2026-12-18T10:00"),
    ("contract-expiry", "F0-05", "DK", "2026-11-27T15:00", "2026-12-27T15:00"),
    # An offer of the waitlist holds a slot for 30 minutes, also over the change of the clock.
    ("waitlist-offer", "api.md", "DK", "2026-03-29T01:45", "2026-03-29T03:15"),
    # F0-11 names no number: 7 days are ours.
    ("practitioner-unverified", "F0-11", "DK", "2026-11-27T15:00", "2026-12-04T15:00"),
    # F3-21 names no number: four weeks are ours.
    ("complaint", "F3-21", "DK", "2026-11-02T09:00", "2026-12-01T00:00"),
)
STORED = (
    ("consent-expiry", "F4-13"),
    ("clinic-consent-expiry", "Q31"),
    ("general-consent-expiry", "Q31"),
    ("network-contact-consent-expiry", "Q31"),
    ("crisis-start", "R-7144"),
    ("crisis-end", "R-7145"),
    ("guarantee-expiry", "F0-26"),
    ("session-reminder", "F2-17"),
    ("waitlist-window", "api.md"),
    ("premium-reminder", "R-1402"),
    ("notice-answer", "R-1412"),
    ("run-off", "R-1315"),
    ("coming-of-age", "F4-20"),
)
"""Clocks that run to a day which is stored or computed from the terms (``start_facts``)."""


@pytest.mark.parametrize("kind, citation, country, started, due", RUNS)
def test_a_clock_runs_as_long_as_its_source_says(
    kind: str, citation: str, country: Holidays, started: str, due: str
) -> None:
    row = CLOCKS[kind]
    assert citation in row.source
    assert row.length.due(local(started, country), WorkCalendar(country)) == local(due, country)


@pytest.mark.parametrize("kind, citation", STORED)
def test_a_clock_to_a_stored_day_names_its_source(kind: str, citation: str) -> None:
    assert citation in CLOCKS[kind].source
    assert isinstance(CLOCKS[kind].length, AsStored)


def test_every_clock_is_compared_with_its_source() -> None:
    compared = {kind for kind, *_ in (*RUNS, *STORED)}
    assert compared == set(CLOCKS), f"RUNS and STORED in {__file__} have a row for each clock"


@pytest.mark.parametrize("name", ["SA1706", "SF1706"])
@pytest.mark.parametrize(
    "rule, parameter, number",
    [
        ("R-1203", "workingDays", 10),
        ("R-1204", "workingDays", 10),
        ("R-1315", "months", 6),
        ("R-1402", "days", 21),
        ("R-1412", "days", 14),
        ("R-7144", "days", 21),
        ("R-7145", "months", 6),
    ],
)
def test_the_numbers_of_the_terms_are_those_of_the_clocks(
    name: str, rule: str, parameter: str, number: int
) -> None:
    assert product(name).parameter(rule, parameter) == number


def test_98_percent_of_the_answers_are_promised_and_a_question_counts_as_one() -> None:
    assert TARGETS["first-answer"] == 98
    assert CLOCKS["first-answer"].counts == {"pause", "end"}
