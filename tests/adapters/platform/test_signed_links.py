"""Every signed link and form names its bucket in its own region: the global host of S3 redirects (307), and
neither a signature nor a form follows a redirect.
"""

from __future__ import annotations

import ast
import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from helsebro.documents.document import Document
from helsebro.ids import DocumentId
from helsebro_aws.documents.uploads import SECONDS_TO_UPLOAD, Uploads
from helsebro_aws.guarantees.papers import GuaranteePapers
from helsebro_aws.platform.settings import Settings
from tests.builders.domain.claims import CLAIM_ID
from tests.builders.domain.guarantees import guarantee

pytestmark = pytest.mark.usefixtures("aws_endpoint")
ROOT = Path(__file__).parents[3]
REGION = "eu-west-1"
MARK = "generate_presigned_"
BUCKETS = {
    f"HELSEBRO_{name.upper()}_BUCKET": f"the-{name}" for name in ("uploads", "documents", "guarantees")
}
ON_AWS = Settings({"AWS_REGION": REGION, **BUCKETS})
NOW = datetime.now(UTC)
PAPER = Document(
    DocumentId("doc_a"), CLAIM_ID, "referral", "a.pdf", "application/pdf", 9, NOW, "accepted", digest="d"
)
LINKS: dict[str, tuple[str, Callable[[], str]]] = {
    "link_to_content": ("the-documents", lambda: Uploads(ON_AWS).link_to_content(PAPER)),
    "link_to": ("the-guarantees", lambda: GuaranteePapers(ON_AWS).link_to(guarantee())),
}
"""The functions that sign a link, with its bucket; the one form is ``link_to_upload``."""


def signing(source: str) -> set[str]:
    """Returns the functions of a source that sign a link or a form."""
    if MARK not in source:
        return set()
    return {
        function.name
        for function in ast.walk(ast.parse(source))
        if isinstance(function, ast.FunctionDef) and MARK in ast.unparse(function)
    }


@pytest.mark.parametrize("name", LINKS)
def test_a_link_names_the_bucket_in_its_region_and_ends_within_a_minute(name: str) -> None:
    bucket, sign = LINKS[name]
    link = urlsplit(sign())
    query = parse_qs(link.query)
    assert (link.scheme, link.netloc) == ("https", f"{bucket}.s3.{REGION}.amazonaws.com")
    assert query["X-Amz-Algorithm"] == ["AWS4-HMAC-SHA256"]
    assert query["X-Amz-Credential"][0].split("/")[2:] == [REGION, "s3", "aws4_request"]
    assert 0 < int(query["X-Amz-Expires"][0]) <= 60


def test_the_form_names_the_bucket_in_its_region_and_ends_within_its_quarter_of_an_hour() -> None:
    form = Uploads(ON_AWS).link_to_upload(PAPER)
    assert form["url"] == f"https://the-uploads.s3.{REGION}.amazonaws.com/"
    assert form["fields"]["x-amz-credential"].split("/")[2:] == [REGION, "s3", "aws4_request"]
    policy = json.loads(base64.b64decode(form["fields"]["policy"]))
    ends = datetime.fromisoformat(policy["expiration"])
    assert ends <= datetime.now(UTC) + timedelta(seconds=SECONDS_TO_UPLOAD)
    assert {"bucket": "the-uploads"} in policy["conditions"]


def test_these_are_all_the_links_and_forms() -> None:
    sources = [*ROOT.glob("layers/*/python/**/*.py"), *ROOT.glob("functions/**/*.py")]
    found = {name for path in sources for name in signing(path.read_text())}
    assert found == {*LINKS, "link_to_upload"}


def test_the_scan_finds_another_link() -> None:
    source = "class Bills:\n    def link(self):\n        return self.s3.generate_presigned_url('get_object')"
    assert signing(source) == {"link"}
    assert signing("def link():\n    return 'https://example.org'") == set()
