"""What staff decide: the tasks, and the workflows of claims, refunds and extensions that wait for them."""

from __future__ import annotations

from typing import Any

from aws_cdk import Duration

from infra import grants
from infra.parts import Parts
from infra.small_function import SmallFunction
from infra.workflows import (
    APPROVED,
    CLAIM_APPROVAL,
    DECIDED,
    EXTENSION_APPROVAL,
    REFUND_APPROVAL,
    Workflow,
    only_if,
    step,
    wait_for_staff,
)


def add_to(parts: Parts) -> None:
    """A decision may name a clinic or practitioner, which must be there: checked, not read."""
    tasks = parts.function("tasks")
    grants.read(parts, tasks, parts.tables.cases, parts.tables.people)
    grants.commit(parts, tasks, parts.tables.cases)
    grants.check(parts, tasks, parts.tables.network)
    grants.keep_benefits(parts, tasks)

    ask = parts.function("ask_staff")
    grants.read(parts, ask, parts.tables.cases, parts.tables.people)
    grants.commit(parts, ask, parts.tables.cases)
    grants.answer_workflows(parts, ask)

    resume = parts.function("resume_workflow")
    grants.read(parts, resume, parts.tables.cases)
    grants.answer_workflows(parts, resume)
    parts.bus.to_function("task.decided", resume, parts.queues.dead_letters("resume-workflow"))

    _claims(parts, ask)
    _refunds(parts, ask)
    _extensions(parts, ask)


def _claims(parts: Parts, ask: SmallFunction) -> None:
    issue = parts.function("issue_guarantee", "pdf", timeout=Duration.seconds(60), memory=1024)
    grants.know_members(parts, issue)
    grants.read(parts, issue, parts.tables.cases, parts.tables.people, parts.tables.network)
    grants.commit(parts, issue, parts.tables.cases)
    _prints_papers(parts, issue)

    workflow = Workflow(parts.scope, CLAIM_APPROVAL)
    _starts(
        parts,
        workflow,
        "claim.completed",
        wait_for_staff(workflow, "AskStaff", ask),
        only_if(workflow, "Approved?", APPROVED, step(workflow, "IssueGuarantee", issue)),
    )


def _refunds(parts: Parts, ask: SmallFunction) -> None:
    approve = parts.function("approve_refund")
    grants.read(parts, approve, parts.tables.cases, parts.tables.money)
    grants.commit(parts, approve, parts.tables.cases, parts.tables.money)
    grants.keep_benefits(parts, approve)

    workflow = Workflow(parts.scope, REFUND_APPROVAL)
    _starts(
        parts,
        workflow,
        "refund.received",
        wait_for_staff(workflow, "AskStaff", ask),
        only_if(workflow, "Decided?", DECIDED, step(workflow, "ApproveRefund", approve)),
    )


def _extensions(parts: Parts, ask: SmallFunction) -> None:
    extend = parts.function("extend_guarantee", "pdf", timeout=Duration.seconds(60), memory=1024)
    grants.read(parts, extend, parts.tables.cases, parts.tables.people, parts.tables.network)
    grants.commit(parts, extend, parts.tables.cases)
    _prints_papers(parts, extend)

    workflow = Workflow(parts.scope, EXTENSION_APPROVAL)
    _starts(
        parts,
        workflow,
        "extension.requested",
        wait_for_staff(workflow, "AskStaff", ask),
        only_if(workflow, "Approved?", APPROVED, step(workflow, "ExtendGuarantee", extend)),
    )


def _prints_papers(parts: Parts, function: SmallFunction) -> None:
    """A guarantee's sealed paper, made and kept."""
    grants.keep(parts, function, parts.buckets.guarantees)
    function.may(["kms:Sign", "kms:GetPublicKey"], [parts.keys.seal.key_arn])
    function.knows("HELSEBRO_SEAL_KEY", parts.keys.seal.key_arn)
    function.knows("HELSEBRO_SEAL_CERTIFICATE", parts.given["SealCertificate"])


def _starts(parts: Parts, workflow: Workflow, event: str, *states: Any) -> None:
    """The workflow runs through these states whenever the event happens."""
    machine = workflow.runs(parts.alarms, parts.keys.data, *states)
    dead = parts.queues.dead_letters(workflow.name)
    parts.bus.to_workflow(workflow.name, event, machine, dead)
