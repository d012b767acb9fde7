"""How often a decision is tried: once for each conflict, whichever of its items was changed meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from helsebro.claims.claim import ClaimChanged
from helsebro.errors import Conflict
from helsebro.receipt import Receipt
from helsebro.tasks.staff_decision import GrantedSessions, StaffDecision
from helsebro_aws.benefits.dynamo_benefits import LedgerChanged
from helsebro_aws.bookings.standing import standing
from helsebro_aws.decisions.claim_decisions import ClaimDecisions
from helsebro_aws.dynamodb.retry import ATTEMPTS
from helsebro_aws.dynamodb.tables import Tables
from helsebro_aws.guarantees.dynamo_guarantees import GuaranteeChanged
from helsebro_aws.guarantees.revoke import GuaranteeRevocation
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from tests.builders.decisions import IN_HALF_A_YEAR, claim_in_review, insured_anna, task_of
from tests.builders.network import guarantee_of

pytestmark = pytest.mark.usefixtures("aws")
APPROVAL = StaffDecision("approve", "caseworker", datetime.now(UTC), "Ja", GrantedSessions(3, IN_HALF_A_YEAR))


class Contended(Tables):
    """Tables on which another writer is always faster: each commit meets the next of the conflicts."""

    def __init__(self, conflicts: Iterator[Conflict]) -> None:
        super().__init__()
        self.conflicts, self.commits = conflicts, 0

    def commit(self, *_: Any, **__: Any) -> None:
        """Never succeeds."""
        self.commits += 1
        raise next(self.conflicts)


def by_turns(*kinds: Callable[[], Conflict]) -> Iterator[Conflict]:
    """A conflict of each kind, again and again."""
    while True:
        yield from (kind() for kind in kinds)


def receipt(_: object) -> Receipt:
    return Receipt("r", "f", 200, {})


def test_a_decision_on_a_claim_is_tried_so_often_and_no_more() -> None:
    insured_anna()
    task = DynamoTasks().find(task_of(claim_in_review()))
    tables = Contended(by_turns(ClaimChanged, LedgerChanged))
    with pytest.raises(Conflict):
        ClaimDecisions(tables).decide(task, APPROVAL, receipt)
    assert tables.commits == ATTEMPTS


def test_a_revocation_is_tried_so_often_and_no_more() -> None:
    guarantee, tables = guarantee_of(), Contended(by_turns(GuaranteeChanged, LedgerChanged))
    revocation = GuaranteeRevocation(standing, tables)
    with pytest.raises(Conflict):
        revocation.revoke(guarantee.guarantee_id, guarantee.version, "Fejl", receipt)
    assert tables.commits == ATTEMPTS
