"""The shell functions of the journey by hand: what they say when something is missing."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import pytest

from local.commands import shell

README = Path(__file__).parent.parent.parent.parent / "README.md"


@pytest.mark.parametrize(
    "arguments, usage",
    [
        (["bill"], "usage: bill BOOKING"),
        (["upload", "anna"], "usage: upload USER CLAIM [FILE]"),
        (["wait", "anna", "/v1/claims"], "usage: wait_for USER PATH NAME [NAME …]"),
        (["clinic", "GET"], "usage: clinic METHOD PATH [BODY]"),
        (["token"], "usage: token USER"),
        (["field"], "usage: … | field NAME [NAME …]"),
        (["unknown"], "usage: functions | token"),
    ],
)
def test_a_missing_argument_gets_the_usage(
    arguments: list[str], usage: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shell.main(arguments) == 2
    assert capsys.readouterr().err.startswith(usage)


@pytest.mark.parametrize(
    "answer, path, found",
    [
        ({"items": [{"slotId": "slt_a"}]}, ("items", "0", "slotId"), "slt_a"),
        ({"version": 3}, ("version",), "3"),
        ({"amount": {"currency": "DKK"}}, ("amount",), '{"currency": "DKK"}'),
    ],
)
def test_a_field_is_found_by_its_names(answer: object, path: tuple[str, ...], found: str) -> None:
    assert shell._found(answer, path) == found


@pytest.mark.parametrize("text", ['{"items": []}', '{"items": null}', '{"items": 3}', "", "<html>"])
def test_a_field_that_is_not_there_is_named_with_the_answer(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    with pytest.raises(SystemExit, match="no items 0 slotId in"):
        shell._field({}, "items", "0", "slotId")


def test_the_shell_accepts_the_functions() -> None:
    checked = subprocess.run(
        ["bash", "-n"], input=shell.FUNCTIONS, capture_output=True, text=True, check=False
    )
    assert (checked.returncode, checked.stderr) == (0, "")


def test_as_answers_a_missing_argument_with_its_usage() -> None:
    asked = subprocess.run(
        ["bash"], input=f"{shell.FUNCTIONS}\nas anna GET", capture_output=True, text=True, check=False
    )
    assert (asked.returncode, asked.stdout) == (2, "")
    assert asked.stderr == "usage: as USER METHOD PATH [BODY] [curl options]\n"


def test_as_calls_nothing_when_it_gets_no_token() -> None:
    called = subprocess.run(
        ["bash"],
        input=f"{shell.FUNCTIONS}\nHB=false; curl() {{ echo called; }}; as anna GET /v1/me",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (called.returncode, called.stdout) == (1, "")


def test_the_readme_uses_only_functions_that_there_are() -> None:
    [block] = re.findall(r"eval \"\$\(make -s shell\)\".*?```", README.read_text("utf-8"), re.DOTALL)
    called = set(re.findall(r"(?:^|\(|\| )(as|clinic|upload|bill|field|wait_for)\b", block, re.MULTILINE))
    defined = set(re.findall(r"^(\w+)\(\)", shell.FUNCTIONS, re.MULTILINE))
    assert called == defined
    assert "sleep" not in block
