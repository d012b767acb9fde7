from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.extension_asked_by import ExtensionAskedBy, check_extension_asked_by
from ..models.extension_sent_by import ExtensionSentBy, check_extension_sent_by
from ..models.extension_status import ExtensionStatus, check_extension_status
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.acute_safety import AcuteSafety
    from ..models.determination import Determination
    from ..models.next_step import NextStep
    from ..models.reply import Reply


T = TypeVar("T", bound="Extension")


@_attrs_define
class Extension:
    """More sessions or more time under a guarantee, as asked for, and what was decided.

    Attributes:
        asked_by (ExtensionAskedBy): Who asked for it.
        claim_id (str): The id of the claim.
        decision (Determination | None): The decision; null until it is made.
        document_ids (list[str]): The documents that support it.
        extension_id (str): The id of the extension.
        guarantee_id (str): The id of the guarantee.
        next_steps (list[NextStep]): The open question of the staff, or what the member can do after a denial.
        reason (str): Why, in the words of whoever asked.
        replies (list[Reply]): The member's answers to what the staff asked, the first one first.
        requested_at (datetime.datetime): When it was asked for.
        status (ExtensionStatus): Where the extension stands.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
        achieved (str | Unset): What the treatment has achieved so far, in the words of the clinic that asked.
        clinic_id (str | Unset): The clinic that asked; absent when the member did.
        question (str | Unset): What the caseworker asks the member. Absent once it is answered.
        safety (AcuteSafety | Unset): What to do now, since what was stated or written cannot wait. Show it before all
            else.
        sent_by (ExtensionSentBy | Unset): The role of who sent it, such as a caseworker on the phone; not of a clinic.
        sessions (int | Unset): How many more sessions were asked for, if named.
        told_at (datetime.datetime | Unset): When the new guarantee was printed and the clinic notified; absent before.
    """

    asked_by: ExtensionAskedBy
    claim_id: str
    decision: Determination | None
    document_ids: list[str]
    extension_id: str
    guarantee_id: str
    next_steps: list[NextStep]
    reason: str
    replies: list[Reply]
    requested_at: datetime.datetime
    status: ExtensionStatus
    version: int
    achieved: str | Unset = UNSET
    clinic_id: str | Unset = UNSET
    question: str | Unset = UNSET
    safety: AcuteSafety | Unset = UNSET
    sent_by: ExtensionSentBy | Unset = UNSET
    sessions: int | Unset = UNSET
    told_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.determination import Determination  # noqa: PLC0415

        asked_by: str = self.asked_by

        claim_id = self.claim_id

        decision: dict[str, Any] | None
        if isinstance(self.decision, Determination):
            decision = self.decision.to_dict()
        else:
            decision = self.decision

        document_ids = self.document_ids

        extension_id = self.extension_id

        guarantee_id = self.guarantee_id

        next_steps = []
        for next_steps_item_data in self.next_steps:
            next_steps_item = next_steps_item_data.to_dict()
            next_steps.append(next_steps_item)

        reason = self.reason

        replies = []
        for replies_item_data in self.replies:
            replies_item = replies_item_data.to_dict()
            replies.append(replies_item)

        requested_at = self.requested_at.isoformat()

        status: str = self.status

        version = self.version

        achieved = self.achieved

        clinic_id = self.clinic_id

        question = self.question

        safety: dict[str, Any] | Unset = UNSET
        if not isinstance(self.safety, Unset):
            safety = self.safety.to_dict()

        sent_by: str | Unset = UNSET
        if not isinstance(self.sent_by, Unset):
            sent_by = self.sent_by

        sessions = self.sessions

        told_at: str | Unset = UNSET
        if not isinstance(self.told_at, Unset):
            told_at = self.told_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "askedBy": asked_by,
                "claimId": claim_id,
                "decision": decision,
                "documentIds": document_ids,
                "extensionId": extension_id,
                "guaranteeId": guarantee_id,
                "nextSteps": next_steps,
                "reason": reason,
                "replies": replies,
                "requestedAt": requested_at,
                "status": status,
                "version": version,
            }
        )
        if achieved is not UNSET:
            field_dict["achieved"] = achieved
        if clinic_id is not UNSET:
            field_dict["clinicId"] = clinic_id
        if question is not UNSET:
            field_dict["question"] = question
        if safety is not UNSET:
            field_dict["safety"] = safety
        if sent_by is not UNSET:
            field_dict["sentBy"] = sent_by
        if sessions is not UNSET:
            field_dict["sessions"] = sessions
        if told_at is not UNSET:
            field_dict["toldAt"] = told_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.acute_safety import AcuteSafety  # noqa: PLC0415
        from ..models.determination import Determination  # noqa: PLC0415
        from ..models.next_step import NextStep  # noqa: PLC0415
        from ..models.reply import Reply  # noqa: PLC0415

        d = dict(src_dict)
        asked_by = check_extension_asked_by(d.pop("askedBy"))

        claim_id = d.pop("claimId")

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

        document_ids = cast(list[str], d.pop("documentIds"))

        extension_id = d.pop("extensionId")

        guarantee_id = d.pop("guaranteeId")

        next_steps = []
        _next_steps = d.pop("nextSteps")
        for next_steps_item_data in _next_steps:
            next_steps_item = NextStep.from_dict(next_steps_item_data)

            next_steps.append(next_steps_item)

        reason = d.pop("reason")

        replies = []
        _replies = d.pop("replies")
        for replies_item_data in _replies:
            replies_item = Reply.from_dict(replies_item_data)

            replies.append(replies_item)

        requested_at = datetime.datetime.fromisoformat(d.pop("requestedAt"))

        status = check_extension_status(d.pop("status"))

        version = d.pop("version")

        achieved = d.pop("achieved", UNSET)

        clinic_id = d.pop("clinicId", UNSET)

        question = d.pop("question", UNSET)

        _safety = d.pop("safety", UNSET)
        safety: AcuteSafety | Unset
        if isinstance(_safety, Unset):
            safety = UNSET
        else:
            safety = AcuteSafety.from_dict(_safety)

        _sent_by = d.pop("sentBy", UNSET)
        sent_by: ExtensionSentBy | Unset
        if isinstance(_sent_by, Unset):
            sent_by = UNSET
        else:
            sent_by = check_extension_sent_by(_sent_by)

        sessions = d.pop("sessions", UNSET)

        _told_at = d.pop("toldAt", UNSET)
        told_at: datetime.datetime | Unset
        if isinstance(_told_at, Unset):
            told_at = UNSET
        else:
            told_at = datetime.datetime.fromisoformat(_told_at)

        extension = cls(
            asked_by=asked_by,
            claim_id=claim_id,
            decision=decision,
            document_ids=document_ids,
            extension_id=extension_id,
            guarantee_id=guarantee_id,
            next_steps=next_steps,
            reason=reason,
            replies=replies,
            requested_at=requested_at,
            status=status,
            version=version,
            achieved=achieved,
            clinic_id=clinic_id,
            question=question,
            safety=safety,
            sent_by=sent_by,
            sessions=sessions,
            told_at=told_at,
        )

        extension.additional_properties = d
        return extension

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
