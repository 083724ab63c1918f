"""Where a service may call back to: pure functions of an address and what it leads to."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from urllib.parse import urlsplit

from infographic.foundation.diagnostics import MachineError
from infographic.foundation.record import record
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
LONGEST = 2_000
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.-:")
UNICAST = IPv6Network("2000::/3")
"""Of IPv6 what the internet has; Python takes old site-local addresses for global ones."""
TRANSLATED = IPv6Network("64:ff9b::/96")
"""NAT64 (RFC 6052)."""
PORTS = {"http": 80, "https": 443}


class Target(NamedTuple):
    """An address taken apart."""

    scheme: str
    host: str
    """In small letters, without brackets."""
    port: int
    path: str
    """With the query."""


@record
class CallbackHosts:
    """The hosts that may be called, and networks that are none of the internet in which such a host
    may lie."""

    hosts: frozenset[tuple[str, int]] = frozenset()
    """With their ports; 0 for the scheme's own."""
    networks: tuple[IPv4Network | IPv6Network, ...] = ()

    def target(self, url: str) -> Target | None:
        """An address that may be called, taken apart; None for any other.

        https only, but to this machine itself. Nothing that two readers may take for two hosts: no
        user, no fragment, no backslash, no space, no letter beyond ASCII.
        """
        if len(url) > LONGEST or not all("!" <= letter <= "~" for letter in url):
            return None
        if any(letter in url for letter in "\\#@"):
            return None
        try:
            parts = urlsplit(url)
            host, port = (parts.hostname or "").lower(), parts.port
        except ValueError:
            return None
        if parts.scheme not in PORTS or not host or not _PLAIN.issuperset(host):
            return None
        usual = PORTS[parts.scheme]
        wanted = usual if port is None else port
        is_listed = (host, wanted) in self.hosts or (wanted == usual and (host, 0) in self.hosts)
        if not is_listed or (parts.scheme == "http" and host not in LOOPBACK):
            return None
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return Target(parts.scheme, host, wanted, path)

    def may_lead_to(self, host: str, address: str) -> bool:
        """Whether a listed host may lie at an address: one of the internet's; for loopback's names
        loopback; for an address that is listed itself, itself; or one in a listed network."""
        try:
            found = ip_address(address.partition("%")[0])
        except ValueError:
            return False
        if isinstance(found, IPv6Address):
            found = _within(found) or found
        if any(found in network for network in self.networks):
            return True
        if host in LOOPBACK:
            return found.is_loopback
        if _is_address(host):
            return ip_address(host) == found
        if isinstance(found, IPv6Address) and found not in UNICAST:
            return False
        return found.is_global and not found.is_multicast


def _within(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for: mapped, of 6to4, or of a translator."""
    if address in TRANSLATED:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def callback_hosts(named: Iterable[str]) -> CallbackHosts:
    """Those of the command line: “cms.example.org”, “cms.example.org:8443”, “[::1]:9000”,
    “10.0.0.0/8”. Raises `MachineError`.

    >>> hosts = callback_hosts(["cms.example.org"])
    >>> hosts.target("https://cms.example.org/done?id=7")
    Target(scheme='https', host='cms.example.org', port=443, path='/done?id=7')
    >>> hosts.target("http://cms.example.org/done") is None
    True
    """
    hosts: set[tuple[str, int]] = set()
    networks: list[IPv4Network | IPv6Network] = []
    for name in named:
        try:
            if "/" in name:
                networks.append(ip_network(name))
                continue
            parts = urlsplit(f"//{name}")
            host = (parts.hostname or "").lower()
            if not host or not _PLAIN.issuperset(host) or parts.username is not None:
                raise ValueError(name)
            hosts.add((host, parts.port or 0))
        except ValueError:
            raise MachineError(say("machine/serve-callback-host", name=name)) from None
    return CallbackHosts(frozenset(hosts), tuple(networks))
