"""A clinic in answers."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.network.clinic import ClinicStatus
from helsebro.network.clinic_details import Weekday
from helsebro.network.joining.clinic_ending import EndedWhy
from helsebro.network.joining.next_step import OnboardingStep
from helsebro.payments.payouts.payout_choice import PaidBy
from helsebro_aws.http.fields.ids import ClinicIdField
from helsebro_aws.http.fields.shown import CountryShown, InstantShown


class ClinicContactAnswer(TypedDict):
    """How the platform and members reach the clinic."""

    phone: Annotated[str, Field(description="Its phone number.", examples=["+45 33 11 22 33"])]
    email: Annotated[str, Field(description="Its e-mail address.", examples=["post@klinik.example"])]


class ClinicAddressAnswer(TypedDict):
    """Where the clinic is."""

    street: Annotated[str, Field(description="Street and number.", examples=["Søndergade 1"])]
    postcode: Annotated[str, Field(description="The postcode.", examples=["2100"])]
    city: Annotated[str, Field(description="The town.", examples=["København Ø"])]
    country: CountryShown


class ChecklistAnswer(TypedDict):
    """The six steps until members can find the clinic, each with the time it was done, or null."""

    applied: Annotated[InstantShown | None, Field(description="When it applied.")]
    systemConnected: Annotated[
        InstantShown | None,
        Field(
            description="When its clinic system was connected; null again after its consent was withdrawn."
        ),
    ]
    contractSigned: Annotated[InstantShown | None, Field(description="When the contract was signed.")]
    detailsFilled: Annotated[InstantShown | None, Field(description="When its details were complete.")]
    servicesPublished: Annotated[
        InstantShown | None,
        Field(description="When it had published slots of both services, first sessions and follow-ups."),
    ]
    active: Annotated[InstantShown | None, Field(description="When it became active.")]


class ClinicNextStepAnswer(TypedDict):
    """What the clinic does next until members can find it."""

    step: Annotated[OnboardingStep, Field(description="The step of the checklist.")]
    text: Annotated[
        str,
        Field(
            description="What to do, in the reader's language.",
            examples=["Publish free slots of both services: first consultation and follow-up consultation."],
        ),
    ]


class ClinicEndingAnswer(TypedDict):
    """Why the clinic did not join."""

    why: Annotated[
        EndedWhy,
        Field(
            description="`denied`: we denied the application. `declined`: the signatory declined the "
            "contract. `expired`: it was not signed in time."
        ),
    ]
    at: Annotated[InstantShown, Field(description="When it ended.")]
    reason: NotRequired[
        Annotated[str, Field(description="What was written about it.", examples=["The clinic has closed."])]
    ]


class OpeningHoursAnswer(TypedDict):
    """When the clinic is open on a weekday, in local time."""

    weekday: Annotated[Weekday, Field(description="The weekday.", examples=["monday"])]
    opens: Annotated[str, Field(description="When it opens.", examples=["08:00"])]
    closes: Annotated[str, Field(description="When it closes.", examples=["16:00"])]


class ClinicDetailsAnswer(TypedDict):
    """What the signatory filled in about the clinic."""

    openingHours: Annotated[list[OpeningHoursAnswer], Field(description="When it is open.")]
    languages: Annotated[
        list[str], Field(description="The languages spoken there (ISO 639-1).", examples=[["da", "en"]])
    ]
    noticeHours: Annotated[
        int,
        Field(
            description="A cancellation this many hours before a session, or later, is late.", examples=[24]
        ),
    ]


class SystemConsentAnswer(TypedDict):
    """The consent that lets the clinic's system share data about the clinic."""

    at: Annotated[InstantShown, Field(description="When it was given.")]
    textVersion: Annotated[
        str, Field(description="The version of the text that was consented to.", examples=["2026-01-01"])
    ]
    text: Annotated[
        str,
        Field(
            description="The text, in the reader's language.",
            examples=["The clinic consents to its system sharing data about the clinic."],
        ),
    ]


class ClinicAnswer(TypedDict):
    """A clinic, without secrets and without persons."""

    clinicId: ClinicIdField
    name: Annotated[str, Field(description="Its name.", examples=["Klinik for Fysioterapi"])]
    cvr: Annotated[
        str,
        Field(
            description="Its number in the business register: CVR in Denmark, organisation number in Norway.",
            examples=["12345674"],
        ),
    ]
    country: CountryShown
    contact: Annotated[ClinicContactAnswer, Field(description="How to reach it.")]
    address: NotRequired[
        Annotated[
            ClinicAddressAnswer, Field(description="Where it is. Absent until it has reported its address.")
        ]
    ]
    clinicSystem: Annotated[
        str, Field(description="The vendor of its clinic system; `other` when not named.", examples=["other"])
    ]
    status: Annotated[
        ClinicStatus,
        Field(
            description="`applied`: not yet bookable. `active`: members can find it. `ended`: it left, or "
            "never joined (`ending`)."
        ),
    ]
    checklist: Annotated[ChecklistAnswer, Field(description="How far it is.")]
    nextStep: Annotated[
        ClinicNextStepAnswer | None,
        Field(
            description="What it does next; null for a clinic that has ended, and for an active one unless "
            "it has withdrawn its consent."
        ),
    ]
    paidBy: Annotated[
        PaidBy,
        Field(
            description="How it is paid for the sessions to come. `invoice`: it sends invoices. "
            "`session`: it reports its sessions, and sends no invoices for them."
        ),
    ]
    details: NotRequired[
        Annotated[ClinicDetailsAnswer, Field(description="What the signatory filled in, once it is there.")]
    ]
    systemConsent: NotRequired[
        Annotated[SystemConsentAnswer, Field(description="The consent to its system, while it is given.")]
    ]
    ending: NotRequired[
        Annotated[ClinicEndingAnswer, Field(description="Why its onboarding ended, if it did.")]
    ]
