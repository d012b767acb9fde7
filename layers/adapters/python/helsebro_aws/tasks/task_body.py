"""The shapes of decisions on tasks (api.md, Staff work)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field, StrictInt

from helsebro.errors import Fault
from helsebro.ids import ClinicId, PractitionerId
from helsebro.tasks.staff_decision import ApprovedAmount, GrantedSessions, StaffDecision
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.day import Day
from helsebro_aws.http.fields.money import MoneyShape

Words = Annotated[str | None, Field(min_length=1, max_length=4000, repr=False)]


class GrantShape(Body):
    """What an approval grants; for a refund, ``sessions`` is how many treatments, earliest first."""

    sessions: StrictInt
    valid_until: Day | None = None
    clinic_id: Annotated[ClinicId, Field(pattern=r"^cli_[a-z2-7]{8,40}$")] | None = None
    practitioner_id: Annotated[PractitionerId, Field(pattern=r"^prc_[a-z2-7]{8,40}$")] | None = None
    per_session: MoneyShape | None = None

    def granted(self) -> GrantedSessions:
        """Returns what is granted."""
        return GrantedSessions(
            sessions=self.sessions,
            valid_until=self.valid_until,
            clinic_id=self.clinic_id,
            practitioner_id=self.practitioner_id,
            per_session=self.per_session.money() if self.per_session else None,
        )


class ApprovedShape(Body):
    """The amount finance approves for one treatment of a refund, named by ``index`` (from 0) or ``on``."""

    amount: MoneyShape
    index: Annotated[StrictInt, Field(ge=0, le=99)] | None = None
    on: Day | None = None


class DecisionShape(Body):
    """The body of ``POST /v1/tasks/{taskId}/decision``."""

    decision: Literal["approve", "deny", "clarify"]
    reason: Words = None
    question: Words = None
    grant: GrantShape | None = None
    approved: Annotated[tuple[ApprovedShape, ...], Field(max_length=100)] = ()

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns a fault for a denial without reason (F4-26), a clarification without question, or an amount
        that names its treatment by both ``index`` and ``on``, or by neither.
        """
        faults = []
        if sent.get("decision") == "deny" and not sent.get("reason"):
            faults.append(Fault("/reason", "reason-missing", ""))
        if sent.get("decision") == "clarify" and not (sent.get("question") or sent.get("reason")):
            faults.append(Fault("/question", "question-missing", ""))
        approved = sent.get("approved")
        for place, item in enumerate(approved if isinstance(approved, list) else ()):
            if isinstance(item, dict) and (item.get("index") is None) == (item.get("on") is None):
                faults.append(Fault(f"/approved/{place}", "no-such-treatment", ""))
        return faults

    def decided(self, by: str, at: datetime) -> StaffDecision:
        """Returns the decision, made by a person with the role ``by``."""
        return StaffDecision(
            decision=self.decision,
            by=by,
            at=at,
            reason=self.reason,
            grant=self.grant.granted() if self.grant else None,
            question=(self.question or self.reason) if self.decision == "clarify" else None,
            approved=tuple(
                ApprovedAmount(item.amount.money(), item.index, item.on) for item in self.approved
            ),
        )
