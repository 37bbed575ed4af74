"""Pictures belong to the page of the document they show, whatever file they come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from contract_registry.bootstrap import assemble
from contract_registry.operations.images import page_images
from contract_registry.operations.read import WasRead, read_sources
from contract_registry.settings import Settings
from pdf_files import Page, a_pdf, words
from sample_files import a_picture


def the_images(paths: list[Path], pages: list[int], *, together: bool = False) -> tuple[WasRead, dict[int, bytes]]:
    with assemble(Settings()) as system:
        (read,) = read_sources(system, [str(path) for path in paths], together=together)
        assert isinstance(read, WasRead)
        return read, {number: image.data for number, image in page_images(system, read, pages).items()}


@pytest.fixture
def two(tmp_path: Path) -> list[Path]:
    """A contract of two pages and a schedule of one."""
    contract, schedule = tmp_path / "contract.pdf", tmp_path / "schedule.pdf"
    contract.write_bytes(a_pdf(Page(words("The Author grants all rights.", 72, 80)), Page(words("Signed by both.", 72, 80))))
    schedule.write_bytes(a_pdf(Page(words("Schedule 1: territory and term.", 72, 80))))
    return [contract, schedule]


def test_files_taken_together_have_their_pages_numbered_on(two: list[Path]) -> None:
    read, images = the_images(two, [1, 2, 3], together=True)
    alone = [the_images([path], [1])[1][1] for path in two]

    assert read.document.page_count == 3
    assert [images[1], images[3]] == alone


def test_only_the_pages_asked_for_are_drawn(two: list[Path]) -> None:
    assert sorted(the_images(two, [3], together=True)[1]) == [3]


def test_a_text_has_no_pictures(tmp_path: Path) -> None:
    path = tmp_path / "contract.txt"
    path.write_text("The Author grants all rights.")

    assert the_images([path], [1])[1] == {}


def test_an_image_says_what_it_is(tmp_path: Path) -> None:
    from contract_registry.exporting.page_image import PageImage

    assert PageImage(a_picture(), "image/png").address.startswith("data:image/png;base64,iVBOR")
