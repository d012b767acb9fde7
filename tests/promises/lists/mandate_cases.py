"""The lists of mandates: a call of each, and rows that lie beside its own and do not match."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro import ids
from helsebro.ids import MandateId
from helsebro_aws.claims.keys import given_mandate_key, mandates_of_person
from helsebro_aws.dynamodb.keys import as_attributes
from tests.builders.calls import event, member
from tests.builders.mandates import given
from tests.builders.network import ANNA
from tests.promises.lists.list_cases import ListCase
from tests.promises.lists.rows import Row, around
from tests.promises.lists.stage import ListStage, get, new_claim_id


def mandates_elsewhere(stage: ListStage, count: int) -> list[Row]:
    """Younger mandates that the list of Anna still names, though their cases are not hers to see."""
    rows: list[Row] = []
    for number in range(count):
        claim_id = new_claim_id()
        mandate_id = MandateId(ids.within("man", claim_id, number.to_bytes(6, "big")))
        listing = {
            "listPk": mandates_of_person(stage.claim.person_id),
            "listSk": f"2999#{number:06}",
            "claimId": claim_id,
            "mandateId": mandate_id,
        }
        key = given_mandate_key(claim_id, mandate_id, stage.claim.reported_at)
        rows.append(("cases", {**as_attributes(key), **listing}))
    return rows


def acts_of_a_mandate(stage: ListStage) -> Mapping[str, Any]:
    """The call of a caseworker who reads what was done under a new mandate."""
    return get(f"{stage.claim_url}/mandates/{given(stage.claim.claim_id, to=None)}/acts")


MANDATE_CASES = (
    ListCase(
        "/v1/claims/{claimId}/mandates/{mandateId}/acts",
        acts_of_a_mandate,
        lambda stage, count: around("cases", stage.case, count),
    ),
    ListCase(
        "/v1/me/mandates",
        lambda _: event("GET", "/v1/me/mandates", by=member(ANNA)),
        mandates_elsewhere,
        lambda stage: given(stage.claim.claim_id, to=None),
        by_key=False,
    ),
)
