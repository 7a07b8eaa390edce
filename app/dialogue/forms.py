"""The forms in which a turn says what it does to the query; they are data (`data/operations.toml`)."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from index.places import DATA

LONGEST = 18  # words of a turn that only changes the query


@dataclass(frozen=True, slots=True)
class Form:
    """One form of one operation."""

    operation: str
    text: str  # as the data have it
    needed: tuple[tuple[str, ...], ...]  # of each part that must be said the words of which one is
    with_comma: bool  # a comma is a part of it

    def match(self, message: str) -> re.Match[str] | None:
        """The message in this form; the expression is made when its words are first said: all take seconds."""
        if all(any(word in message for word in words) for words in self.needed):
            return _compiled(self.text).match(message)
        return None


@lru_cache(maxsize=1)
def data() -> dict[str, Any]:
    """The forms and words of data/operations.toml."""
    return tomllib.loads((DATA / "operations.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _forms() -> tuple[Form, ...]:
    return tuple(
        Form(name, form, _needed(form), " , " in form) for name, forms in data()["operations"].items() for form in forms
    )


def _parts(form: str) -> list[str]:
    return re.findall(r"\[[^\]]+\]|\([^)]+\)|\S+", form)


def _needed(form: str) -> tuple[tuple[str, ...], ...]:
    parts = [part.strip("()") if part[0] == "(" else part for part in _parts(form) if part[0] != "["]
    return tuple(tuple(_words(part)) for part in parts if part not in ("X", "Y"))


@cache
def _compiled(form: str) -> re.Pattern[str]:
    """A form as an expression: fillers may stand before, between and behind its parts."""
    fillers = "|".join(re.escape(w) for w in sorted(data()["fillers"], key=len, reverse=True))
    between = f"(?:(?:{fillers}) )*"
    text, lead = "", True
    for part in _parts(form):
        optional = part.startswith("[")
        words = _part(part.strip("[]()") if part[0] in "[(" else part)
        if lead and optional:
            text += f"(?:{words} {between})?"
        elif lead:
            text, lead = text + words, False
        else:
            text += f"(?: {between}{words})?" if optional else f" {between}{words}"
    return re.compile(f"^{between}{text}(?: (?:{fillers}))*$")


def _part(part: str) -> str:
    if part in ("X", "Y"):
        return f"(?P<{part.lower()}>\\S+(?: \\S+)*?)"
    return "(?:" + "|".join(re.escape(w) for w in sorted(_words(part), key=len, reverse=True)) + ")"


def _words(part: str) -> list[str]:
    """The words of which a part is one, those of its sets among them."""
    return [w for option in part.split("|") for w in (data()["sets"][option[1:-1]] if option[0] == "{" else [option])]


def said(plain: str) -> Iterator[tuple[str, str, str]]:
    """Each operation that a message may say, with the words in the place of X and Y."""
    if len(plain.split()) > LONGEST:
        return
    with_commas, without = (re.sub(r"\s*[,:;]+(?= )", sign, plain) for sign in (" ,", ""))
    for form in _forms():
        match = form.match(with_commas if form.with_comma else without)
        if match:
            found = match.groupdict()
            yield form.operation, found.get("x") or "", found.get("y") or ""
