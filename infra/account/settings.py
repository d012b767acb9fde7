"""The settings of a deployment: what the operator gives in variables, and what is missing or wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping

from infra.parameters import EDGE, GIVEN_BY_THE_DEPLOYMENT, HOME

MEANINGS = {
    name: meaning for name, meaning in {**HOME, **EDGE}.items() if name not in GIVEN_BY_THE_DEPLOYMENT
}
"""Parameter → meaning, of those that an operator sets."""

ADDRESS = re.compile(r"https://[a-z0-9.-]+\.[a-z]{2,}(/[^\s]*[^/\s])?")
ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:\d+)?")
FORMS = {
    "MemberIssuer": (ADDRESS, "an https:// address without a slash at its end"),
    "StaffIssuer": (ADDRESS, "an https:// address without a slash at its end"),
    "PublicUrl": (re.compile(r"https://[a-z0-9.-]+\.[a-z]{2,}"), "https:// and a host, nothing after it"),
    "PortalOrigins": (
        re.compile(rf"{ORIGIN.pattern}(,{ORIGIN.pattern})*"),
        "origins such as https://portal.example, with commas and no spaces between them",
    ),
    "SupportEmail": (re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"), "an e-mail address"),
    "AlarmEmail": (re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"), "an e-mail address"),
    "MonthlyBudget": (re.compile(r"[1-9]\d{0,6}"), "a whole number of US dollars"),
    "EdgeCertificate": (
        re.compile(r"arn:aws:acm:us-east-1:\d{12}:certificate/[\w-]+"),
        "the ARN of a certificate in us-east-1",
    ),
}
"""Parameter → the form of its value, and that form in words."""


class SettingsWrong(Exception):
    """Settings are missing or have another form; the text names all of them."""


def operator_settings(environment: Mapping[str, str]) -> dict[str, str]:
    """Returns parameter → value of everything that an operator sets. Raises ``SettingsWrong``."""
    faults = [fault for name in MEANINGS if (fault := _fault(name, environment.get(variable(name), "")))]
    if faults:
        raise SettingsWrong("\n".join(["These settings are missing or wrong:", *faults]))
    return {name: environment[variable(name)] for name in MEANINGS}


def _fault(name: str, value: str) -> str | None:
    form, words = FORMS.get(name, (re.compile(r".*\S.*"), "any text"))
    if not value:
        return f"  {variable(name):<18} is missing: {MEANINGS[name]}"
    if not form.fullmatch(value):
        return f"  {variable(name):<18} must be {words}: {MEANINGS[name]}"
    return None


def variable(name: str) -> str:
    """Returns the variable of a parameter: ``MEMBER_ISSUER`` for ``MemberIssuer``."""
    return "".join(f"_{letter}" if letter.isupper() else letter for letter in name).strip("_").upper()
