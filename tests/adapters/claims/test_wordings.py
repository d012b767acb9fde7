"""What staff read aloud before a yes is what a person reads online: nobody consents to less by phone."""

from __future__ import annotations

import pytest

from helsebro.claims.consenting.consent_text import ConsentKind, DecidesFor, current_text
from helsebro.local_day import local_day
from helsebro_aws.claims.recorded.wordings import SpokenDecision, versions_of, wording_of
from helsebro_aws.platform import clock

TODAY = local_day(clock.now(), "DK")
LANGUAGES = ("da", "nb", "en")
ONLINE: tuple[tuple[SpokenDecision, ConsentKind, DecidesFor], ...] = (
    ("consent", "case", "self"),
    ("consent", "case", "child"),
    ("clinic-consent", "clinic", "self"),
    ("clinic-consent", "clinic", "child"),
    ("general-consent", "general", "self"),
    ("network-contact-consent", "network-contact", "self"),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("decision, kind, decides_for", ONLINE)
def test_the_newest_words_of_a_yes_carry_the_whole_text_of_today(
    decision: SpokenDecision, kind: ConsentKind, decides_for: DecidesFor, language: str
) -> None:
    newest = versions_of(decision, "yes", decides_for)[-1]
    assert current_text(kind, TODAY, decides_for).text[language] in wording_of(newest, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_earlier_version_keeps_the_words_that_were_read(language: str) -> None:
    earlier = wording_of("consent-2026-11", language)
    assert earlier
    assert current_text("case", TODAY).text[language] not in earlier
    assert versions_of("consent", "yes")[0] == "consent-2026-11"


@pytest.mark.parametrize("decision", ["consent", "clinic-consent"])
def test_the_words_about_a_child_are_not_those_about_the_person_who_listens(decision: SpokenDecision) -> None:
    own, of_child = (set(versions_of(decision, "yes", who)) for who in ("self", "child"))
    assert own - of_child
    assert of_child - own
