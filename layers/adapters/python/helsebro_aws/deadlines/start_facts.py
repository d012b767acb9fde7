"""Start facts: whether an event starts a clock, from when and until when; one function for each ``facts``.

Each returns None when the clock does not apply. What it returns depends on the time of the event, not on that
of the call, so that a late or repeated event starts the same clock.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TypeAlias

from helsebro import ids
from helsebro.claims.claim import Claim
from helsebro.claims.consent import one_year_on
from helsebro.coverage.question.windows import add_months
from helsebro.coverage.terms.product import product
from helsebro.deadlines.clock_row import ClockRow
from helsebro.deadlines.length import HoursOrNextWorkingDay, WorkingDays
from helsebro.deadlines.moments import StartFacts
from helsebro.deadlines.treatment_clock import (
    last_day_of_crisis_help,
    last_day_to_start,
    treatment_clock,
)
from helsebro.guarantees.extension import CRISIS
from helsebro.identity.coming_of_age import fifteenth_birthday
from helsebro.local_day import HOME
from helsebro.network.clinic_details import late_from
from helsebro.notices.rules import refuse_by
from helsebro.notifications.session_reminder import remind_at
from helsebro.work_calendar import WorkCalendar
from helsebro_aws.deadlines.case_reads import CaseReads

FactsOf: TypeAlias = Callable[[CaseReads, ClockRow], StartFacts | None]
RUN_OFF, UNPAID = "R-1315", "R-1402"


def start_facts(reads: CaseReads, row: ClockRow) -> StartFacts | None:
    """Returns the facts of a start of this clock, None when the clock does not apply.

    Raises ``NotFound`` when what the event is about does not exist, ``UnknownYear`` for days that are not in
    the table of holidays.
    """
    return FACTS[row.facts](reads, row) if row.facts else StartFacts()


def of_claim(reads: CaseReads, row: ClockRow) -> StartFacts | None:
    """Every event about a claim starts the clock."""
    return StartFacts(_calendar(reads, row, reads.claim.country))


def of_message(reads: CaseReads, row: ClockRow) -> StartFacts | None:
    """Every message that waits starts the clock; an enquiry belongs to no case, only to a payer."""
    country = reads.payer.country if row.stands_alone else reads.claim.country
    return StartFacts(_calendar(reads, row, country))


def of_claim_in_review(reads: CaseReads, row: ClockRow) -> StartFacts | None:
    """Starts while the review of the claim runs: not before it is complete, nor while a question is open.

    A paper for which no review waits starts it by itself.
    """
    claim, at = reads.claim, reads.event.at
    is_late = reads.event.data.get("late") == "yes"
    return of_claim(reads, row) if is_late or _is_in_review(claim, at) else None


def of_treatment(reads: CaseReads, row: ClockRow) -> StartFacts | None:
    """Starts for a treatment with this promise, for the working days of the product's terms."""
    clock = treatment_clock(reads.claim)
    if clock is None or clock.kind != row.kind:
        return None
    calendar = reads.working_days(reads.claim.country)
    return StartFacts(calendar, due_at=WorkingDays(clock.working_days).due(reads.event.at, calendar))


def of_consent(reads: CaseReads, _: ClockRow) -> StartFacts | None:
    """The consent is in force for a year from the day it was given."""
    calendar = WorkCalendar(reads.claim.country)
    expires_on = one_year_on(calendar.day_of(reads.event.at))
    return StartFacts(calendar, due_at=calendar.start_of(expires_on))


def of_personal_consent(reads: CaseReads, _: ClockRow) -> StartFacts | None:
    """The consent is in force to the day before the one that its event names."""
    calendar = WorkCalendar(HOME)
    return StartFacts(calendar, due_at=calendar.start_of(date.fromisoformat(reads.event.data["expiresOn"])))


def of_crisis_start(reads: CaseReads, _: ClockRow) -> StartFacts | None:
    """Crisis help begins within three weeks of the event behind it."""
    calendar, last = WorkCalendar(reads.claim.country), last_day_to_start(reads.claim)
    return StartFacts(calendar, due_at=calendar.end_of(last)) if last else None


def of_crisis_end(reads: CaseReads, _: ClockRow) -> StartFacts | None:
    """Crisis help ends six months after the event, unless the policy counts from its first session."""
    calendar, last = WorkCalendar(reads.claim.country), last_day_of_crisis_help(reads.claim)
    if last is None or reads.crisis_ends_from != "event":
        return None
    return StartFacts(calendar, due_at=calendar.end_of(last))


def of_contact(reads: CaseReads, row: ClockRow) -> StartFacts | None:
    """A guarantee whose clinic was told of it, for anything but crisis help.

    Without a consent in force it is not told, and has no one to contact until the consent returns.
    """
    guarantee = reads.guarantee
    if not reads.event.clinic_id or guarantee.clinic_id is None or guarantee.treatment == CRISIS:
        return None
    return StartFacts(_calendar(reads, row, guarantee.country))


def of_crisis_contact(reads: CaseReads, _: ClockRow) -> StartFacts | None:
    """A guarantee for crisis help whose clinic was told of it."""
    guarantee = reads.guarantee
    is_told = bool(reads.event.clinic_id) and guarantee.clinic_id is not None
    applies = is_told and guarantee.treatment == CRISIS
    return StartFacts(WorkCalendar(guarantee.country)) if applies else None


