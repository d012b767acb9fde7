from __future__ import annotations

import ast
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from helsebro import errors
from helsebro.errors import (
    BadInput,
    Conflict,
    Fault,
    HelsebroError,
    NotFound,
    Refused,
    SignatureRefused,
    Unavailable,
    VersionStale,
)
from helsebro.money import Money
from helsebro_aws.http import errors as http_errors
from helsebro_aws.http.problems import TEXTS, bug, language_of, problem, texts
from local.error_codes import GIVERS, calls, fault_codes, made_by, problem_codes

NEVER_TOLD = {"pseudonym-key-exists"}


@pytest.mark.parametrize(
    "error, status",
    [
        (NotFound(), 404),
        (errors.NotAllowed(), 403),
        (Refused("guarantee-used-up"), 422),
        (Conflict(), 409),
        (BadInput([]), 422),
        (BadInput([], malformed=True), 400),
        (Unavailable(), 503),
        (http_errors.Unauthenticated(), 401),
        (SignatureRefused("stale"), 401),
        (http_errors.UnsupportedMedia(expected="application/json"), 415),
        (http_errors.VersionMissing(), 428),
        (VersionStale(), 412),
        (http_errors.KeyMissing(), 400),
        (http_errors.KeyReused(), 422),
        (http_errors.NoSuchRoute(), 404),
    ],
)
def test_every_branch_of_the_error_tree_has_its_status(error: HelsebroError, status: int) -> None:
    answer = problem(error, "/v1/x", "en")
    assert (answer.status, answer.content_type) == (status, "application/problem+json")
    assert answer.body is not None
    assert answer.body["status"] == status
    assert set(answer.body) >= {"type", "title", "status", "detail", "instance", "code"}


def test_a_code_has_its_texts_once() -> None:
    """A second line of a code would replace the first without a word."""
    codes = [
        code
        for path in TEXTS.glob("**/*problems.json")
        for code, _ in json.loads(path.read_text("utf-8"), object_pairs_hook=list)
    ]
    assert len(codes) > 200
    assert [code for code, times in Counter(codes).items() if times > 1] == []


def test_an_error_of_a_new_branch_speaks_with_its_parents_status() -> None:
    class SlotTaken(Conflict):
        code = "slot-taken"

    assert problem(SlotTaken(nextSlots=[]), "/v1/bookings", "en").status == 409


def test_facts_become_members_and_complete_the_text() -> None:
    body = problem(Conflict("slot-taken", nextSlots=["slt_a"]), "/v1/bookings", "en").body or {}
    assert body["nextSlots"] == ["slt_a"]
    assert body["type"] == "/problems/slot-taken"


def test_a_401_says_how_to_log_in() -> None:
    assert problem(http_errors.Unauthenticated(), "/", "da").headers["WWW-Authenticate"] == "Bearer"
    assert "WWW-Authenticate" not in problem(NotFound(), "/", "da").headers


@pytest.mark.parametrize("code", ["unavailable", "busy", "encryption-unavailable", "issuer-unavailable"])
def test_a_503_says_when_to_come_again(code: str) -> None:
    assert problem(Unavailable(code), "/", "da").headers == {"Retry-After": "5"}
    assert "Retry-After" not in problem(NotFound(), "/", "da").headers


def test_all_faults_are_told_in_the_callers_language_with_their_limits() -> None:
    faults = [
        Fault("/a", "missing", "x"),
        Fault("/b", "too-long", "40"),
        Fault("/c", "not-json", "", {"line": 3, "column": 7}),
    ]
    told = {
        language: (problem(BadInput(faults), "/", language).body or {})["errors"] for language in ("da", "en")
    }
    assert [fault["pointer"] for fault in told["da"]] == ["/a", "/b", "/c"]
    assert told["da"][0]["detail"] == "Feltet skal udfyldes."
    assert told["da"][1]["detail"] == "Teksten er for lang: højst 40 tegn."
    assert told["en"][2]["detail"] == "The body is not valid JSON: line 3, column 7."


@pytest.mark.parametrize(
    "language, shown",
    [
        ("da", "Betalingsgarantien gælder fra den 1. november 2026 til og med den 30. april 2027."),
        ("nb", "Betalingsgarantien gjelder fra 1. november 2026 til og med 30. april 2027."),
        ("en", "The guarantee is valid from 1 November 2026 up to and including 30 April 2027."),
    ],
)
def test_a_text_writes_days_as_people_do_and_the_members_keep_them(language: str, shown: str) -> None:
    period = {"validFrom": "2026-11-01", "validUntil": "2027-04-30"}
    body = problem(Refused("outside-guarantee-period", **period), "/", language).body or {}
    assert (body["detail"], body["validFrom"]) == (shown, "2026-11-01")


