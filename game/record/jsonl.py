"""One line of a record: strict JSON, sealed with a hash that also covers the line before it.

A line is a JSON object whose last key is ``chain``: the first 16 hex digits of the SHA-256 of the previous line's
bytes, a line feed, and this line's own bytes up to ``chain``. So a changed bit is seen wherever it is, the last line
included, which nothing follows.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, NoReturn

from game.record.errors import RecordError

LONGEST_LINE = 64 * 1024
"""Bytes a line may have."""
DEEPEST = 16
"""Objects and lists inside one another."""
LONGEST_NUMBER = 20
"""Characters a number may have."""
_SEAL = b',"chain":"'
_SEAL_LENGTH = len(_SEAL) + 16 + len(b'"}')


def encode(line: Mapping[str, Any], previous: bytes) -> bytes:
    """The line (not empty) as bytes without its line feed, sealed to the ``previous`` line (empty for the first).

    RecordError when it holds something that could not be read back: half a character, an endless number, too much.
    """
    body = _dumped({key: value for key, value in line.items() if key != "chain"})
    sealed = body[:-1] + _SEAL + _chain(previous, body) + b'"}'
    if len(sealed) > LONGEST_LINE:
        raise RecordError(f"this is too long to keep: {len(sealed)} bytes, where a line may have {LONGEST_LINE}")
    parse(sealed, 0)
    return sealed


def decode(raw: bytes, previous: bytes, number: int) -> dict[str, Any]:
    """The object on a line, without its ``chain``; ``number`` (1-based) is for the message.

    RecordError says what is wrong: not JSON, too long, too deep, altered, or not what followed ``previous``.
    """
    line = parse(raw, number)
    if "chain" not in line:
        raise RecordError("it has no “chain”, so nothing vouches for it", number)
    body = raw[:-_SEAL_LENGTH] + b"}"
    if raw != body[:-1] + _SEAL + _chain(previous, body) + b'"}':
        raise RecordError("it, or the line before it, has been altered since it was written", number)
    del line["chain"]
    return line


def parse(raw: bytes, number: int) -> dict[str, Any]:
    """The JSON object in ``raw``, within bounds. Its seal is not looked at; RecordError says what is wrong."""
    if len(raw) > LONGEST_LINE:
        raise RecordError(f"it has {len(raw)} bytes, where a line may have {LONGEST_LINE}", number)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RecordError(f"byte {error.start + 1} is not UTF-8 text", number) from None
    _bound_depth(text, number)
    try:
        found = json.loads(
            text,
            object_pairs_hook=_without_repeats,
            parse_int=_whole,
            parse_float=_fraction,
            parse_constant=_no_number,
        )
        _dumped(found)
    except json.JSONDecodeError as error:
        raise RecordError(
            f"it is not JSON: {error.msg.lower().removesuffix(' at')} at character {error.pos + 1}", number
        ) from None
    except RecordError as error:
        raise RecordError(error.message, number) from None
    if not isinstance(found, dict):
        raise RecordError(f"it must be an object in braces, not {_kind(found)}", number)
    return found


def _dumped(value: object) -> bytes:
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise RecordError("the text holds half of a character (a lone surrogate), which can't be kept") from None
    except (ValueError, TypeError, RecursionError):
        raise RecordError("it holds something JSON has no form for") from None


def _chain(previous: bytes, body: bytes) -> bytes:
    return sha256(previous + b"\n" + body).hexdigest()[:16].encode("ascii")


def _bound_depth(text: str, number: int) -> None:
    """Refuse deep nesting before the parser, which would run out of stack, sees it. Brackets in text don't count."""
    if text.count("[") + text.count("{") <= DEEPEST:
        return
    depth, quoted, escaped = 0, False, False
    for character in text:
        if quoted:
            quoted = escaped or character != '"'
            escaped = character == "\\" and not escaped
        elif character == '"':
            quoted = True
        elif character in "[{":
            depth += 1
            if depth > DEEPEST:
                raise RecordError(f"it is nested more than {DEEPEST} deep", number)
        elif character in "]}":
            depth -= 1


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise RecordError(f"“{key[:40]}” is there twice")
        found[key] = value
    return found


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise RecordError(f"a number has {len(digits)} digits, where {LONGEST_NUMBER} are allowed")
    return int(digits)


def _fraction(digits: str) -> float:
    found = float(digits) if len(digits) <= LONGEST_NUMBER else float("inf")
    if found in (float("inf"), float("-inf")):
        raise RecordError("a number is too long or too large")
    return found


def _no_number(name: str) -> NoReturn:
    raise RecordError(f"“{name}” is not a number a record may hold")


def _kind(value: object) -> str:
    names = {list: "a list", str: "text", int: "a number", float: "a number", bool: "true or false"}
    return names.get(type(value), "null")
