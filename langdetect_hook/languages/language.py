"""The class of an entry of the table: all that can be said of a language."""

from __future__ import annotations

from typing import NamedTuple

from langdetect_hook.languages.comments import Comment
from langdetect_hook.languages.quotes import Quote


class Construct(NamedTuple):
    """What must stand in content of a language before it is reported under a name of one that it is too near to.

    `against`: the claimed languages; `pattern`: what those do not have, searched for outside strings and comments;
    `why`: why the tokens do not tell; `unless`: what the language itself does not have, so that the content is another;
    `proof`: constructs of which several are proof, though most of a text may look like the claimed language. Each
    stands in one line and is short, so that they can be counted; `decisive`: whether one of `pattern` settles what a
    text is, however likely the network holds the others: few tokens of such a language are its own.
    """

    against: str
    pattern: str
    why: str
    unless: str = ""
    proof: str = ""
    decisive: bool = False


class Language(NamedTuple):
    """A language of the model. Only the first three fields are needed; patterns are regular expressions, with ^ and $
    at each line.

    Cells of names: "C, Ruby" in `accepts` and `Construct.against`. Cells of contents: a tuple of names and of traits,
    which stand for all languages that have them.
    """

    name: str  # as in GitHub Linguist, which `.gitattributes linguist-language=` takes
    alias: str  # pygments' short name of its lexer, "" where pygments has none
    primary: str  # the extension (".py") or full name ("Dockerfile") that suits a file of it best
    spoken: str = ""  # its name in a message, where it is another

    accepts: str = ""  # languages that are fine as content where this one is claimed, "*" for all
    why: str = ""  # why they are

    comments: tuple[Comment, ...] = ()
    traits: tuple[str, ...] = ()  # columns of the table, see the module `traits`
    editor_names: str = ""  # what Vim's file types and Emacs' modes call it besides its name in lower case
    here_document: str = ""  # how one opens; the last group is the word with which it ends
    unknown_to_lexer: Comment | None = None  # comments that its lexer, if there is one, does not know
    quoted: Quote | None = None  # blocks that are no code of it, which its lexer may not know
    embeds: Quote | None = None  # blocks of other languages in it, which are in use all the same
    parser: str = ""  # which of the module `parsers` proves that a text is of it

    # What nearly every text of it has somewhere, upper or lower case: a text without it is something else. Its comments
    # may count as signs, since the first lines of a file may be nothing else.
    sign: str = ""
    comments_are_signs: bool = False

    # What settles that a file is in it, whatever the rest looks like, and the contents that have it too.
    mark: str = ""
    mark_shared_by: tuple[str, ...] = ()

    # How a text begins that is in it, whatever comes below; what several languages may begin with stands in each entry.
    # Searched from the first line on, see the module `openings`; the last group is what a message quotes.
    opens: str = ""

    # How a file begins that carries one of these contents in its strings.
    begins: str = ""
    carries: tuple[str, ...] = ()

    holds: str = ""  # what shows that a file of it holds a whole other file

    grew_out_of: str = ""  # the language whose files it is taken for until many of its own are known

    told_apart: tuple[Construct, ...] = ()  # from claimed languages that it is too near to

    # What a piece of it passes for as well where the construct stands nowhere in it ("*": for anything), besides what
    # it is told apart from: the network is taught that such a piece may be either.
    passes_for: tuple[Construct, ...] = ()

    def file_name(self, stem: str) -> str:
        """The name that a file of it would best have: `stem` with its extension, or its full name ("Dockerfile")."""
        return stem + self.primary if self.primary.startswith(".") else self.primary
