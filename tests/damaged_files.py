"""Damages files as disks, mail gateways and people with time on their hands do."""

from __future__ import annotations

import random


def damaged(whole: bytes, chance: random.Random) -> bytes:
    """The file with one to five things done to it: cut, doubled, overwritten, mixed up or set to extremes."""
    data = bytearray(whole)
    for _ in range(chance.randint(1, 5)):
        if not data:
            return bytes(data)
        start = chance.randrange(len(data))
        end = min(len(data), start + chance.choice((1, 2, 8, 64, 512)))
        match chance.randrange(5):
            case 0:
                del data[start:end]
            case 1:
                data[start:start] = data[start:end] * chance.choice((1, 2, 50))
            case 2:
                data[start:end] = chance.randbytes(end - start)
            case 3:
                data[start:end] = bytes([chance.choice((0, 0xFF, 0x20, 0x0A))]) * (end - start)
            case _:
                other = chance.randrange(len(data))
                data[start:end] = data[other : other + end - start]
    return bytes(data)
