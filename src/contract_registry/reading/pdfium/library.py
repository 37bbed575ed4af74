"""The door to PDFium: opening a file, and its functions bound so that a call for every character stays cheap."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as pdfium

from contract_registry.errors import CorruptFile, EncryptedFile, UnsupportedFormat

if TYPE_CHECKING:
    from _ctypes import CFuncPtr

_PASSWORD, _SECURITY = pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY


def reader_name() -> str:
    """What made the text, for `Document.reader`: our reader's version and those of the libraries under it."""
    return f"pdf 1 (pypdfium2 {pypdfium2.PYPDFIUM_INFO.version}, pdfium {pypdfium2.PDFIUM_INFO.build})"


@contextmanager
def opened(data: bytes, password: str | None = None) -> Iterator[pypdfium2.PdfDocument]:
    """The PDF document in `data`, closed afterwards; EncryptedFile, CorruptFile or UnsupportedFormat when it cannot be opened."""
    try:
        document = pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as error:
        raise _why(error.err_code, data, password) from error
    try:
        yield document
    finally:
        document.close()


def _why(code: int | None, data: bytes, password: str | None) -> EncryptedFile | CorruptFile | UnsupportedFormat:
    if code == _PASSWORD and password is not None:
        return EncryptedFile(
            "The password given does not open this PDF.", "Check the password, or open the file yourself and print it to a new PDF."
        )
    if code == _PASSWORD:
        return EncryptedFile("This PDF is locked with a password.")
    if code == _SECURITY:
        return UnsupportedFormat(
            "This PDF is protected by a scheme that cannot be opened here.",
            "Open it in the program it was made for and print it to a new PDF.",
        )
    if _opens(data):
        return CorruptFile("This PDF holds no pages.")
    return CorruptFile("This PDF is damaged and cannot be opened.")


def _opens(data: bytes) -> bool:
    """Whether PDFium can open the file at all; pypdfium2 takes one without pages for one that failed, with whatever error was last."""
    opened_file = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if opened_file:
        pdfium.FPDF_CloseDocument(opened_file)
    return bool(opened_file)


def _bound(function: CFuncPtr, result: type | None, *arguments: type) -> Callable[..., Any]:
    """`function` taking plain addresses and numbers: ctypes spends most of a call on turning typed pointers into them."""
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_INT, _ADDRESS, _LONG = ctypes.c_int, ctypes.c_void_p, ctypes.c_ulong

load_page = _bound(pdfium.FPDF_LoadPage, _ADDRESS, _ADDRESS, _INT)
close_page = _bound(pdfium.FPDF_ClosePage, None, _ADDRESS)
load_text = _bound(pdfium.FPDFText_LoadPage, _ADDRESS, _ADDRESS)
close_text = _bound(pdfium.FPDFText_ClosePage, None, _ADDRESS)
bounding_box = _bound(pdfium.FPDF_GetPageBoundingBox, _INT, _ADDRESS, _ADDRESS)
rotation = _bound(pdfium.FPDFPage_GetRotation, _INT, _ADDRESS)

