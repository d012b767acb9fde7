"""A sentence about a case as its person, a guardian and staff read it."""

from __future__ import annotations

import re

import pytest

from helsebro.coverage.product_head import known_products
from helsebro.coverage.question import vocabulary
from helsebro.coverage.texts.general import general_sentence
from helsebro.coverage.texts.person_of_address import PersonOfAddress, spoken_to
from helsebro.coverage.texts.rule_texts import rule_texts
from helsebro.coverage.texts.shown_trail import ShownTrail
from helsebro.coverage.texts.text_lines import keys_of
from helsebro.coverage.trail import Step, Trail

SAID = {
    "da": "Du har oplyst, at din skade hører til fritiden. Du har en lægehenvisning.",
    "nb": "Du har opplyst at skaden din hører til fritiden. Du har en henvisning.",
    "en": "You told us that your injury is related to your leisure time. You have a referral.",
}


@pytest.mark.parametrize(
    "reader, language, said",
    [
        (
            "other",
            "da",
            "Du har oplyst, at patientens skade hører til fritiden. Patienten har en lægehenvisning.",
        ),
        (
            "other",
            "nb",
            "Du har opplyst at skaden til pasienten hører til fritiden. Pasienten har en henvisning.",
        ),
        (
            "other",
            "en",
            "You told us that the patient's injury is related to the patient's leisure time. "
            "The patient has a referral.",
        ),
        (
            "staff",
            "da",
            "Medlemmet har oplyst, at patientens skade hører til fritiden. Patienten har en lægehenvisning.",
        ),
        (
            "staff",
            "nb",
            "Medlemmet har opplyst at skaden til pasienten hører til fritiden. Pasienten har en henvisning.",
        ),
        (
            "staff",
            "en",
            "The member told us that the patient's injury is related to the patient's leisure time. "
            "The patient has a referral.",
        ),
    ],
)
def test_only_what_the_reader_did_is_said_to_the_reader(
    reader: PersonOfAddress, language: str, said: str
) -> None:
    assert spoken_to(reader, SAID[language], language) == said
    assert spoken_to("self", SAID[language], language) == SAID[language]


YOU = {
    "da": re.compile(r"\b(du|dig|din|dit|dine)\b", re.I),
    "nb": re.compile(r"\b(du|deg|din|ditt|dine)\b", re.I),
    "en": re.compile(r"\b(you|your|yourself)\b|patient'?s?rself|patient (have|are|need|get|pay)\b", re.I),
}


@pytest.mark.parametrize("language", vocabulary.LANGUAGES)
def test_staff_read_no_sentence_of_a_rule_that_speaks_to_the_member(language: str) -> None:
    left = {
        f"{product} {rule} {effect}: {said}"
        for product in known_products()
        for rule in keys_of("SA1706", language)
        for effect, template in rule_texts(product, rule, language).templates.items()
        if YOU[language].search(said := spoken_to("staff", template, language))
    }
    assert left == set()


@pytest.mark.parametrize(
    "language, sentence, said",
    [
        ("da", "Du skal opholde dig på stedet.", "Patienten skal opholde sig på stedet."),
        ("da", "Book din tid hos Klinik Nord.", "Book patientens tid hos Klinik Nord."),
        ("da", "Du lægger selv ud og sender os regningerne.", "Du lægger selv ud og sender os regningerne."),
        ("nb", "Så lenge du oppholder deg der.", "Så lenge pasienten oppholder seg der."),
        ("en", "You cannot get there by yourself.", "The patient cannot get there without help."),
        ("en", "You already have a guarantee.", "The patient already has a guarantee."),
    ],
)
def test_a_guardian_reads_of_the_patient(language: str, sentence: str, said: str) -> None:
    assert spoken_to("other", sentence, language) == said


BY_BOTH = {"toldBy": "member", "toldBy.condition.arisenOn": "holder"}


