"""Fit the figures of `index.belonging` in `data/weights.toml` on question sets with answers, and print the scores.

    python tests/benchmarks/fit_belonging.py [FOLDER ...]

Without folders all sets of `tests/` are taken. Every question is asked through the whole application (conversations
turn by turn) over the shipped index; where the search decided which measures belong, their signs and whether the answer
counts them are kept (defensible measures count as neither). A logistic regression is fitted four times: with and
without vectors, with and without editorial questions. Each set is scored with weights fitted on the others, at several
bars.
"""

import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from app.assistant import Assistant
from app.conversation import Conversation
from app.evaluation import load_sets, ndcg
from app.onboarding.terms import Glossary, read_terms
from index import belonging, catalogue, topic
from index.contents import make_index
from index.places import default_home
from index.store import THESAURUS, ensure
from index.thesaurus import read_thesaurus
from index.weights import kind

STRENGTH = 0.3  # scikit-learn's C: the inverse of the regularisation
BARS = (0.05, 0.08, 0.10, 0.15, 0.20, 0.25, 0.30, 0.35, 0.40)


class Case:
    """One search: the rows that may belong, best first, their signs, and the right answer."""

    def __init__(self, found, rows, signs, must, fine, group, what):
        self.filtered, self.rows, self.signs = found.filtered, rows, signs
        self.must, self.fine, self.group, self.what = must, fine, group, what
        self.right = np.array([1 if row in must else -1 if row in fine else 0 for row in rows])


def conversations(folder):
    """(name of the set, list of (question, gold or None)) for each question or conversation of a folder."""
    sets = load_sets(folder)
    for gold in sets.get("topical", []):
        yield "topical", [(gold["question"], gold)]
    for gold in sets.get("structured", []):
        if gold["kind"] == "mixed" and gold.get("must") and not gold.get("groups"):
            yield "mixed", [(gold["question"], gold)]
    for gold in sets.get("dialogues", []):
        yield "dialogues", [(turn["question"], turn if is_list(turn) else None) for turn in gold["turns"]]


def is_list(turn):
    """Whether the right answer of a turn is a list of measures."""
    return bool(turn.get("must")) and not turn.get("field") and not turn.get("groups")


def cases(assistant, folders):
    """All searches that the question sets lead to."""
    row_of = {measure.id: row for row, measure in enumerate(assistant.measures)}
    seen, decide = [], topic.chances

    def watched(index, found, rows):
        seen.append((found, rows, belonging.signs(index, found, rows)))
        return decide(index, found, rows)

    topic.chances = watched
    kept = []
    for folder in folders:
        for what, turns in conversations(folder):
            conversation = Conversation()
            for question, gold in turns:
                seen.clear()
                reply = assistant.respond(question, conversation)
                conversation = reply.conversation
                if gold is None or not seen or reply.answer.to_json()["kind"] != "topic":
                    continue
                must, fine = ({row_of[i] for i in gold.get(key) or []} for key in ("must", "ok"))
                kept.append(Case(*seen[0], must, fine, folder.name, what))
    topic.chances = decide
    return kept


def fitted(chosen):
    """The regression on the signs of some cases."""
    x = np.concatenate([case.signs for case in chosen])
    y = np.concatenate([case.right for case in chosen])
    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=5000))
    return model.fit(x[y >= 0], y[y >= 0] > 0)


def score(found, bar):
    """nDCG@10, recall@10 and precision of the topics, and which share of each kind of list is exactly right."""
    ranks, recalls, precisions, exact = [], [], [], {"topics": [], "turns": [], "filtered": []}
    for case, chances in found:
        kept = chances >= bar
        kept[:1] |= not case.filtered
        shown = [int(row) for row in case.rows[kept]]
        if case.what == "topical":
            gold = {"must": [str(row) for row in case.must], "ok": [str(row) for row in case.fine]}
            ranks.append(ndcg([str(row) for row in shown], gold))
            recalls.append(len(case.must & set(shown[:10])) / min(10, len(case.must)))
            precisions.append(len((case.must | case.fine) & set(shown)) / max(1, len(shown)))
        name = "filtered" if case.filtered else "topics" if case.what == "topical" else "turns"
        exact[name].append(case.must <= set(shown) <= case.must | case.fine)
    means = [np.mean(values) for values in (ranks, recalls, precisions)]
    return means, {name: (np.mean(values), len(values)) for name, values in exact.items() if values}


def main():
    folders = [Path(name) for name in sys.argv[1:]] or sorted(Path("tests").glob("questions*"))
    home = default_home()
    source = catalogue.shipped_source(home)
    pairs = [(source.report.key, question) for question in source.questions]
    words = make_index([source.report], pairs, read_thesaurus(THESAURUS), None)
    for vectors, index in ((True, ensure(home)), (False, words)):
        for asked in (True, False):
            name = kind(vectors=vectors, questions=asked)
            assistant = Assistant(index, Glossary.of(read_terms()), asked)
            kept = cases(assistant, folders)
            found = []
            for group in dict.fromkeys(case.group for case in kept):
                others = [case for case in kept if case.group != group] or kept
                model = fitted(others)
                found += [(c, model.predict_proba(c.signs)[:, 1]) for c in kept if c.group == group]
            print(f"\n[belonging.{name}]  # {len(kept)} searches, each set scored with weights of the others")
            for bar in BARS:
                (rank, recall, precision), exact = score(found, bar)
                lists = ", ".join(f"{key} {value:.3f} of {count}" for key, (value, count) in exact.items())
                print(
                    f"# {bar:.2f}: nDCG@10 {rank:.3f} recall@10 {recall:.3f} precision {precision:.3f}; exact: {lists}"
                )
            model = fitted(kept)
            scaler, line = model[0], model[-1]
            slope = line.coef_[0] / scaler.scale_
            print(f"constant = {line.intercept_[0] - float(slope @ scaler.mean_):.4f}")
            print("\n".join(f"{k} = {v:.4f}" for k, v in zip(belonging.SIGNS, slope, strict=True)), flush=True)


if __name__ == "__main__":
    main()
