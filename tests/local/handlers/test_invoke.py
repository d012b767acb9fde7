"""Invoking a function by hand: what it says, and what it answers to a wrong name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from local.handlers import debug, invoke
from local.handlers.invoke import shown
from local.handlers.sample import NoSuchFunction, sample_of

LOG = (
    'START RequestId: 1 Version: 1\n{"message":"request"}\nEND RequestId: 1\n'
    "REPORT RequestId: 1\tDuration: 12.50 ms\tBilled Duration: 13 ms"
)


def test_the_log_is_shown_without_the_lines_of_the_runtime_and_with_the_duration() -> None:
    assert shown(LOG, 0.0402, False).splitlines() == [
        '  {"message":"request"}',
        "Answered: 40 ms, 12.50 ms of it in the function",
    ]


def test_a_function_that_raised_is_named_so() -> None:
    assert shown("", 1.5, True).splitlines() == ["  (it logged nothing)", "RAISED: 1500 ms"]


@pytest.mark.parametrize(
    "name, said",
    [
        ("", "Say which function: FUNCTION=claims"),
        ("claim", "There is no such function: claim. Near it: claims."),
        ("invoice", "Near it: invoices, "),
        ("nothing-like-it", "There are:\n  applications\n  apply_bank_report\n  approve_refund\n"),
        ("../claims", "Near it: claims."),
    ],
)
def test_an_unknown_name_gets_those_that_there_are(name: str, said: str) -> None:
    with pytest.raises(NoSuchFunction) as refused:
        sample_of(name)
    assert said in str(refused.value)


@pytest.mark.parametrize("main", [invoke.main, debug.main], ids=["invoke", "debug"])
def test_a_command_says_what_is_wrong_without_a_traceback(
    main: Callable[[str], int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main("claim") == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "There is no such function: claim. Near it: claims.\n")
