"""The shell functions of the journey by hand: what they say when something is missing."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import pytest

from infra.account.command import CommandFault
from local.clinic.clinic_system import Reply
from local.commands import shell
from tests.local.cli.loopback import Answered, Issuer, serving

TASKS = {
    "items": [
        {"taskId": "tsk_none"},
        {"taskId": "tsk_a", "subject": {"claimId": "clm_a"}},
        {"taskId": "tsk_b", "subject": {"claimId": "clm_b"}},
    ]
}
README = Path(__file__).parent.parent.parent.parent / "README.md"


@pytest.mark.parametrize(
    "arguments, usage",
    [
        (["bill"], "usage: bill BOOKING"),
        (["upload", "anna"], "usage: upload USER CLAIM [FILE] [TYPE]"),
        (["wait", "anna", "/v1/claims"], "usage: wait_for USER PATH NAME|INDEX|KEY=VALUE …"),
        (["clinic", "GET"], "usage: clinic METHOD PATH [BODY]"),
        (["token"], "usage: token USER"),
        (["field"], "usage: … | field NAME|INDEX|KEY=VALUE …"),
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
        (TASKS, ("items", "subject.claimId=clm_b", "taskId"), "tsk_b"),
        (TASKS, ("items", "taskId=tsk_a", "subject"), '{"claimId": "clm_a"}'),
    ],
)
def test_a_field_is_found_by_its_names(answer: object, path: tuple[str, ...], found: str) -> None:
    assert shell._found(answer, path) == found


@pytest.mark.parametrize("items", ["", "items", "absent"])
def test_an_item_that_no_list_holds_is_not_found(items: str) -> None:
    with pytest.raises(LookupError):
        shell._found(TASKS, [items, "subject.claimId=clm_c", "taskId"])


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
    called = set(re.findall(r"(?:^|\(|\| )(as|clinic|upload|bill|now|field|wait_for)\b", block, re.MULTILINE))
    defined = set(re.findall(r"^(\w+)\(\)", shell.FUNCTIONS, re.MULTILINE))
    assert called == defined
    assert "sleep" not in block
    of_staff = re.findall(r"wait_for tryg-.*", block)
    assert of_staff
    assert all("=$" in line for line in of_staff), "a queue of the staff also holds the cases of others"


def test_a_wait_looks_at_every_page_of_a_list() -> None:
    with serving() as api, serving(Issuer) as issuer:
        stack = {"apiUrl": api.url, "staffIssuer": issuer.url, "staffClientId": "staff"}
        api.answers["GET /v1/tasks?queue=claims"] = Answered(200, {**TASKS, "nextCursor": "a b"})
        last = {"items": [{"taskId": "tsk_c", "subject": {"claimId": "clm_c"}}], "nextCursor": None}
        api.answers["GET /v1/tasks?queue=claims&cursor=a%20b"] = Answered(200, last)
        wanted = ("items", "subject.claimId=clm_c", "taskId")
        assert shell._wait(stack, "tryg-caseworker", "/v1/tasks?queue=claims", *wanted) == "tsk_c"


def test_an_answer_of_a_clinics_call_is_json_and_a_refusal_is_a_fault() -> None:
    assert shell._shown(Reply(200, {"invoiceId": "inv_a"}, {})) == '{"invoiceId": "inv_a"}'
    with pytest.raises(CommandFault, match=r'refused with 404: \{"code": "not-found"\}'):
        shell._shown(Reply(404, {"code": "not-found"}, {}))
