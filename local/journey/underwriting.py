"""Chapter 13: underwriting changes the policy with a notice, and replays decisions under other terms."""

from __future__ import annotations

from datetime import date, timedelta

from local.journey.people import Users
from local.journey.steps import Journey


def change_the_policy(journey: Journey, users: Users, policy_id: str) -> None:
    """Underwriting adds an index, sends a late and a timely notice and a reminder, and records a payment."""
    underwriting = users.staff("underwriting")
    today = users.stack.clock.today()
    due = date(today.year + 1, 1, 1)
    indexed = underwriting.put(f"/v1/indexes/{due.year}", {"percent": 2.5})
    journey.step(f"the sums rise by 2.5 % on {due}", indexed, 201)
    notices = f"/v1/policies/{policy_id}/notices"
    late = {
        "kind": "price",
        "sentOn": str(today),
        "effectiveOn": str(today + timedelta(days=9)),
        "percent": 9,
    }
    refused = journey.step("a higher price nine days ahead", underwriting.post(notices, late), 422)
    rules = sorted({breach["rule"] for breach in refused.json()["breaches"]})
    assert rules == ["R-1410"], f"refused by {rules}"
    journey.note(
        "is refused with every fault", "; ".join(fault["code"] for fault in refused.json()["errors"])
    )
    in_time = {**late, "effectiveOn": str(due.replace(year=due.year + 1))}
    journey.step("the same a year ahead", underwriting.post(notices, in_time), 201)
    policy = f"/v1/policies/{policy_id}"
    reminder = {"sentOn": str(today)}
    journey.step("a reminder of the premium", underwriting.post(f"{policy}/reminders", reminder), 201)
    paid = {"paidOn": str(today)}
    journey.step("and its payment in time", underwriting.post(f"{policy}/payments", paid), 201)


def replay(journey: Journey, users: Users) -> None:
    """Replays all decisions: no decision changes under the same terms, some change under shorter grants."""
    underwriting = users.staff("underwriting")
    same = journey.step("all decisions again, same terms", underwriting.post("/v1/coverage/replay", {}), 200)
    answered = same.json()
    assert answered["decisions"], "no decision is stored"
    assert answered["changed"] == [], f"a decision is not repeated: {answered['changed']}"
    other = {"parameters": {"firstGrantPhysical": 1}}
    answer = journey.step(
        "and with first grants of one session", underwriting.post("/v1/coverage/replay", other), 200
    )
    changed = answer.json()["changed"]
    assert changed, "a shorter first grant changes no decision"
    journey.note(
        f"{len(changed)} of {answered['decisions']} change",
        ", ".join(sorted({rule for decision in changed for rule in decision["rules"]})),
    )
