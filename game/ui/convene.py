"""How a game is convened: a new one is begun or a saved one gone on with, whoever is to sit there is seated."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from game.ui.archive import USUAL, CannotOpen, Game
from game.ui.request import Request

if TYPE_CHECKING:
    from game.delegates.delegate import Delegate
    from game.engine.history import HistoricMeeting
    from game.engine.scenario import Agenda, Scenario
    from game.play.setup import Setup
    from game.record.journal import Journal

HIGHEST_SEED = 999_999
USAGE, NOT_FOUND = 2, 3
Found = TypeVar("Found")


def begun(request: Request) -> Game:
    """A new game, the other chair taken by whom the request names. CannotOpen where the scenario can't be read."""
    from game.authoring import loader
    from game.play.session import Session
    from game.play.setup import HUMAN, Setup

    scenario = readable(lambda: loader.load(request.scenario))
    party = _party(scenario.agenda, request.party)
    against = request.against or USUAL
    seed = request.seed if request.seed is not None else random.SystemRandom().randrange(HIGHEST_SEED)
    seats = {party: HUMAN, scenario.agenda.other(party): against}
    setup = Setup(scenario.id, seats, seed, request.exchanges, study=request.study)
    seated = seated_at(scenario.id, setup)
    journal, warning = journal_of(scenario, setup, request.record)
    session = Session.start(scenario, setup, journal, seated)
    return Game(session, party, journal.header.id if journal else "", against, warning)


def resumed(save: str, party: str) -> Game:
    """A saved game at the chair asked for, or the first a person has; what was put aside of a damaged file is told."""
    from game.play import saves
    from game.play.session import Session
    from game.play.setup import HUMAN, setup_of
    from game.record.errors import InUse, RecordError, SaveError

    try:
        opened = saves.open_save(save)
    except InUse as error:
        raise CannotOpen(sentence_of(error.message), "Close it there, or read it with: plenipo debrief.") from None
    except (SaveError, RecordError) as error:
        raise CannotOpen(sentence_of(error.message)) from None
    setup = setup_of(opened.record.header)
    try:
        session = Session.resume(opened.record, opened.scenario, opened.journal, seated_at(opened.scenario.id, setup))
    except RecordError as error:
        if opened.journal is not None:
            opened.journal.close()
        raise CannotOpen(f"{save} can't be gone on with. {sentence_of(error.message)}") from None
    chair = party if party in setup.humans else next(iter(setup.humans), opened.scenario.agenda.parties[0].id)
    against = setup.seats.get(opened.scenario.agenda.other(chair), HUMAN)
    damage = f"Part of the file was put aside. {sentence_of(opened.damage.message)}" if opened.damage else ""
    return Game(session, chair, opened.record.header.id, against, damage)


def seated_at(scenario: str, setup: Setup) -> dict[str, Delegate]:
    """Who sits in the chairs that no person has."""
    from game.play.seating import NotSeated, seated

    try:
        return seated(setup, lambda: history_of(scenario))
    except NotSeated as missing:
        raise CannotOpen(missing.sentence, missing.remedy, USAGE) from None


def journal_of(scenario: Scenario, setup: Setup, record: str) -> tuple[Journal | None, str]:
    """The journal of a new game; None, with a warning, when the usual folder can't be written."""
    from game.play import saves
    from game.record.errors import RecordError, SaveError

    try:
        return saves.new_save(scenario, setup, Path(record).expanduser() if record else None), ""
    except FileExistsError:
        raise CannotOpen(f"There is a file {record} already.", "Choose another name for the record.", USAGE) from None
    except (SaveError, RecordError, OSError) as error:
        sentence = sentence_of(getattr(error, "message", "") or str(error))
        if record:
            raise CannotOpen(f"The game can't be recorded. {sentence}") from None
        return None, f"This game can't be saved. {sentence}"


def history_of(scenario: str) -> tuple[HistoricMeeting, ...]:
    """The coded record; empty where none is coded or it can't be read."""
    from game.authoring import loader

    try:
        return readable(lambda: loader.load_history(scenario))
    except CannotOpen:
        return ()


def _party(agenda: Agenda, wanted: str) -> str:
    known = [party.id for party in agenda.parties]
    party = wanted.lower() or known[0]
    if party not in known:
        raise CannotOpen(f"There is no chair “{wanted}”.", f"There are: {', '.join(known)}.", USAGE)
    return party


def sentence_of(text: str) -> str:
    """Text as one sentence: a capital, a full stop."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def readable(read: Callable[[], Found]) -> Found:
    """What the loader reads; CannotOpen with its own words when it can't."""
    from game.authoring import loader

    try:
        return read()
    except (loader.UnknownScenario, loader.UnknownSource) as error:
        raise CannotOpen(sentence_of(str(error)), code=NOT_FOUND) from None
    except loader.BrokenScenario as error:
        count = len(error.diagnostics)
        raise CannotOpen(f"The scenario has {count} mistakes.", "“plenipo check” names each.", NOT_FOUND) from None
