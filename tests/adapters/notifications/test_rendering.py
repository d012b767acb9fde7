from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest

from helsebro.country_profile import profile
from helsebro.coverage.texts.fact_texts import fact_texts
from helsebro.notifications.contact_record import LANGUAGES, Language
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.notification import Notification
from helsebro.notifications.notification_kind import Recipient
from helsebro.notifications.sms_text import size
from helsebro.notifications.variables import VariablesWrong
from helsebro_aws.notifications.outgoing import Rendered
from helsebro_aws.notifications.rendering import render
from helsebro_aws.notifications.sender import Sender
from helsebro_aws.notifications.words import WordMissing
from local.notifications.demo import SENDER, example

EVERY: list[tuple[str, Language]] = [(kind, language) for kind in KINDS for language in LANGUAGES]
CANARIES = {
    "diagnosis": "Zoonotisk-karcinom-kanariefugl",
    "treatment": "kanariefugl-fysioterapi",
    "name": "Kanarie Fuglesen",
    "number": "010170-9876",
}
STEMS = {
    "da": r"diagnos|sygdom|behandl(?:er|ing)|psyk|fysio|kiroprak|læge|hospital|kris|misbrug|smerte",
    "nb": r"diagnos|sykdom|behandl(?:er|ing)|psyk|fysio|kiroprak|lege\b|sykehus|kris|misbruk|smerte",
    "en": r"diagnos|illness|treatment|therap|psych|physio|chiro|doctor|hospital|crisis|misuse|pain|surger",
}


def made(kind: str, language: Language = "da", /, **changes: str) -> Rendered:
    notification = example(KINDS[kind], language)
    return render(replace(notification, variables={**notification.variables, **changes}), SENDER)


def whole(rendered: Rendered) -> str:
    return "\n".join((rendered.subject, rendered.text, rendered.html, rendered.sms))


