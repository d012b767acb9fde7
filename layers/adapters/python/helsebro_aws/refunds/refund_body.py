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
from helsebro.errors import BadInput, Fault
from helsebro.ids import RefundId
from helsebro.local_day import local_day
from helsebro.money import Currency, Money
from helsebro.payer import Payer
from helsebro.payments import bank_account, iban
from helsebro.payments.bank_account import BankAccount
from helsebro.refunds import refund
from helsebro.refunds.refund import BilledTreatment, Refund
from helsebro_aws.http.bodies import Body, FaultsOf, parse
from helsebro_aws.http.fields.day import Day
from helsebro_aws.http.fields.ids import DocumentIdField
from helsebro_aws.http.fields.money import MoneyShape
from helsebro_aws.http.fields.short_text import AuthorisationNumber

MOST_TREATMENTS = 50


def _digits(description: str, example: str) -> Any:
    return Field(max_length=34, repr=False, description=description, examples=[example])


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

    @field_validator("type")
    @classmethod
    def _is_a_treatment(cls, value: str) -> str:
        if value not in TREATMENTS:
            raise PydanticCustomError("unknown-treatment", ", ".join(TREATMENTS))
        return value


class BankAccountShape(Body):
    """The account number of the payer's country, or an IBAN."""

    registration_number: Annotated[
        str | None, _digits("The registration number: 4 digits, in Denmark only. Not with `iban`.", "0040")
    ] = None
    account_number: Annotated[
        str | None,
        _digits(
            "The account number: up to 10 digits in Denmark, 11 in Norway. Not with `iban`.", "0440116243"
        ),
    ] = None
    iban: Annotated[str | None, _digits("The IBAN, with or without blanks.", "DK5000400440116243")] = None

    @property
    def account(self) -> BankAccount:
        """The account."""
        if self.iban:
            return BankAccount(iban=iban.plain(self.iban))
        return BankAccount(self.registration_number, self.account_number)


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
        BankAccountShape,
        Field(repr=False, description="The account to pay to. It is stored encrypted and never shown."),
    ]

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults of the account's fields in combination, and of a bill that is named twice."""
        account, bills = sent.get("payTo"), sent.get("documentIds")
        listed = bills if isinstance(bills, list) else []
        twice = (index for index, bill in enumerate(listed) if bill in listed[:index])
        return [
            *(Fault(f"/documentIds/{index}", "value-twice", "") for index in twice),
            *(bank_account.faults(account) if isinstance(account, dict) else []),
        ]

    @property
    def account(self) -> BankAccount:
        """The account to pay to."""
        return self.pay_to.account

    def received(
        self, refund_id: RefundId, claim: Claim, payer: Payer, begins: date | None, at: datetime
    ) -> Refund:
        """Returns the new refund; ``begins`` is the policy's first day. Raises ``BadInput``, all faults."""
        treatments = (
            BilledTreatment(
                treatment.on,
                treatment.type,
                treatment.cost.money(),
                authorisation_id=treatment.authorisation_id,
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
        )
        return refund.received(asked, at, payer.currency, begins, self.account.faults_in(payer.country))


class NewRefundSent(Body):
    """The body as it was sent; ``NewRefundShape`` is what it should be."""

    model_config = ConfigDict(extra="allow", frozen=True)

    def checked(
        self, claim: Claim, payer: Payer, begins: date | None, at: datetime, bill_faults: FaultsOf
    ) -> NewRefundShape:
        """Returns the request. Raises ``BadInput`` with every fault: of the fields, the days, the amounts,
        the kind of account, and of the bills (``bill_faults``); ``begins`` is the policy's first day.
        """
        today = local_day(at, claim.country)

        def also(sent: Mapping[str, Any]) -> list[Fault]:
            rows = _row_faults(sent, today, payer.currency, begins)
            return [*rows, *_kind_faults(sent, payer.country), *bill_faults(sent)]

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


def _kind_faults(sent: Mapping[str, Any], country: str) -> list[Fault]:
    account = sent.get("payTo")
    if not isinstance(account, dict) or bank_account.faults(account):
        return []
    try:
        known = parse(BankAccountShape, account)
    except BadInput:
        return []
    return known.account.faults_in(country)
