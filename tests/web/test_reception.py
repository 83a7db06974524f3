"""The server as it runs: doors, folders, crashes and endings, with the game behind it."""

from __future__ import annotations

import asyncio
import json
import re
import signal
import socket
import sys

import aiohttp
import pytest

from game.cli import main
from game.commands import serve
from game.web.doors import Address
from tests.web.house import House, games_in, gone, visiting

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc to see which programs run")


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    one = House(tmp_path_factory.mktemp("house"))
    yield one
    one.end()


async def test_page_names_nothing_but_this_server(house):
    async with aiohttp.ClientSession() as session:
        for path in ("", "page/page.js", "page/page.css", "terminal/js/textual.js", "terminal/css/xterm.css"):
            async with session.get(house.url + path) as answer:
                assert answer.status == 200, path
                assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        async with session.get(house.url) as page:
            addresses = re.findall(r'(?:src|href)="([^"]*)"', await page.text())
        assert len(addresses) == 4
        assert all(address.startswith(("/page/", "/terminal/", "data:,")) for address in addresses)


@pytest.mark.parametrize("path", ["", "ws", "page/page.js", "farewell", "download/x"])
@pytest.mark.parametrize("lie", [{"Origin": "http://evil.example"}, {"Host": "evil.example"}, {"Origin": "null"}])
async def test_foreign_page_and_foreign_name_get_nothing(house, path, lie):
    async with aiohttp.ClientSession() as session, session.get(house.url + path, headers=lie) as answer:
        assert answer.status == 403
        assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("origin", ["http://evil.example", None])
async def test_websocket_of_a_foreign_page_or_of_none_is_refused(house, origin):
    async with visiting(house) as [visitor], visitor.session.get(house.url):
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await visitor.session.ws_connect(f"{house.url}ws", origin=origin)
        assert refused.value.status == 403


async def test_websocket_without_having_seen_the_page_is_refused(house):
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await session.ws_connect(f"{house.url}ws", origin=house.origin)
        assert refused.value.status == 403


async def test_two_visitors_have_games_and_folders_of_their_own_and_find_them_again(house):
    async with visiting(house, 2) as [first, second]:
        for visitor in (first, second):
            await visitor.sit_down()
            await visitor.until("None yet.")
        await first.press("\r")
        await first.until("Your floor")
        await second.session.close()
        assert [len(games) for games in games_in(house.folder).values()].count(1) == 1
        await first.line.close()
        assert gone(house.tables())
        again = first
        again.seen = b""
        await again.sit_down()
        await again.until("T. V. Soong ·")  # the game begun, on the home screen
        [[name]] = [games for games in games_in(house.folder).values() if games]
        header = json.loads(next((house.folder / "visitors").glob(f"*/{name}")).read_text().splitlines()[0])
        assert header["scenario"] == "moscow-1945-07-10"
    assert gone(house.tables())


async def test_nonsense_from_a_page_disturbs_nothing(house):
    async with visiting(house) as [visitor]:
        await visitor.sit_down()
        for message in ("", "[[[[", '["quit"]', '["resize", {"width": 999999, "height": 999999}]', '["stdin", 7]'):
            await visitor.line.send_str(message)
        await visitor.line.send_bytes(b"\x00\xff")
        await visitor.until("None yet.")
        await visitor.line.send_str('["resize", {"width": 90, "height": 30}]')
        visitor.seen = b""
        await visitor.press("?")
        await visitor.until("Esc")


async def test_full_house_says_so(tmp_path):
    house = House(tmp_path, "--tables", "1")
    try:
        async with visiting(house, 2) as [first, second]:
            await first.sit_down()
            await first.until("PLENIPO")
            async with second.session.get(house.url) as page:
                assert page.status == 503
                assert await page.text() == "All 1 tables are taken. Try again a little later.\n"
    finally:
        code, told = house.end()
    assert code == 0
    assert "Traceback" not in told


async def test_flood_of_pages_gets_no_more_tables_than_there_are(tmp_path):
    house = House(tmp_path, "--tables", "2")
    try:
        async with visiting(house, 12) as visitors:
            for one in visitors:
                async with one.session.get(house.url) as page:
                    assert page.status == 200
            found = await asyncio.gather(*(one.sit_down_at_once() for one in visitors))
            assert sorted(found) == [101] * 2 + [503] * 10
            assert len(house.tables()) == 2
    finally:
        house.end()


