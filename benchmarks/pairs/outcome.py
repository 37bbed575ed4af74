"""Whether the scanner hears a variant as its recipe says it must be heard."""

from __future__ import annotations

from contract_registry.core.clauses.segment import segment
from contract_registry.core.scanning.findings import Circumstances, Scan
from contract_registry.core.scanning.prepare import Scanner
from contract_registry.core.scanning.scan import scan_with
from contract_registry.reading.read import read
from pairs.recipe import Expected, Variant


def heard(text: str, scanner: Scanner, *, file: str = "pair.txt") -> Scan:
    """The scan of `text`, read as a file of this name."""
    return scan_with(segment(read(text.encode(), name=file)), scanner, Circumstances())


def outcome(scan: Scan, family: str) -> Expected:
    """What is made of a family in a scan: found, asked about, or nothing."""
    found = scan.protections if family == "protective" else scan.findings
    if any(each.family == family for each in found):
        return "found"
    return "asked" if any(each.family in {family, "protective"} for each in scan.unclear) else "silent"


def passes(variant: Variant, scan: Scan) -> bool:
    """Whether the outcome is the one the recipe expects; a swallowed promise may be asked about or found, and is no protection."""
    said = outcome(scan, variant.wording.family)
    if variant.recipe.expects == "asked":
        return said != "silent"
    if variant.recipe.expects == "silent":
        return said == "silent" or (said == "asked" and not any(each.family == variant.wording.family for each in scan.unclear))
    return said == "found"
