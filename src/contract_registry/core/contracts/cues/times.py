"""The cues for times in the order in which they are heard, the surest first: narrow ones would be drowned by the words for a term or a payment."""

from __future__ import annotations

from contract_registry.core.contracts.cues.durations import DURATIONS
from contract_registry.core.contracts.cues.notices import NOTICES
from contract_registry.core.contracts.cues.performance import PERFORMANCE

TIME_CUES = (*NOTICES, *PERFORMANCE, *DURATIONS)
"""What the sentence around a period or day says it is for."""
