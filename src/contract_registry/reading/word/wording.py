"""Takes up the words of one paragraph: as they stand in the file, as they show, and whether they are hidden or struck through."""

from __future__ import annotations

from contract_registry.reading.blocks import prints_nothing
from contract_registry.reading.markup import STRUCK
from contract_registry.reading.word.hidden import is_hidden
from contract_registry.reading.word.names import Element, is_on, tag, value
from contract_registry.reading.word.setting import Setting
from contract_registry.reading.word.story import Standing, Words
from contract_registry.reading.word.symbols import spelt


class Wording:
    """The words of a paragraph so far, and whether any of them can be seen. Mutable, and private to that paragraph."""

    def __init__(self, setting: Setting, properties: Element | None) -> None:
        self._setting, self._record = setting, setting.record
        self._properties, self._style = properties, value(properties, "w:pStyle")
        self._run: Element | None = None
        self._hides = False
        self.words: list[Words] = []
        self.shows = False

    def begin_run(self, properties: Element | None) -> None:
        """Take it that the words that follow look as these run properties say."""
        self._run = properties
        self._hides = is_hidden(properties, self._properties, self._setting.styles, is_dark=self._setting.is_dark)

    def say(self, text: str, standing: Standing, element: Element | None = None) -> None:
        """Take up the words of `element`, or a sign that some other element stands for."""
        at = self._record.add(text, element)
        self.words.append(Words(text if element is None else spelt(text, self._font()), at, standing))
        if self._hides:
            self._record.mark("hidden", at)
        elif not prints_nothing(text):
            self.shows = True
            if standing.accepted and self._is_struck():
                self._record.problems[STRUCK] = None

    def add(self, text: str, standing: Standing) -> None:
        """Add what the file does not hold but a reader needs (the brackets around a reading)."""
        self.words.append(Words(text, None, standing))

    def _font(self) -> str:
        fonts = self._setting.styles.run_property(self._run, self._style, "w:rFonts")
        return "" if fonts is None else fonts.get(tag("w:ascii"), "")

    def _is_struck(self) -> bool:
        return any(is_on(self._setting.styles.run_property(self._run, self._style, name)) for name in ("w:strike", "w:dstrike"))
