"""Faults between the fields of a practitioner, for the rule and for the body that reports them at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from helsebro.errors import Fault
from helsebro.local_day import YEARS
from helsebro.network.problem_words import problem_words
from helsebro.network.team.practice_address import most_treatments_at
from helsebro.network.team.profession import PROFESSIONS

LONGEST_AUTHORISED = timedelta(days=80 * 365)
"""Nobody has worked longer, counted from the first day of the authorisation."""
FARTHEST_AHEAD = timedelta(days=365)
"""An authorisation to come is known at most so long before."""
AddressFields = tuple[object, object, object, object]
"""The key, the country, the latitude and the longitude of a further address."""
PSYCHOLOGIST = "psychologist"
"""The profession that gives crisis help."""
AUTHORISATION_IDS = {"DK": re.compile("[A-Za-z0-9]{5}"), "NO": re.compile("[0-9]{7,9}")}
"""The numbers of the Danish register (Styrelsen for Patientsikkerhed) and of the Norwegian one (HPR)."""
ONLY_WHEN_AUTHORISED = frozenset({"psychologist", "crisis-help"})
"""The treatments that need an authorised psychologist; a provider number is not required (F0-11, F1-11)."""


def authorisation_faults(
    profession: object, authorised: object, treatments: object, crisis_help: object
) -> list[Fault]:
    """Returns the faults of offering what needs an authorised psychologist (F0-11, F1-11)."""
    faults = []
    named = treatments if isinstance(treatments, list | tuple) else ()
    if authorised is False and any(treatment in named for treatment in ONLY_WHEN_AUTHORISED):
        faults.append(Fault("/authorised", "psychologist-not-authorised", ""))
    is_other = profession in PROFESSIONS and profession != PSYCHOLOGIST
    if crisis_help is True and (authorised is False or is_other):
        faults.append(Fault("/crisisHelp", "crisis-help-not-authorised", ""))
    return faults


def authorisation_id_faults(country: object, number: object) -> list[Fault]:
    """Returns a fault for a number that is not of the register of the country (F1-03).

    What has the form of neither register is a fault of the field itself.
    """
    if not isinstance(number, str) or not isinstance(country, str) or country not in AUTHORISATION_IDS:
        return []
    is_of_a_register = any(form.fullmatch(number) for form in AUTHORISATION_IDS.values())
    if not is_of_a_register or AUTHORISATION_IDS[country].fullmatch(number):
        return []
    return [Fault("/authorisationId", "authorisation-id-of-another-country", "")]


def since_faults(authorised: object, since: object) -> list[Fault]:
    """Returns a fault when there is a day of an authorisation but no authorisation."""
    if authorised is False and since is not None:
        return [Fault("/authorisedSince", "since-without-authorisation", "")]
    return []


def impossible_since_faults(since: object, today: date) -> list[Fault]:
    """Returns a fault for a day on which no one who works now was authorised, or that is too far ahead.

    What is no day of our calendar (``YEARS``) is another's fault to name.
    """
    day = _day(since) if since is not None else None
    if day is None or day.year not in YEARS:
        return []
    first, last = today - LONGEST_AUTHORISED, today + FARTHEST_AHEAD
    if first <= day <= last:
        return []
    return [Fault("/authorisedSince", "since-impossible", f"{first.isoformat()} – {last.isoformat()}")]


def position_faults(lat: object, lon: object, pointer: str = "/address") -> list[Fault]:
    """Returns a fault when only one of latitude and longitude is given."""
    if (lat is None) == (lon is None):
        return []
    return [Fault(f"{pointer}/lat" if lat is None else f"{pointer}/lon", "position-incomplete", "")]


def address_faults(country: object, addresses: Sequence[AddressFields]) -> list[Fault]:
    """Returns the faults of further addresses: their keys, positions, and a country not that of the first."""
    found = []
    keys = [key for key, *_ in addresses]
    for place, (key, of, lat, lon) in enumerate(addresses):
        pointer = f"/addresses/{place}"
        if key in keys[:place]:
            found.append(Fault(f"{pointer}/key", "address-key-repeated", ""))
        if of != country:
            found.append(Fault(f"{pointer}/country", "address-in-another-country", ""))
        found += position_faults(lat, lon, pointer)
    return found


def treatment_faults(treatments: object, crisis_help: object, addresses: int) -> list[Fault]:
    """Returns a fault when a practitioner with several addresses offers too many treatments to be found."""
    given = treatments if isinstance(treatments, list | tuple) else ()
    named = {treatment for treatment in given if isinstance(treatment, str)}
    offered = len(named | {"crisis-help"}) if crisis_help is True else len(named)
    most = most_treatments_at(1 + addresses)
    if not addresses or offered <= most:
        return []
    return [Fault("/addresses", "too-many-treatments-for-addresses", str(most))]


def problem_faults(problems: object, not_taken: object) -> list[Fault]:
    """Returns a fault for each problem that is both treated and not taken, in whatever words (F1-22)."""
    treated = {word for text in _texts(problems) for word in problem_words(text or "")}
    return [
        Fault(f"/problemsNotTaken/{place}", "problem-also-taken", "")
        for place, text in enumerate(_texts(not_taken))
        if problem_words(text or "") & treated
    ]


def _texts(value: object) -> list[str | None]:
    """Returns the texts of a list; None is what another fault names."""
    given = value if isinstance(value, list | tuple) else ()
    return [each if isinstance(each, str) else None for each in given]


def pause_faults(first: object, last: object) -> list[Fault]:
    """Returns a fault when a pause ends before it begins, or has no first day.

    What is no day (``YYYY-MM-DD``) is another's fault to name.
    """
    if last is None:
        return []
    if first is None:
        return [Fault("/pausedFrom", "pause-without-first-day", "")]
    begins, ends = _day(first), _day(last)
    if begins and ends and ends < begins:
        return [Fault("/pausedUntil", "pause-ends-before-it-begins", "")]
    return []


def _day(value: object) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
