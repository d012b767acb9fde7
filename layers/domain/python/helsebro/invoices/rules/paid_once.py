"""Rules that one session is paid once, whatever the way (promise 27)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from helsebro.benefits.clash import Certainty, Clash, clashes_of
from helsebro.invoices.facts import InvoiceFacts, KnownSession
from helsebro.invoices.finding import Text
from helsebro.invoices.invoice import Invoice, InvoiceLine
from helsebro.invoices.review.other_session import InvoicePaid, OtherSession
from helsebro.invoices.rules.rule import InvoiceBreach, InvoiceRule
from helsebro.invoices.rules.sessions import BOOKING


def was_not_paid_another_way(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The person's treatment of that day was not refunded before (promise 27)."""
    return _breaches(invoice, facts, "certain")


def is_the_only_one_of_its_day(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """No other session was paid on that day or is on an earlier line: with another practitioner, or booked.

    Finance decides about a second one: both bookings were held, by what the clinic reports.
    """
    return _breaches(invoice, facts, "perhaps")


def _breaches(invoice: Invoice, facts: InvoiceFacts, certainty: Certainty) -> Iterator[InvoiceBreach]:
    before: list[KnownSession] = []
    for line, session in facts.sessions_of(invoice):
        clashes = _clashes(session, before, facts)
        if clashes and _worst(clashes) == certainty:
            yield _breach(line, session, clashes, facts)
        before.append(session)


def _clashes(
    session: KnownSession, before: list[KnownSession], facts: InvoiceFacts
) -> list[tuple[Certainty, OtherSession]]:
    """Returns what a session clashes with: payments, and the bookings of lines ``before``.

    A booking that was invoiced before, or is on two lines, breaks a rule of its own (HB-05, HB-06).
    """
    known = facts.own_guarantee
    if session.invoiced_by or known is None:
        return []
    own = session.booking_id
    paid = (
        clashes_of(facts.ledger, session.on, known.treatment, session.by, booking_id=own)
        if facts.ledger
        else ()
    )
    found: list[tuple[Certainty, OtherSession]] = [
        (clash.certainty, _paid_for(clash, session, known.treatment, facts)) for clash in paid
    ]
    others = (other for other in before if other.on == session.on and other.booking_id != own)
    return [*found, *(("perhaps", _on_a_line(other)) for other in others)]


def _paid_for(clash: Clash, session: KnownSession, treatment: str, facts: InvoiceFacts) -> OtherSession:
    use = facts.ledger.use(clash.paid_by) if facts.ledger else None
    spent = use.sessions if use else ()
    by = next((each.by for each in spent if (each.on, each.treatment) == (session.on, treatment)), None)
    name = facts.practitioners.get(by.practitioner_id) if by and by.practitioner_id else None
    numbered = facts.numbered.get(clash.paid_by)
    number = numbered.number if numbered else None
    return OtherSession(clash.way, clash.paid_by, session.on, clash.amount, number, name)


def _on_a_line(other: KnownSession) -> OtherSession:
    return OtherSession("line", other.booking_id, other.on, other.price, practitioner=other.practitioner)


def _worst(clashes: list[tuple[Certainty, OtherSession]]) -> Certainty:
    return "certain" if any(certainty == "certain" for certainty, _ in clashes) else "perhaps"


def _breach(
    line: InvoiceLine,
    session: KnownSession,
    clashes: list[tuple[Certainty, OtherSession]],
    facts: InvoiceFacts,
) -> InvoiceBreach:
    others = tuple(sorted({each.id: each for _, each in clashes}.values(), key=lambda each: each.id))
    numbered = (facts.numbered.get(each.id) for certainty, each in clashes if certainty == "certain")
    own = next((each for each in numbered if each and each.is_own), None)
    values = {"date": session.on, "number": own.number if own else ""}
    return InvoiceBreach(f"{line.location}/{BOOKING}", values, others, OWN[own.payment] if own else None)


OWN: Mapping[InvoicePaid, Text] = {
    "coming": Text(
        "Klientens behandling den {date} er allerede på klinikkens faktura {number}, som er godkendt og "
        "bliver betalt. En behandling betales kun én gang.",
        "Klientens behandling {date} er allerede på klinikkens faktura {number}, som er godkjent og blir "
        "betalt. En behandling betales bare én gang.",
        "The client's treatment on {date} is already on the clinic's invoice {number}, which is accepted and "
        "will be paid. A treatment is paid once only.",
    ),
    "paid": Text(
        "Klientens behandling den {date} er allerede betalt med klinikkens faktura {number}. En behandling "
        "betales kun én gang.",
        "Klientens behandling {date} er allerede betalt med klinikkens faktura {number}. En behandling "
        "betales bare én gang.",
        "The client's treatment on {date} has already been paid with the clinic's invoice {number}. A "
        "treatment is paid once only.",
    ),
    "returned": Text(
        "Klientens behandling den {date} er allerede på klinikkens faktura {number}. Banken sendte pengene "
        "tilbage, og forsikringsselskabet afgør, om de sendes igen. Skal denne faktura betales i stedet, "
        "skal klinikken først sende en kreditnota for den anden.",
        "Klientens behandling {date} er allerede på klinikkens faktura {number}. Banken sendte pengene "
        "tilbake, og forsikringsselskapet avgjør om de sendes igjen. Skal denne fakturaen betales i stedet, "
        "må klinikken først sende en kreditnota for den andre.",
        "The client's treatment on {date} is already on the clinic's invoice {number}. The bank sent the "
        "money back, and the insurer decides whether to send it again. To have this invoice paid instead, "
        "first send a credit note for the other.",
    ),
    "written-off": Text(
        "Klientens behandling den {date} er allerede på klinikkens faktura {number}. Banken sendte pengene "
        "tilbage, og forsikringsselskabet har afgjort, at den ikke betales. Skriv til forsikringsselskabet, "
        "hvis du er uenig.",
        "Klientens behandling {date} er allerede på klinikkens faktura {number}. Banken sendte pengene "
        "tilbake, og forsikringsselskapet har avgjort at den ikke betales. Skriv til forsikringsselskapet "
        "hvis du er uenig.",
        "The client's treatment on {date} is already on the clinic's invoice {number}. The bank sent the "
        "money back, and the insurer has decided not to pay it. Write to the insurer if you disagree.",
    ),
}
"""What became of the money of the clinic's own other invoice → what it reads; of others it reads no number.
"""
RULES = (
    InvoiceRule(
        "HB-34",
        Text(
            "Klientens behandling den {date} er allerede godkendt til betaling på en anden måde, og en "
            "behandling betales kun én gang.",
            "Klientens behandling {date} er allerede godkjent for betaling på en annen måte, og en "
            "behandling betales bare én gang.",
            "The client's treatment on {date} has already been accepted for payment in another way, and a "
            "treatment is paid once only.",
        ),
        was_not_paid_another_way,
        "F0-24",
    ),
    InvoiceRule(
        "HB-35",
        Text(
            "Der er også en anden behandling af klienten samme dag, den {date}. Forsikringsselskabet "
            "afgør, om begge betales.",
            "Det er også en annen behandling av klienten samme dag, {date}. Forsikringsselskapet "
            "avgjør om begge betales.",
            "There is also another treatment of the client on the same day, {date}. The insurer decides "
            "whether both are paid.",
        ),
        is_the_only_one_of_its_day,
        "F0-24",
        severity="review",
        for_finance=Text(
            "Der er også en anden behandling af klienten den {date}. Se, hvad den er, og afgør, om begge "
            "skal betales.",
            "Det er også en annen behandling av klienten {date}. Se hva den er, og avgjør om begge skal "
            "betales.",
            "There is also another treatment of the client on {date}. See what it is, and decide whether "
            "both are to be paid.",
        ),
    ),
)
