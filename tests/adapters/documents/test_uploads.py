from __future__ import annotations

import base64
import json
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from helsebro import ids
from helsebro.documents.document import Document
from helsebro.errors import Conflict
from helsebro.ids import ClaimId, DocumentId
from helsebro_aws.documents.uploads import Uploads
from helsebro_aws.platform.settings import Settings

CLAIM_ID = ClaimId(ids.mint("clm", "tryg", bytes(10)))
AT = datetime(2026, 11, 21, tzinfo=UTC)
PAPER = Document(
    DocumentId(ids.within("doc", CLAIM_ID, bytes(6))),
    CLAIM_ID,
    "referral",
    "a.pdf",
    "application/pdf",
    9,
    AT,
)


@pytest.fixture
def on_aws(aws_endpoint: str) -> Uploads:
    """Returns uploads that make links for AWS itself, whatever endpoint the tests use."""
    assert aws_endpoint
    buckets = {"HELSEBRO_UPLOADS_BUCKET": "uploads", "HELSEBRO_DOCUMENTS_BUCKET": "documents"}
    return Uploads(Settings({**buckets, "AWS_REGION": "eu-north-1"}))


def test_a_form_is_posted_to_the_bucket_in_its_own_region(on_aws: Uploads) -> None:
    assert on_aws.link_to_upload(PAPER)["url"] == "https://uploads.s3.eu-north-1.amazonaws.com/"


def test_a_form_takes_no_tags(on_aws: Uploads) -> None:
    fields = on_aws.link_to_upload(PAPER)["fields"]
    policy = json.loads(base64.b64decode(fields["policy"]))
    assert "tagging" not in json.dumps([*fields, policy["conditions"]]).lower(), "S3 refuses unnamed fields"


def test_a_link_names_the_object_by_ids_and_digest_and_expires_after_a_minute(on_aws: Uploads) -> None:
    link = urlsplit(on_aws.link_to_content(PAPER.save(AT).accept("ab12", 9, AT)))
    assert link.hostname == "documents.s3.eu-north-1.amazonaws.com"
    assert link.path == f"/tryg/{CLAIM_ID}/{PAPER.document_id}/ab12"
    query = parse_qs(link.query)
    assert query["X-Amz-Expires"] == ["60"]
    assert query["response-content-disposition"][0].startswith("attachment;")


def test_a_document_that_is_not_accepted_has_no_link(on_aws: Uploads) -> None:
    with pytest.raises(Conflict, match="document-not-accepted"):
        on_aws.link_to_content(PAPER.save(AT))
