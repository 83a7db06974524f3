"""The archive as it is: scenarios and sources from the loader, counterparts from the registry, games from the saves."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

from game.ui.archive import CannotOpen, Chairs, Document, Game, Kept, Listed
from game.ui.convene import HIGHEST_SEED, begun, history_of, journal_of, readable, resumed, seated_at, sentence_of
from game.ui.request import Request
from game.ui.words import moment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.authoring.summaries import Summary
    from game.debrief.page import Figure, Section
    from game.engine.scenario import Scenario
    from game.engine.state import Step
    from game.play.walk import Walk
    from game.record.minutes import Utterance
    from game.ui.chair import Chair

RECORDED = "historical"
"""The counterpart that speaks the record's own words."""
FOR_EVER = "9999-12-31"


class Shelves:
    """Opens games and papers. Every failure is a CannotOpen in plain words."""

    def known(self) -> tuple[Listed, ...]:
        """The scenarios there are, where no file need be read for it; else none."""
        from game.authoring.overview import kept_summaries

        return _in_order(kept_summaries() or ())

    def listed(self) -> tuple[Listed, ...]:
        """The scenarios there are, single meetings first."""
        from game.authoring.beforehand import read_beforehand
        from game.authoring.overview import summaries

        read_beforehand()
        return _in_order(summaries())

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
            raise CannotOpen(sentence_of(error.message)) from None

    def new_seed(self) -> int:
        """A seed nobody chose."""
        return random.SystemRandom().randrange(HIGHEST_SEED)

    def open(self, request: Request) -> Game:
        """A new game, or a saved one to go on with."""
        from game.authoring.beforehand import read_beforehand
        from game.play.saves import is_save
        from game.play.settings import guidance_now

        read_beforehand()
        save = request.save or (request.scenario if is_save(request.scenario) else "")
        opened = resumed(save, request.party) if save else begun(request)
        return replace(opened, guidance=guidance_now())

    def close(self, game: Game) -> None:
        """Let go of a game's file."""
        game.session.close()

    def document(self, source: str) -> Document:
        """A kept source."""
        from game.authoring import loader

        found = readable(lambda: loader.load_source(source))
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
        from game.play.citing import noted

        try:
            return str(noted(text))
        except OSError as error:
            raise CannotOpen(f"The citation can't be written: {error.strerror}.", "c copies it instead.") from None

    def vary(self, game: Game, ply: int) -> Game:
        """A variation of a game that leaves it after ``ply`` moves, in a record of its own that names its parent."""
        session = game.session
        fixed = session.fixed()
        if fixed is not None:
            raise CannotOpen(fixed.message, fixed.remedy)
        setup = session.variation_setup(ply)
        seated = seated_at(session.scenario.id, setup)
        journal, warning = journal_of(session.scenario, setup, "")
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
    return tuple(pages(findings(game.session, game.party, history_of(scenario), Coded(*wider) if wider else None)))


def _recorded(scenario: Scenario) -> tuple[Step, ...]:
    from game.engine.history import history_until

    return tuple(one.step for one in history_until(scenario, history_of(scenario.id), FOR_EVER)[0])


def _in_order(found: Iterable[Summary]) -> tuple[Listed, ...]:
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
        for one in sorted(found, key=lambda one: (one.meetings, one.id))
    )
