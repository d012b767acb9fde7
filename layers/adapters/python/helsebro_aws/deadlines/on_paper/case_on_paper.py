"""Case on paper: the words that a letter carries for a person who cannot log in to read them (F4-02, F4-26).

They are read when the letter is made, and only for who may read them then: the person, or a guardian until
the 15th birthday. No other channel, and no one with a login, gets them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from helsebro.caller import MEMBER, Caller
from helsebro.claims.claim import Claim
from helsebro.claims.explained.reader import reader_of_claim
from helsebro.deadlines.shown_deadline import ShownDeadline
from helsebro.errors import NotFound
from helsebro.ids import ClaimId, MessageId, PersonId
from helsebro.messages.thread import Thread
from helsebro.notifications.notification import Notification
from helsebro.notifications.outcome.letter import CARRYING
from helsebro_aws.claims.urgent.safety_view import claim_safety
from helsebro_aws.complaints.next_steps_view import NextStepsShown
from helsebro_aws.deadlines.on_paper.clinic_line import clinic_line, clinic_of
from helsebro_aws.deadlines.on_paper.complaint_part import complaint_parts
from helsebro_aws.deadlines.on_paper.decision_part import decision_parts
from helsebro_aws.deadlines.on_paper.extension_part import extension_parts
from helsebro_aws.deadlines.on_paper.missing_part import missing_parts_on_paper
from helsebro_aws.deadlines.on_paper.part_words import part_words
from helsebro_aws.deadlines.on_paper.question_part import question_parts
from helsebro_aws.deadlines.on_paper.recorded_part import recorded_parts
from helsebro_aws.deadlines.on_paper.refund_part import refund_parts
from helsebro_aws.deadlines.on_paper.session_part import session_parts
from helsebro_aws.deadlines.shown.claim_deadlines import ClaimDeadlines
from helsebro_aws.deadlines.shown.explained_claim import explained_claim
from helsebro_aws.identity.guarding import guarding
from helsebro_aws.messages.dynamo_threads import DynamoThreads
from helsebro_aws.notifications.letters.letter_part import LetterPart
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_payers import DynamoPayers

ASKING = ("claim-received", "papers-missing", "question-asked")
DECISIONS = ("decision-made", "guarantee-revoked", "extension-denied", "complaint-answered")
SESSIONS = ("session-booked", "session-moved", "session-relocated", "session-reminder")


@dataclass(frozen=True)
class CaseOnPaper:
    """Reads what a letter carries."""

    cases: ClaimDeadlines = field(default_factory=ClaimDeadlines)
    threads: DynamoThreads = field(default_factory=DynamoThreads)
    payers: DynamoPayers = field(default_factory=DynamoPayers)

    def of(self, notification: Notification) -> tuple[LetterPart, ...]:
        """Returns the parts; none for another channel or kind, or for who may not read them any more."""
        is_letter = notification.channel == "letter" and notification.letters_only
        if not is_letter or notification.kind not in CARRYING:
            return ()
        try:
            return tuple(self._parts(notification))
        except NotFound:
            return ()

    def _parts(self, notification: Notification) -> Iterator[LetterPart]:
        person_id = PersonId(notification.recipient)
        if not notification.case_id.startswith("clm_"):
            yield from self._of_enquiry(notification, person_id)
            return
        reader = Caller(person_id, frozenset({MEMBER}), person_id, guardians=guarding())
        claim, deadlines = self.cases.visible(ClaimId(notification.case_id), reader)
        if claim.payer != notification.payer:
            raise NotFound()
        told = list(self._of_claim(notification, claim, deadlines, reader))
        if notification.kind in (*ASKING, *DECISIONS):
            yield from _urgent(claim, notification.language)
        yield from told

    def _of_claim(
        self,
        notification: Notification,
        claim: Claim,
        deadlines: tuple[ShownDeadline, ...],
        reader: Caller,
    ) -> Iterator[LetterPart]:
        language, about, at = notification.language, notification.tells_of, clock.now()
        who = reader_of_claim(claim, reader.person_id, at)
        shown = NextStepsShown(self.payers, language)
        match notification.kind:
            case "message-arrived":
                yield from self._message(Thread.of_claim(claim), about, notification)
            case "question-asked":
                yield from question_parts(claim, about, who, language, self._answer(notification))
            case "decision-recorded":
                yield from recorded_parts(claim, notification.variables, language)
            case kind if kind in SESSIONS:
                yield from session_parts(claim, notification.about, language)
            case "refund-decided":
                yield from refund_parts(claim, about, who, shown)
            case "extension-denied":
                yield from extension_parts(claim, about, who, shown)
            case "complaint-answered":
                yield from complaint_parts(claim, about, language)
                yield from decision_parts(explained_claim(claim, deadlines, reader, shown), language)
            case "claim-received" | "papers-missing":
                post_to = self.payers.find(claim.payer).contact.post_to
                answer = self._answer(notification)
                yield from missing_parts_on_paper(claim, who, at, language, answer, post_to)
            case _:
                clinic = clinic_line(clinic_of(claim), language)
                yield from decision_parts(explained_claim(claim, deadlines, reader, shown), language, clinic)

    def _of_enquiry(self, notification: Notification, person_id: PersonId) -> Iterator[LetterPart]:
        """Yields the answer to what the person wrote before a case, which has a thread of its own."""
        if notification.kind != "message-arrived":
            return
        country = self.payers.find(notification.payer).country
        thread = Thread.of_enquiry(notification.payer, person_id, country, clock.now())
        yield from self._message(thread, notification.tells_of, notification)

    def _message(self, thread: Thread, message_id: str, notification: Notification) -> Iterator[LetterPart]:
        message = self.threads.message(thread, MessageId(message_id))
        if message.note or message.side != "staff":
            raise NotFound()
        words, told = part_words(notification.language), message.text.split("\n\n")
        if message.documents:
            phone = self.payers.find(notification.payer).contact.phone
            told.append(words["papers"].format(count=len(message.documents), phone=phone))
        yield LetterPart(words["message"], tuple(paragraph for paragraph in told if paragraph.strip()))

    def _answer(self, notification: Notification) -> str:
        contact = self.payers.find(notification.payer).contact
        answer = part_words(notification.language)["answer_by_post" if contact.post_to else "answer"]
        return answer.format(phone=contact.phone, hours=contact.hours, address=contact.post_to)


def _urgent(claim: Claim, language: str) -> Iterator[LetterPart]:
    """Yields what to do now and whom to call, where the claim itself shows it (F3-22)."""
    safety = claim_safety(claim, language).get("safety")
    if safety is None:
        return
    lines = [
        " · ".join(part for part in (number["number"], number["when"], number["region"]) if part)
        for number in safety["numbers"]
    ]
    yield LetterPart(part_words(language)["urgent"], (safety["text"], "\n".join(lines)))
