"""What only Denmark has, and words that are Danish and not Norwegian: a member in Norway reads neither."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

OF_DENMARK = re.compile(
    r"[»«\"]danmark[»«\"]|sy[gk]eforsikring|ankenævn|dansk|ydernummer|sundhed\.dk|lægevagt|\b112\b|\b1813\b"
    r"|\bRAB\b|\bROD\b|\bDKK\b|\d kr\.|\d\.\d{3}",
    re.I,
)
"""Institutions, schemes, numbers to call, and the way to write money."""
DANISH_WORDS = frozenset(
    "ad af afbud aflyst aftale aftalt almindelig anden andet arbejde arbejdet begrundelsen begynde "
    "begynder begyndte beløb beløbet betingelserne blev bliver brug bruges brugt dage derefter dig "
    "driftsaftale efter end endnu fejl forbi forkert forløb forløbet fået gange give giver givet "
    "godkendelse godkendt gælder gør gøre hvad hvornår hændelse hændelsen højst igen imod ind "
    "inden indlæggelse jer jeres kender klinik kræft kræver lidt lige læg længere læs læse maj marts "
    "medicin mellem mere mig mindst misbrug mod nej netværk netværket nogen noget nu nyt "
    "næste nætter op opfylde opfylder opfyldt opstod opstået os overnatning policen præmie "
    "præmien ret sag sagen selskabets sidste sig sker skete skriftligt slut syg syge sygesikring tag "
    "tager tilbage tilskud uanset ud uden udløb udløber udredning uge uger undtagelse vej vejledning "
    "vores væsentligt åbn årsag årsagen ændre ændret ændring".split()
)
PARTS = re.compile(
    r"læge|hjælp|sundhed|sygdom|sygehus|dækk|dækn|tillæg|afgør|ophør|oplys|spørgs|udgift|undersøgel|afslag"
)
"""Parts of Danish words that no Norwegian word has."""
NOT_ENGLISH = re.compile(r"\b(af|dig|din|dit|du|eller|hvis|ikke|med|og|på|som|til|vi)\b|[æøå]", re.I)
_WORD = re.compile(r"\b[a-zæøå]+\b(?![\w.]*\.(?:dk|no)\b)")
"""A whole word that is no part of the address of a page, nor letters between the digits of a random id."""


def danish_in(texts: Iterable[str]) -> Mapping[str, list[str]]:
    """Returns the texts that have a word of Denmark, each with these words."""
    found = {text: [*OF_DENMARK.findall(text), *danish_words(text)] for text in texts}
    return {text: words for text, words in found.items() if words}


def is_danish_for(language: str, text: str) -> bool:
    """Returns whether a text for readers of ``nb`` or ``en`` is Danish."""
    return bool(danish_words(text)) if language == "nb" else bool(NOT_ENGLISH.search(text))


def danish_words(text: str) -> list[str]:
    """Returns the words of a Norwegian text that are Danish."""
    words = _WORD.findall(text.lower())
    return [word for word in words if word in DANISH_WORDS or PARTS.search(word)]
