from __future__ import annotations

from typing import Any

import pytest

from helsebro.ids import ClaimId, TaskId
from helsebro.tasks.follow_up import follow_up
from helsebro.tasks.subject import ClaimReview
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.platform import clock
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.follow_ups import FollowUps
from helsebro_aws.tasks.reviews import REVIEWS
from tests.builders.calls import member, staff
from tests.builders.claims import claim_of, outbox_rows, pointers
from tests.builders.decisions import claim_in_review, insured_anna, task_of, tasks_in
from tests.builders.messages.threads import (
    BEFORE_A_CASE,
    caseworker,
    in_inbox,
    inbox,
    listed,
    of_case,
    set_canned,
    texts,
    waiting,
    written,
)
from tests.builders.policies import BO, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    return insured_anna()


def claim() -> ClaimId:
    return claim_of(treatment={"type": "chiropractic"})


def left_of(claim_id: ClaimId) -> TaskId:
    """The id of an open follow-up of a case, which staff only have to do."""
    within = REVIEWS["claims"].within
    task = follow_up("claims", ClaimReview(claim_id), "deadline-missed", claim_id, clock.now(), within)
    put, event = FollowUps().opening(task)
    tables.commit([put], events=[event])
    return task.task_id


def answer(subjects: list[str], key: str = "", by: Any = None, **body: Any) -> Any:
    given = {"text": "Vi har fundet fejlen.", **body}
    sent = {name: value for name, value in given.items() if value is not None}
    return in_inbox("answers", {"subjects": subjects, **sent}, by, key)


def test_what_waits_longest_comes_first_and_what_is_answered_last(anna: str) -> None:
    assert anna
    first, second, third = claim(), claim(), claim()
    for claim_id in (second, first, third):
        written(of_case(claim_id))
    written(of_case(second), "Svar", caseworker())
    assert waiting() == [first, third, second]
    assert [entry["unread"] for entry in inbox().body["items"]] == [1, 1, 0]


def test_an_enquiry_before_a_case_stands_in_the_inbox_beside_cases() -> None:
    claim_id = claim()
    written(BEFORE_A_CASE, "Må jeg gå til fysioterapi?")
    written(of_case(claim_id))
    entries = inbox().body["items"]
    assert [sorted({"claimId", "enquiryId"} & set(entry)) for entry in entries] == [
        ["enquiryId"],
        ["claimId"],
    ]


def test_the_staff_read_who_writes_by_name(anna: str) -> None:
    claim_id = claim()
    written(BEFORE_A_CASE)
    written(of_case(claim_id))
    assert [(each["personId"], each["personName"]) for each in inbox().body["items"]] == [
        (anna, "Anna Holm")
    ] * 2


def test_the_name_of_an_old_case_is_sought_in_the_payers_policies(anna: str) -> None:
    claim_id = claim()
    written(of_case(claim_id))
    tables.commit([Update("cases", f"tryg#{claim_id}", "THREAD", remove=("policyId",))])
    assert [each["personName"] for each in inbox().body["items"]] == ["Anna Holm"]
    assert anna


def test_a_caseworker_takes_a_case_and_finds_it_among_the_own() -> None:
    mine, other = claim(), claim()
    for claim_id in (mine, other):
        written(of_case(claim_id))
    assert in_inbox(f"{mine}/assignee", {"assignee": "me"}).body["assignee"] == "s-1"
    assert waiting("?assignee=me") == waiting("?assignee=s-1") == [mine]
    assert waiting("?assignee=none") == [other]
    assert waiting("?assignee=me", caseworker("s-2")) == []
    in_inbox(f"{mine}/assignee", {"assignee": None})
    assert waiting("?assignee=me") == []
    assert set(waiting("?assignee=none")) == {mine, other}


def worked(by: Any) -> None:
    """Lets a staff member take a case of their own once, so that the colleagues know them."""
    claim_id = claim()
    if "caseworker" not in by["roles"]:
        assert in_inbox(f"{claim_id}/hand-over", {"queue": "refunds", "note": "Til jer"}).status == 200
    assert in_inbox(f"{claim_id}/assignee", {"assignee": "me"}, by).status == 200
    assert in_inbox(f"{claim_id}/assignee", {"assignee": None}, by).status == 200


def test_a_case_without_messages_can_be_taken_too() -> None:
    claim_id = claim()
    worked(caseworker("s-9"))
    assert in_inbox(f"{claim_id}/assignee", {"assignee": "s-9"}).status == 200
    assert waiting("?assignee=s-9") == [claim_id]


