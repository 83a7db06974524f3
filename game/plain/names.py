"""What a player's words mean: issues, options, heads by code, number, id or heading; and the nearest to a wrong one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from game.engine.issues import Head, Issue, Option
from game.engine.scenario import Agenda


class NotUnderstood(Exception):
    """A player's words that mean nothing here: one sentence, with a suggestion where there is one near."""


def nearest(word: str, known: Iterable[str]) -> str:
    """ "Did you mean …?" for the nearest of the known words, with a space before it; empty when none is near."""
    found = get_close_matches(word.lower(), [one.lower() for one in known], 1, 0.6)
    return f" Did you mean “{found[0]}”?" if found else ""


def issue_named(agenda: Agenda, word: str) -> Issue:
    """The issue with that code, id or heading, whatever the case. NotUnderstood otherwise."""
    found = find_issue(agenda, word)
    if found is not None:
        return found
    known = [name for issue in agenda.issues for name in (issue.code, issue.id)]
    raise NotUnderstood(f"There is no issue “{word}” here.{nearest(word, known)} “s” lists the issues.")


def find_issue(agenda: Agenda, word: str) -> Issue | None:
    """The issue with that code, id or heading, or None."""
    wanted = word.lower()
    for issue in agenda.issues:
        if wanted in (issue.code.lower(), issue.id, issue.heading.lower()):
            return issue
    return None


def option_named(issue: Issue, word: str) -> Option:
    """The option of an issue with that number, id or label. NotUnderstood otherwise."""
    wanted = word.lower()
    for option in issue.options:
        if wanted in (str(option.level), option.id, option.label.lower()):
            return option
    known = [option.id for option in issue.options]
    listed = ", ".join(f"{option.level} {option.id}" for option in issue.options)
    raise NotUnderstood(f"{issue.code} has no option “{word}”.{nearest(word, known)} It has: {listed}.")


def find_head(agenda: Agenda, word: str) -> Head | None:
    """The head of the agenda with that number (as in the minutes), id or title, or None."""
    wanted = word.lower()
    for head in agenda.heads:
        if wanted in (head.number.lower(), head.id, head.title.lower()) and wanted:
            return head
    return None
