"""Messages on the stack: a question answered in words, words before a case, one answer to many (F4-09).

The clocks are those of the deployed functions; the clock of the stack moves, and no test knows the hour.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from local.journey import insurance
from local.journey.benefits import decide, task_of
from local.journey.people import StackAddresses, User
from local.journey.played_events import PlayedCase
from local.journey.steps import Journey, until
from local.stack.stack import Stack
from tests.journeys.clocks_and_letters.mailbox import Mailbox
from tests.journeys.clocks_and_letters.moved import Moved

AN_HOUR = timedelta(hours=1)
SECRET = "It hurts when I run."


class Correspondence:
    """A member with a case in review, and a caseworker of its payer."""

    def __init__(self, stack: Stack) -> None:
        addresses = StackAddresses.of(stack.addresses)
        self.case = PlayedCase(addresses, Journey(lambda _: None))
        self.mailbox = Mailbox.of(stack)

    @property
    def member(self) -> User:
        """The member."""
        return self.case.member

    @cached_property
    def caseworker(self) -> User:
        """A caseworker of the payer."""
        assert self.case.member
        return self.case.users.staff("caseworker")

    def clock(self, kind: str, claim_id: str) -> tuple[str, datetime] | None:
        """Returns the state of a clock and when it is due, as the member sees them on the case."""
        shown = self.member.get(f"/v1/claims/{claim_id}").json()["deadlines"]
        found = next((each for each in shown if each["kind"] == kind), None)
        return (found["state"], datetime.fromisoformat(found["dueAt"])) if found else None

    def state(self, kind: str, claim_id: str, state: str) -> datetime:
        """Waits until a clock stands there; returns when it is due."""

        def look() -> datetime | None:
            found = self.clock(kind, claim_id)
            return found[1] if found and found[0] == state else None

        return until(f"{kind} is {state}", look)

    def inbox(self) -> list[dict[str, Any]]:
        """Returns the inbox of the claims."""
        return list(self.caseworker.get("/v1/inbox").json()["items"])

    def mailed(self, claim_id: str, kind: str) -> str:
        """Waits for a mail about the case to the member or the staff; returns its text."""
        found = until(f"a mail {kind}", lambda: list(self.mailbox.sent(caseId=claim_id, kind=kind)))
        return str(found[0])


def test_a_question_is_answered_in_words_and_the_clock_pauses_and_goes_on(
    running_stack: Stack, moved: Moved
) -> None:
    played = Correspondence(running_stack)
    claim_id = played.case.claim_id
    due_at = played.state("first-answer", claim_id, "running")
    question = {"decision": "clarify", "question": "Which knee?"}

    def asked() -> bool:
        """The referral may arrive after the task, whose proposal is then made anew: it is read again."""
        task = task_of(played.caseworker, "claims", claimId=claim_id)
        return decide(played.caseworker, task, question).status_code == 200

    until("the question", asked)
    played.state("first-answer", claim_id, "paused")
    moved.by(AN_HOUR)
    sent = played.member.post(f"/v1/claims/{claim_id}/messages", {"text": f"The left one. {SECRET}"})
    assert (sent.status_code, sent.json()["answers"]) == (201, "claim"), sent.text
    assert played.member.get(f"/v1/claims/{claim_id}").json()["status"] == "in-review"
    assert played.state("first-answer", claim_id, "running") - due_at >= AN_HOUR - timedelta(minutes=1)
    assert played.clock("message-reply", claim_id) is None, "an answer waits for the review, not for a reply"
    assert task_of(played.caseworker, "claims", claimId=claim_id)["proposal"]


def test_a_message_in_a_case_is_answered_by_whom_it_is_handed_to(running_stack: Stack) -> None:
    played = Correspondence(running_stack)
    claim_id = played.case.claim_id
    path = f"/v1/claims/{claim_id}/messages"
    assert played.member.post(path, {"text": SECRET}).status_code == 201
    played.state("message-reply", claim_id, "running")
    assert SECRET not in played.mailed(claim_id, "message-waiting")
    [entry] = played.inbox()
    assert (entry["claimId"], entry["unread"]) == (claim_id, 1)
    note = {"assignee": "me", "note": "She called on Friday."}
    assert played.caseworker.post(f"/v1/inbox/{claim_id}/hand-over", note).status_code == 200
    mine = played.caseworker.get("/v1/inbox?assignee=me").json()["items"]
    assert [each["claimId"] for each in mine] == [claim_id]
    assert played.caseworker.post(path, {"text": "I will call you."}).status_code == 201
    played.state("message-reply", claim_id, "met")
    assert "I will call you." not in played.mailed(claim_id, "message-arrived")
    texts = [each["text"] for each in played.member.get(path).json()["items"]]
    assert texts == ["I will call you.", SECRET]


def test_a_member_writes_before_a_case_and_one_answer_goes_to_many(running_stack: Stack) -> None:
    played = Correspondence(running_stack)
    first = insurance.report(played.case.journey, played.member)
    second = insurance.report(played.case.journey, played.member)
    assert played.member.post("/v1/me/messages", {"text": "Am I covered abroad?"}).status_code == 201
    enquiry = next(each["enquiryId"] for each in played.inbox() if "enquiryId" in each)
    texts = {language: "{{ payer }} is late." for language in ("da", "nb", "en")}
    canned = f"/v1/payers/{played.case.users.payer}/canned-answers/late"
    assert played.caseworker.put(canned, {"title": "Late", "texts": texts}).status_code == 201
    body = {"subjects": [first, enquiry, second, "clm_aaaaaaaa"], "cannedAnswer": "late"}
    key = {"Idempotency-Key": f"{first}-late"}
    done, again = (played.caseworker.post("/v1/inbox/answers", body, **key) for _ in range(2))
    assert done.json() == again.json()
    assert [each["sent"] for each in done.json()["results"]] == [True, True, True, False]
    for path in ("/v1/me/messages", f"/v1/claims/{first}/messages", f"/v1/claims/{second}/messages"):
        newest = played.member.get(path).json()["items"][0]
        assert (newest["by"], newest["text"]) == ("staff", "Journey Insurance is late.")
    assert all(each["waitsSince"] is None for each in played.inbox())
