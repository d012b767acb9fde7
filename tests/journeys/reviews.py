"""Reviews: what staff of a payer made for one test must decide, and what came of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from helsebro_aws.outbox import outbox_row
from local.journey import insurance
from local.journey.people import Caller, Cast, new_cpr
from local.journey.people import Stack as Addresses
from local.journey.steps import Story, until
from local.stack.stack import Stack
from tests.journeys.access import client
from tests.journeys.executions import Executions

CLAIM, REFUND, EXTENSION = "claim-approval", "refund-approval", "extension-approval"
QUEUES = {CLAIM: "claims", REFUND: "refunds", EXTENSION: "extensions"}
RESUMES = "Helsebro-resume_workflow"
PATIENCE = 60
"""Seconds that the steps of an execution may take on a busy machine, where it waits for nobody."""


@dataclass(frozen=True)
class Review:
    """Something that staff must decide, its waiting execution and the event that started that one."""

    workflow: str
    subject_id: str
    claim_id: str
    task: dict[str, Any]
    execution: str
    event: dict[str, Any]


class Office:
    """A payer with its staff and one member: asks for reviews, decides them and sees what came of them."""

    def __init__(self, up: Stack) -> None:
        self.up, self.executions = up, Executions(up)
        self.story, self.cast = Story(lambda _: None), Cast(Addresses.of(up.addresses))
        policy_id = insurance.open_payer(self.story, self.cast)
        self.member: Caller = insurance.insure(self.story, self.cast, policy_id, new_cpr())
        caseworker, finance = self.cast.staff("caseworker"), self.cast.staff("finance")
        self.staff = {CLAIM: caseworker, REFUND: finance, EXTENSION: caseworker}

    def review(self, workflow: str) -> Review:
        """A new claim, refund or extension, asked about by the deployed workflow."""
        claim_id = insurance.report(self.story, self.member)
        paper = "invoice" if workflow == REFUND else "referral"
        document_id = insurance.consent_and_upload(self.story, self.member, claim_id, paper)
        subject_id = claim_id
        if workflow == REFUND:
            subject_id = self._refund(claim_id, document_id)
        if workflow == EXTENSION:
            subject_id = self._extension(claim_id)
        execution, event = self.executions.started_by_the_rule(workflow, subject_id)
        path = f"/v1/tasks?limit=100&queue={QUEUES[workflow]}"

        def task() -> dict[str, Any] | None:
            listed = self.staff[workflow].get(path).json()["items"]
            return next((one for one in listed if subject_id in one["subject"].values()), None)

        return Review(workflow, subject_id, claim_id, until("the task", task), execution, event)

    def _refund(self, claim_id: str, document_id: str) -> str:
        cost = {"amount": "450.00", "currency": "DKK"}
        day = str(datetime.now(UTC).date() - timedelta(days=2))
        asked = {
            "documentIds": [document_id],
            "treatments": [{"on": day, "type": "physiotherapy", "cost": cost}],
            "payTo": {"registrationNumber": "1234", "accountNumber": "1234567890"},
        }
        answer = self.member.post(f"/v1/claims/{claim_id}/refunds", asked)
        return str(self.story.step("a refund", answer, 202).json()["refundId"])

    def _extension(self, claim_id: str) -> str:
        insurance.approve(self.story, self.cast, claim_id, self.cast.stack.clinic_id)
        asked = {"reason": "The knee is not well yet", "sessions": 2}
        answer = self.member.post(f"/v1/claims/{claim_id}/extensions", asked)
        return str(self.story.step("an extension", answer, 202).json()["extensionId"])

    def decide(self, review: Review) -> httpx.Response:
        """The approval of a review."""
        until_day = str(datetime.now(UTC).date() + timedelta(days=90))
        approved = {"amount": {"amount": "400.00", "currency": "DKK"}, "index": 0}
        gives: dict[str, dict[str, object]] = {
            CLAIM: {"grant": {"sessions": 3, "validUntil": until_day}},
            REFUND: {"approved": [approved]},
            EXTENSION: {"grant": {"sessions": 2}},
        }
        return self.staff[review.workflow].post(
            f"/v1/tasks/{review.task['taskId']}/decision",
            {"decision": "approve", "reason": "8.1", **gives[review.workflow]},
            **{"If-Match": f'"{review.task["version"]}"'},
        )

    def effects(self, review: Review) -> list[str]:
        """The guarantees of the claim, the payables of the refund, or the extension once it is told of."""
        if review.workflow == CLAIM:
            items = self.staff[CLAIM].get(f"/v1/claims/{review.claim_id}/guarantees").json()["items"]
            return [one["guaranteeId"] for one in items]
        if review.workflow == EXTENSION:
            items = self.member.get(f"/v1/claims/{review.claim_id}/extensions").json()["items"]
            return [one["extensionId"] for one in items if one.get("toldAt")]
        items = self.staff[REFUND].get("/v1/payments?status=approved&limit=100").json()["items"]
        return [one["payableId"] for one in items if one.get("refundId") == review.subject_id]

    def taken_over(self, review: Review, machine: str) -> str:
        """A second execution that waits for the review's task; the first one has ended as it should."""
        execution = self.executions.start(machine, review.event)
        first = self.executions.at_the_latest(review.execution, PATIENCE)
        assert (first.status, first.output["decision"]) == ("SUCCEEDED", "superseded")
        return execution

    def still_running(self, review: Review) -> list[str]:
        """Executions of the deployed workflow about this review that have not ended."""
        running = self.executions.running(self.executions.deployed(review.workflow))
        return [one for one in running if review.subject_id in self.executions.given(one)]

    def resume_again(self, review: Review) -> None:
        """Hands ``resume_workflow`` the very event of the decision, as a bus that delivers twice does."""
        answer = client(self.up, "lambda").invoke(FunctionName=RESUMES, Payload=self.decision_event(review))
        assert "FunctionError" not in answer, answer["Payload"].read()

    def decision_event(self, review: Review) -> str:
        """The event ``task.decided`` as it was published."""
        settings = client(self.up, "lambda").get_function_configuration(FunctionName="Helsebro-tasks")
        table = settings["Environment"]["Variables"]["HELSEBRO_OUTBOX_TABLE"]
        pages = client(self.up, "dynamodb").get_paginator("scan").paginate(TableName=table)
        rows = [outbox_row.read(row) for page in pages for row in page["Items"]]
        of_task = [row for row in rows if row.type == "task.decided" and review.task["taskId"] in row.detail]
        assert len(of_task) == 1
        return of_task[0].detail

    def told_by_resume_workflow(self, review: Review) -> list[str]:
        """What ``resume_workflow`` logged about the review's task, oldest first."""
        settings = client(self.up, "lambda").get_function_configuration(FunctionName=RESUMES)
        group = settings["LoggingConfig"]["LogGroup"]
        told = client(self.up, "logs").filter_log_events(logGroupName=group)["events"]
        lines = [json.loads(one["message"]) for one in told if review.task["taskId"] in one["message"]]
        return [str(line["message"]) for line in lines]

    def failed_resumptions(self) -> float:
        """How often ``resume_workflow`` raised since the stack is up."""
        now = datetime.now(UTC)
        counted = client(self.up, "cloudwatch").get_metric_statistics(
            Namespace="AWS/Lambda",
            MetricName="Errors",
            Dimensions=[{"Name": "FunctionName", "Value": RESUMES}],
            StartTime=now - timedelta(hours=12),
            EndTime=now + timedelta(minutes=1),
            Period=60,
            Statistics=["Sum"],
        )
        return float(sum(point["Sum"] for point in counted["Datapoints"]))