async def test_visitor_who_found_the_last_table_taken_on_sitting_down_is_told_why(tmp_path):
    house = House(tmp_path, "--tables", "1")
    try:
        async with visiting(house, 2) as [first, second]:
            async with second.session.get(house.url) as page:
                assert page.status == 200
            await first.sit_down()
            await first.until("PLENIPO")
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await second.session.ws_connect(f"{house.url}ws", origin=house.origin)
            assert refused.value.status == 503
            assert await second.farewell() == "All 1 tables are taken. Try again a little later."
    finally:
        house.end()


async def test_visitor_without_cookies_is_told_that_they_are_needed(house):
    async with visiting(house) as [visitor]:
        assert "Allow cookies for this address" in await visitor.farewell()


async def test_other_name_of_this_computer_leads_to_the_one_the_cookie_is_kept_by(house):
    headers = {"Host": f"localhost:{house.port}"}
    there = {"headers": headers, "allow_redirects": False}
    async with aiohttp.ClientSession() as session, session.get(house.url, **there) as answer:
        assert answer.status == 302
        assert answer.headers["Location"] == house.url
        assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("path", ["page/../reception.py", "page/%2e%2e/reception.py", "terminal/..%2f..%2f__init__.py"])
async def test_asset_outside_the_page_is_not_given(house, path):
    reader, writer = await asyncio.open_connection("127.0.0.1", house.port)  # a client would tidy the path first
    writer.write(f"GET /{path} HTTP/1.1\r\nHost: 127.0.0.1:{house.port}\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    assert answer.split()[1] in (b"403", b"404")
    assert b"import" not in answer


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
async def test_nothing_is_taken_but_by_the_line_to_the_table(house, method):
    headers = {"Origin": house.origin}
    async with aiohttp.ClientSession() as session, session.request(method, house.url, headers=headers) as answer:
        assert answer.status == 405


async def test_visitors_settings_are_the_visitors_own(tmp_path):
    house = House(tmp_path)
    try:
        async with visiting(house, 2) as [first, second]:
            for visitor in (first, second):
                await visitor.sit_down()
                await visitor.until("None yet.")
            await first.press("T")
            async with asyncio.timeout(10):
                while not list(tmp_path.glob("visitors/*/settings.json")):
                    await asyncio.sleep(0.05)
            assert len(list(tmp_path.glob("visitors/*/settings.json"))) == 1
            second.seen = b""
            await second.press("\x1bOR")  # F3
            await second.until("Keep still")
            await second.until("a screen reader")
            assert b"Line by line" not in second.seen
    finally:
        house.end()


async def test_second_tab_of_a_visitor_is_told_that_the_game_is_played_in_the_first(house):
    async with visiting(house) as [visitor]:
        await visitor.sit_down()
        await visitor.until("None yet.")
        await visitor.press("\r")
        await visitor.until("Your floor")
        first, visitor.seen = visitor.line, b""
        await visitor.sit_down()
        await visitor.until("T. V. Soong ·")
        await visitor.press("\t")
        await visitor.press("\r")
        await visitor.until("is being played in another window")
        await first.close()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
async def test_server_that_is_ended_ends_every_table_and_says_so(tmp_path, number):
    house = House(tmp_path)
    async with visiting(house, 2 if number == signal.SIGINT else 1) as visitors:
        for visitor in visitors:
            await visitor.sit_down()
            await visitor.until("None yet.")
        tables = house.tables()
        assert len(tables) == len(visitors)
        code, told = house.end(number)
        assert code == 0
        assert told.endswith("plenipo: ended; every move is saved\n")
        assert "Traceback" not in told
        assert gone(tables)
        for visitor in visitors:
            await visitor.until_closed()


async def test_server_that_is_killed_leaves_no_table_behind(tmp_path):
    house = House(tmp_path)
    async with visiting(house) as [visitor]:
        await visitor.sit_down()
        await visitor.until("None yet.")
        tables = house.tables()
        assert tables
        house.end(signal.SIGKILL)
        assert gone(tables)


async def test_table_that_crashes_tells_page_and_server_in_plain_words_and_keeps_the_game(tmp_path):
    broken = "import os; os.environ['PYTHONPATH'] = os.environ['PLENIPO_SAVES'] + os.pathsep + os.environ['PYTHONPATH']"
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\n"
        "if '-m' in sys.orig_argv:\n"
        "    from game.ui.screens import table\n"
        "    table.TableScreen.action_dossier = lambda self: 1 // 0\n"
    )
    house = House(tmp_path, setup=broken)
    try:
        async with visiting(house) as [visitor]:
            await visitor.sit_down()
            await visitor.until("None yet.")
            await visitor.press("\r")
            await visitor.until("Your floor")
            await visitor.press("y")
            await visitor.press("\r")
            await visitor.until("Your floor")
            await visitor.press("d")
            await visitor.until_closed()
            assert await visitor.farewell() == (
                "Plenipo stopped because of an error in the program. Your game is saved up to the last move."
            )
            assert b"ZeroDivisionError" not in visitor.seen
            visitor.seen = b""
            await visitor.sit_down()  # the server goes on, and so does the game
            await visitor.until("T. V. Soong ·")
        [report] = tmp_path.glob("visitors/*/crashes/crash-*.txt")
        assert "ZeroDivisionError" in report.read_text()
        [record] = tmp_path.glob("visitors/*/*.record.jsonl")
        assert '"by":"china"' in record.read_text().replace(" ", "")
    finally:
        code, told = house.end()
    assert code == 0
    assert f"A report is in {report}" in told
    assert "Traceback" not in told


