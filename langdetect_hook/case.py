"""One file under examination: what its name claims, what it holds, and what git knows of it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TypeVar

    from langdetect_hook.claims import Claim
    from langdetect_hook.files.content import Content
    from langdetect_hook.languages.code import Code
    from langdetect_hook.languages.lexers import Allowance
    from langdetect_hook.network.assets import Model

    # The git attributes of a path that are set.
    Attributes = Callable[[str], Mapping[str, str]]
    # At most so many neighbours of a path, read from the last commit: those in its folder, then those elsewhere.
    Committed = Callable[[str, int], Iterable[Iterable[Content]]]
    # A tracked file that has the name of a path in it, or ""; None where that is not known.
    Mentions = Callable[[str], str | None]
    # Where a path stands for git: a word of files/places.
    Place = Callable[[str], str]
    Answer = TypeVar("Answer")


def nowhere(path: str) -> str:
    """The `place` of bytes that lie in no folder, whatever their name says."""
    return "missing"


class Case:
    """What is passed down the road of a file: every rule and every excuse looks at one.

    `claim`: what the name claims; `content`: what was read; `model`: the assets that are asked. What git knows is
    looked up at the first question, and only once; without `attributes`, `committed`, `mentions` and `place` nothing is
    known.
    """

    __slots__ = ("_attributes", "_committed", "_known", "_mentions", "_once", "_place", "claim", "content", "model")

    def __init__(
        self,
        claim: Claim,
        content: Content,
        model: Model,
        attributes: Attributes | None = None,
        committed: Committed | None = None,
        mentions: Mentions | None = None,
        place: Place | None = None,
    ) -> None:
        self.claim = claim
        self.content = content
        self.model = model
        self._attributes = attributes
        self._committed = committed
        self._mentions = mentions
        self._place = place
        self._known: Mapping[str, str] | None = None
        self._once: dict[object, object] | None = None

    @property
    def path(self) -> str:
        """The path as the user knows it."""
        return self.claim.path

    @property
    def text(self) -> str:
        """What was read, decoded; "" where it is no text."""
        return self.content.text or ""

    @property
    def allowed(self) -> frozenset[str]:
        """The labels that say nothing against the name: what the claim accepts, and what the model knows too little of
        to tell from that."""
        label = self.model.label
        kin = [label[name].kin for name in self.claim.languages if name in label and label[name].kin]
        return self.claim.accepts.union(*(names.split(",") for names in kin)) if kin else self.claim.accepts

    def attribute(self, name: str) -> str:
        """A git attribute in lower case; "" where it is not set, or set to no value."""
        value = self._value(name)
        return "" if value in ("unspecified", "unset") else value.lower()

    def is_left_out(self) -> bool:
        """Whether `.gitattributes` says `-langdetect` of the file: nothing is reported of it."""
        return self._value("langdetect") == "unset"

    def override(self) -> str:
        """The language that `linguist-language` gives the file, in lower case ("common lisp"), or ""; what Linguist
        knows by no name or alias as it stands there."""
        said = self.attribute("linguist-language")
        if not said:
            return ""
        from langdetect_hook.languages.linguist_names import called

        return called(said).lower() or said.replace("-", " ")

    def committed_near(self, most: int) -> Iterable[Iterable[Content]]:
        """The content of files committed under names of the same extension: at most `most` of those beside this one,
        then as many others."""
        return self._committed(self.path, most) if self._committed is not None else ()

    def mentioned_by(self) -> str | None:
        """A tracked file, in its folder or above, that has the name of this one in it; "" where there is none; None
        where that is not known."""
        return self._mentions(self.path) if self._mentions is not None else ""

    def place(self) -> str:
        """Where the file stands for git, a word of files/places: where nothing is known, it is to be committed."""
        return self._place(self.path) if self._place is not None else "tracked"

    @property
    def is_nowhere(self) -> bool:
        """Whether nothing is to be asked of the folder that the path names, since the bytes do not lie there."""
        return self._place is nowhere

    def code_of(self, language: str) -> Code | None:
        """What the lexer of a language leaves of the text without strings and comments; see languages/code."""
        from langdetect_hook.languages.code import code_of

        return self.once(("code", language), lambda: code_of(self.text, language, self.allowance()))

    def allowance(self) -> Allowance:
        """The time that is left for the lexers of this file."""
        from langdetect_hook.languages.lexers import Allowance

        return self.once("allowance", Allowance)

    def once(self, what: object, work: Callable[[], Answer]) -> Answer:
        """The answer to a question that several may ask about this file, worked out at the first."""
        if self._once is None:
            self._once = {}
        if what not in self._once:
            self._once[what] = work()
        return self._once[what]  # type: ignore[return-value]

    def _value(self, name: str) -> str:
        if self._known is None:
            self._known = self._attributes(self.path) if self._attributes is not None else {}
        return self._known.get(name, "")
