"""The command line against a server of the test in place of the stack."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from helsebro.signing.secret import WebhookSecret
from local.cli.app import app
from local.clock.stack_clock import StackClock
from tests.local.cli.loopback import Issuer, Loopback, serving

CLINIC = WebhookSecret(b"c" * 32)
Run = Callable[..., Result]


@pytest.fixture
def api() -> Iterator[Loopback]:
    with serving() as state:
        yield state


@pytest.fixture
def issuer() -> Iterator[Issuer]:
    with serving(Issuer) as state:
        state.claims = {
            "anna": {"acr": "substantial", "name": "Anna Holm", "dk.cpr": "0101851102"},
            "tryg-caseworker": {"roles": ["caseworker"], "payer": "tryg"},
        }
        yield state


@pytest.fixture
def stack_file(api: Loopback, issuer: Issuer, tmp_path: Path) -> Path:
    file = tmp_path / "stack.json"
    demo = {"clinicId": "cli_a", "signingSecret": CLINIC.text, "practitionerId": "p", "practitionerKey": "k"}
    issuers = {"memberIssuer": issuer.url, "staffIssuer": issuer.url}
    clients = {"memberClientId": "members", "staffClientId": "staff", "clinicSystemUrl": api.url}
    clock = {"clockFile": str(file.with_name("clock"))}
    StackClock.of(clock).start()
    file.write_text(json.dumps({"apiUrl": api.url, **issuers, **clients, **clock, "demoClinic": demo}))
    return file


@pytest.fixture
def run(stack_file: Path) -> Run:
    """Runs a command on the stack of the test."""

    def run_it(*arguments: str, file: Path = stack_file, input: bytes | None = None, **env: str) -> Result:
        return CliRunner().invoke(app, ["--stack", str(file), *arguments], input=input, env=env)

    return run_it
