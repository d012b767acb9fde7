"""Clock row: one clock as data: the events that move it, how long it runs and what its end means.

A later clock is one more row in a file of ``rows/`` and, where something must happen at its warning or its
end beside an event, one handler (``helsebro_aws.deadlines.breaches``). CONTRIBUTING has the whole list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal, get_args

from helsebro.deadlines.length import Length

ClockQueue = Literal["claims", "refunds", "extensions", "complaints", "payments", "network", "underwriting"]
"""The queue of the staff who keep the clock."""
CLOCK_QUEUES: tuple[ClockQueue, ...] = get_args(ClockQueue)
Nature = Literal["promise", "expiry", "reminder"]
"""A promise is met or missed; an expiry is a day that comes; a reminder makes its event and is not shown."""
ClockEffect = Literal["start", "pause", "resume", "end", "cancel", "undo", "move"]
"""What an event does to a clock; ``undo`` takes back the moment with the same key, ``move`` hands it to the
staff of another queue, which the event names."""


class ClockUnclear(ValueError):
    """A row of the table is not a clock; the text names the row and what is wrong."""


@dataclass(frozen=True)
class On:
    """An event that moves a clock: of this type, and with one of these values in its data.

    ``subject`` is the field that names the subject, where it is not the clock's own. ``key`` is the field
    that names the moment, so that a later event with the same value replaces it; by default every event is a
    moment of its own. ``at`` is the field with the slot in which the moment lies; else it is the event's.
    """

    event: str
    only: Mapping[str, frozenset[str]] = field(default_factory=dict)
    subject: str = ""
    key: str = ""
    at: str = ""


@dataclass(frozen=True)
class ClockRow:
    """One clock. ``subject`` is the field of the events' data that names what it is about.

    ``facts`` names what must be read to know whether it starts and until when
    (``helsebro_aws.deadlines.start_facts``); without it, every start counts. ``restarts`` says that a later
    start begins again. ``warns`` before it is due and ``escalates`` after it was missed, something is sent.
    ``counts`` are the effects at which a service level counts the clock. ``on_warning`` and
    ``on_breach`` name what happens beside the events, at the warning and when it is missed or reached
    (``helsebro_aws.deadlines.breaches``). ``shown`` puts it on the member's case. ``stands_alone`` says that
    it belongs to no claim or policy: it is stored with its subject, a clinic, a practitioner or a contract.
    ``moved_by`` hands it to other staff: ``queue`` is whose it is unless its events name another one.
    Raises ``ClockUnclear``.
    """

    kind: str
    queue: ClockQueue
    subject: str
    length: Length
    starts: tuple[On, ...]
    source: str
    ends: tuple[On, ...] = ()
    pauses: tuple[On, ...] = ()
    resumes: tuple[On, ...] = ()
    cancels: tuple[On, ...] = ()
    undoes: tuple[On, ...] = ()
    moved_by: tuple[On, ...] = ()
    facts: str = ""
    nature: Nature = "promise"
    restarts: bool = False
    warns: timedelta | None = None
    escalates: timedelta | None = None
    counts: frozenset[ClockEffect] = frozenset()
    on_warning: tuple[str, ...] = ()
    on_breach: tuple[str, ...] = ()
    shown: bool = False
    stands_alone: bool = False

    def __post_init__(self) -> None:
        if not self.starts:
            raise ClockUnclear(f"{self.kind}: nothing starts it")
        if self.nature == "promise" and not self.ends:
            raise ClockUnclear(f"{self.kind}: a promise without an end would always be missed")
        if bool(self.pauses) != bool(self.resumes):
            raise ClockUnclear(f"{self.kind}: it can pause but not go on, or go on but not pause")
        if self.stands_alone and (self.shown or self.subject in ("claimId", "policyId")):
            raise ClockUnclear(f"{self.kind}: what stands alone is of no case, and no member sees it")

    def moves(self) -> dict[ClockEffect, tuple[On, ...]]:
        """Returns what moves it, by effect."""
        return {
            "start": self.starts,
            "pause": self.pauses,
            "resume": self.resumes,
            "end": self.ends,
            "cancel": self.cancels,
            "undo": self.undoes,
            "move": self.moved_by,
        }