def test_who_has_read_the_inbox_can_be_given_a_case_of_its_queue() -> None:
    claim_id = claim()
    inbox(by=caseworker("s-new"))
    inbox("?queue=refunds", staff("finance", sub="s-fin"))
    assert in_inbox(f"{claim_id}/assignee", {"assignee": "s-new"}).status == 200
    refused = in_inbox(f"{claim_id}/assignee", {"assignee": "s-fin"})
    assert pointers(refused) == {("/assignee", "colleague-unknown")}


def test_only_a_colleague_who_has_worked_in_the_queue_can_be_given_a_case() -> None:
    payer_of("gjensidige")
    claim_id = claim()
    worked(staff("finance", sub="s-fin"))
    worked(caseworker("s-9"))
    strangers = ("nobody-at-all", "staff@example.org", "s-fin", "s-other")
    for stranger in strangers:
        refused = in_inbox(f"{claim_id}/assignee", {"assignee": stranger})
        assert pointers(refused) == {("/assignee", "colleague-unknown")}, stranger
        assert refused.body["errors"][0]["detail"].endswith("me, s-9.")
    assert claim_id not in waiting("?assignee=me")
    over = {"assignee": "s-9", "queue": "complaints", "note": "Klage"}
    assert in_inbox(f"{claim_id}/hand-over", over).status == 200
    to_finance = {"assignee": "s-fin", "queue": "refunds", "note": "Penge"}
    assert in_inbox(f"{claim_id}/hand-over", to_finance).status == 200
    assert waiting("?queue=refunds&assignee=s-fin", staff("finance")) == [claim_id]


def test_a_hand_over_moves_the_case_with_a_note_that_no_member_sees() -> None:
    claim_id = claim()
    worked(staff("finance", sub="s-7"))
    written(of_case(claim_id), "Hvor er mine penge?")
    body = {"assignee": "s-7", "queue": "refunds", "note": "Hun venter på 450 kr."}
    first, again = (in_inbox(f"{claim_id}/hand-over", body, key="h-1") for _ in range(2))
    assert (first.status, first.body) == (again.status, again.body)
    assert claim_id not in waiting()
    assert waiting("?queue=refunds&assignee=s-7", staff("finance")) == [claim_id]
    assert texts(of_case(claim_id)) == ["Hvor er mine penge?"]
    seen = listed(of_case(claim_id), staff("finance")).body["items"]
    assert [(item["text"], item.get("note")) for item in seen] == [
        ("Hun venter på 450 kr.", True),
        ("Hvor er mine penge?", None),
    ]
    assert inbox("?queue=refunds").body["items"][0]["waitsSince"], "a note answers nothing"
    assert seen[1]["readBy"] == ["member"], "who hands over has not read it for them"
    assert inbox("?queue=refunds").body["items"][0]["unread"] == 2


def test_what_needs_no_answer_is_settled_and_its_clock_ends(aws: Any) -> None:
    claim_id = claim()
    written(of_case(claim_id), "Tak for hjælpen!")
    assert [in_inbox(f"{claim_id}/settle", {}).status for _ in range(2)] == [200, 200]
    assert inbox().body["items"][0]["waitsSince"] is None
    assert len(outbox_rows(aws, "message.answered")) == 1
    assert outbox_rows(aws, "message.sent") == []
    closed, thanks = listed(of_case(claim_id)).body["items"]
    assert (closed["by"], thanks["text"]) == ("staff", "Tak for hjælpen!")
    assert closed["text"].startswith("Vi har læst din besked og lukket den")


@pytest.mark.parametrize("query", ["?queue=onboarding", "?queue=", "?assignee="])
def test_an_unknown_filter_is_a_fault(query: str) -> None:
    assert inbox(query).status == 400


def test_staff_see_only_the_queues_of_their_role_and_payer() -> None:
    payer_of("gjensidige")
    claim_id = claim()
    written(of_case(claim_id))
    assert inbox("", staff("finance")).status == 403
    assert waiting("", caseworker(payer="gjensidige")) == []
    body = {"assignee": "me"}
    assert in_inbox(f"{claim_id}/assignee", body, caseworker(payer="gjensidige")).status == 404
    assert in_inbox(f"{claim_id}/assignee", body, staff("finance")).status == 403
    assert in_inbox("enq_x/assignee", body).status == in_inbox("x/assignee", body).status == 404


