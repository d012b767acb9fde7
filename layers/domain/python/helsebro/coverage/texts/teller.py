"""Teller: who told us what a sentence says, since "you told us" is true only of the one who did.

A trail keeps the role under ``toldBy``, and under ``toldBy.<path>`` that of a fact which another one told.
Without it, as in a simulation, the reader told everything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from helsebro.coverage.texts.person_of_address import PersonOfAddress
from helsebro.coverage.trail import TOLD_BY

MEMBER, GUARDIAN, HOLDER, CASEWORKER, SEVERAL = "member", "guardian", "holder", "caseworker", "several"
OF_A_CASE = ("cause", "condition.", "event.", "treatment.", "evidence.")
"""How the paths of facts that a person tells begin."""
NOT_TOLD = ("treatment.type", "cause.known")
READERS: Mapping[PersonOfAddress, tuple[str, ...]] = {
    "self": (MEMBER,),
    "other": (GUARDIAN, HOLDER),
    "holder": (HOLDER,),
    "staff": (),
}
"""The roles in which a reader tells us something. Staff read of the member, as those of others."""


def _said(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b{words}\b", re.I)


_TOLD: Mapping[str, tuple[re.Pattern[str], re.Pattern[str], str, str]] = {
    "da": (_said("du har oplyst"), _said("har du oplyst"), "oplyst", "noteret"),
    "nb": (_said("du har opplyst"), _said("har du opplyst"), "opplyst", "notert"),
    "en": (_said("you told us"), _said("did you tell us"), "told us", "have noted"),
}
"""How a sentence says it, straight and turned round, and the verbs of telling and of our noting."""
_WHO: Mapping[str, Mapping[str, str]] = {
    "da": {MEMBER: "patienten", GUARDIAN: "værgen", HOLDER: "fuldmægtigen", "we": "vi"},
    "nb": {MEMBER: "pasienten", GUARDIAN: "vergen", HOLDER: "fullmektigen", "we": "vi"},
    "en": {MEMBER: "the patient", GUARDIAN: "the guardian", HOLDER: "the holder of the mandate", "we": "we"},
}


def teller_of(facts: Mapping[str, object], paths: Iterable[str]) -> str | None:
    """Returns the role that told us the facts of these paths, ``several`` for more than one; None when the
    trail does not say it.
    """
    usual = facts.get(TOLD_BY)
    if usual is None:
        return None
    told = (path for path in paths if path.startswith(OF_A_CASE) and path not in NOT_TOLD)
    roles = {str(facts.get(f"{TOLD_BY}.{path}", usual)) for path in told}
    return roles.pop() if len(roles) == 1 else SEVERAL if roles else str(usual)


def said_by(teller: str | None, reader: PersonOfAddress, sentence: str, language: str) -> str:
    """Returns a sentence in which "you told us" names who did, unless that is the reader.

    For staff the member stays "you", whom ``spoken_to`` names.
    """
    if teller is None or teller in READERS[reader] or (reader == "staff" and teller == MEMBER):
        return sentence
    straight, turned, told, noted = _TOLD[language]
    who = _WHO[language].get(teller) or _WHO[language]["we"]
    verb = told if teller in _WHO[language] else noted
    has = "" if language == "en" else "har "
    said = straight.sub(lambda found: _as(found[0], f"{who} {has}{verb}"), sentence)
    return turned.sub(lambda found: _as(found[0], f"har {who} {verb}"), said)


def _as(found: str, words: str) -> str:
    return words[:1].upper() + words[1:] if found[:1].isupper() else words
