"""Rules that one session is paid once, whatever the way (promise 27)."""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.benefits.clash import Certainty, certainty_of, clashes_of
from helsebro.invoices.facts import InvoiceFacts, KnownSession
from helsebro.invoices.finding import Text
from helsebro.invoices.invoice import Invoice, InvoiceLine
from helsebro.invoices.rules.rule import InvoiceBreach, InvoiceRule
from helsebro.invoices.rules.sessions import BOOKING


def was_not_paid_another_way(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The person's treatment of that day was not paid before, nor is it on an earlier line (promise 27)."""
    return _breaches(invoice, facts, "certain")


def is_the_only_one_of_its_day(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """No session with another practitioner was paid on that day: finance decides about a second one."""
    return _breaches(invoice, facts, "perhaps")


def _breaches(invoice: Invoice, facts: InvoiceFacts, certainty: Certainty) -> Iterator[InvoiceBreach]:
    before: list[KnownSession] = []
    for line, session in facts.sessions_of(invoice):
        if _worst(session, before, facts) == certainty:
            yield _breach(line, session)
        before.append(session)


def _worst(session: KnownSession, before: list[KnownSession], facts: InvoiceFacts) -> Certainty | None:
    """Returns how certain it is that a session was paid or is on a line ``before``; None when it was not.

    A booking that was invoiced before, or is on two lines, breaks a rule of its own (HB-05, HB-06).
    """
    known = facts.own_guarantee
    if session.invoiced_by or known is None:
        return None
    paid = clashes_of(facts.ledger, session.on, known.treatment, session.by) if facts.ledger else ()
    found = {clash.certainty for clash in paid}
    found |= {
        certainty_of(session.by, other.by)
        for other in before
        if other.on == session.on and other.booking_id != session.booking_id
    }
    if not found:
        return None
    return "certain" if "certain" in found else "perhaps"


def _breach(line: InvoiceLine, session: KnownSession) -> InvoiceBreach:
    return InvoiceBreach(f"{line.location}/{BOOKING}", {"date": session.on})


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
            "Der er også en behandling hos en anden behandler samme dag, den {date}. Forsikringsselskabet "
            "afgør, om begge betales.",
            "Det er også en behandling hos en annen behandler samme dag, {date}. Forsikringsselskapet "
            "avgjør om begge betales.",
            "There is also a treatment by another practitioner on the same day, {date}. The insurer decides "
            "whether both are paid.",
        ),
        is_the_only_one_of_its_day,
        "F0-24",
        severity="review",
    ),
)
