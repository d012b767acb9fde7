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
    grants.read(parts, tasks, parts.tables.cases, parts.tables.people)
    grants.commit(parts, tasks, parts.tables.cases)
    # A decision may name a clinic or a practitioner, which must exist: checked, not read.
    grants.check(parts, tasks, parts.tables.network)
    grants.update_benefits(parts, tasks)

    ask = parts.function("ask_staff")
    grants.read(parts, ask, parts.tables.cases, parts.tables.people)
    grants.commit(parts, ask, parts.tables.cases)
    grants.answer_workflows(parts, ask)

    resume = parts.function("resume_workflow")
    grants.read(parts, resume, parts.tables.cases)
    grants.commit(parts, resume, parts.tables.cases)
    grants.answer_workflows(parts, resume)
    # A workflow that no longer waits starts again on its own event.
    resume.may(["events:PutEvents"], [parts.bus.events.event_bus_arn])
    consumers.of_events(parts, resume, ["task.decided"])

    report = parts.function("report_failure")
    grants.read(parts, report, parts.tables.cases)
    grants.commit(parts, report, parts.tables.cases)
