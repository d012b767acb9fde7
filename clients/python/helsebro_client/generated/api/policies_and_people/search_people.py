from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.found_people import FoundPeople
from ...models.problem import Problem
from ...models.sought_person import SoughtPerson
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: SoughtPerson,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/people/search",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> FoundPeople | Problem | None:
    if response.status_code == 200:
        response_200 = FoundPeople.from_dict(response.json())

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

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

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
) -> Response[FoundPeople | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: SoughtPerson,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[FoundPeople | Problem]:
    """Finds persons whom the caseworker's payer insures, or insured, by what a caller can say

     Finds persons whom the caseworker's payer insures, or insured, by what a caller can say.

    A search by a whole CPR number or fødselsnummer needs a login of at most 5 minutes. At most 20
    persons are
    shown, without their numbers. Who searched, by which field, and whom the answer showed is kept; what
    was
    searched for is not. It changes nothing.

    Who: caseworker.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (SoughtPerson): Whom to look for: exactly one of `cpr`, `fnr`, `phone`, `name` and
            `caseNumber`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FoundPeople | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
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
    body: SoughtPerson,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> FoundPeople | Problem | None:
    """Finds persons whom the caseworker's payer insures, or insured, by what a caller can say

     Finds persons whom the caseworker's payer insures, or insured, by what a caller can say.

    A search by a whole CPR number or fødselsnummer needs a login of at most 5 minutes. At most 20
    persons are
    shown, without their numbers. Who searched, by which field, and whom the answer showed is kept; what
    was
    searched for is not. It changes nothing.

    Who: caseworker.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (SoughtPerson): Whom to look for: exactly one of `cpr`, `fnr`, `phone`, `name` and
            `caseNumber`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FoundPeople | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: SoughtPerson,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[FoundPeople | Problem]:
    """Finds persons whom the caseworker's payer insures, or insured, by what a caller can say

     Finds persons whom the caseworker's payer insures, or insured, by what a caller can say.

    A search by a whole CPR number or fødselsnummer needs a login of at most 5 minutes. At most 20
    persons are
    shown, without their numbers. Who searched, by which field, and whom the answer showed is kept; what
    was
    searched for is not. It changes nothing.

    Who: caseworker.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (SoughtPerson): Whom to look for: exactly one of `cpr`, `fnr`, `phone`, `name` and
            `caseNumber`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FoundPeople | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: SoughtPerson,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> FoundPeople | Problem | None:
    """Finds persons whom the caseworker's payer insures, or insured, by what a caller can say

     Finds persons whom the caseworker's payer insures, or insured, by what a caller can say.

    A search by a whole CPR number or fødselsnummer needs a login of at most 5 minutes. At most 20
    persons are
    shown, without their numbers. Who searched, by which field, and whom the answer showed is kept; what
    was
    searched for is not. It changes nothing.

    Who: caseworker.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (SoughtPerson): Whom to look for: exactly one of `cpr`, `fnr`, `phone`, `name` and
            `caseNumber`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FoundPeople | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
        )
    ).parsed
