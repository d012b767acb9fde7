"""Awaited: what should happen soon after an event, and how long it may take.

An item that waits for its event's consumer is listed under the event's type (``dynamodb.waiting``). A new row
here is enough for the sweep (``sweep.py``) to find what waits too long. No clock of the table of clocks keeps
it: it is our own work that is late, not a promise to a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from helsebro.notifications.news import PLANNED
from helsebro_aws.notifications.dynamo_notifications import SENT_WITHIN
from helsebro_aws.platform.settings import Settings

LONGEST_PAUSE = timedelta(days=1)
MOST_DOUBLINGS = 10


@dataclass(frozen=True)
class AwaitedEvent:
    """Items of a table that wait for the consumer of one type of event, usually no longer than ``within``."""

    event_type: str
    table: str
    within: timedelta

    def table_of(self, settings: Settings) -> str:
        """Returns the table's name in the account."""
        name: str = getattr(settings, f"{self.table}_table")
        return name

    def pause(self, times: int) -> timedelta:
        """Returns how long the item waits once its event was sent ``times`` times again: longer each time."""
        doubled = self.within * (1 << min(times, MOST_DOUBLINGS))
        return min(doubled, LONGEST_PAUSE)


AWAITED = (
    # The decision is stored, its workflow has not taken it: there is no guarantee, refund or extension yet.
    AwaitedEvent("task.decided", "cases", timedelta(minutes=15)),
    # The document is saved and not checked: the claim does not become complete.
    AwaitedEvent("document.saved", "cases", timedelta(minutes=15)),
    # The facts of a claim changed, and its proposals are those of before: no one can decide it.
    AwaitedEvent("claim.facts-changed", "cases", timedelta(minutes=15)),
    # The invoice is received and not judged: the clinic is not paid.
    AwaitedEvent("invoice.received", "money", timedelta(hours=1)),
    # Finance approved the invoice, and it is not judged anew: the clinic is not paid.
    AwaitedEvent("invoice.reviewed", "money", timedelta(hours=1)),
    # A payment file was asked for, released, called off or sent, and its payables do not follow.
    *(
        AwaitedEvent(f"payment-file.{what}", "money", timedelta(minutes=30))
        for what in ("begun", "released", "withdrawn", "sent")
    ),
    # A bank's report came, and not all of its rows are applied: nobody knows what is paid.
    *(
        AwaitedEvent(f"bank-report.{what}", "money", timedelta(minutes=30))
        for what in ("received", "continued")
    ),
    # The notification is planned and not sent, or waits for the end of the quiet hours.
    AwaitedEvent(PLANNED, "cases", SENT_WITHIN),
)
