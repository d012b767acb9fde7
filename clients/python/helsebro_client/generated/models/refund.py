from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.refund_status import RefundStatus, check_refund_status
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.acute_safety import AcuteSafety
    from ..models.bill import Bill
    from ..models.money import Money
    from ..models.next_step import NextStep
    from ..models.open_fact import OpenFact
    from ..models.paid_to import PaidTo
    from ..models.refund_payment import RefundPayment
    from ..models.refund_treatment import RefundTreatment
    from ..models.reply import Reply
    from ..models.same_bill import SameBill
    from ..models.trail_step import TrailStep


T = TypeVar("T", bound="Refund")


@_attrs_define
class Refund:
    """A refund of bills that the member has paid. The account is never shown in full.

    Attributes:
        bills (list[Bill]): The sum of each bill whose treatments are known: of several, those that name it.
        claim_id (str): The id of the claim.
        claimed (Money): An amount of 0 or more, with at most two decimals.
        document_ids (list[str]): The bills.
        next_steps (list[NextStep]): Until it is decided, what the staff ask and by when it is decided. Then when the
            money comes; when the bills are not paid in full, also who else can help and how to complain.
        received_at (datetime.datetime): When it was asked for.
        refund_id (str): The id of the refund.
        replies (list[Reply]): The member's answers to what the staff asked, the first one first.
        status (RefundStatus): Where the refund stands.
        trail (list[TrailStep]): Each rule that bore on a treatment, once, as the last one that it bore on has it. Empty
            until it is decided.
        treatments (list[RefundTreatment]): The treatments of the bills.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
        amount_hangs_on (list[OpenFact] | Unset): What leaves the amount open and the member can answer, with `PUT
            /v1/claims/{claimId}/facts`: such as whether the practitioner of a bill from outside the network has a provider
            number. Absent when there was nothing, and once it is decided.
        approved (Money | Unset): An amount of 0 or more, with at most two decimals.
        decided_at (datetime.datetime | Unset): When it was decided. Absent until then.
        paid_at (datetime.datetime | Unset): When the bank was known to have paid it. Absent until then.
        paid_to (PaidTo | Unset): The account that a refund is paid to.
        payment (RefundPayment | Unset): How far the payment of a refund has come.
        payment_returned_at (datetime.datetime | Unset): When the bank said that the payment failed, because the account
            does not take it, say. The staff pay it again. Absent without, and once it is paid.
        question (str | Unset): What the staff ask the member. Absent when they ask nothing, and once it is answered.
        reason (str | Unset): The reason of the decision. Absent without one.
        safety (AcuteSafety | Unset): What to do now, since what was stated or written cannot wait. Show it before all
            else.
        same_bills (list[SameBill] | Unset): The bills whose file another person at the payer has sent too, at most ten
            refunds for each. For staff only, and absent when there are none.
    """

    bills: list[Bill]
    claim_id: str
    claimed: Money
    document_ids: list[str]
    next_steps: list[NextStep]
    received_at: datetime.datetime
    refund_id: str
    replies: list[Reply]
    status: RefundStatus
    trail: list[TrailStep]
    treatments: list[RefundTreatment]
    version: int
    amount_hangs_on: list[OpenFact] | Unset = UNSET
    approved: Money | Unset = UNSET
    decided_at: datetime.datetime | Unset = UNSET
    paid_at: datetime.datetime | Unset = UNSET
    paid_to: PaidTo | Unset = UNSET
    payment: RefundPayment | Unset = UNSET
    payment_returned_at: datetime.datetime | Unset = UNSET
    question: str | Unset = UNSET
    reason: str | Unset = UNSET
    safety: AcuteSafety | Unset = UNSET
    same_bills: list[SameBill] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        bills = []
        for bills_item_data in self.bills:
            bills_item = bills_item_data.to_dict()
            bills.append(bills_item)

        claim_id = self.claim_id

        claimed = self.claimed.to_dict()

        document_ids = self.document_ids

        next_steps = []
        for next_steps_item_data in self.next_steps:
            next_steps_item = next_steps_item_data.to_dict()
            next_steps.append(next_steps_item)

        received_at = self.received_at.isoformat()

        refund_id = self.refund_id

        replies = []
        for replies_item_data in self.replies:
            replies_item = replies_item_data.to_dict()
            replies.append(replies_item)

        status: str = self.status

        trail = []
        for trail_item_data in self.trail:
            trail_item = trail_item_data.to_dict()
            trail.append(trail_item)

        treatments = []
        for treatments_item_data in self.treatments:
            treatments_item = treatments_item_data.to_dict()
            treatments.append(treatments_item)

        version = self.version

        amount_hangs_on: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.amount_hangs_on, Unset):
            amount_hangs_on = []
            for amount_hangs_on_item_data in self.amount_hangs_on:
                amount_hangs_on_item = amount_hangs_on_item_data.to_dict()
                amount_hangs_on.append(amount_hangs_on_item)

        approved: dict[str, Any] | Unset = UNSET
        if not isinstance(self.approved, Unset):
            approved = self.approved.to_dict()

        decided_at: str | Unset = UNSET
        if not isinstance(self.decided_at, Unset):
            decided_at = self.decided_at.isoformat()

        paid_at: str | Unset = UNSET
        if not isinstance(self.paid_at, Unset):
            paid_at = self.paid_at.isoformat()

        paid_to: dict[str, Any] | Unset = UNSET
        if not isinstance(self.paid_to, Unset):
            paid_to = self.paid_to.to_dict()

        payment: dict[str, Any] | Unset = UNSET
        if not isinstance(self.payment, Unset):
            payment = self.payment.to_dict()

        payment_returned_at: str | Unset = UNSET
        if not isinstance(self.payment_returned_at, Unset):
            payment_returned_at = self.payment_returned_at.isoformat()

        question = self.question

        reason = self.reason

        safety: dict[str, Any] | Unset = UNSET
        if not isinstance(self.safety, Unset):
            safety = self.safety.to_dict()

        same_bills: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.same_bills, Unset):
            same_bills = []
            for same_bills_item_data in self.same_bills:
                same_bills_item = same_bills_item_data.to_dict()
                same_bills.append(same_bills_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bills": bills,
                "claimId": claim_id,
                "claimed": claimed,
                "documentIds": document_ids,
                "nextSteps": next_steps,
                "receivedAt": received_at,
                "refundId": refund_id,
                "replies": replies,
                "status": status,
                "trail": trail,
                "treatments": treatments,
                "version": version,
            }
        )
        if amount_hangs_on is not UNSET:
            field_dict["amountHangsOn"] = amount_hangs_on
        if approved is not UNSET:
            field_dict["approved"] = approved
        if decided_at is not UNSET:
            field_dict["decidedAt"] = decided_at
        if paid_at is not UNSET:
            field_dict["paidAt"] = paid_at
        if paid_to is not UNSET:
            field_dict["paidTo"] = paid_to
        if payment is not UNSET:
            field_dict["payment"] = payment
        if payment_returned_at is not UNSET:
            field_dict["paymentReturnedAt"] = payment_returned_at
        if question is not UNSET:
            field_dict["question"] = question
        if reason is not UNSET:
            field_dict["reason"] = reason
        if safety is not UNSET:
            field_dict["safety"] = safety
        if same_bills is not UNSET:
            field_dict["sameBills"] = same_bills

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.acute_safety import AcuteSafety  # noqa: PLC0415
        from ..models.bill import Bill  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415
        from ..models.next_step import NextStep  # noqa: PLC0415
        from ..models.open_fact import OpenFact  # noqa: PLC0415
        from ..models.paid_to import PaidTo  # noqa: PLC0415
        from ..models.refund_payment import RefundPayment  # noqa: PLC0415
        from ..models.refund_treatment import RefundTreatment  # noqa: PLC0415
        from ..models.reply import Reply  # noqa: PLC0415
        from ..models.same_bill import SameBill  # noqa: PLC0415
        from ..models.trail_step import TrailStep  # noqa: PLC0415

        d = dict(src_dict)
        bills = []
        _bills = d.pop("bills")
        for bills_item_data in _bills:
            bills_item = Bill.from_dict(bills_item_data)

            bills.append(bills_item)

        claim_id = d.pop("claimId")

        claimed = Money.from_dict(d.pop("claimed"))

        document_ids = cast(list[str], d.pop("documentIds"))

        next_steps = []
        _next_steps = d.pop("nextSteps")
        for next_steps_item_data in _next_steps:
            next_steps_item = NextStep.from_dict(next_steps_item_data)

            next_steps.append(next_steps_item)

        received_at = datetime.datetime.fromisoformat(d.pop("receivedAt"))

        refund_id = d.pop("refundId")

        replies = []
        _replies = d.pop("replies")
        for replies_item_data in _replies:
            replies_item = Reply.from_dict(replies_item_data)

            replies.append(replies_item)

        status = check_refund_status(d.pop("status"))

        trail = []
        _trail = d.pop("trail")
        for trail_item_data in _trail:
            trail_item = TrailStep.from_dict(trail_item_data)

            trail.append(trail_item)

        treatments = []
        _treatments = d.pop("treatments")
        for treatments_item_data in _treatments:
            treatments_item = RefundTreatment.from_dict(treatments_item_data)

            treatments.append(treatments_item)

        version = d.pop("version")

        _amount_hangs_on = d.pop("amountHangsOn", UNSET)
        amount_hangs_on: list[OpenFact] | Unset = UNSET
        if _amount_hangs_on is not UNSET:
            amount_hangs_on = []
            for amount_hangs_on_item_data in _amount_hangs_on:
                amount_hangs_on_item = OpenFact.from_dict(amount_hangs_on_item_data)

                amount_hangs_on.append(amount_hangs_on_item)

        _approved = d.pop("approved", UNSET)
        approved: Money | Unset
        if isinstance(_approved, Unset):
            approved = UNSET
        else:
            approved = Money.from_dict(_approved)

        _decided_at = d.pop("decidedAt", UNSET)
        decided_at: datetime.datetime | Unset
        if isinstance(_decided_at, Unset):
            decided_at = UNSET
        else:
            decided_at = datetime.datetime.fromisoformat(_decided_at)

        _paid_at = d.pop("paidAt", UNSET)
        paid_at: datetime.datetime | Unset
        if isinstance(_paid_at, Unset):
            paid_at = UNSET
        else:
            paid_at = datetime.datetime.fromisoformat(_paid_at)

        _paid_to = d.pop("paidTo", UNSET)
        paid_to: PaidTo | Unset
        if isinstance(_paid_to, Unset):
            paid_to = UNSET
        else:
            paid_to = PaidTo.from_dict(_paid_to)

        _payment = d.pop("payment", UNSET)
        payment: RefundPayment | Unset
        if isinstance(_payment, Unset):
            payment = UNSET
        else:
            payment = RefundPayment.from_dict(_payment)

        _payment_returned_at = d.pop("paymentReturnedAt", UNSET)
        payment_returned_at: datetime.datetime | Unset
        if isinstance(_payment_returned_at, Unset):
            payment_returned_at = UNSET
        else:
            payment_returned_at = datetime.datetime.fromisoformat(_payment_returned_at)

        question = d.pop("question", UNSET)

        reason = d.pop("reason", UNSET)

        _safety = d.pop("safety", UNSET)
        safety: AcuteSafety | Unset
        if isinstance(_safety, Unset):
            safety = UNSET
        else:
            safety = AcuteSafety.from_dict(_safety)

        _same_bills = d.pop("sameBills", UNSET)
        same_bills: list[SameBill] | Unset = UNSET
        if _same_bills is not UNSET:
            same_bills = []
            for same_bills_item_data in _same_bills:
                same_bills_item = SameBill.from_dict(same_bills_item_data)

                same_bills.append(same_bills_item)

        refund = cls(
            bills=bills,
            claim_id=claim_id,
            claimed=claimed,
            document_ids=document_ids,
            next_steps=next_steps,
            received_at=received_at,
            refund_id=refund_id,
            replies=replies,
            status=status,
            trail=trail,
            treatments=treatments,
            version=version,
            amount_hangs_on=amount_hangs_on,
            approved=approved,
            decided_at=decided_at,
            paid_at=paid_at,
            paid_to=paid_to,
            payment=payment,
            payment_returned_at=payment_returned_at,
            question=question,
            reason=reason,
            safety=safety,
            same_bills=same_bills,
        )

        refund.additional_properties = d
        return refund

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
