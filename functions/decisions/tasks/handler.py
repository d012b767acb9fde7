"""Tasks: lists the open tasks of the staff and decides them.

Trigger: HTTP API.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from helsebro.caller import CASEWORKER, FINANCE, NETWORK, QUALITY, UNDERWRITING
from helsebro.errors import BadInput, Fault, VersionStale
from helsebro.ids import TaskId
from helsebro.tasks.task import AlreadyDecided, Task
from helsebro_aws.decisions.listed.task_titles import title_of
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.http.answer import HttpAnswer, versioned
from helsebro_aws.http.call import Call
from helsebro_aws.http.callers import must_be_fresh
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.reviews import WORKED_BY, deciding, names_every_fault, rights_to

if TYPE_CHECKING:
    from functions.decisions.tasks.answers import DecidedTaskAnswer, TaskAnswer

    from helsebro.tasks.doubts.finance_doubt import PaymentDoubt
    from helsebro.tasks.staff_decision import StaffDecision, Verdict
    from helsebro_aws.decisions.listed.task_cases import TaskCases
    from helsebro_aws.onboarding.application_answer import OddityAnswer
    from helsebro_aws.tasks import task_body
    from helsebro_aws.tasks.proposal_answer import ProposalAnswer

app = APIGatewayHttpResolver()
route = Routes(app)
tasks = DynamoTasks()
NAMES_A_CLAUSE = frozenset({"claims", "extensions", "complaints", "second-looks"})
"""The queues whose denials rest on a clause of the terms."""
CLAUSE_ELSEWHERE = Fault("/clause", "clause-is-for-cases", "")
FOR_MEMBERS = frozenset({"claims", "extensions"})
"""The queues whose denials a member reads, in words of the payer's own."""
CANNED_ELSEWHERE = Fault("/cannedAnswer", "canned-is-for-members", "")
OF_ANOTHER_PERSON = frozenset({"claims", "complaints", "second-looks"})
"""The queues where a decision is looked at again: another person does so."""
STAFF_WITH_TASKS = {CASEWORKER, FINANCE, QUALITY, NETWORK, UNDERWRITING}


@route.get(
    "/v1/tasks",
    allows=STAFF_WITH_TASKS,
    queries=("queue", "limit", "cursor"),
    returns="Page[answers.TaskAnswer]",
)
def list_tasks(call: Call) -> HttpAnswer:
    """Lists the open tasks of a queue, earliest due first.

    Those that wait for the member's answer (`pausedSince`) come last; once it is given, each has its place by
    the new due time. Each has the engine's proposal, with its texts in the caller's language, and the name of
    the person whom it is about. A task of the queue `onboarding` has what the clinic's application says, and
    who tried to sign, one of the queue `extensions` the course so far, and one of the queue `invoices` what
    the invoice asks for and what each decision does. One of the queue `complaints` has the complaint, the
    denial that it is about, and where the whole case is read.
    """
    from helsebro_aws.decisions.listed.task_cases import cases_of

    queue = call.query("queue") or ""
    if queue not in WORKED_BY:
        raise BadInput([Fault("/queue", "unknown-queue", ", ".join(WORKED_BY))], malformed=True)
    call.caller.must_have(WORKED_BY[queue])
    found, following = tasks.open_in(call.caller.payer, queue, call.limit(), call.cursor())
    cases = cases_of(found)
    beside = _beside(found, queue)
    items = [{**_shown(task, call.language, cases), **beside.get(task.task_id, {})} for task in found]
    if queue == "invoices":
        # Loaded for tasks of finance only.
        from helsebro_aws.invoices.review.doubts_view import show_doubts

        show_doubts(found, items, call.language, clock.now())
    if queue == "complaints":
        # Loaded for complaints only.
        from helsebro_aws.complaints.deciding.complaint_tasks import show_complaints

        show_complaints(found, items, call.language)
    return HttpAnswer(200, {"items": items, "nextCursor": following})


