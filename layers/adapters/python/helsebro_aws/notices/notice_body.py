"""The shape of a notice (R-1403–R-1412): ``POST /v1/policies/{policyId}/notices``."""

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
from helsebro.policies.parameters import parameter_faults
from helsebro.policies.policy import Module, Policy, PolicyChange
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.day import Day
from helsebro_aws.http.fields.money import MoneyShape
from helsebro_aws.policies.index_body import Percent


class FeeShape(Body):
    """A fee; ``before`` is the old amount, absent for a new fee."""

    name: Annotated[str, Field(min_length=1, max_length=100)]
    amount: MoneyShape
    before: MoneyShape | None = None

    def fee(self) -> PayerFee:
        """Returns it as a fee."""
        return PayerFee(self.name, self.amount.money(), self.before.money() if self.before else None)


class ChangeShape(Body):
    """The new values of the policy from the day on; an absent field stays unchanged."""

    product: Annotated[str, Field(max_length=40)] | None = None
    modules: Annotated[list[Module], Field(min_length=1, max_length=20)] | None = None
    annual_sum: MoneyShape | None = None
    parameters: Annotated[dict[str, Any], Field(max_length=50)] | None = None

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


class NoticeShape(Body):
    """A notice; its kind decides its fields. An answer to a notice takes effect on the day of that notice."""

    kind: NoticeKind
    sent_on: Day
    effective_on: Day | None = None
    by: NoticeParty | None = None
    written: StrictBool = True
    basis: NoticeBasis | None = None
    percent: Percent | None = None
    fee: FeeShape | None = None
    claim_id: Annotated[ClaimId, Field(max_length=200)] | None = None
    settled_on: Day | None = None
    notice_id: Annotated[str, Field(max_length=200)] | None = None
    change: ChangeShape | None = None

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults by the domain's own rules."""
        kind, change = sent.get("kind"), sent.get("change")
        names = {field.alias or name for name, field in cls.model_fields.items()}
        given = {name for name in names if sent.get(name) is not None}
        parameters = change.get("parameters") if isinstance(change, dict) else None
        wrong = parameter_faults(parameters) if isinstance(parameters, dict) else []
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
