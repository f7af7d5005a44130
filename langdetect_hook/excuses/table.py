"""The table of excuses, in the order in which they are asked: cheapest first.

A row: an id, which never changes its meaning and is never used again; what the question costs (see COSTS); the sentence
that the verdict says, with a gap for each word of the answer; the question. A question is given the case and the
suspicion; its answer is true where the excuse holds, and gives the words for the gaps. docs/adding-a-rule.md says when
a new row is right, and lists them all.
"""

from __future__ import annotations

from collections import namedtuple

from langdetect_hook.excuses import (
    declared,
    names,
    openings,
    outside_strings,
    parses,
    project,
    repository,
    signs,
    templates,
)

Excuse = namedtuple("Excuse", ("id", "cost", "sentence", "question"))

# What a question costs, about, in microseconds for a text of 8 KiB: a look at the name or at a few lines; patterns over
# the whole text; a look at the folder; a parser; git; a lexer and the network; git and that for each neighbour.
COSTS = {
    "glance": 50,
    "search": 200,
    "folder": 200,
    "parser": 500,
    "git": 4_000,
    "lexer": 10_000,
    "neighbours": 20_000,
}
GLANCE, SEARCH, FOLDER, PARSER, GIT, LEXER, NEIGHBOURS = COSTS

EXCUSES = (
    Excuse("E01", GLANCE, "its pragma says {}", declared.by_pragma),
    Excuse("E02", GLANCE, "its modeline says {}", declared.by_modeline),
    Excuse("E03", GLANCE, "its first line runs {}", declared.by_interpreter),
    Excuse("E04", GLANCE, "it stands among patches", names.stands_among_patches),
    Excuse("E05", GLANCE, "a suffix further in its name claims that", names.inner_suffix_claims_it),
    Excuse("E06", GLANCE, "a suffix further in its name says what it is for", names.inner_suffix_is_neutral),
    Excuse("E07", GLANCE, "its first lines say its name", names.says_its_name),
    Excuse("E08", GLANCE, "it begins with a comment of {}, which {} has not", openings.begins_with_comment),
    Excuse("E27", GLANCE, "its folder is for {}", names.folder_says_it),
    Excuse("E30", GLANCE, "it is encrypted ({})", openings.is_encrypted),
    Excuse("E09", SEARCH, "it has the marks of {}", signs.has_marks),
    Excuse("E10", SEARCH, "nothing in it is {} for sure", signs.lacks_signs),
    Excuse("E11", SEARCH, "it has template marks", templates.has_template_marks),
    Excuse("E12", SEARCH, "it is a template", templates.is_template),
    Excuse("E13", SEARCH, "it is {} that holds another file", signs.holds_another_file),
    Excuse("E14", SEARCH, "it has what only {} has", signs.has_what_only_the_claim_has),
    Excuse("E15", SEARCH, "it has a sentence outside of any comment", openings.has_a_sentence),
    Excuse("E16", FOLDER, "its ending is a word like those of the files beside it", names.ending_is_a_topic),
    Excuse("E32", FOLDER, "{} takes the types off its project's JavaScript", project.takes_types_off),
    Excuse("E33", FOLDER, "CMake fills it in", project.fills_it_in),
    Excuse("E17", PARSER, "it parses as {}", parses.parses_as),
    Excuse("E31", PARSER, "it is a server's answer that a test reads", parses.is_a_recorded_answer),
    Excuse("E18", GIT, ".gitattributes leaves it out", repository.is_left_out),
    Excuse("E19", GIT, ".gitattributes says {}", declared.by_attribute),
    Excuse("E29", GIT, ".gitattributes says {} of it", declared.by_kind),
    Excuse("E28", LEXER, "nearly all its statements parse as {}", parses.statements_parse_as),
    Excuse("E20", LEXER, "outside strings and comments it looks like its name", outside_strings.looks_like_its_name),
    Excuse("E21", LEXER, "it is little but strings and comments", outside_strings.is_too_little),
    Excuse(
        "E22", LEXER, "outside strings and comments it looks like no language that is known", outside_strings.is_unknown
    ),
    Excuse(
        "E23",
        LEXER,
        "outside strings and comments it looks like something else again",
        outside_strings.is_something_else,
    ),
    Excuse("E24", LEXER, "nothing in it is {} and nothing else", outside_strings.lacks_construct),
    Excuse(
        "E25",
        NEIGHBOURS,
        "what is committed under such names near it looks the same",
        repository.neighbours_look_the_same,
    ),
    Excuse(
        "E26",
        NEIGHBOURS,
        "the files beside it, in no repository, look the same",
        repository.others_look_the_same,
    ),
)
