"""Payment run: the payables that one payment file pays, drafted by one person and released by another.

``drafting`` → ``drafted`` → ``released`` → ``sent`` → ``settled``, or ``cancelling`` → ``cancelled``. A run
takes its payables one by one, each in one commit, so it may be killed anywhere and goes on where it stopped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, get_args

from helsebro.errors import BadInput, Conflict, Fault, NotAllowed, VersionStale
from helsebro.ids import ClaimId, PayableId, PaymentFileId
from helsebro.money import Currency, Money
from helsebro.payments.bank.debtor import Debtor
from helsebro.payments.bank.transfer import country_of
from helsebro.payments.ledger.ledger_entry import EntryCause
from helsebro.payments.runs.payment_oddity import PaymentOddity
from helsebro.payments.runs.run_signer import RunSigner

if TYPE_CHECKING:
    from helsebro.payments.runs.run_line import RunLine

RunState = Literal["drafting", "drafted", "released", "sent", "settled", "cancelling", "cancelled"]
STATES: tuple[RunState, ...] = get_args(RunState)
RunWay = Literal["bank", "stripe"]
"""How it goes out: as a file that the payer hands to its bank, or as transfers at Stripe (F1-07)."""
MOST_PAYABLES = 500
"""A file that is longer is drafted as the next: a person reads a run before releasing it."""


class ReleasedByItsAuthor(NotAllowed):
    """Who drafted a payment file does not release it, under no login: it takes two people."""

    code = "payment-file-released-by-its-author"


class NotDrafted(Conflict):
    """The payment file is not drafted (any more); ``state`` says what it is."""

    code = "payment-file-not-drafted"


class NotReleased(Conflict):
    """The payment file is with the bank already; ``state`` says what it is."""

    code = "payment-file-not-released"


class FileNotReady(Conflict):
    """The file is not written: it is not released yet, or is being written."""

    code = "file-not-ready"


@dataclass(frozen=True)
class PaymentRun:
    """``count`` and ``ore`` are its payables and their sum, ``odd`` how many of them have each oddity.

    It takes the payables of ``payable_ids``, or all that are due before ``due_before``, or all. ``debtor`` is
    the account that it is paid from, as it was when the run was begun. ``written_at`` is when the file was
    there, with the SHA-256 ``digest`` of its bytes; a run to Stripe has none. ``version`` counts the
    changes of its state. ``paid`` and ``returned`` count the payables that the bank has answered for.
    """

    file_id: PaymentFileId
    payer: str
    currency: Currency
    debtor: Debtor
    drafted_by: RunSigner
    begun_at: datetime
    state: RunState = "drafting"
    version: int = 1
    due_before: date | None = None
    payable_ids: tuple[PayableId, ...] | None = None
    count: int = 0
    ore: int = 0
    odd: Mapping[PaymentOddity, int] = field(default_factory=dict)
    drafted_at: datetime | None = None
    released_by: RunSigner | None = None
    released_at: datetime | None = None
    written_at: datetime | None = None
    digest: str | None = None
    sent_at: datetime | None = None
    cancelled_at: datetime | None = None
    paid: int = 0
    returned: int = 0
    settled_at: datetime | None = None
    way: RunWay = "bank"

    @property
    def is_out(self) -> bool:
        """Whether the bank or Stripe may have it."""
        is_ready = self.way == "stripe" or self.written_at is not None
        return is_ready and self.state in ("released", "sent", "settled")

    @property
    def total(self) -> Money:
        """The sum of its payables."""
        return Money.of_ore(self.ore, self.currency)

    @property
    def home(self) -> str:
        """The country of the account that it is paid from."""
        return country_of(self.debtor.account)

    def entry_cause(self, claim_id: ClaimId, at: datetime) -> EntryCause:
        """Returns what the ledger books a payable's steps at the bank by: the file, on a local day."""
        return EntryCause(self.file_id, claim_id, at, self.home)

    def drafted(self, odd: Mapping[PaymentOddity, int], at: datetime) -> PaymentRun:
        """Returns the run with all its payables; one that found none is cancelled."""
        if not self.count:
            return self._in("cancelled", drafted_at=at, cancelled_at=at)
        return self._in("drafted", drafted_at=at, odd=odd)

    def released(self, by: RunSigner, version: int, at: datetime) -> PaymentRun:
        """Returns the run after another person released it.

        Raises ``NotDrafted``, ``VersionStale``, ``ReleasedByItsAuthor``.
        """
        if self.state != "drafted":
            raise NotDrafted(state=self.state)
        if version != self.version:
            raise VersionStale()
        if by.may_be(self.drafted_by):
            raise ReleasedByItsAuthor()
        return self._in("released", released_by=by, released_at=at)

    def written(self, digest: str, at: datetime) -> PaymentRun:
        """Returns the released run with its file."""
        return replace(self, written_at=at, digest=digest, version=self.version + 1)

    def without_transfers(self, at: datetime) -> PaymentRun:
        """Returns the released run as cancelled: no payable of it can be carried by a file."""
        return self._in("cancelled", cancelled_at=at)

    def sent(self, at: datetime) -> PaymentRun:
        """Returns the run after its file was handed to the bank.

        Raises ``FileNotReady``, ``NotReleased`` when it was said before.
        """
        self.must_be_written()
        if self.state != "released":
            raise NotReleased(state=self.state)
        return self._in("sent", sent_at=at)

    def handed_over(self, at: datetime) -> PaymentRun:
        """Returns the released run whose transfers are being created at Stripe."""
        return self._in("sent", sent_at=at)

    @property
    def is_answered(self) -> bool:
        """Whether the bank has said of every payable what became of it."""
        return self.paid + self.returned >= self.count

    def settled(self, at: datetime) -> PaymentRun:
        """Returns the run after the bank has answered for each of its payables."""
        return self._in("settled", settled_at=at)

    def without(self, line: RunLine, at: datetime) -> PaymentRun:
        """Returns the drafted run without a payment that is owed no more, of another version, so that who
        has looked at it looks again. Without any payment it is cancelled. Raises ``NotDrafted``.
        """
        if self.state != "drafted":
            raise NotDrafted(state=self.state)
        odd = dict(Counter(self.odd) - Counter(line.odd))
        rest = replace(self, odd=odd, count=self.count - 1, ore=self.ore - line.amount.ore)
        return rest._in("drafted") if rest.count else rest._in("cancelled", cancelled_at=at)

    def cancelling(self) -> PaymentRun:
        """Returns the drafted run while it gives its payables back. Raises ``NotDrafted``."""
        if self.state != "drafted":
            raise NotDrafted(state=self.state)
        return self._in("cancelling")

    def cancelled(self, at: datetime) -> PaymentRun:
        """Returns the run that has no payable any more."""
        return self._in("cancelled", cancelled_at=at)

    def must_be_written(self) -> None:
        """Raises ``FileNotReady`` unless its file is there; a run to Stripe never has one."""
        if self.written_at is None:
            raise FileNotReady(state=self.state)

    def _in(self, state: RunState, **changed: object) -> PaymentRun:
        changes: dict[str, object] = {"state": state, "version": self.version + 1, **changed}
        return replace(self, **changes)  # type: ignore[arg-type]


def state_named(name: str) -> RunState:
    """Returns the state of that name. Raises ``BadInput`` (malformed) when there is none."""
    for state in STATES:
        if state == name:
            return state
    raise BadInput([Fault("/state", "payment-file-state-unknown", ", ".join(STATES))], malformed=True)