class Paragraphs(HTMLParser):
    """Reads the paragraphs of a mail as its plain text should say them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.link = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "p":
            self.found.append("")
        elif tag == "a":
            self.link = str(dict(attrs)["href"])
        elif tag == "br":
            self.found[-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.found[-1] += f": {self.link}"

    def handle_data(self, data: str) -> None:
        if self.found and data.strip():
            self.found[-1] += data


@pytest.mark.parametrize("kind, language", EVERY)
def test_the_html_says_the_same_as_the_text(kind: str, language: Language) -> None:
    rendered = made(kind, language)
    body = rendered.html.partition("</h1>")[2]
    assert "\n\n".join(Paragraphs(body).found) + "\n" == rendered.text


@pytest.mark.parametrize("kind, language", EVERY)
def test_a_mail_has_its_language_and_loads_nothing(kind: str, language: Language) -> None:
    html = made(kind, language).html
    assert f'<html lang="{language}">' in html
    assert re.findall(r"<(?:img|script|link|iframe)|src=|url\(|@import|\bon\w+=", html) == []
    assert set(re.findall(r'https?://[^"<\s]+', unescape(html))) == {
        SENDER.link_to(example(KINDS[kind], language).case_id, KINDS[kind].recipient, kind)
    }


@pytest.mark.parametrize("kind, language", EVERY)
def test_an_sms_is_one_message(kind: str, language: Language) -> None:
    counted = size(made(kind, language).sms)
    assert (counted.parts, counted.is_gsm) == (1, True)


@pytest.mark.parametrize("kind, language", EVERY)
def test_no_message_has_a_word_about_health(kind: str, language: Language) -> None:
    shown = whole(made(kind, language)).replace("sundhed@example.org", "")
    # Every first mail says whom to call when it is urgent, so that it says nothing of the reader.
    shown = shown.replace(profile("DK").urgent_help[language], "").lower()
    assert re.findall(STEMS[language], shown) == []
    treatments = fact_texts("treatment.type", language).values
    assert len(treatments) > 40
    assert [name for name in treatments.values() if re.search(rf"\b{re.escape(name.lower())}\b", shown)] == []


@pytest.mark.parametrize(
    "language, invitation", [("da", "forlængelse"), ("nb", "forlengelse"), ("en", "extension")]
)
def test_only_who_may_ask_for_more_is_invited_to(language: Language, invitation: str) -> None:
    assert invitation in whole(made("guarantee-expiring", language))
    of_crisis_help = whole(made("guarantee-expiring", language, extendable=""))
    assert invitation not in of_crisis_help
    assert not re.search("mere tid|mer tid|more time", of_crisis_help)


@pytest.mark.parametrize("kind", ["session-booked", "session-moved"])
@pytest.mark.parametrize(
    "language, free, paid",
    [
        ("da", "uden at betale", "Tiden er så tæt på"),
        ("nb", "uten å betale", "så nær"),
        ("en", "without paying", "so close"),
    ],
)
def test_a_session_so_close_that_it_is_paid_for_offers_no_free_cancellation(
    kind: str, language: Language, free: str, paid: str
) -> None:
    far, close = whole(made(kind, language, close="")), whole(made(kind, language, close="yes"))
    assert (free in far, paid in far) == (True, False)
    assert (free in close, paid in close) == (False, True)


@pytest.mark.parametrize(
    "language, deadline, more",
    [
        ("da", "senest den 18. december 2026", "Du kan få 4 tider mere."),
        ("nb", "senest 18. desember 2026", "Du kan få 4 timer til."),
        ("en", "by 18 December 2026", "You can have 4 more appointments."),
    ],
)
def test_a_guarantee_names_its_deadline_and_an_extension_what_it_added(
    language: Language, deadline: str, more: str
) -> None:
    issued = made("guarantee-issued", language, begin="2026-12-18", refunded="")
    assert deadline in issued.text
    assert deadline not in made("guarantee-issued", language, begin="", refunded="").text
    assert more in made("guarantee-extended", language, sessions="4").text


@pytest.mark.parametrize("kind, language", EVERY)
@pytest.mark.parametrize("channel", ["email", "letter"])
def test_nothing_of_a_notification_but_its_variables_reaches_a_text(
    kind: str, language: Language, channel: str
) -> None:
    planted = example(KINDS[kind], language, "letter" if channel == "letter" else "email")
    hidden = " ".join(CANARIES.values())
    planted = replace(planted, recipient=hidden, address=hidden, event_id=hidden, notification_id=hidden)
    shown = whole(render(planted, SENDER))
    assert [canary for canary in CANARIES.values() if canary in shown] == []


@pytest.mark.parametrize(
    "kind, field",
    [
        (kind, field)
        for kind in sorted(KINDS)
        for field in ("description", "question", "reason", "clinic", "practitioner", "treatment")
        if field not in KINDS[kind].variables
    ],
)
def test_a_text_of_the_case_that_is_given_as_a_variable_is_refused(kind: str, field: str) -> None:
    with pytest.raises(VariablesWrong) as refused:
        made(kind, **{field: CANARIES["diagnosis"]})
    assert str(refused.value) == f"{kind}: unknown variable {field}"


def test_only_texts_to_who_signs_or_works_for_a_clinic_name_it() -> None:
    assert {kind.recipient for kind in KINDS.values() if "clinic" in kind.variables} == {
        "signatory",
        "invited",
    }


@pytest.mark.parametrize("canary", CANARIES.values())
@pytest.mark.parametrize(
    "kind, name",
    [(kind, name) for kind in sorted(KINDS) for name in sorted(KINDS[kind].variables - {"clinic", "policy"})],
)
def test_a_text_of_the_case_in_a_variable_of_the_kind_is_refused(kind: str, name: str, canary: str) -> None:
    with pytest.raises((VariablesWrong, WordMissing)) as refused:
        made(kind, **{name: canary})
    assert canary not in str(refused.value)


def test_values_are_escaped_in_the_html_only() -> None:
    rendered = made("premium-reminder", policy="<b>&1")
    assert "&lt;b&gt;&amp;1" in rendered.html
    assert "<b>&1" not in rendered.html
    assert "<b>&1" in rendered.text


def test_a_variable_is_never_read_as_a_template() -> None:
    assert "{{ payer }}" in made("premium-reminder", policy="{{ payer }}").text


@pytest.mark.parametrize(
    "language, sentence, short",
    [
        ("da", "måske allerede", "Måske sendt før."),
        ("nb", "kanskje allerede", "Kanskje sendt før."),
        ("en", "may already", "Perhaps sent before."),
    ],
)
def test_a_repeat_begins_by_saying_so(language: Language, sentence: str, short: str) -> None:
    first = example(KINDS["question-asked"], language)
    repeat = render(replace(first, repeats=True), SENDER)
    assert sentence in repeat.text.split("\n\n")[1]
    assert sentence in repeat.html
    assert repeat.sms.startswith(short)
    assert sentence not in whole(render(first, SENDER))


@pytest.mark.parametrize(
    "missing, there, absent",
    [
        ("", "skal ikke gøre mere", "mangler"),
        ("consent", "dit samtykke", "papirer"),
        ("documents", "dine papirer", "samtykke"),
        ("consent documents", "dit samtykke og dine papirer", "gøre mere"),
        ("facts", "mangler dine svar", "papirer"),
        ("consent facts", "flere ting", "papirer"),
        ("consent documents facts", "flere ting", "gøre mere"),
    ],
)
def test_a_received_claim_says_what_is_missing(missing: str, there: str, absent: str) -> None:
    text = made("claim-received", missing=missing).text
    assert (there in text, absent in text) == (True, False)


@pytest.mark.parametrize(
    "country, numbers", [("DK", ("112", "1813", "70 201 201")), ("NO", ("113", "116 123"))]
)
def test_a_received_claim_says_whom_to_call_when_it_is_urgent(country: str, numbers: tuple[str, ...]) -> None:
    for language in LANGUAGES:
        sent = render(
            replace(example(KINDS["claim-received"], language), variables={"missing": "", "safety": country}),
            SENDER,
        )
        assert all(number in part for number in numbers for part in (sent.text, sent.html))


def test_a_decision_names_its_clauses_only_in_the_letter_to_who_has_no_login() -> None:
    letter = render(example(KINDS["decision-made"], "da", "letter"), SENDER).text
    assert "5.2.1, 7-10" in letter
    assert "https://" not in letter
    assert f"sundhedsteam på {SENDER.phone}" in letter
    assert "5.2.1" not in whole(made("decision-made"))


@pytest.mark.parametrize(
    "language, phrases",
    [
        ("da", ("Betal senest den 18. december 2026", "ophører forsikringens dækning")),
        ("nb", ("Betal senest 18. desember 2026", "opphører dekningen")),
        ("en", ("Pay no later than 18 December 2026", "its cover ends")),
    ],
)
def test_a_premium_reminder_states_the_last_day_and_that_the_cover_ends(
    language: Language, phrases: tuple[str, ...]
) -> None:
    """R-1402: the number of days is that of the terms, so the text names the day alone."""
    text = made("premium-reminder", language).text
    assert [phrase for phrase in ("TR-2024-0117", *phrases) if phrase not in text] == []
    assert re.findall(r"\b21 ", text) == []


@pytest.mark.parametrize(
    "language, phrase, promise",
    [
        ("da", "har ikke dækket siden den 22. november 2026", "Betal senest"),
        ("nb", "har ikke dekket siden 22. november 2026", "Betal senest"),
        ("en", "no cover since 22 November 2026", "no later than"),
    ],
)
def test_a_premium_reminder_does_not_promise_cover_that_has_stopped(
    language: Language, phrase: str, promise: str
) -> None:
    """R-1402."""
    rendered = made("premium-reminder", language, stopped="2026-11-22")
    assert phrase in rendered.text
    assert promise not in whole(rendered)
    assert "22" in rendered.sms
    assert size(rendered.sms).parts == 1


@pytest.mark.parametrize(
    "language, phrases",
    [
        ("da", ("gælder fra den 18. december 2026", "skriftligt senest den 4. december 2026", "accepteret")),
        ("nb", ("gjelder fra 18. desember 2026", "skriftlig senest 4. desember 2026", "godtatt")),
        ("en", ("takes effect on 18 December 2026", "in writing no later than 4 December 2026", "accepted")),
    ],
)
@pytest.mark.parametrize("notice", ["price", "conditions", "claim-change"])
def test_a_notice_of_a_change_says_when_it_takes_effect_and_what_silence_means(
    notice: str, language: Language, phrases: tuple[str, ...]
) -> None:
    """R-1406, R-1410, R-1411, R-1412."""
    text = made("contract-notice", language, notice=notice, answer="2026-12-04").text
    assert [phrase for phrase in phrases if phrase not in text] == []


@pytest.mark.parametrize(
    "notice, answer, there",
    [
        ("price", "2026-12-04", "skriftligt senest den 4. december 2026"),
        ("cancellation", "", "Den ophører den 18. december 2026"),
        ("withdrawn", "", "trukket tilbage"),
        ("", "", "et nyt varsel"),
    ],
)
def test_a_contract_notice_says_what_changes_and_until_when_it_can_be_refused(
    notice: str, answer: str, there: str
) -> None:
    text = made("contract-notice", notice=notice, answer=answer).text
    assert there in text
    assert ("senest" in text) is bool(answer)


@pytest.mark.parametrize(
    "case_id, recipient, path",
    [
        ("clm_abc", "member", "cases/clm_abc"),
        ("pol_abc", "policyholder", "policies/pol_abc"),
        ("pol_abc", "former-address", "policies/pol_abc"),
        ("per_abc", "former-address", "notifications"),
        ("cli_abc", "clinic", "clinics/cli_abc"),
        ("clm_abc", "staff", "staff/cases/clm_abc"),
        ("per_abc", "staff", "staff/people/per_abc"),
        ("enq_abc", "staff", "staff/enquiries/enq_abc"),
        ("tryg", "staff", "staff/"),
        ("tryg", "member", ""),
    ],
)
def test_a_link_leads_to_the_page_behind_the_login_of_its_recipient(
    case_id: str, recipient: Recipient, path: str
) -> None:
    sender = Sender("Tryg", "", "", "https://portal.example/")
    assert sender.link_to(case_id, recipient) == f"https://portal.example/{path}"


def test_a_clock_without_a_word_is_named() -> None:
    notification: Notification = example(KINDS["deadline-missed"], "nb")
    with pytest.raises(WordMissing, match="no word for the kind"):
        render(replace(notification, variables={**notification.variables, "kind": "unknown"}), SENDER)