@route.post(
    "/v1/tasks/<task_id>/decision",
    allows=STAFF_WITH_TASKS,
    creates=False,
    answers=200,
    if_match=True,
    fresh_for_money=True,
    body="tasks.task_body.TaskDecisionSent",
    body_shape="tasks.task_body.TaskDecisionShape",
    returns="answers.DecidedTaskAnswer",
    refuses={
        403: "complaint-decided-before login-without-email own-decision",
        409: "already-decided child-of-age claim-not-in-review complaint-decision-replaced consent-missing "
        "guardians-complete "
        "payee-not-in-force proposal-outdated session-already-paid",
        422: "account-not-registered benefit-exceeded grant-clinic-unknown grant-clinic-without-treatment "
        "grant-practitioner-unknown nothing-to-extend",
    },
)
def decide_task(call: Call, body: task_body.TaskDecisionSent, task_id: TaskId) -> HttpAnswer:
    """Decides a task: approves, denies or asks the member.

    Only the first decision counts. An approval needs a consent in force. To
    approve a task with ``retryOf`` is to carry out that task's decision again; nothing else is accepted.
    The approval of a refund or an invoice, and a decision that names an amount (``approved``,
    ``grant.perSession``), need a login of at most 5 minutes; other decisions do not. To approve a complaint
    is to overturn the denial: it needs a grant as a claim does. To deny it is to let the denial stand, with
    `clause` and `reason`. Who decided on the claim, or answered an earlier step, cannot answer it
    (`complaint-decided-before`).
    """
    task = tasks.of_payer(task_id, call.caller.payer)
    rights = rights_to(task)
    call.caller.must_have(rights)
    by = min(right.value for right in rights & call.caller.rights)
    who = call.caller
    decision = replace(body.decided(by, clock.now()), person=who.subject, group=who.group or None)
    if task.queue in OF_ANOTHER_PERSON:
        # Loaded only where the next decision must be another person's.
        from helsebro_aws.identity.pseudonym import staff_address

        decision = replace(decision, mailbox=staff_address(who.email))
    if decision.clause and task.queue not in NAMES_A_CLAUSE:
        decision = decision.with_faults(CLAUSE_ELSEWHERE)
    if decision.canned_answer:
        decision = _with_canned_reason(task, decision)
    if task.pays(decision):
        must_be_fresh(call.event)
    version = call.expected_version()
    task.must_be_open()
    if task.version != version:
        raise VersionStale()
    if decision.faults and not names_every_fault(task):
        raise BadInput(decision.faults)
    try:
        verdict = decision.decision
        after = deciding(task)(task, decision, lambda decided: call.receipt(_answer(decided, verdict)))
    except AlreadyDecided:
        # It may be open still, with a new proposal or question since it was read.
        tasks.find(task_id).must_be_open()
        raise VersionStale() from None
    return _answer(after, decision.decision)


def _with_canned_reason(task: Task, decision: StaffDecision) -> StaffDecision:
    if task.queue not in FOR_MEMBERS:
        return decision.with_faults(CANNED_ELSEWHERE)
    # Loaded for such a reason only.
    from helsebro_aws.messages.canned.canned_reasons import CannedReasons

    return CannedReasons().of(task, decision)


def _shown(task: Task, language: str, cases: TaskCases) -> TaskAnswer:
    as_of_now = replace(task, proposal=None, due_at=task.due_as_of(clock.now()))
    shown = {**to_item(as_of_now), "proposal": _proposal(task, language)}
    shown["title"] = title_of(task, language)
    shown["subject"] |= cases.names[task.task_id]
    if task.deadline:
        shown["deadline"]["title"] = _clock(task.deadline.kind, language)
    if task.task_id in cases.without_consent:
        shown["consentMissing"] = True
    for hidden in ("payer", "claimVersion", "coverVersion"):
        shown.pop(hidden, None)
    for hidden in ("person", "mailbox", "group") if task.second_look else ():
        shown["secondLook"].pop(hidden, None)
    if task.oddities:
        shown["oddities"] = _oddities(task.oddities, language)
    for suggestion in shown.get("declined", {}).get("suggestions", ()):
        suggestion["why"] = {"codes": suggestion.pop("codes"), "text": suggestion["why"][language]}
    if task.payment:
        shown["payment"]["text"] = _said(task.payment, language)
    for place in shown.get("invoice", {}).get("first", ()):
        place["message"] = place.pop("text")[language]
    return cast("TaskAnswer", shown)


def _clock(kind: str, language: str) -> str:
    # Loaded for missed deadlines only.
    from helsebro_aws.deadlines.shown import clock_titles

    return clock_titles.title_of(kind, language)


def _beside(found: Sequence[Task], queue: str) -> Mapping[TaskId, Mapping[str, Any]]:
    # Each is loaded for the tasks of its own queue only.
    if queue == "onboarding":
        from helsebro_aws.onboarding.application_view import shown_with

        return shown_with(found)
    if queue == "extensions":
        from helsebro_aws.bookings.course.course_view import courses_of

        return courses_of(found)
    return {}


def _said(of: PaymentDoubt, language: str) -> str:
    # Loaded for tasks about what a bank said only.
    from helsebro_aws.payments.reports.report_view import in_words

    return in_words(of.why, of.reason, language)


def _oddities(codes: Sequence[str], language: str) -> list[OddityAnswer]:
    # Loaded for tasks of clinics only.
    from helsebro.onboarding.oddity import ODDITIES

    return [{"code": code, "text": text[language]} for code, text in ODDITIES.items() if code in codes]


def _proposal(task: Task, language: str) -> ProposalAnswer | None:
    if task.proposal is None:
        return None
    # Loaded for a list only: a decision shows no sentences.
    from helsebro_aws.tasks.proposal_view import proposal_shown

    return proposal_shown(task.proposal, language)


def _answer(task: Task, decision: Verdict) -> HttpAnswer:
    decided: DecidedTaskAnswer = {
        "taskId": task.task_id,
        "queue": task.queue,
        "status": task.status,
        "decision": decision,
        "version": task.version,
    }
    return versioned(200, decided, task.version)


handler = route.handler
