"""Guarantees in answers: the promise to a clinic, its prices and where to send the invoice."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.coverage.asked.price_unit import PriceUnit
from helsebro.guarantees.client_here import ClientStatus
from helsebro.guarantees.extension import ExtensionStatus
from helsebro.guarantees.guarantee import GuaranteeStatus
from helsebro.tariffs.fee import SERVICES, TariffSource
from helsebro_aws.coverage.question_shape import TreatmentType
from helsebro_aws.guarantees.matching.match_answer import (
    InsurerAnswer,
    MatchAnswer,
    MatchedClientAnswer,
    MatchWarningAnswer,
    PastMatchAnswer,
)
from helsebro_aws.http.fields.ids import (
    ClinicIdField,
    ExtensionIdField,
    GuaranteeIdField,
    PractitionerIdField,
)
from helsebro_aws.http.fields.shown import (
    DayShown,
    InstantShown,
    MoneyAnswer,
    PayerContactAnswer,
    PayerSlug,
    Version,
)

GuaranteeStatusShown = Annotated[
    GuaranteeStatus,
    Field(description="`used` when no session is left, `expired` after its last day, `revoked` by staff."),
]
ClientStatusShown = Annotated[
    ClientStatus,
    Field(
        description="`used` when no session is left, `expired` after its last day, `revoked` by staff. "
        "`ended`, for a clinic only: the client is no longer treated there. A course that the clinic "
        "reported as ended has `courseEndedAt`."
    ),
]
GuaranteeNumber = Annotated[
    str, Field(description="Its number, for people and invoices.", examples=["G26-7K3Q9-M2X4T"])
]
CaseReference = Annotated[
    str,
    Field(
        description="The case reference, which identifies the guarantee and no person.",
        examples=["HB-7KQ2-M4XT-A2ZT-5PXL"],
    ),
]
SessionsGranted = Annotated[
    int, Field(ge=0, description="How many sessions the payer promises to pay.", examples=[6])
]
SessionsBooked = Annotated[int, Field(ge=0, description="How many of them are booked or held.", examples=[2])]
SessionsUsed = Annotated[int, Field(ge=0, description="How many of them are held.", examples=[1])]
FirstDay = Annotated[DayShown, Field(description="The first day on which a session is covered.")]
LastDay = Annotated[
    DayShown, Field(description="The last day on which a session is covered, in the country of the case.")
]
SettlementShown = Annotated[
    Literal["direct", "refund"],
    Field(
        description="Who is paid: `direct` for the clinic, `refund` when the member pays first and then "
        "asks for a refund."
    ),
]
CourseEndedAt = Annotated[
    InstantShown,
    Field(
        description="When the clinic reported the treatment as finished: no session is booked or moved any "
        "more. Absent while it goes on; an extension and a new match go on with it."
    ),
]


class AppliedRateAnswer(TypedDict):
    """The rate of the tariff that a price comes from."""

    source: Annotated[
        TariffSource, Field(description="`payer` for the payer's own tariff, `country` for its country's.")
    ]
    begins: Annotated[DayShown, Field(description="The first day of the rate.")]
    version: Annotated[
        int, Field(ge=0, description="The version of the payer's tariff; 0 for its country's.", examples=[1])
    ]
    authorised: NotRequired[
        Annotated[bool, Field(description="Whether it is for authorised practitioners; absent when for all.")]
    ]


class AgreedFeeAnswer(TypedDict):
    """The agreed price of one session."""

    service: Annotated[
        str, Field(description="The kind of session.", json_schema_extra={"enum": list(SERVICES)})
    ]
    amount: Annotated[MoneyAnswer, Field(description="The price.")]
    rate: NotRequired[
        Annotated[AppliedRateAnswer, Field(description="Where it comes from; absent for an old guarantee.")]
    ]
    tariff: NotRequired[
        Annotated[
            MoneyAnswer,
            Field(description="What the tariff says, where a subsidy or another insurer pays a part of it."),
        ]
    ]


class InvoiceAddressAnswer(TypedDict):
    """Where the clinic sends the invoice: the payer's electronic address."""

    scheme: Annotated[
        str,
        Field(
            description="`0088` for a GLN, `0184` for a Danish CVR number, `0192` for a Norwegian "
            "organisation number.",
            examples=["0088"],
        ),
    ]
    number: Annotated[str, Field(description="The number.", examples=["5790000000012"])]


class PromisedSessions(TypedDict):
    """What a guarantee promises, and what of it is used."""

    guaranteeId: GuaranteeIdField
    number: GuaranteeNumber
    caseReference: CaseReference
    treatment: TreatmentType
    sessionsGranted: SessionsGranted
    sessionsBooked: SessionsBooked
    sessionsUsed: SessionsUsed
    validFrom: FirstDay
    validUntil: LastDay


