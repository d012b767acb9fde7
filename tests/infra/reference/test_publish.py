"""The pages of the reference in their bucket."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from infra.reference.publish import publish


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    (tmp_path / "runbooks").mkdir()
    (tmp_path / "index.html").write_text("<h1>Start</h1>")
    (tmp_path / "runbooks" / "alarms.html").write_text("<h1>Alarms</h1>")
    (tmp_path / "reference.js").write_text("1")
    return tmp_path


def published(aws: dict[str, Any], pages: Path) -> dict[str, Any]:
    """Publishes the pages and returns key → the stored object."""
    publish(pages, aws["s3"], "documents")
    keys = [each["Key"] for each in aws["s3"].list_objects_v2(Bucket="documents")["Contents"]]
    return {key: aws["s3"].get_object(Bucket="documents", Key=key) for key in keys}


def test_every_page_is_where_the_path_of_a_request_looks_for_it(aws: dict[str, Any], pages: Path) -> None:
    assert published(aws, pages).keys() == {
        "v1/docs/index.html",
        "v1/docs/runbooks/alarms.html",
        "v1/docs/reference.js",
    }


def test_a_page_has_its_type_and_is_read_anew_after_minutes(aws: dict[str, Any], pages: Path) -> None:
    page = published(aws, pages)["v1/docs/index.html"]
    assert page["ContentType"] == "text/html; charset=utf-8"
    assert page["CacheControl"] == "public, max-age=300"


def test_a_page_that_is_gone_from_the_folder_is_gone_from_the_bucket(
    aws: dict[str, Any], pages: Path
) -> None:
    published(aws, pages)
    (pages / "reference.js").unlink()
    assert "v1/docs/reference.js" not in published(aws, pages)
