# SPDX-License-Identifier: EUPL-1.2
"""Which addresses may be told. Our own network is nobody's webhook (SSRF, OWASP ASVS 5.0 V1.3.6).

A name is looked up once and the connection goes to what was found, so that a second answer of the
name service changes nothing.
"""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

SITE_LOCAL = ipaddress.IPv6Network("fec0::/10")
"""Given up in 2004 (RFC 3879), routed inside some houses still, and global to Python."""
NAT64 = ipaddress.ip_network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class ForbiddenAddress(ValueError):
    """The address may not be told; the text says by which rule, in English, for the log."""


@dataclass(frozen=True, slots=True)
class WebhookTarget:
    """Where a webhook leads: the name it has, and the path."""

    secure: bool
    host: str
    port: int
    path: str


def read_target(url: str) -> WebhookTarget:
    """The parts of an address.

    Raises:
        ForbiddenAddress: it is no https address, or has a user, a fragment or signs no address has.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode()
    except ValueError:
        raise ForbiddenAddress("no address") from None
    if not url.isascii() or any(sign <= " " or sign in '\\"<>\x7f' for sign in url):
        raise ForbiddenAddress("a sign no address has")
    if parts.username is not None or parts.password is not None or parts.fragment or not host:
        raise ForbiddenAddress("a user, a fragment, or no host")
    secure = parts.scheme == "https"
    if not secure and not (parts.scheme == "http" and _is_at_home(host)):
        raise ForbiddenAddress("not https")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return WebhookTarget(secure, host, port or (443 if secure else 80), path)


def resolve(target: WebhookTarget) -> str:
    """The one address to connect to.

    Raises:
        ForbiddenAddress: the name leads, with any of its answers, to a network that is not public.
        OSError: the name is not known.
    """
    found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    addresses = [ipaddress.ip_address(str(each[4][0]).partition("%")[0]) for each in found]
    for address in addresses:
        if not (_is_public(address) or (address.is_loopback and not settings.PRODUCTION)):
            raise ForbiddenAddress("not a public address")
    if not addresses:
        raise OSError("no address")
    return str(addresses[0])


def _is_public(address: Address) -> bool:
    """Whether an address is reachable by all, also the one hidden in an address of version 6."""
    if isinstance(address, ipaddress.IPv6Address):
        hidden = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in NAT64:
            hidden.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if any(each is not None and not _is_public(each) for each in hidden):
            return False
        if address.ipv4_mapped is not None:
            return True
    inside = address.is_multicast or address.is_reserved or address in SITE_LOCAL
    return address.is_global and not inside


def _is_at_home(host: str) -> bool:
    """Whether a demonstration or a test tells a program on its own machine."""
    return not settings.PRODUCTION and host in {"127.0.0.1", "localhost", "::1"}
