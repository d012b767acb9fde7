"""What the routes of payers answer."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.money import Currency
from helsebro.payer import Country, PayerKind
from helsebro.work_calendar import Holidays
from helsebro_aws.http.fields.money import CurrencyText
from helsebro_aws.http.fields.shown import DayShown, InstantShown, PayerContactAnswer, PayerSlug, Version
from helsebro_aws.policies.payer_body import ONE_PIXEL

# ``from`` is a word of Python, so this is no class.
CalendarPeriodAnswer = TypedDict(
    "CalendarPeriodAnswer",
    {
        "holidays": Annotated[Holidays, Field(description="The country whose public holidays count.")],
        "from": Annotated[DayShown, Field(description="Its first day.")],
        "until": NotRequired[
            Annotated[DayShown, Field(description="Its last day. Absent until further notice.")]
        ],
    },
)
QueueEmailShown = Annotated[
    str,
    Field(description="The e-mail address of the staff of this queue.", examples=["refunds@example.org"]),
]
CalendarPeriodAnswer.__doc__ = "Whose public holidays count in the payer's deadlines, from a day on."


class QueueEmailsAnswer(TypedDict):
    """The e-mail addresses of queues. A queue without one of its own is absent."""

    claims: NotRequired[QueueEmailShown]
    refunds: NotRequired[QueueEmailShown]
    extensions: NotRequired[QueueEmailShown]
    complaints: NotRequired[QueueEmailShown]
    payments: NotRequired[QueueEmailShown]
    network: NotRequired[QueueEmailShown]
    underwriting: NotRequired[QueueEmailShown]


class StaffContactAnswer(TypedDict):
    """Where the payer's staff read about deadlines."""

    email: Annotated[
        str,
        Field(
            description="The e-mail address for every queue without one of its own.",
            examples=["health-team@example.org"],
        ),
    ]
    queues: Annotated[QueueEmailsAnswer, Field(description="The e-mail addresses of queues.")]


class PayerAnswer(TypedDict):
    """A payer: the insurer, municipality or organisation that pays for treatment."""

    payer: PayerSlug
    name: Annotated[str, Field(description="Its name.", examples=["Tryg Forsikring"])]
    kind: Annotated[PayerKind, Field(description="What kind of payer it is.")]
    country: Annotated[Country, Field(description="Its country.")]
    currency: Annotated[Currency, Field(description="The currency of its policies.")]
    contact: Annotated[PayerContactAnswer, Field(description="How members and clinics reach it.")]
    gln: NotRequired[
        Annotated[
            str,
            Field(
                description="Its GLN, which invoices are addressed to. Absent when it has none.",
                examples=["5790000000012"],
            ),
        ]
    ]
    organisationNumber: NotRequired[
        Annotated[
            str,
            Field(
                description="Its organisation number, which invoices are addressed to when it has no GLN. "
                "Absent when it is not registered.",
                examples=["24260666"],
            ),
        ]
    ]
    calendars: Annotated[
        list[CalendarPeriodAnswer],
        Field(
            description="Whose public holidays count in its deadlines, and when. On all other days those of "
            "the case's country count."
        ),
    ]
    staffContact: NotRequired[
        Annotated[
            StaffContactAnswer,
            Field(
                description="Where its staff read about deadlines. Absent when `contact` is also that of its "
                "staff."
            ),
        ]
    ]
    mark: NotRequired[
        Annotated[
            str,
            Field(
                description="Its logo, a PNG in base64. Absent when it has none.",
                json_schema_extra={"contentEncoding": "base64", "contentMediaType": "image/png"},
                examples=[ONE_PIXEL],
            ),
        ]
    ]


class MaskedAccountAnswer(TypedDict):
    """An account that a payer pays from, or is to pay from."""

    name: Annotated[
        str, Field(description="The payer's name as its bank has it.", examples=["Tryg Forsikring A/S"])
    ]
    masked: Annotated[str, Field(description="The last digits of the account.", examples=["••••6243"])]
    bic: Annotated[str, Field(description="The BIC of the payer's bank.", examples=["NDEADKKKXXX"])]
    currency: CurrencyText
    since: Annotated[InstantShown, Field(description="Since when it counts, or waits.")]


class PayingAccountAnswer(TypedDict):
    """The account that a payer pays from, and the one that waits for a second person."""

    payer: PayerSlug
    version: Version
    inForce: NotRequired[
        Annotated[
            MaskedAccountAnswer,
            Field(description="The account that new payment files are paid from. Absent without one."),
        ]
    ]
    waiting: NotRequired[
        Annotated[
            MaskedAccountAnswer,
            Field(description="The account that another person is to confirm. Absent when none waits."),
        ]
    ]
