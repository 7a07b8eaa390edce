"""Ways to find measures, compared on the same questions with the same model; prints a Markdown table.

    python tests/benchmarks/retrieval_quality.py [FILE.jsonl ...]

txtai and Chroma are compared where they are installed (`pip install txtai chromadb`); they get the same model folder,
the same texts and E5's prefixes, and no hub. nDCG@10, recall@10 and the first hit are of the whole ranking, without a
cut and without abstention; what an answer shows is scored by `maatwijzer evaluate`. One question at a time, encoding
included.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["ANONYMIZED_TELEMETRY"] = "False"

import numpy as np

from index.evidence import gather
from index.lexical import Words
from index.store import ensure
from index.texts import whole_text
from index.topic import total
from index.words import stems

QUESTIONS = Path(__file__).parent.parent / "questions" / "topical.jsonl"
Ranker = Callable[[str], Sequence[int]]


def by_score(scores) -> list[int]:
    return [int(row) for row in np.argsort(-scores, kind="stable")]


def ways(index) -> dict[str, Ranker]:
    """Each way, by name: a question to all rows, best first."""
    texts = [whole_text(measure) for measure in index.measures]
    encode = index.encoder.encode_queries
    plain = Words.from_texts([stems(text) for text in texts])
    field = index.vectors["text"]

    def whole(with_questions):
        def rank(question):
            meaning = index.encoder.query_pieces([question])[0]
            evidence = gather(index, question, meaning, None, with_questions=with_questions)
            return by_score(total(evidence, index, with_questions=with_questions))

        return rank

    def faiss_alone(question):
        return by_score(field.nearest(encode([question])[0]).scores)

    def bm25_alone(question):
        return by_score(plain.scores([(term, 1.0) for term in stems(question)]))

    def reciprocal(question):  # Cormack, Clarke and Büttcher 2009, k = 60
        scores = np.zeros(len(texts))
        for order in (faiss_alone(question), bm25_alone(question)):
            scores[order] += 1 / (60 + np.arange(1, len(texts) + 1))
        return by_score(scores)

    found = {
        "this index, with editorial questions": whole(True),
        "this index, without": whole(False),
        "FAISS alone": faiss_alone,
        "BM25 alone (Dutch stems, stop words dropped)": bm25_alone,
        "reciprocal-rank fusion of the two": reciprocal,
    }
    for add in (txtai, chroma):
        try:
            found.update(add(index, texts))
        except ImportError as error:
            print(f"left out: {add.__name__} ({error})", file=sys.stderr)
    return found


def txtai(index, texts) -> dict[str, Ranker]:
    import txtai

    def make(**settings):
        embeddings = txtai.Embeddings(
            path=index.encoder.place, method="sentence-transformers", content=False,
            instructions={"query": "query: ", "data": "passage: "}, **settings,
        )  # fmt: skip
        embeddings.index([(number, text, None) for number, text in enumerate(texts)])
        return lambda question: [int(number) for number, _ in embeddings.search(question, 20)]

    return {"txtai, dense": make(), "txtai, hybrid": make(hybrid=True)}


def chroma(index, texts) -> dict[str, Ranker]:
    import chromadb
    from chromadb.config import Settings

    folder = tempfile.mkdtemp()
    client = chromadb.PersistentClient(folder, settings=Settings(anonymized_telemetry=False))
    collection = client.create_collection("measures", embedding_function=None, metadata={"hnsw:space": "cosine"})
    vectors = index.encoder.encode_passages(texts)
    collection.add(ids=[str(number) for number in range(len(texts))], embeddings=vectors.tolist())

    def rank(question):
        found = collection.query(query_embeddings=index.encoder.encode_queries([question]).tolist(), n_results=20)
        return [int(number) for number in found["ids"][0]]

    return {"Chroma": rank}


def score(rank: Ranker, questions, ids) -> tuple[float, float, float, float]:
    """nDCG@10 of the certain measures (defensible ones passed over), recall@10, first hit right, median ms."""
    gain = 1 / np.log2(np.arange(10) + 2)
    ndcg, recall, first, times = [], [], [], []
    rank(questions[0]["question"])
    for entry in questions:
        begun = time.perf_counter()
        order = rank(entry["question"])
        times.append(1000 * (time.perf_counter() - begun))
        shown, must, ok = [ids[row] for row in order], set(entry["must"]), set(entry["ok"])
        counted = [name for name in shown if name not in ok][:10]
        ndcg.append(sum(gain[n] for n, name in enumerate(counted) if name in must) / gain[: len(must)].sum())
        recall.append(len(set(shown[:10]) & must) / min(10, len(must)))
        first.append(bool(shown) and shown[0] in must)
    return float(np.mean(ndcg)), float(np.mean(recall)), float(np.mean(first)), float(np.median(times))


def main():
    files = [Path(name) for name in sys.argv[1:]] or [QUESTIONS]
    questions = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines() if line.strip()]
    index = ensure()
    ids = [measure.id for measure in index.measures]
    print(f"{len(questions)} questions, {len(ids)} measures, {index.encoder.name}\n")
    print("| way | nDCG@10 | recall@10 | first right | ms |\n|---|---|---|---|---|")
    for name, rank in ways(index).items():
        ndcg, recall, first, ms = score(rank, questions, ids)
        print(f"| {name} | {ndcg:.2f} | {recall:.2f} | {first:.2f} | {ms:.1f} |", flush=True)


if __name__ == "__main__":
    main()
