"""``make republish``: one line for each page, and where to continue after an error."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from infra.account.invoking import FunctionFailed, Invoke
from infra.account.republish import main

SPAN = ["--from", "2026-11-21T10:00:00Z", "--until", "2026-11-21T11:00:00Z"]
ID = "evt_" + "0" * 25


def page(published: int, cursor: str | None = None, **changes: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {"missing": [], "refused": []}
    return {"found": published, "published": published, **empty, "nextCursor": cursor, **changes}


def answering(asked: list[Mapping[str, Any]], *answers: Any) -> Invoke:
    """Returns a function that notes what it is asked and returns, or raises, these answers in turn."""
    left = list(answers)

    def invoke(event: Mapping[str, Any]) -> Mapping[str, Any]:
        asked.append(event)
        answer = left.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return dict(answer)

    return invoke


def test_a_span_is_published_page_by_page(capsys: pytest.CaptureFixture[str]) -> None:
    asked: list[Mapping[str, Any]] = []
    assert main(SPAN, answering(asked, page(3, f"{ID}1"), page(0, f"{ID}2"), page(4))) == 0
    assert [event.get("cursor") for event in asked] == [None, f"{ID}1", f"{ID}2"]
    assert all((event["from"], event["until"]) == (SPAN[1], SPAN[3]) for event in asked)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert lines[-1].startswith("7 events found, 7 published")


def test_after_an_error_the_command_says_where_to_continue(capsys: pytest.CaptureFixture[str]) -> None:
    asked: list[Mapping[str, Any]] = []
    assert main(SPAN, answering(asked, page(3, f"{ID}1"), FunctionFailed("Unavailable: busy"))) == 1
    assert f"CURSOR={ID}1" in capsys.readouterr().err
    assert main([*SPAN, "--cursor", f"{ID}1"], answering(asked, page(4))) == 0
    assert asked[-1]["cursor"] == f"{ID}1"


def test_ids_go_in_hundreds_and_what_was_left_out_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    asked: list[Mapping[str, Any]] = []
    event_ids = [f"evt_{number:026d}" for number in range(150)]
    answers = [page(99, missing=[event_ids[0]]), page(49, refused=[event_ids[149]])]
    assert main(["--events", " ".join(event_ids)], answering(asked, *answers)) == 0
    assert [len(event["eventIds"]) for event in asked] == [100, 50]
    assert capsys.readouterr().out.splitlines()[-2:] == [
        f"{event_ids[0]} is missing",
        f"{event_ids[149]} was refused",
    ]


def test_a_dry_run_asks_for_a_dry_run() -> None:
    asked: list[Mapping[str, Any]] = []
    assert main(["--events", f"{ID}1", "--dry", "1"], answering(asked, page(0))) == 0
    assert asked[0]["dryRun"] is True


@pytest.mark.parametrize("dry", ["0", "no", ""])
def test_a_switch_that_is_off_is_no_dry_run(dry: str) -> None:
    asked: list[Mapping[str, Any]] = []
    assert main(["--events", f"{ID}1", "--dry", dry], answering(asked, page(1))) == 0
    assert "dryRun" not in asked[0]


def test_a_request_that_can_never_succeed_is_not_to_be_run_again(capsys: pytest.CaptureFixture[str]) -> None:
    fault = {"error": "until is an instant such as 2026-11-21T10:00:00Z"}
    assert main(["--from", "2026-11-28"], answering([], fault)) == 2
    said = capsys.readouterr().err
    assert fault["error"] in said
    assert "run it again" not in said


@pytest.mark.parametrize(
    "arguments",
    [[], ["--events", f"{ID}1", "--dry", "maybe"], ["--events", f"{ID}1", *SPAN], ["--cursor", f"{ID}1"]],
)
def test_an_unclear_command_invokes_nothing(arguments: list[str]) -> None:
    asked: list[Mapping[str, Any]] = []
    assert main(arguments, answering(asked)) == 2
    assert asked == []
