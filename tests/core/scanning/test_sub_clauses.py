"""A long sentence is heard in each of its sub-clauses, and what is quoted holds all the words that decided."""

from __future__ import annotations

from contract_registry.core.clauses.segment import segment
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.scanning.prepare import Scanner
from contract_registry.core.scanning.scan import scan_with
