from __future__ import annotations

import ast
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import helsebro
import helsebro_aws
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
from helsebro_aws.http import errors as http_errors
from helsebro_aws.http.problems import TEXTS, bug, language_of, problem, texts

ROOTS = (Path(helsebro.__file__).parent, Path(helsebro_aws.__file__).parent)
FUNCTIONS = Path(__file__).parents[3] / "functions"
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


def test_a_code_has_its_texts_in_one_file() -> None:
    files = sorted(TEXTS.glob("**/*problems.json"))
    codes = Counter(code for path in files for code in json.loads(path.read_text("utf-8")))
    assert len(files) > 15
    assert [code for code, count in codes.items() if count > 1] == []


def test_an_error_of_a_new_branch_speaks_with_its_parents_status() -> None:
    class SlotTaken(Conflict):
        code = "slot-taken"

    assert problem(SlotTaken(nextSlots=[]), "/v1/bookings", "en").status == 409


def test_facts_become_members_and_complete_the_text() -> None:
    body = problem(Conflict("slot-taken", nextSlots=["slt_a"]), "/v1/bookings", "en").body or {}
    assert body["nextSlots"] == ["slt_a"]
    assert body["type"] == "/problems/slot-taken"


def test_unknown_and_invisible_are_the_same_body() -> None:
    assert problem(NotFound(), "/v1/x", "da") == problem(http_errors.NoSuchRoute(), "/v1/x", "da")


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
        Fault("/b", "string-too-long", "40"),
        Fault("/c", "new-code", "Why."),
    ]
    told = {
        language: (problem(BadInput(faults), "/", language).body or {})["errors"] for language in ("da", "en")
    }
    assert [fault["pointer"] for fault in told["da"]] == ["/a", "/b", "/c"]
    assert told["da"][0]["detail"] == "Feltet skal udfyldes."
    assert told["en"][1]["detail"] == "The field is too long (limit: 40)."
    assert told["en"][2]["detail"] == "Why."


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


def _codes() -> Iterator[tuple[str, str]]:
    """Every code that the sources raise or note, with its file."""
    first = {"Refused", "Conflict", "NotFound", "NotAllowed", "Unavailable", "Unauthenticated"}
    place = {**dict.fromkeys(first, 0), "PydanticCustomError": 0, "Fault": 1, "fault": 1}
    for path in (path for root in (*ROOTS, FUNCTIONS) for path in root.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            index = place.get(getattr(node.func, "id", getattr(node.func, "attr", "")))
            given: Any = node.args[index] if index is not None and len(node.args) > index else None
            if isinstance(given, ast.Constant) and isinstance(given.value, str):
                yield given.value, path.name


def test_every_code_in_the_sources_has_a_text_in_three_languages() -> None:
    raised = dict(_codes())
    assert len(raised) > 20
    assert {code: raised[code] for code in raised if code not in texts()}.keys() <= NEVER_TOLD
    for code, words in texts().items():
        assert set(words) == {"da", "nb", "en"}, code
        assert all(len(pair) == 2 and all(pair) for pair in words.values()), code
