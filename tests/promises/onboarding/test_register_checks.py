"""Promises 4 and 5 for checks in the register: one task and one event, wherever and how often it runs."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier
from typing import Any

import pytest

from helsebro.ids import PractitionerId
from helsebro.network.registers.register_check import RegisterCheck
from helsebro_aws.dynamodb.operations import Put
from helsebro_aws.network.registers.dynamo_register_checks import DynamoRegisterChecks
from helsebro_aws.onboarding.registers.register_look import RegisterLook
from tests.builders.claims import outbox_rows
from tests.builders.clinics.registers import NUMBER, GivenRegister, check_of, look_into
from tests.builders.network import staged
from tests.promises.atomic_dynamodb import atomic_transactions
from tests.promises.test_crash import Killed, killed_once

pytestmark = pytest.mark.usefixtures("aws")
AT_ONCE = 20


def events(aws: dict[str, Any]) -> list[int]:
    """Returns how many tasks were opened, and how many outcomes were published."""
    return [len(outbox_rows(aws, kind)) for kind in ("task.opened", "practitioner.checked")]


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("part, method", [("checks", "known"), ("on", "commit"), ("practitioners", "find")])
def test_a_mismatch_has_one_task_wherever_the_look_is_killed(
    part: str, method: str, moment: str, aws: dict[str, Any]
) -> None:
    stage, look = staged(name="Bo Ravn", authorisationId=NUMBER), look_into(GivenRegister())
    killed = replace(look, **{part: killed_once(getattr(look, part), method, moment)})
    with pytest.raises(Killed):
        killed.run(stage.practitioner_id)
    look.run(stage.practitioner_id)
    assert check_of(stage.practitioner_id).task_id
    assert events(aws) == [1, 1]


@pytest.mark.parametrize("moment", ["before", "after"])
def test_the_end_of_the_clock_has_one_task_wherever_it_is_killed(moment: str, aws: dict[str, Any]) -> None:
    stage, look = staged(authorisationId=NUMBER), look_into(GivenRegister([]))
    look.run(stage.practitioner_id)
    with pytest.raises(Killed):
        replace(look, on=killed_once(look.on, "commit", moment)).escalate(stage.practitioner_id)
    look.escalate(stage.practitioner_id)
    assert events(aws) == [1, 1]


def looks_at_once(look: RegisterLook, practitioner_id: PractitionerId) -> None:
    """Lets many messages about one practitioner be handled at once."""
    with atomic_transactions(), ThreadPoolExecutor(AT_ONCE) as pool:
        looks = [pool.submit(look.run, practitioner_id, again=True) for _ in range(AT_ONCE)]
        assert {each.result() for each in looks} == {"looked"}


def test_twenty_looks_at_once_open_one_task_and_publish_once(aws: dict[str, Any]) -> None:
    stage = staged(name="Bo Ravn", authorisationId=NUMBER)
    looks_at_once(look_into(GivenRegister()), stage.practitioner_id)
    assert events(aws) == [1, 1]


class Unconditional(DynamoRegisterChecks):
    """Stores every check, whatever was stored since it was read."""

    def change(self, before: RegisterCheck | None, after: RegisterCheck) -> Put:
        """Returns the operation without its condition."""
        return replace(super().change(before, after), when=None, values={})


def test_control_without_the_condition_of_the_check_several_looks_publish(aws: dict[str, Any]) -> None:
    stage, both = staged(authorisationId=NUMBER), Barrier(2)

    class ReadTogether(Unconditional):
        """Reads for two looks before either of them stores."""

        def known(self, practitioner_id: PractitionerId) -> RegisterCheck | None:
            """Returns what both read."""
            found = super().known(practitioner_id)
            both.wait(30)
            return found

    look = replace(look_into(GivenRegister()), checks=ReadTogether())
    with ThreadPoolExecutor(2) as pool:
        for each in [pool.submit(look.run, stage.practitioner_id) for _ in range(2)]:
            assert each.result() == "looked"
    assert events(aws) == [0, 2]
