from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from helsebro import ids
from helsebro.coverage.question import question_json
from helsebro.coverage.question.former import Former
from helsebro.coverage.question.question import Earlier
from helsebro.decisions import proposal
from helsebro.decisions.proposal import Basis
from helsebro.decisions.record import DecisionRecord, of_task
from helsebro.errors import Conflict
from helsebro.ids import ClaimId, PersonId
from helsebro.money import Money
from helsebro.tasks.subject import ClaimReview
from helsebro.tasks.task import opened
from helsebro_aws.decisions.dynamo_decisions import DynamoDecisions
from helsebro_aws.dynamodb.tables import tables
from tests.builders.decisions import records_of
from tests.builders.domain.covers import cover
from tests.domain.decisions.test_proposal import asked
from tests.domain.decisions.test_ruling import AT, TODAY

pytestmark = pytest.mark.usefixtures("aws")

COVER = cover(
    parameters={"preExistingWaitMonths": 12},
    sum_index=((date(2026, 1, 1), Decimal("2.5")),),
    former=Former("SF1706", date(2015, 1, 1), date(2019, 12, 31)),
    suspended=((date(2024, 1, 1), None),),
    other_sum=Money.of(100),
)
HISTORY = (
    Earlier(
        "chiropractic", date(2026, 3, 1), None, 2, Money.of("812.50"), True, date(2026, 2, 1), 1.5, "SF1706"
    ),
)


def record(number: int = 0, **changes: Any) -> DecisionRecord:
    claim_id = ids.mint("clm", "tryg", number.to_bytes(10, "big"))
    proposed = proposal.of_claim(Basis(asked(bmi=30.5), [COVER], TODAY, lambda _: HISTORY))
    task = opened("claims", ClaimReview(ClaimId(claim_id)), AT + timedelta(seconds=number), timedelta(days=1))
    [made] = of_task(task, PersonId("per_x"), proposed.askings)
    return replace(made, **changes)


def keep(*records: DecisionRecord) -> None:
    tables.commit(DynamoDecisions().creations(records))


def test_a_record_comes_back_as_it_was_to_the_last_fact() -> None:
    kept = record()
    keep(kept)
    [found] = records_of(kept.claim_id)
    assert found == kept
    assert found.replayed() is None


def test_a_record_is_never_written_over() -> None:
    keep(record())
    with pytest.raises(Conflict):
        keep(record())


def test_what_no_body_could_say_any_more_is_still_read() -> None:
    """A treatment billed for a day before its illness arose is a denial like any other."""
    early = record().question
    dated = replace(early, treatment=replace(early.treatment, starts_on=date(1999, 1, 1)))
    keep(record(question=dated))
    [found] = records_of(record().claim_id)
    assert found.question == dated
    with pytest.raises(Exception, match="bad-input"):
        question_json.read(question_json.write(dated))


@pytest.mark.parametrize("limit, sizes", [(2, [2, 2, 1]), (5, [5]), (1000, [5])])
def test_all_of_a_payers_decisions_come_in_pages_oldest_first(limit: int, sizes: list[int]) -> None:
    kept = [record(number) for number in range(1, 6)]
    keep(*reversed(kept), replace(record(9), payer="gjensidige"))
    pages: list[Sequence[DecisionRecord]] = []
    cursor = None
    while len(pages) < 5:
        page, cursor = DynamoDecisions().page("tryg", limit, cursor)
        pages.append(page)
        if cursor is None:
            break
    assert [len(page) for page in pages if page] == sizes
    assert [one.record_id for page in pages for one in page] == [one.record_id for one in kept]
