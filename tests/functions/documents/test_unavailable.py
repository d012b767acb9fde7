"""The storage of files does not answer now: a save is a 503, and has one effect when it comes again."""

from __future__ import annotations

from typing import Any

import pytest
from functions.documents.documents.handler import uploads

from helsebro.ids import ClaimId, DocumentId
from helsebro_aws.platform import clients
from helsebro_aws.platform.settings import Settings
from tests.builders.claims import claim_of, consent, offer, outbox_rows, put_in_quarantine, save
from tests.builders.policies import insured_of, payer_of, policy_of
from tests.suite.failing_service import CLOSED, NO_CODE, Reply, failing, xml_fault

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def uploaded(aws: dict[str, Any]) -> tuple[ClaimId, DocumentId]:
    assert aws
    payer_of("tryg")
    insured_of(policy_of("tryg"))
    claim_id = claim_of()
    consent(claim_id)
    document_id = DocumentId(offer(claim_id).body["documentId"])
    put_in_quarantine(claim_id, document_id)
    return claim_id, document_id


@pytest.mark.parametrize("reply", [Reply(503), xml_fault(503, "SlowDown"), NO_CODE, CLOSED])
def test_a_save_comes_again_when_the_storage_answers(
    uploaded: tuple[ClaimId, DocumentId], aws: dict[str, Any], reply: Reply
) -> None:
    with failing(lambda _: reply) as service:
        uploads.client = clients.client("s3", Settings({"AWS_ENDPOINT_URL": service.url}))
        answer = save(*uploaded, key="k-1")
        del uploads.client
    assert (answer.status, answer.body["code"], "retry-after" in answer.headers) == (503, "unavailable", True)
    assert service.asked == ["GET"] * clients.ATTEMPTS
    assert outbox_rows(aws, "document.saved") == []
    assert [save(*uploaded, key="k-1").status for _ in range(2)] == [202, 202]
    assert len(outbox_rows(aws, "document.saved")) == 1
