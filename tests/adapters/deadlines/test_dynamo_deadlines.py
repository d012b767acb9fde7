from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import Deadline
from helsebro.deadlines.wake import woken
from helsebro.errors import NotFound
from helsebro_aws.deadlines.dynamo_deadlines import DeadlineChanged, DynamoDeadlines, key_of
from helsebro_aws.deadlines.keys import deadlines_of_queue
from helsebro_aws.dynamodb.tables import tables
from tests.builders.domain.claims import CLAIM_ID
from tests.builders.domain.deadlines import LASTS, STARTED, moved, running
from tests.builders.kept_deadlines import pointers, stored

pytestmark = pytest.mark.usefixtures("aws")
DAY = timedelta(days=1)


def store(deadline: Deadline, known: Deadline | None = None) -> Deadline:
    deadlines = DynamoDeadlines()
    before = deadlines.find(key_of(deadline)) if known is None else None
    deadlines.change(before, deadline, CLOCKS[deadline.kind])
    return deadline


def listed(queue: str) -> list[str]:
    page = tables.query(
        tables.settings.cases_table, deadlines_of_queue("tryg", queue), limit=50, listing=True
    )
    return [item["kind"] for item in page.items]


def test_a_deadline_is_read_as_it_was_stored_with_the_number_of_its_changes() -> None:
    kept = running("first-answer", moved("pause", STARTED + DAY))
    row = CLOCKS["first-answer"]
    kept, _ = woken(kept, row, STARTED + 30 * DAY)
    for revision in (1, 2):
        store(kept)
        assert stored(kept) == replace(kept, revision=revision)


def test_it_lies_in_the_partition_of_its_claim_or_policy() -> None:
    claims = running("contact", subject_id="gar_a")
    policies = running("premium-reminder", subject_id="pol_a", case_id="pol_a")
    assert key_of(claims) == (f"tryg#{CLAIM_ID}", "CLOCK#contact#gar_a")
    assert key_of(policies)[1] == "CLOCK#premium-reminder#pol_a"
    assert "pol_a" in key_of(policies)[0]


@pytest.mark.parametrize("case_id", ["gar_a", "clm_a", "clm_\U0001f600"])
def test_a_case_whose_id_is_none_is_not_found(case_id: str) -> None:
    with pytest.raises(NotFound):
        key_of(running(case_id=case_id))


def test_a_deadline_that_was_read_before_another_change_is_refused() -> None:
    kept = store(running("assignment"))
    deadlines, row = DynamoDeadlines(), CLOCKS["assignment"]
    first = deadlines.find(key_of(kept))
    deadlines.change(first, kept, row)
    with pytest.raises(DeadlineChanged):
        deadlines.change(first, kept, row)
    with pytest.raises(DeadlineChanged):
        deadlines.change(None, kept, row)


def test_the_pointer_moves_with_the_deadline_and_there_is_never_a_second() -> None:
    kept = running("first-answer")
    moments = [
        moved("pause", STARTED + DAY),
        moved("resume", STARTED + 2 * DAY),
        moved("end", STARTED + 3 * DAY),
    ]
    numbers = [len(pointers()) for _ in [store(kept)]]
    for moment in moments:
        kept = kept.with_moment(moment)
        store(kept)
        numbers.append(len(pointers()))
    assert numbers == [1, 0, 1, 1]
    store(woken(kept, CLOCKS[kept.kind], STARTED + 4 * DAY)[0])
    assert pointers() == []


def test_staff_see_the_open_deadlines_of_a_queue_with_the_first_due_first() -> None:
    late = store(running("assignment", due_at=STARTED + 9 * DAY))
    store(running("document-reply", due_at=STARTED + 2 * DAY))
    store(running("refund", subject_id="ref_a"))
    store(running("missing-after-3-days"))
    assert (listed("claims"), listed("refunds")) == (["document-reply", "assignment"], ["refund"])
    store(woken(late.with_moment(moved("end", STARTED + DAY)), CLOCKS["assignment"], STARTED + DAY)[0])
    assert listed("claims") == ["document-reply"]


def test_a_missed_deadline_stays_listed_until_it_ends() -> None:
    row = CLOCKS["assignment"]
    missed = store(woken(running("assignment"), row, STARTED + LASTS)[0])
    assert listed("claims") == ["assignment"]
    store(missed.with_moment(moved("end", STARTED + LASTS + DAY)))
    assert listed("claims") == []


def test_the_pointers_up_to_an_instant_come_in_pages_with_the_oldest_first() -> None:
    for days in (5, 1, 4, 2, 3):
        store(running("refund", subject_id=f"ref_{days}", due_at=STARTED + (days + 2) * DAY))
    found, cursor, pages = list[str](), None, 0
    while True:
        page, cursor = DynamoDeadlines().due(STARTED + 4 * DAY, 2, cursor)
        found += [pointer["deadlineSk"] for pointer in page]
        pages += 1
        if cursor is None:
            break
    assert found == [f"CLOCK#refund#ref_{days}" for days in (1, 2, 3, 4)]
    assert pages <= 3


def test_a_dropped_pointer_is_gone() -> None:
    store(running("assignment"))
    [pointer] = pointers()
    for _ in range(2):
        DynamoDeadlines().drop(pointer)
    assert pointers() == []
