"""The shape of a notice (R-1403–R-1412)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from pydantic import Field, StrictBool

from helsebro.errors import Fault
from helsebro.ids import ClaimId
from helsebro.notices import notice
from helsebro.notices.notice import Notice, NoticeBasis, NoticeKind, NoticeParty, PayerFee
from helsebro.policies.parameters import new_parameter_faults
from helsebro.policies.policy import Module, Policy, PolicyChange
from helsebro_aws.coverage.product_shown import A_PRODUCT
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.call import LONGEST_ID
from helsebro_aws.http.fields.day import Day
from helsebro_aws.http.fields.money import MoneyShape
from helsebro_aws.http.fields.short_text import Readable
from helsebro_aws.policies.index_body import Percent
from helsebro_aws.policies.policy_parameters import PolicyParameters


class NoticeFeeShape(Body):
    """A fee of the payer, new or changed."""

    name: Annotated[
        str,
        Field(min_length=1, max_length=100, description="What it is for.", examples=["Reminder"]),
        Readable,
    ]
    amount: Annotated[MoneyShape, Field(description="The new amount.")]
    before: Annotated[MoneyShape | None, Field(description="The old amount; absent when the fee is new.")] = (
        None
    )

    def fee(self) -> PayerFee:
        """Returns it as a fee."""
        return PayerFee(self.name, self.amount.money(), self.before.money() if self.before else None)


class NoticeChangeShape(Body):
    """The new values of the policy from the day on; an absent field stays unchanged."""

    product: Annotated[
        Annotated[str, Field(max_length=40)] | None,
        Field(description="The new terms, of the same kind as before.", examples=[A_PRODUCT]),
    ] = None
    modules: Annotated[
        Annotated[list[Module], Field(min_length=1, max_length=20)] | None,
        Field(description="What the policy covers from then on.", examples=[["health", "physical"]]),
    ] = None
    annual_sum: Annotated[
        MoneyShape | None, Field(description="The most that is then paid per person and policy year.")
    ] = None
    parameters: Annotated[
        PolicyParameters | None,
        Field(description="Values that replace those of the terms, by name: all of them, not a part."),
    ] = None

    def change(self, notice_id: str, effective_on: date) -> PolicyChange:
        """Returns it as a change of the policy."""
        return PolicyChange(
            notice_id=notice_id,
            effective_on=effective_on,
            product=self.product,
            modules=None if self.modules is None else frozenset(self.modules),
            annual_sum=self.annual_sum.money() if self.annual_sum else None,
            parameters=self.parameters,
        )


class NewNoticeShape(Body):
    """A notice about a policy. Its kind decides which fields it needs and may have.

    An answer to a notice (`not-accepted`, `withdrawn`) takes effect on the day of that notice.
    """

    kind: Annotated[NoticeKind, Field(description="What it is about.")]
    sent_on: Annotated[Day, Field(description="When it was sent. An employer sends it today.")]
    effective_on: Annotated[
        Day | None, Field(description="The first day of its effect. Every notice but an answer needs it.")
    ] = None
    by: Annotated[
        NoticeParty | None,
        Field(description="Who sent it; absent, the party that usually sends this kind of notice."),
    ] = None
    written: Annotated[StrictBool, Field(description="Whether it was sent in writing.")] = True
    basis: Annotated[
        NoticeBasis | None, Field(description="Why a new price or condition needs no notice.")
    ] = None
    percent: Annotated[
        Percent | None, Field(description="How much the price rises, in percent.", examples=[4.5])
    ] = None
    fee: Annotated[NoticeFeeShape | None, Field(description="The fee, in a notice of a fee.")] = None
    claim_id: Annotated[
        Annotated[ClaimId, Field(max_length=LONGEST_ID)] | None,
        Field(description="The id of the claim behind it.", examples=["clm_a2zt5pxlrqsc3dmkow7vyb4g"]),
    ] = None
    settled_on: Annotated[Day | None, Field(description="When that claim was paid: today or earlier.")] = None
    notice_id: Annotated[
        Annotated[str, Field(max_length=LONGEST_ID)] | None,
        Field(
            description="The id of the notice that it refuses or withdraws.",
            examples=["ntc_0f2m3k8hqjt5e6p1s9vbdcagn4"],
        ),
    ] = None
    change: Annotated[
        NoticeChangeShape | None, Field(description="The new values of the policy, if it changes any.")
    ] = None

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults by the domain's own rules."""
        kind, change = sent.get("kind"), sent.get("change")
        names = {field.alias or name for name, field in cls.model_fields.items()}
        given = {name for name in names if sent.get(name) is not None}
        parameters = change.get("parameters") if isinstance(change, dict) else None
        wrong = new_parameter_faults(parameters) if isinstance(parameters, dict) else []
        faults = [replace(fault, pointer=f"/change{fault.pointer}") for fault in wrong]
        if kind not in notice.KINDS:
            return faults
        faults += notice.field_faults(kind, given)
        if "basis" in given & notice.MAY_HAVE.get(kind, frozenset()):
            faults += notice.basis_faults(kind, sent["basis"])
        return faults

    def notice(self, policy: Policy, notice_id: str, by: NoticeParty, about: Notice | None) -> Notice:
        """Returns it as a notice, sent by ``by`` unless the body names the sender."""
        effective_on = about.effective_on if about else self.effective_on
        assert effective_on is not None
        return Notice(
            notice_id=notice_id,
            payer=policy.payer,
            policy_id=policy.policy_id,
            kind=self.kind,
            by=self.by or by,
            sent_on=self.sent_on,
            effective_on=effective_on,
            written=self.written,
            basis=self.basis,
            percent=self.percent,
            fee=self.fee.fee() if self.fee else None,
            claim_id=self.claim_id,
            settled_on=self.settled_on,
            about=self.notice_id,
            change=self.change.change(notice_id, effective_on) if self.change else None,
        )
