# SPDX-License-Identifier: EUPL-1.2
"""Sex as registers write it: letters and words of three languages, and the numbers of ISO 5218."""

from __future__ import annotations

from samvern.linkage.coding.scripts import romanise

_WORDS = {
    "woman": "k|kv|kvinne|kvinner|kvinnelig|kvinneleg|jente|jenter|j|f|fem|female|woman|women"
    "|girl|w|2",
    "man": "m|mann|menn|mannlig|mannleg|gutt|gutter|gut|gutar|g|male|man|men|boy|1",
    "other": "x|annet|anna|other|ikke binaer|ikkje binaer|non binary|nonbinary|3",
    "": "u|ukjent|ukjend|unknown|uoppgitt|ikke oppgitt|ikkje oppgitt|not known|na|n a|0|9",
}
_CODES = {word: code for code, words in _WORDS.items() for word in words.split("|")}


def sex(text: str) -> str:
    """ "woman", "man", "other", or "" when the register says that it does not know.

    Raises:
        ValueError: a word or code that is none of those known.
    """
    word = romanise(text.removesuffix(".0"))
    if word in _CODES:
        return _CODES[word]
    if not word:  # only signs: -, ?, ..
        return ""
    raise ValueError("write K or F, M, X, or leave it empty")