def test_a_fault_writes_days_and_amounts_as_people_do() -> None:
    faults = [
        Fault("/a", "notice-too-short", "2027-01-01 (R-1404)"),
        Fault("/b", "amount-above-cap", "", {"most": Money.of(1450), "clause": "9.3.4"}),
        Fault("/c", "not-an-instant", ""),
    ]
    told = [fault["detail"] for fault in (problem(BadInput(faults), "/", "da").body or {})["errors"]]
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in told] == [
        "Varslet kan tidligst virke den 1. januar 2027 (R-1404).",
        "Vi betaler højst 1.450 kr. for én behandling (punkt 9.3.4 i forsikringsbetingelserne).",
        "Et tidspunkt skrives 2026-11-21T10:15:00Z.",
    ]


def test_a_bug_says_nothing_of_itself() -> None:
    body = bug("/v1/x", "en").body or {}
    assert (body["status"], body["code"]) == (500, "internal-error")
    assert set(body) == {"type", "title", "status", "detail", "instance", "code"}


@pytest.mark.parametrize(
    "header, language",
    [
        ("", "da"),
        ("da", "da"),
        ("nb-NO", "nb"),
        ("no", "nb"),
        ("nn;q=0.9, en;q=0.8", "nb"),
        ("en;q=0", "da"),
        ("da;q=0, en;q=0.1", "en"),
        ("en; q=0.8, nb; q=0.9", "nb"),
        ("en ;q= 0.8 ,\tnb ; q =0.9", "nb"),
        ("en;level=1;q=0.1, nb;q=0.2", "nb"),
        ("fr, en-GB;q=0.5, da;q=0.4", "en"),
        ("en;q=0.1, da;q=0.2", "da"),
        ("fr-FR", "da"),
        ("sv", "en"),
        ("fi-FI, da;q=0.5", "en"),
        ("*", "da"),
        ("en;q=x", "en"),
        (";;;,,,", "da"),
    ],
)
def test_the_language_is_the_callers_best_known_one(header: str, language: str) -> None:
    assert language_of(header) == language


def test_every_code_in_the_sources_has_a_text_in_three_languages() -> None:
    codes = {*fault_codes(), *problem_codes(), *_of_errors()}
    assert len(codes) > 200
    assert codes - texts().keys() <= NEVER_TOLD
    for code, words in texts().items():
        assert set(words) == {"da", "nb", "en"}, code
        assert all(len(pair) == 2 and all(pair) for pair in words.values()), code


def _of_errors() -> set[str]:
    kinds = ("Refused", "Conflict", "NotFound", "NotAllowed", "Unavailable", "Unauthenticated")
    return {code for _, code in made_by(dict.fromkeys(kinds, 0))}


def _details() -> Iterator[tuple[str, ast.expr]]:
    """Every written code of a fault with what completes its text."""
    for call in calls():
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        index = GIVERS.get(name)
        if index is None or len(call.args) <= index or name in ("NoticeBreach", "_malformed"):
            continue
        code = call.args[index]
        if isinstance(code, ast.Constant):
            given = call.args[index + 1] if len(call.args) > index + 1 else ast.Constant("")
            yield str(code.value), given


def test_a_fault_completes_the_text_of_its_code_and_never_with_a_sentence() -> None:
    found = list(_details())
    assert len(found) > 100
    for code, detail in found:
        written = [str(part.value) for part in ast.walk(detail) if isinstance(part, ast.Constant)]
        assert not [text for text in written if re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", text)], code
        if written == [""]:
            assert not [text for _, text in texts()[code].values() if "{detail}" in text], code


@pytest.mark.parametrize("language", ["da", "nb"])
def test_no_danish_or_norwegian_text_holds_english(language: str) -> None:
    english = re.compile(r"\b(the|should|must|cannot|expected|least|valid)\b(?!})", re.IGNORECASE)
    assert [code for code, words in texts().items() if english.search(" ".join(words[language]))] == []


OF_THE_TERMS = {"da": "betingelserne", "nb": "vilkårene", "en": "of the (?:insurance )?terms"}
"""A person may have the clauses of several contracts before her: a number alone is of none of them."""


def test_a_number_of_a_clause_says_that_it_is_of_the_terms() -> None:
    adapters = Path(http_errors.__file__).parents[1]
    texts = [
        (path.name, code, language, detail)
        for path in adapters.rglob("*problems.json")
        for code, by_language in json.loads(path.read_text("utf-8")).items()
        for language, (_, detail) in by_language.items()
        if "{clause}" in detail
    ]
    assert len(texts) >= 3 * 7
    assert [
        text for text in texts if not re.search(r"\{clause\} (?:i \w*)?" + OF_THE_TERMS[text[2]], text[3])
    ] == []
