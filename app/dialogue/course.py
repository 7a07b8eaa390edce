"""The course of a conversation: one message further, by rules that are tried in order.

A message is empty or too long; takes up a choice that was offered; begins anew, goes to another subject or back; is
answered without a search; goes on from the turns before it (`app.dialogue.follow`); or stands by itself.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from app.answer import Answer, Choice, naming_ignored, naming_let_go, shown_id
from app.answering import TopicFinder
from app.answering import answer as answer_query
from app.conversation import Conversation, Reply, Turn, narrows, turn_of
from app.dialogue import cues
from app.dialogue.choices import chosen
from app.dialogue.follow import CORRECTING, EARLY, follow
from app.dialogue.fresh import asked_in_front, complete_after_another, fresh_query, has_own_antecedent, set_apart
from app.dialogue.going_back import goes_back
from app.dialogue.kept import finder_among
from app.dialogue.lists import place_named
from app.dialogue.lists.for_period import of_the_period
from app.dialogue.lists.that_period import with_the_period, with_the_year
from app.dialogue.measures import pointing
from app.dialogue.measures.asking import asks_of_another
from app.dialogue.measures.definite import field_of_the_thing
from app.dialogue.measures.fieldwords import asked_field
from app.dialogue.measures.meant import meant
from app.dialogue.moment import IN_FRONT, Moment, Problem, Step
from app.dialogue.numbers.behind_number import with_list_behind
from app.dialogue.numbers.earlier import asked_of_it, from_list
from app.dialogue.report_named import report_named
from app.dialogue.scope import Scope, list_again, named_again, scoped
from app.dialogue.so_many_named import list_of_so_many
from app.dialogue.whole_list import subject_of, whole_list
from app.filters import Ids, KindIs, PersonIs
from app.onboarding.smalltalk import without_opening
from app.onboarding.term_questions import TermQuestion
from app.outside import MAX_QUESTION_LENGTH, is_noise, too_long
from app.query import Query
from app.reading import alone
from app.reading.named import Part, named_parts
from app.titles import named_measures
from index.folding import fold
from ingest.records import Measure

if TYPE_CHECKING:
    from app.assistant import Assistant
    from app.onboarding.around import Around
    from app.reading import Reading

_ASKS_FOR_ALL = re.compile(
    r"\b(?:maatreg\w*|alle|alles|allemaal|acties|actiepunten|plannen|lijst|overzicht|rapport\w*|bijlage|document|tabel\w*|regels|rijen|"
    r"measures|kabinet|beleid|emancipatie\w*)\b"
)
_ASKS_WHETHER = re.compile(  # no thanks
    r"^(?:en |maar )?(?:(?:wat|wie) )?(?:is|zijn|was|waren) (?:dat|die|het|ze|dit|deze)\b"
    r"(?! (?:mooi|fijn|leuk|goed|handig|jammer|vervelend|knap)\b)"
)
_SENTENCES = re.compile(r"(?P<told>.*[.!?;]) +(?P<asked>[^.!?;]+\??)$")
_ASKS_AFTER_IT = re.compile(r"(?:en |maar |dus )*(?:waar|wat|waarover)\b.*\b(?:dat|die|dit|deze|het|hij)\b")
_OF_ALL = re.compile(
    r"^(?P<asks>(?:(?:en|maar|dan|nu) )*(?:welke?|hoeveel)) (?:maatregel(?:en)?|acties?|punten)\b(?! daarvan)", re.I
)
_FEW_WORDS = 5
_MARKS = " \"'“”‘’?.!,;:()"
_BEGUN = "We beginnen opnieuw. Stel een vraag over de maatregelen."


class Course:
    """One assistant and one reference date; holds no state between messages."""

    def __init__(self, assistant: "Assistant", as_of: date | None, report: str | None = None) -> None:
        self.assistant = assistant
        self.as_of = as_of
        self.report = report  # the key of the report that the message names

    @property
    def around(self) -> "Around":
        """What is answered without a search."""
        return self.assistant.around

    @property
    def by_id(self) -> dict[str, Measure]:
        """All measures by number, as shown."""
        return self.assistant.by_id

    def read(self, question: str) -> "Reading":
        """The reading of a question by itself."""
        return self.assistant.read(question, self.as_of or self._day_of_report())

    def parts(self, words: str) -> tuple[Part, ...]:
        """The names, periods and statuses in some words, and the words beside them."""
        return named_parts(words, lexicon=self.assistant.lexicon, as_of=self._day())

    def fresh(self, question: str) -> Query:
        """The query of a question by itself, a measure that it names by title looked up."""
        return fresh_query(question, self)[0]

    def id_of(self, row: int) -> str:
        """The number of a row's measure, as shown."""
        return shown_id(self.assistant.measures[row], several=len(self.assistant.reports) > 1)

    def named(self, words: str) -> tuple[str, ...]:
        """The measures that words name by number or title."""
        return tuple(self.id_of(found.row) for found in named_measures(words, self.assistant.measures))

    def ids(self, query: Query) -> tuple[str, ...]:
        """The measures that a query shows by itself."""
        answer = answer_query(self._dated(query), self.assistant.index, topic_find=self.assistant.find)
        return tuple(shown_id(measure, several=answer.several_reports) for measure in answer.measures)

    def nearest(self, words: str, ids: Sequence[str]) -> tuple[str, ...]:
        """The one of some measures that words come nearest to by meaning; () where nothing does."""
        rows = [row for row in range(len(self.assistant.measures)) if self.id_of(row) in set(ids)]
        if not rows:
            return ()
        found = self.assistant.find(words, np.array(rows, dtype=np.int64), broad=False, filtered=True)
        return tuple(self.id_of(hit.row) for hit in found.hits[:1])

    def strongest(self, words: str) -> list[tuple[str, float]]:
        """What words find by meaning, best first, with how strongly."""
        rows = np.arange(len(self.assistant.measures), dtype=np.int64)
        found = self.assistant.find(words, rows, broad=False, filtered=True)
        return [(self.id_of(hit.row), hit.score) for hit in found.hits]

    def first_group(self, query: Query) -> str | None:
        """The group that a ranking puts first; None where another has the same number."""
        groups = answer_query(self._dated(query), self.assistant.index, topic_find=self.assistant.find).groups or ()
        return groups[0][0] if len(groups) == 1 or len({number for _, number in groups[:2]}) > 1 else None

    def after(self, message: str, step: Step, conversation: Conversation) -> Conversation:
        """The conversation as it would be with a step as its next turn."""
        return self._turn(message, self._going_on(step, conversation), conversation, step.before).conversation

    def going_on(self, moment: Moment) -> Step | Problem | None:
        """The step that a message makes of the turns before it."""
        return follow(moment, EARLY) or follow(moment)

    def count(self, query: Query, before: Turn | None) -> int:
        """How many measures a query shows as the turn after another; None: by itself."""
        answer = answer_query(self._dated(query), self.assistant.index, topic_find=self._finder(query, before))
        return len(answer.measures)

    def respond(self, message: str, conversation: Conversation) -> Reply:
        """The reply to a message; any text gives one."""
        if not message.strip():
            return Reply(
                self.around.plain("clarify", "Er staat geen vraag. Stel een vraag over de maatregelen."), conversation
            )
        if too_long(message):
            text = f"Uw vraag telt {len(message)} tekens; een vraag mag hooguit {MAX_QUESTION_LENGTH} tekens lang zijn."
            return Reply(self.around.plain("clarify", text), conversation)
        message = " ".join(cues.written_out(message).split())
        if conversation.turns:
            message = with_the_year(cues.put_plainly(cues.without_list(self._spelled(message))), conversation)
            message = with_the_period(of_the_period(message, conversation), conversation)
        rest, named = report_named(message, self.assistant.reports)
        if named is not None and self.report is None:
            return self._of_report(rest, named, conversation)
        choice = chosen(message, conversation.choices, asked_back=conversation.asked_back)
        if choice is not None:
            return self._fresh(choice.question, conversation.offering(()))
        return self._steered(message, conversation) or self._answered(message, conversation)

    def _spelled(self, message: str) -> str:
        """A message of few words in its right spelling, where that makes it ask for a field: "verantwoordleijke?"."""
        words = message.split()
        if len(words) > _FEW_WORDS or asked_field(cues.plain(message)) is not None:
            return message
        mended = " ".join(self._mended(word) for word in words)
        return message if asked_field(cues.plain(mended)) is None else mended

    def _mended(self, word: str) -> str:
        bare = word.strip(_MARKS)
        return word.replace(bare, self.assistant.lexicon.mend(fold(bare))) if bare.islower() else word

    def show(self, query: Query, conversation: Conversation) -> Reply:
        """The answer to a query as the next turn."""
        return self._turn(query.describe(), query, conversation, conversation.last)

    def _of_report(self, message: str, key: str, conversation: Conversation) -> Reply:
        """The reply to a message that names a report; where it says nothing else, the last list of that report."""
        course = Course(self.assistant, self.as_of, key)
        if cues.plain(message) not in ("", "en", "maar", "en dan"):
            return course.respond(message, conversation)
        last = pointing.current_list(conversation)
        query = last.query if last is not None and last.query is not None and not last.query.target else Query()
        return course._turn(message or key, replace(query, report=key), conversation)

    def _day_of_report(self) -> date | None:
        return next((r.reference_date for r in self.assistant.reports if r.key == self.report), None)

    def _going_on(self, step: Step, conversation: Conversation) -> Query:
        """A step's query, of the report that the turns before it were about."""
        last = conversation.last
        before = last.query.report if last is not None and last.query is not None else None
        return step.query if step.query.report or self.report else replace(step.query, report=before)

    def _steered(self, message: str, conversation: Conversation) -> Reply | None:
        """A message that begins anew, goes to another subject, or goes back."""
        cue = cues.cue("restart", message)
        if cue is not None:
            rest = place_named.of_list(_question(cue.rest), conversation)
            return (
                self.respond(rest, Conversation())
                if rest
                else Reply(self.around.plain("greeting", _BEGUN), Conversation())
            )
        cue = cues.cue("other", message) or cues.cue(
            "other", without_opening(message)
        )  # "dank u wel. Dan iets anders: ..."
        if cue is not None and cue.rest and cue.match["sep"]:
            back = _points_back(cue.rest) and not has_own_antecedent(cue.rest)  # "tussendoor: wanneer is dat klaar?"
            pointing_back = bool(conversation.turns) and back
            reply = (self._answered if pointing_back else self._fresh)(cue.rest, conversation)
            return set_apart(message.removesuffix(cue.rest), reply, conversation)
        if cue is not None and not cue.rest:
            text = "Goed, iets anders. Stel uw vraag over de maatregelen."
            return Reply(self.around.plain("greeting", text), Conversation())
        if not conversation.turns:
            return None
        scope = scoped(Moment(message, conversation, self))
        if scope is not None:
            return self._of_scope(message, scope, conversation)
        shown = list_again(Moment(message, conversation, self))
        if shown is not None:
            return self._of_scope(message, shown, conversation)
        cue = cues.cue("back_to", message)
        if cue is not None:
            return self._back_to(cue, conversation)
        named = from_list(message, conversation) or list_of_so_many(message, conversation)
        if named is not None:
            return self.respond(named.message, conversation.with_turn(named.turn))
        taken_up = whole_list(message, conversation)
        if taken_up is not None:
            turn, asked = taken_up
            if not asked:
                return self._again(conversation.with_turn(turn))
            return self.respond(asked_of_it(asked) or asked, conversation.with_turn(turn))
        again = named_again(Moment(message, conversation, self))
        if again is not None:
            return self._of_scope(message, again, conversation)
        if goes_back(Moment(message, conversation, self)):
            return self._again(conversation.before_last())
        cue = cues.cue("back", message)
        if cue is not None:
            rest = _question(cue.rest)
            earlier = conversation.before_last()
            if rest:
                return self.respond(rest, earlier)
            return self._again(earlier)
        return None

    def _again(self, conversation: Conversation) -> Reply:
        """The last turn of a conversation, answered once more."""
        last = conversation.last
        if last is None or last.query is None:
            return Reply(self.around.plain("greeting", _BEGUN), Conversation())
        before = conversation.before_last()
        reply = self._turn(last.question, last.query, before, last)
        return Reply(reply.answer, before.with_turn(last, reply.answer.choices))

    def _of_scope(self, message: str, scope: Scope, conversation: Conversation) -> Reply:
        """The reply to a question of another scope: all measures, or a wider list than the one on the table."""
        if scope.query is None:
            return self._fresh(self._question_of(scope.rest, conversation), conversation)
        reply = self._turn(message, self._going_on(Step(scope.query), conversation), conversation, None)
        asked = _OF_ALL.sub(r"\g<asks> daarvan", scope.rest)  # "terug naar Zorg: welke maatregelen zijn over tijd?"
        return self.respond(asked, reply.conversation) if scope.rest else reply

    def _back_to(self, cue: cues.Cue, conversation: Conversation) -> Reply | None:
        """Back to a list that was shown, and on from there."""
        which, place = cue.match["which"], cue.match.groupdict().get("place")
        current = conversation.turns[-1]
        lists = [turn for turn in conversation.turns if turn.is_list and not turn.pointed]
        others = [turn for turn in lists if turn.shown != current.shown] or lists
        length = cues.all_of(which) or cues.all_of(f"alle {which}")
        turn = pointing.list_of_length(conversation, length) if length is not None else None
        about = cue.match.groupdict().get("about")
        turn = turn or (pointing.list_about(about, conversation, self.by_id) if about else None)
        if place is not None:
            turn = pointing.list_asked(subject_of(place), conversation)
        elif turn is None and others:
            turn = (
                others[0]
                if re.search(
                    r"\b(?:eerste?|oorspronkelijke|hele|volledige|complete|originele|begin|lange|grote)\b", which
                )
                else others[-1]
            )
        if turn is None or turn.query is None:
            return None
        reply = self._turn(turn.question, turn.query, conversation, turn)
        there = conversation.with_turn(turn, reply.answer.choices)
        rest = f"hetzelfde {cue.rest}" if cue.rest and "zelfde" in which else cue.rest  # "..., maar nu voor 2024"
        return self.respond(asked_of_it(rest) or rest, there) if rest else Reply(reply.answer, there)

    def _answered(self, message: str, conversation: Conversation) -> Reply:
        conversation = with_list_behind(message, conversation, self)
        said = self.around.greeting(message)
        if said is not None and not (conversation.turns and _ASKS_WHETHER.match(cues.plain(message))):
            return Reply(said, conversation)
        typed, whole = message, without_opening(message)
        message = self._question_of(whole, conversation)
        if conversation.turns and self._stands_alone(Moment(message, conversation, self)):
            return self._fresh(message, conversation)
        if conversation.turns:
            step = follow(Moment(typed, conversation, self), CORRECTING)  # "sorry, ..." is no greeting
            step = step or follow(Moment(message, conversation, self), EARLY)
            if isinstance(step, Problem):
                return Reply(self.around.plain("clarify", step.text), conversation)
            if isinstance(step, Step):
                return self._stepped(message, step, conversation)
        described = (
            bool(conversation.turns) and pointing.description(IN_FRONT.split(message, maxsplit=1)[0]) is not None
        )
        in_front = None if described else asked_in_front(message, self)  # "die over de eilanden, wie doet die?"
        if in_front is not None:
            return self._turn(message, in_front, conversation)
        opened = message if whole.endswith(message) else whole  # "van VWS: wat moet ik weten?" has lost who asks
        said = self._around(message, opened, conversation)
        if said is not None:
            turn = turn_of(message, said) if said.query is not None else self._list_beside(message, said, conversation)
            return Reply(said, conversation if turn is None else conversation.with_turn(turn))
        if conversation.turns:
            step = follow(Moment(message, conversation, self))
            if isinstance(step, Problem):
                return Reply(self.around.plain("clarify", step.text), conversation)
            if isinstance(step, Step):
                return self._stepped(message, step, conversation)
        return self._fresh(message, conversation)

    def _stands_alone(self, moment: Moment) -> bool:
        """Whether a message goes on from no list: it names another by title, or comes after another question."""
        if complete_after_another(moment.message, moment.conversation, self):
            return True
        return asks_of_another(moment) and field_of_the_thing(moment) is None

    def _list_beside(self, message: str, said: Answer, conversation: Conversation) -> Turn | None:
        """The turn that an explanation makes where it shows measures, so that "welke daarvan" can follow it.

        Measures that merely stand beside it make one only where no list was shown before.
        """
        several = said.several_reports
        ids = tuple(shown_id(measure, several=several) for measure in said.measures)
        if not ids and not conversation.turns:
            ids = tuple(shown_id(measure, several=several) for measure in said.related)
        return Turn(message, Query(filters=(Ids(ids),)), said.kind, ids, ids if len(ids) == 1 else ()) if ids else None

    def _question_of(self, message: str, conversation: Conversation) -> str:
        """The message without what stands around its question and chooses nothing."""
        text = alone(message, lexicon=self.assistant.lexicon, as_of=self._day(), going_on=bool(conversation.turns))
        return text or message

    def _day(self) -> date:
        """The reference date against which words are read."""
        return self.as_of or self._day_of_report() or self.assistant.report.reference_date

    def _stepped(self, message: str, step: Step, conversation: Conversation) -> Reply:
        """The reply that a step makes; what it could not use or let go is named."""
        reply = self._turn(message, self._going_on(step, conversation), conversation, step.before)
        answer = naming_let_go(naming_ignored(reply.answer, step.ignored), step.let_go)
        return Reply(answer, reply.conversation)

    def _around(self, message: str, whole: str, conversation: Conversation) -> Answer | None:
        """What is answered without a search; an overview is asked with the sentence before it."""
        around = self.around
        answer = around.phrase(message, "outside.toml")
        if answer is None and not self._said_of_what(message):
            answer = around.phrase(message, "about.toml")
        answer = answer or around.other_paper(message)
        focus = conversation.last.focus if conversation.last else ()
        answer = answer or around.document(message, focus)
        if answer is not None:
            return answer
        term = around.term_question(message)
        if term is not None:
            return around.term(term)
        return around.where(message) or around.overview(whole, self.as_of) or self._noise(message, conversation)

    def _said_of_what(self, message: str) -> bool:
        """Whether a sentence before the question names what it asks after, so that "dat" is not the document."""
        said = _SENTENCES.match(message)
        if said is None or not _ASKS_AFTER_IT.match(cues.plain(said["asked"])):
            return False
        query = self.read(said["told"]).query
        return bool(query.target or any(isinstance(c, (KindIs, PersonIs)) for c in query.filters))

    def _noise(self, message: str, conversation: Conversation) -> Answer | None:
        if not is_noise(message) or (conversation.turns and any(c.isdigit() for c in message)):
            return None
        query = self.read(message).query
        if query.filters or query.target:  # "3.10", "2024"
            return None
        text = "Dit begrijp ik niet. Stel een vraag over de maatregelen, een ministerie of een onderwerp."
        return self.around.plain("clarify", text)

    def _fresh(self, message: str, conversation: Conversation) -> Reply:
        """The reply to a message that stands by itself."""
        query, reading = fresh_query(message, self)
        if conversation.turns and query.ask == "field" and query.topic and query.field != "all" and not query.filters:
            query = replace(query, target=meant(self, query.topic))  # of the one that is described, where it is one
            query = replace(query, topic=None) if query.target else query
        if reading.other_report is not None:
            return Reply(self.around.other_report(), conversation)
        pointing_back = bool(conversation.turns) and (
            cues.points_back(message) or message.rstrip(" ?!.").endswith("nog meer")
        )
        if query == Query() and (pointing_back or not _ASKS_FOR_ALL.search(cues.plain(message))):
            asked_back = self._which(conversation)
            return Reply(asked_back, conversation.offering(asked_back.choices))
        reply = self._turn(message, query, conversation, None, reading)
        term = self.assistant.glossary.find(query.topic, typos=False) if query.topic and not query.filters else None
        if reply.answer.kind == "abstain" and term is not None:  # "wat doet de MBO Raad?": known, and no subject
            said = self.around.term(TermQuestion("meaning", (term,), query.topic or "", where=True))
            turn = self._list_beside(message, said, conversation)
            return Reply(said, conversation if turn is None else conversation.with_turn(turn))
        return reply

    def _which(self, conversation: Conversation) -> Answer:
        """Asking back, where a message names nothing that can be looked up."""
        last = conversation.last
        if last is not None and last.shown:
            text = "Welke maatregel bedoelt u? Noem de plaats in de lijst, het nummer of een woord uit de titel."
            first, amount = last.shown[0], len(last.shown)
            labels = [f"Maatregel {first}"] + (["Alle getoonde maatregelen"] if amount > 1 else [])
            asked = [f"vertel meer over {first}", "toon de lijst"]
            choices = tuple(Choice(label, question) for label, question in zip(labels, asked, strict=False))
        else:
            text = "Waarover wilt u iets weten? Noem een ministerie, een onderwerp of een termijn."
            choices = (
                Choice("Alle maatregelen", "Toon alle maatregelen"),
                Choice("Aantal per thema", "Hoeveel maatregelen zijn er per thema?"),
                Choice("Wat is over tijd", "Welke maatregelen zijn over tijd?"),
            )
        return self.around.plain("clarify", text, choices=choices)

    def _turn(
        self,
        message: str,
        query: Query,
        conversation: Conversation,
        before: Turn | None = None,
        reading: "Reading | None" = None,
    ) -> Reply:
        dated = self._dated(query if self.report is None else replace(query, report=self.report))
        answer = answer_query(dated, self.assistant.index, topic_find=self._finder(dated, before))
        if reading is not None and reading.loose and dated.topic and not answer.measures:
            reading = replace(reading, ignored=(*reading.ignored, dated.topic))
            answer = answer_query(replace(dated, topic=None), self.assistant.index, topic_find=self.assistant.find)
        if dated.ask == "detail" and dated.target and not answer.measures:  # no sentence says it: all that is said
            everything = replace(dated, ask="field", field="all", topic=None)
            answer = answer_query(everything, self.assistant.index, topic_find=self.assistant.find)
        if reading is not None:
            others = tuple(Choice(other.describe(), other.describe()) for other in reading.alternatives[:2])
            answer = replace(naming_ignored(answer, reading.ignored), choices=answer.choices or others)
        return Reply(answer, conversation.with_turn(turn_of(message, answer, before), answer.choices))

    def _dated(self, query: Query) -> Query:
        return query if self.as_of is None or query.as_of is not None else replace(query, as_of=self.as_of)

    def _finder(self, query: Query, before: Turn | None) -> TopicFinder:
        """The index; or what the topic found before, while filters only narrow it, so that nothing new appears."""
        if before is None or not narrows(query, before):
            return self.assistant.find
        row_of = {self.id_of(row): row for row in range(len(self.assistant.measures))}
        return finder_among([row_of[i] for i in before.topic_ids if i in row_of])


def _points_back(words: str) -> bool:
    """Whether words point at what was shown; "loopt het project SAMEN af" has an article and no pronoun."""
    said = cues.plain(words).split()
    kept = [
        word
        for n, word in enumerate(said)
        if word != "het" or n + 1 == len(said) or cues.says_little(said[n + 1]) or said[n + 1] in cues.word_set("state")
    ]
    return cues.points_back(" ".join(kept))


def _question(rest: str) -> str:
    """What is left of a message when it is more than a polite word."""
    words = rest.strip(" ,.:;-!?")
    return "" if cues.plain(words) in ("", "graag", "maar", "aub", "svp", "even", "beginnen") else words
