from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from functions.guarantees.extend_guarantee.handler import handler

from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ExtensionId, GuaranteeId
from helsebro_aws.bookings.standing import standing
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.guarantees.keys import guarantee_key
from tests.builders.claims import consent, outbox_rows
from tests.builders.decisions import IN_HALF_A_YEAR, decide, insured_anna, seal_key
from tests.builders.extensions import (
    WITHOUT_SEAL,
    extension_of,
    extension_task_of,
    guaranteed,
    more,
    now,
    paper_of,
    printed,
    read_extensions,
    requested,
)
from tests.builders.network import staged

pytestmark = pytest.mark.usefixtures("aws")
LATER = IN_HALF_A_YEAR + timedelta(days=60)


@pytest.fixture
def guarantee(aws: dict[str, Any]) -> Guarantee:
    assert aws
    insured_anna()
    return guaranteed()


def decided(guarantee: Guarantee, body: dict[str, Any] | None = None) -> str:
    """Decides on a new extension and returns its id; by default it is approved with sessions and time."""
    extension_id = extension_of(guarantee)
    assert decide(extension_task_of(extension_id), body or more(3, LATER)).status == 200
    return extension_id


def test_the_handler_prints_a_sealed_paper_and_returns_the_frame(
    guarantee: Guarantee, aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", seal_key(aws["kms"]))
    extension_id = ExtensionId(decided(guarantee))
    frame = handler({**requested(extension_id), "decision": "approve", "taskId": "tsk_x"}, None)
    assert frame == {
        "guaranteeId": guarantee.guarantee_id,
        "sessionsGranted": 6,
        "validUntil": LATER.isoformat(),
    }
    assert b"/ByteRange" in paper_of(guarantee, aws)
    assert len(outbox_rows(aws, "guarantee.extended")) == 1


def test_the_handler_prints_practitioner_and_clinic(
    aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", seal_key(aws["kms"]))
    insured_anna()
    extension_id = decided(guaranteed(practitionerId=staged(treatments=["chiropractic"]).practitioner_id))
    given = {**requested(ExtensionId(extension_id)), "decision": "approve", "taskId": "tsk_x"}
    assert handler(given, None)["sessionsGranted"] == 6


def test_the_handler_prints_the_place_of_a_clinic(
    aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", seal_key(aws["kms"]))
    insured_anna()
    extension_id = decided(guaranteed(clinicId=staged(treatments=["chiropractic"]).clinic_id))
    given = {**requested(ExtensionId(extension_id)), "decision": "approve", "taskId": "tsk_x"}
    assert handler(given, None)["sessionsGranted"] == 6


def test_the_new_paper_replaces_the_old_one(guarantee: Guarantee, aws: dict[str, Any]) -> None:
    assert f" 3 {IN_HALF_A_YEAR}".encode() in paper_of(guarantee, aws)
    printed(ExtensionId(decided(guarantee)))
    assert paper_of(guarantee, aws).endswith(f"{guarantee.number} 6 {LATER}".encode())


def test_the_guarantee_keeps_what_each_extension_added(guarantee: Guarantee) -> None:
    for added in (more(3, None), more(0, LATER)):
        decided(guarantee, added)
    shown = [(added.sessions, added.valid_until) for added in now(guarantee).extensions]
    assert shown == [(3, None), (0, LATER)]


def test_an_older_paper_has_every_language_once_it_is_extended(guarantee: Guarantee) -> None:
    at = guarantee_key(guarantee.guarantee_id)
    tables.commit([Update(tables.settings.cases_table, *at, set={"paperLanguages": []})])
    printed(ExtensionId(decided(guarantee)))
    assert now(guarantee).paper_languages == ("da", "nb", "en")


def test_the_clinic_of_the_guarantee_is_notified_with_ids_only(aws: dict[str, Any]) -> None:
    insured_anna()
    stage = staged(treatments=["chiropractic"])
    guarantee = guaranteed(clinicId=stage.clinic_id)
    printed(ExtensionId(decided(guarantee)))
    [row] = outbox_rows(aws, "guarantee.extended")
    assert row["clinicId"]["S"] == stage.clinic_id
    assert row["data"]["M"].keys() == {"extensionId", "guaranteeId", "claimId"}


def test_the_clinic_hears_nothing_of_an_extension_whose_consent_is_withdrawn_meanwhile(
    aws: dict[str, Any],
) -> None:
    insured_anna()
    guarantee = guaranteed(clinicId=staged(treatments=["chiropractic"]).clinic_id)
    extension_id = ExtensionId(decided(guarantee))
    assert consent(guarantee.claim_id, None).status == 200
    assert printed(extension_id).sessions_granted == 6
    [row] = outbox_rows(aws, "guarantee.extended")
    assert "clinicId" not in row
    consent(guarantee.claim_id)
    printed(extension_id)
    [told] = [row for row in outbox_rows(aws, "guarantee.issued") if "matchedAt" in row["data"]["M"]]
    assert (told["clinicId"]["S"], len(outbox_rows(aws, "guarantee.extended"))) == (guarantee.clinic_id, 1)


def test_run_again_the_clinic_is_not_notified_twice(guarantee: Guarantee, aws: dict[str, Any]) -> None:
    extension_id = decided(guarantee)
    assert [printed(ExtensionId(extension_id)).sessions_granted for _ in range(3)] == [6, 6, 6]
    assert len(outbox_rows(aws, "guarantee.extended")) == 1
    [shown] = read_extensions(guarantee.claim_id).body["items"]
    assert shown["toldAt"]


def test_an_extension_that_was_not_approved_is_neither_printed_nor_notified(
    guarantee: Guarantee, aws: dict[str, Any]
) -> None:
    before = paper_of(guarantee, aws)
    undecided, denied = (
        extension_of(guarantee),
        decided(guarantee, {"decision": "deny", "reason": "Nej"}),
    )
    for extension_id in (undecided, denied):
        printed(ExtensionId(extension_id))
    assert outbox_rows(aws, "guarantee.extended") == []
    assert paper_of(guarantee, aws) == before


def test_the_clinic_of_a_guarantee_revoked_since_is_notified_of_the_revocation_only(
    guarantee: Guarantee, aws: dict[str, Any]
) -> None:
    from helsebro.receipt import Receipt
    from helsebro_aws.guarantees.revoke import GuaranteeRevocation

    extension_id = ExtensionId(decided(guarantee))
    revocation = GuaranteeRevocation(standing)
    revocation.revoke(guarantee.guarantee_id, 2, "Fejl", lambda _: Receipt("r", "f", 200, {}))
    assert printed(ExtensionId(extension_id)).status == "revoked"
    assert outbox_rows(aws, "guarantee.extended") == []


class ExtendedMeanwhile(DynamoGuarantees):
    """Approves another extension right after the guarantee is read, once."""

    other: str | None = None

    def find(self, guarantee_id: GuaranteeId) -> Guarantee:
        """Returns a guarantee that is out of date at once."""
        found = super().find(guarantee_id)
        if self.other:
            task_id, self.other = self.other, None
            assert decide(task_id, more(2, LATER)).status == 200
        return found


def test_a_paper_is_printed_again_when_the_guarantee_changed_since(
    guarantee: Guarantee, aws: dict[str, Any]
) -> None:
    from helsebro_aws.guarantees.extend import GuaranteeExtension

    extension_id, overtaking = ExtensionId(decided(guarantee)), extension_of(guarantee)
    guarantees = ExtendedMeanwhile()
    guarantees.other = extension_task_of(overtaking)
    GuaranteeExtension(guarantees=guarantees, issue=WITHOUT_SEAL).run(extension_id)
    assert paper_of(guarantee, aws).endswith(f" 8 {LATER}".encode())
    assert now(guarantee).sessions_granted == 8