def test_one_answer_goes_to_many_cases_and_the_result_of_each_is_named() -> None:
    first, second = claim(), claim()
    written(of_case(first))
    done = answer([first, second, "clm_aaaaaaaa"])
    assert done.status == 200
    assert [(row["subject"], row["sent"], row.get("code")) for row in done.body["results"]] == [
        (first, True, None),
        (second, True, None),
        ("clm_aaaaaaaa", False, "not-found"),
    ]
    assert texts(of_case(second)) == ["Vi har fundet fejlen."]
    assert inbox().body["items"][0]["waitsSince"] is None


def test_a_task_that_only_asks_to_be_done_is_closed_with_its_answer_and_a_review_is_not() -> None:
    follows, reviewed = claim(), claim_in_review()
    task_id, review = left_of(follows), task_of(reviewed)
    results = answer([task_id, review]).body["results"]
    assert [(row["sent"], row["taskClosed"]) for row in results] == [(True, True), (True, False)]
    assert [task["taskId"] for task in tasks_in().body["items"]] == [review]
    assert texts(of_case(follows)) == texts(of_case(reviewed)) == ["Vi har fundet fejlen."]


def test_a_task_that_is_closed_already_gets_no_answer() -> None:
    claim_id = claim()
    task_id = left_of(claim_id)
    answer([task_id])
    assert answer([task_id]).body["results"][0]["code"] == "already-decided"
    assert len(texts(of_case(claim_id))) == 1
    assert DynamoTasks().find(task_id).status == "decided"


def test_a_repeated_call_answers_no_one_twice_also_when_it_was_cut_off() -> None:
    first, second = claim(), claim()
    done, again = answer([first, second], key="b-1"), answer([first, second], key="b-1")
    assert done.body == again.body
    assert again.headers["idempotency-replayed"] == "true"
    # Cut off after its subjects: the receipt of the whole call is missing.
    whole = [row for row in _receipts() if '"results"' in row["body"]["S"]]
    _client().delete_item(TableName="idempotency", Key={name: whole[0][name] for name in ("pk", "sk")})
    assert answer([first, second], key="b-1").body == done.body
    assert len(texts(of_case(first))) == len(texts(of_case(second))) == 1
    assert answer([first], key="b-1", text="Andet").status == 422


def test_a_canned_answer_goes_to_each_in_the_own_language_and_not_where_it_needs_a_case(anna: str) -> None:
    assert anna
    claim_id = claim()
    written(BEFORE_A_CASE)
    enquiry = next(entry["threadId"] for entry in inbox().body["items"] if "enquiryId" in entry)
    set_canned("late", texts=dict.fromkeys(("da", "nb", "en"), "Anmeldt {{ reportedOn }}."))
    results = answer([claim_id, enquiry], text=None, cannedAnswer="late").body["results"]
    assert [(row["sent"], row.get("code")) for row in results] == [
        (True, None),
        (False, "canned-answer-needs-case"),
    ]


@pytest.mark.parametrize(
    "subjects, faults",
    [
        ([], {("/subjects", "too-few")}),
        (["x"], {("/subjects/0", "id-malformed")}),
        (["clm_aaaaaaaa", "clm_aaaaaaaa"], {("/subjects/1", "subject-twice")}),
    ],
)
def test_the_subjects_are_ids_of_cases_each_once(subjects: list[str], faults: set[Any]) -> None:
    assert pointers(answer(subjects)) == faults


def test_more_than_fifty_subjects_are_refused_and_nothing_is_sent(aws: Any) -> None:
    claim_id = claim()
    assert (
        answer([claim_id, *(f"clm_{'a' * 7}{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(50))]).status
        == 422
    )
    assert outbox_rows(aws, "message.sent") == []


def test_another_payers_staff_reach_no_one(aws: Any) -> None:
    payer_of("gjensidige")
    claim_id = claim()
    task_id = left_of(claim_id)
    results = answer([claim_id, task_id], by=caseworker(payer="gjensidige")).body["results"]
    assert [row["code"] for row in results] == ["not-found", "not-found"]
    assert outbox_rows(aws, "message.sent") == []


def test_a_member_has_no_inbox(anna: str) -> None:
    insured_of(policy_of("tryg", number="P-2"), cpr=BO)
    assert anna
    assert inbox("", member(BO)).status == 403


def _client() -> Any:
    import os

    import boto3

    return boto3.client("dynamodb", endpoint_url=os.environ["AWS_ENDPOINT_URL"], region_name="eu-north-1")


def _receipts() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = _client().scan(TableName="idempotency")["Items"]
    return [row for row in rows if "body" in row]
