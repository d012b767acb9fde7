"""The coverage engine: decides a question of cover clause by clause and explains itself.

``decide(question, cover, today)`` asks every rule of the product's terms that may bear and answers with the
outcome, the trail, the grant, what is missing and what would change it. Terms are data (``terms/*.json``),
loaded and checked when a product is first decided on.
"""

from helsebro.coverage.cover import Cover
from helsebro.coverage.decision import Decision, Flip, Outcome, Step
from helsebro.coverage.engine import check_against, decide, faults_against, misses
from helsebro.coverage.grant import Grant
from helsebro.coverage.product import product
from helsebro.coverage.question import Condition, Earlier, Evidence, Happening, Question, Treater, Treatment
from helsebro.coverage.retelling import retold
from helsebro.coverage.router import cause_of, covers_for
from helsebro.coverage.row_check import BadTerms

__all__ = [
    "BadTerms",
    "Condition",
    "Cover",
    "Decision",
    "Earlier",
    "Evidence",
    "Flip",
    "Grant",
    "Happening",
    "Outcome",
    "Question",
    "Step",
    "Treater",
    "Treatment",
    "cause_of",
    "check_against",
    "covers_for",
    "decide",
    "faults_against",
    "misses",
    "product",
    "retold",
]
