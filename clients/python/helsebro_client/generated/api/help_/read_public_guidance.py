from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.public_guidance import PublicGuidance
from ...models.read_public_guidance_country import (
    ReadPublicGuidanceCountry,
)
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    country: ReadPublicGuidanceCountry | Unset = UNSET,
    age: int | Unset = UNSET,
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

    params["age"] = age

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/guidance",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | PublicGuidance | None:
    if response.status_code == 200:
        response_200 = PublicGuidance.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

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
) -> Response[Problem | PublicGuidance]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    country: ReadPublicGuidanceCountry | Unset = UNSET,
    age: int | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[Problem | PublicGuidance]:
    """Returns how to get a referral, a medical record and a description of images

     Returns how to get a referral, a medical record and a description of images.

    It is for everyone, also for who cannot log in, and for staff with a person on the phone. `country`
    is
    where the person lives; without it, the country whose language the caller reads. With an `age` under
    15 it
    says how a guardian gets the papers of a child. The guidance of a claim also says what that claim
    lacks.

    Who: anyone.

    Args:
        country (ReadPublicGuidanceCountry | Unset):
        age (int | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | PublicGuidance]
    """

    kwargs = _get_kwargs(
        country=country,
        age=age,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    country: ReadPublicGuidanceCountry | Unset = UNSET,
    age: int | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Problem | PublicGuidance | None:
    """Returns how to get a referral, a medical record and a description of images

     Returns how to get a referral, a medical record and a description of images.

    It is for everyone, also for who cannot log in, and for staff with a person on the phone. `country`
    is
    where the person lives; without it, the country whose language the caller reads. With an `age` under
    15 it
    says how a guardian gets the papers of a child. The guidance of a claim also says what that claim
    lacks.

    Who: anyone.

    Args:
        country (ReadPublicGuidanceCountry | Unset):
        age (int | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | PublicGuidance
    """

    return sync_detailed(
        client=client,
        country=country,
        age=age,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    country: ReadPublicGuidanceCountry | Unset = UNSET,
    age: int | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[Problem | PublicGuidance]:
    """Returns how to get a referral, a medical record and a description of images

     Returns how to get a referral, a medical record and a description of images.

    It is for everyone, also for who cannot log in, and for staff with a person on the phone. `country`
    is
    where the person lives; without it, the country whose language the caller reads. With an `age` under
    15 it
    says how a guardian gets the papers of a child. The guidance of a claim also says what that claim
    lacks.

    Who: anyone.

    Args:
        country (ReadPublicGuidanceCountry | Unset):
        age (int | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | PublicGuidance]
    """

    kwargs = _get_kwargs(
        country=country,
        age=age,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    country: ReadPublicGuidanceCountry | Unset = UNSET,
    age: int | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Problem | PublicGuidance | None:
    """Returns how to get a referral, a medical record and a description of images

     Returns how to get a referral, a medical record and a description of images.

    It is for everyone, also for who cannot log in, and for staff with a person on the phone. `country`
    is
    where the person lives; without it, the country whose language the caller reads. With an `age` under
    15 it
    says how a guardian gets the papers of a child. The guidance of a claim also says what that claim
    lacks.

    Who: anyone.

    Args:
        country (ReadPublicGuidanceCountry | Unset):
        age (int | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | PublicGuidance
    """

    return (
        await asyncio_detailed(
            client=client,
            country=country,
            age=age,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
        )
    ).parsed
