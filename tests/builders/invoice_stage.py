"""Stores everything that an invoice names: a clinic, a payer, a guarantee, held sessions."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from helsebro import ids
from helsebro.bookings.booking import Booking
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import BookingId, ClinicId, PersonId, PractitionerId, SlotId
from helsebro.money import Money
from helsebro.network.consultation import Service
from helsebro.payer import Payer
from helsebro.tariffs.fee import Fee
from helsebro.tariffs.tariff import Rate, Tariff
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.platform import clock
from helsebro_aws.platform.field_encryption import encrypt
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from helsebro_aws.tariffs.dynamo_tariffs import DynamoTariffs
from local.clinic import ubl
from local.journey.payer_numbers import gln_of
from tests.builders.calls import signed
from tests.builders.clinics.payees import store_payees
from tests.builders.domain import guarantees
from tests.builders.domain.guarantees import CONTACT
from tests.builders.domain.practitioners import practitioner
from tests.builders.invoices import DANISH_CLINIC, DANISH_PAYER, FIRST, SECOND, danish

SECRET = "whsec_" + "c2VjcmV0LW9mLXRoZS1jbGluaWMtbm9yZA=="


@dataclass(frozen=True)
class Stage:
    """The ids of the stored items; ``sessions`` are the lines of a valid invoice."""

    clinic_id: str
    guarantee: Guarantee
    sessions: tuple[ubl.Session, ...] = field(default=())

    def invoice(self, **changes: Any) -> bytes:
        """Returns a valid invoice for both sessions, with the changes."""
        valid = {
            "guarantee_number": self.guarantee.number,
            "case_reference": self.guarantee.case_reference,
            "sessions": self.sessions,
        }
        return danish(**valid | changes)

    def sent(self, path: str, body: bytes | None, media: str = "application/xml") -> dict[str, Any]:
        """Returns a signed call of the clinic's system."""
        method = "POST" if body is not None else "GET"
        text = None if body is None else body.decode()
        call = signed(method, path, clinic_id=self.clinic_id, secret=SECRET, body=text)
        call["headers"]["content-type"] = media
        return call


def staged(payer: str = "nordlys", *, held: bool = True) -> Stage:
    """Stores a guarantee of three sessions, two of which were held at a Danish clinic."""
    clinic_id = clinic()
    gln = DANISH_PAYER.endpoint if payer == "nordlys" else gln_of(payer)
    DynamoPayers().set(Payer(payer, "Nordlys", "insurer", "DK", "DKK", CONTACT, gln=gln))
    guarantee = _guarantee(payer, clinic_id)
    tables.commit(DynamoGuarantees().creation(guarantee))
    sessions = (
        session(guarantee, clinic_id, FIRST, "first", held=held),
        session(guarantee, clinic_id, SECOND, "follow-up", held=held),
    )
    return Stage(clinic_id, guarantee, sessions)


def clinic(cvr: str = DANISH_CLINIC.company_number) -> ClinicId:
    """Stores a clinic whose system signs with ``SECRET``, with its payees. Returns its id."""
    clinic_id = ids.plain("cli", clock.randomness())
    sealed = encrypt(SECRET, table="network", field="signingSecrets", clinic=clinic_id)
    item = {
        "pk": clinic_id,
        "sk": "CLINIC",
        "cvr": cvr,
        "consentedAt": "2026-01-05T09:00:00.000000Z",
        "signingSecrets": [{"sealed": sealed}],
    }
    tables.commit([Put(tables.settings.network_table, item)])
    store_payees(clinic_id)
    return ClinicId(clinic_id)


