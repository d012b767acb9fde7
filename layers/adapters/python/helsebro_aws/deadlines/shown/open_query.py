"""The query parameters of the list of open deadlines; all their faults are reported at once (400)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast, get_args

from helsebro.caller import CASEWORKER, FINANCE, QUALITY, UNDERWRITING, Right
from helsebro.deadlines.clock_row import ClockQueue
from helsebro.deadlines.open_deadline import OpenState
from helsebro.errors import BadInput, Fault
from helsebro_aws.http.call import Call

KEPT_BY: Mapping[ClockQueue, frozenset[Right]] = {
    "claims": frozenset({CASEWORKER}),
    "refunds": frozenset({FINANCE}),
    "extensions": frozenset({CASEWORKER}),
    "complaints": frozenset({CASEWORKER, QUALITY}),
    "payments": frozenset({FINANCE}),
    # A clinic's duties to a client of this payer: its caseworker finds another clinic.
    "network": frozenset({CASEWORKER}),
    "underwriting": frozenset({UNDERWRITING}),
}
"""The queues of clocks, and the rights of the staff who keep them: those of the queue's tasks."""
STATES: tuple[OpenState, ...] = get_args(OpenState)


@dataclass(frozen=True)
class OpenQuery:
    """Which open deadlines are asked for: of a queue, in one state or in any."""

    queue: ClockQueue
    state: OpenState | None


def open_query(call: Call) -> OpenQuery:
    """Returns what a call asks for. Raises ``BadInput`` (400), ``NotAllowed`` for a queue of other staff."""
    faults: list[Fault] = []
    queue, state = call.query("queue") or "", call.given("state")
    if queue not in KEPT_BY:
        faults.append(Fault("/queue", "unknown-clock-queue", ", ".join(KEPT_BY)))
    if state not in (None, *STATES):
        faults.append(Fault("/state", "unknown-clock-state", ", ".join(STATES)))
    if faults:
        raise BadInput(faults, malformed=True)
    asked = OpenQuery(cast("ClockQueue", queue), cast("OpenState | None", state))
    call.caller.must_have(KEPT_BY[asked.queue])
    return asked
