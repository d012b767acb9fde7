from __future__ import annotations

from typing import Any

import pytest

from tests.builders.calls import member, staff
from tests.builders.claims import pointers
from tests.builders.messages.threads import caseworker, read_canned, set_canned
from tests.builders.policies import payer_of

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture(autouse=True)
def payer(aws: dict[str, Any]) -> str:
    assert aws
    return payer_of("tryg")


def test_a_canned_answer_is_set_read_and_listed_with_the_values_that_it_names() -> None:
    texts = {"da": "Hej fra {{ payer }}, ring {{phone}}", "nb": "Hei", "en": "Hello"}
    first, again = (set_canned("hello", texts=texts) for _ in range(2))
    assert (first.status, again.status) == (201, 200)
    assert first.body == again.body
    assert first.body["variables"] == ["payer", "phone"]
    changed = set_canned("hello", title="Andet")
    assert (changed.status, changed.body["version"]) == (200, 2)
    set_canned("a-first-one")
    assert [item["key"] for item in read_canned().body["items"]] == ["a-first-one", "hello"]
    assert read_canned("/hello").body == changed.body


def test_every_language_is_needed_and_only_known_values_are_named() -> None:
    answer = set_canned(texts={"da": "{{ cpr }}", "nb": "{{ payer", "sv": "Hej"}, title="")
    assert answer.status == 422
    assert pointers(answer) >= {
        ("/texts/da", "unknown-variable"),
        ("/texts/nb", "unknown-variable"),
        ("/texts/en", "missing"),
        ("/texts/sv", "unknown-field"),
        ("/title", "too-short"),
    }


@pytest.mark.parametrize("key", ["Papers", "a" * 61, "-a", "å"])
def test_a_key_is_short_and_plain(key: str) -> None:
    assert pointers(set_canned(key)) == {("/answerKey", "canned-key-malformed")}


def test_no_one_else_reads_or_sets_them() -> None:
    set_canned("hello")
    other = caseworker(payer="gjensidige")
    assert read_canned("/hello", other).status == set_canned("hello", other).status == 404
    assert read_canned("", other).status == read_canned("/none").status == 404
    assert set_canned("hello", staff("finance")).status == read_canned("", member()).status == 403
    assert read_canned("/hello", staff("finance")).status == 200


def test_the_reasons_of_a_clause_are_listed_by_it() -> None:
    assert set_canned("not-necessary", clause="8.2").body["clause"] == "8.2"
    set_canned("hello")
    set_canned("alcohol", clause="6.1")
    assert [item["key"] for item in read_canned("?clause=8.2").body["items"]] == ["not-necessary"]
    assert read_canned("?clause=8.3").body["items"] == []
    assert "clause" not in set_canned("not-necessary").body
    assert read_canned("?clause=8.2").body["items"] == []
    assert pointers(set_canned("x", clause="six")) == {("/clause", "clause-malformed")}
