"""A headless Chromium driven over its DevTools protocol: open a page, click, type, look. Needs nothing but aiohttp."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import re
import shutil
import subprocess
import time
from contextlib import asynccontextmanager, suppress
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import aiohttp
from rich.cells import cell_len

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1000,620",
    "--remote-debugging-port=0",
)
KEYS = {"Enter": 13, "Tab": 9, "Escape": 27, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}
FUNCTIONS = {f"F{number}": 111 + number for number in range(1, 13)}
MODIFIERS = {"": 0, "Alt": 1, "Ctrl": 2, "Shift": 8}
SECONDS = 30


def installed() -> str:
    """Where Chromium is; empty when it is not here."""
    return next((found for name in NAMES if (found := shutil.which(name))), "")


class Page:
    """One page. Everything the browser asked for and received is kept."""

    def __init__(self, line: aiohttp.ClientWebSocketResponse) -> None:
        self._line = line
        self._numbers = count(1)
        self._answers: dict[int, asyncio.Future] = {}
        self.requests: list[str] = []
        self.failed: list[str] = []
        self.complaints: list[str] = []
        self.received = b""
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for message in self._line:
            said = json.loads(message.data)
            if "id" in said:
                self._answers.pop(said["id"]).set_result(said)
            else:
                self._note(said["method"], said["params"])

    def _note(self, method: str, what: dict) -> None:
        if method == "Network.requestWillBeSent":
            self.requests.append(what["request"]["url"])
        elif method == "Network.webSocketCreated":
            self.requests.append(what["url"])
        elif method == "Network.loadingFailed":
            self.failed.append(str(what.get("errorText")))
        elif method == "Network.webSocketFrameReceived" and what["response"]["opcode"] == 2:
            self.received += base64.b64decode(what["response"]["payloadData"])
        elif method == "Runtime.exceptionThrown":
            self.complaints.append(what["exceptionDetails"]["exception"]["description"])
        elif method == "Log.entryAdded":
            self.complaints.append(what["entry"]["text"])

    async def call(self, method: str, **parameters) -> dict:
        """Ask the browser something; its answer."""
        number = next(self._numbers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        await self._line.send_json({"id": number, "method": method, "params": parameters})
        answer = await asyncio.wait_for(self._answers[number], SECONDS)
        assert "error" not in answer, answer
        return answer["result"]

    async def open(self, url: str) -> None:
        for domain in ("Page", "Network", "Runtime", "Log"):
            await self.call(f"{domain}.enable")
        await self.call("Page.navigate", url=url)

    async def run(self, script: str):
        """The value of a JavaScript expression; a promise is waited for."""
        answer = await self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    async def until(self, script: str, seconds: float = SECONDS) -> None:
        """Wait until a JavaScript expression is true."""
        end = time.monotonic() + seconds
        while not await self.run(script):
            assert time.monotonic() < end, f"never became true in the page: {script}"
            await asyncio.sleep(0.1)

    async def until_seen(self, words: str, seconds: float = SECONDS) -> None:
        """Wait until words have been sent to the terminal in the page."""
        end = time.monotonic() + seconds
        while words.encode() not in self.received:
            assert time.monotonic() < end, f"“{words}” was never drawn; last: {self.received[-2000:]!r}"
            await asyncio.sleep(0.05)

    async def press(self, key: str) -> None:
        """One key, by its name or the letter on it."""
        code = KEYS.get(key, 0)
        text = {"text": "\r" if key == "Enter" else key} if not code or key == "Enter" else {}
        number = code or ord(key.upper())
        for kind in ("keyDown", "keyUp"):
            more = text if kind == "keyDown" else {}
            await self.call("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=number, **more)

    async def chord(self, modifier: str, key: str, does: str = "") -> bool:
        """A key with Ctrl, Alt, Shift or alone (""); whether the page kept it from the browser.

        ``does`` is what the browser does with it when it is left to it: headless, it is told.
        """
        await self.run(
            "window.kept = null; addEventListener('keydown', look = event => setTimeout(() => "
            "{ window.kept = event.defaultPrevented }), { capture: true, once: true }); 1"
        )
        number = FUNCTIONS.get(key) or KEYS.get(key) or ord(key.upper())
        same = {"key": key, "windowsVirtualKeyCode": number, "modifiers": MODIFIERS[modifier]}
        await self.call("Input.dispatchKeyEvent", type="rawKeyDown", **same, commands=[does] if does else [])
        await self.call("Input.dispatchKeyEvent", type="keyUp", **same)
        await asyncio.sleep(0.1)
        return bool(await self.run("window.kept"))

    async def drag(self, start: tuple[float, float], end: tuple[float, float], modifier: str = "") -> None:
        """The left button down at one place, up at another, both in pixels."""
        for kind, (x, y) in (("mousePressed", start), ("mouseMoved", end), ("mouseReleased", end)):
            place = {"x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1, "modifiers": MODIFIERS[modifier]}
            await self.call("Input.dispatchMouseEvent", type=kind, **place)

    async def write(self, text: str) -> None:
        """Text as an input method gives it."""
        await self.call("Input.insertText", text=text)

    async def click(self, x: float, y: float) -> None:
        place = {"x": x, "y": y, "button": "left", "clickCount": 1}
        await self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        await self.call("Input.dispatchMouseEvent", type="mousePressed", **place)
        await self.call("Input.dispatchMouseEvent", type="mouseReleased", **place)

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows the page last asked for, from the address of its websocket."""
        address = [url for url in self.requests if url.startswith("ws:")][-1]
        found = re.search(r"width=(\d+)&height=(\d+)", address)
        assert found, address
        return int(found.group(1)), int(found.group(2))

    def lines(self) -> list[str]:
        """What the terminal shows, row by row: cursor positions and text, no more of a terminal; a cell a character."""
        columns, rows = self.size
        cells = [[" "] * columns for _ in range(rows)]
        row = column = 0
        for part in _DRAWN.finditer(self.received.decode("utf-8", "replace")):
            if part.group(1):
                row, column = int(part.group(1)) - 1, int(part.group(2)) - 1
            elif part.group(0) == "\n":
                row += 1
            elif not part.group(0).startswith("\x1b"):
                if row < rows and column < columns:
                    cells[row][column] = part.group(0)
                column += cell_len(part.group(0))
        return ["".join(line) for line in cells]

    async def until_shown(self, words: str, seconds: float = SECONDS) -> tuple[int, int]:
        """Wait until words stand on the screen; the row and column of the first, from 0."""
        end = time.monotonic() + seconds
        while True:
            for row, line in enumerate(self.lines()):
                if words in line:
                    return row, line.index(words)
            assert time.monotonic() < end, f"“{words}” is not on the screen:\n" + "\n".join(self.lines())
            await asyncio.sleep(0.05)

    async def quiet(self) -> None:
        """Wait until nothing has been drawn for half a second."""
        drawn = -1
        while drawn != len(self.received):
            drawn = len(self.received)
            await asyncio.sleep(0.5)

    async def click_on(self, words: str) -> None:
        """Click the first letter of words on the screen, as soon as they stand there and nothing moves any more."""
        await self.until_shown(words)
        await self.quiet()
        row, column = await self.until_shown(words)
        await self.click_cell(column, row, self.size)

    async def click_cell(self, column: int, row: int, size: tuple[int, int]) -> None:
        """The middle of a cell of a terminal of so many columns and rows; both count from 0."""
        box = await self.run("(({x,y,width,height})=>[x,y,width,height])(" + SCREEN + ".getBoundingClientRect())")
        x, y, width, height = box
        await self.click(x + (column + 0.5) * width / size[0], y + (row + 0.5) * height / size[1])

    async def picture(self, path: Path) -> None:
        path.write_bytes(base64.b64decode((await self.call("Page.captureScreenshot", format="png"))["data"]))