class GrantedExtensionAnswer(TypedDict):
    """What an extension added to a guarantee."""

    grantedAt: Annotated[InstantShown, Field(description="When it was approved.")]
    sessions: Annotated[int, Field(ge=0, description="How many sessions it added.", examples=[3])]
    validUntil: NotRequired[
        Annotated[DayShown, Field(description="The new last day; absent when the last day stayed.")]
    ]


class AskedExtensionAnswer(TypedDict):
    """More sessions that a clinic has asked for under a guarantee."""

    extensionId: ExtensionIdField
    requestedAt: Annotated[InstantShown, Field(description="When the clinic asked.")]
    sessions: NotRequired[
        Annotated[int, Field(description="How many more sessions were asked for, if named.", examples=[3])]
    ]
    status: Annotated[
        ExtensionStatus,
        Field(description="How far it is. The reason of a denial is for the member."),
    ]


class GuaranteeAnswer(PromisedSessions):
    """A payer's promise to a clinic to pay a number of sessions of a treatment, in a period."""

    payer: PayerSlug
    status: ClientStatusShown
    settlement: SettlementShown
    fee: NotRequired[
        Annotated[
            MoneyAnswer,
            Field(
                description="The price of a follow-up session, or the most that is refunded of a session; "
                "absent when none is agreed."
            ),
        ]
    ]
    feeFor: Annotated[
        PriceUnit,
        Field(
            description="What `fee` is for: `session`, or `whole` when it is the price of all granted "
            "sessions together. Then a session is invoiced with an equal part of it."
        ),
    ]
    fees: Annotated[
        list[AgreedFeeAnswer], Field(description="The prices that differ by kind of session; may be empty.")
    ]
    contact: Annotated[PayerContactAnswer, Field(description="How to reach the payer about it.")]
    invoiceTo: Annotated[InvoiceAddressAnswer, Field(description="Where to send the invoice.")]
    clinicId: Annotated[
        ClinicIdField | None,
        Field(
            description="The clinic it is for; null until the first booking chooses one, and for a clinic "
            "whose client is treated elsewhere."
        ),
    ]
    practitionerId: Annotated[
        PractitionerIdField | None,
        Field(description="The practitioner it is for; null until the first booking chooses one."),
    ]
    beginBy: NotRequired[
        Annotated[DayShown, Field(description="The last day of the first session; absent if there is none.")]
    ]
    issuedAt: NotRequired[Annotated[InstantShown, Field(description="When it was issued.")]]
    extendedAt: NotRequired[
        Annotated[InstantShown, Field(description="When it last got more sessions or time; absent if never.")]
    ]
    extensions: Annotated[
        list[GrantedExtensionAnswer],
        Field(description="What each extension added, oldest first; may be empty."),
    ]
    askedExtensions: NotRequired[
        Annotated[
            list[AskedExtensionAnswer],
            Field(
                description="What the clinic that reads it has asked for, and what the payer said, oldest "
                "first. For clinics only."
            ),
        ]
    ]
    begunOn: NotRequired[
        Annotated[
            DayShown,
            Field(description="The day of the first session that was held or paid back; absent until then."),
        ]
    ]
    courseEndedAt: NotRequired[CourseEndedAt]
    revokedOn: NotRequired[
        Annotated[DayShown, Field(description="The last day covered by a revoked guarantee; else absent.")]
    ]
    revocationReason: NotRequired[
        Annotated[
            str,
            Field(
                description="Why it was revoked; absent otherwise, and for a clinic's system.",
                examples=["The policy had ended."],
            ),
        ]
    ]
    match: NotRequired[
        Annotated[
            MatchAnswer,
            Field(
                description="The clinic that staff chose. Absent when they chose none; a clinic sees only "
                "its own match."
            ),
        ]
    ]
    declines: NotRequired[
        Annotated[
            list[PastMatchAnswer],
            Field(description="The matches that clinics declined, oldest first. For the payer's staff."),
        ]
    ]
    client: NotRequired[
        Annotated[
            MatchedClientAnswer,
            Field(
                description="Who is treated. For the matched clinic, from the match on, while the guarantee "
                "is in force and the consent too."
            ),
        ]
    ]
    insurer: NotRequired[
        Annotated[InsurerAnswer, Field(description="Who pays. For the matched clinic, as for the client.")]
    ]
    warnings: NotRequired[
        Annotated[
            list[MatchWarningAnswer],
            Field(description="What keeps the clinic from contacting the matched client; may be empty."),
        ]
    ]
    version: Version
