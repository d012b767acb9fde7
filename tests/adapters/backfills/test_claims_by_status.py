"""Claims that were stored before they were listed by status get their row."""

from __future__ import annotations

import pytest

from helsebro.claims.claim import Claim
from helsebro_aws.backfills.claims_by_status import CLAIMS_BY_STATUS
from helsebro_aws.backfills.run import BackfillResult, BackfillRun
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.tables import Delete, Item, Update, tables
from tests.builders.claims import claim_of
from tests.builders.decisions import insured_anna

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def old() -> Claim:
    """Returns a claim as it was stored before."""
    insured_anna()
    claim = DynamoClaims().find(claim_of())
    pk = f"tryg#{claim.claim_id}"
    tables.commit([Delete("cases", pk, "STATUS"), Update("cases", pk, "CLAIM", set={"v": 1})])
    return claim


def run() -> BackfillResult:
    return BackfillRun().run(CLAIMS_BY_STATUS, dry_run=False, cursor=None, pages=100)


def listed(status: str) -> list[Item]:
    return tables.query("cases", f"tryg#claims#{status}", listing=True).items


def test_an_old_claim_is_listed_by_its_status_once(old: Claim) -> None:
    assert listed("awaiting-member") == []
    assert [run().changed for _ in range(2)] == [1, 0]
    assert [row["claimId"] for row in listed("awaiting-member")] == [old.claim_id]


def test_a_claim_that_changed_since_keeps_its_newer_row(old: Claim) -> None:
    closed = old.with_consent("refused", None, old.reported_at)
    DynamoClaims().change(old, closed)
    assert run().matched == 0
    assert [row["claimId"] for row in listed("awaiting-member")] == [old.claim_id]
