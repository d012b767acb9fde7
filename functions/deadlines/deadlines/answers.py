"""What the list of open deadlines answers."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field, JsonValue
from typing_extensions import TypedDict

from helsebro.deadlines.clock_row import ClockQueue
from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.open_deadline import OpenState
from helsebro_aws.http.fields.ids import (
    BookingIdField,
    ClaimIdField,
    ClinicConsentIdField,
    ClinicIdField,
    ComplaintIdField,
    EnquiryIdField,
    ExtensionIdField,
    GuaranteeIdField,
    MessageIdField,
    NoticeIdField,
    PersonIdField,
    PolicyIdField,
    PractitionerIdField,
    RefundIdField,
)
from helsebro_aws.http.fields.shown import InstantShown

KINDS: list[JsonValue] = [row.kind for row in CLOCKS.values() if row.nature != "reminder"]


class OpenDeadlineAnswer(TypedDict):
    """A deadline that the payer's staff still have to keep.

    It is of a claim or of a policy, and names what it is about if that is another thing.
    """

    kind: Annotated[str, Field(description="What it is for.", json_schema_extra={"enum": KINDS})]
    title: Annotated[str, Field(description="The same in the caller's language.", examples=["Første svar"])]
    queue: Annotated[ClockQueue, Field(description="The queue that keeps it.")]
    state: Annotated[
        OpenState, Field(description="Whether it runs, pauses while the member answers, or was missed.")
    ]
    dueAt: Annotated[InstantShown, Field(description="When it is due; later while the clock is paused.")]
    claimId: NotRequired[
        Annotated[ClaimIdField, Field(description="The id of its claim. Absent when it is of a policy.")]
    ]
    policyId: NotRequired[
        Annotated[PolicyIdField, Field(description="The id of its policy. Absent when it is of a claim.")]
    ]
    guaranteeId: NotRequired[
        Annotated[GuaranteeIdField, Field(description="The id of the guarantee that it is about.")]
    ]
    refundId: NotRequired[
        Annotated[RefundIdField, Field(description="The id of the refund that it is about.")]
    ]
    extensionId: NotRequired[
        Annotated[ExtensionIdField, Field(description="The id of the extension that it is about.")]
    ]
    messageId: NotRequired[
        Annotated[MessageIdField, Field(description="The id of the message that waits for an answer.")]
    ]
    enquiryId: NotRequired[
        Annotated[
            EnquiryIdField,
            Field(description="The id of the enquiry whose message waits, when it belongs to no case."),
        ]
    ]
    bookingId: NotRequired[
        Annotated[BookingIdField, Field(description="The id of the booking that it is about.")]
    ]
    noticeId: NotRequired[
        Annotated[NoticeIdField, Field(description="The id of the notice that it is about.")]
    ]
    personId: NotRequired[
        Annotated[PersonIdField, Field(description="The id of the person whose cover ends.")]
    ]
    clinicConsentId: NotRequired[
        Annotated[ClinicConsentIdField, Field(description="The id of the consent to a clinic that expires.")]
    ]
    clinicId: NotRequired[
        Annotated[ClinicIdField, Field(description="The id of the clinic whose contract it is about.")]
    ]
    practitionerId: NotRequired[
        Annotated[
            PractitionerIdField,
            Field(description="The id of the practitioner whose authorisation it is about."),
        ]
    ]
    complaintId: NotRequired[
        Annotated[ComplaintIdField, Field(description="The id of the complaint that it is about.")]
    ]
