"""A claim and its clocks: what a member sees of them, in one read."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helsebro.caller import CASEWORKER
from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import Deadline
from helsebro.errors import NotFound
from helsebro.ids import ClaimId
from helsebro_aws.deadlines.dynamo_deadlines import DynamoDeadlines
from helsebro_aws.deadlines.shown.claim_deadlines import ClaimDeadlines
from helsebro_aws.dynamodb.tables import Tables
from helsebro_aws.platform import clock
from tests.builders.claims import claim_of, consent
from tests.builders.decisions import insured_anna
from tests.builders.domain.claims import CLAIM_ID, staff_of
from tests.builders.domain.deadlines import running

pytestmark = pytest.mark.usefixtures("aws")
TRYG = staff_of("tryg", CASEWORKER)
DAY = timedelta(days=1)


class CountedTables(Tables):
    """Tables that keep the names of the calls to DynamoDB."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[str] = []

    def call(self, name: str, *given: Any, **named: Any) -> Any:
        self.calls.append(name)
        return super().call(name, *given, **named)


@pytest.fixture
def claim_id(aws: dict[str, Any]) -> ClaimId:
    assert aws
    insured_anna()
    found = ClaimId(claim_of(treatment={"type": "chiropractic"}))
    consent(found)
    return found


def stored(kind: str, claim_id: ClaimId, days: int = 10, **fields: Any) -> Deadline:
    """Returns a stored deadline that began a day ago and is due some days after that."""
    since = clock.now() - DAY
    about = {"subject_id": claim_id, "case_id": claim_id, **fields}
    deadline = running(kind, since=since, due_at=since + days * DAY, **about)
    DynamoDeadlines().change(None, deadline, CLOCKS[kind])
    return deadline


def seen(claim_id: ClaimId) -> list[tuple[str, str]]:
    _, deadlines = ClaimDeadlines().visible(claim_id, TRYG)
    return [(deadline.kind, deadline.state) for deadline in deadlines]


def test_the_deadline_that_is_due_first_stands_first(claim_id: ClaimId) -> None:
    stored("consent-expiry", claim_id, days=365)
    stored("assignment", claim_id, days=14)
    assert seen(claim_id) == [
        ("first-answer", "running"),
        ("assignment", "running"),
        ("consent-expiry", "running"),
    ]


def test_two_guarantees_each_have_their_own_deadlines(claim_id: ClaimId) -> None:
    stored("contact", claim_id, days=3, subject_id="gar_a")
    stored("contact", claim_id, days=4, subject_id="gar_b")
    assert seen(claim_id)[1:] == [("contact", "running")] * 2


@pytest.mark.parametrize("kind", ["first-answer", "missing-after-3-days", "payout"])
def test_a_stored_clock_that_is_not_for_members_is_not_shown(claim_id: ClaimId, kind: str) -> None:
    stored(kind, claim_id)
    assert seen(claim_id) == [("first-answer", "running")]


def test_a_clock_that_left_the_table_is_not_shown(claim_id: ClaimId) -> None:
    row = CLOCKS["contact"]
    past = running("telegram", subject_id=claim_id, case_id=claim_id)
    DynamoDeadlines().change(None, past, row)
    assert seen(claim_id) == [("first-answer", "running")]


def test_the_claim_and_its_clocks_are_one_read(claim_id: ClaimId) -> None:
    for kind in ("assignment", "consent-expiry", "document-reply"):
        stored(kind, claim_id)
    counted = CountedTables()
    ClaimDeadlines(counted).visible(claim_id, TRYG)
    assert counted.calls == ["sync_query_page"]


def test_control_a_second_read_is_counted(claim_id: ClaimId) -> None:
    counted = CountedTables()
    for _ in range(2):
        ClaimDeadlines(counted).visible(claim_id, TRYG)
    assert len(counted.calls) == 2


def test_the_claim_is_hidden_from_other_payers(claim_id: ClaimId) -> None:
    with pytest.raises(NotFound):
        ClaimDeadlines().visible(claim_id, staff_of("gjensidige", CASEWORKER))


@pytest.mark.parametrize("unknown", [CLAIM_ID, ClaimId("gar_a"), ClaimId("clm_a")])
def test_an_unknown_claim_is_not_found(unknown: ClaimId) -> None:
    with pytest.raises(NotFound):
        ClaimDeadlines().visible(unknown, TRYG)
