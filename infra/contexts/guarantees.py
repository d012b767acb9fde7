"""Guarantees: issued or extended once staff have approved, revoked, verified, and released when they end."""

from __future__ import annotations

from aws_cdk import Duration

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import consumers, partitions
from infra.platform.protection import sealing
from infra.small_function import SmallFunction
from infra.workflows import (
    APPROVED,
    GRANTED,
    Workflow,
    only_if,
    step,
    wait_for_staff,
)

AREA = Area.CASES


def add_functions(parts: Parts) -> None:
    """``verify`` answers anyone, and reads only what a case reference shows of its guarantee."""
    guarantees = parts.function("guarantees")
    grants.identify_members(parts, guarantees)
    grants.identify_clinics(parts, guarantees)
    grants.items(parts, guarantees, parts.tables.cases, "get", "get-many", "query", "update")
    grants.ledgers(parts, guarantees, "query", "put", "update")
    grants.money(parts, guarantees, partitions.MONEY_LEDGERS, "query", "put")
    grants.store_events(parts, guarantees)
    grants.keep_answers(parts, guarantees)
    grants.link_to_objects(parts, guarantees, parts.buckets.guarantees)

    # The matched clinic reads who the client is, how to reach the client, and who pays.
    grants.items(parts, guarantees, parts.tables.people, "get", "get-many", "query")
    grants.payers(parts, guarantees, "get")

    _add_clients(parts)
    matches = parts.function("matches")
    grants.identify_members(parts, matches)
    grants.identify_clinics(parts, matches)
    # A match lets the course begin anew: it deletes what the clinic before has reported.
    grants.items(parts, matches, parts.tables.cases, "get", "get-many", "query", "put", "update", "delete")
    grants.clinics(parts, matches, "get", "check")
    grants.practitioners(parts, matches, "get", "get-many", "put", "delete")
    grants.items(parts, matches, parts.tables.network, "query", "list")
    # Whether the client can be reached.
    grants.items(parts, matches, parts.tables.people, "get", "get-many", "query")
    grants.store_events(parts, matches)
    grants.keep_answers(parts, matches)

    verify = parts.function("verify")
    grants.read_references(parts, verify)

    # The payer is read for its contact, which a denial names. A clinic asks with its events instead.
    extensions = parts.function("extensions")
    grants.identify_members(parts, extensions)
    grants.items(parts, extensions, parts.tables.cases, "get", "get-many", "query", "put", "update", "check")
    grants.payers(parts, extensions, "get")
    grants.store_events(parts, extensions)
    grants.keep_answers(parts, extensions, of_health=True)

    release = parts.function("release_benefits", timeout=Duration.minutes(5))
    grants.items(parts, release, parts.tables.people, "list")
    grants.items(parts, release, parts.tables.cases, "get", "query")
    grants.ledgers(parts, release, "query", "put", "update")
    grants.money(parts, release, partitions.MONEY_LEDGERS, "query", "put")
    grants.store_events(parts, release)
    consumers.every(parts, release, consumers.EVERY_NIGHT)

    rematch = parts.function("open_rematch_tasks", timeout=Duration.minutes(1))
    grants.practitioners(parts, rematch, "get")
    # Whoever is no longer bound there leaves the list of the clinic, unless a session is booked or was held.
    grants.items(parts, rematch, parts.tables.cases, "get", "query", "list", "put", "update", "delete")
    grants.store_events(parts, rematch)
    consumers.of_events(parts, rematch, ["practitioner.ended", "practitioner.changed"], batch=1)

    issue = parts.function("issue_guarantee", "pdf", timeout=Duration.seconds(60), memory=1024)
    grants.identify_members(parts, issue)
    grants.items(parts, issue, parts.tables.cases, "get", "put", "check")
    grants.items(parts, issue, parts.tables.network, "get", "list")
    grants.payers(parts, issue, "get")
    grants.money(parts, issue, partitions.MONEY_LEDGERS, "put")
    _print_guarantees(parts, issue)

    extend = parts.function("extend_guarantee", "pdf", timeout=Duration.seconds(60), memory=1024)
    grants.items(parts, extend, parts.tables.cases, "get", "update", "check")
    grants.items(parts, extend, parts.tables.network, "get", "list")
    _print_guarantees(parts, extend)

    reprint = parts.function("reprint_guarantee", "pdf", timeout=Duration.seconds(60), memory=1024)
    grants.items(parts, reprint, parts.tables.cases, "get", "update")
    grants.items(parts, reprint, parts.tables.network, "get", "list")
    _store_papers(parts, reprint)
    consumers.of_events(parts, reprint, ["client.matched", "match.ended"], batch=1)


def _add_clients(parts: Parts) -> None:
    """``clinic_guarantees`` reads whom a clinic treats, how to reach them, and who pays."""
    clients = parts.function("clinic_guarantees")
    grants.identify_members(parts, clients)
    grants.identify_clinics(parts, clients)
    grants.items(parts, clients, parts.tables.cases, "get-many", "list", "query")
    grants.custody(parts, clients, "get")
    grants.items(parts, clients, parts.tables.people, "get", "get-many", "query")
    grants.payers(parts, clients, "get")


def _print_guarantees(parts: Parts, function: SmallFunction) -> None:
    """Stores papers, in the commit of an event."""
    grants.store_events(parts, function)
    _store_papers(parts, function)


def _store_papers(parts: Parts, function: SmallFunction) -> None:
    """Writes a guarantee's PDFs, signs them with the seal key and stores them."""
    grants.items(parts, function, parts.tables.people, "query")
    grants.payers(parts, function, "get-many")
    grants.put_objects(parts, function, parts.buckets.guarantees)
    sealing.seal_papers(parts, function)


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


def _complaint(parts: Parts, workflow: Workflow) -> None:
    """Ends as ``claim-approval`` does: a denial that is overturned is decided anew, with a guarantee.

    It does not wait for the board outside: it ends, and starts again once the answer is recorded.
    """
    ask, issue = parts.functions["ask_staff"], parts.functions["issue_guarantee"]
    workflow.starts_on(
        "complaint.made",
        parts,
        wait_for_staff(workflow, "AskStaff", ask),
        only_if(workflow, "Granted?", GRANTED, step(workflow, "IssueGuarantee", issue)),
    )


WORKFLOWS = {
    "claim-approval": _claim_approval,
    "extension-approval": _extension_approval,
    "complaint": _complaint,
}
