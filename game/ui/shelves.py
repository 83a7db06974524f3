"""The archive as it is: scenarios and sources from the loader, counterparts from the registry, games from the saves."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from game.ui.archive import USUAL, CannotOpen, Chairs, Document, Game, Kept, Listed
from game.ui.request import Request
from game.ui.words import moment

if TYPE_CHECKING:
    from game.debrief.page import Figure, Section
    from game.delegates.delegate import Delegate
    from game.engine.history import HistoricMeeting
    from game.engine.scenario import Agenda, Scenario
    from game.engine.state import Step
    from game.play.setup import Setup
    from game.play.walk import Walk
    from game.record.journal import Journal
    from game.record.minutes import Utterance
    from game.ui.chair import Chair

RECORDED = "historical"
"""The counterpart that speaks the record's own words."""
CITATIONS = "citations.txt"
"""The file, beside the saved games, that citations are added to."""
HIGHEST_SEED = 999_999
FOR_EVER = "9999-12-31"
USAGE, NOT_FOUND = 2, 3
Found = TypeVar("Found")


class Shelves:
    """Opens games and papers. Every failure is a CannotOpen in plain words."""

    def listed(self) -> tuple[Listed, ...]:
        """The scenarios there are, single meetings first."""
        from game.authoring.overview import summaries

        found = sorted(summaries(), key=lambda one: (one.meetings, one.id))
        return tuple(
            Listed(
                id=one.id,
                title=one.title,
                subtitle=one.subtitle,
                date=one.date,
                chairs=tuple(Chairs(party, f"{name} ({party})") for party, name in one.chairs),
                issues=one.issues,
                meetings=one.meetings,
                summary=one.summary,
            )
            for one in found
        )

    def counterparts(self) -> tuple[str, ...]:
        """Who may sit opposite, the usual one first."""
        from game.delegates.registry import names
        from game.play.setup import HUMAN

        return (*names(), HUMAN)

    def kept(self) -> tuple[Kept, ...]:
        """The saved games, the latest begun first."""
        from game.authoring.overview import summaries
        from game.play import saves

        found = summaries()
        titles = {one.id: one.title for one in found}
        chairs = {(one.id, party): name for one in found for party, name in one.chairs}
        return tuple(
            Kept(
                id=one.id,
                title=titles.get(one.scenario, one.scenario or one.id),
                chair=chairs.get((one.scenario, one.chair), one.chair) or one.trouble or "two people",
                when=moment(one.when),
                ply=one.ply,
                ended=bool(one.ended),
                left=f"leaves {one.parent.record} after move {one.parent.ply}" if one.parent else "",
                outcome=one.ended,
                against=one.against,
                exchanges=(one.speeches + 1) // 2,
                study=one.study,
                sound=bool(one.scenario),
            )
            for one in saves.list_saves()
        )

    def discard(self, save: str) -> None:
        """Delete a saved game."""
        from game.play import saves
        from game.record.errors import RecordError, SaveError

        try:
            saves.discard(save)
        except (SaveError, RecordError) as error:
            raise CannotOpen(_sentence(error.message)) from None

    def new_seed(self) -> int:
        """A seed nobody chose."""
        return random.SystemRandom().randrange(HIGHEST_SEED)

    def open(self, request: Request) -> Game:
        """A new game, or a saved one to go on with."""
        from game.play.saves import is_save
        from game.play.settings import guidance_now

        save = request.save or (request.scenario if is_save(request.scenario) else "")
        opened = _resumed(save, request.party) if save else _begun(request)
        return replace(opened, guidance=guidance_now())

    def close(self, game: Game) -> None:
        """Let go of a game's file."""
        game.session.close()

    def document(self, source: str) -> Document:
        """A kept source."""
        from game.authoring import loader

        found = _readable(lambda: loader.load_source(source))
        return Document(
            id=found.id,
            title=found.title,
            date=found.date,
            talk=found.talk,
            archive=found.archive,
            citation=found.citation,
            url=found.url,
            rights=found.rights,
            lines=found.lines,
            catalogue=frozenset(n for n in range(1, len(found.lines) + 1) if found.is_catalogue(n)),
        )

    def note(self, text: str) -> str:
        """Add a line to the file of citations beside the saved games; its path."""
        from game.paths import saves_folder

        try:
            path = saves_folder() / CITATIONS
            with path.open("a", encoding="utf-8") as file:
                file.write(text + "\n")
        except OSError as error:
            raise CannotOpen(f"The citation can't be written: {error.strerror}.", "c copies it instead.") from None
        return str(path)

    def vary(self, game: Game, ply: int) -> Game:
        """A variation of a game that leaves it after ``ply`` moves, in a record of its own that names its parent."""
        session = game.session
        fixed = session.fixed()
        if fixed is not None:
            raise CannotOpen(fixed.message, fixed.remedy)
        setup = session.variation_setup(ply)
        seated = _seated(session.scenario.id, setup)
        journal, warning = _journal(session.scenario, setup, "")
        varied = session.variation(ply, journal, seated)
        session.close()
        return replace(game, session=varied, name=journal.header.id if journal else "", warning=warning)

    def walk(self, chair: Chair) -> Walk:
        """The course of a game, beside the record of its own meetings once it is over."""
        from game.play.walk import walked

        return walked(chair, _recorded(chair.session.state.scenario) if chair.session.over else ())

    def spoken(self, game: Game, step: Step) -> Utterance:
        """A step as the minutes have it; what the recorded counterpart says is quoted from the record."""
        from game.record.minutes import quoted, spoken

        by = getattr(step.move, "by", game.party)
        tell = quoted if game.against == RECORDED and by != game.party else spoken
        return tell(game.session.state.scenario.agenda, step)

    def findings(self, game: Game, width: int) -> dict[str, str]:
        """The debrief page by page, by name, each as text of that many columns."""
        from game.debrief.terminal import section_text

        return {page.name: section_text(page, width) for page in _pages(game)}

    def figures(self, chair: Chair) -> tuple[Figure, ...]:
        """What can be drawn of a game: while it goes on, by the side's own points; then the debrief's figures."""
        from game.debrief.demands import demands
        from game.debrief.page import Figure

        own = demands(chair.view, self.walk(chair))
        after = _pages(chair.game) if chair.session.over else ()
        found = [block for page in after for block in page.blocks if isinstance(block, Figure)]
        return (*found, *([own] if own else []))


