"""Where a statement of fact comes from: basis, citations, claims and earlier minutes."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from game.slim import dataclass


class Basis(StrEnum):
    """How a value came to be in a scenario."""

    ATTESTED = "attested"
    """A quotation that occurs in a file under ``sources/``."""
    REPORTED = "reported"
    """A named outside publication, with its URL, paraphrased."""
    INFERRED = "inferred"
    """Our judgement from the evidence, with the reason."""
    INVENTED = "invented"
    """Made up for play, with the reason."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One passage: a quotation in a kept source (``source``, ``line``), or a paraphrase of an outside page (``url``).

    ``line`` is the 1-based line of the source file on which the quotation begins. ``date`` is the ISO date of
    the talk in which it was said, which is not always the date of the dispatch that reports it. ``by`` is the
    party that said it. ``title`` names the outside work, with the place in it, where that is more than a bare page.
    ``known_to`` are the sides that could know of it at the time, None for both: a principal's instructions are known to
    one of them, and an ambassador's cable on talks he was told of to neither, but for what the evidence says they knew.
    """

    source: str = ""
    line: int = 0
    quote: str = ""
    url: str = ""
    paraphrase: str = ""
    by: str = ""
    date: str = ""
    title: str = ""
    known_to: tuple[str, ...] | None = None

    @property
    def unread(self) -> bool:
        """Whether it stands in a kept document that neither side had, whoever knew what it tells."""
        return bool(self.source) and self.known_to is not None

    @property
    def text(self) -> str:
        """The words to show: the verbatim quotation, or the paraphrase where there is none."""
        return self.quote or self.paraphrase

    @property
    def verbatim(self) -> bool:
        """Whether ``text`` is the document's own wording."""
        return bool(self.quote)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Why a value is what it is: its basis, the reason where it is ours, and the passages behind it."""

    basis: Basis
    why: str = ""
    citations: tuple[Citation, ...] = ()


class Strength(StrEnum):
    """How well a passage bears out a claim."""

    STRONG = "strong"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Passage:
    """Something a delegate may put forward for a claim: a quotation, or a fact outside the kept sources.

    ``since`` is the ISO date of the talk or event from which it was known to the parties in ``known_to``;
    it can be cited at meetings after that date, never at the meeting itself.
    """

    id: str
    text: str
    strength: Strength
    known_to: tuple[str, ...]
    since: str
    attribution: Attribution
    why: str = ""
    note: str = ""

    def known(self, party: str, date: str) -> bool:
        """Whether ``party`` could put this forward at a meeting on ``date`` (ISO).

        >>> fact = Passage("g1", "Ten directors.", Strength.STRONG, ("china",), "1924-05-31",
        ...                Attribution(Basis.REPORTED))
        >>> fact.known("china", "1945-07-10"), fact.known("ussr", "1945-07-10"), fact.known("china", "1924-05-31")
        (True, False, False)
        """
        return party in self.known_to and self.since < date


@dataclass(frozen=True, slots=True)
class Answer:
    """What the other side said to a claim in the record."""

    by: str
    text: str
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """An argument a delegate may use: what it says, what supports it, and what it can move.

    ``eases`` names (issue, option) pairs; a claim borne out by a strong passage makes each of these options one
    step easier for the *other* side's instructions, once. ``rebuts`` names claims of the other side whose easing
    this one undoes.
    """

    id: str
    card: str
    by: tuple[str, ...]
    issues: tuple[str, ...]
    text: str
    passages: tuple[Passage, ...]
    words: Citation | None = None
    answer: Answer | None = None
    truth: str = ""
    eases: tuple[tuple[str, str], ...] = ()
    rebuts: tuple[str, ...] = ()
    date: str = ""

    def passage(self, passage_id: str) -> Passage | None:
        """The passage with that id, or None."""
        return next((passage for passage in self.passages if passage.id == passage_id), None)

    def usable(self, party: str, date: str) -> tuple[Passage, ...]:
        """The passages ``party`` could put forward on ``date``; empty when the claim is not its to make."""
        if party not in self.by:
            return ()
        return tuple(passage for passage in self.passages if passage.known(party, date))

    def as_known(self, party: str, date: str) -> Claim:
        """The claim as ``party`` may know it on ``date``: nothing of a later date, no answer, no test of its truth."""
        later = self.words is not None and self.words.date > date
        return Claim(
            id=self.id,
            card=self.card,
            by=self.by,
            issues=self.issues,
            text=self.text,
            passages=self.usable(party, date),
            words=None if later else self.words,
        )


@dataclass(frozen=True, slots=True)
class Minute:
    """What a party said or agreed on one issue at an earlier meeting, so that it can be held to it."""

    id: str
    date: str
    by: str
    issue: str
    option: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Reading:
    """One of the readings of a disputed point, with its passage."""

    text: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Dispute:
    """A point on which the sources conflict. Both readings are kept; neither is smoothed."""

    id: str
    about: str
    issue: str
    readings: tuple[Reading, ...]
    note: str = ""

    def known(self, party: str, date: str) -> bool:
        """Whether ``party`` knew every passage of it before ``date``; an undated one counts as unknown."""
        cited = [reading.citation for reading in self.readings]
        return len(known_by(cited, party, date)) == len(cited) and all(one.date < date for one in cited)


def known_on(citations: Iterable[Citation], date: str) -> tuple[Citation, ...]:
    """The citations whose talk is not after ``date`` (ISO). An undated one counts as unknown: no hindsight.

    >>> said = [Citation(quote="a", date="1945-07-10"), Citation(quote="b", date="1945-07-12")]
    >>> [one.quote for one in known_on(said, "1945-07-10")]
    ['a']
    """
    return tuple(citation for citation in citations if citation.date and citation.date <= date)


def known_by(citations: Iterable[Citation], party: str, date: str) -> tuple[Citation, ...]:
    """Those of the citations known on ``date`` (ISO) that ``party`` could know of: no hindsight, and no other's papers.

    >>> told = [Citation(quote="a", date="1945-07-10", known_to=("china",)), Citation(quote="b", date="1945-07-10")]
    >>> [one.quote for one in known_by(told, "ussr", "1945-07-10")]
    ['b']
    """
    return tuple(one for one in known_on(citations, date) if one.known_to is None or party in one.known_to)
