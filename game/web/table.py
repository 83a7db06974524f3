"""One visitor's table: a program of its own, with the visitor's folder, ended whatever happens to the browser."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

PROGRAM = (sys.executable, "-m", "game.ui.visitor")
PATIENCE = 5.0
"""Seconds a table has to end by itself; every move is on disk, so nothing is lost when it is ended then."""
A_MOMENT = 1.0
_LONGEST_FAREWELL = 500


class Table(AppService):
    """The program behind one page. ``farewell`` is what it said when it had to stop; empty when all was well."""

    def __init__(self, page: web.WebSocketResponse, folder: Path, downloads: DownloadManager) -> None:
        super().__init__(
            "",
            write_bytes=page.send_bytes,
            write_str=page.send_str,
            close=self._page_closed,
            download_manager=downloads,
        )
        self.page = page
        self.farewell = ""
        self._folder = folder

    async def _page_closed(self) -> None:
        await self.page.close()

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        environment: dict[str, str] = super()._build_environment(width, height)
        return {**environment, **surroundings(self._folder)}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start it without a shell, and out of reach of the Ctrl-C that ends the server: the server ends it."""
        self._process = process = await asyncio.create_subprocess_exec(
            *PROGRAM,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=self._build_environment(width, height),
            start_new_session=True,
        )
        self._stdin = process.stdin
        return process

    async def run(self) -> None:
        """Pass on what the program draws; however it ends, the page is closed then."""
        try:
            await super().run()
        finally:
            await self.page.close()

    async def on_meta(self, data: bytes) -> None:
        """What the program says about itself; its last words are kept."""
        said = json.loads(data)
        if said.get("type") == "farewell":
            self.farewell = str(said.get("words", ""))[:_LONGEST_FAREWELL]
        else:
            await super().on_meta(data)

    async def stop(self) -> None:
        """End the program: by asking, and when it does not listen by force."""
        with suppress(TimeoutError):
            await asyncio.wait_for(super().stop(), PATIENCE)
        process = self._process
        if process is None:
            return
        for force in (process.terminate, process.kill):
            if await _ended(process):
                return
            with suppress(ProcessLookupError):
                force()


async def _ended(process: Process) -> bool:
    """Whether a program ends within a second."""
    with suppress(TimeoutError):
        await asyncio.wait_for(process.wait(), A_MOMENT)
    return process.returncode is not None


def surroundings(folder: Path) -> Mapping[str, str]:
    """What the program finds in its environment besides the server's own: the visitor's folder, for games and for
    settings, and who draws.
    """
    return {
        "PLENIPO_SAVES": str(folder),
        "PLENIPO_SETTINGS": str(folder / "settings.json"),
        "TEXTUAL_DRIVER": "game.ui.visitor:VisitorDriver",
        "PYTHONUTF8": "1",
        "LANG": os.environ.get("LANG", "C.UTF-8"),
    }
