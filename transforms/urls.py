"""One address for one page."""

from urllib.parse import SplitResult, parse_qsl, urlencode, urljoin, urlsplit

import courlan

_SCHEMES = ("http", "https")
# Query parameters that say how a reader came, not what he reads. After the lists that courlan, ClearURLs and AdGuard
# keep, but only names that no site uses to tell two articles apart.
_TRACKER_PREFIXES = ("utm_", "mtm_", "pk_", "mc_", "hsa_", "oly_", "vero_", "itm_", "at_")
_TRACKERS = frozenset((
    *("fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "yclid", "igshid", "igsh", "mkt_tok"),
    *("ref_src", "ocid", "ncid", "cmpid", "cmp", "smid", "smtyp", "sr_share", "spm", "_ga", "_gl", "xtor"),
))  # fmt: skip


def web_url(url: str | None, base: str | None = None) -> str | None:
    """The URL, resolved against base, when it is an http or https address with a host, else None."""
    if not url:
        return None
    try:
        whole = urljoin(base or "", url.strip())
        parts = urlsplit(whole)
        return whole if parts.scheme.lower() in _SCHEMES and parts.hostname and parts.port != 0 else None
    except ValueError:
        return None


def canonical_url(url: str | None) -> str | None:
    """The form under which all spellings of a web address fall together; None for what is no web address.

    Scheme, host and path by courlan's rules. Its fragments, its dot segments and its query rules are not for us:
    a fragment goes, dot segments are resolved, and a query loses only what is known to track the reader.
    """
    whole = web_url(url)
    if whole is None:
        return None
    try:
        parts = urlsplit(urljoin(whole, urlsplit(whole).path or "/"))
        host = parts.netloc.rpartition("@")[2]
        query = urlencode(sorted(p for p in _parameters(whole) if not _tracks(p[0])))
        return courlan.normalize_url(SplitResult(parts.scheme, host, parts.path, "", "")) + (
            f"?{query}" if query else ""
        )
    except ValueError:
        return None


def is_home(url: str) -> bool:
    """Whether a canonical URL names a site, not a page on it."""
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def _parameters(url: str) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(url).query, keep_blank_values=True)


def _tracks(name: str) -> bool:
    return name.lower() in _TRACKERS or name.lower().startswith(_TRACKER_PREFIXES)
