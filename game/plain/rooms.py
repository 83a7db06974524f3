"""The house as it is: scenarios from the loader, counterparts from the registry, games from the saves folder."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shlex import quote
from typing import TypeVar

from game.debrief import Coded, findings
from game.debrief.demands import demands
from game.debrief.page import Figure
from game.debrief.sections import pages
from game.engine.history import HistoricMeeting, history_until
from game.engine.scenario import Agenda, Scenario
from game.engine.state import Step
from game.paths import saves_folder
from game.plain.chair import Chair
from game.plain.home import USUAL
from game.plain.house import CannotOpen, Chairs, Document, Game, Kept
from game.plain.names import nearest
from game.plain.request import Request
from game.play import saves
from game.play.citing import noted
from game.play.seating import NotSeated, seated
from game.play.session import Session
from game.play.settings import guidance_now
from game.play.setup import HUMAN, Setup, setup_of
from game.play.walk import Walk, walked
from game.record.errors import InUse, RecordError, SaveError
from game.record.journal import Journal
from game.record.minutes import Utterance, minutes, spoken
from game.record.names import day

BIGGEST_SEED = 2**31
USAGE = 2
FOR_EVER = "9999-12-31"
FIRST = "moscow-1945-07-10"
"""The scenario a new player is offered first: one afternoon, recorded turn by turn."""
Found = TypeVar("Found")


class Rooms:
    """Opens games in the other rooms of the program. Every failure is a CannotOpen in plain words."""

    def scenarios(self) -> tuple[Chairs, ...]:
        """The scenarios there are: the one to begin with, then single meetings, then longer ones."""
        from game.authoring import loader

        found = sorted(loader.summaries(), key=lambda one: (one.id != FIRST, one.meetings, one.id))
        return tuple(
            Chairs(one.id, one.title, tuple(one.chairs), _size(one.issues, one.meetings), (one.subtitle, one.summary))
            for one in found
        )

    def counterparts(self) -> tuple[str, ...]:
        """The delegates one may play against."""
        from game.delegates.registry import names

        return (*names(), HUMAN)

    def saves(self) -> tuple[Kept, ...]:
        """The saved games, the latest begun first."""
        return tuple(
            Kept(one.id, _about(one), bool(one.ended), one.study, one.ply, bool(one.scenario))
            for one in saves.list_saves()
        )

    def discard(self, save: str) -> None:
        """Delete a saved game."""
        try:
            saves.discard(save)
        except (SaveError, RecordError) as error:
            raise CannotOpen(_sentence(error.message)) from None

    def vary(self, game: Game, ply: int) -> Game:
        """A variation of a game that leaves it after ``ply`` moves, in a record of its own that names its parent."""
        session = game.session
        setup = session.variation_setup(ply)
        delegates = seated(setup, lambda: self.history(session.scenario.id))
        journal, warning = _kept(session.scenario, setup, "")
        varied = session.variation(ply, journal, delegates)
        session.close()
        return replace(_game(varied, journal, game.against, warning), guidance=game.guidance)

    def walk(self, chair: Chair) -> Walk:
        """The course of a game, beside the record of its own meetings once it is over."""
        scenario = chair.session.scenario
        if not chair.session.over:
            return walked(chair, ())
        recorded = history_until(scenario, self.history(scenario.id), FOR_EVER)[0]
        return walked(chair, tuple(one.step for one in recorded))

    def figures(self, chair: Chair) -> tuple[Figure, ...]:
        """What can be drawn of a game: after it the debrief's figures; then what was asked for and offered."""
        own = demands(chair.view, self.walk(chair))
        return (*self._debriefed(chair), *([own] if own else []))

    def _debriefed(self, chair: Chair) -> tuple[Figure, ...]:
        if not chair.session.over:
            return ()
        scenario = chair.session.scenario.id
        found = findings(chair.session, chair.party, self.history(scenario), self.wider(scenario))
        return tuple(block for page in pages(found) for block in page.blocks if isinstance(block, Figure))

    def note(self, text: str) -> str:
        """Add a citation to the file of citations beside the saved games; its path."""
        try:
            return str(noted(text))
        except OSError as error:
            raise CannotOpen(f"The citation can't be written: {error.strerror}.") from None

    def wider(self, scenario: str) -> Coded | None:
        """The scenario this one is a part of, with its record; None where it is a part of none."""
        from game.authoring import loader

        found = loader.load_wider(scenario)
        return Coded(*found) if found else None

    def open(self, request: Request) -> Game:
        """A new game, or a saved one to go on with."""
        opened = self._resumed(request.save) if request.save else self._begun(request)
        return replace(opened, guidance=guidance_now())

    def close(self, game: Game) -> None:
        """Let go of a game's file."""
        game.session.close()

    def document(self, source: str) -> Document:
        """A kept source."""
        from game.authoring import loader

        return _readable(lambda: loader.load_source(source))

    def history(self, scenario: str) -> tuple[HistoricMeeting, ...]:
        """The coded record; empty where none is coded or it can't be read: the debrief then goes without."""
        from game.authoring import loader

        try:
            return _readable(lambda: loader.load_history(scenario))
        except CannotOpen:
            return ()

    def spoken(self, agenda: Agenda, step: Step) -> Utterance:
        """A step as the minutes have it."""
        return spoken(agenda, step)

    def minutes(self, session: Session, party: str) -> str:
        """The minutes of a game as a party may read them: a record of each meeting."""
        return minutes(session.opening, session.steps, reader=party)

    def _begun(self, request: Request) -> Game:
        from game.authoring import loader

        scenario = _readable(lambda: loader.load(request.scenario))
        party = _party(scenario.agenda, request.party)
        against = request.against or USUAL
        setup = Setup(
            scenario=scenario.id,
            seats={party: HUMAN, scenario.agenda.other(party): against},
            seed=request.seed if request.seed is not None else random.SystemRandom().randrange(BIGGEST_SEED),
            exchanges=request.exchanges,
            study=request.study,
        )
        try:
            delegates = seated(setup, lambda: self.history(scenario.id))
        except NotSeated as missing:
            raise CannotOpen(str(missing), USAGE) from None
        journal, warning = _kept(scenario, setup, request.record)
        session = Session.start(scenario, setup, journal, delegates)
        return _game(session, journal, against, warning)

    def _resumed(self, save: str) -> Game:
        try:
            opened = saves.open_save(save)
        except InUse as error:
            raise CannotOpen(f"{_sentence(error.message)} “plenipo debrief {save}” reads it.") from None
        except RecordError as error:
            raise CannotOpen(f"{save} can't be opened: {error.message.rstrip('.')}.") from None
        except SaveError as error:
            raise CannotOpen(f"{_sentence(error.message)} “plenipo --plain” lists the saved games.") from None
        setup = setup_of(opened.record.header)
        try:
            delegates = seated(setup, lambda: self.history(opened.scenario.id))
            session = Session.resume(opened.record, opened.scenario, opened.journal, delegates)
        except (RecordError, NotSeated) as error:
            if opened.journal is not None:
                opened.journal.close()
            raise CannotOpen(f"{save} can't be gone on with: {error}") from None
        others = [seat for seat in setup.seats.values() if seat != HUMAN]
        damage = opened.damage.message if opened.damage else ""
        warning = f"Part of the file could not be read and was put aside: {damage}." if damage else ""
        return _game(session, opened.journal, others[0] if others else "", warning)


