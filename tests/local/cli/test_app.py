"""The command line as a whole: help for every command, and a script that starts it from anywhere."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from local.cli.app import CALLS, INVOICES, WEBHOOKS, app
from local.home import ROOT
from local.openapi.contract import Contract
from local.openapi.document import COMMITTED

SCRIPT = ROOT / "bin" / "helsebro"


def commands(group: Any, *names: str) -> Iterator[list[str]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, *names, name)
        else:
            yield [*names, name]


@pytest.mark.parametrize("words", list(commands(get_command(app))), ids=" ".join)
def test_the_help_of_every_command_has_an_example(words: list[str]) -> None:
    shown = CliRunner().invoke(app, [*words, "--help"])
    assert shown.exit_code == 0
    assert f"$ helsebro {' '.join(words)}" in shown.stdout


def examples(group: Any) -> Iterator[list[str]]:
    """Yields the words of every example of the help, without what a pipe or a file does with its answer."""
    lines = re.findall(r"\$ helsebro (.*)", group.epilog.replace("\\[", "[") if group.epilog else "")
    yield from (shlex.split(re.split(r" [|>] ", line)[0]) for line in lines)
    for command in getattr(group, "commands", {}).values():
        yield from examples(command)


EXAMPLES = list(examples(get_command(app)))


@pytest.mark.parametrize("words", EXAMPLES, ids=" ".join)
def test_an_example_of_the_help_has_the_arguments_of_its_command(words: list[str]) -> None:
    command: Any = get_command(app)
    rest = list(words)
    while hasattr(command, "commands"):
        command = command.commands[rest.pop(0)]
    with command.make_context(words[0], rest) as context:
        assert context.command is command


@pytest.mark.parametrize("words", [words for words in EXAMPLES if words[0] == "call"], ids=" ".join)
def test_an_example_of_a_call_is_an_operation_with_its_queries_and_its_caller(words: list[str]) -> None:
    is_signed = "--clinic" in words
    method, path = [word for word in words[1:] if word != "--clinic"][:2]
    parts, contract = urlsplit(path.replace("…", "a2zt5pxl")), Contract.of_file(COMMITTED)
    found = contract.operation(method, parts.path)
    assert found, f"{method} {path} is no operation"
    operation = contract.document["paths"][found.partition(" ")[2]][method.lower()]
    named = [each for each in operation.get("parameters", []) if each.get("in") == "query"]
    sent = parse_qs(parts.query).keys()
    assert {each["name"] for each in named if each.get("required")} <= sent
    assert sent <= {each["name"] for each in named}
    assert any("webhookSignature" in way for way in operation["security"]) == is_signed


def test_without_arguments_the_help_shows_the_commands_in_groups() -> None:
    shown = CliRunner().invoke(app, [])
    assert shown.exit_code == 0
    for group in (CALLS, WEBHOOKS, INVOICES, "helsebro login anna"):
        assert group in shown.stdout


def test_an_unknown_command_is_named() -> None:
    done = CliRunner().invoke(app, ["lissten"])
    assert done.exit_code == 2
    assert "listen" in done.stderr


@pytest.mark.parametrize(
    "written, completed",
    [
        ("helsebro trigger booking.cr", "booking.created"),
        ("helsebro login tryg-case", "tryg-caseworker"),
        ("helsebro call GE", "GET"),
        ("helsebro call GET /v1/me --as aud", "auditor"),
        ("helsebro listen --events payment", "payment.sent"),
        ("helsebro inv", "invoice"),
    ],
)
def test_the_shell_completes_commands_users_and_types(written: str, completed: str) -> None:
    asked = {"COMP_WORDS": written, "COMP_CWORD": str(len(written.split()) - 1)}
    environment = {"_HELSEBRO_COMPLETE": "complete_bash", **asked}
    done = CliRunner().invoke(app, [], env=environment, prog_name="helsebro")
    assert done.stdout.split() == [completed]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with a Python that says how it was called."""
    root = tmp_path / "a checkout"
    for folder in ("bin", ".venv/bin"):
        (root / folder).mkdir(parents=True)
    (root / "bin" / "helsebro").write_bytes(SCRIPT.read_bytes())
    (root / ".venv/bin/python").write_text('#!/bin/sh\necho "$PWD|$PYTHONPATH|$*"\n')
    for script in ("bin/helsebro", ".venv/bin/python"):
        (root / script).chmod(0o755)
    (root / "requirements.lock").touch()
    (root / "Makefile").write_text(".venv/installed: requirements.lock\n\t@touch $@; echo made\n")
    return root


def test_the_script_runs_from_any_folder_and_through_a_link(checkout: Path, tmp_path: Path) -> None:
    link = tmp_path / "helsebro"
    link.symlink_to(checkout / "bin" / "helsebro")
    called = [str(link), "call", "GET", "/v1/me?a=b c"]
    done = subprocess.run(called, cwd=tmp_path, capture_output=True, text=True, check=True)
    folder, paths, arguments = done.stdout.strip().split("|")
    assert folder == str(tmp_path)
    assert paths.split(":")[-1] == str(checkout)
    assert arguments == "-m local.cli call GET /v1/me?a=b c"
    assert "made" in done.stderr


def test_the_script_says_what_make_says_when_there_is_no_environment(checkout: Path) -> None:
    (checkout / "Makefile").write_text(".venv/installed:\n\t@echo 'Python 3.11 is needed'; exit 1\n")
    done = subprocess.run([checkout / "bin" / "helsebro"], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "Python 3.11 is needed" in done.stderr
