"""Every signed link and form names its bucket in its own region: the global host of S3 redirects (307), and
neither a signature nor a form follows a redirect.
"""

from __future__ import annotations

import ast
import base64
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from helsebro.documents.document import Document
from helsebro.ids import ClinicId, DocumentId, PersonId
from helsebro.onboarding.contract import sent
from helsebro.onboarding.signature import Signature
from helsebro_aws.documents.uploads import SECONDS_TO_UPLOAD, Uploads
from helsebro_aws.guarantees.papers import GuaranteePapers
from helsebro_aws.invoices.originals import InvoiceOriginals
from helsebro_aws.onboarding.contract_papers import ContractPapers
from helsebro_aws.platform.settings import Settings
from tests.builders.domain.claims import CLAIM_ID
from tests.builders.domain.guarantees import guarantee

pytestmark = pytest.mark.usefixtures("aws_endpoint")
ROOT = Path(__file__).parents[3]
REGION = "eu-west-1"
MARKS = ("generate_presigned_", "link_to_file(")
BUCKETS = {
    f"HELSEBRO_{name.upper()}_BUCKET": f"the-{name}" for name in ("uploads", "documents", "guarantees")
}
ON_AWS = Settings({"AWS_REGION": REGION, **BUCKETS})
NOW = datetime.now(UTC)
PAPER = Document(
    DocumentId("doc_a"), CLAIM_ID, "referral", "a.pdf", "application/pdf", 9, NOW, "accepted", digest="d"
)
SIGNED = Signature(PersonId("per_a"), "https://issuer.example", "high", NOW, NOW, "name", "ab")
CONTRACT = replace(sent(ClinicId("cli_a"), "cd", "da", "token", NOW), signature=SIGNED)
LINKS: dict[str, tuple[str, Callable[[], str]]] = {
    "link_to_content": ("the-documents", lambda: Uploads(ON_AWS).link_to_content(PAPER)),
    "link_to_contract": ("the-documents", lambda: ContractPapers(ON_AWS).link_to_contract(CONTRACT)),
    "link_to_evidence": ("the-documents", lambda: ContractPapers(ON_AWS).link_to_evidence(CONTRACT)),
    "link_at": ("the-invoices", lambda: InvoiceOriginals(ON_AWS).link_at("the-invoices", "a.xml", "inv_a")),
    "link_to": ("the-guarantees", lambda: GuaranteePapers(ON_AWS).link_to(guarantee(), "da")),
}
"""The functions that sign a link by ``link_to_file``, with its bucket; the one form is ``link_to_upload``."""


def signing(source: str) -> set[str]:
    """Returns the functions of a source that sign a link or a form."""
    if not any(mark in source for mark in MARKS):
        return set()
    return {
        function.name
        for function in ast.walk(ast.parse(source))
        if isinstance(function, ast.FunctionDef) and _signs(function)
    }


def _signs(function: ast.FunctionDef) -> bool:
    body = "\n".join(map(ast.unparse, function.body))
    return any(mark in body for mark in MARKS)


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
    assert found == {*LINKS, "link_to_file", "link_to_upload"}


def test_the_scan_finds_another_link() -> None:
    source = "class Bills:\n    def link(self):\n        return self.s3.generate_presigned_url('get_object')"
    assert signing(source) == {"link"}
    assert signing("def link():\n    return 'https://example.org'") == set()
