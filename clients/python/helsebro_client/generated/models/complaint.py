from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.complaint_sent_by import ComplaintSentBy, check_complaint_sent_by
from ..models.complaint_status import ComplaintStatus, check_complaint_status
from ..models.complaint_step import ComplaintStep, check_complaint_step
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.about_denial import AboutDenial
    from ..models.acute_safety import AcuteSafety
    from ..models.determination import Determination


T = TypeVar("T", bound="Complaint")


@_attrs_define
class Complaint:
    """A complaint about the denial of a claim, and what was answered.

    Attributes:
        about (AboutDenial): The denial that a complaint is about; it stays readable on the case.
        answer (Determination | None): The answer; null until it is given.
        claim_id (str): The id of the claim.
        complaint_id (str): The id of the complaint.
        document_ids (list[str]): The documents that support it.
        made_at (datetime.datetime): When it was made.
        sent_by (ComplaintSentBy): The role of who sent it, such as a caseworker for a letter.
        status (ComplaintStatus): Where it stands. `upheld`: the denial stands. `overturned`: the case was decided anew.
        step (ComplaintStep): To whom the member complains.
        text (str): What the member wrote.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
        due_at (datetime.datetime | Unset): By when it is answered. Absent for the board, which takes its own time.
        next_step_by (datetime.date | Unset): The last day to take the next step, once this one is answered with no.
        safety (AcuteSafety | Unset): What to do now, since what was stated or written cannot wait. Show it before all
            else.
    """

    about: AboutDenial
    answer: Determination | None
    claim_id: str
    complaint_id: str
    document_ids: list[str]
    made_at: datetime.datetime
    sent_by: ComplaintSentBy
    status: ComplaintStatus
    step: ComplaintStep
    text: str
    version: int
    due_at: datetime.datetime | Unset = UNSET
    next_step_by: datetime.date | Unset = UNSET
    safety: AcuteSafety | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.determination import Determination  # noqa: PLC0415

        about = self.about.to_dict()

        answer: dict[str, Any] | None
        if isinstance(self.answer, Determination):
            answer = self.answer.to_dict()
        else:
            answer = self.answer

        claim_id = self.claim_id

        complaint_id = self.complaint_id

        document_ids = self.document_ids

        made_at = self.made_at.isoformat()

        sent_by: str = self.sent_by

        status: str = self.status

        step: str = self.step

        text = self.text

        version = self.version

        due_at: str | Unset = UNSET
        if not isinstance(self.due_at, Unset):
            due_at = self.due_at.isoformat()

        next_step_by: str | Unset = UNSET
        if not isinstance(self.next_step_by, Unset):
            next_step_by = self.next_step_by.isoformat()

        safety: dict[str, Any] | Unset = UNSET
        if not isinstance(self.safety, Unset):
            safety = self.safety.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "about": about,
                "answer": answer,
                "claimId": claim_id,
                "complaintId": complaint_id,
                "documentIds": document_ids,
                "madeAt": made_at,
                "sentBy": sent_by,
                "status": status,
                "step": step,
                "text": text,
                "version": version,
            }
        )
        if due_at is not UNSET:
            field_dict["dueAt"] = due_at
        if next_step_by is not UNSET:
            field_dict["nextStepBy"] = next_step_by
        if safety is not UNSET:
            field_dict["safety"] = safety

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.about_denial import AboutDenial  # noqa: PLC0415
        from ..models.acute_safety import AcuteSafety  # noqa: PLC0415
        from ..models.determination import Determination  # noqa: PLC0415

        d = dict(src_dict)
        about = AboutDenial.from_dict(d.pop("about"))

        def _parse_answer(data: object) -> Determination | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                answer_type_0 = Determination.from_dict(data)

                return answer_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Determination | None, data)

        answer = _parse_answer(d.pop("answer"))

        claim_id = d.pop("claimId")

        complaint_id = d.pop("complaintId")

        document_ids = cast(list[str], d.pop("documentIds"))

        made_at = datetime.datetime.fromisoformat(d.pop("madeAt"))

        sent_by = check_complaint_sent_by(d.pop("sentBy"))

        status = check_complaint_status(d.pop("status"))

        step = check_complaint_step(d.pop("step"))

        text = d.pop("text")

        version = d.pop("version")

        _due_at = d.pop("dueAt", UNSET)
        due_at: datetime.datetime | Unset
        if isinstance(_due_at, Unset):
            due_at = UNSET
        else:
            due_at = datetime.datetime.fromisoformat(_due_at)

        _next_step_by = d.pop("nextStepBy", UNSET)
        next_step_by: datetime.date | Unset
        if isinstance(_next_step_by, Unset):
            next_step_by = UNSET
        else:
            next_step_by = datetime.date.fromisoformat(_next_step_by)

        _safety = d.pop("safety", UNSET)
        safety: AcuteSafety | Unset
        if isinstance(_safety, Unset):
            safety = UNSET
        else:
            safety = AcuteSafety.from_dict(_safety)

        complaint = cls(
            about=about,
            answer=answer,
            claim_id=claim_id,
            complaint_id=complaint_id,
            document_ids=document_ids,
            made_at=made_at,
            sent_by=sent_by,
            status=status,
            step=step,
            text=text,
            version=version,
            due_at=due_at,
            next_step_by=next_step_by,
            safety=safety,
        )

        complaint.additional_properties = d
        return complaint

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