async def test_visitor_whose_program_hangs_does_not_hold_up_the_end(tmp_path):
    stuck = "import game.web.table as t; t.PROGRAM = (sys.executable, '-c', 'import signal,time;"
    stuck += 'signal.signal(15, signal.SIG_IGN); print("__GANGLION__", flush=True); time.sleep(600)\')'
    stuck += "; t.PATIENCE = 0.5"
    house = House(tmp_path, setup=stuck)
    async with visiting(house) as [visitor]:
        await visitor.sit_down()
        tables = await house.some_tables()
        assert len(tables) == 1
        await asyncio.sleep(0.5)  # by now it no longer listens to signals
        code, _ = house.end()
    assert code == 0
    assert gone(tables)


# The command


def test_port_in_use_is_told_with_the_way_out(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 1
    told = capsys.readouterr()
    assert told.err == f"plenipo: port {port} is in use already; choose another with --port N (0 takes a free one)\n"
    assert told.out == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--port", "70000"], "--port must be from 0 to 65535"),
        (["--tables", "0"], "--tables from 1 on"),
        (["--host", "0.0.0.0"], "say with --public-url what visitors type"),
        (["--host", "0.0.0.0", "--public-url", "x"], "--public-url must look like"),
    ],
)
def test_address_that_can_serve_nobody_is_a_usage_error(words, said, capsys):
    assert main(["serve", *words]) == 2
    assert said in capsys.readouterr().err


def test_address_that_others_can_reach_is_told_with_what_that_means(capsys):
    serve._tell(Address("0.0.0.0", 1945, "http://192.168.1.20:1945"), "/games")
    told = capsys.readouterr()
    assert told.out == "Plenipo is at http://192.168.1.20:1945/\nGames are kept in /games\nCtrl-C ends it.\n"
    assert "without a password and unencrypted" in told.err
    serve._tell(Address("127.0.0.1", 1945), "/games")
    assert capsys.readouterr().err == ""


def test_host_that_is_not_ours_is_told(capsys):
    assert main(["serve", "--host", "192.0.2.1"]) == 1  # a documentation address: RFC 5737
    assert "can't listen at 192.0.2.1" in capsys.readouterr().err


def test_without_the_extra_the_command_says_what_to_install(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path))
    for name in [name for name in sys.modules if name.startswith(("game.web", "textual_serve"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    assert main(["serve", "--port", "0"]) == 1
    said = "plenipo: the browser needs what “pip install 'plenipo[web]'” brings; it is not installed\n"
    assert capsys.readouterr().err == said
