"""How each language writes days and times, and how it addresses its reader."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from helsebro.notifications.contact_record import LANGUAGES, Language
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.sms_text import size
from helsebro_aws.notifications.outgoing import Rendered
from helsebro_aws.notifications.rendering import render
from local.notifications.demo import SENDER, example

SINGULAR = {"da": r"\b(du|dig|din|dit|dine)\b", "nb": r"\b(du|deg|din|ditt|di|dine)\b"}
PLURAL = {"da": r"\bI\b|\b[Jj]er", "nb": r"\b[Dd]eres?\b"}
TO_COMPANIES = [kind for kind in KINDS if KINDS[kind].recipient in ("policyholder", "clinic")]
TO_STAFF = [kind for kind in KINDS if KINDS[kind].recipient == "staff"]


def made(kind: str, language: Language = "da", /, **changes: str) -> Rendered:
    notification = example(KINDS[kind], language)
    return render(replace(notification, variables={**notification.variables, **changes}), SENDER)


def of_a_company(kind: str, language: Language, *, repeats: bool = False) -> Rendered:
    """Returns a message about a policy or clinic."""
    notification = replace(example(KINDS[kind], language), repeats=repeats)
    if kind == "contact-changed":
        notification = replace(notification, case_id="pol_ar2he6lhaaaqeayeaudaocaj")
    return render(notification, SENDER)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "starts" in KINDS[kind].variables])
@pytest.mark.parametrize(
    "language, starts",
    [
        ("da", "fredag den 18. december 2026 kl. 10.15"),
        ("nb", "fredag 18. desember 2026 kl. 10.15"),
        ("en", "Friday 18 December 2026 at 10:15"),
    ],
)
def test_a_session_is_named_with_its_weekday_in_the_mail_and_the_sms(
    kind: str, language: Language, starts: str
) -> None:
    rendered = made(kind, language)
    assert [text for text in (rendered.text, rendered.html, rendered.sms) if f" {starts}" not in text] == []
    longest = made(kind, language, starts="2026-09-30T10:15").sms
    assert size(longest.replace("Tryg", "Gjensidige")).parts == 1


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "due" in KINDS[kind].variables])
@pytest.mark.parametrize(
    "due, language, phrase",
    [
        ("2026-12-04", "da", "den 4. december 2026."),
        ("2026-12-04", "nb", "ut 4. desember 2026."),
        ("2026-12-04", "en", "on 4 December 2026."),
        ("2026-12-04T12:05", "da", "den 4. december 2026 kl. 12.05."),
        ("2026-12-04T12:05", "nb", "ut 4. desember 2026 kl. 12.05."),
        ("2026-12-04T12:05", "en", "on 4 December 2026 at 12:05."),
    ],
)
def test_a_deadline_of_days_names_no_time(kind: str, due: str, language: Language, phrase: str) -> None:
    assert phrase in made(kind, language, due=due).text


@pytest.mark.parametrize("kind", [*TO_COMPANIES, "contact-changed"])
@pytest.mark.parametrize("language", ["da", "nb"])
def test_a_company_is_addressed_in_the_plural_from_the_first_line_to_the_last(
    kind: str, language: Language
) -> None:
    for repeats in (False, True):
        rendered = of_a_company(kind, language, repeats=repeats)
        shown = "\n".join((rendered.subject, rendered.text, rendered.sms)).replace(SENDER.portal_url, "")
        assert re.findall(SINGULAR[language], shown, re.IGNORECASE) == []
        assert re.search(PLURAL[language], rendered.text.split("\n\n")[-2])


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in {*TO_COMPANIES, *TO_STAFF}])
@pytest.mark.parametrize("language", ["da", "nb"])
def test_a_person_is_addressed_in_the_singular(kind: str, language: Language) -> None:
    rendered = made(kind, language)
    assert re.findall(PLURAL[language], rendered.text) == []
    assert re.search(SINGULAR[language], rendered.text, re.IGNORECASE)


@pytest.mark.parametrize("kind", TO_STAFF)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_colleague_is_not_asked_to_call_the_line_of_the_members(kind: str, language: Language) -> None:
    rendered = made(kind, language)
    assert SENDER.phone not in rendered.text + rendered.sms
    assert SENDER.email not in rendered.text + rendered.sms


@pytest.mark.parametrize("kind", sorted(set(KINDS) - set(TO_STAFF)))
@pytest.mark.parametrize("language", LANGUAGES)
def test_everyone_else_learns_whom_to_call(kind: str, language: Language) -> None:
    assert SENDER.phone in made(kind, language).text


@pytest.mark.parametrize("kind", ["premium-reminder", "notice-answer"])
@pytest.mark.parametrize("language, of_a_case", [("da", "sagen"), ("nb", "saken"), ("en", "case")])
def test_a_deadline_of_a_policy_is_not_called_a_case(kind: str, language: Language, of_a_case: str) -> None:
    for milestone in ("deadline-near", "deadline-over"):
        text = made(milestone, language, kind=kind, queue="underwriting").text
        assert not re.search(rf"\b{of_a_case}\b", text)
