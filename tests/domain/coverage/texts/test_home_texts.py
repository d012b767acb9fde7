"""The words of a payer's country: its reader meets no institution, scheme or money of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.vocabulary import LANGUAGES
from helsebro.coverage.terms.product import product
from helsebro.coverage.texts.fact_texts import fact_texts, word_of
from helsebro.coverage.texts.rule_texts import rule_texts
from helsebro.coverage.texts.sentence import names_in
from helsebro.coverage.texts.shown_trail import ShownTrail
from helsebro.coverage.texts.text_lines import keys_of
from helsebro.coverage.trail import Trail
from helsebro.money import Money
from tests.builders.domain.asking import LEISURE, decided, kroner
from tests.domain.coverage.terms.test_home_terms import NORWEGIAN

DANISH = re.compile(
    r"[»«\"]danmark|sygeforsikring|sykeforsikring|ankenævn|dansk|danish|ydernummer|provider number"
    r"|\bRAB\b|\bSA-|Osteopater Danmark|\d kr\.|\bDKK\b|i Danmark (af|av)|in Denmark by",
    re.I,
)
NORWEGIAN_WORDS = re.compile(r"Finansklagenemnda|helfo|norsk|norwegian|driftsavtale|beløpet i polisen", re.I)
FOREIGN = {"NO": DANISH, "DK": NORWEGIAN_WORDS}


def texts_of(home: str, language: str) -> Iterator[tuple[str, str]]:
    """Yields every text of the terms under the payers of a country: rules by effect, names, questions."""
    for version in ("SA1706", "SF1706"):
        for rule in product(version).rules:
            texts = rule_texts(version, rule.id, language, home)
            yield from ((f"{rule.id} {effect}", text) for effect, text in texts.templates.items())
            yield f"{rule.id} clause", texts.clause
    for path in keys_of("facts", language):
        found = fact_texts(path, language, home)
        yield from ((path, text) for text in (found.name, found.question))
        if not path.endswith("ountry"):
            yield from ((path, word) for word in found.values.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("home", sorted(FOREIGN))
def test_no_text_under_a_countrys_payer_names_what_only_the_other_country_has(
    home: str, language: str
) -> None:
    found = {place: text for place, text in texts_of(home, language) if FOREIGN[home].search(text)}
    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_control_the_words_of_the_own_country_would_be_found(language: str) -> None:
    assert any(DANISH.search(text) for _, text in texts_of("DK", language))
    assert any(NORWEGIAN_WORDS.search(text) for _, text in texts_of("NO", language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_countrys_own_line_replaces_one_that_exists_and_needs_no_more_values(language: str) -> None:
    known = {rule.id for rule in product("SF1706").rules}
    rules = {key for key in keys_of("NO", language) if key.startswith("R-")}
    facts = {*keys_of("NO", language)} - rules
    assert (rules - known, facts - {*keys_of("facts", language)}) == (set(), set())
    for key in rules:
        written, own = (rule_texts("SF1706", key, language, home) for home in ("DK", "NO"))
        assert own.templates.keys() == written.templates.keys()
        for effect, template in own.templates.items():
            assert names_in(template)[0] <= names_in(written.templates[effect])[0], (key, effect)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_subjects(language: str) -> None:
    facts = {key for key in keys_of("NO", language) if not key.startswith("R-")}
    assert facts == {key for key in keys_of("NO", "nb") if not key.startswith("R-")}


@pytest.mark.parametrize(
    "cover, words, amount", [(NORWEGIAN, "Helfo", "450 kr"), (LEISURE, "danmark", "300 danske kr")]
)
def test_a_trail_speaks_of_the_payers_country_also_when_it_is_stored(
    cover: Cover, words: str, amount: str
) -> None:
    own = {"R-843": "450.00"} if cover is NORWEGIAN else {}
    priced = replace(cover, parameters={"amounts": own})
    cost = Money.of(900, cover.annual_sum.currency).as_json()
    asked = {
        "treatment__type": "reflexology",
        "treatment__practitioner__approvals": ["RAB"],
        "treatment__inNetwork": False,
        "treatment__cost": cost,
        "evidence__subsidy": {**kroner("50.00"), "currency": cover.annual_sum.currency},
    }
    answer = decided(priced, **asked).answer()
    stored = Trail.from_json(answer.trail.as_json())
    rows = {str(row["rule"]): row for row in ShownTrail(stored, "nb").rows()}
    assert words in str(rows["R-306"]["detail"])
    assert amount in str(rows["R-843"]["detail"])


def test_a_word_of_a_value_is_the_payers_countrys() -> None:
    assert word_of("treatment.practitioner.approvals", "RAB", "nb", "NO") == (
        "godkjenning som alternativ behandler"
    )
    assert word_of("treatment.practitioner.approvals", "RAB", "nb") == "RAB-godkjenning"