def of_guarantee(reads: CaseReads, _: ClockRow) -> StartFacts | None:
    """The guarantee is valid to the end of its last day."""
    calendar = WorkCalendar(reads.guarantee.country)
    return StartFacts(calendar, due_at=calendar.end_of(reads.guarantee.valid_until))


def of_payout(reads: CaseReads, row: ClockRow) -> StartFacts | None:
    """To the end of the day on which the payable is due: seven weekdays after the session itself."""
    calendar = _calendar(reads, row, reads.claim.country)
    return StartFacts(calendar, due_at=calendar.end_of(date.fromisoformat(str(reads.event.data["dueOn"]))))


def of_session_reminder(reads: CaseReads, _: ClockRow) -> StartFacts | None:
    """In time to cancel without paying, or the day before; None when the session was booked too late."""
    calendar = WorkCalendar(reads.booking.country)
    starts_at = ids.slot_parts(str(reads.event.data["slotId"]))[1]
    last_free = late_from(starts_at, reads.booking.notice_hours)
    due_at = remind_at(starts_at, last_free, calendar, reads.event.at)
    return StartFacts(calendar, due_at=due_at) if due_at else None


def of_waitlist_window(reads: CaseReads, _: ClockRow) -> StartFacts | None:
    """To the end of the last day that suits the member."""
    calendar = WorkCalendar(reads.waitlist_entry.country)
    return StartFacts(calendar, due_at=calendar.end_of(reads.waitlist_entry.latest))


def of_reminder(reads: CaseReads, _: ClockRow) -> StartFacts | None:
    """Cover stops some days after the first reminder that is unpaid (R-1402); None when all are paid."""
    policy, calendar = reads.policy, WorkCalendar(reads.payer.country)
    days = product(policy.on(calendar.day_of(reads.event.at)).product).parameter(UNPAID, "days")
    stops = policy.stops_on(days)
    return StartFacts(calendar, due_at=calendar.start_of(stops)) if stops else None


def of_notice(reads: CaseReads, _: ClockRow) -> StartFacts | None:
    """A notice that the policyholder may refuse, to the end of the last day to do so (R-1406, R-1412)."""
    terms = product(reads.policy.on(reads.notice.sent_on).product)
    last = refuse_by(reads.notice, terms)
    calendar = WorkCalendar(reads.payer.country)
    return StartFacts(calendar, due_at=calendar.end_of(last)) if last else None


def of_run_off(reads: CaseReads, _: ClockRow) -> StartFacts | None:
    """Cover of what arose in the term ends some months after the person's last day (R-1315)."""
    insured = reads.insured
    if insured.left_on is None:
        return None
    calendar = WorkCalendar(insured.country)
    months = product(insured.product).parameter(RUN_OFF, "months")
    return StartFacts(calendar, due_at=calendar.end_of(add_months(insured.left_on, months)))


def of_coming_of_age(reads: CaseReads, _: ClockRow) -> StartFacts | None:
    """A child under 15, until the local midnight of the 15th birthday (F4-20); None for anyone else.

    It runs from the birth, so that a child who is enrolled in the last 30 days still hears of it.
    """
    insured = reads.insured
    if insured.relation != "child":
        return None
    calendar = WorkCalendar(insured.country)
    due_at = calendar.start_of(fifteenth_birthday(insured.born_on))
    if due_at <= reads.event.at:
        return None
    return StartFacts(calendar, calendar.start_of(insured.born_on), due_at)


FACTS: Mapping[str, FactsOf] = {
    "claim": of_claim,
    "message": of_message,
    "claim-in-review": of_claim_in_review,
    "consultation": of_treatment,
    "assignment": of_treatment,
    "consent": of_consent,
    "personal-consent": of_personal_consent,
    "crisis-start": of_crisis_start,
    "crisis-end": of_crisis_end,
    "contact": of_contact,
    "crisis-contact": of_crisis_contact,
    "guarantee": of_guarantee,
    "payout": of_payout,
    "session-reminder": of_session_reminder,
    "reminder": of_reminder,
    "notice": of_notice,
    "run-off": of_run_off,
    "waitlist-window": of_waitlist_window,
    "coming-of-age": of_coming_of_age,
}


def _calendar(reads: CaseReads, row: ClockRow, country: str) -> WorkCalendar:
    """Returns the days of the case; only a length of working days needs those of the payer."""
    counts_days = isinstance(row.length, WorkingDays | HoursOrNextWorkingDay)
    return reads.working_days(country) if counts_days else WorkCalendar(country)


def _is_in_review(claim: Claim, at: datetime) -> bool:
    """Whether the claim was complete at an instant, and neither answered nor waiting for the member."""
    if claim.completed_at is None or at < claim.completed_at:
        return False
    if claim.paused_since and at >= claim.paused_since:
        return False
    reopened = claim.earlier_decisions and claim.earlier_decisions[-1].decided_at == claim.answered_at
    return claim.answered_at is None or bool(reopened) or at < claim.answered_at
