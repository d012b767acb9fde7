"""Chapter 13: underwriting changes the policy by the terms' own notice, and asks who other terms change."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from local.journey.people import Cast
from local.journey.steps import Story


def change_the_policy(story: Story, cast: Cast, policy_id: str) -> None:
    """A year of the index table, a notice too late and one in time, a reminder and its payment."""
    underwriting = cast.staff("underwriting")
    today = datetime.now(UTC).date()
    due = date(today.year + 1, 1, 1)
    indexed = underwriting.put(f"/v1/indexes/{due.year}", {"percent": 2.5})
    story.step(f"the sums rise by 2.5 % on {due}", indexed, 201)
    notices = f"/v1/policies/{policy_id}/notices"
    late = {
        "kind": "price",
        "sentOn": str(today),
        "effectiveOn": str(today + timedelta(days=9)),
        "percent": 9,
    }
    refused = story.step("a dearer price nine days ahead", underwriting.post(notices, late), 422)
    rules = sorted({breach["rule"] for breach in refused.json()["breaches"]})
    assert rules == ["R-1410"], f"refused by {rules}"
    story.note("is refused with every fault", "; ".join(fault["code"] for fault in refused.json()["errors"]))
    in_time = {**late, "effectiveOn": str(due.replace(year=due.year + 1))}
    story.step("the same a year ahead", underwriting.post(notices, in_time), 201)
    policy = f"/v1/policies/{policy_id}"
    reminder = {"sentOn": str(today)}
    story.step("a reminder of the premium", underwriting.post(f"{policy}/reminders", reminder), 201)
    paid = {"paidOn": str(today)}
    story.step("and its payment in time", underwriting.post(f"{policy}/payments", paid), 201)


def replay(story: Story, cast: Cast) -> None:
    """All decisions made again: under the same terms nobody changes, under shorter grants somebody does."""
    underwriting = cast.staff("underwriting")
    same = story.step("all decisions again, same terms", underwriting.post("/v1/coverage/replay", {}), 200)
    told = same.json()
    assert told["decisions"], "no decision was kept"
    assert told["changed"] == [], f"a decision is not repeated: {told['changed']}"
    other = {"parameters": {"firstGrantPhysical": 1}}
    answer = story.step(
        "and with first grants of one session", underwriting.post("/v1/coverage/replay", other), 200
    )
    changed = answer.json()["changed"]
    assert changed, "a shorter first grant changes nobody"
    story.note(
        f"{len(changed)} of {told['decisions']} change",
        ", ".join(sorted({rule for one in changed for rule in one["rules"]})),
    )
