"""Norwegian case: a member in Norway, its payer, and the demo clinic in Bergen that treats."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial

from local.clinic.ubl import Party
from local.demo import login
from local.demo.network import clinics
from local.journey.payer_numbers import norwegian_number_of
from local.journey.people import StackAddresses, User, Users
from local.journey.played_events import PlayedCase
from local.journey.steps import until
from tests.journeys.bills_and_borders.billed_case import BilledCase
from tests.journeys.bills_and_borders.insurer import Insurer
from tests.journeys.bills_and_borders.reports import report

[BERGEN] = (clinic for clinic in clinics() if clinic.country == "NO")
PHYSIOTHERAPY = report("physiotherapy", "NOK", country="NO", inNetwork=True)


def in_bergen(stack: StackAddresses) -> StackAddresses:
    """Returns the addresses with the clinic in Bergen as the demo clinic.

    Only the seed knew the secret of its system: its signatory lets it sign with a new one.
    """
    practitioner = BERGEN.practitioners[0]
    finds, treatment = Users(stack).staff("network", of_payer=False), practitioner.treatments[0]

    def shown() -> dict[str, str] | None:
        found = finds.get(f"/v1/practitioners?treatment={treatment}&country=NO&limit=100").json()["items"]
        return next((each for each in found if each["name"] == practitioner.name), None)

    found = until("the practitioner in the search", shown)
    by = partial(login.token, stack.member_issuer, stack.member_client_id, BERGEN.signatory.sub)
    signatory = User.logged_in(stack, by)
    rotated = signatory.post(f"/v1/clinics/{found['clinicId']}/signing-secret/rotate", {})
    assert rotated.status_code == 200, rotated.text
    return replace(
        stack,
        clinic_id=found["clinicId"],
        signing_secret=rotated.json()["signingSecret"],
        practitioner_id=found["practitionerId"],
        practitioner_key=practitioner.key,
    )


@dataclass(frozen=True)
class NorwegianCase(PlayedCase):
    """``stack`` is that of ``in_bergen``."""

    @cached_property
    def insurer(self) -> Insurer:
        """The payer in Norway, with one policy."""
        return Insurer.in_norway(self.users)

    @cached_property
    def member(self) -> User:
        """A newly insured member, who logs in with BankID."""
        return self.insurer.norwegian_member()

    @cached_property
    def _case(self) -> BilledCase:
        case = self.insurer.case(self.member, PHYSIOTHERAPY, "nb")
        case.answer({})
        case.upload("referral")
        return case

    @cached_property
    def claim_id(self) -> str:
        """A claim with its facts, consent and an accepted referral."""
        return self._case.claim_id

    @cached_property
    def guarantee_id(self) -> str:
        """A guarantee of three sessions at the clinic."""
        self._case.approve(self.stack.clinic_id)
        return str(self._case.guarantee()["guaranteeId"])

    @property
    def supplier(self) -> Party:
        """The clinic as its bill names it."""
        at = BERGEN.address
        return Party(
            BERGEN.name, "0192", BERGEN.cvr, BERGEN.cvr, "NO", at["street"], at["city"], at["postcode"]
        )

    @property
    def customer(self) -> Party:
        """The payer as the bill names it."""
        number = norwegian_number_of(self.users.payer)
        return Party("Fjordhelse", "0192", number, number, "NO", "Fjordgata 1", "Trondheim", "7010")
