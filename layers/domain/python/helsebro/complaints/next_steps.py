"""Next steps: what a member can do after a denial (F4-26, F4-27, R-614, R-731, R-1501)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, Protocol

from helsebro.complaints import complaint
from helsebro.complaints.next_step_texts import (
    COMPLAINT,
    COURT,
    FACTS,
    MEDICAL_ADVICE,
    NAMES,
    PUBLIC_HELP,
    REFERRALS,
    WAITING,
    Texts,
)
from helsebro.coverage.answer import Flip, Step

NextStepKind = Literal[
    "waiting", "evidence", "choice", "correction", "public-help", "medical-advice", "complaint", "court"
]

TOPICS: Mapping[str, str] = {
    "R-614": "cancer",
    "R-731": "cancer",
    "R-7162": "cancer",
    "R-603": "acute",
    "R-825": "acute",
}
"""The rules whose denial points to a specific part of the public system."""


DENYING = ("deny", "wait")
"""The effects in a trail of a rule that denies."""


class Turnable(Protocol):
    """An answer of the engine, or as much of it as was kept with what staff decided."""

    @property
    def trail(self) -> Sequence[Step]:
        """The rules that bore on it."""

    @property
    def missing(self) -> Sequence[str] | None:
        """The paths of what it lacks."""

    @property
    def flips(self) -> Sequence[Flip] | None:
        """The single facts that would give a better outcome."""

    @property
    def covered_from(self) -> date | None:
        """The first day on which waiting alone makes it covered."""


@dataclass(frozen=True)
class NextStep:
    """One thing the member can do. ``facts`` are for programs: ``fact``, ``value``, ``step`` and so on."""

    kind: NextStepKind
    text: Texts
    facts: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self, language: str) -> dict[str, Any]:
        """Returns the step with its text in ``da``, ``nb`` or ``en``."""
        return {"kind": self.kind, "text": self.text[language], **self.facts}


def of_answer(answer: Turnable, country: str, contact: Mapping[str, str] | None = None) -> list[NextStep]:
    """Returns the steps after an engine's answer: waiting, papers and facts, public help, medical advice.

    ``country`` is the person's, ``contact`` the payer's: email, phone, hours.
    """
    reached = {"contact": dict(contact)} if contact else {}
    return [
        *_waiting(answer),
        *_facts(answer),
        _public_help(answer, country),
        NextStep("medical-advice", MEDICAL_ADVICE, reached),
    ]


def of_denial(
    answer: Turnable,
    country: str,
    contact: Mapping[str, str] | None = None,
    complaints: Sequence[str] = (),
) -> list[NextStep]:
    """Returns the steps of ``of_answer``, then the next complaint after the steps already taken."""
    return [*of_answer(answer, country, contact), *of_complaint(contact, complaints)]


def of_complaint(contact: Mapping[str, str] | None = None, complaints: Sequence[str] = ()) -> list[NextStep]:
    """Returns how to disagree: the next complaint after the steps already taken, and the courts."""
    return [*_complaint(complaints, contact), NextStep("court", COURT, {"rule": "R-1502"})]


def to_json(steps: Sequence[NextStep], language: str) -> list[dict[str, Any]]:
    """Returns the steps as JSON, with their texts in ``da``, ``nb`` or ``en``."""
    return [step.to_json(language) for step in steps]


def _waiting(answer: Turnable) -> Iterator[NextStep]:
    if answer.covered_from:
        day = answer.covered_from.isoformat()
        yield NextStep("waiting", _filled(WAITING, coveredFrom=day), {"coveredFrom": day})


def _facts(answer: Turnable) -> Iterator[NextStep]:
    """Yields a step for each fact that would change the answer, with the value that changes it.

    When no rule denies, missing facts count too. When a rule denies, a missing paper that would not change
    the answer is not asked for.
    """
    flips = {flip.fact: flip for flip in answer.flips or ()}
    missing = answer.missing or ()
    denied = any(step.effect in DENYING for step in answer.trail)
    for path in dict.fromkeys([*(() if denied else missing), *flips]):
        kind: NextStepKind = "evidence" if path in missing else _kind(path)
        flip = flips.get(path)
        turned = {"value": flip.value, "outcome": flip.outcome} if flip else {}
        text = _filled(FACTS[kind], name=_name(path, flip.value if flip else None))
        yield NextStep(kind, text, {"fact": path, **turned})


def _kind(path: str) -> NextStepKind:
    if path.startswith("evidence."):
        return "evidence"
    return "choice" if path.startswith("treatment.") else "correction"


def _name(path: str, value: object) -> Texts:
    if path == "evidence.referral" and str(value) in REFERRALS:
        return REFERRALS[str(value)]
    return NAMES.get(path) or dict.fromkeys(("da", "nb", "en"), path)


def _public_help(answer: Turnable, country: str) -> NextStep:
    """Returns where the public system helps, by the topic of the first rule that has one, else in general."""
    rules = [step.rule for step in answer.trail if step.effect == "deny"]
    rule = next((rule for rule in rules if rule in TOPICS), None)
    topic = TOPICS[rule] if rule else "general"
    texts = PUBLIC_HELP[topic]
    return NextStep(
        "public-help",
        texts.get(country, texts["DK"]),
        {"topic": topic, "country": country, **({"rule": rule} if rule else {})},
    )


def _complaint(taken: Sequence[str], contact: Mapping[str, str] | None) -> Iterator[NextStep]:
    step = complaint.next_step(taken)
    if step:
        reached = {"contact": dict(contact)} if contact and step != "board" else {}
        yield NextStep("complaint", COMPLAINT[step], {"step": step, "rule": "R-1501", **reached})


def _filled(texts: Texts, **values: Any) -> Texts:
    """Returns the texts with the values inserted; a value that is a set of texts is inserted by language."""
    return {
        language: text.format(
            **{
                name: value[language] if isinstance(value, Mapping) else value
                for name, value in values.items()
            }
        )
        for language, text in texts.items()
    }
