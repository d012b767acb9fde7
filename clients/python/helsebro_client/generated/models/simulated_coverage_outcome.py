from typing import Literal

SimulatedCoverageOutcome = Literal["covered", "needs-evidence", "not-covered", "refer"]

SIMULATED_COVERAGE_OUTCOME_VALUES: set[SimulatedCoverageOutcome] = {
    "covered",
    "needs-evidence",
    "not-covered",
    "refer",
}


def check_simulated_coverage_outcome(value: str) -> SimulatedCoverageOutcome:
    if value in SIMULATED_COVERAGE_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SIMULATED_COVERAGE_OUTCOME_VALUES!r}")
