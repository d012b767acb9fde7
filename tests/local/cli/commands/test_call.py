"""``helsebro call``: JSON for the next program, a problem for the person, and an exit code for both."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from helsebro.signing import signature
from helsebro.signing.secret import WebhookSecret
from tests.local.cli.conftest import CLINIC, Run
from tests.local.cli.loopback import Answered, Loopback

PROBLEM = {
    "type": "/problems/bad-input",
    "title": "Faults in the fields",
    "status": 422,
    "detail": "Correct the fields.",
    "instance": "/v1/claims",
    "code": "bad-input",
    "errors": [
        {"pointer": "/cause", "code": "unknown-value", "detail": "One of work, leisure."},
        {"pointer": "", "code": "required", "detail": "A field is missing."},
    ],
    "nextSlots": ["slt_a"],
}


def test_an_answer_is_json_for_the_next_program(run: Run, api: Loopback) -> None:
    api.answers["GET /v1/me"] = Answered(200, {"name": "Ærø"})
    done = run("call", "get", "/v1/me", "--as", "anna")
    assert (done.exit_code, json.loads(done.stdout)) == (0, {"name": "Ærø"})
    assert "Ærø" in done.stdout


def test_a_problem_has_every_fault_its_facts_and_the_way_to_the_log(run: Run, api: Loopback) -> None:
    api.answers["POST /v1/claims"] = Answered(422, PROBLEM, {"X-Correlation-Id": "c-1"})
    done = run("call", "POST", "/v1/claims", "-d", "{}", "--as", "anna")
    assert (done.exit_code, json.loads(done.stdout)) == (1, PROBLEM)
    for part in ("422 bad-input", "/cause", "One of work", "the whole body", "nextSlots", "make logs ID=c-1"):
        assert part in done.stderr


def test_only_a_post_gets_an_idempotency_key_and_each_a_new_one(run: Run, api: Loopback) -> None:
    api.answers |= {"POST /v1/claims": Answered(201, {}), "PUT /v1/claims": Answered(200, {})}
    for arguments in (["POST"], ["POST"], ["PUT"], ["POST", "--idempotency-key", "mine"]):
        run("call", arguments[0], "/v1/claims", *arguments[1:], "-d", "{}", "--as", "anna")
    keys = [asked.headers.get("idempotency-key") for asked in api.asked]
    assert keys[0] != keys[1]
    assert keys[2:] == [None, "mine"]


def test_after_a_fault_of_the_platform_the_key_is_named(run: Run, api: Loopback) -> None:
    api.answers["POST /v1/claims"] = Answered(503, PROBLEM)
    done = run("call", "POST", "/v1/claims", "--as", "anna", "--idempotency-key", "mine")
    assert "--idempotency-key mine" in done.stderr


def test_a_call_carries_its_headers_body_and_version(run: Run, api: Loopback, tmp_path: Path) -> None:
    api.answers["PUT /v1/x"] = Answered(200, {})
    (tmp_path / "body.xml").write_bytes("<a>ø</a>".encode())
    body = f"@{tmp_path / 'body.xml'}"
    run("call", "PUT", "/v1/x", "-d", body, "-H", "Accept-Language: da", "--if-match", "3", "--as", "anna")
    [asked] = api.asked
    assert asked.body == "<a>ø</a>".encode()
    wanted = {"content-type": "application/xml", "accept-language": "da", "if-match": '"3"'}
    assert wanted.items() <= asked.headers.items()


@pytest.mark.parametrize("body", [['{"a": 1}'], ["-d", '{"a": 1}'], ["@-"]])
def test_a_body_stands_after_the_path_or_with_d(run: Run, api: Loopback, body: list[str]) -> None:
    api.answers["PUT /v1/x"] = Answered(200, {})
    assert run("call", "PUT", "/v1/x", *body, "--as", "anna", input=b'{"a": 1}').exit_code == 0
    assert (api.asked[0].body, api.asked[0].headers["content-type"]) == (b'{"a": 1}', "application/json")


def test_a_body_can_come_from_the_standard_input(run: Run, api: Loopback) -> None:
    api.answers["PUT /v1/x"] = Answered(200, {})
    run("call", "PUT", "/v1/x", "-d", "@-", "--as", "anna", input=b'{"a": 1}')
    assert (api.asked[0].body, api.asked[0].headers["content-type"]) == (b'{"a": 1}', "application/json")


def test_the_stored_login_calls_and_another_user_can_for_one_call(run: Run, api: Loopback) -> None:
    api.answers["GET /v1/me"] = Answered(200, {})
    run("login", "anna")
    run("call", "GET", "/v1/me")
    run("call", "GET", "/v1/me", "--as", "tryg-caseworker")
    run("call", "GET", "/v1/me", "--public")
    tokens = [asked.headers.get("authorization") for asked in api.asked]
    assert len(set(tokens)) == 3
    assert tokens[2] is None


def test_a_call_of_the_clinic_is_signed_and_its_key_is_the_message_id(run: Run, api: Loopback) -> None:
    api.answers["POST /v1/clinic-events"] = Answered(202, {})
    done = run("call", "--clinic", "POST", "/v1/clinic-events", "-d", "{}", "--idempotency-key", "msg_a")
    [asked] = api.asked
    assert done.exit_code == 0
    assert signature.verify(asked.headers, asked.body, [CLINIC], datetime.now(UTC)).message_id == "msg_a"
    assert "authorization" not in asked.headers


def test_a_refused_token_says_to_log_in_again(run: Run, api: Loopback) -> None:
    api.answers["GET /v1/me"] = Answered(401, {**PROBLEM, "code": "unauthenticated"})
    assert "log in again" in run("call", "GET", "/v1/me", "--as", "anna").stderr


def test_a_file_behind_a_link_is_fetched_without_the_token(run: Run, api: Loopback, tmp_path: Path) -> None:
    api.answers |= {
        "GET /v1/guarantees/gar_a/pdf": Answered(303, {}, {"Location": f"{api.url}/file"}),
        "GET /file": Answered(200, b"%PDF"),
    }
    file = tmp_path / "g.pdf"
    done = run("call", "GET", "/v1/guarantees/gar_a/pdf", "-o", str(file), "--as", "anna")
    assert (done.exit_code, file.read_bytes()) == (0, b"%PDF")
    assert "authorization" not in api.asked[-1].headers


@pytest.mark.parametrize(
    "arguments, advice",
    [
        (["GET", "/v1/me"], "helsebro login anna"),
        (["GET", "v1/me"], "It begins with a slash"),
        (["GTE", "/v1/me"], "Did you mean GET"),
        (["GET", "/v1/me", "-H", "nothing"], "is no header"),
        (["GET", "/v1/me", "-H", "x: ø"], "no header may have"),
        (["GET", "/v1/me", "-H", "x y: 1"], "no header may have"),
        (["GET", "/v1/me", "-d", "@/none/x.json"], "No such file"),
        (["GET", "/v1/me", "--as", "nobody-known"], "Known are"),
        (["PUT", "/v1/me", "{}", "-d", "{}"], "The call has two bodies"),
    ],
)
def test_a_call_that_cannot_be_sent_says_what_to_do(run: Run, arguments: list[str], advice: str) -> None:
    done = run("call", *arguments)
    assert done.exit_code == 1
    assert advice in done.stderr


@pytest.mark.parametrize("content", ["", "[]", "{}", "\0"])
def test_a_file_of_another_kind_is_named(run: Run, tmp_path: Path, content: str) -> None:
    file = tmp_path / "other.json"
    file.write_text(content)
    done = run("call", "--clinic", "GET", "/v1/bookings", file=file)
    assert (done.exit_code, "other.json is no stack.json" in done.stderr) == (1, True)


def test_a_path_with_a_blank_is_encoded(run: Run, api: Loopback) -> None:
    api.answers["GET /v1/x?name=a%20%C3%B8"] = Answered(200, {})
    assert run("call", "GET", "/v1/x?name=a ø", "--as", "anna").exit_code == 0
    assert run("call", "GET", "/v1/x?name=a ø", "--clinic").exit_code == 0


def test_the_environment_names_another_clinic(run: Run, api: Loopback, tmp_path: Path) -> None:
    api.answers["GET /v1/bookings"] = Answered(200, {})
    settings = {
        "HELSEBRO_API_URL": api.url,
        "HELSEBRO_CLINIC_ID": "cli_b",
        "HELSEBRO_SIGNING_SECRET": WebhookSecret(b"b" * 32).text,
    }
    done = run("call", "--clinic", "GET", "/v1/bookings", file=tmp_path / "none.json", **settings)
    assert (done.exit_code, api.asked[0].headers["helsebro-clinic"]) == (0, "cli_b")


@pytest.mark.parametrize(
    "settings, advice",
    [
        ({"HELSEBRO_CLINIC_ID": "cli_b"}, "lack HELSEBRO_API_URL, HELSEBRO_SIGNING_SECRET"),
        (
            {
                "HELSEBRO_API_URL": "http://127.0.0.1:1",
                "HELSEBRO_CLINIC_ID": "cli_b",
                "HELSEBRO_SIGNING_SECRET": "x",
            },
            "It is whsec_",
        ),
    ],
)
def test_settings_of_a_clinic_that_cannot_be_are_named(
    run: Run, settings: dict[str, str], advice: str
) -> None:
    done = run("call", "--clinic", "GET", "/v1/bookings", **settings)
    assert (done.exit_code, advice in done.stderr) == (1, True)


def test_without_a_stack_the_user_is_sent_to_make_run(run: Run, tmp_path: Path) -> None:
    done = run("call", "GET", "/v1/me", "--public", file=tmp_path / "none.json")
    assert (done.exit_code, "make run" in done.stderr) == (1, True)


@pytest.mark.parametrize("arguments", [("call", "GET", "/v1/help", "--public"), ("events", "tail")])
def test_a_stack_that_has_ended_is_named(run: Run, stack_file: Path, arguments: list[str]) -> None:
    content = json.loads(stack_file.read_text())
    stack_file.write_text(json.dumps({**content, "apiUrl": "http://127.0.0.1:1"}))
    done = run(*arguments)
    assert (done.exit_code, "make run" in done.stderr) == (1, True)
    assert "Traceback" not in done.output


@pytest.mark.parametrize("callers", [("--clinic", "--as", "anna"), ("--public", "--clinic")])
def test_a_call_has_one_caller(run: Run, api: Loopback, callers: tuple[str, ...]) -> None:
    refused = run("call", "GET", "/v1/me", *callers)
    assert refused.exit_code == 1
    assert "more than one caller" in refused.stderr
    assert api.asked == []
