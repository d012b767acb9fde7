"""Who may use the guarantee of a child: the confirmed family says it, and not the policy (F4-20)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest

from helsebro.guarantees.guarantee import Guarantee as Promise
from helsebro.identity.custody import Custody
from helsebro.identity.guardian import Guardian
from helsebro.local_day import local_day
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.identity import pseudonym
from helsebro_aws.identity.dynamo_custody import DynamoCustody
from tests.builders.calls import ask, event, member
from tests.builders.network import BO, Stage, change_claim, guarantee_of

pytestmark = pytest.mark.usefixtures("aws")
READS = {
    "guarantees.guarantees": "/v1/guarantees/{guarantee}",
    "network.practitioners": "/v1/practitioners?guaranteeId={guarantee}",
    "claims.clinic_consents": "/v1/claims/{claim}/consent/clinics/{clinic}",
}


def of_a_child() -> tuple[Promise, Custody]:
    """Returns a guarantee of a child under 15 whose stored family is empty, under a policy of Bo."""
    guarantee, tomorrow = guarantee_of(), local_day(datetime.now(UTC)) + timedelta(days=1)
    bo = pseudonym.person_id("DK", BO)
    change_claim(guarantee, guardianId=bo, guardianUntil=tomorrow.isoformat())
    family = Custody(guarantee.person_id, tomorrow, "DK")
    tables.commit(DynamoCustody().storing(family))
    return guarantee, replace(family, version=1)


@pytest.mark.parametrize(("function", "path"), READS.items())
def test_only_a_confirmed_guardian_reads_what_is_of_a_childs_guarantee(
    stage: Stage, function: str, path: str
) -> None:
    assert stage
    handler = import_module(f"functions.{function}.handler").handler
    guarantee, family = of_a_child()

    def status() -> int:
        asked = path.format(
            guarantee=guarantee.guarantee_id, claim=guarantee.claim_id, clinic=stage.clinic_id
        )
        return ask(handler, event("GET", asked, by=member(BO))).status

    assert status() == 404
    bo = Guardian(pseudonym.person_id("DK", BO), "tryg", datetime.now(UTC), "underwriting")
    tables.commit(DynamoCustody().storing(family.begun(bo)))
    assert status() == 200
