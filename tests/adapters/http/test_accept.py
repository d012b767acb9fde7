from __future__ import annotations

import pytest

from helsebro_aws.http.accept import PAGE, preferred, wants_page
from helsebro_aws.http.errors import NotAcceptable

JSON, CSV, SVG = "application/json", "text/csv", "image/svg+xml"
OFFERED = (JSON, CSV, SVG)
CHROME = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8"
FIREFOX = "text/html,application/xhtml+xml,application/xml;q=0.9,image/png,image/svg+xml,*/*;q=0.8"
PICTURE = "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8"


@pytest.mark.parametrize(
    "accept, media",
    [
        ("", JSON),
        (" ", JSON),
        (",", JSON),
        (";", JSON),
        ("*/*", JSON),
        ("application/json", JSON),
        ("application/*", JSON),
        ("text/csv", CSV),
        ("TEXT/CSV", CSV),
        ("text/csv; charset=utf-8", CSV),
        ("text/*", CSV),
        ("image/svg+xml", SVG),
        ("image/*;q=0.5, text/csv;q=0.2", SVG),
        ("text/csv;q=0.5, application/json;q=0.1", CSV),
        ("text/csv, application/json", JSON),
        ("*/*;q=0.1, image/svg+xml", SVG),
        ("application/json;q=0, */*", CSV),
        ("text/csv;q=nonsense", CSV),
        ("nonsense, text/csv", CSV),
        (CHROME, JSON),
        (FIREFOX, JSON),
        (PICTURE, SVG),
    ],
)
def test_a_client_gets_the_media_type_that_it_prefers(accept: str, media: str) -> None:
    assert preferred(accept, OFFERED) == media


@pytest.mark.parametrize(
    "accept, media",
    [("", JSON), ("*/*", JSON), (CHROME, PAGE), (FIREFOX, PAGE), ("text/html;q=0, */*;q=0.1", JSON)],
)
def test_a_browser_gets_a_page_where_one_is_offered(accept: str, media: str) -> None:
    assert preferred(accept, (JSON, PAGE)) == media


@pytest.mark.parametrize(
    "accept, is_page",
    [
        (CHROME, True),
        (FIREFOX, True),
        ("text/html", True),
        ("text/html;q=0.5, application/json", False),
        ("text/html;q=0, */*", False),
        ("application/pdf", False),
        ("*/*", False),
        ("", False),
    ],
)
def test_only_a_client_that_names_pages_wants_one(accept: str, is_page: bool) -> None:
    assert wants_page(accept) is is_page


@pytest.mark.parametrize(
    "accept",
    ["application/pdf", "text/html", "image/png", "text/csv;q=0", "*/*;q=0", "json", "text/csv;q=nan"],
)
def test_a_client_that_takes_none_of_them_is_told_which_there_are(accept: str) -> None:
    with pytest.raises(NotAcceptable) as refused:
        preferred(accept, OFFERED)
    assert refused.value.facts == {"offered": "application/json, text/csv, image/svg+xml"}
