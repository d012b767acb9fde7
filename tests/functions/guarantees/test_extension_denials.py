"""A clinic that asked for more is told of the denial with ids only, and reads the status on the guarantee."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.guarantees.guarantee import Guarantee
from tests.builders.claims import consent, outbox_rows
from tests.builders.clinics.matches import read_by_clinic
from tests.builders.decisions import decide, insured_anna
from tests.builders.extensions import extension_of, extension_task_of, guaranteed, more
from tests.builders.network import Stage, staged

DENIED = "guarantee.extension-denied"


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    """A clinic."""
    assert aws
    insured_anna()
    return staged(treatments=["chiropractic"])


@pytest.fixture
def guarantee(stage: Stage) -> Guarantee:
    """A guarantee for the clinic."""
    return guaranteed(clinicId=stage.clinic_id)


def clinic_asks(stage: Stage, guarantee: Guarantee) -> str:
    data = {"guaranteeId": guarantee.guarantee_id, "sessions": 2, "justification": "Fortsat smerte"}
    return str(stage.event("extension.requested", data).body["extensionId"])


def deny(extension_id: str) -> None:
    assert decide(extension_task_of(extension_id), {"decision": "deny", "reason": "Nej"}).status == 200


def asked(stage: Stage, guarantee: Guarantee) -> list[dict[str, Any]]:
    return list(read_by_clinic(guarantee, stage).body["askedExtensions"])


def test_the_clinic_that_asked_is_told_of_the_denial_with_ids_only(
    stage: Stage, guarantee: Guarantee, aws: Any
) -> None:
    deny(clinic_asks(stage, guarantee))
    [row] = outbox_rows(aws, DENIED)
    assert row["clinicId"]["S"] == stage.clinic_id
    assert row["data"]["M"].keys() == {"extensionId", "guaranteeId", "claimId"}


def test_the_guarantee_shows_the_clinic_what_became_of_what_it_asked_for(
    stage: Stage, guarantee: Guarantee
) -> None:
    extension_id = clinic_asks(stage, guarantee)
    [before] = asked(stage, guarantee)
    deny(extension_id)
    [after] = asked(stage, guarantee)
    assert (before["extensionId"], before["status"], after["status"]) == (extension_id, "received", "denied")
    assert after.keys() == {"extensionId", "requestedAt", "sessions", "status"}


def test_what_the_member_asked_for_is_no_news_for_the_clinic(
    stage: Stage, guarantee: Guarantee, aws: Any
) -> None:
    deny(extension_of(guarantee))
    assert (asked(stage, guarantee), outbox_rows(aws, DENIED)) == ([], [])


def test_the_clinic_hears_of_no_denial_after_the_consent_was_withdrawn(
    stage: Stage, guarantee: Guarantee, aws: Any
) -> None:
    extension_id = clinic_asks(stage, guarantee)
    assert consent(guarantee.claim_id, None).status == 200
    deny(extension_id)
    assert outbox_rows(aws, DENIED) == []


def test_an_approval_is_no_denial(stage: Stage, guarantee: Guarantee, aws: Any) -> None:
    assert decide(extension_task_of(clinic_asks(stage, guarantee)), more()).status == 200
    assert outbox_rows(aws, DENIED) == []
    assert [each["status"] for each in asked(stage, guarantee)] == ["approved"]
