"""Objects that an OpenDocument text only links to are left out of it, and no word of the text with them."""

from __future__ import annotations

import io
import zipfile

from contract_registry.reading.archive import Archive
from contract_registry.reading.limits import Limits
from contract_registry.reading.linked_objects import without_linked_objects

CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text>
<text:p>Clause 1. <draw:object xlink:href="https://example.org/a.ods"/>The Author waives all <text:span>moral</text:span><draw:object
  xlink:href="https://example.org/b.ods"/> rights.</text:p></office:text></office:body></office:document-content>"""


def test_the_words_behind_an_object_that_is_left_out_stay() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as written:
        written.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        written.writestr("content.xml", CONTENT)
        written.writestr("styles.xml", "<styles/>")

    kept = without_linked_objects(file.getvalue(), Archive(file.getvalue(), Limits()))

    content = zipfile.ZipFile(io.BytesIO(kept)).read("content.xml").decode()
    assert "example.org" not in content
    assert "Clause 1. The Author waives all <text:span>moral</text:span> rights." in content
