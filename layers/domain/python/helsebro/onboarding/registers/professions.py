"""Professions with an authorisation: their names in the network, and what the two registers call them.

Denmark: the profession groups of the authorisation register, as HL7 Denmark's DK Core 3.5.0 lists them from
``GetAllProfessionGroups`` (http://hl7.dk/fhir/core/CodeSystem/DkCoreProfessionGroupCodes, 19 December 2025).
Psychologists came to the register on 1 January 2026 (bill L 181 of 27 March 2025,
https://www.ft.dk/samling/20241/lovforslag/L181/index.htm). Norway: code system 9060, categories of health
personnel (OID 2.16.578.1.12.4.1.1.9060). Read on 29 November 2026.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AuthorisedProfession:
    """A profession with an authorisation, by its name in the network (``network.team.profession``)."""

    name: str
    danish: frozenset[str]
    norwegian: frozenset[str]


def _profession(name: str, danish: str, norwegian: str) -> AuthorisedProfession:
    """Returns a profession; the Norwegian codes have a space between them, the Danish names a comma."""
    return AuthorisedProfession(
        name,
        frozenset(filter(None, danish.split(", "))),
        frozenset(norwegian.split()),
    )


PROFESSIONS = (
    _profession("physiotherapist", "Fysioterapeut", "FT MT"),
    _profession("psychologist", "Psykolog, Klinisk psykolog", "PS"),
    _profession("chiropractor", "Kiropraktor", "KI"),
    _profession("doctor", "Læge", "LE"),
    _profession("osteopath", "Osteopat", "OS"),
    _profession("naprapath", "", "NP"),
    _profession("dietitian", "Klinisk diætist", "KE"),
    _profession("nurse", "Sygeplejerske", "SP"),
    _profession("occupational-therapist", "Ergoterapeut", "ET"),
    _profession("dentist", "Tandlæge", "TL"),
    _profession("podiatrist", "Fodterapeut", "FO"),
)

_BY_DANISH_NAME = {name: one.name for one in PROFESSIONS for name in one.danish}
_BY_NORWEGIAN_CODE = {code: one.name for one in PROFESSIONS for code in one.norwegian}


def of_danish_name(name: str) -> str:
    """Returns the profession of a Danish profession group; empty for one that the network does not know."""
    return _BY_DANISH_NAME.get(name.strip(), "")


def of_norwegian_code(code: str) -> str:
    """Returns the profession of a Norwegian category; empty for one that the network does not know."""
    return _BY_NORWEGIAN_CODE.get(code.strip(), "")
