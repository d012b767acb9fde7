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


def _digits(description: str, example: str) -> Any:
    return Field(max_length=34, repr=False, description=description, examples=[example])


class BilledTreatmentShape(Body):
    """A treatment of the member's own bill."""

    on: Annotated[Day, Field(description="When it was held.")]
    type: Annotated[
        str, Field(description="The kind of treatment.", json_schema_extra={"enum": list(TREATMENTS)})
    ]
    cost: Annotated[MoneyShape, Field(description="What the member paid, in the payer's currency.")]

    @field_validator("type")
    @classmethod
    def _is_a_treatment(cls, value: str) -> str:
        if value not in TREATMENTS:
            raise PydanticCustomError("unknown-treatment", ", ".join(TREATMENTS))
        return value


class BankAccountShape(Body):
    """A Danish registration and account number, or an IBAN."""

    registration_number: Annotated[
        str | None, _digits("The registration number: 4 digits. Not with `iban`.", "0040")
    ] = None
    account_number: Annotated[
        str | None, _digits("The account number: up to 10 digits. Not with `iban`.", "0440116243")
    ] = None
    iban: Annotated[str | None, _digits("The IBAN, with or without blanks.", "DK5000400440116243")] = None


class NewRefundShape(Body):
    """A request to have bills paid back that the member has paid."""

    document_ids: Annotated[
        list[DocumentIdField],
        Field(
            min_length=1,
            max_length=20,
            description="The bills: accepted documents of the case. A bill is paid back once.",
        ),
    ]
    treatments: Annotated[
        list[BilledTreatmentShape],
        Field(min_length=1, max_length=50, description="The treatments of the bills."),
    ]
    pay_to: Annotated[
        BankAccountShape,
        Field(repr=False, description="The account to pay to. It is stored encrypted and never shown."),
    ]

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
