"""``claims-by-status``: lists every claim by its status, as each change of a claim does since version 2."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from helsebro_aws.backfills.backfill import Backfill, Changes
from helsebro_aws.claims.dynamo_claims import status_row
from helsebro_aws.claims.keys import CLAIM
from helsebro_aws.dynamodb.operations import Item


def _nothing_else(_: Mapping[str, Any]) -> Changes:
    return {}


def _status_row(claim: Mapping[str, Any]) -> Sequence[Item]:
    return [status_row(claim)]


CLAIMS_BY_STATUS = Backfill(
    name="claims-by-status",
    tables=("cases",),
    begins=CLAIM,
    older=frozenset({None, 1}),
    version=2,
    change=_nothing_else,
    beside=_status_row,
)
