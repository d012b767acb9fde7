"""The outlet for letters: it puts a PDF into the print queue (F4-02).

An attempt that is repeated finds its letter in the queue and changes nothing: one notification is one letter.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from helsebro.ids import ClaimId, GuaranteeId, PersonId, case_number
from helsebro.local_day import local_day
from helsebro.notifications.contact_record import PostalAddress
from helsebro.notifications.notification import Notification
from helsebro.notifications.outcome.letter import ENCLOSING, Letter, is_complete, letter_id_of
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.notifications.letter_pdf import letter_pdf
from helsebro_aws.notifications.letters.carrying_payers import CarryingPayers
from helsebro_aws.notifications.letters.dynamo_letters import AlreadyQueued, DynamoLetters
from helsebro_aws.notifications.letters.letter_papers import LetterPapers
from helsebro_aws.notifications.outgoing import NO_PAYER, Rendered, Undeliverable
from helsebro_aws.notifications.sender import Sender
from helsebro_aws.platform import clock

INCOMPLETE = "address-incomplete"


class LetterOutlet:
    """``helsebro_aws.notifications.outgoing.Outlet`` on the print queue.

    ``sender_of`` returns whose name the letter carries.
    """

    def __init__(
        self, sender_of: Callable[[Notification], Sender], papers: LetterPapers, on: Tables = tables
    ) -> None:
        self.sender_of, self.papers = sender_of, papers
        self.letters, self.carrying = DynamoLetters(on), CarryingPayers(on)
        self.contacts, self.guarantees = DynamoContacts(on), DynamoGuarantees(on)

    def send(self, notification: Notification, rendered: Rendered, postal: PostalAddress | None, /) -> str:
        """Returns the letter's id.

        Raises ``Undeliverable`` for an address that is not complete, or when no payer prints it.
        """
        if postal is None or not is_complete(postal):
            raise Undeliverable(INCOMPLETE)
        letter_id, payer = letter_id_of(notification), self.carrying.of(notification)
        if payer is None:
            raise Undeliverable(NO_PAYER)
        if self.letters.known(payer.slug, letter_id):
            return letter_id
        at, country = clock.now(), payer.country
        pdf = letter_pdf(
            rendered,
            postal,
            self.sender_of(notification),
            local_day(at, country),
            notification.language,
            abroad=postal.country != country,
            case_number=_case_number(notification),
        )
        letter = Letter.of(notification, at, self._enclosed(notification))
        if not notification.payer:
            letter = replace(letter, payer=payer.slug, is_of_no_payer=True)
        # The PDF is stored before its letter: a crash in between leaves an unused file, never a dead link.
        self.papers.store(letter, pdf)
        try:
            self.letters.queue(letter)
        except AlreadyQueued:
            return letter_id
        return letter_id

    def _enclosed(self, notification: Notification) -> GuaranteeId | None:
        """Returns the newest guarantee of the case, for a person who cannot log in to read it."""
        if notification.kind not in ENCLOSING or not notification.recipient.startswith("per_"):
            return None
        if self.contacts.current(PersonId(notification.recipient)).has_login:
            return None
        issued = self.guarantees.of_claim(ClaimId(notification.case_id))
        return issued[-1].guarantee_id if issued else None


def _case_number(notification: Notification) -> str | None:
    """Returns the number by which staff find the case of a letter; None for a letter about no claim."""
    claim_id = ClaimId(notification.case_id)
    return case_number(claim_id) if claim_id.startswith("clm_") else None
