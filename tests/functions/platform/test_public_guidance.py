"""How to get papers is public: for who cannot log in, and for staff who have that person on the phone."""

from __future__ import annotations

import pytest
from functions.platform.help.handler import handler

from tests.builders.calls import Answered, ask, event
from tests.builders.claims import pointers

PAPERS = ["referral", "journal", "imaging-description"]


def guidance(query: str = "", language: str = "da") -> Answered:
    return ask(handler, event("GET", f"/v1/guidance{query}", headers={"accept-language": language}))


@pytest.mark.parametrize(
    "country, portal, login", [("DK", "sundhed.dk", "MitID"), ("NO", "helsenorge.no", "BankID")]
)
@pytest.mark.parametrize("language, post", [("da", "posten"), ("nb", "posten"), ("en", "by post")])
def test_anyone_reads_how_to_get_papers_with_and_without_a_login(
    country: str, portal: str, login: str, language: str, post: str
) -> None:
    answer = guidance(f"?country={country}&age=40", language)
    assert (answer.status, answer.body["country"]) == (200, country)
    assert [paper["fileType"] for paper in answer.body["papers"]] == PAPERS
    for paper in answer.body["papers"]:
        assert portal in paper["steps"][0]
        assert login in paper["steps"][0]
        assert any(post in step for step in paper["withoutLogin"])
        assert "isMissing" not in paper


def test_the_papers_of_a_child_are_asked_for_on_paper_until_the_fifteenth_birthday() -> None:
    child, grown = (guidance(f"?country=DK&age={age}").body["papers"] for age in (14, 15))
    for paper in child:
        assert "på papir" in paper["steps"][0]
        assert paper["withoutLogin"] == paper["steps"]
        assert any("Fra barnet er 15 år" in note for note in paper["notes"])
    assert all("Log ind" in paper["steps"][0] for paper in grown)


@pytest.mark.parametrize("language, country", [("da", "DK"), ("nb", "NO"), ("en", "DK")])
def test_without_a_country_it_is_that_of_the_language(language: str, country: str) -> None:
    assert guidance(language=language).body["country"] == country


def test_it_is_kept_by_caches_for_each_language() -> None:
    headers = guidance("?country=DK").headers
    assert headers["cache-control"] == "public, max-age=300"
    assert headers["vary"] == "Accept-Language"


@pytest.mark.parametrize("age", ["-1", "131", "fourteen", "14.5", "٣"])
def test_an_age_that_is_none_is_malformed_and_every_fault_is_named(age: str) -> None:
    answer = guidance(f"?country=SE&age={age}")
    assert answer.status == 400
    assert pointers(answer) == {("/country", "unknown-value"), ("/age", "age-out-of-range")}
