"""Quality: second looks at decisions, and the figures of what was decided.

Its functions know payers and counts, and no case: the tasks of a second look are those of ``decisions``.
"""

from __future__ import annotations

from infra import grants
from infra.areas import Area
from infra.parts import Parts
from infra.platform import partitions

AREA = Area.INSURANCE


def add_functions(parts: Parts) -> None:
    """``second_looks`` keeps how many decisions are drawn, ``decision_figures`` reads the counts."""
    second_looks = parts.function("second_looks")
    grants.of_no_case(parts, second_looks, partitions.SECOND_LOOKS, "get", "put")

    figures = parts.function("decision_figures", "charts")
    grants.of_no_case(parts, figures, partitions.DECISION_COUNTS, "query")
