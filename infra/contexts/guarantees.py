"""Guarantees: issued or extended once staff have approved, revoked, verified, and released when they end."""

from __future__ import annotations

from aws_cdk import Duration

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import consumers
from infra.platform.protection.seal_names import certificate_parameter
from infra.small_function import SmallFunction
from infra.workflows import APPROVED, Workflow, only_if, step, wait_for_staff

AREA = Area.CASES


def add_functions(parts: Parts) -> None:
    """``verify`` answers anyone, and reads only what a case reference shows of its guarantee."""
    guarantees = parts.function("guarantees")
    grants.identify_members(parts, guarantees)
    grants.identify_clinics(parts, guarantees)
    grants.items(parts, guarantees, parts.tables.cases, "get", "get-many", "query", "update")
    grants.ledgers(parts, guarantees, "query", "put", "update")
    grants.store_events(parts, guarantees)
    grants.keep_answers(parts, guarantees)
    grants.link_to_objects(parts, guarantees, parts.buckets.guarantees)

    verify = parts.function("verify")
    grants.read_references(parts, verify)

    # The payer is read for its contact, which a denial names. A clinic asks with its events instead.
    extensions = parts.function("extensions")
    grants.identify_members(parts, extensions)
    grants.items(parts, extensions, parts.tables.cases, "get", "query", "put", "check")
    grants.payers(parts, extensions, "get")
    grants.store_events(parts, extensions)
    grants.keep_answers(parts, extensions)

    release = parts.function("release_benefits", timeout=Duration.minutes(5))
    grants.items(parts, release, parts.tables.people, "list")
    grants.items(parts, release, parts.tables.cases, "get", "query")
    grants.ledgers(parts, release, "query", "put", "update")
    grants.store_events(parts, release)
    consumers.every(parts, release, consumers.EVERY_NIGHT)

    issue = parts.function("issue_guarantee", "pdf", timeout=Duration.seconds(60), memory=1024)
    grants.identify_members(parts, issue)
    grants.items(parts, issue, parts.tables.cases, "get", "put")
    grants.items(parts, issue, parts.tables.network, "get")
    _print_guarantees(parts, issue)

    extend = parts.function("extend_guarantee", "pdf", timeout=Duration.seconds(60), memory=1024)
    grants.items(parts, extend, parts.tables.cases, "get", "update", "check")
    grants.clinics(parts, extend, "get")
    _print_guarantees(parts, extend)


def _print_guarantees(parts: Parts, function: SmallFunction) -> None:
    """Writes a guarantee's PDF, signs it with the seal key and stores it."""
    grants.items(parts, function, parts.tables.people, "query")
    grants.payers(parts, function, "get")
    grants.store_events(parts, function)
    grants.put_objects(parts, function, parts.buckets.guarantees)
    function.may(["kms:Sign", "kms:GetPublicKey"], [parts.keys.seal.key_arn])
    function.add_setting("HELSEBRO_SEAL_KEY", parts.keys.seal.key_arn)
    parameter = certificate_parameter(parts.stage)
    function.add_setting("HELSEBRO_SEAL_CERTIFICATE_PARAMETER", parameter)
    grants.parameter(function, parameter, "Get")


def _claim_approval(parts: Parts, workflow: Workflow) -> None:
    functions = parts.functions
    workflow.starts_on(
        "claim.completed",
        parts,
        wait_for_staff(workflow, "AskStaff", functions["ask_staff"]),
        only_if(
            workflow, "Approved?", APPROVED, step(workflow, "IssueGuarantee", functions["issue_guarantee"])
        ),
    )


def _extension_approval(parts: Parts, workflow: Workflow) -> None:
    ask, extend = parts.functions["ask_staff"], parts.functions["extend_guarantee"]
    workflow.starts_on(
        "extension.requested",
        parts,
        wait_for_staff(workflow, "AskStaff", ask),
        only_if(workflow, "Approved?", APPROVED, step(workflow, "ExtendGuarantee", extend)),
    )


WORKFLOWS = {"claim-approval": _claim_approval, "extension-approval": _extension_approval}
