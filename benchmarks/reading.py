"""PDF to Document with the place of every character, against pdfplumber's words and against bare PDFium.

    python benchmarks/reading.py [FOLDER of .pdf] [--runs 5]

Prints, for each file and for all of them, milliseconds of processor time a page for
    ours      `read_pdf`: text, paragraphs, heads and feet, tables, a box for every character
    bare      PDFium through ctypes: the text of each page and one FPDFText_GetCharBox call for each character, values kept
    words     pdfplumber: `extract_words` on each page
in a warm process, the three in turn on the same bytes, medians of the runs. Pages with ruled tables are measured apart, as our way
finds the cells there too. Then the most memory each took, in a process of its own, to read all the files one after the other.
Pages without a text layer and files that cannot be opened are left out: recognition would be all there is to see.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import io
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium

from contract_registry.errors import UnreadableFile
from contract_registry.reading.layout.tables import tables
from contract_registry.reading.legibility import legibility
from contract_registry.reading.limits import Budget, Limits
from contract_registry.reading.pdf import read_pdf
from contract_registry.reading.pdfium.library import opened
from contract_registry.reading.pdfium.pages import print_page

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "files"


@dataclass(frozen=True, slots=True)
class Sample:
    """Pages of one kind out of one file, as a file of their own."""

    name: str
    data: bytes
    pages: int
    has_tables: bool


def samples(folder: Path) -> Iterator[Sample]:
    for file in sorted(folder.glob("*.pdf")):
        try:
            kinds = list(page_kinds(file.read_bytes()))
        except UnreadableFile:
            continue
        for has_tables in (False, True):
            numbers = [at for at, kind in enumerate(kinds) if kind is has_tables]
            if numbers:
                yield Sample(file.stem, extracted(file.read_bytes(), numbers), len(numbers), has_tables)


def page_kinds(data: bytes) -> Iterator[bool | None]:
    """For each page whether it has a ruled table; None when it has no text layer or cannot be loaded."""
    with opened(data) as document:
        for number in range(1, len(document) + 1):
            page = print_page(document, number)
            if page is None or legibility(page.raw) != "good" or page.pictured > 0.5:
                yield None
            else:
                yield bool(tables(page.pieces, page.rulings)[0])


def extracted(data: bytes, numbers: Sequence[int]) -> bytes:
    source, target, out = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument.new(), io.BytesIO()
    target.import_pages(source, list(numbers))
    target.save(out)
    target.close()
    source.close()
    return out.getvalue()


def ours(data: bytes) -> object:
    return read_pdf(data, name="benchmark.pdf", budget=Budget(Limits()))


def bare(data: bytes) -> object:
    document = pypdfium2.PdfDocument(data)
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    places = [ctypes.byref(value) for value in (left, right, bottom, top)]
    pages = []
    for at in range(len(document)):
        page = pdfium.FPDF_LoadPage(document, at)
        text_page = pdfium.FPDFText_LoadPage(page)
        count = pdfium.FPDFText_CountChars(text_page)
        units = (ctypes.c_ushort * (count + 1))()
        pdfium.FPDFText_GetText(text_page, 0, count, units)
        boxes = []
        for letter in range(count):
            pdfium.FPDFText_GetCharBox(text_page, letter, *places)
            boxes.append((left.value, bottom.value, right.value, top.value))
        pages.append((bytes(units).decode("utf-16-le", "replace"), boxes))
        pdfium.FPDFText_ClosePage(text_page)
        pdfium.FPDF_ClosePage(page)
    document.close()
    return pages


def words(data: bytes) -> object:
    with pdfplumber.open(io.BytesIO(data)) as document:
        return [page.extract_words() for page in document.pages]


READERS: tuple[Callable[[bytes], object], ...] = (ours, bare, words)


def measured(every: Sequence[Sample], runs: int) -> dict[str, dict[Sample, float]]:
    """Median seconds of each reader on each sample, the readers in turn."""
    taken: dict[str, dict[Sample, list[float]]] = {reader.__name__: {sample: [] for sample in every} for reader in READERS}
    for _ in range(runs):
        for sample in every:
            for reader in READERS:
                gc.collect()  # so that nobody pays for what another left behind
                start = time.process_time()
                reader(sample.data)
                taken[reader.__name__][sample].append(time.process_time() - start)
    return {name: {sample: statistics.median(times) for sample, times in found.items()} for name, found in taken.items()}


def peaks(every: Sequence[Sample]) -> Iterator[str]:
    """The most memory that each reader took, in a process of its own."""
    for reader in READERS:
        with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as alone:
            most = alone.submit(most_memory, reader.__name__, [sample.data for sample in every]).result()
        yield f"{reader.__name__} {most / 1024:.0f} MB"


def most_memory(name: str, files: Sequence[bytes]) -> int:
    """Kilobytes that this process held at most after reading `files` with the reader called `name`."""
    reader = next(reader for reader in READERS if reader.__name__ == name)
    for data in files:
        reader(data)
    status = Path("/proc/self/status")  # what getrusage tells would include the parent's memory
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM")).split()[1])


def row(name: str, pages: int, seconds: Sequence[float]) -> str:
    our, raw, plumber = (1000 * value / pages for value in seconds)
    return f"{name:42} {pages:5} {our:8.2f} {raw:8.2f} {plumber:8.2f} {our / raw:8.2f} {plumber / our:8.1f}"


def table(title: str, every: Sequence[Sample], found: dict[str, dict[Sample, float]]) -> None:
    if not every:
        return
    print(f"\n{title:42} pages ours(ms) bare(ms) words(ms)  ours/bare words/ours")
    for sample in every:
        print(row(sample.name, sample.pages, [found[reader.__name__][sample] for reader in READERS]))
    print(row("together", sum(sample.pages for sample in every), [sum(found[reader.__name__][one] for one in every) for reader in READERS]))


def main() -> None:
    parser = argparse.ArgumentParser(description="PDF to Document against pdfplumber's words and bare PDFium.")
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    every = list(samples(asked.folder))
    if not every:
        sys.exit(f"There is no PDF with a text layer in {asked.folder}.")
    for sample in every[:1]:
        for reader in READERS:
            reader(sample.data)
    found = measured(every, asked.runs)
    table("pages of text", [sample for sample in every if not sample.has_tables], found)
    table("pages with ruled tables", [sample for sample in every if sample.has_tables], found)
    print(f"\nmost memory: {', '.join(peaks(every))}")


if __name__ == "__main__":
    main()
