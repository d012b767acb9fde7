from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.open_deadline_kind import OpenDeadlineKind, check_open_deadline_kind
from ..models.open_deadline_queue import OpenDeadlineQueue, check_open_deadline_queue
from ..models.open_deadline_state import OpenDeadlineState, check_open_deadline_state
from ..types import UNSET, Unset

T = TypeVar("T", bound="OpenDeadline")


@_attrs_define
class OpenDeadline:
    """A deadline that the payer's staff still have to keep.

    It is of a claim or of a policy, and names what it is about if that is another thing.

        Attributes:
            due_at (datetime.datetime): When it is due; later while the clock is paused.
            kind (OpenDeadlineKind): What it is for.
            queue (OpenDeadlineQueue): The queue that keeps it.
            state (OpenDeadlineState): Whether it runs, pauses while the member answers, or was missed.
            title (str): The same in the caller's language.
            booking_id (str | Unset): The id of the booking that it is about.
            claim_id (str | Unset): The id of its claim. Absent when it is of a policy.
            clinic_consent_id (str | Unset): The id of the consent to a clinic that expires.
            clinic_id (str | Unset): The id of the clinic whose contract it is about.
            complaint_id (str | Unset): The id of the complaint that it is about.
            enquiry_id (str | Unset): The id of the enquiry whose message waits, when it belongs to no case.
            extension_id (str | Unset): The id of the extension that it is about.
            guarantee_id (str | Unset): The id of the guarantee that it is about.
            message_id (str | Unset): The id of the message that waits for an answer.
            notice_id (str | Unset): The id of the notice that it is about.
            person_id (str | Unset): The id of the person whose cover ends.
            policy_id (str | Unset): The id of its policy. Absent when it is of a claim.
            practitioner_id (str | Unset): The id of the practitioner whose authorisation it is about.
            refund_id (str | Unset): The id of the refund that it is about.
    """

    due_at: datetime.datetime
    kind: OpenDeadlineKind
    queue: OpenDeadlineQueue
    state: OpenDeadlineState
    title: str
    booking_id: str | Unset = UNSET
    claim_id: str | Unset = UNSET
    clinic_consent_id: str | Unset = UNSET
    clinic_id: str | Unset = UNSET
    complaint_id: str | Unset = UNSET
    enquiry_id: str | Unset = UNSET
    extension_id: str | Unset = UNSET
    guarantee_id: str | Unset = UNSET
    message_id: str | Unset = UNSET
    notice_id: str | Unset = UNSET
    person_id: str | Unset = UNSET
    policy_id: str | Unset = UNSET
    practitioner_id: str | Unset = UNSET
    refund_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        due_at = self.due_at.isoformat()

        kind: str = self.kind

        queue: str = self.queue

        state: str = self.state

        title = self.title

        booking_id = self.booking_id

        claim_id = self.claim_id

        clinic_consent_id = self.clinic_consent_id

        clinic_id = self.clinic_id

        complaint_id = self.complaint_id

        enquiry_id = self.enquiry_id

        extension_id = self.extension_id

        guarantee_id = self.guarantee_id

        message_id = self.message_id

        notice_id = self.notice_id

        person_id = self.person_id

        policy_id = self.policy_id

        practitioner_id = self.practitioner_id

        refund_id = self.refund_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "dueAt": due_at,
                "kind": kind,
                "queue": queue,
                "state": state,
                "title": title,
            }
        )
        if booking_id is not UNSET:
            field_dict["bookingId"] = booking_id
        if claim_id is not UNSET:
            field_dict["claimId"] = claim_id
        if clinic_consent_id is not UNSET:
            field_dict["clinicConsentId"] = clinic_consent_id
        if clinic_id is not UNSET:
            field_dict["clinicId"] = clinic_id
        if complaint_id is not UNSET:
            field_dict["complaintId"] = complaint_id
        if enquiry_id is not UNSET:
            field_dict["enquiryId"] = enquiry_id
        if extension_id is not UNSET:
            field_dict["extensionId"] = extension_id
        if guarantee_id is not UNSET:
            field_dict["guaranteeId"] = guarantee_id
        if message_id is not UNSET:
            field_dict["messageId"] = message_id
        if notice_id is not UNSET:
            field_dict["noticeId"] = notice_id
        if person_id is not UNSET:
            field_dict["personId"] = person_id
        if policy_id is not UNSET:
            field_dict["policyId"] = policy_id
        if practitioner_id is not UNSET:
            field_dict["practitionerId"] = practitioner_id
        if refund_id is not UNSET:
            field_dict["refundId"] = refund_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        due_at = datetime.datetime.fromisoformat(d.pop("dueAt"))

        kind = check_open_deadline_kind(d.pop("kind"))

        queue = check_open_deadline_queue(d.pop("queue"))

        state = check_open_deadline_state(d.pop("state"))

        title = d.pop("title")

        booking_id = d.pop("bookingId", UNSET)

        claim_id = d.pop("claimId", UNSET)

        clinic_consent_id = d.pop("clinicConsentId", UNSET)

        clinic_id = d.pop("clinicId", UNSET)

        complaint_id = d.pop("complaintId", UNSET)

        enquiry_id = d.pop("enquiryId", UNSET)

        extension_id = d.pop("extensionId", UNSET)

        guarantee_id = d.pop("guaranteeId", UNSET)

        message_id = d.pop("messageId", UNSET)

        notice_id = d.pop("noticeId", UNSET)

        person_id = d.pop("personId", UNSET)

        policy_id = d.pop("policyId", UNSET)

        practitioner_id = d.pop("practitionerId", UNSET)

        refund_id = d.pop("refundId", UNSET)

        open_deadline = cls(
            due_at=due_at,
            kind=kind,
            queue=queue,
            state=state,
            title=title,
            booking_id=booking_id,
            claim_id=claim_id,
            clinic_consent_id=clinic_consent_id,
            clinic_id=clinic_id,
            complaint_id=complaint_id,
            enquiry_id=enquiry_id,
            extension_id=extension_id,
            guarantee_id=guarantee_id,
            message_id=message_id,
            notice_id=notice_id,
            person_id=person_id,
            policy_id=policy_id,
            practitioner_id=practitioner_id,
            refund_id=refund_id,
        )

        open_deadline.additional_properties = d
        return open_deadline

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
