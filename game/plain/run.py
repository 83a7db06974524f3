"""Open a game at a desk, play it, and close it: whatever happens, it is saved and says where."""

from __future__ import annotations

from contextlib import suppress
from typing import TextIO

from game.debrief import Findings, findings
from game.debrief.deeds import side
from game.debrief.sections import PAGES, page, pages
from game.debrief.terminal import titled
from game.plain import home
from game.plain.chair import Chair
from game.plain.debriefing import read_out
from game.plain.desk import Desk, EndOfInput, Unobeyed
from game.plain.ending import Ended, ended_by_signals
from game.plain.house import CannotOpen, Game, House
from game.plain.language import VERBS, Order, understood
from game.plain.names import NotUnderstood, nearest
from game.plain.questions import Quit
from game.plain.reading import Leave, Reader
from game.plain.request import Request
from game.plain.table import Table
from game.play.settings import settings_and_trouble

GOOD, PROBLEMS, INTERRUPTED = 0, 1, 130


def run(request: Request, stdin: TextIO, stdout: TextIO, house: House | None = None) -> int:
    """Play one game line by line; the exit code: 0 good (the end of input included), 1 stopped as ``strict`` asks, 3
    not found or unreadable, 130 interrupted, 128 + n ended by signal n. Nothing is raised for what a player does; a
    reader that goes away ends the game, saved.
    """
    desk = Desk(stdin, stdout)
    desk.strict = request.strict
    try:
        with ended_by_signals():
            _tell_trouble(desk)
            return _opened(desk, request, house or _usual_house())
    except KeyboardInterrupt:
        return INTERRUPTED
    except Ended as ended:
        return ended.code
    except Unobeyed:
        return PROBLEMS
    except BrokenPipeError:
        return GOOD
    finally:
        desk.close()


def _tell_trouble(desk: Desk) -> None:
    """Take the settings that are about a desk; say so when their file can't be read."""
    settings, trouble = settings_and_trouble()
    desk.unbroken = settings.unbroken
    if trouble:
        desk.say(trouble)


def _usual_house() -> House:
    from game.plain.rooms import Rooms

    return Rooms()


def _opened(desk: Desk, request: Request, house: House) -> int:
    try:
        request = _completed(desk, request, house)
        game = house.open(request)
    except Quit:
        desk.say("Nothing was begun.")
        return GOOD
    except CannotOpen as error:
        desk.say(error.sentence)
        return error.code
    try:
        if request.turn:
            game = _turned(desk, house, game, request.turn)
        Table(desk, house, game).open()
        while True:
            try:
                return _played(desk, house, game)
            except Leave as turn:
                desk.say(*_varied(game, turn.ply))
                game = house.vary(game, turn.ply)
    except EndOfInput:
        return GOOD
    finally:
        house.close(game)


def _turned(desk: Desk, house: House, game: Game, how: str) -> Game:
    """The variation of a kept game, asked for at the records desk: before the last move, or where it is named."""
    chair = Chair(game, (game.session.human_parties or (game.session.scenario.agenda.parties[0].id,))[0])
    reader = Reader(desk, house, chair)
    try:
        if how == "rewind":
            reader(Order("rewind"))
        reader(Order("course"))
        while True:
            word = desk.read("After which move does the variation leave it? A number; 0 is the opening:")
            try:
                reader(Order("what-if", tuple(word.split()[:1])))
            except NotUnderstood as error:
                desk.complain(str(error))
    except NotUnderstood as error:
        desk.complain(str(error))
        return game
    except Leave as turn:
        desk.say(*_varied(game, turn.ply))
        return house.vary(game, turn.ply)


def _varied(left: Game, ply: int) -> list[str]:
    """What has become of the game that was left."""
    where = f"after its move {ply}" if ply else "before its first move"
    name = left.name or "that was played until now"
    return [f"This game leaves {name} {where}, and is kept as a variation of it; that one stays as it is."]


def _completed(desk: Desk, request: Request, house: House) -> Request:
    """The request, or the one the player makes at the home desk.

    When the input ends there, the usual game is opened all the same, so that it is there to go on with; a person
    at a terminal who ends it leaves.
    """
    if request.scenario or request.save:
        return request
    try:
        return home.asked(desk, house)
    except EndOfInput:
        if desk.at_terminal:
            raise Quit from None
        return home.usual(house)


