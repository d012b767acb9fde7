"""The texts of the next steps after a denial; the facts have their names in ``coverage/texts``."""

from __future__ import annotations

from collections.abc import Mapping

from helsebro.country_profile import Texts


def _texts(da: str, nb: str, en: str) -> Texts:
    return {"da": da, "nb": nb, "en": en}


MEDICAL_ADVICE = _texts(
    "Vores sundhedsfaglige rådgivere kan stadig vejlede dig om, hvad du selv kan gøre, og hvor du "
    "kan gå hen.",
    "Våre helsefaglige rådgivere kan fortsatt veilede deg om hva du selv kan gjøre, og hvor du kan "
    "henvende deg.",
    "Our medical advisers can still tell you what you can do yourself and where you can turn.",
)
"""A denied member still gets medical advice (F4-27)."""

FACTS: Mapping[str, Texts] = {
    "paper": _texts(
        "Send os {name}, så vurderer vi sagen igen.",
        "Send oss {name}, så vurderer vi saken igjen.",
        "Send us {name}, and we will assess the case again.",
    ),
    "evidence": _texts(
        "Fortæl os, {name}, så vurderer vi sagen igen.",
        "Fortell oss {name}, så vurderer vi saken igjen.",
        "Tell us {name}, and we will assess the case again.",
    ),
    "choice": _texts(
        "Svaret kan blive et andet, hvis du kan ændre, {name}.",
        "Svaret kan bli et annet hvis du kan endre {name}.",
        "The answer may change if you can change {name}.",
    ),
    "approval": _texts(
        "Bed os om at godkende behandlingen, før den begynder.",
        "Be oss om å godkjenne behandlingen før den begynner.",
        "Ask us to approve the treatment before it begins.",
    ),
    "correction": _texts(
        "Tjek, at vi har fået rigtigt oplyst, {name}, for det har betydning for svaret.",
        "Sjekk at vi har fått riktig opplyst {name}, for det har betydning for svaret.",
        "Check that we have been told correctly {name}, because the answer depends on it.",
    ),
}
"""What to do about a fact, by the kind of step; ``paper`` is ``evidence`` that the member sends, and
``approval`` what only we can give."""

NETWORK: Mapping[bool, Texts] = {
    True: _texts(
        "Svaret kan blive et andet, hvis du vælger en behandler i vores netværk.",
        "Svaret kan bli et annet hvis du velger en behandler i nettverket vårt.",
        "The answer may change if you choose a practitioner in our network.",
    ),
    False: _texts(
        "Svaret kan blive et andet, hvis du vælger en behandler uden for vores netværk.",
        "Svaret kan bli et annet hvis du velger en behandler utenfor nettverket vårt.",
        "The answer may change if you choose a practitioner outside our network.",
    ),
}
"""What to do about ``treatment.inNetwork``, by the value that changes the answer."""

FORMER_INSURER = _texts(
    "Spørg det selskab, du var forsikret i før, om det betaler den undersøgelse, der begyndte dér.",
    "Spør selskapet du var forsikret i før, om det betaler undersøkelsen som begynte der.",
    "Ask the insurer that you had before whether it pays for the examination that began there.",
)
"""Who may pay for what began before the person was insured with us."""

TOGETHER = _texts("Alt dette skal til:", "Alt dette må til:", "All of this is needed:")
IN_OUR_NETWORK = _texts(
    "Vælg en behandler i vores netværk.",
    "Velg en behandler i nettverket vårt.",
    "Choose a practitioner in our network.",
)
"""What to choose beside other changes, when several are needed."""

OTHER_POLICY: Mapping[str, Texts] = {
    "leisure": _texts(
        "Sagen hører til en forsikring for arbejdet. Har du også en sådan forsikring, så anmeld sagen under "
        "den. Er det forkert, så ret dit svar i sagen.",
        "Saken hører til en forsikring for arbeidet. Har du også en slik forsikring, så meld saken under "
        "den. Er det feil, så rett svaret ditt i saken.",
        "The case belongs to an insurance for work. If you also have such an insurance, report the case "
        "under it. If that is wrong, correct your answer in the case.",
    ),
    "work": _texts(
        "Sagen hører til en forsikring for fritiden. Har du også en sådan forsikring, så anmeld sagen under "
        "den. Er det forkert, så ret dit svar i sagen.",
        "Saken hører til en forsikring for fritiden. Har du også en slik forsikring, så meld saken under "
        "den. Er det feil, så rett svaret ditt i saken.",
        "The case belongs to an insurance for leisure time. If you also have such an insurance, report the "
        "case under it. If that is wrong, correct your answer in the case.",
    ),
}
"""Which other policy a case belongs to, by the cause that the policy of the denial insures (R-301, R-602)."""

COMPLAINT: Mapping[str, Texts] = {
    "department": _texts(
        "Er du uenig, så skriv først til den afdeling, der har afgjort sagen{place}.",
        "Er du uenig, skriv først til avdelingen som har avgjort saken{place}.",
        "If you disagree, write first to the department that decided the case{place}.",
    ),
    "quality": _texts(
        "Er du stadig uenig, så skriv til kvalitetsafdelingen samme sted. Den behandler klager.",
        "Er du fortsatt uenig, skriv til kvalitetsavdelingen samme sted. Den behandler klager.",
        "If you still disagree, write to the quality department at the same place. It handles complaints.",
    ),
}
"""The payer's own steps of a complaint (R-1501), with the ``place`` that reads letters or mails; the board
after them is in the country's profile."""
