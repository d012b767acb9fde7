"""General texts of a language: the sentences that belong to no single rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from helsebro.coverage.texts.fact_texts import texts_in_case
from helsebro.coverage.texts.sentence import filled
from helsebro.coverage.texts.text_lines import text_line
from helsebro.plain_words import plain_words

FOLDER = "general"
CAUSE = "cause"
"""The fact that decides which of a person's policies applies: for a case, only one is right."""
EVENT = "event."
"""What happened is as it was told: no other answer is suggested, since it would be untrue."""
PAPERS = frozenset(
    {
        "evidence.referral",
        "evidence.policeReport",
        "evidence.specialistOrder",
        "evidence.writtenConsent",
        "evidence.doctorsNamed",
        "evidence.informationOutstanding",
    }
)
"""Facts whose name is that of something the member sends."""
APPROVAL = "evidence.approvedBeforehand"
"""The fact that only we can bring about."""


def general_sentence(name: str, values: Mapping[str, object], language: str) -> str:
    """Returns a general sentence; texts among the values are words already.

    Raises ``KeyError`` for an unknown name, or a value that the template needs and that is absent.
    """
    return filled(general_template(name, language), values, plain_words(language), lambda _, word: word)


def general_template(name: str, language: str) -> str:
    """Returns the template of a general sentence. Raises ``KeyError`` for an unknown name."""
    found = text_line(FOLDER, language, name)
    if not isinstance(found, str):
        raise KeyError(name)
    return found


def missing_sentences(
    kind: str,
    paths: Sequence[str],
    language: str,
    home: str,
    rule: str = "",
    facts: Mapping[str, object] | None = None,
) -> str:
    """Returns the sentences of the missing facts.

    ``kind`` is ``require``, ``decided`` or ``denied``. ``rule`` asks for its own paper, where a more general
    one does not do; ``facts`` are those known.
    """
    names = {path: _name(path, language, home, rule, facts or {}) for path in paths if path != APPROVAL}
    papers = [name for path, name in names.items() if path in PAPERS]
    known = [name for path, name in names.items() if path not in PAPERS]
    clauses = plain_words(language).of_clauses(known)
    return " ".join(
        [
            *([general_sentence(f"{kind}.paper", {"names": papers}, language)] if papers else []),
            *([general_sentence(f"{kind}.fact", {"names": clauses}, language)] if known else []),
            *([general_template(f"{kind}.approval", language)] if APPROVAL in paths else []),
            *([] if paths else [general_template("require.bare", language)]),
        ]
    )


def _name(path: str, language: str, home: str, rule: str, facts: Mapping[str, object]) -> str:
    own = text_line(FOLDER, language, f"{path}.{rule}")
    return str(own) if own else texts_in_case(path, facts, language, home).name