def _played(desk: Desk, house: House, game: Game) -> int:
    try:
        Table(desk, house, game).sit()
        _close(desk, house, game)
    except EndOfInput:
        desk.say(f"The input has ended. {kept_as(game)}" if not game.session.over else kept_as(game))
    except Quit:
        desk.say(kept_as(game))
    except KeyboardInterrupt:
        desk.say("", f"Interrupted. {kept_as(game)}")
        return INTERRUPTED
    except Ended as ended:
        with suppress(OSError):  # a terminal that has gone hears nothing
            desk.say("", f"Ended from outside. {kept_as(game)}")
        return ended.code
    except Unobeyed:
        desk.say(f"Stopped at line {desk.lines}. {kept_as(game)}")
        return PROBLEMS
    desk.tell_unobeyed()
    return GOOD


def kept_as(game: Game) -> str:
    """Where the game is, and how to go on with it."""
    if not game.name:
        return "The game was kept nowhere."
    if game.session.over:
        return f"The game is kept as {game.name} in {game.folder}."
    again = f"“plenipo play {game.again or game.name} --plain”"
    return f"The game is saved as {game.name} in {game.folder}. To go on: {again}."


FIRST_PAGE = "summary"
"""The page of the debrief that is read out unasked."""
EVERYTHING = "all"
OVER = "It is over. What will you read?"
AFTERWARDS = (
    "“debrief” and a name reads a page, “plots” the figures, “n” the minutes, “w FILE” writes them, “g” compares with "
    "the record, “what-if 5” plays on from move 5, “show” the documents, “q” leaves."
)


def _close(desk: Desk, house: House, game: Game) -> None:
    """The debrief of everyone at the desk, then whatever they still want to read."""
    chairs = [Chair(game, party) for party in game.session.human_parties]
    scenario = game.session.state.scenario.id
    history, wider = house.history(scenario), house.wider(scenario)
    found = [findings(game.session, chair.party, history, wider) for chair in chairs]
    _read_debrief(desk, found, FIRST_PAGE)
    desk.say(kept_as(game))
    if chairs:
        names = ", ".join(name for name in PAGES if name != FIRST_PAGE)
        desk.say(f"To read on: “debrief NAME”; the pages are {names}, and {EVERYTHING}.", AFTERWARDS)
        _afterwards(desk, house, chairs[0], found)


def _afterwards(desk: Desk, house: House, chair: Chair, found: list[Findings]) -> None:
    """Papers and documents, all of them open now, until the player leaves."""
    reader = Reader(desk, house, chair)
    desk.say(f"You may go on reading for {side(chair.agenda, chair.party)}.")
    while True:
        line = desk.read(OVER)
        try:
            order = understood(line, chair.agenda) if line else Order("what")
            if order.verb in (*VERBS, "try"):
                raise NotUnderstood("The negotiation is over.")
            if order.verb == "debrief":
                _read_debrief(desk, found, order.rest[0].lower() if order.rest else FIRST_PAGE)
            elif order.verb == "what":
                desk.say(AFTERWARDS)
            else:
                reader(order)
        except NotUnderstood as error:
            desk.complain(str(error))


def _read_debrief(desk: Desk, found: list[Findings], name: str) -> None:
    """One page of the debrief, or all, for everyone at the desk. NotUnderstood when there is none of that name."""
    name = _page_named(name)
    for one in found:
        if name in (FIRST_PAGE, EVERYTHING):
            desk.say("", f"{titled(one)}.")
        elif len(found) > 1:
            desk.say("", f"For {side(one.state.scenario.agenda, one.party)}:")
        for section in pages(one) if name == EVERYTHING else (page(one, name),):
            desk.say(*read_out(section))


def _page_named(name: str) -> str:
    """The page that a name or its first letters stand for. NotUnderstood when there is none of that name."""
    known = (*PAGES, EVERYTHING)
    begun = [one for one in known if one.startswith(name)]
    if name in known or len(begun) == 1:
        return name if name in known else begun[0]
    listed = f"There are: {', '.join(PAGES)}, and {EVERYTHING}."
    raise NotUnderstood(f"The debrief has no page “{name}”.{nearest(name, known)} {listed}")
