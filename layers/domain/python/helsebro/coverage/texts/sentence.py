"""Sentence: a template of the texts, filled with the values of a case.

A template is plain text with these marks:

``{treatment.startsOn}``            the value in words: a day, an amount, a number, or the word for a value
``{until-1}``                       the day before a day, or the number less one: the last that still holds
``{left#treatment#treatments}``     the first word when the value is one, else the second
``[since {condition.arisenOn}|x]``  the first part, or the second when a value of the first is unknown; ``|x``
                                    may be left out
``[?treatment.inNetwork=true a|b]`` the first part when the value is exactly this, else the second; a list
                                    must hold it, and an amount is compared without its currency
``[?treatment.type=gp,acute a|b]``  the first part when the value is one of these

Brackets may stand within brackets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from helsebro.plain_words import PlainWords, one_full_stop

VALUE = re.compile(r"\{([\w.]+)(-1)?(?:#([^{}#]*)#([^{}#]*))?\}")
CHOICE = re.compile(r"\[(?:\?([\w.]+)=(\S+) )?([^\[\]|]*)(?:\|([^\[\]|]*))?\]")
WordOf = Callable[[str, str], str]
"""Returns the word for a value of an enumeration, by the name of its fact."""


def filled(template: str, values: Mapping[str, object], words: PlainWords, word_of: WordOf) -> str:
    """Returns the sentence for the values, which are JSON values by name; what is unknown is absent.

    Raises ``KeyError`` for a value outside brackets that is unknown.
    """

    def chosen(choice: re.Match[str]) -> str:
        name, wanted, first, second = choice.groups()
        if name:
            holds = not set(wanted.split(",")).isdisjoint(_texts_of(values.get(name)))
        else:
            holds = all(values.get(known) is not None for known in _names(first))
        return (first if holds else second) or ""

    def value(mark: re.Match[str]) -> str:
        name, less_one, single, plural = mark.groups()
        found = _one_less(values[name]) if less_one else values[name]
        if single is not None:
            return single if found == 1 else plural
        return words.spoken(found, lambda code: word_of(name, code))

    while CHOICE.search(template):
        template = CHOICE.sub(chosen, template)
    return one_full_stop(" ".join(VALUE.sub(value, template).split()))


@cache
def names_in(template: str) -> tuple[frozenset[str], frozenset[str]]:
    """Returns the names that a template always needs, and those that it can do without."""
    optional = set[str]()
    while CHOICE.search(template):
        for name, _, first, second in CHOICE.findall(template):
            optional |= {*_names(first), *_names(second), *filter(None, (name,))}
        template = CHOICE.sub("", template)
    return frozenset(_names(template)), frozenset(optional)


def _names(part: str) -> Iterator[str]:
    return (found[0] for found in VALUE.findall(part))


def _texts_of(value: object) -> Iterator[str]:
    """Yields a value as templates compare it; each part of a list."""
    if isinstance(value, list | tuple):
        for part in value:
            yield from _texts_of(part)
    elif isinstance(value, Mapping):
        yield f"{Decimal(str(value['amount'])).normalize():f}"
    else:
        yield str(value).lower() if isinstance(value, bool) else str(value)


def _one_less(value: object) -> object:
    if isinstance(value, str):
        return (date.fromisoformat(value) - timedelta(days=1)).isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value - 1
    raise TypeError(f"{type(value).__name__} is no day and no number")
