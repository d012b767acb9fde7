"""Reads what the tables store about what an invoice names: guarantee, bookings, payer, clinic, invoices.

The invoice is untrusted text: a reference is used to find a guarantee, and after that only the guarantee is
trusted. Another clinic's guarantee is treated as unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime

from helsebro import ids
from helsebro.benefits.ledger import Ledger
from helsebro.bookings.booking import Booking
from helsebro.bookings.place_in_course import places_by_day
from helsebro.errors import NotFound
from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.prices.session_price import price_on
from helsebro.ids import BookingId, ClinicId, PractitionerId
from helsebro.invoices.client.client_search import ClientSearch
from helsebro.invoices.facts import CreditedInvoice, InvoiceFacts, KnownGuarantee, KnownPayer, KnownSession
from helsebro.invoices.invoice import DANISH_CVR, GLN, NORWEGIAN_ORGANISATION, Identifier, Invoice
from helsebro.invoices.numbers.invoice_number import is_too_long, plain_number
from helsebro.local_day import HOME, local_day
from helsebro.money import Money
from helsebro.network.practitioner import Practitioner
from helsebro.payer import Payer
from helsebro.payments.named_clinic import NamedClinic
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.bookings.keys import BOOKINGS
from helsebro_aws.dynamodb.keys import case_partition
from helsebro_aws.dynamodb.record import from_item
from helsebro_aws.dynamodb.tables import Item, Tables, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.identity.keys import clinic_key
from helsebro_aws.invoices.dynamo_guesses import DynamoGuesses
from helsebro_aws.invoices.keys import earlier_number_keys, number_key
from helsebro_aws.invoices.named_client import search_for
from helsebro_aws.invoices.review.others_of import TreatedBy, others_of, treated_by
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.dynamo_payees import DynamoPayees
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from helsebro_aws.tariffs.dynamo_tariffs import DynamoTariffs

LONGEST_REFERENCE = 100
MOST_YEARS = 5
"""A credit note finds an invoice of so many years, as long as a Danish company keeps its books."""


class DynamoInvoiceFacts:
    """Reads ``InvoiceFacts`` in a fixed number of queries, independent of the number of lines.

    ``now`` is the clock whose day an invoice is judged on.
    """

    def __init__(self, on: Tables = tables, now: Callable[[], datetime] = clock.now) -> None:
        self.tables, self.now = on, now

    def known(
        self,
        clinic_id: ClinicId,
        invoice: Invoice,
        *,
        of: PractitionerId | None = None,
        was_judged: bool = False,
    ) -> InvoiceFacts:
        """Returns everything the business rules may read about this invoice of this clinic.

        ``of`` is the practitioner who sends it: guarantees and sessions of others are then unknown. What
        ``was_judged`` before is searched for the client's number however often the clinic has guessed.
        """
        guarantee, bookings = self._guarantee(clinic_id, of, invoice)
        facts = self._under(guarantee, clinic_id, of, bookings)
        others = others_of(self.tables, clinic_id, invoice, facts.sessions, facts.ledger)
        return replace(
            facts,
            number_is_taken=self._is_taken(clinic_id, invoice),
            credited=self._credited(clinic_id, invoice, bookings),
            numbered=others.numbered,
            practitioners=others.practitioners,
            client=self._client(facts, invoice, was_judged),
        )

    def under(self, guarantee: Guarantee, clinic_id: ClinicId) -> InvoiceFacts:
        """Returns what the rules may read about a guarantee's sessions at a clinic, without an invoice."""
        return self._under(guarantee, clinic_id, None, self._bookings(guarantee))

    def _under(
        self,
        guarantee: Guarantee | None,
        clinic_id: ClinicId,
        of: PractitionerId | None,
        bookings: list[Item],
    ) -> InvoiceFacts:
        clinic = self.tables.get(self.tables.settings.network_table, *clinic_key(clinic_id)) or {}
        payer = DynamoPayers(self.tables).find(guarantee.payer) if guarantee else None
        return InvoiceFacts(
            clinic_id=clinic_id,
            clinic_numbers=frozenset(number for number in (clinic.get("cvr"),) if number),
            today=local_day(self.now(), clinic.get("country", HOME)),
            clinic_country=clinic.get("country", HOME),
            guarantee=_known(guarantee, clinic_id, bookings) if guarantee else None,
            sessions=self._sessions(guarantee, payer, clinic_id, of, bookings) if guarantee and payer else {},
            payer=_payer(payer) if payer else None,
            ledger=self._ledger(guarantee) if guarantee else None,
            clinic=NamedClinic(clinic["name"], clinic.get("cvr")) if "name" in clinic else None,
            payees=DynamoPayees(self.tables).of_clinic(clinic_id),
            at=clock.now(),
        )

    def _client(self, facts: InvoiceFacts, invoice: Invoice, was_judged: bool) -> ClientSearch:
        """Returns what the search for the client's number found; registered numbers are no one's."""
        if facts.guarantee is None:
            return ClientSearch()
        # Here, so that facts without a guarantee need no key.
        from helsebro_aws.identity.pseudonym import person_id

        clinic_id, known, at = facts.clinic_id, facts.guarantee, self.now()
        guesses, payees = DynamoGuesses(self.tables), facts.payees.payees
        ours = {each for payee in payees if payee.is_in_force(at) for each in payee.account.forms}
        ours |= {number.value for number in facts.payer.endpoints} if facts.payer else set()
        return search_for(
            [each for each in invoice.passages if each.text not in ours],
            known.person_id,
            person_id,
            lambda more: was_judged or guesses.may_guess(clinic_id, known.guarantee_id, more, at),
        )

    def _guarantee(
        self, clinic_id: ClinicId, of: PractitionerId | None, invoice: Invoice
    ) -> tuple[Guarantee | None, list[Item]]:
        """Returns the guarantee with its bookings, when it names this clinic or has a booking there."""
        for guarantee in self._candidates(invoice):
            bookings = self._bookings(guarantee)
            named = guarantee.clinic_id == clinic_id and of in (None, guarantee.practitioner_id)
            if named or _booked_at(clinic_id, of, bookings):
                return guarantee, bookings
        return None, []

    def _ledger(self, guarantee: Guarantee) -> Ledger:
        return DynamoBenefits(self.tables).ledger(guarantee.payer, guarantee.person_id)

    def _candidates(self, invoice: Invoice) -> Iterator[Guarantee]:
        """Yields guarantees by the case reference, then by the number within the claim of a named booking."""
        guarantees, reference = DynamoGuarantees(self.tables), invoice.case_reference or ""
        with suppress(NotFound):
            if 0 < len(reference) <= LONGEST_REFERENCE:
                yield guarantees.by_case_reference(reference)
        with suppress(NotFound):
            for booking_id in invoice.booking_ids[:1]:
                of_claim = guarantees.of_claim(ids.claim_of(booking_id))
                yield from (found for found in of_claim if found.number in invoice.guarantee_numbers)

    def _bookings(self, guarantee: Guarantee) -> list[Item]:
        table, pk = self.tables.settings.cases_table, case_partition(guarantee.guarantee_id)
        of_claim = self.tables.query_all(table, pk, begins=BOOKINGS)
        return [item for item in of_claim if item["guaranteeId"] == guarantee.guarantee_id]

    def _sessions(
        self,
        guarantee: Guarantee,
        payer: Payer,
        clinic_id: ClinicId,
        of: PractitionerId | None,
        bookings: list[Item],
    ) -> dict[BookingId, KnownSession]:
        """Returns the sessions at this clinic: it may not invoice those of another."""
        of_clinic = _booked_at(clinic_id, of, bookings)
        own = DynamoTariffs(self.tables).of_profession(payer.slug, guarantee.treatment) if of_clinic else []
        practitioner = self._practitioner(guarantee) if of_clinic else None
        named = self._named(of_clinic)
        places = places_by_day(from_item(Booking, item) for item in bookings)
        found = {}
        for item in of_clinic:
            booking = from_item(Booking, item)
            place = places.get(booking.booking_id, 1)
            found[booking.booking_id] = KnownSession(
                booking_id=booking.booking_id,
                on=booking.on,
                service=booking.service,
                held=booking.status == "held",
                price=price_on(
                    guarantee,
                    booking.service,
                    booking.on,
                    own,
                    payer.country,
                    place=place,
                    authorised=practitioner is None or practitioner.authorised_on(booking.on),
                ),
                promised=guarantee.price_of(booking.service, place),
                invoiced_by=booking.invoiced_by,
                paid_out_by=booking.paid_out_by,
                reserved=booking.reserved,
                by=named[booking.practitioner_id].as_named,
                practitioner=named[booking.practitioner_id].name,
                invoiced_amount=Money.from_json(item["invoicedAmount"]) if "invoicedAmount" in item else None,
            )
        return found

    def _named(self, bookings: list[Item]) -> Mapping[PractitionerId, TreatedBy]:
        """Returns who treats, with the name and the number of each authorisation that is known."""
        return treated_by(self.tables, {PractitionerId(item["practitionerId"]) for item in bookings})

    def _practitioner(self, guarantee: Guarantee) -> Practitioner | None:
        """Returns the practitioner whom the guarantee names, if any."""
        if guarantee.practitioner_id is None:
            return None
        with suppress(NotFound):
            return DynamoPractitioners(self.tables).find(guarantee.practitioner_id)
        return None

    def _is_taken(self, clinic_id: ClinicId, invoice: Invoice) -> bool:
        """Returns whether an accepted invoice of the clinic has the number in the year of its issue."""
        number, issued_on = invoice.number, invoice.issued_on
        if not number or is_too_long(number) or issued_on is None:
            return False
        return bool(self._rows_of(clinic_id, number, [issued_on.year]))

    def _numbered(self, clinic_id: ClinicId, number: str | None) -> list[Item]:
        """Returns the rows of the clinic's accepted invoices with this number, the last year first.

        It looks back ``MOST_YEARS``. A row without a payable is that of a credit note.
        """
        if not number or is_too_long(number):
            return []
        this_year = self.now().year
        # An invoice may be issued a day ahead.
        years = range(this_year + 1, this_year - MOST_YEARS, -1)
        return [row for row in self._rows_of(clinic_id, number, years) if "payableId" in row]

    def _rows_of(self, clinic_id: ClinicId, number: str, years: Iterable[int]) -> list[Item]:
        """Returns the rows of a number in these years; one of an earlier form is that of its own number."""
        by_year = [
            (number_key(clinic_id, number, year), *earlier_number_keys(clinic_id, number, year))
            for year in years
        ]
        keys = dict.fromkeys(key for place in zip(*by_year, strict=True) for key in place)
        rows = (self.tables.get(self.tables.settings.money_table, *key) for key in keys)
        return [row for row in rows if row and plain_number(row["number"]) == plain_number(number)]

    def _credited(
        self, clinic_id: ClinicId, invoice: Invoice, bookings: Sequence[Item]
    ) -> CreditedInvoice | None:
        """Returns the invoice that a credit note names: of those with the number that with its sessions."""
        named = set(invoice.booking_ids)
        with_sessions = {each.get("invoicedBy") for each in bookings if each["bookingId"] in named}
        rows = self._numbered(clinic_id, invoice.credits)
        row = next((each for each in rows if each["invoiceId"] in with_sessions), rows[0] if rows else None)
        if row is None:
            return None
        payable = DynamoPayables(self.tables).find(row["payer"], row["payableId"])
        issued = row.get("issuedOn")
        return CreditedInvoice(row["invoiceId"], payable, date.fromisoformat(issued) if issued else None)


