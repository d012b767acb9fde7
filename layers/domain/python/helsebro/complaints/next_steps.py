"""Next steps: what a member can do after a denial (F4-26, F4-27, R-614, R-731, R-1501)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, Protocol

from helsebro.complaints.chosen_texts import IN_NETWORK, to_choose
from helsebro.complaints.joint_step import joint_changes, joint_text
from helsebro.complaints.next_step_texts import (
    FACTS,
    FORMER_INSURER,
    MEDICAL_ADVICE,
    OTHER_POLICY,
)
from helsebro.complaints.public_help_topics import topic_of
from helsebro.country_profile import CountryProfile, Texts, profile
from helsebro.coverage.answer import Flip
from helsebro.coverage.asked.asked_facts import ASKED_FACTS
from helsebro.coverage.question.taken_as_given import CRISIS_HELP
from helsebro.coverage.question.vocabulary import LANGUAGES
from helsebro.coverage.texts.every_language import general_texts
from helsebro.coverage.texts.fact_texts import texts_in_case, word_of
from helsebro.coverage.texts.general import APPROVAL, CAUSE, EVENT, PAPERS
from helsebro.coverage.trail import Trail
from helsebro.tasks.last_day import BEGIN_BY
from helsebro.tasks.last_day import FACT as LAST_DAY

NextStepKind = Literal[
    "waiting",
    "evidence",
    "choice",
    "correction",
    "public-help",
    "medical-advice",
    "complaint",
    "court",
    "consent",
    "paper",
    "answer",
    "review",
    "book",
    "refund",
    "payment",
    "report",
    "extension",
    "other-insurer",
]
"""Those after ``court`` are of what is not denied: a claim, and from ``payment`` on of a refund."""

CHOSEN = (
    "treatment.startsOn",
    "treatment.inNetwork",
    "treatment.country",
    "treatment.practitioner.",
    "treatment.sessions",
    "treatment.hours",
)
"""The facts of the treatment that the member can choose; the others are as they are, such as a distance."""

REFERRAL = "evidence.referral"
UNDER_WAY = "R-1310"


class Turnable(Protocol):
    """An answer of the engine, or as much of it as was kept with what staff decided."""

    @property
    def trail(self) -> Trail:
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


def of_answer(
    answer: Turnable, country: str, contact: Mapping[str, Any] | None = None, today: date | None = None
) -> list[NextStep]:
    """Returns the steps after an engine's answer: waiting, papers and facts, public help, medical advice.

    ``country`` and ``contact`` (email, phone, hours) are the payer's. A treatment that began too late can
    still begin in time until its last day; without ``today`` that is not said.
    """
    reached = {"contact": dict(contact)} if contact else {}
    return [
        *_waiting(answer, today),
        *_joint(answer, profile(country)),
        *(_in_time(answer, today, reached) if today else ()),
        *_facts(answer, profile(country)),
        *_former(answer),
        *of_help(answer, country, contact),
    ]


def of_help(answer: Turnable, country: str, contact: Mapping[str, Any] | None = None) -> list[NextStep]:
    """Returns who can help when we do not cover it, or no longer: the public system, and our advisers."""
    reached = {"contact": dict(contact)} if contact else {}
    return [
        *_psychologist(answer),
        _public_help(answer, profile(country)),
        NextStep("medical-advice", MEDICAL_ADVICE, reached),
    ]


def _former(answer: Turnable) -> Iterator[NextStep]:
    """Yields where an examination belongs that began with a former insurer (R-1310)."""
    if any(step.rule == UNDER_WAY and step.denies for step in answer.trail):
        yield NextStep("other-insurer", FORMER_INSURER, {"rule": UNDER_WAY})


def _psychologist(answer: Turnable) -> Iterator[NextStep]:
    """Yields the help from a psychologist that the policy has, where crisis help is over or denied."""
    known = answer.trail.facts
    modules = known.get("cover.modules")
    has_module = isinstance(modules, list | tuple) and "psychology" in modules
    if known.get("treatment.type") == CRISIS_HELP and has_module:
        words = {name: word_of("treatment.type", "psychologist", name) for name in LANGUAGES}
        yield NextStep("report", general_texts("step.report", words={"treatment.type": words}))


def to_json(steps: Sequence[NextStep], language: str) -> list[dict[str, Any]]:
    """Returns the steps as JSON, with their texts in ``da``, ``nb`` or ``en``."""
    return [step.to_json(language) for step in steps]


def _waiting(answer: Turnable, today: date | None) -> Iterator[NextStep]:
    """Yields the day to wait for; once it has come, that a later treatment can be reported."""
    if answer.covered_from:
        day = answer.covered_from.isoformat()
        name = "step.waiting.over" if today and answer.covered_from <= today else "step.waiting"
        yield NextStep("waiting", general_texts(name, {"day": day}), {"coveredFrom": day})


def _joint(answer: Turnable, here: CountryProfile) -> Iterator[NextStep]:
    """Yields what to change together when no single change is enough."""
    if answer.flips or answer.covered_from or not answer.trail.denies:
        return
    if changes := joint_changes(answer.trail, here):
        yield NextStep("choice", joint_text(changes, here), {"facts": [*changes]})


def _in_time(answer: Turnable, today: date, reached: Mapping[str, Any]) -> Iterator[NextStep]:
    """Yields the last day to begin, or of the period, if the treatment was denied only for being later."""
    denied = [step.facts for step in answer.trail if step.denies]
    days = [str(facts.get(BEGIN_BY) or facts.get(LAST_DAY) or "") for facts in denied]
    if days and all(days) and min(days) >= today.isoformat():
        day = {BEGIN_BY: min(days)}
        yield NextStep(
            "choice", general_texts("step.begin", day), {"fact": "treatment.startsOn", **day, **reached}
        )


def _facts(answer: Turnable, here: CountryProfile) -> Iterator[NextStep]:
    """Yields a step for each fact that would change the answer, with the value that changes it.

    When no rule denies, missing facts count too. When a rule denies, a missing paper that would not change
    the answer is not asked for. What only staff can know is not asked of a member. Another cause belongs to
    another policy, so no value is suggested for it.
    """
    flips = {flip.fact: flip for flip in answer.flips or ()}
    missing = answer.missing or ()
    denied = answer.trail.denies
    for path in dict.fromkeys([*(() if denied else missing), *flips]):
        if path not in ASKED_FACTS or ASKED_FACTS[path].asked_of == "staff":
            continue
        if path in answer.trail.facts and path.startswith(EVENT):
            continue
        kind: NextStepKind = "evidence" if path in missing else _kind(path, answer.trail.facts)
        flip = flips.get(path)
        if flip and path == CAUSE and path not in missing:
            yield NextStep("correction", OTHER_POLICY[str(flip.value)], {"fact": path})
            continue
        turned = {"value": flip.value, "outcome": flip.outcome} if flip else {}
        text = _text(kind, path, flip.value if flip else None, here, answer.trail.facts)
        yield NextStep(kind, text, {"fact": path, **turned})


def _kind(path: str, known: Mapping[str, object]) -> NextStepKind:
    if path.startswith("evidence."):
        return "correction" if path in known and path not in PAPERS and path != APPROVAL else "evidence"
    return "choice" if path.startswith(CHOSEN) else "correction"


def _text(
    kind: NextStepKind, path: str, value: object, here: CountryProfile, facts: Mapping[str, object]
) -> Texts:
    of_choice = kind == "choice" or path in (IN_NETWORK, APPROVAL)
    chosen = to_choose(path, value, here) if of_choice else None
    name = _name(path, value, here, facts)
    return chosen or texts_filled(FACTS["paper" if path in PAPERS else kind], name=name)


def _name(path: str, value: object, here: CountryProfile, facts: Mapping[str, object]) -> Texts:
    """Returns the name of a fact; of a referral, the kind that is needed."""
    if path == REFERRAL and isinstance(value, str):
        return {language: word_of(path, value, language, here.country) for language in LANGUAGES}
    return {language: texts_in_case(path, facts, language, here.country).name for language in LANGUAGES}


def _public_help(answer: Turnable, here: CountryProfile) -> NextStep:
    """Returns where the public system helps: by the first rule with a topic, else by the facts."""
    topic, rule = topic_of(answer.trail)
    text = here.safety if topic == "acute" else here.public_help[topic]
    named = {"rule": rule} if rule else {}
    return NextStep("public-help", text, {"topic": topic, "country": here.country, **named})


def texts_filled(texts: Texts, **values: Any) -> Texts:
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
