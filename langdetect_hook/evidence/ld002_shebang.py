"""LD002: the first line names an interpreter of another language than the extension.

Silent for trampolines: a script whose first lines hand it over to its real interpreter (`exec tclsh "$0"`); and for
what a program has written that knew the name (a gem's command that is called `words.pl`), and for a script that is also
a page (`#<pre>` in its second line).
"""

from __future__ import annotations

from langdetect_hook.evidence.evidence import Evidence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case

# Extensions of programs in any language, run by their shebang.
# (.do: what redo runs to make a file; .ex: examples that dh-make leaves in debian/; .install: of Arch packages)
ANY_LANGUAGE = frozenset({
    *(".bin", ".cgi", ".command", ".do", ".ex", ".fcgi", ".hook"),
    *(".in", ".install", ".pod", ".run", ".t", ".test", ".tool"),
})  # fmt: skip
# The file runs itself with something else: exec, its own name, or (in a batch file) the whole path of itself.
TRAMPOLINE_MARKS = r"(?<![\w.])exec\b|\$\{?0|\$[@*]|%(?:~f)?0|BASH_SOURCE|ARGV\[0\]"


def evidence(case: Case) -> Evidence | None:
    """The interpreter that cannot belong to a file with this name, or None."""
    claim, text = case.claim, case.text
    if not text.startswith("#!") or not claim or text.startswith("#!["):
        return None
    from langdetect_hook.claims.interpreters import interpreter, languages_of

    name = interpreter(text)
    languages = languages_of(name)
    if not languages or claim.template or claim.accepts.intersection(languages):
        return None
    if claim.has("documentation", "never-run") or not set(languages).isdisjoint(claim.languages):
        return None
    if claim.extension in ANY_LANGUAGE or _is_trampoline(text) or claim.inner_claims(languages):
        return None
    if claim.has("page") and _is_also_a_page(text):
        return None
    from langdetect_hook.claims.declared import is_made_for, modeline_language

    if modeline_language(text, claim) or case.override() in {one.lower() for one in languages}:
        return None
    if is_made_for(claim.name, text):
        return None
    from langdetect_hook.claims.topics import ending_is_a_topic

    if ending_is_a_topic(claim, case.model.thresholds.topic_neighbours):
        return None
    from langdetect_hook.evidence.words import expected_of, other_name_for
    from langdetect_hook.languages import spoken

    return Evidence(
        "LD002",
        1,
        f"looks like {spoken(languages[:1])}: its first line runs {name}",
        expected_of(claim),
        f"correct the first line; if it is right: {other_name_for(case, languages[0])}",
        languages[0],
    )


def _is_also_a_page(text: str) -> bool:
    import re

    from langdetect_hook.languages.comments import SCRIPT_AND_PAGE

    return re.match(SCRIPT_AND_PAGE, text) is not None


def _is_trampoline(text: str) -> bool:
    import re

    from langdetect_hook.claims.interpreters import HAND_OVER_LINES

    start = "\n".join(text.split("\n", HAND_OVER_LINES)[1:HAND_OVER_LINES])
    return re.search(TRAMPOLINE_MARKS, start) is not None
