"""A question as a line of symbols: words that rules take away, and what was recognised put in their place.

A rule is a regular expression over the line's text, in which symbols are parted by one space. What was recognised
stands as a typed symbol, "«o3»", with its value; what was used up as "·". Every symbol knows its tokens, so that the
words of a filter can be shown, and the words that no rule used are known.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from index.folding import fold

USED = "·"
_TOKEN = re.compile(
    r"[\"“”„«»][^\"“”„«»]{1,200}[\"“”„«»]"  # quoted words
    r"|\d+(?:[./-]\d+)+"  # 3.10, 1-1-2024
    r"|(?<![\w'’])['’]\d\d(?!\d)"  # '24
    r"|[<>]=?(?=\s*(?:q[1-4]|\d))"
    r"|\(meer\)|\(mede-?\)"
    r"|[^\W_]+(?:[&'’.+/-]+[^\W_]+)*\+?"
    r"|[,;:?!()&%/–—-]"
)
LHBTI = re.compile(r"^(?:lhbt|lgbt|glbt|lhtb|lbht)[a-z]*\+?(?:'?ers?)?$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the question: as typed, folded (and corrected), and where it stands."""

    text: str
    norm: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Symbol:
    """A word, something recognised, or something used up; it covers the tokens start to stop (excluded)."""

    text: str
    start: int
    stop: int
    value: Any = None

    @property
    def is_word(self) -> bool:
        """Whether it is still a plain word that no rule has touched."""
        return self.text != USED and not self.text.startswith("«")


def tokenise(question: str, split: Callable[[str], Sequence[str]]) -> tuple[Token, ...]:
    """The question's words and signs; `split` parts a folded word that is several ("ocw-maatregelen")."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(question):
        text, at = match.group(), match.start()
        norm = fold(text)
        parts = split(norm) if len(norm) > 2 and norm[0] not in '"“”„«»' else (norm,)
        if len(parts) <= 1 or sum(map(len, parts)) != len(text):
            tokens.append(Token(text, _spelled(parts[0] if parts else norm), at, match.end()))
            continue
        for part in parts:
            if part != "-":
                tokens.append(Token(text[: len(part)], _spelled(part), at, at + len(part)))
            text, at = text[len(part) :], at + len(part)
    return tuple(tokens)


_COMPARED = {">": "na", ">=": "vanaf", "<": "voor", "<=": "t/m"}


def _spelled(norm: str) -> str:
    """The many spellings of lhbtiq+ are one word, and signs of comparison are theirs: "deadline < 2025"."""
    if norm in _COMPARED:
        return _COMPARED[norm]
    return "lhbti" if LHBTI.match(norm) else norm


class Line:
    """The symbols of one question, rewritten by rules."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tuple(tokens)
        self.symbols: list[Symbol] = [Symbol(_plain(t.norm), n, n + 1) for n, t in enumerate(tokens)]
        self.values: list[Any] = []
        self.refresh()

    def refresh(self) -> None:
        """Make the text anew from the symbols."""
        starts, at = [], 0
        for symbol in self.symbols:
            starts.append(at)
            at += len(symbol.text) + 1
        self.text = " ".join(s.text for s in self.symbols)
        self._starts = starts

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The symbols that the characters start to end of the text cover, as a half-open range."""
        while start < end and self.text[start] == " ":
            start += 1
        first = next((n for n in range(len(self._starts) - 1, -1, -1) if self._starts[n] <= start), 0)
        last = first
        while last < len(self._starts) and self._starts[last] < end:
            last += 1
        return first, last

    def value(self, symbol: str) -> Any:  # noqa: ANN401 - a symbol's value is of any type
        """What a typed symbol stands for."""
        return self.values[int(re.sub(r"\D", "", symbol))]

    def put(self, start: int, end: int, kind: str, value: Any) -> None:  # noqa: ANN401
        """Put one typed symbol in the place of the characters start to end."""
        first, last = self.span(start, end)
        tokens = self.symbols[first].start, self.symbols[last - 1].stop
        self.symbols[first:last] = [Symbol(f"«{kind}{len(self.values)}»", *tokens, value)]
        self.values.append(value)
        self.refresh()

    def use(self, *spans: tuple[int, int]) -> tuple[int, int]:
        """Use up the characters of the spans; the tokens from the first to the last of them, half-open."""
        covered: list[Symbol] = []
        for start, end in sorted(spans, reverse=True):
            if start < 0 or end <= start:
                continue
            first, last = self.span(start, end)
            covered += self.symbols[first:last]
            self.symbols[first:last] = [Symbol(USED, s.start, s.stop) for s in self.symbols[first:last]]
        self.refresh()
        if not covered:
            return (0, 0)
        return min(s.start for s in covered), max(s.stop for s in covered)

    def drop(self, start: int, end: int) -> None:
        """Take the symbols of the characters start to end off the line, as if they had not been said."""
        first, last = self.span(start, end)
        del self.symbols[first:last]
        self.refresh()

    def retype(self, symbol: str, kind: str, value: Any) -> None:  # noqa: ANN401 - a symbol's value is of any type
        """Let a typed symbol be of another type."""
        for n, s in enumerate(self.symbols):
            if s.text == symbol:
                self.symbols[n] = Symbol(f"«{kind}{len(self.values)}»", s.start, s.stop, value)
                self.values.append(value)
        self.refresh()

    def restore(self, symbol: str) -> None:
        """Put the plain words of a typed symbol back."""
        for n, s in enumerate(self.symbols):
            if s.text == symbol:
                self.symbols[n : n + 1] = [
                    Symbol(_plain(self.tokens[t].norm), t, t + 1) for t in range(s.start, s.stop)
                ]
                break
        self.refresh()

    def each(self, pattern: re.Pattern[str], kind: str, make: Callable[[re.Match[str]], Any]) -> None:
        """Replace every match by a typed symbol of the value that `make` gives; `None` leaves the words."""
        at = 0
        while match := pattern.search(self.text, at):
            value = make(match)
            at = match.end() if value is None else match.start() + 1
            if value is not None:
                self.put(match.start(), match.end(), kind, value)

    def words(self, start: int, stop: int) -> str:
        """The words of the question that the tokens start to stop stand for, as typed."""
        return " ".join(t.text for t in self.tokens[start:stop])


def rule(pattern: str, **parts: str) -> re.Pattern[str]:
    """A rule's expression, on whole symbols; `{NAME}` in it stands for another pattern."""
    for name, part in parts.items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return re.compile(rf"(?<!\S)(?:{pattern})(?!\S)")


def _plain(norm: str) -> str:
    return norm.replace("«", "").replace("»", "").replace(" ", "_") or USED
