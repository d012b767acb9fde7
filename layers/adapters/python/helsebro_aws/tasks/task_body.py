"""The shapes of decisions on tasks (api.md, Staff work)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any, get_args

from pydantic import ConfigDict, Field, StrictInt, ValidationError

from helsebro.coverage.asked.asked_facts import ASKED_FACTS
from helsebro.errors import BadInput, Fault
from helsebro.ids import ClinicId, PractitionerId
from helsebro.tasks.staff_decision import (
    MOST_SESSIONS,
    ApprovedAmount,
    GrantedSessions,
    StaffDecision,
    Verdict,
)
from helsebro_aws.http.bodies import Body, parse
from helsebro_aws.http.fields.day import Day
from helsebro_aws.http.fields.money import MoneyShape
from helsebro_aws.http.fields.short_text import LongText

BELONGS_TO: Mapping[str, tuple[Verdict, str]] = {
    "grant": ("approve", "grant-is-for-approve"),
    "approved": ("approve", "amounts-are-for-approve"),
    "question": ("clarify", "question-is-for-clarify"),
    "clause": ("deny", "clause-is-for-deny"),
}
"""The decision that each part belongs to: with another one it would be dropped without a word."""

CLAUSE = r"^\d{1,2}(\.\d{1,2}){0,4}$"
"""How the terms print the number of a clause."""


def _words(description: str, example: str) -> Any:
    return Field(repr=False, description=description, examples=[example])


class NewGrantShape(Body):
    """What an approval grants."""

    sessions: Annotated[
        StrictInt,
        Field(
            description=f"How many sessions, from 1 to {MOST_SESSIONS}. For an extension, how many more. For "
            "a refund, how many treatments are paid, earliest first.",
            examples=[3],
        ),
    ]
    valid_until: Annotated[
        Day | None,
        Field(
            description="The last day of the sessions. A claim needs one; an extension keeps that of the "
            "guarantee without one."
        ),
    ] = None
    clinic_id: Annotated[
        Annotated[ClinicId, Field(pattern=r"^cli_[a-z2-7]{8,40}$")] | None,
        Field(description="The clinic to go to; any when absent.", examples=["cli_a2zt5pxlrqsc3dmk"]),
    ] = None
    practitioner_id: Annotated[
        Annotated[PractitionerId, Field(pattern=r"^prc_[a-z2-7]{8,40}$")] | None,
        Field(description="The practitioner to go to; any when absent.", examples=["prc_a2zt5pxlrqsc3dmk"]),
    ] = None
    per_session: Annotated[
        MoneyShape | None,
        Field(
            description="For a claim, the price of a session agreed for this case; else the proposed or "
            "usual price. For an extension, that of each new session, if the guarantee has one price for all."
        ),
    ] = None

    def granted(self) -> GrantedSessions:
        """Returns what is granted."""
        return GrantedSessions(
            sessions=self.sessions,
            valid_until=self.valid_until,
            clinic_id=self.clinic_id,
            practitioner_id=self.practitioner_id,
            per_session=self.per_session.money() if self.per_session else None,
        )


class ApprovedAmountShape(Body):
    """The amount that finance approves for one treatment, named by either `index` or `on`."""

    amount: Annotated[MoneyShape, Field(description="What is paid back: at most the cost.")]
    index: Annotated[
        Annotated[StrictInt, Field(ge=0, le=99)] | None,
        Field(description="The place of the treatment in the refund, from 0.", examples=[0]),
    ] = None
    on: Annotated[Day | None, Field(description="The day of the treatment, if only one was held on it.")] = (
        None
    )


class TaskDecisionShape(Body):
    """A decision on a task."""

    decision: Annotated[Verdict, Field(description="`clarify` asks the member and pauses the clock.")]
    reason: Annotated[
        LongText | None,
        _words(
            "Why. A denial needs it. Of a claim, refund or extension the member reads it; of an invoice it "
            "is one of the `denials` of the task, which the clinic reads in its own language.",
            "The referral was accepted.",
        ),
    ] = None
    clause: Annotated[
        str | None,
        Field(
            pattern=CLAUSE,
            description="The clause that a denial rests on, as printed in the terms of the claim; the "
            "member reads it. Without it, it is that of the first reason that is proposed; where none is, it "
            "is needed. In the queue `second-looks` a decision that is wrong needs it.",
            examples=["6.1"],
        ),
    ] = None
    question: Annotated[
        LongText | None, _words("What the member is asked, with `clarify`.", "Which knee was injured?")
    ] = None
    facts: Annotated[
        tuple[str, ...],
        Field(
            max_length=50,
            description="The facts that the member is asked for, by path, with `clarify` of a claim. Without "
            "them it needs a question.",
            examples=[["condition.arisenOn"]],
        ),
    ] = ()
    grant: Annotated[
        NewGrantShape | None, Field(description="What is granted. The approval of a claim needs it.")
    ] = None
    approved: Annotated[
        tuple[ApprovedAmountShape, ...],
        Field(
            max_length=100,
            description="For a refund, what is paid back of each treatment: nothing of one that is not "
            "named. Without it and without `grant`, what is proposed: nothing where no amount is.",
        ),
    ] = ()

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns a fault for a denial without reason (F4-26), a clarification without question, what belongs
        to another decision, a fact that no one can be asked for, or an amount that names its treatment by
        both ``index`` and ``on``, or by neither.
        """
        faults = [
            Fault(f"/{name}", code, "")
            for name, (verdict, code) in BELONGS_TO.items()
            if sent.get(name) and sent.get("decision") in get_args(Verdict) and sent["decision"] != verdict
        ]
        if sent.get("decision") == "deny" and not sent.get("reason"):
            faults.append(Fault("/reason", "reason-missing", ""))
        clarifies = sent.get("decision") == "clarify"
        if clarifies and not (sent.get("question") or sent.get("reason") or sent.get("facts")):
            faults.append(Fault("/question", "question-missing", ""))
        faults += _faults_of_facts(sent.get("facts"), clarifies)
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
            facts=tuple(dict.fromkeys(self.facts)) or None,
            clause=self.clause,
            approved=tuple(
                ApprovedAmount(item.amount.money(), item.index, item.on) for item in self.approved
            ),
        )


