"""The body of a refund (api.md, Claims and what belongs to them)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from helsebro.claims.claim import Claim
from helsebro.coverage.question.vocabulary import TREATMENTS
from helsebro.errors import Fault
from helsebro.ids import RefundId
from helsebro.payments import bank_account
from helsebro.payments.bank_account import BankAccount
from helsebro.refunds import refund
from helsebro.refunds.refund import BilledTreatment, Refund
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.day import Day
from helsebro_aws.http.fields.ids import DocumentIdField
from helsebro_aws.http.fields.money import MoneyShape

Digits = Annotated[str | None, Field(max_length=34, repr=False)]


class BilledShape(Body):
    """A treatment of the member's own bill."""

    on: Day
    type: str
    cost: MoneyShape

    @field_validator("type")
    @classmethod
    def _is_a_treatment(cls, value: str) -> str:
        if value not in TREATMENTS:
            raise PydanticCustomError("unknown-treatment", ", ".join(TREATMENTS))
        return value


class PayToShape(Body):
    """A Danish registration and account number, or an IBAN."""

    registration_number: Digits = None
    account_number: Digits = None
    iban: Digits = None


class RefundShape(Body):
    """The body of ``POST /v1/claims/{claimId}/refunds``."""

    document_ids: Annotated[list[DocumentIdField], Field(min_length=1, max_length=20)]
    treatments: Annotated[list[BilledShape], Field(min_length=1, max_length=50)]
    pay_to: Annotated[PayToShape, Field(repr=False)]

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults of the account's fields in combination."""
        account = sent.get("payTo")
        return bank_account.faults(account) if isinstance(account, dict) else []

    @property
    def account(self) -> BankAccount:
        """The account to pay to."""
        if self.pay_to.iban:
            return BankAccount(iban=self.pay_to.iban.replace(" ", "").upper())
        return BankAccount(self.pay_to.registration_number, self.pay_to.account_number)

    def received(
        self, refund_id: RefundId, claim: Claim, currency: str, begins: date | None, at: datetime
    ) -> Refund:
        """Returns the new refund; ``begins`` is the policy's first day. Raises ``BadInput``, all faults."""
        treatments = (
            BilledTreatment(treatment.on, treatment.type, treatment.cost.money())
            for treatment in self.treatments
        )
        asked = Refund(
            refund_id=refund_id,
            claim_id=claim.claim_id,
            payer=claim.payer,
            person_id=claim.person_id,
            country=claim.country,
            document_ids=tuple(dict.fromkeys(self.document_ids)),
            treatments=tuple(treatments),
            status="received",
            received_at=at,
        )
        return refund.received(asked, at, currency, begins)
