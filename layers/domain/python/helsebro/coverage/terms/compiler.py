"""Checks a file of terms row by row and compiles it; a fault names its file, row and field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from helsebro.coverage.question import vocabulary
from helsebro.coverage.question.facts import PATHS, Situation
from helsebro.coverage.rules import fields
from helsebro.coverage.rules.all_kinds import KINDS
from helsebro.coverage.rules.conditions import BadCondition, CompiledCondition, compile_condition, joined
from helsebro.coverage.rules.finding import Evaluate, Finding
from helsebro.coverage.rules.kinds import requirement
from helsebro.coverage.rules.mistake import Mistake, refused
from helsebro.coverage.rules.rule import Kind, Row, Rule
from helsebro.coverage.terms.whole_terms import MISSING, NO_ROW, PlacedRow, TermsFault, TermsJson, WholeTerms
from helsebro.coverage.trail import Effect

RowMistake = tuple[str, Mistake]
"""The field of a row, and what is wrong with it."""

CONDITIONS = ("when", "needs", "unless", "refers")
FALSE_WHEN_ABSENT = frozenset({"unless", "refers"})
COMMON = frozenset({"rule", "clause", "kind", "text", "papers", *CONDITIONS})
NAMES_A_FACT = ("from", "fromFact", "mostFact", "mostStated", "perKmOf", "less")
"""Fields of a row whose value may be the path of a fact, which the row then reads."""
HEAD = {"product": str, "clauses": list, "parameters": dict}
"""Fields that the head of every file has."""
DENIED: frozenset[Effect] = frozenset({"deny"})
"""The effect of a need that is not met."""
NEVER = CompiledCondition(lambda _facts: False, frozenset(), {})


class BadTerms(Exception):
    """A file of terms cannot be used. ``faults`` are all of its faults: row, field and what is wrong."""

    def __init__(self, file: str, faults: Sequence[TermsFault]) -> None:
        self.file = file
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{file}: row {row}, field {field}: {why}" for row, field, why in faults))


def compile_rows(terms: WholeTerms, file: str) -> tuple[tuple[Rule, ...], Mapping[str, object]]:
    """Returns the rules and default parameters of a file. Raises ``BadTerms`` with every fault."""
    faults = [*terms.faults, *(_faults_of(terms.head) if terms.head is not None else ())]
    if terms.head is None or _lacking(terms.head):
        raise BadTerms(file, faults)
    seen: set[str] = set()
    rules = [_rule(row, terms.head, seen, faults) for row in terms.rows]
    if faults:
        raise BadTerms(file, faults)
    return tuple(rule for rule in rules if rule), _parameters(terms.head)


def _lacking(head: TermsJson) -> list[str]:
    """Returns the missing or wrong fields without which no row can be checked."""
    return [name for name, sort in HEAD.items() if type(head.get(name)) is not sort]


def _is_cause(value: object) -> bool:
    return value is None or (value in vocabulary.CAUSES and value != "unknown")


def _are_modules(value: object) -> bool:
    return isinstance(value, list) and all(module in vocabulary.MODULES for module in value)


OF_THE_PRODUCT: Mapping[str, Callable[[object], bool]] = {
    "title": lambda value: isinstance(value, Mapping),
    "family": fields.text,
    "prefix": fields.text,
    "cause": _is_cause,
    "modules": _are_modules,
}
"""Other fields that a head may have; ``product_head`` reads them."""


def _faults_of(head: TermsJson) -> Iterator[TermsFault]:
    """Yields the faults of a head: its required fields, its optional fields and the product's parameters."""
    for name in _lacking(head):
        yield NO_ROW, name, MISSING
    for name, value in head.items():
        check = OF_THE_PRODUCT.get(name)
        if check is None and name not in HEAD:
            yield NO_ROW, name, Mistake("terms-field-unknown")
        elif check is not None and not _passes(check, value):
            yield NO_ROW, name, refused(value)
    for name, value in _parameters(head).items():
        if not (fields.flag(value) or fields.count(value) or fields.text(value)):
            yield NO_ROW, f"parameters.{name}", refused(value)


def _parameters(head: TermsJson) -> TermsJson:
    found = head.get("parameters")
    return found if isinstance(found, Mapping) else {}


def _rule(placed: PlacedRow, head: TermsJson, seen: set[str], faults: list[TermsFault]) -> Rule | None:
    row, parameters = placed.row, _parameters(head)
    if not isinstance(row, Mapping):
        faults.append((placed.name, NO_ROW, Mistake("terms-not-an-object")))
        return None
    kind = KINDS.get(str(row.get("kind")))
    found = [*_identity(row, seen, head["clauses"]), *(_texts(row) if "text" in row else ())]
    if kind is None:
        found.append(("kind", Mistake("terms-kind-unknown", ", ".join(sorted(KINDS)))))
    else:
        found.extend(_fields(row, kind))
        found.extend(_of_head(row, parameters))
    conditions = {field: _condition(row, field, found) for field in CONDITIONS}
    papers = _papers(row, found)
    if found or kind is None:
        faults.extend((placed.name, field, why) for field, why in found)
        return None
    return _compiled(row, kind, conditions, papers, parameters)


