"""Keeping: turns an event of the bus into moments of the deadlines that it moves.

Each deadline is one commit. A deadline that fails does not stop the others; the event comes again, and the
deadlines that have its moment already stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from helsebro import ids
from helsebro.deadlines.clock_row import ClockEffect, ClockRow, On
from helsebro.deadlines.clocks import rows_of
from helsebro.deadlines.deadline import Deadline
from helsebro.deadlines.length import DueMissing
from helsebro.deadlines.moments import StartFacts, effects, moment_of
from helsebro.errors import HelsebroError
from helsebro.occurrence import Occurrence
from helsebro.work_calendar import UnknownYear
from helsebro_aws.deadlines.case_reads import CaseReads, CaseSources
from helsebro_aws.deadlines.engine import DeadlineEngine
from helsebro_aws.deadlines.start_facts import start_facts
from helsebro_aws.platform.log import failed

FAULTS = (HelsebroError, DueMissing, UnknownYear, KeyError)
"""What a single deadline may fail with: an id that is none, days outside the calendar, a field that lacks."""


class ClocksNotKept(Exception):
    """Some deadlines of an event could not be changed; the text names their kinds."""


@dataclass(frozen=True)
class DeadlineKeeping:
    """Keeps the deadlines that an event moves. ``rows_of`` returns the clocks of a type of event."""

    engine: DeadlineEngine = field(default_factory=DeadlineEngine)
    sources: CaseSources = field(default_factory=CaseSources)
    rows_of: Callable[[str], tuple[ClockRow, ...]] = rows_of
    facts: Callable[[CaseReads, ClockRow], StartFacts | None] = start_facts

    def keep(self, content: Mapping[str, Any]) -> list[str]:
        """Changes every deadline that an event of the bus moves; returns their kinds.

        Raises ``ClocksNotKept`` after all others are changed.
        """
        event = Occurrence.read(content)
        reads, kept, refused = CaseReads(event, self.sources), list[str](), list[str]()
        for row in self.rows_of(event.type):
            for move in effects(row, event):
                try:
                    self._keep(row, move, event, reads)
                    kept.append(row.kind)
                except FAULTS as fault:
                    failed(fault, kind=row.kind, eventId=event.event_id)
                    refused.append(row.kind)
        if refused:
            raise ClocksNotKept(", ".join(sorted(set(refused))))
        return kept

    def _keep(
        self, row: ClockRow, move: tuple[ClockEffect, On, str], event: Occurrence, reads: CaseReads
    ) -> None:
        effect, on, subject = move
        new = Deadline(row.kind, subject, _case_of(row, subject, event), event.payer)
        self.engine.change(new, partial(self._moved, row, effect, on, event, reads))

    def _moved(
        self,
        row: ClockRow,
        effect: ClockEffect,
        on: On,
        event: Occurrence,
        reads: CaseReads,
        before: Deadline,
    ) -> Deadline:
        """Returns the deadline with the event's moment; facts are read only for a start that is new."""
        if any(known.event_id == event.event_id for known in before.moments):
            return before
        if effect != "start":
            return before.with_moment(moment_of(row, effect, on, event, None))
        facts = self.facts(reads, row)
        if facts:
            return before.with_moment(moment_of(row, effect, on, event, facts))
        # A clock that begins again and no longer applies must not go on as it was.
        return before.with_moment(moment_of(row, "cancel", on, event, None)) if row.restarts else before


def _case_of(row: ClockRow, subject: str, event: Occurrence) -> str:
    """Returns the claim or policy that a deadline belongs to; none if the clock stands alone."""
    if row.stands_alone:
        return ""
    return str(event.data.get("claimId") or event.data.get("policyId") or ids.claim_of(subject))
