"""LD002: the first line names an interpreter of another language than the extension, or none that is seen.

Silent for trampolines: a script whose first lines hand it over to its real interpreter (`exec tclsh "$0"`); for what a
program has written that knew the name (a gem's command that is called `words.pl`); for a script that is also a page
(`#<pre>` in its second line); for one that stands in for a command in tests (`mock_commands/flow.tcl`); and for one
that stands beside it under three other endings. A byte order mark before `#!` hides the line from the kernel and from
shells.
"""

from __future__ import annotations

from langdetect_hook.evidence.evidence import Evidence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case

# Extensions of programs in any language, run by their shebang.
# (.do: what redo runs to make a file; .ex: examples that dh-make leaves in debian/; .install: of Arch packages;
# .slurm: jobs of a cluster)
ANY_LANGUAGE = frozenset({
    *(".bin", ".cgi", ".command", ".do", ".ex", ".fcgi", ".hook"),
    *(".in", ".install", ".pbs", ".pod", ".run", ".sbatch", ".slurm", ".t", ".test", ".tool"),
})  # fmt: skip
HIDDEN = b"\xef\xbb\xbf#!"


def evidence(case: Case) -> Evidence | None:
    """The interpreter that cannot belong to a file with this name, or None."""
    claim, text = case.claim, case.text
    if not text.startswith("#!") or text.startswith("#!["):
        return None
    return (_of_another_language(case) if claim else None) or _hidden(case)


def _of_another_language(case: Case) -> Evidence | None:
    claim, text = case.claim, case.text
    from langdetect_hook.claims.interpreters import interpreter, languages_of

    name = interpreter(text)
    languages = languages_of(name)
    if not languages or claim.template or claim.accepts.intersection(languages):
        return None
    if claim.has("documentation", "never-run") or not set(languages).isdisjoint(claim.languages):
        return None
    if claim.extension in ANY_LANGUAGE or claim.inner_claims(languages):
        return None
    if claim.has("page") and _is_also_a_page(text):
        return None
    from langdetect_hook.claims.trampolines import is_trampoline

    if is_trampoline(text, languages[0], claim):
        return None
    from langdetect_hook.claims.declared import is_made_for, modeline_language
    from langdetect_hook.overrides import said_of

    if modeline_language(text, claim) or said_of(case).language in {one.lower() for one in languages}:
        return None
    if is_made_for(claim.name, text):
        return None
    from langdetect_hook.claims.modifiers import makes_its_file
    from langdetect_hook.claims.stand_ins import stands_in_for_a_command
    from langdetect_hook.claims.topics import ending_is_a_topic
    from langdetect_hook.evidence.tried_endings import tries_endings

    if makes_its_file(case.path) or stands_in_for_a_command(case.path) or tries_endings(case):
        return None
    if not case.is_nowhere and ending_is_a_topic(claim, case.model.thresholds.topic_neighbours):
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


def _hidden(case: Case) -> Evidence | None:
    """The byte order mark that hides the first line of a script for a shell, or of one without an extension."""
    claim = case.claim
    if not case.content.raw.startswith(HIDDEN) or (claim.extension if not claim else "Shell" not in claim.languages):
        return None
    from langdetect_hook.claims.interpreters import interpreter, languages_of

    name = interpreter(case.text)
    if not languages_of(name):
        return None
    seen = f"looks like text with a byte order mark, which hides that its first line runs {name}"
    return Evidence("LD002", 1, seen, "#! as its first two bytes", "save it as UTF-8 without a byte order mark")
