"""The command line on the running stack: a login, a call, a webhook that is forwarded, and an invoice."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from helsebro.signing import signature
from helsebro.signing.secret import WebhookSecret
from local.cli.app import app
from local.cli.receiver import PATH
from local.clinic.clinic_system import ClinicSystem
from local.home import LAYERS, ROOT
from local.journey.people import StackAddresses
from local.journey.steps import until
from local.journey.todays_slot import reach_its_day
from local.stack.stack import Stack
from tests.local.cli.loopback import Answered, Asked, Loopback, serving
from tests.local.cli.test_app import EXAMPLES

FORWARD = "/webhooks"


@pytest.fixture(scope="module")
def stack_file(running_stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file: Path = tmp_path_factory.mktemp("cli") / "stack.json"
    file.write_text(json.dumps(running_stack.addresses))
    return file


@pytest.fixture
def local_side() -> Iterator[Loopback]:
    """The clinic's own system at a local address."""
    with serving() as state:
        state.answers[f"POST {FORWARD}"] = Answered(202, {})
        yield state


@pytest.fixture
def listening(stack_file: Path, local_side: Loopback) -> Iterator[subprocess.Popen[str]]:
    """``helsebro listen`` in a process of its own, ready to receive."""
    command = [sys.executable, "-m", "local.cli", "--stack", str(stack_file), "listen"]
    process = subprocess.Popen(
        [*command, "--forward", f"{local_side.url}{FORWARD}", "--events", "booking.created"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (*LAYERS, ROOT)))},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def run(stack_file: Path, *arguments: str) -> Any:
    """Runs a command, which must succeed; returns its JSON."""
    done = CliRunner().invoke(app, ["--stack", str(stack_file), *arguments])
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout) if done.stdout.startswith(("{", "[")) else done.stdout


def secret_of(listening: subprocess.Popen[str]) -> WebhookSecret:
    """Reads what ``listen`` says until it is ready; returns the secret that it shows."""
    assert listening.stderr
    shown = [next(listening.stderr) for _ in range(3)]
    assert shown[1].startswith("Ready")
    return WebhookSecret.parse(shown[0].split()[-1])


def forwarded(local_side: Loopback, booking_id: str) -> Asked:
    return until(
        "the forwarded webhook",
        lambda: next((asked for asked in local_side.asked if booking_id.encode() in asked.body), None),
    )


def endpoints(up: Stack) -> list[str]:
    """Returns the addresses to which the clinic's webhooks are sent."""
    demo = up.addresses["demoClinic"]
    clinic = ClinicSystem(up.addresses["apiUrl"], demo["clinicId"], demo["signingSecret"])
    items = clinic.get(f"/v1/clinics/{clinic.clinic_id}/webhook-endpoints").body["items"]
    return [item["url"] for item in items]


def test_a_user_logs_in_and_calls(stack_file: Path) -> None:
    run(stack_file, "login", "anna")
    me = run(stack_file, "call", "GET", "/v1/me")
    assert me["person"]["name"] == "Anna Holm"
    tasks = run(stack_file, "call", "GET", "/v1/tasks?queue=claims", "--as", "tryg-caseworker")
    assert "items" in tasks


def test_every_call_of_the_help_that_needs_no_id_succeeds(stack_file: Path) -> None:
    run(stack_file, "login", "anna")
    readable = [words for words in EXAMPLES if words[0] == "call" and "GET" in words]
    readable = [words for words in readable if not any("…" in word for word in words)]
    assert len(readable) >= 2
    for words in readable:
        assert run(stack_file, *words)


def test_a_booking_is_triggered_received_forwarded_and_billed(
    running_stack: Stack,
    stack_file: Path,
    listening: subprocess.Popen[str],
    local_side: Loopback,
    tmp_path: Path,
) -> None:
    secret = secret_of(listening)
    booking_id = run(stack_file, "trigger", "booking.created")["data"]["bookingId"]
    got = forwarded(local_side, booking_id)
    assert signature.verify(got.headers, got.body, [secret], datetime.now(UTC)).message_id
    listening.send_signal(signal.SIGINT)
    shown, said = listening.communicate(timeout=30)
    assert [json.loads(line)["status"] for line in shown.splitlines()] == [202]
    assert (listening.returncode, "The endpoint is removed" in said) == (0, True)
    assert [url for url in endpoints(running_stack) if url.endswith(PATH)] == []

    booking = run(stack_file, "call", "GET", f"/v1/bookings/{booking_id}", "--clinic")
    reach_its_day(StackAddresses.of(running_stack.addresses), booking["startsAt"])
    run(stack_file, "events", "send", "session.held", f"bookingId={booking_id}")
    file = tmp_path / "invoice.xml"
    file.write_text(run(stack_file, "invoice", "new", booking_id), "utf-8")
    assert run(stack_file, "invoice", "preflight", str(file))["status"] == "accepted"
    sent = run(stack_file, "invoice", "send", str(file))
    assert sent["status"] == "accepted"
    accepted = run(stack_file, "events", "tail", "-n", "1", "--type", "invoice.accepted", "--no-follow")
    assert accepted["data"]["invoiceId"] == sent["invoiceId"]
