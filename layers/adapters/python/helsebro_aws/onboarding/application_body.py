"""The shape of an application (api.md, Clinics, practitioners, booking)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, Field, StrictBool
from pydantic_core import PydanticCustomError

from helsebro.errors import Fault
from helsebro.ids import ClinicId, PersonId
from helsebro.network.clinic import Checklist, Clinic, ClinicContact
from helsebro.network.phone_number import international
from helsebro.onboarding.application import Application, Declaration, Signatory
from helsebro.onboarding.company_number import is_company_number
from helsebro.onboarding.declaration import CURRENT
from helsebro.payer import Country
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.national_number import Numbered, numbers_in
from helsebro_aws.http.fields.visible_text import MailboxText, PhoneText, VisibleText
from helsebro_aws.network.integrators.installed import INSTALLED

HOME: Country = "DK"


def _declared(value: bool) -> bool:
    if not value:
        raise PydanticCustomError("declaration-missing", "")
    return value


def _installed(name: str) -> str:
    if name not in INSTALLED.names:
        raise PydanticCustomError("unknown-value", ", ".join(INSTALLED.names))
    return name


class NewSignatoryShape(Numbered):
    """The person who is authorised to sign for the company.

    With a `cpr` or `fnr`, this person signs the contract with a login. Without, the contract's link in the
    e-mail and the name in the login are compared with this name.
    """

    name: Annotated[VisibleText, Field(repr=False, description="The person's name.", examples=["Mette Lund"])]
    email: Annotated[
        MailboxText,
        Field(repr=False, description="Where the contract is sent.", examples=["mette@klinik.example"]),
    ]


class NewApplicationShape(Body):
    """A clinic that applies to join the network."""

    clinic_name: Annotated[
        VisibleText, Field(description="The clinic's name.", examples=["Klinik for Fysioterapi"])
    ]
    cvr: Annotated[
        str,
        Field(
            pattern=r"^[0-9]{8,9}$",
            description="Its number in the business register, with its check digit: CVR in Denmark, "
            "organisation number in Norway.",
            examples=["12345674"],
        ),
    ]
    country: Annotated[Country, Field(description="The country; Denmark when absent.")] = HOME
    phone: Annotated[PhoneText, Field(description="Its phone number.", examples=["+45 33 11 22 33"])]
    clinic_system: Annotated[
        str,
        Field(
            description="The vendor of its clinic system; `other` for none of those listed.",
            json_schema_extra={"enum": [*INSTALLED.names]},
        ),
        AfterValidator(_installed),
    ]
    signatory: Annotated[NewSignatoryShape, Field(description="Who signs the contract.")]
    declaration: Annotated[
        StrictBool,
        Field(
            description="`true`: the declaration of `GET /v1/clinics/applications/declaration` is made.",
            json_schema_extra={"const": True},
            examples=[True],
        ),
        AfterValidator(_declared),
    ]

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults of the company number and the phone in the clinic's country, and of two numbers
        of the signatory. In a country that is a fault itself, they have those of every country."""
        country = sent.get("country", HOME)
        countries = [country] if country in get_args(Country) else get_args(Country)
        cvr, phone, signatory = sent.get("cvr"), sent.get("phone"), sent.get("signatory")
        faults = []
        if (
            isinstance(cvr, str)
            and cvr.isdecimal()
            and not any(is_company_number(each, cvr) for each in countries)
        ):
            faults.append(Fault("/cvr", "company-number-wrong", ""))
        if isinstance(phone, str) and not any(international(phone.strip(), each) for each in countries):
            faults.append(Fault("/phone", "phone-malformed", ""))
        if isinstance(signatory, dict) and len(numbers_in(signatory)) > 1:
            faults.append(Fault("/signatory/fnr", "national-number-twice", ""))
        return faults

    def clinic(self, clinic_id: ClinicId, signatory_id: PersonId | None, at: datetime) -> Clinic:
        """Returns the clinic that applies; until it fills in its details, the signatory is its contact."""
        return Clinic(
            clinic_id=clinic_id,
            name=self.clinic_name,
            cvr=self.cvr,
            country=self.country,
            contact=ClinicContact(self.phone, self.signatory.email),
            status="applied",
            checklist=Checklist(applied=at),
            clinic_system=self.clinic_system,
            signatory_id=signatory_id,
        )

    def application(
        self, clinic_id: ClinicId, signatory_id: PersonId | None, language: str, at: datetime
    ) -> Application:
        """Returns the application, with the declaration of the current version."""
        return Application(
            clinic_id=clinic_id,
            country=self.country,
            signatory=Signatory(self.signatory.name, self.signatory.email, signatory_id),
            declaration=Declaration(CURRENT, at),
            applied_at=at,
            language=language,
        )
