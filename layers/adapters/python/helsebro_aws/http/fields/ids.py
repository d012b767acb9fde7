"""Ids in bodies and answers, each with its form and an example. An id is opaque: it is only compared."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from helsebro import ids
from helsebro_aws.http.call import LONGEST_ID


def _id(prefix: str, of: str, example: str = "a2zt5pxlrqsc3dmkow7vyb4g") -> Any:
    return Field(
        pattern=rf"^{prefix}_",
        max_length=LONGEST_ID,
        description=f"The id of {of}.",
        examples=[f"{prefix}_{example}"],
    )


PersonIdField = Annotated[ids.PersonId, _id("per", "the person")]
PolicyIdField = Annotated[ids.PolicyId, _id("pol", "the policy")]
ClaimIdField = Annotated[ids.ClaimId, _id("clm", "the claim")]
DraftIdField = Annotated[ids.DraftId, _id("drf", "the draft", "0f2m3k8hqjt5e6p1s9vbdcagn4")]
MandateIdField = Annotated[ids.MandateId, _id("man", "the mandate")]
DocumentIdField = Annotated[
    ids.DocumentId,
    Field(
        pattern=r"^doc_[a-z2-7]{8,200}$",
        description="The id of the document.",
        examples=["doc_a2zt5pxlrqsc3dmkow7vyb4g"],
    ),
]
TaskIdField = Annotated[ids.TaskId, _id("tsk", "the task")]
GuaranteeIdField = Annotated[ids.GuaranteeId, _id("gar", "the guarantee")]
ExtensionIdField = Annotated[ids.ExtensionId, _id("ext", "the extension")]
RefundIdField = Annotated[ids.RefundId, _id("ref", "the refund")]
ComplaintIdField = Annotated[str, _id("cpl", "the complaint")]
InvoiceIdField = Annotated[ids.InvoiceId, _id("inv", "the invoice")]
PayableIdField = Annotated[ids.PayableId, _id("pay", "the payable")]
PayeeIdField = Annotated[ids.PayeeId, _id("pye", "the payee", "0f2m3k8hqjt5e6p1s9vbdcagn4")]
PaymentFileIdField = Annotated[
    ids.PaymentFileId, _id("pfl", "the payment file", "0f2m3k8hqjt5e6p1s9vbdcagn4")
]
BankReportIdField = Annotated[ids.BankReportId, _id("rpt", "the bank report")]
ClinicConsentIdField = Annotated[str, _id("con", "the consent to a clinic")]
ClinicIdField = Annotated[ids.ClinicId, _id("cli", "the clinic", "a2zt5pxlrqsc3dmk")]
PractitionerIdField = Annotated[ids.PractitionerId, _id("prc", "the practitioner", "a2zt5pxlrqsc3dmk")]
SlotIdField = Annotated[ids.SlotId, _id("slt", "the slot")]
BookingIdField = Annotated[ids.BookingId, _id("bkg", "the booking")]
WaitlistIdField = Annotated[ids.WaitlistId, _id("wtl", "the waitlist entry")]
EnquiryIdField = Annotated[ids.EnquiryId, _id("enq", "the enquiry")]
ThreadIdField = Annotated[
    ids.ThreadId,
    Field(
        pattern=r"^(clm|enq)_",
        max_length=LONGEST_ID,
        description="The id of the thread: that of its claim, or of the enquiry before a case.",
        examples=["clm_a2zt5pxlrqsc3dmkow7vyb4g"],
    ),
]
MessageIdField = Annotated[ids.MessageId, _id("msg", "the message")]
HoldIdField = Annotated[str, _id("hld", "the hold")]
NoticeIdField = Annotated[str, _id("ntc", "the notice", "0f2m3k8hqjt5e6p1s9vbdcagn4")]
EndpointIdField = Annotated[str, _id("whe", "the webhook endpoint", "a2zt5pxlrqsc3dmk")]
DeliveryIdField = Annotated[str, _id("dlv", "the delivery", "0f2m3k8hqjt5e6p1s9vbdcagn4")]
LetterIdField = Annotated[str, _id("ltr", "the letter", "5f0c1b7e9a2d4c68b3e1f0a7d9c2b4e6")]
NotificationIdField = Annotated[str, _id("ntf", "the notification", "5f0c1b7e9a2d4c68b3e1f0a7d9c2b4e6")]
EventIdField = Annotated[str, _id("evt", "the event", "0f2m3k8hqjt5e6p1s9vbdcagn4")]
