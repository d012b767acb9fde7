"""``helsebro login``, ``logout``, ``whoami``: a token that only its owner can read, and no number shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from local.cli.stored_login import StoredLogin
from local.demo.code_flow import claims_of
from tests.local.cli.conftest import Run
from tests.local.cli.loopback import Issuer, token


def stored(file: Path) -> StoredLogin:
    return StoredLogin.read(file.with_name("login.json"))


def test_a_login_stores_the_token_for_its_owner_only_and_does_not_print_it(
    run: Run, stack_file: Path
) -> None:
    done = run("login", "anna")
    assert done.exit_code == 0
    assert "anna is logged in until" in done.stderr
    assert stack_file.with_name("login.json").stat().st_mode & 0o777 == 0o600
    assert stored(stack_file).token not in done.output


def test_a_token_that_is_printed_is_not_stored_in_place_of_the_login(run: Run, stack_file: Path) -> None:
    run("login", "anna")
    done = run("login", "tryg-caseworker", "--print")
    assert claims_of(done.stdout.strip())["sub"] == "tryg-caseworker"
    assert "It is not stored" in done.stderr
    assert stored(stack_file).user == "anna"


def test_a_logout_forgets_the_token(run: Run) -> None:
    run("login", "anna")
    assert run("logout").exit_code == 0
    assert run("whoami").exit_code == 1


def test_whoami_shows_no_number_of_a_person(run: Run) -> None:
    run("login", "anna")
    shown = run("whoami")
    assert json.loads(shown.stdout)["name"] == "Anna Holm"
    assert "0101851102" not in shown.output


@pytest.mark.parametrize(
    "arguments, advice",
    [
        (["login"], "helsebro login anna"),
        (["login", "anne"], "Did you mean anna"),
        (["login", "x"], "Known are: anna, auditor"),
        (["login", "--issuer", "https://login.example"], "--client-id and --api"),
        (["login", "--issuer", "http://a.example", "--client-id", "c", "--api", "https://b"], "not https"),
        (["whoami"], "helsebro login anna"),
    ],
)
def test_a_login_that_cannot_be_says_what_to_do(run: Run, arguments: list[str], advice: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 1
    assert advice in done.stderr
    assert "Traceback" not in done.output


@pytest.mark.parametrize(
    "changed, advice",
    [
        ({"token": token({"exp": 1})}, "The login of anna expired"),
        ({"issuer": "http://127.0.0.1:1"}, "The login of anna is for another stack"),
        ({"unknown": 1}, "holds no login"),
    ],
)
def test_a_stored_login_that_no_longer_counts_says_so(
    run: Run, stack_file: Path, changed: dict[str, object], advice: str
) -> None:
    run("login", "anna")
    file = stack_file.with_name("login.json")
    file.write_text(json.dumps({**json.loads(file.read_text()), **changed}))
    done = run("call", "GET", "/v1/me")
    assert done.exit_code == 1
    assert advice in done.stderr
    assert "helsebro login" in done.stderr


def test_the_login_of_a_real_issuer_does_not_need_a_stack(run: Run, stack_file: Path) -> None:
    real = StoredLogin("per", "https://login.example", "https://api.example", token({"exp": 4_000_000_000}))
    real.store(stack_file.with_name("login.json"))
    stack_file.unlink()
    assert json.loads(run("whoami").stdout)["api"] == "https://api.example"


def test_control_an_issuer_gives_no_token_for_another_verifier(issuer: Issuer) -> None:
    query = {"redirect_uri": "http://127.0.0.1/", "state": "s", "nonce": "n", "code_challenge_method": "S256"}
    issuer.authorized("anna", {**query, "code_challenge": "of-another"})
    [code] = issuer.codes
    assert issuer.redeemed(code, "verifier").status == 400
