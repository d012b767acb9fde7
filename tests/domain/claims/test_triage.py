from __future__ import annotations

from dataclasses import replace

from helsebro.claims.triage import Triage, ended
from helsebro.ids import TaskId
from tests.builders.domain.claims import REPORTED, claim

FIRST, SECOND = (Triage(TaskId(name), REPORTED, REPORTED) for name in ("tsk_1", "tsk_2"))


def test_a_triage_begins_the_next_round_and_leaves_the_approval_as_it_is() -> None:
    before = replace(claim(), status="approved")
    after = SECOND.begun_on(FIRST.begun_on(before))
    assert (after.status, after.decision) == (before.status, before.decision)
    assert (after.round, after.version) == (before.round + 2, before.version + 2)
    assert after.triages == (FIRST, SECOND)


def test_each_triage_ends_by_itself() -> None:
    left = ended(SECOND.begun_on(FIRST.begun_on(claim())), FIRST.task_id)
    assert left.triages == (SECOND,)
    assert ended(left, FIRST.task_id) is left
    assert ended(left, SECOND.task_id).triages is None
