"""Open a game at a desk, play it, and close it: whatever happens, it is saved and says where."""

from __future__ import annotations

from typing import TextIO

from game.debrief import Findings, findings, rendered
from game.debrief.deeds import side
from game.debrief.sections import PAGES
from game.debrief.terminal import EVERYTHING, contents
from game.plain import home
from game.plain.chair import Chair
from game.plain.desk import Desk, EndOfInput
from game.plain.house import CannotOpen, Game, House
from game.plain.language import VERBS, Order, understood
from game.plain.names import NotUnderstood
from game.plain.questions import Quit
from game.plain.reading import Leave, Reader
from game.plain.request import Request
from game.plain.table import Table

GOOD, INTERRUPTED = 0, 130


def run(request: Request, stdin: TextIO, stdout: TextIO, house: House | None = None) -> int:
    """Play one game line by line; the exit code: 0 good (the end of input included), 3 not found or unreadable, 130
    interrupted. Nothing is raised for what a player does; a reader that goes away ends the game, saved.
    """
    desk = Desk(stdin, stdout)
    try:
        return _opened(desk, request, house or _usual_house())
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return GOOD
    finally:
        desk.close()


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
                desk.say(str(error))
    except NotUnderstood as error:
        desk.say(str(error))
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
        desk.say(f"Interrupted. {kept_as(game)}")
        return INTERRUPTED
    return GOOD


def kept_as(game: Game) -> str:
    """Where the game is, and how to go on with it."""
    if not game.name:
        return "The game was kept nowhere."
    if game.session.over:
        return f"The game is kept as {game.name} in {game.folder}."
    return f"The game is saved as {game.name} in {game.folder}. To go on: “plenipo --plain”, then choose it."


FIRST_PAGE = "summary"
"""The page of the debrief that is read out unasked."""


def _close(desk: Desk, house: House, game: Game) -> None:
    """The debrief of everyone at the desk, then whatever they still want to read."""
    chairs = [Chair(game, party) for party in game.session.human_parties]
    scenario = game.session.state.scenario.id
    history, wider = house.history(scenario), house.wider(scenario)
    found = [findings(game.session, chair.party, history, wider) for chair in chairs]
    for one in found:
        desk.written("\n" + rendered(one, FIRST_PAGE))
    desk.say(kept_as(game))
    if chairs:
        desk.written("\n" + contents("“debrief NAME”"))
        _afterwards(desk, house, chairs[0], found)


def _afterwards(desk: Desk, house: House, chair: Chair, found: list[Findings]) -> None:
    """Papers and documents, all of them open now, until the player leaves."""
    reader = Reader(desk, house, chair)
    desk.say(f"You may go on reading for {side(chair.agenda, chair.party)}.")
    while True:
        line = desk.read(
            "“debrief” and a name reads a page, “n” the minutes, “w FILE” writes them, “g” compares with the record, "
            "“what-if 5” plays on from move 5, “show” the documents, “q” leaves:"
        )
        try:
            order = understood(line, chair.agenda) if line else None
            if order is None:
                continue
            if order.verb in VERBS:
                desk.say("The negotiation is over.")
            elif order.verb == "debrief":
                _read_debrief(desk, found, order.rest[0] if order.rest else FIRST_PAGE)
            else:
                reader(order)
        except NotUnderstood as error:
            desk.say(str(error))


def _read_debrief(desk: Desk, found: list[Findings], page: str) -> None:
    """One page of the debrief for everyone at the desk. NotUnderstood when there is none of that name."""
    if page not in (*PAGES, EVERYTHING):
        raise NotUnderstood(f"The debrief has no page “{page}”; there are: {', '.join(PAGES)}, and {EVERYTHING}.")
    for one in found:
        desk.written(rendered(one, page))
