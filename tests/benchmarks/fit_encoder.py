"""Train another form of the encoder, for `maatwijzer --model`, and print how well it finds measures of other fields.

    pip install peft
    python tests/benchmarks/fit_encoder.py [FOLDER]

`data/encoder.jsonl` beside this script holds invented reports of 18 fields of policy, none of them the subject of the
shipped report: measures with six questions each in other people's words, and broader questions that several measures
answer. LoRA (Hu et al. 2021) on the linear layers of the upper LAYERS layers, for questions and texts alike; what the
layers below give is kept, so a step costs half. A batch is some measures of one report with two questions of each. Four
softmaxes, each over the measures (or questions) of the batch: late interaction between question and measure as
`index.interaction` has it, the cosine of whole texts, and both of them between two questions of the same measure.
Prints nDCG@10 and the share of right first hits on the reports held out, before and after each epoch: of late
interaction, then of whole texts. About half an hour on two cores; `index/README.md` has what it was worth.
"""

import json
import random
import sys
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from sentence_transformers import SentenceTransformer

from index.model import find_encoder
from index.pieces import loudness
from index.places import default_home
from index.texts import sentences
from index.threads import cores

try:
    import peft
except ImportError:
    print("fit_encoder.py needs peft (pip install peft): left out.")
    raise SystemExit(0) from None

TRAINING = Path(__file__).parent / "data" / "encoder.jsonl"
HELD_OUT = ("onderwijs", "zekerheid")
LAYERS, RANK, SCALE, DROPOUT = 6, 16, 2.0, 0.05
EPOCHS, RATE, WARM_UP = 2, 3e-4, 20
MEASURES, PASSAGES, BROAD = 20, 4, 6  # of a batch: measures, texts of each, broader questions
SHARP, SHARP_WHOLE = 0.05, 0.02  # temperatures of late interaction and of whole texts
WHOLE, PAIRS = 0.5, 0.3  # weights of the losses beside late interaction
LONGEST, TOGETHER = 160, 48  # pieces of a text, texts encoded together
# The part of the change that is kept (Wortsman et al. 2022, WiSE-FT): all of it is best on fields like the trained ones
# and no help at all on the shipped report, where a quarter to a half helps most.
KEPT = 0.4
HUB = 0.4  # of a measure's mean score that is taken off when held-out reports are scored


class Encoder:
    """The model with its changes; what comes out of the layers that do not change is kept."""

    def __init__(self, folder):
        self.whole = SentenceTransformer(str(folder), device="cpu")
        self.tokenizer = self.whole.tokenizer
        bert = self.whole[0].auto_model
        self.fixed = bert.config.num_hidden_layers - LAYERS
        trained = list(range(self.fixed, bert.config.num_hidden_layers))
        self.model = peft.get_peft_model(
            bert,
            peft.LoraConfig(
                r=RANK,
                lora_alpha=SCALE * RANK,
                lora_dropout=DROPOUT,
                target_modules=["query", "key", "value", "dense"],
                layers_to_transform=trained,
                layers_pattern="layer",
            ),
        )
        self.below = self.model.base_model.model
        self.kept = {}

    def text(self, text, prompt, before=0):
        """The pieces of a text, and how much each counts: nothing in the prompt and in the first `before` letters."""
        found = self.tokenizer(prompt + text, return_offsets_mapping=True, truncation=True, max_length=LONGEST)
        spans = [(first - len(prompt), last - len(prompt)) for first, last in found["offset_mapping"]]
        own = [n for n, (first, last) in enumerate(spans) if last > max(0, first) and first >= before]
        counts = np.zeros(len(spans), np.float32)
        counts[own] = loudness(text, [spans[n] for n in own])
        return tuple(found["input_ids"]), torch.from_numpy(counts)

    def _layers(self, states, mask, layers):
        seen = torch.zeros(mask.shape).masked_fill(mask == 0, -1e4)[:, None, None, :].to(torch.bfloat16)
        for layer in layers:
            states = layer(states, attention_mask=seen)
            states = states[0] if isinstance(states, tuple) else states
        return states

    @torch.no_grad()
    def keep(self, texts):
        """Put the texts through the layers that do not change."""
        new = sorted({ids for ids, _ in texts if ids not in self.kept}, key=len)
        for start in range(0, len(new), TOGETHER):
            batch = new[start : start + TOGETHER]
            ids = torch.nn.utils.rnn.pad_sequence([torch.tensor(i) for i in batch], batch_first=True, padding_value=1)
            mask = (torch.arange(ids.shape[1])[None] < torch.tensor([len(i) for i in batch])[:, None]).long()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                states = self._layers(
                    self.below.embeddings(input_ids=ids), mask, self.below.encoder.layer[: self.fixed]
                )
            self.kept.update((i, state[: len(i)].to(torch.bfloat16)) for i, state in zip(batch, states, strict=True))

    def __call__(self, texts):
        """For each text the vectors of its pieces (pieces, dimension), and one of each whole: (texts, dimension)."""
        pieces, wholes = [None] * len(texts), [None] * len(texts)
        order = sorted(range(len(texts)), key=lambda n: len(texts[n][0]))
        for start in range(0, len(order), TOGETHER):
            numbers = order[start : start + TOGETHER]
            kept = [self.kept[texts[n][0]].float() for n in numbers]
            states = torch.nn.utils.rnn.pad_sequence(kept, batch_first=True)
            mask = (torch.arange(states.shape[1])[None] < torch.tensor([len(k) for k in kept])[:, None]).long()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                states = self._layers(states, mask, self.below.encoder.layer[self.fixed :])
            states = states.float()
            mean = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
            for place, n in enumerate(numbers):
                pieces[n], wholes[n] = states[place, : len(kept[place])], mean[place]
        return pieces, F.normalize(torch.stack(wholes), dim=-1)


