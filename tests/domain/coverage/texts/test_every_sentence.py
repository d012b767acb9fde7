"""Every rule has its clause and a sentence for each effect, in three languages; every case uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest

from helsebro.coverage.question import vocabulary
from helsebro.coverage.question.facts import PATHS
from helsebro.coverage.rules.kinds import administration
from helsebro.coverage.rules.rule import Rule
from helsebro.coverage.terms.product import product
from helsebro.coverage.texts.rule_texts import rule_texts
from helsebro.coverage.texts.sentence import names_in
from helsebro.coverage.texts.shown_trail import APPROVAL, ShownTrail
from helsebro.coverage.trail import Trail
from tests.domain.coverage.cases.rule_case import RuleCase
from tests.domain.coverage.cases.rule_cases import CASES

PRODUCTS = ("SA1706", "SF1706")
MARKS = re.compile(r"[{}\[\]|#]|\?\w+\.\w+=")
COMPUTED = frozenset(
    "from until months limit used reserved left unpriced unit window most theirs ours module selected "
    "settlement yieldsTo never known unknown granted grantedByStaff decided coveredOn "
    "lessSubsidy priceFrom firstPrice evidence.otherInsurer.name".split()
)
"""What rules compute, and what is added when it is shown: our part of a price, the price less the subsidy,
and the other insurer's name; ``granted`` is what an extension adds to a portion.

``decided`` is whether staff decided.
"""
language = pytest.mark.parametrize("language", vocabulary.LANGUAGES)
told_in = pytest.mark.parametrize(
    "language", ["da", *(pytest.param(each, marks=pytest.mark.release) for each in ("nb", "en"))]
)
"""Every case is told in Danish in every run, and in each language for a release: it takes five seconds."""


def rules() -> Iterator[tuple[str, Rule]]:
    for name in PRODUCTS:
        yield from ((name, rule) for rule in product(name).rules)


def trails(case: RuleCase) -> Iterator[Trail]:
    yield case.decision().answer().trail
    if case.applies_at_work:
        yield case.decision_at_work().answer().trail


def templates(name: str, rule: Rule, language: str) -> Mapping[str, str]:
    return rule_texts(name, rule.id, language).templates


@language
def test_every_rule_has_its_clause(language: str) -> None:
    assert [rule.id for name, rule in rules() if not rule_texts(name, rule.id, language).clause] == []


@language
def test_every_effect_of_every_rule_has_a_sentence(language: str) -> None:
    missing = [
        f"{name} {rule.id} {effect}"
        for name, rule in rules()
        if rule.kind != administration.NAME
        for effect in sorted(rule.effects - templates(name, rule, language).keys())
    ]
    assert missing == []


@language
def test_no_sentence_is_for_an_effect_that_its_rule_never_has(language: str) -> None:
    unused = [
        f"{name} {rule.id} {effect}"
        for name, rule in rules()
        for effect in templates(name, rule, language).keys() - rule.effects
    ]
    assert unused == []


@language
def test_two_effects_of_a_rule_never_read_the_same(language: str) -> None:
    alike = [
        f"{name} {rule.id}"
        for name, rule in rules()
        if len({*templates(name, rule, language).values()}) < len(templates(name, rule, language))
    ]
    assert alike == []


@language
def test_a_sentence_names_only_facts_that_exist(language: str) -> None:
    unknown = {
        f"{name} {rule.id} {effect}: {named}"
        for name, rule in rules()
        for effect, template in templates(name, rule, language).items()
        for named in frozenset().union(*names_in(template)) - PATHS.keys() - COMPUTED
    }
    assert unknown == set()


@told_in
def test_every_case_is_told_in_the_words_of_its_rules(language: str) -> None:
    """No general sentence stands in for a rule's own, and no mark of a template is left."""
    general, marked = set(), set()
    for case in CASES:
        for trail in trails(case):
            told = ShownTrail(trail, language)
            for step in trail:
                is_general = step.effect == "require" or step.facts.get("unknown") == APPROVAL
                if not is_general and told.own_sentence(step) is None:
                    general.add(f"{trail.product} {step.rule} {step.effect}")
                if MARKS.search(told.sentence(step)):
                    marked.add(f"{trail.product} {step.rule}: {told.sentence(step)}")
    assert (sorted(general), sorted(marked)) == ([], [])


@told_in
def test_a_grant_and_a_denial_of_a_case_by_the_same_rule_read_differently(language: str) -> None:
    told: dict[tuple[str, str], dict[str, set[str]]] = {}
    for case in CASES:
        for trail in trails(case):
            shown = ShownTrail(trail, language)
            for step in trail:
                by_effect = told.setdefault((trail.product, step.rule), {})
                by_effect.setdefault(step.effect, set()).add(shown.sentence(step))
    alike = [
        rule
        for rule, by_effect in told.items()
        if by_effect.get("grant", set()) & (by_effect.get("deny", set()) | by_effect.get("wait", set()))
    ]
    assert len(told) > 300
    assert alike == []
