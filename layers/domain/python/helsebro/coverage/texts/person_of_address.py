"""Person of address: sentences about a case are written to its person, and read by others too.

A guardian or the holder of a mandate reads of "the patient", and is addressed only in what they did
themselves: told us, asked us, pay. Staff read of the patient and of the member.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

PersonOfAddress = Literal["self", "other", "holder", "staff"]
"""Who reads: the person of the case, another who acts for the person, the holder of a mandate, who gives no
consent (F4-16), or the payer's staff."""


@dataclass(frozen=True)
class _Words:
    """How a language speaks of the person.

    ``own`` matches what the reader does or did, so that it is not the patient's; ``member`` is who did it,
    for staff, and ``verbs`` are the forms of a verb after "you" and after a noun. ``of`` is the pattern of a
    possessive and what stands for it, ``you`` that of the pronoun. ``first`` are patterns that neither of
    them fits, with what stands for them. ``reflexive`` matches who withdrew the
    own consent, and is not named a second time.
    """

    own: re.Pattern[str]
    of: tuple[re.Pattern[str], str]
    you: re.Pattern[str]
    patient: str
    member: str
    verbs: Mapping[str, str]
    reflexive: tuple[re.Pattern[str], str]
    first: Sequence[tuple[re.Pattern[str], str]] = ()


def _any(*parts: str) -> re.Pattern[str]:
    """Returns the pattern of any of these, as whole words."""
    return re.compile("|".join(rf"\b(?:{part})\b" for part in parts), re.I)


WORDS: Mapping[str, _Words] = {
    "da": _Words(
        own=_any(
            r"du har (?:ikke )?(?:oplyst|bedt|valgt|givet|fortalt|sagt|trukket)",
            r"har du (?:oplyst|selv betalt)",
            r"bedt dig",
            r"du lægger|lægger du",
            r"du kan booke|du sender",
            r"dit samtykke|til dig",
        ),
        of=(re.compile(r"\b(din|dit|dine)\b", re.I), "patientens"),
        you=re.compile(r"\b(?:du|dig)\b", re.I),
        patient="patienten",
        member="medlemmet",
        verbs={},
        reflexive=(
            re.compile(r"((?:medlemmet|patienten) har trukket )(?:medlemmets|patientens)(?= samtykke)", re.I),
            r"\1sit",
        ),
        first=((re.compile(r"(?<=opholde )dig\b|(?<=opholder )dig\b|(?<=opholder du )dig\b"), "sig"),),
    ),
    "nb": _Words(
        own=_any(
            r"du har (?:ikke )?(?:opplyst|bedt|valgt|gitt|fortalt|sagt|trukket)",
            r"har du (?:opplyst|selv betalt)",
            r"bedt deg",
            r"du legger|legger du",
            r"du kan bestille|du sender",
            r"samtykket ditt|til deg",
        ),
        of=(re.compile(r"(?<=\w )(din|ditt|dine)\b", re.I), "til pasienten"),
        you=re.compile(r"\b(?:du|deg)\b", re.I),
        patient="pasienten",
        member="medlemmet",
        verbs={},
        reflexive=(
            re.compile(
                r"((?:medlemmet|pasienten) har trukket tilbake samtykket )til (?:medlemmet|pasienten)", re.I
            ),
            r"\1sitt",
        ),
        first=(
            (
                re.compile(
                    r"(?<=oppholde )deg\b|(?<=oppholder )deg\b|(?<=oppholder du )deg\b|(?<=komme )deg\b"
                ),
                "seg",
            ),
            (re.compile(r"\bdin(?= nærmeste familie)", re.I), "pasientens"),
        ),
    ),
    "en": _Words(
        own=_any(
            r"you (?:told|asked|chose|gave|send|did not tell)",
            r"you pay (?:first|the practitioner(?: first)?|for the sessions first)(?: and send)?",
            r"you have (?:told|given|said|withdrawn)",
            r"asked you for|your consent|your answers?(?= to)",
            r"for you to book|question for you",
        ),
        of=(re.compile(r"\b(your)\b", re.I), "the patient's"),
        you=re.compile(r"\byou\b(?: (?P<adverb>already|also|only))?(?: (?P<verb>\w+))?", re.I),
        patient="the patient",
        member="the member",
        verbs={
            "have": "has",
            "are": "is",
            "were": "was",
            "do": "does",
            "need": "needs",
            "get": "gets",
            "pay": "pays",
            "stay": "stays",
            "travel": "travels",
            "choose": "chooses",
            "make": "makes",
        },
        reflexive=(
            re.compile(r"(the (?:member|patient) has withdrawn )the (?:member|patient)'s(?= consent)", re.I),
            r"\1the",
        ),
        first=(
            (re.compile(r"\bby yourself\b"), "without help"),
            (re.compile(r"\byourself\b"), "the patient"),
            (re.compile(r"\bmainly live on\b"), "mainly lives on"),
        ),
    ),
}


CONSENT = re.compile(r"samtykke|consent|(?:have|har) (?:given|said|withdrawn|givet|sagt|trukket|gitt)", re.I)
"""What the person, or the guardian of a child, does about the consent."""
OF_ONE_MEMBER = (("member have", "member has"), ("member pay", "member pays"), ("and send", "and sends"))
"""The verbs of what the reader did, as staff read them of the member."""
YOU = re.compile(r"\b(?:du|dig|deg|you)\b", re.I)


def spoken_to(reader: PersonOfAddress, sentence: str, language: str) -> str:
    """Returns a sentence in ``da``, ``nb`` or ``en``, written to the person, as its reader reads it."""
    if reader == "self":
        return sentence
    words = WORDS[language]
    parts, end = [], 0
    for own in words.own.finditer(sentence):
        if reader == "holder" and CONSENT.search(own[0]):
            continue
        parts += [_of_patient(sentence[end : own.start()], words), _own(own[0], reader, words)]
        end = own.end()
    said = "".join([*parts, _of_patient(sentence[end:], words)])
    pattern, own_word = words.reflexive
    return pattern.sub(own_word, said)


def _of_patient(part: str, words: _Words) -> str:
    for pattern, word in (*words.first, words.of):
        part = pattern.sub(partial(_replaced, word), part)

    def named(found: re.Match[str]) -> str:
        groups = found.groupdict()
        verb = groups.get("verb")
        rest = [groups.get("adverb"), words.verbs.get(verb, verb) if verb else None]
        return " ".join([_as(found[0], words.patient), *filter(None, rest)])

    return words.you.sub(named, part)


def _own(part: str, reader: PersonOfAddress, words: _Words) -> str:
    """Returns what the reader did; for staff, what the member did."""
    if reader in ("other", "holder"):
        return part
    pattern, possessive = words.of
    part = pattern.sub(partial(_replaced, possessive.replace(words.patient, words.member)), part)
    said = YOU.sub(partial(_replaced, words.member), part)
    for plain, of_one in OF_ONE_MEMBER:
        said = said.replace(plain, of_one)
    return said


def _replaced(word: str, found: re.Match[str]) -> str:
    return _as(found[0], word)


def _as(found: str, word: str) -> str:
    """Returns the word with a capital letter where the one that it replaces has one."""
    return word[:1].upper() + word[1:] if found[:1].isupper() else word
