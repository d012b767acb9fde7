"""A command on the running stack never ends with a traceback."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from urllib.request import urlopen

import httpx
import pytest

from infra.account.command import CommandFault
from local.commands.faults import command
from local.commands.replay import question
from local.demo import login
from local.home import ROOT
from local.journey.steps import StepFailed
from local.stack.running_stack import NoRunningStack, StackGone, answering


def dead_address() -> str:
    """Returns an address of loopback at which nothing listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}"


@command
def log_in_at_a_dead_issuer() -> int:
    return len(login.token(dead_address(), "a-client", "anna"))


@command
def call_a_dead_api() -> int:
    with urlopen(dead_address(), timeout=5) as answer:
        return int(answer.status)


@command
def fail_at_a_step() -> int:
    raise StepFailed("waited 60 s for the guarantee")


@command
def get_another_answer() -> int:
    found = {"status": "rejected"}
    assert found["status"] == "accepted"
    return 0


@command
def be_refused() -> int:
    httpx.Response(
        409, text='{"code": "consent-undecided"}', request=httpx.Request("POST", "http://x")
    ).raise_for_status()
    return 0


@pytest.mark.parametrize(
    "main, said",
    [
        (log_in_at_a_dead_issuer, "The stack does not answer at 127.0.0.1:"),
        (call_a_dead_api, "The stack does not answer. See whether `make run` is still up"),
        (fail_at_a_step, "waited 60 s for the guarantee"),
        (
            get_another_answer,
            "The step after the last one shown fails at tests/local/",
        ),
        (be_refused, 'The API refused with 409: {"code": "consent-undecided"}'),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_fault_is_a_text_that_says_what_to_do(
    main: object, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(main)
    assert main() == 2
    assert capsys.readouterr().err.startswith(said)


def test_a_stack_that_was_killed_is_named(tmp_path: Path) -> None:
    file = tmp_path / "stack.json"
    with pytest.raises(NoRunningStack):
        answering(file)
    file.write_text(json.dumps({"awsEndpoint": dead_address()}))
    with pytest.raises(StackGone, match="make run"):
        answering(file)


@pytest.mark.parametrize("terms", ["no/such/terms", "missing.json"])
def test_a_file_of_terms_that_is_not_there_is_named(terms: str) -> None:
    with pytest.raises(CommandFault, match="There is no file"):
        question(terms, "")


def test_a_file_of_terms_that_is_not_json_is_refused() -> None:
    with pytest.raises(CommandFault, match="This is not JSON"):
        question(str(ROOT / "README.md"), "")
    with pytest.raises(CommandFault, match="This is not JSON"):
        question(str(ROOT / "events" / "outgoing" / "invoice.xml"), "")