def session(
    guarantee: Guarantee, clinic_id: ClinicId, on: date, service: Service, *, held: bool = True
) -> ubl.Session:
    """Stores a booking under the guarantee. Returns its line in an invoice."""
    starts_at = datetime(on.year, on.month, on.day, 23, 30, tzinfo=UTC) - timedelta(days=1)
    booking = Booking(
        booking_id=BookingId(ids.within("bkg", guarantee.guarantee_id, clock.randomness())),
        claim_id=guarantee.claim_id,
        guarantee_id=guarantee.guarantee_id,
        case_reference=guarantee.case_reference,
        payer=guarantee.payer,
        person_id=guarantee.person_id,
        clinic_id=clinic_id,
        practitioner_id=PractitionerId("prc_1"),
        slot_id=SlotId("slt_1"),
        service=service,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=45),
        country=guarantee.country,
        status="held" if held else "booked",
        booked_at=starts_at - timedelta(days=3),
    )
    _store(booking.booking_id, f"BOOKING#{booking.booking_id}", booking)
    price = guarantee.price_of(service)
    assert price
    return ubl.Session(booking.booking_id, on, price.amount, service)


def change(identifier: str, kind: str, **changes: Any) -> None:
    """Changes attributes of a stored guarantee or booking."""
    table, partition = tables.settings.cases_table, _partition(identifier)
    item = tables.get(table, partition, f"{kind}#{identifier}")
    assert item
    tables.commit([Put(table, {**item, **changes}, when=None)])


def move_clinic(stage: Stage, country: str) -> None:
    """Changes the country of the stored clinic."""
    table = tables.settings.network_table
    item = tables.get(table, stage.clinic_id, "CLINIC")
    assert item
    tables.commit([Put(table, {**item, "country": country}, when=None)])


def set_rates_by_authorisation(stage: Stage, *, authorised: bool) -> None:
    """Names a practitioner in the guarantee of 700 kr., and sets 950 kr. as the rate of the authorised."""
    known = practitioner(practitioner_id="prc_named", clinic_id=stage.clinic_id, authorised=authorised)
    DynamoPractitioners().set(known)
    rate = {"source": "payer", "begins": "2026-01-01", "version": 1, "authorised": authorised}
    follow_up = {"service": "follow-up", "amount": Money.of(850).as_json()}
    fees = [{"service": "first", "amount": Money.of(700).as_json(), "rate": rate}, follow_up]
    named = {"practitionerId": known.practitioner_id, "fees": fees}
    change(stage.guarantee.guarantee_id, "GUARANTEE", **named)
    rates = (Rate(FIRST, Money.of(950), True), Rate(FIRST, Money.of(700), False))
    tariff = Tariff(stage.guarantee.payer, stage.guarantee.treatment, "first", rates, 1)
    DynamoTariffs().set(tariff, "underwriter")


def other(stage: Stage) -> Stage:
    """Returns the stage of another clinic with the same guarantee."""
    return replace(stage, clinic_id=clinic("31415926"))


def _guarantee(payer: str, clinic_id: str) -> Guarantee:
    claim_id = ids.mint("clm", payer, clock.randomness())
    return guarantees.guarantee(
        guarantee_id=ids.within("gar", claim_id, clock.randomness()),
        number="G26-7K3Q9-M2X4T",
        case_reference="HB-" + "".join(chr(ord("A") + byte % 26) for byte in clock.randomness()),
        claim_id=claim_id,
        payer=payer,
        # Each stage has a client of its own: one session of a person is paid once.
        person_id=PersonId(ids.plain("per", clock.randomness())),
        sessions_granted=3,
        sessions_booked=2,
        sessions_used=2,
        valid_from=date(2026, 11, 1),
        valid_until=date(2027, 4, 30),
        fee=Money.of(850),
        payer_endpoint=("0088", DANISH_PAYER.endpoint),
        clinic_id=clinic_id,
        fees=(Fee("first", Money.of(950)), Fee("follow-up", Money.of(850))),
    )


def _store(identifier: str, sk: str, value: object) -> None:
    item = {"pk": _partition(identifier), "sk": sk, **to_item(value)}
    tables.commit([Put(tables.settings.cases_table, item)])


def _partition(identifier: str) -> str:
    return f"{ids.payer_of(identifier)}#{ids.claim_of(identifier)}"
