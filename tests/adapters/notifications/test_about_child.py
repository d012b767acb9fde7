"""A guardian reads of the child, in every message about a child's case, and never reads a name (F4-20)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from helsebro.notifications.contact_record import LANGUAGES, Language
from helsebro.notifications.notification_kind import NotificationKind
from helsebro.notifications.rows.members import TO_MEMBERS
from helsebro.notifications.sms_text import size
from helsebro_aws.notifications.outgoing import Rendered
from helsebro_aws.notifications.rendering import render, template_of
from helsebro_aws.notifications.words import about_child, words
from local.notifications.demo import SENDER, example

OF_NO_CASE = {"general-consent-expiring", "contact-consent-expiring"}
"""The kinds about consents that a person gives for herself, and no guardian for a child."""
OF_A_CASE = [
    kind for kind in TO_MEMBERS if kind.recipient in ("member", "deciders") and kind.kind not in OF_NO_CASE
]
EVERY: list[tuple[NotificationKind, Language]] = [
    (kind, language) for kind in OF_A_CASE for language in LANGUAGES
]
NAMES = [f"{kind.kind} {language}" for kind, language in EVERY]
STATES: tuple[Mapping[str, str], ...] = (
    {},
    *({"missing": missing} for missing in ("", "consent", "documents", "facts", "consent documents facts")),
    {"refunded": ""},
    {"close": "yes"},
    {"owed": "", "close": ""},
    {"sessions": "4"},
    {"extendable": ""},
    {"clauses": "5.2.1"},
    *(
        {"recorded": f"{decision}-{outcome}"}
        for decision in ("case", "clinic")
        for outcome in ("given", "refused", "withdrawn")
    ),
    *({"recorded": f"mandate-{outcome}", "how": "letter"} for outcome in ("given", "revoked")),
)
"""Variables that choose between the sentences of a template."""
OF_THE_MEMBER: Mapping[Language, str] = {
    "da": r"\b(?:din|dit|dine)\b(?! (?:barn|barns|samtykke|papirer|svar|anmeldelse|muligheder)\b)",
    "nb": r"(?<!barnet )(?<!samtykket )(?<!papirene )(?<!svarene )(?<!svaret )(?<!skademeldingen )"
    r"(?<!mulighetene )\b(?:din|ditt|dine)\b",
    "en": r"\byour\b(?! (?:child|consent|papers|answers?|claim)\b)",
}
"""What would be the guardian's own in these words is the child's; the rest a guardian does give or do."""
CHILD: Mapping[Language, str] = {"da": "barn", "nb": "barn", "en": "child"}


def read(kind: NotificationKind, language: Language, *, of_child: bool, **changes: str) -> Rendered:
    made = example(kind, language)
    return render(replace(made, of_child=of_child, variables={**made.variables, **changes}), SENDER)


def readings(kind: NotificationKind, language: Language) -> Iterator[Rendered]:
    for state in STATES:
        if set(state) <= kind.variables:
            yield read(kind, language, of_child=True, **state)


@pytest.mark.parametrize("kind, language", EVERY, ids=NAMES)
def test_nothing_of_the_child_is_called_the_guardians_own(kind: NotificationKind, language: Language) -> None:
    for rendered in readings(kind, language):
        for said in (rendered.subject, rendered.text, rendered.html, rendered.sms):
            found = re.search(OF_THE_MEMBER[language], said, re.I)
            assert found is None, said[max(0, found.start() - 30) : found.end() + 30]


@pytest.mark.parametrize("kind, language", EVERY, ids=NAMES)
def test_a_guardian_reads_that_it_is_about_the_child(kind: NotificationKind, language: Language) -> None:
    for rendered in readings(kind, language):
        assert CHILD[language] in rendered.text.lower()


@pytest.mark.parametrize("kind, language", EVERY, ids=NAMES)
def test_an_sms_to_a_guardian_is_one_message(kind: NotificationKind, language: Language) -> None:
    for rendered in readings(kind, language):
        counted = size(rendered.sms)
        assert (counted.parts, counted.is_gsm) == (1, True), rendered.sms


@pytest.mark.parametrize("kind, language", EVERY, ids=NAMES)
def test_a_person_reads_of_their_own_case_as_before(kind: NotificationKind, language: Language) -> None:
    template = template_of(kind.kind)[language]
    assert CHILD[language] not in "".join([template["subject"], *template["text"], template["sms"]])
    assert CHILD[language] not in read(kind, language, of_child=False).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_about_the_child_stands_for_one_of_a_template(language: Language) -> None:
    sources = "\n".join(
        "\n".join([template["subject"], *template["text"], template["sms"]])
        for template in (template_of(kind.kind)[language] for kind in OF_A_CASE)
    ).lower()
    unused = [phrase for phrase in words(language)["about_child"] if phrase not in sources]
    assert unused == []


@pytest.mark.parametrize(
    "source, said",
    [
        ("Din sag venter", "Dit barns sag venter"),
        ("Se den i din sag.", "Se den i sagen."),
        ("Dit samtykke", "Dit samtykke"),
        ("udvidin sag", "udvidin sag"),
    ],
)
def test_a_phrase_keeps_its_capital_letter_and_is_replaced_as_a_whole(source: str, said: str) -> None:
    assert about_child(source, "da") == said


YOU_GAVE: Mapping[Language, str] = {
    "da": r"du har givet|\b(?:dit|din) samtykke",
    "nb": r"du har gitt|samtykket ditt",
    "en": r"you (?:have given|gave)|your consent",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["consent-expiring", "clinic-consent-expiring"])
def test_a_consent_that_expires_is_not_called_the_readers_own(kind: str, language: Language) -> None:
    """A parent gave what the child of 15, or the other parent, reads about."""
    row = next(each for each in OF_A_CASE if each.kind == kind)
    for of_child in (True, False):
        rendered = read(row, language, of_child=of_child)
        for said in (rendered.subject, rendered.text, rendered.html, rendered.sms):
            assert re.search(YOU_GAVE[language], said, re.I) is None
