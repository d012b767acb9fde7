from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest
from functions.platform.reference.handler import handler

from helsebro_aws.http.problems import LANGUAGES, texts
from infra.platform.edge.firewall import ANSWERS
from tests.builders.calls import LambdaContext, ask, event

PAGES = "https://api.example/v1/docs/index.html"


def explained(code: str, **headers: str) -> Any:
    return ask(handler, event("GET", f"/problems/{code}", headers=headers))


def page(code: str, language: str = "en", query: str = "") -> dict[str, Any]:
    chosen = f"?language={query}" if query else ""
    wanted = {"accept": "text/html,*/*", "accept-language": language}
    return dict(handler(event("GET", f"/problems/{code}{chosen}", headers=wanted), LambdaContext()))


def test_the_docs_lead_to_the_pages_of_the_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELSEBRO_REFERENCE_URL", PAGES)
    answer = ask(handler, event("GET", "/v1/docs"))
    assert (answer.status, answer.headers["location"]) == (303, PAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_explained_in_every_language(language: str) -> None:
    for code in texts():
        answer = explained(code, **{"accept-language": language})
        assert (answer.status, answer.headers["content-type"]) == (200, "application/json")
        assert answer.body["title"] == texts()[code][language][0]
        assert answer.body["detail"]
        assert not re.search(r"[{}]", answer.body["detail"])


@pytest.mark.parametrize("code", sorted(ANSWERS))
def test_a_code_of_the_firewall_is_explained_in_the_words_of_its_answer(code: str) -> None:
    answer = explained(code)
    assert (answer.body["title"], answer.body["detail"]) == ANSWERS[code][1:]


def test_a_browser_gets_a_page_in_its_language() -> None:
    answer = page("slot-taken", "nb")
    assert (answer["statusCode"], answer["headers"]["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert '<html lang="nb">' in answer["body"]
    assert texts()["slot-taken"]["nb"][0] in answer["body"]


def test_a_reader_may_choose_another_language_than_that_of_the_browser() -> None:
    assert '<html lang="en">' in page("slot-taken", "da", query="en")["body"]
    assert '<html lang="da">' in page("slot-taken", "da", query="fr")["body"]


def test_the_page_may_load_nothing_and_only_its_own_style_is_accepted() -> None:
    answer = page("slot-taken")
    [style] = re.findall(r"<style>(.*?)</style>", answer["body"], re.DOTALL)
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    policy = answer["headers"]["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert f"style-src 'sha256-{allowed}'" in policy
    assert "script" not in answer["body"]


@pytest.mark.parametrize("code", ["nothing", "<b>", "a" * 201])
def test_an_unknown_code_is_not_found(code: str) -> None:
    answer = explained(code)
    assert (answer.status, answer.body["code"]) == (404, "not-found")