def _size(issues: int, sittings: int) -> str:
    """How long a scenario is."""
    return f"{issues} issues, {'one sitting' if sittings == 1 else f'{sittings} sittings'}"


def _about(save: saves.Save) -> str:
    """A saved game in one line: what, who, when, how far, and how it ended."""
    if not save.scenario:
        return save.trouble
    chair = f", {save.chair} against {save.against}" if save.chair else ", two people" if not save.against else ""
    when = f", begun {day(save.when[:10])}" if save.when else ""
    exchanges = (save.speeches + 1) // 2
    far = f", {exchanges} {'exchange' if exchanges == 1 else 'exchanges'} ({save.ply} moves)"
    left = f", leaves {save.parent.record} {_after(save.parent.ply)}" if save.parent else ""
    how = f", ended: {save.ended}" if save.ended else ", goes on"
    study = ", study mode" if save.study else ""
    return f"{save.scenario}{chair}{when}{far}{left}{study}{how}{f' ({save.trouble})' if save.trouble else ''}"


def _after(ply: int) -> str:
    return f"after move {ply}" if ply else "before its first move"


def _party(agenda: Agenda, wanted: str) -> str:
    known = [party.id for party in agenda.parties]
    party = wanted.lower() or known[0]
    if party not in known:
        raise CannotOpen(f"There is no chair “{wanted}”.{nearest(wanted, known)} There are: {', '.join(known)}.", USAGE)
    return party


def _kept(scenario: Scenario, setup: Setup, record: str) -> tuple[Journal | None, str]:
    """The journal of a new game; None, with a warning, when the usual folder can't be written."""
    try:
        return saves.new_save(scenario, setup, Path(record).expanduser() if record else None), ""
    except FileExistsError:
        raise CannotOpen(f"There is a file {record} already. Choose another name for the record.", USAGE) from None
    except (SaveError, RecordError, OSError) as error:
        sentence = _sentence(getattr(error, "message", "") or str(error))
        if record:
            raise CannotOpen(f"The game can't be recorded: {sentence}") from None
        return None, f"This game can't be saved: {sentence}"


def _game(session: Session, journal: Journal | None, against: str, warning: str) -> Game:
    if journal is None:
        return Game(session, "", "", against, warning)
    name, folder = journal.header.id or journal.path.name, journal.path.parent
    again = "" if folder == saves_folder() else quote(str(journal.path.absolute()))
    return Game(session, name, str(folder), against, warning, again=again)


def _sentence(text: str) -> str:
    """The text as a sentence of its own."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?', '!')) else '.'}"


def _readable(read: Callable[[], Found]) -> Found:
    """What the loader reads; CannotOpen with its own words when it can't."""
    from game.authoring import errors

    try:
        return read()
    except (errors.UnknownScenario, errors.UnknownSource) as error:
        raise CannotOpen(_sentence(str(error))) from None
    except (errors.BrokenScenario, errors.BrokenSource) as error:
        count = len(error.diagnostics)
        mistakes = "a mistake" if count == 1 else f"{count} mistakes"
        raise CannotOpen(f"“{error.name}” has {mistakes} and can't be used. “plenipo check” names each.") from None
