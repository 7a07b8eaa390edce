"""The words that no rule used: the topic where a cue or the report knows them, else named as not used."""

import re
from collections.abc import Sequence

from app.filters import EndIn, Headings, KindIs, MinistryCount, Overdue, Owners, PersonIs, StatusIn, Themes, Upcoming
from app.reading import conditions
from app.reading.draft import Draft
from app.reading.lexicon import carriers, known_stems, noise, telling, words_of_questions
from app.reading.line import Symbol, Token
from index.words import stem

SHORTEST_TOPIC = 4  # letters: an unknown word with fewer is a slip of the pen and no topic
STEM = 5  # letters that an unknown word shares with a word of the report: "kinderdagverblijven", "kinderopvang"
_EDGE = re.compile(r"[,;:?!()&%/·-]")


def topic_of(draft: Draft, question: str) -> str | None:
    """The topic: from the first to the last word that says something, without what rules have used."""
    line = draft.line
    by_columns = bool(draft.found or draft.group_by or draft.target or draft.ask)
    unsaid = (carriers() if by_columns else noise()) | (
        conditions.words_of_time() if draft.has(*conditions.TIMED) or draft.group_by else frozenset()
    )
    beyond = frozenset(words_of_questions()["beyond"]["words"])
    if draft.about_measures() or draft.has(StatusIn):
        draft.ignored += [line.words(s.start, s.stop) for s in line.symbols if s.text in beyond]
        unsaid = unsaid | beyond
    if draft.found:  # "nog niet gestart": told of no period, and no topic either
        told = conditions.words_of_time() - noise() - frozenset(words_of_questions()["leftover"]["never"])
        draft.ignored += [line.words(s.start, s.stop) for s in line.symbols if s.text in told and s.text not in unsaid]
        unsaid = unsaid | told
    turning = frozenset(words_of_questions()["mattering"]["words"])
    done = {line.tokens[n] for n in verbs_of_speakers([token.norm for token in line.tokens])}
    groups: list[list[Token]] = []
    run: list[tuple[Token, bool]] = []

    def rest_tells(token: int) -> bool:
        return any(s.is_word and s.start >= token and telling(s.text) for s in line.symbols)

    def close() -> None:
        while run and not run[0][1]:
            run.pop(0)
        while run and not run[-1][1]:
            run.pop()
        if run:
            groups.append([t for t, _ in run])
        run.clear()

    for symbol in line.symbols:
        if symbol.text == "·" or re.fullmatch(r"[?!;:,()]", symbol.text):
            close()
            continue
        tokens = line.tokens[symbol.start : symbol.stop]
        for token in tokens:
            typed = symbol.text.startswith("«")
            if symbol.text.startswith("«t") and not run and rest_tells(symbol.stop):
                continue  # a period at the topic's edge that is no filter: "dit najaar"
            tells = (typed or token.norm not in unsaid) and token not in done and not _EDGE.fullmatch(token.norm)
            run.append((token, tells))
    close()
    elsewhere = _of_the_world(draft, groups)
    if groups and not elsewhere and (draft.found or draft.group_by):
        kept = [group for group in groups if _is_topic(draft, group)]
        never = frozenset(words_of_questions()["leftover"]["never"])
        lost = [g for g in groups if g not in kept and not all(t.norm in never or not telling(t.norm) for t in g)]
        draft.ignored += [question[g[0].start : g[-1].end] for g in lost]
        groups = kept
    draft.loose = (
        bool(groups)
        and not elsewhere
        and _selects(draft)
        and not any(_is_cued(draft, group) or _is_asked_for(draft, group) for group in groups)
    )
    if _asks_for_rows(draft) or draft.ask:
        within = {id(token) for group in groups for token in group}
        for n, symbol in enumerate(line.symbols):
            word = symbol.text
            chamber = symbol.stop < len(line.tokens) and line.tokens[symbol.stop].norm == "kamer"  # "de Eerste Kamer"
            turns = (
                word in turning
                and not chamber
                and not _joins(draft, word)
                and not (word in _NARROWING and (n == 0 or _narrows(draft)))
            )
            if (turns or (word.isdigit() and not groups)) and id(line.tokens[symbol.start]) not in within:
                draft.ignored.append(line.words(symbol.start, symbol.stop))
        draft.ignored = list(dict.fromkeys(draft.ignored))
    words = " ".join(question[group[0].start : group[-1].end] for group in groups).strip(' "“”„')
    return words or None


def verbs_of_speakers(words: Sequence[str]) -> frozenset[int]:
    """The places of the finite verbs right beside "ik" or "wij": they tell of who asks, and are no topic.

    The verb stands behind the pronoun that begins a clause ("ik ondersteun de minister"), or before it where a question
    word or an adverb begins one ("wat onderzoek ik", "morgen presenteer ik"). "Wat we vrouwen bieden" begins with
    neither.
    """
    data = words_of_questions()["leftover"]
    speakers, openers, joining = (frozenset(data[name]) for name in ("speakers", "openers", "joining"))
    found = set()
    for n, word in enumerate(words):
        if word not in speakers:
            continue
        if n == 0 or _begins_clause(words[n - 1], joining):
            found.add(n + 1)
        elif words[n - 1].isalpha() and (n == 1 or words[n - 2] in openers or _begins_clause(words[n - 2], joining)):
            found.add(n - 1)
    return frozenset(n for n in found if n < len(words) and words[n].isalpha())


def _begins_clause(before: str, joining: frozenset[str]) -> bool:
    return before in joining or not any(c.isalnum() for c in before)


STRANGE = 2  # words that the report does not know, beside which a kind's word is the world's: "welke pilot vloog"