def read(path, encoder):
    """Report -> measures with their encoded texts and questions, and broader questions with the places that answer."""
    lines = defaultdict(lambda: ([], []))
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        lines[entry["report"]]["titles" in entry].append(entry)
    reports = {}
    for name, (measures, broad) in lines.items():
        for m in measures:
            title = m["title"]
            m["texts"] = [encoder.text(f"{m['heading']}: {title}", "passage: ")] + [
                encoder.text(f"{title}. {sentence}", "passage: ", len(title) + 1)
                for sentence in sentences(m["explanation"])
            ]
            m["whole"] = encoder.text(f"{title}. {m['heading']}. {m['explanation'].rstrip('.')}", "passage: ")
            m["asked"] = [encoder.text(question, "query: ") for question in m["questions"]]
        place = {m["title"]: n for n, m in enumerate(measures)}
        wide = [(encoder.text(b["question"], "query: "), [place[t] for t in b["titles"]]) for b in broad]
        reports[name] = (measures, wide)
    return reports


def from_centre(texts, states, centre):
    """The pieces that count, from the centre at unit length, and how much they count."""
    kept = [counts > 0 for _, counts in texts]
    vectors = [F.normalize(state[k] - centre, dim=-1) for state, k in zip(states, kept, strict=True)]
    return vectors, [counts[k] for (_, counts), k in zip(texts, kept, strict=True)]


def interaction(questions, counts, documents):
    """(questions, documents): the weighted mean over a question's pieces of the document's piece that fits best."""
    padded = torch.nn.utils.rnn.pad_sequence(documents, batch_first=True)
    absent = torch.arange(padded.shape[1])[None] >= torch.tensor([len(d) for d in documents])[:, None]
    every = torch.cat(questions)
    fits = (every @ padded.flatten(0, 1).T).view(len(every), *padded.shape[:2]).masked_fill(absent[None], -2.0)
    weights = torch.cat(counts)
    of = torch.repeat_interleave(torch.arange(len(questions)), torch.tensor([len(q) for q in questions]))
    total = torch.zeros(len(questions), len(documents)).index_add(0, of, fits.max(2).values * weights[:, None])
    return total / torch.zeros(len(questions)).index_add(0, of, weights)[:, None]


def softmax_loss(scores, target):
    return -(target * F.log_softmax(scores, 1)).sum(1).mean()


def joined(vectors, owners, count):
    """The pieces of each measure together."""
    return [torch.cat([v for v, owner in zip(vectors, owners, strict=True) if owner == n]) for n in range(count)]


@torch.no_grad()
def score(encoder, report, centre):
    """(nDCG@10, first right) of late interaction and of whole texts over one report."""
    measures, broad = report
    texts = [text for m in measures for text in m["texts"]]
    owners = [n for n, m in enumerate(measures) for _ in m["texts"]]
    documents = joined(from_centre(texts, encoder(texts)[0], centre)[0], owners, len(measures))
    questions = [q for m in measures for q in m["asked"]] + [q for q, _ in broad]
    right = [[n] for n, m in enumerate(measures) for _ in m["asked"]] + [places for _, places in broad]
    states, wholes = encoder(questions)
    by_pieces = interaction(*from_centre(questions, states, centre), documents)
    by_wholes = wholes @ encoder([m["whole"] for m in measures])[1].T
    gain = 1 / np.log2(np.arange(10) + 2)
    result = []
    for scores in (by_pieces, by_wholes):
        best = (scores - HUB * scores.mean(0)).argsort(descending=True)[:, :10].tolist()
        ndcg = [
            sum(gain[k] for k, n in enumerate(order) if n in r) / gain[: len(r)].sum()
            for order, r in zip(best, right, strict=True)
        ]
        first = [order[0] in r for order, r in zip(best, right, strict=True)]
        result += [float(np.mean(ndcg)), float(np.mean(first))]
    return result


