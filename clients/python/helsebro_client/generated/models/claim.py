from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.claim_cause import ClaimCause, check_claim_cause
from ..models.claim_missing_item import ClaimMissingItem, check_claim_missing_item
from ..models.claim_reported_by import ClaimReportedBy, check_claim_reported_by
from ..models.claim_status import ClaimStatus, check_claim_status
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.acute_safety import AcuteSafety
    from ..models.case_fact import CaseFact
    from ..models.clarification import Clarification
    from ..models.condition import Condition
    from ..models.deadline import Deadline
    from ..models.delay import Delay
    from ..models.determination import Determination
    from ..models.event import Event
    from ..models.next_step import NextStep
    from ..models.reply import Reply
    from ..models.treatment import Treatment
    from ..models.triage import Triage


T = TypeVar("T", bound="Claim")


@_attrs_define
class Claim:
    """A claim: what was reported, what is missing, its deadlines, and the decision once it is made.

    Attributes:
        cause (ClaimCause): Whether it has its cause in work or in leisure.
        claim_id (str): The id of the claim.
        clarification (Clarification | None): An open question to the member, else null. Without `facts` it is answered
            in words, or by the next accepted document of the claim that is not a bill (`fileType` `invoice`). With `facts`
            it is open until each of them is answered. Then the claim is in review again.
        deadlines (list[Deadline]): Its deadlines, the first due first; in a list, that of the first answer only.
        decision (Determination | None): The decision; null until it is made.
        delay (Delay | None): Why it does not go on by itself; usually null.
        description (str): What the member wrote.
        documents_needed (list[str]): The `fileType` of the documents that the claim asks for. It waits for them while
            `missing` holds `documents`.
        earlier_decisions (list[Determination]): The denials that new facts or papers have reopened, oldest first; else
            empty.
        facts (list[CaseFact]): Its facts; in a list of claims, those that are asked for only.
        missing (list[ClaimMissingItem]): What the member still has to give.
        next_steps (list[NextStep]): What the member can do after a denial, and what happens while the staff assess an
            approved case again (`triage`); else empty.
        person_id (str): The id of the person.
        policy_number (str): The policy's number.
        product (str): The name of the terms of the policy.
        replies (list[Reply]): The member's answers to the staff, the first one first.
        reported_at (datetime.datetime): When it was reported.
        reported_by (ClaimReportedBy): The role of who reported it, such as a caseworker on the phone.
        status (ClaimStatus): Where the claim stands.
        treatment (Treatment): The treatment.
        triage (None | Triage): Set while the staff assess an approved case again, because the clinic referred the
            client on; else null. The guarantee stays as it is.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
        condition (Condition | Unset): The illness or injury.
        event (Event | Unset): What happened to the person.
        person_name (None | str | Unset): The person's registered name, as in the policy. For the staff of the payer;
            null where no policy of the payer names the person.
        safety (AcuteSafety | Unset): What to do now, since what was stated or written cannot wait. Show it before all
            else.
    """

    cause: ClaimCause
    claim_id: str
    clarification: Clarification | None
    deadlines: list[Deadline]
    decision: Determination | None
    delay: Delay | None
    description: str
    documents_needed: list[str]
    earlier_decisions: list[Determination]
    facts: list[CaseFact]
    missing: list[ClaimMissingItem]
    next_steps: list[NextStep]
    person_id: str
    policy_number: str
    product: str
    replies: list[Reply]
    reported_at: datetime.datetime
    reported_by: ClaimReportedBy
    status: ClaimStatus
    treatment: Treatment
    triage: None | Triage
    version: int
    condition: Condition | Unset = UNSET
    event: Event | Unset = UNSET
    person_name: None | str | Unset = UNSET
    safety: AcuteSafety | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.clarification import Clarification  # noqa: PLC0415
        from ..models.delay import Delay  # noqa: PLC0415
        from ..models.determination import Determination  # noqa: PLC0415
        from ..models.triage import Triage  # noqa: PLC0415

        cause: str = self.cause

        claim_id = self.claim_id

        clarification: dict[str, Any] | None
        if isinstance(self.clarification, Clarification):
            clarification = self.clarification.to_dict()
        else:
            clarification = self.clarification

        deadlines = []
        for deadlines_item_data in self.deadlines:
            deadlines_item = deadlines_item_data.to_dict()
            deadlines.append(deadlines_item)

        decision: dict[str, Any] | None
        if isinstance(self.decision, Determination):
            decision = self.decision.to_dict()
        else:
            decision = self.decision

        delay: dict[str, Any] | None
        if isinstance(self.delay, Delay):
            delay = self.delay.to_dict()
        else:
            delay = self.delay

        description = self.description

        documents_needed = self.documents_needed

        earlier_decisions = []
        for earlier_decisions_item_data in self.earlier_decisions:
            earlier_decisions_item = earlier_decisions_item_data.to_dict()
            earlier_decisions.append(earlier_decisions_item)

        facts = []
        for facts_item_data in self.facts:
            facts_item = facts_item_data.to_dict()
            facts.append(facts_item)

        missing = []
        for missing_item_data in self.missing:
            missing_item: str = missing_item_data
            missing.append(missing_item)

        next_steps = []
        for next_steps_item_data in self.next_steps:
            next_steps_item = next_steps_item_data.to_dict()
            next_steps.append(next_steps_item)

        person_id = self.person_id

        policy_number = self.policy_number

        product = self.product

        replies = []
        for replies_item_data in self.replies:
            replies_item = replies_item_data.to_dict()
            replies.append(replies_item)

        reported_at = self.reported_at.isoformat()

        reported_by: str = self.reported_by

        status: str = self.status

        treatment = self.treatment.to_dict()

        triage: dict[str, Any] | None
        if isinstance(self.triage, Triage):
            triage = self.triage.to_dict()
        else:
            triage = self.triage

        version = self.version

        condition: dict[str, Any] | Unset = UNSET
        if not isinstance(self.condition, Unset):
            condition = self.condition.to_dict()

        event: dict[str, Any] | Unset = UNSET
        if not isinstance(self.event, Unset):
            event = self.event.to_dict()

        person_name: None | str | Unset
        if isinstance(self.person_name, Unset):
            person_name = UNSET
        else:
            person_name = self.person_name

        safety: dict[str, Any] | Unset = UNSET
        if not isinstance(self.safety, Unset):
            safety = self.safety.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "cause": cause,
                "claimId": claim_id,
                "clarification": clarification,
                "deadlines": deadlines,
                "decision": decision,
                "delay": delay,
                "description": description,
                "documentsNeeded": documents_needed,
                "earlierDecisions": earlier_decisions,
                "facts": facts,
                "missing": missing,
                "nextSteps": next_steps,
                "personId": person_id,
                "policyNumber": policy_number,
                "product": product,
                "replies": replies,
                "reportedAt": reported_at,
                "reportedBy": reported_by,
                "status": status,
                "treatment": treatment,
                "triage": triage,
                "version": version,
            }
        )
        if condition is not UNSET:
            field_dict["condition"] = condition
        if event is not UNSET:
            field_dict["event"] = event
        if person_name is not UNSET:
            field_dict["personName"] = person_name
        if safety is not UNSET:
            field_dict["safety"] = safety

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.acute_safety import AcuteSafety  # noqa: PLC0415
        from ..models.case_fact import CaseFact  # noqa: PLC0415
        from ..models.clarification import Clarification  # noqa: PLC0415
        from ..models.condition import Condition  # noqa: PLC0415
        from ..models.deadline import Deadline  # noqa: PLC0415
        from ..models.delay import Delay  # noqa: PLC0415
        from ..models.determination import Determination  # noqa: PLC0415
        from ..models.event import Event  # noqa: PLC0415
        from ..models.next_step import NextStep  # noqa: PLC0415
        from ..models.reply import Reply  # noqa: PLC0415
        from ..models.treatment import Treatment  # noqa: PLC0415
        from ..models.triage import Triage  # noqa: PLC0415

        d = dict(src_dict)
        cause = check_claim_cause(d.pop("cause"))

        claim_id = d.pop("claimId")

        def _parse_clarification(data: object) -> Clarification | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                clarification_type_0 = Clarification.from_dict(data)

                return clarification_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Clarification | None, data)

        clarification = _parse_clarification(d.pop("clarification"))

        deadlines = []
        _deadlines = d.pop("deadlines")
        for deadlines_item_data in _deadlines:
            deadlines_item = Deadline.from_dict(deadlines_item_data)

            deadlines.append(deadlines_item)

        def _parse_decision(data: object) -> Determination | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                decision_type_0 = Determination.from_dict(data)

                return decision_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Determination | None, data)

        decision = _parse_decision(d.pop("decision"))

        def _parse_delay(data: object) -> Delay | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                delay_type_0 = Delay.from_dict(data)

                return delay_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Delay | None, data)

        delay = _parse_delay(d.pop("delay"))

        description = d.pop("description")

        documents_needed = cast(list[str], d.pop("documentsNeeded"))

        earlier_decisions = []
        _earlier_decisions = d.pop("earlierDecisions")
        for earlier_decisions_item_data in _earlier_decisions:
            earlier_decisions_item = Determination.from_dict(earlier_decisions_item_data)

            earlier_decisions.append(earlier_decisions_item)

        facts = []
        _facts = d.pop("facts")
        for facts_item_data in _facts:
            facts_item = CaseFact.from_dict(facts_item_data)

            facts.append(facts_item)

        missing = []
        _missing = d.pop("missing")
        for missing_item_data in _missing:
            missing_item = check_claim_missing_item(missing_item_data)

            missing.append(missing_item)

        next_steps = []
        _next_steps = d.pop("nextSteps")
        for next_steps_item_data in _next_steps:
            next_steps_item = NextStep.from_dict(next_steps_item_data)

            next_steps.append(next_steps_item)

        person_id = d.pop("personId")

        policy_number = d.pop("policyNumber")

        product = d.pop("product")

        replies = []
        _replies = d.pop("replies")
        for replies_item_data in _replies:
            replies_item = Reply.from_dict(replies_item_data)

            replies.append(replies_item)

        reported_at = datetime.datetime.fromisoformat(d.pop("reportedAt"))

        reported_by = check_claim_reported_by(d.pop("reportedBy"))

        status = check_claim_status(d.pop("status"))

        treatment = Treatment.from_dict(d.pop("treatment"))

        def _parse_triage(data: object) -> None | Triage:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                triage_type_0 = Triage.from_dict(data)

                return triage_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Triage, data)

        triage = _parse_triage(d.pop("triage"))

        version = d.pop("version")

        _condition = d.pop("condition", UNSET)
        condition: Condition | Unset
        if isinstance(_condition, Unset):
            condition = UNSET
        else:
            condition = Condition.from_dict(_condition)

        _event = d.pop("event", UNSET)
        event: Event | Unset
        if isinstance(_event, Unset):
            event = UNSET
        else:
            event = Event.from_dict(_event)

        def _parse_person_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        person_name = _parse_person_name(d.pop("personName", UNSET))

        _safety = d.pop("safety", UNSET)
        safety: AcuteSafety | Unset
        if isinstance(_safety, Unset):
            safety = UNSET
        else:
            safety = AcuteSafety.from_dict(_safety)

        claim = cls(
            cause=cause,
            claim_id=claim_id,
            clarification=clarification,
            deadlines=deadlines,
            decision=decision,
            delay=delay,
            description=description,
            documents_needed=documents_needed,
            earlier_decisions=earlier_decisions,
            facts=facts,
            missing=missing,
            next_steps=next_steps,
            person_id=person_id,
            policy_number=policy_number,
            product=product,
            replies=replies,
            reported_at=reported_at,
            reported_by=reported_by,
            status=status,
            treatment=treatment,
            triage=triage,
            version=version,
            condition=condition,
            event=event,
            person_name=person_name,
            safety=safety,
        )

        claim.additional_properties = d
        return claim

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
