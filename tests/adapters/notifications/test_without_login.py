"""A person without a login is never asked to log in, on whatever channel a notification comes (F4-02)."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from helsebro.notifications.channel import CHANNELS, Channel
from helsebro.notifications.contact_record import LANGUAGES, Language
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.outcome.letter import CARRYING
from helsebro.notifications.sms_text import size
from helsebro_aws.notifications.letters.letter_part import LetterPart
from helsebro_aws.notifications.outgoing import Rendered
from helsebro_aws.notifications.rendering import render
from local.notifications.demo import SENDER, VALUES, example

TO_PERSONS = tuple(
    kind.kind
    for kind in KINDS.values()
    if kind.recipient in ("member", "deciders", "person", "holder", "former-address")
)
PARTS = (LetterPart("Afgørelsen", ("Vi dækker ikke.",)),)
ACTS = {
    "da": r"\b(?:svar|forny|book|åbn|læs|læg|bed|sig|flyt|tag)\b[^.:]*\bi (?:din sag|sagen)\b",
    "nb": r"\b(?:svar|forny|bestill|åpne|les|legg|be|si|flytt|ta)\b[^.:]*\bi saken\b",
    "en": r"\b(?:answer|renew|book|open|read|add|ask|say|move)\b[^.:]*\bin (?:your|the) case\b",
}
"""What is done on the pages of a case."""
SEEN = r"|\bsee? (?:\w+ )?i(?:n your case| din sag| sagen| saken)\b"
NEEDS_A_LOGIN = {
    "da": r"log(?:ge[rt]?|get)? (?:på|ind)\b|portal|din sag viser|https?:|\blink|" + ACTS["da"] + SEEN,
    "nb": r"logg(?:e[rt]?|et)? (?:på|inn)\b|portal|saken din viser|https?:|\blenke|" + ACTS["nb"] + SEEN,
    "en": r"log(?:ged|ging)? (?:in|on)\b|portal|your case shows|https?:|\blink|" + ACTS["en"] + SEEN,
}
"""What only someone with a login can do or see."""
VARIANTS = {
    "missing": ("", "consent", "documents", "facts", "consent documents", "consent documents facts"),
    "custody": ("proposed", "confirmed", "rejected", "ended"),
    "refunded": ("", "yes"),
    "by": ("", "clinic", "payer"),
    "owed": ("", "yes", "before"),
    "close": ("", "yes"),
    "clauses": ("", "7.2"),
}


def versions(kind: str) -> list[dict[str, str]]:
    """Returns the variables of a kind in every version that its texts tell apart."""
    known = KINDS[kind].variables & set(VARIANTS)
    return [{}, *({name: value} for name in sorted(known) for value in VARIANTS[name])]


def said(kind: str, language: Language, channel: Channel, of_child: bool, **changes: str) -> Rendered:
    made = example(KINDS[kind], language, channel)
    variables = {**made.variables, **changes}
    to = replace(made, letters_only=True, of_child=of_child, variables=variables)
    return render(to, SENDER, enclosed=PARTS if channel == "letter" and kind in CARRYING else ())


def asks_for_a_login(rendered: Rendered, language: Language) -> list[str]:
    html = re.sub("<style>.*?</style>|<[^>]+>", " ", rendered.html, flags=re.S)
    shown = "\n".join((rendered.subject, rendered.text, html, rendered.sms))
    return re.findall(NEEDS_A_LOGIN[language], shown, re.I)


def test_every_kind_that_a_person_may_get_is_tried() -> None:
    others = {"policyholder", "staff", "clinic", "signatory", "invited"}
    assert {kind.kind for kind in KINDS.values() if kind.recipient not in others} == set(TO_PERSONS)
    assert {"mandate-held", "mandate-ended", "holder-answered"} <= set(TO_PERSONS)


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("kind", TO_PERSONS)
def test_no_member_without_a_login_is_asked_to_log_in(kind: str, channel: Channel) -> None:
    is_letter = channel == "letter"
    for language in LANGUAGES:
        # The other channels have the same paragraphs, and an ending of their own.
        for changes in versions(kind) if is_letter else [{}]:
            for of_child in {False, is_letter and KINDS[kind].recipient == "member"}:
                rendered = said(kind, language, channel, of_child, **changes)
                assert asks_for_a_login(rendered, language) == [], (language, changes, of_child)
                assert SENDER.phone in rendered.text


def test_control_a_text_that_asks_for_a_login_is_found() -> None:
    for language in LANGUAGES:
        for kind in ("decision-made", "message-arrived", "refund-decided", "claim-received"):
            assert asks_for_a_login(render(example(KINDS[kind], language), SENDER), language)


@pytest.mark.parametrize("kind", TO_PERSONS)
def test_an_sms_to_who_has_no_login_says_that_a_letter_comes_and_whom_to_call(kind: str) -> None:
    for language in LANGUAGES:
        letter = "in a letter" if language == "en" else "i et brev"
        rendered = said(kind, language, "sms", False)
        assert letter in rendered.sms
        assert SENDER.phone in rendered.sms
        assert (size(rendered.sms).parts, size(rendered.sms).is_gsm) == (1, True)
        assert letter in said(kind, language, "email", False).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reminder_on_paper_is_true_whenever_it_arrives(language: Language) -> None:
    free = {"da": "ikke noget indtil", "nb": "ikke noe fram til", "en": "costs nothing until"}[language]
    made = example(KINDS["session-reminder"], language, "letter")
    told = replace(made, variables={**made.variables, "close": ""})
    online, on_paper = (render(replace(told, letters_only=only), SENDER).text for only in (False, True))
    assert (free in online, free in on_paper) == (True, False)
    assert {"da": "Melder du afbud efter", "nb": "Melder du avbud etter", "en": "If you cancel after"}[
        language
    ] in on_paper


@pytest.mark.parametrize("kind", sorted(CARRYING))
def test_a_letter_says_that_it_holds_the_words_only_where_it_does(kind: str) -> None:
    made = example(KINDS[kind], "da", "letter")
    with_words, without = (render(made, SENDER, enclosed=parts) for parts in (PARTS, ()))
    assert "på de næste sider" in with_words.text
    assert "på de næste sider" not in without.text
    assert f"Ring til os på {SENDER.phone}, så gennemgår vi det" in without.text


def test_what_a_letter_carries_stands_in_no_mail_or_sms() -> None:
    rendered = render(example(KINDS["decision-made"], "da", "letter"), SENDER, enclosed=PARTS)
    texts = " ".join((rendered.subject, rendered.text, rendered.html, rendered.sms))
    assert "Vi dækker ikke." not in texts
    assert "dækker" not in repr(rendered)


def test_a_policyholder_is_written_to_as_before() -> None:
    made = replace(example(KINDS["premium-reminder"], "da", "letter"), letters_only=True)
    assert render(made, SENDER).text == render(replace(made, letters_only=False), SENDER).text
    assert VALUES["policy"] in render(made, SENDER).text
