"""Steps as their reader reads them: the person, a guardian, the holder of a mandate, or staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helsebro.coverage.texts.person_of_address import PersonOfAddress
    from helsebro_aws.complaints.next_step_answer import NextStepAnswer

OF_THE_PATIENT = frozenset(
    "waiting evidence choice correction paper book extension other-insurer report".split()
)
"""The steps that speak of the patient and the treatment; the others are of what the reader does."""


def steps_said_to(
    reader: PersonOfAddress, steps: list[NextStepAnswer], language: str
) -> list[NextStepAnswer]:
    """Returns the steps as their reader reads them; what the reader does alone is written to the reader.

    A step asks the member to do something, so staff read it as what the member reads. A guardian reads for
    whom the consent is.
    """
    if reader == "self":
        return steps
    return [{**step, "text": _said_to(reader, step, language)} for step in steps]


def _said_to(reader: PersonOfAddress, step: NextStepAnswer, language: str) -> str:
    if reader == "staff":
        from helsebro.coverage.texts.general import general_sentence

        return general_sentence("step.for-staff", {"text": step["text"]}, language)
    if step["kind"] == "consent" and reader == "other":
        from helsebro.coverage.texts.consent_of_child import to_guardian

        return to_guardian(step["text"], language)
    if step["kind"] not in OF_THE_PATIENT:
        return step["text"]
    from helsebro.coverage.texts.person_of_address import spoken_to

    return spoken_to(reader, step["text"], language)
