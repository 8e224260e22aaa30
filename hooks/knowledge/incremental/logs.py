"""Messages of pages: kept with the page that caused them, and told again where it is not made again."""

from __future__ import annotations

import logging
from collections.abc import Iterable

Message = tuple[str, int, str]
"""Logger, level, text."""


_ANCHORS = "mkdocs.structure.pages"


class Listener(logging.Handler):
    """Notes what is logged while one page is being made."""

    def __init__(self) -> None:
        """It hears nothing until a page begins."""
        super().__init__(logging.INFO)
        self._heard: list[Message] | None = None
        self.general: list[Message] = []
        """Warnings on the whole site, while `on_the_site` is set; those on anchors are found anew in each build."""
        self.on_the_site = False
        self._last: logging.LogRecord | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Note one message, once, though it may reach several loggers."""
        if record is self._last:
            return
        self._last = record
        message = record.name, record.levelno, record.getMessage()
        if self._heard is not None:
            self._heard.append(message)
        elif self.on_the_site and record.levelno >= logging.WARNING and record.name != _ANCHORS:
            self.general.append(message)

    def begin(self) -> None:
        """A page begins."""
        self._heard = []

    def end(self) -> list[Message]:
        """What was heard since."""
        heard, self._heard, self._last = self._heard or [], None, None
        return heard

    def listen(self) -> None:
        """Hear the generator and everybody else."""
        for logger in (logging.getLogger("mkdocs"), logging.getLogger()):
            if self not in logger.handlers:
                logger.addHandler(self)

    def leave(self) -> None:
        """Hear nobody any more."""
        for logger in (logging.getLogger("mkdocs"), logging.getLogger()):
            logger.removeHandler(self)

    def alone(self) -> None:
        """Let nobody else hear, as in a process whose messages another one tells."""
        for logger in (logging.getLogger("mkdocs"), logging.getLogger()):
            logger.handlers[:] = [self]


def tell_again(messages: Iterable[Message]) -> None:
    """Log the messages as if the page had just been made."""
    for name, level, text in messages:
        logging.getLogger(name).log(level, "%s", text)


def not_skipped(record: logging.LogRecord) -> bool:
    """A filter: that a kept page writes nothing is no news."""
    return not str(record.msg).startswith("Page skipped: ")
