from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.guarantee_validity import GuaranteeValidity
from ...models.problem import Problem
from ...models.verify_guarantee_language import (
    VerifyGuaranteeLanguage,
)
from ...types import UNSET, Response, Unset


def _get_kwargs(
    case_reference: str,
    *,
    language: VerifyGuaranteeLanguage | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    params: dict[str, Any] = {}

    json_language: str | Unset = UNSET
    if not isinstance(language, Unset):
        json_language = language

    params["language"] = json_language

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/verify/{case_reference}".format(
            case_reference=quote(str(case_reference), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GuaranteeValidity | Problem | None:
    if response.status_code == 200:
        response_200 = GuaranteeValidity.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

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
) -> Response[GuaranteeValidity | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    case_reference: str,
    *,
    client: AuthenticatedClient | Client,
    language: VerifyGuaranteeLanguage | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[GuaranteeValidity | Problem]:
    """Shows whether the guarantee of a case reference is valid

     Shows whether the guarantee of a case reference is valid.

    Anyone who has the reference may ask. The answer names neither person, payer nor clinic. A browser
    gets a
    page, also of an unknown reference, every other client JSON; `language` (`da`, `nb` or `en`) is
    for a reader whose browser asks for another one.

    Who: anyone.

    Args:
        case_reference (str):
        language (VerifyGuaranteeLanguage | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GuaranteeValidity | Problem]
    """

    kwargs = _get_kwargs(
        case_reference=case_reference,
        language=language,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    case_reference: str,
    *,
    client: AuthenticatedClient | Client,
    language: VerifyGuaranteeLanguage | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> GuaranteeValidity | Problem | None:
    """Shows whether the guarantee of a case reference is valid

     Shows whether the guarantee of a case reference is valid.

    Anyone who has the reference may ask. The answer names neither person, payer nor clinic. A browser
    gets a
    page, also of an unknown reference, every other client JSON; `language` (`da`, `nb` or `en`) is
    for a reader whose browser asks for another one.

    Who: anyone.

    Args:
        case_reference (str):
        language (VerifyGuaranteeLanguage | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GuaranteeValidity | Problem
    """

    return sync_detailed(
        case_reference=case_reference,
        client=client,
        language=language,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    ).parsed


async def asyncio_detailed(
    case_reference: str,
    *,
    client: AuthenticatedClient | Client,
    language: VerifyGuaranteeLanguage | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[GuaranteeValidity | Problem]:
    """Shows whether the guarantee of a case reference is valid

     Shows whether the guarantee of a case reference is valid.

    Anyone who has the reference may ask. The answer names neither person, payer nor clinic. A browser
    gets a
    page, also of an unknown reference, every other client JSON; `language` (`da`, `nb` or `en`) is
    for a reader whose browser asks for another one.

    Who: anyone.

    Args:
        case_reference (str):
        language (VerifyGuaranteeLanguage | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GuaranteeValidity | Problem]
    """

    kwargs = _get_kwargs(
        case_reference=case_reference,
        language=language,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    case_reference: str,
    *,
    client: AuthenticatedClient | Client,
    language: VerifyGuaranteeLanguage | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> GuaranteeValidity | Problem | None:
    """Shows whether the guarantee of a case reference is valid

     Shows whether the guarantee of a case reference is valid.

    Anyone who has the reference may ask. The answer names neither person, payer nor clinic. A browser
    gets a
    page, also of an unknown reference, every other client JSON; `language` (`da`, `nb` or `en`) is
    for a reader whose browser asks for another one.

    Who: anyone.

    Args:
        case_reference (str):
        language (VerifyGuaranteeLanguage | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GuaranteeValidity | Problem
    """

    return (
        await asyncio_detailed(
            case_reference=case_reference,
            client=client,
            language=language,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
        )
    ).parsed
