"""``helsebro trigger``: the types of the contract, which of them can be played, and what to do otherwise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helsebro import events
from helsebro.deadlines import clocks
from helsebro.deadlines.rows import of_clinics
from helsebro_aws.webhooks import sent_shape
from local.home import LAYERS, ROOT
from local.journey.played_events import NOT_YET, PLAYS
from tests.local.cli.conftest import Run


def test_the_list_has_every_type_of_the_contract(run: Run) -> None:
    listed = json.loads(run("trigger", "--list").stdout)
    assert {row["type"] for row in listed} == events.TO_CLINICS
    assert {row["type"] for row in listed if row["played"]} == PLAYS.keys()


def test_a_type_that_cannot_be_played_is_published_by_no_code() -> None:
    files = [path for folder in (*LAYERS, ROOT / "functions") for path in folder.rglob("*.py")]
    catalogues = {Path(str(module.__file__)) for module in (events, sent_shape, clocks, of_clinics)}
    publishing = [
        (type_, path.name)
        for path in files
        if path not in catalogues
        for type_ in NOT_YET
        if f'"{type_}"' in path.read_text("utf-8")
    ]
    assert publishing == [], "add a play to local/journey/played_events.py"


def test_control_a_played_type_is_found_in_the_code() -> None:
    changes = ROOT / "layers/adapters/python/helsebro_aws/bookings/booking_changes.py"
    assert '"booking.rescheduled"' in changes.read_text("utf-8")


@pytest.mark.parametrize(
    "arguments, advice",
    [
        ([], "Which event?"),
        (["contact.due"], "make clock AT=+"),
        (["booking.creatd"], "Did you mean booking.created"),
        (["x"], "Known are: booking.cancelled"),
        (["contract.ended"], "does not send contract.ended yet"),
    ],
)
def test_a_type_without_a_play_says_what_to_do(run: Run, arguments: list[str], advice: str) -> None:
    done = run("trigger", *arguments)
    assert done.exit_code == 1
    assert advice in done.stderr
