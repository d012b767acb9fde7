"""The settings of a deployment: what the operator gives in variables, and what is missing or wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from infra.account.command import CommandFault
from infra.stacks.parameter_meanings import EDGE, GIVEN_BY_THE_DEPLOYMENT, HOME
from infra.stage import PRODUCTION

MEANINGS = {
    name: meaning for name, meaning in {**HOME, **EDGE}.items() if name not in GIVEN_BY_THE_DEPLOYMENT
}
"""Parameter → meaning, of those that an operator sets."""


@dataclass(frozen=True)
class Form:
    """The form of a setting's value, that form in words, and an example."""

    pattern: str
    words: str
    example: str

    def fits(self, value: str) -> bool:
        """Returns whether a value has the form."""
        return re.fullmatch(self.pattern, value) is not None


HOST = r"[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}"
ISSUER = rf"https://{HOST}(:\d{{1,5}})?(/[^\s?#]*[^/\s?#])?"
ISSUER_WORDS = "an https:// address as in its tokens, without a slash at its end"
MAIL, MAIL_WORDS = r"[^@\s]+@[^@\s]+\.[^@\s]+", "an e-mail address"
DIALECTS = ("helsebro", "signaturgruppen", "idura", "signicat", "bankid", "mitid-erhverv")
"""The names of ``helsebro_aws/identity/brokers/dialects.py``, which a test compares."""
DIALECT = f"({'|'.join(DIALECTS)})"
BROKER = rf"{DIALECT};https://{HOST}(:\d{{1,5}})?(/[^\s?#;,]*[^/\s?#;,])?;[^\s;,]+"
TEXT, TEXT_WORDS = r"\S(.*\S)?", "a text without spaces at its ends"
SECURE = r"https://[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?"
ON_A_DESK = r"http://(localhost|127\.0\.0\.1)(:\d{1,5})?"
"""An origin of a portal, and one that a developer runs."""


def _listed(origin: str) -> str:
    return rf"({origin})(,({origin}))*"


ORIGINS_IN_PRODUCTION = Form(
    _listed(SECURE),
    "https:// origins without a path, with commas and no spaces between them",
    "https://portal.example",
)
NO_TEST_PEOPLE = Form("refused", f"refused in {PRODUCTION}", "refused")
FORMS = {
    "MemberIssuer": Form(ISSUER, ISSUER_WORDS, "https://login.example"),
    "MemberClient": Form(TEXT, TEXT_WORDS, "helsebro"),
    "MemberDialect": Form(DIALECT, f"one of {', '.join(DIALECTS)}", "signaturgruppen"),
    "FurtherBrokers": Form(
        rf"none|{BROKER}(,{BROKER})*",
        "none, or dialect;issuer;client with commas between them",
        "bankid;https://auth.bankid.example/realms/prod;helsebro",
    ),
    "TestPeople": Form("accepted|refused", "accepted or refused", "refused"),
    "StaffIssuer": Form(ISSUER, ISSUER_WORDS, "https://staff.example/tenant"),
    "StaffClient": Form(TEXT, TEXT_WORDS, "helsebro-staff"),
    "PublicUrl": Form(
        rf"https://{HOST}", "https:// and a host in small letters, nothing after it", "https://api.example"
    ),
    "PortalOrigins": Form(
        _listed(f"{SECURE}|{ON_A_DESK}"),
        f"{ORIGINS_IN_PRODUCTION.words} (http:// only for localhost and 127.0.0.1, and not in {PRODUCTION})",
        "https://portal.example,http://localhost:5173",
    ),
    "SupportEmail": Form(MAIL, MAIL_WORDS, "help@example.org"),
    "SupportPhone": Form(TEXT, TEXT_WORDS, "+45 70 00 00 00"),
    "MailFrom": Form(MAIL, MAIL_WORDS, "no-reply@example.org"),
    "PortalUrl": Form(
        rf"https://{HOST}", "https:// and a host in small letters, nothing after it", "https://portal.example"
    ),
    "AlarmEmail": Form(MAIL, MAIL_WORDS, "alarms@example.org"),
    "MonthlyBudget": Form(r"[1-9]\d{0,6}", "a whole number of US dollars", "200"),
    "EdgeCertificate": Form(
        r"arn:aws:acm:us-east-1:\d{12}:certificate/[\w-]+",
        "the ARN of a certificate in us-east-1",
        "arn:aws:acm:us-east-1:111122223333:certificate/12345678-90ab-cdef",
    ),
}
"""Parameter → the form of its value."""

MISTAKES: Mapping[str, Callable[[str], str]] = {
    "has a space at an end": str.strip,
    "has a space": lambda value: re.sub(r"\s", "", value),
    "has capital letters": str.lower,
    "ends in a slash": lambda value: value.rstrip("/"),
    "has http:// where https:// is needed": lambda value: value.replace("http://", "https://"),
    "has a port": lambda value: re.sub(r"(?<=[a-z]):\d+", "", value),
    "has a path": lambda value: re.sub(r"(?<=[a-z\d])/[^,]*", "", value),
    "is a certificate of another region": lambda value: re.sub(r"(?<=:acm:)[a-z\d-]+", "us-east-1", value),
}
"""A frequent mistake → what would repair it: a value that fits after a repair has that mistake."""


class SettingsWrong(CommandFault):
    """Settings are missing or have another form; the text names all of them."""


def operator_settings(environment: Mapping[str, str]) -> dict[str, str]:
    """Returns parameter → value of everything that an operator sets. Raises ``SettingsWrong``."""
    forms = forms_of(environment.get("STAGE"))
    faults = [
        f"  {variable(name):<18} {fault}"
        for name, form in forms.items()
        if (fault := _fault(name, form, environment.get(variable(name), "")))
    ]
    if faults:
        raise SettingsWrong("\n".join(["These settings are missing or wrong:", *faults]))
    return {name: environment[variable(name)] for name in MEANINGS}


def forms_of(stage: str | None) -> dict[str, Form]:
    """Returns the form of every setting in a stage.

    In production a portal is never a developer's own, and no member is a person who does not exist.
    """
    if stage == PRODUCTION:
        return {**FORMS, "PortalOrigins": ORIGINS_IN_PRODUCTION, "TestPeople": NO_TEST_PEOPLE}
    return FORMS


def _fault(name: str, form: Form, value: str) -> str | None:
    """Returns what is wrong with a value, or None; settings are no secrets, so it shows the value."""
    if form.fits(value):
        return None
    wanted = f"{form.words}, such as {form.example} ({MEANINGS[name]})"
    if not value:
        return f"is missing: {wanted}"
    if not value.strip():
        return f"is {value!r}, which is blank; it must be {wanted}"
    mistake = next((mistake for mistake, repair in MISTAKES.items() if form.fits(repair(value))), None)
    return f"is {value!r}{f', which {mistake}' if mistake else ''}; it must be {wanted}"


def variable(name: str) -> str:
    """Returns the variable of a parameter: ``MEMBER_ISSUER`` for ``MemberIssuer``."""
    return "".join(f"_{letter}" if letter.isupper() else letter for letter in name).strip("_").upper()
