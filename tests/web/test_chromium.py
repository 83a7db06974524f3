"""The page in a real browser: focus, keys, mouse, picture, and nothing asked of the internet."""

from __future__ import annotations

import asyncio
import re
import signal
import struct
import sys
import zlib

import pytest

from tests.web.chromium import browser, installed
from tests.web.house import House, games_in, gone

pytestmark = [
    pytest.mark.skipif(not installed(), reason="Chromium is not installed (Debian: apt-get install chromium)"),
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc to see which programs run"),
]
SAY = "Enter says it  "
"""Of a draft; a hint has the same words and a full stop."""
FIRST_BYTE = "document.body?.classList.contains('-first-byte')"
CLOSED = "document.body?.classList.contains('-closed')"
SHOWN = "document.fonts.check('16px \"Roboto Mono\"') && [...document.fonts].some(face => face.status == 'loaded')"


@pytest.fixture
def house(tmp_path):
    """A server with a folder of its own, which ends in good order."""
    serving = House(tmp_path / "saves")
    yield serving
    code, told = serving.end()
    assert code == 0
    assert "Traceback" not in told


async def test_game_is_opened_played_and_left_in_a_browser(house, tmp_path):
    async with browser(installed()) as page:
        one = await page()
        await one.open(house.url)
        await one.until(FIRST_BYTE)
        await one.until("document.activeElement.className == 'xterm-helper-textarea'")
        await one.until_seen("None yet.")
        assert await one.run(SHOWN)
        # by keys, with nothing clicked before
        await one.press("Enter")
        await one.until_seen("Your floor")
        # by the mouse: the dossier's word in the last lines, wherever it is
        await one.click_on("dossier")
        await one.until_seen("scroll")
        await one.press("Escape")
        await asyncio.sleep(0.5)  # a terminal waits for what may follow an escape
        # typing, in three scripts
        await one.press("Tab")
        await one.press("v")
        await one.press("i")
        await one.until_seen("our own words")
        await one.write("Не священно 不神聖 not sacred")
        await one.until_seen("不神聖")
        await one.picture(tmp_path / "table.png")
        _assert_a_picture(tmp_path / "table.png")
        assert all(re.match(r"(http|ws)://127\.0\.0\.1:\d+/|data:", url) for url in one.requests), one.requests
        assert len(one.requests) >= 6
        assert one.failed == []
        assert [said for said in one.complaints if "WebGL" not in said] == []
        # another visitor has another folder; the same one finds the game
        other = await page(fresh="other")
        await other.open(house.url)
        await other.until_seen("None yet.")
        assert sorted(map(len, games_in(tmp_path / "saves").values())) == [0, 1]
        # left: the page says so, and its button has the keyboard
        await other.press("q")
        await other.until(CLOSED)
        assert await other.run("document.getElementById('farewell').textContent") == (
            "This session has ended. Every move is saved."
        )
        await other.until("document.activeElement.id == 'again'")
        await other.press("Enter")
        await other.until(f"!({CLOSED}) && {FIRST_BYTE}")
        # a page from elsewhere gets nothing
        stranger = await page(fresh="stranger")
        await stranger.open("data:text/html,<title>stranger</title>")
        await stranger.until("document.title == 'stranger'")
        tried = f"new Promise(done => {{ const ws = new WebSocket('ws://127.0.0.1:{house.port}/ws'); "
        tried += "ws.onopen = () => done('open'); ws.onerror = () => done('refused'); })"
        assert await stranger.run(tried) == "refused"
    assert gone(house.tables())


async def test_whole_game_is_played_by_the_mouse_alone_and_found_again_after_a_reload(house, tmp_path):
    async with browser(installed()) as page:
        one = await _sat_down(page, house)
        await one.click_on("First session")
        await one.click_on("as in the record")
        await one.until_shown("short, 4 speeches a side")
        await one.click_on("Enter opens")
        await one.click_on("When the bridge lifts")
        await one.click_on("At any hour")  # which is the option in hand already: it is proposed
        await one.until_shown("You propose When the bridge lifts")
        await one.click_on(SAY)
        await one.until_shown("3 exchanges left")
        tables = house.tables()
        one.received = b""
        await one.call("Page.reload")
        await one.click_on("Ada Thorne ·")
        await one.until_shown("3 exchanges left")
        assert gone(tables)  # the program behind the page that was there before
        for _ in range(3):
            await one.click_on("y yield")
            await one.click_on(SAY)
            await one.quiet()
            if "It is over" in one.lines()[0]:
                break
        await one.until_shown("It is over")
        await one.click_on("b debrief")
        await one.until_shown("You sat for the Eastquay side as Ada Thorne.")
    assert gone(house.tables())  # the browser is closed
    [record] = (tmp_path / "saves").glob("visitors/*/*.record.jsonl")
    assert '"ending"' in record.read_text("utf-8").splitlines()[-1]


async def test_keys_of_the_browser_stay_its_own_and_those_of_the_game_never_reach_it(house):
    async with browser(installed()) as page:
        one = await _sat_down(page, house)
        kept = {key: await one.chord("", key) for key in ("F1", "F3", "F5", "F6", "F11", "F12")}
        assert kept == {"F1": True, "F3": True, "F5": False, "F6": False, "F11": False, "F12": False}
        kept = {key: await one.chord("Ctrl", key) for key in "psfvrltwn"}
        assert {key for key, is_kept in kept.items() if is_kept} == set(
            "psf"
        )  # Ctrl-P opens the palette, prints nothing
        assert not await one.chord("Alt", "ArrowLeft")
        assert not await one.chord("Shift", "F5")
        # the keyboard comes back to the game by itself
        await one.run("document.activeElement.blur()")
        await one.chord("", "F1")
        await one.until("document.activeElement.className == 'xterm-helper-textarea'")
        await one.run("document.activeElement.blur()")
        await one.click(3, await one.run("innerHeight") - 1)  # below the last line of the terminal
        await one.until("document.activeElement.className == 'xterm-helper-textarea'")