class TaskDecisionSent(Body):
    """The decision as it was sent: what can be read of it, and its faults beside those that the case shows.

    ``TaskDecisionShape`` is what it should be.
    """

    model_config = ConfigDict(extra="allow", frozen=True)

    def decided(self, by: str, at: datetime) -> StaffDecision:
        """Returns the decision with the faults of its shape. Raises ``BadInput`` if nothing can be read."""
        sent = self.model_dump()
        try:
            return parse(TaskDecisionShape, sent).decided(by, at)
        except BadInput as bad:
            faults, readable = bad.faults, _readable(sent, bad.faults)
        try:
            shape = TaskDecisionShape.model_validate(readable)
        except ValidationError:
            raise BadInput(faults) from None
        decision = shape.decided(by, at)
        places = [place for place, item in enumerate(_listed(sent)) if item in _listed(readable)]
        approved = tuple(
            replace(item, place=place) for item, place in zip(decision.approved, places, strict=False)
        )
        return replace(decision, faults=tuple(faults), approved=approved)


def _listed(sent: Mapping[str, Any]) -> list[Any]:
    approved = sent.get("approved")
    return approved if isinstance(approved, list) else []


def _readable(sent: Mapping[str, Any], faults: Sequence[Fault]) -> dict[str, Any]:
    """Returns what is left without the parts that have a fault: a part of a grant, or one amount."""
    left: dict[str, Any] = deepcopy(dict(sent))
    gone: list[int] = []
    for fault in faults:
        _, name, *rest = [*fault.pointer.split("/"), "", ""]
        if name == "approved" and rest[0].isdigit():
            gone.append(int(rest[0]))
        elif name == "grant" and isinstance(left.get(name), dict) and rest[0] not in ("", "sessions"):
            left[name].pop(rest[0], None)
        elif name != "decision":
            left.pop(name, None)
    if gone:
        left["approved"] = [item for place, item in enumerate(_listed(sent)) if place not in gone]
    return left


def _faults_of_facts(sent: Any, clarifies: bool) -> list[Fault]:
    """Returns a fault for each fact that no member can be asked for, and for facts without a question."""
    paths = sent if isinstance(sent, list) else []
    if paths and not clarifies:
        return [Fault("/facts", "facts-are-for-clarify", "")]
    return [
        Fault(f"/facts/{place}", code, "")
        for place, path in enumerate(paths)
        if isinstance(path, str) and (code := _why_not_asked(path, paths[:place]))
    ]


def _why_not_asked(path: str, before: list[Any]) -> str | None:
    """Returns the code of why a member is not asked for a fact after those before it; None when it is."""
    row = ASKED_FACTS.get(path)
    if row is None:
        return "unknown-fact"
    if path in before:
        return "fact-twice"
    return "fact-of-staff" if row.asked_of == "staff" else None
