"""The body of a refund (api.md, Claims and what belongs to them)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from helsebro.claims.claim import Claim
from helsebro.coverage.question.json_reader import Reader
from helsebro.coverage.question.vocabulary import CURRENCIES, TREATMENTS
from helsebro.errors import Fault
from helsebro.ids import PersonId, RefundId
from helsebro.local_day import local_day
from helsebro.money import Currency, Money
from helsebro.payer import Payer
from helsebro.payments import check_digits
from helsebro.payments.bank_account import BankAccount
from helsebro.refunds import refund
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.refunds.refund import Refund
from helsebro_aws.http.bodies import Body, FaultsOf, parse
from helsebro_aws.http.fields.day import Day
from helsebro_aws.http.fields.ids import DocumentIdField
from helsebro_aws.http.fields.money import MoneyShape
from helsebro_aws.http.fields.short_text import AuthorisationNumber
from helsebro_aws.payments.members.account_body import BankAccountShape, kind_faults, number_faults

MOST_TREATMENTS = 50


class BilledTreatmentShape(Body):
    """A treatment of the member's own bill."""

    on: Annotated[Day, Field(description="When it was held.")]
    type: Annotated[
        str, Field(description="The kind of treatment.", json_schema_extra={"enum": list(TREATMENTS)})
    ]
    cost: Annotated[MoneyShape, Field(description="What the member paid, in the payer's currency.")]
    authorisation_id: Annotated[
        AuthorisationNumber | None,
        Field(
            description="The number of the practitioner's authorisation, when the bill has it: 5 letters and "
            "digits of the Danish register, or 7 to 9 digits of the Norwegian one (HPR). Two practitioners "
            "of one day are then known as two.",
            examples=["ABC12"],
        ),
    ] = None
    clinic_number: Annotated[
        str | None,
        Field(
            max_length=9,
            repr=False,
            description="The company number of the clinic, when the bill has it: CVR in Denmark, 9 digits in "
            "Norway.",
            examples=["10150817"],
        ),
    ] = None
    document_id: Annotated[
        DocumentIdField | None,
        Field(description="The bill that it is on, one of `documentIds`. Not needed for a single bill."),
    ] = None

    @field_validator("type")
    @classmethod
    def _is_a_treatment(cls, value: str) -> str:
        if value not in TREATMENTS:
            raise PydanticCustomError("unknown-treatment", ", ".join(TREATMENTS))
        return value

    @field_validator("clinic_number")
    @classmethod
    def _is_a_company(cls, value: str | None) -> str | None:
        if value is None or check_digits.cvr(value) or check_digits.norwegian_organisation(value):
            return value
        raise PydanticCustomError("clinic-number-malformed", "")


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
        Field(min_length=1, max_length=MOST_TREATMENTS, description="The treatments of the bills."),
    ]
    pay_to: Annotated[
        BankAccountShape | None,
        Field(
            repr=False,
            description="The account to pay to: it is confirmed with the refund, and replaces the one that "
            "the member has confirmed before. Without it, the refund is paid to that one. It is stored "
            "encrypted and shown masked.",
        ),
    ] = None

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults of the account's fields in combination, and of a bill that is named twice."""
        bills = sent.get("documentIds")
        listed = bills if isinstance(bills, list) else []
        twice = (index for index, bill in enumerate(listed) if bill in listed[:index])
        return [
            *(Fault(f"/documentIds/{index}", "value-twice", "") for index in twice),
            *number_faults(sent),
        ]

    @property
    def account(self) -> BankAccount | None:
        """The account to pay to; None for the one that was confirmed before."""
        return self.pay_to.account if self.pay_to else None

    def received(
        self,
        refund_id: RefundId,
        claim: Claim,
        payer: Payer,
        begins: date | None,
        at: datetime,
        asked_by: PersonId,
    ) -> Refund:
        """Returns the new refund; ``begins`` is the policy's first day. Raises ``BadInput``, all faults."""
        treatments = (
            BilledTreatment(
                treatment.on,
                treatment.type,
                treatment.cost.money(),
                authorisation_id=treatment.authorisation_id,
                clinic_number=treatment.clinic_number,
                document_id=treatment.document_id,
            )
            for treatment in self.treatments
        )
        asked = Refund(
            refund_id=refund_id,
            claim_id=claim.claim_id,
            payer=claim.payer,
            person_id=claim.person_id,
            country=claim.country,
            document_ids=tuple(self.document_ids),
            treatments=tuple(treatments),
            status="received",
            received_at=at,
            asked_by=asked_by,
        )
        account = self.account
        also = account.faults_in(payer.country) if account else []
        return refund.received(asked, at, payer.currency, begins, also)


class NewRefundSent(Body):
    """The body as it was sent; ``NewRefundShape`` is what it should be."""

    model_config = ConfigDict(extra="allow", frozen=True)

    @property
    def names_account(self) -> bool:
        """Whether it says where to pay."""
        return (self.model_extra or {}).get("payTo") is not None

    def checked(
        self,
        claim: Claim,
        payer: Payer,
        begins: date | None,
        at: datetime,
        bill_faults: FaultsOf,
        *,
        has_account: bool,
    ) -> NewRefundShape:
        """Returns the request. Raises ``BadInput`` with every fault: of the fields, the days, the amounts,
        the account, and of the bills (``bill_faults``); ``begins`` is the policy's first day, and
        ``has_account`` says that the member has confirmed an account before.
        """
        today = local_day(at, claim.country)
        unpaid = [] if has_account or self.names_account else [Fault("/payTo", "missing", "")]

        def also(sent: Mapping[str, Any]) -> list[Fault]:
            rows = _row_faults(sent, today, payer.currency, begins)
            return [*rows, *unpaid, *kind_faults(sent, payer.country), *bill_faults(sent)]

        return parse(NewRefundShape, self.model_dump(), also)


def _row_faults(
    sent: Mapping[str, Any], today: date, currency: Currency, begins: date | None
) -> Iterator[Fault]:
    """Yields the faults of what can be read of each treatment; a part with another fault is left out."""
    rows = sent.get("treatments")
    for index, row in enumerate(rows[:MOST_TREATMENTS] if isinstance(rows, list) else ()):
        if not isinstance(row, dict):
            continue
        read = Reader(row, [])
        on, cost = read.day("on"), read.money("cost", CURRENCIES)
        known = BilledTreatment(on or begins or today, "", cost or Money.of(1, currency))
        yield from known.faults(f"/treatments/{index}", today, currency, begins)
