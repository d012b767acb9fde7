from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.fact_form import FactForm
from ...models.problem import Problem
from ...models.read_fact_form_country import (
    ReadFactFormCountry,
)
from ...models.read_fact_form_treatment import (
    ReadFactFormTreatment,
)
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    country: ReadFactFormCountry | Unset = UNSET,
    treatment: ReadFactFormTreatment | Unset = UNSET,
    person_id: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    params: dict[str, Any] = {}

    json_country: str | Unset = UNSET
    if not isinstance(country, Unset):
        json_country = country

    params["country"] = json_country

    json_treatment: str | Unset = UNSET
    if not isinstance(treatment, Unset):
        json_treatment = treatment

    params["treatment"] = json_treatment

    params["personId"] = person_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/coverage/facts",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> FactForm | Problem | None:
    if response.status_code == 200:
        response_200 = FactForm.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[FactForm | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    country: ReadFactFormCountry | Unset = UNSET,
    treatment: ReadFactFormTreatment | Unset = UNSET,
    person_id: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[FactForm | Problem]:
    """Returns every fact that a report or a simulation can state, in the order in which a form asks

     Returns every fact that a report or a simulation can state, in the order in which a form asks.

    It holds nothing personal and may be cached for an hour. `country` is the payer's country, by
    default the
    caller's, and chooses its words. A member gets the choices that a member can know.

    With `personId` of someone else, such as a child, the questions are about "the patient" instead of
    "you".
    With `treatment` it holds only what the first form for that treatment asks of a member; `required`
    are the
    facts that the review of a claim waits for. What an answer makes necessary is asked on the claim.

    Who: caseworker, member.

    Args:
        country (ReadFactFormCountry | Unset):
        treatment (ReadFactFormTreatment | Unset):
        person_id (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FactForm | Problem]
    """

    kwargs = _get_kwargs(
        country=country,
        treatment=treatment,
        person_id=person_id,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    country: ReadFactFormCountry | Unset = UNSET,
    treatment: ReadFactFormTreatment | Unset = UNSET,
    person_id: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> FactForm | Problem | None:
    """Returns every fact that a report or a simulation can state, in the order in which a form asks

     Returns every fact that a report or a simulation can state, in the order in which a form asks.

    It holds nothing personal and may be cached for an hour. `country` is the payer's country, by
    default the
    caller's, and chooses its words. A member gets the choices that a member can know.

    With `personId` of someone else, such as a child, the questions are about "the patient" instead of
    "you".
    With `treatment` it holds only what the first form for that treatment asks of a member; `required`
    are the
    facts that the review of a claim waits for. What an answer makes necessary is asked on the claim.

    Who: caseworker, member.

    Args:
        country (ReadFactFormCountry | Unset):
        treatment (ReadFactFormTreatment | Unset):
        person_id (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FactForm | Problem
    """

    return sync_detailed(
        client=client,
        country=country,
        treatment=treatment,
        person_id=person_id,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    country: ReadFactFormCountry | Unset = UNSET,
    treatment: ReadFactFormTreatment | Unset = UNSET,
    person_id: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[FactForm | Problem]:
    """Returns every fact that a report or a simulation can state, in the order in which a form asks

     Returns every fact that a report or a simulation can state, in the order in which a form asks.

    It holds nothing personal and may be cached for an hour. `country` is the payer's country, by
    default the
    caller's, and chooses its words. A member gets the choices that a member can know.

    With `personId` of someone else, such as a child, the questions are about "the patient" instead of
    "you".
    With `treatment` it holds only what the first form for that treatment asks of a member; `required`
    are the
    facts that the review of a claim waits for. What an answer makes necessary is asked on the claim.

    Who: caseworker, member.

    Args:
        country (ReadFactFormCountry | Unset):
        treatment (ReadFactFormTreatment | Unset):
        person_id (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FactForm | Problem]
    """

    kwargs = _get_kwargs(
        country=country,
        treatment=treatment,
        person_id=person_id,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    country: ReadFactFormCountry | Unset = UNSET,
    treatment: ReadFactFormTreatment | Unset = UNSET,
    person_id: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> FactForm | Problem | None:
    """Returns every fact that a report or a simulation can state, in the order in which a form asks

     Returns every fact that a report or a simulation can state, in the order in which a form asks.

    It holds nothing personal and may be cached for an hour. `country` is the payer's country, by
    default the
    caller's, and chooses its words. A member gets the choices that a member can know.

    With `personId` of someone else, such as a child, the questions are about "the patient" instead of
    "you".
    With `treatment` it holds only what the first form for that treatment asks of a member; `required`
    are the
    facts that the review of a claim waits for. What an answer makes necessary is asked on the claim.

    Who: caseworker, member.

    Args:
        country (ReadFactFormCountry | Unset):
        treatment (ReadFactFormTreatment | Unset):
        person_id (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FactForm | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            country=country,
            treatment=treatment,
            person_id=person_id,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
        )
    ).parsed
