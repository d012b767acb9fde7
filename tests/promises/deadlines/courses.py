"""The courses of deadlines for promise 8: how each starts, pauses and ends, and what the oracle says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from helsebro import ids
from helsebro.deadlines.clock_row import On
from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import Deadline
from tests.promises.deadlines.oracle import DAY, RULES, ZONES, due_by_the_terms

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
AROUND = ("2026-03-28", "2026-04-02", "2026-04-30", "2026-05-13", "2026-05-23", "2026-10-24", "2026-12-24")
EDGES = (time(0), time(1, 59, 59), time(2), time(2, 30), time(3), time(12), time(23, 59, 59))
PRACTITIONER = ids.practitioner_id(ids.ClinicId(ids.plain("cli", b"c" * 15)), "anna")


@dataclass(frozen=True)
class Course:
    """One deadline: how it starts, pauses and ends, and what the oracle expects of it."""

    kind: str
    country: str
    claim_id: str
    subject_id: str
    start: datetime
    pause: tuple[datetime, datetime] | None
    due: datetime
    end: datetime | None

    @property
    def deadline(self) -> Deadline:
        return Deadline(self.kind, self.subject_id, self.claim_id, self.country.lower())

    @property
    def is_kept(self) -> bool:
        """Whether it ends in time: the last instant of hours is, the midnight after a last day never."""
        is_inclusive = RULES[self.kind][0] in ("hours", "next-working-day")
        return self.end is not None and (self.end <= self.due if is_inclusive else self.end < self.due)

    def events(self) -> Iterator[tuple[datetime, dict[str, Any]]]:
        """Yields its events with the instants at which they are sent."""
        row = CLOCKS[self.kind]
        yield self.start, self._event("start", row.starts[0], self.start, {"round": "1"})
        if self.pause:
            yield self.pause[0], self._event("pause", row.pauses[0], self.pause[0])
            yield self.pause[1], self._event("resume", row.resumes[0], self.pause[1], {"round": "2"})
        if self.end:
            sent = self.start + MINUTE if row.ends[0].at else self.end
            yield sent, self._event("end", row.ends[0], sent)

    def _event(
        self, what: str, on: On, at: datetime, extra: Mapping[str, str] | None = None
    ) -> dict[str, Any]:
        data = {"claimId": self.claim_id, on.subject or CLOCKS[self.kind].subject: self.subject_id}
        data |= {name: sorted(values)[0] for name, values in on.only.items()} | dict(extra or {})
        if on.at and self.end:
            data |= {on.key: "bkg_a", on.at: ids.slot_id(PRACTITIONER, self.end)}
        named = {"eventId": f"evt_{what}_{self.subject_id}", "type": on.event, "at": at.isoformat()}
        return {**named, "payer": self.country.lower(), "data": data}


def courses(random: Random, number: int) -> list[Course]:
    return [_course(random, list(RULES)[place % len(RULES)]) for place in range(number)]


def _course(random: Random, kind: str) -> Course:
    country = random.choice(["DK", "NO"])
    around = date.fromisoformat(random.choice(AROUND)) + timedelta(days=random.randint(-12, 4))
    at = random.choice([*EDGES, time(random.randrange(24), random.randrange(60), random.randrange(60))])
    start = datetime.combine(around, at, ZONES[country]).astimezone(UTC)
    row, due, pause = CLOCKS[kind], due_by_the_terms(kind, start, country), None
    if row.pauses and random.random() < 0.3:
        pause = (
            start + timedelta(hours=random.randint(1, 20)),
            start + timedelta(hours=random.randint(21, 90)),
        )
        due += pause[1] - pause[0]
    unit = MINUTE if row.ends[0].at else SECOND
    ends = [None, due - DAY, due - unit, due, due + unit, due + timedelta(hours=3)]
    end = random.choice([end for end in ends if end is None or end > (pause[1] if pause else start)])
    # A slot begins on a whole minute.
    end = end.replace(second=0) if end and row.ends[0].at else end
    claim_id = ids.mint("clm", country.lower(), random.randbytes(10))
    subject = claim_id if row.subject == "claimId" else f"{row.subject[:3]}_{random.getrandbits(60)}"
    return Course(kind, country, claim_id, subject, start, pause, due, end)
