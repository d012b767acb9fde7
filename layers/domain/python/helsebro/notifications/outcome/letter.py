"""Letter (brev): one notification on paper, from the print queue to the post, and back when it is returned.

A person without MitID or BankID gets everything by letter (F4-02).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from helsebro.errors import Conflict
from helsebro.ids import GuaranteeId
from helsebro.notifications.contact_record import Language, PostalAddress
from helsebro.notifications.notification import LetterState, Notification

LETTER_STATES: tuple[LetterState, ...] = ("queued", "printed", "posted", "returned")
"""In the order in which a letter takes them; a print house may report only one of printed and posted."""
ENCLOSING = frozenset({"guarantee-issued", "guarantee-extended"})
"""The kinds of notification that a guarantee is enclosed in, for a person who cannot log in to read it."""

CARRYING = frozenset(
    "claim-received papers-missing question-asked message-arrived decision-made guarantee-revoked "
    "extension-denied refund-decided decision-recorded session-booked session-moved session-relocated "
    "session-reminder complaint-answered".split()
)
"""The kinds whose letter carries the words themselves, for a person who cannot log in to read them: it goes
in a sealed envelope to the person's own address (F4-02, F4-26)."""


class LetterMoved(Conflict):
    """The letter has this state already, or a later one: its state only goes forward."""

    code = "letter-state-not-forward"


class LetterNotPosted(Conflict):
    """The letter is still in the print queue, so the post cannot have sent it back."""

    code = "letter-not-posted"


@dataclass(frozen=True)
class Letter:
    """A letter of a payer. ``case_id`` and ``notification_id`` name the notification that it carries.

    ``guarantee_id`` is the guarantee whose own paper is enclosed, in the letter's ``language``.
    ``changed_at`` is when it got its state. ``is_of_no_payer`` is set when ``payer`` only prints it, for a
    notification that belongs to none.
    """

    letter_id: str
    payer: str
    case_id: str
    notification_id: str
    kind: str
    queued_at: datetime
    changed_at: datetime
    state: LetterState = "queued"
    guarantee_id: GuaranteeId | None = None
    language: Language = "da"
    version: int = 1
    is_of_no_payer: bool = False

    @classmethod
    def of(cls, notification: Notification, at: datetime, enclosed: GuaranteeId | None) -> Letter:
        """Returns the queued letter of a notification; its id follows from the notification's."""
        return cls(
            letter_id=letter_id_of(notification),
            payer=notification.payer,
            case_id=notification.case_id,
            notification_id=notification.notification_id,
            kind=notification.kind,
            queued_at=at,
            changed_at=at,
            guarantee_id=enclosed,
            language=notification.language,
        )

    @property
    def notified_for(self) -> str:
        """The payer of the notification; empty when it belongs to none."""
        return "" if self.is_of_no_payer else self.payer

    def moved(self, state: LetterState, at: datetime) -> Letter:
        """Returns the letter with a later state. Raises ``LetterMoved``, ``LetterNotPosted``."""
        if LETTER_STATES.index(state) <= LETTER_STATES.index(self.state):
            raise LetterMoved()
        if state == "returned" and self.state == "queued":
            raise LetterNotPosted()
        return replace(self, state=state, changed_at=at, version=self.version + 1)


def carried_by(notification: Notification, letter: Letter) -> Notification:
    """Returns the notification with the state of its letter; what is returned has bounced.

    While the notification is still being sent, only a return changes it: the sending stores its own end.
    """
    if notification.state in ("bounced", "withdrawn"):
        return notification
    if letter.state == "returned":
        after = notification.ended("bounced")
    elif notification.is_open:
        return notification
    else:
        after = notification.ended(notification.state)
    return replace(after, letter=letter.state)


def letter_id_of(notification: Notification) -> str:
    """Returns the id of a notification's letter: the same however often it is sent (promise 4)."""
    return f"ltr_{notification.notification_id.removeprefix('ntf_')}"


def is_complete(address: PostalAddress | None) -> bool:
    """Whether the post can deliver to an address: every line of it is filled in."""
    return address is not None and all(
        line.strip() for line in (address.name, address.street, address.postcode, address.city)
    )
