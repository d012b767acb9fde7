from typing import Literal

SimulationCause = Literal["leisure", "unknown", "work"]

SIMULATION_CAUSE_VALUES: set[SimulationCause] = {
    "leisure",
    "unknown",
    "work",
}


def check_simulation_cause(value: str) -> SimulationCause:
    if value in SIMULATION_CAUSE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SIMULATION_CAUSE_VALUES!r}")