def _pages(game: Game) -> tuple[Section, ...]:
    """The pages of a game's debrief."""
    from game.authoring import loader
    from game.debrief import Coded, findings
    from game.debrief.sections import pages

    scenario = game.session.state.scenario.id
    wider = loader.load_wider(scenario)
    return tuple(pages(findings(game.session, game.party, _history(scenario), Coded(*wider) if wider else None)))


def _begun(request: Request) -> Game:
    from game.authoring import loader
    from game.play.session import Session
    from game.play.setup import HUMAN, Setup

    scenario = _readable(lambda: loader.load(request.scenario))
    party = _party(scenario.agenda, request.party)
    against = request.against or USUAL
    seed = request.seed if request.seed is not None else random.SystemRandom().randrange(HIGHEST_SEED)
    seats = {party: HUMAN, scenario.agenda.other(party): against}
    setup = Setup(scenario.id, seats, seed, request.exchanges, study=request.study)
    seated = _seated(scenario.id, setup)
    journal, warning = _journal(scenario, setup, request.record)
    session = Session.start(scenario, setup, journal, seated)
    return Game(session, party, journal.header.id if journal else "", against, warning)


def _resumed(save: str, party: str) -> Game:
    from game.play import saves
    from game.play.session import Session
    from game.play.setup import HUMAN, setup_of
    from game.record.errors import InUse, RecordError, SaveError

    try:
        opened = saves.open_save(save)
    except InUse as error:
        raise CannotOpen(_sentence(error.message), "Close it there, or read it with: plenipo debrief.") from None
    except (SaveError, RecordError) as error:
        raise CannotOpen(_sentence(error.message)) from None
    setup = setup_of(opened.record.header)
    try:
        session = Session.resume(opened.record, opened.scenario, opened.journal, _seated(opened.scenario.id, setup))
    except RecordError as error:
        if opened.journal is not None:
            opened.journal.close()
        raise CannotOpen(f"{save} can't be gone on with. {_sentence(error.message)}") from None
    chair = party if party in setup.humans else next(iter(setup.humans), opened.scenario.agenda.parties[0].id)
    against = setup.seats.get(opened.scenario.agenda.other(chair), HUMAN)
    damage = f"Part of the file was put aside. {_sentence(opened.damage.message)}" if opened.damage else ""
    return Game(session, chair, opened.record.header.id, against, damage)


def _seated(scenario: str, setup: Setup) -> dict[str, Delegate]:
    from game.play.seating import NotSeated, seated

    try:
        return seated(setup, lambda: _history(scenario))
    except NotSeated as missing:
        raise CannotOpen(missing.sentence, missing.remedy, USAGE) from None


def _journal(scenario: Scenario, setup: Setup, record: str) -> tuple[Journal | None, str]:
    """The journal of a new game; None, with a warning, when the usual folder can't be written."""
    from game.play import saves
    from game.record.errors import RecordError, SaveError

    try:
        return saves.new_save(scenario, setup, Path(record).expanduser() if record else None), ""
    except FileExistsError:
        raise CannotOpen(f"There is a file {record} already.", "Choose another name for the record.", USAGE) from None
    except (SaveError, RecordError, OSError) as error:
        sentence = _sentence(getattr(error, "message", "") or str(error))
        if record:
            raise CannotOpen(f"The game can't be recorded. {sentence}") from None
        return None, f"This game can't be saved. {sentence}"


def _recorded(scenario: Scenario) -> tuple[Step, ...]:
    from game.engine.history import history_until

    return tuple(one.step for one in history_until(scenario, _history(scenario.id), FOR_EVER)[0])


def _history(scenario: str) -> tuple[HistoricMeeting, ...]:
    """The coded record; empty where none is coded or it can't be read."""
    from game.authoring import loader

    try:
        return _readable(lambda: loader.load_history(scenario))
    except CannotOpen:
        return ()


def _party(agenda: Agenda, wanted: str) -> str:
    known = [party.id for party in agenda.parties]
    party = wanted.lower() or known[0]
    if party not in known:
        raise CannotOpen(f"There is no chair “{wanted}”.", f"There are: {', '.join(known)}.", USAGE)
    return party


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def _readable(read: Callable[[], Found]) -> Found:
    """What the loader reads; CannotOpen with its own words when it can't."""
    from game.authoring import loader

    try:
        return read()
    except (loader.UnknownScenario, loader.UnknownSource) as error:
        raise CannotOpen(_sentence(str(error)), code=NOT_FOUND) from None
    except loader.BrokenScenario as error:
        count = len(error.diagnostics)
        raise CannotOpen(f"The scenario has {count} mistakes.", "“plenipo check” names each.", NOT_FOUND) from None
