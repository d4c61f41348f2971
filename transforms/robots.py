"""What a site's robots.txt lets parley fetch, by RFC 9309."""

import time
from collections.abc import Callable
from urllib.parse import urlsplit, urlunsplit

from protego import Protego

from transforms.exchange import Answer
from transforms.refusal import Refused

PRODUCT = "parley"
# RFC 9309, 2.5: a parser's limit is 500 kibibytes at least; 2.4: no more than 24 hours in a cache.
ROBOTS_BYTES = 500 * 1024
_CACHED_SECONDS = 24 * 3600.0
_UNREACHABLE_SECONDS = 600.0
_CACHED_SITES = 2_000
_UNAVAILABLE = ("too_many_redirects", "bad_redirect")
# Reasons why no page of the site can be had either; they say more than that robots.txt cannot be had.
_SITE_ITSELF = ("bad_address", "unknown_host", "forbidden_address", "bad_certificate")


class Robots:
    """The rules of sites, each read once a day at most.

    ask: gives the answer to the robots.txt at a URL after its redirects, no more than ROBOTS_BYTES of it.
    """

    def __init__(self, ask: Callable[[str], Answer], monotonic: Callable[[], float] = time.monotonic) -> None:
        self._ask = ask
        self._monotonic = monotonic
        self._sites: dict[str, tuple[float, Protego | Refused]] = {}

    def check(self, url: str) -> None:
        """Raises Refused: disallowed; robots_unreachable, when nobody can tell; or why the site cannot be reached."""
        site = urlunsplit((*urlsplit(url)[:2], "/robots.txt", "", ""))
        expires, rules = self._sites.get(site, (0.0, None))
        if rules is None or expires <= self._monotonic():
            rules = self._read(site)
            lifetime = _UNREACHABLE_SECONDS if isinstance(rules, Refused) else _CACHED_SECONDS
            self._sites.pop(site, None)
            self._sites[site] = (self._monotonic() + lifetime, rules)
            while len(self._sites) > _CACHED_SITES:
                self._sites.pop(next(iter(self._sites)), None)
        if isinstance(rules, Refused):
            raise Refused(rules.reason, rules.detail)
        if not rules.can_fetch(url, PRODUCT):
            raise Refused("disallowed", f"{site} forbids {url}")

    def _read(self, site: str) -> Protego | Refused:
        """2.3.1: what is not there allows everything, what cannot be had for now forbids everything."""
        try:
            answer = self._ask(site)
        except Refused as refused:
            if refused.reason in _UNAVAILABLE:
                return Protego.parse("")
            reason = refused.reason if refused.reason in _SITE_ITSELF else "robots_unreachable"
            return Refused(reason, refused.detail)
        if answer.status >= 500:
            return Refused("robots_unreachable", f"{site}: status {answer.status}")
        found = 200 <= answer.status < 300
        return Protego.parse(answer.body.decode("utf-8-sig", "replace") if found else "")