def _of_the_world(draft: Draft, groups: Sequence[Sequence[Token]]) -> bool:
    """Whether what comes first or last of a kind is not the report's: "welke pilot vloog als eerste de oceaan over"."""
    asked = {type(f) for f in draft.plain()} - {StatusIn, Upcoming}
    nouns = frozenset(words_of_questions()["measure_nouns"])
    named = any(token.norm in nouns for token in draft.line.tokens)
    if draft.ask != "rank" or named or draft.group_by or asked != {KindIs}:
        return False
    words = [token.norm for group in groups for token in group if telling(token.norm) and token.norm.isalpha()]
    return sum(not is_known(draft, word) for word in words) >= STRANGE


_NARROWING = ("alleen", "uitsluitend", "enkel", "slechts")


def _narrows(draft: Draft) -> bool:
    """Whether an owner's filter already says "alleen": "alleen van BZ, zonder ander ministerie"."""
    return any(isinstance(f, Owners) and f.mode in ("only", "alone") for f, _, _ in draft.found)


def _joins(draft: Draft, word: str) -> bool:
    """Whether owners or their number already say "samen": "waar werken drie ministeries samen"."""
    together = any(isinstance(f, Owners) and f.mode != "any" and len(f.codes) > 1 for f, _, _ in draft.found)
    return word in ("samen", "gezamenlijk") and (together or draft.has(MinistryCount))


def _asks_for_rows(draft: Draft) -> bool:
    """Whether the question asks for rows without its topic: it names measures, a status, groups, or an end.

    An owner alone is not enough: "welke minister van Financiën is afgetreden" asks for something else.
    """
    if draft.group_by or draft.measures_named or draft.has(StatusIn):
        return True
    told = conditions.words_of_time()
    return draft.has(EndIn) and any(token.norm in told for token in draft.line.tokens)


def _selects(draft: Draft) -> bool:
    """Whether the question asks for rows of the report and its columns tell which: it can be answered without a topic.

    A ministry or a kind alone is not enough: "welke minister van Financiën is afgetreden" and "welke monitor past bij
    mijn laptop" ask for something else.
    """
    nouns = words_of_questions()["countable"]
    asks = (
        any(token.norm in nouns for token in draft.line.tokens)
        or draft.group_by
        or draft.ask in ("count", "percentage", "groups", "rank")
    )
    sure = draft.has(Themes, Headings, PersonIs, Overdue)
    return bool((asks and (draft.found or draft.group_by)) or sure or len(draft.found) > 1)


def _is_cued(draft: Draft, group: list[Token]) -> bool:
    """Whether words stand where a topic is announced: after "over" or "tegen", before a colon."""
    line = draft.line
    first = next(n for n, token in enumerate(line.tokens) if token is group[0])
    before = [token.norm for token in line.tokens[:first]]
    while before and before[-1] in ("de", "het", "een", "onze", "deze", "die", "al", "alle", "meer"):
        before.pop()
    after = line.tokens[first + len(group)].norm if first + len(group) < len(line.tokens) else ""
    about = words_of_questions()["leftover"]["about"]
    return bool(before and before[-1] in about) or (after == ":" and first == 0) or after.startswith("maatregel")


def _is_asked_for(draft: Draft, group: list[Token]) -> bool:
    """Whether words are the very thing that is asked for: "wat is het budget van OCW in 2024"."""
    first = next(n for n, token in enumerate(draft.line.tokens) if token is group[0])
    before = [token.norm for token in draft.line.tokens[:first]]
    while before and before[-1] in ("de", "het", "een", "onze", "hun", "zijn", "haar") and len(before) > 2:
        before.pop()
    return before[-2:-1] in (["wat"], ["welke"], ["welk"]) and before[-1] in ("is", "zijn", "was", "waren", "bedraagt")


def _is_topic(draft: Draft, group: list[Token]) -> bool:
    """Whether words that no rule used are what the question is about."""
    line = draft.line
    first = next(n for n, token in enumerate(line.tokens) if token is group[0])
    if any(s.text.startswith("«") for s in _symbols(draft, first, first + len(group))):
        return True
    words = [t.norm for t in group if telling(t.norm)]
    data = words_of_questions()["leftover"]
    if words and all(word in data["never"] for word in words):
        return False
    if not words or not _asks_for_rows(draft) or any(is_known(draft, word) for word in words):
        return True
    before = line.tokens[first - 1].norm if first else ""
    after = line.tokens[first + len(group)].norm if first + len(group) < len(line.tokens) else ""
    if all(len(word) < SHORTEST_TOPIC for word in words):
        return before in data["subject_cues"]
    if before in data["cues"] or (after == ":" and first == 0) or after.startswith("maatregel"):
        return True
    if _asks_little(draft):  # "welke campagne won de Oscar?" asks for something else than all campaigns
        return True
    return not any(s.is_word and s.text in noise() and s.text not in data["telegram"] for s in line.symbols)


def _asks_little(draft: Draft) -> bool:
    """Whether one kind, one status or nothing but groups tells what is asked: too little to leave a word out of."""
    nouns = words_of_questions()["countable"]
    if any(token.norm in nouns for token in draft.line.tokens):
        return False
    filters = draft.plain()
    return len(filters) < 2 and all(isinstance(f, KindIs | StatusIn) for f in filters)


def _symbols(draft: Draft, start: int, stop: int) -> list[Symbol]:
    return [s for s in draft.line.symbols if s.start < stop and s.stop > start]


def is_known(draft: Draft, word: str) -> bool:
    """Whether the report or the thesaurus has the word, another form of it, or a compound that begins alike."""
    if word.rstrip("+") in draft.lexicon.report_words or stem(word) in known_stems():
        return True
    return len(word) > STEM + 2 and any(w.startswith(word[: STEM + 1]) for w in draft.lexicon.report_words)
