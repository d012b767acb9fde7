"""Decisions: the engine's proposals, the tasks of the staff, and what resumes a workflow once they decide."""

from __future__ import annotations

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import consumers, partitions

AREA = Area.CASES


def add_functions(parts: Parts) -> None:
    """A workflow of any context runs ``ask_staff`` and waits for ``resume_workflow``; when it fails, it runs
    ``report_failure``.
    """
    tasks = parts.function("tasks")
    grants.identify_members(parts, tasks)
    cases = parts.tables.cases
    grants.items(parts, tasks, cases, "get", "get-many", "list", "query", "put", "update", "delete", "check")
    # A decision needs the enrolment and the policy that its proposal was made under.
    grants.items(parts, tasks, parts.tables.people, "get-many", "query", "check")
    grants.payers(parts, tasks, "get")
    # A decision may name a clinic or a practitioner, which must exist and offer the treatment. The
    # authorisation of the practitioner decides the rate.
    grants.items(parts, tasks, parts.tables.network, "get", "list", "check")
    # The network team reads the application and decides who may sign a clinic's contract.
    grants.clinics(parts, tasks, "get-many", "update")
    # The network team decides whether a practitioner has the authorisation.
    grants.practitioners(parts, tasks, "put")
    grants.denials(parts, tasks, "put", "delete")
    # Finance approves an invoice, or rejects it, and lets a returned payment be paid again.
    grants.items(parts, tasks, parts.tables.money, "get", "get-many", "put", "update", "check")
    grants.ledgers(parts, tasks, "put", "update")
    grants.money(parts, tasks, partitions.MONEY_LEDGERS, "query", "put")
    grants.store_events(parts, tasks)
    grants.keep_answers(parts, tasks)

    ask = parts.function("ask_staff")
    # A refund is held against all guarantees of its claim.
    grants.items(parts, ask, parts.tables.cases, "get", "query", "put", "update", "check")
    grants.items(parts, ask, parts.tables.people, "get-many", "query", "check")
    # What an application shares with other clinics.
    grants.clinics(parts, ask, "get", "get-many")
    grants.clinic_traces(parts, ask, "query")
    grants.store_events(parts, ask)
    grants.answer_workflows(parts, ask)

    resume = parts.function("resume_workflow")
    grants.items(parts, resume, parts.tables.cases, "get", "update")
    grants.answer_workflows(parts, resume)
    # A workflow that no longer waits starts again on its own event.
    resume.may(["events:PutEvents"], [parts.bus.events.event_bus_arn])
    consumers.of_events(parts, resume, ["task.decided"])

    refresh = parts.function("refresh_proposals")
    grants.items(parts, refresh, parts.tables.cases, "get", "list", "query", "put", "update", "delete")
    grants.items(parts, refresh, parts.tables.people, "get-many", "query")
    of_claims, of_covers = ["claim.facts-changed", "guarantee.issued"], ["insured.left", "insured.changed"]
    of_policies = ["policy.noticed", "premium.reminded", "premium.paid"]
    consumers.of_events(parts, refresh, [*of_claims, *of_covers, *of_policies, "tariff.changed"])

    report = parts.function("report_failure")
    grants.items(parts, report, parts.tables.cases, "get", "put", "update")
    grants.store_events(parts, report)
