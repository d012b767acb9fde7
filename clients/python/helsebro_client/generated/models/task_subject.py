from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.task_subject_step import TaskSubjectStep, check_task_subject_step
from ..types import UNSET, Unset

T = TypeVar("T", bound="TaskSubject")


@_attrs_define
class TaskSubject:
    """What a task is about: a claim, its refund or extension, a clinic, its practitioner or its
    invoice, a session or a payment.

        Attributes:
            booking_id (str | Unset): The id of the booking, in a task about a session.
            claim_id (str | Unset): The id of the claim; absent in a task about a clinic.
            clinic_id (str | Unset): The id of the clinic, in a task about one, its practitioner or its invoice.
            complaint_id (str | Unset): The id of the complaint, in a task about one.
            extension_id (str | Unset): The id of the extension, in a task about one.
            file_id (str | Unset): The id of the payment file, in a task about a payment.
            guarantee_id (str | Unset): The id of the guarantee to extend or invoiced, in a task about one of these.
            guardian_id (str | Unset): The id of the person who would be the guardian, in a task about one.
            guardian_name (str | Unset): The registered name of that person; absent when the payer insures them not.
            invoice_id (str | Unset): The id of the invoice, in a task about one.
            payable_id (str | Unset): The id of the payable, in a task about a payment.
            person_id (str | Unset): The id of the child, in a task about a guardian.
            person_name (None | str | Unset): The person's registered name, as in the policy. For the staff of the payer;
                null where no policy of the payer names the person.
            policy_id (str | Unset): The id of the policy that enrols the child, in a task about a guardian.
            practitioner_id (str | Unset): The id of the practitioner, in a task about one.
            refund_id (str | Unset): The id of the refund, in a task about one.
            report_id (str | Unset): The id of the bank report, in a task about its rows.
            step (TaskSubjectStep | Unset): To whom the member complains, in a task about a complaint.
    """

    booking_id: str | Unset = UNSET
    claim_id: str | Unset = UNSET
    clinic_id: str | Unset = UNSET
    complaint_id: str | Unset = UNSET
    extension_id: str | Unset = UNSET
    file_id: str | Unset = UNSET
    guarantee_id: str | Unset = UNSET
    guardian_id: str | Unset = UNSET
    guardian_name: str | Unset = UNSET
    invoice_id: str | Unset = UNSET
    payable_id: str | Unset = UNSET
    person_id: str | Unset = UNSET
    person_name: None | str | Unset = UNSET
    policy_id: str | Unset = UNSET
    practitioner_id: str | Unset = UNSET
    refund_id: str | Unset = UNSET
    report_id: str | Unset = UNSET
    step: TaskSubjectStep | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        booking_id = self.booking_id

        claim_id = self.claim_id

        clinic_id = self.clinic_id

        complaint_id = self.complaint_id

        extension_id = self.extension_id

        file_id = self.file_id

        guarantee_id = self.guarantee_id

        guardian_id = self.guardian_id

        guardian_name = self.guardian_name

        invoice_id = self.invoice_id

        payable_id = self.payable_id

        person_id = self.person_id

        person_name: None | str | Unset
        if isinstance(self.person_name, Unset):
            person_name = UNSET
        else:
            person_name = self.person_name

        policy_id = self.policy_id

        practitioner_id = self.practitioner_id

        refund_id = self.refund_id

        report_id = self.report_id

        step: str | Unset = UNSET
        if not isinstance(self.step, Unset):
            step = self.step

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if booking_id is not UNSET:
            field_dict["bookingId"] = booking_id
        if claim_id is not UNSET:
            field_dict["claimId"] = claim_id
        if clinic_id is not UNSET:
            field_dict["clinicId"] = clinic_id
        if complaint_id is not UNSET:
            field_dict["complaintId"] = complaint_id
        if extension_id is not UNSET:
            field_dict["extensionId"] = extension_id
        if file_id is not UNSET:
            field_dict["fileId"] = file_id
        if guarantee_id is not UNSET:
            field_dict["guaranteeId"] = guarantee_id
        if guardian_id is not UNSET:
            field_dict["guardianId"] = guardian_id
        if guardian_name is not UNSET:
            field_dict["guardianName"] = guardian_name
        if invoice_id is not UNSET:
            field_dict["invoiceId"] = invoice_id
        if payable_id is not UNSET:
            field_dict["payableId"] = payable_id
        if person_id is not UNSET:
            field_dict["personId"] = person_id
        if person_name is not UNSET:
            field_dict["personName"] = person_name
        if policy_id is not UNSET:
            field_dict["policyId"] = policy_id
        if practitioner_id is not UNSET:
            field_dict["practitionerId"] = practitioner_id
        if refund_id is not UNSET:
            field_dict["refundId"] = refund_id
        if report_id is not UNSET:
            field_dict["reportId"] = report_id
        if step is not UNSET:
            field_dict["step"] = step

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        booking_id = d.pop("bookingId", UNSET)

        claim_id = d.pop("claimId", UNSET)

        clinic_id = d.pop("clinicId", UNSET)

        complaint_id = d.pop("complaintId", UNSET)

        extension_id = d.pop("extensionId", UNSET)

        file_id = d.pop("fileId", UNSET)

        guarantee_id = d.pop("guaranteeId", UNSET)

        guardian_id = d.pop("guardianId", UNSET)

        guardian_name = d.pop("guardianName", UNSET)

        invoice_id = d.pop("invoiceId", UNSET)

        payable_id = d.pop("payableId", UNSET)

        person_id = d.pop("personId", UNSET)

        def _parse_person_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        person_name = _parse_person_name(d.pop("personName", UNSET))

        policy_id = d.pop("policyId", UNSET)

        practitioner_id = d.pop("practitionerId", UNSET)

        refund_id = d.pop("refundId", UNSET)

        report_id = d.pop("reportId", UNSET)

        _step = d.pop("step", UNSET)
        step: TaskSubjectStep | Unset
        if isinstance(_step, Unset):
            step = UNSET
        else:
            step = check_task_subject_step(_step)

        task_subject = cls(
            booking_id=booking_id,
            claim_id=claim_id,
            clinic_id=clinic_id,
            complaint_id=complaint_id,
            extension_id=extension_id,
            file_id=file_id,
            guarantee_id=guarantee_id,
            guardian_id=guardian_id,
            guardian_name=guardian_name,
            invoice_id=invoice_id,
            payable_id=payable_id,
            person_id=person_id,
            person_name=person_name,
            policy_id=policy_id,
            practitioner_id=practitioner_id,
            refund_id=refund_id,
            report_id=report_id,
            step=step,
        )

        task_subject.additional_properties = d
        return task_subject

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
