"""Facts needed: the unknown facts of a question of which some answer changes the outcome or the amount.

The chapter is evaluated once. An answer is tried by evaluating only the rules that read the fact, while every
other unknown fact stays unknown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import date

from helsebro.coverage.asked.answers_to_try import answers_to_try
from helsebro.coverage.asked.asked_fact import AskedFact, NeededFact
from helsebro.coverage.asked.asked_facts import ASKED_FACTS, asked_of, waits
from helsebro.coverage.asked.choices_offered import ALWAYS, NEUTRAL, is_chosen_from, knows
from helsebro.coverage.asked.day_that_turns import STARTS, day_that_turns
from helsebro.coverage.asked.fact_paths import OTHER
from helsebro.coverage.asked.fact_values import with_typed
from helsebro.coverage.asked.facts_that_turn import deny, facts_that_turn
from helsebro.coverage.asked.price_unit import IN_SESSIONS
from helsebro.coverage.decision import prevents_cover
from helsebro.coverage.engine import situation_of
from helsebro.coverage.grant import grant_of
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.cover_rates import with_rates
from helsebro.coverage.question.facts import Facts, Situation, facts_of, facts_of_day
from helsebro.coverage.question.faults.contradictions import contradictions, contradictions_of_any_question
from helsebro.coverage.question.question import Question
from helsebro.coverage.question.taken_as_given import with_given
from helsebro.coverage.rules.finding import Finding
from helsebro.coverage.rules.rule import Rule
from helsebro.coverage.terms.product import Chapter, Product
from helsebro.money import Money

RuleFindings = Sequence[Finding | None]
Tried = tuple[RuleFindings, Situation, Question]
PRICE = "treatment.cost"
HOURS = "treatment.hours"
SUBSIDY = "evidence.subsidy"
SESSIONS = "treatment.sessions"
REFERRAL = "evidence.referral"
READ_BY_THE_GRANT = (PRICE, HOURS, SUBSIDY, SESSIONS)
"""The facts that the amount is made of, whether or not a rule reads them."""
NO_LIMIT = ((None,) * 6, (False, False))


def facts_needed(
    asked: Question, cover: Cover, today: date, terms: Product | None = None
) -> tuple[NeededFact, ...]:
    """Returns the facts to ask for, in the order of the table; none for a question that is denied anyway.

    ``terms`` replace those of the policy. No unknown fact can turn a denial but the day of the treatment and
    what ``facts_that_turn`` returns: a rule that depends on another fact names it as missing instead of
    denying.
    """
    chapter, situation = situation_of(asked, cover, asked.as_of or today, terms)
    findings = [rule.evaluate(situation) for rule in chapter.rules]
    if deny(findings):
        day = day_that_turns(asked, chapter, situation, findings)
        if day is None:
            return facts_that_turn(asked, cover, situation.as_of, terms)
        then = replace(asked, treatment=replace(asked.treatment, starts_on=day))
        return _with_start(facts_needed(then, cover, today, terms))
    tries = _Tries(asked, chapter, situation, findings)
    return tuple(
        tries.needed(fact)
        for fact in ASKED_FACTS.values()
        if fact.asked
        and fact.read_as is None
        and _is_open(fact, asked, situation, findings)
        and _is_read(fact, chapter)
        and tries.turns(fact)
    )


def _with_start(needed: Sequence[NeededFact]) -> tuple[NeededFact, ...]:
    """Returns the needed facts with the day of the treatment in its place among them."""
    fact, order = ASKED_FACTS[STARTS], list(ASKED_FACTS)
    found = (*needed, NeededFact(fact.path, fact.asked_of, fact.holds_review))
    return tuple(sorted(found, key=lambda each: order.index(each.path)))


def _is_open(fact: AskedFact, asked: Question, situation: Situation, findings: RuleFindings) -> bool:
    """Returns whether a fact is unknown, or is a referral that is too weak for the treatment."""
    if fact.path == OTHER:
        return asked.evidence.other_insurer is None
    known = situation.facts[fact.path]
    if fact.path != REFERRAL or known in (None, "none"):
        return known is None
    return any(found is not None and REFERRAL in found.missing for found in findings)


def _is_read(fact: AskedFact, chapter: Chapter) -> bool:
    return fact.path in chapter.readers or fact.path in READ_BY_THE_GRANT


class _Tries:
    """Tries answers to single facts of one question."""

    def __init__(
        self, asked: Question, chapter: Chapter, situation: Situation, findings: RuleFindings
    ) -> None:
        self.asked, self.chapter, self.situation, self.findings = asked, chapter, situation, findings
        self.tried: dict[str, Mapping[object, Tried]] = {}
        self.in_hours = any(found is not None and found.hours is not None for found in findings)
        self.in_sessions = asked.treatment.type in IN_SESSIONS
        self.less_subsidy = any(found is not None and found.less_subsidy for found in findings)

    def needed(self, fact: AskedFact) -> NeededFact:
        """Returns how a fact is asked for: of others if only they know the values that change anything."""
        holds = fact.holds_review and self.decides(fact)
        choices = self._choices(fact)
        known = tuple(value for value in choices if knows(fact, value) == fact.asked_of)
        if choices and not known:
            others = tuple(value for value in choices if knows(fact, value) == knows(fact, choices[0]))
            return NeededFact(fact.path, "staff", holds, others)
        return NeededFact(fact.path, asked_of(fact, self.asked), holds, known)

    def _choices(self, fact: AskedFact) -> tuple[str, ...]:
        """Returns the choices that change something compared with the neutral one, which comes with them.

        Of several values it also returns those that change something only beside another.
        """
        if not is_chosen_from(fact):
            return ()
        results = {answer: self._result(tried) for answer, tried in self._tried(fact).items()}
        if not fact.several:
            neutral = NEUTRAL[fact.path]
            turning = {value for value, result in results.items() if result != results[neutral]}
            offered = {neutral, *turning, *ALWAYS.get(fact.path, ())}
            return tuple(value for value in fact.choices if value in offered)
        nothing = results[frozenset()]
        alone = frozenset(value for value in fact.choices if results.get(frozenset({value})) != nothing)
        beside = self._beside(fact, alone) if alone else frozenset()
        return tuple(value for value in fact.choices if value in alone | beside)

    def _beside(self, fact: AskedFact, alone: frozenset[str]) -> frozenset[str]:
        """Returns the other values that change what the values in ``alone`` lead to together."""
        together = self._answered(with_typed(self.asked, fact.path, alone))
        result = self._result(together)
        return frozenset(
            value
            for value in fact.choices
            if value not in alone and self._result(self._added(fact, together, alone, value)) != result
        )

    def _result(self, tried: Tried) -> object:
        """Returns what tells two answers apart: the verdicts and the amount."""
        findings, situation, _ = tried
        return self._verdicts(findings, situation, set()), _amount(findings, situation)

    def turns(self, fact: AskedFact) -> bool:
        """Returns whether some answer changes the outcome or the amount."""
        return self.decides(fact) or self._changes_amount(fact)

    def decides(self, fact: AskedFact) -> bool:
        """Returns whether some answer changes the outcome, also after the facts that decide with it."""
        if not self._changes_verdicts(fact):
            return False
        return all(self._decides_after(other, fact) for other in self._deciding_with(fact))

    def _changes_verdicts(self, fact: AskedFact) -> bool:
        later = self._asked_later(fact)
        now = self._verdicts(self.findings, self.situation, later)
        return any(
            self._verdicts(findings, situation, later) != now
            for findings, situation, _ in self._tried(fact).values()
        )

    def _deciding_with(self, fact: AskedFact) -> list[AskedFact]:
        """Returns the other unknown facts without which no rule that names the fact can decide."""
        named = [set(found.missing) for found in self.findings if found and fact.path in found.missing]
        together = set.intersection(*named) - {fact.path} if named else set()
        return [ASKED_FACTS[path] for path in sorted(together) if path in ASKED_FACTS]

    def _decides_after(self, other: AskedFact, fact: AskedFact) -> bool:
        for findings, situation, question in self._tried(other).values():
            if not any(found is not None and found.denies for found in findings):
                after = _Tries(question, self.chapter, situation, findings)
                if after._changes_verdicts(fact):
                    return True
        return False

    def _asked_later(self, fact: AskedFact) -> set[int]:
        """Returns the rules that may ask for a paper, but of which it is not yet known that they apply.

        A paper is also asked for later while the member has to answer a question that may deny without it.
        """
        known = self.situation.facts
        return {
            index
            for index, rule in enumerate(self.chapter.rules)
            if fact.path in rule.row.papers
            and (
                not isinstance(rule.row.when.test(known), bool)
                or waits(rule.row.needs.test(known), self.asked)
            )
        }

    def _changes_amount(self, fact: AskedFact) -> bool:
        if fact.path in (PRICE, HOURS, SUBSIDY):
            return {PRICE: True, HOURS: self.in_hours, SUBSIDY: self.less_subsidy}[fact.path]
        now = _amount(self.findings, self.situation)
        if fact.path == SESSIONS and (not self.in_sessions or not isinstance(now, Money)):
            # Elsewhere the price is that of the whole, which a number of sessions would multiply.
            return self.in_sessions
        tries = self._tried(fact).values()
        return any(_amount(findings, situation) != now for findings, situation, _ in tries)

    def _tried(self, fact: AskedFact) -> Mapping[object, Tried]:
        """Returns what each answer leads to, by the answer; each is evaluated once."""
        found = self.tried.get(fact.path)
        if found is None:
            if fact.several:
                found = self.tried[fact.path] = self._sets_tried(fact)
                return found
            answers = answers_to_try(fact, self.chapter, self.situation)
            questions = ((value, with_typed(self.asked, fact.path, value)) for value in answers)
            found = self.tried[fact.path] = {
                value: self._answered(question)
                for value, question in questions
                if not any((*contradictions_of_any_question(question), *contradictions(question)))
            }
        return found

    def _sets_tried(self, fact: AskedFact) -> Mapping[object, Tried]:
        """Returns what no value, and each value alone, leads to."""
        none = frozenset[str]()
        nothing = self._answered(with_typed(self.asked, fact.path, none))
        tried: dict[object, Tried] = {none: nothing}
        for value in fact.choices:
            tried[frozenset({value})] = self._added(fact, nothing, none, value)
        return tried

    def _added(self, fact: AskedFact, before: Tried, values: frozenset[str], value: str) -> Tried:
        """Returns what a set of values leads to with another value: only rules that name it can differ."""
        question = with_typed(self.asked, fact.path, values | {value})
        rules, readers = self.chapter.rules, self.chapter.readers.get(fact.path, ())
        named = {index for index in readers if value in rules[index].values.get(fact.path, ())}
        return self._evaluated(question, before[0], named)

    def _answered(self, question: Question) -> Tried:
        then = self._situation_of(question).facts
        changed = (path for path in then if then[path] != self.situation.facts[path])
        reading = {index for path in changed for index in self.chapter.readers.get(path, ())}
        return self._evaluated(question, self.findings, reading)

    def _evaluated(self, question: Question, before: RuleFindings, indexes: Set[int]) -> Tried:
        """Returns the findings of a question that differs from the one before only for some rules."""
        situation, findings = self._situation_of(question), list(before)
        for index in indexes:
            findings[index] = self.chapter.rules[index].evaluate(situation)
        return findings, situation, question

    def _situation_of(self, question: Question) -> Situation:
        now = self.situation
        facts: Facts = {
            **now.facts,
            **facts_of(with_given(question, now.cover.home), now.as_of),
            **facts_of_day(now.cover, question.treatment.starts_on, now.as_of),
        }
        return now._replace(facts=with_rates(facts, now.history, now.cover))

    def _verdicts(self, findings: RuleFindings, situation: Situation, without: set[int]) -> list[object]:
        rules = self.chapter.rules
        return [
            _verdict(rules[index], found, situation)
            for index, found in enumerate(findings)
            if found is not None and prevents_cover(found) and index not in without
        ]


def _verdict(rule: Rule, found: Finding, situation: Situation) -> object:
    """Returns what a finding that prevents cover says: its rule, with what it waits for.

    While it is unknown whether a rule applies, only that matters: its papers are not asked for yet.
    """
    if found.denies:
        return rule.id, "denies"
    if found.missing:
        applies = rule.row.when.test(situation.facts)
        return rule.id, found.missing if isinstance(applies, bool) else applies
    return rule.id, "refers"


def _amount(findings: RuleFindings, situation: Situation) -> object:
    """Returns the amount that is payable; while it is open, what limits it."""
    payable = grant_of(situation, [found for found in findings if found]).payable
    return [limit for found in findings if (limit := _limit(found))] if payable is None else payable


def _limit(found: Finding | None) -> tuple[object, ...]:
    """Returns what a finding limits of an amount; empty when it limits nothing."""
    if found is None:
        return ()
    limits = (found.sessions, found.hours, found.per_session, found.total, found.less, found.others_pay)
    flags = (found.less_subsidy, found.amount_open)
    return () if (limits, flags) == NO_LIMIT else (*limits, *flags)
