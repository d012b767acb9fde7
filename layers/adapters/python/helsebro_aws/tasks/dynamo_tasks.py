"""Tasks in the ``cases`` table: ``{payer}#{claimId}`` / ``TASK#{taskId}``.

An open task is in the listing ``{payer}#tasks#{queue}``, earliest due first. The token of the workflow that
waits for it is an attribute of the item (``taskToken``), never a field of the task, so no answer returns it.
"""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.errors import Conflict, NotFound
from helsebro.ids import TaskId
from helsebro.tasks.task import AlreadyDecided, Task
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Item, Operation, Put, Tables, Update, tables
from helsebro_aws.tasks.keys import open_tasks, task_key


class TaskExists(Conflict):
    """The review already has its task: the step has run before."""


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
        """Returns a page of a payer's open tasks of a queue, earliest due first, and the next cursor."""
        page = self.tables.query(
            self.tables.settings.cases_table,
            open_tasks(payer, queue),
            limit=limit,
            page_cursor=cursor,
            listing=True,
        )
        return [from_item(Task, item) for item in page.items], page.next_cursor

    def open(self, task: Task, token: str, also: Sequence[Operation] = ()) -> None:
        """Stores a new task with its workflow's token. Raises ``TaskExists``."""
        # Imported here so that a list of tasks does not load the events.
        from helsebro.tasks import news

        listing = {
            "listPk": open_tasks(task.payer, task.queue),
            "listSk": f"{instant(task.due_at)}#{task.task_id}",
        }
        key = as_attributes(task_key(task.task_id))
        item = {**key, **listing, **to_item(task), "taskToken": token}
        put = Put(self.tables.settings.cases_table, item, otherwise=TaskExists())
        self.tables.commit([put, *also], events=[news.opened(task)])

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

    def token_of(self, task_id: TaskId) -> str:
        """Returns the token of the workflow that waits for the task. Raises ``NotFound``."""
        return str(self._item(task_id)["taskToken"])

    def replacement(self, before: Task, after: Task) -> Update:
        """Returns the operation that replaces ``before`` with ``after``; it fails with ``AlreadyDecided``.

        A decided task leaves the listing.
        """
        changes = {"status": after.status, "version": after.version}
        if after.decision:
            changes["decision"] = to_item(after.decision)
        return Update(
            self.tables.settings.cases_table,
            *task_key(before.task_id),
            set=changes,
            remove=("listPk", "listSk") if after.status == "decided" else (),
            when="#status = :open AND #version = :before",
            values={":open": "open", ":before": before.version},
            otherwise=AlreadyDecided(),
        )

    def _item(self, task_id: TaskId) -> Item:
        item = self.tables.get(self.tables.settings.cases_table, *task_key(task_id))
        if item is None:
            raise NotFound()
        return item
