"""A server of one's own for a test, and what a browser would do with it, without a browser."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp

ROOT = Path(__file__).parents[2]
SECONDS = 20


class House:
    """``plenipo serve`` on a free port, with saves in a folder of its own."""

    def __init__(self, folder: Path, *words: str, setup: str = "") -> None:
        self.folder = folder
        code = f"import sys; {setup or 'pass'}\nfrom game.cli import entry\nentry()"
        command = [sys.executable, "-c", code, "serve", "--port", "0", *words]
        surroundings = {
            **os.environ,
            "PLENIPO_SAVES": str(folder),
            "TEXTUAL_ANIMATIONS": "none",
            "PYTHONPATH": str(ROOT),
        }
        surroundings["PYTHONUNBUFFERED"] = "1"
        self.program = subprocess.Popen(
            command, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        assert self.program.stdout is not None
        self.told = self.program.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", self.told)
        assert found, self.told + self.program.stdout.read()
        self.url, self.port = found.group(0), int(found.group(1))
        self.origin = self.url.rstrip("/")

    async def some_tables(self) -> list[int]:
        """The programs it has started, once there is one."""
        async with asyncio.timeout(SECONDS):
            while not self.tables():
                await asyncio.sleep(0.05)
        return self.tables()

    def tables(self) -> list[int]:
        """The programs it has started and that still run."""
        children = Path(f"/proc/{self.program.pid}/task/{self.program.pid}/children")
        return [int(pid) for pid in children.read_text().split()]

    def end(self, number: int = signal.SIGINT) -> tuple[int, str]:
        """Send it a signal; the exit code, and what it has said."""
        if self.program.poll() is None:
            self.program.send_signal(number)
        try:
            rest, _ = self.program.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            self.program.kill()
            raise
        return self.program.returncode, self.told + rest


def gone(pids: list[int], seconds: float = 15) -> bool:
    """Whether all these programs have ended, in time."""
    end = time.monotonic() + seconds
    while any(_runs(pid) for pid in pids):
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


class Visitor:
    """A browser with its cookies, and the terminal in its page."""

    def __init__(self, session: aiohttp.ClientSession, house: House) -> None:
        self.session, self.house = session, house
        self.line: aiohttp.ClientWebSocketResponse | None = None
        self.seen = b""

    async def sit_down(self) -> None:
        """Open the page, and the line to the table."""
        async with self.session.get(self.house.url) as page:
            assert page.status == 200
        self.line = await self.session.ws_connect(
            f"{self.house.url}ws?width=100&height=30", origin=self.house.origin, max_msg_size=0
        )

    async def sit_down_at_once(self) -> int:
        """Open the line to the table without looking at the page again; the status of the answer."""
        try:
            self.line = await self.session.ws_connect(f"{self.house.url}ws", origin=self.house.origin, max_msg_size=0)
        except aiohttp.WSServerHandshakeError as refused:
            return refused.status
        return 101

    async def until(self, words: str) -> None:
        """Read until words have been drawn."""
        try:
            async with asyncio.timeout(SECONDS):
                while words.encode() not in self.seen:
                    await self._read()
        except TimeoutError:
            raise AssertionError(f"“{words}” was never drawn; last: {self.seen[-3000:]!r}") from None

    async def _read(self) -> None:
        assert self.line is not None
        message = await self.line.receive()
        assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), (message, self.seen[-500:])
        if message.type is aiohttp.WSMsgType.BINARY:
            self.seen += message.data

    async def until_closed(self) -> None:
        """Read until the page is told that it is over."""
        assert self.line is not None
        async with asyncio.timeout(SECONDS):
            while not self.line.closed:
                await self.line.receive()

    async def press(self, keys: str) -> None:
        assert self.line is not None
        await self.line.send_json(["stdin", keys])

    async def farewell(self) -> str:
        async with self.session.get(f"{self.house.url}farewell") as answer:
            return await answer.text()


@asynccontextmanager
async def visiting(house: House, count: int = 1):
    """So many browsers."""
    jars = [aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) for _ in range(count)]
    try:
        yield [Visitor(session, house) for session in jars]
    finally:
        for session in jars:
            await session.close()
        await asyncio.sleep(0)


def games_in(folder: Path) -> dict[str, list[str]]:
    """The records kept, by visitor."""
    return {
        visitor.name: sorted(path.name for path in visitor.glob("*.record.jsonl"))
        for visitor in sorted((folder / "visitors").glob("*"))
    }
