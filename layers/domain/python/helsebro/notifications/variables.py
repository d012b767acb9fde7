"""Variables: the form of every value that the planning gives to a text, so that no text of a case reaches it.

A value is a day, a time, a number or a word of a short list. The words are written out in each language when
the text is rendered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, get_args

from helsebro.documents.document import FileType
from helsebro.documents.rejection import REASONS
from helsebro.local_day import local_day, zone
from helsebro.money import Money
from helsebro.notices.notice import KINDS as NOTICES
from helsebro.notifications.notification_kind import NotificationKind

DAY = r"\d{4}-\d{2}-\d{2}"
MINUTE = rf"{DAY}T([01]\d|2[0-3]):[0-5]\d"
FORMS: Mapping[str, re.Pattern[str]] = {
    "account": re.compile("[0-9A-Z]{4}"),
    "about": re.compile(r"(bkg|gar)_[a-z2-7]{1,80}"),
    "answer": re.compile(DAY),
    "begin": re.compile(DAY),
    "booked": re.compile(r"[1-9]\d?"),
    "by": re.compile("clinic|payer"),
    "change": re.compile("booked|moved|cancelled"),
    "clauses": re.compile(r"\d{1,2}([.-]\d{1,2}){0,4}( \d{1,2}([.-]\d{1,2}){0,4})*"),
    "clinic": re.compile(r"[^\x00-\x1f\x7f]{1,200}"),
    "close": re.compile("yes"),
    "custody": re.compile("proposed|confirmed|rejected|ended"),
    "day": re.compile(DAY),
    "decided": re.compile("consent|mandate"),
    "due": re.compile(rf"{DAY}|{MINUTE}"),
    "extendable": re.compile("yes"),
    "held": re.compile(MINUTE),
    "hours": re.compile("2|24"),
    "how": re.compile("phone|letter"),
    "inforce": re.compile(MINUTE),
    "kind": re.compile(r"[a-z]+(-([a-z]+|\d{1,2}))*"),
    "late": re.compile(MINUTE),
    "missing": re.compile(r"(consent )?(documents )?facts|consent( documents)?|documents"),
    "notice": re.compile("|".join(NOTICES)),
    "owed": re.compile("yes|before"),
    "paper": re.compile("|".join(get_args(FileType))),
    "payee": re.compile("registered|proposed|approved|rejected|ended"),
    "policy": re.compile(r"[^\x00-\x1f\x7f]{1,100}"),
    "price": re.compile(r"[1-9]\d{0,5}(,\d\d)?"),
    "queue": re.compile(r"[a-z]+"),
    "recorded": re.compile(
        "(case|clinic|general|network-contact)-(given|refused|withdrawn)|mandate-(given|revoked)"
    ),
    "refunded": re.compile("yes"),
    "refused": re.compile("yes"),
    "rejection": re.compile("|".join(REASONS)),
    "safety": re.compile("DK|NO"),
    "said": re.compile(rf"{DAY}|{MINUTE}"),
    "sessions": re.compile(r"[1-9]\d?"),
    "soon": re.compile("yes"),
    "starts": re.compile(MINUTE),
    "stopped": re.compile(DAY),
    "times": re.compile(r"[1-9]\d?"),
    "until": re.compile(MINUTE),
}
"""Variable → its form. ``answer`` is the last day to refuse a notice, ``begin`` the last day to begin,
``booked`` is how many sessions were booked in one act, if several, and ``by`` who cancelled one, unless it
was the member. ``price`` is what a session costs, in kroner. ``clauses`` are numbers of clauses,
``kind`` is that of a clock and ``notice`` that of a contract notice, each with its word in every language.
``custody`` is what happened to a guardian, ``decided`` what another guardian of the child decided on.
``payee`` is what happened to an account of a clinic, ``account`` its last four signs and no more of it, and
``inforce`` from when on an approved one counts.
``paper`` is the kind of a paper, and ``rejection`` why it was not taken.
``extendable`` is given when the member may ask for more, ``owed`` when a late change costs
them (``before`` when only an earlier move does), and ``times`` says for how many times they pay, if several.
``held`` is until when an offered slot is held, and ``late`` until when a session is cancelled without paying;
``close`` is given once that is over. ``safety`` is the country whose numbers to call when it is urgent.
``sessions`` is how many an extension added. ``refunded`` is given when
the member pays first and is paid back, ``refused`` when a decision left the case without a consent.
``about`` is the id of the booking or guarantee that a clinic opens, ``change`` what happened to the session,
and ``soon`` is given when it is within 24 hours. ``recorded`` is which decision
staff recorded, ``how`` they know of it, and ``said`` when it was said on the phone, or the day of the letter.
``hours`` is how soon a clinic contacts a client, and ``until`` when at the latest.
``starts`` is when a session begins and
``due`` when a deadline ends, both local: a deadline of days has only its last day. ``stopped`` is the
first day without cover, when it has come already. A policy's number is the underwriters' own text; only
texts to the policyholder have it. ``clinic`` is the name of a clinic, in texts to those who sign or work for
it: no text to a member has it."""
DAYS = frozenset(
    {"answer", "begin", "day", "due", "held", "inforce", "late", "said", "starts", "stopped", "until"}
)
"""The variables that begin with a day. ``due`` and ``said`` may have a time after it; ``held``, ``late``,
``inforce``, ``starts`` and ``until`` have one."""
WORDS = frozenset({"kind", "paper", "queue"})
"""The variables that a text shows as words of its language."""
MAY_BE_ABSENT = frozenset(
    "account answer booked begin by clauses close extendable inforce late missing notice owed price "
    "refunded refused sessions soon stopped times".split()
)
"""The variables that are empty when the planning does not give them."""
A_SECOND = timedelta(seconds=1)


class VariablesWrong(ValueError):
    """A notification has an unknown, missing or malformed variable. The text names it, never its value."""

    def __init__(self, kind: str, faults: Iterable[str]) -> None:
        super().__init__(f"{kind}: {'; '.join(faults)}")


def checked(kind: NotificationKind, given: Mapping[str, str]) -> Mapping[str, str]:
    """Returns the variables of the kind, empty where one may be absent. Raises ``VariablesWrong``."""
    values = {name: given.get(name, "") for name in kind.variables}
    faults = [f"unknown variable {name}" for name in sorted(set(given) - kind.variables)]
    for name, value in sorted(values.items()):
        if not value and name in MAY_BE_ABSENT:
            continue
        if not value:
            faults.append(f"missing variable {name}")
        elif not has_its_form(name, value):
            faults.append(f"malformed variable {name}")
    if faults:
        raise VariablesWrong(kind.kind, faults)
    return values


def local_minute(at: datetime, country: str) -> str:
    """Returns the local day and time of an instant as a variable: ``2026-12-18T10:15``."""
    return f"{at.astimezone(zone(country)):%Y-%m-%dT%H:%M}"


def in_kroner(amount: Money) -> str:
    """Returns an amount of kroner as a variable: ``475`` or ``475,50``."""
    whole, cents = f"{amount.amount:.2f}".split(".")
    return whole if cents == "00" else f"{whole},{cents}"


def due_in(at: datetime, country: str) -> str:
    """Returns when a deadline is due as a variable: the last day if it ends with a day, else the minute."""
    last = last_day(at, country)
    ends_with_it = local_day(at + A_SECOND, country) != last
    return last.isoformat() if ends_with_it else local_minute(at, country)


def recorded_in(data: Mapping[str, Any], country: str) -> Mapping[str, str]:
    """Returns what staff recorded, from its event; a letter has a day and no time."""
    said = said_in(str(data["how"]), datetime.fromisoformat(data["saidAt"]), country)
    recorded = "-".join(str(data[name]) for name in ("decision", "outcome"))
    return {"recorded": recorded, "how": str(data["how"]), "said": said}


def said_in(how: str, at: datetime, country: str) -> str:
    """Returns when a decision was said on the phone as a variable, or the day of the letter."""
    return local_day(at, country).isoformat() if how == "letter" else local_minute(at, country)


def last_day(due_at: datetime, country: str) -> date:
    """Returns the last local day in time; the midnight at which it ends belongs to the next (Q14)."""
    return local_day(due_at - timedelta.resolution, country)


def has_its_form(name: str, value: str) -> bool:
    """Whether a value has the form of its variable; a day must be one of the calendar."""
    if not FORMS[name].fullmatch(value):
        return False
    return name not in DAYS or _is_day(value)


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value[:10])
    except ValueError:
        return False
    return True
