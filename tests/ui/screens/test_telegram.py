"""The telegraph office: reports put together, and answers beside what they are built on."""

from game.ui.app import Request
from game.ui.screens.telegram import TelegramScreen
from tests.ui.conftest import screen_text
from tests.ui.standins import StandInArchive
from tests.ui.table import opened, press, table_of


async def office(pilot) -> TelegramScreen:
    await pilot.press("t")
    await pilot.pause(0.1)
    assert isinstance(pilot.app.screen, TelegramScreen)
    return pilot.app.screen


async def test_report_is_put_together_from_ticked_sentences_and_own_words():
    async with opened(StandInArchive(), Request("small", "china")) as pilot:
        screen = await office(pilot)
        assert screen.sentences[0].startswith("The Soviet side asks for: Railway board")
        screen.query_one("#asks").put_cursor("say 0")
        await pilot.press("space", "tab", *"Firm", "enter")
        await pilot.pause(0.1)
        (telegram,) = table_of(pilot).chair.view.telegrams
        assert telegram.report == f"{screen.sentences[0]} Firm"


async def test_ticked_sentence_is_read_over_before_it_goes_and_can_be_taken_out():
    async with opened(StandInArchive(), Request("small", "china")) as pilot:
        screen = await office(pilot)
        screen.query_one("#asks").put_cursor("say 0")
        await pilot.press("space")
        await pilot.pause(0.1)
        assert f"{len(screen.sentences[0])} of 600: “The Soviet side asks for" in screen_text(pilot.app)
        await pilot.press("space")
        await pilot.pause(0.1)
        assert "of 600:" not in screen_text(pilot.app)


async def test_answer_stands_under_what_was_asked_with_its_basis():
    """Stalin is down the corridor on the small table: he refuses the joint board at once."""
    async with opened(StandInArchive(), Request("small", "ussr")) as pilot:
        screen = await office(pilot)
        issue, option = screen.askable[0]
        screen.query_one("#asks").put_cursor(f"{issue} {option}")
        await pilot.press("space", "f2")
        await pilot.pause(0.1)
        await press(pilot)
        await office(pilot)
        await pilot.press("end")
        text = screen_text(pilot.app)
        assert "1. Asked for: " in text
        assert "answered" in text
        assert "refused: " in text or "granted: " in text


async def test_office_opens_on_the_issue_in_hand_and_end_goes_to_what_was_sent():
    """Guards are the second issue of the small table, the board the first; Stalin answers at once."""
    async with opened(StandInArchive(), Request("small", "ussr")) as pilot:
        await press(pilot, "right_square_bracket")
        screen = await office(pilot)
        assert screen.query_one("#asks").cursor.startswith("railway-guards ")
        await pilot.press("space", "f2")
        await press(pilot)
        screen = await office(pilot)
        await pilot.press("end", "space")
        assert screen.query_one("#asks").cursor == "sent 1 end"
        assert not screen.ticked
        assert "1. Asked for: " in screen_text(pilot.app)


async def test_office_is_complete_by_mouse():
    async with opened(StandInArchive(), Request("small", "china")) as pilot:
        await office(pilot)
        for words in ("The Soviet side asks for", "F2 sends it"):
            for _ in range(
                2 if words != "F2 sends it" else 1
            ):  # a first click puts the cursor there, a second one ticks
                lines = screen_text(pilot.app).splitlines()
                row = next(number for number, line in enumerate(lines) if words in line)
                await pilot.click(offset=(lines[row].index(words) + 2, row))
                await pilot.pause(0.1)
        (telegram,) = table_of(pilot).chair.view.telegrams
        assert telegram.report.startswith("The Soviet side asks for")


async def test_question_mark_explains_the_office():
    async with opened(StandInArchive(), Request("small", "china")) as pilot:
        await office(pilot)
        await pilot.press("question_mark")
        await pilot.pause(0.1)
        assert "The telegraph office" in screen_text(pilot.app)
