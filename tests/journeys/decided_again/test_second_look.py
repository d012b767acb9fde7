"""A drawn denial is found wrong by quality and put right: decided again, and the guarantee issued."""

from __future__ import annotations

from local.journey.benefits import decide, task_of
from local.journey.people import User
from tests.journeys.bills_and_borders.insurer import Insurer
from tests.journeys.decided_again.denied import CLAUSE, TREATMENT, WHY, denied
from tests.journeys.readings import case_must_be_readable


def test_a_sampled_denial_that_is_wrong_is_put_right(insurer: Insurer) -> None:
    quality = insurer.staff("quality")
    _draw(insurer, quality, 100)
    case = denied(insurer, TREATMENT)
    # What follows here is not drawn, so that the queue holds this one.
    _draw(insurer, quality, 0)
    look = task_of(quality, "second-looks", claimId=case.claim_id)
    assert (look["secondLook"]["outcome"], look["secondLook"]["clause"]) == ("denied", CLAUSE)
    found = {"decision": "deny", "clause": CLAUSE, "reason": "The knee was examined in May."}
    insurer.journey.step("quality finds the denial wrong", decide(quality, look, found), 200)
    assert case.task()["reason"] == "reconsidered"
    case_must_be_readable(case)

    case.approve()
    shown = case.read()
    [denial] = shown["earlierDecisions"]
    assert (denial["reason"], shown["decision"]["reconsideredFor"]) == (WHY, "review")
    assert case.guarantee()["status"] == "active"
    figures = quality.get("/v1/insights/decisions").json()
    assert [row["count"] for row in figures["overturned"] if row["reason"] == "complaint"] == [0]
    assert figures["total"]["overturned"] is None


def _draw(insurer: Insurer, quality: User, percent: int) -> None:
    """Quality sets how many of 100 decisions are drawn."""
    path = f"/v1/payers/{insurer.users.payer}/second-looks"
    tag = {"If-Match": quality.get(path).headers["ETag"]}
    set_now = quality.put(path, {"percent": percent}, **tag)
    insurer.journey.step("quality sets how many decisions are drawn", set_now, 200)
