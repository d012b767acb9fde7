"""Tasks in the ``cases`` table: ``{payer}#{claimId}`` / ``TASK#{taskId}``, or ``{clinicId}`` of a clinic's.

An open task is in the listing ``{payer}#tasks#{queue}``, earliest due first, those that pause last. A decided
task is listed as waiting until its workflow has taken the decision. The token of the workflow that waits for
it (``taskToken``) and the event that started the workflow (``startedBy``) are attributes of the item, never
fields of the task, so no answer returns them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from helsebro.errors import Conflict, NotFound
from helsebro.ids import ClaimId, ClinicId, TaskId
from helsebro.tasks.task import AlreadyDecided, Task
from helsebro_aws.dynamodb.keys import as_attributes, case_partition
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Item, Operation, Put, Tables, Update, tables
from helsebro_aws.tasks.keys import TASKS, open_tasks, task_key

if TYPE_CHECKING:
    from helsebro.tasks.staff_decision import StaffDecision
    from helsebro_aws.tasks.stored_task import StoredTask


LISTING = ("listPk", "listSk")
PROPOSED = ("proposal", "round", "claimVersion", "coverVersion", "version")
"""The attributes that a new proposal changes."""


MOST_OF_A_CLINIC = 25
PAUSED = "paused#"
"""Before the due time of a task that waits for the member: it sorts after every time."""


class TaskExists(Conflict):
    """The review already has its task: the step has run before."""


class TaskChanged(Conflict):
    """The task was decided or proposed again since it was read."""


class DynamoTasks:
    """Tasks in the ``cases`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def find(self, task_id: TaskId) -> Task:
        """Returns the task. Raises ``NotFound``."""
        return from_item(Task, self._item(task_id))

    def of_payer(self, task_id: TaskId, payer: str) -> Task:
        """Returns the payer's task. Raises ``NotFound``, also for another payer's task."""
        task = self.find(task_id)
        if task.payer != payer:
            raise NotFound()
        return task

    def open_in(
        self, payer: str, queue: str, limit: int, cursor: str | None
    ) -> tuple[Sequence[Task], str | None]:
        """Returns a page of a payer's open tasks of a queue, earliest due first, and the next cursor.

        Those that wait for the member's answer come last.
        """
        page = self.tables.query(
            self.tables.settings.cases_table,
            open_tasks(payer, queue),
            limit=limit,
            page_cursor=cursor,
            listing=True,
        )
        return [from_item(Task, item) for item in page.items], page.next_cursor

    def open_of_claim(self, claim_id: ClaimId) -> Sequence[Task]:
        """Returns the open tasks of one claim, its refunds and its extensions, in one query of the case."""
        found = self.tables.query_all(
            self.tables.settings.cases_table, case_partition(claim_id), begins=TASKS
        )
        return [from_item(Task, item) for item in found if item["status"] == "open"]

    def decisions_before(self, task: Task) -> Sequence[StaffDecision]:
        """Returns the approvals and denials of a task's claim and its complaints, but not its own.

        It is one query of the case.
        """
        found = self.tables.query_all(
            self.tables.settings.cases_table, case_partition(task.claim_id), begins=TASKS
        )
        tasks = (from_item(Task, item) for item in found if item["queue"] in ("claims", "complaints"))
        others = (known for known in tasks if known.task_id != task.task_id and known.retry_of is None)
        made = (known.decision for known in others if known.has_workflow)
        return [decision for decision in made if decision and decision.decision != "clarify"]

    def changes_of_clinic(self, clinic_id: ClinicId, attributes: Mapping[str, Any]) -> list[Update]:
        """Returns the operations that set attributes of the clinic's tasks, at most 25 of them.

        A clinic that is not in the network yet has few: about its application and who may sign.
        """
        table = self.tables.settings.cases_table
        rows = self.tables.query_all(table, clinic_id, begins=TASKS, page_size=MOST_OF_A_CLINIC)
        return [
            Update(table, row["pk"], row["sk"], set=attributes, otherwise=Conflict())
            for row in islice(rows, MOST_OF_A_CLINIC)
        ]

    def open(
        self, task: Task, token: str | None, started_by: Mapping[str, Any], also: Sequence[Operation] = ()
    ) -> None:
        """Stores a new task with its workflow's token, if one waits, and first event.

        Raises ``TaskExists``.
        """
        # Imported here so that a list of tasks does not load the events.
        from helsebro.tasks import news

        self.tables.commit([self.creation(task, started_by, token), *also], events=[news.opened(task)])

    def creation(self, task: Task, started_by: Mapping[str, Any], token: str | None = None) -> Put:
        """Returns the operation that stores a new task; it fails with ``TaskExists``."""
        item = {
            **as_attributes(task_key(task.task_id)),
            "listPk": open_tasks(task.payer, task.queue),
            "listSk": _place_of(task),
            **to_item(task),
            "taskToken": token,
            "startedBy": dict(started_by),
        }
        return Put(self.tables.settings.cases_table, item, otherwise=TaskExists())

    def renew_token(self, task_id: TaskId, token: str) -> None:
        """Stores the workflow's new token. Raises ``AlreadyDecided`` when it does not need to wait."""
        update = Update(
            self.tables.settings.cases_table,
            *task_key(task_id),
            set={"taskToken": token},
            when="#status = :open",
            values={":open": "open"},
            otherwise=AlreadyDecided(),
        )
        self.tables.commit([update])

    def stored(self, task_id: TaskId) -> StoredTask:
        """Returns the task with what is stored beside it. Raises ``NotFound``."""
        from helsebro_aws.tasks.stored_task import StoredTask

        item = self._item(task_id)
        is_resumed = item["status"] == "decided" and "waitsFor" not in item
        return StoredTask(from_item(Task, item), item.get("taskToken"), item["startedBy"], is_resumed)

    def resume(self, task_id: TaskId) -> None:
        """Stores that a workflow has taken the decision: the task no longer waits.

        Run again it changes nothing. Raises ``NotFound`` when the task is not decided.
        """
        from helsebro_aws.dynamodb.waiting import WAITING

        table = self.tables.settings.cases_table
        decided = {":decided": "decided"}
        update = Update(table, *task_key(task_id), remove=WAITING, when="#status = :decided", values=decided)
        self.tables.commit([update])

    def replacement(self, before: Task, after: Task) -> Update:
        """Returns the operation that replaces ``before`` with ``after``; it fails with ``AlreadyDecided``.

        A decided task leaves the listing of open tasks. It waits for its workflow, if it has one.
        """
        return Update(
            self.tables.settings.cases_table,
            *task_key(before.task_id),
            set=_changes(after),
            remove=() if after.has_workflow else LISTING,
            when="#status = :open AND #version = :before",
            values={":open": "open", ":before": before.version},
            otherwise=AlreadyDecided(),
        )

    def new_proposal(self, before: Task, after: Task) -> Update:
        """Returns the operation that stores a new proposal; it fails with ``TaskChanged``."""
        item = to_item(after)
        return Update(
            self.tables.settings.cases_table,
            *task_key(before.task_id),
            set={name: item[name] for name in PROPOSED if name in item},
            when="#status = :open AND #version = :before",
            values={":open": "open", ":before": before.version},
            otherwise=TaskChanged(),
        )

    def new_subject(self, before: Task, after: Task) -> Update:
        """Returns the operation that lets an open task name another file; it fails with ``TaskChanged``."""
        return Update(
            self.tables.settings.cases_table,
            *task_key(before.task_id),
            set={"subject": to_item(after)["subject"], "version": after.version},
            when="#status = :open AND #version = :before",
            values={":open": "open", ":before": before.version},
            otherwise=TaskChanged(),
        )

    def new_referral(self, before: Task, after: Task) -> Update:
        """Returns the operation that adds to a referral; it fails with ``AlreadyDecided``."""
        return Update(
            self.tables.settings.cases_table,
            *task_key(before.task_id),
            set={"referral": to_item(after)["referral"], "version": after.version},
            when="#status = :open AND #version = :before",
            values={":open": "open", ":before": before.version},
            otherwise=AlreadyDecided(),
        )

    def with_more(self, before: Task) -> Update:
        """Returns the operation that gives an open task another version, because it is about more now.

        It fails with ``TaskChanged``.
        """
        return Update(
            self.tables.settings.cases_table,
            *task_key(before.task_id),
            set={"version": before.version + 1},
            when="#status = :open AND #version = :before",
            values={":open": "open", ":before": before.version},
            otherwise=TaskChanged(),
        )

    def answered(self, claim_id: ClaimId, subject_id: str, at: datetime) -> list[Update]:
        """Returns the operations after which the open tasks about a refund or an extension go on.

        Each waited for the member's answer, and is due later by that time. They fail with ``TaskChanged``.
        """
        waiting = (task for task in self.open_of_claim(claim_id) if task.subject.subject_id == subject_id)
        return [self._going_on(task, task.answered(at)) for task in waiting if task.paused_since]

    def _going_on(self, before: Task, after: Task) -> Update:
        return Update(
            self.tables.settings.cases_table,
            *task_key(before.task_id),
            set={"dueAt": instant(after.due_at), "listSk": _place_of(after)},
            remove=("pausedSince",),
            when="#status = :open AND #pausedSince = :since",
            values={":open": "open", ":since": to_item(before)["pausedSince"]},
            otherwise=TaskChanged(),
        )

    def same_proposal(self, before: Task, cover_version: str | None) -> Update:
        """Returns the operation that stores under which cover the proposal of a task holds too.

        It fails with ``TaskChanged``. The task's version stays, because staff would read the same.
        """
        return Update(
            self.tables.settings.cases_table,
            *task_key(before.task_id),
            set={"coverVersion": cover_version} if cover_version else {},
            remove=() if cover_version else ("coverVersion",),
            when="#status = :open AND #version = :before",
            values={":open": "open", ":before": before.version},
            otherwise=TaskChanged(),
        )

    def _item(self, task_id: TaskId) -> Item:
        item = self.tables.get(self.tables.settings.cases_table, *task_key(task_id))
        if item is None:
            raise NotFound()
        return item


def _place_of(task: Task) -> str:
    """Returns the place in the queue: by the due time, after all that staff can decide while it pauses."""
    return f"{PAUSED if task.paused_since else ''}{instant(task.due_at)}#{task.task_id}"


def _changes(after: Task) -> Item:
    changes: Item = {"status": after.status, "version": after.version}
    if after.reason:
        changes["reason"] = after.reason
    if after.paused_since:
        changes["pausedSince"] = instant(after.paused_since)
        if after.status == "open":
            changes["listSk"] = _place_of(after)
    if after.decision is None:
        return changes
    if not after.has_workflow:
        return {**changes, "decision": to_item(after.decision)}
    from helsebro.tasks import news
    from helsebro_aws.dynamodb.waiting import waits_for

    return {
        **changes,
        "decision": to_item(after.decision),
        **waits_for(news.decided(after, after.decision)),
    }
