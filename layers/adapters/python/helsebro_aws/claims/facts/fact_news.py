"""News of facts: the follow-up of the staff when the facts of an approved claim change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from helsebro.claims.claim import Claim
from helsebro.claims.facts.changed_facts import changed_for_staff
from helsebro.events import Event
from helsebro_aws.dynamodb.operations import Put
from helsebro_aws.dynamodb.tables import Tables, tables

if TYPE_CHECKING:
    from helsebro.tasks.price_change import PriceChange


class FactNews:
    """Opens the follow-ups."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def opening(
        self,
        before: Claim,
        after: Claim,
        at: datetime,
        price_of: Callable[[Claim], PriceChange | None] = lambda _: None,
        paper: str | None = None,
    ) -> tuple[list[Put], list[Event]]:
        """Returns what a commit of the change needs to open a task; nothing when the staff need not look.

        ``price_of`` returns how the price of the claim's guarantee would change. ``paper`` is the file type
        of the document that changed the claim.
        """
        paths = changed_for_staff(before, after, paper)
        if not paths:
            return [], []
        # Here, so that most changes of a claim load no code of tasks.
        from helsebro.tasks.follow_up import follow_up
        from helsebro.tasks.subject import ClaimReview
        from helsebro_aws.tasks.follow_ups import FollowUps
        from helsebro_aws.tasks.reviews import REVIEWS

        about = f"{after.claim_id}:{after.version}"
        within = REVIEWS["claims"].within
        subject = ClaimReview(after.claim_id)
        price = price_of(after)
        task = follow_up("claims", subject, "facts-changed", about, at, within, facts=paths, price=price)
        creation, opened = FollowUps(self.tables).opening(task)
        return [creation], [opened]
