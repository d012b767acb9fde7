"""What the sessions of an invoice may clash with, in words: invoices by number, practitioners by name."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from helsebro.benefits.ledger import Ledger
from helsebro.benefits.named_practitioner import NamedPractitioner
from helsebro.benefits.use import Use
from helsebro.ids import BookingId, ClinicId, InvoiceId, PractitionerId
from helsebro.invoices.facts import KnownSession
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.received_invoice import clinic_of
from helsebro.invoices.review.other_session import NumberedInvoice, payment_of
from helsebro.payments.payable import Payable
from helsebro_aws.dynamodb.record import from_item
from helsebro_aws.dynamodb.tables import Item, Tables
from helsebro_aws.invoices.keys import invoice_key
from helsebro_aws.network.keys import practitioner_key
from helsebro_aws.payments.keys import payable_key


@dataclass(frozen=True)
class TreatedBy:
    """Who treats, as the register of practitioners says; no more than the id where it says nothing."""

    practitioner_id: PractitionerId
    authorisation_id: str | None = field(default=None, repr=False)
    name: str | None = None

    @property
    def as_named(self) -> NamedPractitioner:
        """The practitioner as a ledger names one."""
        return NamedPractitioner(self.practitioner_id, self.authorisation_id)


@dataclass(frozen=True)
class OthersOfDays:
    """The accepted invoices and the practitioners of what was paid on the days of an invoice's sessions."""

    numbered: Mapping[str, NumberedInvoice] = field(default_factory=dict)
    practitioners: Mapping[PractitionerId, str] = field(default_factory=dict)


def treated_by(on: Tables, who: Collection[PractitionerId]) -> Mapping[PractitionerId, TreatedBy]:
    """Returns who treats, with the name and the number of each authorisation that is known."""
    keys = [practitioner_key(practitioner_id) for practitioner_id in sorted(who)]
    items = {item["pk"]: item for item in on.get_many(on.settings.network_table, keys)}
    found = {}
    for known in who:
        item = items.get(known, {})
        found[known] = TreatedBy(known, item.get("authorisationId"), item.get("name"))
    return found


def others_of(
    on: Tables,
    clinic_id: ClinicId,
    invoice: Invoice,
    sessions: Mapping[BookingId, KnownSession],
    ledger: Ledger | None,
) -> OthersOfDays:
    """Returns what the sessions of an invoice may clash with; it reads nothing where nothing was paid."""
    named = [sessions[each] for each in invoice.booking_ids if each in sessions]
    days = {session.on for session in named}
    uses = [use for use in (ledger.uses if ledger else ()) if any(each.on in days for each in use.sessions)]
    ids = {use.use_id for use in uses if use.source == "invoice"}
    ids |= {session.invoiced_by for session in named if session.invoiced_by}
    names = treated_by(on, _practitioners(uses))
    return OthersOfDays(
        _numbered(on, clinic_id, {InvoiceId(each) for each in ids}),
        {known: each.name for known, each in names.items() if each.name},
    )


def _practitioners(uses: Collection[Use]) -> set[PractitionerId]:
    by = (spent.by for use in uses for spent in use.sessions)
    return {each.practitioner_id for each in by if each and each.practitioner_id}


def _numbered(on: Tables, clinic_id: ClinicId, ids: Collection[InvoiceId]) -> Mapping[str, NumberedInvoice]:
    keys = [invoice_key(clinic_of(invoice_id), invoice_id) for invoice_id in sorted(ids)]
    items = [item for item in on.get_many(on.settings.money_table, keys) if "number" in item]
    owed = _owed(on, [item for item in items if item["clinicId"] == clinic_id and "payableId" in item])
    return {
        item["invoiceId"]: NumberedInvoice(
            item["number"], item["clinicId"] == clinic_id, payment_of(owed.get(item.get("payableId", "")))
        )
        for item in items
    }


def _owed(on: Tables, invoices: Sequence[Item]) -> Mapping[str, Payable]:
    """Returns the payables of the clinic's own invoices: what became of another's it never reads."""
    keys = [payable_key(item["payer"], item["payableId"]) for item in invoices]
    return {
        item["payableId"]: from_item(Payable, item) for item in on.get_many(on.settings.money_table, keys)
    }
