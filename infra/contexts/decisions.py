"""Decisions: the engine's proposals, the tasks of the staff, and what resumes a workflow once they decide."""

from __future__ import annotations

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import consumers

AREA = Area.CASES


def add_functions(parts: Parts) -> None:
    """A workflow of any context runs ``ask_staff`` and waits for ``resume_workflow``; when it fails, it runs
    ``report_failure``.
    """
    tasks = parts.function("tasks")
    grants.items(parts, tasks, parts.tables.cases, "get", "list", "put", "update", "delete")
    grants.items(parts, tasks, parts.tables.people, "get-many", "query")
    grants.payers(parts, tasks, "get")
    # A decision may name a clinic or a practitioner, which must exist: checked, not read.
    grants.items(parts, tasks, parts.tables.network, "check")
    grants.ledgers(parts, tasks, "put", "update")
    grants.store_events(parts, tasks)
    grants.keep_answers(parts, tasks)

    ask = parts.function("ask_staff")
    grants.items(parts, ask, parts.tables.cases, "get", "put", "update")
    grants.items(parts, ask, parts.tables.people, "get-many", "query")
    grants.store_events(parts, ask)
    grants.answer_workflows(parts, ask)

    resume = parts.function("resume_workflow")
    grants.items(parts, resume, parts.tables.cases, "get", "update")
    grants.answer_workflows(parts, resume)
    # A workflow that no longer waits starts again on its own event.
    resume.may(["events:PutEvents"], [parts.bus.events.event_bus_arn])
    consumers.of_events(parts, resume, ["task.decided"])

    report = parts.function("report_failure")
    grants.items(parts, report, parts.tables.cases, "get", "put", "update")
    grants.store_events(parts, report)
