"""Rules about the sessions; each line is one session."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import Text
from helsebro.invoices.invoice import Invoice, InvoiceLine
from helsebro.invoices.review.other_session import InvoicePaid
from helsebro.invoices.rules.rule import BOTH, InvoiceBreach, InvoiceRule

ATTENDED = "attended"
BOOKING = "cac:DocumentReference/cbc:ID"
SESSION_DATE = "cac:InvoicePeriod/cbc:StartDate"
SERVICE = "cac:Item/cac:SellersItemIdentification/cbc:ID"
ATTENDANCE = "cac:Item/cac:AdditionalItemProperty[cbc:Name='Attendance']/cbc:Value"
AMOUNT = "cbc:LineExtensionAmount"


def names_a_booking_of_the_guarantee(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """Every line names a booking made under that guarantee (F0-16)."""
    for line in invoice.lines:
        if not line.booking_id or (facts.own_guarantee and line.booking_id not in facts.sessions):
            yield InvoiceBreach(f"{line.location}/{BOOKING}")


def was_held(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The clinic has reported that the session was held (F0-18)."""
    for line, session in facts.sessions_of(invoice):
        if not session.held:
            yield InvoiceBreach(f"{line.location}/{BOOKING}")


def was_not_invoiced_before(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """No accepted invoice contains the session yet (promise 3)."""
    for line, session in facts.sessions_of(invoice):
        if session.invoiced_by:
            other = facts.numbered.get(session.invoiced_by)
            text = INVOICED_ON[other.payment] if other else None
            values = {"number": other.number} if other else {}
            yield InvoiceBreach(f"{line.location}/{BOOKING}", values, text=text)


def appears_once(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """A booking appears on one line only."""
    times = Counter(invoice.booking_ids)
    for line in invoice.lines:
        if line.booking_id and times[line.booking_id] > 1:
            yield InvoiceBreach(f"{line.location}/{BOOKING}")


def has_the_date_of_the_booking(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The line's period is the day of the booked session, as both start and end."""
    for line, session in facts.sessions_of(invoice):
        if line.session_on != session.on:
            yield InvoiceBreach(
                f"{line.location}/{SESSION_DATE}", {"found": line.session_on, "expected": session.on}
            )


def lies_in_the_guarantee_period(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The session was held while the guarantee was valid, first and last day included (F0-26)."""
    known = facts.own_guarantee
    for line, session in facts.sessions_of(invoice):
        if known and not known.valid_from <= session.on <= known.valid_until:
            first, last = known.valid_from, known.valid_until
            period = {
                "first": first,
                "last": last,
                "found": session.on,
                "expected": f"{first.isoformat()}/{last.isoformat()}",
            }
            yield InvoiceBreach(f"{line.location}/{SESSION_DATE}", period)


def is_the_booked_service(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The service on the line is the one that was booked."""
    for line, session in facts.sessions_of(invoice):
        if line.service != session.service:
            yield InvoiceBreach(
                f"{line.location}/{SERVICE}", {"found": line.service, "expected": session.service}
            )


def costs_what_was_agreed(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """One session a line, at the agreed price of its service (F0-15, F0-17)."""
    for line, session in facts.sessions_of(invoice):
        agreed = session.price
        amounts = {price.amount for price in (agreed, session.promised) if price}
        if _is_unread(invoice, line):
            continue
        if not agreed or line.amount not in amounts or line.quantity != Decimal(1):
            values = {"price": agreed or "–", "found": line.amount, "expected": agreed}
            yield InvoiceBreach(f"{line.location}/{AMOUNT}", values)


def was_attended(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The customer pays for a late cancellation or a missed session, never the insurer (F0-28)."""
    for line in invoice.lines:
        if line.attendance != ATTENDED:
            yield InvoiceBreach(f"{line.location}/{ATTENDANCE}", {"expected": ATTENDED})


def _is_unread(invoice: Invoice, line: InvoiceLine) -> bool:
    """Returns whether a number of the line cannot be read: that is a finding of its own (HB-37)."""
    return any(
        each.why == "number" and each.location.startswith(f"{line.location}/") for each in invoice.unreadable
    )


INVOICED_ON: Mapping[InvoicePaid, Text] = {
    "coming": Text(
        "Konsultationen er allerede faktureret: klinikkens faktura {number} er godkendt og bliver betalt.",
        "Timen er allerede fakturert: klinikkens faktura {number} er godkjent og blir betalt.",
        "The session has already been invoiced: the clinic's invoice {number} is accepted and will be paid.",
    ),
    "paid": Text(
        "Konsultationen er allerede faktureret: klinikkens faktura {number} er betalt.",
        "Timen er allerede fakturert: klinikkens faktura {number} er betalt.",
        "The session has already been invoiced: the clinic's invoice {number} is paid.",
    ),
    "returned": Text(
        "Konsultationen er allerede på klinikkens faktura {number}. Banken sendte pengene tilbage, og "
        "forsikringsselskabet afgør, om de sendes igen. Vil klinikken hellere fakturere på ny, skal den "
        "først sende en kreditnota for den faktura.",
        "Timen er allerede på klinikkens faktura {number}. Banken sendte pengene tilbake, og "
        "forsikringsselskapet avgjør om de sendes igjen. Vil klinikken heller fakturere på nytt, må den "
        "først sende en kreditnota for den fakturaen.",
        "The session is already on the clinic's invoice {number}. The bank sent the money back, and the "
        "insurer decides whether to send it again. To invoice anew instead, first send a credit note for "
        "that invoice.",
    ),
    "written-off": Text(
        "Konsultationen er allerede på klinikkens faktura {number}. Banken sendte pengene tilbage, og "
        "forsikringsselskabet har afgjort, at fakturaen ikke betales. En ny faktura ændrer det ikke. Skriv "
        "til forsikringsselskabet, hvis du er uenig.",
        "Timen er allerede på klinikkens faktura {number}. Banken sendte pengene tilbake, og "
        "forsikringsselskapet har avgjort at fakturaen ikke betales. En ny faktura endrer ikke det. Skriv "
        "til forsikringsselskapet hvis du er uenig.",
        "The session is already on the clinic's invoice {number}. The bank sent the money back, and the "
        "insurer has decided not to pay that invoice. A new one changes nothing. Write to the insurer if you "
        "disagree.",
    ),
}
"""What became of the money → what the clinic reads."""
RULES = (
    InvoiceRule(
        "HB-03",
        Text(
            "Linjen nævner ikke en booking under garantien (DocumentReference med typekode 130).",
            "Linjen nevner ikke en bestilling under garantien (DocumentReference med typekode 130).",
            "The line names no booking under the guarantee (DocumentReference with type code 130).",
        ),
        names_a_booking_of_the_guarantee,
        "F0-16",
        BOTH,
    ),
    InvoiceRule(
        "HB-04",
        Text(
            "Det er ikke meldt, at konsultationen er afholdt.",
            "Det er ikke meldt at timen er gjennomført.",
            "The session has not been reported as held.",
        ),
        was_held,
        "F0-18",
    ),
    InvoiceRule(
        "HB-05",
        Text(
            "Konsultationen er allerede faktureret.",
            "Timen er allerede fakturert.",
            "The session has already been invoiced.",
        ),
        was_not_invoiced_before,
        "F0-24",
    ),
    InvoiceRule(
        "HB-06",
        Text(
            "Den samme booking står på flere linjer.",
            "Den samme bestillingen står på flere linjer.",
            "The same booking is on several lines.",
        ),
        appears_once,
        "F0-18",
        BOTH,
    ),
    InvoiceRule(
        "HB-07",
        Text(
            "Linjens dato skal være den bookede dag, den {expected}, både som start og som slut.",
            "Linjens dato må være den bestilte dagen, {expected}, både som start og som slutt.",
            "The line's date must be the booked day, {expected}, as both start and end.",
        ),
        has_the_date_of_the_booking,
        "F0-18",
        BOTH,
    ),
    InvoiceRule(
        "HB-08",
        Text(
            "Konsultationen ligger uden for garantiens periode, som er fra den {first} til den {last}.",
            "Timen ligger utenfor garantiens periode, som er fra {first} til {last}.",
            "The session is outside the guarantee's period, which is from {first} to {last}.",
        ),
        lies_in_the_guarantee_period,
        "F0-26",
    ),
    InvoiceRule(
        "HB-09",
        Text(
            "Ydelsen er ikke den, der er booket: {expected}.",
            "Tjenesten er ikke den som er bestilt: {expected}.",
            "The service is not the one that was booked: {expected}.",
        ),
        is_the_booked_service,
        "F0-15",
        BOTH,
    ),
    InvoiceRule(
        "HB-10",
        Text(
            "En linje skal være én konsultation og koste {price}, som er den aftalte pris.",
            "En linje må være én time og koste {price}, som er den avtalte prisen.",
            "A line must be one session and cost {price}, which is the agreed price.",
        ),
        costs_what_was_agreed,
        "F0-17",
    ),
    InvoiceRule(
        "HB-12",
        Text(
            "Kun konsultationer, som klienten mødte op til, kan faktureres (Attendance = attended). "
            "Udeblivelse og sent afbud betaler klienten selv.",
            "Bare timer som klienten møtte opp til, kan faktureres (Attendance = attended). "
            "Manglende oppmøte og sen avbestilling betaler klienten selv.",
            "Only sessions that the client attended can be invoiced (Attendance = attended). "
            "The client pays for a missed session or a late cancellation.",
        ),
        was_attended,
        "F0-28",
    ),
)