_DRAWN = re.compile(
    r"\x1b\[(\d+);(\d+)H|\x1b\[[?<>=]?[0-9;:]*\$?[a-zA-Z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\n|[^\x1b\n]"
)
SCREEN = "document.querySelector('.xterm-screen')"


@asynccontextmanager
async def browser(program: str):
    """A browser with an empty profile; a call opens a new page in it (in a profile of its own with ``fresh=True``)."""
    with TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True) as profile:
        words = [program, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        process = subprocess.Popen(words, start_new_session=True, **quiet)
        pages: list[Page] = []
        try:
            port, path = await _told(Path(profile) / "DevToolsActivePort")
            async with aiohttp.ClientSession() as session:

                async def page(fresh: str = "") -> Page:
                    host = await _page(session, port, path, fresh)
                    line = await session.ws_connect(host, max_msg_size=0, headers={"Host": f"127.0.0.1:{port}"})
                    pages.append(Page(line))
                    return pages[-1]

                yield page
                for one in pages:
                    one._reading.cancel()
                    await one._line.close()
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, 15)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, 9)
                process.wait(10)


async def _told(file: Path) -> tuple[int, str]:
    """The port and path Chromium writes down once it listens."""
    end = time.monotonic() + SECONDS
    while not (file.exists() and file.read_text().count("\n")):
        assert time.monotonic() < end, "Chromium did not start"
        await asyncio.sleep(0.05)
    port, path = file.read_text().split("\n")[:2]
    return int(port), path


async def _page(session: aiohttp.ClientSession, port: int, path: str, fresh: str) -> str:
    """The address of a new page; ``fresh`` gives it cookies of its own."""
    async with session.ws_connect(f"ws://127.0.0.1:{port}{path}") as line:
        context = {}
        if fresh:
            await line.send_json({"id": 1, "method": "Target.createBrowserContext", "params": {}})
            context = {"browserContextId": (await _answer(line, 1))["browserContextId"]}
        await line.send_json({"id": 2, "method": "Target.createTarget", "params": {"url": "about:blank", **context}})
        target = (await _answer(line, 2))["targetId"]
    return f"ws://127.0.0.1:{port}/devtools/page/{target}"


async def _answer(line: aiohttp.ClientWebSocketResponse, number: int) -> dict:
    while True:
        said = await line.receive_json()
        if said.get("id") == number:
            return said["result"]
