"""Reviews: what staff of a test's own payer must decide, and the effects of their decisions."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from secrets import token_hex
from typing import Any

import httpx

from helsebro.local_day import local_day
from local.journey import insurance
from local.journey.people import StackAddresses, User, Users, new_cpr
from local.journey.steps import Journey, StepFailed, until
from local.stack.live_code import STAGE
from local.stack.stack import Stack
from tests.builders.events.messages import batch
from tests.journeys.access import client
from tests.journeys.complaints.played import deny
from tests.journeys.executions import Executions
from tests.journeys.published import details

CLAIM, REFUND, EXTENSION = "claim-approval", "refund-approval", "extension-approval"
ONBOARDING, COMPLAINT = "clinic-onboarding", "complaint"
QUEUES = {
    CLAIM: "claims",
    REFUND: "refunds",
    EXTENSION: "extensions",
    ONBOARDING: "onboarding",
    COMPLAINT: "complaints",
}
RESUMES = STAGE.named("resume_workflow")
RESUMED_BEFORE = "workflow.resumed-before"
STEP_SECONDS = 60
"""Seconds that the steps of an execution may take on a busy machine, without waiting for a person."""


@dataclass(frozen=True)
class Review:
    """A subject that staff must decide, with its waiting execution and the event that started it.

    ``claim_id`` is empty for an application of a clinic.
    """

    workflow: str
    subject_id: str
    claim_id: str
    task: dict[str, Any]
    execution: str
    event: dict[str, Any]


class Office:
    """A payer with its staff and one member: creates reviews, decides them and reads their effects."""

    def __init__(self, up: Stack) -> None:
        self.up, self.executions = up, Executions(up)
        self.journey, self.users = Journey(lambda _: None), Users(StackAddresses.of(up.addresses))
        policy_id = insurance.open_payer(self.journey, self.users)
        self.member: User = insurance.insure(self.journey, self.users, policy_id, new_cpr())
        caseworker, finance = self.users.staff("caseworker"), self.users.staff("finance")
        network = self.users.staff("network", of_payer=False)
        self.staff = {CLAIM: caseworker, REFUND: finance, EXTENSION: caseworker, ONBOARDING: network}
        # Another person than the one who denied.
        self.staff[COMPLAINT] = self.users.staff("caseworker", person="second")

    def review(self, workflow: str) -> Review:
        """Creates a claim, refund, extension or application and returns its review by the workflow."""
        if workflow == ONBOARDING:
            return self._reviewed(workflow, self._application(), "")
        claim_id = insurance.report(self.journey, self.member)
        paper = "invoice" if workflow == REFUND else "referral"
        document_id = insurance.consent_and_upload(self.journey, self.member, claim_id, paper)
        subject_id = claim_id
        if workflow == REFUND:
            subject_id = self._refund(claim_id, document_id)
        if workflow == EXTENSION:
            subject_id = self._extension(claim_id)
        if workflow == COMPLAINT:
            subject_id = self._complaint(claim_id)
        return self._reviewed(workflow, subject_id, claim_id)

    def _reviewed(self, workflow: str, subject_id: str, claim_id: str) -> Review:
        execution, event = self.executions.started_by_the_rule(workflow, subject_id)
        task = until("the task", lambda: self.open_task(workflow, subject_id))
        return Review(workflow, subject_id, claim_id, task, execution, event)

    def open_task(self, workflow: str, subject_id: str) -> dict[str, Any] | None:
        """Returns the task about a subject that waits for the staff, as it is now."""
        path = f"/v1/tasks?limit=100&queue={QUEUES[workflow]}"
        listed = self.staff[workflow].get(path).json()["items"]
        return next((task for task in listed if subject_id in task["subject"].values()), None)

    def _application(self) -> str:
        """Applies as a second clinic of the demo clinic's company, which is odd; returns the clinic's id."""
        known = self.staff[ONBOARDING].get(f"/v1/clinics/{self.users.stack.clinic_id}").json()
        body = {
            "clinicName": "Klinik Syd",
            "cvr": known["cvr"],
            "phone": "+45 33 11 22 33",
            "clinicSystem": "other",
            "signatory": {"name": "Mette Lund", "email": "mette@klinik.example"},
            "declaration": True,
        }
        answer = self.member.post("/v1/clinics/applications", body)
        return str(self.journey.step("an application", answer, 201).json()["clinicId"])

    def _refund(self, claim_id: str, document_id: str) -> str:
        cost = {"amount": "450.00", "currency": "DKK"}
        day = str(local_day(datetime.now(UTC)) - timedelta(days=2))
        # A practitioner of its own: the member has many refunds of one day, and a session is paid once.
        by = {"authorisationId": token_hex(3)[:5]}
        body = {
            "documentIds": [document_id],
            "treatments": [{"on": day, "type": "physiotherapy", "cost": cost, **by}],
            "payTo": {"registrationNumber": "1234", "accountNumber": "1234567890"},
        }
        answer = self.member.post(f"/v1/claims/{claim_id}/refunds", body)
        return str(self.journey.step("a refund", answer, 202).json()["refundId"])

    def _extension(self, claim_id: str) -> str:
        insurance.approve(self.journey, self.users, claim_id, self.users.stack.clinic_id)
        body = {"reason": "The knee is not well yet", "sessions": 2}
        answer = self.member.post(f"/v1/claims/{claim_id}/extensions", body)
        return str(self.journey.step("an extension", answer, 202).json()["extensionId"])

    def _complaint(self, claim_id: str) -> str:
        deny(self.staff[CLAIM], claim_id)
        body = {"step": "department", "text": "The knee was hurt at home"}
        answer = self.member.post(f"/v1/claims/{claim_id}/complaints", body)
        return str(self.journey.step("a complaint", answer, 202).json()["complaintId"])

    def decide(self, review: Review) -> httpx.Response:
        """Approves a review and returns the answer; an application is denied, which ends its workflow."""
        task = self.open_task(review.workflow, review.subject_id) or review.task
        until_day = str(local_day(datetime.now(UTC)) + timedelta(days=90))
        approved = {"amount": {"amount": "400.00", "currency": "DKK"}, "index": 0}
        bodies: dict[str, dict[str, object]] = {
            CLAIM: {"grant": {"sessions": 3, "validUntil": until_day}},
            REFUND: {"approved": [approved]},
            EXTENSION: {"grant": {"sessions": 2}},
            ONBOARDING: {"decision": "deny"},
            COMPLAINT: {"grant": {"sessions": 3, "validUntil": until_day}},
        }
        return self.staff[review.workflow].post(
            f"/v1/tasks/{review.task['taskId']}/decision",
            {"decision": "approve", "reason": "8.1", **bodies[review.workflow]},
            **{"If-Match": f'"{task["version"]}"'},
        )

    def is_delayed(self, review: Review) -> bool:
        """Returns whether the member reads on the case that the staff look at it.

        A clinic reads nothing of it; the staff have the task of the failed workflow.
        """
        if review.workflow == ONBOARDING:
            task = self.open_task(ONBOARDING, review.subject_id)
            return task is not None and task.get("reason") == "workflow-failed"
        return self.member.get(f"/v1/claims/{review.claim_id}").json()["delay"] is not None

    def effects(self, review: Review) -> list[str]:
        """Returns the claim's guarantees, the refund's payables, the extensions already notified, or why an
        onboarding ended.
        """
        if review.workflow == ONBOARDING:
            clinic = self.staff[ONBOARDING].get(f"/v1/clinics/{review.subject_id}").json()
            return [clinic["ending"]["why"]] if clinic["status"] == "ended" else []
        if review.workflow in (CLAIM, COMPLAINT):
            items = self.staff[CLAIM].get(f"/v1/claims/{review.claim_id}/guarantees").json()["items"]
            return [item["guaranteeId"] for item in items]
        if review.workflow == EXTENSION:
            items = self.member.get(f"/v1/claims/{review.claim_id}/extensions").json()["items"]
            return [item["extensionId"] for item in items if item.get("toldAt")]
        items = self.staff[REFUND].get("/v1/payments?status=approved&limit=100").json()["items"]
        return [item["payableId"] for item in items if item.get("refundId") == review.subject_id]

    def taken_over(self, review: Review, machine: str) -> str:
        """Starts a second execution, which takes the review's task over from the first; returns its ARN."""
        execution = self.executions.start(machine, review.event)
        first = self.executions.at_the_latest(review.execution, STEP_SECONDS)
        assert (first.status, first.output["decision"]) == ("SUCCEEDED", "superseded")
        return execution

    def still_running(self, review: Review) -> list[str]:
        """Returns the executions of the deployed workflow about this review that have not ended."""
        running = self.executions.running(self.executions.deployed(review.workflow))
        return [
            execution for execution in running if review.subject_id in self.executions.input_of(execution)
        ]

    def resume_again(self, review: Review) -> None:
        """Sends the event of the decision to ``resume_workflow`` again, as a bus that delivers twice does."""
        assert self.resume(json.loads(self.decision_event(review))) == []

    def resume(self, event: dict[str, Any]) -> list[str]:
        """Runs ``resume_workflow`` on a batch of one message; returns the messages that must come again."""
        payload = json.dumps(batch(event))
        answer = client(self.up, "lambda").invoke(FunctionName=RESUMES, Payload=payload)
        assert "FunctionError" not in answer, answer["Payload"].read()
        failures = json.load(answer["Payload"])["batchItemFailures"]
        return [failure["itemIdentifier"] for failure in failures]

    def decision_event(self, review: Review) -> str:
        """Returns the event ``task.decided`` as it was published."""
        of_task = [event for event in details(self.up, "task.decided") if review.task["taskId"] in event]
        assert len(of_task) == 1
        return of_task[0]

    def logged_by_resume_workflow(self, review: Review) -> list[str]:
        """Returns the messages that ``resume_workflow`` logged about the review's task, oldest first."""
        return [str(line["message"]) for line in self._log() if line.get("taskId") == review.task["taskId"]]

    def await_log(self, review: Review, expected: list[str]) -> None:
        """Waits until ``resume_workflow`` has logged these messages about the review's task.

        Each further delivery of the same event, which a queue may make at any time, adds ``RESUMED_BEFORE``.
        """
        logged: list[str] = []

        def is_logged() -> bool:
            logged[:] = self.logged_by_resume_workflow(review)
            return logged[: len(expected)] == expected and set(logged[len(expected) :]) <= {RESUMED_BEFORE}

        try:
            until("the event of the decision", is_logged)
        except StepFailed as late:
            raise AssertionError(f"expected {expected}, logged {logged}") from late

    def failed_resumptions(self) -> int:
        """Returns how many messages ``resume_workflow`` has failed to handle on this stack."""
        return sum(line["message"] == "failed" for line in self._log())

    def _log(self) -> list[dict[str, Any]]:
        settings = client(self.up, "lambda").get_function_configuration(FunctionName=RESUMES)
        group = settings["LoggingConfig"]["LogGroup"]
        events = client(self.up, "logs").filter_log_events(logGroupName=group)["events"]
        texts = [event["message"] for event in events]
        return [json.loads(text) for text in texts if text.startswith("{")]
