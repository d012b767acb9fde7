"""Whether a case starts a clock, and until when; every answer follows from the time of the event."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from helsebro import ids
from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.moments import StartFacts
from helsebro.errors import NotFound
from helsebro.ids import ClinicId, PolicyId
from helsebro.notices.notice import Notice
from helsebro.occurrence import Occurrence
from helsebro.policies.premium import Reminder
from helsebro.work_calendar import CalendarPeriod, WorkCalendar
from helsebro_aws.deadlines.case_reads import CaseReads, CaseSources
from helsebro_aws.deadlines.start_facts import FACTS, start_facts
from tests.builders.domain.asking import question
from tests.builders.domain.claims import claim
from tests.builders.domain.guarantees import guarantee
from tests.builders.domain.policies import policy

AT = datetime(2026, 3, 27, 12, tzinfo=UTC)
"""A Friday; the clocks change on Sunday, and Easter is a week later."""
CLINIC = ClinicId(ids.plain("cli", b"c" * 15))
PRACTITIONER = ids.practitioner_id(CLINIC, "anna")
OSLO = ZoneInfo("Europe/Oslo")


def local(text: str) -> datetime:
    """Returns the instant of a local time in Denmark or Norway."""
    return datetime.fromisoformat(text).replace(tzinfo=OSLO).astimezone(UTC)


def facts(
    kind: str,
    at: datetime = AT,
    data: dict[str, Any] | None = None,
    told: ClinicId = ClinicId(""),
    **reads: Any,
) -> StartFacts | None:
    """Returns the facts of a start at an instant, for a case that reads as given; a clinic was ``told``."""
    event = Occurrence("evt_a", "started", at, "tryg", data or {}, clinic_id=told)
    made = SimpleNamespace(event=event, working_days=WorkCalendar, crisis_ends_from="event", **reads)
    return start_facts(made, CLOCKS[kind])  # type: ignore[arg-type]


def due(kind: str, at: datetime = AT, **reads: Any) -> datetime | None:
    found = facts(kind, at, **reads)
    return found.due_at if found else None


def crisis(occurred_on: str | None) -> Any:
    asked = question({"cause": "leisure", "event": {"occurredOn": occurred_on} if occurred_on else {}})
    return claim(treatment_type="crisis-help", question=asked)


def test_every_clock_has_its_facts() -> None:
    assert {row.facts for row in CLOCKS.values()} - {""} == set(FACTS)


@pytest.mark.parametrize("kind", ["first-answer", "refund", "extension", "complaint"])
def test_an_event_of_a_case_starts_a_clock_whose_length_the_row_knows(kind: str) -> None:
    assert facts(kind, claim=claim(country="NO")) == StartFacts(WorkCalendar("NO"))


HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    "fields, starts",
    [
        ({}, False),
        ({"completed_at": AT + HOUR}, False),
        ({"completed_at": AT - HOUR}, True),
        ({"completed_at": AT}, True),
        ({"completed_at": AT - HOUR, "paused_since": AT - HOUR}, False),
        ({"completed_at": AT - HOUR, "paused_since": AT + HOUR}, True),
        ({"completed_at": AT - HOUR, "answered_at": AT - HOUR}, False),
        ({"completed_at": AT - HOUR, "answered_at": AT}, False),
        ({"completed_at": AT - HOUR, "answered_at": AT + HOUR}, True),
    ],
)
def test_papers_are_answered_only_while_the_claim_is_in_review(fields: dict[str, Any], starts: bool) -> None:
    assert (facts("document-reply", claim=claim(**fields)) is not None) == starts


@pytest.mark.parametrize(
    "treatment, kind", [("surgery", "consultation"), ("physiotherapy", "assignment"), ("crisis-help", None)]
)
@pytest.mark.parametrize("clock", ["consultation", "assignment"])
def test_a_treatment_starts_only_its_own_clock_over_easter(
    treatment: str, kind: str | None, clock: str
) -> None:
    asked = question({"cause": "leisure", "treatment": {"type": treatment}})
    found = due(clock, claim=claim(treatment_type=treatment, question=asked))
    assert found == (local("2026-04-16 00:00") if clock == kind else None)


def test_a_consent_ends_a_year_after_its_local_day() -> None:
    assert due("consent-expiry", local("2026-03-28 23:30"), claim=claim()) == local("2027-03-28 00:00")
    assert due("consent-expiry", local("2026-03-29 00:30"), claim=claim()) == local("2027-03-29 00:00")


def test_crisis_help_begins_within_three_weeks_and_ends_after_six_months() -> None:
    assert due("crisis-start", claim=crisis("2026-03-20")) == local("2026-04-11 00:00")
    assert due("crisis-end", claim=crisis("2026-05-31")) == local("2026-12-01 00:00")
    assert facts("crisis-start", claim=crisis(None)) is None
    assert facts("crisis-end", claim=crisis(None)) is None
    assert facts("crisis-start", claim=claim()) is None


@pytest.mark.parametrize(
    "fields, expected",
    [
        ({"clinic_id": CLINIC}, ["contact"]),
        ({"clinic_id": CLINIC, "treatment": "crisis-help"}, ["crisis-contact"]),
        ({"clinic_id": None}, []),
        ({"clinic_id": None, "treatment": "crisis-help"}, []),
    ],
)
def test_only_a_clinic_that_has_the_guarantee_must_contact_its_client(
    fields: dict[str, Any], expected: list[str]
) -> None:
    bound = guarantee(**fields)
    kinds = ("contact", "crisis-contact")
    assert [kind for kind in kinds if facts(kind, told=CLINIC, guarantee=bound)] == expected
    # Without a consent in force the event names no clinic.
    assert [kind for kind in kinds if facts(kind, guarantee=bound)] == []


def test_a_guarantee_expires_at_the_end_of_its_last_day() -> None:
    expires = due("guarantee-expiry", guarantee=guarantee(valid_until=date(2026, 10, 25)))
    assert expires == local("2026-10-26 00:00")


@pytest.mark.parametrize(
    "at, notice_hours, expected",
    [
        # The last day to cancel without paying is the 28th, and with 72 hours the 26th.
        ("2026-03-20 12:00", 24, "2026-03-27 10:00"),
        ("2026-03-20 12:00", 72, "2026-03-25 10:00"),
        ("2026-03-20 12:00", 1, "2026-03-28 10:00"),
        ("2026-03-27 12:00", 24, "2026-03-28 10:00"),
        ("2026-03-26 12:00", 72, "2026-03-28 10:00"),
        ("2026-03-28 10:00", 24, None),
        ("2026-03-29 08:00", 24, None),
    ],
)
def test_a_session_is_reminded_of_while_it_can_be_cancelled_without_paying_else_the_day_before(
    at: str, notice_hours: int, expected: str | None
) -> None:
    slot = {"slotId": ids.slot_id(PRACTITIONER, local("2026-03-29 12:00"))}
    booking = SimpleNamespace(country="NO", notice_hours=notice_hours)
    found = due("session-reminder", local(at), data=slot, booking=booking)
    assert found == (expected and local(expected))


def test_cover_stops_after_the_first_reminder_that_is_unpaid() -> None:
    reminders = (
        Reminder(date(2026, 1, 1), paid_on=date(2026, 1, 5)),
        Reminder(date(2026, 3, 20)),
        Reminder(date(2026, 3, 10)),
    )
    payer = SimpleNamespace(country="DK")
    stops = due("premium-reminder", policy=policy(reminders=reminders), payer=payer)
    assert stops == local("2026-04-01 00:00")
    assert facts("premium-reminder", policy=policy(reminders=reminders[:1]), payer=payer) is None


@pytest.mark.parametrize(
    "notice_kind, sent_by, expected",
    [("claim-change", "payer", "2026-06-01 00:00"), ("cancellation", "policyholder", None)],
)
def test_only_a_notice_that_may_be_refused_waits_for_an_answer(
    notice_kind: Any, sent_by: Any, expected: str | None
) -> None:
    sent, effective = date(2026, 3, 1), date(2026, 6, 1)
    notice = Notice("ntc_1", "tryg", PolicyId("pol_a"), notice_kind, sent_by, sent, effective)
    payer = SimpleNamespace(country="DK")
    found = due("notice-answer", notice=notice, policy=policy(), payer=payer)
    assert found == (expected and local(expected))


@pytest.mark.parametrize(
    "left_on, expected", [(date(2026, 8, 31), "2027-03-01 00:00"), (date(2026, 4, 25), "2026-10-26 00:00")]
)
def test_run_off_ends_six_months_after_the_last_day(left_on: date, expected: str) -> None:
    insured = SimpleNamespace(left_on=left_on, country="DK", product="SF1706")
    assert due("run-off", insured=insured) == local(expected)


def test_a_person_who_has_not_left_has_no_run_off() -> None:
    assert facts("run-off", insured=SimpleNamespace(left_on=None)) is None


def test_the_calendar_of_a_payer_is_read_once_and_only_where_days_are_counted() -> None:
    read: list[tuple[str, str]] = []

    def calendar_of(payer: str, country: str) -> WorkCalendar:
        read.append((payer, country))
        return WorkCalendar(country, (CalendarPeriod("NO", date(2026, 1, 1)),))

    event = Occurrence("evt_a", "payout.approved", AT, "tryg", {"dueOn": "2026-12-08"})
    reads = CaseReads(event, CaseSources(calendar_of=calendar_of))
    reads.__dict__["claim"] = claim(country="DK")
    for kind in ("first-answer", "refund", "extension"):
        start_facts(reads, CLOCKS[kind])
    assert read == []
    found = start_facts(reads, CLOCKS["payout"])
    assert found
    assert (found.calendar.periods[0].holidays, read) == ("NO", [("tryg", "DK")])
    assert found.due_at == datetime(2026, 12, 8, 23, tzinfo=UTC)


@pytest.mark.usefixtures("aws")
@pytest.mark.parametrize(
    "kind, data",
    [
        ("first-answer", {"claimId": "clm_ar2hezza4lxhmc6nmgjjqa2q"}),
        ("contact", {"guaranteeId": "gar_a"}),
        ("session-reminder", {"bookingId": "bkg_a"}),
        ("premium-reminder", {"policyId": "pol_a"}),
        ("notice-answer", {"policyId": "pol_a", "noticeId": "ntc_a"}),
        ("run-off", {"policyId": "pol_a", "personId": "per_a"}),
    ],
)
def test_what_an_event_is_about_and_does_not_exist_is_not_found(kind: str, data: dict[str, Any]) -> None:
    reads = CaseReads(Occurrence("evt_a", "started", AT, "tryg", data), CaseSources())
    with pytest.raises(NotFound):
        start_facts(reads, CLOCKS[kind])
