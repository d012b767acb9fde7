"""The table of clocks: every row is a clock, and each event in it is one that the code sends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from helsebro.deadlines import clocks
from helsebro.deadlines.clock_row import ClockRow, ClockUnclear, On
from helsebro.deadlines.clocks import CLOCKS, EVENT_TYPES, EVENTS_TO_COME, can_end, event_types, rows_of
from helsebro.deadlines.length import AsStored
from tests.builders.domain.clocks import clock

CODE = (Path("layers/domain/python/helsebro"), Path("layers/adapters/python/helsebro_aws"), Path("functions"))
NOT_SENDERS = {"deadlines", "notifications", "webhooks", "http"}
"""Contexts that name events of others."""


def literals() -> Iterator[str]:
    """Yields each text between quotes in the code that may send events."""
    for code in CODE:
        for path in code.rglob("*.py"):
            if path.relative_to(code).parts[0] not in NOT_SENDERS:
                yield from re.findall(r'"([a-z{}._-]+)"', path.read_text(encoding="utf-8"))


def sent_types() -> set[str]:
    """Returns the types that the code may send; ``consent.{made.status}`` stands for those of a consent."""
    found = set(literals())
    composed = ("consent", "clinic-consent", "personal-consent")
    assert {f"{which}.{{made.status}}" for which in composed} <= found
    states = ("given", "refused", "withdrawn")
    return found | {f"{which}.{state}" for which in composed for state in states}


def test_every_event_of_a_clock_is_sent_or_named_as_still_to_come() -> None:
    assert EVENT_TYPES - sent_types() == EVENTS_TO_COME


def test_control_a_misspelt_event_is_found() -> None:
    misspelt = clock(starts=(On("claim.complete"),), ends=(On("task.decided"),), pauses=(), resumes=())
    assert event_types(misspelt) - sent_types() == {"claim.complete"}


@pytest.mark.parametrize(
    "changes, fault",
    [
        ({"starts": ()}, "first-answer: nothing starts it"),
        ({"ends": ()}, "first-answer: a promise without an end would always be missed"),
        ({"resumes": ()}, "first-answer: it can pause but not go on"),
        ({"pauses": ()}, "first-answer: it can pause but not go on, or go on but not pause"),
        ({"stands_alone": True}, "first-answer: what stands alone is of no case, and no member sees it"),
        (
            {"subject": "clinicId", "stands_alone": True, "shown": True},
            "first-answer: what stands alone is of no case, and no member sees it",
        ),
    ],
    ids=["no start", "no end", "no resume", "no pause", "a claim alone", "alone and shown"],
)
def test_a_row_that_is_no_clock_is_a_clear_error(changes: dict[str, Any], fault: str) -> None:
    with pytest.raises(ClockUnclear, match=fault):
        clock(**changes)


@pytest.mark.parametrize("nature", ["expiry", "reminder"])
def test_an_expiry_or_a_reminder_needs_no_end(nature: str) -> None:
    assert clock(nature=nature, ends=()).ends == ()


def test_the_kinds_are_unique_and_each_event_finds_its_clocks() -> None:
    assert all(kind == row.kind for kind, row in CLOCKS.items())
    for kind in EVENT_TYPES - EVENTS_TO_COME:
        assert rows_of(kind)
        assert all(kind in event_types(row) for row in rows_of(kind))
    assert rows_of("claim.complete") == ()


def test_a_promise_that_nothing_can_end_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [kind for kind, row in CLOCKS.items() if not can_end(row)] == []
    assert {row.kind for row in rows_of("complaint.made")} == {"complaint"}
    monkeypatch.setattr(clocks, "EVENTS_TO_COME", frozenset({"complaint.made", "complaint.decided"}))
    assert rows_of("complaint.made") == ()


@pytest.mark.parametrize("row", CLOCKS.values(), ids=lambda row: row.kind)
def test_every_row_names_its_source_and_can_be_kept(row: ClockRow) -> None:
    assert row.source
    assert all(time is None or time > timedelta() for time in (row.warns, row.escalates))
    # Only facts know when a clock ends that runs until a stored instant.
    assert row.facts or not isinstance(row.length, AsStored)
    assert row.counts <= {effect for effect, every in row.moves().items() if every}
    # What nothing can undo needs no keys, and an undo must name the moment that it takes back.
    keyed = {on.key for on in (*row.starts, *row.ends) if on.key}
    assert all(on.key in keyed for on in row.undoes)


@pytest.mark.parametrize("kind", ["assignment", "consultation", "crisis-start", "crisis-end"])
def test_no_one_owes_an_appointment_once_the_guarantee_is_revoked(kind: str) -> None:
    assert "guarantee.revoked" in {on.event for on in CLOCKS[kind].cancels}
