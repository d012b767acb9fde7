"""Shown trail: each step with its clause and a sentence about the case, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from helsebro.coverage.texts.fact_texts import in_words_of_the_case, word_of
from helsebro.coverage.texts.general import general_template, missing_sentences
from helsebro.coverage.texts.person_of_address import PersonOfAddress, spoken_to
from helsebro.coverage.texts.rule_texts import RuleTexts, rule_texts
from helsebro.coverage.texts.sentence import filled, names_in
from helsebro.coverage.texts.teller import said_by, teller_of
from helsebro.coverage.trail import Step, Trail, said_once
from helsebro.plain_words import plain_words

APPROVAL = ["evidence.approvedBeforehand"]
"""What a step does not know when it waits for the staff's own approval."""

OTHER, SUPPLEMENT = "evidence.otherInsurer", "treatment.supplement"
DEDUCTS_SUBSIDY = "R-306"
COST, SUBSIDY = "treatment.cost", "evidence.subsidy"


@dataclass(frozen=True)
class ShownTrail:
    """A trail in ``da``, ``nb`` or ``en``.

    ``product`` has the texts of its rules when the trail was stored without naming it. ``granted`` are the
    sessions that staff granted after it, which may be more or fewer than its rules give at first, and
    ``agreed`` the price that they agreed for the case, as JSON. ``is_decided`` says that nothing is left to
    assess. ``reader`` is who reads the sentences.
    """

    trail: Trail
    language: str
    product: str = ""
    granted: int | None = None
    agreed: Mapping[str, object] | None = None
    is_decided: bool = False
    reader: PersonOfAddress = "self"

    def rows(self) -> list[dict[str, object]]:
        """Returns the ``trail`` of an answer (api.md, Coverage).

        A denial does not wait for facts, so each of them is named by one row only.
        """
        steps = said_once(self.trail) if self.trail.denies else self.trail
        return [self.row(step) for step in steps]

    def row(self, step: Step) -> dict[str, object]:
        """Returns an entry: the clause and its text, the sentence, and the facts of the step by name.

        The holder of a mandate reads the rule of a sum over all treatments, and no number of it.
        """
        if self.reader == "holder" and step.sums_up_all_treatments:
            step = replace(step, facts={})
        return {
            "rule": step.rule,
            "clause": step.clause,
            "clauseText": self.clause_text(step),
            "effect": step.effect,
            "detail": self._spoken(step),
            "facts": {**self._read(step), **step.facts},
        }

    def _spoken(self, step: Step) -> str:
        """Returns the sentence as its reader reads it, with who told us what it says."""
        teller = teller_of(self.trail.facts, self._read(step))
        said = said_by(teller, self.reader, self.sentence(step), self.language)
        return spoken_to(self.reader, said, self.language)

    def _read(self, step: Step) -> dict[str, object]:
        """Returns the facts of the question that the rule or its sentence read, by path."""
        named = names_in(self._texts(step).templates.get(step.effect, ""))
        paths = {*step.reads, *(self.trail.facts.keys() & frozenset().union(*named))}
        return {path: self.trail.facts[path] for path in sorted(paths)}

    def clause_text(self, step: Step) -> str:
        """Returns what the clause says; the stored text of a rule that the terms no longer have."""
        texts = self._texts(step)
        return texts.clause_of(values_of(self.trail, step), self.language) or step.detail or ""

    def sentence(self, step: Step) -> str:
        """Returns what the rule says of this case: in the rule's own words, else in general ones."""
        if step.effect == "refer" and step.facts.get("unknown") == APPROVAL:
            return self._filled(general_template("refer.approval", self.language), step) or ""
        said = self.own_sentence(step) or self.general_sentence(step)
        return " ".join([said, *filter(None, [self._of_the_grant(step)])])

    def _of_the_grant(self, step: Step) -> str | None:
        """Returns what was granted all the same, where the sentence of the rule says something else."""
        known = values_of(self.trail, step)
        agreed = self._agreed
        if self.granted is not None and step.denies:
            name = "granted.exception"
        elif agreed and step.most is not None and _amount(agreed) != step.most:
            name = "granted.agreed"
        elif agreed and step.rule == DEDUCTS_SUBSIDY and _amount(known.get(SUBSIDY)):
            name = "granted.agreed.subsidy"
        elif self.granted is not None and not agreed and self._within(step):
            name = "granted.within"
        else:
            return None
        return self._filled(general_template(name, self.language), step)

    @property
    def _agreed(self) -> Mapping[str, object] | None:
        """The price that was agreed for the case; an extension keeps that of its guarantee in the facts."""
        kept = self.trail.facts.get("agreed")
        return self.agreed or (kept if isinstance(kept, Mapping) else None)

    def _within(self, step: Step) -> Mapping[str, object] | None:
        """Returns the price that we pay, if it is below the cap of the step and nothing else lowers it."""
        is_shared = any("theirs" in other.facts for other in self.trail)
        if step.most is None or is_shared or _amount(self.trail.facts.get(SUPPLEMENT)):
            return None
        less = _less_subsidy(self.trail.facts).get("lessSubsidy")
        deducts = any(other.rule == DEDUCTS_SUBSIDY for other in self.trail)
        price = less if deducts and less else self.trail.facts.get(COST)
        paid = _amount(price)
        return price if isinstance(price, Mapping) and paid and paid < step.most else None

    def own_sentence(self, step: Step) -> str | None:
        """Returns the rule's own sentence; None when it has none, or needs a value that is unknown."""
        template = self._texts(step).templates.get(step.effect)
        said = None if template is None else self._filled(template, step)
        counted = said and template and step.effect != "refer" and "{reserved" not in template
        if counted and "reserved" in step.facts:
            return f"{said} {self._filled(general_template('reserved', self.language), step)}"
        return said

    def general_sentence(self, step: Step) -> str:
        """Returns the sentence of an effect that needs no words of the rule."""
        if step.effect == "require":
            return self._unreported(step) or self._missing_facts(step)
        return self._filled(general_template(f"general.{step.effect}", self.language), step) or ""

    def _unreported(self, step: Step) -> str | None:
        """Returns what to do about another insurer that was not notified; None when that is not missing."""
        missing = step.facts.get("unknown") == [OTHER] and self.trail.facts.get(OTHER) == "unreported"
        return self._filled(general_template("require.unreported", self.language), step) if missing else None

    def _missing_facts(self, step: Step) -> str:
        """Returns the sentences that name what is missing; a decision or a denial does not wait for it."""
        unknown = step.facts.get("unknown")
        paths = [str(path) for path in unknown] if isinstance(unknown, list | tuple) else []
        denied = self.trail.denies
        kind = "denied" if denied else "decided" if self.is_decided else "require"
        home, facts = self.trail.home, self.trail.facts
        return missing_sentences(kind if paths else "require", paths, self.language, home, step.rule, facts)

    def _filled(self, template: str, step: Step) -> str | None:
        try:
            values = {
                **values_of(self.trail, step),
                **self._granted_otherwise(step),
                **self._prices(step),
                "decided": self.is_decided,
            }
            said = filled(template, values, plain_words(self.language), self._word_of)
            return in_words_of_the_case(said, self.trail.facts, self.language)
        except (KeyError, TypeError):
            # A value that the template needs is unknown, or of a trail stored with other values.
            return None

    def _granted_otherwise(self, step: Step) -> Mapping[str, object]:
        """Returns what staff granted when it is more, or less, than the step leaves."""
        left = step.facts.get("left")
        if not self.granted or not isinstance(left, int) or self.granted == left:
            return {}
        return {"grantedByStaff": self.granted}

    def _prices(self, step: Step) -> Mapping[str, object]:
        """Returns the agreed price, which is then our part of a shared one, and a price below the cap."""
        agreed, within = self._agreed, self._within(step)
        ours = {"ours": agreed} if agreed and "theirs" in step.facts else {}
        return {**ours, **({"agreed": agreed} if agreed else {}), **({"within": within} if within else {})}

    def _word_of(self, name: str, code: str) -> str:
        return word_of(name, code, self.language, self.trail.home)

    def _texts(self, step: Step) -> RuleTexts:
        return rule_texts(self._terms, step.rule, self.language, self.trail.home)

    @property
    def _terms(self) -> str:
        return self.trail.product or self.product


def values_of(trail: Trail, step: Step) -> Mapping[str, object]:
    """Returns what a template may name: the facts of the question and what the rule computed.

    An empty list is unknown to a sentence, since it has no word.
    """
    values = {**trail.facts, **_less_subsidy(trail.facts), **step.facts}
    return {name: value for name, value in values.items() if value is not None and value != []}


def _amount(value: object) -> Decimal:
    """Returns the amount of a price as JSON; nothing for anything else."""
    return Decimal(str(value["amount"])) if isinstance(value, Mapping) and "amount" in value else Decimal(0)


def _less_subsidy(facts: Mapping[str, object]) -> dict[str, object]:
    """Returns the price less the subsidy, ``lessSubsidy``, when both are known (R-306)."""
    cost, subsidy = facts.get(COST), facts.get(SUBSIDY)
    if not isinstance(cost, Mapping) or not isinstance(subsidy, Mapping):
        return {}
    left = Decimal(str(cost["amount"])) - Decimal(str(subsidy["amount"]))
    if cost.get("currency") != subsidy.get("currency") or left < 0:
        return {}
    return {"lessSubsidy": {"amount": f"{left:.2f}", "currency": cost.get("currency")}}
