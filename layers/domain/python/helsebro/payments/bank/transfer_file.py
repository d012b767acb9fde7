"""Transfer file: the transfers of one payment run, as one message to the payer's bank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from helsebro.errors import BadInput, Fault
from helsebro.money import Currency, Money
from helsebro.payments.bank.bank_id import is_bank_id
from helsebro.payments.bank.debtor import Debtor
from helsebro.payments.bank.transfer import CreditTransfer, country_of


@dataclass(frozen=True)
class TransferFile:
    """``requested_on`` is the day on which the payer's account is to be debited.

    ``created_at`` must be kept with the run: the file is the same, byte for byte, whenever it is written.
    """

    message_id: str
    created_at: datetime
    requested_on: date
    debtor: Debtor
    currency: Currency
    transfers: tuple[CreditTransfer, ...]

    @property
    def total_ore(self) -> int:
        """The sum of all transfers in øre."""
        return sum(transfer.ore for transfer in self.transfers)

    @property
    def total(self) -> Money:
        """The sum of all transfers. All are in the currency of the file, or ``must_be_sound`` refuses it."""
        return sum((transfer.amount for transfer in self.transfers), Money.zero(self.currency))

    def faults(self) -> Iterator[Fault]:
        """Yields every fault of the file and of each transfer; none quotes a name or a number."""
        if not is_bank_id(self.message_id):
            yield Fault("/messageId", "bank-id-malformed", "")
        if self.created_at.tzinfo is None:
            yield Fault("/createdAt", "not-an-instant", "")
        yield from self.debtor.faults()
        if not self.transfers:
            yield Fault("/transfers", "transfers-missing", "")
        times = Counter(transfer.end_to_end_id.lower() for transfer in self.transfers)
        for number, transfer in enumerate(self.transfers):
            at = f"/transfers/{number}"
            yield from transfer.faults(self.currency, country_of(self.debtor.account), at)
            if times[transfer.end_to_end_id.lower()] > 1:
                yield Fault(f"{at}/endToEndId", "transfer-twice", "")

    def must_be_sound(self) -> None:
        """Raises ``BadInput`` with every fault of the file."""
        found = list(self.faults())
        if found:
            raise BadInput(found)
