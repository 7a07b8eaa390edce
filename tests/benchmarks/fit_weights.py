"""Fit the figures of `data/weights.toml` on editorial questions that are held out, and print them with their scores.

    python tests/benchmarks/fit_weights.py

Three of ten editorial questions are taken out of the index and asked. Ranking: a softmax over all rows, maximum
likelihood of the measures that answer, no negative weights. Known or not: a logistic regression on the signs of
`index.familiarity`, with the held-out questions of three words or more against `data/unanswered.jsonl`, each of which
is left out of the background and of the line when it is asked itself, scored by ten-fold
cross-validation. Both are fitted four times: with and without vectors, with and without editorial questions.
"""

import random
from dataclasses import replace

import numpy as np
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from index import catalogue, familiarity, topic
from index.contents import make_index
from index.divide import learn
from index.evidence import gather
from index.model import find_encoder
from index.places import default_home
from index.remembered import RememberingEncoder, _read, _read_pieces
from index.store import THESAURUS
from index.subjects import read_unanswered
from index.thesaurus import read_thesaurus
from index.weights import kind

HELD_OUT = 0.3
ITSELF = 0.9999  # the cosine of a question with itself
STAGES = (("alike",), ())  # figures that are left out: what is like the best rows comes when the others have weights


def fit_ranking(figures, right):
    """Weights, none negative, under which a softmax over the rows gives the right ones the most."""
    names = list(figures)
    x = np.stack([figures[name] for name in names], axis=-1)
    share = right / right.sum(1, keepdims=True)

    def loss(w):
        s = x @ w
        s = s - s.max(1, keepdims=True)
        p = np.exp(s)
        p /= p.sum(1, keepdims=True)
        value = -(share * np.log(p + 1e-12)).sum(1).mean() + 1e-3 * (w**2).sum()
        slope = ((p - share)[:, :, None] * x).sum(1).mean(0) + 2e-3 * w
        return value, slope

    found = minimize(loss, np.full(len(names), 0.3), jac=True, bounds=[(0, None)] * len(names), method="L-BFGS-B")
    return dict(zip(names, found.x, strict=True))


def main():
    home = default_home()
    (home / "index").mkdir(parents=True, exist_ok=True)
    encoder = RememberingEncoder(find_encoder(None, home), home / "index")
    encoder.file = home / "index" / "fitting.npz"
    encoder.piece_file = home / "index" / "fitting-pieces.npz"
    for kept in (RememberingEncoder(encoder.encoder, home / "index"), encoder):
        encoder._known.update(_read(kept.file))
        encoder._pieces.update(_read_pieces(kept.piece_file))
    source = catalogue.shipped_source(home)
    report, questions = source.report, list(source.questions)
    outside = list(read_unanswered())
    chooser = random.Random(20231130)
    held = chooser.sample(questions, int(HELD_OUT * len(questions)))
    taken = set(held)
    thesaurus = read_thesaurus(THESAURUS)
    left = [(report.key, question) for question in questions if question not in taken]
    index = make_index([report], left, thesaurus, encoder)
    row_of = {measure.id: row for row, measure in enumerate(report.measures)}
    right = np.zeros((len(held), len(report.measures)), dtype=np.float32)
    for n, question in enumerate(held):
        right[n, [row_of[i] for i in (question.measure, *question.also) if i in row_of]] = 1
    held_meanings = encoder.query_pieces([question.text for question in held])
    outside_meanings = encoder.query_pieces(outside)
    encoder.keep()
    lines = lines_without_itself(index, np.stack([m.vector for m in outside_meanings]))
    themes = np.array([q.measure.split(".")[0] for q in held])
    for vectors in (True, False):
        for asked in (True, False):
            name = kind(vectors=vectors, questions=asked)

            def evidence(text, meaning, asked=asked, vectors=vectors):
                return gather(index, text, meaning if vectors else None, None, with_questions=asked)

            table = {}
            for stage in STAGES if vectors else STAGES[:1]:
                topic.weights().ranking[name] = table  # what the rows that fit best are by, in the second stage
                found = [evidence(q.text, m) for q, m in zip(held, held_meanings, strict=True)]
                keys = [key for key in found[0].figures if key not in stage]
                figures = {key: np.stack([e.figures[key] for e in found]) for key in keys}
                scores = np.zeros_like(right)
                for theme in np.unique(themes):  # each theme is scored by weights fitted on the others
                    other, own = themes != theme, themes == theme
                    w = fit_ranking({k: v[other] for k, v in figures.items()}, right[other])
                    scores[own] = sum(w[k] * figures[k][own] for k in w)
                table = {k: float(v) for k, v in fit_ranking(figures, right).items()}
                print(f"\n[ranking.{name}]  # {quality(scores, right)}")
                print("\n".join(f"{key} = {value:.3f}" for key, value in table.items()), flush=True)
            topic.weights().ranking[name] = table

            def sign(text, e, m, line, asked=asked, vectors=vectors):
                score = topic.total(e, index, with_questions=asked)
                unanswered = index.background.unanswered
                if unanswered.size:  # a question is no neighbour of itself
                    unanswered = unanswered * (unanswered @ m.vector < ITSELF)[:, None]
                alone = replace(index, background=replace(index.background, unanswered=unanswered, divide=line))
                return familiarity.signs(alone, e, m if vectors else None, score, text, with_questions=asked)

            inside = [
                sign(q.text, e, m, index.background.divide)
                for q, e, m in zip(held, found, held_meanings, strict=True)
                if len(q.text.split()) >= 3 and e.asked.words
            ]
            away = [
                sign(text, e, m, line)
                for text, m, line in zip(outside, outside_meanings, lines, strict=True)
                if (e := evidence(text, m)).asked.words
            ]
            print_known(name, inside, away)


