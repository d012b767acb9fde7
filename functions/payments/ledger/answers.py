"""What the routes of the ledger answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.payments.ledger.chart import AccountNumber
from helsebro.payments.ledger.ledger_entry import EntryKind
from helsebro_aws.http.fields.ids import ClaimIdField, ClinicIdField, GuaranteeIdField, PayableIdField
from helsebro_aws.http.fields.shown import DayShown, InstantShown, MoneyAnswer


class AccountAnswer(TypedDict):
    """An account of the chart of accounts."""

    number: Annotated[AccountNumber, Field(description="Its number. Those from 9000 on are memo accounts.")]
    name: Annotated[
        str, Field(description="Its name, in the language of the call.", examples=["Approved, not yet paid"])
    ]


class LedgerEntryAnswer(TypedDict):
    """An amount that was booked from one account to another. It never changes."""

    entryId: Annotated[
        str,
        Field(
            description="The id of the entry, which follows from its cause.",
            examples=["inv_06h2qv38h956msgub0b89gbhnc"],
        ),
    ]
    kind: Annotated[EntryKind, Field(description="What happened.")]
    day: Annotated[DayShown, Field(description="The local day on which it is booked.")]
    at: Annotated[InstantShown, Field(description="When it happened.")]
    amount: Annotated[MoneyAnswer, Field(description="The amount, always more than 0.")]
    debit: Annotated[AccountAnswer, Field(description="The account that is debited.")]
    credit: Annotated[AccountAnswer, Field(description="The account that is credited.")]
    causeId: Annotated[
        str,
        Field(
            description="The id of what it comes from: a guarantee, booking, invoice, refund or file.",
            examples=["inv_06h2qv38h956msgub0b89gbhnc"],
        ),
    ]
    claimId: ClaimIdField
    guaranteeId: NotRequired[GuaranteeIdField]
    clinicId: NotRequired[ClinicIdField]
    payableId: NotRequired[PayableIdField]


class BalanceAnswer(TypedDict):
    """Where the money of a guarantee stands, in one currency; each is a sum of entries."""

    granted: Annotated[MoneyAnswer, Field(description="What is promised.")]
    reserved: Annotated[
        MoneyAnswer, Field(description="What sessions cost that are booked, or held and not invoiced.")
    ]
    invoiced: Annotated[MoneyAnswer, Field(description="What clinics invoiced, less credit notes.")]
    refunded: Annotated[MoneyAnswer, Field(description="What bills are paid back.")]
    sessions: Annotated[MoneyAnswer, Field(description="What sessions cost without an invoice.")]
    approved: Annotated[MoneyAnswer, Field(description="What waits for a payment file.")]
    underWay: Annotated[MoneyAnswer, Field(description="What is at the bank.")]
    returned: Annotated[MoneyAnswer, Field(description="What the bank returned, and no one has decided.")]
    paid: Annotated[MoneyAnswer, Field(description="What the bank has paid.")]


class GuaranteeBalanceAnswer(TypedDict):
    """The balances of a guarantee."""

    guaranteeId: GuaranteeIdField
    balances: Annotated[
        list[BalanceAnswer],
        Field(description="One for each currency. Empty while nothing is booked: the price is open."),
    ]
