"""What the routes of the ledger answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.payments.ledger.chart import AccountNumber
from helsebro.payments.ledger.ledger_entry import EntryKind
from helsebro.payments.payable import PayableKind
from helsebro.payments.statements.statement_line import LineOutcome
from helsebro_aws.http.fields.ids import (
    BookingIdField,
    ClaimIdField,
    ClinicIdField,
    GuaranteeIdField,
    InvoiceIdField,
    PayableIdField,
    PaymentFileIdField,
)
from helsebro_aws.http.fields.money import CurrencyText
from helsebro_aws.http.fields.shown import DayShown, InstantShown, MoneyAnswer, PayerSlug
from helsebro_aws.payments.named_clinic_answer import AccountShown


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


class StatementLineAnswer(TypedDict):
    """One thing that became of what the clinic is owed. It never changes."""

    happened: Annotated[
        LineOutcome,
        Field(
            description="`paid`: the bank has made the payment. `rejected`: the bank never made it. "
            "`returned`: it was paid, and the money came back. `credited`: a credit note took it away. "
            "`written-off`: it came back and is paid no more."
        ),
    ]
    day: Annotated[
        DayShown, Field(description="When the payer's bank booked it, or said it; else when it happened.")
    ]
    amount: Annotated[MoneyAnswer, Field(description="The amount, always more than 0.")]
    kind: Annotated[PayableKind, Field(description="What is paid: an invoice, or a session without one.")]
    payer: PayerSlug
    payableId: PayableIdField
    invoiceId: NotRequired[
        Annotated[InvoiceIdField, Field(description="The id of the invoice. Absent without one.")]
    ]
    invoiceNumber: NotRequired[
        Annotated[
            str, Field(description="The clinic's number of it. Absent without one.", examples=["2026-0042"])
        ]
    ]
    bookingId: NotRequired[
        Annotated[BookingIdField, Field(description="The session that is paid without an invoice.")]
    ]
    creditNoteId: NotRequired[
        Annotated[InvoiceIdField, Field(description="The id of the credit note. Absent unless `credited`.")]
    ]
    creditNoteNumber: NotRequired[
        Annotated[str, Field(description="The clinic's number of it.", examples=["K-2026-0007"])]
    ]
    caseReference: NotRequired[
        Annotated[
            str,
            Field(
                description="The case reference that stands on the guarantee.",
                examples=["HB-7KQ2-M4XT-A2ZT-5PXL"],
            ),
        ]
    ]
    account: NotRequired[
        Annotated[AccountShown, Field(description="The account that was paid. Absent where no bank was.")]
    ]
    reference: NotRequired[
        Annotated[
            str,
            Field(
                description="The KID or payment id that the transfer carried. Absent without one.",
                examples=["000001234567897"],
            ),
        ]
    ]
    endToEndId: NotRequired[
        Annotated[
            str,
            Field(
                description="The id by which both banks know the transfer. Absent where no bank had it.",
                examples=["pay-fz6sya5jkb5oezpmfvyrmqvxey"],
            ),
        ]
    ]
    fileId: NotRequired[
        Annotated[PaymentFileIdField, Field(description="The payment file it was in. Absent in none.")]
    ]
    bankReason: NotRequired[
        Annotated[
            str,
            Field(description="The bank's code of why it was rejected or returned.", examples=["AC04"]),
        ]
    ]


class StatementSumAnswer(TypedDict):
    """The sums of a statement in one currency; two currencies are never added."""

    currency: CurrencyText
    paid: Annotated[MoneyAnswer, Field(description="What banks have paid.")]
    rejected: Annotated[MoneyAnswer, Field(description="What banks never paid.")]
    returned: Annotated[MoneyAnswer, Field(description="What was paid and came back.")]
    credited: Annotated[MoneyAnswer, Field(description="What credit notes took away.")]
    writtenOff: Annotated[MoneyAnswer, Field(description="What came back and is paid no more.")]
    kept: Annotated[MoneyAnswer, Field(description="What was paid, less what came back.")]


StatementAnswer = TypedDict(
    "StatementAnswer",
    {
        "from": Annotated[DayShown, Field(description="The first day.")],
        "until": Annotated[DayShown, Field(description="The last day.")],
        "sums": NotRequired[
            Annotated[
                list[StatementSumAnswer],
                Field(description="The sums of the whole period. Absent on pages after the first."),
            ]
        ],
    },
)
StatementAnswer.__doc__ = "What a clinic was paid for what, from one day to another."
