"""Rules that one session is paid once, whatever the way (promise 27)."""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.benefits.clash import Certainty, clashes_of
from helsebro.invoices.facts import InvoiceFacts, KnownSession
from helsebro.invoices.finding import Text
from helsebro.invoices.invoice import Invoice, InvoiceLine
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
            yield _breach(line, session, clashes)
        before.append(session)


def _clashes(
    session: KnownSession, before: list[KnownSession], facts: InvoiceFacts
) -> list[tuple[Certainty, str]]:
    """Returns what a session clashes with: payments, by their ids, and the bookings of lines ``before``.

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
    found: list[tuple[Certainty, str]] = [(clash.certainty, clash.paid_by) for clash in paid]
    others = (other for other in before if other.on == session.on and other.booking_id != own)
    return [*found, *(("perhaps", str(other.booking_id)) for other in others)]


def _worst(clashes: list[tuple[Certainty, str]]) -> Certainty:
    return "certain" if any(certainty == "certain" for certainty, _ in clashes) else "perhaps"


def _breach(line: InvoiceLine, session: KnownSession, clashes: list[tuple[Certainty, str]]) -> InvoiceBreach:
    ids = tuple(sorted({each for _, each in clashes}))
    return InvoiceBreach(f"{line.location}/{BOOKING}", {"date": session.on}, ids)


RULES = (
    InvoiceRule(
        "HB-34",
        Text(
            "Klientens behandling den {date} er allerede betalt, og en behandling betales kun én gang.",
            "Klientens behandling {date} er allerede betalt, og en behandling betales bare én gang.",
            "The client's treatment on {date} has already been paid, and a treatment is paid once only.",
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
    ),
)
