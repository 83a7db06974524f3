"""What a player's words mean: issues, options, heads by code, number, id or heading; and the nearest to a wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
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
    likely = [issue for issue in agenda.issues if word and _begins(word, issue.id, issue.heading)]
    if len(likely) == 1:
        return likely[0]
    if likely:
        listed = ", ".join(f"{issue.code} {issue.heading}" for issue in likely)
        raise NotUnderstood(f"“{word}” may mean one of {len(likely)} issues: {listed}.")
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
    likely = [option for option in issue.options if _begins(word, option.id, option.label)]
    if len(likely) == 1:
        return likely[0]
    known = [option.id for option in issue.options]
    listed = ", ".join(f"{option.level} {option.id}" for option in issue.options)
    raise NotUnderstood(f"{issue.code} has no option “{word}”.{nearest(word, known)} It has: {listed}.")


SHORTEST = 3
"""Letters with which a name must begin to be taken for it."""


def _begins(word: str, *names: str) -> bool:
    """Whether some word of the names begins with these letters."""
    if len(word) < SHORTEST:
        return False
    return any(
        part.startswith(word.lower()) for name in names for part in (name.lower(), *re.split(r"[\s-]", name.lower()))
    )


def option_begun(issue: Issue, words: Sequence[str]) -> tuple[Option, int]:
    """The option that the longest beginning of some words names, and how many of them do. NotUnderstood otherwise."""
    for count in range(min(len(words), LONGEST_NAME), 1, -1):
        wanted = " ".join(words[:count]).lower()
        found = [one for one in issue.options if one.label.lower().startswith(wanted)]
        if len(found) == 1:
            return found[0], count
    return option_named(issue, words[0]), 1


LONGEST_NAME = 8
"""Words of an option's label that are looked at."""


def find_head(agenda: Agenda, word: str) -> Head | None:
    """The head of the agenda with that number (as in the minutes), id or title, or None."""
    wanted = word.lower()
    for head in agenda.heads:
        if wanted in (head.number.lower(), head.id, head.title.lower()) and wanted:
            return head
    return None
