from typing import Literal

EndpointWithSecretDisabledBecauseType0 = Literal["failing", "gone"]

ENDPOINT_WITH_SECRET_DISABLED_BECAUSE_TYPE_0_VALUES: set[EndpointWithSecretDisabledBecauseType0] = {
    "failing",
    "gone",
}


def check_endpoint_with_secret_disabled_because_type_0(value: str) -> EndpointWithSecretDisabledBecauseType0:
    if value in ENDPOINT_WITH_SECRET_DISABLED_BECAUSE_TYPE_0_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ENDPOINT_WITH_SECRET_DISABLED_BECAUSE_TYPE_0_VALUES!r}"
    )
