"""The server: one page, one websocket a visitor, everything from this computer."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path

import textual_serve
from aiohttp import WSMsgType, web
from aiohttp.typedefs import Handler
from aiohttp.web_runner import GracefulExit
from textual_serve.server import Server

from game.web.doors import Address, turned_away
from game.web.table import Table
from game.web.visitors import cookie, folder_of, known, new_visitor
from game.web.words import LONGEST, Looked, Pinged, Resized, Typed, Word, asked_size, heard

PAGE = Path(__file__).parent / "page"
TERMINAL = Path(textual_serve.__file__).parent / "static"
ONE_PAGE_ONLY = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
NO_COOKIE = "Plenipo keeps your games by a cookie. Allow cookies for this address, then go on."
ENOUGH_TIME = 2.0
"""Seconds open requests have when the server ends."""


class Reception(Server):
    """Lets visitors in, gives each a table and ends it when the visitor has gone."""

    def __init__(self, address: Address, games: Path, most: int) -> None:
        super().__init__("", host=address.host, port=address.port, title="Plenipo", public_url=address.url.rstrip("/"))
        self.address = address
        self.most = most
        self._games = games
        self._tables: set[Table] = set()
        self._farewells: dict[str, str] = {}

    @property
    def _full(self) -> str:
        return f"All {self.most} tables are taken. Try again a little later."

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self._door])
        app.add_routes(
            [
                web.get("/", self.handle_index),
                web.get("/ws", self.handle_websocket),
                web.get("/farewell", self.handle_farewell),
                web.get("/download/{key}", self.handle_download),
                web.static("/page", PAGE),
                web.static("/terminal", TERMINAL),
            ]
        )
        app.on_response_prepare.append(self._guard_page)
        app.on_shutdown.append(self.on_shutdown)
        return app

    @web.middleware
    async def _door(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        why = turned_away(request.headers.get("Host", ""), request.headers.get("Origin"), self.address.names)
        if not why and request.path == "/ws" and "Origin" not in request.headers:
            why = "This game is played from its own page only."
        if why:
            return web.Response(status=403, text=f"{why}\n")
        return await handler(request)

    async def _guard_page(self, request: web.Request, response: web.StreamResponse) -> None:
        """Nothing is loaded from elsewhere, nothing shows our page in its own, nobody guesses at types."""
        host = request.headers.get("Host", "")
        own = f"ws://{host} wss://{host}" if host.lower() in self.address.names else ""
        response.headers.update(ONE_PAGE_ONLY)
        response.headers["Content-Security-Policy"] = (
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
            f"img-src 'self' data:; connect-src 'self' {own}; base-uri 'none'; form-action 'none'; "
            "frame-ancestors 'none'"
        )

    async def handle_index(self, request: web.Request) -> web.StreamResponse:
        """The page, and the cookie that makes the browser a visitor. The decorated original fills in a template."""
        if not self.address.is_called(request.headers["Host"]):
            raise web.HTTPFound(self.address.url)  # a browser keeps the cookie, and so the games, by the name typed
        if len(self._tables) >= self.most:
            return web.Response(status=503, text=f"{self._full}\n")
        visitor = known(request.headers.get("Cookie", "")) or new_visitor()
        self._farewells.pop(visitor, None)
        page = web.Response(text=(PAGE / "index.html").read_text("utf-8"), content_type="text/html", charset="utf-8")
        page.headers["Set-Cookie"] = cookie(visitor, self.address.url.split(":")[0])
        return page

    async def handle_farewell(self, request: web.Request) -> web.StreamResponse:
        """Why a visitor's table was closed, or never laid; empty when nothing went wrong."""
        visitor = known(request.headers.get("Cookie", ""))
        return web.Response(text=self._farewells.get(visitor, "") if visitor else NO_COOKIE)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """A table, for as long as the page is open."""
        visitor = known(request.headers.get("Cookie", ""))
        if not visitor:
            raise web.HTTPForbidden(text="Open the page first, with cookies allowed.\n")
        if len(self._tables) >= self.most:
            self._farewells[visitor] = self._full
            raise web.HTTPServiceUnavailable(text=f"{self._full}\n")
        page = web.WebSocketResponse(heartbeat=15, max_msg_size=LONGEST)
        table = Table(page, folder_of(visitor, self._games), self.download_manager)
        self._tables.add(table)
        try:
            await page.prepare(request)
            asked = asked_size(request.query.get("width", ""), request.query.get("height", ""))
            await table.start(asked.width, asked.height)
            await _pass_on(page, table)
        finally:
            self._tables.discard(table)
            self._farewells |= {visitor: table.farewell} if table.farewell else {}
            await table.stop()
        return page

    async def on_shutdown(self, app: web.Application) -> None:
        """End every table before the server goes."""
        tables = tuple(self._tables)
        for table in tables:
            table.farewell = table.farewell or "The server was ended. Your game is saved up to the last move."
        await asyncio.gather(*(table.stop() for table in tables), return_exceptions=True)
        for table in tables:
            with suppress(OSError, RuntimeError):
                await asyncio.wait_for(table.page.close(code=1001), ENOUGH_TIME)


async def _pass_on(page: web.WebSocketResponse, table: Table) -> None:
    """What the page says goes to the table, until the page is closed."""
    async for message in page:
        word = heard(message.data) if message.type is WSMsgType.TEXT else None
        if word is not None:
            await _tell(page, table, word)


async def _tell(page: web.WebSocketResponse, table: Table, word: Word) -> None:
    match word:
        case Typed(keys):
            await table.send_bytes(keys)
        case Resized(width, height):
            await table.set_terminal_size(width, height)
        case Looked(here):
            await (table.focus() if here else table.blur())
        case Pinged(back):
            await page.send_json(["pong", back])


def receive(reception: Reception, listening: socket.socket) -> None:
    """Serve until Ctrl-C, or until the system ends us; every table has ended when this returns."""
    logging.basicConfig(level=logging.WARNING, format="plenipo: %(message)s", stream=sys.stderr)
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    if sys.platform != "win32":
        loop.add_signal_handler(signal.SIGHUP, _go)
    web.run_app(
        reception._make_app(),
        sock=listening,
        loop=loop,
        print=lambda *_: None,
        shutdown_timeout=ENOUGH_TIME,
        access_log=None,
    )


def _go() -> None:
    raise GracefulExit
