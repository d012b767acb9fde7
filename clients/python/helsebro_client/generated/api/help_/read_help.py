from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.help_ import Help
from ...models.problem import Problem
from ...models.read_help_country import ReadHelpCountry
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    country: ReadHelpCountry | Unset = UNSET,
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

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/help",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Help | Problem | None:
    if response.status_code == 200:
        response_200 = Help.from_dict(response.json())

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
) -> Response[Help | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    country: ReadHelpCountry | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[Help | Problem]:
    """Returns how to reach support, and what to do when it is urgent

     Returns how to reach support, and what to do when it is urgent.

    With `country` it names only that country's numbers. Without it the text is that of the country
    whose
    language the caller reads, and the numbers are those of all countries.

    Who: anyone.

    Args:
        country (ReadHelpCountry | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Help | Problem]
    """

    kwargs = _get_kwargs(
        country=country,
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
    country: ReadHelpCountry | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Help | Problem | None:
    """Returns how to reach support, and what to do when it is urgent

     Returns how to reach support, and what to do when it is urgent.

    With `country` it names only that country's numbers. Without it the text is that of the country
    whose
    language the caller reads, and the numbers are those of all countries.

    Who: anyone.

    Args:
        country (ReadHelpCountry | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Help | Problem
    """

    return sync_detailed(
        client=client,
        country=country,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    country: ReadHelpCountry | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[Help | Problem]:
    """Returns how to reach support, and what to do when it is urgent

     Returns how to reach support, and what to do when it is urgent.

    With `country` it names only that country's numbers. Without it the text is that of the country
    whose
    language the caller reads, and the numbers are those of all countries.

    Who: anyone.

    Args:
        country (ReadHelpCountry | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Help | Problem]
    """

    kwargs = _get_kwargs(
        country=country,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    country: ReadHelpCountry | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Help | Problem | None:
    """Returns how to reach support, and what to do when it is urgent

     Returns how to reach support, and what to do when it is urgent.

    With `country` it names only that country's numbers. Without it the text is that of the country
    whose
    language the caller reads, and the numbers are those of all countries.

    Who: anyone.

    Args:
        country (ReadHelpCountry | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Help | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            country=country,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
        )
    ).parsed