def _identity(row: Mapping[str, object], seen: set[str], clauses: object) -> list[RowMistake]:
    found = []
    rule = row.get("rule")
    if not isinstance(rule, str) or not rule.startswith("R-"):
        found.append(("rule", Mistake("terms-rule-malformed")))
    elif rule in seen:
        found.append(("rule", Mistake("terms-rule-repeated")))
    else:
        seen.add(rule)
    if not isinstance(clauses, list) or row.get("clause") not in clauses:
        found.append(("clause", Mistake("terms-clause-unknown", str(row.get("clause")))))
    return found


def _texts(row: Mapping[str, object]) -> list[RowMistake]:
    """Returns the faults of a draft's own texts; stored terms have theirs in ``coverage/texts``."""
    text = row["text"]
    texts = text if isinstance(text, Mapping) else {}
    return [
        (f"text.{language}", MISSING)
        for language in vocabulary.LANGUAGES
        if not isinstance(texts.get(language), str) or not texts[language].strip()
    ]


def _fields(row: Mapping[str, object], kind: Kind) -> list[RowMistake]:
    found = [
        (name, Mistake("terms-field-unknown")) for name in row if name not in COMMON | kind.fields.keys()
    ]
    found += [(name, MISSING) for name in sorted(kind.required - row.keys())]
    found += [
        (name, refused(row[name]))
        for name, check in kind.fields.items()
        if name in row and not _passes(check, row[name])
    ]
    return found or _choices(row, kind)


def _choices(row: Mapping[str, object], kind: Kind) -> list[RowMistake]:
    """Returns the faults of fields that replace each other, or that have no effect alone."""
    found = [
        ("/".join(sorted(choice)), Mistake("terms-field-choice", ", ".join(sorted(choice))))
        for choice in kind.one_of
        if choice.isdisjoint(row)
    ]
    return found + [
        (name, Mistake("terms-field-alone", ", ".join(sorted(others))))
        for name, others in kind.only_with.items()
        if name in row and others.isdisjoint(row)
    ]


def _passes(check: Callable[[object], bool], value: object) -> bool:
    """Returns whether a field may hold a value; an object or a list in place of a name may not."""
    try:
        return check(value)
    except TypeError:
        return False


def _of_head(row: Mapping[str, object], known: TermsJson) -> list[RowMistake]:
    """Returns the fault of a limit that a policy may set: the product's own, if any, must be a number too."""
    name = row.get("parameter")
    if not isinstance(name, str) or name not in known or fields.count(known[name]):
        return []
    return [("parameter", refused(known[name]))]


def _condition(row: Mapping[str, object], field: str, found: list[RowMistake]) -> CompiledCondition:
    if field not in row:
        return NEVER if field in FALSE_WHEN_ABSENT else compile_condition({})
    try:
        return compile_condition(row[field])
    except BadCondition as fault:
        found.append((field, fault.mistake))
        return NEVER
    except TypeError:
        # An object or a list in place of a name.
        found.append((field, refused(row[field])))
        return NEVER


def _papers(row: Mapping[str, object], found: list[RowMistake]) -> dict[str, CompiledCondition]:
    papers = row.get("papers", {})
    if not isinstance(papers, Mapping):
        found.append(("papers", Mistake("terms-not-an-object")))
        return {}
    return {str(path): _condition({"papers": {path: papers[path]}}, "papers", found) for path in papers}


def _compiled(
    row: Mapping[str, object],
    kind: Kind,
    conditions: Mapping[str, CompiledCondition],
    papers: Mapping[str, CompiledCondition],
    parameters: TermsJson,
) -> Rule:
    own = {name: value for name, value in row.items() if name not in COMMON}
    checked = Row(**conditions, papers=papers, parameters=own, defaults=parameters, rule=str(row["rule"]))
    parts = [*conditions.values(), *papers.values()]
    reads, values = joined(parts)
    named = (str(own[name]) for name in NAMES_A_FACT if own.get(name) in PATHS)
    reads |= kind.reads.union(named, *(kind.reads_with[name] for name in own.keys() & kind.reads_with.keys()))
    return Rule(
        id=str(row["rule"]),
        clause=str(row["clause"]),
        kind=str(row["kind"]),
        effects=kind.effects(checked) | (DENIED if checked.needs.reads else frozenset()),
        evaluate=_build(kind, checked, bool(papers) or "needs" in row),
        reads=reads,
        values=values,
        treatments=_treatments(row.get("when")),
        module=str(own.get("module", "")),
        row=checked,
    )


def _build(kind: Kind, row: Row, demands: bool) -> Evaluate:
    """Returns the evaluation of a row; when it also demands papers or facts, it requires them first."""
    evaluate, demand = kind.build(row), requirement.build(row)
    if not demands or kind is requirement.KIND:
        return evaluate

    def both(situation: Situation) -> Finding | None:
        found = evaluate(situation)
        if found is not None and found.denies:
            return found
        lacking = demand(situation)
        return lacking if lacking is not None and lacking.effect != "grant" else found

    return both


def _treatments(when: object) -> frozenset[str] | None:
    """Returns the treatment types that the row's ``when`` names directly; None when it names none."""
    types = when.get("treatment.type") if isinstance(when, Mapping) else None
    if isinstance(types, str):
        return frozenset({types})
    return frozenset(types) if isinstance(types, list) else None
