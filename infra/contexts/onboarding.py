"""Onboarding: a clinic from its application to the signed contract."""

from __future__ import annotations

from aws_cdk import Duration

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import consumers
from infra.platform.protection import encrypted_fields, sealing
from infra.workflows import APPROVED, Workflow, choice, step, wait_for_signature, wait_for_staff

AREA = Area.CASES
"""Where ``ask_staff`` is, which the workflow shares with those of claims."""
SIGNING_SECRETS = (encrypted_fields.CLINIC_SECRET, encrypted_fields.SHOWN_SIGNING_SECRET)
CONTRACTS = "contracts/"
"""The folder of the contracts in the bucket ``documents``, which also holds the papers of claims."""


def add_functions(parts: Parts) -> None:
    """Anyone may apply; the other functions are steps of the workflow."""
    applications = parts.function("applications")
    grants.identify_members(parts, applications)
    grants.clinics(parts, applications, "get", "put")
    grants.clinic_traces(parts, applications, "put")
    grants.store_events(parts, applications)
    grants.keep_answers(parts, applications)

    _add_contracts(parts)
    _add_registers(parts)

    end = parts.function("end_onboarding")
    grants.clinics(parts, end, "get", "update")
    grants.clinic_traces(parts, end, "delete")
    grants.clinic_tasks(parts, end, "get", "query", "update")
    grants.store_events(parts, end)


def _add_contracts(parts: Parts) -> None:
    """The contract is sent by a step of the workflow and followed by events; its signatory calls the rest."""
    send = parts.function("send_contract", "pdf", timeout=Duration.seconds(60), memory=1024)
    grants.identify_members(parts, send)
    grants.clinics(parts, send, "get", "put", "update")
    grants.store_events(parts, send)
    grants.put_objects(parts, send, parts.buckets.documents, CONTRACTS)
    sealing.seal_papers(parts, send)
    grants.answer_workflows(parts, send)

    follow = parts.function("follow_contract")
    grants.clinics(parts, follow, "get", "update")
    grants.clinic_tasks(parts, follow, "get", "update")
    grants.store_events(parts, follow)
    grants.answer_workflows(parts, follow)
    # A workflow that no longer waits starts again on its own event.
    follow.may(["events:PutEvents"], [parts.bus.events.event_bus_arn])
    # A contract that came to nothing names its signatory, and is not kept.
    grants.find_objects(follow, parts.buckets.documents, CONTRACTS)
    grants.remove_objects(follow, parts.buckets.documents, CONTRACTS)
    ends = ["contract.signed", "contract.declined", "contract.expired"]
    consumers.of_events(parts, follow, [*ends, "deadline.reached"])

    contracts = parts.function("contracts")
    grants.identify_members(parts, contracts)
    grants.identify_clinics(parts, contracts)
    grants.clinics(parts, contracts, "get", "put", "update")
    grants.clinic_traces(parts, contracts, "put")
    grants.clinic_tasks(parts, contracts, "get", "put", "update")
    grants.store_events(parts, contracts)
    grants.keep_answers(parts, contracts)
    grants.encrypt_field(parts, contracts, *SIGNING_SECRETS)
    grants.decrypt_field(parts, contracts, encrypted_fields.SHOWN_SIGNING_SECRET)
    grants.link_to_objects(parts, contracts, parts.buckets.documents, CONTRACTS)
    grants.put_objects(parts, contracts, parts.buckets.documents, CONTRACTS)
    # The evidence of a signature is sealed, like the papers.
    sealing.sign_with_seal(parts, contracts, "kms:Sign")

    logins = parts.function("practitioner_logins")
    grants.identify_members(parts, logins)
    grants.identify_clinic_users(parts, logins)
    grants.clinics(parts, logins, "get", "put", "delete")
    grants.practitioners(parts, logins, "get", "put")
    grants.store_events(parts, logins)
    grants.keep_answers(parts, logins)

    settings = parts.function("clinic_settings")
    grants.identify_members(parts, settings)
    grants.identify_clinics(parts, settings)
    grants.clinics(parts, settings, "get", "put", "update")
    grants.clinic_traces(parts, settings, "put", "delete")
    grants.store_events(parts, settings)
    grants.keep_answers(parts, settings)
    grants.encrypt_field(
        parts, settings, encrypted_fields.CLINIC_SECRET, encrypted_fields.SHOWN_SIGNING_SECRET
    )
    grants.decrypt_field(parts, settings, encrypted_fields.SHOWN_SIGNING_SECRET)


def _add_registers(parts: Parts) -> None:
    """Practitioners are checked after events, and again by the clock. A call of a register takes 8 seconds at
    most, in Norway after another one for its token.
    """
    check = parts.function("check_authorisations", timeout=Duration.seconds(30))
    changes = ["practitioner.registered", "practitioner.changed", "practitioner.ended"]
    consumers.of_events(parts, check, [*changes, "deadline.reached"], batch=1)
    again = parts.function("recheck_authorisations", timeout=Duration.minutes(5))
    consumers.every(parts, again, consumers.EVERY_HOUR)
    for function in (check, again):
        grants.practitioners(parts, function, "get", "put")
        grants.denials(parts, function, "delete")
        grants.clinics(parts, function, "get")
        grants.clinic_tasks(parts, function, "get", "put", "update")
        grants.store_events(parts, function)
        for country in ("dk", "no"):
            name = parts.stage.path_of(f"register-{country}")
            grants.parameter(function, name, "Get")
            function.add_setting(f"HELSEBRO_REGISTER_{country.upper()}", name)
    grants.items(parts, again, parts.tables.network, "list")


def _clinic_onboarding(parts: Parts, workflow: Workflow) -> None:
    """Without an oddity, ``ask_staff`` goes on at once, without a task.

    ``end_onboarding`` runs after the contract whatever came of it, and does nothing after a signature: so the
    workflow needs no second choice.
    """
    functions = parts.functions
    ask = wait_for_staff(workflow, "AskStaff", functions["ask_staff"])
    send = wait_for_signature(workflow, "SendContract", functions["send_contract"])
    end = step(workflow, "EndOnboarding", functions["end_onboarding"])
    send.next(end)
    workflow.starts_on("clinic.applied", parts, ask, choice(workflow, "Approved?", {APPROVED: send}, end))


WORKFLOWS = {"clinic-onboarding": _clinic_onboarding}
