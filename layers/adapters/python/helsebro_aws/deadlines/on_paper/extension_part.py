"""Extension part: why we said no to more sessions or more time, in the words of its route (F4-26, F4-34)."""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.claims.claim import Claim
from helsebro.coverage.texts.general import general_sentence
from helsebro.coverage.texts.person_of_address import PersonOfAddress
from helsebro.ids import ExtensionId
from helsebro.local_day import local_day
from helsebro_aws.complaints.next_steps_view import NextStepsShown
from helsebro_aws.deadlines.on_paper.decision_part import steps_parts
from helsebro_aws.deadlines.on_paper.part_words import part_words
from helsebro_aws.guarantees.dynamo_extensions import DynamoExtensions
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.notifications.letters.letter_part import LetterPart


def extension_parts(
    claim: Claim, about: str, reader: PersonOfAddress, shown: NextStepsShown
) -> Iterator[LetterPart]:
    """Yields that it was denied, the reason of the staff, and what to do now.

    ``about`` is the extension; one that was not denied, or of another claim, yields none. Raises
    ``NotFound``.
    """
    extension = DynamoExtensions().find(ExtensionId(about))
    decision = extension.decision
    if extension.status != "denied" or decision is None or extension.claim_id != claim.claim_id:
        return
    guarantee, words = DynamoGuarantees().find(extension.guarantee_id), part_words(shown.language)
    on = local_day(decision.decided_at, extension.country).isoformat()
    values = {"on": on, "settlement": guarantee.settlement}
    yield LetterPart(
        words["decision"], (general_sentence("headline.extension-denied", values, shown.language),)
    )
    if decision.reason:
        yield LetterPart(words["because"], (decision.reason,))
    yield from steps_parts(shown.of_extension(extension, reader), shown.language)
