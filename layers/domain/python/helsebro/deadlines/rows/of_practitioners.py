"""The clock of a practitioner: how long an authorisation may be stated without the register's answer."""

from __future__ import annotations

from helsebro.deadlines.clock_row import ClockRow, On
from helsebro.deadlines.length import Hours
from helsebro.network.registers.register_check import CHECKED_EVENT, UNVERIFIED_CLOCK

OF_PRACTITIONERS = (
    ClockRow(
        kind=UNVERIFIED_CLOCK,
        source="F0-11: who has an authorisation is in the register; 7 days are ours",
        queue="network",
        subject="practitionerId",
        length=Hours(7 * 24),
        starts=(On(CHECKED_EVENT, {"outcome": frozenset({"unverified"})}),),
        ends=(On(CHECKED_EVENT, {"outcome": frozenset({"verified"})}),),
        # A mismatch is a task already.
        cancels=(On(CHECKED_EVENT, {"outcome": frozenset({"mismatch", "not-needed"})}),),
        nature="expiry",
        restarts=True,
        stands_alone=True,
    ),
)