count_characters = _bound(pdfium.FPDFText_CountChars, _INT, _ADDRESS)
copy_text = _bound(pdfium.FPDFText_GetText, _INT, _ADDRESS, _INT, _INT, _ADDRESS)
letter = _bound(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _ADDRESS, _INT)
is_line_end_hyphen = _bound(pdfium.FPDFText_IsHyphen, _INT, _ADDRESS, _INT)
letter_box = _bound(pdfium.FPDFText_GetLooseCharBox, _INT, _ADDRESS, _INT, _ADDRESS)
letter_origin = _bound(pdfium.FPDFText_GetCharOrigin, _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS)
letter_matrix = _bound(pdfium.FPDFText_GetMatrix, _INT, _ADDRESS, _INT, _ADDRESS)
letter_size = _bound(pdfium.FPDFText_GetFontSize, ctypes.c_double, _ADDRESS, _INT)
letter_font = _bound(pdfium.FPDFText_GetFontInfo, _LONG, _ADDRESS, _INT, _ADDRESS, _LONG, _ADDRESS)
letter_colour = _bound(pdfium.FPDFText_GetFillColor, _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
letter_object = _bound(pdfium.FPDFText_GetTextObject, _ADDRESS, _ADDRESS, _INT)
render_mode = _bound(pdfium.FPDFTextObj_GetTextRenderMode, _INT, _ADDRESS)

count_objects = _bound(pdfium.FPDFPage_CountObjects, _INT, _ADDRESS)
page_object = _bound(pdfium.FPDFPage_GetObject, _ADDRESS, _ADDRESS, _INT)
count_form_objects = _bound(pdfium.FPDFFormObj_CountObjects, _INT, _ADDRESS)
form_object = _bound(pdfium.FPDFFormObj_GetObject, _ADDRESS, _ADDRESS, _LONG)
object_type = _bound(pdfium.FPDFPageObj_GetType, _INT, _ADDRESS)
object_matrix = _bound(pdfium.FPDFPageObj_GetMatrix, _INT, _ADDRESS, _ADDRESS)
object_bounds = _bound(pdfium.FPDFPageObj_GetBounds, _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
object_fill = _bound(pdfium.FPDFPageObj_GetFillColor, _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
draw_mode = _bound(pdfium.FPDFPath_GetDrawMode, _INT, _ADDRESS, _ADDRESS, _ADDRESS)
count_segments = _bound(pdfium.FPDFPath_CountSegments, _INT, _ADDRESS)
path_segment = _bound(pdfium.FPDFPath_GetPathSegment, _ADDRESS, _ADDRESS, _INT)
segment_point = _bound(pdfium.FPDFPathSegment_GetPoint, _INT, _ADDRESS, _ADDRESS, _ADDRESS)
segment_type = _bound(pdfium.FPDFPathSegment_GetType, _INT, _ADDRESS)
segment_closes = _bound(pdfium.FPDFPathSegment_GetClose, _INT, _ADDRESS)

count_annotations = _bound(pdfium.FPDFPage_GetAnnotCount, _INT, _ADDRESS)
annotation = _bound(pdfium.FPDFPage_GetAnnot, _ADDRESS, _ADDRESS, _INT)
close_annotation = _bound(pdfium.FPDFPage_CloseAnnot, None, _ADDRESS)
annotation_type = _bound(pdfium.FPDFAnnot_GetSubtype, _INT, _ADDRESS)
annotation_flags = _bound(pdfium.FPDFAnnot_GetFlags, _INT, _ADDRESS)
annotation_box = _bound(pdfium.FPDFAnnot_GetRect, _INT, _ADDRESS, _ADDRESS)
annotation_string = _bound(pdfium.FPDFAnnot_GetStringValue, _LONG, _ADDRESS, ctypes.c_char_p, _ADDRESS, _LONG)
count_quads = _bound(pdfium.FPDFAnnot_CountAttachmentPoints, ctypes.c_size_t, _ADDRESS)
quad = _bound(pdfium.FPDFAnnot_GetAttachmentPoints, _INT, _ADDRESS, ctypes.c_size_t, _ADDRESS)
open_form = _bound(pdfium.FORM_OnAfterLoadPage, None, _ADDRESS, _ADDRESS)
close_form = _bound(pdfium.FORM_OnBeforeClosePage, None, _ADDRESS, _ADDRESS)
field_type = _bound(pdfium.FPDFAnnot_GetFormFieldType, _INT, _ADDRESS, _ADDRESS)
field_flags = _bound(pdfium.FPDFAnnot_GetFormFieldFlags, _INT, _ADDRESS, _ADDRESS)
field_value = _bound(pdfium.FPDFAnnot_GetFormFieldValue, _LONG, _ADDRESS, _ADDRESS, _ADDRESS, _LONG)
field_checked = _bound(pdfium.FPDFAnnot_IsChecked, _INT, _ADDRESS, _ADDRESS)


def handle(pointer: ctypes.c_void_p) -> int:
    """The plain address in one of pypdfium2's typed pointers."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0
