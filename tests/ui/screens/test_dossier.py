"""The dossier and the reader: what a side has on its desk, and nothing it could not know."""

from game.play import geography
from game.ui.app import Request
from game.ui.screens.sources import readable
from tests.ui.conftest import screen_text
from tests.ui.july import july
from tests.ui.standins import StandInArchive
from tests.ui.table import opened


def moscow():
    return opened(StandInArchive(), Request("moscow", "china"))


async def test_dossier_pages_by_number():
    async with moscow() as pilot:
        await pilot.press("d")
        assert "Your brief" in screen_text(pilot.app)
        for key, words in (("2", "Yours alone"), ("3", "Ratification"), ("4", "宋子文"), ("5", "harriman-1945-07-03")):
            await pilot.press(key)
            assert words in screen_text(pilot.app)
        await pilot.press("escape")
        assert "Agenda" in screen_text(pilot.app)


async def test_dossier_has_no_page_for_a_map_where_no_issue_is_about_a_place(monkeypatch):
    monkeypatch.setattr(geography, "LIT", {})
    async with moscow() as pilot:
        await pilot.press("d", "5", "6")  # 6 opens nothing
        shown = screen_text(pilot.app)
        assert "[5 documents]" in shown
        assert "map" not in shown
        assert "1–5 ← →" in shown
        await pilot.press("right")
        assert "[1 situation]" in screen_text(pilot.app)
        await pilot.press("left")
        assert "[5 documents]" in screen_text(pilot.app)


async def test_dossier_has_a_page_for_the_map_where_one_is():
    async with moscow() as pilot:
        await pilot.press("d", "6")
        assert "[6 map]" in screen_text(pilot.app)
        assert "1–6 ← →" in screen_text(pilot.app)


async def test_dossier_never_shows_an_authors_reason():
    # july.py gives every inferred option the reason "Known in August."; decisions: reasons wait for the debrief
    async with moscow() as pilot:
        for key in "d12345":
            await pilot.press(key)
            assert "Known in August" not in screen_text(pilot.app)


async def test_dossier_document_of_a_later_date_does_not_open():
    async with moscow() as pilot:
        await pilot.press("d", "5")
        keys = pilot.app.screen.query_one("#page").keys
        assert keys == ["harriman-1945-07-03", "soong-molotov-1945-07-10"]
        await pilot.press("enter")
        assert "Cable from Moscow" in screen_text(pilot.app)


async def test_names_in_chinese_are_aligned_by_cells():
    async with moscow() as pilot:
        await pilot.press("d", "4")
        lines = screen_text(pilot.app).splitlines()
        soong = next(line for line in lines if "宋子文" in line)
        hoo = next(line for line in lines if "胡世澤" in line)
        assert soong.index("President") == hoo.index("Vice-Minister")


async def test_source_opens_at_the_quotation_with_its_line_marked():
    async with moscow() as pilot:
        for _ in range(19):
            await pilot.press("right_square_bracket")
        await pilot.press("s")
        await pilot.pause(0.1)
        assert "▌ 293" in screen_text(pilot.app)


async def test_source_of_the_same_day_shows_only_what_is_quoted():
    async with moscow() as pilot:
        archive, view = pilot.app.archive, pilot.app.screen.chair.view
        assert readable(archive.document("harriman-1945-07-03"), view) is None  # an earlier talk: all of it
        today = readable(archive.document("soong-molotov-1945-07-10"), view)
        assert {275, 266, 293} <= today  # quoted in july.py
        assert 150 not in today
        assert readable(archive.document("soong-stalin-1945-07-12"), view) == frozenset()


async def test_source_search_finds_the_next_line():
    async with moscow() as pilot:
        await pilot.press("d", "5", "enter")
        await pilot.pause(0.1)
        await pilot.press("slash", *"5+5", "enter")
        await pilot.pause(0.1)
        assert "275" in screen_text(pilot.app).splitlines()[1]


async def test_source_markup_in_a_document_is_text():
    async with moscow() as pilot:
        await pilot.press("d", "5", "enter")
        await pilot.pause(0.1)
        await pilot.press("slash", *"5+5", "enter")
        await pilot.pause(0.1)
        assert "[bold]Not markup.[/bold]" in screen_text(pilot.app)


async def test_passage_hides_what_is_said_two_days_later():
    async with moscow() as pilot:
        assert any(
            c.date > "1945-07-10" for o in july().agenda.issue("railway-board").options for c in o.attribution.citations
        )
        for _ in range(19):
            await pilot.press("right_square_bracket")
        await pilot.press("right", "end")
        passage = pilot.app.screen.panes.passage
        assert [citation.line for citation in passage.quoted] == [266]


async def test_citation_of_a_passage_is_copied_and_written_down():
    """Line 266 of the stand-in's record: its words, shelf mark and line, as the document has them."""
    archive = StandInArchive()
    async with opened(archive, Request("moscow", "china")) as pilot:
        pilot.app.show_document("soong-molotov-1945-07-10", 266, None)
        await pilot.pause(0.2)
        await pilot.press("c")
        assert pilot.app.clipboard == (
            "“Molotov: Article 3 of our draft: 7 members 4+3.” Victor Hoo Collection, box 6, folder 9. "
            "soong-molotov-1945-07-10, line 266."
        )
        await pilot.press("w")
        await pilot.pause(0.1)
        assert archive.noted == [pilot.app.clipboard]
        assert "Written to citations.txt." in screen_text(pilot.app)


async def test_document_lays_conflicting_readings_side_by_side_where_it_has_part_in_them():
    # july.py: the cable of 3 July is read in three ways on the board; the minutes of 10 July in none
    async with moscow() as pilot:
        await pilot.press("d", "5", "enter")
        assert "d conflicts" in screen_text(pilot.app)
        await pilot.press("d")
        row = next(line for line in screen_text(pilot.app).splitlines() if "Seven, of whom four Soviet." in line)
        assert "│ No number was named" in row
        await pilot.press("escape", "escape", "down", "enter")
        assert "d conflicts" not in screen_text(pilot.app)
        await pilot.press("d")
        assert "Where the sources conflict" not in screen_text(pilot.app)
