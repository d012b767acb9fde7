from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from helsebro_aws.guarantees.papers import GuaranteePapers
from helsebro_aws.platform.settings import Settings
from tests.builders.domain.guarantees import guarantee


def test_a_link_to_a_paper_leads_to_its_bucket_in_its_own_region(aws_endpoint: str) -> None:
    assert aws_endpoint
    papers = GuaranteePapers(Settings({"HELSEBRO_GUARANTEES_BUCKET": "papers", "AWS_REGION": "eu-north-1"}))
    link = urlsplit(papers.link_to(guarantee(), "da"))
    assert link.hostname == "papers.s3.eu-north-1.amazonaws.com"
    assert link.path == f"/tryg/{guarantee().guarantee_id}.pdf"
    assert parse_qs(link.query)["X-Amz-Expires"] == ["60"]
