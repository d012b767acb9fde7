from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.guarantee import Guarantee
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    guarantee_id: str,
    *,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    if not isinstance(helsebro_clinic, Unset):
        headers["helsebro-clinic"] = helsebro_clinic

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/guarantees/{guarantee_id}".format(
            guarantee_id=quote(str(guarantee_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Guarantee | Problem | None:
    if response.status_code == 200:
        response_200 = Guarantee.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

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
) -> Response[Guarantee | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    guarantee_id: str,
    *,
    client: AuthenticatedClient,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> Response[Guarantee | Problem]:
    """Returns a guarantee

     Returns a guarantee.

    A clinic reads the guarantees that are for the clinic or have a booking there. A practitioner of
    it reads those of the own clients. When staff matched the client to the clinic, `client` and
    `insurer` say
    who is to be contacted and who pays, until the clinic declines, the guarantee ends or is revoked, or
    the
    consent ends. After the practitioner left they do so while a session is booked there or was held,
    until
    the client is treated elsewhere. Then `status` is `ended` for the clinic, which reads only its own
    part.
    A clinic sees in `askedExtensions` what became of the sessions that it asked for.
    Staff and clinic see in `warnings` when the client of a match cannot be reached.

    Who: caseworker, clinic-system, clinic-user, finance, member, quality.

    Args:
        guarantee_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        helsebro_clinic (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Guarantee | Problem]
    """

    kwargs = _get_kwargs(
        guarantee_id=guarantee_id,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        helsebro_clinic=helsebro_clinic,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    guarantee_id: str,
    *,
    client: AuthenticatedClient,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> Guarantee | Problem | None:
    """Returns a guarantee

     Returns a guarantee.

    A clinic reads the guarantees that are for the clinic or have a booking there. A practitioner of
    it reads those of the own clients. When staff matched the client to the clinic, `client` and
    `insurer` say
    who is to be contacted and who pays, until the clinic declines, the guarantee ends or is revoked, or
    the
    consent ends. After the practitioner left they do so while a session is booked there or was held,
    until
    the client is treated elsewhere. Then `status` is `ended` for the clinic, which reads only its own
    part.
    A clinic sees in `askedExtensions` what became of the sessions that it asked for.
    Staff and clinic see in `warnings` when the client of a match cannot be reached.

    Who: caseworker, clinic-system, clinic-user, finance, member, quality.

    Args:
        guarantee_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        helsebro_clinic (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Guarantee | Problem
    """

    return sync_detailed(
        guarantee_id=guarantee_id,
        client=client,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        helsebro_clinic=helsebro_clinic,
    ).parsed


async def asyncio_detailed(
    guarantee_id: str,
    *,
    client: AuthenticatedClient,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> Response[Guarantee | Problem]:
    """Returns a guarantee

     Returns a guarantee.

    A clinic reads the guarantees that are for the clinic or have a booking there. A practitioner of
    it reads those of the own clients. When staff matched the client to the clinic, `client` and
    `insurer` say
    who is to be contacted and who pays, until the clinic declines, the guarantee ends or is revoked, or
    the
    consent ends. After the practitioner left they do so while a session is booked there or was held,
    until
    the client is treated elsewhere. Then `status` is `ended` for the clinic, which reads only its own
    part.
    A clinic sees in `askedExtensions` what became of the sessions that it asked for.
    Staff and clinic see in `warnings` when the client of a match cannot be reached.

    Who: caseworker, clinic-system, clinic-user, finance, member, quality.

    Args:
        guarantee_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        helsebro_clinic (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Guarantee | Problem]
    """

    kwargs = _get_kwargs(
        guarantee_id=guarantee_id,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        helsebro_clinic=helsebro_clinic,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    guarantee_id: str,
    *,
    client: AuthenticatedClient,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    helsebro_clinic: str | Unset = UNSET,
) -> Guarantee | Problem | None:
    """Returns a guarantee

     Returns a guarantee.

    A clinic reads the guarantees that are for the clinic or have a booking there. A practitioner of
    it reads those of the own clients. When staff matched the client to the clinic, `client` and
    `insurer` say
    who is to be contacted and who pays, until the clinic declines, the guarantee ends or is revoked, or
    the
    consent ends. After the practitioner left they do so while a session is booked there or was held,
    until
    the client is treated elsewhere. Then `status` is `ended` for the clinic, which reads only its own
    part.
    A clinic sees in `askedExtensions` what became of the sessions that it asked for.
    Staff and clinic see in `warnings` when the client of a match cannot be reached.

    Who: caseworker, clinic-system, clinic-user, finance, member, quality.

    Args:
        guarantee_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        helsebro_clinic (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Guarantee | Problem
    """

    return (
        await asyncio_detailed(
            guarantee_id=guarantee_id,
            client=client,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
            helsebro_clinic=helsebro_clinic,
        )
    ).parsed