async def test_what_is_copied_and_pasted_goes_through_the_browsers_clipboard(house):
    async with browser(installed()) as page:
        one = await _sat_down(page, house)
        await one.call("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
        await one.press("Enter")
        await one.until_seen("Your floor")
        # nothing is marked: the clipboard keeps what it had
        await one.run("navigator.clipboard.writeText('before')")
        await one.drag((30, 116), (250, 116))
        await one.chord("Ctrl", "c", "copy")
        await asyncio.sleep(0.3)
        assert await one.run("navigator.clipboard.readText()") == "before"
        # marked with Shift and the mouse, in the terminal itself
        await one.drag((30, 95), (250, 95), "Shift")
        await one.chord("Ctrl", "c", "copy")
        assert "Signing" in await one.run("navigator.clipboard.readText()")
        # a citation, copied by the game
        await one.press("s")
        await one.until_seen("Wilson Center")
        await one.press("c")
        await one.until("navigator.clipboard.readText().then(text => text.includes('Wilson Center'))")
        await one.press("Escape")
        await asyncio.sleep(0.5)  # a terminal waits for what may follow an escape
        # pasted into one's own words
        await one.press("v")
        await one.press("i")
        await one.until_seen("our own words")
        await one.run("navigator.clipboard.writeText('Вставка 不神聖')")
        await one.chord("Ctrl", "v", "paste")
        await one.until_seen("Вставка 不神聖")


async def test_page_says_that_the_server_is_gone_waits_for_it_and_finds_the_game_again(tmp_path):
    house = House(tmp_path / "saves")
    ended = "document.getElementById('farewell').textContent"
    try:
        async with browser(installed()) as page:
            one = await _sat_down(page, house)
            await one.press("Enter")
            await one.until_seen("Your floor")
            house.end(signal.SIGKILL)
            await one.until(f"{ended}.startsWith('The server does not answer')")
            await one.press("Enter")
            await one.until(f"{ended}.startsWith('Still no answer')")
            house = House(tmp_path / "saves", "--port", str(house.port))
            one.received = b""
            await one.press("Enter")
            await one.until_seen("T. V. Soong ·")  # the game begun, on the home screen
            assert not await one.run(CLOSED)
    finally:
        house.end()


async def test_small_window_gets_smaller_type_and_a_phone_is_told_what_the_table_needs(house):
    async with browser(installed()) as page:
        one = await page()
        await _resize(one, 700, 420)
        await one.open(house.url)
        await one.until_seen("None yet.")
        columns, rows = one.size
        assert columns >= 80
        assert rows >= 24
        await _resize(one, 390, 844)
        await one.until_seen("Plenipo needs 80 columns and 24 lines; this page has")
        await _resize(one, 1000, 620)
        one.received = b""
        await one.chord("", "F1")
        await one.until_seen("Esc")


async def test_page_has_the_ground_of_the_theme_to_its_edges(house):
    ground = "getComputedStyle(document.querySelector('.xterm-viewport')).backgroundColor"
    async with browser(installed()) as page:
        one = await _sat_down(page, house)
        await one.until(f"{ground} == 'rgb(17, 21, 27)'")  # $background of the usual theme: #11151b
        below = "document.querySelector('.xterm-viewport').getBoundingClientRect().bottom"
        assert await one.run(f"{below} >= innerHeight")
        await one.press("T")  # high contrast: black
        await one.until(f"{ground} == 'rgb(0, 0, 0)'")


async def test_page_points_who_hears_it_to_the_game_line_by_line(house):
    async with browser(installed()) as page:
        one = await _sat_down(page, house)
        found = (await one.call("Accessibility.getFullAXTree"))["nodes"]
        focused = [node for node in found if _has_focus(node)]
        assert "plenipo --plain" in str([node.get("description") for node in focused])


def _has_focus(node: dict) -> bool:
    told = {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
    return bool(told.get("focused")) and node["role"]["value"] == "textbox"


async def _sat_down(page, house):
    """A page with the home screen in it, and the keyboard in the page."""
    one = await page()
    await one.open(house.url)
    await one.until_seen("None yet.")
    await one.until("document.activeElement.className == 'xterm-helper-textarea'")
    return one


async def _resize(one, width: int, height: int) -> None:
    """Another size of the window, in pixels of the page."""
    size = {"width": width, "height": height, "deviceScaleFactor": 0, "mobile": False}
    await one.call("Emulation.setDeviceMetricsOverride", **size)


def _assert_a_picture(path) -> None:
    """A picture of the window's size with the table's colours in it, not one flat colour."""
    picture = path.read_bytes()
    width, height = struct.unpack(">II", picture[16:24])
    assert (width, height) >= (900, 400)
    body = b"".join(_chunks(picture, b"IDAT"))
    assert len(set(zlib.decompress(body))) > 50


def _chunks(picture: bytes, kind: bytes):
    place = 8
    while place < len(picture):
        size = struct.unpack(">I", picture[place : place + 4])[0]
        if picture[place + 4 : place + 8] == kind:
            yield picture[place + 8 : place + 8 + size]
        place += 12 + size