def batches(reports, chooser):
    """(measures, broader questions) of one epoch: each report three times, twice mixed and once by heading."""
    found = []
    for measures, broad in reports:
        for mixed in (True, False, True):
            order = chooser.sample(range(len(measures)), len(measures))
            if not mixed:
                order.sort(key=lambda n: measures[n]["heading"])
            for start in range(0, len(order) - MEASURES // 2, MEASURES):
                found.append((measures, broad, order[start : start + MEASURES]))
    chooser.shuffle(found)
    return found


def loss_of(encoder, measures, broad, numbers, centre, chooser, with_wholes):
    place = {n: k for k, n in enumerate(numbers)}
    texts, owners = [], []
    for k, n in enumerate(numbers):
        first, *rest = measures[n]["texts"]
        some = [first, *chooser.sample(rest, min(len(rest), PASSAGES - 1))]
        texts += some
        owners += [k] * len(some)
    pairs = [chooser.sample(measures[n]["asked"], 2) for n in numbers]
    wide = [(q, here) for q, right in broad if (here := [place[n] for n in right if n in place])]
    wide = chooser.sample(wide, min(BROAD, len(wide)))
    questions = [a for a, _ in pairs] + [b for _, b in pairs] + [q for q, _ in wide]
    count = len(numbers)
    target = torch.zeros(len(questions), count)
    target[torch.arange(2 * count), torch.arange(2 * count) % count] = 1
    for row, (_, right) in enumerate(wide, start=2 * count):
        target[row, right] = 1 / len(right)
    states, wholes = encoder(questions)
    asked, counts = from_centre(questions, states, centre)
    documents = joined(from_centre(texts, encoder(texts)[0], centre)[0], owners, count)
    loss = softmax_loss(interaction(asked, counts, documents) / SHARP, target)
    if with_wholes:  # every other step, at twice the weight
        own = encoder([measures[n]["whole"] for n in numbers])[1]
        loss = loss + 2 * WHOLE * softmax_loss(wholes @ own.T / SHARP_WHOLE, target)
    one, other, same = slice(0, count), slice(count, 2 * count), torch.eye(count)
    both = interaction(asked[one], counts[one], asked[other]) + interaction(asked[other], counts[other], asked[one]).T
    pairs_loss = softmax_loss(both / 2 / SHARP, same) + softmax_loss(wholes[one] @ wholes[other].T / SHARP_WHOLE, same)
    return loss + PAIRS * pairs_loss


def write(encoder, folder):
    """The model with the part of its changes that is kept, as a folder that sentence-transformers loads."""
    for module in encoder.model.modules():
        if hasattr(module, "lora_A"):
            module.scaling["default"] *= KEPT
    encoder.whole[0].auto_model = encoder.model.merge_and_unload()
    encoder.whole.save(str(folder))


def main(out):
    torch.manual_seed(1)
    torch.set_num_threads(cores())
    chooser = random.Random(1)
    encoder = Encoder(find_encoder(None, default_home()).place)
    reports = read(TRAINING, encoder)
    trained = [report for name, report in reports.items() if name not in HELD_OUT]
    encoder.model.eval()
    for measures, broad in reports.values():
        encoder.keep([t for m in measures for t in (*m["texts"], m["whole"], *m["asked"])] + [q for q, _ in broad])
    with torch.no_grad():
        some = [text for measures, _ in trained for m in measures[::6] for text in m["texts"]][:300]
        centre = torch.cat(encoder(some)[0]).mean(0)

    def report_scores(when):
        encoder.model.eval()
        for name in HELD_OUT:
            figures = " ".join(f"{value:.3f}" for value in score(encoder, reports[name], centre))
            print(f"{when:>10} {name:12} {figures}", flush=True)
        encoder.model.train()

    report_scores("before")
    steps = EPOCHS * len(batches(trained, random.Random(0)))
    optimiser = torch.optim.AdamW([p for p in encoder.model.parameters() if p.requires_grad], lr=RATE)
    rate = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, (s + 1) / WARM_UP) * max(0.05, 1 - s / steps))
    started, step, losses = time.time(), 0, []
    for epoch in range(EPOCHS):
        for measures, broad, numbers in batches(trained, chooser):
            loss = loss_of(encoder, measures, broad, numbers, centre, chooser, step % 2 == 0)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(encoder.model.parameters(), 1.0)
            optimiser.step()
            rate.step()
            step += 1
            losses.append(loss.item())
            if step % 20 == 0:
                passed = time.time() - started
                print(f"step {step} of {steps}, {passed:.0f} s, loss {np.mean(losses[-20:]):.3f}", flush=True)
        report_scores(f"epoch {epoch + 1}")
    write(encoder, out)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else default_home() / "model" / "trained"))