@pytest.mark.parametrize(
    "facts, reader, language, begins",
    [
        ({}, "self", "en", "You told us that your"),
        ({}, "other", "en", "You told us that the patient's"),
        ({"toldBy": "member"}, "self", "da", "Du har oplyst, at din"),
        ({"toldBy": "member"}, "other", "da", "Patienten har oplyst, at patientens"),
        ({"toldBy": "member"}, "staff", "da", "Medlemmet har oplyst, at patientens"),
        ({"toldBy": "holder"}, "self", "nb", "Fullmektigen har opplyst at"),
        ({"toldBy": "holder"}, "other", "en", "You told us that the patient's"),
        ({"toldBy": "guardian"}, "staff", "en", "The guardian told us that the patient's"),
        ({"toldBy": "caseworker"}, "self", "da", "Vi har noteret, at din"),
        ({"toldBy": "caseworker"}, "staff", "en", "We have noted that the patient's"),
        (
            {"toldBy": "member", "toldBy.condition.arisenOn": "holder"},
            "self",
            "en",
            "We have noted that your",
        ),
    ],
)
def test_only_who_told_us_something_reads_that_they_told_us(
    facts: dict[str, str], reader: PersonOfAddress, language: str, begins: str
) -> None:
    step = Step("R-301", "3", "grant", reads=("cause",))
    known = {"cause": "leisure", "condition.arisenOn": "2026-11-02", **facts}
    [row] = ShownTrail(Trail((step,), known, "SF1706"), language, reader=reader).rows()
    assert str(row["detail"]).startswith(begins)


@pytest.mark.parametrize(
    "reader, language, sentence, said",
    [
        ("holder", "en", "We have your consent.", "We have the patient's consent."),
        ("holder", "da", "Vi skal bruge dit samtykke.", "Vi skal bruge patientens samtykke."),
        ("holder", "nb", "Vi trenger samtykket ditt.", "Vi trenger samtykket til pasienten."),
        ("other", "en", "We have your consent.", "We have your consent."),
    ],
)
def test_the_consent_is_the_patients_for_the_holder_of_a_mandate(
    reader: PersonOfAddress, language: str, sentence: str, said: str
) -> None:
    assert spoken_to(reader, sentence, language) == said


@pytest.mark.parametrize(
    "sentence, said",
    [
        (
            "So you pay for the sessions first and send us the bills.",
            "So the member pays for the sessions first and sends us the bills.",
        ),
        ("You pay the practitioner first: DKK 500.", "The member pays the practitioner first: DKK 500."),
        ("You have told us about it.", "The member has told us about it."),
    ],
)
def test_staff_read_of_the_member_in_whole_sentences(sentence: str, said: str) -> None:
    assert spoken_to("staff", sentence, "en") == said


@pytest.mark.parametrize(
    "reader, language, sentence, said",
    [
        (
            "staff",
            "da",
            "Du har trukket dit samtykke tilbage.",
            "Medlemmet har trukket sit samtykke tilbage.",
        ),
        (
            "holder",
            "da",
            "Du har trukket dit samtykke tilbage.",
            "Patienten har trukket sit samtykke tilbage.",
        ),
        (
            "staff",
            "nb",
            "Du har trukket tilbake samtykket ditt.",
            "Medlemmet har trukket tilbake samtykket sitt.",
        ),
        ("staff", "en", "You have withdrawn your consent.", "The member has withdrawn the consent."),
    ],
)
def test_who_withdrew_a_consent_is_named_once(
    reader: PersonOfAddress, language: str, sentence: str, said: str
) -> None:
    assert spoken_to(reader, sentence, language) == said


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize(
    "reader, whose", [("self", "your"), ("other", "your"), ("holder", "your"), ("staff", "the member's")]
)
def test_the_answers_that_we_wait_for_are_those_of_who_reads(
    reader: PersonOfAddress, whose: str, count: int
) -> None:
    said = general_sentence("need.answers", {"count": count}, "en")
    assert spoken_to(reader, said, "en").startswith(f"{whose} answer")
