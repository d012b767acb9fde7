"""A clinic gets ``contact.due`` before its contact duty is missed (F1-10, F1-16)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from helsebro.deadlines.clocks import CLOCKS
from helsebro.guarantees.guarantee import Guarantee
from helsebro_aws.deadlines.dynamo_deadlines import DynamoDeadlines, key_of
from helsebro_aws.deadlines.engine import DeadlineEngine
from tests.builders.claims import outbox_rows
from tests.builders.domain.deadlines import LASTS, STARTED, running
from tests.builders.kept_deadlines import KeptDeadlines
from tests.builders.network import change_claim, guarantee_of

pytestmark = pytest.mark.usefixtures("aws")
DUE = STARTED + LASTS
CLINIC = "cli_a2zt5pxlrqsc3dmk"


def reminded(guarantee: Guarantee, kind: str, *at: datetime) -> None:
    """Wakes the clock of the guarantee's contact at these instants."""
    deadline = running(kind, subject_id=guarantee.guarantee_id, case_id=guarantee.claim_id)
    DynamoDeadlines().change(None, deadline, CLOCKS[kind])
    kept = KeptDeadlines()
    for instant in at:
        kept.wake(deadline, instant)


@pytest.mark.parametrize(
    "kind, treatment, before, by",
    [
        ("contact", "physiotherapy", timedelta(hours=8), "phone-or-sms"),
        ("crisis-contact", "crisis-help", timedelta(hours=1), "phone"),
    ],
)
def test_the_clinic_hears_before_the_deadline_by_when_and_how_to_make_contact(
    kind: str, treatment: str, before: timedelta, by: str, aws: dict[str, Any]
) -> None:
    guarantee = guarantee_of(treatment=treatment, clinic_id=CLINIC)
    reminded(guarantee, kind, DUE - before - timedelta(seconds=1))
    assert outbox_rows(aws, "contact.due") == []
    DeadlineEngine(now=lambda: DUE - before).wake(
        key_of(running(kind, subject_id=guarantee.guarantee_id, case_id=guarantee.claim_id))
    )
    [row] = outbox_rows(aws, "contact.due")
    assert row["clinicId"]["S"] == CLINIC
    assert {name: value["S"] for name, value in row["data"]["M"].items()} == {
        "guaranteeId": guarantee.guarantee_id,
        "claimId": guarantee.claim_id,
        "dueAt": DUE.isoformat().replace("+00:00", "Z"),
        "by": by,
    }


def test_it_hears_once_however_often_the_clock_is_woken(aws: dict[str, Any]) -> None:
    soon = DUE - timedelta(hours=8)
    reminded(guarantee_of(clinic_id=CLINIC), "contact", soon, soon, soon + timedelta(hours=1), DUE)
    assert len(outbox_rows(aws, "contact.due")) == 1


@pytest.mark.parametrize("consent", ["undecided", "refused", "withdrawn"])
def test_without_the_members_consent_it_hears_nothing(consent: str, aws: dict[str, Any]) -> None:
    guarantee = guarantee_of(clinic_id=CLINIC)
    change_claim(guarantee, consent=consent)
    reminded(guarantee, "contact", DUE - timedelta(hours=8))
    assert outbox_rows(aws, "contact.due") == []
    assert len(outbox_rows(aws, "deadline.warned")) == 1