def _booked_at(clinic_id: ClinicId, of: PractitionerId | None, bookings: list[Item]) -> list[Item]:
    at_clinic = [item for item in bookings if item["clinicId"] == clinic_id]
    return [item for item in at_clinic if of in (None, item.get("practitionerId"))]


def _known(guarantee: Guarantee, clinic_id: ClinicId, bookings: list[Item]) -> KnownGuarantee:
    return KnownGuarantee(
        guarantee_id=guarantee.guarantee_id,
        claim_id=guarantee.claim_id,
        payer=guarantee.payer,
        number=guarantee.number,
        case_reference=guarantee.case_reference,
        clinic_id=clinic_id,
        valid_from=guarantee.valid_from,
        valid_until=guarantee.last_day,
        sessions_granted=guarantee.sessions_granted,
        sessions_invoiced=sum(1 for item in bookings if "invoicedBy" in item or "paidOutBy" in item),
        person_id=guarantee.person_id,
        treatment=guarantee.treatment,
    )


def _payer(payer: Payer) -> KnownPayer:
    company = NORWEGIAN_ORGANISATION if payer.country == "NO" else DANISH_CVR
    numbers = ((GLN, payer.gln), (company, payer.organisation_number))
    endpoints = frozenset(Identifier(scheme, value).plain() for scheme, value in numbers if value)
    return KnownPayer(payer.slug, endpoints, payer.currency, payer.country)
