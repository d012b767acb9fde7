"""Subject: what a task is about, named by ids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from helsebro import ids
from helsebro.ids import (
    BankReportId,
    BookingId,
    ClaimId,
    ClinicId,
    ComplaintId,
    ExtensionId,
    GuaranteeId,
    InvoiceId,
    PayableId,
    PaymentFileId,
    PersonId,
    PolicyId,
    PractitionerId,
    RefundId,
)


@dataclass(frozen=True)
class ClaimReview:
    """The review of a claim."""

    claim_id: ClaimId

    @property
    def subject_id(self) -> ClaimId:
        """The id of the reviewed claim."""
        return self.claim_id

    def ids(self) -> dict[str, str]:
        """Returns the ids that events hold."""
        return {"claimId": self.claim_id}


@dataclass(frozen=True)
class RefundReview:
    """The review of a refund on a claim."""

    claim_id: ClaimId
    refund_id: RefundId

    @property
    def subject_id(self) -> RefundId:
        """The id of the reviewed refund."""
        return self.refund_id

    def ids(self) -> dict[str, str]:
        """Returns the ids that events hold."""
        return {"claimId": self.claim_id, "refundId": self.refund_id}


@dataclass(frozen=True)
class ExtensionReview:
    """The review of an extension of a guarantee."""

    claim_id: ClaimId
    extension_id: ExtensionId
    guarantee_id: GuaranteeId

    @property
    def subject_id(self) -> ExtensionId:
        """The id of the reviewed extension."""
        return self.extension_id

    def ids(self) -> dict[str, str]:
        """Returns the ids that events hold."""
        return {
            "claimId": self.claim_id,
            "extensionId": self.extension_id,
            "guaranteeId": self.guarantee_id,
        }


@dataclass(frozen=True)
class ComplaintReview:
    """The review of a complaint about the denial of a claim, at one step."""

    claim_id: ClaimId
    complaint_id: ComplaintId
    step: Literal["department", "quality", "board"]

    @property
    def subject_id(self) -> ComplaintId:
        """The id of the complaint."""
        return self.complaint_id

    def ids(self) -> dict[str, str]:
        """Returns the ids that events hold, and the step."""
        return {"claimId": self.claim_id, "complaintId": self.complaint_id, "step": self.step}


@dataclass(frozen=True)
class ClinicReview:
    """The review of a clinic, by the network team of the platform: no payer's task."""

    clinic_id: ClinicId

    @property
    def subject_id(self) -> ClinicId:
        """The id of the reviewed clinic."""
        return self.clinic_id

    def ids(self) -> dict[str, str]:
        """Returns the ids that events hold."""
        return {"clinicId": self.clinic_id}


@dataclass(frozen=True)
class PractitionerReview:
    """The review of a practitioner, by the network team of the platform; its task is the clinic's."""

    clinic_id: ClinicId
    practitioner_id: PractitionerId

    @property
    def subject_id(self) -> ClinicId:
        """The id of the clinic, which the id of the task contains."""
        return self.clinic_id

    def ids(self) -> dict[str, str]:
        """Returns the ids that events hold."""
        return {"clinicId": self.clinic_id, "practitionerId": self.practitioner_id}


@dataclass(frozen=True)
class FamilyReview:
    """The review of a child's family: whether a person is its guardian, as an enrolment in a policy says."""

    policy_id: PolicyId
    person_id: PersonId
    guardian_id: PersonId

    @property
    def subject_id(self) -> PolicyId:
        """The id of the policy, whose payer the task belongs to."""
        return self.policy_id

    def ids(self) -> dict[str, str]:
        """Returns the ids that events hold."""
        return {
            "policyId": self.policy_id,
            "personId": self.person_id,
            "guardianId": self.guardian_id,
        }


@dataclass(frozen=True)
class InvoiceReview:
    """The review of a clinic's invoice by finance: of what it asks for, not of the case it belongs to."""

    invoice_id: InvoiceId
    clinic_id: ClinicId
    guarantee_id: GuaranteeId

    @property
    def subject_id(self) -> GuaranteeId:
        """The id of the guarantee that it is sent under, whose case the id of the task contains."""
        return self.guarantee_id

    def ids(self) -> dict[str, str]:
        """Returns the ids that events hold."""
        return {
            "invoiceId": self.invoice_id,
            "clinicId": self.clinic_id,
            "guaranteeId": self.guarantee_id,
        }


@dataclass(frozen=True)
class PaymentReview:
    """The review of a payment by finance: what the payer owes, and the payment file that it was to be in."""

    payable_id: PayableId
    file_id: PaymentFileId

    @property
    def subject_id(self) -> PayableId:
        """The id of the payable, which contains its case."""
        return self.payable_id

    def ids(self) -> dict[str, str]:
        """Returns the ids that events hold."""
        return {"payableId": self.payable_id, "fileId": self.file_id}


@dataclass(frozen=True)
class BankReportReview:
    """The review of rows of a bank's report that name no payment of the payer."""

    report_id: BankReportId

    @property
    def subject_id(self) -> BankReportId:
        """The id of the report, which contains its payer."""
        return self.report_id

    def ids(self) -> dict[str, str]:
        """Returns the ids that events hold."""
        return {"reportId": self.report_id}


@dataclass(frozen=True)
class SessionReview:
    """The review by finance of a session that its clinic is paid for without an invoice."""

    booking_id: BookingId
    clinic_id: ClinicId
    guarantee_id: GuaranteeId

    @property
    def subject_id(self) -> GuaranteeId:
        """The id of the guarantee, whose case the id of the task contains."""
        return self.guarantee_id

    def ids(self) -> dict[str, str]:
        """Returns the ids that events hold."""
        return {
            "bookingId": self.booking_id,
            "clinicId": self.clinic_id,
            "guaranteeId": self.guarantee_id,
        }


CaseSubject = ClaimReview | RefundReview | ExtensionReview | ComplaintReview
"""What belongs to a claim, and so to a payer."""
NetworkSubject = ClinicReview | PractitionerReview
"""What belongs to the network of the platform, and so to no payer."""
OutsideCases = (
    NetworkSubject | FamilyReview | InvoiceReview | PaymentReview | BankReportReview | SessionReview
)
"""What decides nothing about a claim."""
Subject = CaseSubject | OutsideCases


def payer_of(subject: Subject) -> str:
    """Returns the payer whose staff work on the subject; empty for the platform's own staff."""
    return "" if isinstance(subject, NetworkSubject) else ids.payer_of(subject.subject_id)
