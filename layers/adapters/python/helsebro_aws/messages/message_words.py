"""Message words: what a call says, in the caller's own words or by a canned answer of the payer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from helsebro.caller import CASEWORKER
from helsebro.claims.claim import Claim
from helsebro.errors import BadInput, Fault
from helsebro.ids import DocumentId
from helsebro.messages.canned_answer import KEY
from helsebro.messages.thread import Thread
from helsebro.messages.words import Words
from helsebro_aws.documents.accepted import bill_faults, paper_faults
from helsebro_aws.http.call import Call
from helsebro_aws.messages.canned.canned_words import CannedWords
from helsebro_aws.messages.message_body import WrittenShape
from helsebro_aws.messages.writing import WordsFor


@dataclass(frozen=True)
class MessageWords:
    """``thread`` is where they are written; None for those that go to many."""

    call: Call
    thread: Thread | None = None

    def faults(self, sent: Mapping[str, Any]) -> Sequence[Fault]:
        """Returns the faults of a body that depend on the case and on the caller.

        Papers are those of the case that the sender may see: of the staff, others than caseworkers see bills.
        """
        found = list[Fault]()
        caller = self.call.caller
        key = sent.get("cannedAnswer")
        if key is not None and not caller.payer:
            found.append(Fault("/cannedAnswer", "canned-answer-of-staff", ""))
        elif isinstance(key, str):
            found += _faults_of_canned(caller.payer, key)
        if self.thread and not self.thread.is_enquiry:
            sees_bills_only = bool(caller.payer) and CASEWORKER not in caller.rights
            of_papers = bill_faults if sees_bills_only else paper_faults
            found += of_papers(self.thread.claim_id, sent)
        return found

    def of(
        self, body: WrittenShape, documents: tuple[DocumentId, ...] = (), *, answers: bool | None = None
    ) -> WordsFor:
        """Returns what to write in a thread. Raises ``BadInput`` for an unknown canned answer."""
        call = self.call
        if body.canned_answer is None:
            words = Words(body.text or "", call.language, documents, answers)
            return lambda _thread, _claim: words
        canned = CannedWords()
        answer = canned.find(call.caller.payer, body.canned_answer)

        def filled(thread: Thread, claim: Claim | None) -> Words:
            return Words(canned.filled(answer, thread, claim), thread.language, documents)

        return filled


def _faults_of_canned(payer: str, key: str) -> Sequence[Fault]:
    """Returns the fault of a key that none of the payer's canned answers has; a malformed one has its own."""
    if not re.fullmatch(KEY, key):
        return ()
    try:
        CannedWords().find(payer, key)
    except BadInput as bad:
        return bad.faults
    return ()
