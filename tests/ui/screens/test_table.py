"""The table, played by keys and by mouse. Outcomes are read from the session, never from the screen's own state."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual import events
from textual.content import Content

from game.engine.moves import (
    Accept,
    Adjourn,
    Argue,
    Ask,
    CiteMinutes,
    ConsultCapital,
    Degree,
    Hold,
    Propose,
    Recourse,
    Reject,
    Reserve,
    Responsibility,
    Terms,
    WalkOut,
    Withdraw,
    Yield,
)
from game.engine.party import Line
from game.engine.state import EndingKind
from game.ui.app import Request
from game.ui.screens.keys import VERB_KEYS, legal_keys
from game.ui.widgets.paper import in_rows
from tests.builders import small
from tests.ui.conftest import screen_text
from tests.ui.standins import StandInArchive, agrees, breaks, holds, refuses
from tests.ui.table import opened, press, settle, table_of


def mine(table, kind):
    """The moves of one kind that the person made."""
    return [s.move for s in table.chair.session.steps if isinstance(s.move, kind) and s.move.by == "china"]


async def test_propose_by_two_keys_is_on_record():
    async with opened() as pilot:
        table = await press(pilot, "right", "down", "p", "enter")
        assert mine(table, Propose) == [
            Propose("china", mine(table, Propose)[0].package, Terms.SEVERABLE, Responsibility.INSTRUCTED)
        ]
        assert dict(mine(table, Propose)[0].package.items) == {"railway-board": "joint-board"}


async def test_propose_second_issue_all_or_nothing_is_one_package():
    async with opened() as pilot:
        table = await press(pilot, "right", "p", "right_square_bracket", "p", "w", "enter")
        offer = mine(table, Propose)[0]
        assert offer.terms is Terms.WHOLE
        assert dict(offer.package.items) == {"railway-board": "parity", "railway-guards": "chinese"}


async def test_propose_same_option_twice_takes_it_out_again():
    async with opened() as pilot:
        table = await press(pilot, "right", "p", "p")
        assert table.composer.draft is None


async def test_propose_beyond_instructions_is_refused_and_kept():
    async with opened() as pilot:
        table = await press(pilot, "right", "down", "down", "p", "enter")
        assert mine(table, Propose) == []
        assert dict(table.composer.draft.package.items) == {"railway-board": "soviet-majority"}
        assert "red line" in screen_text(pilot.app)
        assert "up to 60 %" in screen_text(pilot.app)  # engine.outcome.RED_LINE


async def test_propose_on_own_responsibility_is_said():
    async with opened() as pilot:
        table = await press(pilot, "right", "down", "down", "p", "o", "enter")
        assert mine(table, Propose)[0].responsibility is Responsibility.OWN


async def test_accept_theirs_is_ad_referendum_unless_said_otherwise():
    # ussr asks for its own end of the board first: a red line of China's, so the guards are taken instead
    async with opened(StandInArchive([small()], holds), Request("small", "ussr")) as pilot:
        table = await press(pilot, "right", "p", "enter")
        await press(pilot, "a", "o", "enter")
        taken = [s.move for s in table.chair.session.steps if isinstance(s.move, Accept)]
        assert taken[0].degree is Degree.AD_REFERENDUM
        assert dict(taken[0].package.items) == {"railway-board": "parity"}


async def test_accept_moves_the_cursor_to_the_option_agreed():
    async with opened() as pilot:  # ussr asks for a Soviet majority; the cursor is put on China's own end
        table = await press(pilot, "right", "home", "a", "o", "enter")
        assert table.chair.view.settled.get("railway-board") == "soviet-majority"
        assert table.panes.ladder.cursor == "soviet-majority"
        table = await press(pilot, "up")
        assert table.panes.ladder.cursor == "joint-board"  # it can be moved from there


async def test_accept_in_substance_needs_no_leave():
    async with opened() as pilot:
        table = await press(pilot, "right", "p", "enter")  # parity is China's; ussr holds a Soviet majority
        await press(pilot, "a", "w", "enter")
        assert mine(table, Accept)[0].degree is Degree.SUBSTANCE
        assert table.chair.session.state.standing("railway-board").in_principle


async def test_reject_hold_ask_and_reserve_are_two_keys_each():
    async with opened() as pilot:
        table = await press(pilot, "right", "p", "enter")
        await press(pilot, "r", "enter")
        await press(pilot, "h", "enter")
        await press(pilot, "k", "enter")
        await press(pilot, "v", "w", "enter")
        assert mine(table, Reject)[0].issues == ("railway-board",)
        assert mine(table, Hold)[0].issues == ("railway-board",)
        assert mine(table, Ask)[0].issue == "railway-board"
        assert mine(table, Reserve)[0].to is Recourse.INSTRUCTIONS


async def test_hold_without_a_position_shows_the_engines_sentence_and_remedy():
    async with opened() as pilot:
        table = await press(pilot, "h")
        assert table.composer.draft is None
        assert "you have no position to hold to" in screen_text(pilot.app)
        assert "Propose one." in screen_text(pilot.app)


@pytest.mark.parametrize("sheet", ["t", "e", "d", "g"])
async def test_refusal_is_gone_once_another_sheet_was_opened(sheet):
    async with opened() as pilot:
        await press(pilot, "right", "p", "h")  # nothing to hold to: China has no position yet
        assert "you have no position to hold to" in screen_text(pilot.app)
        held = table_of(pilot).composer.draft
        await pilot.press(sheet)
        await pilot.pause(0.1)
        assert pilot.app.screen is not table_of(pilot)
        await pilot.press("escape")
        await pilot.pause(0.1)
        assert pilot.app.screen is table_of(pilot)
        assert "you have no position to hold to" not in screen_text(pilot.app)
        assert table_of(pilot).composer.draft == held


async def test_refused_verb_keeps_the_draft_in_hand():
    async with opened() as pilot:
        table = await press(pilot, "right", "p", "h")
        assert table.composer.draft.verb == "propose"
        assert "no position to hold to" in screen_text(pilot.app)


async def test_argue_picks_claim_then_passage():
    async with opened() as pilot:
        table = await press(pilot, "e", "enter", "down", "enter", "enter")
        argued = mine(table, Argue)[0]
        assert (argued.claim, argued.passage) == ("parity-in-1924", "hearsay")


async def test_argue_does_not_tell_weak_from_strong():
    async with opened() as pilot:
        await press(pilot, "e", "enter")
        shown = screen_text(pilot.app).casefold()
        # builders.PARITY_IN_1924: one passage is weak, because "It is hearsay."
        assert not [word for word in ("weak", "strong", "hearsay") if word in shown]


async def test_argue_offers_no_passage_of_a_later_date():
    async with opened() as pilot:
        await press(pilot, "e", "enter")
        assert "August" not in screen_text(pilot.app)  # builders.PARITY_IN_1924 has one of 14 August


async def test_cite_holds_them_to_an_earlier_meeting():
    async with opened() as pilot:
        table = await press(pilot, "m", "enter", "enter")
        assert mine(table, CiteMinutes)[0].minute == "m-joint"


async def test_withdraw_takes_the_offer_back():
    async with opened() as pilot:
        table = await press(pilot, "right", "p", "enter")
        await press(pilot, "x", "enter")
        assert mine(table, Withdraw)[0].offer == mine(table, Withdraw)[0].offer
        assert table.chair.session.state.position("china", "railway-board") is None


async def test_telegram_ticks_what_the_draft_needs_leave_for():
    async with opened() as pilot:
        table = await press(pilot, "right", "down", "down", "p", "t", "f2")
        wired = mine(table, ConsultCapital)[0]
        assert dict(wired.asks.items) == {"railway-board": "soviet-majority"}


async def test_telegram_report_typed_and_sent_with_enter():
    async with opened() as pilot:
        table = await press(pilot, "t", "tab", *"All well", "enter")
        assert mine(table, ConsultCapital)[0].report == "All well"


async def test_telegram_empty_is_refused_on_the_sheet():
    async with opened() as pilot:
        table = await press(pilot, "t", "f2")
        assert "There is nothing to send." in screen_text(pilot.app)
        assert mine(table, ConsultCapital) == []


async def test_yield_leaves_the_floor_and_adjourn_carries_the_formula():
    async with opened() as pilot:
        table = await press(pilot, "y", "enter")
        await press(pilot, "j", "i", *"We rise", "enter", "enter")
        assert len(mine(table, Yield)) == 1
        assert mine(table, Adjourn)[0].communique == "We rise"


async def test_break_off_warns_before_it_ends_the_game():
    async with opened() as pilot:
        table = await press(pilot, "j", "w")
        assert "ends the negotiation" in screen_text(pilot.app)
        await press(pilot, "enter")
        assert mine(table, WalkOut)
        assert table.chair.session.state.ending.kind is EndingKind.BREAKDOWN


async def test_own_words_are_said_and_marked_as_such():
    async with opened() as pilot:
        table = await press(pilot, "right", "p", "i", *"Yalta [b]is[/b] not sacred", "enter", "enter")
        assert mine(table, Propose)[0].words == "Yalta [b]is[/b] not sacred"
        await press(pilot, "z")
        assert "› Yalta [b]is[/b] not sacred" in screen_text(pilot.app)


async def test_words_survive_escape():
    async with opened() as pilot:
        table = await press(pilot, "right", "p", "i", "a", "b", "escape")
        assert table.composer.draft.words == "ab"


async def test_question_answered_truly_or_guardedly():
    def asks(view):
        return Ask("ussr", "railway-board") if not view.ledger else holds(view)

    async with opened(StandInArchive([small()], asks)) as pilot:
        table = await press(pilot, "k")
        # true_reply: joint-board may be given ad referendum (builders.CHINA_STAKES)
        assert table.composer.draft.manner == "report"
        await press(pilot, "w")
        assert table.composer.draft.manner == "guarded"
        await press(pilot, "enter")
        assert table.chair.session.state.asked == ""


async def test_draft_can_be_made_ready_while_the_other_side_speaks():
    async with opened() as pilot:
        table = table_of(pilot)
        table._listening = True
        await pilot.press("right", "p", "enter")
        assert mine(table, Propose) == []
        assert table.composer.draft is not None
        assert "still speaking" in screen_text(pilot.app)
        table._listening = False
        await press(pilot, "enter")
        assert len(mine(table, Propose)) == 1


async def test_keys_typed_ahead_in_one_burst_are_all_done():
    # the burst crosses two changes of focus and two sheets
    burst = ["right", "p", "escape", "e", "enter", "enter", "enter", "t", "tab", "O", "K", "enter", "y", "enter"]
    async with opened() as pilot:
        for key in burst:
            event = events.Key(key, key if len(key) == 1 else None)
            pilot.app.post_message(event)
        for _ in range(40):
            await pilot.pause(0.02)
        table = await settle(pilot)
        assert [m.passage for m in mine(table, Argue)] == ["treaty"]
        assert [m.report for m in mine(table, ConsultCapital)] == ["OK"]
        assert len(mine(table, Yield)) == 1


async def test_verbs_bar_lists_only_what_is_legal():
    async with opened() as pilot:
        table = table_of(pilot)
        words = {key.word for key in table.query_one("#verbs").keys}
        assert "hold" not in words  # China has no position yet
        assert "take back" not in words  # nor an offer
        assert {"propose", "accept", "refuse"} <= words  # ussr has tabled the board
        await press(pilot, "right", "p", "enter")
        words = {key.word for key in table.query_one("#verbs").keys}
        assert {"hold", "take back"} <= words


async def test_leaving_what_is_not_saved_is_asked_about_once():
    async with opened() as pilot:
        table = await press(pilot, "right", "p", "enter")
        table.chair.session.unsaved = OSError("The disk is full")
        await press(pilot, "q")
        assert "The last moves are not saved. The disk is full" in " ".join(screen_text(pilot.app).split())
        await press(pilot, "escape")
        assert pilot.app.screen is table
        await press(pilot, "q", "y")
        assert len(pilot.app.archive.closed) == 1


async def test_leaving_a_game_that_could_never_be_saved_is_asked_about_once_something_was_said():
    async with opened() as pilot:
        table = table_of(pilot)
        table.game = replace(table.game, name="", warning="This game can't be saved. There is no folder.")
        assert table._lost() == ""
        await press(pilot, "right", "p", "enter", "q")
        assert "This game can't be saved." in screen_text(pilot.app)


class Damaged(StandInArchive):
    """Games of which a torn end was put aside."""

    def open(self, request):
        return replace(super().open(request), warning="Part of the file was put aside.")


async def test_damage_put_aside_is_told_with_where_the_game_goes_on():
    async with opened(Damaged()) as pilot:
        assert "put aside.  → Play on, from the last sound move." in screen_text(pilot.app)


async def test_nothing_is_lost_when_a_move_is_not_saved():
    async with opened() as pilot:
        table = table_of(pilot)
        table.chair.session.unsaved = OSError("The disk is full")
        await press(pilot, "right", "p", "enter")
        assert "The disk is full" in screen_text(pilot.app)


async def test_new_lines_are_marked_until_the_next_move():
    async with opened() as pilot:
        table = table_of(pilot)
        assert table.panes.minutes.unseen == 1
        assert "● 1 new" in screen_text(pilot.app)
        await press(pilot, "tab", "tab")
        assert table.panes.minutes.unseen == 0


async def test_own_words_are_not_new_to_who_said_them():
    async with opened() as pilot:
        table = await press(pilot, "right", "p", "i", *"Yes", "enter", "enter")
        lines = [block.lead.plain for block in table.panes.minutes.blocks if block.body.plain.startswith("Yes")]
        assert lines == ["  › "]
        assert table.panes.minutes.unseen == 1  # what the other side answered


@pytest.mark.parametrize("pane", ["agenda", "ladder"])
async def test_minutes_in_full_give_the_height_back_to_the_pane_one_came_from(pane):
    async with opened() as pilot:
        table = await press(pilot, *(["right"] if pane == "ladder" else []), "z")
        assert table.panes.minutes.has_focus
        await press(pilot, "z")
        assert getattr(table.panes, pane).has_focus


async def test_enter_on_what_goes_beyond_the_instructions_leaves_room_for_what_to_do():
    async with opened() as pilot:
        await press(pilot, "right", "down", "down", "p", "enter")  # a Soviet majority: China's red line
        text = " ".join(screen_text(pilot.app).split())
        assert "Not said yet" in text
        assert "o on your own responsibility" in text
        assert text.count("red line") == 1


async def test_counterparts_reasons_stand_under_its_refusal():
    async with opened(StandInArchive([small()], refuses)) as pilot:
        table = await press(pilot, "right", "p", "enter")
        assert "  why  " in screen_text(pilot.app)
        said = [block.body.plain for block in table.panes.minutes.blocks]
        assert "Our instructions are clear. → A term of notice might change that." in said


async def test_refusal_and_what_it_was_met_by_are_told_of_the_issue_in_hand():
    async with opened(StandInArchive([small()], refuses)) as pilot:
        await press(pilot, "right", "p", "enter")  # ussr holds a Soviet majority, and refuses parity
        told = "The Soviet side refused “Parity”; its position: “Soviet majority”."
        assert told in " ".join(screen_text(pilot.app).split())
        await press(pilot, "right_square_bracket")
        assert "refused “Parity”" not in screen_text(pilot.app)


async def test_other_sides_messages_home_are_not_in_the_minutes():
    def wires(view):
        return ConsultCapital("ussr", report="secret word") if not view.telegrams else holds(view)

    async with opened(StandInArchive([small()], wires)) as pilot:
        table = table_of(pilot)
        assert any(isinstance(s.move, ConsultCapital) for s in table.chair.session.steps)
        await press(pilot, "z")
        assert "secret" not in screen_text(pilot.app)
        assert "Stalin" not in screen_text(pilot.app)


async def test_broken_counterpart_ends_with_a_report_not_a_traceback(tmp_path, monkeypatch):
    # SystemError is an Exception, so the session gives the turn away; a failing session is what crashes
    monkeypatch.setenv("PLENIPO_SAVES", str(tmp_path))
    async with opened(StandInArchive([small()], breaks)) as pilot:
        assert isinstance(table_of(pilot).chair.session.steps[0].move, Yield)
        assert "The counterpart lost its turn: it failed" in screen_text(pilot.app)


async def test_whole_game_by_keys_ends_in_an_agreement_or_its_repudiation():
    async with opened(StandInArchive([small()], agrees)) as pilot:
        table = await press(pilot, "right", "down", "down", "p", "o", "enter")  # board: Soviet majority, a red line
        await press(pilot, "right_square_bracket", "down", "p", "o", "enter")  # guards: later
        await press(pilot, "right_square_bracket", "down", "p", "enter")  # Dairen: joint use
        state = table.chair.session.state
        assert state.signed
        assert state.ending.kind in (EndingKind.AGREEMENT, EndingKind.REPUDIATED)
        assert "b debrief" in screen_text(pilot.app)
        await pilot.press("b")
        await pilot.pause(0.2)
        assert "HOW IT ENDED" in screen_text(pilot.app)


def cell_of(lines: list[tuple[int, str]], text: str) -> tuple[int, int]:
    """Where a text stands, in the first of these numbered lines that has it."""
    for y, line in lines:
        if text in line:
            return line.index(text) + 1, y
    raise AssertionError(f"{text!r} is not on screen")


async def click(pilot, text: str):
    """Click the first place on screen, from the top, where the text stands."""
    lines = list(enumerate(screen_text(pilot.app).splitlines()))
    await pilot.click(offset=cell_of(lines, text))
    return await settle(pilot)


async def click_key(pilot, text: str):
    """Click a key and its word, looked for from the bottom."""
    lines = list(enumerate(screen_text(pilot.app).splitlines()))
    await pilot.click(offset=cell_of(lines[::-1], text))
    return await settle(pilot)


async def test_whole_game_by_mouse_ends_too():
    async with opened(StandInArchive([small()], agrees)) as pilot:
        table = table_of(pilot)
        for issue, option in (
            ("Railway board", "3 Soviet majority"),
            ("Railway guards", "2 Later"),
            ("Dairen status", "2 Joint use"),
        ):
            if issue not in str(table.panes.ladder.border_title):
                await click(pilot, issue)
            await click(pilot, option)
            await click_key(pilot, "p propose")
            if "o on your own" in screen_text(pilot.app):
                await click_key(pilot, "o on your own")
            await click_key(pilot, "Enter says it")
        assert table.chair.session.over
        await click_key(pilot, "b debrief")
        await pilot.pause(0.2)
        assert "HOW IT ENDED" in screen_text(pilot.app)


async def test_second_click_on_an_option_takes_it_in_hand():
    async with opened() as pilot:
        await click(pilot, "2 Joint board")
        table = await click(pilot, "2 Joint board")
        assert dict(table.composer.draft.package.items) == {"railway-board": "joint-board"}


async def test_leave_from_the_command_line_exits_and_lets_the_file_go():
    archive = StandInArchive()
    async with opened(archive) as pilot:
        await pilot.press("q")
        await pilot.pause()
    assert pilot.app.return_code == 0
    assert len(archive.closed) == 1


@pytest.mark.parametrize(("key", "word"), [("question_mark", "The agenda"), ("f1", "Keys of the table")])
async def test_help_explains_what_has_focus(key, word):
    async with opened() as pilot:
        await pilot.press(key)
        assert word in screen_text(pilot.app)
        await pilot.press("escape")
        assert word not in screen_text(pilot.app).replace("─ Agenda", "")


@pytest.mark.parametrize("line", list(Line))
def test_all_verbs_at_once_fit_two_rows_of_a_terminal_of_80(line):
    every = frozenset(one.verb for one in VERB_KEYS) | {"answer"}
    keys = legal_keys(every, replace(small().agenda.parties[0], line=line))
    assert len(in_rows((Content(f"{one.key} {one.word}") for one in keys), 78)) == 2


@pytest.mark.parametrize("key", ["p", "right_square_bracket", "tab"])
async def test_key_costs_one_layout_at_most_and_no_paint_on_its_way(monkeypatch, key):
    """The composer grows with p, the ladder with another issue: Textual by itself lays out twice and paints thrice."""
    from textual._compositor import Compositor

    laid = []
    reflow = Compositor.reflow
    monkeypatch.setattr(Compositor, "reflow", lambda *given: (laid.append(1), reflow(*given))[1])
    async with opened() as pilot:
        await press(pilot, "right")
        await pilot.pause(0.2)
        laid.clear()
        await press(pilot, key)
        await pilot.pause(0.2)
        assert len(laid) <= 1
        assert pilot.app._batch_count == 0


async def test_option_clicked_just_after_another_issue_is_that_of_the_issue_that_was_shown():
    """The agenda's cursor has moved on, and what is drawn has not yet: a random walk of clicks came to this."""
    async with opened(StandInArchive()) as pilot:
        table = await settle(pilot)
        shown, others = table.panes.spot, [issue.id for issue in table.chair.view.agenda.issues]
        table.panes.agenda.put_cursor(next(issue for issue in others if issue != shown.issue))
        assert table.panes.spot == shown
        table.action_stage("propose")
        assert dict(table.composer.draft.package) == {shown.issue: shown.option}