def lines_without_itself(index, vectors):
    """For each unanswered question the line that is learned from the others, in ten folds."""
    field = index.vectors["question"].index
    asked = field.reconstruct_n(0, field.ntotal)
    lines = [None] * len(vectors)
    for rest, own in KFold(10, shuffle=True, random_state=1).split(vectors):
        line = learn(asked, vectors[rest])
        for n in own:
            lines[n] = line
    return lines


def quality(scores, right):
    order = np.argsort(-scores, axis=1, kind="stable")
    placed = np.take_along_axis(right, order, 1)[:, :10]
    gain = 1 / np.log2(np.arange(10) + 2)
    ideal = np.array([gain[: min(10, int(n))].sum() for n in right.sum(1)])
    ndcg = (placed @ gain / ideal).mean()
    recall = (placed.sum(1) / np.minimum(10, right.sum(1))).mean()
    first = placed[:, 0].mean()
    return f"held out, weights from other themes: nDCG@10 {ndcg:.3f}, recall@10 {recall:.3f}, first {first:.3f}"


def print_known(name, inside, away):
    names = list(inside[0])
    x = np.array([[s[n] for n in names] for s in (*inside, *away)])
    y = np.array([1] * len(inside) + [0] * len(away))
    model = make_pipeline(StandardScaler(), LogisticRegression(C=1.0, class_weight="balanced", max_iter=5000))
    folds = StratifiedKFold(10, shuffle=True, random_state=0)
    found = cross_val_predict(model, x, y, cv=folds, method="decision_function")
    model.fit(x, y)
    scaler, line = model[0], model[-1]
    w = line.coef_[0] / scaler.scale_
    constant = line.intercept_[0] - float(w @ scaler.mean_)
    print(f"\n[known.{name}]")
    for share in (0.90, 0.93, 0.95, 0.97):
        bar = np.quantile(found[y == 0], share)
        kept = (found[y == 1] > bar).mean()
        print(f"# bar {bar:+.2f}: {share:.2f} of {len(away)} outside refused, {kept:.3f} of {len(inside)} inside kept")
    print(f"constant = {constant:.3f}")
    print("\n".join(f"{key} = {value:.3f}" for key, value in zip(names, w, strict=True)))


if __name__ == "__main__":
    main()
