"""Names in a question: ministries and bodies, themes and headings, kinds, members of parliament, numbers."""

from app.reading.draft import Draft
from app.reading.lexicon import WEAK_CODES, Entry
from app.reading.line import Symbol

_THEME_CUES = frozenset({"thema's", "themas", "thema", "hoofdstukken", "hoofdstuk"})


def find_names(draft: Draft) -> None:
    """Put a typed symbol in the place of every name: «o» ministry, «b» body, «w» ministry or theme, «m» theme, ..."""
    symbols, names = draft.line.symbols, draft.lexicon.names
    texts = [s.text for s in symbols]
    n, found = 0, []
    while n < len(texts):
        best: tuple[int, list[Entry]] | None = None
        themed = any(t in _THEME_CUES for t in texts[max(0, n - 2) : n])
        for phrase, entry in names.get(texts[n], ()):
            if len(phrase) == 1 and phrase[0] in WEAK_CODES and _loose(draft, texts, n):
                continue
            if themed and entry.type == "h" and any(e.type == "m" for _, e in names[texts[n]]):
                continue
            size = len(phrase)
            if best is not None and size < best[0]:
                break
            if tuple(texts[n : n + size]) == phrase:
                best = (size, [*(best[1] if best else []), entry])
            elif best is None and entry.type in "hm" and size > 1 and (long := _hyphened(texts, n, phrase)):
                best = (long, [entry])
        if best:
            found.append((n, *best))
            n += best[0]
        else:
            n += 1
    for start, size, entries in reversed(found):
        kind, value = _typed(entries)
        value_index = len(draft.line.values)
        draft.line.values.append(value)
        stop = symbols[start + size - 1].stop
        symbols[start : start + size] = [Symbol(f"«{kind}{value_index}»", symbols[start].start, stop, value)]
    draft.line.refresh()


def _hyphened(texts: list[str], n: int, phrase: tuple[str, ...]) -> int:
    """The number of symbols of a name in which a hyphen stands by itself: "wet - en regelgeving"; 0 if it is none."""
    at = n
    for word in phrase:
        while at > n and at < len(texts) and texts[at] == "-":
            at += 1
        if at >= len(texts) or texts[at] != word:
            return 0
        at += 1
    return at - n


def _loose(draft: Draft, texts: list[str], n: int) -> bool:
    """Whether a code that is also an abbreviation is a word here: "fin. steun", and not "van fin", "FIN"."""
    small = draft.line.tokens[draft.line.symbols[n].start].text.islower()
    cued = n > 0 and texts[n - 1] in ("van", "bij", "ministerie", "door", "minister", ",", "en", "of", "/")
    return small and not cued and len(texts) > 3


def _typed(entries: list[Entry]) -> tuple[str, object]:
    types = {e.type: e for e in reversed(entries)}
    if "o" in types and not types["o"].ambiguous:
        return "o", types["o"].value
    if "o" in types:  # a word that may be the ministry: with the theme that it may be instead, if any
        return "w", (types["o"].value, types["m"].value if "m" in types else None)
    for kind in "kmbph":
        if kind in types:
            return kind, types[kind].value
    raise ValueError(f"an entry of an unknown type: {entries}")
