"""Who is let in: a request must name this server, and come from a page of this server. Decided without a network.

A page anywhere can make a browser open a websocket to this computer (the browser then says whose page it is, in
``Origin``), and a name in the internet can be made to point here (the browser then says that name, in ``Host``). Both
are turned away, so that no page but ours plays or reads a visitor's game.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from game.slim import dataclass

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
ANYWHERE = ("0.0.0.0", "::", "")
_USUAL_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server listens, and the address visitors type when it is another one.

    ``host`` is a name or number, ``port`` 0 to 65535. ``public_url`` is ``http://`` or ``https://``, a name and perhaps
    a port; empty when visitors type the host.
    """

    host: str
    port: int
    public_url: str = ""

    @property
    def only_here(self) -> bool:
        """Whether only programs on this computer can reach it."""
        return _bracketed(self.host) in LOOPBACK

    @property
    def url(self) -> str:
        """What a visitor types, with a slash at the end."""
        return f"{self.public_url.rstrip('/') or 'http://' + _with_port(_bracketed(self.host), self.port, 'http')}/"

    @property
    def names(self) -> frozenset[str]:
        """Every ``Host`` that is ours, in lower case."""
        hosts = LOOPBACK if self.only_here else (_bracketed(self.host),)
        own = {_with_port(host.lower(), self.port, "http") for host in hosts}
        public = urlsplit(self.public_url).netloc.lower()
        return frozenset(own | {public} if public else own)

    def is_called(self, host: str) -> bool:
        """Whether a ``Host`` is the name in ``url``, not another of ours; every name will do with a public URL."""
        return bool(self.public_url) or host.lower() == urlsplit(self.url).netloc.lower()


def complaint(address: Address) -> str:
    """Why nobody could be let in at this address; empty when somebody can."""
    if address.public_url:
        parts = urlsplit(address.public_url)
        if parts.scheme not in _USUAL_PORTS or not parts.netloc or parts.path.strip("/") or parts.query:
            return f"--public-url must look like http://192.168.1.20:1945, not “{address.public_url}”"
    elif address.host in ANYWHERE:
        return f"--host {address.host} listens everywhere: say with --public-url what visitors type"
    return ""


def turned_away(host: str, origin: str | None, names: frozenset[str]) -> str:
    """Why a request is not let in, as a sentence; empty when it is. ``origin`` None: the browser named no page."""
    if host.lower() not in names:
        return "This server goes by another name."
    if origin is not None and urlsplit(origin).netloc.lower() not in names:
        return "This game is played from its own page only."
    return ""


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def _with_port(host: str, port: int, scheme: str) -> str:
    return host if port == _USUAL_PORTS[scheme] else f"{host}:{port}"
